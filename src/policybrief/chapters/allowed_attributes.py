"""Which elements, attributes and values may be in the text of a page; everything else is removed.

The lists contain what an author may write in braces or under `attrs:`, and what Markdown extensions write: the
alignment of a column, the checkbox of a task, the number of a line of code.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from ..alignment.paragraph_ids import check as fault_of_id
from ..model.problems import Code
from .citations import CITATION_TAG
from .dialect.in_line import FORMULA_BLOCK_TAG, FORMULA_TAG
from .dialect.roles import ROLE_LINK_TAG
from .marks import NAME_TAG


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an element or attribute is removed, and what the author can do instead."""

    code: Code
    seen: str
    hint: str


ELEMENTS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote table caption colgroup col thead tbody tfoot tr td th figure "
    "figcaption div section article aside header footer nav details summary pre hr address center "
    "a img em strong b i u s del ins mark sub sup small q cite abbr dfn time code kbd samp var span br wbr bdi bdo "
    "ruby rb rt rp data label input".split()
) | {NAME_TAG, CITATION_TAG, FORMULA_TAG, FORMULA_BLOCK_TAG, ROLE_LINK_TAG}
DRAWN = frozenset(
    "svg g path circle ellipse rect line polyline polygon text tspan defs use title desc lineargradient radialgradient "
    "stop clippath mask symbol".split()
)
"""The elements of icons, which come from the files of an extension."""

WITHOUT_VALUE = frozenset("checked disabled open reversed download markdown data-search-exclude data-preview".split())
"""Attributes without a value."""

_OURS = frozenset((NAME_TAG, CITATION_TAG, FORMULA_TAG, FORMULA_BLOCK_TAG, ROLE_LINK_TAG))
"""Placeholder elements for marks and formulas; of their attributes only an id is shown."""
_TEXT = re.compile(r"[^\x02\x03]*")
_ANYTHING = re.compile(r".*", re.DOTALL)
_PLAIN = re.compile(r"[^<>\x02\x03]*")
"""What scripts of a theme may put into a page as HTML must not be read as such."""
_NOTHING = re.compile("")
_WHOLE_NUMBER = re.compile(r"-?\d{1,6}")
_SPAN = re.compile(r"\d{1,3}")
_SIZE = re.compile(r"\d{1,5}(?:\.\d{1,4})?(?:%|px|em|rem)?")
_LANGUAGE = re.compile(r"(?:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)?")
_COLUMN = re.compile("left|right|center|justify|char")
_ROLE = re.compile("doc-[a-z]+|none|presentation|note|img|group|region|list|listitem|definition|term|separator|math")
_ADDRESS = re.compile(r"https?://.*|mailto:.*|(?![A-Za-z][A-Za-z0-9+.-]*:)(?!//).*", re.DOTALL | re.IGNORECASE)
_SCRIPT_DATA = re.compile(r"math/tex(?:; ?mode=display)?")
_TAB = r"__tabbed_\d+_\d+"
_ALIGNED_BY_STYLE = re.compile(r"text-align: ?(?:left|right|center);?")
_BAR = re.compile(r"width: ?\d{1,3}(?:\.\d+)?%;?")
_COLOURED = re.compile(
    r"(?:(?:color|background(?:-color)?|font-(?:weight|style)|text-decoration|line-height|border) ?: ?[#\w .%-]*;? ?)*"
)
"""What Pygments writes into the code that it colours without classes."""

