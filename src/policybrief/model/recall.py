"""What was made before from the same values, kept from one build to the next.

Only for work whose outcome depends on nothing but the values it is given, and is never changed afterwards.
"""

from collections.abc import Callable, Iterator
from contextvars import ContextVar
from hashlib import blake2b
from typing import Any, ParamSpec, Protocol, TypeVar, TypeVarTuple

from .written_values import CANNOT_BE_WRITTEN, StandIns, UnreadableError, content_of, read_back, written

Given = ParamSpec("Given")
Result = TypeVar("Result")
First = TypeVar("First")
Others = TypeVarTuple("Others")


class OutcomeStore(Protocol):
    """Outcomes that were written down by another process."""

    def get(self, key: bytes) -> bytes | None:
        """Return what was written under a key, whole; None when nothing was."""


class Recall:
    """What was made in the build before and in this one, by the work and the content of the values it was given."""

    def __init__(self, kept: OutcomeStore | None = None) -> None:
        """`kept` is what processes before this one have written down."""
        self._kept = kept
        self._before: dict[bytes, Any] = {}
        self._now: dict[bytes, Any] = {}
        self._passing: set[bytes] = set()
        """Keys that mean nothing to another process."""
        self._stand_ins = StandIns()

    def begin(self) -> None:
        """Begin a build: what the build before did not ask for is forgotten."""
        self._before, self._now = self._now, {}
        self._stand_ins.clear()

    def stand_in(self, value: object, content: bytes) -> None:
        """Let the fingerprint of a value stand for it until the next build begins."""
        self._stand_ins.put(value, content)

    def fingerprint(self, *content: object) -> bytes | None:
        """Return what stands for this content in this build and in others; None when it cannot be written down."""
        return _fingerprint(content, self._stand_ins)

    def keep_all(self) -> None:
        """Forget nothing of what was known before this build, which did not come to its end."""
        self._now = {**self._before, **self._now}

    def of(self, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
        """Return what the work makes of these values."""
        return self.of_content(lambda: work(*given, **named), work, given, sorted(named.items()))

    def of_content(self, make: Callable[[], Result], *content: object) -> Result:
        """Return what `make` returns, which depends on nothing but this content."""
        key = _fingerprint(content, self._stand_ins)
        if key is None:
            return make()
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else self._read_or_made(key, make)
        result: Result = self._now[key]
        return result

    def _read_or_made(self, key: bytes, make: Callable[[], Result]) -> Result:
        content = self._kept.get(key) if self._kept else None
        if content is not None:
            try:
                read: Result = read_back(content)
            except UnreadableError:
                return make()
            return read
        return make()

    def of_same(
        self, same: tuple[First, ...], work: Callable[[tuple[First, ...], *Others], Result], others: tuple[*Others]
    ) -> Result:
        """Return what the work makes of values that are the very same and not only equal ones, and of others."""
        key = fingerprint(work, tuple(map(id, same)), others)
        if key is None:
            return work(same, *others)
        if key not in self._now:
            # The values are kept too: as long as they live no others have their identities.
            self._now[key] = self._before[key] if key in self._before else (same, work(same, *others))
            self._passing.add(key)
        result: Result = self._now[key][1]
        return result

    def asked_for(self) -> Iterator[bytes]:
        """Yield the keys of what this build asked for, as far as they mean something to another process."""
        return (key for key in self._now if key not in self._passing)

    def written(self, key: bytes) -> bytes | None:
        """Return what this build made under a key, for another process; None when it cannot be written down."""
        try:
            return written(self._now[key])
        except CANNOT_BE_WRITTEN:
            return None


def fingerprint(*parts: object) -> bytes | None:
    """Return what stands for this content and for no other; None when it cannot be written down."""
    return _fingerprint(parts)


def _fingerprint(parts: tuple[object, ...], stand_ins: StandIns | None = None) -> bytes | None:
    try:
        return blake2b(content_of(parts, stand_ins), digest_size=32).digest()
    except CANNOT_BE_WRITTEN:
        return None


_AT_WORK: ContextVar[Recall | None] = ContextVar("recall", default=None)


def recall_by(recall: Recall | None) -> None:
    """Let `recalled` look into this from now on; None lets it make everything again."""
    _AT_WORK.set(recall)


def recalled(work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """Return what the work makes of these values, from memory if there is one and it was made before."""
    recall = _AT_WORK.get()
    return work(*given, **named) if recall is None else recall.of(work, *given, **named)


def recalled_content(make: Callable[[], Result], *content: object) -> Result:
    """Return what `make` returns, which depends on nothing but this content; from memory if that is possible."""
    recall = _AT_WORK.get()
    return make() if recall is None else recall.of_content(make, *content)


def content_fingerprint(*content: object) -> bytes | None:
    """Return what stands for large content where memory is asked; None without memory, and for what has none."""
    recall = _AT_WORK.get()
    return None if recall is None else recall.fingerprint(*content)


def stands_for(content: bytes | None, value: object) -> None:
    """Let the fingerprint of a large value, if it has one, stand for it where memory is asked."""
    recall = _AT_WORK.get()
    if recall is not None and content is not None:
        recall.stand_in(value, content)


def recalled_of(
    same: tuple[First, ...], work: Callable[[tuple[First, ...], *Others], Result], *others: *Others
) -> Result:
    """Return what the work makes of values and of others; the first are not looked at, and have to be the very same."""
    recall = _AT_WORK.get()
    return work(same, *others) if recall is None else recall.of_same(same, work, others)
