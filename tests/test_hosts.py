"""The plugin under its hosts: whole builds of a small brief."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Literal

import jsonschema
import pytest
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config

from policybrief.chapters.parse import ChapterParser, ParsedChapter
from policybrief.hosts.mkdocs.bare_pages import with_sized_icons
from policybrief.model.brief import Chapter

pytestmark = pytest.mark.slow

FILES = {
    "mkdocs.yml": """\
site_name: A brief
site_url: https://brief.example/one/
theme: {name: material}
plugins:
  - policybrief:
      {acronyms: [EAEU], checks: {placeholder: 'off'},
      brief: {title: A brief, date: 2026-11-22, authors: [{name: The house}]}}
""",
    "glossary.yml": """\
eaeu:
  name: Eurasian Economic Union
  kind: organisation
  aliases: [EAEU, {form: ЕАЭС, lang: ru}]
  definition: Economic union of five states, led from Moscow.
  dates: {start: 2015-01-01}
  relations: [{type: led-by, to: moscow}]
  sources: [treaty]
moscow: {name: Moscow, kind: place, definition: A city.}
signing: {name: signing of the treaty, kind: event, definition: In 2014., dates: 2014-05-29, background: true}
""",
    "references.yml": """\
references:
  - {id: treaty, type: treaty, title: Treaty on the Eurasian Economic Union, issued: '2014-05-29', language: en}
""",
    "chapters/1-one.md": """\
---
title: One
summary: What is said in one.
---

The EAEU was signed for in 2014 [@treaty, p. 4]. See [two](part-two/2-two.md).

## A section

