"""Coverage-guided fuzzing with atheris (https://github.com/google/atheris): `make fuzz`.

The first byte of an input says what is fuzzed, the rest is the text of a file. What ends in an exception or takes more
than a minute is written to `build/fuzz/` and becomes a case in `tests/cases/` before it is mended.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["policybrief", "markdown"]):
    from anything import convert_all, hold_build, hold_problems, read_all
    from policybrief.reading.text import decoded

TOKENS = Path(__file__).with_name("tokens.dict")


def one_input(data: bytes) -> None:
    text, problems = decoded(data[1:], "x.md")
    hold_problems(problems)
    if not text:
        return
    if data[0] % 4 == 0:
        hold_problems(read_all(text))
    else:
        hold_build(convert_all(text))


def main() -> None:
    """Fuzz, with the options of libFuzzer given on the command line."""
    found = Path("build/fuzz")
    found.mkdir(parents=True, exist_ok=True)
    options = [f"-dict={TOKENS}", "-timeout=60", "-rss_limit_mb=500", "-max_len=4000", f"-artifact_prefix={found}/"]
    atheris.Setup([sys.argv[0], *options, *sys.argv[1:]], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
