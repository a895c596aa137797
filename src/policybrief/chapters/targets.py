"""What the forms of a glossary mean: its names as written, in other spellings and in the cases of their language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..inflection.everyday import is_common_phrase, is_only_as_written, may_be_common
from ..inflection.forms import forms_of, is_inflected, language_of
from ..model.forms import form_key, lower, with_capital
from ..model.glossary import Alias, Entry, Kind
from .names_without_capitals import LANGUAGES as LANGUAGES_WITHOUT_CAPITALS

_WITHOUT_ACCENTS = str.maketrans("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ", "AAACEEEEIIOOUUU")
_IN_COMPOUNDS = (Kind.PROJECT, Kind.TREATY, Kind.DOCUMENT, Kind.EVENT, Kind.ORGANISATION)
_DATED = (Kind.TREATY, Kind.DOCUMENT)
_ENGLISH_PLURALS = ((re.compile(r"(?<=[^aeiou])y$"), "ies"), (re.compile(r"(?<=[sxz])$|(?<=[cs]h)$"), "es"))


@dataclass(frozen=True, slots=True)
class Target:
    """What a form means."""

    entry: str
    """The id of the entry; empty when several bear the form."""
    family_name: bool = False
    """Whether the form is a person's family name alone, which others may bear."""
    language: str = ""
    """Of the form, without script and region."""
    common: bool = False
    """Whether the form is a common word as well, such as `Вера`."""
    given_name: bool = False
    """Whether the form is the given name of a person alone."""
    kind: Kind | None = None
    """Of the entry."""
    given: tuple[str, ...] = ()
    """Of a family name: the given names of its bearer, from all names that the glossary has."""
    longer: bool = False
    """Whether the entry has a name of several words in the language as well."""
    years: tuple[int, int] | None = None
    """Of the entry, the first and the last."""


def other_spellings(entry: Entry, alias: Alias) -> Iterator[str]:
    """Yield a name as writers of its language also spell it: `Etats-Unis`, `Nord-Stream-2-Pipeline`.

    French capitals may go without their accents; in German a compound joins all words of the name by hyphens.
    """
    language = language_of(alias)
    if language == "fr":
        for form in (alias.form, *forms_of(entry, alias).forms):
            written = form[0].upper() + form[1:] if alias.any_case else form
            if (plain := written.translate(_WITHOUT_ACCENTS)) != written:
                yield plain
    elif language == "de" and entry.kind in _IN_COMPOUNDS and " " in alias.form:
        words = alias.form.split(" ")
        if all(word[0].isupper() or word[0].isdigit() for word in words):
            yield "-".join(words)


def inflected(entry: Entry, alias: Alias) -> Iterator[tuple[str, Target]]:
    """Yield the keys of the forms of a name, and what they mean."""
    forms = forms_of(entry, alias).forms
    if is_inflected(alias) and alias.form[0].islower():
        forms += _as_openers(alias, forms)
    if not forms:
        return
    target = target_of(entry, alias)
    # Where each form is a word of its own, it is asked about; elsewhere the endings are those of any word.
    asks = (
        target.entry
        and not alias.any_case
        and " " not in alias.form
        and (target.language in ("ru", "uk", "de") or is_only_as_written(alias.form, target.language))
    )
    for form in forms:
        if target.family_name and _is_of_a_woman_too(alias.form, form, target.language):
            yield key_of(form, alias.any_case), Target("", language=target.language)
        else:
            yield key_of(form, alias.any_case), target_of(entry, alias, form) if asks else target


def _is_of_a_woman_too(name: str, form: str, language: str) -> bool:
    """Tell whether a form of a man's family name is a woman's name: `Həsənova`, which is to Həsənov as well."""
    return language == "az" and form == f"{name}a" and name.endswith(("ov", "ev"))


def _as_openers(alias: Alias, forms: tuple[str, ...]) -> tuple[str, ...]:
    """Return how a sentence opens with a name that begins with a small letter: `Offene Daten`."""
    if not alias.any_case:
        return tuple(with_capital(form, alias.language) for form in (alias.form, *forms))
    # In Azerbaijani `ı` becomes `I`, whose small letter is `i` elsewhere.
    return tuple("i" + form[1:] for form in (alias.form, *forms) if form[0] == "ı")


def plural_of(alias: Alias) -> str:
    """Return the regular English plural of a phrase or an acronym, or empty for any other form."""
    if not alias.language.startswith("en"):
        return ""
    form = alias.form
    if len(form) > 1 and form.isalpha() and form.isupper():
        return form + "s"
    if not alias.any_case or not form[-1].isalpha():
        return ""
    for ending, plural in _ENGLISH_PLURALS:
        if ending.search(form):
            return ending.sub(plural, form)
    return form + "s"


def key_of(form: str, any_case: bool) -> str:
    """Return how a form is looked up: in small letters if it keeps none of its own."""
    key = form_key(form)
    return lower(key) if any_case else key


def target_of(entry: Entry, alias: Alias, form: str = "") -> Target:
    """Return what a name means, or a `form` of it that may be a common word where the name is none."""
    language = language_of(alias)
    if alias.ambiguous:
        return Target("", language=language)
    person = entry.kind is Kind.PERSON
    given = _given_names(entry, alias) if person else ()
    given_name = person and any(other.form.startswith(f"{alias.form} ") for other in entry.names)
    common = _is_also_a_common_word(alias, form, entry.kind)
    longer = alias.form.isupper() and any(" " in other.form and language_of(other) == language for other in entry.names)
    return Target(entry.id, bool(given), language, common, given_name, entry.kind, given, longer, _years_of(entry))


def _years_of(entry: Entry) -> tuple[int, int] | None:
    dates = (entry.dates.start, entry.dates.end) if entry.dates and entry.kind in _DATED else ()
    years = [date.year for date in dates if date]
    return (min(years), max(years)) if years else None


def _given_names(entry: Entry, alias: Alias) -> tuple[str, ...]:
    """Return the words before a family name in all other names of the person; none if it is no family name."""
    ending = f" {alias.form}"
    before = [other.form.removesuffix(ending) for other in entry.names if other.form.endswith(ending)]
    return tuple(word for words in before for word in words.split())


def _is_also_a_common_word(alias: Alias, form: str, kind: Kind) -> bool:
    """Tell whether a name of one word, or a form of it, is a common word too; in German also one after its article.

    Not so `die Linke`: as a common word that is an adjective, and has no capital.
    """
    language = language_of(alias)
    # What the author writes in small letters is meant as a phrase.
    as_phrase = alias.any_case and language not in LANGUAGES_WITHOUT_CAPITALS
    if not as_phrase and is_common_phrase(alias.form, language, kind):
        return True
    article, _, noun = alias.form.rpartition(" ")
    with_article = language == "de" and article.lower() in ("der", "die", "das") and not noun.endswith(("e", "en"))
    if as_phrase or (article and not with_article):
        return False
    # All forms of the name of a thing are those of the common word; a form of a given name may be none.
    one = is_only_as_written(noun, language) or (kind is Kind.PERSON and language != "de")
    words = {form or noun} if one else {form, noun}
    return any(may_be_common(word, language, kind) for word in words if word)
