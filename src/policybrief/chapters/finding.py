"""Where the author wrote what is in the tree: Python-Markdown's tree knows no lines.

A chapter is read in order, so that each mark is looked for after the one before it. A mark is found as it was written,
a block by its first words.
"""

import re
from collections.abc import Callable
from functools import cached_property

from ..model.knowledge import Extent
from ..model.places import Source
from .block_words import BlockWords
from .part_places import PartPlaces

_MOST_MISSES = 200
"""What an extension makes is not in the text. After so many searches in vain the rest of the page is not searched."""
_MARKS = re.compile(r"@|\[\[|\]\]|\[\^|\]\(|\]\[|\{[{%]")
_DEFINITION = re.compile(r"[ \t>]*\[[^\]\n]+\]:[ \t]*<?")
_REWRITTEN = re.compile(r"(?:\]\(|<|\]:[ \t]{0,9})[^\s<>]{0,2000}?(?:\\|&(?:#|amp;))")
_BEFORE_ADDRESS, _AFTER_ADDRESS = ("](", "<", "} ", '="'), frozenset(("", " ", "\t", "\n", ")", ">", '"'))
_OPTION = re.compile(r"[ \t>]*:[\w-]+: *")
"""What comes before an address in the option of a directive."""
_STAND_IN = re.compile("\x02[^\x03]*\x03")
_TAKEN_IN = "--8<--"
"""How PyMdown's snippets are named in a text."""
_WITHIN_LINE, _ON_ITS_OWN_LINE = "`[ \\t]?", "(?m:^)[ \\t>]*"
"""What comes before code: within a line of text, and as a block."""


