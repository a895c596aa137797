"""Charts of the tables in the text: amounts are read as written, and drawn as read."""

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybrief.chapters.amounts import Amount, Unreadable, read_amount
from policybrief.model.charts import Bar, Chart, Panel, Shape, in_words, overlapping, slots_of
from policybrief.pages.chart_drawing import drawn
from policybrief.wording.words import ENGLISH

GAP = None


def panel(*bars: tuple[str, float | None], unit: str = "", title: str = "Amount", years: bool = True) -> Panel:
    found = tuple(Bar(label, "–" if number is None else f"{number:g}", number) for label, number in bars)
    return Panel(title, unit, "Year", found, tuple(int(label) for label, _ in bars) if years else ())


def chart(*panels: Panel, shape: Shape = Shape.FITTING) -> Element:
    return drawn(Chart(shape, panels), ENGLISH)


def share(element: Element, name: str) -> float:
    return float(element.get(name, "").removesuffix("%"))


def written(box: Element, kind: str) -> list[str]:
    return [element.text or "" for element in box.iter() if kind in (element.get("class") or "").split()]


class TestAmounts:
    @pytest.mark.parametrize(
        ("words", "language", "expected"),
        [
            ("1,232", "en-GB", Amount(1232, "")),
            ("1,232.5", "en", Amount(1232.5, "")),
            ("1.232,5", "de", Amount(1232.5, "")),
            ("1 232 567", "ru", Amount(1232567, "")),
            ("1\u202f232", "az", Amount(1232, "")),
            ("3.8", "en", Amount(3.8, "")),
            ("3,8", "az", Amount(3.8, "")),
            ("−3.8", "en", Amount(-3.8, "")),
            ("-3.8", "en", Amount(-3.8, "")),
            ("–3.8", "en", Amount(-3.8, "")),
            ("−$5 million", "en", Amount(-5, "$ million")),
            ("about $4 billion", "en", Amount(4, "$ billion")),
            ("more than 30,000", "en", Amount(30000, "")),
            ("51 per cent (2018)", "en", Amount(51, "per cent")),
            ("627*", "en", Amount(627, "")),
            ("CO-2", "en", Amount(2, "")),
            ("0", "en", Amount(0, "")),
        ],
    )
    def test_one_number_with_its_unit(self, words: str, language: str, expected: Amount) -> None:
        assert read_amount(words, language) == expected

    @pytest.mark.parametrize("words", ["", "–", "-", "n/a", "N/A", "…", "– (not published)"])
    def test_nothing_is_known(self, words: str) -> None:
        assert read_amount(words, "en") is None

    @pytest.mark.parametrize("words", ["16–17", "72 tanks, 34 vehicles", "4 of 5", "1,23"])
    def test_several_numbers(self, words: str) -> None:
        assert read_amount(words, "en") is Unreadable.SEVERAL_NUMBERS

    @pytest.mark.parametrize("words", ["many", "none", "*"])
    def test_no_number(self, words: str) -> None:
        assert read_amount(words, "en") is Unreadable.NO_NUMBER

    @given(st.integers(-(10**9), 10**9))
    def test_whole_numbers_are_read_as_they_are_printed(self, number: int) -> None:
        assert read_amount(f"{number:,}", "en") == Amount(number, "")
        assert read_amount(f"{number:,}".replace(",", " "), "ru") == Amount(number, "")


class TestColumns:
    box = chart(panel(("2010", 800), ("2013", 1200), ("2014", GAP), ("2015", 300)))

    def test_years_stand_in_their_true_distance(self) -> None:
        at = [share(text, "x") for text in self.box.iter("text") if text.get("class") == "pb-axis"]
        slot = 100 / 6
        assert at == pytest.approx([slot * 0.5, slot * 3.5, slot * 4.5, slot * 5.5], abs=0.01)

    def test_heights_are_as_the_amounts(self) -> None:
        heights = [float(rect.get("height", "")) for rect in self.box.iter("rect")]
        assert heights == pytest.approx([100, 150, 37.5])

    def test_every_amount_is_written_and_a_gap_is_no_zero(self) -> None:
        assert written(self.box, "pb-amount") == ["800", "1200", "300"]
        assert written(self.box, "pb-gap") == ["–"]

    def test_what_is_below_zero_hangs_from_the_zero_line(self) -> None:
        up, down = chart(panel(("2010", 4.0), ("2011", -2.0))).iter("rect")
        zero = float(up.get("y", "")) + float(up.get("height", ""))
        assert float(down.get("y", "")) == pytest.approx(zero)
        assert float(up.get("height", "")) == pytest.approx(2 * float(down.get("height", "")))

    def test_columns_of_one_unit_share_a_scale_and_others_do_not(self) -> None:
        whole, half = panel(("2010", 10), ("2011", 20), unit="$"), panel(("2010", 5), ("2011", 10), unit="$")
        rest = panel(("2010", 1), ("2011", 2), unit="per cent")
        heights = [float(rect.get("height", "")) for rect in chart(whole, half, rest).iter("rect")]
        assert heights == pytest.approx([75, 150, 37.5, 75, 75, 150])

    def test_without_room_on_a_phone_each_year_is_a_bar(self) -> None:
        box = chart(panel(*((str(year), 1000.5 + year) for year in range(2000, 2012))))
        assert not list(box.iter("text"))
        assert len(written(box, "pb-amount")) == 12


