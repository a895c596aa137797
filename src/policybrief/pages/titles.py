"""What the pages are called that are not those of one chapter or entry, in the navigation and over their text."""

from collections.abc import Iterable

from ..model.glossary import Entry, Kind

TIMELINE_TITLE = "Timeline"
FIGURES_TITLE = "Figures"
PLACES_TITLE = "Map"
REFERENCES_TITLE = "References"
GLOSSARY_TITLE = "Glossary"
NAMES_TITLE = "Names"
EVIDENCE_TITLE = "Evidence"
QUALITY_ANCHOR = "how-sources-are-judged"
"""The part of the page of evidence that says what the badges of sources mean."""
CITE_TITLE = "How to cite"
SEARCH_TITLE = "Search"
WHOLE_TITLE = "The whole brief"
USING_TITLE = "Using this site"
CHAPTERS_LABEL = "Chapters"


def glossary_label(entries: Iterable[Entry]) -> str:
    """Return what the header calls the glossary: `Who's who` where people or organisations are in it."""
    who = (Kind.PERSON, Kind.ORGANISATION, Kind.STATE, Kind.GROUP)
    return "Who’s who" if any(entry.kind in who for entry in entries) else GLOSSARY_TITLE
