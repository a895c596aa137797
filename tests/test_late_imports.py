"""What a command need not load, it does not load: nobody waits for a program that is not needed."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from policybrief.cli import main

HEAVY = (
    "babel", "fontTools", "jinja2", "latex2mathml", "markdown", "material", "mkdocs", "pikepdf", "pymorphy3",
    "pypandoc", "pypdf", "rapidfuzz", "trafilatura", "typst", "warcio", "watchdog", "yaml",
)  # fmt: skip
OF_THE_HOST = ("babel", "jinja2", "markdown", "mkdocs", "rapidfuzz", "yaml")
"""What reading a brief and the settings of its host cannot do without."""
_LOADED = "import sys\n{}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
_ASKED = """
import sys
from policybrief.cli import main
try:
    main({!r})
except SystemExit:
    pass
"""


def loaded_by(code: str) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-c", _LOADED.format(code)], capture_output=True, text=True, check=True, timeout=60
    )
    return set(ended.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("code", "needed"),
    [
        ("import policybrief", ()),
        ("import policybrief.model.brief, policybrief.model.problems", ("babel",)),
        (_ASKED.format(["--version"]), ()),
        (_ASKED.format(["--help"]), ()),
        (_ASKED.format(["verify", "."]), ()),
        (_ASKED.format(["check", "nowhere"]), OF_THE_HOST),
        (_ASKED.format(["sources", "report", "nowhere"]), OF_THE_HOST),
    ],
)
def test_a_command_loads_what_it_needs(code: str, needed: tuple[str, ...]) -> None:
    assert loaded_by(code) & set(HEAVY) <= set(needed)


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    listed = CliRunner().invoke(main, ["--help"]).output.splitlines()
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command
        assert f"  {name:10}  {command.get_short_help_str(80)}" in listed


def test_the_function_is_found_however_its_module_is_imported() -> None:
    code = (
        "import policybrief\nfirst = policybrief.build\nimport policybrief.build\nfrom policybrief.build import Site\n"
    )
    assert loaded_by(f"{code}assert callable(first) and policybrief.build is first is policybrief.build") & {"jinja2"}
