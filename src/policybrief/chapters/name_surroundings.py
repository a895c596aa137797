"""What stands around a name in a text, and whether it is a part of another name there, or no name at all."""

import re
from collections.abc import Callable
from functools import cache

from ..inflection.agreement import is_adjective_of
from ..inflection.everyday import DIRECTIONS, PEOPLES, is_common_noun, is_only_a_place
from ..inflection.first_names import is_a_common_given_name
from ..inflection.georgian_first_names import is_given_in_georgian
from ..inflection.semitic_first_names import is_given_in_semitic
from ..inflection.small_words import (
    BEFORE_A_FAMILY_NAME,
    all_before_a_family_name,
    is_office,
    openers,
    opens_with_a_subject,
    titles,
)
from ..inflection.turkic_first_names import is_given_in_turkic
from ..model.glossary import Kind

NAMED = (Kind.PERSON, Kind.STATE, Kind.PLACE)
"""The kinds whose names are also parts of others' names."""

_SENTENCE_OPENS = re.compile(r"(?:^|\n|[.!?…:]['\"”’»)\]]*\s+(?:[-–—]\s*)?)$")
"""The end of the text before a word that opens a sentence; a word in quotation marks is a title, not an opening."""
_ARTICLES = (
    "der|die|das|des|dem|den|ein|eine|eines|einem|einen|einer|kein|keine|keinen|im|am|zum|zur|beim|vom|ins|"
    "sein|seine|seinen|ihr|ihre|ihren|dieser|diese|diesen|diesem|jeder|jeden|alle|viele"
)
_GERMAN_ARTICLE = re.compile(rf"\b(?:{_ARTICLES}|\w+(?:e|en|er|es|em))\s$", re.IGNORECASE)
_BEFORE_A_COMMON_NOUN = re.compile(rf"\b(?:{_ARTICLES}|(?-i:[a-zäöüß])\w+(?:e|en|er|es|em))\s$", re.IGNORECASE)
"""Not so an office, which is before a family name: `Kanzler`."""
_CAPITAL_ADJECTIVE = re.compile(
    r"\b(?:der|des|dem|den|im|am|vom|zum|beim) (?=[A-ZÄÖÜ])"
    r"(?i:\w*(?:isch|lich|ig|deutsch|dritt|neu|alt|groß|rot|weiß|schwarz))en\s$"
)
"""An adjective that belongs to a noun: `des Deutschen Reiches`."""
_OPENING_ADJECTIVE = re.compile(r"(?:^|\n|[.!?…:]['\"]*\s+)[A-ZÄÖÜ][a-zäöüß]+(?:es|em)\s$")
"""`Gutes Essen`."""
_DEFINITE = re.compile(r"\b(?:der|den|dem|des|vom|zum)\s$", re.IGNORECASE)
_OF_A_LAND = re.compile(r"\s(?:der|des|von|vom|eine[sr]|seine[sr]|ihre[sr]|unsere[sr]|diese[sr]|[A-ZÄÖÜ]\w+s)\b")
"""What a compass point is of: `im Westen der Stadt`, `dem Osten Syriens`."""
_OF_A_NOUN = re.compile(r"\b(?:des|eines|dieses|jenes|seines|ihres|keines|im|am)\s(?:[a-zäöüß]+en\s)?$", re.IGNORECASE)
_ENDS_OF_ADJECTIVES = frozenset("йяеоуюмхиаіїє")
_SAYS_THAT_IT_IS_A_NAME = re.compile(
    r"'[^\W\d_]| (?:gazetesi|dergisi|televizyonu|ajansı|sitesi|radyosu|kanalı|ilçesi|kenti|şehri|köyü|hükümeti|"
    r"muhabiri|milletvekili|seçmeni|genel (?:başkan|merkez|sekreter)|il başkan|"
    r"qəzeti|jurnalı|telekanalı|agentliyi|saytı|portalı|radiosu|kanalı|rayonu|şəhəri|kəndi|hökuməti|"
    r"müxbiri|redaksiyası|qərargahı|deputatı|sədri|başqanı)|"
    r"(?<=d[aə]n) (?:(?:bildir|açıqla|deyi|xatırlat)(?:ib|il|di|dı|iyi)|(?:ayrıl|çıxarıl|uzaqlaşdırıl)(?:an|ıb|dı|"
    r"mış|ma)|istefa)"
)
"""An apostrophe, what only a newspaper, a party or a place has, and in Azerbaijani a statement from it."""
_SHORT_TITLE_BEFORE = re.compile(
    r"(?:^|[^\w'])(?:[A-ZƏĞİÖÜÇŞ]|[Dd]r|[Pp]rof|[Dd]oç|[Dd]os|[Aa]v|[Ss]n|Op|Yrd|Gör|Uzm|[Aa]kad|[Gg]en|[Pp]olk|Org|Alb|"
    r"Müh|Mim|Ecz)\. ?$"
)
"""An initial or a short title, whose stop ends no sentence: `Dr. Çelik`."""
_ENDS_OF_GENITIVES = frozenset("sßxzen")
_DESCRIBED_NOUN_AFTER = re.compile(r" [a-zäöüß]+(?:e|es|er|en|em) [A-ZÄÖÜ]")
"""`Kleins jüngstes Buch`."""
_OPENING_ARTICLE = re.compile(r"(?:^|\n|[.!?…:]['\"]*\s+)(?:Die|Der|Den)\s$")
_ARTICLE_OF_A_PARTY = re.compile(r"\b(?:[Dd]ie|[Dd]er|[Dd]en)\s$")
_PARTIES = (Kind.ORGANISATION, Kind.GROUP)
_COMPOUND_AFTER = re.compile(r"-[A-ZÄÖÜ]")
_NOUN_AFTER = re.compile(r" [A-ZÄÖÜ]")
_BEFORE_A_PEOPLE = re.compile(
    r"\b(?:die|der|den|alle[nr]?|viele[nr]?|einige[nr]?|manche[nr]?|mehrere[nr]?|wenige[nr]?|beide[nr]?|diese[nr]?|"
    r"jene[nr]?|zwei|drei|vier|fünf|zehn|hundert|tausend|millionen|wir|uns|\d+)\s(?:[a-zäöüß]+en\s)?$|"
    r"\b(?:alle|viele|einige|manche|mehrere|wenige|zwei|drei|vier|fünf|zehn|\d+)\s[a-zäöüß]+e\s$",
    re.IGNORECASE,
)


