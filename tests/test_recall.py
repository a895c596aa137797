"""What a preview remembers: the outcome of the same work on the same content, and of nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from policybrief.model.recall import Recall, fingerprint, recall_by, recalled, recalled_of, stands_for


@dataclass(frozen=True, slots=True)
class Note:
    words: str
    others: tuple["Note", ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    words: str
    others: tuple["Note", ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Alone:
    words: str


made: list[object] = []


def shown(value: object, *, loud: bool = False) -> str:
    made.append(value)
    return f"{value!r}{'!' if loud else ''}"


def said(value: object, *, loud: bool = False) -> str:
    return f"said {shown(value, loud=loud)}"


def shown_first(values: tuple[object, ...], more: object) -> str:
    made.append(values)
    return f"{values[0]!r} {more!r}"


@pytest.fixture
def recall() -> Iterator[Recall]:
    made.clear()
    memory = Recall()
    recall_by(memory)
    yield memory
    recall_by(None)


def test_the_same_content_is_made_once(recall: Recall) -> None:
    for _ in range(3):
        recall.begin()
        assert recalled(shown, Note("a", (Note("b"),))) == repr(Note("a", (Note("b"),)))
    assert len(made) == 1


VALUES = (
    Note("a"), Note("b"), Note("a", (Note("b"),)), Note("a", (Note("b", (), 1),)), Note("a", (), 1), Remark("a"),
    Alone("a"), Alone("b"), ("a",), "a", ["a"], {"a": 1}, {"a": 2}, {"a"}, 1, True, 1.0, None, "1", b"1",
)  # fmt: skip


def test_other_content_is_made_anew(recall: Recall) -> None:
    recall.begin()
    for value in VALUES:
        assert recalled(shown, value) == repr(value)
        assert recalled(shown, value, loud=True) == f"{value!r}!"
        assert recalled(said, value) == f"said {value!r}"
    count = len(made)
    recall.begin()
    assert [recalled(shown, value) for value in VALUES] == list(map(repr, VALUES))
    assert len(made) == count


def test_what_was_not_asked_for_in_a_build_is_forgotten(recall: Recall) -> None:
    for value in ("a", "b", "a"):
        recall.begin()
        recalled(shown, value)
    assert made == ["a", "b", "a"]


def test_a_build_that_fails_forgets_nothing(recall: Recall) -> None:
    recall.begin()
    recalled(shown, "a")
    recall.begin()
    recall.keep_all()
    recall.begin()
    assert recalled(shown, "a") == "'a'"
    assert made == ["a"]


def test_what_cannot_be_written_down_is_made_each_time(recall: Recall) -> None:
    recall.begin()
    for _ in range(2):
        assert "lambda" in recalled(shown, lambda: 1)
    assert len(made) == 2


def test_the_very_same_values_are_told_from_equal_ones(recall: Recall) -> None:
    first = Note("a")
    equal = replace(first)
    for _ in range(2):
        recall.begin()
        assert recalled_of((first,), shown_first, "x") == f"{first!r} 'x'"
        assert recalled_of((equal,), shown_first, "x") == f"{first!r} 'x'"
        assert recalled_of((first,), shown_first, "y") == f"{first!r} 'y'"
    assert len(made) == 3


def test_an_identity_is_not_given_again(recall: Recall) -> None:
    """A value that lived before and one that came in its place may have the same number."""
    for number in range(200):
        recall.begin()
        note = Note(f"number {number}")
        assert recalled_of((note,), shown_first, "") == f"{note!r} ''"
        del note


def test_without_a_memory_everything_is_made() -> None:
    made.clear()
    recall_by(None)
    for _ in range(2):
        assert recalled(shown, "a") == "'a'"
        assert recalled_of(("a",), shown_first, 1) == "'a' 1"
    assert len(made) == 4


@pytest.mark.usefixtures("recall")
def test_a_fingerprint_stands_for_the_value_it_is_of_and_for_no_other() -> None:
    long, equal, other = Note("long"), Note("long"), Note("longer")
    stands_for(fingerprint(long), long)
    stands_for(fingerprint(equal), equal)
    stands_for(fingerprint(other), other)
    assert [recalled(shown, (each, 1)) for each in (long, equal, other)] == [
        repr((each, 1)) for each in (long, long, other)
    ]
    assert made == [(long, 1), (other, 1)]
    stands_for(None, Note("no fingerprint"))
    # A value without one is never taken for one with it.
    assert recalled(shown, (Note("no fingerprint"), 1)) == repr((Note("no fingerprint"), 1))


def test_what_stands_for_a_value_is_forgotten_with_the_build(recall: Recall) -> None:
    """The next value in the same place in memory is another one."""
    note = Note("a")
    stands_for(b"x" * 32, note)
    recalled(shown, (note, 1))
    recall.begin()
    recalled(shown, (note, 1))
    assert len(made) == 2
