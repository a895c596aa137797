"""What a linter would say of the stylesheets: nothing twice, nothing unused, no colour from outside the palette."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest
from tinycss2 import parse_component_value_list
from tinycss2.color4 import parse_color

from css_rules import Declaration, Rule, read_rules
from policybrief.assets.packing import PLAIN_STYLES, PREVIEW_STYLES, SCRIPTLESS_STYLES, SITE_STYLES
from policybrief.model.glossary import Kind
from policybrief.pages.references import OTHER_KIND, SOURCE_KINDS
from policybrief.pages.timeline import SLOTS

SHEETS = (*SITE_STYLES, *PLAIN_STYLES, *SCRIPTLESS_STYLES, *PREVIEW_STYLES)
RULES = [rule for sheet in SHEETS for rule in read_rules(sheet)]

FALLBACKS = {("styles/search.css", "max-height")}
"""Properties that a rule sets twice: to what every browser knows, then to something better."""

LITERAL = re.compile(r"#[0-9a-f]+\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix)a?\([^()]*\)", re.IGNORECASE)
SHADE = re.compile(r"rgb\(0 0 0 / \d+%\)")
"""Shadows, and what dims the page behind a dialog, are black in every palette."""

CLASS = re.compile(r"\.(-?[a-z_][\w-]*)", re.IGNORECASE)
ID = re.compile(r"#(pb-[\w-]+)")
OURS = re.compile(r"\bpb-[a-z0-9-]*[a-z0-9]")
CLASSES_WRITTEN = re.compile(
    r"""
    \bclass(?:Name)?\s*[=:]\s*(?:count\ \?\s)?(".*?"|'.*?')  # in templates and scripts
    | "class":\ f?(".*?")                                     # in Python
    | \b(?:button|span)\((".*?")                              # scripts' own functions for elements
    """,
    re.VERBOSE,
)

HOOKS = {
    *("pb-cite", "pb-cited-name", "pb-cite-page", "pb-search-page"),
    *("pb-results-copy", "pb-results-copied", "pb-results-csv", "Z3988"),
}
"""Classes without a style: what others may rely on, and what one of our own steps leaves for the next.

The page of results finds its buttons by the end of their names; reference managers look for `Z3988` in any page.
"""

MADE_CLASSES = {*(f"pb-lines-{count}" for count in range(3, 10)), *(f"pb-rows-{count}" for count in range(2, 5))}
"""Classes put together from a word and the number of lines that a note may take, or of rows beside it."""

MADE_IDS = {
    *(f"pb-kind-{kind.value}" for kind in Kind),
    *(f"pb-source-{kind.name}" for kind in (*SOURCE_KINDS, OTHER_KIND)),
    *(f"pb-actor-{slot}" for slot in range(1, SLOTS + 1)),
}
"""Ids that templates put together from a word and a value."""


def declared() -> Iterator[tuple[Rule, Declaration]]:
    """Yield every declaration with its rule."""
    for rule in RULES:
        for declaration in rule.declarations:
            yield rule, declaration


@pytest.mark.parametrize("sheets", [SITE_STYLES, PLAIN_STYLES], ids=["site", "plain"])
def test_no_selector_has_two_rules(sheets: tuple[str, ...]) -> None:
    count = Counter((rule.around, rule.selectors) for sheet in sheets for rule in read_rules(sheet))
    assert not [key for key, number in count.items() if number > 1]


def test_no_list_has_a_selector_twice() -> None:
    assert not [rule.place for rule in RULES if len(set(rule.selectors)) < len(rule.selectors)]


def test_no_rule_is_empty() -> None:
    assert not [rule.place for rule in RULES if not rule.declarations]


def test_no_rule_sets_a_property_twice() -> None:
    twice = {
        (rule.sheet, name)
        for rule in RULES
        for name, number in Counter(one.name for one in rule.declarations).items()
        if number > 1
    }
    assert twice == FALLBACKS


def test_a_rule_is_outweighed_by_force_only_on_paper_and_where_motion_is_unwelcome() -> None:
    conditions = ("@media print", "@media (prefers-reduced-motion: reduce)")
    assert not [rule.place for rule, one in declared() if one.important and not {*conditions} & {*rule.around}]


def test_colours_come_from_the_palette() -> None:
    tokens = {one.value for _, one in declared() if one.name.startswith("--pb-")}
    outside = [
        (rule.place, colour)
        for rule, one in declared()
        for colour in (*LITERAL.findall(one.value), *named_colours(one))
        if not one.name.startswith("--pb-") and colour not in tokens and not SHADE.fullmatch(colour)
    ]
    assert not outside


def named_colours(declaration: Declaration) -> Iterator[str]:
    """Yield words such as `red`; not those for no colour and for the colour of the text."""
    for token in parse_component_value_list(declaration.value):
        if token.type == "ident" and token.lower_value not in {"transparent", "currentcolor"} and parse_color(token):
            yield token.value


def test_every_token_in_use_is_defined_and_every_one_defined_is_used() -> None:
    defined = {one.name for _, one in declared() if one.name.startswith("--pb-")}
    used = set(re.findall(r"var\((--pb-[\w-]+)", " ".join(one.value for _, one in declared())))
    in_scripts = {f"--{word}" for word in words_of(code("js"))}
    assert used <= defined
    assert defined <= used | in_scripts


def test_every_class_of_ours_in_a_style_is_written_somewhere() -> None:
    ours = {one for one in in_styles(CLASS) if one.startswith("pb-")}
    assert not ours - words_of(code("html", "js", "py")) - MADE_CLASSES


def test_every_class_of_ours_written_somewhere_has_a_style_or_a_use_in_a_script() -> None:
    written = set()
    for text in code("html", "js", "py"):
        for groups in CLASSES_WRITTEN.findall(text):
            written |= words_of(groups)
    assert len(written) > 150
    sought = {one for text in code("js") for one in CLASS.findall(text)}
    assert not written - in_styles(CLASS) - sought - HOOKS


def test_every_id_in_a_style_is_written_somewhere() -> None:
    assert not in_styles(ID) - words_of(code("html", "js", "py")) - MADE_IDS


def test_every_class_of_the_theme_in_a_style_is_in_the_theme() -> None:
    theirs = {one for one in in_styles(CLASS) if not one.startswith("pb-")}
    theme = {one for _, text in texts(files("material") / "templates", {".css"}) for one in CLASS.findall(text)}
    assert not theirs - theme


def in_styles(kind: re.Pattern[str]) -> set[str]:
    """Return the classes or ids that any of our selectors names."""
    return {one for rule in RULES for text in (*rule.around, *rule.selectors) for one in kind.findall(text)}


def words_of(written: Iterable[str]) -> set[str]:
    """Return the words that begin as our classes and ids do."""
    return {one for text in written for one in OURS.findall(text)}


def code(*suffixes: str) -> list[str]:
    """Return the text of our templates, scripts and modules, by the endings of their names."""
    return [text for _, text in texts(files("policybrief"), {f".{suffix}" for suffix in suffixes})]


def texts(folder: Traversable, suffixes: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the name and text of every file in and below a folder whose name ends so."""
    for item in folder.iterdir():
        if item.is_dir():
            yield from texts(item, suffixes)
        elif any(item.name.endswith(suffix) for suffix in suffixes):
            yield item.name, item.read_text("utf-8")
