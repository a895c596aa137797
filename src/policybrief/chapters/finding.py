"""Where the author wrote what stands in the tree: Python-Markdown's tree knows no lines.

A chapter is read in order, so that each mark is looked for after the one before it. A mark is found as it was written,
a block by its first words.
"""

import re

from ..model.places import Source, offset_of

_MOST_MISSES = 200
"""What an extension makes is not in the text. After so many searches in vain the rest of the page is not searched."""
_MARKS = re.compile(r"@|\[\[|\[\^|\]\(")


class Finder:
    """Goes through the text of one page."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.at = 0
        """Where the search has come to."""
        self.block_at = 0
        """Where the block begins that is being read."""
        self.begun = False
        self.misses = 0

    def begin_block(self, written: str) -> int:
        """Go on to the block with those words; return where it begins, or where the one before it did."""
        # The same words may begin two blocks.
        found = offset_of(written, self.source, self.block_at + self.begun)
        if found is not None:
            self.begun = True
            self.block_at = found
            self.at = max(self.at, found)
        return self.block_at

    def begin_note(self, label: str, text: str) -> int:
        """Go to the footnote with that label and text, wherever it is written; return where that is."""
        self.at = self.block_at = definition_of(label, text, self.source)
        return self.at

    def find(self, written: str) -> int:
        """Return where a mark is written, at or after the one before it; the beginning of its block when it is not."""
        return self._search(re.escape(written), len(written))

    def find_address(self, target: str) -> int:
        """Return where an address is written; in a definition elsewhere on the page, where that is not so."""
        entities = "&#" in self.source.text
        return self._search(_address_pattern(target.removeprefix("mailto:"), entities), 1, anywhere=True)

    def pass_over(self, code: str) -> None:
        """Go on behind code that holds what looks like marks."""
        if _MARKS.search(code):
            lines = [line.strip() for line in code.split("\n") if line.strip()]
            for line in dict.fromkeys((lines[0], lines[-1])):
                found = self.source.text.find(line, self.at)
                if found >= 0:
                    self.at = found + len(line)

    def _search(self, pattern: str, length: int, *, anywhere: bool = False) -> int:
        if not pattern or self.misses >= _MOST_MISSES:
            return self.block_at
        search = re.compile(pattern)
        match = search.search(self.source.text, self.at)
        if match:
            self.at = match.start() + length
            return match.start()
        match = search.search(self.source.text) if anywhere else None
        self.misses += match is None
        return match.start() if match else self.block_at


def definition_of(label: str, text: str, source: Source) -> int:
    """Return where the footnote with that label and text is written; the beginning of the page when it is nowhere."""
    found = [match.start() for match in re.finditer(re.escape(f"[^{label}]:"), source.text)]
    words = text.partition("\n")[0].partition("\x02")[0].strip()
    # Code may show a footnote, and a label may be given twice.
    with_words = [at for at in found if source.text[at + len(label) + 4 :].lstrip().startswith(words)]
    return (with_words or found or [0])[-1]


def _address_pattern(target: str, entities: bool) -> str:
    """Return a pattern for an address as an author may write it: escaped, with entities, in angle brackets."""
    if entities:
        signs = (f"(?:{_sign_pattern(sign)}|&#0*{ord(sign)};|&#[xX]0*(?i:{ord(sign):x});)" for sign in target)
        return "".join(signs)
    if not target:
        return ""
    signs = (_sign_pattern(sign) for sign in target)
    return rf"{''.join(signs)}(?![^\s)>\]\"'|}}])"


def _sign_pattern(sign: str) -> str:
    if sign.isalnum() or sign in "/.":
        return re.escape(sign)
    return "&(?:amp;)?" if sign == "&" else rf"\\?{re.escape(sign)}"
