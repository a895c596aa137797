"""The alignment: one clear case for each rule, and what must hold for any text and any edit."""

import os
import subprocess
import sys
from itertools import chain, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions import A, B, C, D, E, blocks, edited, happenings, ids, published, revised, text
from policybrief.alignment.align import Block, Fate, Happening, align
from policybrief.alignment.fingerprint import opening_of
from policybrief.alignment.paragraph_ids import IdFault, check_character
from policybrief.alignment.resolution import resolve
from policybrief.alignment.settling import accept, drop
from policybrief.model.ledger import Ledger, Reason, Status

KEPT, EDITED, MOVED, SPLIT, NEW, RESTORED = Happening


def test_first_publication_gives_everybody_an_id() -> None:
    first = align(Ledger(), blocks([A, B], [C]), "2026-11")
    assert happenings(first) == [NEW] * 3
    assert len(set(first.ids)) == 3
    assert first.ledger.edition == "2026-11"
    assert {line.first for line in first.ledger.lines} == {line.last for line in first.ledger.lines} == {"2026-11"}
    assert first.lost == ()


def test_nothing_left() -> None:
    before = published([A, B])
    after = revised(before)
    assert after.ledger.lines == ()
    assert {tombstone.reason for tombstone in after.lost} == {Reason.DELETED}
    assert [resolve(after.ledger, one).status for one in ids(before)] == [Status.GONE] * 2
    assert resolve(after.ledger, ids(before)[0]).line is None


def test_typo() -> None:
    before = published()
    after = revised(before, [A, B.replace(B.split()[3], "bulun", 1), C, D, E])
    assert list(after.ids) == ids(before)
    assert happenings(after) == [KEPT, EDITED, KEPT, KEPT, KEPT]
    assert 0.9 < after.fates[1].similarity < 1
    assert not any(fate.review for fate in after.fates)
    assert [line.last for line in after.ledger.lines] == ["1", "2", "1", "1", "1"]


def test_marks_and_case_are_no_edit() -> None:
    before = published()
    after = revised(before, [A, f"**{B.upper()}**, [@shiriyev2019, p. 4].[^note]", C, D, E])
    assert after.fates[1] == Fate(ids(before)[1], KEPT)


@pytest.mark.parametrize(("share", "asked"), [(0.3, False), (0.45, False), (0.6, True)])
def test_rewrite_in_place(share: float, asked: bool) -> None:
    before = published()
    after = revised(before, [A, B, edited(C, share), D, E])
    assert list(after.ids) == ids(before)
    assert after.fates[2].review == ((ids(before)[2],) if asked else ())


def test_delete_and_insert_at_one_place() -> None:
    before = published()
    after = revised(before, [A, B, text(77), D, E])
    assert happenings(after) == [KEPT, KEPT, NEW, KEPT, KEPT]
    (tombstone,) = after.lost
    assert (tombstone.id, tombstone.reason, tombstone.to) == (ids(before)[2], Reason.DELETED, ids(before)[1])
    assert (tombstone.first, tombstone.last, tombstone.edition) == ("1", "1", "2")
    assert tombstone.opening == opening_of(C)


@pytest.mark.parametrize(("cuts", "keeper"), [((15,), 1), ((25,), 0), ((8, 30), 1)])
def test_split(cuts: tuple[int, ...], keeper: int) -> None:
    before = published()
    words = C.split()
    ends = [0, *cuts, len(words)]
    parts = [" ".join(words[start:end]) for start, end in pairwise(ends)]
    after = revised(before, [A, B, *parts, D, E])
    part_fates = after.fates[2 : 2 + len(parts)]
    assert part_fates[keeper].id == ids(before)[2]
    others = [fate for number, fate in enumerate(part_fates) if number != keeper]
    assert {fate.happening for fate in others} == {SPLIT}
    assert {fate.source for fate in others} == {ids(before)[2]}
    assert {line.source for line in after.ledger.lines} == {"", ids(before)[2]}
    assert after.lost == ()


def test_split_and_edit() -> None:
    before = published()
    words = C.split()
    after = revised(before, [A, B, " ".join(words[:24]), edited(" ".join(words[24:]), 0.3), D, E])
    assert after.fates[2].id == ids(before)[2]
    assert after.fates[3].happening is SPLIT


