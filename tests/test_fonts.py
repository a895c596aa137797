"""The fonts: cut once and kept, with the letters a brief needs, under a name of their own and with their licence."""

import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from policybrief.hosts.mkdocs import settings
from policybrief.model.output import Artifact
from policybrief.publishing import fonts
from policybrief.publishing.fonts import SHEET_PATH, early_fonts, font_artifacts

pytestmark = pytest.mark.slow
"""Fonts are cut."""

NEEDED = "əƏğĞıİşŞçÇöÖüÜ ’‘–—“”…№"
CYRILLIC = "Азербайджан Україна Беларусь ўёъы"
RARE = "ąěśţ ЉЊЏќ"


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture(scope="session")
def built(cache: Path) -> tuple[Artifact, ...]:
    return font_artifacts(cache)


def font(built: tuple[Artifact, ...], name: str) -> TTFont:
    content = next(artifact.content for artifact in built if artifact.path.endswith(f"/{name}.woff2"))
    return TTFont(io.BytesIO(content))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["serif", "serif-italic", "sans"])
def test_one_file_holds_latin_and_azerbaijani_another_cyrillic(built: tuple[Artifact, ...], name: str) -> None:
    for letters, file in ((NEEDED, name), (CYRILLIC, f"{name}-cyrillic"), (RARE, f"{name}-rare")):
        assert {ord(sign) for sign in letters} - {0x20} <= set(font(built, file).getBestCmap()) | {0x20}


def test_no_letter_is_in_two_files_of_a_face(built: tuple[Artifact, ...]) -> None:
    for name in ("serif", "serif-italic", "sans"):
        files = [set(font(built, f"{name}{part}").getBestCmap()) for part in ("", "-cyrillic", "-rare")]
        assert sum(map(len, files)) == len(set.union(*files))


def test_fonts_of_a_page_are_small(built: tuple[Artifact, ...]) -> None:
    sizes = {Path(artifact.path).stem: len(artifact.content) for artifact in built}
    assert sum(sizes[name] for name in ("serif", "serif-italic", "sans")) <= 70_000
    assert all(size <= 30_000 for size in sizes.values())


def test_same_input_same_bytes_and_a_warm_cache_cuts_nothing(
    built: tuple[Artifact, ...], cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert font_artifacts(tmp_path) == built
    monkeypatch.setattr(fonts, "_cut", lambda *_: pytest.fail("cut again"))
    assert font_artifacts(cache) == built


def test_a_damaged_font_is_cut_again(built: tuple[Artifact, ...], cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is of use where it cannot be kept."""
    whole = {file: file.read_bytes() for file in cache.iterdir()}
    first, *_ = whole
    monkeypatch.setattr(fonts, "_cut", lambda *_: whole[first])
    for damage in (b"", whole[first][:-1], b"another program's"):
        first.write_bytes(damage)
        assert font_artifacts(cache) == built
    first.unlink()
    first.mkdir()
    assert font_artifacts(cache) == built
    first.rmdir()
    first.write_bytes(whole[first])


def test_faces_of_a_family_declare_one_range_of_weights(built: tuple[Artifact, ...]) -> None:
    sheet = next(artifact.content.decode() for artifact in built if artifact.path == SHEET_PATH)
    faces = re.findall(r"font-style: (\w+);\n  font-weight: ([^;]+);", sheet)
    assert set(faces) == {("normal", "400 600"), ("italic", "400")}
    # The faces of the reader's system that stand in until ours have come are there at once.
    assert sheet.count("font-display: fallback") == sheet.count("@font-face") - sheet.count('src: local("')
    paths = {f"assets/{path}" for path in re.findall(r'url\("([^"]+)"\)', sheet)}
    assert paths == {artifact.path for artifact in built if artifact.path.endswith(".woff2")}


@pytest.mark.parametrize(
    ("word", "name"),
    [("regular", ""), ("əıığ", ""), ("Азербайджан", "-cyrillic"), ("Україна", "-cyrillic"), ("řőșț", "-rare")],
)
@pytest.mark.parametrize("family", ["serif", "sans"])
def test_bold_letters_of_every_script_are_wider(built: tuple[Artifact, ...], family: str, word: str, name: str) -> None:
    file = font(built, f"{family}{name}")
    glyphs = [file.getBestCmap()[ord(letter)] for letter in word]
    regular, bold = (
        sum(file.getGlyphSet(location={"wght": weight})[glyph].width for glyph in glyphs) for weight in (400, 600)
    )
    assert bold > 1.01 * regular


@pytest.mark.parametrize(
    ("title", "letters"),
    [("Brief", ""), ("Qarabağ və Bakı", ""), ("Россия и Запад", "-cyrillic"), ("Śląsk", "-rare"), ("中国", "")],
)
def test_fonts_of_the_title_are_asked_for_early(built: tuple[Artifact, ...], title: str, letters: str) -> None:
    names = ["serif", "sans"] + [f"{name}{letters}" for name in ("serif", "sans") if letters]
    found = early_fonts(title)
    assert sorted(found) == sorted(f"assets/fonts/{name}.woff2" for name in names)
    assert set(found) <= {artifact.path for artifact in built}


def test_reserved_name_is_not_used_and_the_licence_comes_along(built: tuple[Artifact, ...]) -> None:
    name = font(built, "serif")["name"]
    assert name.getDebugName(1) == "Policybrief Serif"
    assert "Open Font License" in str(name.getDebugName(13))
    licences = [artifact.content for artifact in built if artifact.path.endswith(".txt")]
    assert len(licences) == 2
    assert all(b"SIL OPEN FONT LICENSE" in licence for licence in licences)


def test_without_the_packages_there_are_no_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)
    assert font_artifacts(tmp_path) == ()


def test_cut_fonts_are_kept_for_all_briefs_of_a_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "user_cache_path", lambda *_, **__: tmp_path / "user")
    assert settings.font_folder(tmp_path / "brief") == tmp_path / "user" / "fonts"
    monkeypatch.setattr(settings, "user_cache_path", lambda *_, **__: tmp_path / "file")
    (tmp_path / "file").write_text("")
    assert settings.font_folder(tmp_path / "brief") == tmp_path / "brief/.cache/policybrief/fonts"
