"""Where the words of a paragraph are found when neither its place nor its neighbours tell."""

import pytest

from editions import happenings, ids, published, revised, words
from policybrief.alignment.align import Happening
from policybrief.model.ledger import Reason
from test_alignment_passages import A, D, E, new


def test_a_paragraph_put_into_one_far_away_and_reworded_is_found_there() -> None:
    before = published([A, words(0, 40), D], [E])
    reworded = " ".join(word if at % 4 else f"other{at}" for at, word in enumerate(words(0, 40).split()))
    after = revised(before, [A, D], [f"{E} {reworded}"])
    assert [(tombstone.id, tombstone.reason, tombstone.to) for tombstone in after.lost] == [
        (ids(before)[1], Reason.MERGED, ids(before)[3])
    ]
    assert not any(fate.review for fate in after.fates)


def test_what_another_paragraph_brought_along_is_not_taken_for_it() -> None:
    both = words(100, 110)  # a sentence that two paragraphs have
    before = published([A, f"{words(0, 6)} {both}", D], [E, f"{words(40, 60)} {both}"])
    after = revised(before, [A, D], [f"{E} {words(40, 60)} {both}"])
    assert {tombstone.id: tombstone.reason for tombstone in after.lost} == {
        ids(before)[1]: Reason.DELETED,
        ids(before)[4]: Reason.MERGED,
    }


@pytest.mark.parametrize(("taken", "happening"), [(35, Happening.SPLIT), (32, Happening.EDITED)])
def test_an_id_goes_with_the_larger_part_also_into_another_paragraph(taken: int, happening: Happening) -> None:
    before = published([A, words(0, 60), D], [E])
    after = revised(before, [A, words(taken, 60), D], [f"{E} {words(0, taken)}"])
    assert happenings(after)[1] is happening
    led = [(tombstone.id, tombstone.to) for tombstone in after.lost]
    assert led == ([(ids(before)[1], ids(before)[3])] if happening is Happening.SPLIT else [])


def test_the_words_of_a_merged_paragraph_are_followed_into_any_other() -> None:
    before = published([A, words(0, 30), D], [E])
    merged = revised(before, [f"{A} {words(0, 30)}", D], [E])
    after = revised(merged.ledger, [A, D], [f"{E} {words(0, 30)}"])
    [tombstone] = after.ledger.tombstones
    assert (tombstone.reason, tombstone.to) == (Reason.MERGED, ids(before)[3])


@pytest.mark.parametrize(("size", "reason"), [(20, Reason.MERGED), (19, Reason.DELETED)])
def test_a_deleted_paragraph_that_is_back_within_another_leads_there(size: int, reason: Reason) -> None:
    before = published([A, words(0, size), D], [E])
    gone = revised(before, [A, D], [E])
    assert [tombstone.reason for tombstone in gone.lost] == [Reason.DELETED]
    after = revised(gone.ledger, [A, D], [E, f"{new(40)} {words(0, size)}"])
    [tombstone] = after.ledger.tombstones
    assert (tombstone.id, tombstone.reason) == (ids(before)[1], reason)
    assert (tombstone.to == after.ids[3]) is (reason is Reason.MERGED)


@pytest.mark.parametrize(("size", "reason"), [(6, Reason.MERGED), (5, Reason.MERGED), (4, Reason.DELETED)])
def test_a_short_paragraph_is_found_within_another_far_away_when_all_its_words_are(size: int, reason: Reason) -> None:
    before = published([A, words(0, size), D], [E])
    after = revised(before, [A, D], [f"{E} {words(0, size)}"])
    assert [tombstone.reason for tombstone in after.lost] == [reason]
    torn = revised(before, [A, D], [f"{E} {words(1, size)}"])
    assert [tombstone.reason for tombstone in torn.lost] == [Reason.DELETED]
