"""Values written as bytes, and read back in another process.

Pickle does it, but can run any code when it reads. So only the types in a brief are read back: our own data classes and
enumerations, and plain values.
"""

import pickle
from collections.abc import Callable
from copyreg import dispatch_table
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from io import BytesIO
from operator import attrgetter, methodcaller
from typing import Any

CANNOT_BE_WRITTEN = (AttributeError, TypeError, ValueError, pickle.PicklingError, RecursionError)
"""The exceptions for values that cannot be written, such as nested functions."""
_CANNOT_BE_READ = (
    *(ArithmeticError, AttributeError, EOFError, ImportError, LookupError, MemoryError, RecursionError),
    *(TypeError, UnicodeError, ValueError, pickle.UnpicklingError),
)
_OURS = __name__.partition(".")[0]
_OF_OTHERS = frozenset(
    (("markupsafe", "Markup"), ("datetime", "date"), ("datetime", "datetime"), ("datetime", "timedelta"))
)
"""Classes of other packages that values may contain."""

_PROTOCOL = 5
_Reduced = Callable[[Any], Any]


class UnreadableError(Exception):
    """The bytes are damaged, or contain something other than values of a brief."""


class _Reducers(dict[type, _Reduced]):
    """How data classes are written: by class and fields. Python's default looks these up each time."""

    def __missing__(self, kind: type) -> _Reduced:
        if issubclass(kind, type):
            # Classes are written by name.
            raise KeyError(kind)
        if not is_dataclass(kind):
            # Python's next step; by default it would first look here each time.
            self[kind] = dispatch_table.get(kind) or methodcaller("__reduce_ex__", _PROTOCOL)
            return self[kind]
        # The others are made from these.
        names = [field.name for field in fields(kind) if field.init]
        if len(names) < 2:
            self[kind] = lambda value: (kind, tuple(getattr(value, name) for name in names))
        else:
            get = attrgetter(*names)
            self[kind] = lambda value: (kind, get(value))
        return self[kind]


_REDUCERS = _Reducers()


class StandIns:
    """Fingerprints that replace large values in comparisons, so that these are not written each time."""

    def __init__(self) -> None:
        self._stand_ins: dict[int, tuple[object, bytes]] = {}
        """By the identity of a value, which is kept alive so that no other object gets its identity."""
        self._kinds: set[type] = set()
        self.reducers = _Reducers()

    def put(self, value: object, content: bytes) -> None:
        """Use bytes in place of a data class with several fields: a fingerprint of its content."""
        kind = type(value)
        if kind not in self._kinds:
            self._kinds.add(kind)
            self.reducers[kind] = partial(self._reduced, _REDUCERS[kind])
        self._stand_ins[id(value)] = value, content

    def clear(self) -> None:
        """Forget the values."""
        self._stand_ins.clear()

    def _reduced(self, whole: _Reduced, value: object) -> object:
        found = self._stand_ins.get(id(value))
        return whole(value) if found is None else (type(value), (found[1],))


def content_of(value: object, stand_ins: StandIns | None = None) -> memoryview:
    """Return bytes that identify a value, the same for equal values in any process.

    Sets are an exception, because their order differs in each process. Raises one of `CANNOT_BE_WRITTEN`.
    """
    return _dumped(value, stand_ins.reducers if stand_ins else _REDUCERS, shares=False).getbuffer()


def written(value: object) -> bytes:
    """Return a value as bytes for `read_back`. Raises one of `CANNOT_BE_WRITTEN`."""
    return _dumped(value, _REDUCERS, shares=True).getvalue()


def _dumped(value: object, reducers: _Reducers, *, shares: bool) -> BytesIO:
    """Write a value; `shares` tells whether an object that occurs twice is written once."""
    out = BytesIO()
    pickler = pickle.Pickler(out, protocol=_PROTOCOL)
    pickler.dispatch_table = reducers
    pickler.fast = not shares
    pickler.dump(value)
    return out


def read_back(content: bytes) -> Any:
    """Return the value that was written as these bytes. Raises UnreadableError."""
    try:
        return _Reader(BytesIO(content)).load()
    except _CANNOT_BE_READ as error:
        raise UnreadableError(str(error)) from error


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """Return a class that values may contain."""
        known = (module, name) in _OF_OTHERS
        if not known and module.partition(".")[0] != _OURS:
            raise pickle.UnpicklingError(f"{module}.{name} is not ours")
        found = super().find_class(module, name)
        if not known and not (isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum))):
            raise pickle.UnpicklingError(f"{module}.{name} is not a class of values")
        return found
