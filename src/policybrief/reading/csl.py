"""The terms of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types)."""

TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection "
    "dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case "
    "legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance "
    "periodical personal_communication post post-weblog regulation report review review-book software song speech "
    "standard thesis treaty webpage".split()
)

DATES = frozenset("accessed available-date event-date issued original-date submitted".split())

NAMES = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer "
    "original-author performer producer recipient reviewed-author script-writer series-creator translator".split()
)

NAME_PARTS = ("family", "given", "literal", "dropping-particle", "non-dropping-particle", "suffix")

STRINGS = frozenset(
    "abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number "
    "citation-key citation-label citation-number collection-number collection-title container-title "
    "container-title-short dimensions division DOI edition event event-place event-title first-reference-note-number "
    "genre ISBN ISSN issue journalAbbreviation jurisdiction keyword language license locator medium note number "
    "number-of-pages number-of-volumes original-publisher original-publisher-place original-title page page-first "
    "part-number part-title PMCID PMID printing-number publisher publisher-place references reviewed-genre "
    "reviewed-title scale section shortTitle source status supplement-number title title-short URL version volume "
    "volume-title year-suffix".split()
)

OWN = frozenset("title-en title-translit reliability extent copy-url archive".split())
"""Additional fields: the title in English and in Latin letters, the source's reliability, how much of it was seen,
where a copy was read, and where one is kept.
"""
