"""The bibliography for reference managers, read back by programs that are not ours: no field lost or changed."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pypandoc
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, Person, parse_bytes
from pybtex.plugin import find_plugin
from pybtex.richtext import Text

from policybrief.model.brief import Reference
from policybrief.model.dates import Span, parse_date
from policybrief.model.organisations import COMMA_IN_A_NAME
from policybrief.outputs.biblatex import biblatex
from policybrief.outputs.bibtex import bibtex
from policybrief.outputs.bibtex_text import tex
from policybrief.outputs.csljson import csl_json
from policybrief.outputs.ris import ris
from policybrief.reading import csl
from sources import EACH_BOOK, book, source

# What must come back, whatever the format.


def texts(reference: Reference) -> set[str]:
    """Return every text in the fields of a reference but those that each format has its own word for."""
    found: set[str] = set()
    for name, value in reference.fields.items():
        if name not in ("id", "type", "issued"):
            found |= set(texts_in(value))
    if str(reference.fields.get("title-en", "")) in reference.title:
        found.discard(str(reference.fields.get("title-en", "")))
    return found


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping) and "date-parts" in value:
        yield "/".join("-".join(f"{part:02}" for part in date) for date in value["date-parts"])
    elif isinstance(value, Mapping):
        yield full_name(value)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from texts_in(item)
    else:
        yield str(value)


def full_name(name: Mapping[str, str]) -> str:
    parts = ("dropping-particle", "non-dropping-particle", "family", "suffix", "given", "literal")
    return "|".join(name[part] for part in parts if part in name)


# BibTeX, by pybtex


_COMMANDS = {
    r"\textbraceleft{}": "{", r"\textbraceright{}": "}", r"\{": "{", r"\}": "}", r"\$": "$",
    r"\textasciicircum{}": "^", r"\textbackslash{}": "\\",
}  # fmt: skip
"""What pybtex's table of TeX commands lacks; a backslash is here lest it be taken for the beginning of one."""


def plain(written: str) -> str:
    """Return TeX as the text that it prints."""
    stand_ins = {command: chr(0xE000 + number) for number, command in enumerate(_COMMANDS)}
    pattern = "|".join(map(re.escape, _COMMANDS))
    read = str(Text.from_latex(re.sub(pattern, lambda match: stand_ins[match[0]], written)))
    for command, sign in stand_ins.items():
        read = read.replace(sign, _COMMANDS[command])
    return read


def person(read: Person) -> str:
    words = (" ".join(read.prelast_names + read.last_names), " ".join(read.lineage_names),
             " ".join(read.first_names + read.middle_names))  # fmt: skip
    return "|".join(plain(part) for part in words if part)


def texts_of_entry(read: Entry) -> Iterator[str]:
    for people in read.persons.values():
        yield from map(person, people)
    for name, written in read.fields.items():
        if name in (
            "url",
            "doi",
            "copy-url",
            "date",
            "urldate",
            "origdate",
            "original-date",
            "eventdate",
            "event-date",
        ):
            yield written
        elif name in csl.NAMES | {"bookauthor"}:
            yield from (person(Person(part)) for part in re.split(r" and (?![^{}]*})", written))
        elif name == "pages":
            yield plain(written).replace("–", "-")
        elif name == "titleaddon":
            yield plain(written)[1:-1]
        elif name == "title-en":
            yield plain(written)
        else:
            yield plain(written)


WRITERS = {"BibTeX": bibtex, "biblatex": biblatex}


@pytest.mark.parametrize("format_", WRITERS)
@pytest.mark.parametrize("name", EACH_BOOK)
def test_bibtex_and_biblatex_hold_every_field(name: str, format_: str) -> None:
    references = book(name)
    entries = parse_bytes(WRITERS[format_](references), "bibtex").entries
    assert list(entries) == [reference.id for reference in references]
    for reference in references:
        read = entries[reference.id]
        assert texts(reference) - {reference.language} <= set(texts_of_entry(read))
        assert plain(read.fields["title"]) == reference.title
        assert read.fields.get("date") == (reference.issued.edtf if reference.issued else None)
        people = [*map(person, read.persons.get("author", ()))]
        assert people == [*texts_in(reference.fields.get("author", ()))]


