"""Pages that are too large for one come in parts: nothing is lost, everything is found, links go on working."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from bench.load import Size, write_brief
from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]

from policybrief.build import Site, build
from policybrief.chapters.citing import unprinted
from policybrief.hosts.mkdocs.building import build_site
from policybrief.model.addresses import Addresses, part_path
from policybrief.model.output import Build
from policybrief.model.problems import Code
from policybrief.pages import entry, entry_lists, parts
from policybrief.pages.entry import lists_of
from policybrief.pages.entry_lists import entry_list_parts
from policybrief.pages.parts import PagePart, beginnings, divided, part_bar
from policybrief.pages.site_index import view_of
from policybrief.reading.project import read_project
from test_html import faults_of, faults_of_site

ROOT = "https://brief.example/"
LARGEST = 6_000
SIZE = Size(entries=90, aliases=450, paragraphs=60, chapters=3, sources=24)
WHOLE = 10**9
LINKS = """
See [K](../names/index.md#letter-k), [a source](../references/index.md#ref-source23), [nothing](../names/index.md#x).
"""


def lower(patch: pytest.MonkeyPatch, largest: int) -> None:
    for module in (parts, entry, entry_lists):
        patch.setattr(module, "LARGEST", largest)


@dataclass(frozen=True)
class Made:
    """A build, and its pages as trees by their addresses."""

    built: Build
    addresses: Addresses

    @cached_property
    def trees(self) -> Mapping[str, html.HtmlElement]:
        pages = {self.addresses.of(page.path): page.html for page in self.built.pages}
        pages |= {
            artifact.path.removesuffix("index.html"): artifact.content.decode()
            for artifact in self.built.artifacts
            if artifact.path.startswith("p/")
        }
        return {urljoin(ROOT, address): html.fromstring(text) for address, text in pages.items()}

    def parts_of(self, path: str) -> list[str]:
        """Return the addresses of the parts of a page."""
        found: list[str] = []
        while (address := urljoin(ROOT, self.addresses.of(part_path(path, len(found) + 1)))) in self.trees:
            found.append(address)
        return found

    def texts(self, path: str, query: str) -> list[str]:
        """Return the text of all elements in the parts of a page that XPath finds."""
        return [
            " ".join(one.text_content().split())
            for part in self.parts_of(path)
            for one in self.trees[part].xpath(query)
        ]

    def links(self, address: str) -> Iterator[str]:
        yield from (urljoin(address, href) for href in self.trees[address].xpath("//a/@href"))


def made(folder: Path, largest: int, addresses: Addresses) -> Made:
    with pytest.MonkeyPatch.context() as patch:
        lower(patch, largest)
        return Made(build(read_project(folder), Site(addresses, ROOT), unprinted), addresses)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("large")
    write_brief(found, SIZE)
    chapter = found / "chapters" / "01-chapter.md"
    chapter.write_text(chapter.read_text("utf-8") + LINKS, "utf-8")
    return found


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def addresses(request: pytest.FixtureRequest) -> Addresses:
    return Addresses(directory_urls=request.param)


@pytest.fixture(scope="module")
def divided_brief(folder: Path, addresses: Addresses) -> Made:
    return made(folder, LARGEST, addresses)


@pytest.fixture(scope="module")
def whole_brief(folder: Path, addresses: Addresses) -> Made:
    return made(folder, WHOLE, addresses)


INDEXES = ("glossary/index.md", "names/index.md", "references/index.md", "timeline/index.md")
HUB = "glossary/term-2.md"
IN_PARTS = (*INDEXES, HUB)


@pytest.mark.parametrize("path", IN_PARTS)
def test_pages_in_parts_are_no_larger_than_allowed(divided_brief: Made, path: str) -> None:
    sizes = {page.path: len(page.html.encode()) for page in divided_brief.built.pages}
    found = [sizes[part_path(path, number)] for number in range(1, len(divided_brief.parts_of(path)) + 1)]
    assert len(found) > 2
    # The bars and the drawing are not counted, and with so little room they are a good part of a page.
    assert max(found) < 2.6 * LARGEST


@pytest.mark.parametrize("path", IN_PARTS)
def test_small_pages_are_one(whole_brief: Made, path: str) -> None:
    assert len(whole_brief.parts_of(path)) == 1
    assert "pb-part" not in next(page.html for page in whole_brief.built.pages if page.path == path)


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("glossary/index.md", "//ul[@class='pb-items']/li"),
        ("names/index.md", "//ul[@class='pb-forms']/li"),
        ("references/index.md", "//ol[@class='pb-reference-list']/li[@id]"),
        ("timeline/index.md", "//ol[@class='pb-events']/li"),
        (HUB, "//dl[@class='pb-other-names']//dd"),
        (HUB, "//dl[@class='pb-relations']//dd"),
        (HUB, "//ul[@class='pb-mentions']/li"),
    ],
)
def test_nothing_is_lost_or_twice(divided_brief: Made, whole_brief: Made, path: str, query: str) -> None:
    assert divided_brief.texts(path, query) == whole_brief.texts(path, query) != []


def test_every_entry_is_reached_by_links_from_the_glossary(divided_brief: Made) -> None:
    start = urljoin(ROOT, divided_brief.addresses.of("glossary/index.md"))
    waiting, seen = [start], {start}
    while waiting:
        address = waiting.pop()
        for link in divided_brief.links(address):
            page = urldefrag(link).url
            if page in divided_brief.trees and "glossary/" in page and page not in seen:
                seen.add(page)
                waiting += [page] if "/page/" in page else []
    entries = {urljoin(ROOT, divided_brief.addresses.of(f"glossary/term-{n}.md")) for n in range(1, SIZE.entries + 1)}
    assert entries <= seen


def test_every_link_in_the_brief_leads_to_a_page_and_an_id_in_it(divided_brief: Made) -> None:
    ids = {address: frozenset(tree.xpath("//@id")) for address, tree in divided_brief.trees.items()}
    files = {urljoin(ROOT, artifact.path) for artifact in divided_brief.built.artifacts}
    lost = []
    for address in divided_brief.trees:
        for link in divided_brief.links(address):
            page, anchor = urldefrag(link)
            is_known = page in ids or page in files or not page.startswith(ROOT)
            if not is_known or (page in ids and anchor and anchor not in ids[page]):
                lost.append(link)
    # The one that its author has misspelt; and the folder of the site, where every host finds the front page.
    assert {*lost} - {ROOT} == {urljoin(ROOT, divided_brief.addresses.link("names/index.md", "index.md", "x"))}


@pytest.mark.parametrize("path", INDEXES)
def test_what_could_be_linked_to_before_has_its_id_on_the_first_page(
    divided_brief: Made, whole_brief: Made, path: str
) -> None:
    (whole,) = whole_brief.parts_of(path)
    first, *others = divided_brief.parts_of(path)
    ids = set(divided_brief.trees[first].xpath("//@id"))
    wanted = {
        own
        for own in whole_brief.trees[whole].xpath("//@id")
        if own.startswith(("letter-", "ref-", "event-", "years-"))
    }
    assert wanted <= ids
    for span in divided_brief.trees[first].xpath("//nav[@class='pb-parts']//span[@id]"):
        target = urljoin(first, span.xpath("../a/@href")[0])
        assert target in others
        assert divided_brief.trees[target].xpath(f"//*[@id='{span.get('id')}']")


@pytest.mark.parametrize("path", IN_PARTS)
def test_parts_say_what_and_where_they_are(divided_brief: Made, path: str) -> None:
    heads, pages = divided_brief.built.heads, {page.path: page for page in divided_brief.built.pages}
    found = divided_brief.parts_of(path)
    titles = set()
    for number, address in enumerate(found, 1):
        part = part_path(path, number)
        links = {link.rel: link.href for link in heads[part].links}
        assert links["canonical"] == address
        assert links.get("prev") == (found[number - 2] if number > 1 else None)
        assert links.get("next") == (found[number] if number < len(found) else None)
        assert json.loads(heads[part].json_ld)["@context"]
        titles.add(pages[part].title)
        if number > 1:
            assert links["collection"] == found[0]
            assert pages[part].title.startswith(f"{pages[path].title}, ")
            assert pages[part].description.endswith(pages[part].title.removeprefix(f"{pages[path].title}, "))
    assert len(titles) == len(found)


@pytest.mark.parametrize("path", IN_PARTS)
def test_all_parts_agree_on_what_the_parts_are(divided_brief: Made, path: str) -> None:
    found = divided_brief.parts_of(path)
    bars = {
        tuple(
            (urljoin(part, link.get("href")), link.text_content())
            for link in divided_brief.trees[part].xpath("//nav[@class='pb-parts']//a")
        )
        for part in found
    }
    assert [[address for address, _ in bar] for bar in bars] == [found]


def test_parts_of_an_entry_are_the_same_seen_from_any_of_them(divided_brief: Made) -> None:
    site = divided_brief.built.publication.once(view_of)
    hub = site.entries["term-2"]
    sizes = [lists_of(hub, site, part_path(HUB, number)).sizes() for number in (1, 2, 10)]
    assert sizes[0] == sizes[1] == sizes[2]


def test_all_pages_are_sound_html(divided_brief: Made) -> None:
    assert faults_of(divided_brief.built) == []


def test_heads_of_indexes_in_parts_do_not_hold_all_of_it(divided_brief: Made, whole_brief: Made) -> None:
    for path in ("glossary/index.md", "timeline/index.md"):
        assert len(divided_brief.built.heads[path].json_ld) < 1_000 < len(whole_brief.built.heads[path].json_ld)


def test_links_of_authors_to_other_parts_are_no_fault(divided_brief: Made) -> None:
    broken = [problem for problem in divided_brief.built.problems if problem.code is Code.BROKEN_ANCHOR]
    assert [re.findall("'(#[^']*)'", problem.message) for problem in broken] == [["#x"]]


def test_search_leads_to_the_part_that_has_the_source(divided_brief: Made, whole_brief: Made) -> None:
    def references(brief: Made) -> list[object]:
        more = next(a.content.decode() for a in brief.built.artifacts if a.path.endswith("search-more.js"))
        data, _ = json.JSONDecoder().raw_decode(more.partition("searchMore = ")[2])
        found: list[object] = data["references"]
        return found

    url, ids, moved = references(divided_brief)
    assert isinstance(moved, dict)
    assert isinstance(ids, str)
    for own in ids.split():
        page = urljoin(ROOT, moved.get(own, url))
        assert divided_brief.trees[page].xpath(f"//li[@id='ref-{own}']")
    assert len(references(whole_brief)) == 2


def test_the_list_of_permanent_addresses_comes_in_parts(divided_brief: Made) -> None:
    pages = [address for address in divided_brief.trees if re.fullmatch(rf"{ROOT}p/(page/\d+/)?", address)]
    assert len(pages) > 1
    listed = [link for page in pages for link in divided_brief.trees[page].xpath("//td/a/text()")]
    assert Counter(listed) == Counter(line.id for line in divided_brief.built.ledger.lines)
    second = divided_brief.trees[f"{ROOT}p/page/2/"]
    assert second.xpath("//link[@rel='canonical']/@href") == [f"{ROOT}p/page/2/"]
    assert second.xpath("//link[@rel='stylesheet']/@href") == ["../../../assets/policybrief-plain.css"]
    assert urljoin(f"{ROOT}p/page/2/", second.xpath("//link[@rel='prev']/@href")[0]) == f"{ROOT}p/"


sizes = st.lists(st.tuples(st.integers(1, 40), st.integers(0, 3)), max_size=60)


@given(sizes, st.integers(1, 100))
def test_parts_hold_every_item_in_its_order_and_are_not_too_large(items: list[tuple[int, int]], largest: int) -> None:
    items = sorted(items, key=lambda item: item[1])
    with pytest.MonkeyPatch.context() as patch:
        lower(patch, largest)
        found = divided(items, lambda item: item[0], lambda item: item[1])
    assert [item for part in found for item in part] == items
    for part in found:
        assert part or not items
        assert len(part) <= 1 or sum(size for size, _ in part) <= largest
    if sum(size for size, _ in items) <= largest:
        assert len(found) == 1


def test_parts_end_between_groups_where_they_can(monkeypatch: pytest.MonkeyPatch) -> None:
    lower(monkeypatch, 10)
    words = "a1 a2 a3 b1 b2 b3 b4 c1 c2 c3 c4 c5 c6 c7".split()
    found = divided(words, lambda _: 1, lambda word: word[0])
    assert [part[0] for part in found] == ["a1", "c1"]


@given(st.dictionaries(st.sampled_from(["names", "events", "sentences"]), st.lists(st.integers(1, 30), max_size=40)))
def test_lists_of_an_entry_begin_on_its_page_and_go_on_in_order(lists: dict[str, list[int]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        lower(patch, 100)
        first, *others = entry_list_parts(lists)
    assert {name for name, (start, end) in first.items if end > start} == {name for name, own in lists.items() if own}
    for name, own in lists.items():
        spans = [span for part in (first, *others) for at, span in part.items if at == name]
        assert [at for start, end in spans for at in range(start, end)] == list(range(len(own)))
    for part in others:
        assert sum(sum(lists[name][start:end]) for name, (start, end) in part.items) <= 100


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("baku", "beylagan", ("ba", "be")),
        ("ab", "abc", ("ab", "abc")),
        ("a", "b", ("a", "b")),
        ("same", "same", ("same", "same")),
    ],
)
def test_neighbours_are_told_apart_by_as_little_as_it_takes(before: str, after: str, found: tuple[str, str]) -> None:
    assert beginnings(before, after) == found


def test_only_so_many_ids_are_kept_on_the_first_part(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [PagePart((1,), "A", ("letter-a",)), PagePart((2,), "B", ("letter-a", "letter-b"), ("ref-one", "ref-two"))]
    kept = part_bar("names/index.md", "Names", 1, pages, Addresses())
    assert kept is not None
    assert kept.links[1].ids == ("letter-b", "ref-one", "ref-two")
    monkeypatch.setattr(parts, "MOST_IDS", 30)
    fewer = part_bar("names/index.md", "Names", 1, pages, Addresses())
    assert fewer is not None
    assert fewer.links[1].ids == ("letter-b",)


@pytest.mark.slow
def test_a_built_site_has_the_parts_with_heads_and_in_its_map(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lower(monkeypatch, LARGEST)
    write_brief(tmp_path, SIZE)
    assert build_site(tmp_path) == ()
    site = tmp_path / "site"
    assert faults_of_site(site) == []
    listed = (site / "sitemap.xml").read_text("utf-8")
    for folder in ("names", "glossary", "references", "timeline", "glossary/term-2"):
        page = site / folder / "page" / "2" / "index.html"
        head = html.fromstring(page.read_bytes()).find("head")
        assert head.xpath("link[@rel='canonical']/@href") == [f"https://bench.example/{folder}/page/2/"]
        assert head.xpath("link[@rel='prev']/@href") == [f"https://bench.example/{folder}/"]
        assert len(head.xpath("script[@type='application/ld+json']")) == 1
        assert f"<loc>https://bench.example/{folder}/page/2/</loc>" in listed


@pytest.mark.soak
def test_no_page_of_a_very_large_brief_is_too_large(tmp_path: Path) -> None:
    write_brief(tmp_path, Size())
    assert build_site(tmp_path) == ()
    pages = {page: page.stat().st_size for page in (tmp_path / "site").rglob("*.html")}
    assert len(pages) > 15_000
    assert [str(page) for page, size in pages.items() if size > 400_000] == []
    assert faults_of_site(tmp_path / "site" / "names") == []
