"""Positions as authors write them: `coordinates` in the glossary, and routes and areas as GeoJSON."""

import re
from itertools import pairwise

from ..model.maps import Coordinates, MapShape, Position
from ..model.problems import Code, Place, Problem
from .fields import Fields, fields_of, nearest, root_of, scalar
from .text import shown
from .values import boolean, plain_text
from .yaml import YamlMapping, YamlNode, YamlScalar, YamlSequence, kind_of

MOST_POINTS = 20_000
"""In all shapes of a brief; fifty points are enough for a route of a thousand kilometres."""
_NUMBER = re.compile(r"[+-]?\d{1,3}(\.\d{1,12})?")
_HINT = "write the latitude, then the longitude: [40.41, 49.87]"
_KINDS = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
"""The supported kinds of geometry, and the depth of their lines."""
_KEYS_OF_MANY = ("type", "features", "name", "crs", "bbox")
_KEYS_OF_ONE = ("type", "id", "properties", "geometry", "bbox")
_PROPERTIES = ("name", "dashed", "note")


def coordinates(node: YamlNode, problems: list[Problem]) -> Coordinates | None:
    """Read `[40.41, 49.87]`, or a mapping with `at` and the `label` for maps."""
    if not isinstance(node, YamlMapping):
        return _pair(node, problems)
    fields = fields_of(node, "'coordinates'", ("at", "label"), problems, required=("at",))
    found = fields.take("at", _pair) if fields else None
    label = fields.take("label", plain_text) if fields else None
    return found and Coordinates(found.latitude, found.longitude, found.place, label or "")


def _pair(node: YamlNode, problems: list[Problem]) -> Coordinates | None:
    if not isinstance(node, YamlSequence) or len(node.items) != 2:
        seen = f"expected two numbers, got {len(node.items)}" if isinstance(node, YamlSequence) else ""
        problems.append(
            Problem(Code.BAD_COORDINATES, node.place, seen or f"expected two numbers, got {kind_of(node)}", _HINT)
        )
        return None
    latitude, longitude = (_number(item, problems, _HINT) for item in node.items)
    if latitude is None or longitude is None:
        return None
    if abs(latitude) > 90 or abs(longitude) > 180:
        turned = abs(latitude) <= 180 and abs(longitude) <= 90
        wrong = f"{latitude:g} is not a latitude" if abs(latitude) > 90 else f"{longitude:g} is not a longitude"
        hint = f"the latitude comes first: [{longitude:g}, {latitude:g}]" if turned else _HINT
        problems.append(Problem(Code.BAD_COORDINATES, node.items[abs(latitude) <= 90].place, wrong, hint))
        return None
    return Coordinates(latitude, longitude, node.place)


def _number(node: YamlNode, problems: list[Problem], hint: str) -> float | None:
    if isinstance(node, YamlScalar) and _NUMBER.fullmatch(node.text):
        return float(node.text)
    seen = shown(node.text) if isinstance(node, YamlScalar) else kind_of(node)
    problems.append(Problem(Code.BAD_COORDINATES, node.place, f"{seen} is not a number of degrees", hint))
    return None


def read_shapes(text: str, path: str) -> tuple[tuple[MapShape, ...], tuple[Problem, ...]]:
    """Return the routes and areas in the text of a GeoJSON file (RFC 7946), and its problems.

    A feature has the `id` of an entry, or a `name` among its properties. JSON is read as YAML, so every problem has its
    line and column.
    """
    problems: list[Problem] = []
    root = root_of(text, path, problems)
    if root is None:
        return (), tuple(problems)
    features = root.get("features") if isinstance(root, YamlMapping) else None
    if not isinstance(root, YamlMapping) or not isinstance(features, YamlSequence):
        hint = 'begin with {"type": "FeatureCollection", "features": ['
        problems.append(Problem(Code.WRONG_TYPE, root.place, "expected a FeatureCollection of GeoJSON", hint))
        return (), tuple(problems)
    fields_of(root, "this collection", _KEYS_OF_MANY, problems)
    shapes = tuple(shape for node in features.items if (shape := _shape(node, problems)) is not None)
    points = sum(len(line) for shape in shapes for line in shape.lines)
    if points > MOST_POINTS:
        seen = f"the shapes have {points:,} points; the limit is {MOST_POINTS:,}"
        problems.append(Problem(Code.TOO_COMPLEX, Place(path), seen, "simplify the lines"))
        return (), tuple(problems)
    return shapes, tuple(problems)


