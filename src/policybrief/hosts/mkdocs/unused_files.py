"""Files of the theme Material that no page of a brief uses."""

from collections.abc import Container
from pathlib import Path

UNUSED = ("assets/javascripts/lunr/**/*.js", "assets/javascripts/workers/*.js", "assets/**/*.map")
"""What the theme brings and no page asks for, as patterns; the first two for its own search."""


def delete_unused(site: Path, *more: str, kept: Container[str] = ()) -> None:
    """Take away the theme's files that no page asks for, and the folders that are empty then.

    `more` are files in the site that this site does not ask for, besides those that none does; `kept` are paths
    of files that are not the theme's, whatever their name.
    """
    for file in sorted({file for pattern in (*UNUSED, *more) for file in site.glob(pattern)}):
        if file.relative_to(site).as_posix() in kept:
            continue
        file.unlink()
        for folder in file.relative_to(site).parents[:-1]:
            if any((site / folder).iterdir()):
                break
            (site / folder).rmdir()
