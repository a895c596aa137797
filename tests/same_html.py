"""The text of a chapter as Python-Markdown alone writes it, and as it is written from its tree, to be compared.

What the engine adds is left out: numbers and ids of paragraphs, those in captions, boxes for wide tables, the files of
a table. Notes are compared one by one, for the two put them in different places; a call is known by its number.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias
from urllib.parse import unquote

import lxml.html  # type: ignore[import-untyped]
from markdown import Markdown

from documents import PATH, chapter_of
from policybrief.build import Site, prepare
from policybrief.chapters.citing import unprinted
from policybrief.chapters.dialect.registering import register_dialect, with_own_extensions
from policybrief.chapters.kinds_of_boxes import titles_in, with_labels_in
from policybrief.model.brief import Brief, Project
from policybrief.model.glossary import Glossary
from policybrief.pages.chapter_html import chapter_html
from policybrief.pages.line_html import TargetPage
from policybrief.wording.words import ENGLISH

BLOCKS = frozenset(
    "p ul ol li dl dt dd blockquote table caption thead tbody tfoot tr td th figure figcaption div section details "
    "summary pre h1 h2 h3 h4 h5 h6 hr aside br".split()
)
Part: TypeAlias = "str | tuple[str, tuple[tuple[str, str], ...], tuple[Part, ...]]"
"""Characters, or an element: its tag, attributes and content."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A chapter as a reader sees it."""

    text: tuple[Part, ...]
    notes: tuple[tuple[Part, ...], ...]
    """In the order of their numbers."""


def by_markdown(body: str, site: Site) -> Shown:
    """Return what Python-Markdown makes of a text in the engine's dialect."""
    configs = with_labels_in(ENGLISH, site.extension_configs)
    md = Markdown(extensions=with_own_extensions(site.extensions), extension_configs=configs)
    register_dialect(md, titles_in(ENGLISH))
    root = _parsed(md.convert(body))
    for caption in root.xpath(".//figure/table/following-sibling::figcaption"):
        # Ours come before their tables.
        caption.getparent().insert(0, caption)
    notes: dict[str, lxml.html.HtmlElement] = {}
    for listed in root.xpath(".//div[@class='footnote']"):
        notes |= {item.get("id"): item for item in listed.xpath("./ol/li")}
        listed.drop_tree()
    for link in (link for note in notes.values() for link in note.xpath(".//a[@class='footnote-backref']")):
        paragraph = link.getparent()
        link.drop_tree()
        if not paragraph.text_content().strip():
            paragraph.drop_tree()
    order: list[str] = []
    for call in root.xpath(".//sup[a/@class='footnote-ref']"):
        label = call.find("a").get("href").removeprefix("#")
        order += [label] if label not in order else []
        _make_call(call, order.index(label) + 1)
    return _shown(root, (notes[label] for label in order))


def by_tree(body: str, site: Site) -> Shown:
    """Return what is written from the tree of a text."""
    chapter = replace(chapter_of(body), title="Not a heading of the text")
    prepared = prepare(Project(Brief("Brief"), Glossary(()), (chapter,), (), ()), site, unprinted)
    (annotated,) = prepared.knowledge.chapters
    page = TargetPage(PATH, site.addresses, {}, "en")
    root = _parsed(chapter_html(annotated.document, page))
    notes = root.xpath(".//pb-note")
    for added in root.xpath(".//a[@class='pb-number' or @class='pb-note-number' or @class='pb-note-again']"):
        added.drop_tree()
    for files in root.xpath(".//p[@class='pb-table-files']"):
        files.drop_tree()
    for folded in root.xpath(".//details[@class='pb-notes']"):
        folded.drop_tree()
    for scope in (root, *notes):
        _without_additions(scope)
    for unbroken in root.xpath(".//span[@class='pb-unbroken']"):
        unbroken.drop_tag()
    for paragraph in root.xpath(".//*[contains(concat(' ', @class, ' '), ' pb-paragraph ')]"):
        _as_unnumbered(paragraph)
    return _shown(root, notes)


def _without_additions(scope: lxml.html.HtmlElement) -> None:
    for call in scope.xpath(".//sup[starts-with(@class, 'pb-note-call')]"):
        _make_call(call, int(call.text_content().strip("[]")))
    for box in scope.xpath(".//div[@class='pb-wide']"):
        box.drop_tag()
    for table in scope.xpath(".//table"):
        _take_class(table, "pb-table")


def _as_unnumbered(paragraph: lxml.html.HtmlElement) -> None:
    _take_class(paragraph, "pb-paragraph")
    _take_class(paragraph, "pb-text")
    del paragraph.attrib["id"]
    for anchor in paragraph.xpath("(. | ./figcaption)/span[@id and not(node())]"):
        paragraph.set("id", anchor.get("id"))
        anchor.drop_tree()


def _parsed(html: str) -> lxml.html.HtmlElement:
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for formula in root.xpath(".//div[@class='arithmatex' and not(*)]"):
        formula.text = re.sub(r"^(\\\[)\s+|\s+(\\\])$", r"\1\2", formula.text)
    return root


def _shown(root: lxml.html.HtmlElement, notes: Iterable[lxml.html.HtmlElement]) -> Shown:
    for box in root.xpath(".//div[not(@*)]"):
        # A paragraph's number needs such a box in places, and its absence makes no difference.
        box.drop_tag()
    for prefix in root.xpath(".//span[@class='caption-prefix']"):
        prefix.text = re.sub(r"\d[\d.]*[a-z]?", "0", prefix.text)
    return Shown(_content(root), tuple(map(_content, notes)))


def _make_call(element: lxml.html.HtmlElement, number: int) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.tail = "call", tail
    element.set("number", str(number))


def _take_class(element: lxml.html.HtmlElement, taken: str) -> None:
    left = " ".join(name for name in element.get("class", "").split() if name != taken)
    if left:
        element.set("class", left)
    else:
        element.attrib.pop("class", None)


def _content(element: lxml.html.HtmlElement) -> tuple[Part, ...]:
    """Return what an element holds, with white space between blocks left out and other white space as one space."""
    as_is = element.tag in ("pre", "code")
    parts: list[Part] = [element.text or ""]
    for child in element:
        if child.tag == "call" and isinstance(parts[-1], str):
            # The engine draws calls close to punctuation.
            parts[-1] = parts[-1].rstrip()
        if not isinstance(child.tag, str):
            parts.append(("comment", (), (child.text,)))
        else:
            attributes = ((name, _value(name, value)) for name, value in child.attrib.items())
            parts.append((child.tag, tuple(sorted(attributes)), _content(child)))
        parts.append(child.tail or "")
    return tuple(parts if as_is else _squeezed(parts, element.tag))


def _squeezed(parts: list[Part], tag: str) -> Iterable[Part]:
    neighbours = [("", *parts), (*parts[1:], "")]
    for part, before, after in zip(parts, *neighbours, strict=False):
        if not isinstance(part, str):
            yield part
            continue
        words = re.sub(r"\s+", " ", part)
        words = words.lstrip() if _is_edge(before, tag) else words
        words = words.rstrip() if _is_edge(after, tag) else words
        if words:
            yield words


def _is_edge(beside: Part, tag: str) -> bool:
    return (not beside and tag in BLOCKS) or (not isinstance(beside, str) and beside[0] in BLOCKS)


def _value(name: str, value: str) -> str:
    """Return the value of an attribute; an address as the author wrote it, whatever page it is seen from."""
    if name not in ("href", "src"):
        return value
    return unquote(re.sub(r"^([\w-]+)/(?=$|#|\?)", r"\1.md", value.removeprefix("../../chapters/")))
