"""Derived pages: what the knowledge of a brief looks like as HTML, without the theme around it."""

from .bundles import not_found_script, plain_stylesheet, scripts, stylesheet
from .catalogue import derived_pages, derived_paths, page_makers
from .chapter_frame import chapter_frames
from .downloads import Downloads
from .figures import key_figure
from .permanent import permanent_addresses
from .site_index import SiteView, site_view

__all__ = [
    "Downloads",
    "SiteView",
    "chapter_frames",
    "derived_pages",
    "derived_paths",
    "key_figure",
    "not_found_script",
    "page_makers",
    "permanent_addresses",
    "plain_stylesheet",
    "scripts",
    "site_view",
    "stylesheet",
]
