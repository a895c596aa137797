"""Passages that somebody quotes from a brief: which are its own, changed, from elsewhere, put together or invented."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from policybrief.checks.quote_checker import Verdict, check_quote, passages_in
from policybrief.cli.check import check
from policybrief.model.knowledge import Paragraph

TEXTS = tuple(
    " ".join(text.split())
    for text in """
Karabakh explains why a state that abstained from alliances kept returning to Moscow. By the truce of 1994 it
had lost control of seven districts around it.

Official doctrine gave the caution a direction. The concept of 2007 called integration a strategic choice, and
prescribed a balanced foreign policy as the way to it.

The pressure began next door. In September 2013 the neighbour’s president gave up association for a place in
the Customs Union, arguing from reliance on Russia for security.

Карабах объясняет, почему государство вне союзов всякий раз возвращалось к Москве. По перемирию 1994 года оно
потеряло семь районов вокруг области.

Официальная доктрина указывала направление. Концепция 2007 года называла интеграцию стратегическим выбором и
предписывала сбалансированную политику.

Qarabağ niyə ittifaqlardan kənar dövlətin hər dəfə Moskvaya qayıtdığını izah edir. 1994-cü il atəşkəsi ilə
ölkə ətrafdakı yeddi rayonu itirmişdi.

Rəsmi doktrina ehtiyata istiqamət verirdi. 2007-ci il konsepsiyası inteqrasiyanı strateji seçim adlandırır və
balanslı xarici siyasət tələb edirdi.
""".strip().split("\n\n")
)
PARAGRAPHS = tuple(
    Paragraph(f"p-aaa{number}", f"1.{number}", "chapters/1-one.md", "", text) for number, text in enumerate(TEXTS, 1)
)
INVENTED = (
    "Nobody in the capital believed that the pipeline would ever be built without American soldiers on the shore.",
    "Никто в столице не верил, что трубопровод построят без участия крупных иностранных компаний и банков.",
    "Paytaxtda heç kim boru kəmərinin xarici şirkətlərin iştirakı olmadan tikiləcəyinə inanmırdı və gözləmirdi.",
)


def spans(text: str) -> Iterator[str]:
    """Yield stretches of nine words from all over a text."""
    words = text.split()
    for start in range(len(words) - 8):
        yield " ".join(words[start : start + 9])


def quotes() -> Iterator[tuple[Verdict, str]]:
    for number, text in enumerate(TEXTS):
        other = TEXTS[(number + 1) % len(TEXTS)]
        for index, span in enumerate(spans(text)):
            words = span.split()
            yield Verdict.VERIFIED, span
            yield Verdict.VERIFIED, f"“{span.upper().replace('’', chr(39))}  ” (1.{number + 1})"
            yield Verdict.VERIFIED, f"{' '.join(words[:4])} … {' '.join(words[6:])}"
            yield Verdict.ELSEWHERE, f"{span} [1.{(number + 1) % len(TEXTS) + 1}]"
            yield Verdict.DIFFERS, " ".join([*words[:4], "zebra", *words[5:]])
            elsewhere = " ".join(other.split()[index : index + 5])
            yield Verdict.STITCHED, f"{' '.join(words[:5])} … {elsewhere}"
    for text in INVENTED:
        for span in spans(text):
            yield Verdict.ABSENT, span


def test_four_hundred_quotes_are_told_apart_and_none_that_is_invented_passes() -> None:
    outcomes = [(wanted, check_quote(quote, PARAGRAPHS).verdict, quote) for wanted, quote in quotes()]
    wrong = [outcome for outcome in outcomes if outcome[0] is not outcome[1]]
    assert len(outcomes) >= 400
    assert len(wrong) <= len(outcomes) / 100, (Counter(wanted for wanted, _, _ in wrong), wrong[:10])
    assert {found for wanted, found, _ in outcomes if wanted is Verdict.ABSENT} == {Verdict.ABSENT}


def test_a_changed_word_is_named() -> None:
    found = check_quote("The pressure began far away. In September 2013 the neighbour’s president", PARAGRAPHS)
    assert (found.verdict, found.mine, found.theirs) == (Verdict.DIFFERS, "far away", "next door")
    assert [paragraph.number for paragraph in found.paragraphs] == ["1.3"]


def test_blank_lines_part_the_passages_of_a_file() -> None:
    assert list(passages_in("One\npassage.\n\n \nAnother.\n")) == ["One passage.", "Another."]


def test_the_command_tells_which_paragraph_to_cite(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": "site_name: B\nplugins: [policybrief]\n",
        "glossary.yml": "{}\n",
        "chapters/1-one.md": f"# One\n\n{TEXTS[0]}\n\n{TEXTS[1]}\n",
        "quotes.txt": "Official doctrine gave the caution a direction (1.1)\n\nNobody ever believed a word of it\n",
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    outcome = CliRunner().invoke(check, [str(tmp_path), "--quotes", str(tmp_path / "quotes.txt")])
    assert outcome.exit_code == 1
    first, second = outcome.output.splitlines()
    assert first.startswith("from another paragraph: 1.2 (p-")
    assert second == "not in this brief: Nobody ever believed a word of it"
