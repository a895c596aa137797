"""Markup that nothing has read and that readers would see, each at its place and with a hint.

It is searched in the words of the tree, with code, formulas and marks blanked out, and reported only if the chapter has
it in the same characters: an escaped asterisk or `&#42;` is meant to be seen.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ..model.blocks import Node, child_fields
from ..model.document import Citable, Document
from ..model.inlines import Break, InlineCode, Text
from ..model.knowledge import Extent
from ..model.places import Source
from ..model.problems import MOST_ON_A_PAGE, Code, Problem

_HIDDEN = "\ufffc"
"""What stands for a part of a line that is not words."""
_CODE = "\ufffd"
"""What stands for code in a line."""
_MOST_SHOWN = 80
_NEAR = 4000
"""How many characters after the start of its block markup is looked for if the source writes it differently."""
_READ = frozenset("*_~^=`<>[]")
"""Characters that may have been read as markup inside markup that was not."""
_MOST_BETWEEN = 3
_HEAD = re.compile(r"[*_~=]{2,3}\w+")
"""Where words begin that were to be set apart; there may be a link among them."""
_COMMAND = re.compile(r"\\[a-zA-Z]+")
_A_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Residue:
    """A kind of unread markup, and what its author can do."""

    message: str
    hint: str
    pattern: str


_BACKSLASH = "put a backslash before a character that readers should see"
RESIDUES: tuple[Residue, ...] = (
    Residue(
        "brackets that do not make a note: {}",
        "close the note, '^[words]', in the same paragraph; a note cannot contain another",
        r"\^\[[^\]]{0,40}",
    ),
    Residue(
        "'{}' is printed as written: this is not how citations are written",
        "write [@key], and [@one; @two] for several; 'policybrief references import' brings in the sources",
        rf"\{{(?:foot|full)?cite(?:[:.]\w+)*\}}{_CODE}",
    ),
    Residue(
        "'{}' is printed as written: this role of MyST or Sphinx is not supported",
        "write only its words, a link, [words](address), or code",
        rf"\{{[a-zA-Z][\w:.+-]*\}}{_CODE}",
    ),
    Residue(
        "'{}' is printed as written: it refers to nothing here",
        "write a link to the heading, the table or the figure: [Table 1](#id)",
        r"\\?@(?:ref|cref|eqref|autoref)\([^()\n]{1,60}\)|\\(?:ref|cref|eqref|autoref|cite[a-z]*)\{[^{}\n]{1,60}\}",
    ),
    Residue(
        "the command '{}' of TeX is printed as written",
        "remove it: pages break automatically, and the site sets its own sizes",
        r"\\(?:(?:clear|new|page)(?:double)?(?:page|break)|pagebreak|newpage|linebreak|vfill|hfill|[vh]space\*?|noindent|centering"
        r"|(?:script|footnote|normal)?size|tiny|small|large|huge|big|medskip|bigskip|smallskip|appendix|frontmatter|mainmatter"
        r"|backmatter|tableofcontents|listoffigures|listoftables|printbibliography|setcounter|addcontentsline)(?![a-zA-Z])"
        r"(?:\[[^\]\n]{0,60}\])?(?:\{[^{}\n]{0,60}\}){0,3}",
    ),
    Residue(
        "the command '{}' of TeX is printed as written",
        "set a formula between dollar signs, $x^2$, and write everything else as Markdown",
        r"\\[a-zA-Z]{2,}(?:\[[^\]\n]{0,60}\])?(?:\{[^{}\n]{0,60}\}){0,3}|\\[a-zA-Z](?:\{[^{}\n]{0,60}\})+",
    ),
    Residue(
        "'{}' is printed with its backslash",
        "remove the backslash, which is only for punctuation, or write the words as code",
        r"\\[^\W_]|\\[^\x00-\x7f\s\ufffc\ufffd]|\\[$%&'\",/:;<=>?@^~|]",
    ),
    Residue(
        "'{}' is at the end of a paragraph, where there is no line to break",
        "remove it, or write two for a backslash that readers should see",
        r"(?<=[.!?:;,)\s])\\\s*\Z",
    ),
    Residue("'{}' marks where a program left out a table", "write the table, or remove it", r"\[TABLE\]"),
    Residue(
        "'{}' opens or closes a block that was not read",
        "write a title after the slashes where the block has one, '/// table-caption', and a line '///' at its end",
        r"(?m:^/{3,}[^\n]{0,60})|(?<=\s)/{3,}(?=\s|$)",
    ),
    Residue(
        "the colons '{}' do not belong to a box",
        "write '::: note' and, below the text, ':::', each on a line of its own",
        r":{3,}(?: ?\{[^{}\n]*\}| ?[a-z][\w-]*)?",
    ),
    Residue(
        "braces in the text: '{}'",
        "write them directly after what they belong to - a link, code, [words]{.class} - or on the line below a "
        "paragraph, as {: #id }",
        r"\{:?\s?(?!#p-)[#.][\w:-][^{}]{0,400}\}|\{[\w-]+=[^{}]{1,200}\}|\{[^\W\d_]+:[^\s{}][^{}\n]{0,60}\}"
        r"|\{[A-Z][A-Z_]{3,40}\}|\{(?:-|\.unnumbered)\}|\{[=~+<>|-]{2}[^{}\n]{0,80}"
        r"|[=~+<>|-]{2}\}|(?m:^\{(?!%)[^{}\n]{1,60}\}$)|\[[^\[\]\n]{0,60}\]\{[^{}\n]{0,60}\}|(?m:(?<=\])\{[.#][^{}\n]{0,60}$)",
    ),
    Residue(
        "dollar signs around what looks like a formula: '{}'",
        "remove the spaces inside them, $x^2$, or write \\$ for money",
        r"\$\$|\$(?=[^$\n]*[\\^_{}])[^$\n]{1,80}\$",
    ),
    Residue(
        "'{}' is printed as written",
        "leave no space inside the marks, **like this**, and close them; " + _BACKSLASH,
        r"[^\W_]_{3}[^\W_][^_\n]{0,40}_{3}|(?<![\w*])\*{2,3}(?=\S)[^*\n]{1,60}\**|(?<![\w*])\*\*\s[^*\n]{1,60}\*\*(?!\*)|\w\*\*\w[^*\n]{0,60}\*\*"
        r"|~{2}[^~\n]{0,40}~{0,2}|(?<![\w=])={2,3}(?=[^\s=])[^=\n]{1,40}={2,3}|(?<!\w)__\s[^_\n]{1,60}\s__(?!\w)|(?<![\w_])__+(?=[^\W_])[^_\n]{0,40}"
        r"|(?<![\w*])\*(?=[^\s*])[^*\n]{1,60}\*(?!\*)|(?<![\w\\])_(?=[^\W_])[^_\n]{1,60}_(?!\w)",
    ),
    Residue("a backtick that is not closed: {}", "close the code; " + _BACKSLASH, r"`+[^`\n]{0,40}"),
    Residue(
        "'{}' is not a link: its address cannot be read",
        "write [words](address) on one line, with '<' and '>' around an address with spaces; a link cannot contain "
        "another link",
        r"!?\[[^\[\]\n]{0,60}\]\([^\s()]{0,60}|\]\(|\](?=https?://)|!\[[^\[\]\n]{0,60}",
    ),
    Residue(
        "the line begins with '{}', but is not a list item or a heading",
        "leave an empty line before it, and write a space after the marker; " + _BACKSLASH,
        r"(?m:^(?:[-*+]|#{1,6}|\(@\w*\)|#\.)(?= ))|(?m:^#{1,6}(?=[^\W\d_])\w{1,40})|(?m:^#{7,}|^#{1,6}(?=\[))",
    ),
    Residue(
        "the line begins with '{}', but is not a quotation",
        "leave an empty line before it; " + _BACKSLASH,
        r"(?m:^>+)",
    ),
    Residue(
        "lines that look like a table but are not one: '{}'",
        "write a line of dashes below the header, | --- | --- |, with as many cells as the header has",
        r"(?m:^ *(?!\+{3,}$)[|+][^\n]{0,60}[|+] *$)|(?m:^(?=[^\n]*--)[ :|+-]{3,}$)|(?m:^\|[^|\n][^\n]{0,60})"
        r"|(?m:^ *={3,} *$)",
    ),
    Residue(
        "'{}' begins a caption or a definition with nothing to describe",
        "write a caption right before or after its table, and a definition below its term",
        r"(?m:^(?:[Tt]able)?: (?=\S)[^\n]{1,40})|(?m:^~ (?=\S)[^\n]{1,40})",
    ),
    Residue(
        "'{}' is the name of an icon and is printed as written",
        "remove it, write the character itself, or switch on 'pymdownx.emoji' in mkdocs.yml; " + _BACKSLASH,
        r"(?<![\w:/]):(?:material|octicons|fontawesome|simple)-[a-z0-9-]{1,60}:(?![\w:])|(?<![\w:/]):[a-z]+(?:_[a-z]+)+:(?![\w:])",
    ),
    Residue(
        "'{}' is a line of options that was not read",
        "remove it, or set it as code; boxes and tabs need their extension in mkdocs.yml",
        r"(?m:^={3}[!+]* *\"[^\n]{0,60})|(?m:^:[a-z][\w-]*:[^\n]{0,60}$)|(?m:^(?:!!!|\?\?\?\+?)[^\n]{0,60})"
        r"|(?m:^[|#]+\| [\w-]+:[^\n]{0,60})",
    ),
    Residue(
        "'{}' is markup of another program and is printed as written",
        "remove it; " + _BACKSLASH,
        r"%%[^%\n]{0,40}(?:%%)?|;?-+8<-+[^\n]{0,60}|\[=+ ?\d[^\]\n]{0,40}\]|={1,3} ?\d[\d./]{0,12}%?(?= \")"
        r"|\{\{[^{}\n]{0,60}(?=\n|$)"
        r"|(?m:^[^{}\n]{0,60}\}\})|\[!\w[\w-]*\][+-]?|\[[ xX]\](?= )|(?m:^\[[ xX/<>-]\])"
        r"|(?m:^\[[^\]\n]{1,40}\]:(?= |$))"
        r"|(?m:^\*\[[^\]\n]+\]:)"
        r"|(?<=\s)\^[\w-]{4,40}(?=\s*$)|\A%+ (?=\S)[^\n]{1,40}|(?m:^\+{3,}$)|(?mi:^\[toc\]$)"
        r"|(?m:^\.\. [\w-]+::)|(?m:^export (?:const|default) [^\n]{1,40})|\$\{\w[^{}\n]{0,40}\}|<%[^%\n]{1,60}%>",
    ),
    Residue(
        "'{}' does not raise or lower any words",
        "write the words between two of these characters without a space, x^2^ and H~2~O; " + _BACKSLASH,
        r"(?<=\w)\^[^\s^~]{1,20}\^|(?<=\w)\^(?=[^\s^])[^^~\n]{1,30}(?<!\s)\^(?!\w)"
        r"|(?<=\w)~(?=[^\s~])[^~\n]{1,30}(?<!\s)~(?![\w~])|(?<=\w)~[^\s~]{1,20}~(?!~)|(?<!\w)~[^\s~]{1,40}~(?!\w)|\^\^(?=\S)[^\n^]{0,40}",
    ),
    Residue(
        "'{}' is printed as written: nothing turns it into a character",
        "write the character itself: an arrow \u2192, quotation marks \u00ab \u00bb, a sign \u2260",
        r"<?-{2,3}>|<-{2,3}(?!-)|=/=|<<(?=\w)[^<>\n]{1,60}>>|>>(?=\w)[^<>\n]{1,60}<<",
    ),
    Residue("a tag in the text: '{}'", "write Markdown; " + _BACKSLASH, r"(?<!\w)<[/!?]?[a-zA-Z][^\s<>]{0,60}>?"),
)
_ANY = re.compile("|".join(f"(?P<r{number}>{residue.pattern})" for number, residue in enumerate(RESIDUES)))
_MAY_BE = re.compile(r"[\^{}\\\[\]$*~=_`|:/%<>#!?-]|\(@|^[\d+]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _LineWords:
    """The words of a block, as they are in its lines."""

    text: str
    at: int


def residues(document: Document, source: Source, code: Sequence[Extent]) -> Iterator[Problem]:
    """Yield the unread markup in a chapter as parsed; at most as many as are listed for a page, and one more.

    `code` is where the source has code that looks as if there were marks in it.
    """
    yield from islice(_found(_lines(document), source, code), MOST_ON_A_PAGE + 1)


def residues_of_page(blocks: Iterable[Node], source: Source, code: Sequence[Extent]) -> Iterator[Problem]:
    """Yield what is left of markup in a page that is not a chapter, in which the host reads what its extensions know.

    `blocks` are those of the page, `code` is where its source has code.
    """
    lines = (line for block in blocks for line in _of(block, 0))
    for problem in islice(_found(lines, source, code), MOST_ON_A_PAGE + 1):
        yield replace(
            problem, hint=f"only chapters support this: switch on an extension that reads it, or {_BACKSLASH}"
        )


def _found(lines: Iterable[_LineWords], source: Source, code: Sequence[Extent]) -> Iterator[Problem]:
    written = _Written(source, code)
    for line in lines:
        if not _MAY_BE.search(line.text):
            continue
        for match in _ANY.finditer(line.text):
            residue = RESIDUES[int((match.lastgroup or "r0")[1:])]
            markup = match[0].replace(_CODE, "`").replace(_HIDDEN, "").strip()
            place = written.next(match[0], line.at) if markup else None
            if place is not None:
                shown = " ".join(markup.split())[:_MOST_SHOWN]
                yield Problem(Code.UNREAD_MARKUP, source.place(place), residue.message.format(shown), residue.hint)


_SPACES = re.compile(r"\s+")


class _Written:
    """Finds markup where the chapter has it in the same characters, each place once."""

    def __init__(self, source: Source, code: Sequence[Extent]) -> None:
        self.source = source
        self.code = code
        self.seen: dict[str, int] = {}
        self.block, self.reached, self.earlier = 0, 0, 0

    def next(self, markup: str, at: int) -> int | None:
        """Return the next place of the markup at or after a block's beginning; None when it is not written so.

        The same may have been read before that, as markup: only where there is none after it, it is looked for earlier.
        """
        if at != self.block:
            earlier, own = (self.source.text.rfind("\n", 0, each) + 1 for each in (min(self.block, at), at))
            self.earlier = max(earlier, self.reached) if self.reached <= at else earlier
            self.reached = max(self._above(own), self.earlier)
            self.block = at
        found = self._from(self.reached, markup, at) or self._from(self.earlier, markup, at)
        if found is None:
            return None
        self.seen[markup] = self.reached = found[1]
        return found[0]

    def _above(self, line: int) -> int:
        """Return the positions of the wordless lines above a line: a block is found by its first word."""
        while line > 0:
            before = self.source.text.rfind("\n", 0, line - 1) + 1
            if _A_WORD.search(self.source.text, before, line):
                break
            line = before
        return line

    def _from(self, start: int, markup: str, at: int) -> tuple[int, int] | None:
        start = max(start, self.seen.get(markup, 0))
        pattern = re.compile(_pattern_of(_SPACES.sub(lambda match: "\n" if "\n" in match[0] else " ", markup)))
        found = self._first(match.span() for match in pattern.finditer(self.source.text, start))
        return found or self._first(_written_nearly(markup, self.source.text, start, max(start, at) + _NEAR))

    def _first(self, spans: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
        """Return the first that is not in code."""
        return next(
            (span for span in spans if not any(extent.start <= span[0] < extent.end for extent in self.code)), None
        )


def _written_nearly(markup: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where markup is written with other markup inside that was read, or escaped characters after a command.

    No pattern with many optional parts: it would try all their combinations.
    """
    if command := _COMMAND.match(markup):
        pattern = re.compile(rf"(?<!\\){re.escape(command[0])}(?![a-zA-Z])")
        yield from (match.span() for match in pattern.finditer(text, start, end))
    elif "](" in markup:
        # There is a link in its words.
        opening, address = markup[: min(4, markup.rindex("]("))], markup[markup.rindex("](") :]
        pattern = re.compile(rf"(?<!\\){re.escape(opening)}[^\n]{{0,200}}?(?<!\\){re.escape(address)}")
        yield from (match.span() for match in pattern.finditer(text, start, end))
    for part in (markup, *(match[0] for match in (_HEAD.match(markup),) if match)):
        place = text.find(part[:1], start, end)
        while place >= 0:
            last = _end_of(part, text, place)
            if last is not None and text[place - 1 : place] != "\\":
                yield place, last
            place = text.find(part[:1], place + 1, end)


