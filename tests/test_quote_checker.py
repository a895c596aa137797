"""Passages that somebody quotes from a brief: which are its own, changed, from elsewhere, put together or invented."""

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from policybrief.checks.quote_checker import CheckedQuote, Verdict, check_quotes, passages_in
from policybrief.checks.quote_words import words_of
from policybrief.cli.check import check
from quotations import PARAGRAPHS, TEXTS, quotations


def checked(passage: str) -> CheckedQuote:
    (found,) = check_quotes([passage], PARAGRAPHS)
    return found


def numbers(found: CheckedQuote) -> list[str]:
    return [paragraph.number for paragraph in found.paragraphs]


def differences(found: CheckedQuote) -> list[tuple[str, str]]:
    return [(difference.mine, difference.theirs) for difference in found.differences]


def test_six_hundred_quotes_are_told_apart_and_none_that_is_invented_passes() -> None:
    quoted = list(quotations())
    found = check_quotes([each.passage for each in quoted], PARAGRAPHS)
    wrong = [
        (each.kind, each.passage, outcome.verdict)
        for each, outcome in zip(quoted, found, strict=True)
        if (outcome.verdict, tuple(paragraph.id for paragraph in outcome.paragraphs)) != (each.verdict, each.paragraphs)
    ]
    assert len(quoted) >= 400
    assert len(wrong) <= len(quoted) / 100, (Counter(kind for kind, _, _ in wrong), wrong[:10])
    assert all(
        outcome.verdict is Verdict.ABSENT
        for each, outcome in zip(quoted, found, strict=True)
        if each.verdict is Verdict.ABSENT
    )


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("The pressure began far away. In September 2013 the neighbour’s president", [("far away", "next door")]),
        ("Official doctrine never gave the caution a direction", [("never", "")]),
        ("Official doctrine gave the caution direction. The concept of 2007", [("", "a")]),
        ("Karabakh explains why a State that abstains from alliances kept returning", [("abstains", "abstained")]),
        ("put them at $1,720 million, sent home by co-operatives", [("1,720", "1,270")]),
        ("put them at €1,270 million, sent home by co-operatives", [("€", "$")]),
        ("carried 35 per cent less in 2019 than in 2018", [("35", "3.5")]),
        ("Resmi doktrina ehtiyata istiqamet verirdi", [("Resmi", "Rəsmi"), ("istiqamet", "istiqamət")]),
        ("Official doctrine gave the cau tion a direction", [("cau tion", "caution")]),
    ],
)
def test_each_change_is_named(passage: str, expected: list[tuple[str, str]]) -> None:
    found = checked(passage)
    assert (found.verdict, differences(found)) == (Verdict.DIFFERS, expected)


@pytest.mark.parametrize(
    "passage",
    [
        "official DOCTRINE gave the caution a direction!",
        "The concept of 2007 […] prescribed a 'balanced foreign policy' as the way to it",
        "Official doc-\n   trine gave the cau\u00ad\ntion a direc\u00adtion",
        "A well-\ninformed estimate of 2015 put them at $1270 million",
        "[o]fficial doctrine gave [Baku’s] caution a direction",
        "it had lost control of seven districts12 around it,3 and some 600,000 people had lost\ntheir homes.14,15",
        "Official doctrine gave the caution a direction.2 The concept of 2007",
        "Official doctrine[3] gave the caution a direction.² The concept",
        "RƏSMİ DOKTRİNA EHTİYATA İSTİQAMƏT VERİRDİ",
        "и ее жители еще до\u0301лго не могли верну\u0301ться",
        "Baku - Tbilisi - Ceyhan pipeline carried 3,5 per cent less",
        "государство ... возвращалось к Москве",
        "\u202eOfficial doctrine gave\u202c the \u200bcaution a direction\ufeff",
    ],
)
def test_what_passages_go_through_does_not_count(passage: str) -> None:
    assert checked(passage).verdict is Verdict.VERIFIED


@pytest.mark.parametrize(
    ("named", "verdict"),
    [
        ("(1.2)", Verdict.VERIFIED),
        ("[para. 1.2].", Verdict.VERIFIED),
        ("(¶ p-02aa)", Verdict.VERIFIED),
        ("https://brief.example/p/02aa/", Verdict.VERIFIED),
        ("<https://brief.example/chapters/1/#p-02aa:~:text=a,b>", Verdict.VERIFIED),
        ("(1.3)", Verdict.ELSEWHERE),
        ("Said of 1.2", Verdict.DIFFERS),
        ("https://brief.example/p/03aa/", Verdict.ELSEWHERE),
    ],
)
def test_a_passage_may_say_where_it_is_from(named: str, verdict: Verdict) -> None:
    found = checked(f"Official doctrine gave the caution a direction {named}")
    assert (found.verdict, numbers(found)) == (verdict, ["1.2"])


