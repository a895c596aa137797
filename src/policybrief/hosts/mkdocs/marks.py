"""Values that leave a mark where a template prints them, and notice any other use."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, NoReturn, SupportsIndex

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

_TOKEN = "pbslot"
_MARK = re.compile(rf"\x02{_TOKEN}(\d+)(e?)\x03")
"""Neither character can be in a file of a brief."""
_HARMLESS = frozenset(("d", "default", "e", "escape", "string"))
"""Filters that print a value or escape it, or choose another depending on whether there is one."""
_OF_ADDRESSES = frozenset(("url", "script_tag"))
"""The host's filters that use the path of the page."""

Answers = dict[tuple[int, Literal["true", "holds", "equals"], str], bool]
"""A template's question about a value: the number of the value, the question and its argument."""


class InspectedError(Exception):
    """A template did more with a value than print it, so its result for another value is unknown."""


class ValueMark(str):
    """Stands for a value of a page. Raises InspectedError at any question that it cannot answer for other values."""

    __slots__ = ("_answers", "_number", "_value")

    def __new__(cls, number: int, value: str, answers: Answers) -> "ValueMark":
        """Return the mark of the value with this number; questions about it are recorded in `answers`."""
        mark = super().__new__(cls, f"\x02{_TOKEN}{number}\x03")
        object.__setattr__(mark, "_number", number)
        object.__setattr__(mark, "_value", value)
        object.__setattr__(mark, "_answers", answers)
        return mark

    def __getattribute__(self, name: str) -> Any:
        if name in ("__class__", "__html__", "__str__"):
            return super().__getattribute__(name)
        raise InspectedError(name)

    def __str__(self) -> str:
        return self

    def __html__(self) -> str:
        return f"\x02{_TOKEN}{_own(self, '_number')}e\x03"

    def __bool__(self) -> bool:
        return _ask(self, "true", "")

    def __contains__(self, part: object) -> bool:
        return _ask(self, "holds", part)

    def __eq__(self, other: object) -> bool:
        return _ask(self, "equals", other)

    def __ne__(self, other: object) -> bool:
        return not _ask(self, "equals", other)

    def __hash__(self) -> NoReturn:
        raise InspectedError("hash")

    def __len__(self) -> NoReturn:
        raise InspectedError("len")

    def __iter__(self) -> NoReturn:
        raise InspectedError("iter")

    def __getitem__(self, key: SupportsIndex | slice) -> NoReturn:
        raise InspectedError("[]")

    def __lt__(self, other: str) -> NoReturn:
        raise InspectedError("<")

    def __le__(self, other: str) -> NoReturn:
        raise InspectedError("<=")

    def __gt__(self, other: str) -> NoReturn:
        raise InspectedError(">")

    def __ge__(self, other: str) -> NoReturn:
        raise InspectedError(">=")

    def __mod__(self, other: object) -> NoReturn:
        raise InspectedError("%")

    def __mul__(self, other: SupportsIndex) -> NoReturn:
        raise InspectedError("*")


def _own(mark: ValueMark, name: str) -> Any:
    return object.__getattribute__(mark, name)


def _ask(mark: ValueMark, question: Literal["true", "holds", "equals"], about: object) -> bool:
    if type(about) not in (str, Markup):
        raise InspectedError(question)
    said = answer(_own(mark, "_value"), question, str(about))
    _own(mark, "_answers")[_own(mark, "_number"), question, str(about)] = said
    return said


def answer(value: str, question: Literal["true", "holds", "equals"], about: str) -> bool:
    """Return the answer to a template's question about a value."""
    if question == "true":
        return bool(value)
    return about in value if question == "holds" else value == about


def cut(page: str) -> tuple[tuple[str, ...], tuple[tuple[int, bool], ...]]:
    """Return the parts of a page around its marks, and for each mark the number of its value and whether it is escaped.

    Raises InspectedError if a changed mark has left remains.
    """
    parts = _MARK.split(page)
    pieces = tuple(parts[::3])
    if any(_TOKEN in piece for piece in pieces):
        raise InspectedError("changed")
    marks = zip(parts[1::3], parts[2::3], strict=True)
    return pieces, tuple((int(number), bool(escaped)) for number, escaped in marks)


@dataclass(slots=True)
class Watched:
    """The questions that filters asked while a page was rendered with marks."""

    targets: set[str] = field(default_factory=set)
    """The addresses that were made relative to the page."""
    placing: bool = False
    """Whether one is being made relative now, which needs the address of the page."""


@contextmanager
def watched(env: Environment) -> Iterator[Watched]:
    """Make filters and tests, except harmless ones, raise InspectedError on marks while a page is rendered."""
    seen = Watched()
    filters = env.filters
    tests: dict[str, Any] = env.tests
    env.filters = {name: _watched_filter(name, call, seen) for name, call in filters.items()}
    env.tests = {name: _watched_test(name, call) for name, call in tests.items()}
    try:
        yield seen
    finally:
        env.filters, env.tests = filters, tests


def _watched_filter(name: str, call: Callable[..., Any], seen: Watched) -> Callable[..., Any]:
    if name in _HARMLESS:
        return call
    if name == "safe":
        return _as_it_is
    return _placing(call, seen) if name in _OF_ADDRESSES else _refusing(call)


def _watched_test(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    return call if name == "defined" else _refusing(call)


def _as_it_is(value: str) -> Markup:
    # As a plain string, because Markup would ask a mark for its escaped form.
    return Markup("".join([value])) if isinstance(value, ValueMark) else Markup(value)


def _refusing(call: Callable[..., Any]) -> Callable[..., Any]:
    def refuse(*values: Any, **options: Any) -> Any:
        if any(map(_is_marked, (*values, *options.values()))):
            raise InspectedError(getattr(call, "__name__", "filter"))
        return call(*values, **options)

    # These tell Jinja that a filter also takes the context.
    vars(refuse).update(vars(call) if hasattr(call, "__dict__") else {})
    return refuse


def _placing(call: Callable[..., Any], seen: Watched) -> Callable[..., Any]:
    @pass_context
    def place(context: Context, value: Any) -> Any:
        if _is_marked(value):
            raise InspectedError("url")
        seen.targets.add(str(value))
        seen.placing = True
        try:
            return call(context, value)
        finally:
            seen.placing = False

    return place


def _is_marked(value: object) -> bool:
    if isinstance(value, str):
        return _TOKEN in "".join([value])
    if isinstance(value, list | tuple):
        return any(map(_is_marked, value))
    return isinstance(value, Mapping) and any(map(_is_marked, value.values()))
