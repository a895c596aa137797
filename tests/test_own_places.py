"""The author's own pages as search finds them."""

import pytest

from policybrief.assembling.own_places import own_places
from policybrief.model.places import Source
from policybrief.model.publication import SitePlace


@pytest.mark.parametrize(
    ("text", "title", "description"),
    [
        ("# Changes in this edition\n\nWhat *changed*.\n", "Changes in this edition", "What changed."),
        (
            "Words first,\nin two lines.\n\n# Title { #t }\n\n## More ##\n",
            "Title",
            "Words first, in two lines.",
        ),
        ("# [A link](x.md) and `code`\n\n- a list\n\n> a quotation\n", "A link and code", ""),
        ("```\n# no heading\n```\n\n!!! note\n\n    no words\n\nText.\n", "How we work", "Text."),
        ("~~~\n# never closed\n", "How we work", ""),
        ("", "How we work", ""),
        ("A title\nunder a line\n======\n\nText.\n", "How we work", "A title under a line ======"),
        ("A *title*\n=======\n\nText.\n\n# Another\n", "A title", "Text."),
        ("# Title\n\nSecond\n---\n\nText.\n", "Title", "Text."),
        ("*Mein* Titel {#x}\n=====\n\nText.\n", "Mein Titel", "Text."),
        ("[A link](x.md) and more\n---\n\nText.\n", "A link and more", "Text."),
        ("# Tom &amp; Jerry, [[baku]], file_name.yml[^1]\n", "Tom & Jerry, baku, file_name.yml", ""),
        ("<!--\n# Not this\n-->\n\n# This\n", "This", ""),
        (f"# T\n\n{'word ' * 60}\n", "T", f"{'word ' * 31}word…"),
    ],
)
def test_a_page_has_a_title_and_first_words(text: str, title: str, description: str) -> None:
    path = "about/how-we-work.md"
    assert own_places([Source(path, text, 1)]) == (SitePlace(path, title, description),)


def test_the_front_matter_of_a_page_comes_before_its_heading() -> None:
    source = Source("a.md", "# Heading\n\nText.\n", 1, title="Title & more", description="What it is.")
    assert own_places([source]) == (SitePlace("a.md", "Title & more", "What it is."),)


def test_pages_are_in_order() -> None:
    found = own_places([Source("b.md", "# One\n", 1), Source("a.md", "# Two\n", 1)])
    assert [place.path for place in found] == ["a.md", "b.md"]


def test_hostile_pages_take_no_time() -> None:
    for text in ("[" * 50_000, "`" * 50_000, "# " * 50_000, "<" * 50_000, "\n".join(["# a {"] * 20_000)):
        assert len(own_places([Source("a.md", text, 1)])) == 1
