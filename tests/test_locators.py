"""Places in sources: told apart from other words, in the languages that CSL has words for and more."""

import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policybrief.chapters
from policybrief.chapters.citation_syntax import read_citation
from policybrief.chapters.locators import NO_TERM, read_locator
from policybrief.importing.pandoc.printed_cache import PrintedCache
from policybrief.importing.pandoc.processor import Pandoc
from policybrief.model.brief import Reference
from policybrief.model.citing import STYLES, Cluster, PrintRequest
from policybrief.model.problems import Place

TERMS = json.loads(resources.files(policybrief.chapters).joinpath("locator_terms.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("suffix", "label", "value", "rest"),
    [
        (", p. 4", "page", "4", ""),
        (" p. 4", "page", "4", ""),
        (", p.4", "page", "4", ""),
        (", p4", "page", "4", ""),
        (", pp. 4-6, 8 and 10, for the figures", "page", "4-6, 8 and 10", ", for the figures"),
        (", pp. 1--2", "page", "1–2", ""),
        (", p. 1,232", "page", "1,232", ""),
        (", pp. ix–xi", "page", "ix–xi", ""),
        (", pp. iv, vi-xi, (xv)-(xvii) with suffix here", "page", "iv, vi-xi, (xv)-(xvii)", " with suffix here"),
        (", 33", "page", "33", ""),
        (", 33 ff.", "page", "33 ff.", ""),
        (", p. 33ff.", "page", "33ff.", ""),
        (", [17]–[18]", "page", "[17]–[18]", ""),
        ("{p. 4}: test", "page", "4", ": test"),
        (", {ii, A, D-Z}, with a suffix", "page", "ii, A, D-Z", ", with a suffix"),
        (", p. 15 (emphasis added)", "page", "15", " (emphasis added)"),
        (", p. 34 n. 2", "page", "34", " n. 2"),
        (", ch. 4", "chapter", "4", ""),
        (", chapters 2 and 3", "chapter", "2 and 3", ""),
        (", art. 5(1)(a)", "article-locator", "5(1)(a)", ""),
        (", para 12", "paragraph", "12", ""),
        (", § 12(2)", "section", "12(2)", ""),
        (", §§4-5", "section", "4-5", ""),
        (", s 4(1)", "section", "4(1)", ""),
        (", fols. 85r–88r", "folio", "85r–88r", ""),
        (", app. A", "appendix", "A", ""),
        (", pt. I", "part", "I", ""),
        (", s.v. Karabakh, note", "sub-verbo", "Karabakh", ", note"),
        (", vol. 2, p. 4", "volume", "2", ", p. 4"),
        (", timestamp 1:02:03", "timestamp", "1:02:03", ""),
        # Words of other languages, in a brief in English.
        (", S. 12", "page", "12", ""),
        (", s. 12", "page", "12", ""),
        (", с. 15", "page", "15", ""),
        (", стр. 15", "page", "15", ""),
        (", ст. 5", "article-locator", "5", ""),
        (", səh. 15", "page", "15", ""),
        (", maddə 3", "article-locator", "3", ""),
        (", Kap. 3", "chapter", "3", ""),
        (", გვ. 7", "page", "7", ""),
        (", էջ 7", "page", "7", ""),
        (", ص. ۱۲", "page", "۱۲", ""),
        (", עמ' 12", "page", "12", ""),
        (", 第12页", "page", "12", ""),
        (", 第12頁", "page", "12", ""),
        (", 12쪽", "page", "12", ""),
    ],
)
def test_a_place(suffix: str, label: str, value: str, rest: str) -> None:
    found = read_locator(suffix, "en")
    assert found is not None
    assert (found.label, found.value, found.rest) == (label, value, rest)
    assert found.written in suffix


@pytest.mark.parametrize(
    "suffix",
    [
        "",
        ": a test",
        ", *passim*",
        ", for the figures",
        ", VIII, 89",
        ", part of it",
        ", s of the kind",
        ", {open",
        "; 4",
    ],
)
def test_no_place(suffix: str) -> None:
    assert read_locator(suffix, "en") is None


def test_empty_braces_say_that_a_number_is_no_page() -> None:
    found = read_locator("{}, 99 years later", "en")
    assert found is not None
    assert (found.label, found.value, found.settled, found.rest) == ("", "", "{}", ", 99 years later")


@pytest.mark.parametrize(
    ("language", "suffix", "label"),
    [
        ("en", ", p. 5", "page"),
        ("lv", ", p. 5", "article-locator"),
        ("de", ", S. 5", "page"),
        ("de", ", Rn. 5", "paragraph"),
        ("hu", ", s. 5", "line"),
        ("hu", ", 12. o.", "page"),
        ("tr", ", s. 5", "page"),
        ("tr", ", 12. sayfa", "page"),
        ("az", ", 12-ci səhifə", "page"),
        ("en", ", l. 5", "line"),
        ("ru", ", л. 5", "folio"),
        ("uk", ", розд. 5", "chapter"),
        ("sv", ", avsnitt 5", "section"),
        ("nb", ", avsnitt 5", "paragraph"),
        ("zh-TW", ", 第5頁", "page"),
        ("xx", ", p. 5", "page"),
    ],
)
def test_the_language_of_the_brief_counts_first(language: str, suffix: str, label: str) -> None:
    found = read_locator(suffix, language)
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize("language", TERMS)
def test_every_word_of_every_language_is_known_in_its_own(language: str) -> None:
    meant = {word.removeprefix("+"): label for label, words in TERMS[language].items() for word in words.split("|")}
    for word in meant:
        found = read_locator(f", {word} 5", language)
        assert found is not None, word
        labels = {label for label, words in TERMS[language].items() if word in words.replace("+", "").split("|")}
        assert found.label in labels, word


@given(st.text(alphabet="p. 4-6,;{}()[]§сivx*n–\n", max_size=20), st.sampled_from(sorted(TERMS)))
def test_nothing_of_a_suffix_is_lost(suffix: str, language: str) -> None:
    found = read_locator(suffix, language)
    if found:
        assert suffix.endswith(found.rest)
        assert found.written in suffix
        assert found.settled.startswith("{")
        assert found.settled.endswith("}")


@pytest.mark.parametrize(
    ("language", "written", "settled"),
    [
        ("en", "[@a]", ""),
        ("en", "[see @a, for the figures]", ""),
        ("en", "[@a, p. 4]", "[@a, {p. 4}]"),
        ("en", "[see @a p. 4, for that; -@b]", "[see @a, {p. 4}, for that; -@b]"),
        ("en", "@a [p. 4]", "@a [{p. 4}]"),
        ("en", "@a [p. 4; see @b, 5]", "@a [{p. 4}; see @b, {5}]"),
        ("en", "[@{a}, p. 4]", "[@{a}, {p. 4}]"),
        ("en", "[@a{p. 4}: a test]", "[@a, {p. 4}: a test]"),
        ("en", "[@a{}, 99 years later]", "[@a{}, 99 years later]"),
        ("en", "[@a, S. 4]", "[@a, {p. 4}]"),
        ("en", "[@a, p. 1,232]", "[@a, {p. 1232}]"),
        ("en", "[@a, ch. 4]", f"[@a, {{{NO_TERM}ch. 4}}]"),
        ("de", "[@a, p. 4]", "[@a, {S. 4}]"),
        ("de", "[@a, Rn. 4]", f"[@a, {{{NO_TERM}Rn. 4}}]"),
        ("ru", "[@a, стр. 4]", "[@a, {с. 4}]"),
        ("ru", "[@a, ст. 4]", f"[@a, {{{NO_TERM}ст. 4}}]"),
        ("az", "[@a, səh. 4]", f"[@a, {{{NO_TERM}səh. 4}}]"),
    ],
)
def test_what_is_handed_to_the_processor(language: str, written: str, settled: str) -> None:
    assert read_citation(written, language).settled == settled


PRINTED = [
    ("chicago-notes", "en", "[@a, с. 4]", "Ann Roe, *Alpha Book*, 4."),
    ("chicago-notes", "en", "[@a, § 4(2)]", "Ann Roe, *Alpha Book*, sec. 4(2)."),
    ("chicago-author-date", "en", "[@a, pp. 4-6, for the figures]", "(Roe 2010, 4–6, for the figures)"),
    ("apa", "en", "[@a, S. 4]", "(Roe, 2010, p. 4)"),
    ("apa", "en", "[@a, pp. 1--2 and 7]", "(Roe, 2010, pp. 1–2 and 7)"),
    ("apa", "en", "[@a, p. 1,232]", "(Roe, 2010, p. 1232)"),
    ("apa", "en", "[@a, ch. 4]", "(Roe, 2010, ch. 4)"),
    ("apa", "en", "[@a{}, 99 years later]", "(Roe, 2010, 99 years later)"),
    ("apa", "de", "[@a, p. 4]", "(Roe, 2010, S. 4)"),
    ("apa", "ru", "[@a, p. 4]", "(Roe, 2010, с. 4)"),
    ("apa", "ru", "[@a, ст. 4]", "(Roe, 2010, ст. 4)"),
    ("oscola", "en-GB", "[@a, s 4(1)]", "Ann Roe, *Alpha Book* (P 2010) s 4(1)."),
]


@pytest.mark.parametrize(("style", "language", "written", "printed"), PRINTED)
def test_what_is_printed(
    style: str, language: str, written: str, printed: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fields = {
        "title": "Alpha book",
        "author": [{"family": "Roe", "given": "Ann"}],
        "publisher": "P",
        "issued": {"date-parts": [[2010]]},
        "language": "en",
    }
    reference = Reference("a", "book", "Alpha book", "en", None, {"id": "a", "type": "book", **fields}, Place(""))
    read = read_citation(written, language)
    text = (Cluster(written, read.items, 0, settled=read.settled),)
    request = PrintRequest(STYLES[style], language, (reference,), (text,))
    ((cluster,),) = Pandoc(PrintedCache(tmp_path_factory.mktemp("pandoc")))(request).texts
    pieces = cluster.note or cluster.text
    said = "".join(f"*{piece.text}*" if piece.italic else piece.text for piece in pieces)
    assert said.replace(" (P, 2010)", "") == printed
