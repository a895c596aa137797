"""The files that books show besides the text: the author's pictures in the chapters, and the fonts of the site."""

from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from ..model.blocks import walk
from ..model.document import Document
from ..model.inlines import Picture
from ..model.publication import Publication, text_fingerprint
from ..model.recall import recalled_content


def picture_path(picture: Picture, document: Document) -> str:
    """Return the path in the site of the file that a picture of a chapter shows."""
    return normpath(join(dirname(document.chapter.path), unquote(picture.target)))


def shown_files(publication: Publication) -> bytes:
    """Return what stands for the content of the pictures that the chapters show, and of the fonts."""
    found = blake2b(digest_size=32)
    files = [(path, publication.own_file(path)) for path in publication.once(_pictures)]
    fonts = ((f"{font.name} {font.weights} {font.style}", font.content) for font in publication.fonts())
    for name, content in (*files, *fonts):
        size = "none" if content is None else f"{len(content)}"
        found.update(f"{name}\n{size}\n".encode("utf-8", "surrogatepass") + (content or b""))
    return found.digest()


def _pictures(publication: Publication) -> tuple[str, ...]:
    read, make = publication.once(text_fingerprint), partial(_found, publication)
    return make() if read is None else recalled_content(make, _pictures, read)


def _found(publication: Publication) -> tuple[str, ...]:
    return tuple(sorted({picture_path(*each) for each in _shown(publication)}))


def _shown(publication: Publication) -> Iterator[tuple[Picture, Document]]:
    for document in (each.document for each in publication.knowledge.chapters):
        roots = (*document.roots(), *(block for note in document.notes for block in note.blocks))
        yield from ((node, document) for root in roots for node in walk(root) if isinstance(node, Picture))
