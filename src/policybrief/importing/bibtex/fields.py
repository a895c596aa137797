"""What the entries and fields of BibTeX and biblatex (https://ctan.org/pkg/biblatex, chapter 2) mean in CSL."""

import re
from collections.abc import Mapping

from ...reading import csl

TYPES: Mapping[str, str] = {
    "article": "article-journal", "suppperiodical": "article-journal", "newsarticle": "article-newspaper",
    "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book", "proceedings": "book",
    "mvproceedings": "book", "reference": "book", "mvreference": "book", "manual": "book", "bookinbook": "chapter",
    "booklet": "pamphlet", "inbook": "chapter", "incollection": "chapter", "suppbook": "chapter",
    "suppcollection": "chapter", "inproceedings": "paper-conference", "conference": "paper-conference",
    "inreference": "entry-encyclopedia", "report": "report", "techreport": "report", "thesis": "thesis",
    "phdthesis": "thesis", "mastersthesis": "thesis", "unpublished": "manuscript", "online": "webpage",
    "electronic": "webpage", "www": "webpage", "webpage": "webpage", "patent": "patent", "periodical": "periodical",
    "dataset": "dataset", "data": "dataset", "software": "software", "image": "figure", "artwork": "graphic",
    "audio": "song", "music": "song", "movie": "motion_picture", "video": "motion_picture",
    "performance": "performance", "jurisdiction": "legal_case", "case": "legal_case", "legislation": "legislation",
    "legal": "treaty", "letter": "personal_communication", "standard": "standard", "review": "review",
    "speech": "speech", "map": "map", "newspaper": "article-newspaper", "magazine": "article-magazine",
    "techreports": "report", "mscthesis": "thesis", "mathesis": "thesis", "masterthesis": "thesis",
    "bachelorthesis": "thesis", "interview": "interview", "commentary": "entry-encyclopedia", "lexicon": "entry",
}  # fmt: skip
"""The CSL type of each entry type; `misc` depends on the fields."""
GENERIC = frozenset(("misc", "generic", "other", "document"))
"""Entry types that say nothing of what the source is."""

SUBTYPES: Mapping[str, str] = {
    "magazine": "article-magazine", "newspaper": "article-newspaper", "news": "article-newspaper",
    "encyclopedia": "entry-encyclopedia", "dictionary": "entry-dictionary", "blog": "post-weblog",
    **{type_: type_ for type_ in csl.TYPES},
}  # fmt: skip
"""The CSL type of what `entrysubtype` says."""

GENRES: Mapping[str, str] = {
    "phdthesis": "PhD thesis", "mathesis": "MA thesis", "bathesis": "BA thesis", "mastersthesis": "Master’s thesis",
    "candthesis": "Candidate thesis", "techreport": "Technical report", "resreport": "Research report",
    "masterthesis": "Master’s thesis", "mscthesis": "MSc thesis", "bachelorthesis": "Bachelor’s thesis",
    "software": "", "datacd": "CD-ROM", "audiocd": "audio CD",
}  # fmt: skip
"""What the keywords of biblatex, and entry types of theses, say to a reader."""
WORDS_OF_PROGRAMS = frozenset(
    "generic|misc|book|book section|journal article|electronic article|electronic book|web page|webpage|report|"
    "conference proceedings|conference paper|newspaper article|magazine article|edited book|thesis|document|article|"
    "unpublished work|online database|government document|journal|internet|online|serial|blog".split("|")
)
"""What reference managers write into `type` and printed would say nothing: the name of a type of theirs."""

TEXTS: Mapping[str, tuple[str, ...]] = {
    "series": ("collection-title",), "volume": ("volume",), "volumes": ("number-of-volumes",),
    "part": ("part-number",), "chapter": ("chapter-number",), "edition": ("edition",), "version": ("version",),
    "address": ("publisher-place",), "location": ("publisher-place",), "venue": ("event-place",),
    "eventtitle": ("event-title",), "conference": ("event-title",), "origtitle": ("original-title",),
    "origpublisher": ("original-publisher",), "origlocation": ("original-publisher-place",), "pagetotal":
    ("number-of-pages",), "numpages": ("number-of-pages",), "isbn": ("ISBN",), "issn": ("ISSN",),
    "library": ("call-number",), "abstract": ("abstract",), "annotation": ("annote",), "annote": ("annote",),
    "shorttitle": ("title-short",), "shortjournal": ("container-title-short",),
    "journalabbr": ("container-title-short",), "pmid": ("PMID",), "pmcid": ("PMCID",), "eid": ("number",),
    "copyright": ("license",), "rights": ("license",), "pubstate": ("status",), "eventdate": ("event-date",),
    "origdate": ("original-date",), "section": ("section",),
}  # fmt: skip
"""The CSL fields for a text field, best first; one that already has a value is skipped."""
PUBLISHERS = ("publisher", "institution", "school", "organization", "howpublished")
"""Fields that name who issued a source, in the order in which they count."""
PEOPLE: Mapping[str, str] = {
    "author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author",
    "director": "director", "seriescreator": "series-creator", **{name: name for name in csl.NAMES},
}  # fmt: skip
EDITOR_TYPES: Mapping[str, str] = {
    "editor": "editor", "compiler": "compiler", "director": "director", "translator": "translator",
    "collaborator": "contributor", "organizer": "organizer", "producer": "producer", "curator": "curator",
}  # fmt: skip
"""What `editortype` makes of the people in `editor`."""

OWN_NAMES: Mapping[str, str] = {
    name.lower(): name for name in csl.STRINGS | csl.DATES | csl.OWN if name not in ("source", "section")
}
"""Fields under their names in CSL, as our own export writes what biblatex has no field for."""

HOUSEKEEPING = frozenset(
    "file pdf ps local-url owner timestamp groups group __markedentry date-added date-modified date_added added-at "
    "biburl bibsource interhash intrahash read readstatus ranking priority qualityassured relevance printed "
    "creationdate modificationdate comment-owner mendeley-groups mendeley-tags citeulike-article-id "
    "citeulike-linkout-0 citeulike-linkout-1 posted-at webpdf rating options presort sortkey sortname sorttitle "
    "sortyear sortshorthand sorthash label ids entryset execute gender indextitle indexsorttitle keepword keepcase "
    "bdsk-color unique-id da oa usage-count-last-180-days usage-count-since-2013 times-cited cited-references "
    "number-of-cited-references web-of-science-categories research-areas doc-delivery-number journal-iso "
    "researcherid-numbers orcid-numbers affiliations affiliation author-email username collection openaccess "
    "entrysubtype dateadded datemodified relatedtype relatedstring relatedoptions related bibdate "
    "_timestamp _ctime timesrespect nameaddon-internal".split()
)
"""What programs keep for themselves in a file."""
_HOUSEKEEPING_FAMILIES = re.compile(r"bdsk-.+|opt.+|jabref-.+|citeulike-.+|x-.+|sort.+")


def is_housekeeping(name: str) -> bool:
    """Tell whether a field holds what a program keeps for itself, and says nothing of the source."""
    return name in HOUSEKEEPING or bool(_HOUSEKEEPING_FAMILIES.fullmatch(name))
