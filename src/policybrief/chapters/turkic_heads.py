"""Azerbaijani and Turkish names that go on up to a head in the possessive: `Ədalət Partiyası`, `Çin Seddi`."""

import re

from ..model.glossary import Kind
from .name_in_context import NameInContext
from .turkic_namesakes import is_a_namesake_in_turkic

_PLACES = (Kind.STATE, Kind.PLACE)
DISTRICT_AFTER = re.compile(
    r" (?:[iİ]lçesi|eyaleti|köyü|mahallesi|kasabası|vilayeti|beldesi|caddesi|sokağı|bulvarı|meydanı|"
    r"rayonu|əyaləti|kəndi|qəsəbəsi|küçəsi|prospekti|meydanı|bulvarı|məhəlləsi|"
    r"heykeli|anıtı|bayramı|marşı|madalyası|nişanı|heykəli|abidəsi|medalı|ordeni)\w*", re.IGNORECASE
)  # fmt: skip
"""After the name of a district, a street or a monument, which is not the one that it is called after."""
_NEW_PAPER = re.compile(r" (?:qəzeti|jurnalı|gazetesi|dergisi)\w*")
_NEW_BEFORE = re.compile(r"\bYeni $")
_GREAT_BEFORE = re.compile(r"\b(?:Böyük|Büyük|İkinci|Birinci|Üçüncü) $")
_FEDERAL_BEFORE = re.compile(r"\bFederal $")
HEADS = tuple(
    # Turkish
    "Konsorsiyumu Şirketi Hareketi Cephesi Kulübü Derneği Kütüphanesi Tiyatrosu Koleji Fakültesi Yayınevi "
    "Partisi Bakanlığı Beyannamesi Bildirgesi Bankası Üniversitesi Vakfı Enstitüsü Derneği Federasyonu "
    "Konfederasyonu Holdingi Grubu Akademisi Müzesi Hastanesi Lisesi Okulu Bulvarı Caddesi Sokağı Meydanı Stadyumu "
    "Stadı Havalimanı Köprüsü Barajı Ödülü Sözleşmesi Antlaşması Kanunu Yasası Müsteşarlığı Sendikası Festivali Kupası "
    # Azerbaijani
    "Konsorsiumu Şirkəti Hərəkatı Cəbhəsi Klubu Assosiasiyası Kitabxanası Teatrı Kolleci Fakültəsi Nəşriyyatı "
    "Partiyası Nazirliyi Bəyannaməsi Bankı Universiteti Fondu İnstitutu Cəmiyyəti Federasiyası Konfederasiyası Qrupu "
    "Akademiyası Muzeyi Xəstəxanası Məktəbi Liseyi Prospekti Küçəsi Stadionu Körpüsü Mükafatı Konvensiyası "
    "Aeroportu Limanı Sarayı Müqaviləsi Qanunu Məcəlləsi Festivalı Kuboku".split()
)
"""What a longer name ends with, in the possessive. Not so what belongs to an organisation: its council, its office."""
_HEADS_AFTER_A_PLACE = tuple(
    # Turkish
    "Seddi Denizi Okyanusu Körfezi Boğazı Kanalı Nehri Irmağı Çayı Gölü Barajı Dağı Dağları Çölü Ovası Yaylası Vadisi "
    "Adası Adaları Antilleri Takımadaları Yarımadası Burnu Geçidi Platosu Havzası "
    "Savaşı Muharebesi Kuşatması Antlaşması Anlaşması Sözleşmesi Protokolü Mutabakatı Bildirgesi Kriterleri "
    "İmparatorluğu Beyliği Hanlığı Sultanlığı Üniversitesi Caddesi Sokağı Bulvarı Bahçesi Sarayı Köprüsü Kulesi Kalesi "
    "Stadyumu Stadı Havalimanı Oteli Müzesi Zirvesi Festivali Kupası Partisi Enstitüsü Akademisi Merkezi "
    # Azerbaijani
    "Səddi Dənizi Okeanı Körfəzi Boğazı Çayı Gölü Dağı Dağları Səhrası Düzü Vadisi Adası Adaları Yarımadası Burnu "
    "Müharibəsi Döyüşü Müqaviləsi Sazişi Konvensiyası Protokolu Bəyannaməsi Meyarları "
    "İmperiyası Xanlığı Bəyliyi Sultanlığı Universiteti Prospekti Küçəsi Bağı Sarayı Körpüsü Qalası "
    "Stadionu Muzeyi Festivalı Kuboku Partiyası İnstitutu Akademiyası Mərkəzi".split()
)
"""What is not the place although it is called after it: `Çin Seddi`. Its offices are its own: `Cumhurbaşkanı`."""
_FIRMS_AFTER_A_PLACE = ("Bankası", "Bankı", "Yolları", "Holding", "Konsorsium", "Konsorsiyum")
_CENTRAL = frozenset("Merkez Mərkəzi Milli Millî Ulusal Dövlət Devlet".split())
"""A land's own bank, not a firm that is called after it: `Kuveyt Merkez Bankası`, but `Kuveyt Türk Katılım Bankası`."""
_HEADS_AFTER_A_CONCEPT = ("Bakan", "Nazir", "Başkanlığı", "Müdürlüğü", "Kurulu", "Agentliyi", "Komitəsi")
_CENTRE_AFTER = re.compile(r" (?:Mərkəzi|Merkezi)\w*\b(?! [^\W\d_a-zəğışçöü])")
"""Not so where it is an adjective: `Mərkəzi Asiya`."""
_STATE_AFTER = re.compile(r" (?:Beynəlxalq|Uluslararası|Dövlət|Devlet) ")
_GENITIVE = re.compile(r"n?[ıiuü]n$")
_IN_A_CASE = re.compile(r"(?:[ıiuü]n|[dt][aeə]n?|(?<!y)y[aeə]|n[aeə]|s[ıiuü])$")
_AND_AFTER = re.compile(r" v[eə] ")
_JOINING = frozenset(("ve", "və"))
_FOLLOWING = re.compile(r" ([^\W\d_]+)")
_WORDS_AFTER = re.compile(r"(?: [^\W\d_]+){3,7}")


