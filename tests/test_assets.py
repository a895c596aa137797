"""Our own styles and scripts: every file is part of exactly one file of the site."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from policybrief.assets.packing import BUNDLES, source

FOLDER = Path(str(files("policybrief") / "assets"))
NAMES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.suffix in {".css", ".js"})


def test_every_file_is_in_exactly_one_list() -> None:
    assert Counter(NAMES) == Counter(name for bundle in BUNDLES for name in bundle)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_in_its_first_line_what_it_is_for(name: str) -> None:
    assert source(name).startswith("/* ")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_short(name: str) -> None:
    assert len(source(name).splitlines()) < 400
