"""The charts and tables of the chapters on the page of figures, and their files."""

from pathlib import Path

from policybrief.build import build
from policybrief.reading.project import read_project

CHAPTER = """# One

| Year | Sent ($ million) |
|---|---|
| 2013 | 1,232 |
| 2015 | 627 |

/// table-caption
Transfers halved in two years. Second column: a bank. Source: none.
{: .chart title="Money from Russia halved" subtitle="$ million; 2014 is missing" }
///

| Who | What |
|---|---|
| A | "b, c" |
"""


def test_charts_come_first_with_their_claims_and_every_table_has_its_data(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins:\n  - policybrief\n")
    (tmp_path / "glossary.yml").write_text("")
    (tmp_path / "chapters/1-one.md").write_text(CHAPTER)
    made = build(read_project(tmp_path))
    pages = {page.path: page.html for page in made.pages}
    figures, chapter = pages["figures/index.md"], pages["chapters/1-one.md"]
    assert figures.index(">Money from Russia halved</a>") < figures.index("Table at 1.2")
    assert "Table 1.1 · " in figures
    assert '<p class="pb-chart-subtitle">$ million; 2014 is missing</p>' in chapter
    files = {one.path: one.content for one in made.artifacts if one.path.startswith(("data/tables/", "data/charts/"))}
    charts, tables = sorted(path for path in files if "charts" in path), [path for path in files if "tables" in path]
    assert len(charts) == 1
    assert len(tables) == 2
    assert files[charts[0]].startswith(b"<svg")
    assert files[tables[0]].decode("utf-8-sig").splitlines() == ["Year,Sent ($ million)", '2013,"1,232"', "2015,627"]
    for path in files:
        assert f'href="../{path}"' in figures
        assert f'href="../../{path}"' in chapter
    assert "subtitle=" not in chapter
