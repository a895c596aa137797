"""The ledger that an alignment writes: where what is gone leads, what a line keeps, and ids of an author's choice."""

from dataclasses import replace

import pytest

from editions import blocks, happenings, ids, published, revised, words
from policybrief.alignment.align import Alignment, Block, Fate, Happening, RefusedPin, align
from policybrief.alignment.fingerprint import fingerprint_of, opening_of, sha_of, words_of
from policybrief.alignment.paragraph_ids import IdFault, check_character
from policybrief.alignment.settling import drop
from policybrief.model.ledger import Ledger, LiveLine, Reason, Tombstone

KEPT, EDITED, MOVED, SPLIT, NEW, RESTORED = Happening

A, B, C, D, E = (words(1000 + 40 * number, 1040 + 40 * number) for number in range(5))
P = words(0, 40)


def leads(alignment: Alignment) -> dict[str, str]:
    """Return where each paragraph leads that this edition lost."""
    return {tombstone.id: tombstone.to for tombstone in alignment.lost}


def test_what_is_gone_leads_to_the_one_before_that_is_left() -> None:
    before = published([A, B, C], [D, E])
    a, b, c, d, e = ids(before)
    assert leads(revised(before, [A, B], [D, E])) == {c: b}
    assert leads(revised(before, [A], [D, E])) == {b: a, c: a}
    assert leads(revised(before, [B, C], [D, E])) == {a: b}
    assert leads(revised(before, [C], [D, E])) == {a: c, b: c}
    assert leads(revised(before, [A, B, C], [E])) == {d: e}


def test_what_is_gone_leads_to_where_the_one_before_is_now() -> None:
    before = published([A, B, C], [D, E])
    after = revised(before, [A, C], [E, D])
    assert leads(after) == {ids(before)[1]: ids(before)[0]}
    moved = revised(before, [C], [D, E, A])
    assert leads(moved) == {ids(before)[1]: ids(before)[0]}


def test_what_is_gone_with_its_chapter_leads_to_its_first_paragraph_or_the_first_of_all() -> None:
    before = published([A, B], [D, E])
    after = revised(before, [words(200, 240), words(240, 280)], [D, E])
    assert set(leads(after).values()) == {after.ids[0]}
    after = align(before, [Block("chapters/2.md", D), Block("chapters/2.md", E)], "2")
    assert set(leads(after).values()) == {ids(before)[2]}
    after = align(before, [Block("chapters/9.md", words(200, 240)), Block("chapters/9.md", words(240, 280))], "2")
    assert set(leads(after).values()) == {after.ids[0]}
    assert set(leads(align(before, [], "2")).values()) == {""}


def test_what_is_gone_leads_to_the_first_part_of_it() -> None:
    first = published([A, words(0, 90), D, E])
    split = revised(first, [A, words(0, 40), D, words(40, 65), words(65, 90), E]).ledger
    whole = ids(first)[1]
    parts = [line.id for line in split.lines if line.source == whole]
    assert len(parts) == 2
    after = align(split, blocks([A, D, words(40, 65), words(65, 90), E]), "3")
    assert leads(after) == {whole: parts[0]}
    other = align(split, blocks([A, D, words(65, 90), E]), "3")
    assert leads(other) == {whole: parts[1], parts[0]: ids(first)[2]}


def test_a_new_line() -> None:
    text = f"*{P}* [@x, p. 4]"
    (line,) = align(Ledger(), [Block("a.md", text)], "7").ledger.lines
    said = words_of(text)
    assert line == LiveLine(line.id, "a.md", sha_of(said), fingerprint_of(said), opening_of(text), "7", "7")


def test_a_line_keeps_its_first_edition_and_its_source() -> None:
    before = published([A, words(0, 90), D])
    split = revised(before, [A, words(0, 50), words(50, 90), D])
    part = split.ledger.lines[2]
    assert (part.source, part.first, part.last) == (ids(before)[1], "2", "2")
    assert split.fates[2] == Fate(part.id, SPLIT, 1.0, ids(before)[1])
    edited = align(split.ledger, blocks([A, words(0, 50), f"{words(50, 88)} {words(300, 302)}", D]), "3")
    line = edited.ledger.lines[2]
    assert (line.id, line.source, line.first, line.last) == (part.id, part.source, "2", "3")
    assert edited.fates[2].source == ""


def test_an_unchanged_line_in_another_chapter_is_otherwise_the_same() -> None:
    before = published([A, B, C], [D, E])
    after = revised(before, [A, C], [D, B, E])
    assert after.ledger.lines[3] == replace(before.lines[1], chapter="chapters/2.md")
    assert after.ledger.lines[0] is before.lines[0]


def test_a_line_knows_which_of_its_words_were_published_first() -> None:
    before = published([A, B]).lines[0]
    assert before.first_words is None
    grown = revised(published([A, B]), [f"{A} {P}", B]).ledger
    assert grown.lines[0].first_words == (1 << 40) - 1
    turned = align(grown, blocks([f"{P} {A}", B]), "3").ledger
    assert turned.lines[0].first_words == ((1 << 40) - 1) << 40
    assert align(turned, blocks([A, B]), "4").ledger.lines[0].first_words is None


def test_the_fingerprint_of_an_older_release_is_made_again_while_the_words_are_the_same() -> None:
    before = published([A, B])
    stale = replace(before.lines[0], fingerprint=fingerprint_of(words_of(A), stem=3))
    assert stale != before.lines[0]
    after = revised(replace(before, lines=(stale, before.lines[1])), [A, B])
    assert after.ledger.lines[0] == before.lines[0]
    assert happenings(after) == [KEPT, KEPT]


