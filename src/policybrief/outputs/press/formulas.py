"""Formulas as data for the typesetter: MathML (https://www.w3.org/TR/mathml-core/) as nested values.

A value is a string, or an object whose key `m` names what its parts `c` make together.
"""

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


def formula_value(mathml: str) -> Value:
    """Return a formula as the template reads it; None where there is no MathML to read."""
    return _value(fromstring(mathml)) if mathml else None


def _value(element: Element) -> Value:
    tag = element.tag.rpartition("}")[2]
    text = element.text or ""
    if tag == "mtext":
        return {"m": "text", "c": [text.replace("\u00a0", " ")]}
    parts: list[Value] = [_value(child) for child in element if not str(child.tag).endswith("annotation")]
    if tag in _SCRIPTS:
        return {"m": "attach", **dict(zip(_SCRIPTS[tag], parts, strict=False))}
    if tag == "mfenced":
        parts = [element.get("open", "("), *parts, element.get("close", ")")]
    if parts:
        return {"m": tag if tag in _TOGETHER else "row", "c": parts}
    return " " if tag == "mspace" else text.strip()
