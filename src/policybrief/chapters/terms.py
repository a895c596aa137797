"""Finding names in text: first word, then the lengths that begin with it, then a look-up; the longest wins."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from ..inflection.everyday import is_common_phrase, is_only_as_written, may_be_common
from ..inflection.forms import INFLECTED, forms_of, is_inflected, language_of
from ..model.forms import form_key, lower, with_capital, with_plain_signs
from ..model.glossary import Alias, Entry, Glossary, Kind
from .longer_names import (
    PLACES,
    has_another_given_name,
    is_derived,
    is_part_of_a_longer_name,
    is_the_given_name_of_another,
)  # fmt: skip
from .name_in_context import NameInContext
from .name_surroundings import (
    NAMED,
    follows_a_given_name,
    has_a_compass_point,
    has_a_family_name,
    is_a_paper_in_german,
    is_half_of_a_name,
    is_within_a_name,
    may_be_common_here,
    opens_as_an_adjective,
)
from .names_going_on import is_before_a_compound, is_first_half_in_french
from .people_of_a_name import is_of_another_person
from .slavic_names import has_other_initials

_UNSPACED = (
    "\u0e00-\u0eff"  # Thai and Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese and Khmer
    "\u3005-\u3007\u3040-\u309f"  # Hiragana, and marks among Chinese characters
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
"""The scripts that put no spaces between words: each character may begin a name, and end one."""
_TOKEN = re.compile(rf"[^\W{_UNSPACED}]+|[{_UNSPACED}]|[^\w\s]")
_IN_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_WITHOUT_ACCENTS = str.maketrans("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜ", "AAACEEEEIIOOUUU")
_IN_COMPOUNDS = (Kind.PROJECT, Kind.TREATY, Kind.DOCUMENT, Kind.EVENT, Kind.ORGANISATION)
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


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text, from `start` up to but not including `end`."""

    start: int
    end: int
    target: Target

    unsure: bool = False
    """A part of what may be another name: a family name after another given name, a state after a compass point."""
    common: bool = False
    """Where it is it may be a common word with the capital of a sentence or of every noun."""

    @property
    def entry(self) -> str:
        """The entry meant, or empty when that is open."""
        return "" if self.unsure or self.common else self.target.entry


