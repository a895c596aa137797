"""`policybrief anchors`, used as an author uses it between two editions of a small brief."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policybrief.build import build
from policybrief.chapters.citing import unprinted
from policybrief.cli import main
from policybrief.hosts.mkdocs.open_site import OpenSite, open_site
from policybrief.model.brief import Chapter

SETTINGS = """\
site_name: A brief
theme: {{name: material}}
plugins:
  - policybrief:
      brief: {{title: A brief, edition: {edition}}}
"""
COAST = "The caravan left the coast in early spring, carrying salt, cloth and letters for the mountain towns."
TOLLS = "The merchants paid their tolls at three bridges and quarrelled with the keeper of the last about silver."
WINTER = "Snow closed both passes, and grain had to be brought by sledges from the northern valley for four months."
COUNCIL = "The council met eleven times that year, nobody agreed on a price, and the granary stood locked till then."
SUCCESSOR = "His successor came from the islands, knew none of the families and married into the poorest of them."
SHORT = "The governor resigned in May."
FAIR = "The year closed with the harvest, the fair, the new bell of the church and a quarrel over who should ring it."
COURT = "The court had nine judges: five of them appointed by the governor, four elected by the guilds for seven years."


def write(root: Path, edition: int, **chapters: list[str]) -> None:
    (root / "mkdocs.yml").write_text(SETTINGS.format(edition=edition), "utf-8")
    (root / "glossary.yml").write_text("sea: {name: Caspian Sea, kind: place, background: true}\n", "utf-8")
    for folder in ("chapters", "docs"):
        (root / folder).mkdir(exist_ok=True)
    for number, (name, paragraphs) in enumerate(chapters.items(), 1):
        text = "\n\n".join((f"# {name}", *paragraphs))
        (root / f"chapters/{number}-{name}.md").write_text(text + "\n", "utf-8")


def anchors(root: Path, *words: str) -> Result:
    at = [str(root)] if words[0] in ("update", "list") else ["--in", str(root)]
    return CliRunner().invoke(main, ["anchors", *words, *at])


def rows(root: Path) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = json.loads(anchors(root, "list", "--format", "json").output)
    return listed


def id_of(root: Path, text: str) -> str:
    return next(row["id"] for row in rows(root) if text.startswith(row["text"].rstrip("… ")))


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    write(tmp_path, 1, one=[COAST, TOLLS, f"{WINTER} {COUNCIL}", SHORT, SUCCESSOR, FAIR], two=[COURT])
    assert anchors(tmp_path, "update").exit_code == 0
    return tmp_path


@pytest.fixture
def known(brief: Path) -> dict[str, str]:
    """Return the ids of the first edition."""
    texts = (COAST, TOLLS, WINTER, SHORT, SUCCESSOR, FAIR, COURT)
    return dict(zip(texts, (row["id"] for row in rows(brief)), strict=True))


def leads_to(root: Path, paragraph_id: str) -> tuple[str, str]:
    found = json.loads(anchors(root, "resolve", paragraph_id, "--format", "json").output)
    return found["status"], found["number"]


def test_an_edition_with_edits_of_every_kind(brief: Path, known: dict[str, str]) -> None:
    one = [COAST.replace("cloth", "clothes"), WINTER, COUNCIL, SUCCESSOR]
    write(brief, 2, one=one, two=[f"{FAIR} {COURT}", TOLLS])
    assert anchors(brief, "update").exit_code == 0
    assert leads_to(brief, known[COAST]) == ("live", "1.1")  # a typo
    assert leads_to(brief, known[WINTER])[1] in ("1.2", "1.3")  # split
    assert leads_to(brief, known[SHORT]) == ("gone", leads_to(brief, known[SHORT])[1])
    assert {leads_to(brief, known[FAIR]), leads_to(brief, known[COURT])} == {("live", "2.1"), ("merged", "2.1")}
    assert leads_to(brief, known[TOLLS]) == ("live", "2.2")  # moved to another chapter
    assert len(rows(brief)) == len({row["id"] for row in rows(brief)}) == 8
    said = anchors(brief, "resolve", known[SHORT].upper()).output
    assert "gone since edition 2" in said
    assert SHORT in said


def test_the_check_writes_nothing_and_fails_until_all_is_kept(brief: Path) -> None:
    assert anchors(brief, "update", "--check").exit_code == 0
    before = (brief / "anchors.lock").read_bytes()
    write(brief, 1, one=[COAST.replace("cloth", "clothes"), TOLLS], two=[COURT])
    checked = anchors(brief, "update", "--check")
    assert checked.exit_code == 1
    assert "run 'policybrief anchors update' and commit it" in checked.output
    assert (brief / "anchors.lock").read_bytes() == before
    assert anchors(brief, "update").exit_code == 0
    assert anchors(brief, "update", "--check").exit_code == 0


def test_a_pasted_copy_is_in_doubt_until_it_is_accepted(brief: Path, known: dict[str, str]) -> None:
    write(brief, 2, one=[COAST, TOLLS], two=[COURT, COAST])
    outcome = anchors(brief, "update")
    assert outcome.exit_code == 1
    assert "anchor-review" in outcome.output
    assert anchors(brief, "update", "--check").exit_code == 1
    copy = next(row["id"] for row in rows(brief) if row["status"] == "review")
    assert copy not in known.values()
    assert leads_to(brief, known[COAST]) == ("live", "1.1")
    assert copy in anchors(brief, "list", "--review").output
    assert anchors(brief, "accept", copy).output == "nothing left to decide\n"
    assert anchors(brief, "update", "--check").exit_code == 0


def test_an_id_is_taken_away_and_given_back(brief: Path, known: dict[str, str]) -> None:
    assert anchors(brief, "drop", known[SHORT]).exit_code == 0
    assert leads_to(brief, known[SHORT])[0] == "gone"
    assert anchors(brief, "update").exit_code == 0
    fresh = id_of(brief, SHORT)
    assert fresh != known[SHORT]
    assert anchors(brief, "pin", known[SHORT], "1.4").exit_code == 0
    assert leads_to(brief, known[SHORT]) == ("live", "1.4")
    assert leads_to(brief, fresh) == ("merged", "1.4")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("accept",), "name the ids to accept, or use --all"),
        (("accept", "p-9999"), "no paragraph p-9999: a wrong check character"),
        (("drop", "k3f9x"), "no paragraph p-k3f9x: a wrong check character"),
        (("pin", "p-hn75", "9.9"), "there is no paragraph 9.9"),
        (("resolve", "nonsense"), "no paragraph p-nonsense: not of the form p-k3f9"),
    ],
)
def test_what_cannot_be_is_told(brief: Path, words: tuple[str, ...], said: str) -> None:
    before = (brief / "anchors.lock").read_bytes()
    outcome = anchors(brief, *words)
    assert outcome.exit_code == (1 if words[0] == "resolve" else 2)
    assert said in outcome.output
    assert (brief / "anchors.lock").read_bytes() == before


def test_an_unread_chapter_loses_no_id(brief: Path) -> None:
    ledger = brief / "anchors.lock"
    whole = ledger.read_text("utf-8")
    (brief / "chapters/1-one.md").write_bytes(b"# One\n\n\xff\n")
    outcome = anchors(brief, "update")
    assert outcome.exit_code == 1
    assert "nothing was written" in outcome.output
    assert ledger.read_text("utf-8") == whole


def test_a_strange_character_loses_no_id(brief: Path, known: dict[str, str]) -> None:
    word, bell = "The gоvernor resigned in May.", "The bell\a rang."
    write(
        brief,
        2,
        one=[COAST, TOLLS, f"{WINTER} {COUNCIL}", word, SUCCESSOR, bell, FAIR],
        two=[COURT, "[[sеa]] fishers say that no winter was as long as that one, nor any boat as late."],
    )
    with (brief / "glossary.yml").open("a", encoding="utf-8") as glossary:
        glossary.write("town: {name: Bаku, kind: place, background: true}\n")
    updated = anchors(brief, "update")
    assert updated.exit_code == 0, updated.output
    now = {row["text"][:20]: row["id"] for row in rows(brief)}
    assert {text: id_ for text, id_ in known.items() if now.get(text[:20]) != id_} == {SHORT: known[SHORT]}
    assert id_of(brief, word) == known[SHORT]
    checked = CliRunner().invoke(main, ["check", str(brief)]).output
    assert "warning[mixed-alphabet]: 'gоvernor'" in checked
    assert "warning[stray-character]: control character U+0007" in checked
    assert "error[look-alike]: 'sеa'" in checked
    assert "error[look-alike]: 'Bаku'" in checked


@pytest.mark.parametrize("words", [("update", "--check"), ("accept", "--all")])
def test_a_conflict_leads_to_the_command_that_joins_both_sides(brief: Path, words: tuple[str, ...]) -> None:
    ledger = brief / "anchors.lock"
    whole = ledger.read_text("utf-8")
    before = f"<<<<<<< ours\n{whole}=======\n{whole}>>>>>>> theirs\n"
    ledger.write_text(before, "utf-8")
    outcome = anchors(brief, *words)
    assert outcome.exit_code == 1
    assert "merge-conflict" in outcome.output
    assert "run 'policybrief anchors update': it reads both sides" in outcome.output
    assert ledger.read_text("utf-8") == before
    assert anchors(brief, "update").exit_code == 0
    assert ledger.read_text("utf-8") == whole


def test_every_id_has_an_address_that_says_what_became_of_it(brief: Path, known: dict[str, str]) -> None:
    write(brief, 2, one=[COAST, WINTER, COUNCIL, SUCCESSOR], two=[f"{FAIR} {COURT}", TOLLS])
    anchors(brief, "update")
    site = open_site(brief)
    pages = {
        artifact.path: artifact.content.decode(errors="replace")
        for artifact in build(site.project, site.site).artifacts
    }
    chapters = {chapter.path: html_of(site, chapter) for chapter in site.project.chapters}
    for row in rows(brief):
        page = pages[f"p/{row['id'].removeprefix('p-')}/index.html"]
        path = row["chapter"].removesuffix(".md")
        assert f'href="../../{path}/#{row["id"]}"' in page
        assert chapters[row["chapter"]].count(f'id="{row["id"]}"') == 1
        assert ('http-equiv="refresh"' in page) == (row["status"] != "gone")
        assert row["id"] in pages["assets/policybrief-anchors.js"]
    gone = pages[f"p/{known[SHORT].removeprefix('p-')}/index.html"]
    for place in (gone, *(html for html in chapters.values() if known[SHORT] in html)):
        assert f"{known[SHORT]} was in the brief up to edition 1, and was removed in edition 2. It said:" in place
        assert SHORT in place


def html_of(site: OpenSite, chapter: Chapter) -> str:
    pages = build(site.project, site.site, unprinted).pages
    return next(page.html for page in pages if page.path == chapter.path)
