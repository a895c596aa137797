"""`anchors.lock`: what it says is what was written, whatever is wrong is reported with its place, all ids lead on."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybrief.alignment.fingerprint import fingerprint_of, sha_of, words_of
from policybrief.alignment.paragraph_ids import ALPHABET, check_character
from policybrief.alignment.resolution import resolve
from policybrief.model.ledger import Ledger, LiveLine, Reason, Status, Tombstone, in_order
from policybrief.model.problems import Code
from policybrief.reading import sealing
from policybrief.reading.ledger import has_conflict, ledger_text, read_ledger, sides_of
from policybrief.reading.sealing import END, is_head, sealed
from policybrief.reading.text import refused_in

PATH = "anchors.lock"


def live(signs: str, opening: str = "Baku balanced", source: str = "", review: tuple[str, ...] = ()) -> LiveLine:
    words = words_of(opening)
    marks = (opening, "2026-11", "2026-12", source, review)
    return LiveLine(an_id(signs), "chapters/1.md", sha_of(words), fingerprint_of(words), *marks)


def tombstone(characters: str, reason: Reason, to: str) -> Tombstone:
    what = ("chapters/1.md", fingerprint_of("it was said"), "It was said")
    return Tombstone(an_id(characters), reason, to, "2026-10", "2026-11", "2026-12", *what)


def an_id(signs: str) -> str:
    return f"p-{signs}{check_character(signs)}"


LEDGER = Ledger(
    "2026-12",
    (
        live("222"),
        live("333", review=(an_id("333"), an_id("222"))),
        replace(live("444", source=an_id("222")), first_words=2),
    ),
    in_order(tombstone("555", Reason.MERGED, an_id("222")), tombstone("666", Reason.DELETED, "")),
)


def resealed(text: str) -> str:
    """Return the text of a ledger with a first line that fits its lines, whatever is wrong with these."""
    head, note, *lines = text.splitlines()
    rows = tuple(line for line in lines if line != END and not is_head(line) and not line.startswith("#"))
    return sealed(head.split("\t")[2], rows, note if note.startswith("#") else "# A note.")


def faults(text: str) -> list[str]:
    return [str(problem).partition("\n")[0] for problem in read_ledger(text, PATH)[1]]


def changed(row: int, column: int, value: str) -> str:
    """Return the text of a ledger that says it was written with another value in a field."""
    rows = [line.split("\t") for line in ledger_text(LEDGER).splitlines()]
    rows[row - 1][column] = value
    return resealed("\n".join("\t".join(fields) for fields in rows) + "\n")


def test_written_as_documented() -> None:
    lines = ledger_text(LEDGER).splitlines()
    assert lines[0].split("\t")[:4] == ["policybrief-anchors", "3", "2026-12", "5"]
    assert lines[1].startswith("# Written by")
    assert lines[2].split("\t") == [
        *("p-2222", "chapters/1.md", "2026-11", "2026-12", "-", "-"),
        *(sha_of("baku balanced"), fingerprint_of("baku balanced"), "-", "Baku balanced"),
    ]
    assert lines[4].split("\t")[8] == "2"
    assert [line.split("\t")[0] for line in lines[2:]] == ["p-2222", "p-333p", "p-444d", "merged", "deleted", "end"]


def test_read_back() -> None:
    assert read_ledger(ledger_text(LEDGER), PATH) == (LEDGER, ())
    assert read_ledger("\ufeff" + ledger_text(LEDGER).replace("\n", "\r\n"), PATH) == (LEDGER, ())


def test_a_ledger_of_the_version_before_has_no_first_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "VERSION", "2")
    rows = [line.split("\t") for line in ledger_text(LEDGER).splitlines()]
    rows = [row[:8] + row[9:] if len(row) == 10 else row for row in rows]
    assert [len(row) for row in rows[2:5]] == [9, 9, 9]
    text = sealed("2026-12", tuple("\t".join(row) for row in rows[2:-1]), "# a note")
    assert text.startswith("policybrief-anchors\t2\t")
    lines_without = tuple(replace(line, first_words=None) for line in LEDGER.lines)
    assert read_ledger(text, PATH) == (replace(LEDGER, lines=lines_without), ())


def test_empty_ledger() -> None:
    assert read_ledger(ledger_text(Ledger()), PATH) == (Ledger(), ())


ids = st.text(ALPHABET, min_size=3, max_size=4).map(an_id)
texts = st.text(st.characters(exclude_categories=("Cs", "Cf")) | st.sampled_from("\t\n\r\\-#")).filter(
    lambda text: refused_in(text.replace("\t", "").replace("\n", "").replace("\r", "")) is None
)
fingerprints = st.text(max_size=20).map(fingerprint_of)
shas = st.text().map(sha_of)


def words_among(fingerprint: str) -> st.SearchStrategy[int]:
    return st.integers(0, (1 << len(fingerprint) // 2) - 1)


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    chosen = draw(st.lists(ids, unique=True, max_size=8))
    cut = draw(st.integers(0, len(chosen)))
    fields = {"chapter": texts, "fingerprint": fingerprints, "opening": texts, "first": texts, "last": texts}
    line = st.builds(
        LiveLine, id=st.just(""), sha=shas, source=st.just("") | ids, review=st.lists(ids).map(tuple), **fields
    )
    to = st.sampled_from([*chosen, ""])
    tombstone = st.builds(Tombstone, id=st.just(""), reason=st.sampled_from(Reason), to=to, edition=texts, **fields)
    lines = tuple(replace(draw(line), id=one) for one in chosen[:cut])
    lines = tuple(replace(one, first_words=draw(st.none() | words_among(one.fingerprint))) for one in lines)
    return Ledger(draw(texts), lines, in_order(*(replace(draw(tombstone), id=one) for one in chosen[cut:])))


@given(ledgers())
def test_round_trip(ledger: Ledger) -> None:
    assert read_ledger(ledger_text(ledger), PATH) == (ledger, ())


@given(ledgers(), st.lists(ids, max_size=3))
def test_every_id_resolves(ledger: Ledger, strangers: list[str]) -> None:
    for one in ledger.ids():
        found = resolve(ledger, one)
        assert found.status is not Status.UNKNOWN
        assert found.line is not None or found.status is Status.GONE
    for one in set(strangers) - ledger.ids():
        assert resolve(ledger, one).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "anchors.lock:1:1: error[bad-ledger]: the first line is not 'policybrief-anchors', a tab and the version"),
        (
            "policybrief-anchors\t4\t2026\n",
            "anchors.lock:1:21: error[bad-ledger]: the ledger has version '4'; this policybrief reads versions 1 to 3",
        ),
        (changed(3, 0, "p-2223"), "anchors.lock:3:1: error[bad-id]: the id 'p-2223' has a wrong check character"),
        (
            changed(3, 0, "p-2202"),
            "anchors.lock:3:1: error[bad-id]: the id 'p-2202' has a character that no id contains",
        ),
        (changed(3, 0, "222"), "anchors.lock:3:1: error[bad-id]: the id '222' is not of the form p-k3f9"),
        (changed(4, 5, "p-333p,x"), "anchors.lock:4:40: error[bad-id]: the id 'x' is not of the form p-k3f9"),
        (changed(4, 6, "abc"), "anchors.lock:4:54: error[bad-ledger]: 'abc' is not a sha of 16 hexadecimal digits"),
        (changed(4, 7, "abc"), "anchors.lock:4:71: error[bad-ledger]: 'abc' is not a fingerprint"),
        (changed(4, 0, "p-2222"), "anchors.lock:4:1: error[duplicate-id]: the id 'p-2222' already has a line, line 3"),
        (changed(6, 1, "p-2222"), "anchors.lock:6:8: error[duplicate-id]: the id 'p-2222' already has a line, line 3"),
        (changed(6, 2, "p-777f"), "anchors.lock:6:15: error[bad-ledger]: it leads to 'p-777f', which has no line"),
        (
            changed(3, 9, "a\tb"),
            "anchors.lock:3:1: error[bad-ledger]: expected 10 fields separated by tabs, got 11: 'p-2222'",
        ),
        (
            changed(3, 8, "4"),
            "anchors.lock:3:64: error[bad-ledger]: '4' does not say which of 2 words are meant",
        ),
        (
            changed(3, 8, "x"),
            "anchors.lock:3:64: error[bad-ledger]: 'x' does not say which of 2 words are meant",
        ),
        (
            changed(3, 9, "a\u200bb"),
            "anchors.lock:3:1: error[control-character]: invisible character U+200B (zero width space)",
        ),
    ],
)
def test_faults(text: str, expected: str) -> None:
    assert faults(text) == [expected]


def test_faulty_line_is_left_out_and_the_rest_is_read() -> None:
    ledger, problems = read_ledger(changed(3, 0, "p-2223"), PATH)
    assert len(problems) == 1
    assert [line.id for line in ledger.lines] == [line.id for line in LEDGER.lines[1:]]


def test_a_ledger_of_faults_is_not_read_to_its_end() -> None:
    ledger, problems = read_ledger(resealed(ledger_text(Ledger()) + "x\n" * 1_000_000), PATH)
    assert ledger == Ledger()
    assert len(problems) == 101
    assert str(problems[-1]).startswith(
        "anchors.lock:103:1: error[bad-ledger]: 100 problems above; the rest of the ledger was not read"
    )


def old_text(ledger: Ledger) -> str:
    """Return the text that a ledger had before its lines were counted."""
    _, note, *lines, _ = ledger_text(ledger).splitlines()
    return "\n".join([f"policybrief-anchors\t1\t{ledger.edition}", note, *lines]) + "\n"


def test_a_ledger_of_the_version_before_is_read() -> None:
    assert read_ledger(old_text(LEDGER), PATH) == (LEDGER, ())


def book_ledger() -> Ledger:
    """Return a ledger of the size of a small brief, with long and short openings."""
    random = Random(14)
    signs = [f"{a}{b}{c}" for a in ALPHABET[:6] for b in ALPHABET[:6] for c in ALPHABET[:6]]
    texts = [" ".join("köprü мост bridge toll" for _ in range(random.randrange(1, 9))) for _ in signs]
    lines = tuple(live(one, text) for one, text in zip(signs[:-9], texts, strict=False))
    return Ledger("2026-12", lines, in_order(*(tombstone(one, Reason.DELETED, lines[0].id) for one in signs[-9:])))


@pytest.mark.parametrize("cuts", [200, pytest.param(2_000, marks=pytest.mark.soak)])
def test_a_cut_ledger_is_refused_wherever_it_is_cut(cuts: int) -> None:
    whole = ledger_text(book_ledger()).encode()
    assert read_ledger(whole.decode(), PATH) == (book_ledger(), ())
    ends = [0, 1, len(whole) - 1, whole.index(b"\n"), whole.index(b"\n") + 1, whole.rindex(b"end")]
    random = Random(cuts)
    ends += [random.randrange(len(whole)) for _ in range(cuts - len(ends))]
    accepted = [end for end in ends if not faults(whole[:end].decode("utf-8", "ignore"))]
    assert accepted == []


def test_a_torn_or_changed_ledger_says_what_it_lacks_and_where_to_get_it() -> None:
    text = ledger_text(LEDGER)
    lines = text.splitlines(keepends=True)
    cut = read_ledger("".join(lines[:4]), PATH)[1]
    assert str(cut[0]).splitlines() == [
        (
            "anchors.lock:1:1: error[bad-ledger]: "
            "the file is cut off: its first line says 5 lines, but it has 2, and the last is missing"
        ),
        (
            "    take the file from version control, or data/anchors.lock of the site that was published last; "
            "if the lines were merged by hand, run 'policybrief anchors update --merged'"
        ),
    ]
    assert faults("".join(lines[:3] + lines[4:])) == [
        "anchors.lock:1:1: error[bad-ledger]: its first line says 5 lines, but it has 4"
    ]
    assert faults(text.replace("Baku balanced", "Baku danced", 1)) == [
        ("anchors.lock:1:1: error[bad-ledger]: its lines were changed: they do not match the hash in the first line")
    ]
    zeroed = text[:300] + "\0" * 200 + text[500:]
    assert faults(zeroed)[0].startswith("anchors.lock:1:1: error[bad-ledger]: ")


def test_a_merge_by_lines_is_noticed_and_its_lines_can_be_taken() -> None:
    ours, theirs = (replace(LEDGER, lines=(*LEDGER.lines, live(signs))) for signs in ("777", "888"))
    sides = [ledger_text(side).splitlines(keepends=True) for side in (ours, theirs)]
    both = [sides[0][0], sides[1][0], *sides[0][1:6], sides[1][5], *sides[0][6:]]
    assert faults("".join(both)) == [
        "anchors.lock:2:1: error[merge-conflict]: git has merged the file line by line: this is a second first line"
    ]
    merged, problems = read_ledger("".join(both), PATH, joined=True)
    assert problems == ()
    assert merged == replace(LEDGER, lines=(*LEDGER.lines, live("777"), live("888")), joined=True)
    marked = ["<<<<<<< ours\n", both[0], "=======\n", both[1], ">>>>>>> theirs\n", *both[2:]]
    assert has_conflict("".join(marked))
    assert not has_conflict("".join(both))
    assert [code.code for code in read_ledger("".join(marked), PATH)[1]] == [Code.MERGE_CONFLICT]


def test_a_joined_ledger_keeps_what_the_other_branch_says_until_the_text_tells() -> None:
    others = (live("222", "Baku wavered"), tombstone("444", Reason.MERGED, an_id("222")))
    joined = replace(LEDGER, joined=True, others=others)
    assert ledger_text(joined).splitlines()[2] == "joined"
    assert [line.split("\t")[:2] for line in ledger_text(joined).splitlines()[-3:-1]] == [
        ["or", "p-2222"],
        ["or", "merged"],
    ]
    assert read_ledger(ledger_text(joined), PATH) == (joined, ())
    stray = replace(LEDGER, joined=True, others=(live("999"),))
    assert faults(ledger_text(stray)) == [
        f"anchors.lock:9:4: error[bad-ledger]: the id '{an_id('999')}' has no line other than this"
    ]


def test_an_id_with_two_lines_is_an_error_unless_the_lines_are_taken_as_they_were_joined() -> None:
    text = ledger_text(replace(LEDGER, lines=(*LEDGER.lines, live("222", "Baku wavered"))))
    assert faults(text) == ["anchors.lock:6:1: error[duplicate-id]: the id 'p-2222' already has a line, line 3"]
    joined, problems = read_ledger(text, PATH, joined=True)
    assert (joined.others, problems) == ((live("222", "Baku wavered"),), ())


def test_the_sides_of_a_conflict_are_told_apart() -> None:
    text = "a\n<<<<<<< ours\nb\n||||||| base\nc\n=======\nd\n>>>>>>> theirs\ne\n"
    assert sides_of(text) == ("a\nc\ne\n\n", "a\nb\ne\n\n", "a\nd\ne\n\n")
    assert sides_of(text.replace("\n", "\r\n")) == sides_of(text)


def test_merge_conflict_is_one_problem() -> None:
    lines = ledger_text(LEDGER).splitlines()
    text = "\n".join([*lines[:2], "<<<<<<< ours", lines[2], "||||||| base", "=======", *lines[2:4], ">>>>>>> theirs"])
    ledger, problems = read_ledger(text, PATH)
    assert [problem.code for problem in problems] == [Code.MERGE_CONFLICT]
    assert str(problems[0]).startswith("anchors.lock:3:1: error[merge-conflict]: git could not merge these lines")
    assert [line.id for line in ledger.lines] == ["p-2222", "p-333p"]
    assert [problem.code for problem in read_ledger(f"<<<<<<< ours\n{text}", PATH)[1]] == [Code.MERGE_CONFLICT]
    for line_end in ("\r\n", "\r"):
        assert read_ledger(text.replace("\n", line_end), PATH) == (ledger, problems)
