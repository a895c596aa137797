"""Hebrew, Arabic and Georgian names that are common words as well: no capital tells, but the words beside them do."""

import re
from collections.abc import Mapping

from ..model.glossary import Kind
from .name_in_context import NameInContext
from .patterns import by_language

LANGUAGES = frozenset(("he", "ar", "ka"))
_PLACES = (Kind.STATE, Kind.PLACE)
_CUE = r"(?:^|[^\w])(?:%s) \"?$"

_OF_BODIES: Mapping[str, str] = {
    "he": r"(?:[ושהבלמכ]{0,3})(?:עיתון|עיתונאי|יומון|שבועון|ערוץ|אתר|תאגיד(?: השידור)?|חדשות|רדיו|מערכת|עורך|"
          r"עורכת|כתב|כתבת|כתבי|"
          r"מפלגת|סיעת|תנועת|רשימת|מפלגה|יו\"ר|ח\"כ|חברי|שרי|שר|ראשי|מועמד|מועמדי|מצביעי|מזכ\"ל|בכירי|מנכ\"ל|לפי|פרשן|תחקיר|אנשי)",
    "ar": r"[وف]?[بلك]?(?:ال)?(?:صحيفة|جريدة|قناة|موقع|مجلة|وكالة|شبكة|يومية|أسبوعية|إذاعة|تلفزيون|فضائية|مراسل|"
          r"مراسلة|تحرير|"
          r"حزب|حركة|كتلة|نواب|نائب|جبهة|تيار|قيادات|قيادي|قياديو|زعيم|أنصار|مؤيدو|مقاتلو|مكتب|حسب|وفق|عن|قالت|ذكرت|أفادت|نشرت|كتبت|"
          r"أعلنت|بثت|نقلت|أوردت|كشفت|اتهمت|أكدت|رفضت|دعت|طالبت|اعتبرت|حذرت)",
    "ka": r"(?:გაზეთ(?:ი|ის|მა|ში)?|ჟურნალ(?:ი|ის|მა|ში)?|ტელეკომპანია|ტელეკომპანიის|ტელეარხი|ტელეარხის|არხი|"
          r"არხის|რადიო|სააგენტო|"
          r"პარტია|პარტიის|პარტიამ|მოძრაობა|მოძრაობის|კოალიცია|ბლოკი|ბლოკის|გაერთიანება)",
}  # fmt: skip
"""Before a newspaper, a channel or a party."""
_of_bodies = by_language(_OF_BODIES, _CUE)
_AFTER_BODIES: Mapping[str, str] = {
    "he": r" (?:דיווח|דיווחה|פרסם|פרסמה|חשף|חשפה|ציטט|הודיע|הודיעה|איים|איימה|פרש|פרשה|תתמוך|התנגדה|דרשה|זכתה|"
          r"הצביעה)\b",
    "ar": r" (?:أن|إن|عن مصادر|نقلا عن|اللبنانية أن|القطرية أن)\b", "ka": r"-(?:ს|მა|ის|ში)\b",
}  # fmt: skip
_after_bodies = by_language(_AFTER_BODIES)
_OF_PEOPLE: Mapping[str, str] = {
    "he": r"(?:[ושהבלמכ]{0,3})(?:שר|שרת|שר ה\w+|שרת ה\w+|נשיא|הנשיא|נשיאת|הממשלה|ח\"כ|חבר הכנסת|יו\"ר|הרמטכ\"ל|"
          r"רמטכ\"ל|אלוף|האלוף|"
          r"השופט|השופטת|ד\"ר|פרופ'|פרופסור|מר|גברת|גב'|עו\"ד|הרב|השגריר|המנכ\"ל|מנכ\"ל|ראש העיר|המועמד|הדובר|אמר|"
          r"אמרה|לדברי|טען|הודיע)",
    "ar": r"[وف]?[بلك]?(?:الرئيس|رئيس \w+|الوزير|الوزيرة|وزير \w+|وزيرة \w+|النائب|النائبة|السيد|السيدة|الجنرال|"
          r"الفريق|العماد|المستشار|"
          r"السفير|المحامي|الأمير|الملك|الدكتور|الدكتورة|المرشح|الزعيم|الأمين العام|المتحدث|لقاء|استقبل|التقى|عهد|"
          r"حكومة|إدارة|قال|أكد|صرح|"
          r"أعلن|أضاف|أوضح|شدد|دعا|طالب|اتهم|نفى|رفض|حذر|انتقد|زار|وصل|غادر|تعهد|اعتبر|رأى)",
    "ka": r"(?:პრეზიდენტი|პრეზიდენტის|პრემიერი|პრემიერ-მინისტრი|მინისტრი|მინისტრის|დეპუტატი|დეპუტატის|ლიდერი|"
          r"ლიდერის|ბატონი|ქალბატონი|"
          r"თავმჯდომარე|თავმჯდომარის|სპიკერი|მერი|ელჩი|გენერალი|მოსამართლე|ადვოკატი|ჟურნალისტი)",
}  # fmt: skip
_of_people = by_language(_OF_PEOPLE, _CUE)
_AFTER_PEOPLE: Mapping[str, str] = {
    "he": r" (?:אמר|אמרה|הודיע|הודיעה|טען|טענה|דרש|דרשה|תקף|תקפה|הגיב|הגיבה|כתב|כתבה|הדגיש|הדגישה|הסביר|הסבירה|"
          r"הבהיר|הבהירה|"
          r"סירב|סירבה|ביקש|ביקשה|קרא|קראה|הזהיר|הזהירה|מסר|מסרה|הציע|הציעה|הצהיר|הצהירה|נפגש|נפגשה|התפטר|התפטרה|דחה|דחתה|תמך|תמכה|"
          r"התנגד|התנגדה|מונה|מונתה|נבחר|נבחרה)\b",
    "ar": r" (?:قال|قالت|أكد|أكدت|صرح|أعلن|أعلنت|أضاف|أوضح|شدد|إنه|إنها)\b", "ka": r"-(?:მ|მა|ის|ს)\b",
}  # fmt: skip
_after_people = by_language(_AFTER_PEOPLE)
_OF_PLACES: Mapping[str, str] = {
    "he": r"(?:[ושהבלמכ]{0,3})(?:עיר|העיר|עיריית|תושבי|תושב|מועצת|תחנת|מרכז|צפון|דרום|שכונות|בתי|אזור|מערב|מזרח)",
    "ar": r"[وف]?[بلك]?(?:في|من|إلى|نحو|عبر|قرب|حتى|باتجاه|على|مدينة|محافظة|قضاء|ميناء|مطار|بلدية|أهالي|سكان|قلعة|"
          r"منطقة|ضواحي|جنوب|"
          r"شمال|شرق|غرب|قصف|استهداف)",
}  # fmt: skip
_of_places = by_language(_OF_PLACES, _CUE)
_BOULEVARDS = re.compile(
    r" (?:רוטשילד|בן[ -]|ירושלים|נורדאו|הנשיא|העצמאות|הרצל|ויצמן|ז'בוטינסקי|ח\"ן|דוד|שאול|משה|ירושלמי|הציונות|"
    r"הגעתון|רגר|מוריה|"
    r"ההסתדרות|הלח\"י|גולדה|יצחק|מנחם|העיר|הים)"
)
"""After `שדרות`, avenues that are called after people and things."""
_DEFINITE_AFTER: Mapping[str, str] = {"he": r" ה\w", "ar": r" ال\w"}
_definite_after = by_language(_DEFINITE_AFTER)
"""A noun or an adjective with its article, which makes the word before it one of common words: `صور الأقمار`."""
_DIAMETER = re.compile(r" ال\w|ه[ام]?\b")
_WEAK_BEFORE: Mapping[str, str] = {
    "المغرب": r"[وفبل]{0,2}(?:صلاة|أذان|وقت|قبل|بعد|قبيل|بعيد|غروب|عند|حتى|إفطار)", "قطر": r"(?:نصف|طول)",
    "القاهرة": r"[وفبل]{0,2}(?:ال)?(?:قوة|ظروف|أسباب|ظرف|سبب|حالات)", "الجزائر": r"[وفبل]{0,2}(?:أرخبيل|مجموعة)",
    "לבנון": r"(?:ארז|ארזי|הר)", "السودان": r"[وفبلك]{0,2}جنوب", "أفريقيا": r"[وفبلك]{0,2}جنوب",
    "إفريقيا": r"[وفبلك]{0,2}جنوب",
    "סודאן": r"[ושבלמכ]{0,3}דרום", "סודן": r"[ושבלמכ]{0,3}דרום", "קוריאה": r"[ושבלמכ]{0,3}(?:דרום|צפון)",
}  # fmt: skip
"""Before states and towns that are seldom another word: `القوة القاهرة`."""
_weak_before = by_language(_WEAK_BEFORE, r"(?:^|[^\w])(?:%s) $")
_PREPOSITION = re.compile(r"^ו?ש?[בלמ]")
_ERGATIVE = ("მა", "მ")
"""The endings of one who did something: `მელიამ უარი თქვა`."""


