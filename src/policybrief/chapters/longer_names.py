"""What around a name makes it a part of a longer one that the glossary may not have: a party, a sea, a person."""

import re
from collections.abc import Mapping
from functools import cache

from ..inflection.agreement import is_adjective_of, is_family_name_of, is_given_name_of
from ..inflection.everyday_tables import NAMES_OF_PEOPLE
from ..inflection.first_names import is_a_common_given_name
from ..inflection.given_names import is_a_place_called_like_a_man, may_be_a_given_name
from ..inflection.small_words import openers, titles
from ..inflection.unions import is_of_people
from ..model.glossary import Kind
from .name_in_context import NameInContext
from .name_surroundings import follows_a_given_name, has_a_family_name, is_in_a_place, opens_a_sentence
from .names_going_on import goes_on_in_french, goes_on_in_german

PLACES = (Kind.STATE, Kind.PLACE)
_NO_LONGER_ONE = (Kind.PERSON, Kind.CONCEPT)
"""The kinds before whose names an adjective with a capital says nothing."""
_SLAVIC, _TURKIC = frozenset(("ru", "uk")), frozenset(("az", "tr"))

_DERIVED = re.compile(r"['-](?:l[ıiuü]|s[ıiuü]z|[cç][ıiuü])")
_QUOTED_AFTER = re.compile(r"(?:^|[\w.!?…] )\"$")
"""A word or the end of a sentence before a quotation; between commas the word itself may be quoted."""
_ADJECTIVE_BEFORE = re.compile(
    r"(?:^|[^\w-])([А-ЯЁІЇЄҐ][а-яёіїєґ]+(?:[ыоиіе]й|[ая]я|[ео]е|[еоі]го|[ео]му|[ео]ю|ую|юю|[ыиі]м|[ео]м|[ыиі]х|[ыи]е|"
    r"[ыиі]ми|ою|[аеоуі]))\s$"
)
_ENDS_OF_ADJECTIVES = frozenset("йяеоуюмхиа")
_INITIALS_BEFORE = re.compile(r"(?:^|[^\w.])[^\W\d_a-zа-яёəğışçöüіїє]\. ?$")
_GERMAN_NOUN = re.compile(r"(?:ung|heit|keit|schaft|ion|tät|ismus|ik|nis|ungen|heiten|keiten|schaften|ionen|täten)$")
"""No family name: `daran übte Günther Kritik`."""
_PARTS_OF_LANDS = frozenset(
    "Rayon Şəhər Kənd Qəsəbə Bələdiyyə Dövlət Büyükşehir Belediye İlçe Köy Emniyet Devlet".split()
)
"""Nor are these, after a place: `Füzuli Rayon Məhkəməsi`."""
_CAPITALISED = re.compile(r" ([^\W\d_]+)(?![\w-])")

