"""The content security policy: the theme's own inline scripts run, and nothing that came from elsewhere."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from policybrief.hosts.mkdocs.security_policy import Policy, delete_unused, inline_scripts, policy

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
    body = next(inline_scripts(dressed))
    assert f"'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'" in dressed
    assert "unsafe" not in dressed


def test_script_that_is_not_the_themes_stops_the_build() -> None:
    injected = "<script>fetch('https://elsewhere.example')</script>"
    with pytest.raises(PluginError, match=r"chapters/1\.md: a script stands in the page itself.*elsewhere"):
        learned().put_into(page(injected), "chapters/1.md")


def test_page_without_a_head_stops_the_build() -> None:
    with pytest.raises(PluginError, match="no <head>"):
        learned().put_into("<p>text</p>", "page.md")


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
    assert bool(list(inline_scripts(f"<script{attributes}>1</script>"))) is runs


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


def test_files_of_the_theme_that_nobody_asks_for_are_deleted(tmp_path: Path) -> None:
    scripts = tmp_path / "assets" / "javascripts"
    (scripts / "lunr" / "min").mkdir(parents=True)
    for name in ("bundle.js", "bundle.js.map", "lunr/tinyseg.js", "lunr/min/lunr.ru.min.js"):
        (scripts / name).write_text("1")
    (tmp_path / "assets" / "icon.png").write_text("1")
    delete_unused(tmp_path)
    assert [path.name for path in scripts.iterdir()] == ["bundle.js"]
    delete_unused(tmp_path, "assets/icon.png")
    assert [path.name for path in (tmp_path / "assets").iterdir()] == ["javascripts"]
