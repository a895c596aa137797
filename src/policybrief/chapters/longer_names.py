"""What around a name makes it a part of a longer one that the glossary may not have: a party, a sea, a person."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from ..inflection.agreement import is_adjective_of, is_family_name_of, is_given_name_of
from ..inflection.given_names import is_a_place_called_like_a_man, may_be_a_given_name
from ..inflection.small_words import openers, titles
from ..model.glossary import Kind
from .name_surroundings import follows_a_given_name, has_a_family_name, is_in_a_place, opens_a_sentence

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
    "ru": r"\b(?:рек|озер|озёр|залив|пролив)\w*\s", "uk": r"\b(?:річк|річц|озер|заток|проток)\w*\s",
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
_OF_A_TOWN_AFTER = re.compile(r" (?:du |de la |des |de l'|d')[A-ZÀ-Ü]")
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
    "Universiteti Prospekti Küçəsi Stadionu".split()
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


@dataclass(frozen=True, slots=True)
class NameInContext:
    """A name where it stands in a text."""

    plain: str
    """The text, with plain characters."""
    start: int
    end: int
    language: str
    """Of the name."""
    kind: Kind | None
    """Of its entry."""
    known: Callable[[str], bool]
    """Tells whether a form is in the glossary."""
    name: str
    before: str
    """The end of the text before the name."""

    def is_before(self, pattern: re.Pattern[str] | None) -> bool:
        """Tell whether a pattern, if there is one, fits right after the name."""
        return pattern is not None and pattern.match(self.plain, self.end) is not None

    def is_after(self, pattern: re.Pattern[str] | None) -> bool:
        """Tell whether a pattern, if there is one, fits right before the name."""
        return pattern is not None and pattern.search(self.before) is not None


def is_derived(plain: str, end: int) -> bool:
    """Tell whether an ending makes another word of an Azerbaijani or Turkish name: `MHP'li`, `IMF'siz`."""
    return plain[end : end + 1] in ("'", "-") and plain[end - 1].isalpha() and _DERIVED.match(plain, end) is not None


def is_part_of_a_longer_name(spot: NameInContext) -> bool:
    """Tell whether the words around a name may make a longer one of it, or the name of a person."""
    if spot.kind in PLACES and (_is_of_a_person(spot) or _is_of_another_place(spot)):
        return True
    if spot.language in _SLAVIC:
        return spot.kind not in _NO_LONGER_ONE and _has_an_adjective(spot)
    if spot.language in _TURKIC:
        return _may_have_a_head(spot) and _has_a_head(spot)
    return spot.language == "fr" and spot.kind is Kind.MEDIA and spot.is_before(_OF_A_TOWN_AFTER)


def is_the_given_name_of_another(spot: NameInContext) -> bool:
    """Tell whether a family name is somebody's given name: another family name follows, `Bertrand Badie`."""
    following = _family_name_after(spot)
    if not following:
        return False
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


def _is_of_another_place(spot: NameInContext) -> bool:
    """Tell whether the name of a place is that of a ship, a river or a former land here: `крейсер «Москва»`."""
    quoted = spot.plain[spot.end : spot.end + 1] == '"' and " " not in spot.name
    if (quoted and spot.is_after(_QUOTED_AFTER)) or spot.is_before(_after(spot.language)):
        return True
    if spot.kind is not Kind.STATE:
        return False
    if spot.language in _TURKIC:
        return any(map(spot.is_before, (_DISTRICT_AFTER, _WATERS_AFTER, _DEMOCRATIC_AFTER)))
    return spot.is_after(_before(_CALLED_AS_A_STATE_BEFORE, spot.language))


def _has_an_adjective(spot: NameInContext) -> bool:
    """Tell whether an adjective with a capital is before a name and agrees: `Кавказских Минеральных Вод`."""
    before = _ADJECTIVE_BEFORE.search(spot.before) if spot.before[-2:-1] in _ENDS_OF_ADJECTIVES else None
    if before is None or not spot.name[0].isupper():
        return False
    if opens_a_sentence(spot.plain, spot.start - len(spot.before) + before.start(1)):
        return False
    return is_adjective_of(before[1], spot.name.partition(" ")[0], spot.language)


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
    words = 1 if spot.kind in PLACES or spot.kind is Kind.PERSON else 2
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
def _after(language: str) -> re.Pattern[str] | None:
    pattern = _RULED_AFTER.get(language)
    return None if pattern is None else re.compile(pattern)
