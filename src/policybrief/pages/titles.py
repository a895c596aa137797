"""The titles of pages other than chapters and entries, in the navigation and as headings.

They are messages, shown in the language of the brief.
"""

from collections.abc import Iterable

from ..model.glossary import Entry, Kind
from ..wording.words import message

TIMELINE_TITLE = message("Timeline")
FIGURES_TITLE = message("Figures")
PLACES_TITLE = message("Map")
REFERENCES_TITLE = message("References")
GLOSSARY_TITLE = message("Glossary")
NAMES_TITLE = message("Names")
EVIDENCE_TITLE = message("Evidence")
QUALITY_ANCHOR = "how-sources-are-judged"
"""The part of the page *Evidence* that explains the badges of sources."""
CITE_TITLE = message("How to cite")
QUOTATION_TITLE = message("Check a quotation")
SEARCH_TITLE = message("Search")
WHOLE_TITLE = message("The whole brief")
USING_TITLE = message("Using this site")
CHAPTERS_LABEL = message("Chapters")
WHO_LABEL = message("Who’s who")


def glossary_label(entries: Iterable[Entry]) -> str:
    """Return the header's name for the glossary: `Who's who` if it has people or organisations."""
    who = (Kind.PERSON, Kind.ORGANISATION, Kind.STATE, Kind.GROUP)
    return WHO_LABEL if any(entry.kind in who for entry in entries) else GLOSSARY_TITLE
