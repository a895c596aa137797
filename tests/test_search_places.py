"""What search is told of pages, chapters, notes, figures and relations."""

from dataclasses import replace

from documents import chapter_of, document_of
from glossaries import HERE, entry, glossary
from policybrief.model.addresses import Addresses
from policybrief.model.dates import parse_span
from policybrief.model.glossary import Relation, RelationType
from policybrief.model.knowledge import AnnotatedChapter, Knowledge
from policybrief.model.publication import SitePlace
from policybrief.outputs.search_places import places_data, relations_data
from policybrief.wording.words import ENGLISH

PLACES = (SitePlace("index.md", "T", "About", "author"), SitePlace("index.md", "Downloads", anchor="downloads"))
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |\n\n/// table-caption\nA table.\n///\n"


def test_a_page_has_its_address_and_its_words() -> None:
    pages = places_data(Knowledge((), {}, {}, ()), Addresses(), PLACES)["pages"]
    assert pages == [("./", "T", "About", "author"), ("./#downloads", "Downloads", "", "")]


def test_a_chapter_has_its_summary_and_its_notes() -> None:
    chapter = replace(chapter_of("A paragraph."), summary="What it says. " * 20)
    annotated = AnnotatedChapter(chapter, replace(document_of("A paragraph."), label="1"), (), (), (), ())
    (found,) = places_data(Knowledge((annotated,), {}, {}, ()), Addresses(), ())["chapters"]
    summary, label, notes = found
    assert summary.startswith("What it says.")
    assert summary.endswith("…")
    assert (label, notes) == ("1", 0)


def test_relations_are_told_with_their_dates_and_in_both_directions() -> None:
    member = Relation(RelationType.MEMBER_OF, "guam", HERE, parse_span("1997"), parse_span("2001"))
    lost = Relation(RelationType.LEADS, "nobody", HERE)
    entries = glossary(replace(entry("georgia", "Georgia"), relations=(member, lost)), entry("guam", "GUAM")).entries
    wordings, rows = relations_data(entries, ENGLISH)
    assert wordings[0] == ("member of", "members")
    assert rows == "0,0,1,1997,2001"
