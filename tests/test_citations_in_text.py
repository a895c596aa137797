"""What in a chapter counts as a citation, and in which order a reader meets it."""

import pytest

from documents import document_of
from policybrief.chapters.citation_syntax import read_citation
from policybrief.chapters.citations import citations_of, linked_pieces
from policybrief.model.citing import CitedItem, Piece


def written(body: str) -> list[str]:
    return [cited.cluster.written for cited in citations_of(document_of(body)) if cited.cluster.items]


@pytest.mark.parametrize(
    ("body", "clusters"),
    [
        ("Text [@a].", ["[@a]"]),
        ("Text [@a, p. 4; see also @b, pp. 1-2].", ["[@a, p. 4; see also @b, pp. 1-2]"]),
        ("Text [see @a].", ["[see @a]"]),
        ("Text [-@a, p. 3].", ["[-@a, p. 3]"]),
        ("As @a says, and @b [p. 3] too.", ["@a", "@b [p. 3]"]),
        ("Text [@a,\np. 4].", ["[@a, p. 4]"]),
        ("As @a\n[p. 3] says.", ["@a [p. 3]"]),
        ("He wrote [@a]: “no”.", ["[@a]"]),
        ("Text [@a][@b].", ["[@a]", "[@b]"]),
        ("Text [@a][^1] and @b [^1].\n\n[^1]: Note.", ["[@a]", "@b"]),
        ("As @b [p. 3][^1] says.\n\n[^1]: Note.", ["@b [p. 3]"]),
        ("Keys: @smith2020, @o.brien: @de-waal/2003.", ["@smith2020", "@o.brien", "@de-waal/2003"]),
        ("*See @a* and **[@b]**.", ["@a", "[@b]"]),
        ("(@a) “@b” —@c—", ["@a", "@b", "@c"]),
        ("| a [@a] | @b |\n|---|---|\n| c | [@c, p. 1] |", ["[@a]", "@b", "[@c, p. 1]"]),
        ("> Quote [@a].\n\n- item @b\n\n## Head [@c]", ["[@a]", "@b", "[@c]"]),
    ],
)
def test_is_a_citation(body: str, clusters: list[str]) -> None:
    assert written(body) == clusters


@pytest.mark.parametrize(
    "body",
    [
        "Write to me@example.org or <me@example.org>.",
        "Code `@a`, `[@a]`, ``a ` [@a]`` and ```[@a]```.",
        "```\n[@a]\n```",
        "~~~ markdown\n@a\n[@b]\n~~~",
        "    [@a] and @b in indented code",
        "- item\n\n        [@a] in its code",
        r"\[@a\] and \@a",
        "[text @a](page.md) and [@a](page.md)",
        "[text @a][page]\n\n[page]: page.md",
        "![words [@a]](picture.png)",
        "[page@a]: https://example.org/@a",
        "See <https://example.org/@a> and https://example.org/@a.",
        "[link](https://example.org/@a)",
        "[^a]: and [^b] and [c] and [](d)",
        "At @ the end @",
    ],
)
def test_is_no_citation(body: str) -> None:
    assert written(body) == []


@pytest.mark.parametrize(
    ("cluster", "items"),
    [
        ("[@a]", [("a", "")]),
        ("[@a, p. 4; see also @b, pp. 1-2]", [("a", "p. 4"), ("b", "pp. 1-2")]),
        ("[see @a p. 3; -@b]", [("a", "p. 3"), ("b", "")]),
        ("@a [p. 3]", [("a", "p. 3")]),
        ("[@a.b:c, art. 5(1)]", [("a.b:c", "art. 5(1)")]),
    ],
)
def test_items_of_a_cluster(cluster: str, items: list[tuple[str, str]]) -> None:
    assert [(item.key, item.locator) for item in read_citation(cluster).items] == items


def test_citations_of_a_footnote_come_where_it_is_first_called() -> None:
    body = "One [@a].[^n] Two [@b].[^n]\n\n[^n]: Note [@c].\n\n    More @a.\n\nThree @c.\n\n[^o]: Not called @b.\n"
    found = [cited.cluster for cited in citations_of(document_of(body))]
    assert [(cluster.written, cluster.note) for cluster in found] == [
        ("[@a]", ""), ("[@c]", "n"), ("@a", "n"), ("[@b]", ""), ("@c", ""), ("@b", "o")
    ]  # fmt: skip


def test_a_footnote_that_cites_nothing_is_met_all_the_same() -> None:
    found = citations_of(document_of("One[^n] [@a].\n\n[^n]: Nothing.\n"))
    assert [(cited.cluster.written, cited.cluster.note, cited.ordinal) for cited in found] == [
        ("", "n", None), ("[@a]", "", 0)
    ]  # fmt: skip


def test_offsets_are_those_of_the_body() -> None:
    body = "One `@x` @a.\n\n    @a in code\n\nThen @a.[^n]\n\n[^n]: Note [@b,\np. 1]."
    offsets = [cited.cluster.offset for cited in citations_of(document_of(body))]
    assert offsets == [body.index("@a."), body.index("@a.[^n]"), body.index("[@b")]


@pytest.mark.parametrize(
    ("printed", "sources", "links"),
    [
        ("Ames; Bell, 4.", "a b", ["#ref-a", "", "#ref-b"]),
        ("Ames, 4.", "a", ["#ref-a"]),
        ("Ames and Bell.", "a b", [""]),
        ("Ames; her words; Bell.", "a b", [""]),
        ("Ames; —; Cole", "a b c", ["#ref-a", "", "", "", "#ref-c"]),
    ],
)
def test_words_of_a_note_lead_to_their_source_where_it_is_clear_whose_they_are(
    printed: str, sources: str, links: list[str]
) -> None:
    pieces = linked_pieces((Piece(printed),), tuple(CitedItem(key, "") for key in sources.split()))
    assert [piece.url for piece in pieces] == links


def test_semicolons_of_an_address_part_no_sources() -> None:
    pieces = (Piece("Ames, "), Piece("one; two", url="https://a.org/"), Piece("; Bell"))
    found = linked_pieces(pieces, (CitedItem("a", ""), CitedItem("b", "")))
    assert [(piece.text, piece.url) for piece in found] == [
        ("Ames, ", "#ref-a"), ("one; two", "https://a.org/"), ("", ""), ("; ", ""), ("Bell", "#ref-b")
    ]  # fmt: skip