@pytest.mark.parametrize("words", [15, 25])
def test_merge(words: int) -> None:
    long, short = text(20, 30), text(21, words)
    before = published([A, short, long, D])
    after = revised(before, [A, f"{short} {long}", D])
    a, s, m, d = ids(before)
    assert list(after.ids) == [a, m, d]
    assert [(tombstone.id, tombstone.reason, tombstone.to) for tombstone in after.lost] == [(s, Reason.MERGED, m)]
    assert resolve(after.ledger, s).status is Status.MERGED
    assert resolve(after.ledger, s).line == resolve(after.ledger, m).line


def test_merge_and_rewrite() -> None:
    long, short = text(20, 40), text(21, 30)
    before = published([A, short, long, D])
    words = short.split()
    words[2::3] = text(30, len(words[2::3])).split()
    after = revised(before, [A, f"{long} {' '.join(words)}", D])
    assert resolve(after.ledger, ids(before)[1]).line == resolve(after.ledger, ids(before)[2]).line


def test_swallowed_id_follows_its_words_out_again() -> None:
    small, large = text(20, 20), text(21, 40)
    first = published([A, small, large, D])
    merged = revised(first, [A, f"{small} {large}", D]).ledger
    back = revised(merged, [A, small, large, D])
    assert list(back.ids) == ids(first)
    assert happenings(back)[1] is RESTORED
    assert back.ledger.tombstones == ()


def test_swallowed_id_leads_to_the_part_that_has_its_words() -> None:
    small, large = text(20, 20), text(21, 40)
    first = published([A, small, large, D])
    merged = revised(first, [A, f"{large} {small}", D]).ledger
    words = large.split()
    after = revised(merged, [A, " ".join(words[:30]), f"{' '.join(words[30:])} {small} {text(60, 12)}", D])
    assert after.ids[1] == ids(first)[2]
    assert after.fates[2].happening is SPLIT
    found = resolve(after.ledger, ids(first)[1])
    assert found.line is not None
    assert (found.status, found.line.id) == (Status.MERGED, after.ids[2])


def test_swallowed_words_that_are_struck_out_are_gone() -> None:
    small, large = text(20, 20), text(21, 40)
    first = published([A, small, large, D])
    merged = revised(first, [A, f"{large} {small}", D]).ledger
    after = align(merged, blocks([A, large, D]), "3").ledger
    found = resolve(after, ids(first)[1])
    assert found.status is Status.GONE
    assert found.line is not None
    assert found.line.id == ids(first)[2]
    assert found.tombstone is not None
    assert (found.tombstone.last, found.tombstone.edition) == ("2", "3")


def test_move_within_a_chapter() -> None:
    before = published()
    after = revised(before, [A, D, B, C, E])
    a, b, c, d, e = ids(before)
    assert list(after.ids) == [a, d, b, c, e]
    assert happenings(after) == [KEPT, MOVED, KEPT, KEPT, KEPT]


def test_move_to_another_chapter_and_edit() -> None:
    before = published([A, B, C], [D, E])
    after = revised(before, [A, C], [D, edited(B, 0.3), E])
    a, b, c, d, e = ids(before)
    assert list(after.ids) == [a, c, d, b, e]
    assert after.fates[3].happening is MOVED
    assert after.ledger.lines[3].chapter == "chapters/2.md"
    assert after.lost == ()


def test_swap_of_edited_neighbours() -> None:
    before = published()
    after = revised(before, [A, edited(C, 0.2), edited(B, 0.2), D, E])
    a, b, c, d, e = ids(before)
    assert list(after.ids) == [a, c, b, d, e]
    assert not any(fate.review for fate in after.fates)


def test_chapters_that_change_places() -> None:
    before = published([A, B], [C, D, E])
    after = revised(before, [C, edited(D, 0.3), E], [A, B])
    a, b, c, d, e = ids(before)
    assert list(after.ids) == [c, d, e, a, b]


def test_everything_rewritten() -> None:
    before = published()
    after = revised(before, [edited(one, 0.4, seed) for seed, one in enumerate((A, B, C, D, E))])
    assert list(after.ids) == ids(before)


def test_everything_replaced() -> None:
    before = published()
    after = revised(before, [text(seed) for seed in range(50, 55)])
    assert happenings(after) == [NEW] * 5
    assert not set(after.ids) & set(ids(before))
    assert {tombstone.to for tombstone in after.lost} == {after.ids[0]}


