"""Where ids lead, and what a person decides about them."""

from dataclasses import replace

import pytest

from policybrief.alignment.resolution import resolve
from policybrief.alignment.settling import accept, drop, pin
from policybrief.model.ledger import Ledger, Reason, Status, Tombstone, in_order
from policybrief.pages.gone_notices import notice_of
from policybrief.wording.words import ENGLISH
from test_ledger import LEDGER, an_id, live, tombstone


def test_resolve() -> None:
    assert resolve(LEDGER, "p-2222").status is Status.LIVE
    assert resolve(LEDGER, "p-333p").status is Status.REVIEW
    assert resolve(LEDGER, "p-xxxx").status is Status.UNKNOWN
    merged = resolve(LEDGER, an_id("555"))
    assert (merged.status, merged.line, merged.tombstone) == (Status.MERGED, LEDGER.lines[0], LEDGER.tombstones[0])
    assert resolve(LEDGER, an_id("666")).status is Status.GONE


def test_resolve_follows_chains_and_leaves_rings() -> None:
    chain = (
        tombstone("555", Reason.MERGED, an_id("666")),
        tombstone("666", Reason.MERGED, "p-2222"),
        tombstone("777", Reason.MERGED, an_id("888")),
        tombstone("888", Reason.DELETED, "p-2222"),
        tombstone("999", Reason.MERGED, an_id("aaa")),
        tombstone("aaa", Reason.MERGED, an_id("999")),
    )
    ledger = Ledger("2", LEDGER.lines, in_order(*chain))
    found = {signs: resolve(ledger, an_id(signs)) for signs in ("555", "777", "999")}
    assert {signs: one.status for signs, one in found.items()} == {
        "555": Status.MERGED,
        "777": Status.GONE,
        "999": Status.GONE,
    }
    assert found["777"].line == LEDGER.lines[0]
    assert found["999"].line is None


def test_accept() -> None:
    assert accept(LEDGER, ["p-2222"]) == LEDGER
    assert accept(LEDGER, ["p-333p"]).lines[1].review == ()
    assert accept(LEDGER) == accept(LEDGER, LEDGER.ids())


def test_drop() -> None:
    after = drop(LEDGER, ["p-333p"])
    assert [line.id for line in after.lines] == ["p-2222", "p-444d"]
    found = resolve(after, "p-333p")
    assert (found.status, found.line) == (Status.GONE, LEDGER.lines[0])
    assert after.ids() == LEDGER.ids()
    assert drop(LEDGER, LEDGER.ids()).lines == ()


def test_drop_leads_to_the_paragraph_before_or_to_the_first() -> None:
    assert drop(LEDGER, ["p-2222"]).by_id()["p-2222"] == Tombstone(
        *("p-2222", Reason.DROPPED, "p-333p", "2026-11", "2026-12", "2026-12"),
        *("chapters/1.md", LEDGER.lines[0].fingerprint, "Baku balanced"),
    )
    two = drop(LEDGER, ["p-333p", "p-444d"]).by_id()
    assert [entry.to for entry in two.values() if isinstance(entry, Tombstone) and entry.reason is Reason.DROPPED] == [
        *("p-2222", "p-2222")
    ]
    assert {entry.to for entry in drop(LEDGER, LEDGER.ids()).tombstones if entry.reason is Reason.DROPPED} == {""}


def test_pin() -> None:
    first = replace(LEDGER.lines[1], first="2026-12")
    before = replace(LEDGER, lines=(LEDGER.lines[0], first, LEDGER.lines[2]))
    back, former = an_id("666"), "p-333p"
    after = pin(before, back, former)
    assert [line.id for line in after.lines] == ["p-2222", back, "p-444d"]
    assert after.lines[1] == replace(first, id=back, first="2026-10", review=())
    assert [entry.id for entry in after.tombstones] == [former, an_id("555")]
    assert after.by_id()[former] == Tombstone(
        *(former, Reason.MERGED, back, "2026-12", "2026-12", "2026-12"),
        *("chapters/1.md", first.fingerprint, "Baku balanced"),
    )
    found = resolve(after, former)
    assert (found.status, found.line) == (Status.MERGED, after.lines[1])


@pytest.mark.parametrize(
    ("paragraph_id", "instead_of", "message"),
    [
        ("p-444d", "p-333p", "p-444d is another paragraph's id; drop it there first"),
        ("p-xxxx", "p-333p", "p-xxxx was never given to a paragraph"),
        (an_id("666"), an_id("555"), f"{an_id('555')} is not the id of a paragraph"),
    ],
)
def test_no_pin(paragraph_id: str, instead_of: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        pin(LEDGER, paragraph_id, instead_of)


def test_a_merged_paragraph_is_for_review_with_the_one_it_went_into() -> None:
    ledger = replace(LEDGER, tombstones=(tombstone("555", Reason.MERGED, "p-333p"),))
    assert resolve(ledger, an_id("555")).status is Status.REVIEW


def test_a_line_counts_more_than_a_tombstone_of_the_same_id() -> None:
    ledger = Ledger("2", (live("222"),), (tombstone("222", Reason.DELETED, ""),))
    assert ledger.by_id() == {"p-2222": live("222")}
    assert ledger.ids() == {"p-2222"}


def test_notice() -> None:
    gone = tombstone("666", Reason.DELETED, "")
    was = f"Paragraph {gone.id} was in the brief up to edition 2026-11, and was removed in edition 2026-12."
    assert notice_of(gone, ENGLISH) == f"{was} It said:"
    assert notice_of(replace(gone, opening="It was…"), ENGLISH) == f"{was} It began:"
    soon = notice_of(replace(gone, edition="2026-11"), ENGLISH)
    assert soon == f"Paragraph {gone.id} was first in edition 2026-11, and has since been removed. It said:"
