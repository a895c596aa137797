"""Passages as people quote them, made from fixed texts in three languages: what was done to each is known."""

import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from policybrief.checks.quote_checker import Verdict
from policybrief.model.knowledge import Paragraph

_TEXTS = """
Karabakh explains why a state that abstained from alliances kept returning to Moscow. By the truce of 1994 it
had lost control of seven districts around it, and some 600,000 people had lost their homes.

Official doctrine gave the caution a direction. The concept of 2007 called integration a strategic choice, and
prescribed a “balanced foreign policy” as the way to it; no document since has withdrawn the phrase.

The pressure began next door. In September 2013 the neighbour’s president gave up association for a place in
the Customs Union, arguing from reliance on Russia for security – and from the price of gas.

Trade points elsewhere. The Baku–Tbilisi–Ceyhan pipeline carried 3.5 per cent less in 2019 than in 2018, yet
Europe still took more than half of all exports, while Russia supplied 18.4% of what was imported.

Remittances are the quieter tie. A well-informed estimate of 2015 put them at $1,270 million, sent home by
co-operatives, market traders and builders whose permits Moscow can withdraw within a week.

Карабах объясняет, почему государство вне союзов всякий раз возвращалось к Москве. По перемирию 1994 года оно
потеряло семь районов вокруг области, и её жители ещё долго не могли вернуться.

Официальная доктрина указывала направление. Концепция 2007 года называла интеграцию «стратегическим выбором» и
предписывала сбалансированную политику – без вступления в военные союзы.

Экспорт шёл на запад. По трубопроводу Баку–Тбилиси–Джейхан в 2019 году прокачали на 3,5 процента меньше, чем годом
раньше, но Европа всё равно купила больше половины вывезенного, а товарооборот с Россией составил 3~000 млн долларов.

Переводы трудовых мигрантов связывают страны теснее договоров. Разрешения на работу выдаёт Москва, и отозвать их
она может за неделю; об этом в Баку помнят лучше, чем о любых соглашениях.

Qarabağ niyə ittifaqlardan kənar dövlətin hər dəfə Moskvaya qayıtdığını izah edir. 1994-cü il atəşkəsi ilə
ölkə ətrafdakı yeddi rayonu itirmişdi və yüz minlərlə insan evindən didərgin düşmüşdü.

Rəsmi doktrina ehtiyata istiqamət verirdi. 2007-ci il konsepsiyası inteqrasiyanı «strateji seçim» adlandırır və
balanslı xarici siyasət tələb edirdi – hərbi ittifaqlara qoşulmadan.

İxrac qərbə gedirdi. Bakı–Tbilisi–Ceyhan boru kəməri ilə 2019-cu ildə əvvəlki ilə nisbətən 3,5 faiz az neft
nəql olundu, lakin Avropa yenə də ixracın yarıdan çoxunu aldı, Rusiya ilə dövriyyə isə 3~000 mln dollar oldu.

Miqrantların pul köçürmələri ölkələri müqavilələrdən daha möhkəm bağlayır. İş icazələrini Moskva verir və onları
bir həftə ərzində geri ala bilər; Bakıda bunu istənilən sazişdən yaxşı xatırlayırlar.
"""
_INVENTED = """
Nobody in the capital believed that the pipeline would ever be built without American soldiers on the shore.

The president told the ambassador that the state of the union was one of the reasons for which it had been given up.

In 2007 the neighbour’s president called the price of gas a matter of security, and Europe withdrew from the market.

By the end of the year it had become the largest of the exports, and some of the people in the districts knew it.

Никто в столице не верил, что трубопровод построят без участия крупных иностранных компаний и банков.

В 2007 году государство отказалось от перемирия, и жители районов купили больше половины товаров у Европы.

По словам министра, за неделю до соглашения о нём не знали ни в Баку, ни в Москве, ни в Тбилиси.

Paytaxtda heç kim boru kəmərinin xarici şirkətlərin iştirakı olmadan tikiləcəyinə inanmırdı və gözləmirdi.

2007-ci ildə dövlət atəşkəsdən imtina etdi və rayonların sakinləri malların yarıdan çoxunu Avropadan aldı.

Nazirin sözlərinə görə, sazişdən bir həftə əvvəl bu barədə nə Bakıda, nə Moskvada, nə də Tbilisidə bilirdilər.
"""


