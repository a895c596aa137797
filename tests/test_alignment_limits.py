"""What each figure of the alignment is for: a case on either side of it, in words that can be counted."""

import pytest

from editions import blocks, happenings, ids, published, revised, words
from policybrief.alignment.align import Happening, align
from policybrief.alignment.resolution import resolve
from policybrief.model.ledger import Reason, Status

KEPT, EDITED, MOVED, SPLIT, NEW, RESTORED = Happening

A, D, E = words(1000, 1040), words(1100, 1140), words(1200, 1240)
"""Neighbours that nobody edits."""
P, Q = words(0, 100), words(100, 200)


def part_of(paragraph: str, count: int) -> str:
    """Return the first words of a paragraph."""
    return " ".join(paragraph.split()[:count])


@pytest.mark.parametrize(("kept", "happening"), [(30, EDITED), (29, NEW)])
def test_a_third_of_the_words_is_enough_in_place(kept: int, happening: Happening) -> None:
    after = revised(published([A, P, D]), [A, f"{part_of(P, kept)} {words(200, 300 - kept)}", D])
    assert happenings(after)[1] is happening


@pytest.mark.parametrize(("kept", "happening"), [(40, MOVED), (39, NEW)])
def test_elsewhere_it_takes_more_of_the_words(kept: int, happening: Happening) -> None:
    before = published([A, P, D], [E])
    after = revised(before, [A, D], [E, f"{part_of(P, kept)} {words(200, 300 - kept)}"])
    assert happenings(after)[3] is happening


@pytest.mark.parametrize(("elsewhere", "place"), [(60, 1), (61, 4)])
def test_only_a_text_that_is_far_more_alike_is_preferred_to_the_one_in_place(elsewhere: int, place: int) -> None:
    before = published([A, P, D], [E])
    in_place = f"{part_of(P, 40)} {words(200, 260)}"
    moved = f"{part_of(P, elsewhere)} {words(300, 400 - elsewhere)}"
    after = revised(before, [A, in_place, D], [E, moved])
    assert after.ids.index(ids(before)[1]) == place


def test_two_weak_likenesses_do_not_displace_a_strong_one() -> None:
    before = published([A, P, Q, D])
    weak = f"{words(200, 265)} {part_of(P, 35)}"
    strong = f"{words(35, 88)} {part_of(Q, 35)} {words(300, 312)}"
    after = revised(before, [A, weak, strong, D])
    assert after.ids[2] == ids(before)[1]


@pytest.mark.parametrize(("of_the_other", "asked"), [(9, True), (8, False)])
def test_a_match_that_is_hardly_better_than_another_is_listed(of_the_other: int, asked: bool) -> None:
    """Two paragraphs begin alike, and one is left, with words of both."""
    first, second = words(0, 100), f"{words(0, 50)} {words(100, 150)}"
    before = published([A, first, second, D])
    a, one, other, d = ids(before)
    left = f"{words(0, 65)} {words(100, 100 + of_the_other)} {words(200, 235 - of_the_other)}"
    after = revised(before, [A, left, D])
    assert after.ids == (a, one, d)
    assert after.fates[1].review == ((one, other) if asked else ())


@pytest.mark.parametrize(("between", "happening"), [(2, SPLIT), (3, NEW)])
def test_a_part_is_known_by_half_of_its_words_within_three_places(between: int, happening: Happening) -> None:
    before = published([A, words(0, 40), D])
    inserted = [words(400 + 40 * number, 440 + 40 * number) for number in range(between)]
    part = f"{words(545, 550)} {words(28, 40)} {words(550, 553)}"
    after = revised(before, [A, words(0, 28), *inserted, part, D])
    assert after.ids[1] == ids(before)[1]
    assert happenings(after)[2 + between] is happening


@pytest.mark.parametrize(("between", "reason"), [(2, Reason.MERGED), (3, Reason.DELETED)])
def test_a_merger_is_known_by_half_of_the_words_within_three_places(between: int, reason: Reason) -> None:
    small = words(200, 212)  # of fewer than eight words nobody can tell far away
    others = [words(400 + 40 * number, 440 + 40 * number) for number in range(between)]
    before = published([A, P, *others, small, D])
    after = revised(before, [A, f"{words(205, 212)} {P}", *others, D])
    assert after.ids[1] == ids(before)[1]
    assert [(tombstone.id, tombstone.reason) for tombstone in after.lost] == [(ids(before)[2 + between], reason)]


def test_a_merged_paragraph_is_not_back_while_the_other_has_its_words() -> None:
    small = words(200, 220)
    first = published([A, small, P, D], [E])
    merged = revised(first, [A, f"{small} {P}", D], [E]).ledger
    copied = align(merged, blocks([A, f"{small} {P}", D], [E, small]), "3")
    assert happenings(copied)[4] is NEW
    assert resolve(copied.ledger, ids(first)[1]).status is Status.MERGED
