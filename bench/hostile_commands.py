"""Hostile files and names for the commands that take one from elsewhere: import, new, verify."""

import os
from collections.abc import Callable
from pathlib import Path

from bench.hostile_cases import ESCAPE, Case, Content

_DIGEST = "0" * 64


def _imported(
    name: str, content: Callable[[], Content], *, ending: str = "bib", exit_codes: tuple[int, ...] = (0, 1)
) -> Case:
    command = ("policybrief", "references", "import", f"x.{ending}", "-o", "references-new.yml")
    return Case(f"import {ending}: {name}", lambda: {f"x.{ending}": content()}, command, exit_codes)


def _verified(name: str, content: Callable[[], Content], *, exit_codes: tuple[int, ...] = (2,)) -> Case:
    command = ("policybrief", "verify", "site")
    return Case(
        f"verify: {name}", lambda: {"site/manifest.sha256": content(), "site/index.html": "x"}, command, exit_codes
    )


def _entry(fields: str, key: str = "a2019") -> str:
    return f"@book{{{key},\n  title = {{A title}},\n  author = {{Berg, Ann}},\n  year = 2019,\n  {fields}\n}}\n"


IMPORTS = (
    _imported("thirty million characters", lambda: _entry("note = {x},") * 300_000, exit_codes=(1,)),
    _imported("a line of seven million", lambda: _entry("note = {" + "x" * 7_000_000 + "},")),
    _imported("thousands of braces", lambda: _entry("note = " + "{" * 50_000 + "},")),
    _imported("closed braces", lambda: _entry("note = " + "{" * 20_000 + "x" + "}" * 20_000 + ",")),
    _imported("thousands of commands", lambda: _entry("note = {" + "\\emph{" * 5_000 + "x" + "}" * 5_000 + "},")),
    _imported(
        "strings in strings",
        lambda: (
            "@string{a0 = {xxxxxxxxxx}}\n"
            + "".join(f"@string{{a{n} = a{n - 1} # a{n - 1} # a{n - 1} # a{n - 1}}}\n" for n in range(1, 40))
            + _entry("note = a39,")
        ),
    ),
    _imported("crossref to itself", lambda: _entry("crossref = {a2019},")),
    _imported(
        "crossrefs in a chain", lambda: "".join(_entry(f"crossref = {{k{n + 1}}},", f"k{n}") for n in range(1_500))
    ),
    _imported("TeX macros that grow", lambda: _entry("note = {\\newcommand{\\a}{\\a\\a}\\a \\def\\b{\\b}\\b},")),
    _imported(
        "file inclusion", lambda: _entry("note = {\\input{/etc/passwd}\\include{../../x}\\verbatiminput{/etc/passwd}},")
    ),
    _imported(
        "2,000 entries",
        lambda: "".join(_entry(f"note = {{Number {n}, \\emph{{and}} more.}},", f"a{n}") for n in range(2_000)),
    ),
    _imported("20,000 entries with one key", lambda: _entry("note = {x},") * 20_000),
    _imported("NUL, bidi and escapes", lambda: _entry(f"note = {{{ESCAPE}\0}},", "a\x1b[31m")),
    _imported("invalid UTF-8", lambda: b"@book{a, title = {\xff\xfe}}", exit_codes=(1,)),
    _imported("no entry at all", lambda: "x" * 1_000_000, exit_codes=(1,)),
    _imported("open quotation", lambda: '@book{a, title = "' + "x {" * 30_000),
    _imported("a date of many digits", lambda: _entry("date = {" + "9" * 5_000 + "-" + "9" * 5_000 + "},")),
    _imported("mathematics", lambda: _entry("note = {$" + "^{x_" * 3_000 + "$},")),
    _imported(
        "thirty million characters", lambda: "TY  - BOOK\nTI  - A\nER  - \n" * 1_200_000, ending="ris", exit_codes=(1,)
    ),
    _imported("a record without an end", lambda: "TY  - BOOK\n" + "a\n" * 1_500_000, ending="ris"),
    _imported(
        "a value over 200,000 lines",
        lambda: "TY  - BOOK\nTI  - A\nAB  - x\n" + "more words\n" * 200_000 + "ER  - \n",
        ending="ris",
    ),
    _imported(
        "200,000 authors", lambda: "TY  - BOOK\nTI  - A\n" + "AU  - Berg, Ann\n" * 200_000 + "ER  - \n", ending="ris"
    ),
    _imported("100,000 records", lambda: "TY  - BOOK\nTI  - A\nER  - \n" * 100_000, ending="ris"),
    _imported(
        "NUL, bidi and escapes",
        lambda: f"TY  - BOOK\nID  - {ESCAPE}\nTI  - {ESCAPE}\0\nPY  - {ESCAPE}\nER  - \n",
        ending="ris",
    ),
    _imported("invalid UTF-8", lambda: b"TY  - BOOK\nTI  - \xff\nER  - \n", ending="ris", exit_codes=(1,)),
    _imported(
        "a year of many digits",
        lambda: f"TY  - BOOK\nTI  - A\nPY  - {'9' * 5_000}/{'9' * 5_000}\nER  - \n",
        ending="ris",
    ),
)