def test_doubts_of_earlier_editions_stay_with_an_edited_paragraph() -> None:
    before = published([A, P, D])
    p = ids(before)[1]
    doubtful = replace(
        before, lines=(*before.lines[:1], replace(before.lines[1], review=(p, "p-zzz2")), before.lines[2])
    )
    for text in (P, f"{words(0, 38)} {words(200, 202)}"):
        after = revised(doubtful, [A, text, D])
        assert after.fates[1].review == after.ledger.lines[1].review == (p, "p-zzz2")


def test_the_doubtful_id_is_named_first() -> None:
    before = published([A, P, D])
    p = ids(before)[1]
    others = tuple(sorted((p, "p-2222", "p-yyyy"), key=lambda one: one != p))
    doubtful = replace(before.lines[1], review=("p-yyyy", "p-2222", p))
    after = revised(replace(before, lines=(before.lines[0], doubtful, before.lines[2])), [A, P, D])
    assert after.fates[1].review == others


def test_what_was_lost_before_is_not_lost_again() -> None:
    before = published([A, B, C])
    gone = revised(before, [A, C])
    assert gone.lost == gone.ledger.tombstones
    again = align(gone.ledger, blocks([A]), "3")
    assert [tombstone.id for tombstone in again.lost] == [ids(before)[2]]
    assert again.ledger.tombstones == tuple(sorted((*gone.lost, *again.lost), key=lambda one: one.id))
    assert again.ledger.edition == "3"


def test_a_merged_line_is_buried_with_the_words_that_the_other_has() -> None:
    small, large = words(100, 120), words(0, 40)
    before = published([A, small, large, D])
    text = f"{words(100, 110)} {words(200, 202)} {words(112, 120)} {large}"
    (tombstone,) = revised(before, [A, text, D]).lost
    line = before.lines[1]
    assert tombstone == Tombstone(
        *(line.id, Reason.MERGED, ids(before)[2], "1", "1", "2", line.chapter),
        fingerprint_of(f"{words(100, 110)} {words(200, 202)} {words(112, 120)}"),
        line.opening,
    )


def test_the_same_new_words_get_ids_of_their_own() -> None:
    first = align(Ledger(), blocks([A, A, A]), "1")
    assert len(set(first.ids)) == 3
    assert first.ids[0] == align(Ledger(), blocks([A]), "1").ids[0]
    taken = drop(align(Ledger(), blocks([A]), "1").ledger, [first.ids[0]])
    assert align(taken, blocks([A]), "2").ids[0] != first.ids[0]


def pinned(*texts: tuple[str, str]) -> list[Block]:
    return [Block("chapters/1.md", text, pin) for text, pin in texts]


CHOSEN = f"p-222{check_character('222')}"


def test_an_id_of_the_authors_choice() -> None:
    after = align(Ledger(), pinned((A, CHOSEN), (B, "")), "1")
    assert after.ids[0] == CHOSEN
    assert happenings(after) == [NEW, NEW]
    assert after.refused == ()
    assert after.ledger.lines[0].first == "1"


def test_a_new_id_is_never_one_that_an_author_chose() -> None:
    free = align(Ledger(), blocks([A]), "1").ids[0]
    after = align(Ledger(), pinned((A, ""), (B, free)), "1")
    assert after.ids[1] == free
    assert after.ids[0] != free


def test_refused_pins_leave_the_block_to_the_rules() -> None:
    before = published([A, B, C])
    a, b, _ = ids(before)
    after = align(before, pinned((A, a), (B, a), (C, "p-k3f8"), (D, "k3f9")), "2")
    assert after.refused == (
        RefusedPin(1, a, None),
        RefusedPin(2, "p-k3f8", IdFault.CHECK),
        RefusedPin(3, "k3f9", IdFault.SHAPE),
    )
    assert after.ids[:3] == tuple(ids(before))
    assert b == after.ids[1]


def test_a_pin_wins_over_the_same_words() -> None:
    before = published([A, B, C])
    a, b, c = ids(before)
    after = align(before, pinned((A, b), (B, a), (C, "")), "2")
    assert after.ids == (b, a, c)
    assert [fate.similarity for fate in after.fates] == [0.0, 0.0, 1.0]


def test_a_pin_with_a_few_words_more_is_an_edit() -> None:
    before = published([A, P, C])
    p = ids(before)[1]
    after = align(before, pinned((A, ""), (f"{words(0, 30)} {words(300, 310)}", p), (C, "")), "2")
    assert after.fates[1] == Fate(p, EDITED, 0.75)


def test_a_pin_that_raises_what_was_merged_keeps_its_first_edition() -> None:
    small, large = words(100, 120), words(0, 40)
    first = published([A, small, large, D])
    merged = revised(first, [A, f"{small} {large}", D]).ledger
    after = align(merged, pinned((A, ""), (f"{small} {large}", ""), (D, ""), (words(300, 340), ids(first)[1])), "3")
    assert happenings(after)[3] is RESTORED
    assert after.ledger.lines[3].first == "1"
    assert after.ledger.tombstones == ()


@pytest.mark.parametrize("edition", ["", "2026-11"])
def test_the_edition_is_named_by_the_caller(edition: str) -> None:
    after = align(published([A, B]), blocks([A, C]), edition)
    assert after.ledger.edition == edition
    assert after.ledger.lines[1].first == edition
    assert {(tombstone.last, tombstone.edition) for tombstone in after.lost} == {("1", edition)}
