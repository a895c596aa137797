"""What lies above what, compared with the plain definition, on any relations."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from policybrief.outputs.ancestry import ancestry_of

NAMES = "abcdefgh"
ANY = st.fixed_dictionaries({name: st.lists(st.sampled_from(NAMES), max_size=4).map(tuple) for name in NAMES})


def above(name: str, parents: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return all that is reached upwards, looked for anew from each."""
    found: set[str] = set()
    waiting = [*parents[name]]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += parents[one]
    return found


def pairs(parents: Mapping[str, tuple[str, ...]]) -> set[tuple[str, str]]:
    ancestry = ancestry_of(parents)
    return {(upper, lower) for upper in parents for lower in parents if ancestry.is_above(upper, lower)}


@given(ANY, st.permutations(NAMES))
def test_without_circles_it_is_what_can_be_reached(
    drawn: Mapping[str, tuple[str, ...]], order: tuple[str, ...]
) -> None:
    """Whatever the order in which they are named."""
    parents = {name: tuple(one for one in drawn[name] if one < name) for name in order}
    assert pairs(parents) == {(upper, lower) for lower in parents for upper in above(lower, parents)}


@given(ANY)
def test_a_circle_is_opened_at_one_step(parents: Mapping[str, tuple[str, ...]]) -> None:
    found = pairs(parents)
    assert not any((lower, upper) in found for upper, lower in found)
    direct = {(upper, lower) for lower, uppers in parents.items() for upper in uppers}
    for upper, lower in direct - found:
        assert upper == lower or (lower, upper) in found
    assert found <= {(upper, lower) for lower in parents for upper in above(lower, parents)}


def test_a_long_chain_needs_no_deep_stack() -> None:
    names = [f"e{number}" for number in range(5_000)]
    upwards = {name: (names[at - 1],) if at else () for at, name in enumerate(names)}
    downwards = dict(reversed(upwards.items()))
    for parents in (upwards, downwards):
        ancestry = ancestry_of(parents)
        assert ancestry.is_above(names[0], names[-1])
        assert not ancestry.is_above(names[-1], names[0])
