"""Sentences: abbreviations, initials, numbers and three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybrief.model.sentences import sentence_at, sentences_of


@pytest.mark.parametrize(
    "sentences",
    [
        ("One.", "Two!", "Three?"),
        ("The U.S. Senate voted.", "It passed."),
        ("They went to the U.S.", "The vote followed."),
        ("Mr Smith met Mr. Jones.", "They left."),
        ("The report of I. H. Aliyev and R. Mehdiyev came out.", "Nobody read it."),
        ("See p. 4 and pp. 5-6.", "Then art. 3 of the treaty."),
        ("Output grew by 3.5 per cent to 2.4 million.", "It fell later."),
        ("He asked ‘Why?’ and left.", "So did we."),
        ("It ended on 12 May 1994.", "Few noticed."),
        ("It was 1994.", "1995 came next."),
        ("They signed on 12. 5. 1994 in Bishkek.", "It held."),
        ("Of 120 there came 100.", "20 stayed away."),
        ("Companies such as X Inc. were there.", "They paid."),
        ("Встреча прошла 5 мая 1994 г. в Бишкеке.", "Стороны подписали протокол."),
        ("Об этом сказал И. Г. Алиев.", "Он уехал."),
        ("Ущерб составил 3 млн. долл. США.", "Это много."),
        ("См. стр. 4 и рис. 2.", "Далее."),
        ("Bu, 1994-cü ildə oldu.", "Prezident H. Əliyev sənədi imzaladı.", "Sonra Bakıya qayıtdı."),
        ("Bax: səh. 4.", "İclas başa çatdı."),
        ("Президент РФ В. В. Путин принял Г. А. Алиева.", "Встреча была короткой."),
        ("Дом на ул. Низами, д. 5, у р. Куры.", "Там жили рабочие и т. д.", "Потом они уехали."),
        ("Это было в г. Баку, т. е. на юге, в XX в. до войны.", "Он уехал."),
        ("Bakı ş. Nizami küç. 5 ünvanında neft, qaz və s. satılır.", "Dos. R. Məmmədov yazdı."),
        ("The firm, est. 1991, left the U.S.S.R.", "Nobody cared."),
        ("“We came.”", "That was all."),
        ("He said so (in Baku).", "She did not."),
        ("Wait…", "Then go."),
        ("He said 3.5.", "(That was all.)"),
        ("It fell. — nobody asked.", "— She did."),
        ("It fell.", "— She did."),
        ("It fell. (and rose.)",),
        ("They met (Mr. Jones came).", "Then they left."),
        ("И т. д.", "Потом они уехали."),
        ("They left the U.N. building.", "The end."),
        ("They left the A.B.C. Building.", "The end."),
        ("He saw 1.2.", "Then he left."),
        ("It was 3.5.", "Baku grew."),
        ("They came.", "X-rays followed."),
        ("т. д.", "Потом они уехали."),
        ("The U.S.",),
        ("The U.S.", "“The” end."),
        ("It grew by 1.5 per cent (see p. 4).", "It fell by 0.5."),
        ("No. 7 of vol. 3 has it, ed. by A. B. Jones.", "Nobody read it."),
        ("“It is over,” he said.", "“We go home.”"),
        ("Он сказал: «Мы уходим».", "Потом ушёл."),
        ("Səh. 4-də yazılıb.", "“Gedirik!” dedi."),
    ],
)
def test_sentences(sentences: tuple[str, ...]) -> None:
    text = " ".join(sentences)
    assert tuple(text[extent.start : extent.end] for extent in sentences_of(text)) == sentences


def test_what_an_abbreviation_is_does_not_depend_on_the_line_it_is_on() -> None:
    text = "One\ntwo\nMr. Jones met\nDr. Smith"
    assert [text[e.start : e.end] for e in sentences_of(text)] == ["One", "two", "Mr. Jones met", "Dr. Smith"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("   One.  Two. \n   Three  ", ["One.", "Two.", "Three"]),
        (" Mr. Smith left.", ["Mr. Smith left."]),
        ("\nMr. Smith left.", ["Mr. Smith left."]),
        ("  ", []),
        ("", []),
    ],
)
def test_space_around_sentences_is_not_theirs(text: str, sentences: list[str]) -> None:
    assert [text[e.start : e.end] for e in sentences_of(text)] == sentences


def test_line_breaks_part_cells() -> None:
    text = "Year\nSum\n2013\nfour. And five"
    assert [text[e.start : e.end] for e in sentences_of(text)] == ["Year", "Sum", "2013", "four.", "And five"]


@given(st.text(alphabet="aB1.?! \n«»\"'əƏçÇяЯ(г", max_size=80))
def test_every_sign_is_in_one_sentence(text: str) -> None:
    extents = sentences_of(text)
    covered = {position for extent in extents for position in range(extent.start, extent.end)}
    assert {position for position, sign in enumerate(text) if not sign.isspace()} <= covered
    assert sum(extent.end - extent.start for extent in extents) == len(covered)
    for extent in extents:
        assert sentence_at(extents, extent.start) == extent
        assert sentence_at(extents, extent.end - 1) == extent