_WATERS_BEFORE: Mapping[str, str] = {
    "ru": r"\b(?:[Рр]ек|[Оо]зер|[Оо]зёр|[Зз]алив|[Пп]ролив)\w*\s", "uk": r"\b(?:річк|річц|озер|заток|проток)\w*\s",
    "pl": r"\b(?:rzek|rzec|jezior)\w*\s", "de": r"\b(?:Fluss|Flusses|Flusse|Stromes)\s",
    "fr": r"\b(?:fleuve|rivière|lac|golfe|mont)\s", "es": r"\b(?:río|lago|golfo)\s", "it": r"\b(?:fiume|lago|golfo)\s",
}  # fmt: skip
"""What is called as a state is: `le fleuve Congo`, `озера Чад`."""
_REPUBLIC_BEFORE: Mapping[str, str] = {
    "ru": r"Демократическ\w{2,3} Республик\w{1,2}\s", "uk": r"Демократичн\w{1,3} Республі[кц]\w{1,2}\s",
    "de": r"Demokratischen? Republik\s", "fr": r"[Rr]épublique démocratique (?:du |de |d')(?:la )?",
    "es": r"República Democrática del? ", "it": r"Repubblica [Dd]emocratica del? ",
    "pl": r"Demokratyczn\w{1,3} Republi[kc]\w{1,2}\s",
}  # fmt: skip
"""States that are called as their neighbours are: `Демократической Республике Конго`."""
_CALLED_AS_A_STATE_BEFORE: Mapping[str, str] = {
    language: f"{waters}|{_REPUBLIC_BEFORE[language]}" for language, waters in _WATERS_BEFORE.items()
}
_RULED_AFTER: Mapping[str, str] = {
    "fr": r" (?:belge|français|britannique|anglais|espagnol|portugais|italien|allemand|hollandais|néerlandais|ottoman)"
          r"(?:e|ne|s|es|nes)?\b",
    "es": r" (?:belg|español|frances|británic|portugues|italian|aleman|holandes)[ao]?s?\b",
    "it": r" (?:belg|spagnol|frances|britannic|portoghes|italian|tedesc|olandes)[aoei]\b",
}  # fmt: skip
"""States that belonged to another: `le Congo belge`."""
_AMPERSAND_BEFORE = re.compile(r"([^\W\d_]+) & $")
_AMPERSAND_AFTER = re.compile(r" & ([^\W\d_]+)")
_CALLED_AFTER_IT_BEFORE: Mapping[str, str] = {
    "fr": r"\b(?:porte-avions|frégate|sous-marin|paquebot|croiseur|destroyer|aéroport|avenue|rue|boulevard|lycée|"
          r"collège|stade|pont|hôpital|prix|fondation)\s",
    "de": r"\b(?:Flugzeugträger|Fregatte|Korvette|Kreuzer|Zerstörer|Stiftung)s?\s",
    "es": r"\b(?:portaaviones|fragata|submarino|crucero|aeropuerto|avenida|calle|estadio|premio|fundación)\s",
    "it": r"\b(?:portaerei|fregata|incrociatore|aeroporto|viale|stadio|premio|fondazione)\s",
}  # fmt: skip
"""Ships, streets and schools that are called after somebody: `le porte-avions Charles de Gaulle`."""
_OF_EUROPE_AFTER: Mapping[str, str] = {"fr": r" d'Europe\b", "de": r" von Europa\b", "es": r" de Europa\b"}
"""What is not yet: `États-Unis d'Europe`."""
_OF_A_PAPER_AFTER = re.compile(r" (?:TV|Online|Plus|Sport|Geschichte|diplomatique|Dimanche|Magazine|Campus)\b")
_PARTICLE_AFTER = re.compile(r" (?:d'|(?:de|du|von|van|zu|di|da|del)(?: la| der| den)? )[A-ZÀ-Ý]")
_AZERBAIJANI_FAMILY = re.compile(r"\w+(?:ov|ev|ova|eva|l[ıiuü]|zad[əe]|oğlu|soy)$")
_QUOTE_BEFORE = re.compile(r"(?:^|[^\w\"])\"([^\"\n.,;:!?]*)$")
_QUOTE_AFTER = re.compile(r"([^\"\n.,;:!?]*)\"")
_LONGEST_TITLE = 4
"""In words: what is longer between quotation marks is what somebody said."""
_IN_TITLES = (Kind.ORGANISATION, Kind.GROUP, Kind.MEDIA, Kind.PROJECT)
_HALLOWED_BEFORE: Mapping[str, str] = {
    "fr": r"\b(?:saint|sainte|archange|roi|reine|prince|princesse|empereur)\s",
    "de": r"\b(?:heilige[nr]?|König|Königin|Kaiser|Kaiserin|Prinz|Prinzessin)\s",
    "es": r"\b(?:san|santa|santo|arcángel|rey|reina)\s", "it": r"\b(?:san|santa|santo|arcangelo|re|regina)\s",
    "az": r"\b(?:mələk|peyğəmbər|həzrəti|imam|şeyx|sultan|şair|şairi|yazıçı|bəstəkar|jurnalist|vəkil|həkim|əsgər)\s",
    "tr": r"\b(?:melek|meleği|peygamber|hazreti|imam|şeyh|sultan|şair|yazar|bestekâr|gazeteci|avukat|doktor|asker)\s",
}  # fmt: skip
"""Before the given name of somebody rather than before a place: `mələk Cəbrayıl`."""

