"""What keeps the code easy to read: short files and functions, names with one meaning, no file that nothing uses."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import policybrief
from policybrief.assets.packing import BUNDLES

HOUSE = Path(policybrief.__file__).parent
MODULES = sorted(HOUSE.rglob("*.py"))
ASSETS = sorted(path for path in (HOUSE / "assets").rglob("*") if path.suffix in {".css", ".js"})

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
"""In lines; a function that needs scrolling is two."""

VAGUE = {
    *("utils", "util", "helpers", "helper", "misc", "common"),
    *("all", "whole", "view", "look", "dress", "filling", "placing", "excuses", "stones"),
}
"""Words that do not say what a module is about."""

# Still to be renamed.
VAGUE_SO_FAR: set[str] = set()
NAMED_TWICE_SO_FAR: set[str] = set()

CHANGING = {
    "assembling/catalogue.py: _Taken",
    "chapters/memory.py: ChapterMemory",
    "hosts/mkdocs/completeness.py: SeenPages",
    "hosts/mkdocs/marks.py: Watched",
    "hosts/mkdocs/page_guard.py: PageGuard",
    "hosts/mkdocs/page_shells.py: PageShells",
    "hosts/mkdocs/page_shells.py: _SimilarPages",
    "hosts/mkdocs/security_policy.py: Policy",
    "importing/bibtex/tex.py: _Writer",
    "pages/names.py: UsedForm",
    "publishing/staging.py: Staging",
    "reading/inherited.py: _Chain",
    "reading/ledger.py: _LedgerReader",
    "reading/ledger.py: _Row",
    "reading/yaml.py: _Open",
}
"""The data classes whose values change while they are used; all others are frozen."""


def place_of(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    """Yield every part of every module's syntax tree."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield path, node


def test_files_are_short() -> None:
    written = [path for path in HOUSE.rglob("*") if path.suffix in {".py", ".html", ".css", ".js"}]
    assert len(written) > len(MODULES) + len(ASSETS)
    assert not [place_of(path) for path in written if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE]


def test_functions_are_short() -> None:
    functions = [
        (f"{place_of(path)}: {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for path, node in nodes()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert len(functions) > len(MODULES)
    assert not [function for function in functions if function[1] > LONGEST_FUNCTION]


def test_a_class_name_has_one_meaning() -> None:
    modules = defaultdict(list)
    for path, node in nodes():
        if isinstance(node, ast.ClassDef):
            modules[node.name.lstrip("_")].append(place_of(path))
    assert {name for name, places in modules.items() if len(places) > 1} == NAMED_TWICE_SO_FAR, modules


def test_data_are_frozen_and_have_no_other_fields() -> None:
    found = {
        f"{place_of(path)}: {node.name}": {keyword.arg for keyword in call.keywords if ast.literal_eval(keyword.value)}
        for path, node in nodes()
        if isinstance(node, ast.ClassDef)
        for call in node.decorator_list
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "dataclass"
    }
    assert len(found) > len(CHANGING)
    assert not [name for name, kept in found.items() if "slots" not in kept]
    assert {name for name, kept in found.items() if "frozen" not in kept} == CHANGING


def test_a_module_says_in_its_name_what_it_is_about() -> None:
    vague = {place_of(path) for path in MODULES if VAGUE & set(path.stem.split("_"))}
    assert vague == VAGUE_SO_FAR


def test_a_file_says_in_its_first_line_what_it_is_for() -> None:
    texts = {path: path.read_text("utf-8") for path in (*MODULES, *ASSETS)}
    silent = [path for path, text in texts.items() if not text.startswith("/* " if path in ASSETS else '"""')]
    assert not silent


def test_every_style_and_script_is_in_exactly_one_list() -> None:
    listed = Counter(name for bundle in BUNDLES for name in bundle)
    assert listed == Counter(path.relative_to(HOUSE / "assets").as_posix() for path in ASSETS)
