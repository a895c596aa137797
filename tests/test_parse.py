"""A chapter read once: its blocks, their ids and texts, and where the author wrote each of its parts."""

import lxml.html  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from documents import PATH, ROOMY, chapter_of, document_of, parsed
from policybrief.build import Site, build, examine, parser_for, prepare
from policybrief.chapters.citing import unprinted
from policybrief.chapters.memory import ChapterMemory
from policybrief.chapters.text import text_of
from policybrief.model.blocks import (
    Block,
    Box,
    CodeBlock,
    DefinitionList,
    Figure,
    FormulaBlock,
    Group,
    Heading,
    Listing,
    Node,
    Quotation,
    RawBlock,
    Rule,
    Table,
    TextBlock,
    walk,
)
from policybrief.model.brief import Brief, Chapter, Project
from policybrief.model.document import Citable, Uncited
from policybrief.model.glossary import Glossary
from policybrief.model.inlines import (
    CitationMark,
    Formula,
    InlineCode,
    InlineGroup,
    Link,
    NameMark,
    NoteMark,
    Picture,
    Raw,
    Styled,
    Text,
    TextStyle,
)
from policybrief.model.knowledge import AnnotatedChapter
from policybrief.model.problems import MOST_ON_A_PAGE, Place
from policybrief.model.problems import Code as ProblemCode


def nodes(body: str) -> list[Node]:
    return [node for root in document_of(body, ROOMY).roots() for node in walk(root)]


def only(kind: type, body: str) -> Node:
    (found,) = [node for node in nodes(body) if isinstance(node, kind)]
    return found


def ids(body: str) -> dict[str, str]:
    project = Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), ())
    return {paragraph.text: paragraph.id for paragraph in build(project, ROOMY).knowledge.paragraphs().values()}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Words.", TextBlock),
        ("## Head", Heading),
        ("- a\n- b", Listing),
        ("Term\n:   What it means.", DefinitionList),
        ("> Quoted.", Quotation),
        ("| a | b |\n|---|---|\n| c | d |", Table),
        ("![A map](map.png)\n\n/// caption\nThe map\n///", Figure),
        ('!!! note "Title"\n    Text.', Box),
        ('??? note "Title"\n    Text.', Box),
        ("```python\ncode\n```", CodeBlock),
        ("    code", CodeBlock),
        ("$$\nx^2\n$$", FormulaBlock),
        ("***", Rule),
        ("<table><tr><td>x</td></tr></table>", RawBlock),
        ('=== "One"\n\n    Text.', Group),
        ("A `few` words.", InlineCode),
        ("A [link](x.md).", Link),
        ("A ![picture](x.png).", Picture),
        ("A [[mark]].", NameMark),
        ("A claim [@key].", CitationMark),
        ("A claim.[^1]\n\n[^1]: Note.", NoteMark),
        ("With $x^2$ in it.", Formula),
        ("Press ++ctrl+c++.", Styled),
    ],
)
def test_what_a_paper_consists_of_has_a_word_in_the_model(body: str, kind: type) -> None:
    assert any(isinstance(node, kind) for node in nodes(body))


def test_a_table_has_its_heads_and_cells() -> None:
    table = only(Table, "| a | *b* |\n|---|---:|\n| c | d |\n| e | f |")
    assert isinstance(table, Table)
    assert [len(row.cells) for row in (*table.head, *table.body)] == [2, 2, 2]
    assert all(cell.header for row in table.head for cell in row.cells)
    assert not any(cell.header for row in table.body for cell in row.cells)
    assert table.head[0].cells[1].blocks == (TextBlock((Styled(TextStyle.EMPHASIS, (Text("b"),)),), tight=True),)


def test_a_figure_has_its_picture_and_its_caption() -> None:
    figure = only(Figure, "![A map](map.png)\n\n/// caption\nThe *map*\n///")
    assert isinstance(figure, Figure)
    assert figure.caption is not None
    assert [type(node) for node in walk(figure)].count(Picture) == 1


BOX = ' note "A *title*"\n    Text.'


@pytest.mark.parametrize(("body", "folds"), [(f"!!!{BOX}", False), (f"???{BOX}", True)])
def test_a_box_has_a_title(body: str, folds: bool) -> None:
    box = only(Box, body)
    assert isinstance(box, Box)
    assert box.folds is folds
    assert "".join(node.text for inline in box.title for node in walk(inline) if isinstance(node, Text)) == "A title"
    assert all(isinstance(block, TextBlock) for block in box.blocks)


