"""Rules for hosts in place of a page for each permanent address: every id leads where its page would lead."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from policybrief.build import Site, build
from policybrief.chapters.citing import unprinted
from policybrief.model.ledger import LiveLine, Reason, tombstone_of
from policybrief.model.output import Build
from policybrief.pages import address_rules
from policybrief.pages.address_rules import HOSTS, Host
from policybrief.reading.ledger import ledger_text
from policybrief.reading.project import read_project
from test_cases import write_brief

URL = "https://host.example/briefs/water/"
TEXT = "\n\n".join(f"Paragraph number {n} of the chapter says {n * 7} things." for n in range(1, 8))


def brief(outputs: str = "") -> dict[str, str]:
    asked = f", outputs: [{outputs}]" if outputs else ""
    return {
        "mkdocs.yml": "site_name: B\nplugins:\n  - policybrief: "
        f"{{brief: {{title: B, authors: [{{name: A}}], date: 2026-01-01, language: en}}{asked}}}\n",
        "glossary.yml": "{}\n",
        "chapters/1-one.md": f"# One\n\n{TEXT}\n",
        "chapters/2-zwei ä.md": "# Two\n\nAnother text.\n",
    }


def made(folder: Path, outputs: str = "", url: str = URL) -> Build:
    write_brief(folder, brief(outputs), {})
    return build(read_project(folder), Site(url=url), unprinted)


def file(built: Build, path: str) -> str:
    return next(artifact.content.decode() for artifact in built.artifacts if artifact.path == path)


def pages(built: Build) -> set[str]:
    return {found[1] for a in built.artifacts if (found := re.fullmatch(r"p/([^/]+)/index\.html", a.path))}


def redirects(built: Build) -> dict[str, str]:
    lines = [line.split(" ") for line in file(built, "_redirects").splitlines()]
    assert {line[2] for line in lines} == {"302"}
    return {line[0]: line[1] for line in lines}


def test_without_a_wish_every_address_has_its_page(tmp_path: Path) -> None:
    built = made(tmp_path)
    assert pages(built) == {line.id.removeprefix("p-") for line in built.ledger.lines}
    assert not [a.path for a in built.artifacts if a.path in {host.file for host in HOSTS}]


@pytest.mark.parametrize("host", ["netlify-addresses", "cloudflare-addresses", "gitlab-addresses"])
def test_a_rule_leads_where_the_page_would_lead(tmp_path: Path, host: str) -> None:
    with_pages, with_rules = made(tmp_path / "pages"), made(tmp_path / "rules", host)
    assert pages(with_rules) == set()
    found = redirects(with_rules)
    assert found.pop("/briefs/water/p/:id", "") == ("/briefs/water/p/:id/" if host.startswith("cloud") else "")
    for id_ in pages(with_pages):
        html = file(with_pages, f"p/{id_}/index.html")
        (target,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', html)
        address = f"{URL}p/{id_}/"
        assert urljoin(address, found.pop(f"/briefs/water/p/{id_}/")) == urljoin(address, target).replace(
            "ä", "%C3%A4"
        ).replace(" ", "%20")
    assert not found


def test_the_list_of_all_paragraphs_does_without_the_pages(tmp_path: Path) -> None:
    built = made(tmp_path, "netlify-addresses")
    html = file(built, "p/index.html")
    for line in built.ledger.lines:
        assert f'#{line.id}">{line.id}</a>' in html


def test_nginx_is_given_a_map(tmp_path: Path) -> None:
    built = made(tmp_path, "nginx-addresses", "https://host.example/")
    text = file(built, "nginx-permanent-addresses.conf")
    assert text.startswith('map $uri $policybrief_address {\n    default "";\n')
    for line in built.ledger.lines:
        short = line.id.removeprefix("p-")
        assert len(re.findall(rf'^    "/p/{short}/?" "/chapters/[^"]+#{line.id}";$', text, re.MULTILINE)) == 2


def test_what_is_gone_keeps_its_page_and_what_was_merged_leads_on(tmp_path: Path) -> None:
    first = made(tmp_path)
    kept, merged, gone, *others = first.ledger.lines
    ledger = first.ledger
    tombstones = (
        tombstone_of(merged, Reason.MERGED, kept.id, "2025", "2026"),
        tombstone_of(gone, Reason.DELETED, kept.id, "2025", "2026"),
    )
    text = "\n\n".join([TEXT.split("\n\n")[0], *TEXT.split("\n\n")[3:]])
    files = brief("netlify-addresses") | {"chapters/1-one.md": f"# One\n\n{text}\n"}
    ledger = type(ledger)(
        ledger.edition, (kept, *others), tuple(sorted(tombstones, key=lambda tombstone: tombstone.id))
    )
    write_brief(tmp_path, files | {"anchors.lock": ledger_text(ledger)}, {})
    built = build(read_project(tmp_path), Site(url=URL), unprinted)
    assert pages(built) == {gone.id.removeprefix("p-")}
    assert redirects(built)[f"/briefs/water/p/{merged.id.removeprefix('p-')}/"].endswith(f"#{merged.id}")
    (listed,) = (each.content.decode() for each in built.artifacts if each.path == "p/index.html")
    addresses = re.findall(r"<li><a href=\"([^\"]+)/\">", listed)
    assert [kept.id, merged.id] == re.findall(r"<td><a href=[^<>]+>([^<>]+)</a></td>", listed)[:2]
    assert addresses == [f"../p/{gone.id.removeprefix('p-')}"]


@pytest.mark.parametrize(("most", "most_bytes", "ruled"), [(3, None, 3), (None, 200, 3), (0, None, 0), (None, None, 8)])
def test_beyond_what_a_host_obeys_there_are_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int | None, most_bytes: int | None, ruled: int
) -> None:
    host = next(host for host in HOSTS if host.name == "netlify-addresses")
    limited = Host(host.name, host.file, host.write, most, most_bytes)
    monkeypatch.setattr(address_rules, "HOSTS", (limited,))
    built = made(tmp_path, host.name)
    found = {address.split("/")[-2] for address in redirects(built)} if ruled else set()
    assert len(found) == ruled
    assert found | pages(built) == {line.id.removeprefix("p-") for line in built.ledger.lines}
    assert not found & pages(built)


def test_two_hosts_are_given_the_rules_that_both_obey(tmp_path: Path) -> None:
    built = made(tmp_path, "netlify-addresses, nginx-addresses")
    assert len(redirects(built)) == len(built.ledger.lines)
    assert pages(built) == set()
    assert isinstance(built.ledger.lines[0], LiveLine)
