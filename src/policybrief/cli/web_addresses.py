"""Whether web addresses still lead to a page: the only network access of any command."""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from queue import Empty, Queue
from threading import Thread
from urllib.parse import quote, urljoin, urlsplit

from .. import __version__
from ..checks.source_report import SourceFault, SourceRemark

PATIENCE = 10.0
"""Seconds for each step: to be connected, and for each part of an answer."""
_LONGEST = 60.0
"""Seconds without an answer to any question, after which the rest is given up."""
_AT_ONCE = 8
_MOST_REDIRECTS = 6
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_NO_SERVER = "there is no server of that name"
_NOT_ON_THE_WEB = "it is not an address on the web"
_PORTS = {"http": 80, "https": 443}


class NoAnswerError(Exception):
    """Why an address was not requested, or gave no answer."""

    def __init__(self, reason: str, *, dead: bool = False) -> None:
        super().__init__(reason)
        self.dead = dead
        """Whether it is certain that nothing is there."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The beginning of a server's answer."""

    status: int
    location: str = ""
    """Where it sends on to."""


Ask = Callable[[str], Answer]
"""Asks one address, and raises NoAnswerError."""


def ask_all(urls: Iterable[str], tell: Callable[[int, int], None]) -> Mapping[str, SourceRemark]:
    """Return the addresses with a fault, each with a remark on it.

    `tell` is called after each answer with the number of answers so far and in all. Several addresses are requested at
    a time, each in steps that take no longer than `PATIENCE`.
    """
    waiting: Queue[str] = Queue()
    answered: Queue[tuple[str, SourceRemark | None]] = Queue()
    asked = list(dict.fromkeys(urls))
    for url in asked:
        waiting.put(url)

    def work() -> None:
        while True:
            try:
                url = waiting.get_nowait()
            except Empty:
                return
            answered.put((url, remark_on(url, ask)))

    for _ in range(min(_AT_ONCE, len(asked))):
        # They end with the program: a server that sends a byte now and then would keep them busy for ever.
        Thread(target=work, daemon=True).start()
    found: dict[str, SourceRemark | None] = {}
    while len(found) < len(asked):
        try:
            url, remark = answered.get(timeout=_LONGEST)
        except Empty:
            break
        found[url] = remark
        tell(len(found), len(asked))
    late = SourceRemark(SourceFault.NO_ANSWER, "no answer in time")
    remarks = {url: found.get(url, late) for url in asked}
    if all(remark and remark.said.endswith(_NO_SERVER) for remark in remarks.values()):
        # Without a network no host name is found either.
        return dict.fromkeys(
            remarks, SourceRemark(SourceFault.NO_ANSWER, "no host name was found: is there a network?")
        )
    return {url: remark for url, remark in remarks.items() if remark}


def remark_on(url: str, ask_one: Ask) -> SourceRemark | None:
    """Return what is wrong with an address after redirects; None if there is a page, or if programs are refused."""
    here = url
    for _ in range(_MOST_REDIRECTS):
        try:
            answer = ask_one(here)
        except NoAnswerError as error:
            fault = SourceFault.DEAD if error.dead else SourceFault.NO_ANSWER
            return SourceRemark(fault, _said(url, here, str(error)))
        if answer.status in _GONE:
            return SourceRemark(SourceFault.DEAD, _said(url, here, _phrase(answer.status)))
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return SourceRemark(SourceFault.NO_ANSWER, _said(url, here, _phrase(answer.status)))
        if not (answer.location and 300 <= answer.status < 400):
            if urlsplit(url).path.strip("/") and not urlsplit(here).path.strip("/") and not urlsplit(here).query:
                return SourceRemark(SourceFault.DEAD, _said(url, here, "a front page"))
            return None
        here = urljoin(here, answer.location)
    return SourceRemark(SourceFault.NO_ANSWER, _said(url, here, "it redirects again and again"))


def ask(url: str, *, is_public: Callable[[str], bool] = lambda ip: ipaddress.ip_address(ip).is_global) -> Answer:
    """Return the status line and headers for an address, without reading the page.

    Raises NoAnswerError, also for names in a private network: a link must not be a way into it.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise NoAnswerError(_NOT_ON_THE_WEB) from error
    if not host or not port:
        raise NoAnswerError(_NOT_ON_THE_WEB)
    try:
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
            f"?{quote(parts.query, safe='/%:@!$&()*+,;=~?-._')}" if parts.query else ""
        )
        ip = _resolved(host, port, is_public)
        connection = _connection(parts.scheme, host, port, ip)
        try:
            connection.request("GET", target, headers={"User-Agent": f"policybrief/{__version__} (checks links)"})
            response = connection.getresponse()
            return Answer(response.status, response.headers.get("Location", ""))
        finally:
            connection.close()
    except ssl.SSLError as error:
        raise NoAnswerError(f"no safe connection: {error.reason or 'the certificate is not valid'}") from error
    except ConnectionRefusedError as error:
        raise NoAnswerError("nobody answers there", dead=True) from error
    except TimeoutError as error:
        raise NoAnswerError("no answer in time") from error
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswerError("the answer is invalid") from error


def _resolved(host: str, port: int, is_public: Callable[[str], bool]) -> str:
    """Return the public IP address of a host; the connection uses it, because a name can change."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        gone = error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
        raise NoAnswerError(_NO_SERVER if gone else f"'{host}' was not found", dead=gone) from error
    numbers = [str(address[0]) for *_, address in found]
    if not numbers or not all(map(is_public, numbers)):
        raise NoAnswerError(f"'{host}' is in a private network, which is not contacted")
    return numbers[0]


def _connection(scheme: str, host: str, port: int, ip: str) -> HTTPConnection:
    if scheme == "http":
        connection = HTTPConnection(host, port, timeout=PATIENCE)
        connection.sock = socket.create_connection((ip, port), PATIENCE)
        return connection
    context = ssl.create_default_context()
    secure = HTTPSConnection(host, port, timeout=PATIENCE, context=context)
    plain = socket.create_connection((ip, port), PATIENCE)
    try:
        secure.sock = context.wrap_socket(plain, server_hostname=host)
    except BaseException:
        plain.close()
        raise
    return secure


def _said(url: str, here: str, reason: str) -> str:
    return f"{url}: {reason}" if here == url else f"{url} leads to {here}: {reason}"


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
