"""TeX as text: accents, symbols, quotation marks and simple formulas in Unicode."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "t": "\u0361", "G": "\u030f", "U": "\u030e", "f": "\u0311", "C": "\u030f",
}  # fmt: skip
"""The combining character of each accent command."""

_GREEK = {
    **{name: unicodedata.lookup(f"GREEK SMALL LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
       for name in "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau "
       "upsilon phi chi psi omega".split()},
    **{name: unicodedata.lookup(f"GREEK CAPITAL LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
       for name in "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split()},
    "varepsilon": "ε", "vartheta": "ϑ", "varpi": "ϖ", "varrho": "ϱ", "varsigma": "ς", "varphi": "φ",
}  # fmt: skip


def _table(pairs: str) -> Mapping[str, str]:
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_SYMBOLS: Mapping[str, str] = {
    **_GREEK,
    **{f"text{name}": letter for name, letter in _GREEK.items()},
    **{f"up{name}": letter for name, letter in _GREEK.items()},
    **_table(
        r"aa å AA Å ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł ss ß SS ẞ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ i ı j ȷ "
        r"S § P ¶ dag † ddag ‡ copyright © pounds £ euro € EUR € texteuro € textsterling £ textyen ¥ textcent ¢ "
        r"textdollar $ textsection § textparagraph ¶ textcopyright © textregistered ® texttrademark ™ textdegree ° "
        r"degree ° textordfeminine ª textordmasculine º textnumero № No № ldots … dots … textellipsis … cdots ⋯ "
        r"textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” "
        r"quotesinglbase ‚ quotedblbase „ guillemotleft « guillemotright » guillemetleft « guillemetright » "
        r"guilsinglleft ‹ guilsinglright › flqq « frqq » glqq „ grqq “ lq ‘ rq ’ textquotesingle ' textquotedbl "
        '" textbackslash \\ backslash \\ textasciitilde ~ textasciicircum ^ textbar | textless < textgreater > '
        r"textunderscore _ textbraceleft { textbraceright } textasteriskcentered * textbullet • textperiodcentered · "
        r"textexclamdown ¡ textquestiondown ¿ slash / lbrace { rbrace } textsuperscript ^ "
        r"times × div ÷ pm ± mp ∓ cdot · ast ∗ star ⋆ circ ∘ bullet • leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ "
        r"sim ∼ simeq ≃ equiv ≡ cong ≅ propto ∝ ll ≪ gg ≫ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ oint ∮ "
        r"in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ emptyset ∅ varnothing ∅ setminus ∖ "
        r"forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ oplus ⊕ otimes ⊗ perp ⊥ parallel ∥ mid ∣ "
        r"to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ "
        r"longrightarrow ⟶ uparrow ↑ downarrow ↓ rightleftharpoons ⇌ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ wp ℘ angle ∠ "
        r"prime ′ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | Vert ‖ dagger † ddagger ‡ odot ⊙ "
        r"textmu µ micro µ ohm Ω textohm Ω celsius ℃ textcelsius ℃ checkmark ✓ diamond ⋄ triangle △ square □ "
        r"log log ln ln exp exp sin sin cos cos tan tan min min max max lim lim sup sup inf inf det det dim dim "
        r"TeX TeX LaTeX LaTeX BibTeX BibTeX LaTeXe LaTeX2e"
    ),
    "textvisiblespace": " ", "space": " ", "quad": " ", "qquad": " ", "thinspace": " ", "nobreakspace": "\u00a0",
    "textsuperscript": "", "newline": " ", "par": " ", "linebreak": " ", "and": " and ",
    "bibrangedash": "–", "mbox": "", "nobreak": "",
}  # fmt: skip
"""What commands without an argument print."""

_TRANSPARENT = frozenset(
    "emph em it itshape sl slshape bf bfseries sc scshape rm rmfamily sf sffamily tt ttfamily text textit textsl "
    "textbf textsc textrm textsf texttt textnormal textup textmd textlf uppercase lowercase MakeUppercase "
    "MakeLowercase mathrm mathit mathbf mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol ensuremath "
    "operatorname acute ppno null ocirc bibcyr section subsection begin end item textcite citeauthor cite "
    "mbox hbox fbox makebox underline uline textsubscript textsuperscript left right big Big bigg Bigg displaystyle "
    "textstyle scriptstyle normalfont normalsize small footnotesize scriptsize tiny large Large protect relax noopsort "
    "bibstring mkbibemph mkbibitalic mkbibbold foreignlanguage selectlanguage textlatin textcyrillic cyr nolinkurl "
    "url path href enquote mkbibquote mkbibparens mkbibbrackets ignorespaces sortnoop singleletter natexlab textquote "
    "textgreek textnumero nocase hyphenation overline bar hat tilde vec sqrt frac dfrac tfrac ce chem SI num unit si "
    "textlnum textcolor color xspace nolimits limits mathop mathsc autocap bibstyle titlecap".split()
)
"""Commands that leave no trace but what their argument says."""

_PUNCTUATION = {
    " ": " ", "\n": " ", "\t": " ", "\\": " ", "/": "", "-": "", "!": "", ",": "\u202f", ";": " ", ":": " ", "@": "",
    "(": "", ")": "", "[": "", "]": "", ">": " ", "*": "", "+": "", "|": "‖",
}  # fmt: skip
"""What a backslash with a character that is not a letter prints; any other prints the character."""

_SUPERSCRIPTS = dict(zip("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_SUBSCRIPTS = dict(zip("0123456789+-=()aeoxhklmnpstij", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼ", strict=True))
_MATH = re.compile(r"(?<!\\)\$(?=\S)((?:\\.|[^$\\])*?)(?<=\S)(?<!\\)\$(?!\d)", re.DOTALL)
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), (",,", "„"), ("?`", "¿"), ("!`", "¡"))
_BEGINS_LIGATURE = frozenset(written[0] for written, _ in _LIGATURES)
_COMMAND = re.compile(r"[A-Za-z]+\*?")


@dataclass(slots=True)
class _Writer:
    """Walks over TeX and writes what it prints."""

    tex: str
    unknown: list[str]
    at: int = 0
    math: bool = False
    out: list[str] = field(default_factory=list)

    def run(self) -> str:
        while self.at < len(self.tex):
            self.out.append(self.token())
        return "".join(self.out)

    def token(self) -> str:
        """Return what the next token prints, and move past it."""
        character = self.tex[self.at]
        self.at += 1
        match character:
            case "\\" if self.at < len(self.tex):
                return self.command()
            case "{":
                return self.group()
            case "^" | "_" if self.math:
                return self.script(_SUPERSCRIPTS if character == "^" else _SUBSCRIPTS, character)
            case "}":
                return ""
            case "~":
                return "\u00a0"
        return self.ligature(character)

    def ligature(self, character: str) -> str:
        """Return a character, or what TeX makes of it and those after it."""
        for written, printed in () if self.math or character not in _BEGINS_LIGATURE else _LIGATURES:
            if self.tex.startswith(written, self.at - 1):
                self.at += len(written) - 1
                return printed
        return character

    def group(self) -> str:
        """Return what stands up to the closing brace prints."""
        inside = self.inside()
        return _Writer(inside, self.unknown, math=self.math).run()

    def inside(self) -> str:
        depth, start = 1, self.at
        while self.at < len(self.tex):
            character = self.tex[self.at]
            self.at += 2 if character == "\\" else 1
            depth += {"{": 1, "}": -1}.get(character, 0)
            if depth == 0:
                return self.tex[start : self.at - 1]
        self.at = len(self.tex)
        return self.tex[start:]

    def argument(self) -> str:
        """Return what the next group, command or character prints."""
        while self.at < len(self.tex) and self.tex[self.at] in " \n\t":
            self.at += 1
        return self.token() if self.at < len(self.tex) else ""

    def command(self) -> str:
        match = _COMMAND.match(self.tex, self.at)
        if match is None:
            character = self.tex[self.at]
            self.at += 1
            if character in _ACCENTS and not self.math:
                return _accented(self.argument(), _ACCENTS[character])
            return _PUNCTUATION.get(character, character)
        name = match[0].rstrip("*")
        self.at = match.end()
        if name in _ACCENTS and name not in _SYMBOLS:
            return _accented(self.argument(), _ACCENTS[name])
        spaced = self.at < len(self.tex) and self.tex[self.at] in " \n"
        while self.at < len(self.tex) and self.tex[self.at] in " \n\t":
            self.at += 1
        return self.printed(name, spaced=spaced)

    def printed(self, name: str, *, spaced: bool) -> str:
        """Return what a command of letters prints, its argument with it where that depends on the command."""
        if name in _WITH_ARGUMENT:
            return _WITH_ARGUMENT[name](self)
        if name in _AROUND:
            before, after = _AROUND[name]
            return f"{before}{self.argument()}{after}"
        if name in _SYMBOLS:
            return _SYMBOLS[name]
        if name not in _TRANSPARENT:
            self.unknown.append(name)
            return " " if spaced and self.out and not self.out[-1].endswith(" ") else ""
        return ""

    def raised(self, table: Mapping[str, str]) -> str:
        said = self.argument()
        return "".join(table[character] for character in said) if _all_in(said, table) else said

    def fraction(self) -> str:
        return f"{self.argument()}/{self.argument()}"

    def linked(self) -> str:
        address, text = self.raw(), self.argument()
        return text if address == text else f"{text} ({address})"

    def dropped(self) -> str:
        self.argument()
        return ""

    def raw(self) -> str:
        """Return the next group as written."""
        if not self.tex.startswith("{", self.at):
            return self.argument()
        self.at += 1
        return re.sub(r"\\([%#&_{}~^])", r"\1", self.inside())

    def numbered(self) -> str:
        match = re.compile(r"\s*\{?(\"[0-9A-Fa-f]+|\d+)\}?").match(self.tex, self.at)
        if match is None:
            return ""
        self.at = match.end()
        number = int(match[1][1:], 16) if match[1].startswith('"') else int(match[1])
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else ""

    def script(self, table: Mapping[str, str], character: str) -> str:
        said = self.argument().strip()
        if _all_in(said, table):
            return "".join(table[sign] for sign in said)
        if character == "^" and said in ("∘", "°"):
            return "°"
        if said and set(said) <= {"′"}:
            return said
        return f"{character}{_bracketed(said)}"


_AROUND = {
    "enquote": ("“", "”"),
    "mkbibquote": ("“", "”"),
    "textquote": ("“", "”"),
    "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
}
"""What commands print around their argument."""
_WITH_ARGUMENT: Mapping[str, Callable[[_Writer], str]] = {
    "textsuperscript": lambda writer: writer.raised(_SUPERSCRIPTS),
    "textsubscript": lambda writer: writer.raised(_SUBSCRIPTS),
    **dict.fromkeys(("frac", "dfrac", "tfrac"), _Writer.fraction),
    "sqrt": lambda writer: f"√{_bracketed(writer.argument())}",
    "href": _Writer.linked,
    **dict.fromkeys(("url", "nolinkurl", "path"), _Writer.raw),
    **dict.fromkeys(
        ("foreignlanguage", "selectlanguage", "textcolor", "color", "hspace", "vspace", "noopsort"), _Writer.dropped
    ),
    "char": _Writer.numbered,
    "symbol": _Writer.numbered,
}
"""What commands do whose argument is not printed as it is."""


def plain(tex: str) -> tuple[str, tuple[str, ...]]:
    """Return what TeX prints, as text in one line, and the names of the commands that are not known.

    A `%` is a percent sign, as BibTeX has it: a value of a file is no line of TeX that could end in a comment.
    """
    if "\\" not in tex and not re.search(r"[{}$~`]|--|''|,,", tex):
        return " ".join(tex.split()), ()
    unknown: list[str] = []
    parts: list[str] = []
    at = 0
    for match in _MATH.finditer(tex):
        parts.append(_Writer(tex[at : match.start()], unknown).run())
        parts.append(_Writer(match[1], unknown, math=True).run())
        at = match.end()
    parts.append(_Writer(tex[at:], unknown).run())
    text = re.sub(r"[ \t\n\r]+", " ", "".join(parts)).strip()
    return unicodedata.normalize("NFC", text), tuple(dict.fromkeys(unknown))


def _accented(text: str, accent: str) -> str:
    """Return text with an accent over its first letter: a dotless i or j has its dot only without one."""
    letter = {"ı": "i", "ȷ": "j"}.get(text[:1], text[:1])
    return unicodedata.normalize("NFC", f"{letter or ' '}{accent}") + text[1:]


def _all_in(text: str, table: Mapping[str, str]) -> bool:
    return bool(text) and all(character in table for character in text)


def _bracketed(text: str) -> str:
    return text if len(text) <= 1 else f"({text})"
