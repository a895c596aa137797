"""What the build made, put into the pages of the host."""

from collections.abc import Mapping

from markupsafe import escape
from mkdocs.structure.files import Files
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ...build import Prepared
from ...model.addresses import WHOLE_PATH
from ...model.head import Head
from ...model.knowledge import Hypertext
from ...model.output import Build, ChapterFrame, Page
from ...outputs.one_page import ConvertedChapter, whole_brief
from .navigation import chapter_title


def fill_pages(build: Build, prepared: Prepared, converted: Mapping[str, Hypertext], files: Files) -> None:
    """Fill the derived pages in, put around each chapter what belongs there, and tell machines of every page.

    `converted` is what was found in the pages that the host converted, by path.
    """
    for page in build.pages:
        _fill(page, files)
    if prepared.site.whole:
        _fill_whole(prepared, build.frames, files)
    for path, frame in build.frames.items():
        _put_around(path, frame, files)
    for path, head in build.heads.items():
        _tell_machines(path, head, files)
    for path, hypertext in converted.items():
        file = files.get_file_from_path(path)
        if file is not None and file.page is not None and file.page.present_anchor_ids is not None:
            file.page.present_anchor_ids |= hypertext.anchors


def _tell_machines(path: str, head: Head, files: Files) -> None:
    file = files.get_file_from_path(path)
    if file is not None and file.page is not None:
        # The theme prints a description as it stands.
        file.page.meta = {
            **file.page.meta,
            "description": str(escape(head.description)),
            "policybrief_head": head,
        }


def _fill(page: Page, files: Files) -> None:
    file = files.get_file_from_path(page.path)
    if file is None or file.page is None:
        return
    file.page.content = page.html
    file.page.title = page.title
    hidden = {"hide": ["navigation", "toc"]} if page.stands_alone else {}
    file.page.meta = {"title": page.title, "description": page.description, **hidden}
    file.page.toc = TableOfContents([AnchorLink(line.title, line.anchor, level=2) for line in page.contents])


def _put_around(path: str, frame: ChapterFrame, files: Files) -> None:
    file = files.get_file_from_path(path)
    if file is not None and file.page is not None:
        file.page.content = f"{frame.head}{frame.box}{file.page.content or ''}{frame.back}{frame.strip}"


def _fill_whole(prepared: Prepared, frames: Mapping[str, ChapterFrame], files: Files) -> None:
    """Fill the page of all chapters with what the host has made of them."""
    file = files.get_file_from_path(WHOLE_PATH)
    if file is None or file.page is None:
        return
    pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page is not None}
    chapters = [
        ConvertedChapter(chapter.path, chapter_title(chapter), f"{frame.head}{page.content or ''}{frame.back}")
        for chapter in prepared.project.chapters
        if (page := pages.get(chapter.path)) and (frame := frames[chapter.path])
    ]
    _fill(whole_brief(prepared.project.brief, chapters, prepared.site.addresses), files)
    # The chapters are what is found and cited; here they stand a second time.
    file.page.meta = {
        **file.page.meta, "robots": "noindex, follow", "search": {"exclude": True}, "policybrief_page": "whole",
    }  # fmt: skip
