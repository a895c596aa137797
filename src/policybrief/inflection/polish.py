"""Polish: nouns by their last letters, and the adjectives before and after them that agree.

Where a case has several endings each is looked for: a wrong one is no word, and so does no harm.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, product

from .name import InflectedName, NameForms, distinct, is_acronym_word, with_capitals_of

_CASES = ("gen", "dat", "acc", "ins", "loc")
_ForCases = tuple[str, ...]
"""For each case its endings, parted by a slash."""

_SOFTENED = (
    ("st", "ście"), ("sł", "śle"), ("t", "cie"), ("d", "dzie"), ("r", "rze"), ("ł", "le"), ("s", "sie"), ("z", "zie"),
    ("n", "nie"), ("m", "mie"), ("b", "bie"), ("p", "pie"), ("w", "wie"), ("f", "fie"),
)  # fmt: skip
_SOFTENED_BACK = (("ch", "sze"), ("k", "ce"), ("g", "dze"))
_SOFT = {"ń": "ni", "ć": "ci", "ś": "si", "ź": "zi"}
_CHANGED_STEMS = (("ów", "ow"), ("er", "r"))
"""Ends of words that are others before an ending: `Kraków`, `Krakowa`; `minister`, `ministra`."""
_MAN: _ForCases = ("a/u", "owi/u", "/a", "em", "u")
_NEUTER: _ForCases = ("a", "u", "o", "em", "u")
_ADJECTIVES: Mapping[str, _ForCases] = {
    "m": ("ego", "emu", "/ego", "ym", "ym"),
    "f": ("ej", "ej", "ą", "ą", "ej"),
    "n": ("ego", "emu", "e", "ym", "ym"),
    "pl": ("ych", "ym", "e", "ymi", "ych"),
}
_PLURAL: _ForCases = ("ów//i", "om", "y/i/e/a", "ami", "ach")
_IRREGULAR = {
    "niemcy": ("niemiec", "niemcom", "niemcy", "niemcami", "niemczech"),
    "włochy": ("włoch", "włochom", "włochy", "włochami", "włoszech"),
    "węgry": ("węgier", "węgrom", "węgry", "węgrami", "węgrzech"),
    "łódź": ("łodzi", "łodzi", "łódź", "łodzią", "łodzi"),
    "białystok": ("białegostoku", "białemustokowi", "białystok", "białymstokiem", "białymstoku"),
    "czechy": ("czech", "czechom", "czechy", "czechami", "czechach"),
    "indie": ("indii", "indiom", "indie", "indiami", "indiach"),
    "bydgoszcz": ("bydgoszczy", "bydgoszczy", "bydgoszcz", "bydgoszczą", "bydgoszczy"),
    "białoruś": ("białorusi", "białorusi", "białoruś", "białorusią", "białorusi"),
    "ruś": ("rusi", "rusi", "ruś", "rusią", "rusi"),
    "chiny": ("chin", "chinom", "chiny", "chinami", "chinach"),
}
_ADJECTIVE_ENDINGS = tuple(
    "ski cki dzki ny wy ty ska cka na wa ta skie ckie ne we te ższy ższa ższe jszy jsza jsze "
    "rczy rcza rcze ńczy ńcza ńcze dczy dcza dcze niczy nicza nicze wczy wcza wcze trzeci trzecia trzecie".split()
)
_OTHER_ADJECTIVES = frozenset(
    stem + ending
    for stem in "biał był cał doskonał dojrzał mał mił okrągł stał trwał wspaniał zł dobr mądr star szar młod tward "
    "rud cich głuch duż śwież kobiec dziecięc obc gorąc wielk wysok szerok dalek drog dług drug ubog".split()
    for ending in (("i", "a", "ie") if stem[-1] in "kg" else ("y", "a", "e"))
)
"""Adjectives whose ends are those of nouns as well."""
_SOFT_ADJECTIVES = frozenset(
    stem + ending
    for stem in "wschodn zachodn średn bezpośredn pośredn ostatn letn sąsiedn poprzedn odpowiedn przedn".split()
    for ending in ("i", "ia", "ie")
)
"""Adjectives that keep an *i* before all endings."""
_FEMININE = frozenset(
    """
    broń dłoń grabież jesień kolej kradzież moc młodzież myśl nić noc odpowiedź odzież
    oś pamięć pieśń płeć podróż pomoc postać powieść północ przemoc przestrzeń przyjaźń rzecz sieć sól sprzedaż stal
    straż śmierć twarz powódź więź wypowiedź
    """.split()
)
"""Nouns that end in a consonant and are feminine: `Straż Graniczna`."""


def forms(name: InflectedName, _language: str) -> NameForms:
    """Return the forms of a name in Polish."""
    words = name.words
    if not all(word.replace("-", "").isalpha() for word in words) or is_acronym_word(words[0]):
        return NameForms()
    numbers = [True] if _is_plural(words) else [False] if name.single else [False, True]
    # Where all words look like adjectives the noun may be the first or the last: `Gazeta Wyborcza`, `Trzecia Droga`.
    heads = dict.fromkeys((_head(words), len(words) - 1 if all(map(_is_adjective, words)) else _head(words)))
    found = (_of_words(words, head, name, plural=plural) for plural in numbers for head in heads)
    return NameForms(distinct(name.text, chain.from_iterable(found)))


def _is_plural(words: tuple[str, ...]) -> bool:
    first, *rest = words
    return first.lower() in _IRREGULAR or (bool(rest) and first.endswith(("y", "i")) and rest[0].endswith("e"))


def _of_words(words: tuple[str, ...], head: int, name: InflectedName, *, plural: bool) -> Iterator[str]:
    """Yield the words in each case: those up to the head, and after it the adjectives; and a second head after *i*."""
    second = head + 2 if not name.person and words[head + 1 : head + 2] == ("i",) else len(words)
    other = words[second:]
    for case in range(len(_CASES)):
        choices = _in_case(words[: second - 1] if other else words, head, case, name, plural=plural)
        if other:
            choices += [("i",), *_in_case(other, _head(other), case, name, plural=False)]
        yield from (" ".join(choice) for choice in product(*choices))


def _in_case(
    words: tuple[str, ...], head: int, case: int, name: InflectedName, *, plural: bool
) -> list[tuple[str, ...]]:
    """Return for each word what it may be in a case."""
    gender = "pl" if plural else _gender(words[head], name)
    changing = len(words) if name.person else _changing(words, head)
    choices: list[tuple[str, ...]] = []
    for index, word in enumerate(words):
        nouns = (with_capitals_of(word, form) for form in _noun(word.lower(), gender, case, name))
        if index >= changing:
            choices.append((word,))
        elif not _is_adjective(word):
            choices.append(tuple(nouns))
        else:
            # A family name may be an adjective or look like one: `Nawrockiego`, `Leszczynę`. What looks like one after
            # the head may be the genitive of a noun, which stays: `Planu Odbudowy`.
            adjectives = _adjective(word, gender, case)
            stays = index > head and word.endswith(("ny", "wy", "ty") if word[0].isupper() else _ADJECTIVE_ENDINGS)
            others = nouns if index == head or name.person else [word] if stays else []
            choices.append(tuple(dict.fromkeys(chain(adjectives, others))))
    return choices


def _head(words: tuple[str, ...]) -> int:
    """Return which word is the noun: the first that does not look like an adjective, else the first."""
    return next((at for at, word in enumerate(words) if not _is_adjective(word)), 0)


def _changing(words: tuple[str, ...], head: int) -> int:
    """Return how many of the words change: up to the head, and the adjectives after it."""
    following = range(head + 1, len(words))
    return next((at for at in following if not _is_adjective(words[at])), len(words))


def _gender(head: str, name: InflectedName) -> str:
    if name.woman or head.endswith(("a", "ść")) or head.lower() in _FEMININE:
        return "f"
    return "n" if head.endswith(("o", "e", "um")) else "m"


def _is_adjective(word: str) -> bool:
    small = word.lower()
    if small in _OTHER_ADJECTIVES or small in _SOFT_ADJECTIVES:
        return True
    nouns = ("stwa", "ctwa", "ztwa", "polska")
    return len(word) > 3 and small.endswith(_ADJECTIVE_ENDINGS) and not small.endswith(nouns)


def _adjective(word: str, gender: str, case: int) -> Iterator[str]:
    soft = word.lower() in _SOFT_ADJECTIVES
    stem = word[:-2] if word.endswith(("kie", "gie")) or (soft and not word.endswith("i")) else word[:-1]
    for ending in _ADJECTIVES[gender][case].split("/"):
        if not ending:
            yield word
        elif (stem[-1] in "kg" and ending[0] in "ey") or soft:
            yield stem + "i" + (ending[1:] if ending[0] == "y" else ending)
        else:
            yield stem + ending


def _noun(word: str, gender: str, case: int, name: InflectedName) -> Iterator[str]:
    if len(word) < 2 or (gender != "pl" and _is_unchanging(word, gender, name)):
        yield word
    elif word in _IRREGULAR:
        yield _IRREGULAR[word][case]
    elif gender == "pl":
        stem = word[:-1] if word[-1] in "aoyie" else word
        yield from (stem + ending for ending in _PLURAL[case].split("/"))
        if case == 0 and word[-1] == "a" and stem[-1:] in "nkrw" and len(stem) > 2:
            # A vowel comes between two consonants at the end: `wojna`, `wojen`.
            yield stem[:-1] + "e" + stem[-1]
    elif word[-1] == "a" or (name.person and word[-1] == "o"):
        # A man called `Ziobro` is declined as a woman would be.
        yield from _in_a(word, case)
    elif word.endswith("ść") or word in _FEMININE:
        yield _feminine(word, case)
    elif _is_a_plural(word, name):
        yield from _of_many(word, case)
    elif word[-1] in "oe":
        yield from _neuter(word, case)
    else:
        yield from _masculine(word, case)


def _is_unchanging(word: str, gender: str, name: InflectedName) -> bool:
    """Tell whether a word stays: a foreign one, `forum`, a woman's name in a consonant; not a place in the plural."""
    if word in _IRREGULAR or word[-1] in "aoe" or word.endswith("ść") or word in _FEMININE or _is_a_plural(word, name):
        return False
    return word[-1] in "iuyąę" or word.endswith("um") or (gender == "f" and name.person)


