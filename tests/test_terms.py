"""The matcher: against sentences that other tools get wrong, and against an obvious, slow implementation."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glossaries import alias, entry, glossary
from policybrief.chapters.targets import plural_of
from policybrief.chapters.terms import Matcher, matcher_of
from policybrief.model.forms import form_key, lower, with_capital
from policybrief.model.glossary import Glossary, Kind

TRICKY = glossary(
    entry("eaeu", "Eurasian Economic Union", "EAEU", kind=Kind.ORGANISATION),
    entry("karabakh", "Nagorny Karabakh", "Nagorno-Karabakh", alias("Карабах", "ru"), kind=Kind.PLACE),
    entry("russia", "Russia", kind=Kind.STATE),
    entry("heydar", "Heydar Aliyev", alias("Aliyev", ambiguous=True), kind=Kind.PERSON),
    entry("ilham", "Ilham Aliyev", alias("Aliyev", ambiguous=True), kind=Kind.PERSON),
    entry("putin", "Vladimir Putin", "Putin", kind=Kind.PERSON),
    entry("who", "World Health Organization", "WHO", kind=Kind.ORGANISATION),
    entry("ceasefire", "ceasefire"),
    entry("btc", "Baku–Tbilisi–Ceyhan pipeline", "Baku-Tbilisi-Ceyhan", "BTC", kind=Kind.PROJECT),
    entry("baku", "Baku", kind=Kind.PLACE),
    entry("cpp", "C++"),
    entry("att", "AT&T"),
    entry("us", "United States", "U.S.", "US", kind=Kind.STATE),
    entry("section-907", "Section 907"),
    entry("s300", "S-300"),
    entry("moscow", "Moscow", kind=Kind.PLACE),
    entry("meiendorf", "Meiendorf Declaration", alias("Moscow Declaration", ambiguous=True), kind=Kind.DOCUMENT),
    entry("allied", "Allied Declaration", alias("Moscow Declaration", ambiguous=True), kind=Kind.DOCUMENT),
    entry("ngo", "non-governmental organisation", "NGO"),
    entry("party", "opposition party"),
)


def found(text: str, matcher: Matcher) -> list[tuple[str, str]]:
    return [(text[name.start : name.end], name.entry) for name in matcher.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the EAEU's members", [("EAEU", "eaeu")]),
        ("the EAEU’s members", [("EAEU", "eaeu")]),
        ("Eurasian Economic Union (EAEU)", [("Eurasian Economic Union", "eaeu"), ("EAEU", "eaeu")]),
        ("Nagorno-Karabakh, Nagorno–Karabakh", [("Nagorno-Karabakh", "karabakh"), ("Nagorno–Karabakh", "karabakh")]),
        ("Russian diplomats left Russia", [("Russia", "russia")]),
        ("Heydar Aliyev, Ilham Aliyev", [("Heydar Aliyev", "heydar"), ("Ilham Aliyev", "ilham")]),
        ("then Aliyev spoke", [("Aliyev", "")]),
        ("Vagif Aliyev wrote", [("Aliyev", "")]),
        ("Igor Putin is a cousin", [("Putin", "")]),
        ("When Putin came, President Putin spoke", [("Putin", "putin"), ("Putin", "putin")]),
        ("in Карабах, «Карабах»", [("Карабах", "karabakh"), ("Карабах", "karabakh")]),
        ("в Карабахе", [("Карабахе", "karabakh")]),
        ("карабахский", []),
        ("those who met WHO staff", [("WHO", "who")]),
        ("Ceasefire first. The ceasefires held.", [("Ceasefire", "ceasefire"), ("ceasefires", "ceasefire")]),
        ("pre-WHO and WHO-led", [("WHO", "who"), ("WHO", "who")]),
        ("in C++ and at AT&T.", [("C++", "cpp"), ("AT&T", "att")]),
        ("C+++ or C++11", []),
        ("the Baku–Tbilisi–Ceyhan pipeline", [("Baku–Tbilisi–Ceyhan pipeline", "btc")]),
        ("the Baku-Tbilisi-Ceyhan line", [("Baku-Tbilisi-Ceyhan", "btc")]),
        ("Baku-backed", [("Baku", "baku")]),
        ("the U.S. waived Section 907.", [("U.S.", "us"), ("Section 907", "section-907")]),
        ("the U.S.A.", []),
        ("S-300 and S-300PMU", [("S-300", "s300")]),
        ("the Moscow Declaration", [("Moscow Declaration", "")]),
        ("NGOs and opposition parties", [("NGOs", "ngo"), ("opposition parties", "party")]),
        ("two\u00a0words: Section\u00a0907", [("Section\u00a0907", "section-907")]),
        ("Section\n907", []),
        ("us, not the US", [("US", "us")]),
        ("the  Eurasian  Economic Union", [("Eurasian  Economic Union", "eaeu")]),
        ("C++_x", []),
    ],
)
def test_tricky_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, matcher_of(TRICKY)) == expected


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Putin came", True),
        ("Putin Spoke ", True),
        (" Putin spoke", True),
        ("(Putin) and Putin", True),
        ("they met Putin", True),
        ("President Putin", True),
        ("A Putin", True),
        ("50% Putin", True),
        ("B Putin", False),
        ("he met Igor Putin", False),
        (" Igor Putin", False),
        ("he met\nIgor Putin", False),
        ("a\nb\nIgor Putin", False),
        ("\nIgor Putin", False),
        ("Igor Putin\nleft", False),
        ("Igor\nPutin", True),
        ("(Igor Putin)", False),
        ('"Igor Putin"', False),
        ("Xavier Putin", False),
        ("Jean-Paul Putin", False),
    ],
)
def test_a_family_name_after_another_given_name_is_not_sure(text: str, sure: bool) -> None:
    assert [bool(name.entry) for name in matcher_of(TRICKY).find(text)] == [sure] * text.count("Putin")
    assert all(name.target.entry == "putin" for name in matcher_of(TRICKY).find(text))


def test_a_form_with_capitals_may_match_in_any_case() -> None:
    terms = glossary(entry("process", replace(alias("Minsk Process"), any_case=True)))
    assert found("the minsk process, MINSK PROCESSES", matcher_of(terms)) == [
        ("minsk process", "process"),
        ("MINSK PROCESSES", "process"),
    ]


def test_only_a_person_has_a_family_name() -> None:
    terms = glossary(entry("south", "South Sudan", "Sudan", kind=Kind.STATE))
    assert found("Omdurman Sudan", matcher_of(terms)) == [("Sudan", "south")]


def test_a_form_of_two_entries_is_open() -> None:
    terms = glossary(entry("one", "Union"), entry("other", "Union"), entry("third", "Union", "Pact"))
    assert found("the Union and the Pact", matcher_of(terms)) == [("Union", ""), ("Pact", "third")]


@pytest.mark.parametrize(
    ("form", "entry_id"),
    [
        ("EAEU", "eaeu"),
        ("eaeu", None),
        ("Ceasefire", "ceasefire"),
        ("Nagorno–Karabakh", "karabakh"),
        ("Section  907", "section-907"),
        ("Aliyev", ""),
        ("the EAEU", None),
        ("opposition parties", "party"),
    ],
)
def test_the_whole_of_a_form_is_looked_up(form: str, entry_id: str | None) -> None:
    target = matcher_of(TRICKY).look_up(form)
    assert (target and target.entry) == entry_id


@pytest.mark.parametrize(
    ("form", "plural"),
    [
        ("ceasefire", "ceasefires"),
        ("opposition party", "opposition parties"),
        ("railway", "railways"),
        ("bus", "buses"),
        ("box", "boxes"),
        ("church", "churches"),
        ("bush", "bushes"),
        ("bath", "baths"),
        ("NGO", "NGOs"),
        ("EU", "EUs"),
        ("A", ""),
        ("S-300", ""),
        ("EU 27", ""),
        ("Baku", ""),
        ("article 7", ""),
        ("item 7b", "item 7bs"),
        ("e-visa", "e-visas"),
    ],
)
def test_plural_of_a_phrase_or_an_acronym(form: str, plural: str) -> None:
    assert plural_of(alias(form)) == plural
    assert plural_of(alias(form, "az")) == ""


NUMBERS = glossary(entry("s232", "232", "Section 232"), entry("s7", "7a"), entry("az", ".az"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("232, 232. (232)", ["232", "232", "232"]),
        ("1,232 and 1.232", []),
        ("232,000 and 232.5", []),
        ("Section 232,5", []),
        ("7,232 or, 232", ["232"]),
        ("x,232 and 232,x", ["232", "232"]),
        (",232", ["232"]),
        ("Section 232, 233", ["Section 232"]),
        ("5.7a", []),
        ("7a.5", ["7a"]),
        ("232.5 men", []),
        ("the .az domain, -.az", [".az", ".az"]),
        ("baku.az, 1.az and ..az", []),
        (".azer", []),
        (".az", [".az"]),
    ],
)
def test_a_number_or_a_domain_is_not_found_in_a_longer_one(text: str, expected: list[str]) -> None:
    assert [form for form, _ in found(text, matcher_of(NUMBERS))] == expected


def test_a_plural_that_is_the_name_of_another_leads_there() -> None:
    """Whichever of the two stands first in the glossary."""
    one, other = entry("talk", "talk", "NGO"), entry("talks", "talks", "NGOs")
    for terms in (glossary(one, other), glossary(other, one)):
        named = [("talks", "talks"), ("talk", "talk"), ("NGOs", "talks"), ("NGO", "talk")]
        assert found("talks, a talk, NGOs, an NGO", matcher_of(terms)) == named


def obvious(text: str, terms: Glossary) -> list[tuple[int, int]]:
    """Try every form at every place, the longest first: quadratic, but plain to see."""
    names = [alias for e in terms.entries for alias in e.names]
    # A sentence may open with a name that begins with a small letter: `Offene Daten`.
    openers = [(with_capital(a.form, a.language), False) for a in names if a.form[0].islower() and not a.any_case]
    forms = sorted(
        ((form_key(form), any_case) for form, any_case in (*((a.form, a.any_case) for a in names), *openers)),
        key=lambda form: -len(re.findall(r"\w+|[^\w\s]", form[0])),
    )
    plain = form_key(text)
    result = []
    position = 0
    while position < len(plain):
        begins = not re.match(r"\w", plain[position]) or not re.match(r"\w", plain[position - 1 : position])
        for form, any_case in forms:
            end = position + len(form)
            piece = plain[position:end]
            same = lower(piece) == lower(form) if any_case else piece == form
            ends = not re.match(r"\w", form[-1]) or not re.match(r"\w", plain[end : end + 1])
            if begins and ends and same:
                result.append((position, end))
                position = end
                break
        else:
            position += 1
    return result


WORDS = st.sampled_from(["Alma", "alma", "Ata", "ATA", "İz", "əl", "Карабах", "beta", "Beta", "gamma"])
FORMS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
TEXTS = st.lists(st.one_of(WORDS, st.sampled_from([",", ".", "-", "'s", "(", ")", "x"])), max_size=40).flatmap(
    lambda words: st.lists(st.sampled_from([" ", "", "-"]), min_size=len(words), max_size=len(words)).map(
        lambda gaps: "".join(gap + word for gap, word in zip(gaps, words, strict=True)).strip()
    )
)


@given(st.lists(FORMS, min_size=1, max_size=8, unique_by=str.lower), TEXTS)
@example(["beta Alma"], "Beta Alma")
def test_matcher_equals_the_obvious_implementation(forms: list[str], text: str) -> None:
    # Languages other than English keep the plurals out, which the obvious implementation does not know.
    terms = glossary(*(entry(f"e{number}", alias(form, "az")) for number, form in enumerate(forms)))
    assert [(name.start, name.end) for name in matcher_of(terms).find(text)] == obvious(text, terms)


@given(st.text(max_size=300))
def test_matches_stand_in_order_and_apart(text: str) -> None:
    end = 0
    for name in matcher_of(TRICKY).find(text):
        assert end <= name.start < name.end <= len(text)
        end = name.end
