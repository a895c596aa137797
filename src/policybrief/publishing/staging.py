"""A site is made beside the old one and takes its place when it is finished: a build that fails leaves the old one."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.utils import clean_directory

from ..model.problems import printable

_SIGNS_OF_A_SITE = ("index.html", "404.html", "sitemap.xml", "manifest.sha256")


@dataclass(frozen=True, slots=True)
class Staging:
    """Where the new site is made, and where it belongs."""

    target: Path

    @property
    def folder(self) -> Path:
        """The folder beside the target, so that what is made there need only be renamed."""
        return self.target.with_name(f".{self.target.name}.building")

    def prepare(self) -> None:
        """Make the folder anew: a build that was killed may have left it.

        Raises PluginError when publishing would delete files that no build has made, such as the chapters themselves
        under `site_dir: chapters`.
        """
        stranger = self._stranger()
        if stranger:
            raise PluginError(
                f"site_dir names the folder '{printable(str(self.target))}', which holds files but no site, "
                f"'{printable(stranger)}' among them; the build would delete them. Name another folder, or empty it."
            )
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

    def _stranger(self) -> str:
        """Return the name of something in the target when that is not a site; empty when it may be replaced."""
        if not self.target.is_dir() or any((self.target / name).is_file() for name in _SIGNS_OF_A_SITE):
            return ""
        return min((entry.name for entry in self.target.iterdir() if not entry.name.startswith(".")), default="")

    def discard(self) -> None:
        """Take away what was made."""
        if self.folder.exists():
            shutil.rmtree(self.folder)