def _is_a_plural(word: str, name: InflectedName) -> bool:
    return name.place and " " not in name.text and word.endswith(("y", "ce", "ki"))


def _feminine(word: str, case: int) -> str:
    """Return a case of a feminine noun that ends in a consonant: `straży`, `bronią`, `kolei`."""
    stem = word[:-1] + _SOFT.get(word[-1], word[-1])
    if case in (2, 3):
        return word if case == _CASES.index("acc") else stem + "ą"
    if stem[-1] == "i":
        return stem
    return stem[:-1] + "i" if stem[-1] == "j" else stem + ("i" if stem[-1] == "l" else "y")


def _of_many(word: str, case: int) -> Iterator[str]:
    """Yield a case of a place whose name is a plural: `Katowice`, `Ateny`, `Suwałki`."""
    stem = word[:-1]
    if case == 0:
        yield from (stem, stem + "ów", stem[:-1] + "e" + stem[-1])
    else:
        yield stem + ("", "om", word[-1], "ami", "ach")[case]


def _in_a(word: str, case: int) -> Iterator[str]:
    stem = word[:-1]
    if case in (1, 4):
        soft = _softened(stem, (*_SOFTENED_BACK, *_SOFTENED))
        yield from (soft,) if soft else (stem + "i", stem + "y", stem[:-1] + "i" if stem.endswith("i") else stem + "i")
    elif case == 0:
        yield from (stem + "y", stem + "i")
        if stem.endswith("i"):
            yield stem
    else:
        yield stem + {2: "ę", 3: "ą"}[case]


