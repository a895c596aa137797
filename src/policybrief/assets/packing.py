"""Which of our files make up each stylesheet and script of the site, in which order, and how they are packed.

Every file under `styles/`, `scripts/`, `search/` and `quotes/` is in exactly one of these lists.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from rcssmin import cssmin
from rjsmin import jsmin

from ..wording.words import ENGLISH, Words

SITE_STYLES = (
    # What the rest refers to, then what applies to every page.
    "styles/tokens.css",
    "styles/theme.css",
    "styles/menus.css",
    "styles/text.css",
    "styles/text-size.css",
    "styles/line-ends.css",
    # One subject each. Where two meet, the later one narrows the earlier: the front page uses parts of an entry's page.
    "styles/chapter.css",
    "styles/entries.css",
    "styles/narrowing.css",
    "styles/indexes.css",
    "styles/parts.css",
    "styles/front-page.css",
    "styles/cards.css",
    "styles/charts.css",
    "styles/citing.css",
    "styles/figures.css",
    "styles/maps.css",
    "styles/notes.css",
    "styles/reading-strip.css",
    "styles/evidence.css",
    "styles/references.css",
    "styles/relations.css",
    "styles/search.css",
    "styles/search-results.css",
    "styles/quotation.css",
    "styles/timeline.css",
    "styles/one-page.css",
    # After the drawings that it mirrors.
    "styles/right-to-left.css",
    # The reader's own colours, then paper, override all of them.
    "styles/forced-colours.css",
    "styles/print.css",
)
"""The stylesheet of every page that has the theme around it. It is loaded after the theme's own."""

PLAIN_STYLES = ("styles/without-theme.css",)
"""The stylesheet of the pages that do without the theme."""

SITE_SCRIPTS = (
    # What the others call.
    "scripts/base.js",
    # Before every other script that listens to keys: it keeps the keys that are switched off from them.
    "scripts/keyboard.js",
    "scripts/palette.js",
    "scripts/text-size.js",
    "scripts/copy-buttons.js",
    "scripts/moved-paragraphs.js",
    "scripts/parts.js",
    # Before the controls, which need to know what can be cited.
    "scripts/citing.js",
    "scripts/citing-controls.js",
    # After the controls, which it takes out of the order of the Tab key.
    "scripts/paragraph-stops.js",
    # Before the cards, which show it.
    "scripts/card-contents.js",
    "scripts/notes-beside.js",
    "scripts/cards.js",
    "scripts/evidence-loader.js",
    "scripts/reading-strip.js",
    "scripts/continue-reading.js",
    "scripts/filters.js",
    "scripts/folder-links.js",
    # Last: where the address holds a query, it opens the search box at once, over a page that is ready.
    "scripts/search-loader.js",
)
"""The script of every page that has the theme around it."""

CITING_SCRIPTS = ("scripts/citing-dialog.js",)
"""Loaded when something is first cited, together with the templates of the citations."""

EVIDENCE_SCRIPTS = ("scripts/sentences.js", "scripts/same-matter.js", "scripts/evidence.js")
"""Loaded when a reader first asks what a sentence rests on, together with the data."""

NOT_FOUND_SCRIPTS = ("scripts/not-found.js",)
"""Loaded by the page for addresses that do not exist."""

SEARCH_SCRIPTS = (
    # How words are compared, then the data, which is read with it.
    "search/folding.js",
    "search/codes.js",
    "search/data.js",
    # What a word may mean: each uses those above it.
    "search/sorted.js",
    "search/edit-distance.js",
    "search/names.js",
    "search/dates.js",
    "search/stems.js",
    "search/word-index.js",
    # From the query to its hits.
    "search/question-words.js",
    "search/query-units.js",
    "search/query.js",
    "search/ranking.js",
    "search/snippets.js",
    "search/answer.js",
    # What is shown, and what a choice does.
    "search/navigation.js",
    "search/results.js",
    "search/box.js",
)
"""Loaded when search is first used, after its data."""

