"""Formulas as data for the typesetter: MathML (https://www.w3.org/TR/mathml-core/) as nested values.

A value is a string, or an object whose key `m` names what its parts `c` make together.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, fromstring

from .lines import Value

_TOGETHER = frozenset(("mfrac", "msqrt", "mroot", "mtable", "mtr", "mtd"))
"""The elements whose parts make something together; those of others follow one another."""
_SCRIPTS = {
    "msub": ("base", "b"),
    "msup": ("base", "t"),
    "msubsup": ("base", "b", "t"),
    "munder": ("base", "b"),
    "mover": ("base", "t"),
    "munderover": ("base", "b", "t"),
}
"""What the children of an element with scripts are: the base, what is below it, what is above it."""

_TABLES = frozenset(("mtable", "cases"))
_ACCENTS = tuple("^~¯‾˘˙.¨→´`")
_BRACKETS = tuple("()[]{}|‖⟨⟩⌊⌋⌈⌉")


def formula_value(mathml: str) -> Value:
    """Return a formula as the template reads it; None where there is no MathML to read."""
    return _value(fromstring(mathml)) if mathml else None


def _value(element: Element) -> Value:
    tag = element.tag.rpartition("}")[2]
    text = element.text or ""
    if tag == "mtext":
        return {"m": "text", "c": [text.replace("\u00a0", " ")]}
    parts: list[Value] = [_value(child) for child in element if not str(child.tag).endswith("annotation")]
    if tag == "mover" and len(parts) == 2 and parts[1] in _ACCENTS:
        return {"m": "accent", "base": parts[0], "accent": parts[1]}
    if tag in _SCRIPTS:
        limits = tag.startswith(("mu", "mo"))
        return {"m": "attach", "limits": limits, **dict(zip(_SCRIPTS[tag], parts, strict=False))}
    if tag == "mfenced":
        parts = [element.get("open", "("), *parts, element.get("close", ")")]
    if tag == "mtable":
        return {"m": _table(element), "c": parts}
    if parts:
        return {"m": tag, "c": parts} if tag in _TOGETHER else {"m": _row(element, parts), "c": _fenced(parts)}
    return " " if tag == "mspace" else text.strip()


def _table(element: Element) -> str:
    """Return what a table is by how its columns are aligned: equations under one another, cases, or a matrix."""
    sides = [cell.get("columnalign", "") for cell in element.iter() if str(cell.tag).endswith("mtd")]
    if "right" in sides[:1]:
        return "aligned"
    return "cases" if sides and set(sides) == {"left"} else "mtable"


def _row(element: Element, parts: list[Value]) -> str:
    """Return how parts follow one another: between brackets that grow with them, or as they are."""
    fences = any(
        child.get("fence") == "true" or child.get("stretchy") == "true" for child in (element[:1] + element[-1:])
    )
    return "lr" if fences and (parts[0] in _BRACKETS or parts[-1] in _BRACKETS) else "row"


def _fenced(parts: list[Value]) -> list[Value]:
    """Put what is around a matrix together with it."""
    found: list[Value] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, dict) and part.get("m") in _TABLES and last in _BRACKETS:
            found[-1] = {"m": "lr", "c": [last, part]}
        elif part in _BRACKETS and isinstance(last, dict) and last.get("m") == "lr" and _ends_in_matrix(last):
            found[-1] = {"m": "lr", "c": [*_parts(last), part]}
        else:
            found.append(part)
    return found


def _ends_in_matrix(value: Mapping[str, Value]) -> bool:
    last = _parts(value)[-1]
    return isinstance(last, dict) and last.get("m") in _TABLES


def _parts(value: Mapping[str, Value]) -> list[Value]:
    parts = value["c"]
    return parts if isinstance(parts, list) else []
