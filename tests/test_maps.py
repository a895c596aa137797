"""Maps: coordinates and shapes as authors write them, the part of the world a map shows, what is drawn of it."""

from itertools import combinations, pairwise
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from policybrief.build import build
from policybrief.checks.places import check_places
from policybrief.drawing.labels import LETTERS, Label, Rooms
from policybrief.drawing.lettering import text_width
from policybrief.drawing.maps import Pin, map_of
from policybrief.drawing.outlines import Bounds, Country, joined, outlines
from policybrief.drawing.places_index import places_index
from policybrief.drawing.windows import Window, cut_area, cut_line, window_around
from policybrief.model.addresses import Addresses
from policybrief.model.brief import Brief, Project
from policybrief.model.glossary import Glossary
from policybrief.model.knowledge import Knowledge
from policybrief.model.maps import MapShape
from policybrief.model.problems import Place, Severity
from policybrief.outputs.press.maps import map_value
from policybrief.pages.maps import brief_map, brief_window
from policybrief.pages.site_index import SiteView, site_view
from policybrief.reading.coordinates import read_shapes
from policybrief.reading.glossary import read_glossary
from policybrief.reading.project import read_project
from policybrief.wording.words import ENGLISH
from test_pages import pages_of, parsed

ROOT = Path(__file__).parents[1]
BAKU = (49.89, 40.38)
HINT = "write the latitude, then the longitude: [40.41, 49.87]"
TWO = '{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}'
GLOSSARY_OF_SHAPES = (
    "line:\n  name: The line of a pipe\n  kind: project\n"
    "east:\n  name: East\n  kind: place\n  coordinates: [41.5, 49.0]\n"
    "west:\n  name: West\n  kind: place\n  coordinates: [38.5, 45.0]\n"
)
WORLD = [(-170.0, -60.0), (170.0, 75.0)]


def site_of(glossary: Glossary, shapes: tuple[MapShape, ...]) -> SiteView:
    project = Project(Brief("B"), glossary, (), (), (), shapes=shapes)
    return site_view(project, Knowledge((), {}, {}, ()), Addresses())


def glossary_of(coordinates: str, more: str = "") -> tuple[list[str], Project]:
    text = f"baku:\n  name: Baku\n  kind: place\n  coordinates: {coordinates}\n{more}"
    glossary, problems = read_glossary(text, "glossary.yml")
    said = [f"{p.place.line}:{p.place.column} {p.message} | {p.hint}" for p in problems]
    return said, Project(Brief("B"), glossary, (), (), ())


def test_coordinates_are_latitude_and_longitude() -> None:
    said, project = glossary_of("[40.38, 49.89]")
    at = project.glossary.entries[0].coordinates
    assert not said
    assert at
    assert (at.latitude, at.longitude, at.position) == (40.38, 49.89, BAKU)
    said, project = glossary_of("{at: [39.82, 46.75], label: Khankendi / Stepanakert}")
    at = project.glossary.entries[0].coordinates
    assert not said
    assert at
    assert at.label == "Khankendi / Stepanakert"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[140.41, 49.87]", "4:17 140.41 is not a latitude | the latitude comes first: [49.87, 140.41]"),
        ("[95, 200]", f"4:17 95 is not a latitude | {HINT}"),
        ("[40, 200]", f"4:21 200 is not a longitude | {HINT}"),
        ("[40.4]", f"4:16 expected two numbers, got 1 | {HINT}"),
        ("[north, 5]", f"4:17 'north' is not a number of degrees | {HINT}"),
        ("40.4", f"4:16 expected two numbers, got the text '40.4' | {HINT}"),
    ],
)  # fmt: skip
def test_faulty_coordinates_are_named_at_their_place(written: str, said: str) -> None:
    assert glossary_of(written)[0] == [said]


STATE = "  relations:\n    - {type: located-in, to: azerbaijan}\nazerbaijan:\n  name: Azerbaijan\n  kind: state\n"


