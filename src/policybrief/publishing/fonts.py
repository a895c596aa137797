"""The fonts of the site: reduced once to the letters that a brief needs, from packaged font files, and cached.

They are Source Serif 4 and Source Sans 3. Their licence (OFL) reserves the name "Source" for the originals, so the
reduced ones have another name.
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from ..model.font_letters import COMMON, CYRILLIC, RARE, Ranges
from ..model.fonts import FontFile
from ..model.output import Artifact
from .atomic_files import replace_file

FOLDER = "assets/fonts"
SHEET_PATH = "assets/policybrief-fonts.css"

_WEIGHTS = (400, 600)
"""Every upright face has and declares this range, and every italic one a single weight, which the browser thickens: of
faces of one family and style with different ranges, Chromium drops all but one.
"""

_FEATURES = ("kern", "liga", "lnum", "locl", "tnum")
_CYRILLIC_FEATURES = ("kern", "liga")
"""Without alternative figures, and without the forms that Bulgarian and Serbian prefer for some letters: a fifth of the
file.
"""


@dataclass(frozen=True, slots=True)
class _Face:
    """One file of the site, made from one file of a package."""

    name: str
    family: str
    style: str
    package: str
    source: str
    """The file in the package's folder `files`."""
    letters: Ranges
    weights: tuple[int, int] | int
    size: int | None
    """The fixed optical size; None if the font has no such axis."""
    features: tuple[str, ...] = _FEATURES


_SERIF, _SANS = "Policybrief Serif", "Policybrief Sans"
_OF_SERIF, _OF_SANS = "fontpkg_source_serif_4", "fontpkg_source_sans_3"
_ROMAN, _ITALIC = "SourceSerif4[opsz,wght].ttf", "SourceSerif4-Italic[opsz,wght].ttf"

# One weight is half the size of two, and italics are rarely bold.
_FACES = (
    _Face("serif", _SERIF, "normal", _OF_SERIF, _ROMAN, COMMON, _WEIGHTS, 18),
    _Face("serif-italic", _SERIF, "italic", _OF_SERIF, _ITALIC, COMMON, 400, 18),
    _Face("sans", _SANS, "normal", _OF_SANS, "SourceSans3[wght].ttf", COMMON, _WEIGHTS, None),
    _Face("serif-cyrillic", _SERIF, "normal", _OF_SERIF, _ROMAN, CYRILLIC, _WEIGHTS, 18, _CYRILLIC_FEATURES),
    _Face("serif-italic-cyrillic", _SERIF, "italic", _OF_SERIF, _ITALIC, CYRILLIC, 400, 18, _CYRILLIC_FEATURES),
    _Face(
        "sans-cyrillic",
        _SANS,
        "normal",
        _OF_SANS,
        "SourceSans3[wght].ttf",
        CYRILLIC,
        _WEIGHTS,
        None,
        _CYRILLIC_FEATURES,
    ),
    _Face("serif-rare", _SERIF, "normal", _OF_SERIF, _ROMAN, RARE, _WEIGHTS, 18),
    _Face("serif-italic-rare", _SERIF, "italic", _OF_SERIF, _ITALIC, RARE, 400, 18),
    _Face("sans-rare", _SANS, "normal", _OF_SANS, "SourceSans3[wght].ttf", RARE, _WEIGHTS, None),
)


@dataclass(frozen=True, slots=True)
class _StandIn:
    """A system font that is shown until one of ours arrives."""

    family: str
    system: str
    local: str
    """The name of the face in the system."""
    size: float
    """In per cent: the size at which its letters are as wide as ours in English text. Then lines break at the same
    words, and nothing on the page moves when our fonts arrive.
    """
    style: str = "normal"

    def rule(self) -> str:
        above, below = (round(100 * height / self.size, 1) for height in _HEIGHTS[self.family])
        return (
            f'@font-face {{\n  font-family: "{self.family} as {self.system}";\n  font-style: {self.style};\n'
            f'  src: local("{self.local}");\n  size-adjust: {self.size}%;\n'
            f"  ascent-override: {above}%;\n  descent-override: {below}%;\n  line-gap-override: 0%;\n}}\n"
        )


_HEIGHTS = {_SERIF: (103.6, 33.5), _SANS: (102.4, 40.0)}
"""How far our fonts reach above and below the baseline, in per cent of their size."""

_STAND_INS = (
    _StandIn(_SERIF, "Georgia", "Georgia", 103.7),
    _StandIn(_SERIF, "Times New Roman", "Times New Roman", 115.6),
    _StandIn(_SERIF, "Times New Roman", "Times New Roman Italic", 107.3, "italic"),
    _StandIn(_SERIF, "DejaVu Serif", "DejaVu Serif", 89.2),
    _StandIn(_SERIF, "DejaVu Serif", "DejaVu Serif Italic", 83.1, "italic"),
    _StandIn(_SANS, "Arial", "Arial", 95.3),
    _StandIn(_SANS, "Roboto", "Roboto", 94.6),
    _StandIn(_SANS, "DejaVu Sans", "DejaVu Sans", 82.3),
)


