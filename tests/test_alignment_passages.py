"""Splits and merges: how many words it takes, whose they are, and which of the parts keeps the id."""

import pytest

from editions import blocks, happenings, ids, published, revised, words
from policybrief.alignment.align import Happening, align
from policybrief.model.ledger import Reason

KEPT, EDITED, MOVED, SPLIT, NEW, RESTORED = Happening

A, D, E = words(1000, 1040), words(1100, 1140), words(1200, 1240)
"""Neighbours that nobody edits."""


def new(count: int, start: int = 0) -> str:
    """Return that many words that nothing else has, from one of them on."""
    return words(1300 + start, 1300 + start + count)


@pytest.mark.parametrize(("taken", "happening"), [(88, SPLIT), (87, NEW)])
def test_a_part_nearby_has_more_than_half_of_its_words_from_the_whole(taken: int, happening: Happening) -> None:
    before = published([A, words(0, 240), D])
    part = f"{words(80, 80 + taken)} {new(160 - taken)}"
    after = revised(before, [A, f"{words(0, 80)} {words(168, 240)}", part, D])
    assert after.ids[1] == ids(before)[1]
    assert happenings(after)[2] is happening


@pytest.mark.parametrize(
    ("taken", "size", "happening"), [(75, 100, SPLIT), (74, 100, NEW), (8, 10, SPLIT), (7, 9, NEW)]
)
def test_a_part_far_away_takes_three_quarters_and_eight_words(taken: int, size: int, happening: Happening) -> None:
    before = published([A, words(0, 200), D], [E])
    part = f"{words(50, 50 + taken)} {new(size - taken)}"
    after = revised(before, [A, f"{words(0, 50)} {words(125, 200)}", D], [E, part])
    assert after.ids[1] == ids(before)[1]
    assert happenings(after)[4] is happening


@pytest.mark.parametrize(("kept", "happening"), [(11, SPLIT), (12, NEW)])
def test_a_part_is_not_a_copy_of_what_the_other_kept(kept: int, happening: Happening) -> None:
    before = published([A, words(0, 60), D])
    keeper = f"{words(0, 20)} {words(20, 20 + kept)} {words(42, 60)}"
    after = revised(before, [A, keeper, f"{words(20, 42)} {new(18)}", D])
    assert after.ids[1] == ids(before)[1]
    assert happenings(after)[2] is happening


@pytest.mark.parametrize(("kept", "happening"), [(9, SPLIT), (8, NEW)])
def test_an_edited_part_is_known_by_its_likeness_to_the_rest(kept: int, happening: Happening) -> None:
    """Of the 30 words that the keeper left, single ones are in a part of 28: 18 of 58 are alike, or 16."""
    before = published([A, words(0, 70), D])
    left = [words(40 + 3 * at, 41 + 3 * at) for at in range(kept)]
    part = " ".join(f"{word} {new(2, 2 * at)}" for at, word in enumerate(left))
    part = f"{part} {new(28 - 3 * kept, 200)}"
    after = revised(before, [A, words(0, 40), part, D])
    assert after.ids[1] == ids(before)[1]
    assert happenings(after)[2] is happening


def test_a_part_of_two_paragraphs_is_from_the_one_that_it_has_more_of() -> None:
    one, other = words(0, 80), words(100, 180)
    before = published([A, one, other, D])
    for from_one, from_other in ((18, 22), (22, 18)):
        part = f"{words(60, 60 + from_one)} {words(100, 100 + from_other)}"
        after = revised(before, [A, words(0, 50), part, words(130, 180), D])
        assert happenings(after)[2] is SPLIT
        assert after.fates[2].source == ids(before)[1 if from_one > from_other else 2]


def test_words_of_a_merged_paragraph_do_not_make_a_part_the_largest() -> None:
    small, large = words(100, 130), words(0, 50)
    first = published([A, small, large, D])
    merged = revised(first, [A, f"{small} {large}", D]).ledger
    part = f"{small} {words(0, 18)}"
    after = align(merged, blocks([A, words(18, 50), part, D]), "3")
    assert after.ids[1] == ids(first)[2]
    assert happenings(after)[2] is SPLIT


