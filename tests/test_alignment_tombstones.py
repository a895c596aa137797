"""Paragraphs that are gone: where the merged ones lead as texts go on, and which are back."""

from dataclasses import replace

import pytest

from editions import blocks, happenings, ids, published, revised, words
from policybrief.alignment.align import Block, Happening, align
from policybrief.alignment.fingerprint import fingerprint_of, unpacked
from policybrief.alignment.settling import drop
from policybrief.alignment.texts import LineNo, texts_of
from policybrief.alignment.tombstones import followed, words_of_merged
from policybrief.model.ledger import Ledger, LiveLine, Reason, Tombstone

KEPT, EDITED, MOVED, SPLIT, NEW, RESTORED = Happening

A, D, E = words(1000, 1040), words(1100, 1140), words(1200, 1240)
"""Neighbours that nobody edits."""
SMALL, LARGE = words(100, 120), words(0, 100)


def line(paragraph_id: str, text: str) -> LiveLine:
    return LiveLine(paragraph_id, "1.md", "", fingerprint_of(text), text, "1", "1")


def tombstone(paragraph_id: str, to: str, text: str, reason: Reason = Reason.MERGED) -> Tombstone:
    return Tombstone(paragraph_id, reason, to, "1", "1", "2", "1.md", fingerprint_of(text), text)


@pytest.mark.parametrize(
    ("tombstones", "bits"),
    [
        ((), 0),
        ((tombstone("p", "big", words(3, 6)),), 0b111000),
        ((tombstone("p", "big", words(0, 2)),), 0b11),
        ((tombstone("p", "big", words(0, 2)), tombstone("q", "big", words(5, 6))), 0b100011),
        ((tombstone("p", "big", words(8, 10)),), 1 << 8 | 1 << 9),
        ((tombstone("p", "big", words(0, 10)),), 0),
        ((tombstone("p", "big", words(20, 22)),), 0),
        ((tombstone("p", "other", words(3, 6)),), 0),
        ((tombstone("p", "big", words(3, 6), Reason.DELETED),), 0),
    ],
)
def test_words_of_merged_paragraphs(tombstones: tuple[Tombstone, ...], bits: int) -> None:
    ledger = Ledger("2", (line("other", words(3, 8)), line("big", words(0, 10))), tombstones)
    assert words_of_merged(texts_of(ledger, ()), LineNo(1)) == bits


def test_words_that_come_twice_are_those_that_come_first() -> None:
    ledger = Ledger("2", (line("big", f"{words(3, 6)} {words(0, 6)}"),), (tombstone("p", "big", words(3, 6)),))
    assert words_of_merged(texts_of(ledger, ()), LineNo(0)) == 0b111


def shapes(**texts: str) -> dict[str, str]:
    return {paragraph_id: unpacked(fingerprint_of(text)) for paragraph_id, text in texts.items()}


def test_a_tombstone_follows_its_words() -> None:
    gone = tombstone("p", "big", words(0, 6))
    big = line("big", words(0, 40))
    heirs = shapes(big=words(6, 40), part=f"{words(200, 230)} {words(0, 6)}")
    assert followed(gone, big, heirs, "2", "3") == replace(gone, to="part")


def test_a_tombstone_keeps_the_words_that_are_left() -> None:
    gone = tombstone("p", "big", words(10, 20))
    heirs = shapes(big=f"{words(0, 13)} {words(17, 40)}")
    after = followed(gone, line("big", words(0, 40)), heirs, "2", "3")
    assert after == replace(gone, fingerprint=fingerprint_of(f"{words(10, 13)} {words(17, 20)}"))


@pytest.mark.parametrize(("left", "reason"), [(4, Reason.MERGED), (3, Reason.DELETED)])
def test_a_tombstone_of_whose_words_few_are_left_is_gone(left: int, reason: Reason) -> None:
    gone = tombstone("p", "big", words(10, 20))
    after = followed(gone, line("big", words(0, 40)), shapes(big=f"{words(0, 10 + left)} {words(20, 40)}"), "2", "3")
    assert after.reason is reason


def test_words_in_another_order_are_not_few() -> None:
    gone = tombstone("p", "big", words(10, 20))
    shuffled = f"{words(0, 13)} {words(18, 19)} {words(20, 40)} {words(14, 17)}"
    after = followed(gone, line("big", words(0, 40)), shapes(big=shuffled), "2", "3")
    assert after.reason is Reason.MERGED


