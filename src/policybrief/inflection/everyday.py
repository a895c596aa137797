"""Names that are common words as well: `Вера`, `Лев`, `Roman`; at the head of a sentence either may be meant."""

from collections.abc import Mapping
from functools import cache

from .dictionary import has_dictionary, is_everyday, readings

_GIVEN_NAMES: Mapping[str, str] = {
    "ru": "вера надежда любовь лев роман слава роза лилия рада воля май марк эра герман артур камилла",
    "uk": "віра надія любов лев роман слава роза лілія рада воля мир",
    "az": """
        arzu aygün azad azər bahar bəxtiyar dəniz elçin fəxri gül günəş həyat igid ilham inam lalə mehriban
        mətin nərgiz nicat səadət sevinc səma şəfəq tərlan umud ümid vüsal vüqar yaqut zəfər qələbə əziz cəsarət
        dilək polad əli vəli ədalət xəyal ulduz bənövşə yasəmən qönçə mina şahin aslan qartal bayram ramazan zaman
        ilqar iman qüdrət sərvət şöhrət nemət hikmət məhəbbət xatirə aydın uğur tale vətən surə sədaqət gülər sevil
        həsrət azadə göyərçin
    """,
    "tr": """
        ümit umut zafer deniz bahar barış savaş sevgi sevinç gül güneş yıldız yaşar tuna tan özgür ülkü devrim
        eren can hayat onur aslan kaya demir çelik yılmaz doğan şahin kartal toprak ay su nehir ilkbahar gönül
        emek ezgi umay arzu
    """,
    "de": """
        ernst frank wolf stark klein groß lang kurz koch fischer müller schneider becker bauer kaiser könig
        richter weber jung sommer winter herbst vogel fuchs stein berg bach wald baum roth weiß schwarz braun
        kraft merz zimmermann graf herzog jäger krause kohl rau scheel strauß lindner engel frey held herr
        krämer schäfer schmidt sauer süß vogt
    """,
    "fr": """
        rose claire pierre marguerite olive constant juste place blanc blanche lebrun roux petit grand noir
        boulanger marchand roi mercier charpentier fournier leclerc moulin barre royal juppé aimé désiré
        prudence victoire fabre marin meunier roman lion brun doux fort gentil leroy
    """,
    "es": """
        rosa pilar sol luz paz cruz mercedes dolores guerra iglesias campos flores reyes rey santos torres rajoy
        blanco león
    """,
    "it": "rosa fiore bianco bianchi rossi russo leone conte monti letta re costa serra villa fontana gentile grasso",
    "pl": "wiara róża lew roman wilk zając kos gil lis duda sikora wrona kaczor baran sroka mróz kowal król",
}
"""Names of people that are common words, in small letters."""

_OTHER_NAMES: Mapping[str, str] = {
    "ru": """
        мир союз победа родина правда известия время вести запад восток север юг рада слово звезда сила воля
        свобода эхо заря спутник дождь ведомости новости взгляд яблоко единство отечество чад орёл орел вена кура дон
    """,
    "uk": "мир союз перемога правда захід схід північ південь рада слово зірка сила воля свобода час",
    "az": "azadlıq vətən birlik səs xalq qələbə şərq qərb cənub şimal zaman hürriyyət müsavat ümid",
    "tr": """
        vatan zaman birlik özgürlük doğu batı kuzey güney hürriyet milliyet cumhuriyet ordu ağrı uşak sabah akşam taraf
    """,
    "de": """
        bild welt zeit spiegel stern union rat westen osten norden süden linke grüne grünen halle essen hof baden worms
        leer minden regen weiden bergen singen gießen hagen münster focus
    """,
    "fr": "monde libération croix union est ouest nord sud république humanité point express",
    "es": "mundo país unión paz este oeste norte sur razón",
    "it": "mondo unione lega est ovest nord sud stampa repubblica",
    "pl": "wolność prawda zachód wschód północ południe słowo świat polityka",
}
"""Names of newspapers, parties, towns and regions that are very common words, in small letters."""


@cache
def may_be_common(form: str, language: str, person: bool) -> bool:
    """Tell whether a form of one word may also be a common word that bears the capital of its sentence.

    For people the dictionary says so where there is one; for others, and elsewhere, a table of the likely.
    """
    small = _small(form, language)
    if small in _table(language, person):
        return True
    return person and has_dictionary(language) and is_everyday(small, language) if language in ("ru", "uk") else False


def is_common_noun(word: str, language: str) -> bool:
    """Tell whether a dictionary knows a word, and none of its readings as a given name."""
    read = readings(word.lower(), language) if language in ("ru", "uk") else ()
    return bool(read) and read[0].known and not any(reading.given_name or reading.surname for reading in read)


@cache
def _table(language: str, person: bool) -> frozenset[str]:
    tables = (_GIVEN_NAMES,) if person else (_OTHER_NAMES,)
    return frozenset(word for table in tables for word in table.get(language, "").split())


def _small(form: str, language: str) -> str:
    if language in ("az", "tr"):
        form = form.replace("I", "ı").replace("İ", "i")
    return form.lower()
