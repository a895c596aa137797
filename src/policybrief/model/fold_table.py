"""Which letters are equal in search, as data: used here to fold the text, and in the browser to fold queries."""

from collections.abc import Mapping

FoldTable = Mapping[str, str | Mapping[str, str]]

# fmt: off
FOLD_TABLE: FoldTable = {
    "apostrophes": "'‘’‛ʻʼʽʹ′`´＇",
    "latin": {
        "ə": "e", "ı": "i", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe",
        "þ": "th",
    },
    "cyrillic": {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
        "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
        "э": "e", "ю": "yu", "я": "ya", "ё": "e", "є": "e", "і": "i", "ї": "i", "ў": "u", "ґ": "g",
        # Of Azerbaijani, Kazakh and others: the same as in Latin letters.
        "ә": "e", "ғ": "g", "ҝ": "g", "қ": "q", "ң": "n", "ө": "o", "ү": "u", "ұ": "u", "һ": "h", "ҹ": "c", "ј": "y",
    },
    "armenian": {
        "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e", "ը": "e", "թ": "t", "ժ": "zh",
        "ի": "i", "լ": "l", "խ": "kh", "ծ": "ts", "կ": "k", "հ": "h", "ձ": "dz", "ղ": "gh", "ճ": "ch",
        "մ": "m", "յ": "y", "ն": "n", "շ": "sh", "ո": "o", "չ": "ch", "պ": "p", "ջ": "j", "ռ": "r", "ս": "s",
        "վ": "v", "տ": "t", "ր": "r", "ց": "ts", "ւ": "u", "փ": "p", "ք": "k", "օ": "o", "ֆ": "f",
    },
    "georgian": {
        "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i", "კ": "k",
        "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "zh", "რ": "r", "ს": "s", "ტ": "t", "უ": "u",
        "ფ": "p", "ქ": "k", "ღ": "gh", "ყ": "q", "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts",
        "ჭ": "ch", "ხ": "kh", "ჯ": "j", "ჰ": "h",
    },
}
# fmt: on
"""The characters that count as apostrophes, and the plain Latin letters for each script."""

IN_IDS: Mapping[str, str] = {"ə": "a"}
"""Letters that ids write differently, as in English spellings of names: `mammadova` for Məmmədova. Published ids stay
unchanged.
"""
