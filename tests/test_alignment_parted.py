"""Paragraphs that were taken apart or put in another order, and a few words to which many were added."""

import pytest

from editions import blocks, happenings, ids, published, words
from policybrief.alignment.align import Alignment, Happening, align
from policybrief.alignment.joining import join
from policybrief.alignment.resolution import resolve
from policybrief.alignment.settling import accept
from policybrief.model.ledger import Ledger, Status

A, D, E = words(1000, 1040), words(1100, 1140), words(1200, 1240)
"""Neighbours that nobody edits."""
P, Q = words(0, 60), words(100, 120)


def next_edition(ledger: Ledger, *chapters: list[str]) -> Alignment:
    """Return the edition after a ledger whose questions were all answered with yes."""
    return align(accept(ledger), blocks(*chapters), str(int(ledger.edition) + 1))


def test_words_of_a_merged_paragraph_may_change_places_with_the_others() -> None:
    first = published([A, P, Q, D])
    merged = next_edition(first, [A, f"{P} {Q}", D]).ledger
    after = next_edition(merged, [A, f"{Q} {P}", D]).ledger
    found = resolve(after, ids(first)[2])
    assert (found.status, found.line and found.line.id) == (Status.MERGED, ids(first)[1])
    again = next_edition(after, [A, f"{Q} {words(300, 320)} {P}", D]).ledger
    assert resolve(again, ids(first)[2]).status is Status.MERGED


@pytest.mark.parametrize("added", [f"Yes, we can. {P}", f"{P} Yes, we can."])
def test_a_few_words_to_which_many_were_added_keep_their_id_and_are_asked_about(added: str) -> None:
    before = published([A, "Yes, we can.", D])
    after = next_edition(before, [A, added, D])
    assert after.ids == (*ids(before),)
    assert after.fates[1].review == (ids(before)[1],)


def test_a_few_words_are_known_in_their_place_alone() -> None:
    before = published([A, "Yes, we can.", D], [E])
    assert resolve(next_edition(before, [A, D], [E, f"Yes, we can. {P}"]).ledger, ids(before)[1]).status is Status.GONE
    assert happenings(next_edition(before, [A, f"{P} Yes, we can. {Q}", D], [E]))[1] is Happening.NEW


def grown() -> Ledger:
    """Return a ledger with a paragraph of 40 words that had 20 of them at first; the others came from a longer one."""
    first = published([A, words(0, 20), D], [E, words(500, 560)])
    return next_edition(first, [A, f"{words(0, 20)} {words(500, 520)}", D], [E, words(520, 560)]).ledger


@pytest.mark.parametrize(("leave", "holder"), [(14, 1), (11, 1), (9, 2), (20, 1)])
def test_the_id_of_a_paragraph_which_had_grown_goes_with_its_first_words_and_is_asked_about(
    leave: int, holder: int
) -> None:
    ledger = grown()
    rest = f"{words(leave, 20)} {words(500, 520)}".strip()
    after = next_edition(ledger, [A, words(0, leave), rest, D], [E, words(520, 560)])
    p = ids(ledger)[1]
    assert after.ids[holder] == p
    assert (after.fates[1].review, after.fates[2].review) == ((p,), (p,))


@pytest.mark.parametrize(("leave", "asked"), [(4, False), (8, True)])
def test_fewer_than_a_third_of_the_first_words_may_leave_unasked(leave: int, asked: bool) -> None:
    ledger = grown()
    rest = f"{words(leave, 20)} {words(500, 520)}"
    after = next_edition(ledger, [A, words(0, leave), rest, D], [E, words(520, 560)])
    assert any(fate.review for fate in after.fates) == asked


def test_a_part_that_went_into_a_paragraph_elsewhere_is_asked_about() -> None:
    ledger = grown()
    after = next_edition(ledger, [A, words(500, 520), D], [f"{E} {words(0, 20)}", words(520, 560)])
    p = ids(ledger)[1]
    assert (after.ids[1], after.fates[1].review) == (p, (p,))
    assert p in after.fates[3].review


def test_the_parts_of_a_paragraph_that_nobody_had_changed_are_asked_about_when_all_are_small() -> None:
    before = published([A, P, D])
    parts = next_edition(before, [A, words(0, 21), words(21, 40), words(40, 60), D])
    assert sum(bool(fate.review) for fate in parts.fates) == 2
    assert not any(fate.review for fate in next_edition(before, [A, words(0, 32), words(32, 60), D]).fates)


def test_a_paragraph_that_went_into_both_its_neighbours_is_asked_about() -> None:
    ledger = grown()
    parted = [f"{A} {words(0, 20)}", f"{words(500, 520)} {D}"]
    after = next_edition(ledger, parted, [E, words(520, 560)])
    found = resolve(after.ledger, ids(ledger)[1])
    assert found.status is Status.REVIEW
    assert all(ids(ledger)[1] in fate.review for fate in after.fates[:2])


