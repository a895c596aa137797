"""The gate for attributes: removes and reports everything that the list does not allow.

It works on the element tree after all extensions. All attributes pass through here, whether written in braces, under
`attrs:` or in the first line of a code block.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from xml.etree.ElementTree import Element

from ..model.places import Source
from ..model.problems import MOST_ON_A_PAGE, Code, Problem
from .allowed_attributes import Refusal, refused_attribute, refused_element, refused_in_code
from .allowed_rules import EXCUSE
from .attribute_places import AttributePlaces

_TAG = re.compile(r"""<([A-Za-z][^\s<>/]*)((?:[\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?)>""")
_ATTRIBUTE = re.compile(r"""\s*([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_SAYS_NOTHING = frozenset(
    "a an the alt text image images img picture pictures pic photo photograph figure fig graphic graphics illustration "
    "screenshot untitled placeholder png jpg jpeg svg gif webp bild abbildung foto grafik photographie imagen figura "
    "immagine afbeelding obraz zdjęcie рисунок рис изображение картинка фото зображення şəkil şək resim görsel".split()
)
"""Words that only say that something is a picture, which programs insert."""
_HOLDS_NO_TEXT = frozenset("script style template noscript textarea title iframe object math svg select option".split())
"""Elements whose content is not part of the text."""


@dataclass(frozen=True, slots=True)
class _Refused:
    """An element or an attribute that is refused."""

    refusal: Refusal
    tag: str
    name: str
    """The name of the attribute; empty for an element."""
    value: str | None
    block: Element | None
    """The element that it is in, whose words say where to look."""


def screen(
    root: Element,
    put_aside: list[str | Element],
    source: Source,
    *,
    raw: Collection[str],
    by_plugins: Collection[str] = (),
    valueless: Iterable[tuple[Element, str]],
) -> tuple[Problem, ...]:
    """Remove everything that the list does not allow from the tree and from ready-made HTML.

    Returns a problem for each element and attribute, at most `MOST_ON_A_PAGE` and one more. The pieces `raw` of
    `put_aside` are the author's HTML, refused as such: their content is removed without further reports. The pieces
    `by_plugins` are HTML that plugins of the host have put into the text, and stay unchanged. `valueless` are the
    attributes without a value that were removed earlier, each with its element.
    """
    found = [*_without_value(valueless), *_screened_tree(root)]
    for number, piece in enumerate(put_aside):
        if isinstance(piece, Element):
            found += _screened_tree(piece)
        elif "<" in piece and piece.strip() not in by_plugins:
            put_aside[number], refused = _screened_html(piece)
            found += () if piece.strip() in raw else refused
    places = AttributePlaces(source)
    return tuple(_problem(each, places) for each in found[: MOST_ON_A_PAGE + 1])


def _without_value(valueless: Iterable[tuple[Element, str]]) -> Iterator[_Refused]:
    for element, name in valueless:
        if refusal := refused_attribute(element.tag, name, None):
            yield _Refused(refusal, element.tag, name, None, element)


def _problem(found: _Refused, places: AttributePlaces) -> Problem:
    refusal, of_element = found.refusal, not found.name
    place = places.of_element(found.tag, found.block) if of_element else places.of(found.name, found.value, found.block)
    return Problem(refusal.code, place, refusal.seen, refusal.hint)


def _screened_tree(root: Element) -> Iterator[_Refused]:
    """Remove what is not allowed from the tree below a root, and yield it in tree order."""
    for block in root:
        for element in tuple(block.iter()):
            yield from _screened_element(element, block)


def _screened_element(element: Element, block: Element) -> Iterator[_Refused]:
    tag = element.tag
    if refusal := refused_element(tag, element.get("type") or ""):
        yield _Refused(refusal, tag, "", None, block)
        if tag in _HOLDS_NO_TEXT:
            element.text = None
            del element[:]
        element.tag = "div" if element is block else "span"
        element.attrib.clear()
    for name, value in tuple(element.attrib.items()):
        if refusal := refused_attribute(tag, name, value):
            yield _Refused(refusal, tag, name, value, block)
            del element.attrib[name]


def _screened_html(html: str) -> tuple[str, list[_Refused]]:
    """Return HTML without the attributes that are not allowed, and those attributes."""
    found: list[_Refused] = []

    def screened(match: re.Match[str]) -> str:
        tag, refused = match[1].lower(), []
        for attribute in _ATTRIBUTE.finditer(match[2]):
            written = next((value for value in attribute.groups()[1:] if value is not None), None)
            value = None if written is None else unescape(written)
            if refusal := refused_in_code(tag, attribute[1], value):
                found.append(_Refused(refusal, tag, attribute[1], value, None))
                refused.append(attribute.span())
        kept = match[2]
        for start, end in reversed(refused):
            kept = kept[:start] + kept[end:]
        return f"<{match[1]}{kept}>"

    return _TAG.sub(screened, html), found


def repeated_ids(ids: Iterable[str], source: Source) -> Iterator[Problem]:
    """Yield each duplicate id in a finished page; `ids` are those of the page, in order."""
    seen: set[str] = set()
    for own in ids:
        if own in seen:
            hint = "give one of the two a different id; headings with the same words need none"
            place = AttributePlaces(source).last_of_id(own)
            yield Problem(Code.DUPLICATE_ID, place, f"the id '{own}' is already used in this page", hint)
        seen.add(own)


def _says_nothing(said: str, address: str) -> bool:
    """Tell whether alternative text is missing, or only says that there is a picture, or gives its file name."""
    words = re.sub(r"[\W\d_]+", " ", said.casefold()).split()
    return all(word in _SAYS_NOTHING for word in words) or said.casefold() == address.rpartition("/")[2].casefold()


def pictures_without_words(root: Element, source: Source) -> Iterator[Problem]:
    """Yield each picture without useful alternative text, unless its block is exempt."""
    count: Counter[str] = Counter()
    excuse = EXCUSE + Code.MISSING_ALT.public
    for block in root:
        pictures = list(block.iter("img"))
        excused = pictures and any(excuse in (part.get("class") or "").split() for part in block.iter())
        for picture in pictures:
            address = picture.get("src", "")
            occurrence = count[address]
            count[address] += 1
            said = picture.get("alt", "").strip()
            if not excused and _says_nothing(said, address):
                place = source.place_of(address, occurrence=occurrence)
                seen = f"the picture '{address}' has no alt text"
                if said:
                    seen = f"'{said}' does not tell readers who cannot see the picture '{address}' what it shows"
                hint = "describe it between the brackets: ![A map of the pipelines](map.png)"
                yield Problem(Code.MISSING_ALT, place, seen, hint)
