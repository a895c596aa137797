"""The shell of a page, which a theme's templates make once for all similar pages.

The pages of the glossary differ in title, head and body, but a theme renders its header, navigation and footer again
for each. Instead, a page is rendered once with marks instead of its values, and further pages are assembled from that
shell. It fits only pages for which the templates would have read the same: everything that they read from a page is
kept with the shell and compared.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from posixpath import dirname, normpath
from typing import Any

from jinja2 import Environment, Template
from markupsafe import escape
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.nav import Navigation

from .finished_page import FinishedPage
from .marked_page import MarkedPage, TakenApart, first_lines, taken_apart
from .marks import Answers, InspectedError, answer, cut, watched

log = get_plugin_logger("policybrief")

Context = Mapping[str, Any]
"""The values for a template."""
_MOST_FAILURES = 3
"""How many failed shells of similar pages are allowed before each is rendered separately."""
_MOST_SHELLS = 100
"""For similar pages: more would fit hardly any page."""
_PLAIN = (str, int, datetime, list, tuple, dict)
"""Types whose values are interchangeable if they are equal."""


@dataclass(frozen=True, slots=True, eq=False)
class Shell:
    """A page with gaps for its values."""

    pieces: tuple[str, ...]
    places: tuple[tuple[int, bool], ...]
    """After each piece but the last: the number of a value, and whether it is escaped there."""
    apart: TakenApart
    answers: Answers
    read: Mapping[str, object]
    """What the templates read from the page besides its values."""
    lines: tuple[object, ...]
    lines_read: int
    """How much of its table of contents they read."""
    around: Context
    folder: str
    """The address of the page that the shell was made from."""
    reached: frozenset[str]
    """The targets of the templates' links in the site, and their folders."""

    def fits(self, page: FinishedPage, apart: TakenApart, context: Context) -> bool:
        """Return whether the templates would make the same of this page, except for its values."""
        return (
            self.apart.form == apart.form
            and self.apart.meta == apart.meta
            and self._is_answered_by(apart.values)
            and self._is_beside(_folder(page))
            and self.lines == first_lines(page.toc, self.lines_read)
            and all(_is_same(getattr(page, name), value) for name, value in self.read.items())
            and self.around.keys() == context.keys()
            and all(name == "page" or _is_same(context[name], value) for name, value in self.around.items())
        )

    def _is_answered_by(self, values: tuple[str, ...]) -> bool:
        """Return whether the templates would get the same answers about these values."""
        return all(answer(values[number], asked, what) == said for (number, asked, what), said in self.answers.items())

    def _is_beside(self, folder: str) -> bool:
        """Return whether the link targets have the same relative address from there."""
        if folder == self.folder:
            return True
        return dirname(folder) == dirname(self.folder) and self.reached.isdisjoint((folder, self.folder))

    def filled(self, values: tuple[str, ...]) -> str:
        """Return the page with these values."""
        parts = [self.pieces[0]]
        for (number, escaped), piece in zip(self.places, self.pieces[1:], strict=True):
            parts += (escape(values[number]) if escaped else values[number], piece)
        return "".join(parts)


@dataclass(slots=True)
class _SimilarPages:
    """Pages in one folder with the same template."""

    pages: int = 0
    failures: int = 0
    shells: list[Shell] = field(default_factory=list)
    tried: list[Shell] = field(default_factory=list)
    """The shells that were confirmed: a page made from them equalled the rendered one."""

    def is_given_up(self) -> bool:
        return self.failures >= _MOST_FAILURES or len(self.shells) >= _MOST_SHELLS

    def fitting(self, page: FinishedPage, apart: TakenApart, context: Context) -> Shell | None:
        """Return a shell that fits a page, preferably a confirmed one."""
        return next((shell for shell in (*self.tried, *self.shells) if shell.fits(page, apart, context)), None)


