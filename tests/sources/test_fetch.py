"""Fetching documents from the web, within limits."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable
from itertools import chain, count, repeat

import pytest

from argmap.errors import ReadError
from argmap.project.discovery import Projects
from argmap.sources import fetch as fetching
from argmap.sources.addresses import is_public
from argmap.sources.fetch import fetch
from argmap.workflows.intake import fetch_source


def test_address_on_this_machine_is_only_fetched_when_allowed(server):
    """Addresses of this machine and of private networks are refused unless they are allowed."""
    with pytest.raises(ReadError, match="private network"):
        fetch(f"{server}/page")
    assert fetch(f"{server}/page", private=True).media_type == "text/html"


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/for-ever", "more than 5 redirects"), ("/gone", "answers 404"), ("/flood", "is larger than")],
)
def test_fetch_ends(server, monkeypatch, path, reason):
    """A redirect without end, an error and a flood each end the fetch with a sentence."""
    monkeypatch.setattr(fetching, "LARGEST", 1000)
    with pytest.raises(ReadError, match=reason):
        fetch(f"{server}{path}", private=True)


def test_slow_answer_ends_at_the_time_limit(server):
    """A fetch that takes longer than its limit ends, by whatever clock."""
    ticks = count(step=20)
    with pytest.raises(ReadError, match="takes longer than 30 seconds"):
        fetch(f"{server}/page", private=True, clock=lambda: float(next(ticks)))


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "http://", "https://[::1", "nonsense"])
def test_only_web_addresses_are_fetched(url):
    """What is not an http or https address is refused without a look at it."""
    with pytest.raises(ReadError, match=r"not an http or https address|is not an address"):
        fetch(url)


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.fixture
def says():
    """Return a function that makes a server say given bytes, whatever it is asked, and returns its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    asked: list[bytes] = []

    def serve(answers: Iterable[Iterable[bytes]]) -> None:
        for answer in answers:
            connected, _ = listening.accept()
            with connected:
                asked.append(connected.recv(65536))
                try:
                    for piece in answer:
                        connected.sendall(piece)
                except OSError:  # the other end has heard enough
                    pass

    def start(*answers: bytes | Iterable[bytes]) -> tuple[str, list[bytes]]:
        said = [[answer] if isinstance(answer, bytes) else answer for answer in answers]
        threading.Thread(target=serve, args=(said,), daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}", asked

    yield start
    listening.close()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (OK + b"Content-Length: 66\r\n\r\nforty-five", "breaks off after 10 of 66 bytes"),
        (OK + b"Content-Length: -5\r\n\r\nabc", "does not say rightly how long it is"),
        (OK + b"Content-Length: 1_0\r\n\r\n0123456789", "does not say rightly how long it is"),
        (OK + b"Content-Length: many\r\n\r\nabc", "does not say rightly how long it is"),
        (OK + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", "does not say rightly how long it is"),
        (CHUNKED + b"5\r\nab", "breaks off before its end"),
        (CHUNKED + b"5\r\nabcde\r\n", "breaks off before its end"),
        (CHUNKED + b"x\r\nabcde\r\n", "breaks off before its end"),
        (OK + b"Transfer-Encoding: gzip\r\n\r\nabc", "in the coding 'gzip'"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\n\r\n", r"leads on to http://\[::1, which is not an address"),
        (b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n", "not an http or https address"),
        (b"HTTP/1.1 two hundred\r\n\r\n", "cannot be reached"),
        (b"", "cannot be reached"),
    ],
)
def test_what_is_not_whole_is_refused(says, answer, reason):
    """A body that breaks off, a wrong length, a coding of its own and a bad redirect are a sentence each."""
    url, _ = says(answer)
    with pytest.raises(ReadError, match=reason):
        fetch(f"{url}/page", private=True)


@pytest.mark.parametrize(
    "answer", [OK + b"Content-Length: 3\r\n\r\nabc", CHUNKED + b"3\r\nabc\r\n0\r\n\r\n", OK + b"\r\nabc"]
)
def test_what_is_whole_is_taken(says, answer):
    """A body is taken whole by its length, by its chunks, or to the end of the connection."""
    url, _ = says(answer)
    assert fetch(f"{url}/page", private=True).data == b"abc"


@pytest.mark.parametrize(
    "drip",
    [
        repeat(b"H"),
        chain([b"HTTP/1.1 200 OK\r\nX: "], repeat(b"x")),
        repeat(b"HTTP/1.1 100 Continue\r\n\r\n"),
        chain([CHUNKED], repeat(b"1\r\na\r\n")),
        chain([CHUNKED], repeat(b"0")),
        chain([OK + b"\r\n"], repeat(b"a")),
    ],
    ids=["status", "header", "1xx", "chunks", "chunk-size", "body"],
)
def test_one_deadline_binds_everything(says, monkeypatch, drip):
    """However slowly a server drips whatever part of an answer, the fetch ends at its one deadline."""
    url, _ = says(drip)
    monkeypatch.setattr(socket.SocketIO, "readinto", _one_byte(socket.SocketIO.readinto))
    ticks = count()
    with pytest.raises(ReadError, match="takes longer than 30 seconds"):
        fetch(f"{url}/page", private=True, clock=lambda: next(ticks) / 2)


def _one_byte(readinto):
    """Return what reads a byte at a time, as from a server that sends no more at once."""
    return lambda self, buffer: readinto(self, memoryview(buffer)[:1])


def test_path_beyond_ascii_is_fetched(says):
    """A path and query beyond ASCII are asked for percent-encoded; what is encoded already stays."""
    url, asked = says(OK + b"Content-Length: 1\r\n\r\na")
    fetch(f"{url}/caf\u00e9/a%20b?q=\u6c34 x#part", private=True)
    assert asked[0].startswith(b"GET /caf%C3%A9/a%20b?q=%E6%B0%B4%20x HTTP/1.1")


def test_redirect_beyond_ascii_is_followed(says):
    """A server that redirects to bytes beyond ASCII is asked for them percent-encoded."""
    there = "HTTP/1.1 302 Found\r\nLocation: /caf\u00e9\r\n\r\n".encode()
    url, asked = says(there, OK + b"Content-Length: 1\r\n\r\na")
    assert fetch(url, private=True).url == f"{url}/caf%C3%A9"
    assert asked[1].startswith(b"GET /caf%C3%A9 HTTP/1.1")


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 10.1.2.3 169.254.169.254 0.0.0.0 224.0.0.1 240.0.0.1 255.255.255.255 100.64.0.1 ::1 :: ::127.0.0.1
    ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 2002:7f00:1:: 2002:a00:1:: ff02::1
    fe80::1 fe80::1%eth0 fc00::1 2001::1""".split(),
)
def test_address_that_is_or_embeds_a_private_one_is_not_public(address):
    """This machine, private networks, links, groups and reserved addresses are not public, nor what embeds them."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "64:ff9b::5db8:d822", "2002:5db8:d822::1"])
def test_address_of_the_internet_is_public(address):
    """An address of the internet is public, behind a translator too."""
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "2130706433", "0"])
def test_redirect_to_a_private_address_is_refused(says, monkeypatch, host):
    """A redirect is judged as the first address is, in whatever form it is written."""
    url, _ = says(f"HTTP/1.1 302 Found\r\nLocation: http://{host}:9/\r\n\r\n".encode())
    first = iter([True])
    monkeypatch.setattr(fetching, "is_public", lambda address: next(first, False) or is_public(address))
    with pytest.raises(ReadError, match="private network"):
        fetch(url)


