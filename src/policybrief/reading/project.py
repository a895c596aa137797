"""The files of a project on disk, all read at once.

In this package only this module, `folder` and `pages` access the disk.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..model.brief import Brief, Chapter, Project
from ..model.glossary import Glossary
from ..model.ledger import Ledger
from ..model.maps import MapShape
from ..model.passages import Passage
from ..model.problems import Code, Problem, sorted_problems
from ..model.recall import fingerprint, recalled, stands_for
from ..model.rules import RULES
from ..wording.words import Words
from .chapters import read_chapter
from .checks import RulesByName
from .coordinates import read_shapes
from .evidence import read_evidence
from .folder import Folder
from .glossary import read_glossary
from .included_files import IncludedFiles
from .ledger import LARGEST_LEDGER, read_ledger
from .left_out import draft, is_draft, unread
from .references import read_references
from .settings import Settings, read_settings
from .source_copies import read_copies
from .substitutions import VARIABLES, named_values
from .text import shown
from .translations import own_path, read_words
from .yaml import compose

_UNREADABLE = frozenset((Code.YAML_SYNTAX, Code.YAML_FEATURE, Code.FILE_TOO_LARGE))
"""Problems after which nothing in a YAML file is read."""
_OF_THE_PASSAGES = (Code.UNKNOWN_PASSAGE, Code.MISSING_PASSAGE)
_OF_THE_SOURCES = (Code.UNKNOWN_SOURCE, Code.UNUSED_PASSAGE, *_OF_THE_PASSAGES)
_OF_THE_GLOSSARY = (Code.UNKNOWN_ENTRY, Code.UNKNOWN_NAME)


def read_project(root: Path, config: str = "mkdocs.yml", rules: RulesByName = RULES) -> Project:
    """Return the content of the files of the project in the folder `root`, and all problems in them.

    `config` is the path of the settings, relative to the root; `rules` are those that the files may name. A file that
    is missing or cannot be read counts as empty. Nothing outside the root is read.
    """
    folder = Folder(root, [])
    settings = _settings(folder, config, rules)
    name_it = f"write it, or name another under 'plugins: policybrief:' in {config}"
    glossary = _glossary(folder, settings, name_it, rules)
    optional = settings.references == Settings(settings.brief).references
    references_text = folder.read(settings.references, if_missing="" if optional else name_it) or ""
    references, problems = recalled(read_references, references_text, settings.references, rules)
    folder.problems.extend(problems)
    passages = _passages(folder, settings, name_it, rules)
    copies = read_copies(folder, settings.sources, {passage.source for passage in passages})
    shapes = _shapes(folder, settings.shapes, name_it)
    ledger_text = folder.read(settings.anchors, largest=LARGEST_LEDGER)
    ledger = Ledger()
    if ledger_text is not None:
        ledger, problems = recalled(read_ledger, ledger_text, settings.anchors)
        folder.problems.extend(problems)
    included = IncludedFiles(folder)
    chapters = tuple(_chapters(included, settings, name_it))
    print_template = _print_template(folder, settings.brief.pdf.template)
    words = read_words(folder, settings.brief.language)
    pointless = _pointless(folder.problems, settings)
    return Project(
        brief=settings.brief,
        glossary=glossary,
        chapters=chapters,
        references=references,
        problems=sorted_problems(folder.problems),
        ledger=ledger,
        ledger_path=settings.anchors,
        style=settings.style,
        checks=settings.checks.without(pointless) if pointless else settings.checks,
        outputs=settings.outputs,
        synonyms=settings.synonyms,
        print_template=print_template,
        shapes=shapes,
        words=words,
        passages=passages,
        copies_folder=settings.sources,
        copies=copies,
        files=_files(config, settings, words, included.paths),
    )


def _files(config: str, settings: Settings, words: Words, included: tuple[str, ...]) -> tuple[str, ...]:
    """Return the paths of all that is read, whether it is there or not; of folders that of the folder alone."""
    template = settings.brief.pdf.template
    return (
        config,
        own_path(words.language),
        settings.glossary,
        settings.references,
        settings.evidence,
        settings.chapters,
        settings.shapes,
        settings.sources,
        *((template,) if template else ()),
        *included,
        VARIABLES,
    )


def _pointless(problems: Iterable[Problem], settings: Settings) -> frozenset[Code]:
    """Return the kinds of problem that follow from a file that cannot be read, and would be reported many times."""
    unread = {problem.place.path for problem in problems if problem.code in _UNREADABLE}
    asked = {
        settings.glossary: _OF_THE_GLOSSARY, settings.references: _OF_THE_SOURCES, settings.evidence: _OF_THE_PASSAGES
    }  # fmt: skip
    return frozenset(code for path, codes in asked.items() if path in unread for code in codes)


def _glossary(folder: Folder, settings: Settings, name_it: str, rules: RulesByName) -> Glossary:
    text = folder.read(settings.glossary, if_missing=name_it) or ""
    given = (text, settings.glossary, settings.brief.language, rules)
    glossary, problems = recalled(read_glossary, *given)
    # It is part of many cache keys, and its text is written faster than its entries.
    stands_for(fingerprint(read_glossary, *given), glossary)
    folder.problems.extend(problems)
    return glossary


def _passages(folder: Folder, settings: Settings, name_it: str, rules: RulesByName) -> tuple[Passage, ...]:
    path = settings.evidence
    optional = path == Settings(Brief("")).evidence
    text = folder.read(path, if_missing="" if optional else name_it) or ""
    passages, problems = recalled(read_evidence, text, path, settings.brief.language, rules)
    folder.problems.extend(problems)
    return passages


def _shapes(folder: Folder, path: str, name_it: str) -> tuple[MapShape, ...]:
    optional = path == Settings(Brief("")).shapes
    shapes, problems = recalled(read_shapes, folder.read(path, if_missing="" if optional else name_it) or "", path)
    folder.problems.extend(problems)
    return shapes


def _print_template(folder: Folder, top: str) -> dict[str, bytes]:
    """Return the Typst files in the folder for print that the brief names, by name."""
    if not top:
        return {}
    if not os.path.lexists(folder.root / top):
        folder.refuse_missing(top, "create the folder, or remove 'template' from the options of the PDF")
        return {}
    paths = [path for path, _ in folder.entries(top) if path.endswith(".typ")]
    if not paths:
        folder.refuse(Code.MISSING_FILE, top, f"there is no Typst file in {shown(top)}", "add one, such as 'brief.typ'")
    return {path.rpartition("/")[2]: (folder.read(path) or "").encode() for path in paths}


def _settings(folder: Folder, config: str, rules: RulesByName) -> Settings:
    text = folder.read(config, if_missing="write it, or start with 'policybrief new'")
    if text is None:
        return Settings(Brief(""))
    settings, problems = read_settings(text, config, rules)
    folder.problems.extend(problems)
    return settings


def _values(folder: Folder, settings: Settings) -> dict[str, str]:
    """Return what chapters may ask for by name."""
    text = folder.read(VARIABLES)
    document = compose(text, VARIABLES) if text is not None else None
    folder.problems.extend(document.problems if document else ())
    return {**(dict(named_values(document.root)) if document else {}), **settings.known.values}


def _chapters(included: IncludedFiles, settings: Settings, name_it: str) -> Iterator[Chapter]:
    """Yield the chapters in reading order; the files that they include are read on demand."""
    folder, top = included.folder, settings.chapters
    values = _values(folder, settings)
    if not os.path.lexists(folder.root / top):
        folder.refuse_missing(top, name_it)
        return
    faults = len(folder.problems)
    paths = sorted(_markdown_files(folder, top), key=_natural_order)
    if folder.refuse_too_many(top, len(paths)):
        return
    if not paths and len(folder.problems) == faults:
        hint = "write one, such as '1-introduction.md'"
        folder.refuse(Code.MISSING_FILE, top, f"there is no chapter in {shown(top)}", hint)
    for path in paths:
        text = folder.read(path)
        if text is not None:
            known = replace(settings.known, files=included.files_for(text, path), values=values)
            chapter, problems = recalled(read_chapter, text, path, settings.front_matter, known)
            # A problem in a file is reported once, however many chapters include it.
            folder.problems.extend(each for each in problems if each.place.path == path or each not in folder.problems)
            yield chapter
    drafts = [problem for problem in folder.problems if problem.code is Code.UNREAD_FILE]
    for each in (each for each in drafts if each.place.path in included.paths):
        folder.problems.remove(each)


def _markdown_files(folder: Folder, top: str) -> Iterator[str]:
    """Yield the paths of the Markdown files below a folder, skipping hidden files and links to folders."""
    for path, entry in folder.entries(top):
        if entry.is_dir(follow_symlinks=False):
            yield from _markdown_files(folder, path)
        elif is_draft(entry.name):
            folder.problems.append(draft(path))
        elif entry.name.endswith(".md"):
            yield path
        elif problem := unread(path, "a chapter", "is not read"):
            folder.problems.append(problem)


def _natural_order(path: str) -> tuple[tuple[tuple[str | int, ...], ...], str]:
    """Return a sort key that puts `2-x` before `10-x`, part by part."""
    parts = path.removesuffix(".md").split("/")
    return tuple(_words_and_numbers(part) for part in parts), path


def _words_and_numbers(part: str) -> tuple[str | int, ...]:
    """Return the pieces of a name, text and numbers alternating: `("", 2, "-balance")`."""
    pieces = re.split("([0-9]+)", part)
    return tuple(int(piece) if index % 2 else piece.casefold() for index, piece in enumerate(pieces))