def test_a_turned_pair_is_found_by_the_state_it_lies_in() -> None:
    said, project = glossary_of("[49.89, 40.38]", STATE)
    assert not said
    (problem,) = check_places(project.glossary.by_id(), ())
    assert (problem.place.line, problem.hint) == (4, "the latitude comes first: [40.38, 49.89]")
    assert not list(check_places(glossary_of("[40.38, 49.89]", STATE)[1].glossary.by_id(), ()))
    assert not list(check_places(glossary_of("[10, 10]", STATE)[1].glossary.by_id(), ())), (
        "somewhere else altogether may be meant"
    )


def feature(geometry: str, more: str = '"id": "btc"') -> str:
    return f'{{"type": "FeatureCollection", "features": [\n{{"type": "Feature", {more}, "geometry": {geometry}}}\n]}}\n'


def test_routes_and_areas_are_read_from_geojson() -> None:
    line = '{"type": "LineString", "coordinates": [[49.89, 40.38], [44.83, 41.69, 120], [35.82, 37.02]]}'
    (shape,), problems = read_shapes(feature(line), "shapes.geojson")
    assert not problems
    assert (shape.entry, shape.area, shape.dashed, len(shape.lines[0])) == ("btc", False, False, 3)
    area = '{"type": "Polygon", "coordinates": [[[45, 39], [47, 39], [47, 41], [45, 39]]]}'
    said = '"properties": {"name": "Old line", "dashed": true, "note": "disputed"}'
    (shape,), problems = read_shapes(feature(area, said), "shapes.geojson")
    assert not problems
    assert (shape.entry, shape.name, shape.area, shape.dashed, shape.note) == ("", "Old line", True, True, "disputed")


@pytest.mark.parametrize(
    ("geometry", "more", "line", "message"),
    [
        ('{"type": "LineSting", "coordinates": []}', '"id": "a"', 2, "unknown geometry 'LineSting'"),
        ('{"type": "Point", "coordinates": [1, 2]}', '"id": "a"', 2, "unknown geometry 'Point'"),
        ('{"type": "LineString", "coordinates": [[1, 2]]}', '"id": "a"', 2, "this shape has too few points"),
        ('{"type": "LineString", "coordinates": [[1, 2], [9, 91]]}', '"id": "a"', 2, "[9, 91] is not a valid position"),
        ('{"type": "LineString", "coordinates": [[1, 2], [3]]}', '"id": "a"', 2, "a position is two numbers"),
        (TWO, '"bbox": []', 2, "this feature has neither an id nor a name"),
    ],
)  # fmt: skip
def test_faulty_shapes_are_named_at_their_place(geometry: str, more: str, line: int, message: str) -> None:
    shapes, problems = read_shapes(feature(geometry, more), "shapes.geojson")
    assert not shapes
    assert [(problem.place.line, problem.message) for problem in problems] == [(line, message)]
    assert all(problem.place.column for problem in problems)


def test_a_shape_of_an_unknown_entry_is_a_problem() -> None:
    shapes, _ = read_shapes(feature('{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}'), "shapes.geojson")
    entries = glossary_of("[40, 50]")[1].glossary.by_id()
    assert [problem.message for problem in check_places(entries, shapes)] == ["no entry 'btc'"]


def test_the_outlines_have_the_world_with_its_disputes() -> None:
    world = outlines()
    assert len(world.countries) > 230
    assert world.by_name["Azerbaijan"].box.has((48.0, 40.5))
    kinds = {border.kind for border in world.borders}
    assert kinds == {"border", "disputed"}
    assert any(border.kind == "disputed" and Bounds(73, 32, 80, 37).meets(border.box) for border in world.borders)


def test_lines_are_joined_to_rings_in_whichever_direction_they_go() -> None:
    one, two, island = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)), ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0)), ((5.0, 5.0),) * 2
    rings = sorted(joined([one, two, island]), key=len)
    assert [len(ring) for ring in rings] == [2, 5]
    assert all(ring[0] == ring[-1] for ring in rings)
    assert set(rings[1]) == {*one, *two}
    shores = outlines().shores
    assert all(line[0] == line[-1] for line, _ in shores)
    assert 500 < len(shores) < 1600