@pytest.mark.parametrize("style", ["plain", "alpha", "unsrt"])
@pytest.mark.parametrize("name", EACH_BOOK)
def test_every_entry_of_bibtex_can_be_printed(name: str, style: str) -> None:
    references = book(name)
    entries = parse_bytes(bibtex(references), "bibtex").entries
    assert {entry.type for entry in entries.values()} <= _TYPES_OF_BTXDOC
    styled = find_plugin("pybtex.style.formatting", style)().format_entries(entries.values())
    assert len(list(styled)) == len(references)


_TYPES_OF_BTXDOC = set(
    "article book booklet inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings "
    "techreport unpublished".split()
)


def test_pandoc_reads_the_same_from_biblatex(tmp_path: Path) -> None:
    references = book("styles")
    file = tmp_path / "x.bib"
    file.write_bytes(biblatex(references))
    read = {item["id"]: item for item in json.loads(pypandoc.convert_file(str(file), "csljson", format="biblatex"))}
    for reference in references:
        item = read[reference.id]
        english = f". [{reference.fields['title-en']}]" if "title-en" in reference.fields else ""
        assert straight(item["title"]) == straight(reference.title + english)
        assert item["type"] == _PANDOCS_TYPES.get(reference.type, reference.type)
        assert item["language"] in (reference.language, _PANDOCS_LANGUAGES[reference.language])
        if "issued" in reference.fields:
            assert item["issued"]["date-parts"] == json.loads(json.dumps(reference.fields["issued"]))["date-parts"]


_PANDOCS_TYPES = {"interview": "", "map": "", "treaty": ""}
"""What pandoc has no type for in BibTeX: it passes over the subtype of a `misc`."""
_PANDOCS_LANGUAGES = {
    "en": "en-US", "ru": "ru-RU", "az": "azerbaijani", "de": "de-DE", "tr": "tr-TR", "hy": "armenian",
    "fr": "fr-FR", "pl": "pl-PL", "cs": "cs-CZ", "es": "es-ES", "ka": "georgian",
}  # fmt: skip
"""What pandoc makes of the names that babel has: of some nothing."""


def straight(text: str) -> str:
    """Return a title with the quotation marks and without the markup that pandoc puts in."""
    return re.sub(r"</?span[^>]*>", "", text).replace("’", "'").replace("‘", "'")


def test_capitals_of_an_english_title_are_kept_and_other_words_may_have_some() -> None:
    assert (
        "title = {{How} a balance of the {EU} wore thin}"
        in biblatex((source(title="How a balance of the EU wore thin"),)).decode()
    )
    foreign = bibtex((source(title="Der Preis", language="de"),)).decode()
    assert "title = {{Der Preis}}" in foreign


def test_bibtex_names() -> None:
    names = (
        {"family": "de Waal", "given": "Thomas"},
        {"non-dropping-particle": "van der", "family": "Berg", "given": "Jan"},
        {"family": "Smith", "given": "John", "suffix": "Jr."},
        {"family": "Черчилль"},
        {"literal": "Library of Congress, Federal Research Division"},
        {"literal": "Trinidad and Tobago"},
        {"family": "Sand and Gravel, Ltd", "given": "A"},
    )
    for write in WRITERS.values():
        assert (
            "author = {{de Waal}, Thomas and van der Berg, Jan and Smith, Jr., John and {Черчилль} and "
            "{Library of Congress, Federal Research Division} and {Trinidad and Tobago} and {Sand and Gravel, Ltd}, A}"
        ) in write((source(author=names),)).decode()


def test_types_of_biblatex() -> None:
    def opening(**fields: object) -> str:
        return biblatex((source(**fields),)).decode().partition(",")[0]

    people = ({"family": "A", "given": "B"},)
    assert opening(type="webpage") == "@online{x"
    assert opening(type="treaty") == "@misc{x"
    assert opening(type="book", author=people) == "@book{x"
    assert opening(type="book", editor=people) == "@collection{x"
    assert opening(type="map") == "@misc{x"
    assert "entrysubtype = {map}" in biblatex((source(type="map"),)).decode()
    assert "entrysubtype = {newspaper}" in biblatex((source(type="article-newspaper"),)).decode()


