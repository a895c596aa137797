"""Relations that their two ends cannot have."""

import pytest

from policybrief.checks.relation_ends import check_relation_ends
from policybrief.reading.glossary import read_glossary


def found(text: str) -> list[str]:
    glossary, problems = read_glossary(text, "glossary.yml")
    assert not problems
    return [f"{p.place.line}:{p.place.column} {p.message}" for p in check_relation_ends(glossary.entries)]


def two(kind: str, relation: str, other: str, *, born: str = "", others_birth: str = "") -> str:
    dates = f"  dates: {{start: {born}}}\n" if born else ""
    others = f"  dates: {{start: {others_birth}}}\n" if others_birth else ""
    return (
        f"one:\n  name: One\n  kind: {kind}\n{dates}  relations:\n    - {{type: {relation}, to: two}}\n"
        f"two:\n  name: Two\n  kind: {other}\n{others}"
    )


@pytest.mark.parametrize("relation", ["parent-of", "spouse-of", "sibling-of"])
def test_only_people_have_kin(relation: str) -> None:
    assert found(two("person", relation, "person")) == []
    assert found(two("person", relation, "state")) == [
        f"5:{len(relation) + 20} '{relation}' is only for people, but 'two' is of the kind 'state'"
    ]
    assert len(found(two("group", relation, "person"))) == 1


def test_a_parent_is_born_first() -> None:
    assert found(two("person", "parent-of", "person", born="1923", others_birth="1961")) == []
    assert found(two("person", "parent-of", "person", born="1961-12-24", others_birth="1923")) == [
        "6:29 'one', born 24 December 1961, is called a parent of 'two', born 1923"
    ]


@pytest.mark.parametrize("relation", ["signed", "negotiated"])
def test_a_treaty_signs_nobody(relation: str) -> None:
    assert found(two("person", relation, "treaty")) == []
    (message,) = found(two("treaty", relation, "person"))
    assert f"'{relation}' belongs under those who {relation} a text, but 'one' is the text" in message
