"""Names of people and organisations in BibTeX (https://ctan.org/pkg/tamethebeast, chapter 11) and biblatex."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from ..records import Person
from .tex import plain

OTHERS: Person = {"literal": "others"}
"""What `and others` at the end of a list becomes: it is printed as written."""

_EXTENDED = re.compile(r"\s*(?:family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)
_PARTS = {"family": "family", "given": "given", "suffix": "suffix", "prefix": "non-dropping-particle"}
_BLANK = re.compile(r"[\s~]+")


def read_names(tex: str) -> tuple[tuple[Person, ...], tuple[str, ...]]:
    """Return the names in a field, and the TeX commands in them that are not known."""
    unknown: list[str] = []
    people = [name for part in _people(tex) if (name := _name(part, unknown))]
    return tuple(people), tuple(dict.fromkeys(unknown))


def _people(tex: str) -> Iterator[str]:
    parts = list(_divided(tex, re.compile(r"\s+and(?=\s)\s*", re.IGNORECASE)))
    if len(parts) == 1 and ";" in tex:
        parts = list(_divided(tex, re.compile(r";")))
    for part in parts:
        whole = part.strip().removeprefix("and ").removesuffix(" and").strip().strip(",;").strip()
        if whole and whole.lower() != "and":
            yield whole


def _divided(tex: str, separator: re.Pattern[str]) -> Iterator[str]:
    """Yield the parts of TeX between separators that are not within braces."""
    depth, start, at = 0, 0, 0
    while at < len(tex):
        if tex[at] == "\\":
            at += 2
            continue
        depth = max(0, depth + {"{": 1, "}": -1}.get(tex[at], 0))
        if depth == 0 and tex[at] not in "{}" and (match := separator.match(tex, at)) and match.end() > at:
            yield tex[start:at]
            start = at = match.end()
            continue
        at += 1
    yield tex[start:]


def _name(tex: str, unknown: list[str]) -> Person:
    if tex.lower() in ("others", "et al", "et al."):
        return OTHERS
    if _is_braced(tex):
        return _parts_of({"literal": tex}, unknown)
    if _EXTENDED.match(tex):
        return _extended(tex, unknown)
    parts = [part.strip() for part in _divided(tex, re.compile(","))]
    if len(parts) > 3:
        # More commas than a name has: a list of people that lacks its `and`, or an organisation without braces.
        return _parts_of({"literal": tex}, unknown)
    if len(parts) == 1:
        return _in_reading_order(tex, unknown)
    particle, family = _particle_apart(parts[0])
    found = {"non-dropping-particle": particle, "family": family, "given": parts[-1]}
    if len(parts) == 3:
        found["suffix"] = parts[1]
        if parts[1] and not _is_suffix(parts[1]) and _is_suffix(parts[2]):
            found |= {"given": parts[1], "suffix": parts[2]}
    return _parts_of(found, unknown)


def _is_braced(tex: str) -> bool:
    """Tell whether one pair of braces holds all of a name."""
    depth = 0
    for at, character in enumerate(tex):
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth == 0:
            return at == len(tex) - 1 and tex.startswith("{") and not tex.startswith(("{\\", "{{\\"))
    return False


def _is_suffix(text: str) -> bool:
    return bool(re.fullmatch(r"(?:Jr|Sr)\.?|[IVX]+\.?|\d+(?:st|nd|rd|th)", text.strip("{}"), re.IGNORECASE))


def _extended(tex: str, unknown: list[str]) -> Person:
    """Read a name in the form `family=Berg, given=Jan, prefix=van der, useprefix=true`."""
    found: dict[str, str] = {}
    for part in _divided(tex, re.compile(",")):
        name, _, value = (piece.strip() for piece in part.partition("="))
        if name.lower() in _PARTS:
            found[_PARTS[name.lower()]] = value.strip('"')
    return _parts_of(found, unknown)


def _in_reading_order(tex: str, unknown: list[str]) -> Person:
    """Read `Jan van der Berg`: the words from the first that begins small belong to the family name."""
    words = [word for word in _divided(tex, _BLANK) if word]
    small = [at for at, word in enumerate(words[:-1]) if _begins_small(word)]
    if len(words) == 1:
        return _parts_of({"family": tex}, unknown)
    first = small[0] if small else len(words) - 1
    last = small[-1] + 1 if small else first
    return _parts_of(
        {
            "given": " ".join(words[:first]),
            "non-dropping-particle": " ".join(words[first:last]),
            "family": " ".join(words[last:]),
        },
        unknown,
    )


def _particle_apart(tex: str) -> tuple[str, str]:
    """Return the particle and the family name of `van der Berg`."""
    words = [word for word in _divided(tex, _BLANK) if word]
    small = [at for at, word in enumerate(words[:-1]) if _begins_small(word)]
    if not small:
        return "", tex
    return " ".join(words[: small[-1] + 1]), " ".join(words[small[-1] + 1 :])


def _begins_small(word: str) -> bool:
    """Tell whether a word begins with a small letter; one in braces, and a Georgian one, does not count."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    text = plain(word)[0].lstrip("'’ʻ‘`-")
    # The letters in which Georgian is written are small ones, and its names begin with them.
    return text[:1].islower() and not unicodedata.name(text[0], "").startswith("GEORGIAN")


def _parts_of(tex: Mapping[str, str], unknown: list[str]) -> Person:
    found: dict[str, str] = {}
    for part, written in tex.items():
        text, strange = plain(written)
        unknown += strange
        if text := text.strip(" ,\u00a0"):
            found[part] = text.replace("\u00a0", " ")
    if not found.keys() & {"family", "literal"}:
        return {"literal": " ".join(found.values())} if found else {}
    return found
