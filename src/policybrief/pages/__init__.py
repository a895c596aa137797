"""Derived pages: what the knowledge of a brief looks like as HTML, without the theme around it."""

from .bundles import scripts, stylesheet
from .chapter_frame import chapter_frames
from .site_index import SiteView, site_view

__all__ = ["SiteView", "chapter_frames", "scripts", "site_view", "stylesheet"]
