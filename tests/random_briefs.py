"""Whole briefs by a grammar of their own: chapters in all constructs, names in many scripts, odd characters.

The grammar writes each construct together with the words that a reader must see of it, so that no reader of Markdown,
not even a simple one, has to say what they are. `python tests/random_briefs.py SEED FOLDER` writes one brief down.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import yaml

from source_words import Passage, words_of

END = "\0"
"""In what a reader sees: the end of words that must follow one another."""
WORDS = (
    "river treaty water border pipeline council agreement valley minister basin quota delta naïve Zürich façade "
    "tariff the of and in with über señor Łódź São Tomé İstanbul şəhər ölkə müqavilə Şuşa Gəncə вода река договор "
    "граница Баку мир գետ ջուր წყალი მდინარე νερό ποταμός nehir ülke ırmak Göyçay 水資源 条約 пятьдесят x y ΩMEGA "
    "McDonald O’Neill "
).split()
PLAIN = ("river", "treaty", "water", "вода", "ölkə", "nehir", "договор", "basin")
"""With what a line may begin, whatever comes before it."""
ODD = (
    ("5 * 3", "5 3"), ("a_b_c", "a b c"), (r"\*star\*", "star"), ("AT&T", "AT T"), ("R&amp;D", "R D"), ("x < y", "x y"),
    ("50 %", "50"), ("#hash", "hash"), (r"\{curly}", "curly"), (r"C:\Users", "C Users"), ("$5.50", "5 50"),
    ("(c)", "c"),
    ("[brackets]", "brackets"), ("~tilde", "tilde"), ("^caret", "caret"), ("info@example.org", "info example org"),
    ("«кавычки»", "кавычки"), ("🌊", ""), ("e\u0301tude", "étude"), ("**loose", "loose"), ("_under", "under"),
    ("&copy; 1999", "1999"), ("&#8212;", ""), ("...", ""), ("1994/95", "1994 95"), ("“quoted”", "quoted"),
    ("it's", "it s"),
    ("Nagorno\u2013Karabakh", "Nagorno Karabakh"), ("no\u00a0break", "no break"), ("a|b", "a b"), ("\\\\", ""),
    ("2 + 2 = 4", "2 2 4"), ("x^2", "x 2"), ("==marked==", "marked"), ("C#", "C"), ("!bang", "bang"), ("[x]", "x"),
    ("(see [1])", "see 1"), ("::colons::", "colons"), ("<https://example.org/a_b?c=d>", "https example org a b c d"),
    ("``a ` tick``", "a tick"), ("1\\. not a list", "1 not a list"), ("*", ""), ("a*b*c", "abc"),
    ("snake_case_", "snake case"),
)  # fmt: skip
KINDS = "person organisation group state place treaty document project media concept".split()
SCRIPTS = (
    "Eurasian Union",
    "Евразийский союз",
    "Avrasiya İttifaqı",
    "Եվրասիական միություն",
    "ევრაზიის კავშირი",
    "Ένωση",
)
TYPES = ("book", "report", "article-journal", "webpage", "treaty", "chapter", "article-newspaper")
PICTURE = "images/red.svg"
SETTINGS = {
    "site_name": "A brief",
    "site_url": "https://brief.example/",
    "theme": {"name": "material"},
    "markdown_extensions": [
        "admonition", "attr_list", "def_list", "footnotes", "tables", "toc", "abbr", "md_in_html",
        "pymdownx.blocks.caption", "pymdownx.details", "pymdownx.superfences", "pymdownx.tasklist",
        {"pymdownx.tabbed": {"alternate_style": True}},
    ],
}  # fmt: skip
BRIEF = {"title": "A brief", "date": "2026-11-22", "language": "en", "authors": [{"name": "The house"}]}


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of Markdown, and what a reader sees of it."""

    text: str
    seen: str
    aside: tuple[str, ...] = ()
    """What a reader sees in another place: notes."""


@dataclass(frozen=True, slots=True)
class RandomBrief:
    """The files of a brief by path, and the words of its chapters."""

    files: Mapping[str, str]
    passages: Mapping[str, tuple[Passage, ...]]
    """By the path of a chapter."""

    def write(self, root: Path) -> None:
        """Write the files into a folder."""
        for path, text in self.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")