_EVERYWHERE: Mapping[str, re.Pattern[str]] = {
    "class": _TEXT,
    "title": _ANYTHING,
    "lang": _LANGUAGE,
    "dir": re.compile("ltr|rtl|auto"),
    "translate": re.compile("yes|no"),
    "role": _ROLE,
    "aria-label": _ANYTHING,
    "aria-labelledby": _TEXT,
    "aria-describedby": _TEXT,
    "aria-hidden": re.compile("true|false"),
    "markdown": re.compile("1|0|auto|block|span|inline|raw|"),
    "data-toc-label": _ANYTHING,
    "data-search-exclude": _NOTHING,
    "data-preview": _NOTHING,
}
_CELL: Mapping[str, re.Pattern[str]] = {
    "align": _COLUMN,
    "valign": re.compile("top|middle|bottom|baseline"),
    "colspan": _SPAN,
    "rowspan": _SPAN,
    "scope": re.compile("row|col|rowgroup|colgroup"),
    "headers": _TEXT,
    "abbr": _ANYTHING,
    "style": _ALIGNED_BY_STYLE,
}
_CHANGE: Mapping[str, re.Pattern[str]] = {"cite": _ADDRESS, "datetime": _PLAIN}
_OF_ELEMENT: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    "a": {
        # Where it may lead is checked together with all other links.
        "href": _ANYTHING,
        "hreflang": _LANGUAGE,
        "rel": re.compile(r"[a-z]+(?: [a-z]+)*"),
        "target": re.compile("_blank|_self|_parent|_top"),
        "type": re.compile(r"[\w.+-]+/[\w.+-]+"),
        "download": _PLAIN,
        "name": re.compile(r"__codelineno-[\w-]+"),
    },
    "img": {
        "src": _ANYTHING,
        "alt": _ANYTHING,
        "width": _SIZE,
        "height": _SIZE,
        "align": re.compile("left|right|top|middle|bottom"),
        "loading": re.compile("lazy|eager"),
        "decoding": re.compile("sync|async|auto"),
        **dict.fromkeys(("data-title", "data-description", "data-gallery", "data-caption-position"), _PLAIN),
    },
    # Which columns a chart draws and which events it marks, and which entries a map shows.
    "p": dict.fromkeys(("columns", "events", "lanes", "places", "title", "subtitle"), _PLAIN),
    "ol": {"start": _WHOLE_NUMBER, "type": re.compile("[1aAiI]"), "reversed": re.compile("reversed|")},
    "li": {"value": _WHOLE_NUMBER},
    "td": _CELL,
    "th": _CELL,
    "col": {"span": _SPAN, "align": _COLUMN},
    "colgroup": {"span": _SPAN, "align": _COLUMN},
    "blockquote": {"cite": _ADDRESS},
    "q": {"cite": _ADDRESS},
    "del": _CHANGE,
    "ins": _CHANGE,
    "time": {"datetime": _PLAIN},
    "data": {"value": _PLAIN},
    "details": {"open": re.compile("open|")},
    "label": {"for": re.compile(_TAB)},
    "input": {
        "type": re.compile("checkbox|radio"),
        "name": re.compile(r"__tabbed_\d+"),
        "checked": re.compile("checked|"),
        "disabled": re.compile("disabled|"),
    },
    "div": {"data-tabs": re.compile(r"\d+:\d+"), "style": _BAR},
    "span": {"data-linenos": re.compile(r"\s*\d*\s*")},
}
_IDS_OF_EXTENSIONS: Mapping[str, re.Pattern[str]] = {
    "input": re.compile(_TAB),
    "a": re.compile(r"__codelineno-[\w-]+"),
    "span": re.compile(r"__(?:span-[\w-]+|[\w-]+-\d+-\d+)"),
    "figure": re.compile(r"__(?:[a-z]+-)?caption_[\d_]+"),
}
_OF_THE_THEME = re.compile(
    r"__.*|content_search|hljs-dark|hljs-light|keyboardModalLabel|mkdocs-search-(?:query|results)|"
    r"mkdocs_(?:keyboard|search)_modal|navbar-collapse|searchModalLabel|theme-menu|toc-collapse"
)
_OF_POLICYBRIEF = re.compile(r"pb-.*|policybrief|[nr]-(?:\d+|[a-z])-\d+(?:-\d+)?")
"""Elements of ours, and notes with their calls; `policybrief` is the name under which scripts find ours."""
_OF_A_PARAGRAPH = re.compile(r"p-[0-9a-z]{4,5}")
_IN_A_LINE = frozenset(
    "a img em strong b i u s del ins mark sub sup small q cite abbr dfn time code kbd samp var span".split()
)
_RUNS = re.compile(r"on.*|srcdoc|form|formaction|action|background|ping|poster|srcset|nonce|is", re.DOTALL)
_LEADS = frozenset(("href", "xlink:href", "src", "cite"))
_PUT_ASIDE = re.compile("\x02[^\x03]*\x03")
_LISTED = "see 'What a page may hold' in the manual"