def test_single_words_that_any_text_has_are_not_what_is_left() -> None:
    gone = tombstone("p", "big", words(10, 20))
    apart = f"{words(0, 10)} {words(20, 40)} {' '.join(words(at, at + 1) for at in range(10, 20, 2))}"
    after = followed(gone, line("big", words(0, 40)), shapes(big=apart), "2", "3")
    assert after.reason is Reason.DELETED


def test_words_that_were_taken_out_are_gone_with_this_edition() -> None:
    gone = tombstone("p", "old", words(10, 20))
    heirs = shapes(new=f"{words(0, 10)} {words(20, 40)}")
    after = followed(gone, line("old", words(0, 40)), heirs, "2", "3")
    assert after == replace(gone, reason=Reason.DELETED, to="new", last="2", edition="3")


def test_of_heirs_with_as_many_of_the_words_it_follows_the_old_id() -> None:
    gone = tombstone("p", "big", words(0, 10))
    for heirs in (shapes(big=words(0, 20), copy=words(0, 30)), shapes(copy=words(0, 30), big=words(0, 20))):
        assert followed(gone, line("big", words(0, 40)), heirs, "2", "3").to == "big"


@pytest.mark.parametrize(
    ("text", "heirs"),
    [(words(50, 60), shapes(big=words(0, 20))), ("", shapes(big=words(0, 20))), (words(0, 10), {})],
)
def test_a_tombstone_whose_words_are_not_known_is_left_as_it_is(text: str, heirs: dict[str, str]) -> None:
    gone = tombstone("p", "big", text)
    assert followed(gone, line("big", words(0, 40)), heirs, "2", "3") == gone


def test_words_that_come_twice_are_followed_from_where_they_come_first() -> None:
    gone = tombstone("p", "big", words(0, 3))
    big = line("big", f"{words(0, 3)} {words(10, 20)} {words(0, 3)} {words(20, 30)}")
    heirs = shapes(big=f"{words(40, 43)} {words(10, 20)} {words(0, 3)} {words(20, 30)}")
    assert followed(gone, big, heirs, "2", "3") == replace(gone, fingerprint=fingerprint_of(words(40, 43)))


def test_a_merged_paragraph_follows_the_one_it_went_into_when_that_is_merged_too() -> None:
    largest = words(400, 600)
    first = published([largest, SMALL, LARGE, D])
    small = ids(first)[1]
    second = revised(first, [largest, f"{SMALL} {LARGE}", D]).ledger
    after = align(second, blocks([f"{largest} {words(200, 230)} {SMALL} {LARGE}", D]), "3").ledger
    gone = {one.id: one for one in after.tombstones}
    survivor = after.lines[0].id
    assert survivor == ids(first)[0]
    assert {one.to for one in gone.values()} == {survivor}
    assert gone[small].fingerprint == fingerprint_of(SMALL)
    assert gone[small].reason is Reason.MERGED


def test_what_an_unchanged_paragraph_swallowed_leads_there_as_before() -> None:
    first = published([A, SMALL, LARGE, D])
    second = revised(first, [A, f"{SMALL} {LARGE}", D]).ledger
    (merged,) = second.tombstones
    assert merged in align(second, blocks([A, f"{SMALL} {LARGE}"]), "3").ledger.tombstones


def test_a_merged_paragraph_is_back_when_the_other_lost_its_words() -> None:
    first = published([A, SMALL, LARGE, D], [E])
    merged = revised(first, [A, f"{SMALL} {LARGE}", D], [E]).ledger
    back = align(merged, blocks([A, LARGE, D], [E, SMALL]), "3")
    assert back.ids[4] == ids(first)[1]
    assert happenings(back)[4] is RESTORED
    assert back.fates[4].source == ""
    assert back.ledger.tombstones == ()


def test_a_merged_paragraph_is_back_when_the_other_is_gone() -> None:
    first = published([A, SMALL, LARGE, D], [E])
    merged = revised(first, [A, f"{SMALL} {LARGE}", D], [E]).ledger
    gone = align(merged, blocks([A, D], [E]), "3").ledger
    back = align(gone, blocks([A, D], [E, SMALL]), "4")
    assert back.ids[3] == ids(first)[1]


def test_a_merged_paragraph_is_back_in_the_edition_that_loses_the_other() -> None:
    few = words(200, 207)
    first = published([A, few, LARGE, D], [E])
    merged = revised(first, [A, f"{few} {LARGE}", D], [E]).ledger
    back = align(merged, blocks([A, D], [E, few]), "3")
    assert back.ids[3] == ids(first)[1]
    assert happenings(back)[3] is RESTORED