@dataclass(slots=True)
class Writer:
    """Writes one chapter, construct by construct."""

    random: Random
    names: Mapping[str, tuple[str, ...]]
    """The forms of each entry, its name first."""
    sources: tuple[str, ...]
    others: tuple[str, ...]
    """Links to other chapters."""
    notes: list[Written] = field(default_factory=list)
    ids: int = 0

    def inlines(self, *, notes: bool = True, cell: bool = False) -> Written:
        """Return a line or a few: plain words at the beginning, then anything."""
        pieces = [self.plain()]
        makers = [self.words, self.words, self.name, self.odd, self.emphasis, self.code, self.link]
        makers += [] if cell else [self.mark]
        makers += [self.citation, self.note] if notes else []
        for _ in range(self.random.randint(1, 9)):
            pieces.append(self.random.choice(makers)())
            if not cell and self.random.random() < 0.15:
                piece = self.plain()
                pieces.append(Written(f"{self.random.choice(['', '  ', chr(92)])}\n{piece.text}", piece.seen))
        pieces.append(self.plain())
        text = pieces[0].text
        for piece in pieces[1:]:
            text += piece.text if piece.text[:2].strip() == "" or "\n" in piece.text[:3] else f" {piece.text}"
        end = self.random.choice([".", "?", "", "!"])
        return Written(text + end, " ".join(piece.seen for piece in pieces))

    def plain(self) -> Written:
        word = self.random.choice(PLAIN)
        return Written(word, word)

    def words(self) -> Written:
        words = " ".join(self.random.choices(WORDS, k=self.random.randint(1, 6)))
        return Written(words, words)

    def odd(self) -> Written:
        return Written(*self.random.choice(ODD))

    def name(self) -> Written:
        form = self.random.choice(self.random.choice(list(self.names.values())))
        end = self.random.choice(["", "", "'s", ","])
        return Written(form + end, form + end)

    def emphasis(self) -> Written:
        inside = self.random.choice([self.words, self.name, self.code])()
        sign = self.random.choice(["*", "**", "_", "***"])
        return Written(f"{sign}{inside.text}{sign}", inside.seen)

    def code(self) -> Written:
        word = self.random.choice(["a = b", "<b>", "x_y", "[@nobody]", "[[nobody]]", "&amp;", "{{ x }}", "*a*", "$x"])
        return Written(f"`{word}`", word)

    def link(self) -> Written:
        target = self.random.choice([*self.others, "https://example.org/a_(b)", "https://example.org/?q=a&b=c"])
        words = self.words()
        title = self.random.choice(["", "", ' "A title"'])
        return Written(f"[{words.text}](<{target}>{title})", words.seen)

    def mark(self) -> Written:
        entry, forms = self.random.choice(list(self.names.items()))
        words = self.words()
        return self.random.choice(
            [
                Written(f"[[{entry}]]", forms[0]),
                Written(f"[[{entry}|{words.text}]]", words.seen),
                Written(f"[[!{forms[-1]}]]", forms[-1]),
            ]
        )

    def citation(self) -> Written:
        first, second = self.random.choices(self.sources, k=2)
        return self.random.choice(
            [
                Written(f"[@{first}]", END),
                Written(f"[@{first}, p. 4]", END),
                Written(f"[see @{first}, pp. 3-5; -@{second}]", END),
                Written(f"@{first} says", f"{END}says"),
                Written(f"@{first} [p. 7] says", f"{END}says"),
            ]
        )

    def note(self) -> Written:
        label = self.random.choice([str(len(self.notes) + 1), f"note-{len(self.notes) + 1}"])
        first = self.inlines(notes=False)
        more = self.inlines(notes=False)
        text, seen = _indented(first.text).strip(), [first.seen]
        if self.random.random() < 0.2:
            text, seen = f"{text}\n\n{_indented(more.text)}", [first.seen, more.seen]
        self.notes.append(Written(f"[^{label}]: {text}", "", tuple(seen)))
        return Written(f"[^{label}]", END)

    def paragraph(self) -> Written:
        made = self.inlines()
        end = self.random.choice(["", "", "", "\n{: .lead }"])
        return Written(made.text + end, made.seen)

    def heading(self) -> Written:
        made = self.inlines(notes=False, cell=True)
        while "#" in made.text:
            made = self.inlines(notes=False, cell=True)
        self.ids += 1
        end = self.random.choice(["", "", f" {{#part-{self.ids}}}"])
        if self.random.random() < 0.1:
            return Written(f"{made.text}{end}\n{self.random.choice('=-') * 5}", made.seen)
        return Written(f"{'#' * self.random.randint(2, 4)} {made.text}{end}", made.seen)

    def bullets(self, depth: int = 0) -> Written:
        numbered, loose = self.random.random() < 0.4, self.random.random() < 0.3
        items = []
        for number in range(1, self.random.randint(2, 5)):
            sign = f"{number}. " if numbered else self.random.choice(["- ", "- [ ] ", "- [x] "])
            item = self.inlines()
            text, seen = f"{sign}{item.text.replace(chr(10), chr(10) + '    ')}", item.seen
            if depth < 2 and self.random.random() < 0.3:
                inner = self.random.choice([self.quotation, self.fence, self.paragraph, self.box, self.bullets])
                below = self.bullets(depth + 1) if inner == self.bullets else inner()
                text, seen = f"{text}\n\n{_indented(below.text)}", f"{seen}{END}{below.seen}"
            items.append(Written(text, seen))
        return Written(("\n\n" if loose else "\n").join(item.text for item in items), END.join(i.seen for i in items))

    def quotation(self) -> Written:
        blocks = [self.random.choice([self.paragraph, self.fence])() for _ in range(self.random.randint(1, 2))]
        text = "\n\n".join(block.text for block in blocks)
        return Written("\n".join(f"> {line}".rstrip() for line in text.split("\n")), END.join(b.seen for b in blocks))

    def table(self) -> Written:
        width = self.random.randint(1, 4)
        rows = [[self.cell() for _ in range(width)] for _ in range(self.random.randint(2, 5))]
        lines = ["| " + " | ".join(cell.text for cell in row) + " |" for row in rows]
        lines.insert(1, "|" + "|".join(self.random.choice(["---", ":--", "--:"]) for _ in range(width)) + "|")
        seen = END.join(cell.seen for row in rows for cell in row)
        caption = self.words()
        if self.random.random() < 0.4:
            return Written(
                "\n".join([*lines, "", "/// table-caption", caption.text, "///"]), f"{caption.seen}{END}{seen}"
            )
        return Written("\n".join(lines), seen)

    def cell(self) -> Written:
        made = self.inlines(cell=True)
        return Written(made.text.replace("|", r"\|"), made.seen)

    def figure(self) -> Written:
        alt, caption = self.words(), self.inlines(cell=True)
        picture = f"![{alt.text}](../{PICTURE})"
        return self.random.choice(
            [
                Written(f"{picture}\n/// caption\n{caption.text}\n///", caption.seen),
                Written(f"{picture}\n\n/// figure-caption\n{caption.text}\n///", caption.seen),
            ]
        )

    def box(self) -> Written:
        title, inside = self.words(), [self.random.choice([self.paragraph, self.bullets, self.table])() for _ in "ab"]
        sign = self.random.choice(["!!! note", "!!! warning", "??? info", "???+ tip"])
        text = _indented("\n\n".join(block.text for block in inside))
        return Written(f'{sign} "{title.text}"\n{text}', END.join([title.seen, *(block.seen for block in inside)]))

    def chart(self) -> Written:
        words = [self.words() for _ in range(5)]
        lines = [f"| {words[0].text} | {words[1].text} |", "|---|--:|"]
        values = [str(self.random.randint(1, 900)) for _ in words[2:4]]
        lines += [f"| {row.text} | {value} |" for row, value in zip(words[2:4], values, strict=True)]
        lines += [
            "",
            "/// table-caption",
            f"    attrs: {{class: {self.random.choice(['chart', 'wide'])}}}",
            words[4].text,
            "///",
        ]
        return Written("\n".join(lines), END.join([words[4].seen, words[0].seen, words[1].seen, *values]))

    def reference_link(self) -> Written:
        words = self.words()
        self.ids += 1
        label = f"Label {self.ids}"
        text = f"river [{words.text}][{label}] and ![{words.text}][{label}p].\n\n"
        targets = f"[{label}]: https://example.org/a 'Title'\n[{label}p]: ../{PICTURE}"
        return Written(text + targets, f"river {words.seen} and")

    def abbreviation(self) -> Written:
        word = self.random.choice(("QAX", "McDonald", "São"))
        return Written(f"*[{word}]: {self.words().text}", "")

    def tabs(self) -> Written:
        made = [(self.words(), self.random.choice([self.paragraph, self.bullets, self.fence])()) for _ in "ab"]
        text = "\n\n".join(f'=== "{title.text}"\n{_indented(block.text)}' for title, block in made)
        titles = END.join(title.seen for title, _ in made)
        # Without a paragraph between them, two blocks of tabs would be one.
        after = PLAIN[0]
        seen = END.join([titles, *(block.seen for _, block in made), after])
        return Written(f"{text}\n\n{after}", seen)

    def fence(self) -> Written:
        lines = self.random.choices(
            ["x = [@nobody]", "# no heading", "", "<b>&amp;</b>", "| a | b |", "[^9]: no note"], k=3
        )
        sign = self.random.choice(["```", "~~~", "````"])
        text = "\n".join([f"{sign} {self.random.choice(['', 'python', 'text'])}".strip(), *lines, "last", sign])
        return Written(text, END.join([*lines, "last"]))

    def indented_code(self) -> Written:
        before = self.paragraph()
        return Written(
            f"{before.text}\n\n    indented [@nobody] *code* <i>", f"{before.seen}{END}indented nobody code i"
        )

    def definitions(self) -> Written:
        term, text = self.words(), self.inlines()
        return Written(
            f"{term.text}\n:   {text.text.replace(chr(10), chr(10) + '    ')}", f"{term.seen}{END}{text.seen}"
        )

    def rule(self) -> Written:
        return Written(self.random.choice(["* * *", "___"]), "")

    def chapter(self) -> tuple[str, tuple[Passage, ...]]:
        """Return the text of a chapter and the words in it."""
        title = " ".join([self.plain().text, *self.random.choices(WORDS, k=2)])
        front = {"title": title, "summary": self.words().text, "date": "2026-03-04"}
        begins = self.random.random() < 0.5
        head = f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n" if begins else f"# {title}\n"
        makers: list[Callable[[], Written]] = [
            self.paragraph, self.paragraph, self.paragraph, self.heading, self.bullets, self.quotation, self.table,
            self.figure, self.box, self.fence, self.indented_code, self.definitions, self.rule, self.chart, self.tabs,
            self.reference_link, self.abbreviation,
        ]  # fmt: skip
        blocks = [Written(head.rstrip("\n"), "", (title,)), self.paragraph()]
        for _ in range(self.random.randint(2, 14)):
            blocks.append(self.random.choice(makers)())
            if self.random.random() < 0.7:
                blocks.append(self.paragraph())
        text, passages = "", []
        for block in [*blocks, *self.notes]:
            first = text.count("\n") + 1
            text += f"{block.text}\n\n"
            last = first + block.text.count("\n")
            parts = [(part, False) for part in block.seen.split(END)] + [(part, True) for part in block.aside]
            passages += [Passage(words_of(part), first, last, aside) for part, aside in parts if words_of(part)]
        return text, tuple(passages)