class TestBars:
    def test_lengths_are_as_the_amounts_to_both_sides_of_zero(self) -> None:
        box = chart(panel(("A", 300), ("B", -100), ("C", GAP), years=False))
        a, b = box.iter("rect")
        assert (share(a, "x"), share(a, "width")) == (25, 75)
        assert (share(b, "x"), share(b, "width")) == (0, 25)
        assert written(box, "pb-amount") == ["300", "-100"]
        assert written(box, "pb-gap") == ["–"]

    @given(st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9)), min_size=2, max_size=9))
    def test_nothing_is_drawn_outside(self, numbers: list[float | None]) -> None:
        bars = (*((f"row {n}", number) for n, number in enumerate(numbers)), ("one", 1.0), ("two", 2.0))
        for rect in chart(panel(*bars, years=False)).iter("rect"):
            left, width = share(rect, "x"), share(rect, "width")
            assert left >= 0
            assert width >= 0
            assert left + width <= 100.02


class TestLine:
    def test_it_breaks_where_a_number_is_missing(self) -> None:
        box = chart(panel(("2010", 1), ("2011", 2), ("2012", GAP), ("2013", 3), ("2014", 4)), shape=Shape.LINE)
        assert len([line for line in box.iter("line") if line.get("class") == "pb-run"]) == 2
        assert len(list(box.iter("circle"))) == 4

    def test_where_room_is_short_the_highest_and_the_lowest_keep_their_words(self) -> None:
        numbers = {year: 1000.0 + year % 7 for year in range(1990, 2020)} | {2001: 9000.0, 2011: 1.0}
        box = chart(panel(*((str(year), number) for year, number in numbers.items())), shape=Shape.LINE)
        words = written(box, "pb-amount")
        assert {"9000", "1"} <= set(words)
        assert len(words) < 15
        assert len(list(box.iter("circle"))) == 30


def test_who_does_not_see_it_hears_what_it_shows() -> None:
    said = in_words(panel(("2013", 1232), ("2014", GAP), ("2016", 482), title="Transfers ($ million)"), ENGLISH)
    assert said == (
        "Chart: Transfers ($ million), by Year. Lowest 482 (2016), highest 1232 (2013). No number for 2014. "
        "The table below has all numbers."
    )
    (image,) = (element for element in chart(panel(("2013", 1), ("2014", 2))).iter() if element.get("role") == "img")
    assert image.get("aria-label", "").startswith("Chart: Amount")


def test_columns_of_one_unit_stand_side_by_side_and_periods_leave_no_gap() -> None:
    def share_of(name: str, *numbers: float | None) -> Panel:
        labels = ("2009–13", "2010–14", "2014–18")
        bars = tuple(Bar(label, "n/a" if n is None else f"{n:g}", n) for label, n in zip(labels, numbers, strict=True))
        return Panel(name, "per cent", "Period", bars, (2009, 2010, 2014))

    box = drawn(
        Chart(Shape.FITTING, (share_of("Russia", 80, 85, 51), share_of("Israel", GAP, GAP, 43)), "Russia fell"), ENGLISH
    )
    assert next(box.iter("p")).text == "The periods overlap."
    assert len(list(box.iter("svg"))) == 1
    assert [span.text for span in box.iter("span")] == ["Russia", "Israel"]
    columns = [(rect.get("class"), share(rect, "x")) for rect in box.iter("rect")]
    assert [kind for kind, _ in columns] == ["pb-series-1"] * 3 + ["pb-series-2"]
    first, second, third = (x for kind, x in columns if kind == "pb-series-1")
    assert round(second - first, 1) == round(third - second, 1)
    assert written(box, "pb-gap") == ["n/a", "n/a"]
    assert written(box, "pb-amount") == ["80", "85", "51", "43"]


def test_a_year_without_a_row_stays_empty() -> None:
    assert slots_of(panel(("2010", 1), ("2013", 2))) == (0, 3)
    assert not overlapping(panel(("2010", 1), ("2013", 2)))
