"""The stylesheet: contrast by arithmetic, a colour and a filter for every kind, nothing from elsewhere."""

import pytest

from css_rules import read_rules
from policybrief.assets.packing import PLAIN_STYLES, SITE_STYLES, packed_styles
from policybrief.model.glossary import Kind

RULES = [rule for sheet in SITE_STYLES for rule in read_rules(sheet)]
SELECTORS = {selector for rule in RULES for selector in rule.selectors}
PACKED = (packed_styles(SITE_STYLES) + packed_styles(PLAIN_STYLES)).decode()
INKS = (
    *("ink", "soft", "accent"),
    *("state", "organisation", "project", "person", "treaty", "place", "event", "media", "concept"),
)


def tokens(selector: str) -> dict[str, str]:
    """Return the colours that the first rule with this selector sets."""
    rule = next(rule for rule in RULES if rule.selectors == (selector,))
    return {one.name.removeprefix("--pb-"): one.value for one in rule.declarations if one.value.startswith("#")}


LIGHT = tokens(":root")
DARK = tokens('[data-md-color-scheme="slate"]')
SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_arithmetic_agrees_with_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@SCHEMES
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_text_can_be_read_on_both_grounds(colours: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(colours[ink], colours[ground]) >= 4.5


@SCHEMES
@pytest.mark.parametrize(("text", "ground"), [("ink", "mark"), ("bar-ink", "bar"), ("bar-soft", "bar")])
def test_text_can_be_read_on_marks_and_on_the_bar(colours: dict[str, str], text: str, ground: str) -> None:
    assert contrast(colours[text], colours[ground]) >= 4.5


def test_dark_without_javascript_is_the_same_dark() -> None:
    assert tokens('[data-md-color-scheme="default"]') == DARK
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
def test_every_kind_has_a_colour_and_a_filter(kind: str) -> None:
    (colour,) = (one.value for rule in RULES if f'[data-kind="{kind}"]' in rule.selectors for one in rule.declarations)
    assert colour in {f"var(--pb-{token})" for token in LIGHT}
    hidden = f':is(.pb-items > li:not([data-kind="{kind}"]), [data-kinds]:not([data-kinds~="{kind}"]))'
    assert f".pb-glossary:has(#pb-kind-{kind}:checked) {hidden}" in SELECTORS


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert "@import" not in PACKED
    assert "url(" not in PACKED


def test_the_palette_comes_first_and_paper_last() -> None:
    assert SITE_STYLES[0] == "styles/tokens.css"
    assert SITE_STYLES[-1] == "styles/print.css"
