"""Outputs, checks and pages that other packages add."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from added import write_package
from policybrief.assembling.add_ons import CHECKS_GROUP, OUTPUTS_GROUP, PAGES_GROUP, load_add_ons
from policybrief.assembling.catalogue import catalogue_of
from policybrief.assembling.own_files import OwnFiles
from policybrief.build import Site, build, examine
from policybrief.model.add_ons import AddOns
from policybrief.model.addresses import Addresses
from policybrief.model.output import Build
from policybrief.model.problems import Code, Severity
from policybrief.reading.project import read_project
from test_cases import write_brief

HEADER = """\
from policybrief.model.catalogue import Output, PageBody, PageDeclaration, PageSet, Subject
from policybrief.model.check import Check, Finding
from policybrief.model.output import Artifact
from policybrief.model.problems import AddedCode, Code, Severity
from policybrief.model.publication import FileDeclaration

"""
OUTPUT = """\
FILE = FileDeclaration("{path}", "text/plain", "To take away", "{name}")
ITEM = Output("{name}", (FILE,), lambda publication: [Artifact(FILE.path, b"made")]{options})
"""
PAGE = """\
ITEM = PageSet(lambda project: [PageDeclaration("{path}", "{name}", lambda publication: PageBody("<p>{name}</p>"))])
"""
CHECK = """\
CODE = AddedCode("{name}", Severity.WARNING)
ITEM = Check(CODE, lambda p: [Finding(x, "seen", "way out") for c in p.knowledge.chapters for x in c.paragraphs])
"""

SOURCES = {"outputs": OUTPUT, "pages": PAGE, "checks": CHECK}

Install = Callable[[str, str, str], None]


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Return a function that installs a package with one add-on: its name, its group, its source."""
    target = tmp_path / "installed"
    target.mkdir()
    monkeypatch.syspath_prepend(target)

    def install(name: str, group: str, source: str) -> None:
        write_package(target, name, {group: {name: "{module}:ITEM"}}, HEADER + source)

    yield install
    # Only what came from there: a library that is not in Python may end the process when it is loaded twice.
    for name, module in tuple(sys.modules.items()):
        if str(getattr(module, "__file__", "")).startswith(str(target)):
            del sys.modules[name]


def output(name: str, path: str, options: str = "") -> str:
    return OUTPUT.format(name=name, path=path, options=options)


def page(name: str, path: str) -> str:
    return PAGE.format(name=name, path=path)


def check(name: str) -> str:
    return CHECK.format(name=name)


def site_of(add_ons: AddOns, *, publishes: bool = True) -> Site:
    return Site(add_ons=add_ons, url="https://brief.example/", publishes=publishes)


def built(
    tmp_path: Path,
    settings: str = "",
    chapter: str = "# One\n\nSome text.\n",
    checks: str = "",
    *,
    publishes: bool = True,
) -> Build:
    """Return the build of a small brief with everything that is installed."""
    add_ons = load_add_ons()
    rules = f"      checks:\n          unused-entry: off\n{checks}"
    listed = f"site_name: A brief\nplugins:\n  - policybrief:\n{rules}{settings}"
    root = tmp_path / "brief"
    write_brief(root, {"mkdocs.yml": listed, "chapters/1-one.md": chapter}, {})
    return build(read_project(root, rules=add_ons.rules()), site_of(add_ons, publishes=publishes))


def allow(rule: str) -> str:
    """Return the line that excuses from an added rule and from another."""
    return f"allow: [no-text, {rule}]"


def report(made: Build) -> list[str]:
    return [str(problem) for problem in made.problems]


# What is added


def test_an_output_is_in_the_site_and_offered(tmp_path: Path, add: Install) -> None:
    add("added-notes", OUTPUTS_GROUP, output("notes", "notes/all.txt"))
    made = built(tmp_path)
    assert report(made) == []
    assert {artifact.path: artifact.content for artifact in made.artifacts}["notes/all.txt"] == b"made"
    home = next(page for page in made.pages if page.path == "index.md")
    assert '<a href="notes/all.txt"' in home.html
    assert "To take away" in home.html