_DISTRICT_AFTER = re.compile(
    r" (?:[iİ]lçesi|eyaleti|köyü|mahallesi|kasabası|vilayeti|beldesi|caddesi|sokağı|bulvarı|meydanı|"
    r"rayonu|əyaləti|kəndi|qəsəbəsi|küçəsi|prospekti|meydanı|bulvarı|məhəlləsi)\w*", re.IGNORECASE
)  # fmt: skip
"""After the name of a district or a street, which is not the one that it is called after."""
_WATERS_AFTER = re.compile(r" (?:nehri|gölü|çayı|körfezi|körfəzi|boğazı|denizi|dənizi)(?:n\w*)?\b", re.IGNORECASE)
_CORRIDOR_AFTER = re.compile(r" (?:dəhlizi|koridoru)\w*", re.IGNORECASE)
_NEW_PAPER = re.compile(r" (?:qəzeti|jurnalı|gazetesi|dergisi)\w*")
_NEW_BEFORE = re.compile(r"\bYeni $")
_GREAT_BEFORE = re.compile(r"\b(?:Böyük|Büyük|İkinci|Birinci|Üçüncü) $")
_FEDERAL_BEFORE = re.compile(r"\bFederal $")
_FESTIVAL_BEFORE = re.compile(r"\b(?:фестивал|конкурс|преми|фильм|роман|ансамбл|оркестр|концерт)\w* $", re.IGNORECASE)
_DEMOCRATIC_AFTER = re.compile(r" Demokrati[kx] (?:Xalq |Halk )?(?:Respublika|Cumhuriyet|Cümhuriyyət)")
_HEADS = tuple(
    # Turkish
    "Partisi Bakanlığı Beyannamesi Bildirgesi Bankası Üniversitesi Vakfı Enstitüsü Derneği Federasyonu "
    "Konfederasyonu Holdingi Grubu Akademisi Müzesi Hastanesi Lisesi Okulu Bulvarı Caddesi Sokağı Meydanı Stadyumu "
    "Stadı Havalimanı Köprüsü Barajı Ödülü Sözleşmesi Antlaşması Kanunu Yasası Müsteşarlığı Sendikası Festivali Kupası "
    # Azerbaijani
    "Partiyası Nazirliyi Bəyannaməsi Bankı Universiteti Fondu İnstitutu Cəmiyyəti Federasiyası Konfederasiyası Qrupu "
    "Akademiyası Muzeyi Xəstəxanası Məktəbi Liseyi Prospekti Küçəsi Stadionu Körpüsü Mükafatı Konvensiyası "
    "Müqaviləsi Qanunu Məcəlləsi Festivalı Kuboku".split()
)
"""What a longer name ends with, in the possessive. Not so what belongs to an organisation: its council, its office."""
_HEADS_AFTER_A_PLACE = tuple(
    "Seddi Denizi Okyanusu Körfezi Boğazı Nehri Gölü Dağı Çölü Savaşı Muharebesi Antlaşması Sözleşmesi Bildirgesi "
    "İmparatorluğu Üniversitesi Caddesi Sokağı Bulvarı Stadyumu Oteli Zirvesi "
    "Səddi Dənizi Okeanı Körfəzi Çayı Dağı Səhrası Müharibəsi Döyüşü Müqaviləsi Konvensiyası Bəyannaməsi İmperiyası "
    "Universiteti Prospekti Küçəsi Stadionu Partisi Partiyası".split()
)
"""What is not the place although it is called after it: `Çin Seddi`. Its offices are its own: `Cumhurbaşkanı`."""
_HEADS_AFTER_A_CONCEPT = ("Bakan", "Nazir", "Başkanlığı", "Müdürlüğü", "Kurulu", "Agentliyi", "Komitəsi")
_CENTRE_AFTER = re.compile(r" (?:Mərkəzi|Merkezi)\w*\b(?! [^\W\d_a-zəğışçöü])")
"""Not so where it is an adjective: `Mərkəzi Asiya`."""
_POSSESSED = (*_HEADS, "ları", "leri", "eti", "ığı", "iği", "uğu", "üğü", "sı", "si", "su", "sü")
_GENITIVE = re.compile(r"n?[ıiuü]n$")
_IN_A_CASE = re.compile(r"(?:[ıiuü]n|[dt][aeə]n?|y[aeə]|n[aeə]|s[ıiuü])$")
_AND_AFTER = re.compile(r" v[eə] ")
_JOINING = frozenset(("ve", "və"))
_FOLLOWING = re.compile(r" ([^\W\d_]+)")


