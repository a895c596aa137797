"""Options of a fence of code that have no value, as in `{.yaml linenums}`: Python-Markdown fails at them."""

from collections.abc import Iterable
from typing import Any

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor

_FENCES, _FENCES_PRIORITY = "fenced_code_block", 25
"""Where Python-Markdown registers what reads fences of code."""


def register_fence_options(md: Markdown) -> None:
    """Have every option of a fence without a value be an empty one."""
    if _FENCES in md.preprocessors and type(fences := md.preprocessors[_FENCES]) is FencedBlockPreprocessor:
        options = fences.config  # type: ignore[attr-defined]
        md.preprocessors.register(_Fences(md, options), _FENCES, _FENCES_PRIORITY)


class _Fences(FencedBlockPreprocessor):
    """Reads fences of code; where nothing colours the code, an option that is on is an attribute without a value."""

    def handle_attrs(self, attrs: Iterable[tuple[str, str | None]]) -> tuple[str, list[str], dict[str, Any]]:
        """Return id, classes and options of a fence."""
        element_id, classes, options = super().handle_attrs(attrs)  # type: ignore[arg-type]
        colours = self.codehilite_conf and self.codehilite_conf["use_pygments"] and options.get("use_pygments", True)
        if not colours:
            options = {name: _as_text(value) for name, value in options.items() if value is not False}
        return element_id, classes, options


def _as_text(value: object) -> str:
    return "" if value is None or value is True else str(value)