@pytest.mark.parametrize(
    ("body", "text", "language"),
    [
        ("```python\nx = [1] # <a>\n```", "x = [1] # <a>", "python"),
        ('```\nplain & "quoted"\n```', 'plain & "quoted"', ""),
        ("    indented <b>", "indented <b>", ""),
    ],
)
def test_code_is_known_as_the_author_wrote_it(body: str, text: str, language: str) -> None:
    code = only(CodeBlock, body)
    assert isinstance(code, CodeBlock)
    assert code.text == text
    assert code.language in (language, "")


def test_characters_are_as_a_reader_sees_them() -> None:
    body = "AT&amp;T \\* &copy; &lt;b&gt; <me@a.org> `a &lt; b`"
    (block,) = document_of(body).citables()
    (paragraph,) = block.blocks
    assert isinstance(paragraph, TextBlock)
    assert paragraph.inlines == (
        Text("AT&T * © <b> "), Link("mailto:me@a.org", (Text("me@a.org"),), at=body.index("me@")), Text(" "),
        InlineCode("a &lt; b"),
    )  # fmt: skip


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
    (part,) = document_of(body, ROOMY).citables()
    assert " ".join(part.written.split()) == words


@pytest.mark.parametrize(
    "between",
    ["[TOC]", "///Footnotes Go Here///", "<br>", "[](x.md)", "<!-- a note -->", "    code", "***", "## Head\n\n[TOC]"],
)
def test_what_is_no_paragraph_moves_no_id(between: str) -> None:
    alone = ids("The first says this.\n\nThe second says that.")
    assert alone.items() <= ids(f"The first says this.\n\n{between}\n\nThe second says that.").items()


def test_a_paragraph_that_an_extension_makes_is_in_the_ledger_too() -> None:
    project = Project(Brief("Brief"), Glossary(()), (chapter_of("One.\n\n!!! note\n    Two."),), (), ())
    outcome = build(project, ROOMY)
    assert [line.id for line in outcome.ledger.lines] == list(outcome.knowledge.paragraphs())


def test_a_pinned_id_is_given_once() -> None:
    body = "The first says this.\n{: #p-hn75 }\n\nThe second says that."
    project = Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), ())
    outcome = build(project, ROOMY)
    assert ids(body)["The first says this."] == "p-hn75"
    (page,) = [page for page in outcome.pages if page.path == PATH]
    assert page.html.count('id="p-hn75"') == 1


PLACED = """\
The first [@a] of them.

    code with [@a] and ![A](a.png) and [[x]]

## A head with `[@a]` and [@a]

Then [@a] again, [x](y.md) and\\
[x](y.md), [[x]] and ![A](a.png).[^n]

[^n]: Note with [@a] and [x](y.md).

| cell [@a] | [[x]] |
|---|---|
| [^n] | [@a] |
"""


def test_every_part_knows_its_line_and_column() -> None:
    document = parsed(PLACED, first_line=5).document
    lines = PLACED.split("\n")

    def text_at(at: int) -> str:
        place = document.place(at)
        return lines[place.line - 5][place.column - 1 :]

    blocks = [part for section in document.sections for part in section.parts]
    assert [text_at(part.at)[:8] for part in blocks if isinstance(part, Citable)] == [
        "The firs",
        "Then [@a",
        "cell [@a",
    ]
    assert [text_at(part.at)[:8] for part in blocks if isinstance(part, Uncited)] == ["code wit"]
    found = [node for root in document.roots() for node in walk(root)]
    citations = [node.at for node in found if isinstance(node, CitationMark)]
    assert citations == [
        PLACED.index("[@a] of"), PLACED.index("[@a]\n\nThen"), PLACED.index("[@a] again"), PLACED.index("[@a] | [[x]]"),
        PLACED.index("[@a] |\n"),
    ]  # fmt: skip
    links = [node.at for node in found if isinstance(node, Link)]
    assert links == [PLACED.index("y.md"), PLACED.index("y.md", PLACED.index("\\\n"))]
    assert [node.at for node in found if isinstance(node, NameMark)] == [
        PLACED.index("[[x]] and !["), PLACED.index("[[x]] |")
    ]  # fmt: skip
    assert [node.at for node in found if isinstance(node, Picture)] == [PLACED.index("a.png).")]
    assert [node.at for node in found if isinstance(node, NoteMark)] == [
        PLACED.index("[^n]\n\n"),
        PLACED.index("[^n] |"),
    ]
    (note,) = document.footnotes
    assert text_at(note.at).startswith("[^n]: Note")
    inside = [node for block in note.blocks for node in walk(block)]
    assert [node.at for node in inside if isinstance(node, CitationMark)] == [PLACED.index("[@a] and [x]")]


