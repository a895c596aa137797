"""What boxes and captions are called by us, in whatever way they are written: words of the brief's language."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from documents import ROOMY, chapter_of
from policybrief.build import Site, convert, parser_for, prepare
from policybrief.chapters.citing import unprinted
from policybrief.chapters.dialect.boxes import KINDS
from policybrief.chapters.kinds_of_boxes import PROOFS, titles_in
from policybrief.chapters.text import plain_text
from policybrief.model.blocks import Box, Figure, walk
from policybrief.model.brief import Brief, Project
from policybrief.model.captions import caption_label
from policybrief.model.document import Document
from policybrief.model.glossary import Glossary
from policybrief.model.knowledge import Hypertext
from policybrief.model.places import Source
from policybrief.wording.words import ENGLISH, Words
from test_pdf import brief, built, file_of, text_of

_OTHER = Words(
    "nl",
    "".join(
        f'msgctxt "{context}"\nmsgid "{english}"\nmsgstr "‹{english}›"\n\n'
        for context, messages in (
            ("box", sorted(set(titles_in(ENGLISH).values()))),
            ("caption", ["Figure {number}.", "Table {number}."]),
        )
        for english in messages
    ),
)
"""A language in which everything that we call boxes and captions is told from English."""
_WITH_BLOCKS = replace(
    ROOMY,
    extensions=(*ROOMY.extensions, "pymdownx.blocks.admonition", "pymdownx.blocks.details"),
    extension_configs={"pymdownx.blocks.admonition": {"types": ["note", {"name": "pet", "title": "Of ours"}]}},
)
_WAYS = {
    "alert": "> [!{kind}]\n> Words.",
    "admonition": "!!! {kind}\n    Words.",
    "admonition with a class": "!!! {kind} wide\n    Words.",
    "details": "??? {kind}\n    Words.",
    "open details": "???+ {kind}\n    Words.",
    "colons": "::: {kind}\nWords.\n:::",
    "callout": "::: {{.callout-{kind}}}\nWords.\n:::",
    "directive": "```{{{kind}}}\nWords.\n```",
    "hint": '{{% hint style="{kind}" %}}\nWords.\n{{% endhint %}}',
}


def _boxes(document: Document) -> Iterator[Box]:
    return (node for root in document.roots() for node in walk(root) if isinstance(node, Box))


def _titles(text: str, site: Site, words: Words = _OTHER) -> list[str]:
    return [plain_text(box.title) for box in _boxes(parser_for(site, words).parse(chapter_of(text)).document)]


@pytest.mark.parametrize("site", [Site(), ROOMY], ids=["ours", "of the host"])
@pytest.mark.parametrize("way", _WAYS)
def test_a_box_without_a_title_is_called_in_the_language_of_the_brief(way: str, site: Site) -> None:
    text = "\n\n".join(_WAYS[way].format(kind=kind) for kind in sorted(KINDS))
    assert _titles(text, site) == [titles_in(_OTHER)[kind] for kind in sorted(KINDS)]
    assert all(title.startswith("‹") for title in titles_in(_OTHER).values())


@pytest.mark.parametrize("way", ["{{prf:{kind}}}", "{{prf:{kind}}} Of Euler"])
def test_a_theorem_is_called_in_the_language_of_the_brief(way: str) -> None:
    text = "\n\n".join(f"```{way.format(kind=kind)}\nWords.\n```" for kind in sorted(PROOFS))
    titles = titles_in(_OTHER)
    of_euler = " (Of Euler)" if "Euler" in way else ""
    assert _titles(text, Site()) == [f"{titles[kind]}{of_euler}" for kind in sorted(PROOFS)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("/// note\nWords.\n///", "‹Note›"),
        ("/// admonition\n    type: warning\nWords.\n///", "‹Warning›"),
        ("/// details\n    type: tip\nWords.\n///", "‹Tip›"),
        ("/// note | Of ours\nWords.\n///", "Of ours"),
        ("/// pet\nWords.\n///", "Of ours"),
        ('!!! note "Note"\n    Words.', "Note"),
        ('??? note "Note"\n    Words.', "Note"),
        ("- item\n\n    !!! note\n        Words.", "‹Note›"),
        ("!!! hond\n    Words.", "Hond"),
        ("::: {#thm-euler}\n## Of Euler\n\nWords.\n:::", "‹Theorem› (Of Euler)"),
        ('::: {.theorem #euler name="Of Euler"}\nWords.\n:::', "‹Theorem› (Of Euler)"),
        ("::: {.proof}\nWords.\n:::", "‹Proof›"),
        ("```{exercise}\n:label: one\nWords.\n```", "‹Exercise›"),
        ("```{dropdown}\nWords.\n```", "‹Note›"),
        ("```{admonition}\n:class: tip\nWords.\n```", "‹Tip›"),
    ],
)
def test_titles_of_the_author_stay(text: str, title: str) -> None:
    assert _titles(text, _WITH_BLOCKS) == [title]


def test_captions_count_in_the_language_of_the_brief() -> None:
    text = "| a |\n|---|\n| 1 |\n\n: Words.\n\n![A map](map.png)\n\n/// figure-caption\nWords.\n///"
    document = parser_for(Site(), _OTHER).parse(chapter_of(text)).document
    figures = [node for root in document.roots() for node in walk(root) if isinstance(node, Figure)]
    assert [caption_label(figure.caption) for figure in figures] == ["‹Table 1.1.›", "‹Figure 1.2.›"]


def test_a_chapter_is_read_anew_in_another_language() -> None:
    parser = parser_for(Site(), keep=True)
    assert parser.reads_like(Site().extensions, {}, ENGLISH)
    assert not parser.reads_like(Site().extensions, {}, Words("fr"))
    assert not parser.reads_like(Site().extensions, {}, _OTHER)


def test_english_among_hebrew_becomes_text_without_marks_of_ours() -> None:
    assert titles_in(Words("he")) == titles_in(ENGLISH)


@pytest.mark.parametrize("text", ["!!! note\n    Words.", "??? note\n    Words.", "/// note\nWords.\n///"])
def test_boxes_of_other_pages_are_called_in_the_language_too(text: str) -> None:
    project = Project(Brief("Brief", language="nl"), Glossary(()), (chapter_of("Text."),), (), (), words=_OTHER)
    found: list[Hypertext] = []
    html = convert(prepare(project, _WITH_BLOCKS, unprinted), Source("own.md", text, 1, "docs/own.md"), found.append)
    assert ">‹Note›<" in html


def test_every_form_of_the_brief_says_it_in_the_language(tmp_path: Path) -> None:
    text = (
        "# Un\n\n::: warning\nMots.\n:::\n\n```{prf:theorem} d'Euler\n:label: euler\nMots.\n```\n\n"
        "Voir [](#euler) et [](#tbl).\n\n| a |\n|---|\n| 1 |\n\n: Mots. {#tbl}\n"
    )
    folder = brief(tmp_path, **{"1-one": text})
    settings = (folder / "mkdocs.yml").read_text("utf-8").replace("language: en", "language: fr")
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    outcome = built(folder)
    with ZipFile(BytesIO(file_of(outcome, "brief.epub"))) as book:
        of_book = next(book.read(name).decode() for name in book.namelist() if "Mots." in book.read(name).decode())
    forms = {
        "page": next(page.html for page in outcome.pages if page.path == "chapters/1-one.md"),
        "book": of_book,
        "pdf": " ".join(text_of(file_of(outcome, "brief.pdf"))),
        "twin": file_of(outcome, "chapters/1-one/index.md").decode(),
    }
    for form, written in forms.items():
        for words in ("Avertissement", "Théorème (d", "Théorème 1.2", "Tableau 1.4"):
            assert words in written, form
        assert not re.search("Warning|Theorem|Table 1", written), form
