"""Rules for hosts that lead permanent addresses on by themselves, in place of a page for each.

What hosts read: `_redirects` of Netlify (https://docs.netlify.com/manage/routing/redirects/overview/), of Cloudflare
Pages (https://developers.cloudflare.com/pages/configuration/redirects/) and of GitLab Pages
(https://docs.gitlab.com/user/project/pages/redirects/), and a map for nginx
(https://nginx.org/en/docs/http/ngx_http_map_module.html).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote, urlsplit

from ..alignment.resolution import resolved
from ..model.ledger import Resolution, Status
from ..model.output import Artifact
from ..model.publication import Publication

FOLDER = "p"
REDIRECTS = "_redirects"
NGINX = "nginx-permanent-addresses.conf"

Rules = Mapping[str, str]
"""Where addresses lead, both relative to the root of the site."""


@dataclass(frozen=True, slots=True)
class Host:
    """The format that a host reads."""

    name: str
    """Its name in the settings, under `outputs`."""
    file: str
    write: Callable[[Rules, str], Iterator[str]]
    """Yields the lines of the file, given the path of the site on its host."""
    most: int | None = None
    """The most rules that it accepts; None for any number."""
    most_bytes: int | None = None
    """The largest size of its file."""


def places_of(publication: Publication) -> Mapping[str, Resolution]:
    """Return the resolution of each id in the ledger, in the order of the ids."""
    entries = publication.ledger.by_id()
    return {paragraph_id: resolved(entries, paragraph_id) for paragraph_id in sorted(entries)}


def place_of(paragraph_id: str) -> str:
    """Return the permanent address of a paragraph, from the root of the site."""
    return f"{FOLDER}/{paragraph_id.removeprefix('p-')}/"


def ruled_addresses(publication: Publication) -> Mapping[str, str]:
    """Return the targets of the paragraphs covered by the rules of all requested hosts, relative to the root, by id.

    Empty if no rules are requested. A paragraph that is gone needs its page, which says so.
    """
    asked = {request.name for request in publication.project.outputs}
    hosts = [host for host in HOSTS if host.name in asked]
    if not hosts:
        return {}
    paragraphs = publication.knowledge.paragraphs()
    standing = (
        (paragraph_id, paragraphs[place.line.id])
        for paragraph_id, place in publication.once(places_of).items()
        if place.line and place.line.id in paragraphs and place.status is not Status.GONE
    )
    # A merged paragraph has a separate anchor there.
    found = {id_: f"{publication.addresses.of(paragraph.chapter)}#{id_}" for id_, paragraph in standing}
    return dict(islice(found.items(), min(_fitting(host, found, publication) for host in hosts)))


def _fitting(host: Host, targets: Mapping[str, str], publication: Publication) -> int:
    """Return for how many of the ids, from the first, a host accepts rules."""
    most = len(targets) if host.most is None else host.most
    if host.most_bytes is None:
        return most
    size = 0
    for count, (id_, target) in enumerate(targets.items()):
        size += sum(len(line.encode()) + 1 for line in host.write({place_of(id_): target}, _base(publication)))
        if size > host.most_bytes:
            return min(count, most)
    return most


def rules_file(host: Host, publication: Publication) -> tuple[Artifact, ...]:
    """Return the file of rules for a host."""
    rules = {place_of(id_): to for id_, to in publication.once(ruled_addresses).items()}
    text = "".join(f"{line}\n" for line in host.write(rules, _base(publication)))
    return (Artifact(host.file, text.encode()),)


def _base(publication: Publication) -> str:
    """Return the path of the site on its host, `/` or `/briefs/water/`."""
    return urlsplit(publication.root).path or "/"


def _redirects(rules: Rules, base: str) -> Iterator[str]:
    for address, to in rules.items():
        yield f"{base}{address} {base}{quote(to, safe='/#')} 302"


def _redirects_of_cloudflare(rules: Rules, base: str) -> Iterator[str]:
    yield from _redirects(rules, base)
    # nginx distinguishes addresses with and without the last slash; other hosts do not, and would redirect in circles.
    yield f"{base}{FOLDER}/:id {base}{FOLDER}/:id/ 302"


def _nginx(rules: Rules, base: str) -> Iterator[str]:
    yield "map $uri $policybrief_address {"
    yield '    default "";'
    for address, to in rules.items():
        target = f"{base}{quote(to, safe='/#')}"
        yield f'    "{base}{address}" "{target}";'
        yield f'    "{base}{address.removesuffix("/")}" "{target}";'
    yield "}"


HOSTS = (
    Host("netlify-addresses", REDIRECTS, _redirects),
    Host("cloudflare-addresses", REDIRECTS, _redirects_of_cloudflare, most=2_000),
    Host("gitlab-addresses", REDIRECTS, _redirects, most=1_000, most_bytes=64_000),
    Host("nginx-addresses", NGINX, _nginx),
)
"""The hosts for which rules can be requested, with their documented limits."""