def test_a_pinned_keeper_keeps_its_id() -> None:
    before = published([A, words(0, 60), D])
    parts = blocks([A, words(0, 20), words(20, 60), D])
    parts[1] = type(parts[1])(parts[1].chapter, parts[1].text, ids(before)[1])
    after = align(before, parts, "2")
    assert after.ids[1] == ids(before)[1]
    assert happenings(after)[2] is SPLIT


@pytest.mark.parametrize(("to_one", "to_other", "place"), [(14, 10, 0), (10, 14, 1)])
def test_a_paragraph_that_two_neighbours_took_in_leads_to_the_one_with_more(
    to_one: int, to_other: int, place: int
) -> None:
    before = published([A, words(0, 40), D, E])
    one = f"{A} {words(0, to_one)}"
    other = f"{words(40 - to_other, 40)} {D}"
    after = revised(before, [one, other, E])
    (tombstone,) = after.lost
    assert (tombstone.id, tombstone.reason) == (ids(before)[1], Reason.MERGED)
    assert tombstone.to == after.ids[place]
    assert not any(fate.review for fate in after.fates)


@pytest.mark.parametrize(("taken", "asked"), [(88, False), (87, True)])
def test_with_fewer_words_a_merger_is_doubtful(taken: int, asked: bool) -> None:
    neighbour = words(400, 600)
    before = published([neighbour, words(0, 160), D])
    after = revised(before, [f"{neighbour} {words(160 - taken, 160)} {new(120)}", D])
    assert [tombstone.to for tombstone in after.lost] == [ids(before)[0]]
    assert bool(after.fates[0].review) is asked


@pytest.mark.parametrize(("taken", "reason"), [(45, Reason.MERGED), (44, Reason.DELETED)])
def test_a_merger_far_away_takes_nearly_half_of_the_words(taken: int, reason: Reason) -> None:
    before = published([A, words(0, 100), D], [E])
    after = revised(before, [A, D], [f"{words(0, taken)} {E}"])
    assert [tombstone.reason for tombstone in after.lost] == [reason]


def test_of_two_holders_far_away_the_one_with_more_is_led_to() -> None:
    before = published([A, words(0, 40)], [D], [E])
    less, more = f"{D} {words(0, 33)}", f"{E} {words(0, 40)}"
    assert [tombstone.to for tombstone in revised(before, [A], [less], [more]).lost] == [ids(before)[3]]
    less, more = f"{E} {words(0, 33)}", f"{D} {words(0, 40)}"
    assert [tombstone.to for tombstone in revised(before, [A], [more], [less]).lost] == [ids(before)[2]]


def test_words_that_a_paragraph_had_before_are_no_merger() -> None:
    shared = words(0, 30)
    before = published([f"{shared} {words(30, 40)}", f"{shared} {words(100, 140)}", D])
    after = revised(before, [f"{shared} {words(100, 140)}", D])
    assert [tombstone.reason for tombstone in after.lost] == [Reason.DELETED]


def test_a_paragraph_can_go_into_the_part_of_another() -> None:
    before = published([A, words(0, 80), words(100, 106), D])
    after = revised(before, [A, words(0, 46), f"{words(46, 80)} {words(100, 106)}", D])
    assert happenings(after)[2] is SPLIT
    assert [(tombstone.reason, tombstone.to) for tombstone in after.lost] == [(Reason.MERGED, after.ids[2])]


def scattered(start: int, end: int, number: int) -> str:
    """Return every second of these words, each followed by a new one: alike, without a run."""
    return " ".join(f"{words(at, at + 1)} {new(1, number + at)}" for at in range(start, end, 2))


