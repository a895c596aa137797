"""A chapter: optional front matter between two `---` lines, then Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model.brief import Chapter
from ..model.places import Source
from ..model.problems import Code, Place, Problem
from .fields import Fields, fields_of, parsed
from .foreign_keys import drafts, foreign_keys, foreign_problem
from .includes import NOTHING_KNOWN, Includer, Known, names_of_values
from .limits import too_complex
from .placeholders import placeholders_in, placeholders_in_text
from .running_text import in_running_text
from .substitutions import only_substitutions, values_of_front_matter
from .text import cleaned, decoded, dropped_in, screened, shown
from .values import date, html_problem, one_line, plain_text
from .yaml import YamlMapping, YamlScalar, YamlSequence, compose_screened

_OWN_KEYS = ("title", "number", "summary", "date", "substitutions")
_THEME_KEYS = ("description", "tags", "template", "hide", "search", "icon", "status", "subtitle")
_OF_OTHERS = "list keys that another plugin reads under 'front_matter' in mkdocs.yml"
_HIDES_TITLE = (
    *(Code.YAML_SYNTAX, Code.YAML_FEATURE, Code.FILE_TOO_LARGE, Code.TOO_COMPLEX),
    *(Code.WRONG_TYPE, Code.HTML_IN_TEXT),
)
"""Faults that may hide a title."""
_NUMBER = re.compile(r"\w([\w.-]{0,30}\w)?")
_MOST_KEYS = 100
_LONGEST_HEADING = 500
"""Longer text is cut, because the search for markup in it takes time by the square of its length."""
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#[ \t]")
_UNDERLINE = re.compile(r"=+[ \t]*")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[^{}]*\}$")
_MARKUP = (
    re.compile(r"!?\[(?P<words>[^\[\]]*)\]\([^()]*\)"),
    re.compile(r"(?P<sign>\*{1,3}|`+)(?P<words>\S(?:.*?\S)?)(?P=sign)"),
    re.compile(r"(?<!\w)(?P<sign>_{1,3})(?P<words>\S(?:.*?\S)?)(?P=sign)(?!\w)"),
)
"""Links, emphasis and code, each with the text to keep."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a page's text."""

    front: str
    body: str
    body_line: int


def read_chapter(
    text: str, path: str, of_plugins: tuple[str, ...] = (), known: Known = NOTHING_KNOWN
) -> tuple[Chapter, tuple[Problem, ...]]:
    """Return the chapter in the text of the file at `path`, and its problems.

    Its title comes from the front matter, or else from its first first-level heading. Its number comes from the front
    matter, or else from the digits at the beginning of the file name, or else it is the name. The body is in composed
    form (NFC); columns in messages are those of the file. `of_plugins` are front matter keys that only other plugins
    read, and `known` holds the values that the text may name besides those of its front matter.
    """
    safe = screened(text, path)
    problems: list[Problem] = []
    parts = divided(safe.text, path, problems)
    problems[:0] = in_running_text(safe.problems, safe.text, parts.body_line)
    if problem := too_complex(parts.body, path, parts.body_line):
        problems.append(problem)
        parts = replace(parts, body="")
    fields = _front_matter(parts, path, of_plugins, problems)
    own = values_of_front_matter(fields.mapping) if fields else {}
    includer = Includer(replace(known, values={**known.values, **own}), read_part, problems)
    body = _filled(includer, parts, path, problems)
    title = fields.take("title", plain_text) if fields and fields.has("title") else _heading(body, problems)
    if not title and not any(problem.code in _HIDES_TITLE for problem in problems):
        hint = "begin it with the lines '---', 'title: ...', '---', or with a heading '# ...'"
        problems.append(Problem(Code.MISSING_KEY, Place(path), "this chapter has no title", hint))
    stem = path.rsplit("/", 1)[-1].removesuffix(".md")
    problems += placeholders_in_text(parts.body, path, parts.body_line)
    chapter = Chapter(
        path=path,
        number=(fields.take("number", _number) if fields else None) or _default_number(stem),
        title=one_line(includer.words(title or stem)),
        summary=includer.words((fields.take("summary", plain_text) if fields else None) or ""),
        date=fields.take("date", date) if fields else None,
        body=body.text,
        body_line=parts.body_line,
        place=Place(path),
        dropped=body.dropped,
        origins=body.origins,
    )
    return chapter, tuple(problems)


def _filled(includer: Includer, parts: Parts, path: str, problems: list[Problem]) -> Source:
    """Return the body of a chapter with its includes; an empty one if that is too much."""
    written = Source(path, cleaned(parts.body), parts.body_line, dropped=dropped_in(parts.body))
    filled = includer.filled(written)
    if filled is not written and (problem := too_complex(filled.text, path)):
        place = Place(path, parts.body_line)
        problems.append(replace(problem, place=place, message=f"with its includes, {problem.message}"))
        return replace(written, text="")
    return filled