@dataclass(frozen=True, slots=True)
class Matcher:
    """The forms of a glossary, ready to be looked for."""

    exact: Mapping[str, Target]
    """Forms that keep their case."""
    any_case: Mapping[str, Target]
    """Forms that do not, in lower case."""
    lengths: Mapping[str, tuple[int, ...]]
    """For each first token in lower case, how many tokens such forms have, the longest first."""

    def find(self, text: str) -> Iterator[Found]:
        """Yield the names in `text` from left to right; none overlaps another.

        Of the names that begin at a word the longest wins. A name begins and ends where a word does, so `Russia`
        is not in `Russian`, but `WHO` is in `pre-WHO` and in `WHO's`. In scripts without spaces, as Chinese and Thai, a
        name is found wherever its characters are.
        """
        plain = with_plain_signs(text)
        lowered = lower(plain)
        tokens = [match.span() for match in _TOKEN.finditer(plain)]
        words = [lowered[start:end] for start, end in tokens]
        lengths = self.lengths
        position, count, name_until = 0, len(tokens), -1
        while position < count:
            for length in lengths.get(words[position], ()):
                if position + length > count:
                    continue
                start, end = tokens[position][0], tokens[position + length - 1][1]
                target = self._target(plain, start, end)
                if target is not None:
                    # `with Hasanov Mammadova spoke`: what is a name already is nobody's given name.
                    alone = target.family_name and name_until != start - 1
                    unsure = alone and follows_a_given_name(plain, start, target.language)
                    found = self._found(plain, start, end, target, unsure)
                    name_until = end if not found.unsure and (target.family_name or _is_of_no_person(target)) else -1
                    yield found
                    position += length
                    break
            else:
                position += 1

    def look_up(self, form: str) -> Target | None:
        """Return what the whole of `form` means, or None."""
        key = form_key(form)
        return self.exact.get(key) or self.any_case.get(lower(key))

    def _target(self, plain: str, start: int, end: int) -> Target | None:
        key = plain[start:end]
        if "  " in key:
            key = form_key(key)
        target = self.exact.get(key) or self.any_case.get(lower(key))
        if target is None or not _stands_alone(plain, start, end):
            return None
        if (target.kind in NAMED or not target.entry) and is_within_a_name(plain, start, end, target.given_name):
            return None
        if target.language == "fr" and is_first_half_in_french(plain, start, end, target.kind):
            return None
        if target.language == "de" and is_before_a_compound(plain, start, end):
            return None
        derived = target.language in ("az", "tr") and target.kind not in PLACES and is_derived(plain, end)
        return None if derived else target

    def _found(self, plain: str, start: int, end: int, target: Target, unsure: bool) -> Found:
        """Return a name with what its place says of it."""
        language = target.language
        if not target.entry or language not in INFLECTED:
            return Found(start, end, target, unsure)
        name, before = plain[start:end], plain[max(0, start - 40) : start]
        spot = NameInContext(plain, start, end, language, target.kind, self._is_known, name, before, target.given)
        unsure = unsure or self._may_be_of_another(spot, target) or is_part_of_a_longer_name(spot)
        paper = language == "de" and target.kind is Kind.MEDIA and is_a_paper_in_german(plain, start, end)
        adjective = (
            target.kind is not Kind.CONCEPT if language in ("ru", "uk")
            else language == "de" and target.common and target.kind is not Kind.PERSON
        )  # fmt: skip
        common = (target.common and not paper and may_be_common_here(plain, start, end, language)) or (
            adjective and opens_as_an_adjective(plain, start, end, language)
        )
        return Found(start, end, target, unsure, common)

    def _may_be_of_another(self, spot: NameInContext, target: Target) -> bool:
        """Tell whether a name of a person or a place may be that of another one."""
        where = spot.plain, spot.start, spot.end, spot.language
        if target.kind is not Kind.PERSON:
            return target.kind in NAMED and has_a_compass_point(*where)
        return (
            is_half_of_a_name(*where, self._is_known)
            or (target.given_name and has_a_family_name(spot.plain, spot.end))
            or (
                target.family_name
                and (
                    is_the_given_name_of_another(spot)
                    or has_another_given_name(spot)
                    or is_of_another_person(spot)
                    or has_other_initials(spot)
                )
            )
        )

    def _is_known(self, form: str) -> bool:
        return self.look_up(form) is not None


@lru_cache(maxsize=2)
def matcher_of(glossary: Glossary) -> Matcher:
    """Return the matcher for all forms of the glossary that may be linked, inflected ones among them.

    Where the plural that English would form of one entry is what another is called, the other has it. A form that two
    entries share in one language, because it is inflected so or by chance, means neither by itself. The last ones are
    kept, for a preview asks again at every save.
    """
    exact: dict[str, Target] = {}
    any_case: dict[str, Target] = {}
    written = [(entry, alias) for entry in glossary.entries for alias in entry.names if alias.link]
    languages: dict[str, str] = {}
    for entry, alias in written:
        key = _key(alias.form, alias.any_case)
        _add(any_case if alias.any_case else exact, key, _target_of(entry, alias))
        languages[key] = language_of(alias)
    for entry, alias in written:
        for other in _other_spellings(entry, alias):
            (any_case if alias.any_case else exact).setdefault(_key(other, alias.any_case), _target_of(entry, alias))
        plural = plural_of(alias)
        if plural:
            key = _key(plural, alias.any_case)
            (any_case if alias.any_case else exact).setdefault(key, _target_of(entry, alias))
            languages.setdefault(key, language_of(alias))
    for entry, alias in written:
        forms = any_case if alias.any_case else exact
        for form, target in _inflected(entry, alias):
            # What another language writes so is its own name: an inflected form does not take it away.
            if languages.setdefault(form, target.language) == target.language:
                _add(forms, form, target)
    return Matcher(exact, any_case, _lengths(chain(exact, any_case)))


def _other_spellings(entry: Entry, alias: Alias) -> Iterator[str]:
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


