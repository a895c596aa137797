"""What a person is asked about, and what not."""

import pytest

from documents import PATH, chapter_of, document_of
from editions import blocks, happenings, ids, published, revised, words
from policybrief.alignment.align import Block, Happening, align
from policybrief.alignment.anchors import settle_anchors
from policybrief.model.brief import Brief, Project
from policybrief.model.glossary import Glossary
from policybrief.model.ledger import Ledger

KEPT, EDITED, MOVED, SPLIT, NEW, RESTORED = Happening

A, D, E = words(1000, 1040), words(1100, 1140), words(1200, 1240)
"""Neighbours that nobody edits."""
P = words(0, 100)


def part_of(paragraph: str, count: int, new: int = 200) -> str:
    """Return the first words of a paragraph, and new ones in place of the others."""
    size = len(paragraph.split())
    return " ".join([*paragraph.split()[:count], words(new, new + size - count)]).strip()


@pytest.mark.parametrize(("kept", "asked"), [(49, True), (50, False)])
def test_less_than_half_of_the_words_is_doubtful(kept: int, asked: bool) -> None:
    before = published([A, P, D])
    after = revised(before, [A, part_of(P, kept), D])
    assert after.ids[1] == ids(before)[1]
    assert after.fates[1].review == ((ids(before)[1],) if asked else ())


def test_nobody_is_asked_about_a_pin() -> None:
    before = published([A, P, D])
    p = ids(before)[1]
    after = align(before, [*blocks([A]), Block("chapters/1.md", part_of(P, 20), p), *blocks([D])], "2")
    assert (after.ids[1], after.fates[1].review) == (p, ())
    assert after.fates[1].similarity == pytest.approx(0.2)
    assert happenings(after)[1] is EDITED


@pytest.mark.parametrize(("kept", "asked"), [(59, True), (58, False)])
def test_two_texts_of_nearly_one_likeness_to_a_paragraph_are_both_doubtful(kept: int, asked: bool) -> None:
    before = published([A, P, D], [E])
    p = ids(before)[1]
    after = revised(before, [A, part_of(P, 65), D], [E, part_of(P, kept, 300)])
    assert after.ids[1] == p
    expected = (p,) if asked else ()
    assert (after.fates[1].review, after.fates[4].review) == (expected, expected)


def test_a_pinned_text_is_not_doubtful_and_neither_is_its_rival() -> None:
    before = published([A, P, D], [E])
    p = ids(before)[1]
    pinned = [*blocks([A]), Block("chapters/1.md", part_of(P, 65), p), *blocks([D])]
    after = align(before, [*pinned, Block("chapters/2.md", E), Block("chapters/2.md", part_of(P, 65, 300))], "2")
    assert after.ids[1] == p
    assert not any(fate.review for fate in after.fates)


def test_a_rival_below_two_fifths_is_passed_over() -> None:
    before = published([A, P, D], [E])
    for kept, asked in ((40, True), (39, False)):
        after = revised(before, [A, part_of(P, 43), D], [E, part_of(P, kept, 300)])
        assert bool(after.fates[4].review) is asked


def test_the_parts_of_a_split_are_not_rivals() -> None:
    before = published([A, P, D])
    after = revised(before, [A, words(0, 52), words(52, 100), D])
    assert not any(fate.review for fate in after.fates)


@pytest.mark.parametrize(("kept", "taken"), [(60, 1), (59, 4)])
def test_the_text_in_place_is_preferred_to_its_former_words_elsewhere(kept: int, taken: int) -> None:
    before = published([A, P, D], [E])
    p = ids(before)[1]
    after = revised(before, [A, part_of(P, kept), D], [E, P])
    assert after.ids.index(p) == taken
    assert (after.fates[1].review, after.fates[4].review) == ((p,), (p,))


def test_of_two_texts_in_place_the_more_alike_is_preferred() -> None:
    before = published([A, P, D], [E])
    p = ids(before)[1]
    less, more = part_of(P, 70), part_of(P, 85, 300)
    for texts, place in (([A, less, more, D], 2), ([A, more, less, D], 1)):
        after = revised(before, texts, [E, P])
        assert after.ids.index(p) == place


def test_each_text_in_place_is_preferred_once() -> None:
    twin, others = part_of(P, 90, 300), [words(600 + 40 * number, 640 + 40 * number) for number in range(3)]
    before = published([A, P, twin, D], others)
    p, q = ids(before)[1:3]
    after = revised(before, [A, part_of(P, 95, 400), D], [*others, P, twin])
    assert (after.ids.index(p), after.ids.index(q)) == (1, 7)


