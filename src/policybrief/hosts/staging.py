"""A site is made beside the old one and takes its place when it is finished: a build that fails leaves the old one."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from mkdocs.utils import clean_directory


@dataclass(frozen=True, slots=True)
class Staging:
    """Where the new site is made, and where it belongs."""

    target: Path

    @property
    def folder(self) -> Path:
        """The folder beside the target, so that what is made there need only be renamed."""
        return self.target.with_name(f".{self.target.name}.building")

    def prepare(self) -> None:
        """Make the folder anew: a build that was killed may have left it."""
        self.discard()
        self.folder.mkdir(parents=True)

    def publish(self) -> None:
        """Put what was made in the place of the old site.

        The target itself stays, with what is hidden in it, such as `.git`: a server may stand in it.
        """
        self.target.mkdir(parents=True, exist_ok=True)
        clean_directory(str(self.target))
        for made in sorted(self.folder.iterdir()):
            made.replace(self.target / made.name)
        self.folder.rmdir()

    def discard(self) -> None:
        """Take away what was made."""
        if self.folder.exists():
            shutil.rmtree(self.folder)