def may_be_common_without_capitals(spot: NameInContext) -> bool:
    """Tell whether a name that is a common word as well has nothing beside it that says that it is a name."""
    quoted = spot.before[-1:] == '"' and spot.plain[spot.end : spot.end + 1] == '"'
    if spot.kind in _PLACES:
        return not (quoted or _is_a_place(spot))
    ergative = spot.language == "ka" and spot.name.endswith(_ERGATIVE)
    person = spot.kind is Kind.PERSON
    before, after = (_of_people, _after_people) if person else (_of_bodies, _after_bodies)
    cue = spot.is_after(before(spot.language)) or spot.is_before(after(spot.language))
    return not (ergative or cue or (quoted and not person))


def is_another_word(spot: NameInContext) -> bool:
    """Tell whether a state or a town is another word by what is before it: `القوة القاهرة`, `قطر الحفرة`."""
    if spot.kind not in _PLACES or spot.language not in ("he", "ar"):
        return False
    if spot.name.endswith("قطر") and spot.is_before(_DIAMETER):
        return True
    return spot.is_after(_weak_before(spot.name))


def _is_a_place(spot: NameInContext) -> bool:
    """Tell whether a word is a town by a preposition, by what a town has, and by no noun that it is of."""
    noun = spot.is_before(_definite_after(spot.language))
    if spot.is_before(_BOULEVARDS) or (noun and spot.language == "ar"):
        return False
    joined = spot.language == "he" and len(spot.name) > 3 and _PREPOSITION.match(spot.name) is not None
    return (joined and not noun and not _is_bare(spot)) or spot.is_after(_of_places(spot.language))


def _is_bare(spot: NameInContext) -> bool:
    """Tell whether the letter that looks like a preposition belongs to the word: `מודיעין`."""
    return not spot.known(_PREPOSITION.sub("", spot.name, count=1))