_SMALL = "de|du|des|d'|la|le|les|sur|sous|en|lès|au|aux|et|à|am|an|im|in|bei|ob|auf|und|del|di|da|на|над|под|в|и"
_JOINED_BEFORE = re.compile(rf"[^\W\d_]-(?:(?:{_SMALL})-)+(?:d'|l')?$", re.IGNORECASE)
"""`Île-de-`, `Ростов-на-`."""
_JOINED_AFTER = re.compile(rf"-(?:(?:{_SMALL})-)+\w|-d'\w", re.IGNORECASE)
_FIRST_PART = re.compile(
    r"\b(?:saint|sainte|san|santa|sankt|nouvelle|nouveau|neuf|haut|haute|bas|basse|grand|grande|vieux|mont|pont|port|"
    r"fort|hind|indo|индо|neu|groß|ober|nieder|bad|jean|marie|anne|papua|papouasie|нью|ново|старо|нижне|верхне|австро|санкт|сан|папуа)-$",
    re.IGNORECASE,
)
_SECOND_PART = re.compile(
    r"-(?:bissau|bisau|бисау|württemberg|pfalz|anhalt|holstein|vorpommern|neuguinea|maritimes?|atlantique|sainte?|"
    r"océan|presse|inter|culture)\b",
    re.IGNORECASE,
)
_BOTH_PARTS = re.compile(
    r"\b(?:rheinland-pfalz|österreich-ungarn|autriche-hongrie|elsass-lothringen|alsace-lorraine|nordrhein-westfalen|"
    r"mecklenburg-vorpommern|schleswig-holstein|ouest-france|nice-matin|paris-match|москва-сити|bosni\w+-her\w+|bosna-hersek|босни\w+-герцеговин\w+)",
    re.IGNORECASE,
)
"""Names of two parts of which one may be another's name: `Saint-Pierre`, `Guinée-Bissau`."""

