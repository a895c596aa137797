"""Words of a chapter that are not on its page are named; a page as it is made has all of them."""

import pytest

from anything import convert_all
from policybrief.checks.words_on_pages import lost_on_pages
from policybrief.model.problems import Code

TEXT = (
    "---\ntitle: T\n---\nH~2~O of the EAEU[^1] and\\\n$x^2$.\n\n"
    "| a | b |\n|---|---|\n| c | **d**e |\n\n[^1]: A note, *here*.\n"
)
PATH = "chapters/1-one.md"


@pytest.mark.parametrize(
    ("shown", "instead", "lost"),
    [
        ("", "", []),
        ("and<br>", "<br>", ["1.1: 'and'"]),
        ("<td>c</td>", "<td></td>", ["1.2: 'c'"]),
        ("<em>here</em>", "", ["1.n1: 'here'"]),
        ("<strong>d</strong>e", "<strong>d</strong> e", ["1.2: 'de'"]),
    ],
)
def test_a_word_that_is_not_on_the_page_is_named(shown: str, instead: str, lost: list[str]) -> None:
    built = convert_all(TEXT)
    assert not [problem for problem in built.problems if problem.code is Code.LOST_WORDS]
    html = next(page.html for page in built.pages if page.path == PATH)
    assert shown in html
    html = html.replace(shown, instead) if shown else html
    found = lost_on_pages(built.knowledge.chapters, {PATH: html})
    said = [problem.message.replace("words of paragraph ", "").partition(" are not on ") for problem in found]
    assert [f"{number}: {rest.partition(': ')[2]}" for number, _, rest in said] == lost