def _neuter(word: str, case: int) -> Iterator[str]:
    stem = word[:-1]
    for ending in _NEUTER[case].split("/"):
        yield word if ending == "o" else stem + ("iem" if ending == "em" and stem[-1] in "kg" else ending)
    if case == 4 and (soft := _softened(stem, _SOFTENED)):
        yield soft


def _masculine(word: str, case: int) -> Iterator[str]:
    stems = [word[:-1] + _SOFT[word[-1]] if word[-1] in _SOFT else word]
    if word.endswith(("ek", "ec")) and len(word) > 3:
        stems.append((word[:-3] if word[-3] == "i" else word[:-2]) + word[-1])
    if word[-2:-1] in ("ó", "ą"):
        # `Okrągłego Stołu`, `Dębem`.
        stems.append(word[:-2] + {"ó": "o", "ą": "ę"}[word[-2]] + word[-1])
    if word[-2] == "e" and word[-1] in "łlńnr":
        # `Wiednia`, `Wróbla`, `Pawła`.
        stems.append(
            (word[:-3] if word[-3:-2] == "i" and word[-1] != "ń" else word[:-2]) + _SOFT.get(word[-1], word[-1])
        )
    stems += (word[: -len(first)] + other for first, other in _CHANGED_STEMS if word.endswith(first) and len(word) > 3)
    for stem in stems:
        for ending in _MAN[case].split("/"):
            yield (stem + ("iem" if ending == "em" and stem[-1] in "kg" else ending)) if ending else word
        if case == 4 and (soft := _softened(stem, _SOFTENED)):
            yield soft


def _softened(stem: str, table: tuple[tuple[str, str], ...]) -> str:
    return next((stem[: -len(hard)] + soft for hard, soft in table if stem.endswith(hard)), "")
