"""The sources at the end of a caption, separated from its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .blocks import Block, Caption, TextBlock
from .inlines import Inline, InTextCitation, Text

_LABEL = re.compile(
    r"(?P<before>.*(?:(?<!\b\w)[.;!?…][\"'”’»)]*|^)\s*)(?P<label>[^\W\d_]\w*(?: [^\W\d_]\w*){0,2}):\s*", re.DOTALL
)
"""The text before the one to three words that introduce the sources; an initial, as in `U.S. aid`, does not end a
sentence.
"""
_END = re.compile(r"[\s.]*")


@dataclass(frozen=True, slots=True)
class SplitCaption:
    """The text of a caption, and the sources after it."""

    before: tuple[Inline, ...]
    label: str
    """`Sources`, as the author wrote it."""
    sources: tuple[Inline, ...]
    count: int


def split_caption(inlines: Sequence[Inline]) -> SplitCaption | None:
    """Split a caption that ends with its sources, as in `Arms, 2009–18. Sources: …`; return None for any other."""
    at = next((at for at, inline in enumerate(inlines) if isinstance(inline, InTextCitation)), 0)
    before = inlines[at - 1] if at else None
    match = _LABEL.fullmatch(before.text) if isinstance(before, Text) else None
    if not isinstance(before, Text) or match is None:
        return None
    cited = [inline for inline in inlines[at:] if isinstance(inline, InTextCitation)]
    between = [inline for inline in inlines[at:] if not isinstance(inline, InTextCitation)]
    if not all(isinstance(inline, Text) and _END.fullmatch(inline.text) for inline in between):
        return None
    words = replace(before, text=match["before"].rstrip())
    kept = (*inlines[: at - 1], *([words] if words.text else []))
    count = sum(len(citation.items) for citation in cited)
    return SplitCaption(kept, match["label"].strip(), tuple(inlines[at:]), count) if kept else None


def sources_apart(caption: Caption) -> tuple[Caption, tuple[TextBlock, ...]]:
    """Return a caption without its sources, and the sources as paragraphs for the end of the figure."""
    kept: list[Block] = []
    sources: list[TextBlock] = []
    for block in caption.blocks:
        split = split_caption(block.inlines) if isinstance(block, TextBlock) and not block.tight else None
        if split is not None and isinstance(block, TextBlock):
            kept.append(replace(block, inlines=split.before))
            sources.append(TextBlock((Text(f"{split.label}: "), *split.sources)))
        elif kept and isinstance(block, TextBlock) and _is_of_sources(block):
            sources.append(block)
        else:
            kept.append(block)
    return replace(caption, blocks=tuple(kept)), tuple(sources)


def _is_of_sources(block: TextBlock) -> bool:
    """Tell whether a paragraph of a caption contains only the sources: `Sources: …`."""
    opening = block.inlines[0] if block.inlines else None
    match = _LABEL.fullmatch(opening.text) if isinstance(opening, Text) else None
    if match is None or match["before"].strip():
        return False
    others = block.inlines[1:]
    return bool(others) and all(
        isinstance(each, InTextCitation) or (isinstance(each, Text) and _END.fullmatch(each.text)) for each in others
    )