@pytest.mark.parametrize(
    "before",
    [
        "[TOC]",
        "[r]\n\n[r]: y.md",
        "`[[x]]` and `[[x]]`.",
        "    [[x]]\n\n> Words.",
        "1. Words\n    1. more\n\n    ```\n    [[x]]\n    ```",
        "[![p](q.png)](r.md)",
        "Words \\[[x\\]\\].",
    ],
)
@pytest.mark.parametrize(
    "mark", ["[[x]]", "[[x|the `y` z]]", "[@x]", "[see *it* `y`, @x]", "[x](z.md)", "![x](z.png)", "[^n]"]
)
def test_a_mark_is_found_whatever_comes_before_it(before: str, mark: str) -> None:
    body = f"{before}\n\n> {mark} and\n> {mark} more.\n\n## One {mark}\n\n[^n]: Note.\n\n[q]: z.md\n"
    document = document_of(body, ROOMY)
    marks = (CitationMark, NameMark, NoteMark, Link, Picture)
    found = [node.at for root in document.roots() for node in walk(root) if isinstance(node, marks)][-3:]
    start = body.index("> " + mark)
    address = mark.index("(") + 1 if "(" in mark else 0
    assert found == [address + at for at in occurrences(mark, body, start)[:3]]


def occurrences(words: str, text: str, start: int) -> list[int]:
    return [at for at in range(start, len(text)) if text.startswith(words, at)]


WORDS = st.sampled_from(
    "Baku *wind* `code` **oil** [link](x.md) Şuşa &amp; \\* ![alt](x.png) AT&T <br> a_b 1,232".split()
)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
SHAPES = st.sampled_from(
    [
        "{}", "# {}", "- {}\n- {}", "1. {}\n\n    {}", "> {}", "| {} | {} |\n|---|---|\n| {} | {} |", "    {}",
        "```\n{}\n```", "!!! note\n    {}", "{}\n: {}", "{}  \n{}", "{}[^n]\n\n[^n]: {}",
    ]
)  # fmt: skip
BODIES = st.lists(st.tuples(SHAPES, st.lists(LINES, min_size=4, max_size=4)), min_size=1, max_size=4).map(
    lambda parts: "\n\n".join(shape.format(*lines) for shape, lines in parts)
)


@given(BODIES)
@example("Question: who governs Baku when the wind drops?\n\n# One\n\nBaku is old.")
@example("![alt](x.png)\n\n/// caption\nwords\n///")
def test_no_word_is_lost_between_the_library_and_the_tree(body: str) -> None:
    site = Site(extensions=(*Site().extensions, "admonition", "def_list"))
    html = Markdown(extensions=list(site.extensions)).convert(body)
    document = document_of(body, site)
    roots: list[Node] = [*document.roots(), *(block for note in document.footnotes for block in note.blocks)]
    said = " ".join(word for root in roots for node in walk(root) for word in words_of(node))
    title = f"{document.chapter.title} " if "<h1>One</h1>" in html or '<h1 id="one">One</h1>' in html else ""
    assert sorted(letters(f"{title}{said}")) == sorted(letters(text_in(html)))


def words_of(node: Node) -> list[str]:
    if isinstance(node, (Text, InlineCode, CodeBlock)):
        return [node.text]
    if isinstance(node, NoteMark):
        return [""]
    return [text_in(node.html)] if isinstance(node, (Raw, RawBlock)) else []


def letters(text: str) -> list[str]:
    return [character for character in text if character.isalpha()]


def text_in(html: str) -> str:
    tree = lxml.html.fromstring(f"<div>{html}</div>")
    for link in tree.xpath("//sup/a | //a[@class='footnote-backref']"):
        link.text = ""
    return str(tree.text_content())


def test_blocks_without_words_are_kept_for_the_web() -> None:
    document = document_of('One.\n\n<hr class="x">\n\nTwo.')
    parts = [part for section in document.sections for part in section.parts]
    kept: list[Block] = [part.block for part in parts if isinstance(part, Uncited)]
    assert kept == [RawBlock('<hr class="x">')]


