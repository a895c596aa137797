"""What was ever published stays known, whatever git does to the ledger; and a ledger must fit what is published."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policybrief.alignment.resolution import resolve
from policybrief.cli import main
from policybrief.hosts.mkdocs.open_site import open_site
from policybrief.model.ledger import Ledger, LiveLine, Reason, Status, in_order
from policybrief.publishing.errors import PublishingError
from policybrief.publishing.history import PUBLISHED_LEDGER
from policybrief.publishing.known_ids import with_known_ids
from policybrief.reading.ledger import ledger_text, read_ledger
from test_anchors_commands import COAST, COUNCIL, COURT, FAIR, SUCCESSOR, TOLLS, WINTER, write
from test_ledger import LEDGER, live, old_text, tombstone

pytestmark = pytest.mark.slow

THREE = [COAST, TOLLS, WINTER]


def git(root: Path, *words: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = ("-c", "user.name=A", "-c", "user.email=a@brief.example", "-c", "init.defaultBranch=main")
    outcome = subprocess.run(
        ["git", *settings, *words], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout


def commit(root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", message)


def policybrief(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def update(root: Path, *options: str) -> Result:
    return policybrief("anchors", "update", str(root), *options)


def ids(root: Path) -> dict[str, str]:
    """Return the status of every id that the brief in a folder knows."""
    listed = json.loads(policybrief("anchors", "list", str(root), "--format", "json").output)
    return {row["id"]: row["status"] for row in listed}


def said(root: Path) -> list[str]:
    """Return what the check says about the ledger."""
    return [str(problem) for problem in open_site(root).check() if problem.place.path == "anchors.lock"]


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    """Return a brief of three paragraphs in a repository, its ledger committed."""
    root = tmp_path / "brief"
    root.mkdir()
    write(root, 1, one=THREE)
    (root / "docs" / ".gitkeep").touch()
    assert update(root).exit_code == 0
    git(root, "init", "-q")
    commit(root, "Begin")
    return root


def add_a_paragraph(root: Path) -> str:
    """Add a paragraph, commit it with its ledger, and return its id."""
    before = ids(root).keys()
    write(root, 1, one=[*THREE, COURT])
    assert update(root).exit_code == 0
    commit(root, "Add a paragraph")
    (added,) = ids(root).keys() - before
    return added


def revert(root: Path) -> None:
    git(root, "revert", "--no-edit", "HEAD")


def check_out_the_ledger_of_old(root: Path) -> None:
    git(root, "checkout", "HEAD~1", "--", "anchors.lock", "chapters")
    git(root, "commit", "-qm", "Back")


def reset_what_was_pushed(root: Path) -> None:
    git(root, "init", "-q", "--bare", "../remote.git")
    git(root, "remote", "add", "origin", "../remote.git")
    git(root, "push", "-qu", "origin", "HEAD")
    git(root, "reset", "-q", "--hard", "HEAD~1")
    git(root, "push", "-q", "--force")


def reset_what_was_published(root: Path) -> None:
    (root / "site" / "data").mkdir(parents=True)
    shutil.copy(root / "anchors.lock", root / "site" / PUBLISHED_LEDGER)
    git(root, "reset", "-q", "--hard", "HEAD~1")


def squash_what_was_pushed(root: Path) -> None:
    git(root, "init", "-q", "--bare", "../remote.git")
    git(root, "remote", "add", "origin", "../remote.git")
    git(root, "push", "-qu", "origin", "HEAD")
    revert(root)
    git(root, "reset", "-q", "--soft", "HEAD~2")
    write(root, 1, one=[*THREE, FAIR])
    assert update(root).exit_code == 0
    commit(root, "One commit in the place of three")
    git(root, "push", "-q", "--force")


@pytest.mark.parametrize(
    "lose",
    [
        revert,
        check_out_the_ledger_of_old,
        reset_what_was_pushed,
        reset_what_was_published,
        squash_what_was_pushed,
    ],
)
def test_a_published_id_stays_known(lose: Callable[[Path], None], brief: Path) -> None:
    added = add_a_paragraph(brief)
    lose(brief)
    assert ids(brief)[added] == "gone"
    if f"\t{added}\t" not in (brief / "anchors.lock").read_text("utf-8"):
        assert update(brief, "--check").exit_code == 1
        assert said(brief) == [
            (
                f"anchors.lock:1:1: warning[stale-ledger]: it lacks 1 id that was published before: {added}\n"
                "    run 'policybrief anchors update' and commit anchors.lock with the chapters; "
                "'policybrief build --update-ledger' also updates it"
            )
        ]
        outcome = update(brief)
        assert "1 restored" in outcome.output
    assert update(brief, "--check").exit_code == 0
    assert said(brief) == []
    resolved = policybrief("anchors", "resolve", added, "--in", str(brief))
    assert resolved.exit_code == 0
    assert "The court had nine judges" in resolved.output
    # It comes back to life with its text.
    write(brief, 1, one=[*THREE, COURT])
    assert update(brief).exit_code == 0
    assert ids(brief)[added] == "live"


def test_a_ledger_that_was_deleted_is_made_anew_with_the_same_ids(brief: Path) -> None:
    add_a_paragraph(brief)
    before = (brief / "anchors.lock").read_bytes()
    (brief / "anchors.lock").unlink()
    assert said(brief)[0].startswith(
        "anchors.lock:1:1: warning[stale-ledger]: the file is missing, and 4 ids of this brief were published before"
    )
    assert update(brief).exit_code == 0
    assert (brief / "anchors.lock").read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "chown") or os.getuid() != 0, reason="only root gives files away")
def test_a_checkout_that_belongs_to_somebody_else_is_read_too(brief: Path) -> None:
    added = add_a_paragraph(brief)
    revert(brief)
    for path in (brief, *brief.rglob("*")):
        os.chown(path, 65534, 65534)
    assert ids(brief)[added] == "gone"


def test_a_repository_that_cannot_be_read_is_passed_over(brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    added = add_a_paragraph(brief)
    revert(brief)
    (brief / ".git" / "HEAD").write_text("nonsense", "utf-8")
    assert added not in ids(brief)
    monkeypatch.setenv("PATH", "")
    assert added not in ids(brief)


def test_nothing_that_a_repository_names_is_run(brief: Path, tmp_path: Path) -> None:
    added = add_a_paragraph(brief)
    revert(brief)
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", "utf-8")
    trap.chmod(0o755)
    for name in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "gpg.program",
        "diff.external",
        "remote.x.uploadpack",
    ):
        git(brief, "config", name, str(trap))
    for name, value in (
        ("log.showSignature", "true"),
        ("remote.x.url", str(tmp_path / "brief")),
        ("remote.x.promisor", "true"),
        ("extensions.partialClone", "x"),
    ):
        git(brief, "config", name, value)
    before = ids(brief)
    assert before[added] == "gone"
    # An object that is not there would be fetched.
    blob = git(brief, "rev-parse", "HEAD~1:anchors.lock").strip()
    (brief / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    assert ids(brief).keys() <= before.keys()
    assert not (tmp_path / "ran").exists()


def test_what_was_read_once_is_kept_outside_of_the_repository(brief: Path) -> None:
    added = add_a_paragraph(brief)
    revert(brief)
    before = ids(brief)
    kept = brief / ".cache" / "policybrief" / "history" / "ids"
    assert added in kept.read_text("ascii")
    assert git(brief, "status", "--short") == ""
    assert ids(brief) == before
    rows = [row.split() for row in kept.read_text("ascii").splitlines()]
    kept.write_text("\n".join(" ".join(word for word in row if word != added) for row in rows), "ascii")
    assert ids(brief) == before


def test_drafts_of_other_branches_stay_unknown(brief: Path) -> None:
    git(brief, "checkout", "-qb", "draft")
    draft = add_a_paragraph(brief)
    git(brief, "checkout", "-q", "main")
    assert draft not in ids(brief)
    assert said(brief) == []


def test_a_site_that_was_only_looked_at_does_not_count_where_the_branch_is_pushed(brief: Path) -> None:
    git(brief, "init", "-q", "--bare", "../remote.git")
    git(brief, "remote", "add", "origin", "../remote.git")
    git(brief, "push", "-qu", "origin", "HEAD")
    draft = add_a_paragraph(brief)
    (brief / "site" / "data").mkdir(parents=True)
    shutil.copy(brief / "anchors.lock", brief / "site" / PUBLISHED_LEDGER)
    git(brief, "reset", "-q", "--hard", "origin/main")
    assert draft not in ids(brief)
    assert said(brief) == []


def test_a_commit_that_was_never_pushed_may_be_taken_back(brief: Path) -> None:
    draft = add_a_paragraph(brief)
    git(brief, "reset", "-q", "--hard", "HEAD~1")
    assert draft not in ids(brief)
    assert said(brief) == []


def test_a_clone_without_a_ledger_says_so(brief: Path, tmp_path: Path) -> None:
    git(brief, "rm", "-q", "--cached", "anchors.lock")
    shutil.rmtree(brief / ".git")
    (brief / "anchors.lock").unlink()
    git(brief, "init", "-q")
    commit(brief, "Without a ledger")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{brief}", "clone")
    assert said(tmp_path / "clone") == [
        (
            "anchors.lock:1:1: warning[stale-ledger]: "
            "the file is missing: nothing would keep the ids of 3 paragraphs\n"
            "    run 'policybrief anchors update' and commit anchors.lock with the chapters; "
            "'policybrief build --update-ledger' also updates it"
        )
    ]
    assert policybrief("check", str(tmp_path / "clone")).exit_code == 1


def test_a_brief_that_is_new_needs_no_ledger_yet(tmp_path: Path) -> None:
    write(tmp_path, 1, one=THREE)
    assert said(tmp_path) == []
    git(tmp_path, "init", "-q")
    assert said(tmp_path) == []


def test_a_ledger_that_is_not_up_to_the_chapters_is_told(brief: Path) -> None:
    write(brief, 1, one=[*THREE, FAIR])
    assert "it lacks 1 paragraph of the chapters: p-" in said(brief)[0]
    write(brief, 1, one=[COAST.replace("spring", "summer"), TOLLS, WINTER])
    assert "1 paragraph was changed, moved or removed since it was written" in said(brief)[0]
    write(brief, 2, one=THREE)
    assert "it was last updated for edition '1', and the brief is edition '2'" in said(brief)[0]


def test_the_rule_can_be_switched(brief: Path) -> None:
    write(brief, 1, one=[*THREE, FAIR])
    settings = (brief / "mkdocs.yml").read_text("utf-8")
    (brief / "mkdocs.yml").write_text(f"{settings}      checks: {{stale-ledger: off}}\n", "utf-8")
    assert said(brief) == []


def test_another_brief_in_the_same_repository_begins_anew(brief: Path) -> None:
    before = ids(brief)
    write(brief, 1, one=[COUNCIL, SUCCESSOR, FAIR, COURT])
    (brief / "anchors.lock").unlink()
    assert update(brief, "--fresh").exit_code == 0
    commit(brief, "Another brief")
    assert before.keys().isdisjoint(ids(brief))
    assert said(brief) == []


def test_a_ledger_in_the_former_format_is_read_and_upgraded(brief: Path) -> None:
    file = brief / "anchors.lock"
    new = file.read_text("utf-8")
    file.write_text(old_text(read_ledger(new, "")[0]), "utf-8")
    assert said(brief) == []
    assert update(brief, "--check").exit_code == 0
    assert update(brief).exit_code == 0
    assert file.read_text("utf-8") == new


def test_lines_joined_by_hand_are_taken_when_told_so(brief: Path) -> None:
    file = brief / "anchors.lock"
    text = file.read_text("utf-8")
    lines = text.splitlines(keepends=True)
    file.write_text("".join([lines[0], *lines[2:]]), "utf-8")
    by_hand = file.read_text("utf-8")
    outcome = update(brief)
    assert outcome.exit_code == 1
    assert "run 'policybrief anchors update --merged'" in outcome.output
    assert file.read_text("utf-8") == by_hand
    assert update(brief, "--merged").exit_code == 0
    assert file.read_text("utf-8") == text
    assert update(brief, "--merged", "--check").exit_code == 2


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_a_ledger_with_marks_of_a_conflict_is_joined_from_both_sides(brief: Path, style: str) -> None:
    file = brief / "anchors.lock"
    base = file.read_text("utf-8")
    write(brief, 1, one=[*THREE, FAIR])
    update(brief)
    ours = file.read_text("utf-8")
    file.write_text(base, "utf-8")
    write(brief, 1, one=[COUNCIL, *THREE])
    update(brief)
    theirs = file.read_text("utf-8")
    middle = f"||||||| base\n{base}" if style == "diff3" else ""
    marked = f"<<<<<<< ours\n{ours}{middle}=======\n{theirs}>>>>>>> theirs\n"
    file.write_text(marked, "utf-8")
    write(brief, 1, one=[COUNCIL, *THREE, FAIR])
    assert "run 'policybrief anchors update': it reads both sides" in update(brief, "--check").output
    assert file.read_text("utf-8") == marked
    outcome = update(brief)
    assert outcome.exit_code == 0, outcome.output
    assert outcome.output.startswith("joined both sides of the merge\n")
    assert set(ids(brief)) == {line.id for text in (ours, theirs) for line in read_ledger(text, "")[0].lines}
    assert update(brief, "--check").exit_code == 0


def test_a_cut_ledger_with_marks_of_a_conflict_is_refused(brief: Path) -> None:
    file = brief / "anchors.lock"
    text = file.read_text("utf-8")
    marked = f"<<<<<<< ours\n{text}=======\n{text}"
    file.write_text(marked[:-40], "utf-8")
    outcome = update(brief)
    assert outcome.exit_code == 1
    assert "'anchors.lock' is cut off: its last line is missing; take it from version control" in outcome.output
    assert file.read_text("utf-8") == marked[:-40]


def test_a_ledger_changed_in_the_meantime_is_not_written_over(brief: Path) -> None:
    upkeep = open_site(brief).upkeep
    assert upkeep is not None
    assert upkeep.kept is not None
    new = replace(upkeep.kept, edition="2")
    other = ledger_text(replace(upkeep.kept, edition="3"))
    (brief / "anchors.lock").write_text(other, "utf-8")
    with pytest.raises(PublishingError, match=r"'anchors\.lock' was changed while it was in use"):
        upkeep.keep(new)
    assert (brief / "anchors.lock").read_text("utf-8") == other


def test_a_ledger_that_cannot_be_written_is_told_in_a_line(brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(brief, 1, one=[*THREE, FAIR])
    before = (brief / "anchors.lock").read_bytes()
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "anchors.lock" and access(path, mode))
    outcome = update(brief)
    assert outcome.exit_code == 1
    assert "anchors.lock' cannot be written: Permission denied" in outcome.output
    assert (brief / "anchors.lock").read_bytes() == before


def line(signs: str, words: str = "Baku balanced") -> LiveLine:
    return live(signs, words)


def test_lost_ids_become_tombstones_where_they_stood() -> None:
    now = Ledger("2", (line("222"), line("444", "Moscow waited")))
    past = Ledger(
        "1",
        (line("222"), line("333", "The court sat"), line("444", "Moscow waited")),
        (tombstone("555", Reason.MERGED, ""),),
    )
    found = with_known_ids(now, [past])
    assert found.lines == now.lines
    assert [(one.id, one.reason, one.to, one.last, one.edition) for one in found.tombstones] == [
        (line("333").id, Reason.DELETED, line("222").id, "1", "2"),
        (tombstone("555", Reason.MERGED, "").id, Reason.MERGED, "", "2026-11", "2026-12"),
    ]
    assert found.tombstones[0].opening == "The court sat"


def test_the_words_of_a_lost_id_under_another_id_are_where_it_leads() -> None:
    now = Ledger("2", (line("222", "One"), line("444", "The court sat")))
    past = Ledger("1", (line("222", "One"), line("333", "The court sat")))
    found = resolve(with_known_ids(now, [past]), line("333").id)
    assert (found.status, found.line) == (Status.MERGED, now.lines[1])


def test_the_ledger_of_another_brief_is_passed_over() -> None:
    signs = [f"{a}{b}2" for a in "3456789abc" for b in "3456789abc"]
    mine = Ledger("1", tuple(map(line, signs[:50])))
    other = Ledger("1", tuple(map(line, signs[45:])))
    assert with_known_ids(mine, [other]) == mine
    between = Ledger("1", tuple(map(line, signs[30:65])))
    assert len(with_known_ids(mine, [other, between]).ids()) == 100


def test_an_empty_ledger_takes_up_after_the_newest() -> None:
    assert with_known_ids(Ledger(), [LEDGER]) == LEDGER
    assert with_known_ids(LEDGER, [LEDGER]) is LEDGER
    assert with_known_ids(Ledger(), []) == Ledger()
    assert in_order(*LEDGER.tombstones) == LEDGER.tombstones


def test_words_that_a_missing_id_has_since_are_not_those_of_an_old_line() -> None:
    """The ledger was checked out from before a paragraph was divided."""
    now = Ledger("3", (line("222", "The court sat"),))
    divided = Ledger("5", (line("222", "Baku balanced"), line("333", "The court sat")))
    found = with_known_ids(now, [divided])
    assert [one.opening for one in found.lines] == ["Baku balanced"]
    assert found.ids() == divided.ids()
    edited = Ledger("5", (line("222", "Baku balanced"),))
    assert with_known_ids(now, [edited]) is now