def test_a_passage_may_begin_with_the_number_of_its_paragraph_as_in_print() -> None:
    beginning = "Official doctrine gave the caution a direction"
    assert checked(f"1.2 {beginning}").verdict is Verdict.VERIFIED
    assert checked(f"1.3 {beginning}").verdict is Verdict.ELSEWHERE
    assert checked(f"9.9 {beginning}").verdict is Verdict.DIFFERS
    assert checked("3.5 per cent less in 2019 than in 2018").verdict is Verdict.VERIFIED


def test_a_passage_of_two_paragraphs_is_put_together_also_with_words_of_its_own() -> None:
    beginning = "Official doctrine gave the caution a direction"
    for passage in (
        f"{beginning} … kept returning to Moscow",
        f"{beginning} a state that abstained from alliances",
        f"{beginning}, which is why a state that abstained from alliances kept returning to Moscow",
    ):
        found = checked(passage)
        assert (found.verdict, numbers(found)) == (Verdict.STITCHED, ["1.2", "1.1"])


def test_words_of_one_paragraph_in_another_order_or_without_a_mark_of_omission_differ() -> None:
    later, earlier = "The concept of 2007 called integration", "Official doctrine gave the caution"
    assert checked(f"{later} {earlier}").verdict is Verdict.DIFFERS
    assert checked("Official doctrine gave the caution as the way to it").verdict is Verdict.DIFFERS


@pytest.mark.parametrize(
    "passage",
    [
        "",
        "…",
        "?!—“”",
        "\u0301\u0301\u0301",
        "<script>alert(1)</script>",
        "\u202e\u202e",
        "Karabakh … Moscow … homes",
        "a b c",
    ],
)
def test_what_is_no_quotation_is_not_in_the_brief(passage: str) -> None:
    assert checked(passage).verdict is Verdict.ABSENT


def test_a_whole_page_of_one_word_or_of_brackets_is_answered() -> None:
    for passage in ("[" * 20_000, "a" * 20_000, "1." * 10_000, "the " * 5_000, f"{TEXTS[0]} " * 60):
        assert checked(passage).verdict in (Verdict.ABSENT, Verdict.DIFFERS, Verdict.STITCHED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,234.5 1.234,5 1 234 567 3.5 12.05.1994", ["1234.5", "1234.5", "1234567", "3.5", "12.05.1994"]),
        ("in 2015 100 men, G20, −5", ["in", "2015", "100", "men", "g20", "-", "5"]),
        ("18.4% of $7", ["18.4", "%", "of", "$", "7"]),
        ("İlham IŞIQ ışıq", ["ilham", "işiq", "işiq"]),
        ("neighbour’s ‘states’ o\u0301", ["neighbour's", "states", "ó"]),
        ("日本 हिन्दी", ["日", "本", "हिन्दी"]),
    ],
)
def test_words_are_compared_without_what_differs_by_habit(text: str, words: list[str]) -> None:
    assert [word.key for word in words_of(text)] == words


def test_blank_lines_part_the_passages_of_a_file() -> None:
    assert list(passages_in("One\npassage.\n\n \nAnother.\n")) == ["One\npassage.", "Another."]


def test_the_command_tells_which_paragraph_to_cite(tmp_path: Path) -> None:
    passages = (
        "Official doctrine gave the\ncaution a direction (1.1)",
        "Nobody ever believed a word of it",
        "Official policy gave the caution direction.",
    )
    files = {
        "mkdocs.yml": "site_name: B\nplugins: [policybrief]\n",
        "glossary.yml": "{}\n",
        "chapters/1-one.md": f"# One\n\n{TEXTS[0]}\n\n{TEXTS[1]}\n",
        "quotes.txt": "\n\n".join(passages),
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    outcome = CliRunner().invoke(check, [str(tmp_path), "--quotes", str(tmp_path / "quotes.txt")])
    assert outcome.exit_code == 1
    first, second, third, *changes = outcome.output.splitlines()
    assert first.startswith("from another paragraph: 1.2 (p-")
    assert first.endswith("): Official doctrine gave the caution a direction")
    assert second == "not in this brief: Nobody ever believed a word of it"
    assert third.startswith("differs: 1.2 (p-")
    assert changes == ["    'policy' is 'doctrine' there", "    'a' is left out"]