def test_a_paragraph_joined_to_another_here_and_taken_out_there_is_asked_about() -> None:
    base = published([A, P, words(200, 260), D])
    p = ids(base)[1]
    ours = align(base, blocks([A, f"{P} {words(200, 260)}", D]), "2").ledger
    theirs = align(base, blocks([A, words(200, 260), D]), "2").ledger
    merged = join(base, ours, theirs)
    after = align(merged, blocks([A, words(200, 260), D]), "3")
    assert p not in after.ids or p in after.fates[after.ids.index(p)].review
    whole = align(merged, blocks([A, f"{P} {words(200, 260)}", D]), "3")
    assert not any(fate.review for fate in whole.fates)


def test_words_that_were_split_off_and_came_back_count_as_those_of_the_paragraph() -> None:
    before = published([A, P, D])
    split = next_edition(before, [A, words(0, 31), words(31, 60), D]).ledger
    back = next_edition(split, [A, P, D]).ledger
    edited = next_edition(back, [A, f"{words(200, 231)} {words(31, 60)}", D]).ledger
    assert ids(edited) == ids(before)
    parted = next_edition(edited, [f"{A} {words(200, 231)}", f"{words(31, 60)} {D}"])
    assert all(ids(before)[1] in fate.review for fate in parted.fates)


@pytest.mark.parametrize(("leave", "asked"), [(9, True), (7, False), (13, False)])
def test_a_merged_paragraph_that_is_torn_is_asked_about(leave: int, asked: bool) -> None:
    before = published([A, P, Q, D])
    merged = next_edition(before, [A, f"{P} {Q}", D]).ledger
    torn = next_edition(merged, [A, f"{P} {words(100, 120 - leave)}", words(120 - leave, 120), D])
    assert any(fate.review for fate in torn.fates) == asked


@pytest.mark.parametrize(("leave", "asked"), [(9, True), (7, False)])
def test_a_quarter_is_enough_where_no_paragraph_goes_on(leave: int, asked: bool) -> None:
    ledger = grown()
    parted = [f"{A} {words(0, leave)}", f"{words(leave, 20)} {words(500, 520)} {D}"]
    after = next_edition(ledger, parted, [E, words(520, 560)])
    assert any(fate.review for fate in after.fates) == asked


def test_words_of_a_merged_paragraph_that_stay_are_not_counted_as_those_that_were_cited() -> None:
    before = published([A, words(500, 540), D], [E, words(0, 30), words(600, 630)])
    p = ids(before)[1]
    grown_up = next_edition(before, [A, words(500, 540), D], [E, words(0, 30), words(600, 630)]).ledger
    merged = next_edition(grown_up, [A, f"{words(500, 540)} {words(0, 30)}", D], [E, words(600, 630)]).ledger
    edited = next_edition(merged, [A, f"{words(500, 515)} {words(700, 710)} {words(0, 30)}", D], [E, words(600, 630)])
    lent = f"{words(600, 630)} {words(500, 515)}"
    after = next_edition(edited.ledger, [A, f"{words(700, 710)} {words(0, 30)}", D], [E, lent])
    assert p in after.fates[1].review
    assert p in after.fates[4].review


def reworded(start: int, end: int) -> str:
    """Return words of which each third is another."""
    return " ".join(words(at + 600, at + 601) if at % 3 == 0 else words(at, at + 1) for at in range(start, end))


def test_the_larger_part_keeps_the_id_although_it_was_reworded() -> None:
    before = published([A, P, D])
    after = next_edition(before, [A, words(0, 17), reworded(17, 60), D])
    assert after.ids[2] == ids(before)[1]


def test_a_half_that_was_split_off_and_reworded_is_asked_about() -> None:
    ledger = grown()
    after = next_edition(ledger, [A, words(0, 20), reworded(500, 520), D], [E, words(520, 560)])
    assert all(ids(ledger)[1] in fate.review for fate in after.fates[1:3])


def test_a_merged_paragraph_is_followed_although_the_other_had_some_of_its_words() -> None:
    before = published([A, P, f"{words(10, 14)} {words(100, 116)}", D])
    merged = next_edition(before, [A, f"{P} so {words(11, 14)} {reworded(100, 116)}", D]).ledger
    parted = next_edition(merged, [A, P, f"so {words(11, 14)} {reworded(100, 116)}", D])
    assert resolve(parted.ledger, ids(before)[2]).line == parted.ledger.lines[2]


def test_a_part_that_is_a_paragraph_now_is_asked_about_when_the_rest_went_into_another_far_away() -> None:
    before = published([A, P, D], [E])
    after = next_edition(before, [A, words(0, 26), D], [f"{E} {words(26, 60)}"])
    assert resolve(after.ledger, ids(before)[1]).status is Status.REVIEW
    assert ids(before)[1] in after.fates[1].review


def test_a_paragraph_of_which_a_neighbour_has_less_than_another_far_away_is_asked_about() -> None:
    before = published([A, words(0, 40), D], [E])
    after = next_edition(before, [A, f"{words(26, 40)} {D}"], [f"{words(0, 26)} {E}"])
    assert resolve(after.ledger, ids(before)[1]).status is Status.REVIEW
    assert all(ids(before)[1] in fate.review for fate in after.fates[1:])
