"""Hebrew, Arabic, Armenian and Georgian names that are those of somebody or something else where they stand."""

import re
from collections.abc import Mapping

from ..inflection.georgian_first_names import is_given_in_georgian
from ..inflection.semitic_first_names import is_given_in_semitic, may_be_a_family_name_in_arabic
from ..model.glossary import Kind
from .name_in_context import NameInContext
from .patterns import by_language

_PLACES = (Kind.STATE, Kind.PLACE)
_WORD_BEFORE = re.compile(r"(?:^|[\s\"(])([^\s\"(),.:;!?]+) $")
_WORD_AFTER = re.compile(r" ([^\s\"(),.:;!?]+)")
_WITH_ARTICLE = re.compile("^[وفبك]?(?:ال|لل)")
_MET = re.compile("^[وف]?الت(?:ق|حق|زم|مس|فت)")
"""Verbs that begin as the article does: `التقى`."""
_OF_A_NATION = re.compile("^[وف]?[بك]?(?:ال|لل)\\w{2,}ي$")
"""A family name that is the adjective of a land as well: `السوداني`."""
_ARMENIAN_FAMILY = re.compile(r" [Ա-Ֆ]\w+(?:յան|յանց|ունի|յանի|յանը|յանն|յանին|յանից|յանով|յանցի)\b")
_ARMENIAN_GIVEN = frozenset(
    """
    Ալեն Ալեքսանդր Անահիտ Անդրանիկ Աննա Անի Անուշ Աշոտ Արամ Արայիկ Արարատ Արեգ Արթուր Արկադի Արման Արմեն Արմինե
    Արսեն Արտակ
    Արտավազդ Արփինե Գագիկ Գայանե Գառնիկ Գարեգին Գարիկ Գևորգ Գոհար Գրիգոր Գուրգեն Դավիթ Դիանա Եղիշե Զարուհի
    Զոհրաբ Էդգար Էդմոն
    Էդուարդ Թաթուլ Թամարա Թորոս Իշխան Լարիսա Լեռնիկ Լևոն Լիլիթ Լուսինե Խաչատուր Խաչիկ Կարապետ Կարեն Կարինե
    Համլետ Հայկ Հայկուհի
    Հասմիկ Հովհաննես Հովիկ Հովսեփ Հրանտ Հրաչյա Հրայր Մանուկ Մանվել Մարիամ Մարիա Մարինե Մարտին Մերուժան Մեսրոպ
    Մհեր Միխայիլ Միքայել
    Մովսես Նաիրա Նարեկ Նարինե Նելլի Ներսես Նիկոլ Նունե Նորայր Շուշան Պապիկ Պետրոս Պողոս Ռաֆայել Ռաֆֆի Ռիտա
    Ռոբերտ Ռոզա Ռուբեն
    Ռուզան Ռուստամ Սամվել Սարգիս Սասուն Սարո Սեդա Սեյրան Սերժ Սերոբ Սոնա Սոս Սուրեն Սուսաննա Ստեփան Սևակ Սևան
    Վազգեն Վահագն Վահան
    Վահե Վահրամ Վարդան Վարուժան Վիգեն Վիկտորիա Վլադիմիր Տաթև Տիգրան Րաֆֆի Քրիստինե Օհան Օլգա Ֆելիքս
    """.split()
)
_CHANNELS = re.compile(r" \d")
"""After the name of a town in that of a channel: `რუსთავი 2`."""
_GOODS_BEFORE: Mapping[str, str] = {
    "ka": r"(?:წყალი|წყლის|ღვინო|ღვინის|ლუდი|კონიაკი|სასტუმრო|სასტუმროს|რესტორანი|კაფე|კინოთეატრი|გემი|გემის|"
          r"ტანკერი|კლუბი|კლუბის|"
          r"გუნდი|გუნდმა|სტადიონი|ფილმი|რომანი|წიგნი|სპექტაკლი|სიმღერა|სანატორიუმი|ტელეკომპანია|ტელეკომპანიის|ტელეარხი|რადიო|ფესტივალი)",
    "hy": r"(?:ջուր|ջրի|գինի|կոնյակ|գարեջուր|հյուրանոց|հյուրանոցի|հյուրանոցում|ռեստորան|սրճարան|կինոթատրոն|նավ|"
          r"ակումբ|ակումբի|թիմ|"
          r"թիմը|մարզադաշտ|ֆիլմ|ֆիլմը|վեպ|վեպը|գիրք|ներկայացում|երգ|հեռուստաընկերություն|ռադիո|փառատոն)",
    "he": r"(?:ה)?(?:סרט|ספר|הצגה|שיר|מלון|מסעדת|מסעדה|בית קפה|קפה|אונייה|אוניית|ספינה|ספינת|קבוצת|מועדון|אצטדיון|"
          r"סדרה|פסטיבל|יין|בירה)",
    "ar": r"(?:ال)?(?:فيلم|رواية|مسلسل|كتاب|أغنية|مسرحية|فندق|مطعم|مقهى|سفينة|باخرة|ناقلة|فرقاطة|نادي|فريق|ملعب|"
          r"مهرجان|كأس|سينما)",
}  # fmt: skip
"""What is called as a place is, with quotation marks or without: `წყალი „ბორჯომი“`."""
_goods_before = by_language(_GOODS_BEFORE, r"(?:^|[^\w])(?:%s) \"$")
_STREET_BEFORE: Mapping[str, str] = {
    "he": r"[ושבלמכה]{0,3}(?:רחוב|שדרות|כיכר|גשר|מחלף|כביש|נמל התעופה|שדה התעופה|בית החולים|אוניברסיטת|פרס|קרן|מכון)",
    "ar": r"[وفبلك]{0,2}(?:شارع|جادة|ساحة|ميدان|جسر|مطار|مستشفى|جامعة|جائزة|مؤسسة|معهد|مدرسة|قاعة|نفق|محور|حديقة|متحف)",
}  # fmt: skip
"""Before somebody's name in that of what is called after him."""
_street_before = by_language(_STREET_BEFORE, r"(?:^|[^\w])(?:%s) $")
_STREET_AFTER: Mapping[str, str] = {
    "hy": r" (?:փողոց|պողոտա|հրապարակ|կամուրջ|օդանավակայան|համալսարան|մրցանակ|հիմնադրամ|ինստիտուտ|հիվանդանոց|այգի|"
          r"դպրոց)\w*",
    "ka": r" (?:სახელობის|ქუჩა|ქუჩის|ქუჩაზე|გამზირ|მოედან|ხიდ|აეროპორტ|უნივერსიტეტ|პრემია|ფონდ|ინსტიტუტ|"
          r"საავადმყოფო|სკვერ|ბაღ)\w*",
}  # fmt: skip
_street_after = by_language(_STREET_AFTER)
_PARTIES_WITHOUT_ARTICLE = frozenset(('הש"ס', "הש״ס", 'החד"ש', 'הרע"ם', 'התע"ל', 'הבל"ד', 'המר"צ', 'הד"ש'))
"""With the article these acronyms are something else: the Talmud, not the party."""
_TALMUD_BEFORE = re.compile(r"(?:לומדי|לימוד|ללמוד|לומד|בקיא|בקיאים|מסכתות|סדרי|כרכי|סיום) (?:ב|ה)?$")


