"""Finding names in text: first word, then the lengths that begin with it, then a look-up; the longest wins."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from ..inflection.forms import INFLECTED, language_of
from ..model.forms import form_key, lower, with_plain_signs
from ..model.glossary import Glossary, Kind
from .bodies_of_others import homes_of
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
from .names_without_capitals import LANGUAGES as LANGUAGES_WITHOUT_CAPITALS
from .names_without_capitals import may_be_common_without_capitals
from .namesakes import is_counted
from .people_of_a_name import is_of_another_person
from .slavic_names import has_other_initials
from .slavic_openers import opens_as_another_word
from .sure_names import is_surely_a_name
from .targets import Target, inflected, key_of, other_spellings, plural_of, target_of

_UNSPACED = (
    "\u0e00-\u0eff"  # Thai and Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese and Khmer
    "\u3005-\u3007\u3040-\u309f"  # Hiragana, and marks among Chinese characters
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
"""The scripts that put no spaces between words: each character may begin a name, and end one."""
_TOKEN = re.compile(rf"[^\W{_UNSPACED}]+|[{_UNSPACED}]|[^\w\s]")
_IN_UNSPACED = re.compile(rf"[{_UNSPACED}]")


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
    bodies: Mapping[tuple[str, str], tuple[str, ...]]
    """For each body or law of many states and each language: the beginnings of the words for its own state."""
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
        told: set[str] = set()
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
                    if found.common and target.family_name and target.entry in told:
                        # Whose full name was there already is meant by the family name: `Ирина Мороз … Мороз`.
                        found = replace(found, common=False)
                    elif target.kind is Kind.PERSON and not target.family_name and found.entry:
                        told.add(found.entry)
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
        target = self.exact.get(key) or (self.any_case.get(lower(key)) if self.any_case else None)
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
        spot = NameInContext(
            plain,
            start,
            end,
            language,
            target.kind,
            self._is_known,
            name,
            before,
            before[:-1].rpartition(" ")[2] if before[-1:] == " " else "",
            self._kind_of,
            target.given,
            target.longer,
            target.years,
            self.bodies.get((target.entry, language)),
        )
        unsure = unsure or self._may_be_of_another(spot, target) or is_part_of_a_longer_name(spot)
        paper = language == "de" and target.kind is Kind.MEDIA and is_a_paper_in_german(plain, start, end)
        adjective = (
            target.kind is not Kind.CONCEPT if language in ("ru", "uk")
            else language == "de" and target.common and target.kind is not Kind.PERSON
        )  # fmt: skip
        common = (target.common and not paper and _may_be_common(spot)) or (
            adjective and (opens_as_an_adjective(plain, start, end, language) or opens_as_another_word(spot))
        )
        return Found(start, end, target, unsure, common and not is_surely_a_name(spot))

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

    def _kind_of(self, form: str) -> Kind | None:
        target = self.look_up(form)
        return None if target is None else target.kind


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
        key = key_of(alias.form, alias.any_case)
        _add(any_case if alias.any_case else exact, key, target_of(entry, alias))
        languages[key] = language_of(alias)
    for entry, alias in written:
        for other in other_spellings(entry, alias):
            (any_case if alias.any_case else exact).setdefault(key_of(other, alias.any_case), target_of(entry, alias))
        plural = plural_of(alias)
        if plural:
            key = key_of(plural, alias.any_case)
            (any_case if alias.any_case else exact).setdefault(key, target_of(entry, alias))
            languages.setdefault(key, language_of(alias))
    for entry, alias in written:
        forms = any_case if alias.any_case else exact
        for form, target in inflected(entry, alias):
            # What another language writes so is its own name: an inflected form does not take it away.
            if languages.setdefault(form, target.language) == target.language:
                _add(forms, form, target)
    by_id = glossary.by_id()
    bodies = {
        (entry.id, language): homes
        for entry in glossary.entries
        for language in {language_of(alias) for alias in entry.names}
        if (homes := homes_of(entry, language, by_id)) is not None
    }
    return Matcher(exact, any_case, bodies, _lengths(chain(exact, any_case)))


def _add(forms: dict[str, Target], key: str, target: Target) -> None:
    seen = forms.setdefault(key, target)
    if seen.entry != target.entry:
        forms[key] = Target("", language=seen.language if seen.language == target.language else "")


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


def _may_be_common(spot: NameInContext) -> bool:
    """Tell whether a name that is a common word as well may be that one where it stands."""
    if is_counted(spot):
        return True
    if spot.language in LANGUAGES_WITHOUT_CAPITALS:
        return may_be_common_without_capitals(spot)
    return may_be_common_here(spot.plain, spot.start, spot.end, spot.language, spot.kind)


def _is_of_no_person(target: Target) -> bool:
    """Tell whether a name is none of a person: `В Туркменистане Бердымухамедову`. In English it may be one's too."""
    return target.kind is not Kind.PERSON and target.entry != "" and target.language in INFLECTED


def _stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether a name that begins or ends with punctuation or a digit is not a part of a longer word or number."""
    # Most begin and end with a letter.
    return (plain[start].isalpha() and plain[end - 1].isalpha()) or _is_apart(plain, start, end)


def _is_apart(plain: str, start: int, end: int) -> bool:
    first, last = plain[start], plain[end - 1]
    before, after = plain[start - 1 : start], plain[end : end + 1]
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