def goes_on_in_turkic(spot: NameInContext) -> bool:
    """Tell whether an Azerbaijani or Turkish name is a part of a longer one."""
    return _has_a_first_word(spot) or is_a_namesake_in_turkic(spot) or (_may_have_a_head(spot) and _has_a_head(spot))


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
    if spot.kind is not Kind.PLACE and spot.is_before(DISTRICT_AFTER):
        return True
    if not spot.plain[spot.end + 1 : spot.end + 2].isupper() and not spot.is_before(_AND_AFTER):
        return False
    if spot.kind not in _PLACES and spot.is_before(_CENTRE_AFTER):
        return True
    heads = _HEADS_AFTER_A_PLACE if spot.kind in _PLACES else HEADS
    if spot.kind is Kind.CONCEPT:
        heads += _HEADS_AFTER_A_CONCEPT
    words = 5 if spot.kind is not Kind.PERSON else 3 if spot.is_before(_STATE_AFTER) else 1
    end = spot.end
    firms = _FIRMS_AFTER_A_PLACE if spot.kind in _PLACES else ()
    while words and (following := _FOLLOWING.match(spot.plain, end)):
        word, end = following[1], following.end()
        if word.startswith((*heads, *firms)):
            return not _is_before_another_name(spot)
        firms = () if word in _CENTRAL else firms
        if word not in _JOINING:
            words -= 1
            if not word[0].isupper() or _IN_A_CASE.search(word) or (spot.kind is Kind.PERSON and spot.known(word)):
                return False
    return False


def _is_before_another_name(spot: NameInContext) -> bool:
    """Tell whether a long name of the glossary follows: `Ermənistan Kollektiv Təhlükəsizlik Müqaviləsi Təşkilatına`."""
    words = _WORDS_AFTER.match(spot.plain, spot.end)
    following = words[0].split() if words else []
    return any(spot.known(" ".join(following[:count])) for count in range(3, len(following) + 1))
