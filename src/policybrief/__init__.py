"""policybrief: a policy paper as a navigable, citable, searchable site.

As a library: `policybrief.build(project)` with the data classes of `policybrief.model`. `policybrief.reading.project`
reads a project from a folder.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .build import build

__all__ = ["__version__", "build"]
__version__ = "0.1.0"


class _LazyPackage(ModuleType):
    """This package, in which `build` stays the function even if the module of that name is imported."""

    def __getattr__(self, name: str) -> Any:
        """Return `build`, for which most of the package is loaded: who needs another part does not wait for that."""
        if name != "build":
            raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
        return import_module(".build", __name__).build

    def __setattr__(self, name: str, value: object) -> None:
        """Set an attribute, as Python does with each module of the package when it is imported."""
        super().__setattr__(name, value.build if name == "build" and isinstance(value, ModuleType) else value)


sys.modules[__name__].__class__ = _LazyPackage