def is_derived(plain: str, end: int) -> bool:
    """Tell whether an ending makes another word of an Azerbaijani or Turkish name: `MHP'li`, `IMF'siz`."""
    return plain[end : end + 1] in ("'", "-") and plain[end - 1].isalpha() and _DERIVED.match(plain, end) is not None


def is_part_of_a_longer_name(spot: NameInContext) -> bool:
    """Tell whether the words around a name may make a longer one of it, or the name of a person."""
    return any(rule(spot) for rule in _RULES)


def is_the_given_name_of_another(spot: NameInContext) -> bool:
    """Tell whether a family name is somebody's given name: another family name follows, `Bertrand Badie`."""
    following = _family_name_after(spot)
    if not following:
        particle = spot.language not in _SLAVIC | _TURKIC and spot.is_before(_PARTICLE_AFTER)
        return particle and is_a_common_given_name(spot.name)
    if spot.language in _SLAVIC:
        return is_family_name_of(following, spot.name, spot.language)
    return may_be_a_given_name(spot.name, spot.language, place=False)


def _family_name_after(spot: NameInContext) -> str:
    """Return the word after a name where that may be a family name of which the glossary knows nothing."""
    # Most names are followed by something else, and there are many.
    following = _CAPITALISED.match(spot.plain, spot.end) if spot.plain[spot.end + 1 : spot.end + 2].isupper() else None
    if following is None or not has_a_family_name(spot.plain, spot.end):
        return ""
    word = following[1]
    if (len(word) > 1 and word.isupper()) or spot.known(word) or (spot.language == "de" and _GERMAN_NOUN.search(word)):
        return ""
    if word in openers(spot.language) or word in titles(spot.language):
        return ""
    # What belongs to somebody is no family name: `Yıldırım Hükümeti`.
    return "" if spot.language in _TURKIC and (word in _PARTS_OF_LANDS or word.endswith(_POSSESSED)) else word


def _is_of_a_person(spot: NameInContext) -> bool:
    """Tell whether the name of a place is a person's here: `Сергея Кирова`, `Maurice Genevoix`."""
    if " " in spot.name:
        return False
    if spot.language in _SLAVIC:
        return _has_a_given_name_before(spot) or is_the_given_name_of_another(spot)
    if is_a_place_called_like_a_man(spot.name, spot.language) and _has_a_given_name_before(spot):
        return True
    return may_be_a_given_name(spot.name, spot.language, place=True) and (
        spot.is_after(_before(_HALLOWED_BEFORE, spot.language)) or _family_name_after(spot) != ""
    )


def _has_a_given_name_before(spot: NameInContext) -> bool:
    if spot.before[-1:] == "." or spot.before[-2:] == ". ":
        return spot.is_after(_INITIALS_BEFORE)
    word = spot.before[:-1].rpartition(" ")[2] if spot.before[-1:] == " " else ""
    if not word[:1].isupper() or not word.isalpha() or spot.known(word):
        return False
    if spot.language in _SLAVIC:
        return is_given_name_of(word, spot.name, spot.language)
    return follows_a_given_name(spot.plain, spot.start, spot.language) and not is_in_a_place(word)


