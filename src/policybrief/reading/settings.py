"""`mkdocs.yml`: the options of our plugin and the brief's record; the rest of the file belongs to MkDocs."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from ..model.brief import Author, Brief, FormOptions, OutputRequest, PrintOptions
from ..model.citing import STYLES
from ..model.fold import fold
from ..model.problems import Code, Place, Problem
from ..model.rules import RULES, Checks
from .checks import CHECK_KEYS, RulesByName, read_checks
from .fields import Fields, choice, fields_of, list_of, parsed
from .includes import NOTHING_KNOWN, Known
from .inherited import too_many_values
from .placeholders import placeholder_address, placeholders_in
from .substitutions import values_of_settings
from .text import shown
from .theme_options import options_without_effect
from .values import date, doi, html_problem, language, one_line, orcid, plain_text
from .yaml import YamlDocument, YamlMapping, YamlNode, YamlScalar, YamlSequence, compose, kind_of

_PLUGIN = "policybrief"
_PATH_KEYS = ("chapters", "glossary", "references", "evidence", "anchors", "shapes", "sources")
_BRIEF_KEYS = (
    *("title", "subtitle", "description", "authors", "note", "publisher", "series", "number"),
    *("date", "horizon", "edition", "language", "licence", "doi", "pdf", "epub", "zip"),
)
OPTIONS = (*_PATH_KEYS, "style", "front_matter", *CHECK_KEYS, "outputs", "synonyms", "brief")
"""The options of the plugin."""
_PDF_KEYS = ("enabled", "paper", "two_sided", "template")
_LONGEST_PATH = 200
_AUTHOR_KEYS = ("family", "given", "orcid", "name")


@dataclass(frozen=True, slots=True)
class Settings:
    """The paths of the brief's files, and its bibliographic record."""

    brief: Brief
    chapters: str = "chapters"
    glossary: str = "glossary.yml"
    references: str = "references.yml"
    anchors: str = "anchors.lock"
    shapes: str = "shapes.geojson"
    evidence: str = "evidence.yml"
    sources: str = "sources"
    """POSIX paths relative to the project, all inside it."""
    style: str = "chicago-notes"
    """How sources are cited: a name in `model.citing.STYLES`."""
    front_matter: tuple[str, ...] = ()
    """Keys that chapters may have in their front matter because another plugin reads them."""
    checks: Checks = field(default_factory=Checks)
    outputs: tuple[OutputRequest, ...] = ()
    """The outputs requested besides those of every brief."""
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Words that search treats as synonyms."""
    known: Known = NOTHING_KNOWN
    """The values that chapters may name."""


def read_settings(text: str, path: str, rules: RulesByName = RULES) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings in the text of mkdocs.yml, and their problems.

    Our rules apply only to the options of our plugin. Elsewhere tags, anchors and anything else that MkDocs reads are
    allowed. `rules` are those that can be switched. Without a title, the brief's title is `site_name`.
    """
    document = compose(text, path)
    if document.root is not None and (problem := too_many_values(text, path)):
        return Settings(Brief("")), (problem,)
    if document.root is None:
        return Settings(Brief("")), document.problems or (_not_listed(Place(path)),)
    if not isinstance(document.root, YamlMapping):
        seen = f"expected the settings of MkDocs, got {kind_of(document.root)}"
        problem = Problem(Code.WRONG_TYPE, document.root.place, seen, "begin with 'site_name: ...'")
        return Settings(Brief("")), (problem,)
    problems: list[Problem] = []
    site_name = _site_name(document, document.root, problems)
    problems += _html_in_metadata(document.root)
    problems += options_without_effect(document.root)
    problems += placeholder_address(document.root.get("site_url"))
    problems += placeholders_in(document.root.get("site_name"))
    options = _options(document.root)
    if options is None:
        inherits = document.root.get("INHERIT") is not None
        return Settings(Brief(site_name)), (*problems, _not_listed(Place(path), inherits=inherits))
    problems += [problem for problem in document.problems if _concerns(problem, options)]
    if any(problem.code is Code.YAML_FEATURE for problem in problems):
        return Settings(Brief(site_name)), tuple(problems)
    record = options.get("brief") if isinstance(options, YamlMapping) else None
    values = values_of_settings(document.root, record, {problem.place for problem in document.problems})
    extensions = document.root.get("markdown_extensions")
    known = Known({}, values, snippets=not _lists(extensions, "pymdownx.snippets"))
    return _settings(options, site_name, rules, problems, known), tuple(problems)