_HALF_BEFORE = re.compile(r"([^\W\d_]+)-$")
_HALF_AFTER = re.compile(r"-([^\W\d_]+)")
_PREFIXES = frozenset("anti ex pro post vor nach nicht mini vize non pré экс анти про пост".split())
_NO_DOUBLE_NAMES = frozenset(("az", "tr"))
"""The languages in which a hyphen joins two people rather than two family names: `Erdoğan-Putin görüşmesi`."""

_TURKIC_PLURAL = re.compile(r"\w{3}l[aəe]r(?:[ıi]?(?:n?[ıiaəe]n?|n?d[aəe]n?|m[ıi]z\w*)?)?$")
"""No given name: `Adaylardan`."""
_TURKISH_PLACE = re.compile(r"\w{3}[dt][aeə]n?$")
_AZERBAIJANI_PLACE = re.compile(r"\w{3}d[aə]n?$")
"""Its d never hardens: `Şarlotta` is a name."""
_NAMES_LIKE_PLACES = re.compile(
    r"(?:sevda|hande|ferda|seda|ceyda|azad[eə]|candan|nurdan|aydan|handan|ceydan|mərdan|rıdvan|gülden|\w+id[eə]|"
    r"rita|anita|marta|greta|agata|beata|frida|aida|hilda|zelda|matilda|linda|wanda|amanda|miranda|yolanda|fernanda|"
    r"brigitte|juliette|charlotte|antoinette|bernadette|colette|odette|annette|yvette|henriette|loretta|violetta)$"
)

_CAPITALISED = re.compile(r" ([^\W\d_]+)")
_AFTER_A_GIVEN_NAME = frozenset(
    "bey hanım efendi paşa ağa hoca bəy xanım müəllim müəllimə xan şah məlik baba ana bacı kişi oğlu qızı".split()
)
"""Words of courtesy that come after a given name."""

_COMPASS_BEFORE = {
    "ru": r"(?:Север|Юж|Восточ|Запад|Централь|Экваториаль|Средн|Нов|Внешн|Внутренн|Больш|Мал)н?(?:ый|ая|ое|ий|яя|ого|ой"
          r"|ей|ому|ую|юю|ым|им|ом|ем)\s",
    "uk": r"(?:Північн|Південн|Східн|Західн|Центральн|Екваторіальн|Нов)(?:ий|а|е|ого|ої|ому|ій|у|ою|им)\s",
    "az": r"(?:Şimali|Cənubi|Şərqi|Qərbi|Mərkəzi|Ekvatorial|Yeni|Kiçik|Şimal|Cənub|Şərq|Qərb)\s",
    "tr": r"(?:Kuzey|Güney|Doğu|Batı|Orta|Ekvator|Yeni|Güneydoğu|Kuzeydoğu|Küçük)\s",
    "de": r"\b(?:Nord|Süd|Ost|West|Zentral|Äquatorial)-|"
          r"\b(?:Nördliche|Südliche|Östliche|Westliche)[nrsm]?\s|\bNeu ",
    "fr": r"\b(?:Nouvelle|Nouveau) ",
    "ka": r"\b(?:ჩრდილოეთ|სამხრეთ|ეკვატორული|ახალი) ", "hy": r"\b(?:Հյուսիսային|Հարավային|Հասարակածային|Նոր) ",
    "es": r"\b(?:Nueva|Nuevo) ", "it": r"\b(?:Nuova|Nuovo) ", "pl": r"\b(?:Nowa|Nowej|Nową) ",
}  # fmt: skip
_COMPASS_AFTER = {
    "fr": r" (?:du (?:Nord|Sud)\b|de l'(?:Est|Ouest)\b|équatoriale|(?:[Oo]riental|[Oo]ccidental|septentrional|"
          r"méridional)e?\b)|-(?:Orientale|Occidentale)",
    "es": r" (?:del (?:Norte|Sur|Este|Oeste)\b|Ecuatorial|[Oo]riental|[Oo]ccidental)",
    "it": r" (?:del (?:Nord|Sud)\b|dell'(?:Est|Ovest)\b|[Ee]quatoriale|orientale|occidentale)",
    "he": r"(?: (?:הצפונית|הדרומית|המשוונית|הדמוקרטית)|-ביסאו)",
    "ar": r" (?:الشمالية|الجنوبية|الاستوائية|الديمقراطية|بيساو)\b",
    "pl": r" (?:Północn|Południow|Wschodni|Zachodni|Równikow|Środkow)(?:a|ej|ą|y|ego|emu|ym|im)?\b",
}  # fmt: skip
"""What is before or after the name of a state or a region in the name of another: `Южный`, `du Nord`."""


