"""Headings, rules, quotations, verse and code that is moved in: blocks that a line or its sign makes."""

import re

from .captioned import put_captioned
from .drawn_tables import is_ruler
from .formulas import DISPLAYED, looks_like_tex
from .held import HeldDivision, HeldFormula
from .labels import label_at
from .level import Level, begins_block, indent_of, is_blank, moved_in, without_indent

_HEADING = re.compile(r" {0,3}(?P<level>#{1,6})(?:\s+(?P<words>.*?))?(?:\s+#+)?\s*$")
_HAS_ID = re.compile(r"\{[^{}]*#[^{}]*\}$")
_UNNUMBERED = re.compile(r"(?<=[ {])-(?=[ }])(?=[^{}]*\}$)")
"""Pandoc's mark, among the attributes of a heading, that it is not to be numbered; none is here."""
_NO_ATTRIBUTES = re.compile(r"\s*\{\s*\}$")
_UNDERLINE = re.compile(r" {0,3}(?P<sign>=+|-+) *$")
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_QUOTED = re.compile(r" {0,3}> ?")
_VERSE = re.compile(r"\| (?P<words>.*)$|\|$")
_BLOCK_OF_PYMDOWN = re.compile(r" {0,3}/{3,}")
_HTML = re.compile(r" {0,3}<(?:!--|[?!]|/?[a-zA-Z][\w-]*(?=[\s>/]|$))")
_CONTAINER = re.compile(r' {0,3}===[!+]* +".*"\s*$')
_TAB = re.compile(r' {0,3}===[!+]* +"(?P<title>.*)"\s*$')
_SCRIPT = re.compile(r"import [\w{}*, ]+ from ['\"][^'\"`]+['\"];?\s*$|import ['\"][^'\"`]+['\"];\s*$")
_FORMULA = re.compile(r" {0,3}\$\$(?P<source>.*)$")
_BRACKET = re.compile(r" {0,3}\\\[(?P<source>.*)$")
_BRACKET_END = re.compile(r"(?P<source>(?:[^\\]|\\.)*?)\\\](?P<id>)(?P<label>) *$")
_ENVIRONMENT = re.compile(r" {0,3}\\begin\{(?P<name>\w+\*?)\}")
_LABEL_OF_BOOKDOWN = re.compile(r"\s*\(\\#(?P<id>[\w:.-]+)\)")
_LABEL = re.compile(rf"\\label\{{(?P<label>[\w:.-]+)\}}|{_LABEL_OF_BOOKDOWN.pattern}")
_FORMULA_END = re.compile(
    r"(?P<source>(?:(?!\$\$).)*)\$\$ *(?:\{#(?P<id>[\w:.-]+)[^{}]*\}|\((?P<label>[\w:.-]+)\))? *$"
)


def read_code(level: Level, line: str) -> bool:
    """Take code that is indented by four spaces."""
    if level.in_text or indent_of(line) < 4 or is_ruler(level.line(level.at + 1)):
        return False
    end = level.at
    for number, following in level.following(level.at):
        if not is_blank(following):
            if indent_of(following) < 4:
                break
            end = number + 1
    level.out += level.lines[level.at : end]
    level.last, level.text_from, level.at = "code", None, end
    return True


def read_heading(level: Level, line: str) -> bool:
    """Take a heading after its markers, or one that is underlined and of several lines."""
    match = _HEADING.match(line)
    if match:
        level.put((f"{match['level']} {without_mark(match['words'] or '')}",), "heading", level.at + 1)
        return True
    under = _UNDERLINE.match(line)
    start = level.text_from
    if under is None or start is None or (len(under["sign"]) < 2 and under["sign"] == "="):
        return False
    words = without_mark(" ".join(each.strip() for each in level.out[start:]))
    level.out[start:] = ["", f"{'#' if under['sign'][0] == '=' else '##'} {words}", ""]
    level.last, level.text_from = "heading", None
    level.at += 1
    return True


