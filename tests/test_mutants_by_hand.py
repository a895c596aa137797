"""The mutants that are written by hand can be made: what each changes is once in its file, and there is a change."""

from pathlib import Path

import pytest
import yaml

import policybrief

HOUSE = Path(policybrief.__file__).parent
MUTANTS = yaml.safe_load(Path(__file__).with_name("mutation").joinpath("by_hand.yml").read_text("utf-8"))


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: f"{mutant['file']}: {mutant['unseen']}")
def test_what_a_mutant_changes_is_in_the_code_once(mutant: dict[str, str]) -> None:
    text = (HOUSE / mutant["file"]).read_text("utf-8")
    assert text.count(mutant["before"]) == 1
    assert mutant["before"] != mutant["after"]
