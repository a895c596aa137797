"""German names that go on before or after what looks like the whole of them: `Das Deutsche Rote Kreuz`."""

import re

from ..inflection.everyday import may_be_common
from ..inflection.states import is_a_state, is_another_capital
from ..model.glossary import Kind
from .bodies_of_others import is_of_many_states
from .name_in_context import NameInContext

_PLACES = (Kind.STATE, Kind.PLACE)
_BODIES = (Kind.ORGANISATION, Kind.GROUP, Kind.MEDIA)
_ADJECTIVE_BEFORE = re.compile(r"[^\W\d_] ([A-ZÄÖÜ][a-zäöüß]+(?:e|er|es|en|em)) $")
_ADJECTIVE_FIRST = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+(?:e|en|es|er|em) [A-ZÄÖÜ]")
_SURE_ADJECTIVE_BEFORE = re.compile(r"[^\W\d_] (?!Deutsch)[A-ZÄÖÜ][a-zäöüß]{2,}(?:isch|lich|ig)(?:e|er|es|en|em) $")
"""With the ending of no noun; what is German may be said of what everybody calls without it: `Deutscher Bundestag`."""
FOREIGN_BEFORE_A_PLACE = re.compile(
    r"(?<![\w-])(?:New|Nieuw|Nova|Nowy|Nowa|Nueva|Nuevo|East|North|South|Port|Fort|Mount|Lake|Cape|Saint|Sankt|"
    r"St\.|San|Santa|Sant|Bad|Alt|Groß|Klein|Ober|Unter|Nieder|Hohen|Los|Las) $"
)
"""What other languages have before the names of towns, and German without an ending: `New Bern`."""
_ARTICLE_OF_A_SHIP = re.compile(
    r"(?:^|[\n.!?:] ?)Die $|\b(?:[Bb]ord|Besatzung|Crew|Mannschaft|Kapitän|Passagieren?|Untergang) der $"
)
"""Not so within a sentence: `die Reform, die Berlin fordert`."""
_TOWNS = frozenset(
    """
    Aachen Augsburg Basel Berlin Bern Bielefeld Bochum Bonn Braunschweig Bremen Bremerhaven Chemnitz Cottbus Darmstadt
    Dortmund Dresden Duisburg Düsseldorf Erfurt Essen Flensburg Frankfurt Freiburg Genf Gera Graz Halle Hamburg
    Göttingen
    Hannover Heidelberg Heilbronn Ingolstadt Innsbruck Jena Karlsruhe Kassel Kiel Klagenfurt Koblenz Köln Konstanz
    Lausanne Leipzig Leverkusen Linz Lübeck Luzern Magdeburg Mainz Mannheim München Münster Nürnberg Oldenburg Osnabrück
    Paderborn Passau Potsdam Regensburg Rostock Saarbrücken Salzburg Schwerin Stuttgart Trier Tübingen Ulm Weimar Wien
    Wiesbaden Wolfsburg Wuppertal Würzburg Zürich Athen Belgrad Bratislava Brüssel Budapest Bukarest Danzig Dublin
    Helsinki Istanbul Kiew Kopenhagen Lissabon Ljubljana London Madrid Mailand Minsk Moskau Neapel Oslo Paris Prag Riga
    Rom Rotterdam Sarajevo Skopje Sofia Stockholm Tallinn Tirana Vilnius Warschau Zagreb
    """.split()
)
"""Towns that have no article in German; with that of a ship they are one: `die Bremen`."""
_WITH_ARTICLE = re.compile(r"(?:der|dem|den) [A-ZÄÖÜ][a-zäöüß]+en$")
_PREPOSITION_BEFORE = re.compile(r"\b(?:auf|in|an|zu|vor|bei|nach|mit|von|aus|während) $", re.IGNORECASE)
_NOUN_AFTER = re.compile(r" [A-ZÄÖÜ][a-zäöüß]")
_FIELD_AFTER = re.compile(r" für (?:(?:[a-zäöüß]+e[nmrs]?|[A-ZÄÖÜ][a-zäöüß]+e) )?[A-ZÄÖÜ][a-zäöüß]{3,}")
"""What a body is for, in its name: `Europäischer Gerichtshof für Menschenrechte`."""
_INSTITUTION_BEFORE = re.compile(
    r"(?<![\w-])\w*(?:[Uu]niversität|[Hh]ochschule|[Ii]nstituts?|[Aa]kademie|[Mm]esse|[Bb]örse|[Kk]linikums?|[Mm]useums?|"
    r"[Oo]per|[Gg]ymnasiums?|[Bb]istums?|[Pp]hilharmoniker|[Vv]erlags?|[Gg]emeinschaft|[Ii]nitiative|[Ss]tiftung) $"
)
"""Before the town in their names, `Universität Genf`."""
_INSTITUTION_AFTER = re.compile(r"-(?:Institut|Universität|Hochschule|Akademie|Stiftung|Initiative|Museum)")
_SECOND_OF_THREE = re.compile(r"-([A-ZÄÖÜ][\w]+)-[A-ZÄÖÜ]")
_HALF_BEFORE = re.compile(r"([A-ZÄÖÜ][\w]+)-$")
_ARTICLE_AND_ADJECTIVE_BEFORE = re.compile(
    r"\b(?:[Dd]ie|[Dd]er|[Dd]as|[Dd]en|[Dd]em|[Dd]es|[Ee]iner?|[Ee]ines) ([A-ZÄÖÜ][a-zäöüß]+(?:e|er|es|en|em)) $"
)
_RIVERS = tuple(
    """
    Oder Main Saale Neckar Rhein Donau Weser Elbe Havel Spree Ruhr Lahn Mosel Inn Isar Lech Leine Aller Ems
    Fulda Werra Neiße Saar Nahe Sieg Lippe Wupper Unstrut Iller Aisch Ilm Enz Kocher Jagst Fils Rems Murr Glan
    Dill Eder Oste Luhe Trave Eider Peene Warnow Dosse Elde Elster Mulde Pleiße Pegnitz Rednitz Regnitz
    Altmühl Naab Vils Rott Alz Salzach Paar Amper Würm Wertach Günz Mindel Brenz Lauter Tauber Kinzig Nidda
    Wied Ahr Erft Rur Niers Issel Bode Ilse Oker Wümme Hunte Wörnitz Thaya Leitha March Mur Drau Enns Traun
    Ybbs Steyr Aare Limmat Reuss Thur Weinstraße Bergstraße Don Dnister Dnipro
    """.split()
)
_TOWNS_GO_ON = re.compile(rf" (?:(?:an der|am|ob der|a\. ?d\.|a\.) |\((?:an der |am )?)({'|'.join(_RIVERS)})\b")
"""The river that tells a town from others of the name."""
_RIVERS_OF_TOWNS = ("an der {}", "am {}", "({})", "ob der {}")
_NUMBER_AFTER = re.compile(r" (?:\d{1,3}|[A-H])(?![\w-])")
_PERSON_BEFORE = re.compile(r"(?:^|[^\w-])(?:[A-ZÄÖÜ]\w*(?:er|ist|ent|ant|or|at|log|chef|genoss|expert|pilot)in) $")
_CENTURY_BEFORE = re.compile(r"Jahr(?:hundert|tausend|zehnt)\w* (?:vor|nach) der $")
"""Before what years are counted from: `im dritten Jahrhundert vor der Zeitenwende`."""
_ACRONYM_AND_NUMBER = re.compile(r" \d{1,3}(?=[.,;:)!?]|$)")


