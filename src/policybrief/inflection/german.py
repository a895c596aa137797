"""German: cases and plurals of nouns, endings of the adjectives before them, articles that belong to a name.

Which plural a noun has, its ending tells in part; where it does not, each that is possible is looked for: a wrong one
is no word, and so does no harm.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from .name import InflectedName, NameForms, distinct

_VOWELS = "aeiouäöüy"
_SIBILANTS = ("s", "ß", "x", "z", "tz", "sch")
_WEAK_PLURALS = ("ung", "heit", "keit", "schaft", "ion", "tät", "ik", "ur", "enz", "anz", "ei")
_WITH_S_IN_COMPOUNDS = ("ung", "heit", "keit", "schaft", "ion", "tät")
"""Ends of nouns that have an s as the first part of a compound alone: `Regierungs-Krise`."""
_WEAK_MEN = ("ist", "ent", "ant", "at", "et", "e")
_SAME_PLURALS = ("er", "el", "en", "chen", "lein")
_ARTICLES = {
    "die": ("die", "der", "den"),
    "der": ("der", "des", "dem", "den", "vom", "beim", "im"),
    "das": ("das", "des", "dem", "vom", "beim", "im"),
}
_SHORT_ADJECTIVES = frozenset("alte böse edle gute hohe neue rote tote".split())
"""Adjectives of four letters; other words of that length are none: `Ende`, `Elbe`, `Erde`."""
_ADJECTIVE = ("e", "en", "em", "er", "es")
_ADVERBS = ("lich", "isch", "ig", "al")
"""Ends of what is before an adjective and does not change: `Christlich Demokratische Union`."""
_SMALL_WORDS = frozenset(
    "der die das des dem den und oder für von vom zu zum zur im in am an auf aus bei mit über unter gegen".split()
)
_PLURALS_IN_ER = tuple(
    "amt band bild blatt brett buch dach denkmal dorf fach feld geist geld gesicht glied gott grab gut haus holz huhn "
    "kalb kind kleid korn kraut lamm land leib licht lied loch mann mitglied nest rad rand rind schild schloss schwert "
    "tal tuch tum volk wald weib wort wurm".split()
)
_LIKE_ADJECTIVES = tuple(
    """
    triebene fangene flüchtete geordnete schäftigte ierte gestellte verfolgte deutsche gläubige angehörige
    ständige schuldige willige pflichtige berechtigte bedürftige süchtige jährige sässige sprachige lose
    kranke arme reiche heilige konservative liberale radikale extreme soziale intellektuelle kriminelle beamte
    bekannte verwandte verletzte tote suchende reisende lebende erziehende studierende sitzende lehrende
    pflegende arbeitende demonstrierende streikende herrschende schaffende kundige freiwillige jugendliche
    obdachlose staatenlose behinderte beschuldigte angeklagte verurteilte verschleppte vermisste inhaftierte
    gefolterte entrechtete überlebende hinterbliebene verschwundene ertrunkene gefallene abgeschobene
    ausgewiesene erwachsene betroffene alte weiße schwarze
    """.split()
)
"""Ends of nouns that are declined as adjectives: `vieler Vertriebener`."""
_ALSO_IN_E = ("band", "stand")
"""`Verband`, `Verbände`, but `Band`, `Bänder`."""
_PLURALS_IN_EN = tuple(
    "wahl zahl frau uhr tat art welt zeit arbeit schlacht last frist schrift fahrt flut pflicht schuld tür burg front "
    "gefahr staat bett ohr herz mensch herr held fürst bauer or form firm norm reform armee bank bahn wehr steuer "
    "antwort qual spur natur kultur struktur armut".split()
)
_PLAIN_PLURALS = tuple(
    "tag jahr monat stoff erfolg besuch versuch punkt hund ort ruf verlust abend bord kurs impuls konsulat mandat "
    "sekretariat protektorat konzert rekord export import transport forum organ roman kanton ment al ar on ol".split()
)
"""Ends of nouns, also of compounds, that have their plural in one of these ways; the last without a changed vowel."""
_OF_TOWNS = ("ner", "ker", "ger")
"""Ends of names of towns before a noun, which do not change: `Minsker Gruppe`, `Hamburger Abkommen`."""
_NOT_OF_TOWNS = tuple(
    f"{stem}er"
    for stem in """
    ig gemein klein offen eigen schön grün modern stark lang jung braun fein rein dünn kühn trocken selten
    eben extern intern human urban souverän spontan profan fern krank dick blank schlank flink link antik
    publik eng streng arg karg klug gering verborgen versprochen verbunden verloren vergangen verboten
    gefallen gefangen gebrochen geschlossen entschlossen erhoben erfahren erwachsen eisern golden silbern
    ehern gläsern hölzern stählern kupfern bleiern zinnern steinern tönern ledern wollen leinen seiden samten
    papieren metallen bronzen irden knöchern beinern wächsern blechern gipsern marmorn kristallen diamanten
    elfenbeinern porzellanen messingen
    """.split()
)
"""Adjectives that end as towns do in `Minsker`: those of two sounds before the ending, and what a thing is of."""
_TOWNS_IN_IG = frozenset("leipziger danziger schleswiger venediger".split())
_PLACES_IN_THE_PLURAL = ("lande", "emirate", "gebiete")
_UMLAUTS = (("au", "äu"), ("a", "ä"), ("o", "ö"), ("u", "ü"))
_NO_ARTICLE: tuple[tuple[str, ...], ...] = ((),)
_LONGEST_ROOT = 5
"""Of a word whose weak plural may be another word: `Rat`, `Raten`."""


def forms(name: InflectedName, _language: str) -> NameForms:
    """Return the forms of a name in German.

    The words up to the first small one change: adjectives, and the noun they belong to. A person or a place has no
    plural, and of a person only the last word changes.
    """
    words = name.words
    if name.person:
        return NameForms(distinct(name.text, _of_a_person(words)))
    article = _ARTICLES.get(words[0].lower(), ()) if len(words) > 1 else ()
    own = words[bool(article) :]
    count = next((at for at, word in enumerate(own) if word.lower() in _SMALL_WORDS), len(own))
    changing, rest = own[:count], own[count:]
    if not changing or not all(word.replace("-", "").isalpha() for word in changing):
        return NameForms()
    if article and words[0][0].isupper():
        article = (*article, *(guise.capitalize() for guise in article))
    found = (
        " ".join((*first, phrase, *rest))
        for first in (tuple((guise,) for guise in article) or _NO_ARTICLE)
        for phrase in _phrases(changing, name.single, bool(article))
    )
    if name.place and len(words) == 1 and words[0].endswith(_SIBILANTS):
        return NameForms(distinct(name.text, (*found, _of(words[0]))))
    return NameForms(distinct(name.text, found))


def _of_a_person(words: tuple[str, ...]) -> Iterator[str]:
    last = words[-1]
    if last.isalpha():
        yield " ".join((*words[:-1], _of(last)))


def _of(name: str) -> str:
    """Return the genitive of a name without an article; after a sibilant that is an apostrophe: `Bas’`."""
    return name + ("'" if name.endswith(_SIBILANTS) else "s")


@lru_cache(maxsize=20_000)
def _phrases(words: tuple[str, ...], one: bool, article: bool) -> tuple[str, ...]:
    *before, noun = words
    fixed = before[:-1] if len(before) > 1 and _is_adjective(before[-1]) else []
    fixed = [word for word in fixed if word.lower().endswith(_ADVERBS)]
    if fixed != before[: len(fixed)]:
        fixed = []
    if before and not all(word in fixed or _is_adjective(word) for word in before):
        # A name before a noun, as in `Minsker Gruppe` or `Rat Europas`: adjectives in -er do not change.
        kept = [word for word in before if word not in fixed and not _is_adjective(word)]
        if not all(word.endswith("er") for word in kept):
            return tuple(" ".join((form, *words[1:])) for form in _nouns(words[0], one=True))
    adjectives = [_adjectives(word) if word not in fixed and _is_adjective(word) else (word,) for word in before]
    # An article makes a noun of an adjective: `die Grünen`.
    nouns = _adjectives(noun) if article and not before and _is_adjective(noun) else _nouns(noun, one=one)
    if one and before and noun[-1] not in _VOWELS:
        # After an adjective stands a common noun: `des Kaspischen Meeres`.
        nouns = (*nouns, noun + "es")
    agreeing = (
        choice for choice in product(*adjectives, nouns) if len({_ending(word) for word in choice[len(fixed) : -1]}) < 2
    )
    return tuple(" ".join(choice) for choice in agreeing)


def _ending(adjective: str) -> str:
    return next((ending for ending in ("en", "em", "er", "es", "e") if adjective.endswith(ending)), "")


def _is_adjective(word: str) -> bool:
    """Tell whether a word before a noun, written as in a heading, is declined: `Europäische`, `Auswärtiges`."""
    small = word.lower()
    if small.endswith(_OF_TOWNS):
        return small.endswith(_NOT_OF_TOWNS) and small not in _TOWNS_IN_IG
    return small in _SHORT_ADJECTIVES or (len(word) > 4 and small.endswith(("e", "en", "er", "es", "em")))


def _adjectives(word: str) -> tuple[str, ...]:
    stem = word[:-1] if word.endswith("e") else word[:-2]
    return tuple(stem + ending for ending in _ADJECTIVE)


@lru_cache(maxsize=20_000)
def _nouns(word: str, *, one: bool) -> tuple[str, ...]:
    """Return a noun in all its cases; in the plural too unless there is but `one`."""
    return tuple(dict.fromkeys((word, *_singular(word, one=one), *(() if one else _plural(word)))))


def _singular(word: str, *, one: bool) -> Iterator[str]:
    if word.isupper():
        yield word + "s"
        return
    if word.endswith(_WEAK_PLURALS):
        yield from (word + "s",) if word.endswith(_WITH_S_IN_COMPOUNDS) else ()
        return
    if not word.endswith(_SIBILANTS):
        yield word + "s"
    if one:
        yield from (word + "n",) if word.lower().endswith(_PLACES_IN_THE_PLURAL) else ()
        return
    if word[-1] not in _VOWELS:
        yield word + "es"
        if not _may_change(word) or len(word) > _LONGEST_ROOT or word.lower().endswith(_PLURALS_IN_ER):
            yield word + "e"
    if word.lower().endswith(_LIKE_ADJECTIVES):
        yield from _adjectives(word)
    if word.endswith("nis"):
        yield word + "ses"
    if word.endswith(_WEAK_MEN) and len(word) > _LONGEST_ROOT:
        yield word + ("n" if word.endswith("e") else "en")


def _plural(word: str) -> Iterator[str]:
    if word.isupper():
        return
    if word.endswith(_WEAK_PLURALS):
        yield word + "en"
    elif word.endswith("in"):
        yield word + "nen"
    elif word.endswith("nis"):
        yield from (word + "se", word + "sen")
    elif word.endswith("um") and not word.endswith("tum"):
        yield word[:-2] + "en"
    elif word.endswith("e"):
        yield word + "n"
    elif word.endswith(_SAME_PLURALS):
        yield from (word + "n", *_umlauted(word), *(form + "n" for form in _umlauted(word)))
    elif word[-1] in _VOWELS:
        yield word + "s"
    else:
        yield from _strong_plurals(word)


def _strong_plurals(word: str) -> Iterator[str]:
    small = word.lower()
    if small.endswith(_PLURALS_IN_EN):
        yield word + "en"
    elif small.endswith(_PLURALS_IN_ER):
        yield from (stem + ending for stem in (_umlauted(word) or (word,)) for ending in ("er", "ern"))
        if small.endswith(_ALSO_IN_E):
            yield from (stem + ending for stem in _umlauted(word) for ending in ("e", "en"))
    elif small.endswith(_PLAIN_PLURALS) or not _may_change(word):
        yield from (word + "e", word + "en")
    else:
        yield from (stem + ending for stem in _umlauted(word) for ending in ("e", "en"))
        if len(word) > _LONGEST_ROOT:
            yield from (word + "e", word + "en")


def _may_change(word: str) -> bool:
    """Tell whether the last vowel of a word may have an umlaut in the plural."""
    return bool(_umlauted(word))


def _umlauted(word: str) -> tuple[str, ...]:
    """Return the word with its last vowel changed, `Rat`, `Rät`; nothing where that is another one."""
    small = word.lower()
    last = max(map(small.rfind, _VOWELS))
    at = last - 1 if small[last - 1 : last + 1] == "au" else last
    for plain, changed in _UMLAUTS:
        if at >= 0 and small.startswith(plain, at):
            vowel = changed if word[at].islower() else changed[0].upper() + changed[1:]
            return (word[:at] + vowel + word[at + len(plain) :],)
    return ()
