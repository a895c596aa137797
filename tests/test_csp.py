"""The content security policy: the theme's own inline scripts run, and nothing that came from elsewhere."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from policybrief.hosts.mkdocs.preview_policy import allowed
from policybrief.hosts.mkdocs.security_policy import LONGEST_HEADER, Policy, inline_scripts, policy
from policybrief.hosts.mkdocs.unused_files import delete_unused

THEME = "<script>__md_scope=new URL({base},location)</script>"
LOST = f'<html><head><meta charset="utf-8"><title>x</title></head>{THEME.format(base=chr(34) + "/" + chr(34))}</html>'


def page(body: str, base: str = "..") -> str:
    script = THEME.format(base=f'"{base}"')
    return (
        f'<!doctype html>\n<html>\n  <head>\n    <meta charset="utf-8">\n<title>x</title></head>{script}{body}</html>'
    )


def learned() -> Policy:
    known = Policy()
    known.learn(LOST)
    return known


def test_policy_stands_before_everything_but_the_encoding() -> None:
    dressed = learned().put_into(page("<p>text</p>"), "page.md")
    head = dressed.partition("<title>")[0]
    assert re.search(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="[^"]+">', head)
    assert len(head.encode()) < 1024, "browsers look for the encoding in the first 1024 bytes"


def test_page_allows_its_own_scripts_by_hash_and_no_unsafe_source() -> None:
    dressed = learned().put_into(page("", "../.."), "page.md")
    body = inline_scripts(dressed)[0]
    assert f"'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'" in dressed
    assert "unsafe" not in dressed


def test_script_that_is_not_the_themes_stops_the_build() -> None:
    injected = "<script>fetch('https://elsewhere.example')</script>"
    with pytest.raises(PluginError, match=r"chapters/1\.md: the page has an inline script.*elsewhere"):
        learned().put_into(page(injected), "chapters/1.md")


def test_page_without_a_head_stops_the_build() -> None:
    with pytest.raises(PluginError, match="no <head>"):
        learned().put_into("<p>text</p>", "page.md")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "<head>"),
        ("", "<head lang=en>\n <meta charset=utf-8>"),
        ("<!-- from -->\n", "<!doctype html>\n<html lang=en>\n<meta charset=utf-8>"),
        ("", "<!DOCTYPE html><html>"),
        ("", "<html>"),
        ("", "<!doctype html><meta charset='utf-8'>"),
    ],
)
def test_policy_is_put_into_pages_that_leave_the_tag_of_the_head_out(before: str, after: str) -> None:
    dressed = Policy().put_into(f"{before}{after}<title>x</title><p>text</p>", "page.md")
    assert dressed.startswith(f'{before}{after}\n<meta http-equiv="Content-Security-Policy" content="')


READTHEDOCS = "<script>\n  // Current page data\n  var mkdocs_page_name = {};\n  var url = {};\n</script>"


def test_a_script_of_the_theme_may_say_which_page_it_is_on() -> None:
    known = Policy()
    known.learn(READTHEDOCS.format('"One"', '"/one/"'))
    assert known.knows(READTHEDOCS.format(r'"Two \"and\" a half"', '"/two/"'))
    for name, url in (('"</script>"', '"/"'), ('"Two" + steal()', '"/"'), ('"Two"; steal()', '"/"'), ("steal", '"/"')):
        assert not known.knows(READTHEDOCS.format(name, url))


def test_styles_work_that_did_not_come_with_the_text() -> None:
    html = page("<p style='color: red'>x</p><b style=\"margin: 0 &gt;\">y</b><style>b {}</style><style>i {}</style>")
    dressed = learned().put_into(html, "page.md", frozenset(("color: red", "i {}")))
    rules = dict(rule.split(" ", 1) for rule in dressed.partition('content="')[2].partition('"')[0].split("; "))
    assert set(rules["style-src"].split()) == {"'self'", "'unsafe-hashes'", hash_of("margin: 0 >"), hash_of("b {}")}
    assert "unsafe" not in rules["script-src"]


def test_event_attributes_are_noted_and_never_allowed() -> None:
    known = learned()
    dressed = known.put_into(page('<button class="x"\n onclick="go()">Go</button> onload="text"'), "page.md")
    assert known.handlers == {"onclick": "page.md"}
    assert hash_of("go()") not in dressed
    assert "unsafe" not in dressed


def test_what_scripts_of_plugins_load_from_elsewhere_is_noted() -> None:
    script = 'import draw from "https://cdn.example/draw.mjs"; import("//cdn.example/a.js"); import x from "./x.js"'
    known = learned()
    known.admit("", f'<script type="module">{script}</script>')
    known.put_into(page(f'<script type="module">{script}</script><p>import "https://text.example"</p>'), "page.md")
    assert known.elsewhere == {"https://cdn.example/draw.mjs": "page.md", "//cdn.example/a.js": "page.md"}


def test_a_page_with_a_policy_keeps_it() -> None:
    once = Policy().put_into_foreign(page("<i style='top: 0'></i>"), "a.html")
    assert "'unsafe-hashes'" in once
    assert Policy().put_into_foreign(once, "a.html") == once
    assert Policy().put_into_foreign("google-site-verification: a.html", "a.html") == "google-site-verification: a.html"


RELOAD = "<script>\nvar livereload = 1;\nlivereload(12, 345);\n</script>"


@pytest.mark.parametrize("end", ["</body></html>", ""])
def test_the_script_of_a_preview_is_allowed_and_no_other(end: str) -> None:
    dressed = learned().put_into(page("<p>text</p>"), "page.md").replace("</html>", "")
    evil = "<script>steal()</script>"
    served = allowed(f"{dressed}{evil}{RELOAD}{end}")
    assert hash_of(RELOAD[8:-9]) in served
    assert hash_of("steal()") not in served
    assert served.count("sha256-") == dressed.count("sha256-") + 1
    assert allowed(f"{dressed}{RELOAD}{evil}{end}") == f"{dressed}{RELOAD}{evil}{end}"
    assert allowed(f"<p>no policy</p>{RELOAD}") == f"<p>no policy</p>{RELOAD}"


def hash_of(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("attributes", "runs"),
    [
        ("", True),
        (" type=module", True),
        (' type="text/javascript"', True),
        (" defer", True),
        (' src="a.js"', False),
        (' type="application/ld+json"', False),
        (' id="__config" type="application/json"', False),
        (' type="text/template"', False),
    ],
)
def test_what_counts_as_an_inline_script(attributes: str, *, runs: bool) -> None:
    assert bool(inline_scripts(f"<script{attributes}>1</script>")) is runs


def test_a_browser_may_fetch_the_next_page_ahead_and_nothing_from_elsewhere() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy(()).split("; "))
    # No browser has a rule of its own for what rel="next" names; what has none goes by this one.
    assert rules["default-src"] == "'self'"
    assert {*" ".join(rules.values()).split()} == {"'self'", "'none'", "data:"}


def test_headers_hold_the_hashes_of_every_page() -> None:
    known = learned()
    for base in (".", "..", "../.."):
        known.put_into(page("", base), "page.md")
    headers = known.headers()
    assert headers.count("'sha256-") == 3
    assert "frame-ancestors 'none'" in headers
    assert max(map(len, headers.splitlines())) < 2000, "the longest line that Cloudflare Pages takes"


@pytest.mark.parametrize("what", ["scripts", "styles"])
def test_headers_leave_to_the_pages_what_does_not_fit_into_a_line(what: str) -> None:
    known = learned()
    for number in range(100):
        known.admit("", f"<script>say({number})</script>")
        part = f"<script>say({number})</script>" if what == "scripts" else f"<i style='top: {number}px'></i>"
        assert "'unsafe-inline'" not in known.put_into(page(part), "page.md")
    (line,) = (line for line in known.headers().splitlines() if "Security" in line)
    assert len(line) < LONGEST_HEADER
    assert ("script-src 'self' 'unsafe-inline';" in line) is (what == "scripts")
    assert ("style-src 'self' 'unsafe-inline';" in line) is (what == "styles")
    assert "default-src 'self'; " in line


def test_files_of_the_theme_that_nobody_asks_for_are_deleted(tmp_path: Path) -> None:
    scripts = tmp_path / "assets" / "javascripts"
    (scripts / "lunr" / "min").mkdir(parents=True)
    for name in ("bundle.js", "bundle.js.map", "lunr/tinyseg.js", "lunr/min/lunr.ru.min.js"):
        (scripts / name).write_text("1")
    (tmp_path / "assets" / "icon.png").write_text("1")
    (tmp_path / "assets" / "rivers.map").write_text("1")
    delete_unused(tmp_path, kept={"assets/rivers.map"})
    assert [path.name for path in scripts.iterdir()] == ["bundle.js"]
    (tmp_path / "assets" / "rivers.map").unlink()
    delete_unused(tmp_path, "assets/icon.png")
    assert [path.name for path in (tmp_path / "assets").iterdir()] == ["javascripts"]