def _output(target: str) -> tuple[str, ...]:
    return ("policybrief", "references", "import", "x.bib", "-o", target)


IMPORT_TARGETS = (
    Case(
        "import: into a folder that is not there", lambda: {"x.bib": _entry("")}, _output("no/such/folder.yml"), (1, 2)
    ),
    Case(
        "import: into a name with an escape sequence",
        lambda: {"x.bib": _entry("")},
        _output(f"{ESCAPE}.yml"),
        (0, 1, 2),
    ),
    Case(
        "import: a pipe",
        dict,
        ("policybrief", "references", "import", "pipe.bib"),
        (1, 2),
        lambda root: os.mkfifo(root / "pipe.bib"),
    ),
    Case(
        "import: a device",
        dict,
        ("policybrief", "references", "import", "zero.bib"),
        (1, 2),
        lambda root: (root / "zero.bib").symlink_to("/dev/zero"),
    ),
    Case(
        "import: a name with an escape sequence",
        lambda: {f"{ESCAPE}.bib": b"\xff"},
        ("policybrief", "references", "import", f"{ESCAPE}.bib"),
        (1, 2),
    ),
    Case(
        "import: an ending with an escape sequence",
        lambda: {f"x.{ESCAPE}": "x"},
        ("policybrief", "references", "import", f"x.{ESCAPE}"),
        (1, 2),
    ),
)

STARTS = (
    Case("new: a folder with an escape sequence", dict, ("policybrief", "new", f"a{ESCAPE}b"), (0, 1, 2)),
    Case(
        "new: a title with escape sequences",
        dict,
        ("policybrief", "new", "fresh", "--title", f'{ESCAPE}<b>: " \\ {{x}} __DATE__'),
        (0, 1, 2),
    ),
    Case("new: where a file is", dict, ("policybrief", "new", "mkdocs.yml"), (1, 2)),
    Case(
        "new: in a folder that is a link to a full one",
        dict,
        ("policybrief", "new", "link"),
        (1, 2),
        lambda root: (root / "link").symlink_to("chapters"),
    ),
    Case(
        "new: at a link that leads nowhere",
        dict,
        ("policybrief", "new", "link"),
        (1, 2),
        lambda root: (root / "link").symlink_to("nowhere/at/all"),
    ),
    Case("new: a name of 5,000 letters", dict, ("policybrief", "new", "x" * 5_000), (1, 2)),
    Case("new: below a file", dict, ("policybrief", "new", "mkdocs.yml/x"), (1, 2)),
)

VERIFIED = (
    _verified("a way out", lambda: f"{_DIGEST}  ../../../etc/passwd\n"),
    _verified("an absolute path", lambda: f"{_DIGEST}  /etc/passwd\n"),
    _verified("escape sequences", lambda: f"{_DIGEST}  {ESCAPE}\n", exit_codes=(1,)),
    _verified("escape sequences that are no line", lambda: f"{ESCAPE}\n"),
    _verified("NUL", lambda: f"{_DIGEST}  a\0b\n"),
    _verified("not UTF-8", lambda: b"\xff\xfe"),
    _verified(
        "a million lines", lambda: "".join(f"{_DIGEST}  {n}.html\n" for n in range(1_000_000)), exit_codes=(1, 2)
    ),
    _verified("a line of fifty million", lambda: f"{_DIGEST}  {'x' * 50_000_000}\n", exit_codes=(1, 2)),
    _verified("fifty million line breaks", lambda: "\n" * 50_000_000, exit_codes=(1, 2)),
    _verified("a path of 100,000 folders", lambda: f"{_DIGEST}  {'a/' * 100_000}x\n", exit_codes=(1, 2)),
    Case(
        "verify: links and pipes",
        lambda: {"site/manifest.sha256": f"{_DIGEST}  zero\n{_DIGEST}  pipe\n{_DIGEST}  out\n"},
        ("policybrief", "verify", "site"),
        (1,),
        lambda root: _traps(root / "site"),
    ),
    Case(
        "verify: the manifest is a pipe",
        lambda: {"site/x": ""},
        ("policybrief", "verify", "site"),
        (2,),
        lambda root: os.mkfifo(root / "site" / "manifest.sha256"),
    ),
)


def _traps(site: Path) -> None:
    (site / "zero").symlink_to("/dev/zero")
    (site / "out").symlink_to("/")
    os.mkfifo(site / "pipe")


COMMANDS = (*IMPORTS, *IMPORT_TARGETS, *STARTS, *VERIFIED)
"""Hostile input for single commands."""