def test_areas_and_lines_are_cut_at_the_edge() -> None:
    box = Bounds(0, 0, 10, 10)
    square = ((-5.0, -5.0), (5.0, -5.0), (5.0, 5.0), (-5.0, 5.0), (-5.0, -5.0))
    assert {(round(x), round(y)) for x, y in cut_area(square, box)} == {(0, 0), (5, 0), (5, 5), (0, 5)}
    assert list(cut_line(((-5.0, 5.0), (15.0, 5.0)), box)) == [((0.0, 5.0), (10.0, 5.0))]
    in_and_out = ((5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0))
    assert list(cut_line(in_and_out, box)) == [((5.0, 5.0), (10.0, 5.0)), ((10.0, 8.0), (5.0, 8.0))]
    assert not list(cut_line(((20.0, 20.0), (30.0, 30.0)), box))


@pytest.mark.parametrize("positions", [[BAKU], [(0.0, 0.0)], [(0.0, 89.0)], WORLD, [(10.0, 60.0), (11.0, 60.5)]])
def test_a_window_holds_what_it_is_made_for(positions: list[tuple[float, float]]) -> None:
    window = window_around(positions, least=5, shape=4 / 3)
    for position in positions:
        if abs(position[1]) < 84:
            x, y = window.place(position)
            assert -1 <= x <= 1001
            assert -1 <= y <= window.height + 1
    assert 700 < window.height < 800 or positions == WORLD


