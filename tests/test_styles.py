"""The four styles on one source of each kind, as golden files: read against the style's manual before they change.

`pytest --update-cases` writes them anew.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from policybrief.annotation.clusters import items_of
from policybrief.hosts.pandoc import Pandoc
from policybrief.model.brief import Reference
from policybrief.model.citing import STYLES, Cluster, Piece, Printed, PrintRequest, Style
from policybrief.reading.references import read_references

STYLES_BOOK = Path(__file__).parent / "books" / "styles"
LANGUAGES = {"oscola": "en-GB"}
"""The English of each manual; American where none is given."""


def sources() -> tuple[Reference, ...]:
    references, problems = read_references((STYLES_BOOK / "references.yml").read_text("utf-8"), "references.yml")
    assert not problems
    return references


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pandoc")


def test_there_is_a_source_of_each_kind() -> None:
    assert len({reference.id for reference in sources()}) == 25
    assert {reference.language for reference in sources()} == {"en", "az", "ru"}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_style(style: Style, cache: Path, pytestconfig: pytest.Config) -> None:
    references = sources()
    # A later citation stands far behind the first, so that no style prints `ibid`.
    written = [f"[@{reference.id}, p. {page}]" for page in (4, 5) for reference in references]
    text = tuple(Cluster(cluster, items_of(cluster), 0) for cluster in written)
    request = PrintRequest(style, LANGUAGES.get(style.name, "en-US"), references, (text,))
    found = "\n".join(report(Pandoc(cache)(request), references, style))
    golden = STYLES_BOOK / f"{style.name}.txt"
    if pytestconfig.getoption("update_cases"):
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


def report(printed: Printed, references: tuple[Reference, ...], style: Style) -> Iterator[str]:
    """Yield what a style prints: the first citation of each source, a later one, and its entry in the list."""
    entries = {entry.reference: words(entry.text) for entry in printed.references}
    (clusters,) = printed.texts
    cited = [words(cluster.note if style.notes else cluster.text) for cluster in clusters]
    for reference, first, later in zip(references, cited, cited[len(references) :], strict=False):
        yield reference.id
        yield f"  first  {first}"
        yield f"  later  {later}"
        yield f"  list   {entries.get(reference.id, '-')}"
        yield ""


def words(pieces: tuple[Piece, ...]) -> str:
    """Return printed pieces as one line, italics between asterisks."""
    return "".join(f"*{piece.text}*" if piece.italic else piece.text for piece in pieces)
