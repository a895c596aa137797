"""A site whose files are made only when a page needs them or somebody requests one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import overload

from ..checks.links import linked_paths
from ..model.catalogue import Catalogue
from ..model.problems import Problem
from ..model.publication import Download, Publication
from .catalogue import Declared
from .site import Assembled, MadeFiles, Surroundings, examined, make_files, with_pages


class FilesOnDemand:
    """The files of a site, all made when the first is requested."""

    def __init__(self, publication: Publication, catalogue: Catalogue) -> None:
        self.publication = publication
        self.catalogue = catalogue
        self._made: MadeFiles | None = None

    def made(self) -> MadeFiles:
        """Return the files."""
        if self._made is None:
            self._made = make_files(self.publication, self.catalogue.outputs, examines=False)
        return self._made

    def may_hold(self, path: str) -> bool:
        """Return whether one of the files may be at this path, without making any."""
        outputs = (output for output in self.catalogue.outputs if not output.published_only)
        return any(output.declaration(path) for output in outputs)


class _DownloadsOnDemand(Sequence[Download]):
    def __init__(self, files: FilesOnDemand) -> None:
        self._files = files

    @overload
    def __getitem__(self, index: int) -> Download: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Download]: ...
    def __getitem__(self, index: int | slice) -> Download | Sequence[Download]:
        return self._files.made().downloads[index]

    def __len__(self) -> int:
        return len(self._files.made().downloads)


class _SizesOnDemand(Mapping[str, int]):
    def __init__(self, files: FilesOnDemand) -> None:
        self._files = files

    def __getitem__(self, path: str) -> int:
        # Chapters ask for files that are never in a preview.
        if not self._files.may_hold(path):
            raise KeyError(path)
        return self._files.made().sizes()[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files.made().sizes())

    def __len__(self) -> int:
        return len(self._files.made().artifacts)


def assemble_on_demand(publication: Publication, declared: Declared) -> tuple[Assembled, FilesOnDemand]:
    """Return the unpublished site without any files, and a function that makes them."""
    publication = with_pages(publication, declared, publishes=False)
    files = FilesOnDemand(publication, declared.catalogue)
    return (
        Assembled(
            declared,
            replace(publication, downloads=_DownloadsOnDemand(files), made=_SizesOnDemand(files)),
            (),
            frozenset(),
            (),
        ),
        files,
    )


def problems_on_demand(
    assembled: Assembled, files: FilesOnDemand, around: Surroundings, *, work_list: bool
) -> tuple[Problem, ...]:
    """Return the problems of a site; `work_list` is as in `problems_of`.

    For this, only the pages and files of add-ons and the targets of links must be made.
    """
    linked = linked_paths(around.converted)
    outputs = files.catalogue.outputs
    asked = [each for each in outputs if each.package or any(map(each.declaration, linked))]
    made = make_files(files.publication, asked, examines=True)
    # For the targets of links, the files that they make are known.
    others = frozenset(file.path for each in outputs if each not in asked for file in each.files)
    looked_over = replace(assembled, artifacts=made.artifacts, promised=made.promised | others, problems=made.problems)
    return examined(looked_over, around, work_list=work_list)
