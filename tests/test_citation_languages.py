"""Citations in the language of the brief, where CSL has no words for it, or months in the wrong case."""

from pathlib import Path

import pytest

from policybrief.importing.pandoc.locales import dates_of, with_own_locale
from policybrief.importing.pandoc.printed_cache import PrintedCache
from policybrief.importing.pandoc.processor import Pandoc
from policybrief.model.citing import STYLES, Piece, PrintRequest
from sources import source


@pytest.mark.parametrize(
    ("language", "listed"),
    [
        ("az", "Qurum. “[Hesabat haqqında qeyd]”. <i>Qəzet</i>, 12 may 2019"),
        ("ru-RU", "Qurum. «[Hesabat haqqında qeyd]». <i>Qəzet</i>, 12 мая 2019 г"),
        ("uk", "Qurum. «[Hesabat haqqında qeyd]». <i>Qəzet</i>, 12 травня 2019 р"),
        ("en-GB", "Qurum. ‘[Hesabat Haqqında Qeyd]’. <i>Qəzet</i>, 12 May 2019"),
    ],
)
def test_a_source_is_listed_as_its_language_has_it(language: str, listed: str, tmp_path: Path) -> None:
    own = {"title": "[Hesabat haqqında qeyd]", "container_title": "Qəzet", "author": ({"literal": "Qurum"},)}
    reference = source(**own, type="article-newspaper")
    request = PrintRequest(STYLES["chicago-notes"], language, (reference,), ())
    (found,) = Pandoc(PrintedCache(tmp_path))(request).references
    said = "".join(f"<i>{piece.text}</i>" if piece.italic else piece.text for piece in found.text)
    assert said.rstrip(".") == listed


@pytest.mark.parametrize(
    ("language", "printed", "right"),
    [
        ("ru", "9 октябрь 2025 г., октябрь 2024 г.", "9 октября 2025 г., октябрь 2024 г."),
        ("pl", "9 październik 2025", "9 października 2025"),
        ("de", "9. Oktober 2025", "9. Oktober 2025"),
        ("zh", "2025年10月9日", "2025年10月9日"),
        ("qqq", "9 October 2025", "9 October 2025"),
    ],
)
def test_months_after_days_have_their_case(language: str, printed: str, right: str) -> None:
    assert [piece.text for piece in dates_of(language)((Piece(printed),))] == [right]


def test_a_language_in_another_script_has_no_words_of_ours() -> None:
    style = b"<style><info/></info></style>"
    assert with_own_locale(style, "az-Cyrl") == style
    assert b'xml:lang="az"' in with_own_locale(style, "az-Latn")