@pytest.mark.parametrize(("to_one", "to_other", "place"), [(30, 16, 0), (16, 30, 1)])
def test_a_paragraph_that_was_edited_as_it_was_merged_leads_where_it_is_most_alike(
    to_one: int, to_other: int, place: int
) -> None:
    before = published([A, words(0, 40), D, E])
    one = f"{A} {scattered(0, to_one, 0)}"
    other = f"{scattered(40 - to_other, 40, 100)} {D}"
    after = revised(before, [one, other, E])
    (tombstone,) = after.lost
    assert tombstone.to == after.ids[place]
    assert ids(before)[1] in after.fates[place].review


@pytest.mark.parametrize(("kept", "reason"), [(12, Reason.MERGED), (11, Reason.DELETED)])
def test_a_third_of_the_words_is_enough_beside_the_words_of_a_neighbour(kept: int, reason: Reason) -> None:
    before = published([A, words(0, 40), D])
    rest = " ".join(f"{words(3 * at, 3 * at + 1)} {new(2, 2 * at)}" for at in range(kept))
    after = revised(before, [f"{A} {rest} {new(40 - 3 * kept, 200)}".strip(), D])
    assert [tombstone.reason for tombstone in after.lost] == [reason]


@pytest.mark.parametrize(("kept", "asked"), [(20, False), (19, True)])
def test_half_of_the_words_beside_those_of_a_neighbour_is_not_doubtful(kept: int, asked: bool) -> None:
    before = published([A, words(0, 40), D])
    rest = f"{scattered(0, 2 * kept, 0)} {new(40 - 2 * kept, 200)}".strip()
    after = revised(before, [f"{A} {rest}", D])
    assert [tombstone.reason for tombstone in after.lost] == [Reason.MERGED]
    assert bool(after.fates[0].review) is asked


def test_the_largest_of_the_merged_keeps_its_id() -> None:
    one, other, third = words(0, 20), words(100, 130), words(200, 225)
    before = published([A, one, other, third, D])
    after = revised(before, [A, f"{one} {other} {third}", D])
    assert after.ids[1] == ids(before)[2]
    assert {tombstone.to for tombstone in after.lost} == {ids(before)[2]}


def test_the_remains_of_a_long_paragraph_are_it_and_doubtful() -> None:
    before = published([A, words(0, 90), D], [E])
    after = revised(before, [A, D], [E, words(40, 52)])
    assert after.ids[3] == ids(before)[1]
    assert after.fates[3].review == (ids(before)[1],)


@pytest.mark.parametrize(("count", "size", "found"), [(8, 10, True), (7, 9, False), (75, 100, True), (74, 100, False)])
def test_remains_are_three_quarters_of_a_text_and_eight_words(count: int, size: int, found: bool) -> None:
    before = published([A, words(0, 900), D], [E])
    after = revised(before, [A, D], [E, f"{words(40, 40 + count)} {new(size - count)}"])
    assert (after.ids[3] == ids(before)[1]) is found


@pytest.mark.parametrize(("first", "last"), [(0, 40), (60, 100)])
def test_either_end_of_a_paragraph_is_known_in_another_chapter(first: int, last: int) -> None:
    before = published([A, words(0, 100), D], [E])
    rest = f"{words(0, first)} {words(last, 100)}".strip()
    after = revised(before, [A, rest, D], [E, words(first, last)])
    assert after.ids[1] == ids(before)[1]
    assert (after.fates[4].happening, after.fates[4].source) == (SPLIT, ids(before)[1])


@pytest.mark.parametrize("shares", [(31, 40), (40, 31)])
def test_of_two_long_texts_the_one_with_more_of_the_words_is_the_paragraph(shares: tuple[int, int]) -> None:
    before = published([A, words(0, 40), D], [E])
    one, other = (f"{words(0, share)} {new(300, start)}" for share, start in zip(shares, (0, 400), strict=True))
    after = revised(before, [A, D], [E, one, other])
    assert after.ids.index(ids(before)[1]) == (3 if shares[0] == 40 else 4)
