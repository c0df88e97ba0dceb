"""Fetching a document from the web, when asked to, within limits of size, time, redirects and destination."""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from io import BufferedReader, RawIOBase
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from attrs import frozen

from argmap.errors import ReadError
from argmap.files import LARGEST
from argmap.sources.addresses import is_public
from argmap.version import __version__

_REDIRECTS = 5
_SECONDS = 30.0
_PIECE = 1 << 16
_ASCII = "%/:=&?~#+!$,;'@()*[]"  # what an address may hold besides letters, digits, and - . _
_LENGTH = re.compile(r"[0-9]{1,18}")
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


class _Stream(RawIOBase):
    """What a socket receives, until a deadline that no drip of bytes puts off."""

    def __init__(self, connected: socket.socket, left: Callable[[], float]) -> None:
        self._connected, self._left = connected, left
        self._raw = connected.makefile("rb", buffering=0)  # keeps the socket open for as long as it is read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._connected.settimeout(_positive(self._left()))
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Bounded:
    """A socket as `http.client` uses one, with one deadline for all that it sends and receives."""

    def __init__(self, connected: socket.socket, left: Callable[[], float]) -> None:
        self._connected, self._left = connected, left

    def sendall(self, data: bytes) -> None:
        self._connected.settimeout(_positive(self._left()))
        self._connected.sendall(data)

    def makefile(self, _mode: str) -> BufferedReader:
        return BufferedReader(_Stream(self._connected, self._left))

    def close(self) -> None:
        self._connected.close()


def fetch(url: str, *, private: bool = False, clock: Callable[[], float] = time.monotonic) -> Fetched:
    """Fetch a document over http or https.

    The addresses of a host are looked up once, judged, and then used, so that they cannot change in between.

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
            connection = _connect(parts, private=private, left=lambda: deadline - clock())
            try:
                response = _request(connection, parts)
                target = response.getheader("Location")
                if response.status in _MOVED and target:
                    url = _onward(url, target)
                    continue
                if response.status != 200:
                    raise ReadError(f"{url} answers {response.status} {response.reason}".rstrip())
                return _document(response, url)
            finally:
                connection.close()
        except TimeoutError:
            raise ReadError(f"{url} takes longer than {_SECONDS:.0f} seconds") from None
        except IncompleteRead:
            raise ReadError(f"{url} breaks off before its end") from None
        except (OSError, HTTPException, UnicodeError) as error:
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


def _onward(url: str, target: str) -> str:
    """Return the address that a redirect leads to; servers write bytes beyond ASCII as they are."""
    try:
        return urljoin(url, quote(target.encode("latin-1"), safe=_ASCII))
    except ValueError:
        raise ReadError(f"{url} leads on to {target}, which is not an address") from None


def _positive(seconds: float) -> float:
    if seconds <= 0:
        raise TimeoutError
    return seconds


def _connect(parts: SplitResult, *, private: bool, left: Callable[[], float]) -> HTTPConnection:
    """Connect to the first address of a host that answers, among those that are public unless private ones may be."""
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    addresses = _addresses(host, port, _positive(left()))
    if not private:
        addresses = [address for address in addresses if is_public(address)]
    if not addresses:
        raise ReadError(f"{host} is on this machine or in a private network: --allow-private fetches from there")
    connected = _first(addresses, port, left)
    if secure:
        connected.settimeout(_positive(left()))
        connected = ssl.create_default_context().wrap_socket(connected, server_hostname=host)
    connection = HTTPSConnection(host, port) if secure else HTTPConnection(host, port)
    connection.sock = _Bounded(connected, left)
    return connection


def _addresses(host: str, port: int, seconds: float) -> list[str]:
    """Look a host up, in a thread of its own, for the system's resolver knows no deadline."""
    found: list[str] = []

    def look() -> None:
        with suppress(OSError, UnicodeError):
            every = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(each[4][0]) for each in every))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError
    if not found:
        raise ReadError(f"there is no host {host!r}")
    return found


def _first(addresses: Sequence[str], port: int, left: Callable[[], float]) -> socket.socket:
    """Connect to the first of some addresses that answers; each has its share of the time that is left."""
    for place, address in enumerate(addresses[:-1]):
        with suppress(OSError):
            return socket.create_connection((address, port), timeout=_positive(left()) / (len(addresses) - place))
    return socket.create_connection((addresses[-1], port), timeout=_positive(left()))


def _request(connection: HTTPConnection, parts: SplitResult) -> HTTPResponse:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"User-Agent": f"argmap/{__version__}", "Accept": _ACCEPT, "Accept-Encoding": "identity"}
    connection.request("GET", quote(path, safe=_ASCII, errors="replace"), headers=headers)
    return connection.getresponse()


def _document(response: HTTPResponse, url: str) -> Fetched:
    """Read a document piece by piece, so that no flood fills the memory, and whole, or not at all."""
    length = _length(response, url)
    pieces, size = [], 0
    while piece := response.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise ReadError(f"{url} is larger than {LARGEST // 2**20} MB")
    if length is not None and size < length:
        raise ReadError(f"{url} breaks off after {size:,} of {length:,} bytes")
    kind = response.headers
    named = response.getheader("Content-Type") is not None
    return Fetched(b"".join(pieces), url, kind.get_content_type() if named else None, kind.get_content_charset())


def _length(response: HTTPResponse, url: str) -> int | None:
    """Return the number of bytes that a server says will come; None where the end shows by itself."""
    coding = response.getheader("Transfer-Encoding", "").lower()
    if coding not in ("", "chunked"):
        raise ReadError(f"{url} comes in the coding {coding!r}, which argmap does not read")
    said = set(response.headers.get_all("Content-Length") or ())
    if coding or not said:
        return None
    if len(said) > 1 or not _LENGTH.fullmatch(length := said.pop().strip()):
        raise ReadError(f"{url} does not say rightly how long it is (Content-Length)")
    return int(length)