@pytest.mark.parametrize("at", range(6))
def test_pasted_copy_takes_no_id(at: int) -> None:
    before = published()
    texts = [A, B, C, D, E]
    texts.insert(at, C)
    after = revised(before, texts)
    c = ids(before)[2]
    original = 2 if at > 2 else 3
    copy = at if at != 2 else 3  # side by side, the first is as good as the second
    assert after.ids[2 if at == 2 else original] == c
    assert after.fates[copy].happening is NEW
    assert after.fates[copy].review == (c,)


def test_copy_elsewhere_of_an_edited_original() -> None:
    before = published([A, B, C], [D, E])
    after = revised(before, [A, edited(B, 0.2), C], [D, B, E])
    b = ids(before)[1]
    assert after.ids[1] == b
    assert after.fates[1].review == (b,)
    assert after.fates[4].review == (b,)


def test_near_copy_is_listed() -> None:
    before = published()
    after = revised(before, [A, B, C, D, E, edited(B, 0.1)])
    assert after.fates[5].happening is NEW
    assert after.fates[5].review == (ids(before)[1],)


def test_one_word_paragraphs_know_their_neighbours() -> None:
    before = published([A, "No.", B, "Yes.", C, "No.", D])
    after = revised(before, [A, "No.", B, C, "No.", D])
    a, no, b, yes, c, other, d = ids(before)
    assert list(after.ids) == [a, no, b, c, other, d]
    assert [tombstone.id for tombstone in after.lost] == [yes]


def test_short_paragraphs_do_not_pass_for_one_another() -> None:
    before = published([A, "The talks in Sochi failed.", B])
    after = revised(before, [A, "The road to Lachin opened.", B])
    assert after.fates[1].happening is NEW


def test_twins_that_cannot_be_told_apart_are_listed() -> None:
    before = published([A, C, B, C, D])
    after = revised(before, [text(30), C, text(31), C, text(32)])
    assert {fate.id for fate in after.fates} >= {before.lines[1].id, before.lines[3].id}
    assert after.fates[1].review
    assert after.fates[3].review


def test_restored() -> None:
    first = published()
    gone = revised(first, [A, B, D, E]).ledger
    c = ids(first)[2]
    assert resolve(gone, c).status is Status.GONE
    after = align(gone, blocks([A, B, D, edited(C, 0.1), E]), "3")
    assert after.fates[3].id == c
    assert after.fates[3].happening is RESTORED
    assert after.ledger.tombstones == ()
    assert (after.ledger.lines[3].first, after.ledger.lines[3].last) == ("1", "3")


def test_dropped_is_not_restored() -> None:
    first = published()
    c = ids(first)[2]
    after = revised(drop(first, [c]), [A, B, C, D, E])
    assert after.fates[2].happening is NEW
    assert after.ids[2] != c
    found = resolve(after.ledger, c)
    assert (found.status, found.line and found.line.id) == (Status.GONE, ids(first)[1])


def test_nearest_place_of_a_lost_split_is_its_other_part() -> None:
    first = published()
    words = C.split()
    split = revised(first, [A, B, " ".join(words[:25]), D, " ".join(words[25:]), E]).ledger
    part = next(line.id for line in split.lines if line.source)
    after = align(split, blocks([A, B, D, " ".join(words[25:]), E]), "3").ledger
    found = resolve(after, ids(first)[2])
    assert (found.status, found.line and found.line.id) == (Status.GONE, part)


def test_chain_of_losses_and_merges() -> None:
    first = published([A, B, C, D])
    a, b, c, _ = ids(first)
    second = revised(first, [A, B, D]).ledger
    third = align(second, blocks([f"{A} {B} {text(40, 10)}", D]), "3").ledger
    survivor = third.lines[0].id
    assert survivor in (a, b)
    found = resolve(third, c)
    assert (found.status, found.line and found.line.id) == (Status.GONE, survivor)


def test_pin_overrides_the_aligner() -> None:
    before = published()
    c, d = ids(before)[2:4]
    pinned = [*blocks([A, B]), Block("chapters/1.md", text(88), pin=c), *blocks([D, E])]
    after = align(before, pinned, "2")
    assert after.ids[2] == c
    assert after.fates[2].review == ()
    swapped = [*blocks([A, B]), Block("chapters/1.md", D, pin=c), Block("chapters/1.md", C, pin=d), *blocks([E])]
    assert align(before, swapped, "2").ids[2:4] == (c, d)


