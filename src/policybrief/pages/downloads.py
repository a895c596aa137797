"""Downloads: the files of the site for use outside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import dirname, relpath

from ..model.addresses import Addresses, chapter_pdf_path, chapter_text_path, relative
from ..model.publication import READING_GROUP, Download, size_in_words
from ..wording.words import Words


@dataclass(frozen=True, slots=True)
class Offer:
    """A file as a page offers it."""

    name: str
    href: str
    size: str
    """`12 KB`, `1.5 MB`."""


@dataclass(frozen=True, slots=True)
class DownloadGroup:
    """Files for the same purpose."""

    title: str
    to_read: bool
    """Whether they are for people rather than for programs."""
    files: tuple[Offer, ...]


def download_groups(downloads: Iterable[Download], start: str, words: Words) -> tuple[DownloadGroup, ...]:
    """Return the files by the heading of their group, both in the given order; `start` is the address of the page."""
    groups: dict[str, list[Offer]] = {}
    for download in downloads:
        groups.setdefault(download.file.group, []).append(offer(download, start, words))
    return tuple(
        DownloadGroup(words.say(title), title == READING_GROUP, tuple(files)) for title, files in groups.items()
    )


def offer(download: Download, start: str, words: Words) -> Offer:
    """Return a file as offered on the page at the address `start`."""
    return Offer(
        words.say(download.file.label), relative(download.file.path, start), size_in_words(download.size, words)
    )


def chapter_offers(path: str, made: Mapping[str, int], addresses: Addresses, words: Words) -> tuple[Offer, ...]:
    """Return the files with the chapter at `path` that were made; `made` has sizes by path."""
    files = (("PDF", chapter_pdf_path(path)), ("Markdown", chapter_text_path(path, addresses)))
    return tuple(
        Offer(label, relative(file, addresses.of(path)), size_in_words(made[file], words))
        for label, file in files
        if file in made
    )


def offered(downloads: Iterable[Download], group: str, start: str, words: Words) -> tuple[tuple[str, str], ...]:
    """Return the label and the relative address of each file of a group, for the page at path `start`."""
    return tuple(
        (words.say(download.file.label), relpath(download.file.path, dirname(start)))
        for download in downloads
        if download.file.group == group
    )
