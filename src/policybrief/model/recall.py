"""What was made before from the same values, kept from one build of a preview to the next.

Only for work whose outcome depends on nothing but the values it is given, and is never changed afterwards.
"""

import pickle
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from io import BytesIO
from operator import attrgetter
from typing import Any, ParamSpec, TypeVar, TypeVarTuple

Given = ParamSpec("Given")
Result = TypeVar("Result")
First = TypeVar("First")
Others = TypeVarTuple("Others")

_UNKEPT = (AttributeError, TypeError, pickle.PicklingError, RecursionError)
"""How it is said that a value cannot be written down, such as a function inside another."""

_Reduced = Callable[[object], tuple[type, tuple[object, ...]]]


class _Reducers(dict[type, _Reduced]):
    """How data classes are written down: by their class and their fields. Python's own way asks for these each time."""

    def __missing__(self, kind: type) -> _Reduced:
        if not is_dataclass(kind):
            raise KeyError(kind)
        names = [field.name for field in fields(kind)]
        if len(names) < 2:
            self[kind] = lambda value: (kind, tuple(getattr(value, name) for name in names))
        else:
            get = attrgetter(*names)
            self[kind] = lambda value: (kind, get(value))
        return self[kind]


class Recall:
    """What was made in the build before and in this one, by the work and the content of the values it was given."""

    def __init__(self) -> None:
        self._before: dict[bytes, Any] = {}
        self._now: dict[bytes, Any] = {}
        self._reducers = _Reducers()

    def begin(self) -> None:
        """Begin a build: what the build before did not ask for is forgotten."""
        self._before, self._now = self._now, {}

    def keep_all(self) -> None:
        """Forget nothing of what was known before this build, which did not come to its end."""
        self._now = {**self._before, **self._now}

    def of(self, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
        """Return what the work makes of these values."""
        key = self._key(work, given, sorted(named.items()))
        if key is None:
            return work(*given, **named)
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else work(*given, **named)
        result: Result = self._now[key]
        return result

    def of_same(
        self, same: tuple[First, ...], work: Callable[[tuple[First, ...], *Others], Result], others: tuple[*Others]
    ) -> Result:
        """Return what the work makes of values that are the very same and not only equal ones, and of others."""
        key = self._key(work, tuple(map(id, same)), others)
        if key is None:
            return work(same, *others)
        if key not in self._now:
            # The values are kept too: as long as they live no others have their identities.
            self._now[key] = self._before[key] if key in self._before else (same, work(same, *others))
        result: Result = self._now[key][1]
        return result

    def _key(self, *parts: object) -> bytes | None:
        written = BytesIO()
        pickler = pickle.Pickler(written, protocol=5)
        pickler.dispatch_table = self._reducers
        try:
            pickler.dump(parts)
        except _UNKEPT:
            return None
        return blake2b(written.getbuffer(), digest_size=32).digest()


_AT_WORK: ContextVar[Recall | None] = ContextVar("recall", default=None)


def recall_by(recall: Recall | None) -> None:
    """Let `recalled` look into this from now on; None lets it make everything again."""
    _AT_WORK.set(recall)


def recalled(work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """Return what the work makes of these values, from memory if there is one and it was made before."""
    recall = _AT_WORK.get()
    return work(*given, **named) if recall is None else recall.of(work, *given, **named)


def recalled_of(
    same: tuple[First, ...], work: Callable[[tuple[First, ...], *Others], Result], *others: *Others
) -> Result:
    """Return what the work makes of values and of others; the first are not looked at, and have to be the very same."""
    recall = _AT_WORK.get()
    return work(same, *others) if recall is None else recall.of_same(same, work, others)