def test_pin_raises_the_dead_and_names_the_new() -> None:
    before = drop(published(), [ids(published())[2]])
    dropped = before.tombstones[0].id
    chosen = f"p-222{check_character('222')}"
    texts = [
        *blocks([A, B]),
        Block("chapters/1.md", text(88), pin=dropped),
        Block("chapters/1.md", text(89), pin=chosen),
    ]
    after = align(before, texts, "2")
    assert after.ids[2:] == (dropped, chosen)
    assert happenings(after)[2:] == [RESTORED, NEW]


def test_refused_pins() -> None:
    before = published()
    a, b = ids(before)[:2]
    wrong = b[:-1] + ("2" if b[-1] != "2" else "3")
    texts = [Block("chapters/1.md", A, pin=a), Block("chapters/1.md", B, pin=wrong), Block("chapters/1.md", C, pin=a)]
    after = align(before, texts, "2")
    assert [(one.block, one.pin, one.fault) for one in after.refused] == [(1, wrong, IdFault.CHECK), (2, a, None)]
    assert after.ids == tuple(ids(before)[:3])


def test_mark_stays_until_it_is_accepted() -> None:
    before = published()
    c = ids(before)[2]
    texts = [A, B, edited(C, 0.6), D, E]
    doubtful = revised(before, texts).ledger
    assert resolve(doubtful, c).status is Status.REVIEW
    again = align(doubtful, blocks(texts), "3").ledger
    assert again.lines[2].review == (c,)
    accepted = accept(again, [c])
    assert resolve(accepted, c).status is Status.LIVE
    assert align(accepted, blocks(texts), "3").ledger == accepted


def test_ids_are_the_same_whatever_the_seed_of_hashing() -> None:
    code = (
        "import editions as t; from policybrief.reading.ledger import ledger_text;"
        "before = t.published([t.A, t.B, t.C], [t.D, t.E]);"
        "print(ledger_text(t.revised(before, [t.edited(t.C, .4), t.A, t.D, t.D], [t.B + ' ' + t.E, t.text(9)]).ledger))"
    )
    found = set()
    for seed in "012":
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        found.add(run.stdout)
    assert len(found) == 1


texts = st.lists(st.text("abc .*\n", max_size=12), max_size=8)
editions = st.lists(st.lists(texts, max_size=3), max_size=5)


@given(st.lists(texts, max_size=4))
def test_unchanged_text_is_left_as_it_is(chapters: list[list[str]]) -> None:
    first = align(Ledger(), blocks(*chapters), "1").ledger
    again = align(first, blocks(*chapters), "1")
    assert again.ledger == first
    assert set(happenings(again)) <= {KEPT}


@given(editions)
def test_every_id_resolves_and_none_is_given_twice(history: list[list[list[str]]]) -> None:
    ledger = Ledger()
    given: set[str] = set()
    emptied = False
    for edition, chapters in enumerate(history):
        after = align(ledger, blocks(*chapters), str(edition))
        assert len(set(after.ids)) == len(after.ids) == sum(map(len, chapters))
        assert list(after.ids) == ids(after.ledger)
        assert not {tombstone.id for tombstone in after.ledger.tombstones} & set(after.ids)
        ledger = after.ledger
        emptied = emptied or not ledger.lines
        given |= set(after.ids)
        assert ledger.ids() == given
        for one in given:
            found = resolve(ledger, one)
            assert found.status is not Status.UNKNOWN
            assert found.line is not None or emptied


@given(st.lists(st.integers(0, 400), unique=True, max_size=30), st.integers(1, 5), st.randoms(use_true_random=False))
def test_order_of_chapters_does_not_matter_for_the_same_words(seeds: list[int], count: int, random: Random) -> None:
    chapters = [[text(seed, 8) for seed in seeds[number::count]] for number in range(count)]
    before = published(*chapters)
    named = [[Block(f"chapters/{number}.md", one) for one in chapter] for number, chapter in enumerate(chapters, 1)]
    random.shuffle(named)
    after = align(before, [block for chapter in named for block in chapter], "2")
    found = {block.text: one for block, one in zip(chain(*named), after.ids, strict=True)}
    assert found == {one: line.id for one, line in zip(chain(*chapters), before.lines, strict=True)}
