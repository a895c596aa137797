"""Claims without a source: a sentence with a year, a figure or a percentage that cites nothing."""

import re
from collections.abc import Iterator

from ..model.check import Finding
from ..model.claims import FIGURE, without_names
from ..model.shortening import shortened
from .read_brief import ReadBrief, ReadParagraph

_SHOWN = 60
"""In characters: how much of the sentence a message quotes."""
_HINT = "cite the source in this sentence or the next, or mark the paragraph {: .own } if the claim is your own"


def check_claims(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each sentence with a year, a figure or a percentage that no citation supports.

    The citation may be in the sentence or in the next one of its paragraph; for a table, anywhere in the caption. The
    names of entries are not claims, nor is the label of a caption, `Figure 1.4.`. Notes, and chapters without any
    citation, such as a preface, are skipped.
    """
    for chapter in brief.chapters:
        for read in chapter.paragraphs if chapter.cites else ():
            if not read.paragraph.note:
                yield from _uncited(read)


def _uncited(read: ReadParagraph) -> Iterator[Finding]:
    paragraph, citations = read.paragraph, read.citations
    # In a table or a list, one citation covers all lines, and if there is none, one warning is enough.
    in_lines = "\n" in paragraph.text
    if in_lines and citations:
        return
    if not any(map(str.isdigit, paragraph.text)):
        return
    plain = without_names(paragraph.text, (*(mention.extent for mention in read.mentions), *paragraph.references))
    plain = _without_labels(plain, paragraph.number)
    for index, sentence in enumerate(paragraph.sentences):
        claim = FIGURE.search(plain, sentence.start, sentence.end)
        if claim is None or any(own.start < sentence.end and sentence.start < own.end for own in paragraph.own):
            continue
        next_end = paragraph.sentences[index + 1].end if index + 1 < len(paragraph.sentences) else sentence.end
        if not any(sentence.start < citation.position <= next_end + 1 for citation in citations):
            opening = shortened(paragraph.text[sentence.start : sentence.end], _SHOWN)
            seen = f"'{claim[0].strip()}' has no source: {opening}"
            yield Finding(paragraph, seen, _HINT, claim.start())
            if in_lines:
                return


def _without_labels(text: str, number: str) -> str:
    """Return the text with blanks in place of the caption labels that begin a line, such as `Figure 1.4.`."""
    if number not in text:
        return text
    label = rf"(?m)^[^\W\d_]+[^\S\n]{re.escape(number)}[a-z]?(?:\.\d+)*(?:\.(?=\s|$)|$)"
    return re.sub(label, lambda match: " " * len(match[0]), text)
