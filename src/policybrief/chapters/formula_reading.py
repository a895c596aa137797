"""Formulas of the element tree as those of the document tree, with what is wrong with them."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ..model.blocks import FormulaBlock
from ..model.inlines import Formula
from .dialect.formulas import TexError, mathml_of
from .finding import Finder


@dataclass(frozen=True, slots=True)
class FaultyFormula:
    """A formula that cannot be read."""

    at: int
    source: str
    reason: str


class FormulaReader:
    """Reads the formulas of one chapter in order."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.faulty: list[FaultyFormula] = []

    def in_line(self, element: Element) -> Formula:
        """Return a formula within a line."""
        source = element.get("source", "")
        return Formula(source, (), self._mathml(source, display=bool(element.get("display"))))

    def block(self, element: Element) -> FormulaBlock:
        """Return a formula on lines of its own."""
        source, own = element.get("source", ""), element.get("id", "")
        return FormulaBlock(source, (("id", own),) if own else (), self._mathml(source, display=True))

    def _mathml(self, source: str, *, display: bool) -> str:
        try:
            return mathml_of(source, display=display)
        except TexError as error:
            self.faulty.append(FaultyFormula(self.finder.find_words(source), source, str(error)))
            return f"<code>{_escaped(source)}</code>"


def _escaped(source: str) -> str:
    return source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
