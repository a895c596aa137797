"""The dates in a site: those of the brief, so that the same input gives the same bytes on any day.

`SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/) overrides them; the host reads it.
"""

import os
from datetime import UTC, datetime

from mkdocs.structure.files import Files
from mkdocs.utils.templates import TemplateContext

from ...model.brief import Brief, Project

UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""For a brief without a date. The host needs one, archives allow no earlier year, and the sitemap leaves it out."""


def date_pages(files: Files, project: Project) -> None:
    """Set the date of the last change for each page: its chapter's date, or else the brief's."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return
    of_chapters = {chapter.path: chapter.date for chapter in project.chapters}
    for file in files.documentation_pages():
        if file.page is not None:
            date = of_chapters.get(file.src_uri) or project.brief.date
            file.page.update_date = date.first.isoformat() if date else UNDATED.date().isoformat()


def dated_context(context: TemplateContext, brief: Brief) -> TemplateContext:
    """Return the values for a template, with the brief's date instead of the time of the build."""
    if "SOURCE_DATE_EPOCH" not in os.environ:
        day = brief.date.first if brief.date else UNDATED
        context["build_date_utc"] = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return context
