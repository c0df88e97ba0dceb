"""Taking sources in: from files, lists of references and the web; what was there survives every failure."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path

import pytest

from argmap.errors import ReadError, UnknownNameError
from argmap.model.sources import Source
from argmap.project.project import Project
from argmap.sources import fetch as fetching
from argmap.sources.fetch import fetch
from argmap.workflows import intake


@pytest.fixture
def here(project):
    """Return an empty project."""
    return Project(project({"seeds/.keep": ""}))


class _Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self):
        body = {"/page": b"<title>Wells</title><p>The wells were dry.", "/flood": b"x" * 5000}.get(self.path, b"")
        self.send_response(302 if self.path in ("/moved", "/for-ever") else 200 if body else 404)
        if self.path == "/moved":
            self.send_header("Location", "/page")
        if self.path == "/for-ever":
            self.send_header("Location", "/for-ever")
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server():
    """Return the address of a web server on this machine."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    thread.join()
    httpd.server_close()


def test_file_becomes_a_record_and_a_text(here):
    """A document gives a text under seeds/texts and a record that names it, with the document's own title."""
    taken = intake.add(
        here, b"<title>The Wells</title><p>Dry.", "w.html", facts=Source("", url="https://example.org/w")
    )
    assert taken.id == "the-wells"
    assert taken.record.read_text() == "title: The Wells\nurl: https://example.org/w\ntext: texts/the-wells.txt\n"
    assert taken.text.read_text() == "Dry.\n"
    assert Project(here.root).records["the-wells"].title == "The Wells"


def test_source_is_never_replaced_by_another(here):
    """An id that is taken is refused, and nothing is written."""
    intake.add(here, b"One.", "a.txt", facts=Source("a"))
    with pytest.raises(ReadError, match="there is a source 'a' already"):
        intake.add(Project(here.root), b"Two.", "a.txt", facts=Source("a"))
    assert (here.seeds / "texts" / "a.txt").read_text() == "One.\n"


def test_file_without_text_leaves_nothing_behind(here):
    """What has no text to be had is refused before anything is written."""
    with pytest.raises(ReadError, match=r"p\.png cannot be used"):
        intake.add(here, b"\x89PNG\0\0", "p.png", facts=Source("p"))
    assert [path.name for path in here.seeds.iterdir()] == [".keep"]


def test_list_of_references_is_taken_whole_or_not_at_all(here):
    """Each reference becomes a record; when one id is taken, none is written."""
    entries = '[{"id": "a", "type": "book", "title": "A"}, {"id": "b", "type": "book", "title": "B"}]'
    assert [taken.id for taken in intake.add_references(here, entries, ".json")] == ["a", "b"]
    (here.seeds / "a.yaml").unlink()
    with pytest.raises(ReadError, match="there is a source 'b' already"):
        intake.add_references(Project(here.root), entries, ".json")
    assert not (here.seeds / "a.yaml").exists()
    with pytest.raises(UnknownNameError, match=r"\.bib"):
        intake.add_references(here, entries, ".bbi")


def test_update_keeps_the_record_but_for_its_text(project):
    """A new text replaces the old one; comments and fields of the record stay."""
    root = project({"seeds/a.yaml": "# mine\ntitle: A  # short\n", "seeds/texts/a.txt": "Old.\n"})
    intake.update(Project(root), "a", b"New.", "a.txt")
    assert (root / "seeds/a.yaml").read_text() == "# mine\ntitle: A  # short\ntext: texts/a.txt\n"
    assert (root / "seeds/texts/a.txt").read_text() == "New.\n"
    with pytest.raises(ReadError, match="is not text"):
        intake.update(Project(root), "a", b"\0\0\0\0", "a.bin")
    assert (root / "seeds/texts/a.txt").read_text() == "New.\n"


def test_fetched_page_is_kept_with_its_date(project, server):
    """Fetching follows redirects, keeps the text of the page, and says in the record when it was seen."""
    root = project({"seeds/a.yaml": f"url: {server}/moved\n"})
    intake.fetch_source(Project(root), "a", private=True)
    assert (root / "seeds/texts/a.txt").read_text() == "The wells were dry.\n"
    record = Project(root).records["a"]
    assert record.text == "texts/a.txt"
    assert len(record.retrieved) == len("2026-11-22")


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


def test_record_without_address_cannot_be_fetched(project):
    """A record without a url says what it needs."""
    root = project({"seeds/a.yaml": "title: A\n"})
    with pytest.raises(ReadError, match="give it a 'url:'"):
        intake.fetch_source(Project(root), "a")
    assert Path(root, "seeds/a.yaml").read_text() == "title: A\n"
