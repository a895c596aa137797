"""Results computed before from the same values, kept from one build to the next.

Only for work whose result depends on nothing but its arguments and is never changed afterwards.
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
    """Results that another process has written."""

    def get(self, key: bytes) -> bytes | None:
        """Return the complete content written under a key, or None."""


class Recall:
    """The results of the previous build and this one, by the function and the content of its arguments."""

    def __init__(self, kept: OutcomeStore | None = None) -> None:
        """`kept` has the results of earlier processes."""
        self._kept = kept
        self._before: dict[bytes, Any] = {}
        self._now: dict[bytes, Any] = {}
        self._passing: set[bytes] = set()
        """Keys that mean nothing to another process."""
        self._stand_ins = StandIns()

    def begin(self) -> None:
        """Begin a build: forget what the previous build did not use."""
        self._before, self._now = self._now, {}
        self._stand_ins.clear()

    def stand_in(self, value: object, content: bytes) -> None:
        """Use the fingerprint of a value in its place until the next build begins."""
        self._stand_ins.put(value, content)

    def fingerprint(self, *content: object) -> bytes | None:
        """Return a fingerprint of this content that is valid in other builds, or None if it cannot be written."""
        return _fingerprint(content, self._stand_ins)

    def keep_all(self) -> None:
        """Keep everything from before this build, because it did not finish."""
        self._now = {**self._before, **self._now}

    def of(self, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
        """Return the result of the function for these values."""
        return self.of_content(lambda: work(*given, **named), work, given, sorted(named.items()))

    def of_content(self, make: Callable[[], Result], *content: object) -> Result:
        """Return the result of `make`, which depends only on this content."""
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
        """Return the result of the function for arguments compared by identity, and for others."""
        key = fingerprint(work, tuple(map(id, same)), others)
        if key is None:
            return work(same, *others)
        if key not in self._now:
            # Keep the values too: as long as they live, no other objects have their identities.
            self._now[key] = self._before[key] if key in self._before else (same, work(same, *others))
            self._passing.add(key)
        result: Result = self._now[key][1]
        return result

    def asked_for(self) -> Iterator[bytes]:
        """Yield the keys that this build used, if they mean something to another process."""
        return (key for key in self._now if key not in self._passing)

    def written(self, key: bytes) -> bytes | None:
        """Return the result of this build under a key, for another process, or None if it cannot be written."""
        try:
            return written(self._now[key])
        except CANNOT_BE_WRITTEN:
            return None


def fingerprint(*parts: object) -> bytes | None:
    """Return a fingerprint of this content, or None if it cannot be written."""
    return _fingerprint(parts)


def _fingerprint(parts: tuple[object, ...], stand_ins: StandIns | None = None) -> bytes | None:
    try:
        return blake2b(content_of(parts, stand_ins), digest_size=32).digest()
    except CANNOT_BE_WRITTEN:
        return None


_AT_WORK: ContextVar[Recall | None] = ContextVar("recall", default=None)


def recall_by(recall: Recall | None) -> None:
    """Make `recalled` use this memory from now on; None makes it compute everything again."""
    _AT_WORK.set(recall)


def recalled(work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """Return the result of the function for these values, from memory if possible."""
    recall = _AT_WORK.get()
    return work(*given, **named) if recall is None else recall.of(work, *given, **named)


def recalled_content(make: Callable[[], Result], *content: object) -> Result:
    """Return the result of `make`, which depends only on this content, from memory if possible."""
    recall = _AT_WORK.get()
    return make() if recall is None else recall.of_content(make, *content)


def content_fingerprint(*content: object) -> bytes | None:
    """Return a fingerprint of large content for use with memory, or None without memory or fingerprint."""
    recall = _AT_WORK.get()
    return None if recall is None else recall.fingerprint(*content)


def stands_for(content: bytes | None, value: object) -> None:
    """Use the fingerprint of a large value, if it has one, in its place when memory is consulted."""
    recall = _AT_WORK.get()
    if recall is not None and content is not None:
        recall.stand_in(value, content)


def recalled_of(
    same: tuple[First, ...], work: Callable[[tuple[First, ...], *Others], Result], *others: *Others
) -> Result:
    """Return the result of the function for these values; the first are compared only by identity."""
    recall = _AT_WORK.get()
    return work(same, *others) if recall is None else recall.of_same(same, work, others)
