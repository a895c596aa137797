"""The page that checks quotations: its form; assets/quotes/page.js fills in the results."""

from ..model.addresses import QUOTATION_PATH, WHOLE_PATH
from ..model.catalogue import PageBody
from ..wording.words import message
from .render import fragment
from .site_index import SiteView
from .titles import QUOTATION_TITLE

_VERDICTS = (
    (message("Verified"), message("One paragraph has exactly these words.")),
    (message("From another paragraph"), message("The words are in the brief, but not in the named paragraph.")),
    (message("Differs"), message("One paragraph has almost these words: each difference is shown.")),
    (
        message("Stitched together"),
        message("The words come from several paragraphs; no single paragraph has all of them."),
    ),
    (message("Not in this brief"), message("No paragraph has these words or similar ones.")),
)
"""The verdicts, by their names in assets/quotes/page.js, and their meanings."""


def quotation_page(site: SiteView, *, whole: bool) -> PageBody:
    """Return the page; `whole` tells whether the site has all chapters on one page, for readers without a script."""
    words = site.words
    html = fragment(
        "quotation.html",
        words,
        title=words.say(QUOTATION_TITLE),
        number=next((paragraph.number for paragraph in site.paragraphs.values() if not paragraph.note), ""),
        verdicts=[(words.say(name), words.say(meaning)) for name, meaning in _VERDICTS],
        whole_href=site.addresses.link(to=WHOLE_PATH, start=QUOTATION_PATH) if whole else "",
    )
    return PageBody(html)
