"""Every construct of other Markdowns' manuals and test suites is rendered or reported at its line; `make markup`."""

from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from os import environ
from pathlib import Path

import pytest

from markup_judging import Judgement, Verdict, judge, summed
from markup_suites import SUITES, Sample, brought, samples_of

FOLDER = Path(environ.get("MARKUP_SUITES", Path(__file__).parent.parent / "build" / "markup-suites"))
"""Where the suites are, or will be cloned to."""
ALLOWED = {"CommonMark": 0.0, "GFM": 0.0, "Python-Markdown": 0.0}
"""What share of a suite's inputs may lose words or show markup without a word; 1 % where nothing is said."""


def judged(sample: Sample) -> Judgement:
    return judge(sample.text, sample.expected)


@pytest.mark.soak
def test_every_construct_is_rendered_or_reported() -> None:
    samples = {suite.name: samples_of(suite, brought(suite, FOLDER)) for suite in SUITES}
    with ProcessPoolExecutor(2) as processes:
        verdicts = iter(list(processes.map(judged, chain.from_iterable(samples.values()), chunksize=8)))
    found = {name: [next(verdicts) for _ in inputs] for name, inputs in samples.items()}
    print(f"\n{summed(found)}\n")
    silent = {
        name: [f"{sample.origin}: {', '.join(each.silent)}" for sample, each in zip(inputs, found[name], strict=True)
               if each.verdict is Verdict.SILENT]
        for name, inputs in samples.items()
    }  # fmt: skip
    for lines in silent.values():
        print("\n".join(lines))
    assert not [name for name, lines in silent.items() if len(lines) > ALLOWED.get(name, 0.01) * len(samples[name])]
