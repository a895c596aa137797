"""Packages installed for a test, without a network: a module and the metadata that names its entry points."""

import shutil
import tomllib
from pathlib import Path

PACKAGES = Path(__file__).parent / "packages"


def install(package: Path, target: Path) -> None:
    """Put the package in a source folder into a folder of installed packages."""
    project = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))["project"]
    for module in package.glob("*.py"):
        shutil.copy(module, target)
    write_metadata(target, project["name"], project["version"], project["entry-points"])


def write_package(target: Path, name: str, points: dict[str, dict[str, str]], source: str) -> None:
    """Write a package of one module into a folder of installed packages.

    `points` are its entry points by group; `{module}` in them stands for the name of the module.
    """
    module = name.replace("-", "_")
    (target / f"{module}.py").write_text(source, "utf-8")
    named = {
        group: {point: place.format(module=module) for point, place in places.items()}
        for group, places in points.items()
    }
    write_metadata(target, name, "1.0", named)


def write_metadata(target: Path, name: str, version: str, points: dict[str, dict[str, str]]) -> None:
    """Write what Python knows of an installed package."""
    folder = target / f"{name.replace('-', '_')}-{version}.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
    lines = [
        line
        for group, places in points.items()
        for line in (f"[{group}]", *(f"{point} = {place}" for point, place in places.items()))
    ]
    (folder / "entry_points.txt").write_text("\n".join(lines) + "\n", "utf-8")