def test_an_entry_of_bibtex_has_what_its_type_needs_or_is_a_misc() -> None:
    def written(**fields: object) -> str:
        return bibtex((source(**fields),)).decode()

    body = ({"literal": "International Crisis Group"},)
    assert "@techreport{x" in (report := written(author=body))
    assert "institution = {International Crisis Group}" in report
    assert "institution = {s.n.}" in written(author=({"family": "A"},))
    unsigned = written(type="article-newspaper", container_title="Kommersant")
    assert unsigned.startswith("@misc{x,\n  entrysubtype = {article-newspaper}")
    assert "howpublished = {Kommersant}" in unsigned
    assert "key = {Kommersant}" in unsigned
    assert "@article{x" in written(type="article-newspaper", container_title="Kommersant", author=body)
    assert "@mastersthesis{x" in written(type="thesis", genre="MA thesis", author=body, publisher="U")
    assert "@phdthesis{x" in written(type="thesis", genre="PhD thesis", author=body, publisher="U")


def test_dates_of_bibtex() -> None:
    assert "year = {2019},\n  month = may,\n  date = {2019-05-12}" in bibtex((source(),)).decode()
    undated = Reference("x", "report", "T", "en", None, {"title": "T"}, source().place)
    assert "year = {n.d.}" in bibtex((undated,)).decode()
    assert "date" not in biblatex((undated,)).decode()


def test_languages_have_the_names_of_babel() -> None:
    written = biblatex((source(language="en-GB"), source(id="y", language="az-Cyrl"))).decode()
    assert "langid = {british},\n  language = {british}" in written
    assert "\n  language = {az-Cyrl}" in written
    assert "language = {en-GB}" in bibtex((source(language="en-GB"),)).decode()


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_keys_that_differ_in_case_only_stay_apart(write: Callable[[Iterable[Reference]], bytes]) -> None:
    entries = parse_bytes(write((source(id="Key"), source(id="key"))), "bibtex").entries
    assert list(entries) == ["Key", "key-2"]


def test_fields_without_a_place_keep_their_name() -> None:
    fields = {"scale": "1:100", "number": "7", "collection_number": "13/05", "PMID": "1"}
    written = biblatex((source(**fields),)).decode()
    for line in ("number = {7}", "collection-number = {13/05}", "scale = {1:100}", "pmid = {1}"):
        assert line in written
    (record,) = rispy.loads(ris((source(**fields),)).decode())
    assert record["unknown_tag"]["M2"] == ["scale: 1:100; collection-number: 13/05; PMID: 1"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("100 % of AT&T #1_2", r"100 \% of AT\&T \#1\_2"),
        ("{a} }b{", r"\{a\} \textbraceright{}b\textbraceleft{}"),
        (r"a\b~c^d", r"a\textbackslash{}b\textasciitilde{}c\textasciicircum{}d"),
        ("a--b ''c'' ?`", "a-{}-b '{}'c'{}' ?{}`"),
        ("Əliyev, Ի, Ж", "Əliyev, Ի, Ж"),
    ],
)
def test_tex(text: str, written: str) -> None:
    assert tex(text) == written
    assert plain(written) == text


# RIS, by rispy


def texts_of_record(record: Mapping[str, Any]) -> Iterator[str]:
    pages = [record[tag] for tag in ("start_page", "end_page") if tag in record]
    yield "-".join(pages)
    yield from parts_of_extra("; ".join(record.get("unknown_tag", {}).get("M2", ())))
    for tag, value in record.items():
        if tag == "unknown_tag":
            continue
        if tag == "urls":
            # rispy takes a semicolon for the end of an address.
            yield ";".join(value)
        elif isinstance(value, list):
            for item in value:
                yield from (item, item.partition(": ")[2], comma_parted(item), comma_parted(item.partition(": ")[2]))
        elif tag == "access_date":
            yield value.rstrip("/").replace("/", "-")
        else:
            yield value


def parts_of_extra(extra: str) -> Iterator[str]:
    """Return what is said in the line for all that has no tag: whole parts, and their values."""
    cuts = [match.start() for match in re.finditer("; ", extra)]
    for start in (0, *(cut + 2 for cut in cuts)):
        for end in (*(cut for cut in cuts if cut >= start), len(extra)):
            part = extra[start:end]
            yield from (part, part.partition(": ")[2], comma_parted(part.partition(": ")[2]))