def _is_a_family_name(spot: NameInContext) -> bool:
    """Tell whether the name of a thing is a family name here, or a given name: `Anne Spiegel`, `Ümid Quliyev`."""
    if spot.kind is Kind.PERSON or " " in spot.name or not spot.name[0].isupper() or spot.name.isupper():
        return False
    if spot.language == "az":
        following = _family_name_after(spot) if _small(spot.name) in NAMES_OF_PEOPLE["az"].split() else ""
        return _AZERBAIJANI_FAMILY.fullmatch(following) is not None
    if spot.language in _SLAVIC | _TURKIC or spot.before[-1:] != " ":
        return False
    word = spot.before[:-1].rpartition(" ")[2].lstrip("\"'([")
    return word[:1].isupper() and is_a_common_given_name(word) and not spot.known(word)


def _small(name: str) -> str:
    return name.replace("I", "ı").replace("İ", "i").lower()


def _is_in_a_title(spot: NameInContext) -> bool:
    """Tell whether a name is quoted with other words as one title: `«Голос Америки»`."""
    if spot.kind not in _IN_TITLES or '"' not in spot.before:
        return False
    opened, closed = _QUOTE_BEFORE.search(spot.before), _QUOTE_AFTER.match(spot.plain, spot.end)
    if opened is None or closed is None:
        return False
    title = f"{opened[1]}{spot.name}{closed[1]}"
    return title != spot.name and title[0].isupper() and title.count(" ") < _LONGEST_TITLE and " " in title


def _is_of_a_festival(spot: NameInContext) -> bool:
    """Tell whether a festival or a film is called after an event: `фестиваль «Пражская весна»`."""
    quoted = spot.kind is Kind.EVENT and spot.before[-1:] == '"' and spot.plain[spot.end : spot.end + 1] == '"'
    return quoted and _FESTIVAL_BEFORE.search(spot.before[:-1]) is not None


def _has_an_ampersand(spot: NameInContext) -> bool:
    """Tell whether a name is one half of a firm's: `Scholz & Friends`."""
    if "&" not in spot.plain[max(0, spot.start - 2) : spot.end + 2]:
        return False
    halves = (_AMPERSAND_BEFORE.search(spot.before), _AMPERSAND_AFTER.match(spot.plain, spot.end))
    return any(half[1][0].isupper() and not spot.known(half[1]) for half in halves if half)


def _has_members(spot: NameInContext) -> bool:
    """Tell whether a union of a kind of people has the name of another union in it: `Европейский союз студентов`."""
    if spot.kind not in (Kind.ORGANISATION, Kind.GROUP) or " " not in spot.name:
        return False
    following = _FOLLOWING.match(spot.plain, spot.end)
    return following is not None and is_of_people(spot.name.rpartition(" ")[2], following[1], spot.language)


def _is_of_another_place(spot: NameInContext) -> bool:
    """Tell whether the name of a place is that of a ship, a river or a former land here: `крейсер «Москва»`."""
    quoted = spot.plain[spot.end : spot.end + 1] == '"' and " " not in spot.name
    if (quoted and spot.is_after(_QUOTED_AFTER)) or spot.is_before(_after(spot.language)):
        return True
    if spot.language in _TURKIC and spot.is_before(_CORRIDOR_AFTER):
        return True
    if spot.kind is not Kind.STATE:
        return False
    if spot.language in _TURKIC:
        return any(map(spot.is_before, (_DISTRICT_AFTER, _WATERS_AFTER, _DEMOCRATIC_AFTER)))
    if spot.is_before(_of_europe(spot.language)):
        return True
    return spot.is_after(_before(_CALLED_AS_A_STATE_BEFORE, spot.language))


def _has_an_adjective(spot: NameInContext) -> bool:
    """Tell whether an adjective with a capital is before a name and agrees: `Кавказских Минеральных Вод`."""
    before = _ADJECTIVE_BEFORE.search(spot.before) if spot.before[-2:-1] in _ENDS_OF_ADJECTIVES else None
    if before is None or not spot.name[0].isupper():
        return False
    if opens_a_sentence(spot.plain, spot.start - len(spot.before) + before.start(1)):
        return False
    return is_adjective_of(before[1], spot.name.partition(" ")[0], spot.language)


