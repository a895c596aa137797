"""The author's files beside the chapters, and where their addresses clash with those of the site."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model.addresses import HOME_PATH, Addresses, entry_path
from ..model.brief import Project
from ..model.catalogue import Catalogue, PageDeclaration, Subject
from ..model.problems import Code, Place, Problem

PAGE_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The extensions of files that hosts treat as pages."""
_RESERVED = re.compile(r"assets/policybrief[^/]*|assets/fonts/(?:(?:serif|sans)[a-z-]*\.woff2|ofl-(?:serif|sans)\.txt)")
"""The built-in styles, scripts, icon and fonts."""


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """The author's pages and other files that are not chapters."""

    pages: frozenset[str] = frozenset()
    """Their paths in the folder."""
    files: frozenset[str] = frozenset()
    """The paths of the other files in the folder, which are copied as they are."""
    folder: str = "docs"
    """The path of the folder, relative to the project."""
    of_the_host: frozenset[str] = frozenset()
    """The paths in the site of files that the host writes."""

    def replaces(self, page: PageDeclaration, addresses: Addresses) -> bool:
        """Return whether the author has written a page that replaces a generated one.

        This is possible for the front page and for the pages of add-ons. The rest of the site links to all others.
        """
        replaceable = page.path == HOME_PATH or bool(page.package)
        return replaceable and addresses.file(page.path) in {addresses.file(path) for path in self.pages}


@dataclass(frozen=True, slots=True)
class _SiteFile:
    """A file of the site, and its origin."""

    file: str
    """Its path in the site; a folder when it ends with a slash."""
    name: str
    """Its origin, as named in messages."""
    place: Place | None = None
    """Where the author gave it its address, or None."""
    way_out: str = ""
    """What to do about an author's file with the same address."""

    @property
    def key(self) -> str:
        """The path as seen by a file system that ignores case and the encoding of accents."""
        return unicodedata.normalize("NFC", self.file).casefold()


def clashing_addresses(
    project: Project, catalogue: Catalogue, addresses: Addresses, own: OwnFiles
) -> Iterator[Problem]:
    """Yield each of the author's files whose address in the site is taken, or cannot be distinguished from another.

    The problem is placed at the file that comes later; generated files come first, then entries, chapters, the author's
    pages and the author's other files.
    """
    claims = (*_made(catalogue, addresses, own), *_written(project, addresses, own))
    folders = _folders_of(claims)
    taken: dict[str, _SiteFile] = {claim.key: claim for claim in claims if claim.file.endswith("/")}
    for claim in claims:
        if claim.place is not None and (earlier := _earlier(claim, taken, folders)):
            yield _clash(claim, claim.place, earlier)
        taken.setdefault(claim.key, claim)


def _made(catalogue: Catalogue, addresses: Addresses, own: OwnFiles) -> Iterator[_SiteFile]:
    """Yield the files that a build generates, without the pages of chapters and entries."""
    only_front = (
        f"rename it; the only generated page that you can replace is the front page, with {own.folder}/{HOME_PATH}"
    )
    for page in catalogue.pages:
        if page.subject not in (Subject.CHAPTER, Subject.ENTRY):
            yield _SiteFile(addresses.file(page.path), f"the page '{page.title}'", way_out=only_front)
    elsewhere = "rename it, or put it into another folder"
    for file in catalogue.files():
        name = (
            f"the folder '{file.path}' of the site"
            if file.path.endswith("/")
            else f"the file '{file.path}' of the site"
        )
        yield _SiteFile(file.path, name, way_out=elsewhere)
    for path in sorted(own.of_the_host):
        hint = "rename it; put your own templates into the theme's 'custom_dir' folder"
        yield _SiteFile(path, f"the file '{path}' of the site", way_out=hint)


def _written(project: Project, addresses: Addresses, own: OwnFiles) -> Iterator[_SiteFile]:
    """Yield the site files with addresses from the author's files."""
    for entry in project.glossary.entries:
        name = f"the entry '{entry.id}' in {entry.place.path}, line {entry.place.line}"
        yield _SiteFile(addresses.file(entry_path(entry.id)), name, entry.place, "give one of the two a different name")
    for chapter in project.chapters:
        hint = "rename one of the two, or the folder of the chapters"
        yield _SiteFile(addresses.file(chapter.path), chapter.path, Place(chapter.path), hint)
    for path in sorted((*own.pages, *own.files), key=lambda path: (path not in own.pages, path)):
        name, hint = f"{own.folder}/{path}", "rename one of the two"
        yield _SiteFile(_file_of(path, addresses), name, Place(name), hint)


def _file_of(path: str, addresses: Addresses) -> str:
    """Return the path in the site of an author's file."""
    suffix = next((suffix for suffix in PAGE_SUFFIXES if path.endswith(suffix)), None)
    return addresses.file(f"{path.removesuffix(suffix)}.md") if suffix else path


def _folders_of(claims: Iterable[_SiteFile]) -> Mapping[str, _SiteFile]:
    """Return the first content of each folder of the site, by the folder's key."""
    found: dict[str, _SiteFile] = {}
    for claim in claims:
        for folder in _parents(claim.key):
            found.setdefault(folder, claim)
    return found


def _parents(key: str) -> Iterator[str]:
    """Yield the folders that a file is in, the innermost first."""
    while "/" in key:
        key = key.rpartition("/")[0]
        yield key


def _earlier(claim: _SiteFile, taken: Mapping[str, _SiteFile], folders: Mapping[str, _SiteFile]) -> _SiteFile | None:
    """Return what already has the address of a claim: a file, a folder, or a folder that contains it."""
    key = claim.key
    if key in taken:
        return taken[key]
    for folder in _parents(key):
        if found := taken.get(f"{folder}/") or taken.get(folder):
            return found
    if key in folders:
        return folders[key]
    if match := _RESERVED.fullmatch(key):
        return _SiteFile(
            match[0], f"the file '{match[0]}' of the site", way_out="rename it; such names are reserved for the site"
        )
    return None


def _clash(claim: _SiteFile, place: Place, earlier: _SiteFile) -> Problem:
    if claim.file == earlier.file:
        seen = f"{claim.name} has the same address in the site as {earlier.name}"
    elif claim.key == earlier.key:
        same_letters = unicodedata.normalize("NFC", claim.file) == unicodedata.normalize("NFC", earlier.file)
        what = "how accents are encoded" if same_letters else "capital letters"
        differ = f"the addresses of {claim.name} and {earlier.name} differ only in {what}"
        seen = f"{differ}: many file systems treat them as the same"
    else:
        both = f"{claim.name} and {earlier.name} cannot both be in the site"
        seen = f"{both}: one needs a folder where the other needs a file"
        if earlier.file.endswith("/"):
            seen = f"{claim.name} would be in {earlier.name}, which each build overwrites"
    return Problem(Code.DUPLICATE_ADDRESS, place, seen, earlier.way_out)