def random_brief(seed: int, *, printed: bool = True) -> RandomBrief:
    """Return the brief of a number, with or without its PDF, which takes as long as all the rest."""
    random = Random(seed)
    names = {f"entry-{number}": _forms(random, number) for number in range(random.randint(3, 9))}
    sources = tuple(f"source{number}" for number in range(random.randint(1, 5)))
    paths = [f"chapters/{number}-part.md" for number in range(1, random.randint(2, 5))]
    if random.random() < 0.2:
        paths[-1] = f"chapters/more/{len(paths)}-part.md"
    brief = {**BRIEF, "pdf": {"enabled": printed}}
    files = {
        "mkdocs.yml": yaml.safe_dump({**SETTINGS, "plugins": [{"policybrief": {"brief": brief}}]}, sort_keys=False),
        "glossary.yml": yaml.safe_dump(_glossary(random, names, sources), allow_unicode=True, sort_keys=False),
        "references.yml": yaml.safe_dump({"references": [_source(random, one) for one in sources]}, allow_unicode=True),
        f"docs/{PICTURE}": '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>\n',
    }
    passages = {}
    for path in paths:
        up = "../" * path.count("/")
        others = tuple(up + other for other in paths if other != path)
        files[path], passages[path] = Writer(random, names, sources, others or ("https://example.org/",)).chapter()
        files[path] = files[path].replace(f"../{PICTURE}", up + PICTURE)
    return RandomBrief(files, passages)


