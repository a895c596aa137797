"""Pages: the content of a brief as HTML, without the theme."""

from .bundles import scripts, stylesheet
from .site_index import SiteView, site_view

__all__ = ["SiteView", "scripts", "site_view", "stylesheet"]
