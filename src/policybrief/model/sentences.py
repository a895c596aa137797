"""Sentence boundaries in English, Russian, Azerbaijani and similar languages."""

import re
from bisect import bisect_left, bisect_right

from .knowledge import Extent

_END = re.compile(r"([.!?…]+)([\"'”’»)\]]*)\s+(?=[\"'“‘«(\[—–-]*\s?[^\W_])|\n+")
_WORD = re.compile(r"[^\W_]+")
_OPENING = "([\"'“‘«"

_NEVER_LAST = frozenset(
    # Abbreviations before a name or a number, in lowercase, without their last point.
    """
    mr mrs ms dr prof st gen col lt sgt capt maj adm gov sen rep rev hon pres amb cmdr fr
    p pp n nn no nos vol vols art arts ch chs sec secs par para paras fig figs tab ed eds trans cf vs v viz
    e.g i.e approx est c ca circa al
    jan feb mar apr jun jul aug sep sept oct nov dec
    стр с рис табл гл ст т п пп д р оз пос обл р-н им ул г-н г-жа тов гр зам мин проф акад ген полк см ср напр ок
    англ рус азерб т.е т.н т.к янв февр апр авг сент окт нояб дек
    səh s bax məs yəni c b m ş küç pr dos prof akad azərb
    """.split()
)
_SOMETIMES_LAST = frozenset(
    # Abbreviations that end a sentence if a capital follows, but not if a function word follows.
    """
    u.s u.k u.n e.u u.s.s.r etc inc ltd co corp jr sr a.m p.m
    г гг в вв тыс млн млрд трлн руб долл др пр и.т.д т.д т.п və.s
    """.split()
)
_AND_SO_ON = re.compile(r"\b(?:т\. ?[дп]|və s)\Z")
"""Endings of lists that end a sentence if a capital follows, although the last word alone would not."""
_LONGEST_AND_SO_ON = 5
"""The longest of these, in characters."""
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_OPENS_A_SENTENCE = frozenset(
    """
    a all an the and as at after although because before both but by despite during each every everyone few for from
    he her his how if in instead it its later many most neither no nobody not of on one only or our several she
    since so some still such that their then there these they this those though through to today two under until we
    what when where whereas which while who with yet в на но и он она они это этот эта как когда после по за к с у а
    о bu o və amma lakin sonra onlar biz
    """.split()
)


def sentences_of(text: str) -> tuple[Extent, ...]:
    """Return the extents of the sentences in `text`, without the space between them.

    A line break ends a sentence, because in a paragraph's text it separates items and cells.
    """
    found: list[Extent] = []
    start = 0
    for match in _END.finditer(text):
        if match[1] and not _ends_here(text, match):
            continue
        end = match.end(2) if match[1] else match.start()
        _append(found, text, start, end)
        start = match.end()
    _append(found, text, start, len(text))
    return tuple(found)


def sentence_at(sentences: tuple[Extent, ...], position: int) -> Extent:
    """Return the sentence that contains the character at `position`."""
    index = bisect_right(sentences, position, key=lambda sentence: sentence.start) - 1
    return sentences[max(index, 0)]


def sentence_before(sentences: tuple[Extent, ...], position: int) -> Extent:
    """Return the sentence that a note number at `position` belongs to: a number follows what it supports.

    A number between two sentences belongs to the first, one before all sentences to the first of them.
    """
    index = bisect_left(sentences, position, key=lambda sentence: sentence.start) - 1
    return sentences[max(index, 0)] if sentences else Extent(0, 0)


def _append(found: list[Extent], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Extent(start, end))


def _ends_here(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() :].lstrip("\"'“‘«([—–- ")[:1]
    # A question or an exclamation may be inside a sentence: «Куда?» спросил он.
    if match[1] != "." or following.islower():
        return not following.islower()
    word = _word_before(text, match.start(1))
    if _AND_SO_ON.search(text, max(match.start(1) - _LONGEST_AND_SO_ON, 0), match.start(1)):
        return True
    if _is_initial(word) or word.lower() in _NEVER_LAST:
        return False
    if word.lower() in _SOMETIMES_LAST or (_INITIAL.fullmatch(word) and "." in word):
        return _next_word(text, match.end()) in _OPENS_A_SENTENCE
    return not (following.isdigit() and word.isdigit() and len(word) < 3)


def _is_initial(word: str) -> bool:
    # `I.` ends a sentence only after a small word. This comes before the abbreviations: `В. В. Путин` is not a century.
    return len(word) == 1 and word.isalpha() and word.isupper()


def _word_before(text: str, position: int) -> str:
    begin = max(text.rfind(" ", 0, position), text.rfind("\n", 0, position)) + 1
    return text[begin:position].lstrip(_OPENING)


def _next_word(text: str, position: int) -> str:
    match = _WORD.search(text, position)
    return match[0].lower() if match else ""
