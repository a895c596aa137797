"""Derived pages: what the knowledge of a brief looks like as HTML, without the theme around it."""

from .bundles import not_found_script, plain_stylesheet, scripts, stylesheet
from .catalogue import derived_pages, derived_paths, page_makers
from .chapter_page import chapter_page
from .downloads import Downloads
from .figures import key_figure
from .one_page import WHOLE_TITLE, fits_one_page, one_page
from .permanent import permanent_addresses
from .site_index import SiteView, site_view

__all__ = [
    "WHOLE_TITLE",
    "Downloads",
    "SiteView",
    "chapter_page",
    "derived_pages",
    "derived_paths",
    "fits_one_page",
    "key_figure",
    "not_found_script",
    "one_page",
    "page_makers",
    "permanent_addresses",
    "plain_stylesheet",
    "scripts",
    "site_view",
    "stylesheet",
]