def _inflected(entry: Entry, alias: Alias) -> Iterator[tuple[str, Target]]:
    """Yield the keys of the forms of a name, and what they mean."""
    forms = forms_of(entry, alias).forms
    if is_inflected(alias) and alias.form[0].islower():
        forms += _as_openers(alias, forms)
    if not forms:
        return
    target = _target_of(entry, alias)
    # Where each form is a word of its own, it is asked about; elsewhere the endings are those of any word.
    asks = (
        target.entry
        and not alias.any_case
        and " " not in alias.form
        and (target.language in ("ru", "uk", "de") or is_only_as_written(alias.form, target.language))
    )
    for form in forms:
        if target.family_name and _is_of_a_woman_too(alias.form, form, target.language):
            yield _key(form, alias.any_case), Target("", language=target.language)
        else:
            yield _key(form, alias.any_case), _target_of(entry, alias, form) if asks else target


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


def _add(forms: dict[str, Target], key: str, target: Target) -> None:
    seen = forms.setdefault(key, target)
    if seen.entry != target.entry:
        forms[key] = Target("", language=seen.language if seen.language == target.language else "")


def _key(form: str, any_case: bool) -> str:
    key = form_key(form)
    return lower(key) if any_case else key


def _target_of(entry: Entry, alias: Alias, form: str = "") -> Target:
    """Return what a name means, or a `form` of it that may be a common word where the name is none."""
    language = language_of(alias)
    if alias.ambiguous:
        return Target("", language=language)
    person = entry.kind is Kind.PERSON
    given = _given_names(entry, alias) if person else ()
    given_name = person and any(other.form.startswith(f"{alias.form} ") for other in entry.names)
    common = _is_also_a_common_word(alias, form, entry.kind)
    return Target(entry.id, bool(given), language, common, given_name, entry.kind, given)


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
    if is_common_phrase(alias.form, language, kind):
        return True
    article, _, noun = alias.form.rpartition(" ")
    with_article = language == "de" and article.lower() in ("der", "die", "das") and not noun.endswith(("e", "en"))
    if alias.any_case or (article and not with_article):
        return False
    # All forms of the name of a thing are those of the common word; a form of a given name may be none.
    one = is_only_as_written(noun, language) or (kind is Kind.PERSON and language != "de")
    words = {form or noun} if one else {form, noun}
    return any(may_be_common(word, language, kind) for word in words if word)


def _lengths(keys: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for key in keys:
        first, *others = key.split(" ")
        # Most words are a token each.
        if not (first.isalpha() and all(map(str.isalpha, others))) or _IN_UNSPACED.search(key):
            first, *others = _TOKEN.findall(key) or [""]
        if first:
            found.setdefault(lower(first), set()).add(len(others) + 1)
    return {first: tuple(sorted(counts, reverse=True)) for first, counts in found.items()}


def _is_of_no_person(target: Target) -> bool:
    """Tell whether a name is none of a person: `В Туркменистане Бердымухамедову`. In English it may be one's too."""
    return target.kind is not Kind.PERSON and target.entry != "" and target.language in INFLECTED


def _stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether a name that begins or ends with punctuation or a digit is not a part of a longer word or number."""
    before, after = plain[start - 1 : start], plain[end : end + 1]
    first, last = plain[start], plain[end - 1]
    if last == "'" and _closes_a_quotation(plain, start):
        return False
    if not _in_word(last) and after and (_in_word(after) or after == last):
        return False
    if not _in_word(first) and before and (_in_word(before) or before == first):
        return False
    if first.isdigit() and before and before in ".,":
        return not plain[start - 2 : start - 1].isdigit()
    if last.isdigit() and after and after in ".,":
        return not plain[end + 1 : end + 2].isdigit()
    return True


def _closes_a_quotation(plain: str, start: int) -> bool:
    """Whether an apostrophe after a name is rather the end of words that are quoted: `‚Bas’`, not `Bas’ Plan`."""
    opened = max(plain.rfind("‚", 0, start), plain.rfind(" '", 0, start), 0 if plain[0] == "'" else -1)
    return opened >= 0 and plain.find("'", opened + 2, start) < 0


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or _IN_UNSPACED.match(character) is not None
