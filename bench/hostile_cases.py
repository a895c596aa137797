"""Hostile projects, made anew: what each case writes into a folder, and the command that has to deal with it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

LISTED = "site_name: A brief\nplugins: [policybrief]\n"
ORDINARY: Mapping[str, str] = {
    "mkdocs.yml": LISTED,
    "glossary.yml": "eaeu: {name: EAEU, kind: organisation, definition: A union.}\n",
    "chapters/1-one.md": "# One\n\nThe EAEU.\n",
    "docs/index.md": "# Home\n",
}
CHECK = ("policybrief", "check")
Content = str | bytes


@dataclass(frozen=True, slots=True)
class Case:
    """A hostile project."""

    name: str
    files: Callable[[], Mapping[str, Content]]
    """What is written beside, or in the place of, an ordinary brief; made only when the case runs."""
    command: tuple[str, ...] = CHECK
    exit_codes: tuple[int, ...] = (1,)
    strange: Callable[[Path], None] | None = None
    """Makes what is no file with content: links, pipes, strange names."""

    def prepare(self, project: Path) -> None:
        """Write the project into a folder that is not there yet."""
        for path, content in {**ORDINARY, **self.files()}.items():
            file = project / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
        if self.strange is not None:
            self.strange(project)


def _bomb(indent: str = "") -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    return "".join(f"{indent}{line}\n" for line in lines)


def _glossary(count: int, line: Callable[[int], str]) -> str:
    return "".join(f"e{number}: {{name: Name {number}, kind: place{line(number)}}}\n" for number in range(count))


def _relations(number: int) -> str:
    listed = ", ".join(f"{{type: about, to: e{other}}}" for other in range(300) if other != number)
    return f", relations: [{listed}]"


def _circle(count: int) -> Callable[[int], str]:
    return lambda number: f", relations: [{{type: part-of, to: e{(number - 1) % count}}}]"


def _parts(number: int) -> str:
    return f", relations: [{{type: part-of, to: e{number - 1}}}]" if number else ""


def _layers(number: int) -> str:
    """Each of 2,000 is a part of sixty before it."""
    listed = ", ".join(f"{{type: part-of, to: e{other}}}" for other in range(max(0, number - 60), number))
    return f", relations: [{listed}]" if listed else ""


def _sources(count: int) -> str:
    return "references:\n" + "- {id: a}\n" * count


def _ledger(lines: int) -> str:
    return "policybrief-anchors\t1\t2026\n" + "p-xxxx\tx\n" * lines


def _in(name: str, content: Callable[[], Content], **more: object) -> Case:
    """A case of one file, checked; its name begins with that of the file."""
    path = name.split(":", maxsplit=1)[0]
    return Case(name, lambda: {path: content()}, **more)  # type: ignore[arg-type]


ESCAPE = "\x1b]0;x\x07\x1b[31m\u202e"

SETTINGS = (
    _in("mkdocs.yml: an alias bomb", lambda: f"{LISTED}extra:\n{_bomb('  ')}"),
    _in("mkdocs.yml: a bomb in nav", lambda: f"{LISTED}{_bomb()}nav: *i\n"),
    Case("mkdocs.yml: an inherited bomb", lambda: {"mkdocs.yml": f"INHERIT: b.yml\n{LISTED}", "b.yml": _bomb()}),
    _in("mkdocs.yml: inherits itself", lambda: f"INHERIT: mkdocs.yml\n{LISTED}", command=("policybrief", "build")),
    _in("mkdocs.yml: inherits a device", lambda: f"INHERIT: /dev/zero\n{LISTED}", command=("policybrief", "build")),
    _in("mkdocs.yml: deep nesting", lambda: f"{LISTED}extra: {'[' * 90_000}", command=("policybrief", "build")),
    _in(
        "mkdocs.yml: an alias bomb, under the host",
        lambda: f"{LISTED}extra:\n{_bomb('  ')}",
        command=("mkdocs", "build"),
    ),
    _in("mkdocs.yml: twelve million characters", lambda: LISTED + "# one\n" * 2_000_000),
)

GLOSSARIES = (
    _in("glossary.yml: an alias bomb", lambda: f"x:\n{_bomb('  ')}"),
    _in("glossary.yml: deep flow", lambda: "[" * 90_000),
    _in("glossary.yml: deep lines", lambda: "[\n" * 900_000),
    _in("glossary.yml: a line of ten million", lambda: "a: " + "x" * 7_000_000),
    _in("glossary.yml: directives", lambda: "".join(f"%TAG !{number}! x\n" for number in range(100_000))),
    _in("glossary.yml: invisible characters", lambda: "\u200b\n" * 900_000),
    _in("glossary.yml: look-alikes", lambda: ("aа " * 20_000 + "\n") * 30),
    _in("glossary.yml: comments", lambda: "# one\n" * 660_000, exit_codes=(0,)),
    _in("glossary.yml: 300 entries, 90,000 relations", lambda: _glossary(300, _relations)),
    _in("glossary.yml: 20,000 entries, each a part of the last", lambda: _glossary(20_000, _parts)),
    _in("glossary.yml: a circle of 20,000", lambda: _glossary(20_000, _circle(20_000))),
    _in("glossary.yml: 2,000 entries in layers of sixty", lambda: _glossary(2_000, _layers)),
    _in("glossary.yml: 20,000 without a kind", lambda: "".join(f"e{n}: {{name: N{n}}}\n" for n in range(20_000))),
    _in("glossary.yml: 20,000 unknown keys", lambda: _glossary(20_000, lambda n: f", x{n}: y")),
    _in("glossary.yml: an entry with 200,000 keys", lambda: "e:\n" + "".join(f"  k{n}: v\n" for n in range(200_000))),
    _in(
        "glossary.yml: 20,000 equal names", lambda: "".join(f"e{n}: {{name: N, kind: place}}\n" for n in range(20_000))
    ),
    _in(
        "glossary.yml: 20,000 relations to nothing",
        lambda: _glossary(20_000, lambda n: f", relations: [{{type: about, to: x{n}}}]"),
    ),
    _in(
        "glossary.yml: 20,000 unknown relations",
        lambda: _glossary(20_000, lambda n: f", relations: [{{type: x{n}, to: e1}}]"),
    ),
    _in("glossary.yml: 20,000 unknown sources", lambda: _glossary(20_000, lambda n: f", sources: [s{n}]")),
    _in(
        "glossary.yml: 20,000 bad ids", lambda: "".join(f"E{n}_: {{name: N{n}, kind: place}}\n" for n in range(20_000))
    ),
    _in("glossary.yml: 300,000 second keys", lambda: "a:\n" * 300_000),
    _in(
        "glossary.yml: an entry with 100,000 aliases",
        lambda: "e: {name: E, kind: place, aliases: [\n" + ",\n".join(f"a{n}" for n in range(100_000)) + "]}\n",
    ),
    _in(
        "glossary.yml: 100,000 links in a definition",
        lambda: "e: {name: E, kind: place, definition: >\n" + "[[x]]\n" * 100_000 + "}\n",
    ),
    _in(
        "glossary.yml: 150,000 links in definitions",
        lambda: "e:\n  name: E\n  kind: place\n  definition: >\n" + "    [[x]]\n" * 150_000,
    ),
)

REFERENCES = (
    _in("references.yml: 400,000 tiny sources", lambda: _sources(400_000)),
    _in("references.yml: a million empty items", lambda: "references:\n" + "-\n" * 1_000_000),
    _in(
        "references.yml: 60,000 sources with one id",
        lambda: "references:\n" + "- {id: a, type: book, title: T, language: en, issued: '2019'}\n" * 60_000,
    ),
    _in(
        "references.yml: 50,000 sources",
        lambda: (
            "references:\n"
            + "".join(f"- {{id: a{n}, type: book, title: T, language: en, issued: '2019'}}\n" for n in range(50_000))
        ),
    ),
    _in(
        "references.yml: 150,000 unknown keys",
        lambda: "references:\n- id: a\n" + "".join(f"  k{n}: v\n" for n in range(150_000)),
    ),
    _in(
        "references.yml: 40,000 authors",
        lambda: (
            "references:\n- id: a\n  type: book\n  title: T\n  language: en\n  issued: '2019'\n  author:\n"
            + "  - {family: B, given: A}\n" * 40_000
        ),
    ),
)

LEDGERS = (
    _in("anchors.lock: three million faulty lines", lambda: _ledger(3_000_000)),
    _in("anchors.lock: a line of thirty million", lambda: "policybrief-anchors\t1\t2026\n" + "x" * 30_000_000),
    _in("anchors.lock: escape sequences", lambda: f"policybrief-anchors\t1\t{ESCAPE}\n{ESCAPE}\tx\n"),
    Case(
        "anchors list: escape sequences",
        lambda: {"anchors.lock": f"policybrief-anchors\t1\t{ESCAPE}\n{ESCAPE}\n"},
        ("policybrief", "anchors", "list"),
        (0, 1),
    ),
    Case(
        "anchors update: escape sequences",
        lambda: {"anchors.lock": f"policybrief-anchors\t1\t{ESCAPE}\n{ESCAPE}\n"},
        ("policybrief", "anchors", "update"),
    ),
    Case(
        "anchors update: three million faulty lines",
        lambda: {"anchors.lock": _ledger(3_000_000)},
        ("policybrief", "anchors", "update"),
    ),
    Case("anchors resolve: an id of escape sequences", dict, ("policybrief", "anchors", "resolve", ESCAPE)),
    Case("anchors accept: an id of escape sequences", dict, ("policybrief", "anchors", "accept", ESCAPE), (2,)),
    Case("anchors drop: an id of 100,000 letters", dict, ("policybrief", "anchors", "drop", "x" * 100_000), (2,)),
    Case("anchors pin: a number of escape sequences", dict, ("policybrief", "anchors", "pin", "p-hn75", ESCAPE), (2,)),
    Case(
        "anchors accept: a chapter full of brackets",
        lambda: {"chapters/1-one.md": "# One\n\n" + "[" * 19_000},
        ("policybrief", "anchors", "accept", "--all"),
    ),
    Case(
        "anchors list: a bomb in the settings",
        lambda: {"mkdocs.yml": f"{LISTED}extra:\n{_bomb('  ')}"},
        ("policybrief", "anchors", "list"),
        (0, 1),
    ),
)


def _counted(words: str, times: int) -> str:
    """The words so many times, each with its number, in paragraphs of a hundred."""
    lines = ("".join(words % number for number in range(start, start + 100)) for start in range(0, times, 100))
    return "# One\n\n" + "\n\n".join(lines) + "\n"


def _chapters(count: int) -> Mapping[str, Content]:
    return {f"chapters/{n}-x.md": f"# Chapter {n}\n\nThe EAEU.\n" for n in range(2, count + 1)}


def _repeated(words: str, times: int) -> str:
    return "# One\n\n" + (words * 100 + "\n\n") * (times // 100)


def _deep(folder: Path) -> None:
    for _ in range(600):
        folder = folder / "a"
        folder.mkdir()


def _many_links(project: Path) -> None:
    (project / "chapters" / "2-two.md").symlink_to("/dev/zero")
    (project / "docs" / "all").symlink_to("/")
    os.mkfifo(project / "chapters" / "3-three.md")
    os.mkfifo(project / "docs" / "pipe.md")
    (project / "chapters" / f"4-{ESCAPE}.md").write_text("# Four\n", "utf-8")


CHAPTERS = (
    Case("chapters: 20,000 files", lambda: _chapters(20_000)),
    Case("chapters: 3,000 files", lambda: _chapters(3_000), exit_codes=(0, 1)),
    Case("chapters: 3,000 with one number", lambda: {f"chapters/1-x{n}.md": "# A\n\nText.\n" for n in range(2_999)}),
    Case("chapters: folders 600 deep", dict, strange=lambda root: _deep(root / "chapters")),
    _in("chapters/1-one.md: 9,900 HTML tags", lambda: "# One\n\n" + "<b>x</b>\n\n" * 9_900),
    _in("chapters/1-one.md: 100,000 HTML tags", lambda: "# One\n\n" + ("<b>x</b> " * 2_000 + "\n\n") * 50),
    _in("chapters/1-one.md: 19,000 broken links", lambda: _repeated("[a](b.md) ", 19_000)),
    _in("chapters/1-one.md: 19,000 different broken links", lambda: _counted("[a](b%s.md) ", 19_000)),
    _in("chapters/1-one.md: 19,000 pictures", lambda: _counted("![](b%s.png) ", 19_000)),
    _in("chapters/1-one.md: 19,000 undefined notes", lambda: _counted("a[^x%s] ", 19_000)),
    _in("chapters/1-one.md: 9,000 unknown citations", lambda: _counted("[@a%s] ", 9_000)),
    _in("chapters/1-one.md: 19,000 unknown citations", lambda: _repeated("@a ", 19_000)),
    _in("chapters/1-one.md: 9,000 broken marks", lambda: _counted("[[x y%s]] ", 9_000)),
    _in("chapters/1-one.md: 9,000 unknown entries", lambda: _counted("[[x%s]] ", 9_000)),
    _in("chapters/1-one.md: 9,000 attributes", lambda: "# One\n\n" + "x\n{: onclick=y style=z }\n\n" * 9_000),
    _in("chapters/1-one.md: 9,000 ids", lambda: "# One\n\n" + "x\n{: #a }\n\n" * 9_000),
    _in("chapters/1-one.md: 9,000 equal headings", lambda: "# One\n\n" + "## Two\n\n" * 9_000),
    _in(
        "chapters/1-one.md: 9,000 notes",
        lambda: "# One\n\n" + "".join(f"x[^{n}]\n\n[^{n}]: y\n\n" for n in range(4_500)),
    ),
    _in(
        "chapters/1-one.md: 52,000 unknown names",
        lambda: "# One\n\n" + ("Then Xavier Yellow met Quentin Zed. " * 200 + "\n\n") * 130,
    ),
    _in("chapters/1-one.md: brackets", lambda: "# One\n\n" + "[" * 19_000),
    _in("chapters/1-one.md: 900,000 look-alikes", lambda: "# One\n\n" + ("aа " * 5_000 + "\n\n") * 60),
    _in("chapters/1-one.md: NUL", lambda: "# One\n\n" + "\0 \n" * 200_000),
    Case("chapters: links, pipes and escape sequences", dict, strange=_many_links),
)


_HTML_TITLE = "---\ntitle: '<b>'\n---\n"

PAGES = (
    Case("docs: folders 600 deep", dict, strange=lambda root: _deep(root / "docs")),
    Case("docs: 20,000 pages", lambda: {f"docs/{n}.md": "# A\n" for n in range(20_000)}),
    Case("docs: 3,000 pages", lambda: {f"docs/{n}.md": "# A\n" for n in range(2_999)}, exit_codes=(0, 1)),
    Case("docs: 20,000 other files", lambda: {f"docs/{n}.txt": "a" for n in range(20_000)}, exit_codes=(0, 1)),
    Case("docs: 2,999 pages with HTML for a title", lambda: {f"docs/{n}.md": _HTML_TITLE for n in range(2_999)}),
    _in("docs/index.md: 100,000 HTML tags", lambda: "# Home\n\n" + ("<b>x</b> " * 5_000 + "\n\n") * 20),
    _in("docs/index.md: deep front matter", lambda: "---\na: " + "[" * 50_000 + "\n---\n"),
)

FILES = (*SETTINGS, *GLOSSARIES, *REFERENCES, *LEDGERS, *CHAPTERS, *PAGES)
"""Hostile files of a brief."""
