"""Marking up a chapter: what it must never do, on any text."""

import re
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from glossaries import alias, entry, glossary
from outcomes import text_of_first
from policybrief.build import Prepared, Site, prepare
from policybrief.chapters.citing import unprinted
from policybrief.model.brief import Brief, Chapter, Project
from policybrief.model.glossary import Kind
from policybrief.model.knowledge import AnnotatedChapter
from policybrief.model.problems import Place

TERMS = glossary(
    entry("eaeu", "Eurasian Economic Union", "EAEU", kind=Kind.ORGANISATION),
    entry("heydar", "Heydar Aliyev", alias("Aliyev", ambiguous=True), kind=Kind.PERSON),
    entry("ilham", "Ilham Aliyev", alias("Aliyev", ambiguous=True), kind=Kind.PERSON),
    entry("ceasefire", "ceasefire"),
    entry("karabakh", "Nagorny Karabakh", alias("Карабах", "ru"), kind=Kind.PLACE),
)


def chapter_of(body: str) -> Chapter:
    path = "chapters/1-one.md"
    return Chapter(path, "1", "One", "", None, body, 1, Place(path))


def prepared_for(body: str) -> Prepared:
    return prepare(Project(Brief("Brief"), TERMS, (chapter_of(body),), (), ()), Site(), unprinted)


def annotated(body: str) -> tuple[str, AnnotatedChapter]:
    prepared = prepared_for(body)
    return text_of_first(prepared), prepared.knowledge.chapters[0]


def plain(body: str) -> str:
    """Return what the host alone makes of the text."""
    site = Site()
    return Markdown(extensions=list(site.extensions)).convert(body)


class Words(HTMLParser):
    """The words of a page as a reader sees them, without what the engine adds: numbers, files of tables."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.skipped: list[str] = []
        self.links = 0
        self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipped or ("class", "pb-number") in attrs or ("class", "pb-table-files") in attrs:
            self.skipped.append(tag)
        if tag == "a":
            self.links += 1
            self.deepest = max(self.deepest, self.links)

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            self.skipped.pop()
        if tag == "a":
            self.links -= 1

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.words.append(data)


def words_of(html: str) -> Words:
    parser = Words()
    parser.feed(html)
    parser.close()
    return parser


PIECES = st.sampled_from(
    [
        "EAEU", "Eurasian", "Economic\nUnion", "Eurasian Economic Union", "Heydar", "Aliyev", "**Heydar**", "*EAEU*",
        "Ceasefire", "ceasefires", "Карабах", "`EAEU`", "[EAEU](x.md)", "[**EAEU** treaty](x.md)", "![EAEU](x.png)",
        "<https://example.org/EAEU>", "’s", "'s", "-led", ",", ".", "\n\n", "\n\n## EAEU\n\n", "\n\n- ", "\n\n> ",
        "\n\n1. ", "&amp;", "\\*", "_", "[^1]", "\n\n| EAEU | b |\n|---|---|\n| c | Aliyev |\n\n",
        "\n\n```\nEAEU\n```\n\n", "  \n", "(", ")", "\"", "–", "AT&T",
    ]
)  # fmt: skip
BODIES = st.lists(PIECES, max_size=25).map(" ".join).filter(str.strip)
WITH_NOTES = BODIES.map(lambda body: f"{body} EAEU[^1]\n\n[^1]: Ceasefire and *EAEU*\n\n")


@given(BODIES)
@example("EAEU & [EAEU")
@example("**Eurasian** Economic Union EAEU")
def test_linking_leaves_the_text_as_it_is(body: str) -> None:
    html, _ = annotated(body)
    with_links, without = words_of(html), words_of(plain(body))
    assert "".join("".join(with_links.words).split()) == "".join("".join(without.words).split())
    assert with_links.deepest <= max(1, without.deepest)


@given(st.one_of(BODIES, WITH_NOTES))
def test_mentions_say_what_stands_in_the_paragraph(body: str) -> None:
    html, chapter = annotated(body)
    paragraphs = {paragraph.id: paragraph for paragraph in chapter.paragraphs}
    assert len(paragraphs) == len(chapter.paragraphs)
    for paragraph in paragraphs.values():
        assert f'id="{paragraph.id}"' in html
    for mention in chapter.mentions:
        text = paragraphs[mention.paragraph].text
        assert text[mention.extent.start : mention.extent.end] == mention.form
        assert mention.sentence.start <= mention.extent.start < mention.extent.end
    linked = [mention for mention in chapter.mentions if mention.linked]
    assert len(linked) == len(re.findall(r'class="pb-term"', html))


@given(st.one_of(BODIES, WITH_NOTES))
@example("`code`")
@example("***")
@example("[^1]\n\n[^1]: x")
@example("- a\n\n# h\n\n- b\n\n```\nx\n```\n\n![](x.png)")
def test_the_ledger_knows_the_very_blocks_that_the_page_numbers(body: str) -> None:
    prepared = prepared_for(body)
    (chapter,) = prepared.knowledge.chapters
    numbered = [paragraph.id for paragraph in chapter.paragraphs if not paragraph.note]
    assert numbered == [line.id for line in prepared.anchors.alignment.ledger.lines]
    assert all(f'id="{paragraph_id}"' in text_of_first(prepared) for paragraph_id in numbered)


def test_the_label_of_a_tab_is_pressed_and_holds_no_link() -> None:
    text = '=== "EAEU first"\n\n    The EAEU.\n\n=== "Ilham Aliyev"\n\n    Others.'
    options = {"pymdownx.tabbed": {"alternate_style": True}}
    site = Site(extensions=("pymdownx.tabbed",), extension_configs=options)
    project = Project(Brief("Brief"), TERMS, (chapter_of(text),), (), ())
    prepared = prepare(project, site, unprinted)
    labels = re.findall(r"<label for=[^>]*>(.*?)</label>", text_of_first(prepared))
    assert labels == ["EAEU first", "Ilham Aliyev"]
    found = {(mention.entry, mention.linked) for mention in prepared.knowledge.chapters[0].mentions}
    assert found == {("eaeu", False), ("eaeu", True), ("ilham", False)}
