"""The language of a source: by the names that reference managers write, or by the letters and words of its title."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

UNDETERMINED = "und"
"""The tag of a language that is not known (BCP 47): nothing is done to the words."""

_TAGS: Mapping[str, str] = {
    "arabic": "ar", "ara": "ar", "armenian": "hy", "hye": "hy", "arm": "hy", "azerbaijani": "az", "azeri": "az",
    "aze": "az", "basque": "eu", "belarusian": "be", "bulgarian": "bg", "catalan": "ca", "chinese": "zh", "zho": "zh",
    "chi": "zh", "croatian": "hr", "czech": "cs", "ces": "cs", "cze": "cs", "danish": "da", "dan": "da", "dutch": "nl",
    "nld": "nl", "dut": "nl", "english": "en", "eng": "en", "american": "en-US", "usenglish": "en-US",
    "british": "en-GB", "ukenglish": "en-GB", "australian": "en-AU", "canadian": "en-CA", "newzealand": "en-NZ",
    "estonian": "et", "finnish": "fi", "fin": "fi", "french": "fr", "francais": "fr", "français": "fr", "fra": "fr",
    "fre": "fr", "acadian": "fr-CA", "canadien": "fr-CA", "galician": "gl", "georgian": "ka", "kat": "ka", "geo": "ka",
    "german": "de", "ngerman": "de", "germanb": "de", "deutsch": "de", "deu": "de", "ger": "de", "austrian": "de-AT",
    "naustrian": "de-AT", "swissgerman": "de-CH", "nswissgerman": "de-CH", "greek": "el", "ell": "el", "gre": "el",
    "polutonikogreek": "el", "hebrew": "he", "heb": "he", "hindi": "hi", "hin": "hi", "hungarian": "hu", "magyar": "hu",
    "icelandic": "is", "indonesian": "id", "bahasa": "id", "italian": "it", "italiano": "it", "ita": "it",
    "japanese": "ja", "jpn": "ja", "kazakh": "kk", "kaz": "kk", "korean": "ko", "kor": "ko", "kurdish": "ku",
    "kyrgyz": "ky", "latin": "la", "lat": "la", "latvian": "lv", "lithuanian": "lt", "macedonian": "mk",
    "mongolian": "mn", "norwegian": "no", "norsk": "nb", "nynorsk": "nn", "persian": "fa", "farsi": "fa", "fas": "fa",
    "per": "fa", "polish": "pl", "pol": "pl", "portuguese": "pt", "portuges": "pt", "portugues": "pt", "por": "pt",
    "brazilian": "pt-BR", "brazil": "pt-BR", "romanian": "ro", "ron": "ro", "rum": "ro", "russian": "ru", "rus": "ru",
    "русский": "ru", "serbian": "sr", "serbianc": "sr-Cyrl", "slovak": "sk", "slovene": "sl", "slovenian": "sl",
    "spanish": "es", "español": "es", "espanol": "es", "castilian": "es", "spa": "es", "mexican": "es-MX",
    "swedish": "sv", "swe": "sv", "tajik": "tg", "thai": "th", "turkish": "tr", "tur": "tr", "türkçe": "tr",
    "turkmen": "tk", "ukrainian": "uk", "ukr": "uk", "urdu": "ur", "uzbek": "uz", "vietnamese": "vi",
}  # fmt: skip
"""By the name of a language in English, in babel, or by its code of three letters."""

_SCRIPTS: Mapping[str, str] = {
    "ARMENIAN": "hy", "GEORGIAN": "ka", "HEBREW": "he", "GREEK": "el", "DEVANAGARI": "hi", "THAI": "th",
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "BENGALI": "bn", "TAMIL": "ta",
}  # fmt: skip
"""The usual language of scripts that are mostly used for one."""
_LETTERS: tuple[tuple[str, str], ...] = (
    ("[ҹҝҸҜ]", "az-Cyrl"), ("[қңұҚҢҰ]", "kk"), ("[їєґЇЄҐ]", "uk"), ("[ўЎ]", "be"), ("[а-яА-ЯёЁ]", "ru"),
    ("[پچژگ]", "fa"), ("[؀-ۿ]", "ar"), ("[əƏ]", "az"), ("[ığşİĞŞ]", "tr"), ("[ąęłńśźżĄĘŁŃŚŹŻ]", "pl"),
    ("[ăţșțĂŢȘȚ]", "ro"), ("[őűŐŰ]", "hu"), ("[ěřůĚŘŮ]", "cs"), ("[ñ¿¡Ñ]", "es"), ("[ãõÃÕ]", "pt"),
)  # fmt: skip
"""Letters that tell the languages of one script apart, the surest first."""
_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset("the of and in for on a an to with from by is its their at how what why between as under".split()),
    "de": frozenset("der die das und des den dem ein eine im zur zum von für mit über als auf ist nicht".split()),
    "fr": frozenset("le la les des du et une dans pour sur aux au par est son ses entre comment".split()),
    "es": frozenset("el la los las y del una por para en como su sobre entre desde".split()),
    "it": frozenset("il lo gli della delle dei nel nella per con di che tra fra una sulla".split()),
    "pt": frozenset("o os da do das dos uma e no na em para com por sobre entre".split()),
    "nl": frozenset("de het een van en voor op met bij zijn aan tussen naar uit".split()),
    "tr": frozenset("ve bir için ile bu olarak sonra üzerine".split()),
    "az": frozenset("və üçün ilə bir haqqında olan bu".split()),
}
_COUNTRIES_OF_ONE = {"en-EN": "en", "ru-RU": "ru", "de-DE": "de", "fr-FR": "fr", "it-IT": "it", "es-ES": "es"}
"""Tags whose country is the usual one of the language."""


def language_tag(written: str) -> str:
    """Return the tag of a language given by tag, name or code (`ru`, `russian`, `rus`); nothing when it is not known.

    Of several languages the first counts.
    """
    first = re.split(r"\s*(?:[,;/&]|\band\b)\s*", written.strip())[0].strip(" .")
    tag = _TAGS.get(first.lower(), first.replace("_", "-"))
    tag = _TAGS.get(tag.lower().removeprefix("lang"), tag)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?", tag) or tag.lower() == UNDETERMINED:
        return ""
    language, *rest = tag.split("-")
    cased = (part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest)
    tag = "-".join((_TAGS.get(language.lower(), language.lower()).partition("-")[0], *cased))
    return _COUNTRIES_OF_ONE.get(tag, tag)


def guessed_language(title: str) -> str:
    """Return the language that the letters and the small words of a title speak for, else `und`."""
    scripts = Counter(_script(letter) for letter in title if letter.isalpha())
    script = scripts.most_common(1)[0][0] if scripts else ""
    if script in _SCRIPTS:
        return "ja" if scripts["HIRAGANA"] or scripts["KATAKANA"] else _SCRIPTS[script]
    words = Counter(re.findall(r"[^\W\d_]+", title.lower()))
    said = {tag: sum(words[word] for word in known) for tag, known in _WORDS.items()}
    # A single small word of another language may be a name or an English word.
    best = max(said, key=lambda tag: said[tag] if tag == "en" or said[tag] > 1 else 0)
    letters = next((tag for pattern, tag in _LETTERS if re.search(pattern, title)), "")
    if script == "LATIN" and said[best] > (best != "en") and (not letters or said[best] > said.get(letters, 0) + 1):
        return best if sum(count == said[best] for count in said.values()) == 1 else UNDETERMINED
    return letters or UNDETERMINED


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
