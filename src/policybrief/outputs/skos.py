"""The glossary as SKOS (https://www.w3.org/TR/skos-reference/) in Turtle (https://www.w3.org/TR/turtle/).

A concept is an entry: its address is that of the entry's page. Dates are EDTF, in the datatype of the Library of
Congress (https://id.loc.gov/datatypes/edtf.html), so that an approximate one stays one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.addresses import GLOSSARY_PATH, Addresses, entry_path
from ..model.brief import Project
from ..model.glossary import Entry, Kind, Relation, RelationType
from ..model.knowledge import Knowledge
from ..model.licences import licence_url
from ..model.output import Artifact
from ..model.publication import Publication
from .ancestry import Ancestry, ancestry_of
from .files import SKOS
from .notation import iso_date, orcid_url, plain

_PREFIXES = """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_ESCAPES = {
    **{code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)},
    **{ord(sign): f"\\{letter}" for sign, letter in zip('"\\\n\r\t\b\f', '"\\nrtbf', strict=True)},
}
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_WIKIDATA = re.compile(r"https?://(?:www\.)?wikidata\.org/wiki/(Q[0-9]+)")
_XSD_DATES = ("gYear", "gYearMonth", "date")
_LAND = frozenset((Kind.PLACE, Kind.STATE))

_BESIDE = "data/index.md"
"""A page in the folder of the file, for relative addresses in the file."""

Links = Mapping[str, tuple[str, ...]]
"""By the id of each entry, the ids of others."""


@dataclass(frozen=True, slots=True)
class _Graph:
    """The links between entries, in both directions."""

    broader: Links
    narrower: Links
    related: Links


Properties = Iterator[tuple[str, str]]
"""Predicates and objects, both as Turtle."""


def skos_artifact(project: Project, knowledge: Knowledge, addresses: Addresses, site_url: str) -> Artifact:
    """Return the glossary as a SKOS concept scheme at `data/glossary.ttl`, with entries in the order of their file.

    `site_url` is the address of the site; if it is empty, addresses are relative to the file.
    """
    made = Publication(project, knowledge, addresses, site_url)
    graph = _graph(project.glossary.by_id())
    subjects = [_subject(_scheme_iri(made), "skos:ConceptScheme", _scheme(made, graph))]
    subjects += [
        _subject(_concept_iri(made, entry.id), "skos:Concept", _concept(made, entry, graph))
        for entry in project.glossary.entries
    ]
    return Artifact(SKOS.path, "\n".join((_PREFIXES, *subjects)).encode())


def literal(text: str, language: str = "", datatype: str = "") -> str:
    """Return text as a Turtle literal (https://www.w3.org/TR/turtle/#sec-escapes), with its language or datatype."""
    suffix = f"@{language}" if language else f"^^{datatype}" if datatype else ""
    return f'"{text.translate(_ESCAPES)}"{suffix}'


def iri(address: str) -> str:
    """Return an address as a Turtle IRI; forbidden characters are percent-encoded."""
    return f"<{_NOT_IN_IRI.sub(lambda sign: f'%{ord(sign[0]):02X}', address)}>"


def _subject(subject: str, class_: str, properties: Properties) -> str:
    lines = [f"{subject} a {class_}", *(f"    {predicate} {object_}" for predicate, object_ in properties)]
    return " ;\n".join(lines) + " .\n"


def _scheme_iri(made: Publication) -> str:
    return iri(made.page(GLOSSARY_PATH, _BESIDE))


def _concept_iri(made: Publication, entry_id: str) -> str:
    return iri(made.page(entry_path(entry_id), _BESIDE))


def _scheme(made: Publication, graph: _Graph) -> Properties:
    brief = made.brief
    title = literal(f"Glossary of {brief.title}", "en")
    yield "skos:prefLabel", title
    yield "dcterms:title", title
    for author in brief.authors:
        yield "dcterms:creator", iri(orcid_url(author)) if author.orcid else literal(author.name)
    if brief.publisher:
        yield "dcterms:publisher", literal(brief.publisher)
    if brief.date is not None:
        day = iso_date(brief.date)
        yield "dcterms:issued", literal(day, datatype=f"xsd:{_XSD_DATES[day.count('-')]}")
    if licence := licence_url(brief.licence):
        yield "dcterms:license", iri(licence)
    for id_, parents in graph.broader.items():
        if not parents:
            yield "skos:hasTopConcept", _concept_iri(made, id_)


