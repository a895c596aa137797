"""Where the address of a paragraph leads that was in the text twice, when one of the two is taken out."""

from dataclasses import replace

import pytest

from editions import blocks, ids, published, words
from policybrief.alignment.align import Alignment, align
from policybrief.alignment.joining import join
from policybrief.alignment.resolution import resolve
from policybrief.alignment.settling import accept
from policybrief.model.ledger import Ledger, Reason, Status, tombstone_of
from policybrief.publishing.known_ids import with_known_ids

A, D, E = words(1000, 1040), words(1100, 1140), words(1200, 1240)
"""Neighbours that nobody edits."""
P = words(0, 100)
AGAIN = (Status.MERGED, Status.REVIEW)


def part_of(paragraph: str, count: int, new: int = 200) -> str:
    """Return the first words of a paragraph, and new ones in place of the others."""
    return f"{' '.join(paragraph.split()[:count])} {words(new, new + 100 - count)}".strip()


def next_edition(ledger: Ledger, *chapters: list[str]) -> Alignment:
    """Return the edition after a ledger whose questions were all answered with yes."""
    return align(accept(ledger), blocks(*chapters), str(int(ledger.edition) + 1))


def with_copy(copy: str = P) -> tuple[Ledger, str, str]:
    """Return a ledger with a paragraph and its copy in another chapter, and the ids of both."""
    ledger = next_edition(published([A, P, D], [E]), [A, P, D], [E, copy]).ledger
    return ledger, ids(ledger)[1], ids(ledger)[4]


def test_a_copy_that_is_taken_out_leads_to_the_original() -> None:
    ledger, original, copy = with_copy()
    after = next_edition(ledger, [A, P, D], [E]).ledger
    found = resolve(after, copy)
    assert (found.status, found.line and found.line.id) == (Status.MERGED, original)


def test_an_original_that_is_taken_out_leads_to_its_copy() -> None:
    ledger, original, copy = with_copy()
    after = next_edition(ledger, [A, D], [E, P]).ledger
    found = resolve(after, original)
    assert (found.status, found.line and found.line.id) == (Status.MERGED, copy)


@pytest.mark.parametrize(
    ("kept", "status"), [(75, Status.MERGED), (74, Status.REVIEW), (56, Status.REVIEW), (54, Status.GONE)]
)
def test_how_much_a_copy_must_have_kept(kept: int, status: Status) -> None:
    ledger, original, copy = with_copy(part_of(P, 90))
    ledger = next_edition(ledger, [A, part_of(P, kept, 400), D], [E, part_of(P, 90)]).ledger
    ledger = next_edition(ledger, [A, part_of(P, kept, 400), D], [E, P]).ledger
    found = resolve(next_edition(ledger, [A, part_of(P, kept, 400), D], [E]).ledger, copy)
    assert found.status is status
    if status is not Status.GONE:
        assert found.line is not None
        assert found.line.id == original


def test_a_part_that_its_origin_has_again_leads_there_however_short_it_is() -> None:
    """A revert may restore the whole in the ledger, and take the block of the part out of the text."""
    ledger = next_edition(published([A, P, D]), [A, words(0, 94), words(94, 100), D]).ledger
    whole, part = ids(ledger)[1:3]
    restored = replace(published([A, P, D]).lines[1], id=whole)
    lines = tuple(restored if line.id == whole else line for line in ledger.lines)
    found = resolve(next_edition(replace(ledger, lines=lines), [A, P, D]).ledger, part)
    assert (found.status, found.line and found.line.id) == (Status.MERGED, whole)


@pytest.mark.parametrize(("size", "status"), [(4, Status.GONE), (5, Status.REVIEW), (7, Status.REVIEW)])
def test_a_few_words_that_are_said_twice_are_asked_about(size: int, status: Status) -> None:
    ledger = published([A, words(0, size), D], [E, words(0, size)])
    found = resolve(next_edition(ledger, [A, D], [E, words(0, size)]).ledger, ids(ledger)[1])
    assert found.status is status
    thrice = published([A, words(0, size), D], [E, words(0, size), words(0, size)])
    found = resolve(next_edition(thrice, [A, D], [E, words(0, size), words(0, size)]).ledger, ids(thrice)[1])
    assert found.status is Status.GONE


def test_paragraphs_that_were_never_copies_lead_nowhere() -> None:
    """Most words are the same, but neither was made from the other."""
    ledger = published([A, P, D], [E, part_of(P, 79)])
    found = resolve(next_edition(ledger, [A, P, D], [E]).ledger, ids(ledger)[4])
    assert found.status is Status.GONE


@pytest.mark.parametrize(("kept", "status"), [(75, Status.MERGED), (74, Status.GONE)])
def test_a_copy_that_the_ledger_has_lost_leads_to_the_original(kept: int, status: Status) -> None:
    past, original, copy = with_copy()
    now = next_edition(past, [A, part_of(P, kept, 400), D], [E, P]).ledger
    now = replace(now, lines=tuple(line for line in now.lines if line.id != copy))
    found = resolve(with_known_ids(now, [past]), copy)
    assert found.status is status
    assert (found.line and found.line.id == original) is (status is Status.MERGED)