def test_a_merged_paragraph_is_back_when_it_is_taken_out_although_some_of_its_words_stay() -> None:
    first = published([A, SMALL, LARGE, D])
    merged = revised(first, [A, f"{SMALL} {LARGE}", D]).ledger
    back = align(merged, blocks([A, f"{words(100, 108)} {LARGE}", SMALL, D]), "3")
    assert back.ids[1:3] == (ids(first)[2], ids(first)[1])
    assert happenings(back)[2] is RESTORED


def test_a_deleted_paragraph_is_back_although_the_one_it_led_to_quotes_it() -> None:
    first = published([A, LARGE, D])
    gone = revised(first, [A, D]).ledger
    back = align(gone, blocks([f"{A} {words(0, 5)}", D, LARGE]), "3")
    assert back.ids[2] == ids(first)[1]


def test_a_deleted_paragraph_is_back_wherever_it_led() -> None:
    first = published([A, LARGE, D])
    gone = revised(first, [A, D]).ledger
    back = align(gone, blocks([A, D, f"{words(0, 92)} {words(300, 308)}"]), "3")
    assert back.ids[2] == ids(first)[1]
    assert back.ledger.lines[2].first == "1"


@pytest.mark.parametrize(("kept", "happening"), [(80, RESTORED), (79, NEW)])
def test_four_fifths_of_the_words_bring_a_paragraph_back(kept: int, happening: Happening) -> None:
    gone = revised(published([A, LARGE, D]), [A, D]).ledger
    back = align(gone, blocks([A, D, f"{words(0, kept)} {words(300, 400 - kept)}"]), "3")
    assert happenings(back)[2] is happening


def test_the_most_alike_is_back_and_only_one() -> None:
    first = published([A, LARGE, D])
    gone = revised(first, [A, D]).ledger
    less, more = f"{words(0, 85)} {words(300, 315)}", f"{words(0, 92)} {words(320, 328)}"
    for texts, place in (([A, less, D, more], 3), ([A, more, D, less], 1)):
        back = align(gone, blocks(texts), "3")
        assert [fate.happening for fate in back.fates].count(RESTORED) == 1
        assert back.ids[place] == ids(first)[1]


def test_each_of_two_that_are_alike_is_back_once() -> None:
    one, other = LARGE, f"{words(0, 85)} {words(300, 315)}"
    first = published([A, one, other, D])
    gone = revised(first, [A, D]).ledger
    back = align(gone, blocks([A, one, other, D]), "3")
    assert list(back.ids) == ids(first)


def test_the_copy_of_a_paragraph_that_is_there_brings_nothing_back() -> None:
    first = published([A, LARGE, D, f"{words(0, 92)} {words(300, 308)}"])
    gone = revised(first, [A, LARGE, D]).ledger
    copied = align(gone, blocks([A, LARGE, D, LARGE]), "3")
    assert happenings(copied)[3] is NEW


def test_what_a_pin_raised_is_not_back_a_second_time() -> None:
    first = published([A, LARGE, D])
    gone = revised(first, [A, D]).ledger
    paragraph_id = ids(first)[1]
    pinned = Block("chapters/1.md", words(300, 340), paragraph_id)
    after = align(gone, [*blocks([A, D]), pinned, *blocks([LARGE])], "3")
    assert happenings(after) == [KEPT, KEPT, RESTORED, NEW]
    assert after.ids[2] == paragraph_id


def test_a_dropped_paragraph_is_not_back() -> None:
    first = published([A, LARGE, D])
    after = align(drop(first, [ids(first)[1]]), blocks([A, LARGE, D]), "2")
    assert happenings(after) == [KEPT, NEW, KEPT]


@pytest.mark.parametrize(("kept", "happening"), [(40, RESTORED), (39, NEW)])
def test_a_large_part_of_what_was_deleted_is_back(kept: int, happening: Happening) -> None:
    first = published([A, LARGE, D])
    gone = align(first, blocks([A, D]), "2").ledger
    back = align(gone, blocks([A, words(0, kept), D]), "3")
    assert happenings(back)[1] is happening
    assert (back.ids[1] == ids(first)[1]) is (happening is RESTORED)


def test_a_part_of_what_was_deleted_among_other_words_is_not_back() -> None:
    gone = align(published([A, LARGE, D]), blocks([A, D]), "2").ledger
    assert happenings(align(gone, blocks([A, f"{words(0, 45)} {words(700, 706)}", D]), "3"))[1] is NEW


def test_a_sentence_of_what_was_deleted_is_not_back() -> None:
    gone = align(published([A, words(0, 40), D]), blocks([A, D]), "2").ledger
    assert happenings(align(gone, blocks([A, words(0, 19), D]), "3"))[1] is NEW
