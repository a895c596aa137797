"""Kept copies of sources: what is kept of real small files, and what the check finds in them."""

import gzip
import quopri
from io import BytesIO
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader, PdfWriter

from policybrief.build import examine
from policybrief.cli import main
from policybrief.model.source_copies import LARGEST_COPY
from policybrief.reading.project import read_project

PAGE = """<!doctype html><html lang="en"><head><title>Statement</title><style>.a{}</style></head><body>
<nav><a href="/">Home</a></nav>
<article><h1>Statement of the ministry</h1><p>The radar is a <b>matter</b> of trust,&nbsp;and it stays in Gabala.</p>
<p>We do not choose between East and West.</p></article><aside>Subscribe to our letter.</aside></body></html>"""
META = b'<head><meta charset="windows-1251">'
MHTML = (
    "From: <Saved by Blink>\r\nSubject: Statement\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    '\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n----x\r\nContent-Type: text/html\r\n'
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    f"{quopri.encodestring(PAGE.encode()).decode()}\r\n----x--\r\n"
)
URL = "https://ministry.example/statement?id=4"
REFERENCES = f"""references:
  - {{id: page, type: webpage, title: A page, issued: '2012', language: en, URL: '{URL}'}}
  - {{id: 'law:1', type: legislation, title: A law, issued: '2010', language: en}}
  - {{id: other, type: book, title: A book, issued: '2010', language: en}}
"""
EVIDENCE = """page:
  trust:
    quote: >-
      The radar is a matter of trust … it
      stays in [the town of] Gabala
law:1:
  rate: {quote: 'The international rate is 24 per cent.'}
"""


