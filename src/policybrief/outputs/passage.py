"""Citations of a passage, printed at build time with placeholders that the reader's browser replaces."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..assets.packing import CITING_SCRIPTS, packed_scripts
from ..model.brief import Project, Reference
from ..model.citing import READERS_STYLES, CitedItem, Cluster, OwnCitation, Piece, Printed, PrintRequest
from ..model.output import Artifact
from ..wording.words import Words, message
from .bibtex import bibtex
from .csljson import brief_reference, csl_json
from .ris import ris

SCRIPT_PATH = "assets/policybrief-citing.js"

FIRST, LAST = "7777", "8888"
"""Placeholders for the numbers of the first and the last paragraph: locators that every style prints unchanged."""
ADDRESS = "https://address.invalid/"
QUOTATION = "QUOTATION"
PARAGRAPH = "paragraphid"
"""A placeholder for the id of the first paragraph in the keys of records, so that each passage has its own key."""
PASSAGE = "https://passage.invalid/"
"""A placeholder for the address of the words in their page."""

ITALIC, UPRIGHT = "\ue000", "\ue001"
"""Markers around words in italics, which are copied as such into documents."""


@dataclass(frozen=True, slots=True)
class Format:
    """A form of citation for readers to copy, for one paragraph and for several, with and without quotation."""

    name: str
    syntax: str
    """How to escape a quotation in it: `plain`, `bibtex`, `ris` or `json`."""
    one: str
    several: str
    one_quoted: str
    several_quoted: str

    def record(self) -> Mapping[str, str]:
        """Return it in the form for the browser."""
        return {
            "name": self.name,
            "syntax": self.syntax,
            "one": self.one,
            "several": self.several,
            "oneQuoted": self.one_quoted,
            "severalQuoted": self.several_quoted,
        }


def passage_requests(project: Project) -> tuple[PrintRequest, ...]:
    """Return the requests to the citation processor, one for each style that readers are offered."""
    reference = _reference(project, "")
    item = CitedItem(reference.id)
    clusters = tuple(
        Cluster(f"[@{reference.id}, {locator}]", (replace(item, locator=locator),), 0)
        for locator in _locators(project.words)
    )
    # Each in a separate text, so that all are first citations.
    texts = tuple((cluster,) for cluster in (*clusters, Cluster(f"[@{reference.id}]", (item,), 0)))
    return tuple(PrintRequest(style, project.brief.language, (reference,), texts) for style in READERS_STYLES.values())


def _locators(words: Words) -> tuple[str, str]:
    """Return how to name the place of one paragraph, and of several.

    In English, the processor has the words of each style; in other languages, it prints ours unchanged.
    """
    one, several = message("para. {number}"), message("paras {first}–{last}")
    if not (words.has(one) and words.has(several)):
        return f"para. {FIRST}", f"para. {FIRST}-{LAST}"
    return words.say(one, number=FIRST), words.say(several, first=FIRST, last=LAST)


def unaddressed_requests(project: Project) -> tuple[PrintRequest, ...]:
    """Return requests for the whole brief without an address, for a site whose address is unknown."""
    reference = _described(brief_reference(project.brief, "", project.words))
    texts = ((Cluster(f"[@{reference.id}]", (CitedItem(reference.id),), 0),),)
    return tuple(PrintRequest(style, project.brief.language, (reference,), texts) for style in READERS_STYLES.values())


def citing_script(
    project: Project, printed: Iterable[Printed], site_url: str, pages: Mapping[str, int] | None = None
) -> Artifact:
    """Return the script that a page loads when something is first cited: the templates, and the dialog for them.

    `pages` has the page of the PDF for the number of each paragraph.
    """
    formats = [_in_style(name, outcome, project.words) for name, outcome in zip(READERS_STYLES, printed, strict=True)]
    formats += _for_machines(project)
    formats.append(_link(project.words))
    citing = {
        "site": site_url,
        "places": {"first": FIRST, "last": LAST, "address": ADDRESS, "quotation": QUOTATION}
        | {"id": PARAGRAPH, "passage": PASSAGE, "italic": ITALIC, "upright": UPRIGHT},
        "formats": [item.record() for item in formats],
    }
    data = json.dumps(citing, ensure_ascii=False, indent=1)
    on_pages = json.dumps(pages or {}, ensure_ascii=False, separators=(",", ":"))
    content = f"window.policybrief = window.policybrief || {{}};\nwindow.policybrief.citing = {data};\n"
    content += f"window.policybrief.citing.pages = {on_pages};\n"
    return Artifact(SCRIPT_PATH, content.encode() + packed_scripts(CITING_SCRIPTS, project.words) + b"\n")


def own_citations(printed: Iterable[Printed], site_url: str) -> tuple[OwnCitation, ...]:
    """Return the citation of the whole brief in each style, from the last item of each result."""
    return tuple(
        OwnCitation(name, tuple(_addressed(_whole(outcome), site_url)))
        for name, outcome in zip(READERS_STYLES, printed, strict=True)
    )


def _whole(printed: Printed) -> tuple[Piece, ...]:
    (cluster,) = printed.texts[-1]
    return cluster.note or (printed.references[0].text if printed.references else cluster.text)


def _addressed(pieces: Iterable[Piece], site_url: str) -> Iterator[Piece]:
    for piece in pieces:
        if piece.url == ADDRESS:
            yield replace(piece, text=site_url, url=site_url)
        else:
            yield replace(piece, text=piece.text.replace(ADDRESS, site_url))


def _in_style(name: str, printed: Printed, words: Words) -> Format:
    one, several, _ = (_marked(text[0].note or text[0].text) for text in printed.texts)
    if not printed.texts[0][0].note:
        # An author-date style gives the place in the sentence, and the work in its list.
        listed = _marked(printed.references[0].text) if printed.references else ""
        one, several = f"{one}\n\n{listed}", f"{several}\n\n{listed}"
    quoted = f"‘{QUOTATION}’" if words.locale.language == "en" else words.quoted(QUOTATION)
    return Format(name, "plain", one, several, f"{quoted} {one}", f"{quoted} {several}")


def _for_machines(project: Project) -> Iterable[Format]:
    say = project.words.say
    places = (say("Paragraph {number}", number=FIRST), say("Paragraphs {first}–{last}", first=FIRST, last=LAST))
    for name, syntax, write in (("BibTeX", "bibtex", bibtex), ("RIS", "ris", ris), ("CSL-JSON", "json", csl_json)):
        one, several, one_quoted, several_quoted = (
            write((_with_own_key(_reference(project, where, quotation)),)).decode().replace("\r\n", "\n")
            for quotation in ("", QUOTATION)
            for where in places
        )
        yield Format(name, syntax, one, several, one_quoted, several_quoted)


def _with_own_key(reference: Reference) -> Reference:
    return replace(reference, id=f"{reference.id}-{PARAGRAPH}")


def _link(words: Words) -> Format:
    return Format(words.say("Link"), "plain", ADDRESS, ADDRESS, PASSAGE, PASSAGE)


def _reference(project: Project, where: str, quotation: str = "") -> Reference:
    """Return the brief as a source, in which a request gave the address and place."""
    reference = _described(brief_reference(project.brief, ADDRESS, project.words))
    said = ". ".join(filter(None, (where, f"‘{quotation}’" if quotation else "")))
    return replace(reference, fields={**reference.fields, **({"note": said} if said else {})})


def _described(reference: Reference) -> Reference:
    """Return the source with its metadata, without its content."""
    return replace(reference, fields={name: value for name, value in reference.fields.items() if name != "abstract"})


def _marked(pieces: Iterable[Piece]) -> str:
    return "".join(f"{ITALIC}{piece.text}{UPRIGHT}" if piece.italic else piece.text for piece in pieces)