@dataclass(slots=True)
class PageShells:
    """Renders pages, as many as possible from shells."""

    obstacle: str = ""
    """Why every page must be rendered separately, as a sentence without a full stop; empty if none must."""
    assembled: int = 0
    """How many pages were made from shells."""
    _kinds: dict[tuple[str | None, str], _SimilarPages] = field(default_factory=dict)
    _navigation: Navigation | None = None
    _listed: frozenset[int] = frozenset()
    """The pages in the navigation, in which the theme highlights them."""

    def page(self, template: Template, context: Context, render: Callable[[Context], str]) -> str:
        """Return the page that a template makes from these values; `render` calls it."""
        page = context.get("page")
        if self.obstacle or not isinstance(page, FinishedPage) or self._is_listed(page, context.get("nav")):
            return render(context)
        kind = self._kinds.setdefault((template.name, dirname(_folder(page))), _SimilarPages())
        kind.pages += 1
        apart = taken_apart(page)
        shell = kind.fitting(page, apart, context)
        if shell in kind.tried:
            self.assembled += 1
            return shell.filled(apart.values)
        rendered = render(context)
        if shell is not None:
            if shell.filled(apart.values) == rendered:
                kind.tried.append(shell)
            else:
                self._give_up(kind, page)
        elif kind.pages > 1 and not kind.is_given_up():
            made = _shell(page, apart, context, render, template.environment)
            if made is not None and made.filled(apart.values) == rendered:
                kind.shells.append(made)
            else:
                kind.failures += 1
            if kind.is_given_up():
                self._give_up(kind, page)
        return rendered

    def _is_listed(self, page: FinishedPage, navigation: Navigation | None) -> bool:
        if navigation is not self._navigation:
            self._navigation = navigation
            self._listed = frozenset(map(id, navigation.pages)) if navigation else frozenset()
        return id(page) in self._listed

    def _give_up(self, kind: _SimilarPages, page: FinishedPage) -> None:
        kind.failures, kind.shells, kind.tried = _MOST_FAILURES, [], []
        log.info(
            "The theme's templates treat '%s' and similar pages individually: "
            "each of them is rendered separately, which takes longer",
            page.file.src_uri,
        )


def _shell(
    page: FinishedPage, apart: TakenApart, context: Context, render: Callable[[Context], str], env: Environment
) -> Shell | None:
    """Return the shell of a page, or None if the templates do more with its values than print them."""
    answers: Answers = {}
    with watched(env) as seen:
        marked = MarkedPage(page, apart, answers, seen)
        try:
            pieces, places = cut(render({**context, "page": marked}))
        except InspectedError as error:
            log.debug("No shell of '%s': %s", page.file.src_uri, error)
            return None
    lines_read = marked.marked_contents.lines_read
    return Shell(
        pieces,
        places,
        apart,
        answers,
        marked.values_read,
        first_lines(page.toc, lines_read),
        lines_read,
        context,
        _folder(page),
        frozenset(_with_folders(seen.targets)),
    )


def _folder(page: FinishedPage) -> str:
    """Return where the links of a page start from, as the host takes it."""
    folder, _, name = page.url.rpartition("/")
    return _normal(folder if "." in name else page.url)


def _with_folders(targets: Iterable[str]) -> Iterable[str]:
    for target in targets:
        path = _normal(target)
        while path:
            yield path
            path = dirname(path)


def _normal(address: str) -> str:
    return normpath(f"/{address}").lstrip("/")


def _is_same(value: object, other: object) -> bool:
    return value is other or (isinstance(value, _PLAIN) and type(value) is type(other) and value == other)


Later = Callable[[FinishedPage, Context, Callable[[], str]], None]
"""Receives a page that is left for later, its template values, and a function that renders it."""


def shelled(shells: PageShells, later: Later) -> type[Template]:
    """Return a template class that makes pages from shells if possible.

    Pages made on demand are left to `later` without rendering.
    """

    class ShelledTemplate(Template):
        """A template that is asked for pages."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            """Return a page, rendered or made from a shell; nothing for one that is left for later."""
            context = dict(*args, **kwargs)
            page, make = context.get("page"), partial(shells.page, self, context, super().render)
            if isinstance(page, FinishedPage) and page.waits:
                later(page, context, make)
                return ""
            return make()

    return ShelledTemplate