> Moscow said so.
""",
    "chapters/part-two/2-two.md": "# Two\n\nMoscow again.[^1]\n\n[^1]: And the EAEU.\n",
    "docs/guide/start.md": "# Start\n\nRead [one](../chapters/1-one.md).\n",
}


def run(root: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name(words[0])
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", **variables}
    return subprocess.run(
        [program, *words[1:]], cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def article(root: Path, page: str) -> str:
    html = (root / "site" / page / "index.html").read_text("utf-8")
    return html.partition("<article")[2].partition("</article>")[0]


def test_a_strict_build_gives_all_pages_and_data(brief: Path) -> None:
    outcome = run(brief, "mkdocs", "build", "--strict")
    assert outcome.returncode == 0, outcome.stderr
    for page in ("", "chapters/1-one", "chapters/part-two/2-two", "glossary", "glossary/eaeu", "names", "references"):
        assert (brief / "site" / page / "index.html").is_file()
    chapter = article(brief, "chapters/1-one")
    assert chapter.count("<h1") == 1
    assert 'data-entry="eaeu"' in chapter
    assert 'href="../../glossary/eaeu/"' in chapter
    entry = article(brief, "glossary/eaeu")
    assert "<mark>EAEU</mark>" in entry
    assert "1.1" in article(brief, "references")
    for name in ("brief", "glossary", "paragraphs", "mentions", "events", "references", "citations"):
        data = json.loads((brief / f"site/data/{name}.json").read_text("utf-8"))
        schema = json.loads((brief / f"site/data/schema/{name}.json").read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(data, schema, cls=jsonschema.Draft202012Validator)
    paragraphs = {p["id"]: p for p in json.loads((brief / "site/data/paragraphs.json").read_text("utf-8"))}
    mentions = json.loads((brief / "site/data/mentions.json").read_text("utf-8"))
    assert {m["entry"] for m in mentions} == {"eaeu", "moscow"}
    assert all(paragraphs[m["paragraph"]]["text"][m["start"] : m["end"]] == m["form"] for m in mentions)
    first = next(p for p in paragraphs.values() if p["number"] == "1.1")
    assert first["url"] == f"https://brief.example/one/chapters/1-one/#{first['id']}"
    assert f'href="../../chapters/1-one/#{first["id"]}"' in entry
    assert f'url=../../chapters/1-one/#{first["id"]}"' in (brief / f"site/p/{first['id'][2:]}/index.html").read_text()
    assert first["id"] in (brief / "anchors.lock").read_text("utf-8")
    timeline = (brief / "site/timeline/index.html").read_text("utf-8")
    assert re.search(r'"@type": ?"Event"', timeline)
    assert 'rel="describedby" href="https://brief.example/one/data/events.json"' in timeline


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_own_pages_link_to_files_that_the_build_makes(brief: Path, program: str) -> None:
    text = "# Start\n\n[data](../data/brief.json#x), [text][it], [one](../chapters/1-one.md), [out](https://e.org/a.pdf).\n"
    text += "\n[sums](../manifest.sha256), [robots](../robots.txt), [map](../sitemap.xml).\n"
    (brief / "docs/guide/start.md").write_text(f"{text}\n[it]: ../brief.txt\n", "utf-8")
    outcome = run(brief, program, "build", "--strict", "-f", "mkdocs.yml")
    assert outcome.returncode == 0, outcome.stderr
    page = article(brief, "guide/start")
    links = ("../../data/brief.json#x", "../../brief.txt", "../../chapters/1-one/", "https://e.org/a.pdf")
    assert [link for link in links if f'href="{link}"' not in page] == []
    for name in ("brief.txt", "manifest.sha256", "robots.txt", "sitemap.xml"):
        assert (brief / "site" / name).is_file()
    escaped = "# Start\n\n[pdf](../pdf/1\\-one.pdf), [none](../pdf/9-none.pdf)\n"
    (brief / "docs/guide/start.md").write_text(escaped, "utf-8")
    checked = run(brief, "policybrief", "check")
    assert "no page or file 'pdf/9-none.pdf'" in checked.stdout
    assert "1-one.pdf'" not in checked.stdout.replace("did you mean '../pdf/1-one.pdf'", "")
    (brief / "docs/guide/start.md").write_text("# Start\n\n[none](../brief.dvi).\n", "utf-8")
    outcome = run(brief, program, "build", "--strict", "-f", "mkdocs.yml")
    assert outcome.returncode != 0
    assert "no page or file 'brief.dvi'" in outcome.stderr
    assert "among documentation files" not in outcome.stderr


def test_properdocs_gives_the_same_pages(brief: Path) -> None:
    pages = ("chapters/1-one", "glossary/eaeu", "names", "references")
    assert run(brief, "mkdocs", "build", "--strict").returncode == 0
    by_mkdocs = [article(brief, page) for page in pages]
    outcome = run(brief, "properdocs", "build", "--strict", "--clean", "-f", "mkdocs.yml")
    assert outcome.returncode == 0, outcome.stderr
    assert [article(brief, page) for page in pages] == by_mkdocs


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_errors_fail_the_build_and_are_all_named(brief: Path, program: str) -> None:
    (brief / "chapters/1-one.md").write_text("# One\n\nThe [[eaue]] and [@treaties].\n\nNo[^2].\n", "utf-8")
    glossary = FILES["glossary.yml"].replace("kind: place", "kind: palce").replace("2015-01-01", "2015-13-01")
    (brief / "glossary.yml").write_text(glossary, "utf-8")
    outcome = run(brief, program, "build", "-f", "mkdocs.yml")
    assert outcome.returncode == 1
    for line in (
        "chapters/1-one.md:3:5: error[unknown-entry]: no entry 'eaue'",
        "did you mean 'eaeu'?",
        "chapters/1-one.md:3:19: error[unknown-source]: no source 'treaties'",
        "chapters/1-one.md:5:3: error[undefined-note]",
        "glossary.yml:6:18: error[bad-date]",
        "glossary.yml:9:",
        "error[bad-kind]",
    ):
        assert line in outcome.stderr, outcome.stderr
    assert "Traceback" not in outcome.stderr


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_a_warning_fails_only_a_strict_build(brief: Path, program: str) -> None:
    unused = FILES["glossary.yml"] + "\nelsewhere: {name: Elsewhere, kind: place, definition: Far.}\n"
    (brief / "glossary.yml").write_text(unused, "utf-8")
    outcome = run(brief, program, "build", "-f", "mkdocs.yml")
    assert outcome.returncode == 0, outcome.stderr
    assert "glossary.yml:12:1: warning[unused-entry]" in outcome.stderr
    assert run(brief, program, "build", "--strict", "-f", "mkdocs.yml").returncode == 1


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
@pytest.mark.parametrize(
    ("fault", "words"),
    [("The [[eaue]].", ()), ("An unused note.\n\n[^x]: Nobody calls it.", ("--strict",))],
    ids=["error", "warning"],
)
def test_a_build_that_fails_leaves_the_old_site(brief: Path, program: str, fault: str, words: tuple[str, ...]) -> None:
    assert run(brief, program, "build", "-f", "mkdocs.yml").returncode == 0
    before = tree(brief / "site")
    chapter = brief / "chapters/1-one.md"
    chapter.write_text(f"{FILES['chapters/1-one.md']}\n{fault}\n", "utf-8")
    failed = run(brief, program, "build", "--clean", *words, "-f", "mkdocs.yml")
    assert failed.returncode == 1, failed.stderr
    assert tree(brief / "site") == before
    assert sorted(path.name for path in brief.iterdir() if path.name.startswith(".site")) == []
    chapter.write_text(FILES["chapters/1-one.md"].replace("# One", "# Other"), "utf-8")
    (brief / "site/left-over.html").write_text("old", "utf-8")
    assert run(brief, program, "build", "--clean", "-f", "mkdocs.yml").returncode == 0
    assert not (brief / "site/left-over.html").exists()


def test_what_stands_outside_the_project_or_in_metadata_is_refused(brief: Path) -> None:
    (brief.parent / "secret.md").write_text("secret", "utf-8")
    options = "markdown_extensions: [pymdownx.snippets: {base_path: ['.', '..'], url_download: true}]\n"
    config = f"site_description: A <b>x</b>\nnav: ['<i>Start</i>': guide/start.md]\n{options}"
    (brief / "mkdocs.yml").write_text(FILES["mkdocs.yml"] + config, "utf-8")
    lines = [
        "",
        "In the EAEU.",
        "",
        *(f'--8<-- "{path}"\n' for path in ("references.yml", "../secret.md", "secret.md")),
    ]
    (brief / "chapters/1-one.md").write_text("# One\n" + "\n".join(lines), "utf-8")
    (brief / "docs/guide/start.md").write_text("---\ntitle: <script>x</script>\n---\n\n# Start\n", "utf-8")
    expected = {
        ("bad-snippet", "chapters/1-one.md", 7),
        ("bad-snippet", "chapters/1-one.md", 9),
        ("html-in-text", "docs/guide/start.md", 2),
        ("html-in-text", "mkdocs.yml", 8),
        ("html-in-text", "mkdocs.yml", 9),
    }
    problems = json.loads(run(brief, "policybrief", "check", "--format", "json").stdout)
    found = {(p["code"], p["path"], p["line"]) for p in problems if p["severity"] == "error"}
    assert found == expected
    built = run(brief, "mkdocs", "build")
    assert built.returncode == 1
    assert "Traceback" not in built.stderr
    assert all(f"{path}:{line}:" in built.stderr for _, path, line in expected)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_problems_with_and_without_a_build(brief: Path) -> None:
    (brief / "chapters/1-one.md").write_text("# One\n\nThe [[eaue]] of EAEU [x](nowhere.md).\n", "utf-8")
    built = run(brief, "mkdocs", "build").stderr
    checked = run(brief, "policybrief", "check", "--format", "json")
    assert checked.returncode == 1
    problems = json.loads(checked.stdout)
    assert [problem["code"] for problem in problems] == ["unknown-entry", "broken-link"]
    for problem in problems:
        assert f"{problem['path']}:{problem['line']}:{problem['column']}: " in built


def test_a_clean_brief_has_nothing_to_report(brief: Path) -> None:
    outcome = run(brief, "policybrief", "check")
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "no problems\n", "")


def test_a_brief_with_its_printed_citations_builds_where_there_is_no_pandoc(brief: Path, tmp_path: Path) -> None:
    assert run(brief, "mkdocs", "build", "--strict").returncode == 0
    clone = tmp_path / "clone"
    for name in (*{path.partition("/")[0] for path in FILES}, "anchors.lock", ".cache/policybrief/citations"):
        copy = shutil.copytree if (brief / name).is_dir() else shutil.copy
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        copy(brief / name, clone / name)
    hidden = {"PYPANDOC_PANDOC": str(tmp_path / "no-pandoc")}
    outcome = run(clone, "mkdocs", "build", "--strict", **hidden)
    assert outcome.returncode == 0, outcome.stderr
    for page in ("chapters/1-one", "references", "glossary/eaeu"):
        assert article(clone, page) == article(brief, page)
    (clone / "chapters/1-one.md").write_text("# One\n\nThe EAEU, Moscow [@treaty, p. 5].\n", "utf-8")
    outcome = run(clone, "mkdocs", "build", **hidden)
    assert outcome.returncode == 1
    assert "error[citations]: citations have changed, and pandoc, which prints them, is not installed" in outcome.stderr
    assert "python -m pip install pypandoc-binary" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_a_new_brief_builds_at_once(tmp_path: Path) -> None:
    title = 'A "quoted" title: with a colon'
    assert run(tmp_path, "policybrief", "new", "brief", "--title", title).returncode == 0
    report = run(tmp_path / "brief", "policybrief", "check").stdout
    assert report.rstrip().endswith("placeholder")
    assert set(re.findall(r": (?:error|warning|note)\[([a-z-]+)\]", report)) == {"placeholder"}
    assert run(tmp_path / "brief", "mkdocs", "build", "--strict").returncode == 1
    outcome = run(tmp_path / "brief", "mkdocs", "build")
    assert outcome.returncode == 0, outcome.stderr
    assert 'data-entry="un-security-council"' in article(tmp_path / "brief", "chapters/1-introduction")
    data = json.loads((tmp_path / "brief/site/data/brief.json").read_text("utf-8"))
    assert data["title"] == title
    # It does not say yet where it will stand; a citation of it then has no address, and no gap where one would be.
    cited = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", article(tmp_path / "brief", "cite")))
    for end in ("1st ed. (2026).", "(1st ed.).", "(1st ed, 2026)."):
        assert f"{end} " in cited
    assert "1 source, in files" in cited
    # Version control keeps no empty folder, and without this one the host does not begin.
    assert [path.name for path in (tmp_path / "brief/docs").iterdir()] == [".gitkeep"]
    again = run(tmp_path, "policybrief", "new", "brief")
    assert (again.returncode, "not empty" in again.stderr) == (2, True)


def test_wrong_usage(brief: Path) -> None:
    assert run(brief, "policybrief", "check", "nowhere").returncode == 2
    assert run(brief, "policybrief", "chekc").returncode == 2


def test_each_chapter_is_read_once(brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    converted: list[str] = []
    read: list[str] = []
    convert, parse = Markdown.convert, ChapterParser.parse

    def counting(self: Markdown, source: str) -> str:
        converted.append(source)
        return convert(self, source)

    def reading(self: ChapterParser, chapter: Chapter) -> ParsedChapter:
        read.append(chapter.body)
        return parse(self, chapter)

    monkeypatch.setattr(Markdown, "convert", counting)
    monkeypatch.setattr(ChapterParser, "parse", reading)
    config = load_config(str(brief / "mkdocs.yml"))
    # As the host's command does: it keeps one plugin for all builds of a process.
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    for words in ("was signed for", "Moscow again"):
        assert sum(words in source for source in read) == 1
        assert not any(words in source for source in converted)


def test_a_preview_in_a_process_that_has_published_keeps_no_ledger(brief: Path, tmp_path: Path) -> None:
    def make(command: Literal["build", "serve"], site_dir: Path) -> None:
        config = load_config(str(brief / "mkdocs.yml"), site_dir=str(site_dir))
        config.plugins.on_startup(command=command, dirty=False)
        build(config, serve_url="http://127.0.0.1:8000/" if command == "serve" else None)
        config.plugins.on_shutdown()

    make("build", brief / "site")
    ledger = (brief / "anchors.lock").read_text("utf-8")
    for number in range(2):
        with (brief / "chapters/1-one.md").open("a", encoding="utf-8") as chapter:
            chapter.write(f"\nMoscow for the {number}th time.\n")
        make("serve", tmp_path / "preview")
        assert f"{number}th time" in (tmp_path / "preview/chapters/1-one/index.html").read_text("utf-8")
        assert not (tmp_path / "preview/data/anchors.lock").exists()
        assert (brief / "anchors.lock").read_text("utf-8") == ledger
    make("build", brief / "site")
    assert (brief / "anchors.lock").read_text("utf-8") != ledger


def test_serve_rebuilds_at_a_change(brief: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = Path(sys.executable).with_name("mkdocs")
    log = brief / "serve.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [program, "serve", "--livereload", "-a", f"127.0.0.1:{port}"], cwd=brief, stdout=output, stderr=output,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}/one/"
        wait_for(address + "glossary/eaeu/", "Economic union of five states", log)
        changed = FILES["glossary.yml"].replace("five states", "many states")
        (brief / "glossary.yml").write_text(changed, "utf-8")
        wait_for(address + "glossary/eaeu/", "Economic union of many states", log)
        (brief / "glossary.yml").write_text(changed.replace("kind: organisation", "kind: [}"), "utf-8")
        time.sleep(3)
        (brief / "glossary.yml").write_text(changed.replace("many states", "some states"), "utf-8")
        wait_for(address + "glossary/eaeu/", "Economic union of some states", log)
        references = FILES["references.yml"].replace("Treaty on the", "Agreement on the")
        (brief / "references.yml").write_text(references, "utf-8")
        wait_for(address + "references/", "Agreement on the Eurasian Economic Union", log)
        chapter = brief / "chapters/part-two/2-two.md"
        chapter.write_text("# Two\n\nMoscow once more.\n", "utf-8")
        wait_for(address + "chapters/part-two/2-two/", "once more", log)
        assert not (brief / "anchors.lock").exists(), "a preview keeps no ledger"
    finally:
        server.terminate()
        server.wait(10)


def wait_for(address: str, words: str, log: Path) -> None:
    # Ample, for a machine that is busy with something else: a first build makes the fonts, too.
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                if words in response.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.3)
    raise AssertionError(f"'{words}' did not come to {address}:\n{log.read_text()}")


def test_icons_of_a_page_without_its_stylesheets_are_small() -> None:
    html = '<svg xmlns="x" viewBox="0 0 24 24"><path/></svg><svg class="a" width="9"/><svgs>'
    sized = '<svg width="24" height="24" xmlns="x" viewBox="0 0 24 24"><path/></svg><svg class="a" width="9"/><svgs>'
    assert with_sized_icons(html) == sized