def without_mark(words: str) -> str:
    """Return the words of a heading and its attributes without pandoc's mark that it has no number."""
    found = _UNNUMBERED.search(words) if words.endswith("}") else None
    return _NO_ATTRIBUTES.sub("", words[: found.start()] + words[found.end() :]) if found else words


def read_label(level: Level, line: str) -> bool:  # noqa: ARG001
    """Take the label of MyST above a block, `(water)=`, as the id of the heading or the place that it is above."""
    labelled = label_at(level, level.at)
    if labelled is None:
        return False
    own, number = labelled
    if number == len(level.lines):
        hint = "write the id in braces after a heading or a caption, or '{: #id }' on the line below the paragraph"
        level.remark(level.at, f"the label '{level.lines[level.at].strip()}' is above nothing, and has no effect", hint)
        return False
    heading = _HEADING.match(level.line(number))
    if heading is None:
        level.hold(HeldDivision("div", (("id", own),), ()), "label", level.at + 1)
        return True
    words = without_mark(heading["words"] or "")
    braces = "" if _HAS_ID.search(words) else f" {{#{own}}}"
    level.put((f"{heading['level']} {words}{braces}",), "heading", number + 1)
    return True


def read_lone_break(level: Level, line: str) -> bool:
    """Pass over a line break after which there is no line: GitBook writes it to make room."""
    if line.strip() != "\\" or not is_blank(level.line(level.at + 1)):
        return False
    level.put((), "text", level.at + 1)
    return True


def read_script(level: Level, line: str) -> bool:
    """Take a line of MDX that loads what draws a page: it is shown as code."""
    if level.in_text or not _SCRIPT.match(line):
        return False
    level.remark(level.at, f"'{line.strip()[:60]}' loads nothing here, and is printed as code", "remove it")
    level.put((f"`{line.strip()}`",), "text", level.at + 1)
    return True


def read_rule(level: Level, line: str) -> bool:
    """Take a rule."""
    if not _RULE.match(line):
        return False
    level.put((line.strip(),), "rule", level.at + 1)
    return True


def quoted_lines(level: Level) -> tuple[list[str], int]:
    """Return the lines of the quotation that begins here, without its markers, and the number of the line after it."""
    lines: list[str] = []
    for _, line in level.following(level.at):
        match = _QUOTED.match(line)
        lazy = lines and not is_blank(lines[-1]) and not is_blank(line) and not begins_block(line)
        if match is None and not lazy:
            break
        lines.append(line[match.end() :] if match else line)
    return lines, level.at + len(lines)


def read_quotation(level: Level, line: str) -> bool:
    """Take a quotation."""
    if not _QUOTED.match(line):
        return False
    lines, end = quoted_lines(level)
    inner = level.inner(lines, level.at).read()
    level.put((f"> {each}" if each else ">" for each in inner), "quotation", end)
    return True


def read_verse(level: Level, line: str) -> bool:
    """Take lines that are to stay as they are, each after a bar."""
    if level.in_text or not _VERSE.match(line):
        return False
    lines: list[str] = []
    for _, following in level.following(level.at):
        match = _VERSE.match(following)
        if match is None and not (lines and following.startswith(" ") and following.strip()):
            break
        if match is None:
            lines[-1] += " " + following.strip()
        else:
            words = match["words"] or ""
            lines.append("\u00a0" * indent_of(words) + words.strip())
    if any(each.endswith("|") and each.count("|") for each in lines):
        return False
    level.put(("  \n".join(each or "\u00a0" for each in lines),), "verse", level.at + _height(level))
    return True


def _height(level: Level) -> int:
    count = 0
    for _, line in level.following(level.at):
        if not (_VERSE.match(line) or (line.startswith(" ") and line.strip())):
            break
        count += 1
    return count


