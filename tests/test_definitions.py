"""One line of inline text: emphasis, marks and names, each entry linked once."""

import pytest

from glossaries import alias, entry, glossary
from policybrief.chapters.definitions import Names, read_inline
from policybrief.chapters.terms import matcher_of
from policybrief.model.glossary import Kind
from policybrief.model.knowledge import Inline
from policybrief.model.problems import Code, Place, Problem

HERE = Place("glossary.yml", 7, 3)
TERMS = glossary(
    entry("eaeu", "Eurasian Economic Union", "EAEU", kind=Kind.ORGANISATION),
    entry("baku", "Baku", kind=Kind.PLACE),
    entry("heydar", "Heydar Aliyev", alias("Aliyev", ambiguous=True), kind=Kind.PERSON),
    entry("ilham", "Ilham Aliyev", alias("Aliyev", ambiguous=True), kind=Kind.PERSON),
)


def names() -> Names:
    return Names(matcher_of(TERMS), {one.id: one.name for one in TERMS.entries})


def pieces(text: str, own_id: str = "own") -> list[tuple[str, bool, str]]:
    """Return the words, the emphasis and the entry of each piece of a line without problems."""
    found, problems = read_inline(text, own_id, names(), HERE)
    assert problems == ()
    return [(piece.text, piece.emphasis, piece.entry) for piece in found]


def plain(*words: str) -> list[tuple[str, bool, str]]:
    return [(text, False, "") for text in words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("A treaty.", plain("A treaty.")),
        ("EAEU", [("EAEU", False, "eaeu")]),
        ("Of Baku, in Baku.", [*plain("Of "), ("Baku", False, "baku"), *plain(", in Baku.")]),
        ("The Aliyev of all", plain("The Aliyev of all")),
        ("*Kept* and 2 * 3 * 4", [("Kept", True, ""), *plain(" and 2 * 3 * 4")]),
        ("*in Baku now*", [("in ", True, ""), ("Baku", True, "baku"), (" now", True, "")]),
        ("of *Baku* then", [*plain("of "), ("Baku", True, "baku"), *plain(" then")]),
        ("*in [[baku]]*, Baku", [("in ", True, ""), ("Baku", True, "baku"), *plain(", "), ("Baku", False, "baku")]),
        ("*[[!Baku]] x* y", [("Baku", True, ""), (" x", True, ""), *plain(" y")]),
        ("[[baku|the city]] of [[EAEU]]", [("the city", False, "baku"), *plain(" of "), ("EAEU", False, "eaeu")]),
        ("x [[!Baku]] y", plain("x ", "Baku", " y")),
    ],
)
def test_pieces(text: str, expected: list[tuple[str, bool, str]]) -> None:
    assert pieces(text) == expected


def test_an_entry_does_not_lead_to_itself() -> None:
    assert pieces("Baku and [[baku|the city]]", "baku") == plain("Baku and ", "the city")
    assert pieces("[[baku]]", "baku") == plain("Baku")


def test_names_in_order_and_nothing_between() -> None:
    assert pieces("EAEU Baku") == [("EAEU", False, "eaeu"), (" ", False, ""), ("Baku", False, "baku")]


@pytest.mark.parametrize(
    ("target", "words", "message", "hint"),
    [
        ("bakuu", "bakuu", "no entry 'bakuu'", "did you mean 'baku'?"),
        (
            "Atlantis",
            "Atlantis",
            "no entry 'Atlantis'",
            "add it to the glossary, or write the words without brackets",
        ),
        ("Aliyev", "Aliyev", "'Aliyev' is the name of several entries", "write the id of the one that you mean"),
    ],
)
def test_a_mark_that_names_no_entry(target: str, words: str, message: str, hint: str) -> None:
    found, problems = read_inline(f"[[{target}]]", "own", names(), HERE)
    assert found == (Inline(words),)
    assert problems == (Problem(Code.UNKNOWN_ENTRY, HERE, message, hint),)


@pytest.mark.parametrize(
    ("target", "entry_id", "label"),
    [
        ("eaeu", "eaeu", "Eurasian Economic Union"),
        ("EAEU", "eaeu", "EAEU"),
        ("Aliyev", None, "Aliyev"),
        ("nobody", None, "nobody"),
    ],
)
def test_what_a_mark_may_name(target: str, entry_id: str | None, label: str) -> None:
    assert names().resolve(target) == entry_id
    assert names().label(target) == label
