"""Whose a body is: its relations say so, or a state in one of its names, or else the language of its name."""

import pytest

from policybrief.chapters.terms import matcher_of
from policybrief.reading.glossary import read_glossary

STATES = """
az: {name: Азербайджан, kind: state}
ge: {name: Грузия, kind: state}
"""
BARE = "mo: {name: Министерство обороны, kind: organisation, aliases: [Минобороны]}"
RELATED = (
    "mo: {name: Министерство обороны, kind: organisation, aliases: [Минобороны], relations: [{type: part-of, to: az}]}"
)
NAMED = "mo: {name: Министерство обороны Азербайджана, kind: organisation, aliases: [Минобороны]}"


@pytest.mark.parametrize(
    ("body", "text", "expected"),
    [
        (BARE, "Об этом сообщило Министерство обороны.", ["mo"]),
        (BARE, "Об этом сообщило Министерство обороны России.", ["mo"]),
        (BARE, "Об этом сообщило Министерство обороны Азербайджана.", ["", "az"]),
        (RELATED, "Об этом сообщило Министерство обороны Азербайджана.", ["mo", "az"]),
        (RELATED, "Об этом сообщило азербайджанское Минобороны.", ["mo"]),
        (RELATED, "Об этом сообщило Министерство обороны Грузии.", ["", "ge"]),
        (RELATED, "Об этом сообщило грузинское Минобороны.", [""]),
        (RELATED, "Об этом сообщило Министерство обороны России.", [""]),
        (NAMED, "Об этом сообщило Министерство обороны Азербайджана.", ["mo"]),
        (NAMED, "Об этом сообщило Минобороны Азербайджана.", ["mo", "az"]),
        (NAMED, "Об этом сообщило Минобороны Грузии.", ["", "ge"]),
    ],
)
def test_a_body_is_linked_where_it_is_that_of_its_state(body: str, text: str, expected: list[str]) -> None:
    glossary, problems = read_glossary(STATES + body, "glossary.yml", "ru")
    assert not problems
    assert [found.entry for found in matcher_of(glossary).find(text)] == expected