def goes_on_in_german(spot: NameInContext) -> bool:
    """Tell whether the words around a name make another one: `Das Deutsche Rote Kreuz`, `die Sächsische Schweiz`."""
    if spot.kind in _PLACES:
        before = (_SURE_ADJECTIVE_BEFORE, FOREIGN_BEFORE_A_PLACE, _INSTITUTION_BEFORE)
        longer = any(map(spot.is_after, before)) or _is_first_of_a_compound(spot)
        return longer or _is_a_ship(spot) or _is_another_place(spot)
    if spot.kind not in (*_BODIES, Kind.DOCUMENT):
        return spot.is_after(_CENTURY_BEFORE)
    return _goes_on_before(spot) or _is_second_half(spot) or _goes_on_after(spot)


def _goes_on_before(spot: NameInContext) -> bool:
    """Tell whether adjectives make another name of that of a body: `auf der Grünen Woche`."""
    if spot.kind is Kind.DOCUMENT:
        return False
    if _ADJECTIVE_FIRST.match(spot.name) and spot.is_after(_ADJECTIVE_BEFORE):
        return True
    if spot.kind is Kind.ORGANISATION and not spot.name.isupper() and spot.is_after(_SURE_ADJECTIVE_BEFORE):
        return True
    party = _WITH_ARTICLE.fullmatch(spot.name) is not None and spot.is_before(_NOUN_AFTER)
    return party and spot.is_after(_PREPOSITION_BEFORE)