def test_a_page_is_in_the_site_with_its_head(tmp_path: Path, add: Install) -> None:
    add("added-page", PAGES_GROUP, page("Numbers", "numbers/index.md"))
    made = built(tmp_path, "      brief: {licence: CC BY 4.0}\n")
    assert report(made) == []
    assert [page.html for page in made.pages if page.path == "numbers/index.md"] == ["<p>Numbers</p>"]
    head = made.heads["numbers/index.md"]
    assert ("og:title", "Numbers") in [(tag.property, tag.content) for tag in head.tags]
    assert [link.href for link in head.links if link.rel == "license"] == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]
    assert '"@id":"https://brief.example/numbers/"' in head.json_ld


def test_a_page_says_more_of_itself(tmp_path: Path, add: Install) -> None:
    source = """\
from policybrief.model.head import HeadLink, PageHead

HEAD = PageHead("Told in numbers", ("Dataset",), {"@type": "Dataset"}, links=(HeadLink("item", "../x.csv"),))
ITEM = PageSet(lambda project: [PageDeclaration("numbers.md", "Numbers", lambda p: PageBody("", head=HEAD))])
"""
    add("added-page", PAGES_GROUP, source)
    head = built(tmp_path).heads["numbers.md"]
    assert head.description == "Told in numbers"
    assert head.json_ld == '{"@type":"Dataset"}'
    assert [link.href for link in head.links] == [
        *("https://brief.example/numbers/", "../x.csv", "https://schema.org/Dataset")
    ]


def test_a_check_is_run_switched_and_excused(tmp_path: Path, add: Install) -> None:
    add("added-check", CHECKS_GROUP, check("no-text"))
    assert report(built(tmp_path / "on")) == ["chapters/1-one.md:3:1: warning[no-text]: seen\n    way out"]
    off = "          no-text: off\n"
    assert report(built(tmp_path / "off", checks=off)) == []
    excused = "# One\n\nSome text.\n{: .allow-no-text }\n"
    assert report(built(tmp_path / "excused", chapter=excused)) == []


def test_rules_of_add_ons_are_known_to_every_file(tmp_path: Path, add: Install) -> None:
    add("added-check", CHECKS_GROUP, check("no-text"))
    add_ons, excused = load_add_ons(), allow("unused-reference")
    files = {
        "mkdocs.yml": "site_name: A brief\nplugins: [{policybrief: {checks: {no-text: error}}}]\n",
        "glossary.yml": f"one: {{name: One, kind: concept, {allow('unused-entry')}}}\n",
        "references.yml": f"- {{id: a, type: book, title: A, issued: '2001', language: en, {excused}}}\n",
        "chapters/1-one.md": "# One\n\nFirst.\n\nSecond.\n{: .allow-no-text }\n",
    }
    write_brief(tmp_path / "brief", files, {})
    known = read_project(tmp_path / "brief", rules=add_ons.rules())
    assert list(map(str, examine(known, site_of(add_ons)))) == [
        "chapters/1-one.md:3:1: error[no-text]: seen\n    way out"
    ]
    assert [problem.code.public for problem in read_project(tmp_path / "brief").problems] == ["unknown-rule"] * 3


# What is wrong with it

