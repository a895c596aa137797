"""Formulas in the notation of TeX as MathML, which browsers draw without any script."""

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element, ParseError, fromstring, tostring

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
_LIKE = {
    "aligned": "split", "align": "align*", "alignat": "align*", "gather": "displaylines", "gathered": "displaylines",
    "multline": "displaylines", "eqnarray": "align*", "flalign": "align*",
}  # fmt: skip
"""Environments that the library does not know or would number, and those that look like them."""
_PLAIN = frozenset(("equation", "equation*", "displaymath", "math"))
DISPLAYED = frozenset(
    f"{name}{star}"
    for name in ("equation", "align", "alignat", "gather", "multline", "eqnarray", "flalign", "displaymath")
    for star in ("", "*")
)
"""Environments that are formulas on lines of their own, without any dollar signs."""
"""Environments that say no more than that there is a formula in them."""
_KNOWN = frozenset(
    "matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array cases split align align* substack displaylines "
    "eqalign".split()
)
_ENVIRONMENT = re.compile(r"\\(?P<end>begin|end)\s*\{(?P<name>[^{}]*)\}")
_LABEL = re.compile(r"\\(?:label|tag|nonumber|notag)\b\s*(?:\{[^{}]*\})?")
_REFUSED = re.compile(
    r"\\(?:href|style|class|cssId|unicode|newcommand|renewcommand|def|let|DeclareMathOperator|require|html\w+|verb|"
    r"newenvironment|includegraphics|input|url)\b"
)
_TOO_LONG = 5_000
"""Characters; a formula of that length is not a formula."""
_FAILS = (AttributeError, LookupError, RecursionError, RuntimeError, TypeError, ValueError)
"""What the library raises at TeX that it cannot read, besides its own classes: it is careless."""
_ATTRIBUTES = frozenset(
    "xmlns display alttext mathvariant stretchy fence form accent accentunder linethickness columnalign rowalign "
    "columnspacing rowspacing columnlines rowlines frame displaystyle scriptlevel minsize maxsize width height depth "
    "lspace rspace voffset linebreak separator largeop movablelimits symmetric notation mathcolor mathbackground "
    "columnspan rowspan side open close separators mathsize".split()
)


_SCRIPTS = {"msub": 1, "msup": 1, "munder": 1, "mover": 1, "msubsup": 2, "munderover": 2}
"""How many parts of an element are no part of its base."""
_LIKE_TEX = re.compile(
    r"""\\[a-zA-Z] | [\^=<>] | _\{ | \b[a-zA-Z]_\w
    | (?:\d|\b[a-zA-Z])\s*[+*/]\s*(?:\d|[a-zA-Z]\b|[(\\]) | (?:\d|\b[a-zA-Z])\s+-\s+(?:\d|[a-zA-Z]\b)""",
    re.VERBOSE,
)


def looks_like_tex(source: str) -> bool:
    """Tell whether what is in TeX's brackets is a formula, and not a remark or the letter of an item."""
    return _LIKE_TEX.search(source) is not None


class TexError(ValueError):
    """A formula cannot be read; the message says why."""


def mathml_of(source: str, *, display: bool) -> str:
    """Return a formula in TeX as MathML, its source beside it for those who do not see it.

    `display` says whether it is on a line of its own. Raises TexError.
    """
    return _converted(source, display)


@lru_cache(maxsize=4096)
def _converted(source: str, display: bool) -> str:
    # Few briefs have formulas.
    from latex2mathml import exceptions  # noqa: PLC0415
    from latex2mathml.converter import convert  # noqa: PLC0415

    # They have no common base.
    own = (each for each in vars(exceptions).values() if isinstance(each, type) and issubclass(each, Exception))
    fails: tuple[type[Exception], ...] = (*own, *_FAILS)
    tex = _prepared(source)
    try:
        root = fromstring(convert(tex, display="block" if display else "inline"))
    except ParseError as error:
        raise TexError("'&' is outside an environment with columns") from error
    except fails as error:
        raise TexError(_reason(error)) from error
    _clean(root)
    root.set("alttext", " ".join(source.split()))
    return tostring(_without_namespace(root), encoding="unicode")


def _prepared(source: str) -> str:
    """Return the source as the library is to have it."""
    if len(source) > _TOO_LONG:
        raise TexError(f"it has more than {_TOO_LONG:,} characters")
    if refused := _REFUSED.search(source):
        raise TexError(f"'{refused[0]}' is not for formulas in a page")
    _hold_braces(source)
    open_ones: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        name = match["name"]
        if match["end"] == "begin":
            open_ones.append(name)
        elif not open_ones or open_ones.pop() != name:
            raise TexError(f"'{match[0]}' ends something that was not started")
        if name in _PLAIN:
            return ""
        bare = name.removesuffix("*") if name not in _KNOWN else name
        like = _LIKE.get(bare, bare)
        if like not in _KNOWN and like not in _LIKE.values():
            raise TexError(f"the environment '{name}' is not known")
        return f"\\{match['end']}{{{like}}}"

    tex = _ENVIRONMENT.sub(replaced, _LABEL.sub("", source))
    if open_ones:
        raise TexError(f"nothing ends '\\begin{{{open_ones[-1]}}}'")
    if "\\\\" in tex and "\\begin" not in tex:
        tex = rf"\begin{{displaylines}}{tex}\end{{displaylines}}"
    return tex


def _hold_braces(source: str) -> None:
    depth = 0
    for match in re.finditer(r"\\.|[{}]", source, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth < 0:
            raise TexError("a closing brace '}' has no opening brace")
    if depth:
        raise TexError("nothing closes a brace '{'")


def _reason(error: Exception) -> str:
    """Return what an error of the library says, in words: its class is all that it has."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(error).__name__.removesuffix("Error")).lower()
    return words.replace("no available tokens", "something is missing") or "it cannot be read"


def _clean(root: Element) -> None:
    for element in root.iter():
        text = (element.text or "").strip()
        if text.startswith("\\"):
            raise TexError(f"the command '{text}' is not known")
        for name in [name for name in element.attrib if name not in _ATTRIBUTES]:
            del element.attrib[name]
        _gather_base(element)


def _gather_base(element: Element) -> None:
    """Make one base of several: the library raises only the bracket of a matrix in brackets to a power."""
    scripts = _SCRIPTS.get(element.tag.rpartition("}")[2])
    if scripts is not None and len(element) > scripts + 1:
        parts = list(element)
        base = Element(f"{{{NAMESPACE}}}mrow")
        base.extend(parts[:-scripts])
        for part in parts[:-scripts]:
            element.remove(part)
        element.insert(0, base)


def _without_namespace(root: Element) -> Element:
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def elements_of(mathml: str) -> Iterator[Element]:
    """Yield the MathML as an element."""
    yield fromstring(mathml)