def test_host_is_looked_up_once(says, monkeypatch):
    """The address that was judged is the one that is connected to, whatever the name stands for afterwards."""
    url, asked = says(OK + b"Content-Length: 1\r\n\r\na")
    looked_up: list[str] = []
    find = socket.getaddrinfo

    def name_server(host, port, *more, **most):
        if host == "rebinding.example":
            looked_up.append(host)
            host = "127.0.0.1"
        return find(host, port, *more, **most)

    monkeypatch.setattr(socket, "getaddrinfo", name_server)
    fetch(url.replace("127.0.0.1", "rebinding.example"), private=True)
    assert (len(looked_up), b"Host: rebinding.example" in asked[0]) == (1, True)


def test_strange_charset_is_a_sentence(says, project, monkeypatch):
    """An encoding that no file is written in is refused in a sentence, and the old text stays."""
    root = project({"argmap.toml": "", "seeds/texts/a.txt": "old"})
    for charset in (b"punycode", b"undefined", b"hex", b"x y", b"%00", b"unicode_escape"):
        url, _ = says(OK.replace(b"plain", b"plain; charset=" + charset) + b"Content-Length: 1\r\n\r\na")
        project({"seeds/a.yaml": f"id: a\nurl: {url}/\ntext: texts/a.txt\n"})
        with pytest.raises(ReadError, match="cannot be used: there is no encoding"):
            fetch_source(Projects().around(root), "a", private=True)
    assert (root / "seeds/texts/a.txt").read_text() == "old"