def refused_element(tag: str, kind: str) -> Refusal | None:
    """Return why an element may not be in the text, or None; `kind` is its attribute `type`."""
    if tag in ELEMENTS or (tag == "script" and _SCRIPT_DATA.fullmatch(kind)):
        return None
    hint = "write Markdown; link to anything else"
    return Refusal(Code.RAW_HTML, f"the element '<{tag}>' is not allowed", hint)


def refused_attribute(tag: str, name: str, value: str | None) -> Refusal | None:
    """Return why an attribute may not be on an element of the text, or None; `value` is None when it has none."""
    if (tag in _OURS and name != "id") or (tag == "script" and name == "type"):
        return None
    if value is None and name not in WITHOUT_VALUE:
        return _valueless(name)
    if name == "id":
        return _refused_id(tag, value or "")
    allowed = _OF_ELEMENT.get(tag, {}).get(name) or _EVERYWHERE.get(name)
    if allowed is None:
        return _unlisted(tag, name)
    return None if allowed.fullmatch(value or "") else _bad_value(name, value or "")


def refused_in_code(tag: str, name: str, value: str | None) -> Refusal | None:
    """Return why an attribute may not be in HTML that an extension made ready, such as coloured code or an icon."""
    if tag in DRAWN or tag not in ELEMENTS:
        return _refused_anywhere(tag, name, value)
    if name == "style" and _COLOURED.fullmatch(value or ""):
        return None
    if name in ("href", "src") and not _ADDRESS.fullmatch(_seen_by_browser(value or "")):
        return _bad_value(name, value or "")
    return refused_attribute(tag, name, value)


def _refused_anywhere(tag: str, name: str, value: str | None) -> Refusal | None:
    runs = _RUNS.fullmatch(name.lower()) or (name.lower() == "style" and not _COLOURED.fullmatch(value or ""))
    if runs or (name.lower() in _LEADS and not _ADDRESS.fullmatch(_seen_by_browser(value or ""))):
        return _unlisted(tag, name)
    return None


def _seen_by_browser(address: str) -> str:
    """Return an address without the characters that browsers ignore when they look for a scheme."""
    return re.sub(r"[\x00-\x20\x7f]+", "", unescape(address))


def _valueless(name: str) -> Refusal:
    hint = r"remove it; for braces that are part of the text write '\{'"
    return Refusal(Code.BAD_ATTRIBUTE, f"'{name}' in braces is read as an attribute without a value", hint)


def _unlisted(tag: str, name: str) -> Refusal:
    seen = f"the attribute '{name}' is not allowed on '<{tag}>'"
    lowered = name.lower()
    if lowered.startswith("on"):
        hint = "remove it; put your own scripts into a file under 'extra_javascript'"
    elif lowered == "style":
        hint = "remove it; style pages in a stylesheet under 'extra_css'"
    else:
        hint = f"remove it; {_LISTED}"
    return Refusal(Code.BAD_ATTRIBUTE, seen, hint)


def _bad_value(name: str, value: str) -> Refusal:
    shown = " ".join(_PUT_ASIDE.sub("", value).split())
    shown = f"{shown[:40]}…" if len(shown) > 40 else shown
    hint = f"remove it, or give it an allowed value; {_LISTED}"
    return Refusal(Code.BAD_ATTRIBUTE, f"'{shown}' is not allowed as the value of the attribute '{name}'", hint)


def _refused_id(tag: str, own: str) -> Refusal | None:
    made = _IDS_OF_EXTENSIONS.get(tag)
    if made and made.fullmatch(own):
        return None
    hint = "give it another id, such as { #water }"
    if not re.fullmatch(r"[^\s\x02\x03]+", own):
        return Refusal(Code.BAD_ATTRIBUTE, f"'{' '.join(own.split())}' cannot be an id: it must be one word", hint)
    if _OF_THE_THEME.fullmatch(own):
        return Refusal(Code.DUPLICATE_ID, f"the id '{own}' is reserved for the theme", hint)
    if _OF_POLICYBRIEF.fullmatch(own):
        return Refusal(Code.DUPLICATE_ID, f"the id '{own}' is reserved for generated pages", hint)
    if _OF_A_PARAGRAPH.fullmatch(own) and not fault_of_id(own) and (tag in _IN_A_LINE or re.fullmatch("h[1-6]", tag)):
        return Refusal(Code.DUPLICATE_ID, f"the id '{own}' is reserved for a paragraph", hint)
    return None