def _concept(made: Publication, entry: Entry, graph: _Graph) -> Properties:
    knowledge, language = made.knowledge, made.brief.language
    yield "skos:inScheme", _scheme_iri(made)
    if not graph.broader[entry.id]:
        yield "skos:topConceptOf", _scheme_iri(made)
    yield "skos:notation", literal(entry.id)
    yield from _labels(entry)
    if definition := plain(knowledge.definitions.get(entry.id, ())):
        yield "skos:definition", literal(definition, language)
    if note := plain(knowledge.notes.get(entry.id, ())):
        yield "skos:scopeNote", literal(note, language)
    yield "dcterms:type", literal(entry.kind.value, "en")
    if entry.dates:
        yield "dcterms:temporal", literal(entry.dates.edtf, datatype="edtf:EDTF")
    if entry.coordinates:
        yield "geo:lat", literal(f"{entry.coordinates.latitude:g}", datatype="xsd:decimal")
        yield "geo:long", literal(f"{entry.coordinates.longitude:g}", datatype="xsd:decimal")
    for predicate, links in (("broader", graph.broader), ("narrower", graph.narrower), ("related", graph.related)):
        for target in links[entry.id]:
            yield f"skos:{predicate}", _concept_iri(made, target)
    if entry.see:
        yield "skos:exactMatch", iri(_WIKIDATA.sub(r"http://www.wikidata.org/entity/\1", entry.see))


def _labels(entry: Entry) -> Properties:
    """Yield the name as the preferred label, and each other form once: no label may be both."""
    labels = dict.fromkeys(literal(alias.form, alias.language) for alias in entry.names)
    for number, label in enumerate(labels):
        yield "skos:altLabel" if number else "skos:prefLabel", label


def _graph(entries: Mapping[str, Entry]) -> _Graph:
    given = {entry.id: _parents(entry, entries) for entry in entries.values()}
    ancestry = ancestry_of(given)
    broader = {id_: _nearest(parents, ancestry) for id_, parents in given.items()}
    related = {entry.id: _related(entry, ancestry) for entry in entries.values()}
    return _Graph(broader, _turned(broader), _both_ways(related))


def _nearest(parents: tuple[str, ...], ancestry: Ancestry) -> tuple[str, ...]:
    """Return the parents that contain no other parent, which imply all others."""
    return tuple(one for one in parents if not any(ancestry.is_above(one, other) for other in parents if other != one))


def _turned(links: Links) -> Links:
    """Return the links in the other direction."""
    found: dict[str, list[str]] = {id_: [] for id_ in links}
    for id_, targets in links.items():
        for target in targets:
            found[target].append(id_)
    return {id_: tuple(sources) for id_, sources in found.items()}


def _both_ways(links: Links) -> Links:
    turned = _turned(links)
    return {id_: tuple(dict.fromkeys((*targets, *turned[id_]))) for id_, targets in links.items()}


def _parents(entry: Entry, entries: Mapping[str, Entry]) -> tuple[str, ...]:
    """Return the entries that this one is part of, or the places that contain it, unless the relation has ended."""
    found = (
        relation.to
        for relation in entry.relations
        if relation.to in entries and relation.to != entry.id and _is_part(entry, relation, entries[relation.to])
    )
    return tuple(dict.fromkeys(found))


def _is_part(entry: Entry, relation: Relation, target: Entry) -> bool:
    if relation.until is not None:
        return False
    within = relation.type is RelationType.LOCATED_IN and {entry.kind, target.kind} <= _LAND
    return within or relation.type is RelationType.PART_OF


def _related(entry: Entry, ancestry: Ancestry) -> tuple[str, ...]:
    """Return the entries that this one has any other relation to.

    In SKOS, two concepts may not be related if one is above the other, directly or indirectly
    (https://www.w3.org/TR/skos-reference/#S27).
    """
    targets = dict.fromkeys(r.to for r in entry.relations if r.to in ancestry.bits and r.to != entry.id)
    return tuple(
        target
        for target in targets
        if not ancestry.is_above(target, entry.id) and not ancestry.is_above(entry.id, target)
    )