def _has_a_first_word(spot: NameInContext) -> bool:
    """Tell whether another Azerbaijani or Turkish name ends with this one: `Böyük Vətən müharibəsi`."""
    if spot.kind is Kind.EVENT:
        return spot.is_after(_GREAT_BEFORE)
    if spot.kind not in (Kind.ORGANISATION, Kind.GROUP):
        return False
    return spot.is_after(_FEDERAL_BEFORE) or (spot.is_after(_NEW_BEFORE) and spot.is_before(_NEW_PAPER))


def _may_have_a_head(spot: NameInContext) -> bool:
    """Tell whether an Azerbaijani or Turkish name may go on; not an acronym, nor what is in the genitive itself."""
    name = spot.name
    if spot.plain[spot.end : spot.end + 1] != " " or not name[0].isupper() or name.isupper():
        return False
    # `Avrupa Konseyinin Bankası`, but `Çin`.
    return _GENITIVE.search(name) is None or not spot.known(_GENITIVE.sub("", name))


def _has_a_head(spot: NameInContext) -> bool:
    """Tell whether an Azerbaijani or Turkish name goes on up to a head in the possessive: `Ədalət Partiyası`."""
    if spot.kind is not Kind.PLACE and spot.is_before(_DISTRICT_AFTER):
        return True
    if not spot.plain[spot.end + 1 : spot.end + 2].isupper() and not spot.is_before(_AND_AFTER):
        return False
    if spot.kind not in PLACES and spot.is_before(_CENTRE_AFTER):
        return True
    heads = _HEADS_AFTER_A_PLACE if spot.kind in PLACES else _HEADS
    if spot.kind is Kind.CONCEPT:
        heads += _HEADS_AFTER_A_CONCEPT
    words = 1 if spot.kind is Kind.PERSON else 2
    end = spot.end
    while words and (following := _FOLLOWING.match(spot.plain, end)):
        word, end = following[1], following.end()
        if word.startswith(heads):
            return True
        if word not in _JOINING:
            words -= 1
            if not word[0].isupper() or _IN_A_CASE.search(word):
                return False
    return False


def _before(table: Mapping[str, str], language: str) -> re.Pattern[str] | None:
    pattern = table.get(language)
    return None if pattern is None else _at_the_end(pattern)


@cache
def _at_the_end(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$")


@cache
def _of_europe(language: str) -> re.Pattern[str] | None:
    pattern = _OF_EUROPE_AFTER.get(language)
    return None if pattern is None else re.compile(pattern)


@cache
def _after(language: str) -> re.Pattern[str] | None:
    pattern = _RULED_AFTER.get(language)
    return None if pattern is None else re.compile(pattern)


def _is_another(spot: NameInContext) -> bool:
    return spot.kind in PLACES and (_is_of_a_person(spot) or _is_of_another_place(spot))


def _is_called_after_it(spot: NameInContext) -> bool:
    return spot.kind in (*PLACES, Kind.PERSON) and spot.is_after(_before(_CALLED_AFTER_IT_BEFORE, spot.language))


def _is_of_a_paper(spot: NameInContext) -> bool:
    return spot.kind is Kind.MEDIA and spot.is_before(_OF_A_PAPER_AFTER)


def _goes_on(spot: NameInContext) -> bool:
    if spot.language in _SLAVIC:
        return spot.kind not in _NO_LONGER_ONE and (_has_an_adjective(spot) or _has_members(spot))
    if spot.language in _TURKIC:
        return _has_a_first_word(spot) or (_may_have_a_head(spot) and _has_a_head(spot))
    if spot.language == "de":
        return goes_on_in_german(spot)
    return spot.language == "fr" and goes_on_in_french(spot)


_RULES = (
    _is_another,
    _is_a_family_name,
    _is_in_a_title,
    _is_of_a_festival,
    _has_an_ampersand,
    _is_called_after_it,
    _is_of_a_paper,
    _goes_on,
)
