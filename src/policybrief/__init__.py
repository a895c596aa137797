"""policybrief: a policy paper as a navigable, citable, searchable site.

As a library: `policybrief.build(project)` with the data classes of `policybrief.model`. `policybrief.reading.project`
reads a project from a folder.
"""

from .build import build

__all__ = ["__version__", "build"]
__version__ = "0.1.0"