def _lists(node: YamlNode | None, name: str) -> bool:
    """Tell whether a list, or a mapping, has something of that name."""
    items = node.items if isinstance(node, YamlSequence) else (node,)
    return any(
        item.text == name
        if isinstance(item, YamlScalar)
        else isinstance(item, YamlMapping) and item.get(name) is not None
        for item in items
    )


def _not_listed(place: Place, *, inherits: bool = False) -> Problem:
    seen, hint = f"the plugin '{_PLUGIN}' is not listed", f"add the lines 'plugins:' and '  - {_PLUGIN}'"
    if inherits:
        hint = f"what INHERIT brings in is not read here: list '{_PLUGIN}' under 'plugins' in this file"
    return Problem(Code.SETTINGS, place, seen, hint)


def _site_name(document: YamlDocument, root: YamlMapping, problems: list[Problem]) -> str:
    """Return the name of the site; empty if MkDocs finds it elsewhere, as with `!ENV`."""
    node = root.get("site_name")
    if not isinstance(node, YamlScalar):
        return ""
    if any(problem.place == node.place and problem.code is Code.YAML_FEATURE for problem in document.problems):
        return ""
    if problem := html_problem(node.text, node.place):
        problems.append(problem)
    unseen = (problem for problem in document.problems if problem.code is Code.CONTROL_CHARACTER)
    problems += [problem for problem in unseen if problem.place.line == node.place.line]
    return one_line(node.text)


def _html_in_metadata(root: YamlMapping) -> Iterator[Problem]:
    """Yield HTML in the texts that the theme puts into every page unchanged: description, author, navigation."""
    texts = [node for key in ("site_description", "site_author") if isinstance(node := root.get(key), YamlScalar)]
    waiting = [node] if (node := root.get("nav")) is not None else []
    while waiting:
        item = waiting.pop()
        if isinstance(item, YamlSequence):
            waiting += item.items
        elif isinstance(item, YamlMapping):
            texts += [key for key, _ in item.pairs]
            waiting += [value for _, value in item.pairs]
    for text in texts:
        if problem := html_problem(text.text, text.place):
            yield problem


def _options(root: YamlMapping) -> YamlNode | None:
    """Return the options of our plugin, empty text if it has none, None if it is not listed."""
    plugins = root.get("plugins")
    if isinstance(plugins, YamlMapping):
        return plugins.get(_PLUGIN)
    for item in plugins.items if isinstance(plugins, YamlSequence) else ():
        if isinstance(item, YamlScalar) and item.text == _PLUGIN:
            return YamlScalar("", item.place)
        if isinstance(item, YamlMapping) and (options := item.get(_PLUGIN)) is not None:
            return options
    return None


def _concerns(problem: Problem, options: YamlNode) -> bool:
    """Tell whether a problem of the file is in the options of our plugin."""
    if isinstance(options, YamlMapping):
        return options.place <= problem.place < options.end
    return options.place == problem.place


def _settings(options: YamlNode, site_name: str, rules: RulesByName, problems: list[Problem], known: Known) -> Settings:
    fields = None
    if not (isinstance(options, YamlScalar) and not options.text):
        fields = fields_of(options, "the options of policybrief", OPTIONS, problems)
    readers = {**dict.fromkeys(_PATH_KEYS, _path), "style": _style}
    front_matter = (fields.take("front_matter", list_of(plain_text)) if fields else None) or ()
    given = {key: found for key, reader in readers.items() if fields and (found := fields.take(key, reader))}
    node = fields.mapping.get("brief") if fields else None
    record = None if node is None else fields_of(node, "the brief", _BRIEF_KEYS, problems)
    problems += placeholders_in(node)
    brief = _brief(record) if record else Brief("")
    if not brief.title and not site_name and not (record and record.has("title")):
        place = node.place if node else options.place
        problems.append(Problem(Code.MISSING_KEY, place, "the brief has no title", "add 'title: ...' under 'brief:'"))
    checks = read_checks(fields, rules) if fields else Checks(rules=rules)
    outputs = (fields.take("outputs", list_of(_output)) if fields else None) or ()
    synonyms = (fields.take("synonyms", list_of(_synonyms)) if fields else None) or ()
    return Settings(
        replace(brief, title=brief.title or site_name),
        front_matter=front_matter,
        checks=checks,
        outputs=outputs,
        synonyms=synonyms,
        known=known,
        **given,
    )