def font_artifacts(cache: Path) -> tuple[Artifact, ...]:
    """Return the fonts, their stylesheet and their licences as files of the site; none if the packages are missing.

    Fonts that were prepared before are read from the folder `cache`.
    """
    found = _folders()
    if not found:
        return ()
    fonts = font_files(cache)
    rules = (*(font.rule("fonts") for font in fonts), *(stand_in.rule() for stand_in in _STAND_INS))
    return (
        Artifact(SHEET_PATH, "".join(rules).encode()),
        *(Artifact(f"{FOLDER}/{font.name}.woff2", font.content) for font in fonts),
        *(
            Artifact(f"{FOLDER}/OFL-{'serif' if package == _OF_SERIF else 'sans'}.txt", licence.read_bytes())
            for package, folder in found.items()
            if (licence := folder / "LICENSE").is_file()
        ),
    )


def early_fonts(title: str) -> tuple[str, ...]:
    """Return the paths of the fonts that every page of a brief with this title needs: the upright ones.

    A page that requests them before it reads its stylesheets has them when it is first drawn, so nothing moves.
    """
    letters = f"0 {title}"
    upright = (face for face in _FACES if face.style == "normal")
    return tuple(
        f"{FOLDER}/{face.name}.woff2"
        for face in upright
        if any(first <= ord(letter) <= last for letter in letters for first, last in face.letters)
    )


def font_files(cache: Path) -> tuple[FontFile, ...]:
    """Return only the fonts, cached in the same folder; none if the packages are missing."""
    folders = _folders()
    return tuple(_cut_all(folders, cache)) if folders else ()


def _folders() -> dict[str, Path]:
    """Return the folder of each font package; none if one, or the library that prepares them, is not installed."""
    folders = {face.package: _folder_of(face.package) for face in _FACES}
    if None in folders.values() or find_spec("fontTools") is None or find_spec("brotli") is None:
        return {}
    return {package: folder for package, folder in folders.items() if folder is not None}


def _cut_all(folders: dict[str, Path], cache: Path) -> Iterator[FontFile]:
    tools = f"fonttools {version('fonttools')}, brotli {version('brotli')}"
    digests: dict[Path, bytes] = {}
    for face in _FACES:
        source = folders[face.package] / "files" / face.source
        digests.setdefault(source, sha256(source.read_bytes()).digest())
        recipe = repr((face, _WEIGHTS, tools)).encode()
        kept = cache / f"{sha256(recipe + digests[source]).hexdigest()}.woff2"
        content = _whole(kept)
        if content is None:
            content = _cut(face, source)
            with suppress(OSError):  # fonts that cannot be cached are prepared again by the next build
                cache.mkdir(parents=True, exist_ok=True)
                # Another build may be reading the file, or preparing the same one: it appears complete or not at all.
                replace_file(kept, content)
        weights = str(face.weights) if isinstance(face.weights, int) else f"{face.weights[0]} {face.weights[1]}"
        yield FontFile(face.name, face.family, face.style, weights, face.letters, content)


def _whole(kept: Path) -> bytes | None:
    """Return a cached font, or None if there is none or its length is wrong."""
    try:
        content = kept.read_bytes()
    except OSError:
        return None
    return content if content[:4] == b"wOF2" and int.from_bytes(content[8:12]) == len(content) else None


def _cut(face: _Face, source: Path) -> bytes:
    """Return the font file with only the face's letters. Glyphs first: fixing the axes of all would take four times as
    long.
    """
    # Only a first build needs these, and they take a while to load.
    from fontTools import subset  # type: ignore[import-untyped] # noqa: PLC0415
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # noqa: PLC0415
    from fontTools.varLib import instancer  # type: ignore[import-untyped] # noqa: PLC0415

    options = subset.Options(layout_features=list(face.features), hinting=False, name_IDs=[0, 1, 2, 13, 14])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(_code_points(face.letters)))
    limits = {"wght": face.weights} if face.size is None else {"wght": face.weights, "opsz": face.size}
    out = io.BytesIO()
    # The time of making is not part of the font: same input, same bytes.
    with TTFont(source, recalcTimestamp=False, lazy=True) as font:
        subsetter.subset(font)
        instancer.instantiateVariableFont(font, limits, inplace=True)
        for record in font["name"].names:
            if record.nameID == 1:
                record.string = face.family
        font.flavor = "woff2"
        font.save(out)
    return out.getvalue()


def _code_points(ranges: Ranges) -> Iterable[int]:
    return (point for first, last in ranges for point in range(first, last + 1))


def _folder_of(package: str) -> Path | None:
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None
