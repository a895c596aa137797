"""Pages: what the knowledge of a brief looks like as HTML, without the theme around it."""

from .bundles import scripts, stylesheet
from .site_index import SiteView, site_view

__all__ = ["SiteView", "scripts", "site_view", "stylesheet"]