def test_a_pinned_text_elsewhere_keeps_its_id() -> None:
    before = published([A, P, D], [E])
    p = ids(before)[1]
    texts = blocks([A, part_of(P, 90), D], [E])
    after = align(before, [*texts, Block("chapters/2.md", P, p)], "2")
    assert after.ids[4] == p
    assert after.fates[4].review == ()


@pytest.mark.parametrize(("kept", "asked"), [(80, True), (79, False)])
def test_four_fifths_of_the_words_make_a_copy(kept: int, asked: bool) -> None:
    before = published([A, P, D], [E])
    p = ids(before)[1]
    after = revised(before, [A, P, D], [E, part_of(P, kept)])
    assert happenings(after)[4] is NEW
    assert (after.fates[1].review, after.fates[4].review) == ((), (p,) if asked else ())


@pytest.mark.parametrize(("kept", "asked"), [(50, True), (49, False)])
def test_half_of_the_words_make_a_copy_where_the_original_moved(kept: int, asked: bool) -> None:
    before = published([A, P, D], [E])
    p = ids(before)[1]
    after = revised(before, [A, D, part_of(P, kept)], [P, E])
    assert after.ids[3] == p
    assert happenings(after)[2:4] == [NEW, MOVED]
    expected = (p,) if asked else ()
    assert (after.fates[2].review, after.fates[3].review) == (expected, expected)


def test_a_pinned_original_that_moved_is_not_doubtful() -> None:
    before = published([A, P, D], [E])
    p = ids(before)[1]
    texts = [*blocks([A, D, part_of(P, 75)]), Block("chapters/2.md", P, p), Block("chapters/2.md", E)]
    after = align(before, texts, "2")
    assert (after.fates[2].review, after.fates[3].review) == ((p,), ())


@pytest.mark.parametrize(("size", "asked"), [(150, True), (151, False), (67, True), (66, False)])
def test_a_copy_that_was_shortened_or_made_longer(size: int, asked: bool) -> None:
    """Whatever the sizes, it is the likeness that counts: 4 of 5."""
    before = published([A, P, D], [E])
    copy = words(0, size) if size < 100 else f"{P} {words(200, 100 + size)}"
    after = revised(before, [A, P, D], [E, copy])
    assert bool(after.fates[4].review) is asked


def test_a_short_and_a_long_copy_are_both_found() -> None:
    long, short = words(300, 400), words(500, 510)
    before = published([A, long, short, D], [E])
    after = revised(before, [A, long, short, D], [E, words(300, 395), words(500, 509)])
    assert [fate.review for fate in after.fates[5:]] == [(ids(before)[1],), (ids(before)[2],)]


def test_a_person_is_told_what_else_a_paragraph_may_be() -> None:
    before = align(Ledger(), [Block(PATH, one) for one in (A, P, D, E)], "1").ledger
    p = ids(before)[1]
    before_or_after = set()
    for new in range(300, 1300, 100):
        body = "\n\n".join([A, part_of(P, 65), D, E, part_of(P, 59, new)])
        project = Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), (), ledger=before)
        anchors = settle_anchors(project, [document_of(body)], "2")
        q = anchors.ids[PATH][4]
        assert [(problem.place.line, problem.message) for problem in anchors.problems] == [
            (3, f"is this still paragraph {p}?"),
            (9, f"is this still paragraph {q}? It may be {p} instead"),
        ]
        before_or_after.add(q < p)
    assert before_or_after == {True, False}


@pytest.mark.parametrize("others", [(65, 85), (85, 65)])
def test_of_two_texts_elsewhere_the_more_alike_one_is_the_paragraph(others: tuple[int, int]) -> None:
    before = published([A, P, D], [E])
    elsewhere = [part_of(P, kept, new) for kept, new in zip(others, (200, 400), strict=True)]
    after = revised(before, [A, D], [E, elsewhere[0], A, D, elsewhere[1]])
    assert after.ids.index(ids(before)[1]) == (3 if others[0] == 85 else 6)


def test_the_ids_of_lost_paragraphs_are_led_to_what_is_left() -> None:
    before = align(Ledger(), [Block(PATH, one) for one in (A, P, D)], "1").ledger
    a, p, _ = ids(before)
    body = f"{A}\n\n{D}\n"
    project = Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), (), ledger=before)
    anchors = settle_anchors(project, [document_of(body)], "2")
    assert {led: [tombstone.id for tombstone in tombstones] for led, tombstones in anchors.led_here.items()} == {a: [p]}


@pytest.mark.parametrize(("size", "asked"), [(150, True), (151, False)])
def test_a_new_text_that_is_two_thirds_of_another_looks_like_its_copy(size: int, asked: bool) -> None:
    before = published([A, words(0, size), D], [E])
    after = revised(before, [A, words(0, size), D], [E, words(0, 100)])
    assert bool(after.fates[4].review) is asked
