"""Fetching a document from the web, when asked to, within limits of size, time, redirects and destination."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit

from attrs import frozen

from argmap.errors import ReadError
from argmap.files import LARGEST
from argmap.version import __version__

_REDIRECTS = 5
_SECONDS = 30.0
_PIECE = 1 << 16
_MOVED = (301, 302, 303, 307, 308)
_ACCEPT = "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5"


@frozen
class Fetched:
    """What was found at an address.

    Attributes:
        data: The document.
        url: Where it was found in the end, after redirects.
        media_type: What the server called it, without parameters.
        encoding: The character encoding that the server named.
    """

    data: bytes
    url: str
    media_type: str | None
    encoding: str | None


def fetch(url: str, *, private: bool = False, clock: Callable[[], float] = time.monotonic) -> Fetched:
    """Fetch a document over http or https.

    The address of a host is looked up once, judged, and then used, so that it cannot change in between.

    Args:
        url: Its address.
        private: Whether it may be on this machine or in a private network.
        clock: Returns seconds; the whole fetch may take thirty.

    Raises:
        ReadError: It cannot be fetched: the reason in a sentence.
    """
    deadline = clock() + _SECONDS
    for _ in range(_REDIRECTS + 1):
        parts = _address(url)
        try:
            connection = _connect(parts, private=private, seconds=deadline - clock())
            try:
                response = _request(connection, parts)
                target = response.getheader("Location")
                if response.status in _MOVED and target:
                    url = urljoin(url, target)
                    continue
                if response.status != 200:
                    raise ReadError(f"{url} answers {response.status} {response.reason}")
                return _document(response, url, lambda: deadline - clock(), connection)
            finally:
                connection.close()
        except TimeoutError:
            raise ReadError(f"{url} takes longer than {_SECONDS:.0f} seconds") from None
        except (OSError, HTTPException) as error:
            raise ReadError(f"{url} cannot be reached: {error}") from None
    raise ReadError(f"{url} is the end of more than {_REDIRECTS} redirects, which may go on for ever")


def _address(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise ReadError(f"{url} is not an address") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ReadError(f"{url} is not an http or https address, and argmap fetches nothing else")
    return parts


def _connect(parts: SplitResult, *, private: bool, seconds: float) -> HTTPConnection:
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise ReadError(f"there is no host {host!r}") from None
    address = str(found[0][4][0])
    if not private and not ip_address(address.partition("%")[0]).is_global:
        raise ReadError(f"{host} is on this machine or in a private network: --allow-private fetches from there")
    if seconds <= 0:
        raise TimeoutError
    connection: HTTPConnection
    plain = socket.create_connection((address, port), timeout=seconds)
    if secure:
        connection = HTTPSConnection(host, port, timeout=seconds)
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    else:
        connection = HTTPConnection(host, port, timeout=seconds)
        connection.sock = plain
    return connection


def _request(connection: HTTPConnection, parts: SplitResult) -> HTTPResponse:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"User-Agent": f"argmap/{__version__}", "Accept": _ACCEPT, "Accept-Encoding": "identity"}
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def _document(response: HTTPResponse, url: str, left: Callable[[], float], connection: HTTPConnection) -> Fetched:
    """Read a document piece by piece, so that neither a flood nor a trickle goes on for ever."""
    pieces, size = [], 0
    while piece := response.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise ReadError(f"{url} is larger than {LARGEST // 2**20} MB")
        remaining = left()
        if remaining <= 0:
            raise TimeoutError
        if connection.sock is not None:
            connection.sock.settimeout(remaining)
    kind = response.headers
    named = response.getheader("Content-Type") is not None
    return Fetched(b"".join(pieces), url, kind.get_content_type() if named else None, kind.get_content_charset())