_POLISH_NOUN = re.compile(
    r"(?:[cszg]j[aięą]|ości?|[nc]i[ae]|stw[aoue]|[tk][ay]m?|mowy|mów|rząd\w*|kroki?|plany?|tezy?|listy?|apele?|sił[ay]?|wojsk\w*|"
    r"zwolenni\w+|doradc\w+|przemówieni\w+|słowa?|gesty?|błędy?|ów|ach|ami)$",
    re.IGNORECASE,
)
"""How Polish nouns end that open a sentence before a name in the genitive, and no given name: `Rozmowy`."""


def _opens_here(before: str) -> bool:
    return _SENTENCE_OPENS.search(before) is not None


def follows_a_given_name(plain: str, start: int, language: str) -> bool:
    """Tell whether a family name comes after a word that looks like another person's given name."""
    if start < 2 or plain[start - 1] != " ":
        return False
    begin = max(plain.rfind(" ", 0, start - 1), plain.rfind("\n", 0, start - 1)) + 1
    word = plain[begin : start - 1].lstrip("\"'([")
    if language == "ka":
        return is_given_in_georgian(word)
    if language in ("he", "ar"):
        return is_given_in_semitic(word, language)
    return _is_given_here(plain, begin, word, language)


def _is_given_here(plain: str, begin: int, word: str, language: str) -> bool:
    """Tell whether a word that begins there may be a given name, by its capital and by what is before it."""
    if not word[:1].isupper() or not word.replace("-", "").isalpha():
        return False
    says_nothing = word in BEFORE_A_FAMILY_NAME or word in all_before_a_family_name() or is_office(word)
    if says_nothing and not (language in _NO_DOUBLE_NAMES and _is_surely_given(word, language)):
        return False
    before = plain[max(0, begin - 40) : begin]
    if language in _NO_DOUBLE_NAMES:
        whence = is_in_a_place(word, language) and _SENTENCE_OPENS.search(before)
        return not (_TURKIC_PLURAL.search(word) or opens_with_a_subject(word, language) or whence)
    if language == "de":
        # After an article stands a noun: `die Antwort Merkels`.
        return is_a_common_given_name(word) or _GERMAN_ARTICLE.search(before) is None
    if language == "pl" and _POLISH_NOUN.search(word) and not is_a_common_given_name(word) and _opens_here(before):
        return False
    # A noun that opens the sentence, such as `Отставки`, is no given name, nor is a state: the dictionary knows.
    return not ((_SENTENCE_OPENS.search(before) and is_common_noun(word, language)) or is_only_a_place(word, language))


def _is_surely_given(word: str, language: str) -> bool:
    """Tell whether a word is a given name although another language may open a sentence with it: `Con`."""
    own = word in openers(language) or word in titles(language) or opens_with_a_subject(word, language)
    return not own and is_given_in_turkic(word, language)


def is_in_a_place(word: str, language: str) -> bool:
    """Tell whether an Azerbaijani or Turkish word says where or whence, and is no given name: `Toplantıda`."""
    ending = _AZERBAIJANI_PLACE if language == "az" else _TURKISH_PLACE
    if ending.search(word) is None or _NAMES_LIKE_PLACES.match(word.lower()):
        return False
    return not is_given_in_turkic(word, language)


def has_a_family_name(plain: str, end: int) -> bool:
    """Tell whether a given name has a family name after it, which is another's: `Pierre Mauroy`."""
    following = _CAPITALISED.match(plain, end)
    return following is not None and following[1][0].isupper() and following[1].lower() not in _AFTER_A_GIVEN_NAME


def is_within_a_name(plain: str, start: int, end: int, given_name: bool) -> bool:
    """Tell whether hyphens make of a name a part of another: `Île-de-France`, `Ростов-на-Дону`, `Anne-Laure`."""
    if plain[start - 1 : start] not in ("-", "'") and plain[end : end + 1] != "-":
        return False
    if _JOINED_BEFORE.search(plain[max(0, start - 20) : start]) or _JOINED_AFTER.match(plain, end):
        return True
    if given_name and (half := _HALF_AFTER.match(plain, end)) and half[1][0].isupper():
        return True
    if _FIRST_PART.search(plain[max(0, start - 20) : start]) or _SECOND_PART.match(plain, end):
        return True
    return any(
        both.start() <= start and end <= both.end()
        for both in _BOTH_PARTS.finditer(plain, max(0, start - 20), end + 20)
    )