def _output(node: YamlNode, problems: list[Problem]) -> OutputRequest | None:
    name = plain_text(node, problems)
    return OutputRequest(name, node.place) if name else None


def _synonyms(node: YamlNode, problems: list[Problem]) -> tuple[str, ...] | None:
    """Read words that search treats as synonyms, at least two of them."""
    words = list_of(_single_word)(node, problems)
    if words is not None and isinstance(node, YamlSequence) and len(node.items) < 2:
        hint = "write two or more words with nearly the same meaning, such as '[weapon, arms]'"
        problems.append(Problem(Code.BAD_VALUE, node.place, "one word alone has no synonym", hint))
        return None
    return words


def _brief(fields: Fields) -> Brief:
    def text(key: str) -> str:
        return fields.take(key, plain_text) or ""

    return Brief(
        title=text("title"),
        subtitle=text("subtitle"),
        description=text("description"),
        note=text("note"),
        authors=fields.take("authors", list_of(_author)) or (),
        publisher=text("publisher"),
        series=text("series"),
        number=text("number"),
        date=fields.take("date", date),
        horizon=fields.take("horizon", date),
        edition=text("edition"),
        language=fields.take("language", language) or "en",
        licence=text("licence"),
        doi=fields.take("doi", doi) or "",
        pdf=fields.take("pdf", _print_options) or PrintOptions(),
        epub=fields.take("epub", _form_options) or FormOptions(),
        zip=fields.take("zip", _form_options) or FormOptions(),
    )


def _form_options(node: YamlNode, problems: list[Problem]) -> FormOptions | None:
    fields = fields_of(node, "these options", ("enabled",), problems)
    return None if fields is None else FormOptions(fields.take("enabled", _yes_or_no) is not False)


def _print_options(node: YamlNode, problems: list[Problem]) -> PrintOptions | None:
    fields = fields_of(node, "the options of the PDF", _PDF_KEYS, problems)
    if fields is None:
        return None
    enabled = fields.take("enabled", _yes_or_no)
    return PrintOptions(
        enabled=True if enabled is None else enabled,
        paper=fields.take("paper", _paper) or PrintOptions().paper,
        two_sided=fields.take("two_sided", _yes_or_no) or False,
        template=fields.take("template", _path) or "",
    )


def _author(node: YamlNode, problems: list[Problem]) -> Author | None:
    """Read a person (`family`, `given`, `orcid`) or an organisation (`name`)."""
    fields = fields_of(node, "this author", _AUTHOR_KEYS, problems)
    if fields is None:
        return None
    family, given = fields.take("family", plain_text) or "", fields.take("given", plain_text) or ""
    name, id_ = fields.take("name", plain_text) or "", fields.take("orcid", orcid) or ""
    if fields.has("name") == fields.has("family") or (fields.has("name") and (given or id_)):
        hint = "write {family: ..., given: ..., orcid: ...} for a person, {name: ...} for an organisation"
        seen = "this is not clearly a person or an organisation"
        problems.append(Problem(Code.BAD_VALUE, node.place, seen, hint))
        return None
    person = f"{given} {family}".strip(" ")
    return Author(name or person, family, given, id_) if name or family else None


def _inside(text: str) -> str:
    """Return the path of a file of the project in normalised form."""
    path = PurePosixPath(text)
    leads_out = path.is_absolute() or ".." in path.parts or any(sign in text for sign in "\\:")
    if not path.parts or leads_out or not text.isprintable() or len(text.encode()) > _LONGEST_PATH:
        raise ValueError(f"{shown(text)} is not a path inside the project")
    return str(path)


def _one_word(text: str) -> str:
    """Return the text if search treats it as one word."""
    if len(fold(text).split()) != 1:
        raise ValueError(f"{shown(text)} is not a single word")
    return text


_single_word = parsed(
    _one_word, Code.BAD_VALUE, "search compares single words: add a name of several words as an alias"
)
_path = parsed(
    _inside, Code.BAD_VALUE, "write it relative to the folder of mkdocs.yml, with '/', such as 'texts/chapters'"
)
_style = choice({name: name for name in STYLES}, Code.BAD_VALUE, "citation style")
_paper = choice({"a4": "a4", "letter": "us-letter"}, Code.BAD_VALUE, "paper size")
_yes_or_no = choice({"true": True, "false": False}, Code.BAD_VALUE, "answer")