def pdf(*pages: str, password: str = "") -> bytes:
    """Return a PDF of these pages, a line of text for each line."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        drawn = "".join(f"({line}) Tj 0 -14 Td " for line in page.split("\n") if line)
        stream = f"BT /F1 12 Tf 72 720 Td {drawn}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    plain = f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()
    if not password:
        return plain
    locked, written = PdfWriter(clone_from=PdfReader(BytesIO(plain))), BytesIO()
    locked.encrypt(password, algorithm="RC4-128")
    locked.write(written)
    return written.getvalue()


def warc(*pages: tuple[str, str], packed: bool = True) -> bytes:
    """Return a web archive of pages, each an address and its HTML."""
    records = []
    for address, html in pages:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2026-03-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, address)}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        records.append(gzip.compress(record) if packed else record)
    return b"".join(records)


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    files = {
        "mkdocs.yml": "site_name: B\nplugins:\n  - policybrief\n",
        "glossary.yml": "trust: {name: Trust, kind: concept, background: true}\n",
        "references.yml": REFERENCES,
        "evidence.yml": EVIDENCE,
        "chapters/1-one.md": "# One\n\nA radar.[@page#trust; @law:1#rate; @other]\n",
        "docs/about.md": "# About\n\nWords.\n",
    }
    for path, text in files.items():
        (tmp_path / "brief" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "brief" / path).write_text(text, "utf-8")
    return tmp_path / "brief"


def keep(brief: Path, name: str, content: bytes | str, *options: str) -> Result:
    """Keep a file of this name and content."""
    file = brief.parent / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return CliRunner().invoke(main, ["sources", "keep", *options, "--in", str(brief), str(file)])


def found(brief: Path) -> list[str]:
    """Return what the check says of kept copies."""
    return [str(each).split("\n")[0] for each in examine(read_project(brief)) if "copy" in each.code.public]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", PAGE),
        ("page.htm", f"<div>{PAGE[15:]}"),
        ("page.warc.gz", warc(("https://cdn.example/x", "<html>x</html>"), (URL.replace("https", "http"), PAGE))),
        ("page.warc", warc(("https://elsewhere.example/", PAGE), packed=False)),
        ("page.mhtml", MHTML),
        ("page.html", PAGE.replace("trust", "trust: доверие").encode("cp1251").replace(b"<head>", META)),
        ("page.pdf", pdf("Head 1\nThe radar is a matter\nof trust, and it\n1", "Head 2\nstays in\nGabala.\n2")),
        ("page.txt", "\ufeffTHE RADAR\r\nis a “matter” of trust, and it stays in Gabala. \N{SOFT HYPHEN}"),
    ],
)
def test_words_are_found_in_every_kind_of_file(name: str, content: bytes | str, brief: Path) -> None:
    result = keep(brief, name, content)
    assert result.exit_code == 0, result.output
    assert "page: sources/page-" in result.output
    assert found(brief) == []
    changed = EVIDENCE.replace("a matter", "a question")
    (brief / "evidence.yml").write_text(changed, "utf-8")
    (problem,) = found(brief)
    assert problem.startswith("evidence.yml:4:22: warning[not-in-copy]: the passage 'trust' of 'page' has 'question'")
    assert "where the kept copy has 'matter' (sources/page-" in problem


def test_hyphens_at_line_ends_do_not_count(brief: Path) -> None:
    assert keep(brief, "law.pdf", pdf("The inter-\nnational rate\nis 24 per cent."), "--for", "law:1").exit_code == 0
    assert found(brief) == []
    (brief / "evidence.yml").write_text(EVIDENCE.replace("24", "42"), "utf-8")
    (problem,) = found(brief)
    assert problem.startswith("evidence.yml:7:44: warning[not-in-copy]: the passage 'rate' of 'law:1' has '42' where")
    assert problem.endswith("-text.txt:1)")


def test_a_passage_that_is_not_there_at_all(brief: Path) -> None:
    keep(brief, "page.txt", "Another page about something else altogether, with other words.")
    (problem,) = found(brief)
    assert problem.startswith(
        "evidence.yml:4:7: warning[not-in-copy]: the passage 'trust' of 'page' is not in the kept copy "
    )
    keep(brief, "page.html", PAGE)
    assert found(brief) == []


def test_the_same_file_is_kept_once_and_mended(brief: Path) -> None:
    first = keep(brief, "page.html", PAGE, "--seen", "2026-03-01")
    assert "add 'accessed: 2026-03-01' in references.yml" in first.output
    before = {path.name: path.read_bytes() for path in (brief / "sources").iterdir()}
    assert sorted(Path(name).suffix for name in before) == ["", ".html", ".txt", ".yml"]
    assert b"\nkept: 2026-03-01\n" in b"".join(before.values())
    again = keep(brief, "page.html", PAGE)
    assert again.exit_code == 0
    assert "page: kept before as sources/page-" in again.output
    assert {path.name: path.read_bytes() for path in (brief / "sources").iterdir()} == before
    words = next((brief / "sources").glob("*-text.txt"))
    words.write_text("Other words.", "utf-8")
    keep(brief, "page.html", PAGE)
    assert {path.name: path.read_bytes() for path in (brief / "sources").iterdir()} == before


def test_a_copy_that_was_changed_or_lost_is_named(brief: Path) -> None:
    keep(brief, "page.html", PAGE, "--seen", "2026-03-01")
    page = next((brief / "sources").glob("*.html"))
    words = page.with_name(f"{page.stem}-text.txt")
    record = page.with_suffix(".yml")

    def named(path: Path, fault: str) -> list[str]:
        seen = f"'{path.name}', kept for 'page' on 2026-03-01, {fault}"
        return [f"sources/{path.name}:1:1: warning[changed-copy]: {seen}"]

    for path in (page, words):
        content = path.read_bytes()
        path.write_bytes(content + b"!")
        assert found(brief) == named(path, "was changed")
        path.unlink()
        assert found(brief) == named(path, "is missing")
        path.write_bytes(content)
    page.write_bytes(page.read_bytes().replace(b"East", b"Nord"))  # as long as before
    assert found(brief) == []
    report = CliRunner().invoke(main, ["sources", "report", str(brief), "--only", "changed-copy"])
    assert f"changed-copy: sources/{page.name} was changed" in report.output
    record.write_text(record.read_text().replace("sha256: ", "sha256: x"), "utf-8")
    said = [str(each) for each in examine(read_project(brief)) if each.place.path.startswith("sources/")]
    assert len(said) == 2
    assert all("error[bad-value]: 'x" in each for each in said)
    record.unlink()
    assert found(brief) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("page.pdf", pdf("Words", password="secret"), "locked with a password"),
        ("page.pdf", pdf("Words")[:200], "the PDF is broken"),
        ("page.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 9, "the PDF is broken"),
        ("page.warc.gz", warc((URL, PAGE))[:400], "the web archive is broken"),
        ("page.warc", warc((URL, PAGE), packed=False)[:600], "the web archive is broken"),
        ("page.warc.gz", b"\x1f\x8b" + bytes(40), "the web archive is broken"),
        ("page.warc", warc(("https://a.example", PAGE), ("https://b.example", PAGE)), "it holds 2 pages, and none has"),
        ("page.warc", b"WARC/1.0\r\n\r\n", "it holds no web page and no PDF"),
        ("page.txt", b" \n", "it is empty"),
        ("page.mhtml", MHTML.replace("text/html", "text/css").encode(), "there is no page in it"),
        ("page.rtf", b"{\\rtf1 Words.}", "it is not a web page (.html, .mhtml)"),
        ("page.docx", b"PK\x03\x04" + bytes(40), "it is not a web page (.html, .mhtml), a web archive"),
        ("page.txt", "Москва".encode("cp1251"), "it is not a web page (.html, .mhtml), a web archive"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_and_nothing_is_written(
    name: str, content: bytes, said: str, brief: Path
) -> None:
    result = keep(brief, name, content)
    assert result.exit_code == 1
    assert said in result.output
    assert not (brief / "sources").exists()


def test_of_several_files_the_good_ones_are_kept(brief: Path) -> None:
    (brief.parent / "page.txt").write_text("Words.", "utf-8")
    (brief.parent / "other.txt").write_text("", "utf-8")
    files = [str(brief.parent / name) for name in ("other.txt", "page.txt")]
    result = CliRunner().invoke(main, ["sources", "keep", "--in", str(brief), *files])
    assert result.exit_code == 1
    assert [path.name[:5] for path in sorted((brief / "sources").glob("*.yml"))] == ["page-"]


def test_too_large_a_file(brief: Path) -> None:
    with (brief.parent / "page.pdf").open("wb") as file:
        file.truncate(LARGEST_COPY + 1)
    result = CliRunner().invoke(main, ["sources", "keep", "--in", str(brief), str(brief.parent / "page.pdf")])
    assert result.exit_code == 1
    assert "it has 64,000,001 bytes; the limit is 64,000,000" in result.output


def test_a_scan_is_kept_and_proves_nothing(brief: Path) -> None:
    result = keep(brief, "page.pdf", pdf(""))
    assert "no readable text" in result.output
    assert found(brief) == []


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("pages.txt", (), "'pages.txt' is not named after a source; did you mean 'page'?"),
        ("words.txt", (), "name its source with --for KEY"),
        ("words.txt", ("--for", "law:2"), "no source 'law:2'; did you mean 'law:1'?"),
        ("page.txt", ("--seen", "yesterday"), "'yesterday' is not a date"),
    ],
)
def test_wrong_words(name: str, options: tuple[str, ...], said: str, brief: Path) -> None:
    result = keep(brief, name, "Words.", *options)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert not (brief / "sources").exists()


@pytest.mark.parametrize("folder", ["docs/sources", "docs", "chapters/x"])
def test_nothing_is_kept_where_it_would_be_published(folder: str, brief: Path) -> None:
    settings = f"site_name: B\nplugins:\n  - policybrief: {{sources: {folder}}}\n"
    (brief / "mkdocs.yml").write_text(settings, "utf-8")
    result = keep(brief, "page.txt", "Words.")
    assert result.exit_code == 2
    assert "would be published" in result.output


@pytest.mark.parametrize(
    ("name", "content", "package"),
    [("page.pdf", pdf("x"), "pypdf"), ("page.html", PAGE, "trafilatura"), ("page.warc", warc((URL, PAGE)), "warcio")],
)
def test_a_package_that_is_not_installed(
    name: str, content: bytes | str, package: str, brief: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (package, "warcio.archiveiterator", "warcio.exceptions")[: 3 if package == "warcio" else 1]:
        monkeypatch.setitem(__import__("sys").modules, module, None)
    result = keep(brief, name, content)
    assert result.exit_code == 1
    assert f"the package '{package}', which is not installed: pip install 'policybrief[sources]'" in result.output


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("{quote: The radar is a question of trust}", "3:29"),
        ("{quote: 'The radar is a question of trust'}", "3:30"),
        ('\n    quote: "The radar is\n      a question of trust"', "5:9"),
        ("\n    quote: |\n      The radar is a\n      question of trust", "6:7"),
        ("\n    quote: >-\n\n      The [old] radar is\n      a question of trust", "7:9"),
        ("\n    quote: The radar\n      is a question of trust\n    lang: en", "5:12"),
    ],
)
def test_the_place_of_a_word_however_the_quotation_is_written(written: str, place: str, brief: Path) -> None:
    keep(brief, "page.html", PAGE)
    (brief / "evidence.yml").write_text(f"# Passages.\npage:\n  a: {written}\n", "utf-8")
    (problem,) = found(brief)
    assert problem.startswith(f"evidence.yml:{place}: warning[not-in-copy]: the passage 'a' of 'page' has 'question'")