def _shape(node: YamlNode, problems: list[Problem]) -> MapShape | None:
    fields = fields_of(node, "this feature", _KEYS_OF_ONE, problems, required=("geometry",))
    if fields is None:
        return None
    id_ = fields.take("id", scalar)
    more = fields.mapping.get("properties")
    said = fields_of(more, "'properties'", _PROPERTIES, problems) if isinstance(more, YamlMapping) else None
    name = (said.take("name", plain_text) if said else None) or ""
    if id_ is None and not name:
        hint = 'add the id of an entry, "id": "some-route", or a name: "properties": {"name": "..."}'
        problems.append(Problem(Code.MISSING_KEY, node.place, "this feature has neither an id nor a name", hint))
        return None
    geometry = fields.mapping.get("geometry")
    found = _geometry(geometry, problems) if geometry is not None else None
    if found is None:
        return None
    kind, lines = found
    dashed = bool(said and said.take("dashed", boolean))
    note = (said.take("note", plain_text) if said else None) or ""
    place = id_.place if id_ else node.place
    return MapShape(id_.text if id_ else "", name, lines, place, "Polygon" in kind, dashed, note)


def _geometry(node: YamlNode, problems: list[Problem]) -> tuple[str, tuple[tuple[Position, ...], ...]] | None:
    fields = fields_of(node, "'geometry'", ("type", "coordinates", "bbox"), problems, required=("type", "coordinates"))
    kind, given = _parts(fields) if fields else (None, None)
    if kind is None or given is None:
        return None
    if kind.text not in _KINDS:
        hint = nearest(kind.text, tuple(_KINDS), f"one of: {', '.join(_KINDS)}; a point belongs in the glossary")
        problems.append(Problem(Code.BAD_VALUE, kind.place, f"unknown geometry {shown(kind.text)}", hint))
        return None
    known = len(problems)
    lines = tuple(_lines(given, _KINDS[kind.text], problems))
    if len(problems) > known:
        return None
    closed = "Polygon" in kind.text
    if not lines or any(len(line) < (4 if closed else 2) for line in lines):
        least = (
            "an area has at least four points, the last as the first" if closed else "a line has at least two points"
        )
        problems.append(Problem(Code.BAD_COORDINATES, given.place, "this shape has too few points", least))
        return None
    return kind.text, lines


def _parts(fields: Fields) -> tuple[YamlScalar | None, YamlNode | None]:
    return fields.take("type", scalar), fields.mapping.get("coordinates")


def _lines(node: YamlNode, depth: int, problems: list[Problem]) -> list[tuple[Position, ...]]:
    """Return the lines below a node, at any depth."""
    if not isinstance(node, YamlSequence):
        hint = "in GeoJSON a position is [longitude, latitude]"
        problems.append(Problem(Code.BAD_COORDINATES, node.place, f"expected a list, got {kind_of(node)}", hint))
        return []
    if depth > 1:
        return [line for item in node.items for line in _lines(item, depth - 1, problems)]
    positions = [_position(item, problems) for item in node.items]
    return [tuple(one for one, after in pairwise((*positions, None)) if one is not None and one != after)]


def _position(node: YamlNode, problems: list[Problem]) -> Position | None:
    hint = "in GeoJSON the longitude comes first: [49.87, 40.41]"
    if not isinstance(node, YamlSequence) or len(node.items) not in (2, 3):
        problems.append(Problem(Code.BAD_COORDINATES, node.place, "a position is two numbers", hint))
        return None
    x, y = (_number(item, problems, hint) for item in node.items[:2])
    if x is None or y is None:
        return None
    if abs(x) > 180 or abs(y) > 90:
        problems.append(Problem(Code.BAD_COORDINATES, node.place, f"[{x:g}, {y:g}] is not a valid position", hint))
        return None
    return x, y
