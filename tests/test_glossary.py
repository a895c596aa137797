"""What the glossary says of its entries: how they are called, and who takes part in what."""

import pytest

from glossaries import HERE, alias, entry, glossary
from policybrief.model.glossary import Kind, Relation, RelationType, is_foreign, participants_of


@pytest.mark.parametrize(
    ("kind", "plural"),
    [(Kind.STATE, "states"), (Kind.TREATY, "treaties"), (Kind.PERSON, "people"), (Kind.MEDIA, "media")],
)
def test_plurals_of_kinds(kind: Kind, plural: str) -> None:
    assert kind.plural == plural


def test_an_entry_has_its_name_and_its_aliases() -> None:
    made = entry("fall", alias("işğal", "az"), alias("fall of Shusha"))
    assert made.label == "İşğal"
    assert [one.form for one in made.aliases] == ["fall of Shusha"]
    assert glossary(made).by_id() == {"fall": made}


@pytest.mark.parametrize(
    ("language", "home", "foreign"),
    [
        ("", "en", False),
        ("en", "en", False),
        ("en", "en-GB", False),
        ("en-GB", "en-GB", False),
        ("en-US", "en-GB", True),
        ("en-GB", "en", True),
        ("ru", "en", True),
        ("zh", "zh-Hant-TW", False),
    ],
)
def test_a_name_in_another_language_says_so(language: str, home: str, foreign: bool) -> None:
    assert is_foreign(language, home) is foreign


def test_who_takes_part_in_what() -> None:
    def relations(*pairs: tuple[RelationType, str]) -> tuple[Relation, ...]:
        return tuple(Relation(kind, to, HERE) for kind, to in pairs)

    terms = glossary(
        entry("war", "War", relations=relations((RelationType.LED_BY, "general"))),
        entry("general", "General", relations=relations((RelationType.LEADS, "war"), (RelationType.OPPOSES, "baku"))),
        entry("baku", "Baku", relations=relations((RelationType.PARTY_TO, "war"), (RelationType.SIGNED, "nowhere"))),
    )
    assert participants_of(terms) == {"war": ("general", "baku"), "general": ("war",), "baku": ("war",)}