def comma_parted(text: str) -> str:
    """Return `Family, Given` as the parts of the name, and a body without what keeps its name whole."""
    return text.removesuffix(",").replace(", ", "|").replace(COMMA_IN_A_NAME, ",")


def as_ris_has_it(text: str) -> set[str]:
    return {text, text.replace(", ", "|")}


@pytest.mark.parametrize("name", EACH_BOOK)
def test_ris_holds_every_field(name: str) -> None:
    references = book(name)
    content = ris(references)
    assert content.count(b"\n") == content.count(b"\r\n")
    records = rispy.loads(content.decode())
    assert [record["id"] for record in records] == [reference.id for reference in references]
    for reference, record in zip(references, records, strict=True):
        assert record["type_of_reference"] in rispy.TYPE_OF_REFERENCE_MAPPING
        found = set(texts_of_record(record))
        assert all(as_ris_has_it(text) & found for text in texts(reference)), (texts(reference) - found, record)
        assert record["title"] == reference.title
        start = reference.issued.start if reference.issued else None
        assert record.get("year") == (str(start.year) if start else None)


def test_ris_lines() -> None:
    day = parse_date("2018-02~")
    names = ({"family": "Smith", "given": "John", "suffix": "Jr."}, {"literal": "OSCE"})
    reference = source(type="treaty", author=names, page="4-6", URL="https://example.org/a;b", note="One\r\ntwo")
    reference = Reference("x", "treaty", "T", "en", Span(day, day), reference.fields, reference.place)
    assert ris((reference,)).decode().split("\r\n") == [
        "TY  - GOVDOC",
        "ID  - x",
        "PY  - 2018",
        "DA  - 2018/02//",
        "AU  - Smith, John, Jr.",
        "AU  - OSCE",
        "TI  - T",
        "UR  - https://example.org/a;b",
        "LA  - en",
        "SP  - 4",
        "EP  - 6",
        "M2  - One two; type: treaty; issued: 2018-02~",
        "ER  - ",
        "",
        "",
    ]


@pytest.mark.parametrize(("type_", "tag"), [("speech", "SLIDE"), ("interview", "PCOMM"), ("event", "GEN")])
def test_ris_types(type_: str, tag: str) -> None:
    (record,) = rispy.loads(ris((source(type=type_),)).decode())
    assert record["type_of_reference"] == tag
    assert record.get("unknown_tag", {}).get("M2", []) == ([] if type_ == "speech" else [f"type: {type_}"])


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("OSCE", "OSCE"),
        ("International Crisis Group", "International Crisis Group,"),
        ("Centre for Water, Policy and Law", "Centre for Water‚ Policy and Law,"),
    ],
)
def test_an_organisation_stays_whole_in_ris(name: str, written: str) -> None:
    assert f"AU  - {written}\r\n" in ris((source(author=({"literal": name},)),)).decode()


@pytest.mark.parametrize(
    ("type_", "line"),
    [
        ("report", "SN  - 2016‑13"),
        ("bill", "M1  - 2016‑13"),
        ("webpage", "M2  - number: 2016-13"),
    ],
)
def test_a_number_stands_where_the_type_has_one(type_: str, line: str) -> None:
    assert f"{line}\r\n" in ris((source(type=type_, number="2016-13"),)).decode()


@pytest.mark.parametrize(
    ("field", "value", "written"),
    [
        ("number", "2016-13", "2016‑13"),
        ("edition", "2026-11 edition", "2026‑11 edition"),
        ("number", "S/RES/884-2", "S/RES/884-2"),
        ("issue", "3-4", "3-4"),
        ("number", "233", "233"),
    ],
)
def test_a_number_with_a_hyphen_is_no_range_in_csl_json(field: str, value: str, written: str) -> None:
    (item,) = json.loads(csl_json((source(**{field: value}),)))
    assert item[field] == written