def _paragraphs(texts: str) -> tuple[str, ...]:
    return tuple(" ".join(text.split()).replace("~", "\u00a0") for text in texts.strip().split("\n\n"))


TEXTS = _paragraphs(_TEXTS)
INVENTED = _paragraphs(_INVENTED)
PARAGRAPHS = tuple(
    Paragraph(f"p-{number:02}aa", f"1.{number}", "chapters/1-one.md", "", text) for number, text in enumerate(TEXTS, 1)
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage, what is to be found of it, and what was done to it."""

    passage: str
    verdict: Verdict
    paragraphs: tuple[str, ...]
    """The ids of those it is from, in their order."""
    kind: str


def quotations(each: int = 60, seed: int = 20) -> Iterator[Quoted]:
    """Yield so many passages of each kind; the same ones for the same seed."""
    chance = random.Random(seed)
    for kind, make in _KINDS.items():
        for _ in range(each):
            yield make(chance, kind)


def _span(chance: random.Random, fewest: int = 7, most: int = 18) -> tuple[int, list[str]]:
    """Return some words that follow one another, and the number of their paragraph."""
    number = chance.randrange(len(TEXTS))
    words = TEXTS[number].split(" ")
    length = chance.randint(fewest, most)
    start = chance.randint(0, max(len(words) - length, 0))
    return number, words[start : start + length]


def _other(chance: random.Random, number: int) -> int:
    return chance.choice([other for other in range(len(TEXTS)) if other != number])


def _exact(chance: random.Random, kind: str) -> Quoted:
    number, words = _span(chance, fewest=4)
    named = chance.choice(
        ("", "", f" (1.{number + 1})", f" [¶ 1.{number + 1}]", f" https://b.example/p/{number + 1:02}aa/")
    )
    return Quoted(" ".join(words) + named, Verdict.VERIFIED, (PARAGRAPHS[number].id,), kind)


def _broken_at_the_end_of_a_line(words: str, chance: random.Random) -> str:
    parts = words.split(" ")
    at = max(range(len(parts)), key=lambda index: len(parts[index]) * parts[index].isalpha())
    half = chance.randint(2, max(2, len(parts[at]) - 2))
    return " ".join([*parts[:at], f"{parts[at][:half]}-\n  {parts[at][half:]}", *parts[at + 1 :]])


def _with_words_left_out(words: str, chance: random.Random) -> str:
    parts = words.split()
    middle = len(parts) // 2
    mark = chance.choice(("…", "[…]", "...", "[...]", "(…)", "<…>", ". . ."))
    return " ".join([*parts[: middle - 1], mark, *parts[middle + 1 :]])


def _with_the_number_of_a_note(words: str, chance: random.Random) -> str:
    parts = words.split(" ")
    at = chance.randrange(len(parts))
    return " ".join([*parts[:at], f"{parts[at]}[{chance.randint(1, 40)}]", *parts[at + 1 :]])


def _with_the_raised_number_of_a_note(words: str, chance: random.Random) -> str:
    parts = words.split(" ")
    places = [at for at, part in enumerate(parts) if part[-1:] in tuple(".,;") and part[:-1].isalpha()]
    for at in places[:1]:
        parts[at] += f"{chance.randint(1, 99)},{chance.randint(1, 99)}"
    return " ".join(parts)


_NOISE: tuple[Callable[[str, random.Random], str], ...] = (
    lambda words, _: words.replace("’", "'").replace("“", '"').replace("”", '"').replace("«", '"').replace("»", '"'),
    lambda words, _: words.replace("–", "-"),
    lambda words, _: words.replace(" – ", "—"),
    lambda words, _: words.replace(" ", "\u00a0"),
    lambda words, _: words.replace(" ", "\n", 2),
    lambda words, _: f"„{words}“",
    lambda words, _: f"— {words}, —",
    lambda words, _: words.lower(),
    lambda words, _: unicodedata.normalize("NFD", words),
    lambda words, _: words.replace("fi", "ﬁ").replace("ff", "ﬀ"),
    lambda words, _: "\u00ad".join((words[:6], words[6:])),
    lambda words, _: f"\u202a{words}\u202c\u200b",
    lambda words, _: words.replace("1,270", "1270").replace("3\u00a0000", "3\u202f000").replace("ё", "е"),
    lambda words, _: f"[{words[0].swapcase()}]{words[1:]}" if words[0].isalpha() and words[1].isalpha() else words,
    _broken_at_the_end_of_a_line,
    _with_words_left_out,
    _with_the_number_of_a_note,
    _with_the_raised_number_of_a_note,
)


def _noisy(chance: random.Random, kind: str) -> Quoted:
    number, words = _span(chance, fewest=9)
    passage = " ".join(words)
    for change in chance.sample(_NOISE, 2):
        passage = change(passage, chance)
    return Quoted(passage, Verdict.VERIFIED, (PARAGRAPHS[number].id,), kind)


def _letters(word: str) -> str:
    return "".join(sign for sign in word if sign.isalnum()).casefold()


def _changed(chance: random.Random, kind: str) -> Quoted:
    number, words = _span(chance)
    inside = [at for at, word in enumerate(words) if _letters(word)]
    at = chance.choice(inside[1:-1] if kind == "a word left out" else inside)
    others = [word for word in TEXTS[_other(chance, number)].split(" ") if word.isalpha()]
    put = chance.choice([word for word in others if _letters(word) != _letters(words[at])])
    changes = {
        "a word changed": [put],
        "a word added": [words[at], put],
        "a word left out": [],
        "a letter changed": [words[at] + "qж"[words[at].isascii()]],
    }
    passage = " ".join([*words[:at], *changes[kind], *words[at + 1 :]])
    return Quoted(passage, Verdict.DIFFERS, (PARAGRAPHS[number].id,), kind)


def _elsewhere(chance: random.Random, kind: str) -> Quoted:
    number, words = _span(chance)
    return Quoted(
        f"{' '.join(words)} (1.{_other(chance, number) + 1})", Verdict.ELSEWHERE, (PARAGRAPHS[number].id,), kind
    )


def _stitched(chance: random.Random, kind: str) -> Quoted:
    number, words = _span(chance, 5, 10)
    other, others = _span(chance, 5, 10)
    while other == number:
        other, others = _span(chance, 5, 10)
    between = chance.choice((" … ", " ", ". ", " [...] "))
    homes = PARAGRAPHS[number].id, PARAGRAPHS[other].id
    return Quoted(" ".join(words) + between + " ".join(others), Verdict.STITCHED, homes, kind)


def _invented(chance: random.Random, kind: str) -> Quoted:
    words = chance.choice(INVENTED).split()
    length = chance.randint(6, len(words))
    start = chance.randint(0, len(words) - length)
    return Quoted(" ".join(words[start : start + length]), Verdict.ABSENT, (), kind)


def _shuffled(chance: random.Random, kind: str) -> Quoted:
    _, words = _span(chance, 9, 18)
    chance.shuffle(words)
    return Quoted(" ".join(words), Verdict.ABSENT, (), kind)


_KINDS: dict[str, Callable[[random.Random, str], Quoted]] = {
    "exact": _exact,
    "typographic noise": _noisy,
    "a word changed": _changed,
    "a word added": _changed,
    "a word left out": _changed,
    "a letter changed": _changed,
    "wrong paragraph": _elsewhere,
    "stitched": _stitched,
    "invented": _invented,
    "its words in another order": _shuffled,
}
