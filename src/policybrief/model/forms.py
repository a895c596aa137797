"""How forms of names are compared: the same letters, whatever the dash, the apostrophe or the space."""

import re

_SAME_CHARACTER = tuple(
    {
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("‘’ʼʹ＇`´", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("\t\u00a0\u2007\u2009\u202f", " "),
    }.items()
)
_SPACES = re.compile("  +")


def with_plain_signs(text: str) -> str:
    """Return `text`, with the same length, with one kind of dash, apostrophe, quotation mark and space.

    Line breaks stay: in a paragraph's text they separate cells and items, which no name may span.
    """
    # A text has few of them, and to translate it looks up each of its letters.
    for character, plain in _SAME_CHARACTER:
        if character in text:
            text = text.replace(character, plain)
    return text


def form_key(form: str) -> str:
    """Return the part that two forms must share to be the same name, ignoring case."""
    plain = with_plain_signs(form)
    return _SPACES.sub(" ", plain) if "  " in plain else plain


def with_capital(text: str, language: str) -> str:
    """Return `text` as at the beginning of a line, with a capital first letter: `Fall of Shusha`.

    A first word that already contains a capital stays unchanged: `eGov`, `al-Qaeda`.
    """
    if any(map(str.isupper, text.partition(" ")[0])):
        return text
    first = "İ" if text[:1] == "i" and language.partition("-")[0] in ("az", "tr") else text[:1].upper()
    return first + text[1:]


_ACRONYM = re.compile(r"[^\W\d_][\w&./-]*")


def is_acronym(form: str) -> bool:
    """Tell whether a form is one word, in any script, with mostly capitals: `OSCE`, `PfP`, `ƏİB`."""
    letters = [char for char in form if char.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return capitals > 1 and capitals > len(letters) / 2 and form[0].isupper() and _ACRONYM.fullmatch(form) is not None


def acronym_of(form: str) -> str:
    """Return an acronym without its ending in a sentence: `NGO` for `NGOs`, `МИД` for `МИДом`."""
    bare = form.rstrip("".join(char for char in set(form) if char.islower()))
    return bare if bare != form and bare.isupper() and is_acronym(bare) else form


def lower(text: str) -> str:
    """Return `text` in lowercase, with the same length: `İ`, which Python makes two characters, becomes `i`."""
    return text.replace("İ", "i").lower()