def test_text_stays_when_a_download_breaks_off(says, project):
    """What came of a broken download does not replace the text that is there."""
    url, _ = says(OK + b"Content-Length: 66\r\n\r\nforty-five")
    root = project(
        {"argmap.toml": "", "seeds/texts/a.txt": "old", "seeds/a.yaml": f"id: a\nurl: {url}/\ntext: texts/a.txt\n"}
    )
    with pytest.raises(ReadError, match="breaks off"):
        fetch_source(Projects().around(root), "a", private=True)
    assert (root / "seeds/texts/a.txt").read_text() == "old"


@pytest.fixture
def named(monkeypatch):
    """Return a function that makes a host's name stand for some addresses, and returns those that are connected to."""
    tried: list[str] = []
    find, connect = socket.getaddrinfo, socket.create_connection

    def noted(address, *more, **most):
        tried.append(address[0])
        return connect(address, *more, **most)

    def name(*addresses: str) -> list[str]:
        def name_server(host, port, *more, **most):
            every = addresses if host == "host.example" else [host]
            return [hit for each in every for hit in find(each, port, *more, **most)]

        monkeypatch.setattr(socket, "getaddrinfo", name_server)
        monkeypatch.setattr(socket, "create_connection", noted)
        return tried

    return name


def test_every_address_of_a_host_is_tried(says, named):
    """Where the first address of a host does not answer, the next one does."""
    url, _ = says(OK + b"Content-Length: 1\r\n\r\na")
    tried = named("255.255.255.255", "127.0.0.1", "127.0.0.9")
    assert fetch(url.replace("127.0.0.1", "host.example"), private=True).data == b"a"
    assert tried == ["255.255.255.255", "127.0.0.1"]


def test_host_none_of_whose_addresses_answers_cannot_be_reached(named):
    """What the last address says is told."""
    named("255.255.255.255", "255.255.255.255")
    with pytest.raises(ReadError, match="cannot be reached"):
        fetch("http://host.example/", private=True)


def test_private_address_among_public_ones_is_not_tried(says, named, monkeypatch):
    """Each address of a host is judged, and only those that are public are connected to."""
    url, _ = says(OK + b"Content-Length: 1\r\n\r\na")
    tried = named("10.0.0.1", "127.0.0.1", "192.168.0.1")
    monkeypatch.setattr(fetching, "is_public", lambda address: address == "127.0.0.1" or is_public(address))
    assert fetch(url.replace("127.0.0.1", "host.example")).data == b"a"
    assert tried == ["127.0.0.1"]
    named("10.0.0.1", "::1")
    with pytest.raises(ReadError, match="private network"):
        fetch("http://host.example/")


def test_deadline_binds_looking_a_host_up(monkeypatch):
    """A name server that does not answer does not keep a fetch beyond its deadline."""
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait() and [])
    monkeypatch.setattr(fetching, "_SECONDS", 0.01)
    with pytest.raises(ReadError, match=r"slow\.example/ takes longer than"):
        fetch("http://slow.example/")
    over.set()