def is_half_of_a_name(plain: str, start: int, end: int, language: str, known: Callable[[str], bool]) -> bool:
    """Tell whether a person's name may be half of a double one, `Müller-Roth`; not beside a name that is known.

    In German the name may be the first part of a compound: `Merkel-Besuch`.
    """
    if language in _NO_DOUBLE_NAMES:
        return False
    halves = [_HALF_BEFORE.search(plain[max(0, start - 40) : start])]
    if language != "de":
        halves.append(_HALF_AFTER.match(plain, end))
    others = [half[1] for half in halves if half]
    return any(other[0].isupper() and other.lower() not in _PREFIXES and not known(other) for other in others)


def has_a_compass_point(plain: str, start: int, end: int, language: str) -> bool:
    """Tell whether a word beside the name of a place makes another name of it: `Южный Судан`, `Irlande du Nord`."""
    before, after = _compass(language)
    if before is not None and before.search(plain[max(0, start - 24) : start]):
        return True
    return after is not None and after.match(plain, end) is not None


@cache
def _compass(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    before, after = _COMPASS_BEFORE.get(language), _COMPASS_AFTER.get(language)
    return re.compile(f"(?:{before})$") if before else None, re.compile(after) if after else None


def opens_a_sentence(plain: str, start: int) -> bool:
    """Tell whether the word at `start` opens a sentence."""
    return _SENTENCE_OPENS.search(plain[max(0, start - 40) : start]) is not None


def opens_as_an_adjective(plain: str, start: int, end: int, language: str) -> bool:
    """Tell whether a name opens a sentence and may be the adjective of the next word: `Навальный груз`."""
    if language == "de":
        nouns = plain[start:end].endswith("es") and _NOUN_AFTER.match(plain, end) is not None
        return nouns and opens_a_sentence(plain, start)
    if plain[end - 1] not in _ENDS_OF_ADJECTIVES or not plain[end + 1 : end + 2].islower() or plain[start].islower():
        return False
    following = _CAPITALISED.match(plain, end)
    return (
        following is not None
        and opens_a_sentence(plain, start)
        and is_adjective_of(plain[start:end], following[1], language)
    )


def may_be_common_here(plain: str, start: int, end: int, language: str, kind: Kind | None) -> bool:
    """Tell whether a word may have its capital from its place: it opens a sentence, or is a noun in German."""
    before = plain[max(0, start - 40) : start]
    if language == "de":
        named = _is_a_party_in_german(plain, start, end, before, kind) or _SAID_BEFORE.search(before) is not None
        return not named and _may_be_common_in_german(plain, start, end, before)
    # No common word has an apostrophe before its ending, is an acronym or a newspaper: `Katar'ın`, `Sabah gazetesi`.
    if language in _NO_DOUBLE_NAMES and (
        _SAYS_THAT_IT_IS_A_NAME.match(plain, end)
        or _is_an_acronym_here(plain, start, end)
        or (before.endswith((".", ". ")) and _SHORT_TITLE_BEFORE.search(before))
    ):
        return False
    if language == "fr":
        return _may_be_common_in_french(plain[start:end], before)
    return plain[start].islower() or _SENTENCE_OPENS.search(before) is not None


def _is_an_acronym_here(plain: str, start: int, end: int) -> bool:
    """Tell whether a name is in capitals and has an ending in small letters after a hyphen: `REAL-ın`."""
    return plain[start:end].isupper() and plain[end : end + 1] == "-" and plain[end + 1 : end + 2].islower()


_SAYS_THAT_IT_IS_A_PAPER = re.compile(
    r"\b(?:[Ll]aut|[Ww]ie|sagte?|erzählte?|erklärte?|verriet|\w*[Aa]rtikels?|Kommentars?|Kolumne|Titelgeschichte|Redakteur\w*|Redaktion|Magazins?|Zeitung|Wochenzeitung|Zeitschrift|Interview|Gespräch|"
    r"Bericht\w*|Recherchen?|Artikel\w*|Ausgabe|Chefredakteur\w*|Journalist\w*|Reporter\w*|Korrespondent\w*|Meldung\w*)"
    r"\s(?:mit\s|von\s|in\s|aus\s)?(?:de[rmns]\s)?$|\b[Gg]egenüber\sde[rm]\s$"
)
_SAID_AFTER = re.compile(
    r" (?:berichte|schr[ie]{2}b|schreib|melde|enthüll|zufolge|zitier|veröffentlich|druckt|titelt)\w*"
)


def is_a_paper_in_german(plain: str, start: int, end: int) -> bool:
    """Tell whether a word is a newspaper by what is beside it: `wie der Spiegel berichtet`, `Spiegel-Reporter`."""
    before = plain[max(0, start - 40) : start]
    after = _SAID_AFTER.match(plain, end) or _COMPOUND_AFTER.match(plain, end)
    return after is not None or _SAYS_THAT_IT_IS_A_PAPER.search(before) is not None


_SAID_BEFORE = re.compile(
    r"[\"',] (?:so|sagte?|erklärte?|meinte?|betonte?|warnte?|forderte?|kritisierte?|mahnte?|antwortete|lobte|"
    r"spottete|behauptete?|"
    r"versicherte?|versprach|fragte|rief|schr[ie]{2}b|wetterte|klagte|beteuerte|bekräftigte|entgegnete|ergänzte|erläuterte|erwiderte|"
    r"konterte|monierte|resümierte|schimpfte|stellte|teilte|räumte|fügte|kündigte|gab|rechtfertigte|befand|urteilte|prophezeite|"
    r"räumt|fügt|kündigt|zitiert|bilanzierte|versicherte|unterstrich|hob|führte|legte)\s$"
)
"""Before somebody who says what is quoted: `", sagte Nagel`."""
_TIMES = frozenset(("libération", "renaissance", "restauration", "révolution"))


def _may_be_common_in_french(name: str, before: str) -> bool:
    """Tell whether a name may be a common word; `les Verts` has the capital of a name, `la Renaissance` of a time."""
    if name.lower() in _TIMES and before.endswith(("la ", "La ")):
        return True
    if name[0].islower():
        return not name.rpartition(" ")[2][0].isupper()
    return _SENTENCE_OPENS.search(before) is not None


def _is_a_party_in_german(plain: str, start: int, end: int, before: str, kind: Kind | None) -> bool:
    """Tell whether an adjective is a name: in a compound, `Grünen-Politikerin`, or without its noun, `Die Grünen`."""
    name = plain[start:end]
    if not name.endswith(("en", "e")) or name.lower() in PEOPLES:
        return False
    article = _ARTICLE_OF_A_PARTY if kind in _PARTIES else _OPENING_ARTICLE
    alone = name.endswith("en") and article.search(before) and not _NOUN_AFTER.match(plain, end)
    return bool(alone or _COMPOUND_AFTER.match(plain, end))


def _may_be_common_in_german(plain: str, start: int, end: int, before: str) -> bool:
    name = plain[start:end]
    if name.lower() in PEOPLES:
        return _BEFORE_A_PEOPLE.search(before) is not None
    if name.lower().removesuffix("s") in DIRECTIONS:
        return _DEFINITE.search(before) is None or _OF_A_LAND.match(plain, end) is not None
    # With its article in small letters: `in den Spiegel`. The noun would end in s here: `die Redaktion des Spiegel`.
    if name[0].islower():
        return not (name.startswith("des ") and name[-1] not in _ENDS_OF_GENITIVES)
    if name.endswith(("s", "'")) and (_NOUN_AFTER.match(plain, end) or _DESCRIBED_NOUN_AFTER.match(plain, end)):
        # A genitive before its noun is a name's: `Kochs Vorschlag`, but `des Kochs`.
        return _OF_A_NOUN.search(before) is not None
    if _SENTENCE_OPENS.search(before):
        return True
    adjectives = (_BEFORE_A_COMMON_NOUN, _CAPITAL_ADJECTIVE, _OPENING_ADJECTIVE)
    return " " not in name and any(each.search(before) for each in adjectives)
