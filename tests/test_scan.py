"""The blocks that the scan foresees, and their ids when conversion meets others."""

from dataclasses import replace

import pytest

from policybrief.build import Site, convert, prepare
from policybrief.chapters.citing import unprinted
from policybrief.chapters.extension import Sink
from policybrief.chapters.scan import scan
from policybrief.model.brief import Brief, Chapter, Project
from policybrief.model.glossary import Glossary
from policybrief.model.knowledge import AnnotatedChapter, Hypertext
from policybrief.model.paragraph_ids import check
from policybrief.model.places import source_of
from policybrief.model.problems import Code, Place

PATH = "chapters/1-one.md"
SITE = Site(extensions=(*Site().extensions, "admonition", "md_in_html", "pymdownx.details", "pymdownx.superfences"))


def project_of(body: str) -> Project:
    return Project(Brief("Brief"), Glossary(()), (Chapter(PATH, "1", "One", "", None, body, 1, Place(PATH)),), (), ())


def converted(body: str, seen: str) -> tuple[AnnotatedChapter, Hypertext, str]:
    """Return a chapter whose text some plugin has changed to `seen` before it is converted."""
    chapters: list[AnnotatedChapter] = []
    pages: list[Hypertext] = []
    prepared = prepare(project_of(body), SITE, unprinted)
    source = replace(source_of(prepared.project.chapters[0]), text=seen)
    html = convert(prepared, source, Sink(chapters.append, pages.append))
    return chapters[0], pages[0], html


def ids(chapter: AnnotatedChapter) -> dict[str, str]:
    return {paragraph.text: paragraph.id for paragraph in chapter.paragraphs}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("| Town | Salt |\n|---|---|\n| Upper | 12 |", "Town Salt Upper 12"),
        ("Reasons:\n\n- dear\n- bad", "Reasons: dear bad"),
        ("> One\n>\n> two", "One two"),
        ("Word ```not code``` word", "Word ```not code``` word"),
    ],
)
def test_cells_and_items_are_words_of_their_own(body: str, words: str) -> None:
    (text,) = scan(project_of(body).chapters, SITE.extensions, {})[PATH]
    assert " ".join(text.split()) == words


@pytest.mark.parametrize(
    "between",
    ["[TOC]", "///Footnotes Go Here///", "<br>", "[](x.md)", "<!-- a note -->", "    code", "{{ a_macro }}", "***"],
)
def test_what_is_no_paragraph_moves_no_id(between: str) -> None:
    body = f"The first says this.\n\n{between}\n\nThe second says that."
    chapter, _, html = converted(body, body)
    alone, _, _ = converted(
        "The first says this.\n\nThe second says that.", "The first says this.\n\nThe second says that."
    )
    assert ids(alone).items() <= ids(chapter).items()
    assert all(f'id="{one}"' in html for one in ids(alone).values())


def test_a_paragraph_that_a_plugin_adds_takes_no_id() -> None:
    body = "The first says this.\n\nThe second says that."
    before, _, _ = converted(body, body)
    after, page, _ = converted(body, f"Made by a plugin.\n\n{body}")
    known = ids(after)
    assert check(known.pop("Made by a plugin."))
    assert known == ids(before)
    (problem,) = page.problems
    assert problem.code is Code.NO_PERMANENT_ID
    assert problem.place == Place(PATH, 1, 1)


def test_a_pinned_id_stands_once() -> None:
    body = "The first says this.\n{: #p-hn75 }\n\nThe second says that."
    chapter, _, html = converted(body, body)
    assert ids(chapter)["The first says this."] == "p-hn75"
    assert html.count('id="p-hn75"') == 1
