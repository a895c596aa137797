"""Forms that the brief avoids, and acronyms that a chapter does not spell out."""

import re
from collections.abc import Iterator
from functools import cache

from ..inflection.small_words import SPOKEN, particles
from ..model.check import Finding
from ..model.forms import acronym_of, form_key, is_acronym, lower
from ..model.glossary import Entry
from ..model.knowledge import Mention
from .quotations import borrowed_in, is_within
from .read_brief import ReadBrief, ReadChapter, ReadParagraph


@cache
def _small_words() -> frozenset[str]:
    """Return the words without a letter in an acronym, in all languages."""
    return frozenset("a and de for in of on the to und".split()).union(*map(particles, SPOKEN))


def check_spelling(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each form marked `avoid: true` in running text, outside quotations and titles."""
    avoided = {
        (entry.id, form_key(alias.form)): entry.name
        for entry in brief.project.glossary.entries
        for alias in entry.names
        if alias.avoid
    }
    for read in brief.paragraphs() if avoided else ():
        found = [mention for mention in read.mentions if (mention.entry, form_key(mention.form)) in avoided]
        borrowed = borrowed_in(read.paragraph) if found else ()
        for mention in found:
            if not is_within(mention.extent, borrowed):
                own = avoided[mention.entry, form_key(mention.form)]
                seen, hint = f"this brief does not use '{mention.form}'", f"write '{own}', or quote it"
                yield Finding(read.paragraph, seen, hint, mention.extent.start)


def check_acronyms(brief: ReadBrief) -> Iterator[Finding]:
    """Yield the first use of each acronym in a chapter that does not spell it out there or earlier.

    The glossary defines the acronyms: an entry whose name is a full name has the acronym as an alias. Entries named by
    their acronym, and acronyms listed as known, need no full name.
    """
    long_forms = {entry.id: forms for entry in brief.entries.values() if (forms := _long_forms(entry))}
    for chapter in brief.chapters:
        yield from _unexplained(chapter, long_forms, brief.project.checks.acronyms)


def _long_forms(entry: Entry) -> tuple[str, ...]:
    """Return the forms of several words, in lowercase; none for an entry named by an acronym."""
    if is_acronym(entry.name):
        return ()
    forms = (lower(form_key(alias.form)) for alias in entry.names if not is_acronym(alias.form))
    return tuple(form for form in forms if " " in form or "-" in form)


def _unexplained(
    chapter: ReadChapter, long_forms: dict[str, tuple[str, ...]], known: frozenset[str]
) -> Iterator[Finding]:
    done: set[tuple[str, str]] = set()
    for read in chapter.paragraphs:
        used = [
            (mention, acronym)
            for mention in read.mentions
            if mention.entry in long_forms
            and is_acronym(acronym := acronym_of(mention.form))
            and acronym not in known
            and (mention.entry, acronym) not in done
        ]
        borrowed = borrowed_in(read.paragraph) if used else ()
        for mention, acronym in used:
            if (mention.entry, acronym) in done or is_within(mention.extent, borrowed):
                continue
            done.add((mention.entry, acronym))
            if not _spelled_out(mention, acronym, read, long_forms[mention.entry]):
                seen = f"'{acronym}' is not spelled out at its first use in this chapter"
                hint = f"write the full name with ({acronym}) after it, or list it under 'acronyms' in mkdocs.yml"
                yield Finding(read.paragraph, seen, hint, mention.extent.start)


def _spelled_out(mention: Mention, acronym: str, read: ReadParagraph, long_forms: tuple[str, ...]) -> bool:
    """Tell whether the full name is in the same sentence, or words with these initials come right before a bracket."""
    sentence = mention.sentence
    said = lower(form_key(read.text[sentence.start : sentence.end]))
    if any(form in said for form in long_forms):
        return True
    before = read.text[sentence.start : mention.extent.start]
    return before.endswith("(") and _initials_end_with(before[:-1], acronym)


def _initials_end_with(words: str, acronym: str) -> bool:
    letters = [letter for letter in acronym if letter.isalpha()]
    initials = [word[0].upper() for word in re.findall(r"[^\W\d_]+", words) if word.lower() not in _small_words()]
    return initials[-len(letters) :] == letters
