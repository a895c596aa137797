"""What one process has made and another finds: the same values, or none."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from policybrief.chapters.parse import ChapterParser
from policybrief.hosts.mkdocs.build_memory import keep
from policybrief.model.brief import Chapter
from policybrief.model.problems import Code, Place, Problem, Severity
from policybrief.model.recall import Recall
from policybrief.model.written_values import UnreadableError, content_of, read_back, written
from policybrief.publishing.engine_stamp import engine_stamp
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


def test_what_is_damaged_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "outcomes"
    asked(path, "aaaa", "bb")
    whole = path.read_bytes()
    damages = (b"", whole[:40], whole[:-1], whole[:-200], whole.replace(b"aaaa", b"aaab", 1), whole + b"x")
    for damage in damages:
        path.write_bytes(damage)
        assert "aaaa" in asked(path, "aaaa", "bb")
        assert asked(path, "aaaa", "bb") == []


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
    assert Chapter.__dataclass_params__.frozen  # type: ignore[attr-defined]