def _end_of(markup: str, text: str, place: int) -> int | None:
    """Return where markup ends that begins at a place, with at most three characters of markup between two of them."""
    between = 0
    for sign in " ".join(markup.split()):
        while text[place : place + 1] != sign and not (sign == " " and text[place : place + 1] == "\n"):
            if between == _MOST_BETWEEN or text[place : place + 1] not in _READ:
                return None
            place, between = place + 1, between + 1
        place, between = place + 1, 0
    return place


def _pattern_of(markup: str) -> str:
    """Return what finds markup; several variable parts in a row would take long to find nowhere."""
    parts = re.split(f"[{_HIDDEN}{_CODE}]+", markup)
    markup = parts[0] if len(parts) > 3 else markup
    words: Mapping[str, str] = {
        _CODE: r"`+(?s:.{0,200}?)`+",
        _HIDDEN: r"[^\n]{0,200}?",
        "\n": r"[\s>]+",
        " ": r"[\s>]+",
    }
    # bookdown has its references begin with an escaped sign.
    before = r"\\?" if markup.startswith("@") else r"(?<!\\)"
    return before + "".join(words.get(sign, re.escape(sign)) for sign in markup)


def _lines(document: Document) -> Iterator[_LineWords]:
    """Yield the words of each block, note and heading that are in lines of their own."""
    for section in document.sections:
        if section.heading:
            yield from _of(section.heading, section.at)
        for part in section.parts:
            blocks = part.blocks if isinstance(part, Citable) else (part.block,)
            if isinstance(part, Citable) and Code.UNREAD_MARKUP.public in part.allowed:
                continue
            for block in blocks:
                yield from _of(block, part.at)
    for note in document.footnotes:
        for block in note.blocks:
            yield from _of(block, note.at)


def _of(node: Node, at: int) -> Iterator[_LineWords]:
    """Yield the lines within a node: a block that holds blocks has none of its own."""
    at = max(at, getattr(node, "at", 0))
    inlines = getattr(node, "inlines", None)
    if inlines is not None:
        yield _LineWords("".join(_shown(inlines)), at)
        return
    title = getattr(node, "title", ())
    if isinstance(title, tuple) and title:
        yield _LineWords("".join(_shown(title)), at)
    for name in child_fields(node):
        if name != "title":
            for child in getattr(node, name):
                yield from _of(child, at)


def _shown(inlines: Iterable[Node]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline.text
        elif isinstance(inline, Break):
            yield "\n"
        elif isinstance(inline, InlineCode):
            yield _CODE
        elif hasattr(inline, "inlines"):
            yield from _shown(inline.inlines)
        else:
            yield _HIDDEN
