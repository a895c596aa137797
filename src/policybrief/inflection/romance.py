"""French, Spanish and Italian: a phrase has another number, each of its words that agree with the first noun.

The words up to the first small one agree; what comes after `de`, `pour` or `della` stays. States, places and people
have one number. An article in a name melts into the preposition before it: `Le Caire`, `du Caire`. What is before
an apostrophe (`l'Union`, `dell'Unione`) is a word of its own for the matcher.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from .name import InflectedName, NameForms, distinct, is_acronym_word

_Rules = tuple[tuple[str, str], ...]
"""Patterns, the first that fits is replaced."""

_SMALL_WORDS = {
    "fr": frozenset("de du des à au aux en pour contre sur et ou la le les par sans sous entre dans".split()),
    "es": frozenset("de del a al en para por contra sobre y e o u la el los las con sin entre".split()),
    "it": frozenset(
        "di del dello della dei degli delle da dal dalla in nel nella per su sul sulla con tra fra e o a al alla contro"
        .split()
    ),
}  # fmt: skip
_TO_PLURAL: dict[str, _Rules] = {
    "fr": (
        (r"(?<=[sxz])$", ""), (r"^bail$", "baux"), (r"(?<=.{3})al$", "aux"), (r"(?<=.{3})ail$", "aux"),
        (r"(?<=[ea]u)$", "x"), (r"$", "s"),
    ),
    "es": (
        (r"z$", "ces"), (r"ón$", "ones"), (r"és$", "eses"), (r"(?<=[aeiou])s$", "s"), (r"án$", "anes"),
        (r"ín$", "ines"), (r"én$", "enes"), (r"^régimen$", "regímenes"),
        *((rf"{short}([^aeiouáéíóú]+)en$", rf"{long}\1enes") for short, long in zip("aeiou", "áéíóú", strict=True)),
        (r"(?<=[aeiouáéó])$", "s"), (r"$", "es"),
    ),
    "it": (
        (r"(?<=[àèìòùs])$", ""), (r"ca$", "che"), (r"ga$", "ghe"), (r"cia$", "ce"), (r"gia$", "ge"), (r"io$", "i"),
        (r"co$", "ci"), (r"go$", "ghi"), (r"[oe]$", "i"), (r"a$", "e"),
    ),
}  # fmt: skip
_UNCHANGED = frozenset("non plus très bien peu no más più".split())
"""Adverbs among the words that agree: `organisations non gouvernementales`."""
_ALSO_PLURAL: dict[str, _Rules] = {
    "it": ((r"co$", "chi"), (r"go$", "gi"), (r"cia$", "cie"), (r"ista$", "isti")),
    "fr": ((r"(?<=.{3})a(i?)l$", r"a\1ls"),),
    "es": (),
}
_TO_SINGULAR: dict[str, _Rules] = {
    "fr": ((r"(?<=[ea]u)x$", ""), (r"aux$", "al"), (r"s$", "")),
    "es": ((r"ces$", "z"), (r"iones$", "ión"), (r"(?<=[rldn])es$", ""), (r"s$", "")),
    "it": (
        (r"che$", "ca"), (r"ghe$", "ga"), (r"chi$", "co"), (r"ghi$", "go"), (r"ioni$", "ione"), (r"e$", "a"),
        (r"i$", "o"),
    ),
}  # fmt: skip
_LOOKS_PLURAL = {"fr": re.compile("[sx]$"), "es": re.compile("[aeiou]s$"), "it": re.compile("[ie]$")}
_ARTICLES = {
    "fr": {"le": "le du au", "les": "les des aux", "la": "la"},
    "es": {"el": "el del al", "la": "la", "los": "los", "las": "las"},
    "it": {"il": "il del al dal nel sul", "la": "la della alla dalla nella sulla", "le": "le delle alle dalle nelle",
           "i": "i dei ai dai nei", "lo": "lo dello allo dallo nello", "gli": "gli degli agli dagli negli"},
}  # fmt: skip


_ELIDED = {language: re.compile("[Ll]['’](?=[A-ZÀ-Ý])") for language in ("fr", "it")}
_GUISES_OF_ELIDED = {"fr": "l'", "it": "l' dell' all' dall' nell' sull'"}
"""An article that has lost its vowel: `L'Aquila`, `dell'Aquila`."""

_PERSONS = {
    "fr": frozenset(
        "réfugié député employé salarié délégué exilé détenu élu déplacé disparu condamné accusé expatrié immigré "
        "émigré militant étudiant habitant manifestant opposant combattant dirigeant représentant commerçant résident "
        "président adhérent correspondant citoyen gardien ambassadeur sénateur médiateur observateur électeur "
        "négociateur donateur travailleur chercheur avocat magistrat conseiller policier prisonnier ouvrier officier "
        "allié envoyé".split()
    ),
    "es": frozenset(
        "refugiado desplazado diputado ministro embajador senador trabajador ciudadano abogado preso detenido delegado "
        "empleado exiliado desaparecido acusado condenado investigador defensor observador mediador funcionario".split()
    ),
    "it": frozenset(
        "rifugiato sfollato deputato ministro ambasciatore senatore lavoratore cittadino avvocato detenuto delegato "
        "impiegato accusato condannato ricercatore osservatore mediatore funzionario".split()
    ),
}  # fmt: skip
"""Nouns that name a person, of which the feminine is found too."""
_TO_FEMININE: dict[str, _Rules] = {
    "fr": (
        (r"sadeur$", "sadrice"), (r"(?<=t)eur$", "rice"), (r"eur$", "euse"), (r"(i|é)en$", r"\1enne"), (r"er$", "ère"),
        (r"if$", "ive"), (r"eux$", "euse"), (r"(?<=[^e])l$", "le"), (r"(?<=[eo])l$", "lle"), (r"e$", "e"), (r"$", "e"),
    ),
    "es": ((r"o$", "a"), (r"(?<=[dt])or$", "ora"), (r"$", "")),
    "it": ((r"tore$", "trice"), (r"o$", "a"), (r"$", "")),
}  # fmt: skip


def forms(name: InflectedName, language: str) -> NameForms:
    """Return the forms of a name in French, Spanish or Italian: its other number, its article in other guises."""
    words = name.words
    # The article of a family name stays: `de Le Maire`.
    found = [] if name.person else list(_with_article(words, language))
    if not name.single and not any(map(is_acronym_word, words)):
        found += _other_number(words, language, name.phrase)
    return NameForms(distinct(name.text, found))


def _with_article(words: tuple[str, ...], language: str) -> Iterable[str]:
    article, *rest = words
    elided = _ELIDED[language].match(words[0]) if language in _ELIDED else None
    if elided:
        bare = words[0][elided.end() :]
        return (" ".join((guise + bare, *rest)) for guise in _GUISES_OF_ELIDED[language].split())
    guises = _ARTICLES[language].get(article.lower(), "") if rest else ""
    return (" ".join((guise, *rest)) for guise in guises.split())


@lru_cache(maxsize=20_000)
def _other_number(words: tuple[str, ...], language: str, phrase: bool) -> tuple[str, ...]:
    count = next((at for at, word in enumerate(words) if _is_small(word, language)), len(words))
    agreeing, rest = words[:count], words[count:]
    if not all(word.replace("-", "").isalpha() for word in agreeing) or not agreeing:
        return ()
    plain = _TO_PLURAL[language]
    rules = [plain, (*_ALSO_PLURAL[language], *plain)]
    # Only a phrase of several words is sure to be a plural by its looks.
    if phrase and len(agreeing) > 1 and all(map(_LOOKS_PLURAL[language].search, agreeing)):
        rules.append(_TO_SINGULAR[language])
    made = [" ".join((*(_replaced(word, each) for word in agreeing), *rest)) for each in rules]
    if phrase and len(agreeing) > 1:
        # A second noun stays: `richiedenti asilo`, `países miembro`.
        made += (" ".join((_replaced(words[0], each), *words[1:])) for each in rules[:2])
    if language == "fr" and any("-" in word for word in agreeing):
        parts = ("-".join(_replaced(part, plain) for part in word.split("-")) for word in agreeing)
        made.append(" ".join((*parts, *rest)))
    if phrase and agreeing[0] in _PERSONS[language]:
        women = tuple(_replaced(word, _TO_FEMININE[language]) for word in agreeing)
        plural = (_replaced(word, plain) for word in women)
        made += [" ".join((*women, *rest)), " ".join((*plural, *rest))]
    return tuple(made)


def _is_small(word: str, language: str) -> bool:
    return word.lower() in _SMALL_WORDS[language] or word[:2].lower() in ("d'", "d’", "l'", "l’")


def _replaced(word: str, rules: _Rules) -> str:
    for pattern, other in rules if word not in _UNCHANGED else ():
        if re.search(pattern, word):
            return re.sub(pattern, other, word, count=1)
    return word
