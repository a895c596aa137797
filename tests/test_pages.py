"""Derived pages: what a reader finds on the page of an entry, and what holds for every page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest

from glossaries import HERE, alias, entry, glossary
from policybrief.model.addresses import Addresses
from policybrief.model.brief import Author, Brief, Chapter, Project, Reference
from policybrief.model.citing import Piece, PrintedReference
from policybrief.model.dates import parse_span
from policybrief.model.document import Document
from policybrief.model.glossary import Entry, Kind, Relation, RelationType, SourceUse
from policybrief.model.knowledge import AnnotatedChapter, Extent, Inline, Knowledge, Mention, Paragraph
from policybrief.model.output import Page
from policybrief.model.publication import Download, Publication
from policybrief.pages.catalogue import PAGES

VOID = frozenset(("input", "br", "hr", "img", "link"))
ATTACK = "\"'><script>alert(1)</script>"


@dataclass(eq=False, slots=True)
class Node:
    """An element of a parsed page."""

    tag: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self._words()).split())

    def _words(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._words()

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, selector: str) -> list["Node"]:
        """Return the elements under this one that match `tag`, `.class` or `tag.class`."""
        tag, _, name = selector.partition(".")
        return [
            node
            for node in self.walk()
            if tag in ("", node.tag) and (not name or name in node.attributes.get("class", "").split())
        ]

    def one(self, selector: str) -> "Node":
        (found,) = self.all(selector)
        return found


class TreeBuilder(HTMLParser):
    """Builds nodes, and fails on elements that are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Node("root", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(page: Page) -> Node:
    builder = TreeBuilder()
    builder.feed(page.html)
    builder.close()
    assert builder.open == [builder.root]
    return builder.root


def targets(page: Page, links: list[Node], addresses: Addresses = Addresses()) -> list[str]:  # noqa: B008
    """Return where links of a page lead, as addresses from the root of the site."""
    root = "https://site.example/"
    here = urljoin(root, addresses.of(page.path))
    return [urljoin(here, link.attributes["href"]).removeprefix(root) for link in links]


def chapter(number: str, *paragraphs: str, path: str = "", title: str = "", mentions: str = "") -> AnnotatedChapter:
    """Return a chapter of these paragraphs, in which every `id=form` in `mentions` is found wherever it stands."""
    path = path or f"chapters/{number}-chapter.md"
    made = tuple(
        Paragraph(f"p-{number}{place}", f"{number}.{place}", path, "", text) for place, text in enumerate(paragraphs, 1)
    )
    wanted = [pair.split("=") for pair in mentions.split(",") if pair]
    found = tuple(
        Mention(entry_id, p.id, Extent(*at.span()), form, sentence_at(p.text, at.start()), linked=True)
        for p in made
        for entry_id, form in wanted
        for at in re.finditer(re.escape(form), p.text)
    )
    source = Chapter(path, number, title or f"Title {number}", f"Summary {number}.", None, "", 1, HERE)
    return AnnotatedChapter(source, Document(source), made, found, (), ())


def sentence_at(text: str, at: int) -> Extent:
    start = text.rfind(". ", 0, at)
    end = text.find(". ", at)
    return Extent(0 if start < 0 else start + 2, len(text) if end < 0 else end + 1)


BRIEF = Brief("The Brief", language="en")


def pages_of(
    *entries: Entry,
    chapters: tuple[AnnotatedChapter, ...] = (),
    references: tuple[Reference, ...] = (),
    brief: Brief = BRIEF,
    definitions: dict[str, tuple[Inline, ...]] | None = None,
    notes: dict[str, tuple[Inline, ...]] | None = None,
    addresses: Addresses = Addresses(),  # noqa: B008
    downloads: tuple[Download, ...] = (),
    whole: bool = False,
) -> dict[str, Page]:
    project = Project(brief, glossary(*entries), tuple(a.chapter for a in chapters), references, ())
    known = {item.id: (Inline(item.definition),) for item in entries} | (definitions or {})
    printed = tuple(
        PrintedReference(
            r.id,
            (
                Piece(r.title, italic=True, language="" if r.language == "en" else r.language),
                Piece(", link", url=r.url),
            ),
        )
        for r in references
    )
    knowledge = Knowledge(chapters, known, notes or {}, printed)
    paths = frozenset({"all/index.md"} if whole else ())
    publication = Publication(project, knowledge, addresses, pages=paths, downloads=downloads)
    declared = (page for page_set in PAGES for page in page_set.declare(project))
    return {page.path: page.page(publication) for page in declared if page.make is not None}


EAEU = entry(
    "eaeu",
    "Eurasian Economic Union",
    "EAEU",
    alias("ЕАЭС", "ru"),
    alias("Եվրասիական տնտեսական միություն", "hy"),
    kind=Kind.ORGANISATION,
    definition="An economic union.",
    dates=parse_span("2015-01-01/.."),
    relations=(
        Relation(RelationType.SUCCESSOR_OF, "customs-union", HERE),
        Relation(
            RelationType.LED_BY, "sargsyan", HERE, parse_span("2016-02"), parse_span("2020-01-31"), "of its commission"
        ),
    ),
)
CUSTOMS_UNION = entry("customs-union", "Customs Union", kind=Kind.ORGANISATION, definition="A customs union.")
ARMENIA = entry(
    "armenia",
    "Armenia",
    kind=Kind.STATE,
    relations=(Relation(RelationType.MEMBER_OF, "eaeu", HERE, since=parse_span("2015-01-02")),),
)
SARGSYAN = entry("sargsyan", "Tigran Sargsyan", kind=Kind.PERSON)
ENTRIES = (EAEU, CUSTOMS_UNION, ARMENIA, SARGSYAN)
CHAPTERS = (
    chapter(
        "1",
        "Nothing here.",
        "The EAEU began in 2015. The EAEU, or Eurasian Economic Union, grew. It rests.",
        mentions="eaeu=EAEU,eaeu=Eurasian Economic Union",
    ),
    chapter("2", "Armenia joined the EAEU.", mentions="armenia=Armenia,eaeu=EAEU"),
)


def rows(found: Node) -> dict[str, list[str]]:
    """Return a definition list as its terms with what stands behind them."""
    return {group.one("dt").text: [d.text for d in group.all("dd")] for group in found.all("div") if group.all("dt")}


class TestEntry:
    page = pages_of(*ENTRIES, chapters=CHAPTERS)["glossary/eaeu.md"]
    root = parsed(page)

    def test_head_says_what_it_is_and_since_when(self) -> None:
        head = self.root.one("header.pb-page-head")
        assert head.one("h1").text == "Eurasian Economic Union"
        assert head.one("span.pb-kind").text == "Organisation"
        assert head.one("span.pb-kind").attributes["data-kind"] == "organisation"
        assert head.one("p.pb-facts").text == "Organisation · 4 mentions in 2 chapters"
        dates = self.root.one("dl.pb-own-dates").one("dd.pb-dates")
        assert dates.text == "since 1 January 2015"
        assert dates.one("time").attributes["datetime"] == "2015-01-01"

    def test_single_date_is_readable_by_machines(self) -> None:
        event = entry("war", "War", kind=Kind.EVENT, dates=parse_span("1994-05~"))
        time = parsed(pages_of(event)["glossary/war.md"]).one("time")
        assert (time.attributes["datetime"], time.text) == ("1994-05", "about May 1994")

    def test_other_names_stand_under_their_language(self) -> None:
        names = self.root.one("dl.pb-other-names")
        assert rows(names) == {
            "English": ["EAEU"],
            "Russian": ["ЕАЭС"],
            "Armenian": ["Եվրասիական տնտեսական միություն"],
        }
        assert [form.attributes.get("lang") for form in names.all("bdi")] == [None, "ru", "hy"]

    def test_brief_in_a_regional_language_has_one_group_for_it(self) -> None:
        page = pages_of(*ENTRIES, brief=Brief("B", language="en-GB"))["glossary/eaeu.md"]
        assert list(rows(parsed(page).one("dl.pb-other-names"))) == ["English", "Russian", "Armenian"]

    def test_relations_are_read_from_both_ends(self) -> None:
        assert rows(self.root.one("dl.pb-relations")) == {
            "Successor of": ["Customs Union"],
            "Led by": ["Tigran Sargsyan February 2016 to 31 January 2020 of its commission"],
            "Members": ["Armenia since 2 January 2015"],
        }
        link = self.root.one("dl.pb-relations").all("a.pb-term")[2]
        assert targets(self.page, [link]) == ["glossary/armenia/"]
        assert (link.attributes["data-entry"], link.attributes["data-kind"]) == ("armenia", "state")

    def test_relation_that_both_ends_tell_stands_once(self) -> None:
        kazan = entry("kazan", "Kazan", relations=(Relation(RelationType.LED_BY, "mayor", HERE),))
        mayor = entry("mayor", "Mayor", relations=(Relation(RelationType.LEADS, "kazan", HERE, parse_span("2010")),))
        page = pages_of(kazan, mayor)["glossary/kazan.md"]
        assert rows(parsed(page).one("dl.pb-relations")) == {"Led by": ["Mayor since 2010"]}

    def test_kin_come_first_and_are_told_once_from_both_ends(self) -> None:
        def person(id_: str, *relations: Relation) -> Entry:
            return entry(id_, id_.capitalize(), kind=Kind.PERSON, relations=relations)

        firm = entry("firm", "Firm", kind=Kind.ORGANISATION)
        married = parse_span("1967")
        anna = person(
            "anna",
            Relation(RelationType.FOUNDED, "firm", HERE, parse_span("1999")),
            Relation(RelationType.SPOUSE_OF, "boris", HERE, married),
            Relation(RelationType.PARENT_OF, "clara", HERE),
        )
        boris = person("boris", Relation(RelationType.SPOUSE_OF, "anna", HERE, married))
        clara, dmitri = person("clara"), person("dmitri", Relation(RelationType.SIBLING_OF, "clara", HERE))
        pages = pages_of(firm, anna, boris, clara, dmitri)
        kin = {name: rows(parsed(pages[f"glossary/{name}.md"]).one("dl.pb-relations")) for name in ("anna", "clara")}
        assert kin["anna"] == {
            "Spouse of": ["Boris since 1967"],
            "Parent of": ["Clara"],
            "Founded": ["Firm 1999"],
        }
        assert list(kin["anna"])[-1] == "Founded"
        assert kin["clara"] == {"Child of": ["Anna"], "Sibling of": ["Dmitri"]}

    def test_many_sentences_have_chapters_to_jump_to_and_can_be_narrowed(self) -> None:
        texts = [f"In {1990 + n} the EAEU met." for n in range(12)]
        parts = (
            chapter("1", *texts[:10], mentions="eaeu=EAEU"),
            chapter("2", *texts[10:], mentions="eaeu=EAEU"),
        )
        root = parsed(pages_of(*ENTRIES, chapters=parts)["glossary/eaeu.md"])
        jumps = root.one("nav.pb-jumps").all("a")
        assert [link.attributes["href"] for link in jumps] == ["#mentions-1-chapter", "#mentions-2-chapter"]
        chapters, years = root.one("form.pb-narrow").all("select")
        assert [option.attributes["value"] for option in chapters.all("option")] == [
            "",
            "mentions-1-chapter",
            "mentions-2-chapter",
        ]
        assert len(years.all("option")) == 13
        items = [item for item in root.all("li") if "data-year" in item.attributes]
        assert items[-1].attributes["data-year"] == "2001"
        assert items[-1].attributes["data-chapter"] == "mentions-2-chapter"
        assert not self.root.all("form.pb-narrow")

    def test_event_shows_who_took_part(self) -> None:
        summit = entry("summit", "Summit", kind=Kind.EVENT, relations=(Relation(RelationType.PART_OF, "talks", HERE),))
        talks = entry("talks", "Talks")
        russia = entry("russia", "Russia", relations=(Relation(RelationType.MEDIATES, "summit", HERE),))
        root = parsed(pages_of(summit, talks, russia)["glossary/summit.md"])
        participants, others = root.all("dl.pb-relations")
        assert rows(participants) == {"Mediated by": ["Russia"]}
        assert rows(others) == {"Part of": ["Talks"]}
        assert [h.text for h in root.all("h2")] == ["Definition", "Mentions", "Participants", "Relations"]

    def test_each_sentence_is_quoted_once_with_all_its_marks(self) -> None:
        quoted = [(row.one("a.pb-where"), row.one("p")) for row in self.root.all("li")]
        assert targets(self.page, [link for link, _ in quoted]) == [
            "chapters/1-chapter/#p-12",
            "chapters/1-chapter/#p-12",
            "chapters/2-chapter/#p-21",
        ]
        assert [(link.text, sentence.text) for link, sentence in quoted] == [
            ("Paragraph 1.2", "The EAEU began in 2015."),
            ("Paragraph 1.2", "The EAEU, or Eurasian Economic Union, grew."),
            ("Paragraph 2.1", "Armenia joined the EAEU."),
        ]
        assert [[mark.text for mark in sentence.all("mark")] for _, sentence in quoted] == [
            ["EAEU"],
            ["EAEU", "Eurasian Economic Union"],
            ["EAEU"],
        ]

    def test_mentions_are_counted_by_chapter_form_and_in_all(self) -> None:
        assert [heading.text for heading in self.root.all("h3")] == ["1 Title 1 3", "2 Title 2 1"]
        assert self.root.one("p.pb-forms-used").text == "Called EAEU 3, Eurasian Economic Union 1"

    def test_mention_in_a_note_says_so(self) -> None:
        first = CHAPTERS[1]
        note = replace(first.paragraphs[0], number="2.n1", note=True)
        root = parsed(pages_of(*ENTRIES, chapters=(replace(first, paragraphs=(note,)),))["glossary/eaeu.md"])
        assert root.one("a.pb-where").text == "Note 2.n1"

    def test_entry_without_mentions_says_so(self) -> None:
        root = parsed(pages_of(*ENTRIES)["glossary/eaeu.md"])
        assert root.all("p.pb-facts")[-1].text == "Not mentioned in the text."
        assert not root.all("li")

    def test_definition_links_other_entries_but_not_itself(self) -> None:
        pieces = (
            Inline("The "),
            Inline("Union", entry="eaeu"),
            Inline(" of "),
            Inline("Armenia", entry="armenia"),
            Inline(" and "),
            Inline("others", emphasis=True),
        )
        page = pages_of(*ENTRIES, definitions={"eaeu": pieces}, notes={"eaeu": pieces[:2]})["glossary/eaeu.md"]
        definition = parsed(page).one("section.pb-definition")
        assert definition.one("p.pb-standfirst").text == "The Union of Armenia and others"
        assert targets(page, definition.all("a.pb-term")) == ["glossary/armenia/"]
        assert definition.one("em").text == "others"
        assert definition.one("p.pb-naming-note").text == "On the name. The Union"

    def test_sources_are_listed_with_what_is_known_of_them(self) -> None:
        item = replace(
            EAEU,
            sources=(SourceUse("treaty", HERE), SourceUse("gone", HERE), SourceUse("book", HERE)),
            see="https://www.wikidata.org/wiki/Q4628",
        )
        fields = {"URL": "https://docs.eaeunion.org/1", "container-title": "Official Journal"}
        treaty = Reference("treaty", "treaty", "Договор", "ru", parse_span("2014-05-29"), fields, HERE)
        book = Reference("book", "book", "A Book", "en", None, {}, HERE)
        root = parsed(pages_of(item, references=(treaty, book))["glossary/eaeu.md"])
        assert [row.text for row in root.one("ul.pb-sources").all("li")] == [
            "Договор, link Cited in Russian",
            "A Book, link Cited in",
            "The same elsewhere: wikidata.org/wiki/Q4628",
        ]
        assert [title.attributes.get("lang") for title in root.one("ul.pb-sources").all("cite")] == ["ru", None]
        links = [a.attributes["href"] for a in root.one("ul.pb-sources").all("a")]
        assert links == [
            "https://docs.eaeunion.org/1",
            "../../references/#ref-treaty",
            "../../references/#ref-book",
            "https://www.wikidata.org/wiki/Q4628",
        ]

    def test_contents_are_the_headings(self) -> None:
        headings = [(h.text, h.attributes["id"]) for h in self.root.all("h2")]
        assert headings == [(line.title, line.anchor) for line in self.page.contents]
        assert [title for title, _ in headings] == ["Definition", "Mentions", "Also called", "Relations"]

    def test_links_fit_a_site_without_folders(self) -> None:
        flat = Addresses(directory_urls=False)
        page = pages_of(*ENTRIES, chapters=CHAPTERS, addresses=flat)["glossary/eaeu.md"]
        links = targets(page, parsed(page).all("a"), flat)
        assert {"glossary/armenia.html", "chapters/2-chapter.html#p-21"} <= set(links)


def hostile_pages() -> dict[str, Page]:
    """Return the pages of a project that has markup in every field an author can write."""
    item = Entry(
        id="a",
        name=ATTACK,
        kind=Kind.EVENT,
        definition=ATTACK,
        place=HERE,
        definition_place=HERE,
        names=(alias(ATTACK, ATTACK), alias(f"{ATTACK} 2", ATTACK), alias(f"{ATTACK} 3")),
        dates=parse_span("1994"),
        relations=tuple(Relation(kind, "b", HERE, note=ATTACK) for kind in RelationType),
        sources=(SourceUse("s", HERE), SourceUse("t", HERE)),
        see=f"https://x.example/{ATTACK}",
        note=ATTACK,
    )
    other = replace(item, id="b", relations=(Relation(RelationType.MEDIATES, "a", HERE, note=ATTACK),))
    fields = {"URL": f"https://x.example/{ATTACK}", "container-title": ATTACK}
    sources = (
        Reference("s", ATTACK, ATTACK, ATTACK, None, fields, HERE),
        Reference("t", "book", ATTACK, "en", None, {"URL": "javascript:alert(1)"}, HERE),
    )
    text = f"{ATTACK} A B {ATTACK}"
    written = chapter("1", text, title=ATTACK, path="chapters/a.md", mentions=f"a={ATTACK},b=B")
    written = replace(
        written,
        chapter=replace(written.chapter, number=ATTACK, summary=ATTACK, path=f"chapters/{ATTACK}/a.md"),
        paragraphs=tuple(replace(p, number=ATTACK, chapter=f"chapters/{ATTACK}/a.md") for p in written.paragraphs),
    )
    brief = Brief(
        title=ATTACK,
        subtitle=ATTACK,
        description=ATTACK,
        authors=(Author(ATTACK, orcid=ATTACK),),
        publisher=ATTACK,
        series=ATTACK,
        number=ATTACK,
        edition=ATTACK,
        licence=ATTACK,
        doi=ATTACK,
    )
    inline = (Inline(ATTACK, emphasis=True), Inline(ATTACK, entry="b"), Inline(ATTACK))
    return pages_of(
        item,
        other,
        chapters=(written,),
        references=sources,
        brief=brief,
        definitions={"a": inline},
        notes={"a": inline},
    )


@pytest.mark.parametrize(
    "path", ["index.md", "glossary/index.md", "names/index.md", "glossary/a.md", "glossary/b.md", "references/index.md"]
)
def test_markup_in_any_field_stays_text(path: str) -> None:
    page = hostile_pages()[path]
    root = parsed(page)
    assert not root.all("script")
    assert ATTACK in root.text
    assert not any(name.startswith("on") for node in root.walk() for name in node.attributes)
    assert not any(a.attributes["href"].startswith("javascript") for a in root.all("a"))


@pytest.mark.parametrize("pages", [pages_of(*ENTRIES, chapters=CHAPTERS), hostile_pages()], ids=["usual", "hostile"])
def test_every_page_has_one_heading_and_unique_ids(pages: dict[str, Page]) -> None:
    for page in pages.values():
        root = parsed(page)
        assert len(root.all("h1")) == 1
        ids = [node.attributes["id"] for node in root.walk() if "id" in node.attributes]
        assert len(ids) == len(set(ids))
        assert {line.anchor for line in page.contents} <= set(ids)
        inside = {a.attributes["href"][1:] for a in root.all("a") if a.attributes["href"].startswith("#")}
        assert inside <= set(ids)


def test_same_input_gives_the_same_bytes() -> None:
    assert pages_of(*ENTRIES, chapters=CHAPTERS) == pages_of(*ENTRIES, chapters=CHAPTERS)


def test_foreign_forms_in_a_naming_note_say_their_language() -> None:
    town = entry("town", "Town", alias("Şuşa", "az"), alias("Шуша", "ru"), kind=Kind.PLACE)
    note = (Inline("Şuşa in Azerbaijani, "), Inline("Шуша", emphasis=True), Inline("; Şuşalı is another word."))
    root = parsed(pages_of(town, notes={"town": note})["glossary/town.md"]).one("p.pb-naming-note")
    assert root.text == "On the name. Şuşa in Azerbaijani, Шуша; Şuşalı is another word."
    said = [(n.tag, n.attributes["lang"], n.text) for n in root.walk() if "lang" in n.attributes]
    assert said == [("span", "az", "Şuşa"), ("em", "ru", "Шуша")]
