"""What plain data say by themselves, where nothing else is given."""

from dataclasses import fields, is_dataclass

import pytest

from policybrief.model import blocks, document, inlines
from policybrief.model.addresses import Addresses
from policybrief.model.dates import Date, parse_date
from policybrief.model.glossary import Alias
from policybrief.model.knowledge import Extent
from policybrief.model.problems import Place
from policybrief.model.sentences import sentence_at


@pytest.mark.parametrize("module", [blocks, inlines, document])
def test_a_part_without_a_place_is_at_the_beginning(module: object) -> None:
    places = [
        (kind.__name__, field.default)
        for kind in vars(module).values()
        if isinstance(kind, type) and is_dataclass(kind)
        for field in fields(kind)
        if field.name == "at" and isinstance(field.default, int)
    ]
    assert places
    assert {place for _, place in places} == {0}


def test_a_date_is_sure_unless_it_says_otherwise() -> None:
    assert Date("1994", 1994) == parse_date("1994")
    assert Date("1994", 1994).words == "1994"


def test_a_form_keeps_its_case_and_is_linked() -> None:
    alias = Alias("Union", "en", Place("glossary.yml"))
    assert (alias.any_case, alias.link, alias.ambiguous) == (False, True, False)


def test_addresses_can_be_told_apart_and_looked_up() -> None:
    assert hash(Addresses(moved={"a.md": "b.md"})) == hash(Addresses())
    assert Addresses(moved={"a.md": "b.md"}) != Addresses()


def test_what_comes_before_the_first_sentence_belongs_to_it() -> None:
    sentences = (Extent(2, 5), Extent(6, 9), Extent(10, 12))
    assert [sentence_at(sentences, at) for at in (0, 2, 5, 6, 11, 20)] == [
        sentences[0], sentences[0], sentences[0], sentences[1], sentences[2], sentences[2]
    ]  # fmt: skip