def test_every_type_has_one_in_ris_and_bibtex() -> None:
    for type_ in csl.TYPES:
        assert parse_bytes(biblatex((source(type=type_),)), "bibtex").entries["x"].type.isalpha()
        (record,) = rispy.loads(ris((source(type=type_),)).decode())
        assert record["type_of_reference"] in rispy.TYPE_OF_REFERENCE_MAPPING
        assert parse_bytes(bibtex((source(type=type_),)), "bibtex").entries["x"].type.isalpha()


# CSL-JSON


@pytest.mark.parametrize("name", EACH_BOOK)
def test_csl_json_holds_every_field(name: str) -> None:
    references = book(name)
    items = json.loads(csl_json(references))
    standard = {"id", "type", "categories", "custom"} | csl.STRINGS | csl.DATES | csl.NAMES
    for reference, item in zip(references, items, strict=True):
        assert item.keys() <= standard
        custom = item.pop("custom", {})
        assert {**item, **custom} == json.loads(json.dumps(dict(reference.fields)))


@pytest.mark.parametrize(
    ("family", "given_name", "title"),
    [
        ("Əliyev", "İlham", "Qarabağ: müharibə və sülh"),
        ("Лавров", "Сергей", "О «мягкой силе» и Ближнем Востоке"),
        ("Սարգսյան", "Սերժ", "Ղարաբաղի հիմնախնդիրը"),
    ],
    ids=["Azerbaijani", "Russian", "Armenian"],
)
def test_every_alphabet_comes_back_from_every_format(family: str, given_name: str, title: str) -> None:
    written = (source(title=title, author=({"family": family, "given": given_name},)),)
    for write in WRITERS.values():
        entry = parse_bytes(write(written), "bibtex").entries["x"]
        assert plain(entry.fields["title"]) == title
    assert (plain(entry.fields["title"]), person(entry.persons["author"][0])) == (title, f"{family}|{given_name}")
    (record,) = rispy.loads(ris(written).decode())
    assert (record["title"], record["authors"]) == (title, [f"{family}, {given_name}"])
    (item,) = json.loads(csl_json(written))
    assert (item["title"], item["author"]) == (title, [{"family": family, "given": given_name}])


# Any text

SIGNS = "abYZəƏıİğşйЖЩіԱբգ0189 .,;:!?'\"`-–—()[]{}\\$&#%_^~@/*+=|<>«»“”’№é"
WORDS = st.text(SIGNS, min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)
NAMES = st.one_of(
    st.fixed_dictionaries({"literal": WORDS}),
    st.fixed_dictionaries({"family": WORDS}, optional={"given": WORDS, "suffix": WORDS}),
)


@given(WORDS, st.lists(NAMES, max_size=3), WORDS)
def test_any_text_comes_back_from_bibtex(title: str, names: list[dict[str, str]], publisher: str) -> None:
    given_source = source(title=title, author=tuple(names), publisher=publisher, translator=tuple(names))
    for write in WRITERS.values():
        read = parse_bytes(write((given_source,)), "bibtex").entries["x"]
        assert plain(read.fields["title"]) == title
        assert publisher in (plain(read.fields.get("institution", "")), plain(read.fields.get("howpublished", "")))
        assert [*map(person, read.persons.get("author", ()))] == [*map(full_name, names)]


@given(WORDS, st.lists(NAMES, max_size=3), WORDS)
def test_any_text_comes_back_from_ris(title: str, names: list[dict[str, str]], note: str) -> None:
    (record,) = rispy.loads(ris((source(title=title, author=tuple(names), note=note),)).decode())
    assert record["title"] == title
    assert record["unknown_tag"]["M2"] == [note]
    assert record.get("authors", []) == [*map(name_in_ris, names)]


def name_in_ris(name: Mapping[str, str]) -> str:
    if "literal" in name:
        whole = name["literal"].replace(",", COMMA_IN_A_NAME)
        return f"{whole}," if " " in whole else whole
    if "suffix" in name:
        return f"{name['family']}, {name.get('given', '')}, {name['suffix']}"
    return f"{name['family']}, {name['given']}" if "given" in name else full_name(name)


@given(WORDS, st.lists(NAMES, max_size=3))
def test_any_text_comes_back_from_csl_json(title: str, names: list[dict[str, str]]) -> None:
    (item,) = json.loads(csl_json((source(title=title, author=tuple(names)),)))
    assert (item["title"], item["author"]) == (title, names)
