"""The files of the site for other programs: their paths, and how readers are offered them."""

from ..model.addresses import CHAPTER_PDF_FOLDER, CHAPTER_TEXT_ENDING, CHART_FOLDER, PICTURE_FOLDER, TABLE_FOLDER
from ..model.publication import (
    BRIEF_GROUP,
    DATA_GROUP,
    LINKED_DATA_GROUP,
    READING_GROUP,
    SOURCES_GROUP,
    FileDeclaration,
)
from ..wording.words import message

_BIBTEX = "application/x-bibtex"
_RIS = "application/x-research-info-systems"
_CSL = "application/vnd.citationstyles.csl+json"
_JSON = "application/json"

BRIEF_PDF = FileDeclaration("brief.pdf", "application/pdf", READING_GROUP, "PDF", whole_brief=True)
BRIEF_EPUB = FileDeclaration("brief.epub", "application/epub+zip", READING_GROUP, "EPUB", whole_brief=True)
SITE_ZIP = FileDeclaration(
    "brief.zip", "application/zip", READING_GROUP, message("Website, to read offline (ZIP)"), whole_brief=True
)
"""Packed when the site is finished; empty until then."""
OTHERS_SCRIPT = FileDeclaration("assets/policybrief-evidence-others.js", "text/javascript")
TITLE_CARD = FileDeclaration("assets/title-card.png", "image/png")
"""The picture for link previews."""
CARD_SIZE = (1200, 630)
"""In pixels, as the networks require."""
BRIEF_TEXT = FileDeclaration("brief.txt", "text/plain", READING_GROUP, message("Plain text"), whole_brief=True)
CHAPTER_TEXTS = FileDeclaration(CHAPTER_TEXT_ENDING, "text/markdown", beside_pages=True)
LLMS_TEXT = FileDeclaration("llms.txt", "text/plain")
"""For programs that read text: where to find what (https://llmstxt.org/)."""
CHAPTER_PDFS = FileDeclaration(CHAPTER_PDF_FOLDER, "application/pdf")
"""Each chapter separately."""
PAGES_DATA = FileDeclaration("data/pages.json", _JSON, DATA_GROUP, message("Pages of the PDF"))

BRIEF_BIBTEX = FileDeclaration("cite/brief.bib", _BIBTEX, BRIEF_GROUP, "BibTeX")
BRIEF_BIBLATEX = FileDeclaration("cite/brief.biblatex.bib", _BIBTEX, BRIEF_GROUP, "biblatex")
BRIEF_RIS = FileDeclaration("cite/brief.ris", _RIS, BRIEF_GROUP, "RIS")
BRIEF_CSL = FileDeclaration("cite/brief.json", _CSL, BRIEF_GROUP, "CSL-JSON")

SOURCES_BIBTEX = FileDeclaration("cite/bibliography.bib", _BIBTEX, SOURCES_GROUP, "BibTeX")
SOURCES_BIBLATEX = FileDeclaration("cite/bibliography.biblatex.bib", _BIBTEX, SOURCES_GROUP, "biblatex")
SOURCES_RIS = FileDeclaration("cite/bibliography.ris", _RIS, SOURCES_GROUP, "RIS")
SOURCES_CSL = FileDeclaration("cite/bibliography.json", _CSL, SOURCES_GROUP, "CSL-JSON")

BRIEF_DATA = FileDeclaration("data/brief.json", _JSON, DATA_GROUP, message("Brief"))
PARAGRAPHS_DATA = FileDeclaration("data/paragraphs.json", _JSON, DATA_GROUP, message("Paragraphs"))
GLOSSARY_DATA = FileDeclaration("data/glossary.json", _JSON, DATA_GROUP, message("Glossary"))
EVENTS_DATA = FileDeclaration("data/events.json", _JSON, DATA_GROUP, message("Events"))
MENTIONS_DATA = FileDeclaration("data/mentions.json", _JSON, DATA_GROUP, message("Mentions"))
CITATIONS_DATA = FileDeclaration("data/citations.json", _JSON, DATA_GROUP, message("Citations"))
EVIDENCE_DATA = FileDeclaration("data/evidence.json", _JSON, DATA_GROUP, "Evidence")
REFERENCES_DATA = FileDeclaration("data/references.json", _JSON, DATA_GROUP, message("References"))
TABLE_FILES = FileDeclaration(TABLE_FOLDER, "text/csv")
"""Each table of the text, by its paragraph."""
CHART_FILES = FileDeclaration(CHART_FOLDER, "image/svg+xml")
CHART_PICTURES = FileDeclaration(PICTURE_FOLDER, "image/png")
SCHEMA_FILES = FileDeclaration("data/schema/", "application/schema+json")

CLAIMS = FileDeclaration("data/claims.jsonld", "application/ld+json", DATA_GROUP, message("Claims"))
"""Every claim of the text and what it rests on."""
SKOS = FileDeclaration("data/glossary.ttl", "text/turtle", LINKED_DATA_GROUP, message("SKOS, in Turtle"))
