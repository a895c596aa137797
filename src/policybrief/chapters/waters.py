"""Seas, gulfs, rivers and straits that are called as a state or a town is: `mer d'Oman`, `am Oberlauf des Niger`."""

from collections.abc import Mapping

from ..model.glossary import Kind
from .name_in_context import NameInContext
from .patterns import by_language

_ARABIC = "[وف]?[بلك]?"
_HEBREW = "[ושמבלכה]{0,3}"
_CALLED_AFTER: Mapping[str, str] = {
    "fr": r"\b(?:[Mm]ers?|[Gg]olfes?|[Dd]étroits?|[Cc]anal|[Ii]sthme|[Bb]aie|[Cc]ap) (?:de la |de l'|de |d'|du |des )",
    "es": r"\b(?:[Mm]ar|[Gg]olfo|[Ee]strecho|[Cc]anal|[Ii]stmo|[Bb]ahía|[Cc]abo) (?:de la |de los |del |de )",
    "it": r"\b(?:[Mm]are?|[Gg]olfo|[Ss]tretto|[Cc]anale|[Ii]stmo|[Bb]aia|[Cc]apo) (?:della |dell'|del |di |d')",
    "de": r"\b(?:Golf(?:e?s)?|Straße|Meerenge|Bucht|Isthmus|Landenge|Kap) von ",
    "he": rf"(?:^|[^\w]){_HEBREW}(?:מפרץ|מצר|מצרי|תעלת|אגם|ימת|ים|נהר|נחל|רמת|בקעת|עמק|הר|הרי) ",
    "ar": rf"(?:^|[^\w]){_ARABIC}(?:بحر|خليج|مضيق|بحيرة|نهر|سد|جبل|جبال|وادي|برزخ|رأس|دلتا|سهل|سهول|جنة|جنات) ",
}  # fmt: skip
"""Before a name in that of a water, whichever place it is."""
_ROMANCE = ("fr", "es", "it")
_OF = frozenset("de du des la los del della di".split())
_called_after = by_language(_CALLED_AFTER, "(?:%s)$", any_case=True)
_CALLED_SO: Mapping[str, str] = {
    "ru": r"\b(?:[Рр]ек|[Оо]зер|[Оо]зёр|[Зз]алив|[Пп]ролив)\w*\s", "uk": r"\b(?:річк|річц|озер|заток|проток)\w*\s",
    "pl": r"\b(?:rzek|rzec|jezior)\w*\s", "de": r"\b(?:Fluss|Flusses|Flusse|Stromes|Strom)\s",
    "fr": r"\b(?:fleuve|rivière|lac|golfe|mont)\s", "es": r"\b(?:río|lago|golfo)\s", "it": r"\b(?:fiume|lago|golfo)\s",
}  # fmt: skip
"""What is called as a state is: `le fleuve Congo`, `озера Чад`."""
_called_so = by_language(_CALLED_SO, "(?:%s)$", any_case=True)
_AT_A_RIVER: Mapping[str, str] = {
    "ru": r"\b(?:дельт|усть|верховь|низовь|берег|русл|исток|излучин|приток|пойм|вод(?:а|ы|ам|ах|ами)\b|бассейн|течени|"
          r"долин|разлив|паводк|судоходств)\w*\s(?:по\s)?",
    "uk": r"\b(?:дельт|гирл|берег|верхів|низів|русл|витік|виток|приток|басейн|долин|течі|заплав|вод(?:а|и|ам|"
          r"ах)\b)\w*\s",
    "pl": r"\b(?:delt|brzeg|ujści|dorzecz|dolin|bieg|źródł|dopływ|wod(?:y|ach|ami)\b|rozlewisk)\w*\s",
    "de": r"\b(?:\w*lauf(?:e?s)?|\w*[Dd]eltas?|Mündung|Ufern?s?|Quellen?|Becken|Tal|Wassers?|Fluten|Nebenfl\w+|"
          r"Stromschnellen|Einzugsgebiet\w*|Pegel\w*) (?:des|vom|am) |\b(?:entlang des|entlang dem|[Aa]m|[Aa]n der) ",
    "fr": r"\b(?:delta|embouchure|rives?|bassin|vallée|cours|méandres?|boucle|crues?|eaux|bords?|long|"
          r"affluents?"
          r"|rapides) du ",
    "es": r"\b(?:delta|cuenca|orillas?|riberas?|desembocadura|cauce|curso|aguas|valle|nacimiento|afluentes?) del ",
    "it": r"\b(?:delta|foce|bacino|rive|riva|sponde|sponda|corso|sorgenti|valle|acque|affluenti?) del ",
    "he": rf"(?:^|[^\w]){_HEBREW}(?:גדות|גדת|שפך|מקורות|דלתת|אגן|אפיק|מי) ",
    "ar": rf"(?:^|[^\w]){_ARABIC}(?:ضفاف|ضفة|حوض|منابع|مصب|مجرى|مياه) ",
}  # fmt: skip
"""Before the name of a river: its banks, its mouth, its valley."""
_at_a_river = by_language(_AT_A_RIVER, "(?:%s)$", any_case=True)
_AFTER: Mapping[str, str] = {
    "az": r" (?:nehri|gölü|çayı|körfəzi|boğazı|dənizi|hövzəsi|deltası)(?:n\w*)?\b",
    "tr": r" (?:nehri|gölü|çayı|körfezi|boğazı|denizi|havzası|deltası|kıyıları|ırmağı)(?:n\w*)?\b",
    "hy": r" (?:լիճ|լճ|գետ|ծով|ծոց|նեղուց|ջրանցք|դելտա|ավազան|հովիտ|հովտ|լեռ)\w*",
    "ka": r" (?:ტბ|მდინარ|ზღვ|ყურე|სრუტ|დელტ|აუზ|ხეობ|უღელტეხილ|არხის)\w*",
}  # fmt: skip
"""After a name, most of them in the genitive: `Van gölü`, `ვანის ტბის`."""
_after = by_language(_AFTER, any_case=True)
_REPUBLIC_BEFORE: Mapping[str, str] = {
    "ru": r"Демократическ\w{2,3} Республик\w{1,2}\s", "uk": r"Демократичн\w{1,3} Республі[кц]\w{1,2}\s",
    "de": r"Demokratischen? Republik\s", "fr": r"[Rr]épublique démocratique (?:du |de |d')(?:la )?",
    "es": r"República Democrática del? ", "it": r"Repubblica [Dd]emocratica del? ",
    "pl": r"Demokratyczn\w{1,3} Republi[kc]\w{1,2}\s",
}  # fmt: skip
"""States that are called as their neighbours are: `Демократической Республике Конго`."""
_republic_before = by_language(_REPUBLIC_BEFORE, "(?:%s)$", any_case=True)
_ALSO_WATERS = tuple(
    "чад конго нигер нігер гамби гамбі сенегал иордан йордан парагва уругва никарагуа нікарагуа оман малави "
    "малаві росси "
    "росі "
    "chad tchad tschad çad czad cong kong konq niger nigr gambi senegal sénégal jordan paraguay uruguay nicaragua oman "
    "malawi volta moldau "
    "ירדן ניגר קונגו סנגל פרגוואי אורוגוואי الأردن النيجر الكونغو السنغال تشاد باراغواي أوروغواي".split()
)
"""How the names of states begin that are those of waters, or of neighbours, as well."""


def is_a_water(spot: NameInContext) -> bool:
    """Tell whether the words beside the name of a state or a town say that it is in that of a water here."""
    of = spot.language not in _ROMANCE or spot.near in _OF or spot.before[-1:] == "'"
    if of and spot.is_after(_called_after(spot.language)):
        return True
    if spot.is_before(_after(spot.language)):
        return True
    if spot.kind is not Kind.STATE or not _also_waters(spot):
        return False
    return any(spot.is_after(before(spot.language)) for before in (_called_so, _at_a_river, _republic_before))


def _also_waters(spot: NameInContext) -> bool:
    small = spot.name.lower()
    return small.startswith(_ALSO_WATERS) or (spot.language in ("he", "ar") and small.endswith(_ALSO_WATERS))