def test_names_do_not_run_into_one_another_on_any_screen() -> None:
    labels = [Label(str(n), f"Place number {n}", 0.1 + n % 5 * 0.18, 0.1 + n // 5 * 0.16, weight=n) for n in range(25)]
    labels += [Label("chosen", "The chosen place", 0.5, 0.5, chosen=True)]
    for number, width in enumerate((320.0, 460.0, 900.0)):
        found = Rooms(labels, 0.75, (320, 460, 900)).beside_dots(labels)
        placed = [one for one in found if one.side and one.least_width <= number]
        assert "chosen" in {label.id for label in placed}
        boxes = []
        for label in placed:
            length, x, y = text_width(label.text, LETTERS), label.x * width, label.y * width * 0.75
            left = {"right": x + 7, "left": x - 7 - length}.get(label.side, x - length / 2)
            top = {"above": y - 22, "below": y + 7}.get(label.side, y - 7.5)
            boxes.append((left, top, left + length, top + 15))
        assert all(left >= 0 and right <= width for left, _, right, _ in boxes)
        for one, other in combinations(boxes, 2):
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_a_map_has_land_borders_names_and_its_pin() -> None:
    drawing = map_of([Pin("baku", "Baku", BAKU, chosen=True)], home=outlines().by_name["Azerbaijan"])
    assert drawing.ground.land.startswith("M")
    assert drawing.ground.borders
    assert drawing.home
    (pin,) = drawing.labels
    assert (pin.text, bool(pin.side), pin.chosen) == ("Baku", True, True)
    assert {"Iran", "Armenia", "Russia"} <= {label.text for label in drawing.lands}
    kerch = map_of([Pin("kerch", "Kerch", (36.5, 45.4))], window=Window(Bounds(32, 43, 40, 48)))
    assert kerch.has_dispute
    assert not drawing.has_dispute


def test_the_name_of_a_country_gives_way_to_places_within_the_country() -> None:
    window = Window(Bounds(38, 36, 54, 48))
    armenia = outlines().by_name["Armenia"].label
    free, taken = (
        next(label for label in map_of(pins, window=window).lands if label.text == "Armenia")
        for pins in ([Pin("baku", "Baku", BAKU)], [Pin("here", "A place with a long name here", armenia)])
    )
    assert (free.x, free.y) != (taken.x, taken.y)
    assert abs(free.x - taken.x) < 0.2


def test_on_the_map_of_the_brief_the_names_of_countries_stand_in_them() -> None:
    project = read_project(ROOT)
    places = places_index(project.glossary.entries, {}, project.shapes)
    shapes = [shape for shapes in places.shapes.values() for shape in shapes]
    west, south, east, north = 35.0, 36.0, 52.226, 45.727
    window = Window(Bounds(west, south, east, north))
    lands = map_of(list(places.near(window.box)), shapes, window=window, widths=(320.0, 540.0, 900.0)).lands
    assert {"Azerbaijan", "Armenia", "Georgia", "Russia"} <= {label.text for label in lands}
    assert {"Azerbaijan", "Georgia", "Russia"} <= {label.text for label in lands if label.least_width < 2}
    for label in lands:
        position = (west + (east - west) * label.x, north - (north - south) * label.y)
        assert contains(outlines().by_name[label.text], position), label


def test_the_whole_name_is_in_the_country_where_it_has_room() -> None:
    country = outlines().by_name["Azerbaijan"]
    pins = [Pin(name, name, at) for name, at in (("Ganja", (46.36, 40.68)), ("Shamakhi", (48.64, 40.63)))]
    lands = map_of(pins, window=Window(Bounds(36, 37, 53, 46)), widths=(900.0,)).lands
    (label,) = (one for one in lands if one.text == "Azerbaijan")
    length = text_width("AZERBAIJAN", LETTERS) * 1.3 / 900 * 17
    at, y = 36 + 17 * label.x, 46 - 9 * label.y
    assert all(contains(country, (at + length * part, y)) for part in (-0.5, 0, 0.5))


def test_names_in_one_line_keep_a_space_between_them() -> None:
    labels = [Label("a", "Aghdam", 0.6973, 0.5), Label("s", "Shah Deniz", 0.9, 0.5)]
    one, other = Rooms(labels, 0.75, (600.0,)).beside_dots(labels)
    ends = one.x * 600 + 7 + text_width("Aghdam", LETTERS)
    begins = other.x * 600 - 7 - text_width("Shah Deniz", LETTERS)
    assert 0 < begins - ends < 4, "beside its dot the name would nearly touch the other"
    assert (one.side, other.side) == ("right", "above")


def contains(country: Country, position: tuple[float, float]) -> bool:
    x, y = position
    inside = False
    for ring in country.rings:
        for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
            if (y1 > y) != (y2 > y):
                inside ^= x < x1 + (x2 - x1) * (y - y1) / (y2 - y1)
    return inside


def test_a_country_is_called_as_the_brief_calls_it() -> None:
    drawing = map_of([Pin("baku", "Baku", BAKU)], called={"Iran": "Islamic Republic of Iran"})
    assert "Islamic Republic of Iran" in {label.text for label in drawing.lands} or "Iran" not in {
        label.text for label in drawing.lands
    }


def test_a_chapter_shows_a_map_with_its_words_below_and_so_does_the_pdf(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins:\n  - policybrief\n")
    (tmp_path / "glossary.yml").write_text(
        "baku:\n  name: Baku\n  kind: place\n  coordinates: [40.38, 49.89]\nbtc:\n  name: BTC\n  kind: project\n"
    )
    line = '{"type": "LineString", "coordinates": [[49.89, 40.38], [35.82, 37.02]]}'
    (tmp_path / "shapes.geojson").write_text(feature(line))
    (tmp_path / "chapters/1-a.md").write_text("# A\n\nOil leaves Baku by BTC.\n{: .map }\n")
    project = read_project(tmp_path)
    made = build(project)
    assert not [problem for problem in made.problems if problem.code.severity is Severity.ERROR]
    html = next(page.html for page in made.pages if page.path == "chapters/1-a.md")
    assert html.index('class="pb-ground"') < html.index("Oil leaves")
    assert "Places marked: Baku. Routes and areas: BTC." in html
    assert 'class="pb-route"' in html
    assert "{:" not in html
    places = places_index(project.glossary.entries, {}, project.shapes)
    drawn = map_value(("baku", "btc"), places, ENGLISH)
    assert isinstance(drawn, dict)
    assert drawn["alt"] == "Map: Baku, BTC"
    svg = fromstring(str(drawn["svg"]))
    assert [text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")].count("Baku") == 2


def test_routes_and_areas_have_their_names_clear_of_those_of_places() -> None:
    place = Place("shapes.geojson")
    route = MapShape("line", "The line", (((44.0, 39.0), (48.0, 41.0)),), place, dashed=True, note="planned")
    ring = ((45.0, 39.0), (45.0, 40.0), (46.0, 40.0), (46.0, 39.0), (45.0, 39.0))
    area = MapShape("area", "The area", (ring,), place, area=True)
    pins = [Pin(str(n), f"Place {n}", (44.2 + n * 0.7, 39.2 + n * 0.3)) for n in range(6)]
    drawing = map_of(pins, (route, area))
    (line,), (land,) = drawing.named_routes, drawing.named_areas
    assert (line.text, land.text) == ("The line", "The area")
    rows = [
        (one.x * 460, one.y * 460 * drawing.height / 1000, one) for one in (*drawing.labels, line, land) if one.side
    ]
    boxes = []
    for x, y, label in rows:
        length = text_width(label.text, LETTERS)
        left = {"right": x + 7, "left": x - 7 - length}.get(label.side, x - length / 2)
        top = {"above": y - 22, "below": y + 7}.get(label.side, y - 7.5)
        boxes.append((left, top, left + length, top + 15))
    for one, other in combinations(boxes, 2):
        assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


def test_what_dashes_and_areas_mean_is_below_a_map() -> None:
    glossary, _ = read_glossary(GLOSSARY_OF_SHAPES, "glossary.yml")
    place = Place("shapes.geojson")
    shapes = (
        MapShape("line", "", (((44.0, 39.0), (48.0, 41.0)),), place, dashed=True, note="planned"),
        MapShape(
            "", "The area", (((45.0, 39.0), (45.0, 40.0), (46.0, 40.0), (45.0, 39.0)),), place, area=True, note="held"
        ),
    )
    site = site_of(glossary, shapes)
    assert "The line of a pipe, dashed: planned. The area: held.</p>" in brief_map(site, "places/index.md")


def test_a_route_far_away_does_not_widen_the_map_of_the_brief() -> None:
    glossary, _ = read_glossary(GLOSSARY_OF_SHAPES, "glossary.yml")
    place = Place("shapes.geojson")
    near = MapShape("line", "", (((46.0, 39.0), (48.0, 41.0)),), place)
    far = MapShape("", "Far", (((46.0, 40.0), (10.0, 45.0), (0.0, 50.0)),), place)
    site = site_of(glossary, (near, far))
    assert brief_window(site).box.west > 30


def test_a_place_has_a_locator_and_the_brief_a_map_with_its_list() -> None:
    text = "baku:\n  name: Baku\n  kind: place\n  coordinates: {at: [40.38, 49.89], label: Baku / Bakı}\n"
    glossary, _ = read_glossary(text + STATE, "glossary.yml")
    pages = pages_of(*glossary.entries)
    entry = parsed(pages["glossary/baku.md"])
    assert entry.one("svg.pb-ground").one("title").text == "Map of Baku"
    assert entry.one("svg.pb-map-names").attributes["aria-hidden"] == "true"
    places = parsed(pages["places/index.md"])
    assert [link.text for link in places.one("ul.pb-place-list").all("a.pb-term")] == ["Baku", "Azerbaijan"]
    assert "On the map: Baku / Bakı" in places.one("ul.pb-place-list").text
    assert "40.38° N, 49.89° E" in places.one("ul.pb-place-list").text
    state = parsed(pages["glossary/azerbaijan.md"])
    assert state.one("svg.pb-ground").all("path.pb-home-land")


def test_a_brief_without_coordinates_has_no_map() -> None:
    glossary, _ = read_glossary("a:\n  name: Azerbaijan\n  kind: state\n", "glossary.yml")
    pages = pages_of(*glossary.entries)
    assert "places/index.md" not in pages
    assert not parsed(pages["glossary/a.md"]).all("svg.pb-ground")