def read_html(level: Level, line: str) -> bool:
    """Pass on HTML as it is: it is refused elsewhere, and its lines are no lists."""
    if level.in_text or not _HTML.match(line):
        return False
    end = level.at
    comment = line.lstrip().startswith("<!--")
    for number, following in level.following(level.at):
        end = number + 1
        if "-->" in following if comment else is_blank(following):
            break
    level.out += level.lines[level.at : end]
    level.last, level.text_from, level.at = "html", None, end
    return True


def read_foreign(level: Level, line: str) -> bool:
    """Pass on the head of a block that an extension of the host reads, with its options."""
    if _BLOCK_OF_PYMDOWN.match(line):
        end = level.at + 1
        while end < len(level.lines) and indent_of(level.line(end)) >= 2 and not is_blank(level.line(end)):
            end += 1
        level.out += level.lines[level.at : end]
        level.last, level.text_from, level.at = "foreign", None, end
        return True
    return False


def read_tabs(level: Level, line: str) -> bool:
    """Pass on the head of a tab, where an extension of the host reads tabs, with what is in it."""
    if not _CONTAINER.match(line):
        return False
    read_container(level, line)
    return True


def read_tabs_by_ourselves(level: Level, line: str) -> bool:
    """Take a tab, where no extension of the host reads them: its contents below its title."""
    tab = _TAB.match(line)
    if tab is None:
        return False
    lines, end = contents_below(level)
    put_captioned(level, tab["title"], lines, level.at + 1, end)
    return True


def read_container(level: Level, line: str) -> None:
    """Pass on a line whose contents are indented by four spaces below it."""
    lines, end = contents_below(level)
    level.put((line, *moved_in(level.inner(lines, level.at + 1).read())), "foreign", end)


def contents_below(level: Level) -> tuple[list[str], int]:
    """Return the lines below this one that are indented by four spaces, without them, and where they end."""
    end = level.at + 1
    for number, line in level.following(level.at + 1):
        if not is_blank(line):
            if indent_of(line) < 4:
                break
            end = number + 1
    return [without_indent(line, 4) for line in level.lines[level.at + 1 : end]], end


def read_formula(level: Level, line: str) -> bool:
    """Take a formula on lines of its own: between `$$` or `\\[` and `\\]`, or in an environment of TeX."""
    if level.in_text:
        return False
    if opening := _FORMULA.match(line):
        return _hold_formula(level, opening["source"], _FORMULA_END)
    if (opening := _BRACKET.match(line)) and _tex_in_brackets(level, opening["source"]):
        return _hold_formula(level, opening["source"], _BRACKET_END)
    if (opening := _ENVIRONMENT.match(line)) and opening["name"] in DISPLAYED:
        end = re.compile(rf"(?P<source>.*?\\end\{{{re.escape(opening['name'])}\}})(?P<id>)(?P<label>) *$")
        return _hold_formula(level, line.strip(), end)
    return False


def _tex_in_brackets(level: Level, first: str) -> bool:
    """Tell whether brackets with backslashes hold a formula: others write them for brackets that are no link."""
    lines = [first]
    for _, line in level.following(level.at + 1):
        if is_blank(line) or _BRACKET_END.match(lines[-1]):
            break
        lines.append(line)
    return _BRACKET_END.match(lines[-1]) is not None and looks_like_tex("\n".join(lines).rsplit("\\]", 1)[0])


def _hold_formula(level: Level, first: str, end: re.Pattern[str]) -> bool:
    lines: list[str] = []
    for number, following in level.following(level.at):
        rest = first if number == level.at else following
        closing = end.match(rest)
        if closing:
            source = "\n".join((*lines, closing["source"])).strip()
            label = _LABEL.search(source)
            source = _LABEL_OF_BOOKDOWN.sub("", source).strip()
            if source:
                found = closing["id"] or closing["label"] or (label and (label["id"] or label["label"])) or ""
                level.hold(HeldFormula(source, found), "formula", number + 1)
            return bool(source)
        if (is_blank(rest) and lines) or (end is _FORMULA_END and "$$" in rest):
            # With words after it, it is part of a paragraph.
            return False
        lines.append(rest)
    return False