def test_places_of_a_chapter_with_front_matter_are_those_of_the_file() -> None:
    found = parsed("One.\n\n<b>Two</b>.", first_line=7).problems
    assert [problem.place for problem in found] == [Place(PATH, 9, 1)]


def test_a_first_line_is_text_whatever_extension_is_on() -> None:
    site = Site(extensions=(*Site().extensions, "meta"))
    (part,) = document_of("Question: who governs?", site).citables()
    assert part.written == "Question: who governs?"


@pytest.mark.parametrize("name", ["pymdownx.b64", "pymdownx.critic", "pymdownx.pathconverter", "pymdownx.striphtml"])
def test_an_extension_that_works_on_html_is_named(name: str) -> None:
    site = Site(extensions=(*Site().extensions, name))
    project = Project(Brief("Brief"), Glossary(()), (chapter_of("Some {++new++} words."),), (), ())
    (problem,) = (each for each in build(project, site).problems if each.code is ProblemCode.NO_EFFECT)
    assert f"'{name}'" in problem.message


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("Before ///Footnotes Go Here/// after.", ["Before  after."]),
        ("> ///Footnotes Go Here///\n>\n> Quoted.", ["Quoted."]),
        ("    ///Footnotes Go Here///", ["///Footnotes Go Here///"]),
    ],
)
def test_the_place_for_notes_takes_no_words_away(marked: str, words: list[str]) -> None:
    document = document_of(f"One.[^1]\n\n{marked}\n\n[^1]: Note.")
    found = [node for root in document.roots() for node in walk(root)]
    assert [node.text for node in found if isinstance(node, (Text, CodeBlock))] == ["One.", *words]
    assert [note.label for note in document.footnotes] == ["1"]


