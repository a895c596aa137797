"""What is tried before a PDF is set: symbols that no font has, and drawings that PDFs for archives may not hold."""

from policybrief.outputs.press.book import Book
from policybrief.outputs.press.trials import for_archives, printable, without_font

SHADED = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><defs>'
    b'<linearGradient id="g" spreadMethod="reflect" x1="0" x2="0.3"><stop offset="0" stop-color="#000"/>'
    b'<stop offset="1" stop-color="#fff"/></linearGradient></defs>'
    b'<rect width="60" height="40" fill="url(#g)"/></svg>'
)


def test_signs_without_a_font_give_way_to_a_square_and_flags_to_their_letters() -> None:
    book, unknown = printable(Book({"chapters": [{"words": ["\U0001f4ce a clip, ✓ done", "\U0001f1eb\U0001f1f7"]}]}))
    assert unknown == ("\U0001f4ce",)
    assert book.value == {"chapters": [{"words": ["□ a clip, ✓ done", "FR"]}]}


def test_a_book_of_known_signs_stays_as_it_is() -> None:
    book = Book({"words": "→ and ✓"})
    assert printable(book) == (book, ())
    assert without_font("") == ""


def test_a_drawing_that_archives_refuse_is_printed_as_an_image() -> None:
    plain = SHADED.replace(b' spreadMethod="reflect" x1="0" x2="0.3"', b"")
    assert b"data:image/png;base64," in for_archives(SHADED)
    assert for_archives(plain) == plain
