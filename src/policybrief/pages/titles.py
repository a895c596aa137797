"""What the pages are called that are not those of one chapter or entry, in the navigation and over their text.

They are messages, to be said in the language of the brief.
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
"""The part of the page of evidence that says what the badges of sources mean."""
CITE_TITLE = message("How to cite")
QUOTATION_TITLE = message("Check a quotation")
SEARCH_TITLE = message("Search")
WHOLE_TITLE = message("The whole brief")
USING_TITLE = message("Using this site")
CHAPTERS_LABEL = message("Chapters")
WHO_LABEL = message("Who’s who")


def glossary_label(entries: Iterable[Entry]) -> str:
    """Return what the header calls the glossary: `Who's who` where people or organisations are in it."""
    who = (Kind.PERSON, Kind.ORGANISATION, Kind.STATE, Kind.GROUP)
    return WHO_LABEL if any(entry.kind in who for entry in entries) else GLOSSARY_TITLE
