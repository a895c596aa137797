"""Attributes that an author's braces may give an element, and must not: scripts, styles, an id twice; no words for
a picture.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from ..model.places import Source
from ..model.problems import Code, Place, Problem
from .allowed_rules import EXCUSE

_FORBIDDEN = re.compile(
    r"on\w+|style|srcdoc|srcset|formaction|action|ping|background|http-equiv|(?:xlink:)?(?:href|src)\b", re.IGNORECASE
)
_ADDRESSES = frozenset((("a", "href"), ("img", "src")))
"""Where an address belongs; it is looked at with the other links."""
_IN_A_TAG = re.compile(r"<\w[^<>]*?\s(on\w+|style|srcdoc)\s*=", re.IGNORECASE)


def attribute_problems(root: Element, stash: Iterable[object], source: Source) -> Iterator[Problem]:
    """Yield each attribute of the tree that runs a script, loads something or sets a style, where an author wrote it.

    `stash` is what Markdown put aside ready-made, such as blocks of code. What an extension sets by itself, such as
    the alignment of a column, is not in the source, and let pass.
    """
    given = Counter((element.tag, name) for element in root.iter() for name in element.attrib)
    names = [name for (tag, name), times in given.items() if _is_forbidden(tag, name) for _ in range(times)]
    names += [name for piece in stash if isinstance(piece, str) for name in _IN_A_TAG.findall(piece)]
    places: dict[str, Iterator[Place]] = {}
    for name in names:
        if name not in places:
            places[name] = _written(name, source)
        place = next(places[name], None)
        if place is not None:
            seen = f"the attribute '{name}' is not let through"
            hint = "take it out; the look of a page is set by a stylesheet under 'extra_css'"
            yield Problem(Code.BAD_ATTRIBUTE, place, seen, hint)


def repeated_ids(ids: Iterable[str], source: Source) -> Iterator[Problem]:
    """Yield each id that is given a second time in a finished page, and each that the author took from the theme.

    `ids` are those of the page, in its order.
    """
    seen: set[str] = set()
    for own in ids:
        if own in seen:
            places = _given_ids(own, source)
            hint = "give one of the two another; headings with the same words need none of their own"
            place = places[-1] if places else source.place(0)
            yield Problem(Code.DUPLICATE_ID, place, f"the id '{own}' stands in this page already", hint)
        elif own.startswith("__") and (places := _given_ids(own, source)):
            yield Problem(
                Code.DUPLICATE_ID, places[0], f"the id '{own}' belongs to the theme", "begin it with a letter"
            )
        seen.add(own)


def pictures_without_words(root: Element, source: Source) -> Iterator[Problem]:
    """Yield each picture that says nothing to a reader who cannot see it, unless its block excuses it."""
    count: Counter[str] = Counter()
    excuse = EXCUSE + Code.MISSING_ALT.public
    for block in root:
        pictures = list(block.iter("img"))
        excused = pictures and any(excuse in (part.get("class") or "").split() for part in block.iter())
        for picture in pictures:
            address = picture.get("src", "")
            occurrence = count[address]
            count[address] += 1
            if not excused and not picture.get("alt", "").strip():
                place = source.place_of(address, occurrence=occurrence)
                seen = f"the picture '{address}' has no words for those who cannot see it"
                hint = "say between the brackets what it shows: ![A map of the pipelines](map.png)"
                yield Problem(Code.MISSING_ALT, place, seen, hint)


def _is_forbidden(tag: str, name: str) -> bool:
    return (tag, name) not in _ADDRESSES and _FORBIDDEN.fullmatch(name) is not None


def _written(name: str, source: Source) -> Iterator[Place]:
    """Yield where braces, or the settings of a block, give the attribute."""
    pattern = re.compile(rf"\{{[^{{}}\n]*?(?<![\w-]){re.escape(name)}\s*[=:]", re.IGNORECASE)
    for match in pattern.finditer(source.text):
        yield source.place(match.end() - len(match[0]) + match[0].lower().rindex(name.lower()))


def _given_ids(own: str, source: Source) -> list[Place]:
    """Return where the author gives the id, in braces or in the settings of a block."""
    word = re.escape(own)
    given = re.compile(rf"\{{[^{{}}\n]*?(?P<id>#{word})(?=[\s}}])|\b(?P<named>id\s*[:=]\s*[\"']?{word})(?![\w-])")
    return [source.place(match.start(match.lastgroup or 0)) for match in given.finditer(source.text)]