FURTHER_SEARCH_SCRIPTS = (
    # Each adds to the answer what needs the data that come with it.
    "search/amounts.js",
    "search/periods.js",
    "search/likeness.js",
    "search/respelling.js",
    "search/other-languages.js",
    "search/translation.js",
    "search/unknown-words.js",
    "search/synonyms.js",
    "search/initials.js",
    "search/references.js",
    "search/facts.js",
    "search/about.js",
    "search/places.js",
    "search/hints.js",
    "search/suggestions.js",
)
"""Loaded with the rest of the data, while what is loaded already answers."""

RESULTS_SCRIPTS = ("search/results-page.js",)
"""Loaded by the page of all results."""

QUOTE_CHECKER_SCRIPTS = (
    # How words are compared, what is looked up in, then the two ways of finding a passage that is not as it was.
    "quotes/words.js",
    "quotes/texts.js",
    "quotes/alignment.js",
    "quotes/runs.js",
    "quotes/verdict.js",
)
"""How a quotation is checked; uses the folding of search."""

QUOTE_PAGE_SCRIPTS = (*QUOTE_CHECKER_SCRIPTS, "quotes/excerpts.js", "quotes/findings.js", "quotes/page.js")
"""Loaded by the page that checks quotations, after search, whose data it reads."""

LANDING_SCRIPTS = ("search/landing.js",)
"""Loaded by the page that a hit leads to."""

SCRIPTLESS_STYLES = ("styles/source-filters.css",)
"""The stylesheet that filters the list of sources without a script. No other page loads it."""

PREVIEW_STYLES = ("styles/preview.css",)
"""The stylesheet of what a preview adds to pages."""

PREVIEW_SCRIPTS = ("scripts/edited-paragraph.js",)
"""Loaded by a chapter in a preview after it was edited."""

BUNDLES = (
    SITE_STYLES,
    PLAIN_STYLES,
    SCRIPTLESS_STYLES,
    SITE_SCRIPTS,
    CITING_SCRIPTS,
    EVIDENCE_SCRIPTS,
    NOT_FOUND_SCRIPTS,
    PREVIEW_STYLES,
    PREVIEW_SCRIPTS,
    SEARCH_SCRIPTS,
    FURTHER_SEARCH_SCRIPTS,
    RESULTS_SCRIPTS,
    QUOTE_PAGE_SCRIPTS,
    LANDING_SCRIPTS,
)


_MESSAGE = re.compile(r'\b(say|sayAs|counted)\(\s*("(?:[^"\\]|\\.)*")(?:,\s*("(?:[^"\\]|\\.)*"))?')
"""A call that says something: the message, or its context and the message, in double quotation marks."""


def source(name: str) -> str:
    """Return the text of one of our files, given its path below this folder."""
    return (files("policybrief") / "assets" / name).read_text(encoding="utf-8")


@cache
def packed_styles(names: tuple[str, ...]) -> bytes:
    """Return stylesheets as one, without comments and unneeded white space."""
    packed: str = cssmin("\n".join(map(source, names)))
    return packed.encode()


@cache
def packed_scripts(names: tuple[str, ...], words: Words = ENGLISH) -> bytes:
    """Return scripts as one, without comments and unneeded white space, after the translations of what they say."""
    code = "\n".join(map(source, names))
    packed: str = jsmin(code)
    return _translations(code, words) + packed.encode()


def _translations(code: str, words: Words) -> bytes:
    """Return a script that holds the messages of other scripts in another language; nothing for English.

    A message is looked up by its English words; what is counted has a form for each CLDR category.
    """
    said: dict[str, str | Mapping[str, str]] = {}
    for call, first, second in _MESSAGE.findall(code):
        one, other = json.loads(first), json.loads(second or '""')
        if call == "counted":
            said[one] = words.forms_by_category(one)
        elif call == "sayAs":
            said[f"{one}\x04{other}"] = words.say_as(one, other)
        else:
            said[one] = words.say(one)
    shown = {key: text for key, text in sorted(said.items()) if text and text != key}
    if not shown:
        return b""
    table = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
    keep = f"Object.assign(p.translations=p.translations||{{}},{table})"
    return f"(p=>{{{keep}}})(window.policybrief=window.policybrief||{{}});\n".encode()
