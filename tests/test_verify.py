"""`policybrief verify`: a copy of a site against its manifest."""

import unicodedata
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policybrief.cli import main
from policybrief.publishing.manifest import NAME, built_files, digests_of, manifest_text

FILES = {
    "index.html": b"<p>One</p>\n<p>Two</p>\n",
    "a/b c.html": b"x",
    "data/ə.json": b"{}\n",
    "empty": b"",
}


def write_manifest(site: Path) -> None:
    """Write the manifest that a build of these files writes; `.git` comes from elsewhere."""
    digests = {path: digest for path, digest in digests_of(site).items() if not path.startswith(".git/")}
    (site / NAME).write_text(manifest_text(digests), "utf-8", newline="\n")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for path, content in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    (root / ".git").mkdir()
    (root / ".git" / "HEAD").write_text("ref")
    write_manifest(root)
    return root


def verify(site: Path) -> Result:
    return CliRunner().invoke(main, ["verify", str(site)])


def test_a_true_copy(site: Path) -> None:
    outcome = verify(site)
    assert (outcome.exit_code, outcome.output) == (0, f"{len(FILES)} files, all as built\n")
    lines = (site / NAME).read_text("utf-8").splitlines()
    assert f"{sha256(b'x').hexdigest()}  a/b c.html" in lines
    assert len(lines) == len(FILES)


def test_changed_missing_and_extra_files_are_named(site: Path) -> None:
    (site / "index.html").write_bytes(b"<p>Three</p>\n")
    (site / "empty").unlink()
    (site / "a" / "new\x1b[31m.html").write_bytes(b"")
    outcome = verify(site)
    assert outcome.exit_code == 1
    assert outcome.output.splitlines() == [
        "index.html: changed",
        "empty: missing",
        "a/new\\u001b[31m.html: not part of the site",
        f"{len(FILES)} files in {NAME}: 1 changed, 1 missing, 1 not part of the site",
    ]


def test_line_ends_changed_on_the_way(site: Path) -> None:
    for name in ("index.html", NAME):
        (site / name).write_bytes((site / name).read_bytes().replace(b"\n", b"\r\n"))
    outcome = verify(site)
    assert outcome.exit_code == 1
    assert outcome.output.startswith("index.html: only line endings changed\n")
    assert "copy in binary mode" in outcome.output


def test_names_spelled_with_other_code_points(tmp_path: Path) -> None:
    (tmp_path / "é.txt").write_bytes(b"")
    write_manifest(tmp_path)
    (tmp_path / "é.txt").rename(tmp_path / unicodedata.normalize("NFD", "é.txt"))
    outcome = verify(tmp_path)
    assert outcome.exit_code == 1
    assert "spelled with different code points" in outcome.output
    assert "missing" not in outcome.output


def test_a_link_is_no_copy(site: Path) -> None:
    (site / "empty").unlink()
    (site / "empty").symlink_to("/dev/null")
    assert verify(site).output.startswith("empty: changed\n")


def test_many_of_a_kind_are_counted(site: Path) -> None:
    for number in range(60):
        (site / f"new-{number:02}").write_bytes(b"")
    outcome = verify(site)
    assert "... and 10 more: not part of the site" in outcome.output


def test_a_name_with_a_backslash_is_written_as_sha256sum_does(tmp_path: Path) -> None:
    (tmp_path / "a\\b\nc").write_bytes(b"")
    write_manifest(tmp_path)
    assert (tmp_path / NAME).read_text("utf-8") == f"\\{sha256().hexdigest()}  a\\\\b\\nc\n"
    assert verify(tmp_path).exit_code == 0


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("{}  ../../etc/passwd", "is not a path inside the site"),
        ("{}  /etc/passwd", "is not a path inside the site"),
        ("{}  a/../../b", "is not a path inside the site"),
        ("{}  ./index.html", "is not a path inside the site"),
        ("\\{}  a\\n/../b", "is not a path inside the site"),
        ("{}  a\x00b", "is not a path inside the site"),
        ("abc  index.html", "not a line with a hash and a path"),
        ("\x1b[31m", "not a line with a hash and a path"),
    ],
)
def test_a_manifest_that_leads_astray_is_refused(site: Path, line: str, seen: str) -> None:
    (site / NAME).write_text(line.format("0" * 64) + "\n", "utf-8", newline="\n")
    outcome = verify(site)
    assert outcome.exit_code == 2
    assert f"{NAME}:1: " in outcome.output
    assert seen in outcome.output
    assert "\x1b" not in outcome.output


def test_without_a_manifest(site: Path, tmp_path: Path) -> None:
    outcome = verify(tmp_path)
    assert outcome.exit_code == 2
    assert "name the folder 'site' in it" in outcome.output
    (site / NAME).write_bytes(b"\xff\xfe")
    assert "is not UTF-8 text" in verify(site).output
    assert verify(tmp_path / "nowhere").exit_code == 2


def test_a_hidden_file_counts_when_the_build_made_it(site: Path) -> None:
    (site / ".well-known").mkdir()
    (site / ".well-known" / "security.txt").write_bytes(b"Contact: us")
    write_manifest(site)
    (site / ".well-known" / "token").write_bytes(b"of another program")
    assert ".well-known/security.txt" in built_files(site)
    assert verify(site).output == f"{len(FILES) + 1} files, all as built\n"
    (site / ".well-known" / "security.txt").unlink()
    assert verify(site).output.startswith(".well-known/security.txt: missing\n")


def test_a_file_that_never_arrived_is_named(site: Path) -> None:
    digests = {**digests_of(site), "assets/style.css": sha256(b"p {}").hexdigest()}
    (site / NAME).write_text(manifest_text(digests), "utf-8", newline="\n")
    assert "assets/style.css: missing\n" in verify(site).output


def test_without_a_usable_manifest_nothing_counts_as_built(tmp_path: Path) -> None:
    assert built_files(tmp_path) == frozenset()
    (tmp_path / NAME).write_bytes(b"torn")
    assert built_files(tmp_path) == frozenset()
