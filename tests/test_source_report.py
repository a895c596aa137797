"""What is said of each source, and what is asked of the network, which is never asked here."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from policybrief.checks.source_report import is_list_address
from policybrief.cli import main, web_addresses
from policybrief.cli.web_addresses import Answer, NoAnswerError, ask, ask_all, remark_on

SOURCES = """references:
  - id: sound
    type: report
    title: A report
    issued: '2019'
    language: en
    URL: https://a.example/report
    accessed: '2026-03-01'
    archive: https://web.archive.org/web/20260301120000/https://a.example/report
    reliability: agency
  - id: bare
    type: webpage
    title: '[A page]'
    issued: '2020'
    language: en
    URL: https://b.example/tag/trade/
    copy-url: https://c.example/copy
    reliability: weak
  - {id: party, type: book, title: A book, issued: '2019', language: en, reliability: party}
"""
TEXT = "# One\n\nIt grew by 4 per cent in 2014.[@bare; @party] It fell in 2015.[@bare; @sound] It is so.[@party]\n"


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    files = {
        "mkdocs.yml": "site_name: B\nplugins:\n  - policybrief\n",
        "glossary.yml": "trust: {name: Trust, kind: concept, background: true}\n",
        "references.yml": SOURCES,
        "chapters/1-one.md": TEXT,
        "docs/about.md": "# About\n\nWords.\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def report(brief: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["sources", "report", str(brief), *options])
    return result.exit_code, result.output


def test_each_source_with_what_is_missing_or_weak_about_it(brief: Path) -> None:
    code, said = report(brief)
    assert code == 1
    assert said.splitlines() == [
        "references.yml:11:9: bare: title-ours, only-in-copy, no-copy, no-access-date",
        "    weak-alone: weak; 1 claim rests on such sources alone: 1.1",
        "    list-address: https://b.example/tag/trade/",
        "references.yml:19:10: party",
        "    weak-alone: party; 1 claim rests on such sources alone: 1.1",
        (
            "3 sources: 2 weak-alone, 1 list-address, 1 title-ours, 1 only-in-copy, 1 no-copy, "
            "1 no-access-date"
        ),
    ]  # fmt: skip


def test_the_report_for_programs(brief: Path) -> None:
    code, said = report(brief, "--format", "json", "--only", "no-copy", "--only", "list-address")
    assert code == 1
    assert json.loads(said) == [
        {
            "source": "bare", "path": "references.yml", "line": 11, "column": 9,
            "remarks": [
                {"kind": "list-address", "message": "https://b.example/tag/trade/"},
                {"kind": "no-copy", "message": None},
            ],
        }
    ]  # fmt: skip
    assert report(brief, "--only", "changed-copy") == (0, "3 sources: nothing is missing\n")
    assert report(brief, "--only", "nothing")[0] == 2


def test_a_kept_copy_is_a_copy(brief: Path) -> None:
    (brief / "bare.txt").write_text("Words.", "utf-8")
    CliRunner().invoke(main, ["sources", "keep", "--in", str(brief), str(brief / "bare.txt")])
    assert report(brief, "--only", "no-copy") == (0, "3 sources: nothing is missing\n")
    (brief / "references.yml").write_text(SOURCES.replace("bare", "renamed"), "utf-8")
    (brief / "chapters" / "1-one.md").write_text(TEXT.replace("bare", "renamed"), "utf-8")
    assert "there are copies of unknown sources: bare\n" in report(brief)[1]


def test_the_network_is_asked_only_when_told_to(brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def answered(url: str) -> Answer:
        asked.append(url)
        if "copy" in url:
            raise NoAnswerError("there is no 'c.example'", dead=True)
        return Answer(200)

    monkeypatch.setattr(web_addresses, "ask", answered)
    report(brief)
    assert asked == []
    code, said = report(brief, "--online", "--only", "dead")
    assert (code, said.splitlines()[1]) == (1, "    dead: https://c.example/copy: there is no 'c.example'")
    assert sorted(asked) == ["https://a.example/report", "https://b.example/tag/trade/", "https://c.example/copy"]


@pytest.mark.parametrize(
    ("url", "lists"),
    [
        ("https://a.example/tag/radar/", True),
        ("https://a.example/category/region/politics/page/2/", True),
        ("https://a.example/en/topics/energy", True),
        ("https://a.example/?s=radar", True),
        ("https://a.example/", True),
        ("https://a.example/?p=4711", False),
        ("https://a.example/en/page/9/4842", False),
        ("https://a.example/keywords/82/events/61684", False),
        ("https://a.example/categories/magazine/34_pipeline.html", False),
        ("https://a.example/2012/01/tags-and-trade/", False),
        ("https://a.example/story.html?s=9e507c53", False),
    ],
)
def test_which_addresses_are_lists(url: str, lists: bool) -> None:
    assert is_list_address(url) is lists


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([Answer(200)], None),
        ([Answer(403)], None),
        ([Answer(301, "https://b.example/x"), Answer(200)], None),
        ([Answer(302, "/y"), Answer(404)], "dead: https://a.example/x leads to https://a.example/y: 404 Not Found"),
        ([Answer(410)], "dead: https://a.example/x: 410 Gone"),
        ([Answer(301, "/"), Answer(200)], "dead: https://a.example/x leads to https://a.example/: a front page"),
        ([Answer(503)], "no-answer: https://a.example/x: 503 Service Unavailable"),
        ([Answer(302, "/x")] * 9, "no-answer: https://a.example/x: it redirects again and again"),
        ([NoAnswerError("no answer in time")], "no-answer: https://a.example/x: no answer in time"),
    ],
)  # fmt: skip
def test_what_an_answer_means(answers: list[Answer | NoAnswerError], said: str | None) -> None:
    left = iter(answers)

    def next_answer(_url: str) -> Answer:
        answer = next(left)
        if isinstance(answer, NoAnswerError):
            raise answer
        return answer

    remark = remark_on("https://a.example/x", next_answer)
    assert (remark and f"{remark.fault.value}: {remark.said}") == said


class _Here(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(301 if self.path.startswith("/moved") else 200)
        self.send_header("Location", "https://b.example/")
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def server() -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), _Here) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        try:
            yield running.server_port
        finally:
            running.shutdown()


def test_nothing_is_asked_in_a_private_network() -> None:
    with server() as port:
        for host in ("127.0.0.1", "localhost"):
            with pytest.raises(NoAnswerError, match="is in a private network"):
                ask(f"http://{host}:{port}/")
        assert ask(f"http://127.0.0.1:{port}/mövd ?q=ü", is_public=lambda _ip: True) == Answer(
            200, "https://b.example/"
        )
        assert ask(f"http://127.0.0.1:{port}/moved", is_public=lambda _ip: True).status == 301
        remark = remark_on(f"http://127.0.0.1:{port}/", ask)
    assert remark
    assert remark.fault.value == "no-answer"
    with pytest.raises(NoAnswerError, match="nobody answers there"):
        ask(f"http://127.0.0.1:{port}/", is_public=lambda _ip: True)


@pytest.mark.parametrize("url", ["ftp://a.example/x", "http:///x", "http://a.example:99999/x", "http://[::1/x"])
def test_addresses_that_cannot_be_asked(url: str) -> None:
    with pytest.raises(NoAnswerError):
        ask(url, is_public=lambda _ip: True)


@pytest.mark.parametrize(("answering", "fault"), [("https://a.example/", "dead"), ("nothing", "no-answer")])
def test_a_name_that_is_not_found_is_dead_where_others_are(
    answering: str, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolve(host: str, *_words: object, **_named: object) -> list[tuple[object, ...]]:
        raise socket.gaierror(socket.EAI_NONAME, host)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(web_addresses, "ask", lambda url: Answer(200) if url == answering else ask(url))
    found = ask_all(["https://a.example/", "https://b.example/x"], lambda *_counts: None)
    assert found["https://b.example/x"].fault.value == fault
    assert ("https://a.example/" in found) is (answering == "nothing")


def test_the_rest_is_given_up_when_nothing_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = threading.Event()

    def never(_url: str) -> Answer:
        waiting.wait(20)
        return Answer(200)

    monkeypatch.setattr(web_addresses, "ask", never)
    monkeypatch.setattr(web_addresses, "_LONGEST", 0.05)
    told: list[tuple[int, int]] = []
    found = ask_all(["https://a.example/", "https://b.example/"], lambda *counts: told.append(counts))
    waiting.set()
    assert {remark.said for remark in found.values()} == {"no answer in time"}
    assert told == []