def is_another_in_another_script(spot: NameInContext) -> bool:
    """Tell whether a Hebrew, Arabic, Armenian or Georgian name is another's by what is beside it."""
    if spot.kind in _PLACES:
        return _is_somebody(spot) or _is_called_so(spot)
    if spot.kind is Kind.PERSON:
        return _is_another_person(spot)
    acronym = spot.language == "he" and spot.kind in (Kind.ORGANISATION, Kind.GROUP)
    return acronym and (spot.name.lstrip("ושבלמכ") in _PARTIES_WITHOUT_ARTICLE or spot.is_after(_TALMUD_BEFORE))


def is_given_in_another_script(word: str, language: str) -> bool:
    """Tell whether a word is a given name of a language of its own script."""
    if language == "ka":
        return is_given_in_georgian(word)
    if language == "hy":
        return word in _ARMENIAN_GIVEN
    return is_given_in_semitic(word, language)


def _is_somebody(spot: NameInContext) -> bool:
    """Tell whether the name of a place is a person's: `Սևան Նշանյան`, `ალ გორი`."""
    if spot.language == "hy" and spot.is_before(_ARMENIAN_FAMILY):
        return True
    before = _word_before(spot)
    if spot.language in ("he", "ar") or not before:
        # Given names are common words too often before a place: `ביקור יאיר בחיפה`.
        return False
    return is_given_in_another_script(before, spot.language) and not spot.known(before)


def _is_called_so(spot: NameInContext) -> bool:
    """Tell whether a channel, a drink or a club is called as the town is: `„რუსთავი 2“`, `წყალი „ბორჯომი“`."""
    quoted = spot.before[-1:] == '"'
    if quoted and spot.is_before(_CHANNELS):
        return True
    return quoted and spot.is_after(_goods_before(spot.language))


def _is_another_person(spot: NameInContext) -> bool:
    if spot.is_after(_street_before(spot.language)) or spot.is_before(_street_after(spot.language)):
        return True
    if spot.language != "ar" or not spot.given:
        return False
    before = _word_before(spot)
    if _OF_A_NATION.match(spot.name) and _WITH_ARTICLE.match(before) and not _MET.match(before):
        return True
    following = _WORD_AFTER.match(spot.plain, spot.end)
    given = following is not None and is_given_in_semitic(spot.name, "ar")
    return given and following is not None and may_be_a_family_name_in_arabic(following[1])


def _word_before(spot: NameInContext) -> str:
    before = _WORD_BEFORE.search(spot.before)
    return "" if before is None else before[1]
