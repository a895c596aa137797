"""The ids of paragraphs: no slip of hand or ear makes another valid id, and new ones are the same everywhere."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybrief.alignment.paragraph_ids import ALPHABET, IdFault, check, check_character, near, new_id, tidied

ALL = frozenset(f"p-{a}{b}{c}{check_character(a + b + c)}" for a, b, c in product(ALPHABET, repeat=3))


def slips(text: str) -> set[str]:
    """Return what comes of one wrong character, or of two neighbours that changed places."""
    wrong = {text[:at] + other + text[at + 1 :] for at in range(len(text)) for other in ALPHABET}
    swapped = {text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(len(text) - 1)}
    return (wrong | swapped) - {text}


def test_alphabet_has_no_look_alikes() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 29
    assert not set(ALPHABET) & set("01iloz" + "u")


def test_no_slip_of_any_id_is_another() -> None:
    assert len(ALL) == 29**3
    for one in ALL:
        assert not any(f"p-{slip}" in ALL for slip in slips(one[2:]))


def test_no_slip_of_a_long_id_is_another() -> None:
    for head in ("k3f7", "2222", "yxwv", "a2b3"):
        assert all(check(f"p-{slip}") is IdFault.CHECK for slip in slips(head + check_character(head)))


@pytest.mark.parametrize("characters", ["k3f", "222", "yyy", "k3f7"])
def test_well_formed(characters: str) -> None:
    assert check(f"p-{characters}{check_character(characters)}") is None


@pytest.mark.parametrize(
    ("paragraph_id", "fault"),
    [
        ("", IdFault.SHAPE),
        ("k3f9", IdFault.SHAPE),
        ("p-k3f", IdFault.SHAPE),
        ("p-k3f999", IdFault.SHAPE),
        ("p-k3 9", IdFault.SHAPE),
        ("p-k3fə", IdFault.SHAPE),
        ("p-k3f\n", IdFault.SHAPE),
        ("p-k0f9", IdFault.CHARACTER),
        ("p-K3F9", IdFault.CHARACTER),
        ("p-k3lf", IdFault.CHARACTER),
    ],
)
def test_faults(paragraph_id: str, fault: IdFault) -> None:
    assert check(paragraph_id) is fault


def test_the_id_of_the_guide_is_one() -> None:
    assert check("p-k3f9") is None


def test_wrong_check_character() -> None:
    right = check_character("k3f")
    assert {check(f"p-k3f{character}") for character in ALPHABET if character != right} == {IdFault.CHECK}


def test_new_id_follows_from_the_text_alone() -> None:
    assert new_id("Baku balanced.", ()) == "p-5r5r"
    assert new_id("Baku balanced.", frozenset()) == new_id("Baku balanced.", ["p-2222"])


@given(st.text(), st.integers(0, 40))
def test_new_id_is_free_and_well_formed(text: str, others: int) -> None:
    taken: list[str] = []
    for _ in range(others):
        taken.append(new_id(text, taken))
    assert len(set(taken)) == others
    assert all(check(one) is None for one in taken)
    assert not any(one[2:].isalpha() for one in taken)


def test_long_ids_follow_when_the_short_run_out() -> None:
    given = new_id("One more.", ALL)
    assert check(given) is None
    assert len(given) == 7


@pytest.mark.parametrize(("taken", "length"), [(14_633, 6), (14_634, 7)])
def test_long_ids_are_given_when_three_in_five_short_ones_are_taken(taken: int, length: int) -> None:
    assert len(new_id("One more.", frozenset(sorted(ALL)[:taken]))) == length


def test_the_ids_of_copies_are_the_same_in_every_version() -> None:
    """The text alone leads to fifty ids, 40 of them with a digit; after these the number of ids counts too."""
    taken: list[str] = []
    for _ in range(42):
        taken.append(new_id("It held.", taken))
    assert (taken[0], taken[38:]) == ("p-2wc7", ["p-pr3m", "p-7y2d", "p-kb23", "p-58hm"])


def test_near_names_what_may_have_been_meant() -> None:
    known = [new_id(f"paragraph {number}", ()) for number in range(100)]
    meant = known[7]
    characters = meant[2:]
    for typed in (meant[:-1], meant + "2", f"p-0{characters[1:]}", f"p-{characters[1]}{characters[0]}{characters[2:]}"):
        assert typed == meant or meant in near(typed, known)
    assert near(meant, [meant]) == ()
    assert near("p-k3f9", []) == ()


@pytest.mark.parametrize("typed", ["p-k3f9", " P-K3F9 ", "#p-k3f9", "k3f9", "p–k3f9", "p‑k3f9", "K3 F9"])
def test_tidied(typed: str) -> None:
    assert tidied(typed) == "p-k3f9"
