"""What one process has made and another finds: the same values, or none."""

import os
import pickle
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pymdownx.slugs import slugify
from pymdownx.superfences import fence_code_format

from policybrief.chapters.parse import ChapterParser
from policybrief.hosts.mkdocs.build_memory import keep
from policybrief.model.brief import Chapter
from policybrief.model.problems import Code, Place, Problem, Severity
from policybrief.model.recall import Recall
from policybrief.model.written_values import UnreadableError, content_of, read_back, written
from policybrief.publishing.engine_stamp import engine_stamp
from policybrief.publishing.kept_files import KeptFolder
from policybrief.publishing.kept_outcomes import KeptOutcomes

PROBLEM = Problem(Code.BROKEN_LINK, Place("a.md", 3, 1), "seen", "a way out")
STAMP = b"s" * 32


@pytest.mark.parametrize("value", [PROBLEM, (PROBLEM, {"a": [1, None]}), Severity.NOTE, frozenset(("a", "b")), b"x"])
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert read_back(written(value)) == value


def test_equal_values_have_the_same_content_whatever_they_share() -> None:
    place = Place("a.md", 3, 1)
    assert content_of((place, place)) == content_of((place, replace(place)))
    assert content_of((place, place)) != content_of((place, replace(place, line=4)))


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return eval, ("1 / 0",)


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps(Evil()),
        pickle.dumps(Path("a")),
        b"cpolicybrief.publishing.moving\nremove\n(S'a'\ntR.",
        b"cpolicybrief.chapters.parse\nChapterParser\n(tR.",
        b"",
        b"nonsense",
        written(PROBLEM)[:-9],
    ],
)
def test_nothing_but_values_of_a_brief_is_read(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_back(content)


made: list[str] = []


def length(text: str) -> tuple[int, str]:
    made.append(text)
    return len(text), text


def asked(path: Path, *texts: str, stamp: bytes = STAMP, forgets: bool = True) -> list[str]:
    """Ask for the lengths of texts, as a process of its own; return those of which it was not kept."""
    made.clear()
    kept = KeptOutcomes(path, stamp)
    recall = Recall(kept)
    recall.begin()
    assert [recall.of(length, text) for text in texts] == [(len(text), text) for text in texts]
    keep(recall, kept, forgets=forgets)
    return list(made)


def test_another_process_finds_what_was_made(tmp_path: Path) -> None:
    path = tmp_path / "cache/outcomes"
    assert asked(path, "a", "bb") == ["a", "bb"]
    assert asked(path, "a", "bb") == []
    assert asked(path, "bb", "ccc") == ["ccc"]
    assert asked(path, "a", "bb") == ["a"]
    assert asked(path, "d", forgets=False) == ["d"]
    assert asked(path, "a", "bb", "d") == []
    assert [file.name for file in path.parent.iterdir()] == ["outcomes"]


def test_another_engine_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "outcomes"
    asked(path, "a")
    assert asked(path, "a", stamp=b"t" * 32) == ["a"]
    assert engine_stamp() == engine_stamp()
    assert len(engine_stamp()) == len(STAMP)


def test_an_edited_engine_is_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the file is as long as before and has its time; what Python compiles of it says nothing new."""
    monkeypatch.setattr("policybrief.publishing.engine_stamp._PACKAGE", tmp_path)
    file = tmp_path / "pages/page.py"
    (tmp_path / "pages/__pycache__").mkdir(parents=True)
    stamps: set[bytes] = set()
    for text in ("a = 1", "a = 2", "a = 1"):
        file.write_text(text, "utf-8")
        os.utime(file, (1, 1))
        (tmp_path / "pages/__pycache__/page.pyc").write_bytes(bytes(len(stamps)))
        engine_stamp.cache_clear()
        stamps.add(engine_stamp())
    engine_stamp.cache_clear()
    assert len(stamps) == 2


def test_what_is_damaged_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "outcomes"
    asked(path, "aaaa", "bb")
    whole = path.read_bytes()
    damages = (b"", whole[:40], whole[:-1], whole[:-200], whole.replace(b"aaaa", b"aaab", 1), whole + b"x")
    for damage in damages:
        path.write_bytes(damage)
        assert "aaaa" in asked(path, "aaaa", "bb")
        assert asked(path, "aaaa", "bb") == []


def test_each_byte_may_be_damaged(tmp_path: Path) -> None:
    """Also those of the index: a length of some exabytes is not read, and nothing is sought beyond the end."""
    path = tmp_path / "outcomes"
    asked(path, "aaaa", "bb")
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + b"\xff" + whole[at + 1 :])
        asked(path, "aaaa", "bb")


def test_what_outputs_keep_may_be_damaged_or_not_be_written(tmp_path: Path) -> None:
    folder = KeptFolder(tmp_path / "cache")
    folder.write("pdf/one", b"content")
    assert folder.read("pdf/one") == b"content"
    file = tmp_path / "cache/pdf/one"
    whole = file.read_bytes()
    for damage in (b"", whole[:-1], whole.replace(b"content", b"c0ntent")):
        file.write_bytes(damage)
        assert folder.read("pdf/one") is None
    (tmp_path / "file").write_text("a file where the folder should be", "utf-8")
    nowhere = KeptFolder(tmp_path / "file")
    nowhere.write("pdf/one", b"content")
    assert nowhere.read("pdf/one") is None


def test_a_cache_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be", "utf-8")
    assert asked(tmp_path / "cache/outcomes", "a") == ["a"]


def slug(text: str, separator: str) -> str:
    return text + separator


def test_rules_tell_functions_by_their_names() -> None:
    """Their addresses are others in each process, and what was kept would never be found."""
    rules = ChapterParser(("toc",), {"toc": {"slugify": slug}}).rules
    assert "test_kept_outcomes.slug" in rules
    assert "0x" not in rules


def test_a_chapter_is_kept_only_where_its_text_says_all() -> None:
    assert ChapterParser(("toc", "pymdownx.tilde"), {}).reads_chapters_alone
    assert not ChapterParser(("toc", "pymdownx.snippets"), {}).reads_chapters_alone


@pytest.mark.parametrize(
    ("option", "says_all"),
    [
        ("yes", True),
        (slugify(case="lower"), True),
        ([{"format": fence_code_format}], True),
        ({"custom_icons": ["overrides/.icons"]}, False),
        (slug, False),
        (partial(slugify, slug), False),
        ([{"format": slug}], False),
        (Evil, False),
        (Evil(), False),
    ],
)
def test_options_may_stand_for_more_than_they_say(option: object, says_all: bool) -> None:
    """The files of an icon, and what an author's own function does, may be others in the next process."""
    configs = {"pymdownx.tilde": {"smart_delete": option}}
    assert ChapterParser(("pymdownx.tilde",), configs).reads_chapters_alone == says_all
    assert Chapter.__dataclass_params__.frozen  # type: ignore[attr-defined]
