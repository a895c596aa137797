"""Font files for outputs such as books; the host prepares and caches them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font in WOFF2, reduced to some letters."""

    name: str
    """Of the file, without its ending."""
    family: str
    style: str
    """`normal` or `italic`."""
    weights: str
    """As CSS says it: `400 600`."""
    letters: tuple[tuple[int, int], ...]
    """Which it has: code points, from and to."""
    content: bytes

    def rule(self, folder: str) -> str:
        """Return the CSS for it, in a file next to `folder`.

        The text waits a tenth of a second for it, because a font that arrives later moves the text a little.
        """
        ranges = ", ".join(f"U+{first:X}-{last:X}" if last > first else f"U+{first:X}" for first, last in self.letters)
        return (
            f'@font-face {{\n  font-family: "{self.family}";\n  font-style: {self.style};\n'
            f"  font-weight: {self.weights};\n  font-display: fallback;\n"
            f'  src: url("{folder}/{self.name}.woff2") format("woff2");\n  unicode-range: {ranges};\n}}\n'
        )

    def has_one_of(self, letters: frozenset[str]) -> bool:
        """Return whether it has any of the letters."""
        return any(first <= ord(letter) <= last for letter in letters for first, last in self.letters)


def no_fonts() -> tuple[FontFile, ...]:
    """Return nothing: there are no fonts."""
    return ()