def test_a_paragraph_moved_here_and_edited_there_that_the_text_has_twice_is_asked_about() -> None:
    base = published([A, P, D], [E])
    p = ids(base)[1]
    ours = align(base, blocks([A, D], [E, P]), "2").ledger
    theirs = align(base, blocks([A, words(35, 100), D], [E]), "2").ledger
    doubled = align(join(base, ours, theirs), blocks([A, words(35, 100), D], [E, P]), "3")
    assert [fate.review for fate in doubled.fates] == [(), (p,), (), (), (p,)]
    once = align(join(base, ours, theirs), blocks([A, D], [E, words(35, 100)]), "3")
    assert ids(once.ledger)[3] == p
    assert not any(fate.review for fate in once.fates)


def test_what_was_deleted_leads_to_a_paragraph_that_comes_to_say_the_same() -> None:
    ledger = published([A, P, D], [E, part_of(P, 60)])
    p, other = ids(ledger)[1], ids(ledger)[4]
    ledger = next_edition(ledger, [A, D], [E, part_of(P, 60)]).ledger
    assert resolve(ledger, p).status is Status.GONE
    ledger = next_edition(ledger, [A, D], [E, P]).ledger
    found = resolve(ledger, p)
    assert (found.status, found.line and found.line.id) == (Status.MERGED, other)


@pytest.mark.parametrize(("chapter", "status"), [(0, Status.MERGED), (1, Status.GONE)])
def test_an_id_that_the_ledger_has_lost_leads_to_the_paragraph_of_its_chapter_with_its_words(
    chapter: int, status: Status
) -> None:
    """A revert took back the edition that had divided the paragraph."""
    whole = f"{part_of(P, 80)} {D}"
    chapters = ([A, whole], [E]) if chapter == 0 else ([A], [E, whole])
    now = published(*chapters)
    lost = published([A, P]).lines[1]
    found = resolve(with_known_ids(now, [replace(now, lines=(*now.lines, lost))]), lost.id)
    assert found.status is status


@pytest.mark.parametrize(
    ("kept", "others", "whole", "status"),
    [
        (20, 0, 50, Status.REVIEW),
        (19, 0, 47, Status.GONE),
        (20, 0, 51, Status.GONE),
        (27, 3, 50, Status.REVIEW),
        (26, 3, 50, Status.GONE),
    ],
)
def test_a_paragraph_leads_to_its_part_that_stood_beside_it_all_the_time(
    kept: int, others: int, whole: int, status: Status
) -> None:
    """A merge of the text has kept the halves and the whole; the whole is taken out."""
    part = f"{words(0, kept)} {words(300, 300 + others)}".strip()
    ledger = published([A, part, D], [E, words(0, whole)])
    after = next_edition(ledger, [A, part, D], [E]).ledger
    found = resolve(after, ids(ledger)[4])
    assert found.status is status
    if status is Status.REVIEW:
        assert found.line is not None
        assert (found.line.id, found.line.review) == (ids(ledger)[1], (ids(ledger)[4],))


def test_a_lost_id_leads_to_the_part_that_stood_beside_it() -> None:
    now = published([A, words(0, 40), D])
    lost = published([A, words(0, 100)]).lines[1]
    found = resolve(with_known_ids(now, [replace(now, lines=(*now.lines, lost))]), lost.id)
    assert (found.status, found.line and found.line.id) == (Status.MERGED, ids(now)[1])


def test_a_lost_id_is_live_again_where_the_text_has_both_the_paragraph_and_its_copy() -> None:
    """A revert has taken back the edition that first had the copy, and git has kept its text."""
    past, original, copy = with_copy(part_of(P, 90))
    now = replace(past, lines=tuple(line for line in past.lines if line.id != copy))
    known = with_known_ids(now, [past])
    assert resolve(known, copy).status is Status.MERGED
    twice = next_edition(known, [A, P, D], [E, part_of(P, 90)])
    assert (twice.ids[1], twice.ids[4]) == (original, copy)
    once = next_edition(known, [A, P, D], [E]).ledger
    assert resolve(once, copy).status is Status.MERGED


@pytest.mark.parametrize("reason", Reason)
def test_an_id_that_was_gone_when_the_ledger_lost_it_is_not_live_again(reason: Reason) -> None:
    past, _, copy = with_copy(part_of(P, 90))
    line = past.lines[4]
    now = replace(past, lines=past.lines[:4])
    newer = replace(now, tombstones=(tombstone_of(line, reason, past.lines[1].id, "2", "2"),))
    assert with_known_ids(now, [newer, past]).others == ()
    assert with_known_ids(now, [past, newer]).others == (line,)
    assert copy == line.id
