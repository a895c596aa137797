"""What the rules on evidence find: faults planted beside sentences that are right, and nothing else."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from policybrief.build import Site, examine, prepare
from policybrief.chapters.citing import unprinted
from policybrief.checks.kept_passages import check_kept_passages
from policybrief.checks.said import amounts_said, dates_said
from policybrief.model.passages import Passage
from policybrief.publishing.source_copies import keep_copy
from policybrief.reading.project import read_project

FAULTS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("evidence_faults.yml").read_text("utf-8"))
RULES = ("contradicted-passage", "changed-quotation", "fragile-claim", "beyond-extent")
GLOSSARY = """
putin: {name: Vladimir Putin, kind: person, aliases: [Putin, {form: Путин, lang: ru}]}
lavrov: {name: Sergei Lavrov, kind: person, aliases: [Lavrov, {form: Лавров, lang: ru}]}
aliyev: {name: Ilham Aliyev, kind: person, aliases: [Aliyev, {form: Алиев, lang: ru}]}
georgia: {name: Georgia, kind: state}
armenia: {name: Armenia, kind: state}
"""


def flow(value: object) -> str:
    """Return a value as YAML on one line."""
    return str(yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10_000)).strip()


def test_each_planted_fault_is_found_at_its_sentence_and_nothing_beside_it(tmp_path: Path) -> None:
    references, passages, text, expected = ["references:"], [""], ["# One", ""], []
    for number, fault in enumerate(FAULTS, 1):
        for wrong in (False, True):
            key = f"{'f' if wrong else 't'}{number}"
            source = {"id": key, "type": "book", "title": f"Book {key}", "issued": "2020", "language": "en"}
            rated = {"reliability": "press"} | (fault.get("instead", {}) if wrong else {})
            references.append(f"  - {flow(source | rated)}")
            passage = {name: fault[name] for name in ("quote", "lang", "translation") if name in fault}
            if passage:
                passages.append(f"{key}: {flow({'words': passage})}\n")
            words = re.sub(r"\{(.*?)\|(.*?)\}", rf"\g<{2 if wrong else 1}>", fault["say"])
            text += [f"{words} [@{key}{'#words' if passage else ''}{fault.get('place', '')}]", ""]
            if wrong:
                expected.append((len(text) - 1, fault.get("rule", "contradicted-passage"), fault["finds"]))
    files = {
        "mkdocs.yml": "site_name: B\nplugins:\n  - policybrief:\n      brief: {title: B, language: en}\n",
        "glossary.yml": GLOSSARY,
        "references.yml": "\n".join(references),
        "evidence.yml": "".join(passages),
        "chapters/1-one.md": "\n".join(text),
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(content, "utf-8")
    problems = examine(read_project(tmp_path))
    found = [(each.place.line, each.code.public, each.message) for each in problems if each.code.public in RULES]
    assert len(FAULTS) == 40
    assert [(line, rule) for line, rule, _ in found] == [(line, rule) for line, rule, _ in expected]
    assert [message[: len(said)] for (_, _, message), (_, _, said) in zip(found, expected, strict=True)] == [
        said for _, _, said in expected
    ]
    assert not [str(each) for each in problems if each.severity.value == "error"]


def test_each_changed_word_of_a_passage_is_found_in_the_kept_copy_and_nothing_beside_it(tmp_path: Path) -> None:
    quotes = [fault["quote"] for fault in FAULTS if "quote" in fault]
    passages, expected = [], []
    for number, quote in enumerate(quotes, 1):
        words = quote.split(" ")
        changed = " ".join([*words[:1], "formerly", *words[2:]])
        for key, said in ((f"t{number}", quote), (f"f{number}", changed)):
            passages.append(f"{key}: {flow({'words': {'quote': said}})}\n")
            text = f"What was before it, in other words.\n{quote}\nWhat came after it."
            keep_copy(tmp_path, "sources", key, said.encode(), ending=".txt", text=text, date="2026-03-01")
        expected.append((len(passages), f"the passage 'words' of 'f{number}' "))
    (tmp_path / "mkdocs.yml").write_text("site_name: B\nplugins:\n  - policybrief\n", "utf-8")
    (tmp_path / "evidence.yml").write_text("".join(passages), "utf-8")
    publication = prepare(read_project(tmp_path), Site(), unprinted).publication()
    found = [(each.at, each.message) for each in check_kept_passages(publication)]
    assert len(quotes) == 35
    assert [at.place.line for at, _ in found if isinstance(at, Passage)] == [line for line, _ in expected]
    assert all(message.startswith(said) for (_, message), (_, said) in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("in May 1994, on 12 May 1994 and May 12, 1994", [(1994, 5, None), (1994, 5, 12), (1994, 5, 12)]),
        ("He may come in March 2019; 2010–14; 12.05.1994", [(2019, 3, None), (2010, None, None), (1994, 5, 12)]),
        ("2–5 April 2016, on 2nd April", [(2016, 4, 5), (None, 4, 2)]),
        ("5 мая 1994 г., в 2018 году", [(1994, 5, 5), (2018, None, None)]),
        ("1994-cü il mayın 12-də, 3 iyun 2016-cı ildə", [(1994, 5, 12), (2016, 6, 3)]),
        ("2010 per cent", []),
    ],
)
def test_dates_are_read_in_three_languages(text: str, dates: list[tuple[int | None, ...]]) -> None:
    assert [(each.year, each.month, each.day) for each in dates_said(text)] == dates


@pytest.mark.parametrize(
    ("text", "language", "amounts"),
    [
        ("24 per cent, $1.2 billion, 1,960 men", "en", [(24, "%"), (1.2e9, "$"), (1960, "")]),
        ("thirty-two schools, $5m, twelve per cent", "en", [(32, ""), (5e6, "$"), (12, "%")]),
        ("4,5 процента, 3 млн. долл., 62 500 человек", "ru", [(4.5, "%"), (3e6, "$"), (62500, "")]),
        ("2,5 milyard manat, 5 min nəfər, 12 faiz", "az", [(2.5e9, "manat"), (5000, ""), (12, "%")]),
        ("on 12 May 1994", "en", []),
        ("5 of 7 chapters, by table 2.28 (chapter 7, notes 3 and 4)", "en", [(5.0, ""), (7.0, "")]),
        ("в главах 2–4 (таблица 5) названы 12", "ru", [(12.0, "")]),
        ("2-ci fəsildə, cədvəl 4: 12", "az", [(2.0, ""), (12.0, "")]),
    ],
)
def test_amounts_are_read_in_three_languages(text: str, language: str, amounts: list[tuple[float, str]]) -> None:
    assert [(each.value, each.unit) for each in amounts_said(text, language)] == amounts


@pytest.mark.parametrize(("said", "quoted"), [("24", "23.8"), ("1.2 million", "1,234,567"), ("about 500", "487")])
def test_a_rounded_number_agrees(said: str, quoted: str) -> None:
    (mine,), (theirs,) = amounts_said(said, "en"), amounts_said(quoted, "en")
    assert mine.agrees(theirs)
    assert not mine.agrees(amounts_said("700", "en")[0])
