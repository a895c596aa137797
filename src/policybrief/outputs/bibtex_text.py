"""Text, titles, names and keys for both BibTeX and biblatex, in UTF-8."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..model.brief import Reference

_COMMANDS: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
# Characters that TeX would join into another one: dashes, quotation marks, and ?` as the Spanish question mark.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=[?!])(?=`)|(?<=,)(?=,)|(?<=<)(?=<)|(?<=>)(?=>)")

_PAGES = re.compile(r"^(\w+)[-–](\w+)$")


def tex(text: str) -> str:
    """Return plain text as TeX that prints it."""
    matched = _matched_braces(text)
    parts = []
    for at, sign in enumerate(text):
        if sign in "{}":
            # BibTeX counts braces, even escaped ones: an unpaired one needs a command.
            alone = r"\textbraceleft{}" if sign == "{" else r"\textbraceright{}"
            parts.append(f"\\{sign}" if at in matched else alone)
        else:
            parts.append(_COMMANDS.get(sign) or sign)
    return _LIGATURE.sub("{}", "".join(parts))


def _matched_braces(text: str) -> set[int]:
    """Return the positions of paired braces."""
    opened: list[int] = []
    matched: set[int] = set()
    for at, sign in enumerate(text):
        if sign == "{":
            opened.append(at)
        elif sign == "}" and opened:
            matched |= {opened.pop(), at}
    return matched


def title(text: str, language: str) -> str:
    """Return a title protected from changes of case by styles.

    The capitals of an English title are in braces: a style may add others, or not. A title in another language is in
    braces as a whole.
    """
    if language.partition("-")[0] != "en":
        return f"{{{tex(text)}}}"
    words = re.split(r"(\s+)", text)
    return "".join(f"{{{tex(word)}}}" if any(map(str.isupper, word)) else tex(word) for word in words)


def pages(text: str) -> str:
    """Return pages, with two hyphens for a range; other hyphens belong to a page number."""
    return ", ".join(_PAGES.sub(r"\1--\2", tex(part)) for part in text.split(", "))


def address(text: str) -> str:
    """Return an address or identifier, which is not TeX."""
    return text.replace("{", "%7B").replace("}", "%7D")


def names(value: Iterable[Any]) -> str:
    """Return a list of people in BibTeX form, or a list of words with commas."""
    items = list(value)
    people = [item for item in items if isinstance(item, Mapping)]
    return " and ".join(map(_name, people)) if people else ", ".join(tex(str(item)) for item in items)


def edtf(value: Mapping[str, Any]) -> str:
    """Return a CSL date as EDTF."""
    mark = "~" if value.get("circa") else ""
    dates = ("-".join(f"{part:0{2 if at else 4}}" for at, part in enumerate(date)) for date in value["date-parts"])
    return "/".join(date + mark for date in dates)


def entry(type_: str, key: str, fields: Mapping[str, str]) -> str:
    """Return an entry with one field per line."""
    lines = "".join(f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items())
    return f"@{type_}{{{key},\n{lines}}}\n"


def keyed(references: Iterable[Reference]) -> Iterable[tuple[Reference, str]]:
    """Yield each reference with its key, unique even if case is ignored, as in BibTeX."""
    seen: set[str] = set()
    for reference in references:
        yield reference, _key(reference.id, seen)


def _key(id_: str, seen: set[str]) -> str:
    """Return the key of an entry, unique even if case is ignored, as in BibTeX."""
    key, number = id_, 2
    while key.lower() in seen:
        key, number = f"{id_}-{number}", number + 1
    seen.add(key.lower())
    return key


def _name(name: Mapping[str, str]) -> str:
    """Return a name as BibTeX parses it: `von Last, Jr, First`, an organisation in braces."""
    if "literal" in name:
        return f"{{{tex(name['literal'])}}}"
    particles = filter(None, (name.get("dropping-particle"), name.get("non-dropping-particle")))
    family = _part(name.get("family", ""), is_family=True)
    parts = [" ".join([*map(tex, particles), family]), _part(name.get("suffix", "")), _part(name.get("given", ""))]
    if not any(parts[1:]):
        return parts[0] if parts[0].startswith("{") else f"{{{parts[0]}}}"
    return ", ".join(part for at, part in enumerate(parts) if at != 1 or part)


def _part(text: str, *, is_family: bool = False) -> str:
    """Return a part of a name, in braces if BibTeX would parse it further."""
    # A lowercase word in a family name begins BibTeX's von part.
    particle = is_family and not all(word[0].isupper() for word in text.split())
    misread = re.search(r"[,{}]|\band\b|[^\S ]", text, re.IGNORECASE)
    return f"{{{tex(text)}}}" if text and (particle or misread) else tex(text)
