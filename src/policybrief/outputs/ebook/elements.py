"""Elements of the e-book's files, built as trees so that text in them is always escaped."""

from collections.abc import Iterable
from typing import TypeAlias
from xml.etree.ElementTree import Element, fromstring, tostring

Content: TypeAlias = Element | str
_XHTML = "http://www.w3.org/1999/xhtml"
_OPS = "http://www.idpf.org/2007/ops"
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks ps sd ug ur yi".split())
"""The languages written from right to left, unless a script is given."""
_RIGHT_TO_LEFT_SCRIPTS = frozenset("arab hebr syrc thaa".split())


def made(tag: str, attributes: Iterable[tuple[str, str]] = (), *content: Content) -> Element:
    """Return an element with this content in order; attributes without a value are left out."""
    element = Element(tag, {name: value for name, value in attributes if value})
    return filled(element, content)


def filled(element: Element, content: Iterable[Content]) -> Element:
    """Put content at the end of an element; return it."""
    last = element[-1] if len(element) else None
    for part in content:
        if isinstance(part, Element):
            element.append(part)
            last = part
        elif last is None:
            element.text = (element.text or "") + part
        else:
            last.tail = (last.tail or "") + part
    return element


def parsed(xml: str | bytes) -> Element:
    """Return the root element of a document in another vocabulary, such as MathML.

    It declares its own namespace, so it can be used anywhere. Raises ParseError.
    """
    root = fromstring(xml)
    namespace = root.tag[1:].partition("}")[0] if root.tag.startswith("{") else ""
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    if namespace:
        root.set("xmlns", namespace)
    return root


def reads_from_right(language: str) -> bool:
    """Return whether a language (BCP 47) is written from right to left."""
    primary, *rest = language.lower().split("-")
    scripts = {part for part in rest if len(part) == 4 and part.isalpha()}
    return bool(scripts & _RIGHT_TO_LEFT_SCRIPTS) if scripts else primary in _RIGHT_TO_LEFT


def languages(language: str) -> tuple[tuple[str, str], ...]:
    """Return the attributes for a language, including the one for old reading systems."""
    return (("lang", language), ("xml:lang", language)) if language else ()


def xhtml(title: str, language: str, body: Element) -> bytes:
    """Return a content document with the style sheet of the e-book."""
    sheet = (("rel", "stylesheet"), ("type", "text/css"), ("href", "style.css"))
    width = (("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
    head = made("head", (), made("meta", (("charset", "utf-8"),)), made("title", (), title), made("meta", width))
    head.append(made("link", sheet))
    direction = "rtl" if reads_from_right(language) else ""
    names = (("xmlns", _XHTML), ("xmlns:epub", _OPS), *languages(language), ("dir", direction))
    return _document(made("html", names, head, body), b"<!DOCTYPE html>\n")


def xml(root: Element) -> bytes:
    """Return a document of another vocabulary."""
    return _document(root, b"")


def _document(root: Element, doctype: bytes) -> bytes:
    head = b'<?xml version="1.0" encoding="utf-8"?>\n'
    return head + doctype + tostring(root, encoding="unicode").encode() + b"\n"
