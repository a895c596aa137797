"""Makes the pages and files of a site: all at once or, in a preview, each on demand."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from ...assembling.on_demand import assemble_on_demand, problems_on_demand
from ...assembling.site import (
    Assembled,
    Surroundings,
    assemble,
    head_of_page,
    make_added_pages,
    make_pages,
    problems_of,
)
from ...build import Prepared
from ...model.catalogue import PageDeclaration
from ...model.knowledge import AnnotatedChapter
from ...model.output import Artifact, Page
from ...model.problems import Problem
from ...model.publication import Publication
from ...model.shortening import shortened
from .finished_page import Finished

_LONGEST_OPENING = 160
"""Of the words that a feed says of a chapter without a summary."""


class SiteMaking(Protocol):
    """What makes the pages and files of a site."""

    @property
    def declared(self) -> Iterable[PageDeclaration]:
        """The pages that the site should have."""

    @property
    def publication(self) -> Publication:
        """What they are made from."""

    def maker(self, page: PageDeclaration) -> Callable[[], Finished] | None:
        """Return what makes a page; None when it cannot be made."""

    def waits(self, page: PageDeclaration) -> bool:
        """Return whether a page is made when somebody asks for it."""

    def problems(self, around: Surroundings) -> tuple[Problem, ...]:
        """Return what is wrong with the site."""

    def may_hold(self, path: str) -> bool:
        """Return whether a file that waits may be at this path."""

    def files(self) -> tuple[Artifact, ...]:
        """Return the files beside the pages."""


class _Making:
    """What both ways have in common."""

    def __init__(self, assembled: Assembled) -> None:
        self._assembled = assembled
        self._openings = {
            read.chapter.path: partial(_opening, read) for read in assembled.publication.knowledge.chapters
        }

    @property
    def declared(self) -> Iterable[PageDeclaration]:
        """The pages that the site should have."""
        return self._assembled.declared.catalogue.pages

    @property
    def publication(self) -> Publication:
        """What they are made from."""
        return self._assembled.publication

    def _finished(self, declared: PageDeclaration, page: Page) -> Finished:
        head = head_of_page(self._assembled, declared, page)
        opening = self._openings.get(declared.path)
        return Finished(declared, page, head, opening() if opening else "")


class MakingAtOnce(_Making):
    """Makes everything before the host begins with its own work."""

    def __init__(self, prepared: Prepared, publication: Publication, *, publishes: bool) -> None:
        super().__init__(assemble(publication, prepared.declared, publishes=publishes))
        self._made = make_pages(self._assembled)

    def maker(self, page: PageDeclaration) -> Callable[[], Finished] | None:
        """Return what tells of a page that is made; None when an add-on could not make it."""
        made = self._made.pages.get(page.path)
        return partial(self._finished, page, made) if made else None

    def waits(self, _page: PageDeclaration) -> bool:
        """Return False."""
        return False

    def problems(self, around: Surroundings) -> tuple[Problem, ...]:
        """Return what is wrong with the site, without the notes for the author."""
        return problems_of(self._assembled, self._made, around, work_list=False)

    def may_hold(self, _path: str) -> bool:
        """Return False."""
        return False

    def files(self) -> tuple[Artifact, ...]:
        """Return the files beside the pages."""
        return self._assembled.artifacts


class MakingOnDemand(_Making):
    """Makes a page when somebody opens it, and the files when the first is asked for, but for pages of add-ons."""

    def __init__(self, prepared: Prepared, publication: Publication) -> None:
        assembled, self._files = assemble_on_demand(publication, prepared.declared)
        super().__init__(assembled)
        self._added = make_added_pages(assembled)

    def maker(self, page: PageDeclaration) -> Callable[[], Finished] | None:
        """Return what makes a page, or tells of an add-on's; None when that could not be made."""
        if not page.package:
            return partial(self._made, page)
        made = self._added.pages.get(page.path)
        return partial(self._finished, page, made) if made else None

    def waits(self, page: PageDeclaration) -> bool:
        """Return whether a page is made when somebody asks for it."""
        return not page.package

    def problems(self, around: Surroundings) -> tuple[Problem, ...]:
        """Return what is wrong with the site, without the notes for the author and with as little made as possible."""
        return problems_on_demand(self._assembled, self._files, around, work_list=False)

    def may_hold(self, path: str) -> bool:
        """Return whether one of the files may be at this path."""
        return self._files.may_hold(path)

    def files(self) -> tuple[Artifact, ...]:
        """Return the files beside the pages, made now."""
        return self._files.made().artifacts

    def _made(self, page: PageDeclaration) -> Finished:
        return self._finished(page, page.page(self.publication))


def _opening(chapter: AnnotatedChapter) -> str:
    first = next((paragraph.text for paragraph in chapter.paragraphs if not paragraph.note), "")
    return shortened(first, _LONGEST_OPENING)
