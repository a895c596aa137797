"""The command line: words in, exit codes out. 0 clean, 1 problems, 2 wrong usage.

A command is loaded when it is called, because most of the package is needed only for some commands.
"""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module

import click

from .. import __version__
from ..model.problems import printable

_COMMANDS: Mapping[str, str] = {
    "anchors": "Manage the permanent ids of paragraphs.",
    "build": "Build the site of a brief.",
    "check": "Report every problem in a brief.",
    "export": "Export a brief as PDF, EPUB, Markdown or ZIP.",
    "new": "Start a new brief.",
    "references": "Import sources from a reference manager.",
    "sources": "Keep copies of sources, and report what sources lack.",
    "verify": "Compare a copy of the site with what was built.",
}
"""What each does, as in its own help; each is a function in the module of the same name."""


class _Commands(click.Group):
    """Commands whose errors quote the user's input without control characters."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command, or None if the name is unknown."""
        if cmd_name not in _COMMANDS:
            return None
        with _nothing_collected():
            command: click.Command = getattr(import_module(f".{cmd_name}", __name__), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words before the command."""
        with _told_in_print():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Read the words after the command, and run it."""
        with _told_in_print():
            return super().invoke(ctx)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Switch off garbage collection, and exempt what is loaded meanwhile from later collections."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()


@contextmanager
def _told_in_print() -> Iterator[None]:
    try:
        yield
    except click.ClickException as error:
        # The attribute is not meant to be set; what has to be raised again may be of any class below this one.
        object.__setattr__(error, "message", printable(error.message))
        raise


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Publish a policy paper as a navigable, citable, searchable site."""