def _forms(random: Random, number: int) -> tuple[str, ...]:
    """Return the forms of an entry, none of which another has."""
    sign = "ABCDEFGHIJ"[number]
    name = f"{random.choice(SCRIPTS)} {sign}"
    return tuple(dict.fromkeys([name, *(f"{form} {sign}" for form in random.sample(SCRIPTS, 2)), f"Q{sign}X"]))


def _glossary(random: Random, names: Mapping[str, tuple[str, ...]], sources: tuple[str, ...]) -> dict[str, object]:
    entries: dict[str, object] = {}
    for entry, (name, *aliases) in names.items():
        made: dict[str, object] = {"name": name, "kind": random.choice(KINDS), "aliases": aliases}
        made["definition"] = (
            f"*{random.choice(WORDS)}* of [[{random.choice(list(names))}]], {random.choice(WORDS)} & more."
        )
        if random.random() < 0.5:
            made |= {"kind": "event", "dates": random.choice(["1994", "1994-05", "1994-05-12", "2014/2016", "1994~"])}
        if random.random() < 0.3:
            made["sources"] = [random.choice(sources)]
        entries[entry] = made
    return entries


def _source(random: Random, key: str) -> dict[str, object]:
    title = " ".join(random.choices(WORDS, k=4))
    return {
        "id": key, "type": random.choice(TYPES), "title": title, "issued": random.choice(["2014", "2014-05-29"]),
        "language": random.choice(["en", "ru", "az"]), "author": [{"family": random.choice(WORDS), "given": "Ə."}],
    }  # fmt: skip


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


if __name__ == "__main__":
    random_brief(int(sys.argv[1])).write(Path(sys.argv[2]))
