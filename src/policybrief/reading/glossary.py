"""`glossary.yml`: a mapping from ids to entries."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ..model.dates import Span
from ..model.glossary import Alias, Entry, Glossary, Kind, Relation, RelationType, SourceUse
from ..model.problems import Code, Place, Problem
from ..model.rules import RULES
from .checks import RulesByName, rule_name
from .coordinates import coordinates
from .faults import Faults, TooManyFaultsError
from .fields import Fields, Reader, choice, fields_of, list_of, root_of, scalar
from .placeholders import placeholders_in
from .text import shown
from .values import address, boolean, date, language, plain_scalar, plain_text, span
from .yaml import YamlMapping, YamlNode, YamlScalar, kind_of

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 100
MOST_ENTRIES = 20_000
_ENTRY_KEYS = (
    *("name", "kind", "aliases", "definition", "dates"),
    *("relations", "sources", "see", "background", "note", "as_of", "allow", "coordinates"),
)
_ALIAS_KEYS = ("form", "lang", "link", "ambiguous", "case", "avoid", "inflect", "forms")
_RELATION_KEYS = ("type", "to", "since", "until", "note")

_kind = choice({kind.value: kind for kind in Kind}, Code.BAD_KIND, "kind")
_relation_type = choice({type_.word: type_ for type_ in RelationType}, Code.BAD_RELATION, "relation")
_case = choice({"any": True, "exact": False}, Code.BAD_VALUE, "case")


def read_glossary(
    text: str, path: str, own_language: str = "en", rules: RulesByName = RULES
) -> tuple[Glossary, tuple[Problem, ...]]:
    """Return the entries in the text of a glossary file, and its problems.

    A form without a language is in `own_language`, that of the brief; `rules` are those from which an entry can be
    exempted. An entry with a fault in an optional field is kept without the field. An entry with a faulty id, name or
    kind is left out, and so are the relations that lead to it: its own problem is enough.
    """
    faults = Faults()
    try:
        return _glossary(text, path, own_language, rules, faults), tuple(faults)
    except TooManyFaultsError:
        return Glossary(), faults.cut_short()


def _glossary(text: str, path: str, own_language: str, rules: RulesByName, problems: list[Problem]) -> Glossary:
    root = root_of(text, path, problems)
    if root is None:
        return Glossary()
    if not isinstance(root, YamlMapping):
        seen, hint = f"expected entries, got {kind_of(root)}", "begin each entry with its id: 'eaeu:'"
        problems.append(Problem(Code.WRONG_TYPE, root.place, seen, hint))
        return Glossary()
    if len(root.pairs) > MOST_ENTRIES:
        seen = f"the glossary has {len(root.pairs):,} entries; the limit is {MOST_ENTRIES:,}"
        hint = "remove what the chapters do not name"
        problems.append(Problem(Code.TOO_COMPLEX, root.pairs[MOST_ENTRIES][0].place, seen, hint))
        return Glossary()
    rule = rule_name(rules)
    read = {key.text: _entry(key, value, own_language, rule, problems) for key, value in root.pairs}
    left_out = {id_ for id_, entry in read.items() if entry is None}
    entries = (entry for entry in read.values() if entry is not None)
    return Glossary(tuple(_without(entry, left_out) for entry in entries))


def _without(entry: Entry, left_out: set[str]) -> Entry:
    kept = tuple(relation for relation in entry.relations if relation.to not in left_out)
    return entry if len(kept) == len(entry.relations) else replace(entry, relations=kept)


def _entry(
    key: YamlScalar, node: YamlNode, own_language: str, rule: Reader[str], problems: list[Problem]
) -> Entry | None:
    id_problem = _id_problem(key)
    if id_problem:
        problems.append(id_problem)
    fields = fields_of(
        node, f"entry {shown(key.text)}", _ENTRY_KEYS, problems, required=("name", "kind"), place=key.place
    )
    if fields is None:
        return None
    form = partial(_form, own_language=own_language)
    name, kind = fields.take("name", form), fields.take("kind", _kind)
    aliases = fields.take("aliases", list_of(form)) or ()
    definition = fields.take("definition", plain_scalar)
    problems += placeholders_in(fields.mapping.get("definition"))
    entry = Entry(
        id=key.text,
        name=name.form if name else "",
        kind=kind or Kind.CONCEPT,
        definition=definition.text if definition else "",
        place=key.place,
        definition_place=definition.place if definition else key.place,
        names=tuple(_distinct((name, *aliases) if name else aliases, problems)),
        dates=fields.take("dates", _dates),
        relations=fields.take("relations", list_of(partial(_relation, own_id=key.text))) or (),
        sources=fields.take("sources", list_of(_source)) or (),
        see=fields.take("see", address) or "",
        note=fields.take("note", plain_text) or "",
        background=fields.take("background", boolean) or False,
        as_of=fields.take("as_of", date),
        allowed=fields.take("allow", list_of(rule)) or (),
        coordinates=fields.take("coordinates", coordinates),
    )
    return None if id_problem or name is None or kind is None else entry


def _id_problem(key: YamlScalar) -> Problem | None:
    if key.text == "index":
        seen, hint = "the id 'index' is reserved for the page of the whole glossary", "choose another"
        return Problem(Code.BAD_ID, key.place, seen, hint)
    if len(key.text) <= _LONGEST_ID and _ID.fullmatch(key.text):
        return None
    likely = "-".join(re.findall("[a-z0-9]+", key.text.lower())) if key.text.isascii() else ""
    hint = "use lowercase letters a to z, digits and single hyphens"
    if len(key.text) > _LONGEST_ID:
        hint += f", at most {_LONGEST_ID} characters"
    elif likely:
        hint += f", such as '{likely}'"
    return Problem(Code.BAD_ID, key.place, f"{shown(key.text)} cannot be an id", hint)


def _form(node: YamlNode, problems: list[Problem], own_language: str) -> Alias | None:
    """Read a form of a name: plain text, or a mapping with options."""
    if not isinstance(node, YamlMapping):
        found = plain_scalar(node, problems)
        if found is None:
            return None
        return Alias(found.text, own_language, found.place, any_case=_is_phrase(found.text))
    fields = fields_of(node, "this form", _ALIAS_KEYS, problems, required=("form",))
    found = fields.take("form", plain_scalar) if fields else None
    if fields is None or found is None:
        return None
    link, any_case = fields.take("link", boolean), fields.take("case", _case)
    inflect, forms = fields.take("inflect", boolean), fields.take("forms", list_of(plain_scalar)) or ()
    if inflect is not None and fields.has("forms"):
        seen = f"{shown(found.text)} has both 'inflect' and 'forms'"
        hint = "keep 'forms' to list the forms, or 'inflect: false' for a name that has none"
        problems.append(Problem(Code.BAD_VALUE, found.place, seen, hint))
    return Alias(
        form=found.text,
        language=fields.take("lang", language) or own_language,
        place=found.place,
        link=link is not False,
        ambiguous=fields.take("ambiguous", boolean) or False,
        avoid=fields.take("avoid", boolean) or False,
        any_case=_is_phrase(found.text) if any_case is None else any_case,
        inflect=inflect is not False,
        forms=tuple(_listed(found.text, forms, problems)),
    )


def _listed(name: str, forms: tuple[YamlScalar, ...], problems: list[Problem]) -> Iterator[str]:
    """Yield the forms that the author lists, each once, and report duplicates."""
    seen = {name}
    for form in forms:
        if form.text in seen:
            hint = "remove it"
            problems.append(Problem(Code.BAD_VALUE, form.place, f"the form {shown(form.text)} is there already", hint))
        else:
            seen.add(form.text)
            yield form.text


def _is_phrase(form: str) -> bool:
    """Tell whether a form has no capitals: acronyms and names keep their case, phrases need not."""
    return not any(char.isupper() for char in form)


def _distinct(forms: tuple[Alias, ...], problems: list[Problem]) -> Iterator[Alias]:
    """Yield the forms of an entry, and report duplicates."""
    first: dict[str, Place] = {}
    for alias in forms:
        if alias.form in first:
            seen, hint = f"the form {shown(alias.form)} appears twice in this entry", "remove one of the two"
            problems.append(
                Problem(Code.BAD_VALUE, alias.place, f"{seen}, first on line {first[alias.form].line}", hint)
            )
        else:
            first[alias.form] = alias.place
            yield alias


def _dates(node: YamlNode, problems: list[Problem]) -> Span | None:
    """Read `1994`, `1988/1994`, or a mapping with `start` and `end`, one of which may be missing."""
    if not isinstance(node, YamlMapping):
        return span(node, problems)
    fields = fields_of(node, "'dates'", ("start", "end"), problems)
    if fields is None:
        return None
    start, end = fields.take("start", date), fields.take("end", date)
    if (start is None and fields.has("start")) or (end is None and fields.has("end")):
        return None
    if start is None and end is None:
        hint = "write 'start: 1994', or remove 'dates'"
        problems.append(Problem(Code.BAD_DATE, node.place, "'dates' has neither a start nor an end", hint))
        return None
    return _ordered(Span(start, end), fields, "end", problems)


def _ordered(stretch: Span, fields: Fields, last: str, problems: list[Problem]) -> Span | None:
    if stretch.start is None or stretch.end is None or stretch.start.first <= stretch.end.last:
        return stretch
    node = fields.mapping.get(last)
    place = node.place if node is not None else fields.mapping.place
    problems.append(Problem(Code.BAD_DATE, place, f"'{stretch.edtf}' ends before it begins", "change one of the two"))
    return None


def _relation(node: YamlNode, problems: list[Problem], own_id: str) -> Relation | None:
    fields = fields_of(node, "this relation", _RELATION_KEYS, problems, required=("type", "to"))
    if fields is None:
        return None
    type_, to = fields.take("type", _relation_type), fields.take("to", scalar)
    since, until = fields.take("since", span), fields.take("until", span)
    note = fields.take("note", plain_text) or ""
    if since is not None and until is not None:
        until = until if _ordered(Span(since.start, until.end), fields, "until", problems) else None
    if to is not None and to.text == own_id:
        seen, hint = f"{shown(own_id)} has a relation to itself", "name another entry, or remove the relation"
        problems.append(Problem(Code.BAD_RELATION, to.place, seen, hint))
        return None
    return Relation(type_, to.text, to.place, since, until, note) if type_ and to else None


def _source(node: YamlNode, problems: list[Problem]) -> SourceUse | None:
    found = scalar(node, problems)
    return None if found is None else SourceUse(found.text, found.place)
