"""Letters that the site's fonts lack, so that readers see them in a system font."""

from collections.abc import Iterator

from ..model.check import Finding
from ..model.font_letters import without_font
from .read_brief import ReadBrief

_MOST_NAMED = 12


def check_letters(brief: ReadBrief) -> Iterator[Finding]:
    """Yield the letters of the chapters that no font of the site has, all at the place of the first one."""
    having = [read for read in brief.paragraphs() if without_font(read.text)]
    if not having:
        return
    letters = without_font("".join(read.text for read in having))
    named = "".join(letters[:_MOST_NAMED]) + ("…" if len(letters) > _MOST_NAMED else "")
    places = "1 paragraph" if len(having) == 1 else f"{len(having):,} paragraphs"
    first = having[0]
    start = min(first.text.index(letter) for letter in without_font(first.text))
    seen = f"the fonts of the site lack {len(letters)} letters of the text ({named}, in {places})"
    if len(letters) == 1:
        seen = f"the fonts of the site lack the letter '{named}' ({places})"
    yield Finding(first.paragraph, seen, "readers see them in a system font; add a font under extra_css", start)
