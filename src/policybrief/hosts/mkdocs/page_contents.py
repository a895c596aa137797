"""What the build made, put into the pages of the host."""

from collections.abc import Iterator, Mapping

from markupsafe import escape
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ...build import Prepared
from ...model.addresses import WHOLE_PATH
from ...model.knowledge import Hypertext
from ...model.output import Build, ChapterFrame, Page
from ...outputs.metadata import plain_head
from ...outputs.one_page import ConvertedChapter, whole_brief
from .navigation import chapter_title


def fill_pages(build: Build, prepared: Prepared, converted: Mapping[str, Hypertext], files: Files) -> None:
    """Fill the derived pages in, put around each chapter what belongs there, and tell machines of every page.

    `converted` is what was found in the pages that the host converted, by path.
    """
    for page in build.pages:
        _fill(page, files)
    _fill_whole(prepared, build.frames, files)
    for path, frame in build.frames.items():
        _put_around(path, frame, files)
    for declared in prepared.derived():
        if not declared.listed:
            _keep_unlisted(declared.path, files)
    for host_page in _pages(files):
        _tell_machines(host_page, build)
    for path, hypertext in converted.items():
        file = files.get_file_from_path(path)
        if file is not None and file.page is not None and file.page.present_anchor_ids is not None:
            file.page.present_anchor_ids |= hypertext.anchors


def _pages(files: Files) -> Iterator[HostPage]:
    return (file.page for file in files.documentation_pages() if file.page is not None)


def _tell_machines(page: HostPage, build: Build) -> None:
    """Give a page its head: that of the catalogue, or a plain one for a page that the author wrote."""
    path = page.file.src_uri
    head = build.heads.get(path)
    if head is not None:
        # The theme prints a description as it is.
        page.meta = {**page.meta, "description": str(escape(head.description)), "policybrief_head": head}
    else:
        description = str(page.meta.get("description") or "")
        head = plain_head(build.publication, path, str(page.title or ""), description)
        page.meta = {**page.meta, "policybrief_head": head}


def _keep_unlisted(path: str, files: Files) -> None:
    """Keep a page out of search engines and out of the search of the host."""
    file = files.get_file_from_path(path)
    if file is not None and file.page is not None:
        file.page.meta = {**file.page.meta, "robots": "noindex, follow", "search": {"exclude": True}}


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
    file.page.meta = {**file.page.meta, "policybrief_page": "whole"}
