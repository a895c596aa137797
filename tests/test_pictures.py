"""SVG pictures are drawings: what would run or load anything when one is opened by itself is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anything import hold_problems
from policybrief.model.problems import Code
from policybrief.reading.pages import check_pages
from policybrief.reading.pictures import svg_problems

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
PASS = {
    "plain": f'<?xml version="1.0" encoding="UTF-8"?>\n<svg {SVG} viewBox="0 0 1 1"><path d="M0 0" fill="red"/></svg>',
    "doctype": '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    f"<svg {SVG}/>",
    "inside": f'<svg {SVG}><defs><g id="a"/></defs><use href="#a"/><use xlink:href="#a"/><path fill="url(#b)"/></svg>',
    "embedded": f'<svg {SVG}><image href="data:image/png;base64,iVBORw0KGgo="/></svg>',
    "font": f"<svg {SVG}><style>@font-face {{ src: url(data:font/woff2;base64,d09G) }}</style></svg>",
    "link": f'<svg {SVG}><a href="https://a.example/"><text>A</text></a><a xlink:href="../page/"/></svg>',
    "editor": f'<svg {SVG} xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd">'
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""/></metadata></svg>',
    "moving": f'<svg {SVG}><rect><animate attributeName="x" to="5"/></rect></svg>',
    "latin": f'<?xml version="1.0" encoding="iso-8859-1"?><svg {SVG}/>',
    "words": f"<svg {SVG}><text>script onload=x url(https://a.example) @import</text></svg>",
}
REFUSED = {
    "script": ("<script>alert(1)</script>", "2:1", "the picture holds an element '<script>'"),
    "script by a prefix": ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', "2:1", "holds an element '<script>'"),
    "script of html": ('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', "2:1", "holds an element '<script>'"),
    "any html": ('<b xmlns="http://www.w3.org/1999/xhtml"/>', "2:1", "holds an element '<b>'"),
    "foreign object": ("<foreignObject><p/></foreignObject>", "2:1", "holds an element '<foreignObject>'"),
    "event": ('<g fill="red"\n  onload="alert(1)"/>', "3:3", "the attribute 'onload', which runs a script"),
    "event in capitals": ('<g ONCLICK="alert(1)"/>', "2:4", "the attribute 'ONCLICK'"),
    "javascript": ('<a href="javascript:alert(1)"/>', "2:4", "refers to 'javascript:alert(1)'"),
    "javascript in pieces": ('<a xlink:href=" java&#9;script:alert(1)"/>', "2:10", "refers to 'java script:alert(1)'"),
    "data in a link": ('<a href="data:text/html,x"/>', "2:4", "refers to 'data:text/html,x'"),
    "a picture in a picture": ('<image href="data:image/svg+xml,x"/>', "2:8", "refers to 'data:image/svg+xml,x'"),
    "another server": ('<image xlink:href="https://a.example/x.png"/>', "2:14", "refers to 'https://a.example/x.png'"),
    "without a scheme": ('<a href="//a.example/"/>', "2:4", "refers to '//a.example/'"),
    "another file": ('<use href="icons.svg#a"/>', "2:6", "refers to 'icons.svg#a'"),
    "a changed link": (
        '<a><set attributeName="xlink:href" to="javascript:x"/></a>',
        "2:9",
        "changes the attribute 'xlink:href'",
    ),
    "a changed event": ('<set attributeName="onload" to="x"/>', "2:6", "changes the attribute 'onload'"),
    "a filter": ('<g filter="url(https://a.example/f.svg#a)"/>', "2:4", "the attribute 'filter' of the picture loads"),
    "styles": ("<style>@import 'https://a.example/a.css'</style>", "2:1", "the styles of the picture load something"),
    "styles in disguise": (r"<style>a { fill: u\72l(//a.example/x) }</style>", "2:1", "the styles of the picture load"),
    "styles with comments": ("<style>@im/**/port 'a.css'</style>", "2:1", "the styles of the picture load something"),
    "styles in pieces": (
        "<style>@imp<![CDATA[ort 'a.css']]></style>",
        "2:1",
        "the styles of the picture load something",
    ),
    "a style": ("<g style=\"fill: url( 'a.svg#b')\"/>", "2:4", "the attribute 'style' of the picture loads"),
    "a base": ('<g xml:base="https://a.example/"/>', "2:8", "refers to 'https://a.example/'"),
    "math": ('<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"/>', "2:1", "holds an element '<math>'"),
}
WHOLE = {
    "entities": (
        '<!DOCTYPE svg [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><svg>&b;</svg>',
        "1:16",
        "the picture defines the entity 'a'",
    ),
    "a file": (
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
        "1:16",
        "defines the entity 'a'",
    ),
    "a parameter": ('<!DOCTYPE svg [<!ENTITY % a SYSTEM "x.dtd"> %a;]><svg/>', "1:16", "defines the entity 'a'"),
    "a default": ('<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg/>', "1:56", "the attribute 'onload'"),
    "a style sheet": ('<?xml-stylesheet type="text/xsl" href="a.xsl"?><svg/>', "1:1", "asks for a style sheet"),
    "an encoding": ('<?xml version="1.0" encoding="utf-7"?><svg/>', "1:1", "declares the encoding 'utf-7'"),
    "another encoding": (
        '<?xml version="1.0" encoding="iso-8859-1"?><svg>é</svg>',
        "1:1",
        "declares the encoding 'iso-8859-1'",
    ),
    "no end": ("<svg>\n<g>", "2:4", "cannot read the picture: no element found"),
    "html": ("<svg onload=alert(1)>", "1:13", "cannot read the picture: not well-formed (invalid token)"),
    "nothing": ("", "1:1", "cannot read the picture: no element found"),
}


@pytest.mark.parametrize("text", PASS.values(), ids=PASS)
def test_drawings_pass(text: str) -> None:
    assert svg_problems(text.encode(), "a.svg") == ()
    assert svg_problems(b"\xef\xbb\xbf" + text.encode(), "a.svg") == ()


@pytest.mark.parametrize(("inside", "place", "seen"), REFUSED.values(), ids=REFUSED)
def test_what_runs_or_loads_is_refused_at_its_place(inside: str, place: str, seen: str) -> None:
    (problem,) = svg_problems(f"<svg {SVG}>\n{inside}\n</svg>".encode(), "docs/a.svg")
    assert str(problem).startswith(f"docs/a.svg:{place}: error[unsafe-picture]: ")
    assert seen in problem.message
    assert problem.hint


@pytest.mark.parametrize(("text", "place", "seen"), WHOLE.values(), ids=WHOLE)
def test_what_is_declared_is_refused_and_not_expanded(text: str, place: str, seen: str) -> None:
    (problem,) = svg_problems(text.encode(), "docs/a.svg")
    assert str(problem).startswith(f"docs/a.svg:{place}: error[unsafe-picture]: ")
    assert seen in problem.message


def test_the_place_counts_characters() -> None:
    (problem,) = svg_problems(f'<svg {SVG}>\nəəə<g id="ə" onload="x"/></svg>'.encode(), "a.svg")
    assert (problem.place.line, problem.place.column) == (2, 14)


def test_an_element_is_refused_once_with_all_that_is_in_it() -> None:
    inside = "<foreignObject onload='x'><g onclick='x'><script/></g></foreignObject><g onclick='x'/>"
    problems = svg_problems(f"<svg {SVG}>{inside}</svg>".encode(), "a.svg")
    assert [problem.message.partition("holds ")[2] for problem in problems] == [
        "an element '<foreignObject>'",
        "the attribute 'onclick', which runs a script",
    ]


def test_a_fault_is_listed_once_and_different_ones_up_to_a_number() -> None:
    assert len(svg_problems(f"<svg {SVG}>{'<script/>' * 5_000}</svg>".encode(), "a.svg")) == 1
    handlers = " ".join(f'on{number}x="1"' for number in range(5_000))
    problems = svg_problems(f"<svg {SVG}><g {handlers}/></svg>".encode(), "a.svg")
    assert len(problems) == 101
    assert problems[-1].message == "more of this kind follow"


@pytest.mark.parametrize("depth", [50_000])
def test_depth_does_not_matter(depth: int) -> None:
    assert svg_problems(f"<svg {SVG}>{'<g>' * depth}{'</g>' * depth}</svg>".encode(), "a.svg") == ()


PIECES = st.sampled_from(
    [
        *("<svg>", "</svg>", "<script>", "<style>", "</style>", "@import", "url(", "'", '"', "<a href=", "onload="),
        *("<!DOCTYPE", " [", "]>", "<!ENTITY a 'b'>", "&a;", "<?xml", "?>", "<![CDATA[", "]]>", "\\75", "ə", "\x00"),
        *("xmlns:", "=''", "/>"),
    ]
)


@given(st.one_of(st.binary(), st.lists(PIECES, max_size=30).map(lambda drawn: "".join(drawn).encode())))
def test_any_file_is_read_to_its_end(data: bytes) -> None:
    problems = svg_problems(data, "a.svg")
    hold_problems(problems)
    assert all(problem.hint for problem in problems)


def test_pictures_of_the_site_are_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "images"
    folder.mkdir(parents=True)
    (folder / "a.svg").write_text(f"<svg {SVG}/>", "utf-8")
    (folder / "B.SVG").write_text(f"<svg {SVG}><script/></svg>", "utf-8")
    (folder / "c.svgz").write_bytes(b"\x1f\x8b")
    (folder / "d.svg").write_bytes(f"<svg {SVG}/>".encode("utf-16"))
    (folder / "e.svg").write_bytes(b"<svg>" + b" " * 8_000_000)
    found = [(problem.place.path, problem.code) for problem in check_pages(tmp_path, "docs")]
    assert found == [
        ("docs/images/B.SVG", Code.UNSAFE_PICTURE),
        ("docs/images/c.svgz", Code.UNSAFE_PICTURE),
        ("docs/images/d.svg", Code.NOT_UTF8),
        ("docs/images/e.svg", Code.FILE_TOO_LARGE),
    ]