def read_part(text: str, path: str, problems: list[Problem]) -> Source:
    """Return the text of the file at `path`, without its front matter, for a chapter that includes it."""
    safe = screened(text, path)
    parts = divided(safe.text, path, problems)
    problems += in_running_text(safe.problems, safe.text, parts.body_line)
    if problem := too_complex(parts.body, path, parts.body_line):
        problems.append(problem)
        parts = replace(parts, body="")
    problems += placeholders_in_text(parts.body, path, parts.body_line)
    return Source(path, cleaned(parts.body).rstrip("\n"), parts.body_line, dropped=dropped_in(parts.body))


def read_page_head(data: bytes, path: str) -> tuple[Problem, ...]:
    """Return the problems in the front matter of a page that is not a chapter: its texts go into the page unchanged.

    The rest of it belongs to the host, which reads it itself.
    """
    text, problems = decoded(data, path)
    if text is None:
        return problems
    root = compose_screened(divided(screened(text, path).text, path, []).front, path, first_line=2).root
    values = (value for _, value in root.pairs) if isinstance(root, YamlMapping) else ()
    texts = (text for value in values for text in (value.items if isinstance(value, YamlSequence) else (value,)))
    found = (html_problem(text.text, text.place) for text in texts if isinstance(text, YamlScalar))
    return tuple(problem for problem in found if problem is not None)


def divided(text: str, path: str, problems: list[Problem]) -> Parts:
    """Return the front matter and the body in the text of a page."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return Parts("", text, 1)
    for index, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return Parts("\n".join(lines[1:index]), "\n".join(lines[index + 1 :]), index + 2)
    seen = "the front matter that begins here never ends"
    problems.append(Problem(Code.YAML_SYNTAX, Place(path), seen, "close it with a line '---'"))
    return Parts("", "\n".join(lines[1:]), 2)


def _front_matter(parts: Parts, path: str, of_plugins: tuple[str, ...], problems: list[Problem]) -> Fields | None:
    document = compose_screened(parts.front, path, first_line=2)
    problems.extend(document.problems)
    if document.root is None or document.refused:
        return None
    if isinstance(document.root, YamlMapping) and len(document.root.pairs) > _MOST_KEYS:
        seen = f"the front matter has {len(document.root.pairs):,} keys; the limit is {_MOST_KEYS}"
        problems.append(Problem(Code.TOO_COMPLEX, document.root.place, seen, "remove what does not belong in it"))
        return None
    known = (*_OWN_KEYS, *_THEME_KEYS, *of_plugins, *names_of_values(parts.body))
    if isinstance(document.root, YamlMapping) and only_substitutions(document.root.get("myst")):
        known = (*known, "myst")
    foreign = foreign_keys(document.root, known)
    if problem := foreign_problem(document.root, foreign):
        problems.append(problem)
    problems += drafts(document.root, foreign)
    problems += placeholders_in(document.root)
    return fields_of(document.root, "the front matter", known, problems, passed=foreign, of_others=_OF_OTHERS)


def _heading(body: Source, problems: list[Problem]) -> str | None:
    """Return the text of the first first-level heading, or None."""
    for at, heading in _first_level_headings(body.text):
        if problem := html_problem(heading, body.place(at)):
            problems.append(problem)
            return None
        if title := _plain(heading):
            return title
    return None


def _first_level_headings(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first-level headings with the offsets of their lines; a `#` in a block of code is not one."""
    fence = before = ""
    end = 0
    for line in text.split("\n"):
        at, end = end, end + len(line) + 1
        opening = _FENCE.match(line)
        if fence:
            if opening and opening[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif opening:
            fence = opening[1]
        elif _HEADING.match(line):
            yield at, _without_signs(line)
        elif _UNDERLINE.fullmatch(line) and before.strip():
            yield at - len(before) - 1, before
        before = line


def _without_signs(line: str) -> str:
    """Return the text of a heading's line, without the `#` characters around it."""
    words = line.strip()[1:].strip()
    open_end = words.rstrip("#")
    return words if open_end[-1:].strip() else open_end.rstrip()


def _plain(heading: str) -> str:
    """Return a heading without attributes, emphasis, code marks and link targets."""
    text = _ATTRIBUTES.sub("", cleaned(heading[:_LONGEST_HEADING]))
    for markup in _MARKUP:
        text = markup.sub(r"\g<words>", text)
    return one_line(text)


def _default_number(stem: str) -> str:
    digits = re.match("[0-9]+", stem)
    return (digits.group().lstrip("0") or "0") if digits else stem


def _checked_number(text: str) -> str:
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{shown(text)} cannot be the number of a chapter")
    return text


_number = parsed(_checked_number, Code.BAD_VALUE, "write it short and without spaces: 2, A, 2.1")
