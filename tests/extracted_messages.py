"""The messages in the code, the templates and the scripts, found by Babel.

Run as a program it brings the PO files up to them: `make words`.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "policybrief"
LOCALES = SOURCE / "wording" / "locale"
TEMPLATE = LOCALES / "messages.pot"
_METHODS = [
    ("**.py", "python"),
    ("**/templates/**.html", "jinja2"),
    ("hosts/mkdocs/theme/**.html", "jinja2"),
    ("assets/**.js", "javascript"),
]
_Places = tuple[int | tuple[int, int] | tuple[int, str], ...]
_CONTEXT_FIRST: _Places = ((1, "c"), 2)
_KEYWORDS: dict[str, _Places | dict[int | None, _Places | None] | None] = {
    "say": None,
    "message": None,
    "say_as": _CONTEXT_FIRST,
    "sayAs": _CONTEXT_FIRST,
    "message_as": _CONTEXT_FIRST,
    "counted": (1, 2),
    "counted_message": (1, 2),
    "form_for": (1, 2),
}


def extracted() -> Catalog:
    """Return every message that is said somewhere."""
    catalog = Catalog(charset="utf-8")
    for _, _, message, _, context in extract_from_dir(SOURCE, _METHODS, keywords=_KEYWORDS):
        if isinstance(message, str) or all(isinstance(form, str) for form in message):
            catalog.add(message, context=context)
    return catalog


def written(catalog: Catalog) -> bytes:
    """Return a catalogue as a PO file, in an order that does not hang on where a message is said, and without dates."""
    out = BytesIO()
    header = [f"Language: {catalog.locale_identifier}"] if catalog.locale_identifier else []
    header += ["MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit"]
    header += [f"Plural-Forms: {catalog.plural_forms}"] if catalog.locale_identifier else []
    lines = "".join(f'"{line}\\n"\n' for line in header)
    out.write(f'msgid ""\nmsgstr ""\n{lines}\n'.encode())
    write_po(out, catalog, width=116, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return out.getvalue()


def translations() -> Iterator[tuple[Path, Catalog]]:
    """Yield each of our PO files and what is in it."""
    for path in sorted(LOCALES.glob("*.po")):
        yield path, read_po(BytesIO(path.read_bytes()), locale=path.stem)


def main() -> None:
    """Write the list of messages anew, and put new ones into every PO file, untranslated."""
    template = extracted()
    TEMPLATE.write_bytes(written(template))
    for path, catalog in translations():
        catalog.update(template, no_fuzzy_matching=True)
        path.write_bytes(written(catalog))
        missing = sum(1 for message in catalog if message.id and not all(_forms(message.string)))
        sys.stdout.write(f"{path.name}: {missing} messages to translate\n")


def _forms(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, list | tuple) else (str(string or ""),)


if __name__ == "__main__":
    main()