def _goes_on_after(spot: NameInContext) -> bool:
    """Tell whether what a body is for makes another of it, or a number a road: `A 7`."""
    if spot.kind is not Kind.ORGANISATION:
        return False
    if spot.name.isupper():
        return spot.is_before(_ACRONYM_AND_NUMBER)
    return is_of_many_states(spot.name, "de") and spot.is_before(_FIELD_AFTER)


def _is_a_ship(spot: NameInContext) -> bool:
    """Tell whether a town has the article of a ship, and is no compound: `die Bremen`, not `der Berlin-Besuch`."""
    town = spot.name in _TOWNS and spot.plain[spot.end : spot.end + 1] != "-"
    return town and spot.is_after(_ARTICLE_OF_A_SHIP)


def _is_another_place(spot: NameInContext) -> bool:
    """Tell whether a place is another of its name, a person, or no place: `Frankfurt an der Oder`, `Halle 7`."""
    if spot.is_before(_NUMBER_AFTER) and may_be_common(spot.name, "de", Kind.PLACE):
        return True
    if spot.is_before(_NOUN_AFTER) and spot.is_after(_PERSON_BEFORE):
        return True
    river = _TOWNS_GO_ON.match(spot.plain, spot.end)
    if river is None:
        return False
    # An entry of which only the town is named is the one at whatever river; else it is at its own alone.
    return any(
        spot.known(f"{spot.name} {where.format(other)}")
        for other in _RIVERS
        if other != river[1]
        for where in _RIVERS_OF_TOWNS
    )


def _is_first_of_a_compound(spot: NameInContext) -> bool:
    """Tell whether a German compound is the name of something: `Potsdam-Institut`, `Iran-Contra-Affäre`."""
    if spot.plain[spot.end : spot.end + 1] != "-":
        return False
    if spot.is_before(_INSTITUTION_AFTER):
        return True
    second = _SECOND_OF_THREE.match(spot.plain, spot.end)
    return second is not None and not (
        spot.known(second[1]) or is_a_state(second[1], "de") or is_another_capital(second[1], "de")
    )


def _is_second_half(spot: NameInContext) -> bool:
    """Tell whether a German body of one word has a first half or an adjective: `Venedig-Kommission`."""
    if spot.kind is not Kind.ORGANISATION or " " in spot.name or spot.name.isupper():
        return False
    half = _HALF_BEFORE.search(spot.before)
    if half is not None:
        return True
    adjective = _ARTICLE_AND_ADJECTIVE_BEFORE.search(spot.before)
    return adjective is not None and not adjective[1].startswith("Deutsch") and not spot.known(adjective[1])
