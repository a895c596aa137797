"""The ledgers of two branches joined: what one alone changed holds, the text tells the rest, no id is ever lost."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editions import words
from policybrief.alignment.align import Alignment, Block, align
from policybrief.alignment.joining import join
from policybrief.alignment.resolution import resolve
from policybrief.model.ledger import Ledger, Reason, Status, Tombstone, tombstone_of
from policybrief.publishing.ledger_merging import merge_files
from policybrief.publishing.new_brief import MERGE_DRIVER
from policybrief.reading.ledger import ledger_text, read_ledger
from test_anchors_commands import COAST, COUNCIL, COURT, FAIR, TOLLS, WINTER, write
from test_ledger import ledgers
from test_ledger_upkeep import commit, git, ids, policybrief, said, update

CHAPTER = "chapters/1.md"
FOUR = (COAST, TOLLS, WINTER, COUNCIL)
REWRITTEN = COAST.replace("early spring", "a wet April").replace("salt, cloth", "grain, silk")
OTHERWISE = COAST.replace("The caravan left", "In that year the riders left").replace("mountain towns", "upper valley")


def aligned(ledger: Ledger, *texts: str, edition: str = "2") -> Alignment:
    return align(ledger, [Block(CHAPTER, text) for text in texts], edition)


BASE = aligned(Ledger(), *FOUR, edition="1").ledger
COAST_ID, TOLLS_ID, WINTER_ID, COUNCIL_ID = (line.id for line in BASE.lines)


def joined(ours: Ledger, theirs: Ledger) -> Ledger:
    return read_ledger(ledger_text(join(BASE, ours, theirs)), "")[0]


def swallowed(ledger: Ledger, paragraph_id: str, to: str) -> Tombstone:
    """Return the tombstone of a line that another has swallowed."""
    line = next(line for line in ledger.lines if line.id == paragraph_id)
    return tombstone_of(line, Reason.MERGED, to, ledger.edition, "2")


def leads(alignment: Alignment, paragraph_id: str) -> tuple[Status, int | None]:
    """Return what an id leads to: its status, and which of the blocks."""
    found = resolve(alignment.ledger, paragraph_id)
    return found.status, alignment.ids.index(found.line.id) if found.line else None


def test_what_one_branch_alone_has_changed_holds() -> None:
    ours = aligned(BASE, REWRITTEN, TOLLS, WINTER, COUNCIL).ledger
    theirs = aligned(BASE, COAST, TOLLS, COUNCIL, FAIR).ledger
    both = joined(ours, theirs)
    assert both.joined
    assert both.others == ()
    now = aligned(both, REWRITTEN, TOLLS, COUNCIL, FAIR)
    assert now.ids == (COAST_ID, TOLLS_ID, COUNCIL_ID, theirs.lines[-1].id)
    assert leads(now, WINTER_ID)[0] is Status.GONE
    assert (now.ledger.joined, now.ledger.others) == (False, ())


@pytest.mark.parametrize("kept", [REWRITTEN, OTHERWISE])
def test_of_two_versions_the_text_tells_which_holds(kept: str) -> None:
    versions = [aligned(BASE, text, TOLLS, WINTER, COUNCIL).ledger for text in (REWRITTEN, OTHERWISE)]
    for ours, theirs in (versions, versions[::-1]):
        both = joined(ours, theirs)
        assert [other.id for other in both.others] == [COAST_ID]
        now = aligned(both, TOLLS, WINTER, COUNCIL, kept)
        assert now.ids[-1] == COAST_ID
        assert [fate.similarity for fate in now.fates] == [1.0] * 4
        assert not any(fate.review for fate in now.fates)


def test_two_versions_that_the_text_has_both_are_asked_about() -> None:
    both = joined(*(aligned(BASE, text, TOLLS, WINTER, COUNCIL).ledger for text in (REWRITTEN, OTHERWISE)))
    now = aligned(both, REWRITTEN, OTHERWISE, TOLLS, WINTER, COUNCIL)
    assert now.ids[0] == COAST_ID
    assert all(COAST_ID in fate.review for fate in now.fates[:2])
    assert not any(fate.review for fate in now.fates[2:])


def test_a_paragraph_edited_here_and_merged_there_leads_to_where_its_words_are() -> None:
    ours = aligned(BASE, COAST, TOLLS.replace("silver", "copper"), WINTER, COUNCIL).ledger
    theirs = aligned(BASE, COAST, f"{WINTER} {TOLLS}", COUNCIL).ledger
    for one, other in ((ours, theirs), (theirs, ours)):
        both = joined(one, other)
        swallowed = aligned(both, COAST, f"{WINTER} {TOLLS}", COUNCIL)
        assert leads(swallowed, TOLLS_ID) == (Status.MERGED, 1)
        alone = aligned(both, COAST, TOLLS.replace("silver", "copper"), WINTER, COUNCIL)
        assert leads(alone, TOLLS_ID) == (Status.LIVE, 1)
        assert leads(alone, WINTER_ID) == (Status.LIVE, 2)


def test_a_paragraph_taken_out_there_and_untouched_here_is_gone() -> None:
    theirs = aligned(BASE, COAST, WINTER, COUNCIL).ledger
    ours = aligned(BASE, COAST, TOLLS, WINTER, COUNCIL, FAIR).ledger
    now = aligned(joined(ours, theirs), COAST, WINTER, COUNCIL, FAIR)
    assert leads(now, TOLLS_ID)[0] is Status.GONE


def test_a_merged_paragraph_that_the_text_has_by_itself_all_the_same_keeps_its_id() -> None:
    """One branch has merged it, the other has not touched it, and git has kept the other side of the conflict."""
    reworded = TOLLS.replace("silver", "copper")
    theirs = aligned(BASE, COAST, f"{WINTER} {reworded}", COUNCIL).ledger
    ours = aligned(BASE, REWRITTEN, TOLLS, WINTER, COUNCIL).ledger
    for one, other in ((ours, theirs), (theirs, ours)):
        alone = aligned(joined(one, other), REWRITTEN, TOLLS, WINTER, COUNCIL)
        assert leads(alone, TOLLS_ID) == (Status.LIVE, 1)
        assert not any(fate.review for fate in alone.fates)
        both = aligned(joined(one, other), REWRITTEN, TOLLS, f"{WINTER} {reworded}", COUNCIL)
        assert leads(both, TOLLS_ID) == (Status.LIVE, 1)
        swallowed = aligned(joined(one, other), REWRITTEN, f"{WINTER} {reworded}", COUNCIL)
        assert leads(swallowed, TOLLS_ID) == (Status.MERGED, 1)


def test_an_id_that_only_another_paragraph_has_the_words_of_is_not_live() -> None:
    """Two paragraphs said the same; the one of them that is left is known already."""
    base = aligned(Ledger(), TOLLS, TOLLS, WINTER, edition="1").ledger
    first, second = (line.id for line in base.lines[:2])
    theirs = replace(base, lines=base.lines[1:], tombstones=(swallowed(base, first, second),))
    ours = aligned(base, TOLLS, TOLLS, WINTER, FAIR).ledger
    now = aligned(join(base, ours, theirs), TOLLS, WINTER, FAIR)
    assert now.ids[0] == second
    assert leads(now, first) == (Status.MERGED, 0)


def test_a_paragraph_merged_into_two_by_two_branches_leads_to_the_one_that_has_it_still() -> None:
    one, small, other = words(100, 140), words(0, 25), words(140, 180)
    base = aligned(Ledger(), one, small, other, edition="1").ledger
    ours = aligned(base, f"{one} {small}", other).ledger
    theirs = aligned(base, one, f"{small} {other}").ledger
    both = aligned(join(base, ours, theirs), f"{one} {small}", f"{small} {other}").ledger
    for texts, place in (((one, f"{small} {other}"), 1), ((f"{one} {small}", other), 0)):
        now = aligned(both, *texts, edition="3")
        assert leads(now, base.lines[1].id) == (Status.MERGED, place)


def test_a_paragraph_that_one_branch_alone_has_taken_out_of_another_leads_there_while_it_stands() -> None:
    base = aligned(BASE, COAST, f"{WINTER} {TOLLS}", COUNCIL).ledger
    theirs = aligned(base, COAST, WINTER, COUNCIL, edition="3").ledger
    assert resolve(theirs, TOLLS_ID).status is Status.GONE
    ours = aligned(base, REWRITTEN, f"{WINTER} {TOLLS}", COUNCIL, edition="3").ledger
    for one, other in ((ours, theirs), (theirs, ours)):
        both = join(base, one, other)
        kept = aligned(both, REWRITTEN, f"{WINTER} {TOLLS}", COUNCIL, edition="4")
        assert leads(kept, TOLLS_ID) == (Status.MERGED, 1)
        gone = aligned(both, REWRITTEN, WINTER, COUNCIL, edition="4")
        assert leads(gone, TOLLS_ID)[0] is Status.GONE


def test_a_paragraph_that_the_other_branch_has_never_put_into_one_is_not_said_to_be_there() -> None:
    """The join takes the word of one branch, and git the text of the other."""
    theirs = aligned(BASE, COAST, f"{WINTER} {TOLLS}", COUNCIL).ledger
    stale = replace(theirs, lines=aligned(BASE, COAST, WINTER, COUNCIL).ledger.lines)
    former = aligned(BASE, OTHERWISE, TOLLS, WINTER, COUNCIL).ledger.lines[:1]
    for ledger in (replace(stale, joined=True), replace(stale, others=former)):
        now = aligned(ledger, COAST, WINTER, COUNCIL, FAIR)
        assert leads(now, TOLLS_ID)[0] is Status.GONE


@pytest.mark.parametrize(("kept", "status"), [(5, Status.REVIEW), (4, Status.GONE)])
def test_a_part_leads_to_the_undivided_paragraph_that_the_merge_has_kept(kept: int, status: Status) -> None:
    """The other branch has reworded it, so that none of its words are in a row."""
    before, whole, after = words(100, 140), words(0, 40), words(140, 180)
    base = aligned(Ledger(), before, whole, after, edition="1").ledger
    ours = aligned(base, before, words(0, 28), words(28, 40), after).ledger
    part = ours.lines[2].id
    reworded = " ".join(words(at, at + 1) if at % 2 else words(200 + at, 201 + at) for at in range(28, 28 + 2 * kept))
    other = f"{words(0, 28)} {reworded} {words(300, 312 - 2 * kept)}".strip()
    theirs = aligned(base, before, other, after).ledger
    both = join(base, ours, theirs)
    now = aligned(both, before, other, after)
    assert leads(now, part)[0] is status
    if status is Status.REVIEW:
        assert leads(now, part)[1] == 1
        assert [fate.review for fate in now.fates] == [(), (part,), ()]
    divided = aligned(both, before, words(0, 28), after)
    assert leads(divided, part)[0] is Status.GONE


def test_what_was_deleted_leads_to_where_a_merge_or_a_revert_has_left_its_words() -> None:
    one, small, other = words(100, 140), words(0, 25), words(140, 180)
    base = aligned(Ledger(), one, small, other, edition="1").ledger
    whole = aligned(base, f"{one} {small}", other).ledger
    stale = replace(whole, tombstones=aligned(base, one, other).ledger.tombstones)
    for ledger, status in (
        (stale, Status.GONE),
        (replace(stale, joined=True), Status.MERGED),
        (replace(stale, others=(base.lines[0],)), Status.MERGED),
    ):
        assert leads(aligned(ledger, f"{one} {small}", other), base.lines[1].id) == (status, 0)


@pytest.mark.parametrize(
    ("kept", "size", "after_a_join", "otherwise"),
    [
        (30, 30, Status.MERGED, Status.MERGED),
        (29, 30, Status.MERGED, Status.REVIEW),
        (27, 30, Status.MERGED, Status.REVIEW),
        (26, 30, Status.MERGED, Status.GONE),
        (23, 30, Status.MERGED, Status.GONE),
        (22, 30, Status.GONE, Status.GONE),
        (20, 20, Status.MERGED, Status.MERGED),
        (19, 19, Status.MERGED, Status.REVIEW),
        (8, 8, Status.MERGED, Status.REVIEW),
        (7, 7, Status.REVIEW, Status.REVIEW),
        (4, 4, Status.GONE, Status.GONE),
    ],
)
def test_how_much_one_that_nobody_changed_must_have_of_a_paragraph(
    kept: int, size: int, after_a_join: Status, otherwise: Status
) -> None:
    whole = f"{words(100, 140)} {words(0, kept)}"
    before = aligned(Ledger(), whole, words(0, size), FAIR).ledger
    for ledger, status in ((replace(before, joined=True), after_a_join), (before, otherwise)):
        now = aligned(ledger, whole, FAIR)
        assert leads(now, before.lines[1].id)[0] is status
        assert [fate.review for fate in now.fates] == [
            (before.lines[1].id,) if status is Status.REVIEW else (),
            (),
        ]


def test_an_id_that_a_person_took_away_stays_away() -> None:
    ours = aligned(BASE, REWRITTEN, TOLLS, WINTER, COUNCIL).ledger
    tombstone = replace(aligned(BASE, TOLLS, WINTER, COUNCIL).ledger.tombstones[0], reason=Reason.DROPPED)
    both = joined(ours, replace(BASE, lines=BASE.lines[1:], tombstones=(tombstone,)))
    assert both.others == ()
    assert aligned(both, REWRITTEN, TOLLS, WINTER, COUNCIL).ids[0] != COAST_ID


def test_paragraphs_stand_where_either_branch_has_put_them() -> None:
    ours = aligned(BASE, FAIR, COAST, TOLLS, WINTER, COUNCIL).ledger
    theirs = aligned(BASE, COAST, COUNCIL, TOLLS, WINTER, COURT).ledger
    both = joined(ours, theirs)
    assert [line.opening.split()[1] for line in both.lines] == [
        text.split()[1] for text in (FAIR, COAST, COUNCIL, TOLLS, WINTER, COURT)
    ]


@pytest.mark.slow
@given(ledgers(), ledgers(), ledgers(), st.permutations(FOUR))
def test_no_id_is_lost_whatever_is_joined(base: Ledger, ours: Ledger, theirs: Ledger, texts: list[str]) -> None:
    known = base.ids() | ours.ids() | theirs.ids()
    both = join(base, ours, theirs)
    if both.joined:
        assert both.ids() == known
        assert len(both.ids()) == len(both.lines) + len(both.tombstones)
        assert known <= aligned(both, *texts).ledger.ids()
    assert join(base, ours, ours) == ours
    assert read_ledger(ledger_text(both), "") == (both, ())


def test_the_files_that_git_gives_a_driver(tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    mine = aligned(BASE, REWRITTEN, TOLLS, WINTER, COUNCIL).ledger
    other = aligned(BASE, COAST, TOLLS, WINTER, COUNCIL, FAIR).ledger
    for file, ledger in ((base, BASE), (ours, mine), (theirs, other)):
        file.write_text(ledger_text(ledger), "utf-8")
    merge_files(base, ours, theirs)
    assert read_ledger(ours.read_text("utf-8"), "") == (join(BASE, mine, other), ())
    whole = ours.read_bytes()
    for broken in (whole[:-30], b"\xff", b"<<<<<<< ours\n" + whole):
        theirs.write_bytes(broken)
        outcome = policybrief("anchors", "merge", *map(str, (base, ours, theirs)))
        assert outcome.exit_code == 1
        assert "their side" in outcome.output
        assert ours.read_bytes() == whole
    base.write_bytes(b"")  # both branches have added the file
    theirs.write_text(ledger_text(other), "utf-8")
    assert policybrief("anchors", "merge", *map(str, (base, ours, theirs))).exit_code == 0


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    """Return a brief in a repository with two branches that have both changed the ledger."""
    root = tmp_path / "brief"
    assert MERGE_DRIVER in policybrief("new", str(root)).output
    git(root, "init", "-q")
    for file in (root / "chapters").iterdir():
        file.unlink()
    (root / "references.yml").write_text("[]\n", "utf-8")
    write(root, 1, one=list(FOUR))
    update(root)
    commit(root, "First edition")
    git(root, "checkout", "-qb", "other")
    write(root, 1, one=[COAST, f"{TOLLS} {WINTER}", COUNCIL])
    update(root)
    commit(root, "Merge two paragraphs")
    git(root, "checkout", "-q", "main")
    write(root, 1, one=[*FOUR, FAIR])
    update(root)
    commit(root, "Add one")
    return root


def test_git_merges_with_the_driver_that_a_new_brief_names(brief: Path) -> None:
    command = f"'{sys.executable}' -c 'from policybrief.cli import main; main()' anchors merge %O %A %B"
    assert "anchors merge %O %A %B" in MERGE_DRIVER
    git(brief, "config", "merge.policybrief.driver", command)
    git(brief, "merge", "-q", "other")
    assert git(brief, "status", "--porcelain") == ""
    ledger, problems = read_ledger((brief / "anchors.lock").read_text("utf-8"), "")
    assert (ledger.joined, problems) == (True, ())
    assert "it was merged from two branches" in said(brief)[0]
    assert update(brief).exit_code == 0
    assert said(brief) == []
    assert sorted(ids(brief).values()) == ["live", "live", "live", "live", "merged"]


def test_without_the_driver_the_update_joins_what_git_could_not(brief: Path) -> None:
    merge = subprocess.run(["git", "merge", "-q", "other"], cwd=brief, capture_output=True, check=False)
    assert merge.returncode == 1
    assert "<<<<<<<" in (brief / "anchors.lock").read_text("utf-8")
    outcome = update(brief)
    assert outcome.output.startswith("joined both sides of the merge\n")
    assert sorted(ids(brief).values()) == ["live", "live", "live", "live", "merged"]
    whole = (brief / "anchors.lock").read_bytes()
    assert not update(brief).output.startswith("joined")  # git still calls the file unmerged
    assert (brief / "anchors.lock").read_bytes() == whole
    git(brief, "checkout", "-q", "--ours", "anchors.lock")
    assert update(brief).output.startswith("joined both sides of the merge\n")
    assert (brief / "anchors.lock").read_bytes() == whole


def test_a_union_of_lines_is_joined_too(brief: Path) -> None:
    (brief / ".git/info/attributes").write_text("anchors.lock merge=union\n", "utf-8")
    git(brief, "merge", "-q", "other")
    assert "<<<<<<<" not in (brief / "anchors.lock").read_text("utf-8")
    assert update(brief, "--check").exit_code == 1
    assert update(brief).exit_code == 0
    assert sorted(ids(brief).values()) == ["live", "live", "live", "live", "merged"]
