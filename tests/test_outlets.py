"""How far the brief's own text leans on the media of states and parties: the bound that docs/about/index.md sets."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

BRIEF = Path(__file__).parents[1]
BOUND = 0.12
MARKS = {"state-linked", "statement"}
_BRACKETS = re.compile(r"\[([^\[\]]*@[^\[\]]*)\]")
_KEY = re.compile(r"@([a-z0-9]+)")


@dataclass(frozen=True, slots=True)
class Source:
    marks: frozenset[str]
    reliability: str

    @property
    def is_outlet(self) -> bool:
        """Whether it is a medium of a state or a party, quoted for more than that side's own statement."""
        linked = "state-linked" in self.marks or self.reliability == "party"
        return linked and "statement" not in self.marks


@pytest.fixture(scope="module")
def sources() -> dict[str, Source]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded = yaml.load((BRIEF / "references.yml").read_text(encoding="utf-8"), Loader=loader)
    return {
        record["id"]: Source(
            frozenset(word.strip() for word in record.get("keyword", "").split(",") if word.strip()),
            record["reliability"],
        )
        for record in loaded["references"]
    }


@pytest.fixture(scope="module")
def citations() -> Counter[str]:
    texts = [chapter.read_text(encoding="utf-8") for chapter in sorted((BRIEF / "chapters").glob("*.md"))]
    return Counter(key for text in texts for inside in _BRACKETS.findall(text) for key in _KEY.findall(inside))


def test_outlets_of_states_and_parties_stay_within_the_bound(
    sources: dict[str, Source], citations: Counter[str]
) -> None:
    outlets = {key: count for key, count in citations.items() if sources[key].is_outlet}
    share = sum(outlets.values()) / citations.total()
    assert 0 < share <= BOUND, f"{share:.1%} of {citations.total()} citations: {', '.join(sorted(outlets))}"


def test_a_statement_belongs_to_a_side(sources: dict[str, Source]) -> None:
    unsided = {
        key
        for key, source in sources.items()
        if "statement" in source.marks and "state-linked" not in source.marks and source.reliability != "party"
    }
    assert not unsided


def test_no_mark_is_misspelt(sources: dict[str, Source]) -> None:
    assert {mark for source in sources.values() for mark in source.marks} == MARKS
