"""The stylesheets as a browser reads them: it knows every property, value and selector, and packing changes nothing."""

import re

import pytest
from playwright.sync_api import Page

from css_rules import read_rules
from policybrief.assets.packing import PLAIN_STYLES, SITE_STYLES, packed_styles, source

RULES = [rule for sheet in (*SITE_STYLES, *PLAIN_STYLES) for rule in read_rules(sheet)]
SELECTORS = [
    (rule.place, selector)
    for rule in RULES
    for selector in rule.selectors
    if not selector.startswith("@") and not any("@keyframes" in one for one in rule.around)
]

NOT_YET = {"line-clamp"}
"""Properties written beside the prefixed ones that browsers know so far."""

SERIALISE = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const texts = (rules) => Array.from(rules, (rule) => [rule.cssText, ...texts(rule.cssRules ?? [])]).flat();
  return texts(sheet.cssRules);
}"""


def test_the_browser_knows_every_property_and_value(page: Page) -> None:
    said = [(rule.place, one.name, one.value) for rule in RULES for one in rule.declarations]
    known = page.evaluate("(said) => said.map(([, name, value]) => CSS.supports(name, value))", said)
    unknown = [one for one, is_known in zip(said, known, strict=True) if not is_known and one[1] not in NOT_YET]
    assert not unknown


def test_the_browser_knows_every_selector(page: Page) -> None:
    known = page.evaluate("(all) => all.map(([, selector]) => CSS.supports(`selector(${selector})`))", SELECTORS)
    assert not [one for one, is_known in zip(SELECTORS, known, strict=True) if not is_known]


@pytest.mark.parametrize("sheets", [SITE_STYLES, PLAIN_STYLES], ids=["site", "plain"])
def test_packing_keeps_every_rule(page: Page, sheets: tuple[str, ...]) -> None:
    written = page.evaluate(SERIALISE, "\n".join(map(source, sheets)))
    packed = page.evaluate(SERIALISE, packed_styles(sheets).decode())
    assert [_plain(rule) for rule in packed] == [_plain(rule) for rule in written]


def _plain(text: str) -> str:
    """Return a rule without the spaces after commas, which a browser keeps as written in custom properties."""
    return re.sub(r",\s+", ",", text)