TELL = "    report this to the authors of the package, or uninstall it: pip uninstall bad"
BROKEN = yaml.safe_load(Path(__file__).with_name("broken_add_ons.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", BROKEN["loading"], ids=lambda case: case["reason"])
def test_what_cannot_be_loaded_is_a_problem(add: Install, case: dict[str, str]) -> None:
    group = f"policybrief.{case['group']}"
    add("bad", group, case["source"])
    add_ons = load_add_ons()
    seen = f"the add-on 'bad' ({group}) of bad 1.0 {case['reason']}"
    assert list(map(str, add_ons.problems)) == [f"mkdocs.yml:1:1: error[broken-add-on]: {seen}\n{TELL}"]
    assert (add_ons.outputs, add_ons.checks, add_ons.pages) == ((), (), ())


@pytest.mark.parametrize("case", BROKEN["running"], ids=lambda case: case["problem"])
def test_what_fails_is_a_problem_in_build_and_check(tmp_path: Path, add: Install, case: dict[str, str]) -> None:
    add("bad", f"policybrief.{case['group']}", case["source"])
    (line,) = report(built(tmp_path))
    assert line.startswith(f"mkdocs.yml:1:1: error[broken-add-on]: {case['problem']}")
    assert "\n    report this to the authors of the package" in line
    add_ons = load_add_ons()
    project = read_project(tmp_path / "brief", rules=add_ons.rules())
    assert [str(found) for found in examine(project, site_of(add_ons)) if found.severity is Severity.ERROR] == [line]


@pytest.mark.parametrize("case", BROKEN["clashing"], ids=lambda case: f"{case['one']}, {case['two']}")
def test_two_of_one_name_or_path_are_refused_by_name(tmp_path: Path, add: Install, case: dict[str, str]) -> None:
    # Installed the other way round: the order is that of the names.
    for package in ("two", "one"):
        group, name, *path = case[package].split()
        add(package, f"policybrief.{group}", SOURCES[group].format(name=name, path=(path or [""])[0], options=""))
    made = built(tmp_path, checks="          x: off\n" if case["one"].startswith("checks") else "")
    assert report(made) == [
        f"mkdocs.yml:1:1: error[clashing-add-on]: {case['seen']}\n    uninstall one of the two packages"
    ]


def test_the_order_is_that_of_the_names(add: Install) -> None:
    for name in ("c", "a", "b"):
        add(name, OUTPUTS_GROUP, output(name, f"{name}.txt"))
    assert [made.name for made in load_add_ons().outputs] == ["a", "b", "c"]
    assert [made.package for made in load_add_ons().outputs] == ["a 1.0", "b 1.0", "c 1.0"]


# When it is made


def paths(made: Build) -> set[str]:
    return {artifact.path for artifact in made.artifacts}


def test_an_output_for_readers_is_not_made_in_a_preview(tmp_path: Path, add: Install) -> None:
    add("slow", OUTPUTS_GROUP, output("slow", "slow.txt", ", published_only=True"))
    linked = "# One\n\nSee [all](../slow.txt) and [none](../slower.txt).\n"
    published, previewed = built(tmp_path / "a", chapter=linked), built(tmp_path / "b", chapter=linked, publishes=False)
    assert "slow.txt" in paths(published)
    assert "slow.txt" not in paths(previewed)
    # A link to a file that is yet to be made leads somewhere.
    assert report(published) == report(previewed)
    assert len(report(published)) == 1
    assert "slower.txt" in report(published)[0]


def test_a_check_waits_for_no_output_for_readers(tmp_path: Path, add: Install) -> None:
    source = "ITEM = Output('slow', (FileDeclaration('slow.txt'),), lambda p: 1 / 0, published_only=True)"
    add("slow", OUTPUTS_GROUP, source)
    assert [problem.code for problem in built(tmp_path).problems] == [Code.BROKEN_ADD_ON]
    add_ons = load_add_ons()
    assert examine(read_project(tmp_path / "brief", rules=add_ons.rules()), site_of(add_ons)) == ()


def test_a_page_of_the_author_takes_the_place_of_an_added_one(tmp_path: Path, add: Install) -> None:
    add("added-page", PAGES_GROUP, page("Numbers", "numbers/index.md"))
    built(tmp_path)
    add_ons = load_add_ons()
    project = read_project(tmp_path / "brief", rules=add_ons.rules())
    own = OwnFiles(frozenset(("numbers.md", "README.md")))
    declared = catalogue_of(project, Addresses(), own, add_ons)
    found = {page.path for page in declared.catalogue.pages}
    assert found.isdisjoint(("numbers/index.md", "index.md"))
    assert {"chapters/1-one.md", "figures/index.md"} <= found
    assert declared.problems == ()
    # Without folders for addresses these are two pages.
    other = catalogue_of(project, Addresses(directory_urls=False), own, add_ons)
    assert "numbers/index.md" in {page.path for page in other.catalogue.pages}


def test_an_output_on_request_is_made_for_a_brief_that_asks_for_it(tmp_path: Path, add: Install) -> None:
    add("asked", OUTPUTS_GROUP, output("asked", "asked.txt", ", on_request=True"))
    assert "asked.txt" not in paths(built(tmp_path / "no"))
    asked = built(tmp_path / "yes", "      outputs: [asked]\n")
    assert "asked.txt" in paths(asked)
    assert report(asked) == []
    misspelt = built(tmp_path / "misspelt", "      outputs: [askd, data]\n")
    known = "asked, cloudflare-addresses, gitlab-addresses, netlify-addresses, nginx-addresses"
    said = "is not an output that can be requested"
    assert report(misspelt) == [
        f"mkdocs.yml:6:17: error[unknown-output]: 'askd' {said}\n    did you mean 'asked'?",
        f"mkdocs.yml:6:23: error[unknown-output]: 'data' {said}\n    one of: {known}",
    ]