class _FailsAtThree(Extension):
    """Fails at one word, as extensions fail at what their authors did not think of."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.preprocessors.register(_Failing(md), "failing", 10)


class _Failing(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return ["".join(lines[: lines.index("Three.")]), lines[len(lines)]] if "Three." in lines else lines


def test_a_text_at_which_an_extension_fails_is_reported() -> None:
    site = Site(extensions=(*Site().extensions, _FailsAtThree()))
    body = "One.\n\n> Two.\n\nThree.\n\nFour.\n"
    project = Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), ())
    outcome = build(project, site)
    (problem,) = outcome.problems
    assert (problem.code, problem.place) == (ProblemCode.FAILING_MARKUP, Place(PATH, 5, 1))
    assert "IndexError" in problem.message
    assert parsed("One.", site).problems == ()


MANY_LABELS = "One[^-a:b], two[^2] and[^-a:b].\n\n`[^2]: code`\n\n[^2]: Two.\n\n[^-a:b]: A."


@pytest.mark.parametrize("options", [{}, {"SEPARATOR": "-"}, {"UNIQUE_IDS": True}, {"USE_DEFINITION_ORDER": False}])
def test_notes_keep_their_labels_whatever_ids_the_extension_makes(options: dict[str, object]) -> None:
    document = document_of(MANY_LABELS, Site(extension_configs={"footnotes": options}))
    calls = [node for root in document.roots() for node in walk(root) if isinstance(node, NoteMark)]
    assert [call.label for call in calls] == ["-a:b", "2", "-a:b"]
    assert {note.label: note.at for note in document.footnotes} == {
        "2": MANY_LABELS.index("[^2]: Two"),
        "-a:b": MANY_LABELS.index("[^-a:b]: A"),
    }


def test_extensions_that_come_with_the_library_work_on_the_tree() -> None:
    assert parser_for(ROOMY).without_effect() == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("[^n{}]: ", ProblemCode.UNDEFINED_NOTE),
        ("[^n{}]: One.\n[^n{}]: Two.", ProblemCode.DUPLICATE_ID),
        ("![](p{}.svg)\n", ProblemCode.MISSING_ALT),
    ],
)
@pytest.mark.parametrize("more", [0, 1, 2])
def test_of_many_faults_of_a_kind_the_first_are_told_and_that_there_are_more(
    line: str, code: ProblemCode, more: int
) -> None:
    body = "".join(line.replace("{}", str(number)) + "\n" for number in range(MOST_ON_A_PAGE + more))
    project = Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), ())
    told = [problem.message for problem in examine(project, ROOMY) if problem.code is code]
    rest = "more of this kind follow"
    assert len([message for message in told if message != rest]) == MOST_ON_A_PAGE
    assert told.count(rest) == bool(more)


def test_a_link_by_reference_is_placed_at_its_definition_however_many_there_are() -> None:
    body = "[w][r]\n\n" * 250 + "[r]: y.md\n"
    nodes = [node for root in document_of(body).roots() for node in walk(root)]
    assert {node.at for node in nodes if isinstance(node, Link)} == {body.index("y.md")}


def test_a_heading_of_the_first_level_that_is_not_the_title_is_a_section() -> None:
    sections = document_of("# One\n\nText.\n\n# Other\n\n###### Deep\n").sections
    assert [(section.title, section.level, section.heading is not None) for section in sections] == [
        ("", 1, False), ("", 1, True), ("", 6, True)
    ]  # fmt: skip


def test_template_markup_of_a_title_is_reported_where_the_title_is_written() -> None:
    body = "# Of {{ price }}\n\nText of {{ price }}.\n\nMore.\n"
    chapter = Chapter(PATH, "1", "Of {{ price }}", "", None, body, 1, Place(PATH))
    project = Project(Brief("Brief"), Glossary(()), (chapter,), (), ())
    found = [problem.place for problem in examine(project, ROOMY) if problem.code is ProblemCode.TEMPLATE_MARKUP]
    assert [(place.line, place.column) for place in found] == [(1, 6), (3, 9)]


def test_a_chapter_is_annotated_again_only_when_it_was_read_again() -> None:
    memory = ChapterMemory(parser_for(ROOMY, keep=True))

    def annotated(*bodies: str) -> tuple[AnnotatedChapter, ...]:
        chapters = tuple(
            Chapter(f"chapters/{number}.md", str(number), "T", "", None, body, 1, Place(PATH))
            for number, body in enumerate(bodies, 1)
        )
        project = Project(Brief("Brief"), Glossary(()), chapters, (), ())
        return prepare(project, ROOMY, unprinted, memory).knowledge.chapters

    first = annotated("Salt is dear.", "Iron is not.")
    second = annotated("Salt is dear.", "Iron is dear too, by now.")
    assert second[0] is first[0]
    assert second[1] is not first[1]
    assert second[1].paragraphs[0].text == "Iron is dear too, by now."


def test_marks_in_code_of_several_lines_are_passed_over() -> None:
    body = "- one\n\n        [[x]] and\n        words\n        [[x]]\n\n    then [[x]]\n"
    nodes = [node for root in document_of(body, ROOMY).roots() for node in walk(root)]
    assert [node.at for node in nodes if isinstance(node, NameMark)] == [body.rindex("[[x]]")]


def test_only_titles_and_quotations_are_words_set_apart() -> None:
    body = "The *title*, **strong** words, HTML and ==marks==.\n\n*[HTML]: A language\n"
    (part,) = document_of(body, ROOMY).citables()
    text = text_of(part.blocks)
    assert [text.text[run.start : run.end] for run in text.runs if run.apart] == ["title"]


@pytest.mark.parametrize("site", [Site(), ROOMY])
def test_code_between_lines_of_text_parts_the_paragraph_in_order(site: Site) -> None:
    body = "One line\n```\ncode\n```\ntwo lines\n```\nmore\n```\nthree lines\n\n- item\n"
    found = [
        block.text if isinstance(block, CodeBlock) else text_of((block,)).text
        for section in document_of(body, site).sections
        for part in section.parts
        for block in (part.blocks if isinstance(part, Citable) else (part.block,))
    ]
    assert found == ["One line", "code", "two lines", "more", "three lines", "item"]


def test_of_what_extensions_make_only_italics_are_set_apart() -> None:
    line = tuple(InlineGroup(tag, (Text(tag),)) for tag in ("cite", "i", "q", "u"))
    text = text_of((TextBlock(line),))
    assert [text.text[run.start : run.end] for run in text.runs if run.apart] == ["i"]


def test_a_snippet_that_is_not_there_is_reported_where_it_is_named() -> None:
    site = Site(extensions=(*Site().extensions, "pymdownx.snippets"))
    found = parsed('Words.\n\nMore, no/x.mdx.\n\n--8<-- "no/x.md"\n', site, first_line=5).problems
    assert [(problem.code, problem.place) for problem in found] == [(ProblemCode.BAD_SNIPPET, Place(PATH, 9, 9))]
