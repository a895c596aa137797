"""What was measured, and how it is told: a table for people, JSON for machines."""

import json
import platform
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.measure import Cost, Meter

_HEAD = (
    "chapters",
    "terms",
    "words",
    "names",
    "side",
    "cost",
    "ratio",
    "target",
    "peak MB",
    "pages",
    "HTML MB",
)


@dataclass(frozen=True, slots=True)
class Case:
    """A size of brief, and the most that we may cost there, as a multiple of the bare host."""

    chapters: int
    terms: int
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side's costs in a case, and the site it made."""

    runs: tuple[Cost, ...]
    pages: int
    html_mb: float

    @property
    def best(self) -> float:
        """The least amount: what else the machine did only ever adds."""
        return min(cost.amount for cost in self.runs)

    @property
    def peak_mb(self) -> float:
        """The most memory of any run."""
        return max(cost.peak_mb for cost in self.runs)


@dataclass(frozen=True, slots=True)
class Result:
    """Both sides of a case."""

    case: Case
    words: int
    mentions: int
    bare: Side
    ours: Side

    @property
    def ratio(self) -> float:
        """What we cost, as a multiple of the bare host."""
        return self.ours.best / self.bare.best

    @property
    def own(self) -> float:
        """What we add to the bare host."""
        return self.ours.best - self.bare.best


def table(results: list[Result], meter: Meter) -> str:
    """Return the results as text, two lines a case."""
    rows = [_HEAD, *(row for result in results for row in _rows(result))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join([f"Cost in {meter.unit}, the least of the runs.", *lines, *_growth(results)])


def write_json(results: list[Result], meter: Meter, path: Path) -> None:
    """Write everything that was measured."""
    content = {
        "machine": {"system": platform.platform(), "python": platform.python_version(), "unit": meter.unit},
        "results": [asdict(result) | {"ratio": result.ratio, "own": result.own} for result in results],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def _rows(result: Result) -> list[tuple[str, ...]]:
    case = result.case
    size = tuple(f"{number:,}" for number in (case.chapters, case.terms, result.words, result.mentions))
    target = f"{case.target:.2f}" if case.target else "-"
    return [
        (*size, "bare", *_side(result.bare, "1.00", "")),
        (*("" for _ in size), "ours", *_side(result.ours, f"{result.ratio:.2f}", target)),
    ]


def _side(side: Side, ratio: str, target: str) -> tuple[str, ...]:
    peak = f"{side.peak_mb:.0f}" if side.peak_mb else "-"
    return f"{side.best:.2f}", ratio, target, peak, f"{side.pages:,}", f"{side.html_mb:.1f}"


def _growth(results: list[Result]) -> list[str]:
    """Compare our own share at the most and the fewest terms; ours alone, for more terms are more bare pages too."""
    by_chapters: dict[int, list[Result]] = {}
    for result in results:
        by_chapters.setdefault(result.case.chapters, []).append(result)
    lines = []
    for chapters, group in by_chapters.items():
        few, many = (pick(group, key=lambda result: result.case.terms) for pick in (min, max))
        if few is not many:
            lines.append(
                f"{chapters:,} chapters: ours less bare is {few.own:.2f} at {few.case.terms:,} terms, "
                f"{many.own:.2f} at {many.case.terms:,}: {many.own / few.own:.2f} times as much."
            )
    return lines
