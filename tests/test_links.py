"""Links that lead nowhere or may not lead anywhere, judged one by one."""

import pytest

from policybrief.checks.links import check_links
from policybrief.model.knowledge import FoundLink, Hypertext
from policybrief.model.problems import Code, Place

PAGE = "chapters/1-one.md"
PLACE = Place(PAGE, 3, 1)


def judged(target: str, *, picture: bool = False) -> tuple[str, str] | None:
    """Return the code and the message of what is wrong with a link of a page; None when nothing is."""
    page = Hypertext(PAGE, frozenset(("here",)), (FoundLink(target, PLACE, picture),), ())
    problems = check_links([page], {"glossary/baku.md": lambda: '<p id="top">'}, frozenset(("docs/map.png",)))
    assert all(problem.place == PLACE for problem in problems)
    return (problems[0].code.public, problems[0].message) if problems else None


@pytest.mark.parametrize(
    "target",
    ["#here", "1-one.md#here", "../glossary/baku.md#top", "../docs/map.png", "https://a.org/#x", "mailto:me@a.org"],
)
def test_links_that_lead_somewhere(target: str) -> None:
    assert judged(target) is None


@pytest.mark.parametrize("target", ["javascript:alert(1)", "java\tscript:x", "java\nscript:x", "\x01 javascript:x"])
def test_a_scheme_is_read_as_a_browser_reads_it(target: str) -> None:
    assert judged(target) == (Code.UNSAFE_LINK.public, "a link may not begin with 'javascript:'")


@pytest.mark.parametrize("target", ["//evil.example/", "\\\\evil.example/", "/\t/evil.example/", " //evil.example/"])
def test_an_address_without_its_scheme_is_refused(target: str) -> None:
    assert judged(target) == (Code.UNSAFE_LINK.public, f"'{target}' has no scheme")


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("2-two.md", Code.BROKEN_LINK),
        ("/chapters/1-one.md", Code.BROKEN_LINK),
        ("#there", Code.BROKEN_ANCHOR),
        ("../glossary/baku.md#nowhere", Code.BROKEN_ANCHOR),
    ],
)
def test_links_that_lead_nowhere(target: str, code: Code) -> None:
    found = judged(target)
    assert found is not None
    assert found[0] == code.public


@pytest.mark.parametrize("target", ["http://a.org/x.png", "x.png"])
def test_pictures_that_are_not_there_or_elsewhere(target: str) -> None:
    found = judged(target, picture=True)
    assert found is not None
    assert found[0] == Code.MISSING_IMAGE.public