class Finder:
    """Goes through the text of one page."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.at = 0
        """Where the search has come to."""
        self.block_at = 0
        """Where the block begins that is being read."""
        self.before_block = 0
        """Where the search had come to before that."""
        self.begun = False
        self.part_places: PartPlaces | None = None
        self.misses = 0
        self.code: list[Extent] = []
        """Where code is written that looks as if there were marks in it."""

    @cached_property
    def words(self) -> BlockWords:
        """The words of the page."""
        return BlockWords(self.source.text)

    def begin_block(self, written: str) -> int:
        """Go on to the block with those words; return where it begins, or where the one before it did."""
        # The same words may begin two blocks.
        found = self.words.find(written, self.block_at + self.begun, titled=True)
        if found is not None:
            self.begun = True
            self.block_at = found
            line = self.source.text.rfind("\n", 0, found) + 1
            # Its first words may be those of a mark.
            self.before_block, self.at = self.at, max(self.at, line)
            self.part_places = None
        return self.block_at

    def begin_line_note(self, at: int) -> int:
        """Go to the note that is written in the line that calls it; return where that is."""
        self.at = self.block_at = at
        return at

    def begin_note(self, label: str, text: str) -> int:
        """Go to the footnote with that label and text, wherever it is written; return where that is."""
        self.block_at = definition_of(label, text, self.source)
        # A call of the same note may be in it.
        self.at = self.block_at + len(f"[^{label}]:")
        self.part_places = PartPlaces(self.words, self.at)
        return self.block_at

    @property
    def parts(self) -> PartPlaces:
        """Where the items and cells of the block begin that is being read."""
        if self.part_places is None:
            self.part_places = PartPlaces(self.words, self.source.text.rfind("\n", 0, self.block_at) + 1)
        return self.part_places

    def find(self, written: str) -> int:
        """Return where a mark is written, at or after the one before it; the beginning of its block when it is not.

        Python-Markdown may have put stand-ins into it for code and escaped characters.
        """
        return self._search(written, _mark_pattern)

    def find_words(self, words: str) -> int:
        """Return where words are written, at or after the mark before them, whatever white space is between them."""
        found = self.source.find(words, self.at)
        self.at = self.at if found is None else found + 1
        return self.block_at if found is None else found

    def find_address(self, target: str) -> int:
        """Return where an address is written; in a definition elsewhere on the page, where that is not so."""
        above = self.source.text.find(f"}} {target}", self.before_block, self.at)
        if above >= 0:
            # A directive has the address of its picture above all words.
            self.before_block = above + len(target)
            return above + 2
        pattern_of = _entity_pattern if "&#" in self.source.text else _address_pattern
        return self._search(target.removeprefix("mailto:"), pattern_of, is_address=True)

    def pass_over_words(self, code: str) -> None:
        """Go on after code within a line that holds what looks like marks."""
        self._pass_over(code, _WITHIN_LINE)

    def pass_over_block(self, code: str) -> None:
        """Go on after a block of code that holds what looks like marks."""
        self._pass_over(code, _ON_ITS_OWN_LINE)

    def _pass_over(self, code: str, before: str) -> None:
        lines = [line.strip() for line in code.split("\n") if line.strip()]
        if not _MARKS.search(code):
            return
        first = re.compile(before + re.escape(lines[0])).search(self.source.text, self.at)
        if first is None:
            return
        end = first.end() if len(lines) == 1 else self.source.text.find(lines[-1], first.end()) + len(lines[-1])
        self.at = max(first.end(), end)
        self.code.append(Extent(first.start(), self.at))

    def _search(self, written: str, pattern_of: Callable[[str], str], *, is_address: bool = False) -> int:
        if not written or self.misses >= _MOST_MISSES:
            return self.block_at
        at = self.source.text.find(written, self.at)
        if at >= 0 and not is_address and "\\" not in self.source.text[self.at : at]:
            # It is not written in another way before that, which takes long to look for.
            self.at = at + len(written)
            return at
        if is_address and (plain := self._plain_address(written)) is not None:
            self.at = plain + len(written)
            return plain
        search = re.compile(pattern_of(written))
        if is_address and "://" not in written:
            # A short one may be a word of the text, too.
            between_brackets = re.compile(rf"(?:(?<=\]\()|(?<=<)|(?<=\}} )|(?<==\")){search.pattern}").search(
                self.source.text, self.at
            )
            if between_brackets:
                self.at = between_brackets.end()
                return between_brackets.start()
        for match in search.finditer(self.source.text, self.at):
            if not (is_address and self._is_in_definition(match.start())):
                self.at = match.end()
                return match.start()
        defined = search.search(self.source.text) if is_address else None
        self.misses += defined is None
        return defined.start() if defined else self.block_at

    def _plain_address(self, written: str) -> int | None:
        """Return where an address is next as one, where no address of the page is written in another way.

        To compile a pattern for each address takes longer than all the rest.
        """
        if self.has_rewritten_addresses:
            return None
        text = self.source.text
        at = text.find(written, self.at)
        while at >= 0:
            follows = text[at + len(written) : at + len(written) + 1]
            before = text[text.rfind("\n", 0, at) + 1 : at]
            if follows in _AFTER_ADDRESS and (before.endswith(_BEFORE_ADDRESS) or _OPTION.fullmatch(before)):
                return at
            if "://" in written:
                # It may be a link without brackets, or defined below.
                return None
            at = text.find(written, at + len(written))
        return None

    @cached_property
    def has_rewritten_addresses(self) -> bool:
        """Whether an address of the page has an escaped character or an entity in it."""
        return _REWRITTEN.search(self.source.text) is not None

    def _is_in_definition(self, at: int) -> bool:
        """Tell whether an address is the one that a reference link is defined by: `[label]: address`."""
        return _DEFINITION.fullmatch(self.source.text, self.source.text.rfind("\n", 0, at) + 1, at) is not None


def definition_of(label: str, text: str, source: Source) -> int:
    """Return where the footnote with that label and text is written.

    If it is nowhere, it is in a text that is included from elsewhere: return where the first such text is named.
    """
    found = [match.start() for match in re.finditer(re.escape(f"[^{label}]:"), source.text)]
    words = text.partition("\n")[0].partition("\x02")[0].strip()
    # Code may show a footnote, and a label may be given twice.
    with_words = [at for at in found if source.text[at + len(label) + 4 :].lstrip().startswith(words)]
    return (with_words or found or [max(source.text.find(_TAKEN_IN), 0)])[-1]


def _mark_pattern(written: str) -> str:
    """Return a pattern for a mark whose escapes have been undone, or have stand-ins as code has."""
    parts = _STAND_IN.split(" ".join(written.split()))
    return r"[^\[\]]{1,200}?".join("".join(map(_character_pattern, part)) for part in parts)


def _address_pattern(target: str) -> str:
    """Return a pattern for an address as an author may write it: escaped, in angle brackets."""
    return rf"{''.join(map(_character_pattern, target))}(?![^\s)>\]\"'|}}])"


def _entity_pattern(target: str) -> str:
    """Return a pattern for an address in which any character may be written as an entity."""
    return "".join(
        f"(?:{_character_pattern(character)}|&#0*{ord(character)};|&#[xX]0*(?i:{ord(character):x});)"
        for character in target
    )


def _character_pattern(character: str) -> str:
    if character.isalnum() or character in "/.":
        return re.escape(character)
    if character.isspace():
        # A line of a quotation begins with its bracket.
        return r"[\s>]+"
    return r"\\?&(?:amp;)?" if character == "&" else rf"\\?{re.escape(character)}"
