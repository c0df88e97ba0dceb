"""What all tests share: the marker `dot`, Hypothesis settings, a project, a web server, no Graphviz."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

CI = os.environ.get("CI", "").lower() not in ("", "0", "false")

# No test asserts a time, so neither does Hypothesis; on CI the same examples come every time.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", parent=settings.get_profile("here"), max_examples=40, derandomize=True, database=None, print_blob=True
)
settings.register_profile("few", parent=settings.get_profile("ci"), max_examples=15)
settings.register_profile("long", parent=settings.get_profile("here"), max_examples=20_000, database=None)
settings.load_profile("ci" if CI else "here")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs the system's `dot` where there is none; the bundled engine draws the same everywhere."""
    if item.get_closest_marker("dot") and not shutil.which("dot"):
        pytest.skip("needs the Graphviz program `dot`, which is not on PATH")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Mapping[str, str | bytes]], Path]:
    """Return a function that writes files, by path, into an empty folder; the test stands in that folder."""
    monkeypatch.chdir(tmp_path)

    def write(files: Mapping[str, str | bytes]) -> Path:
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture
def no_graphviz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand on a machine with neither `dot` nor the package graphviz-pure."""

    def missing(name: str) -> NoReturn:
        raise PackageNotFoundError(name)

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("importlib.metadata.distribution", missing)


class _Handler(BaseHTTPRequestHandler):
    """Answers by path."""

    def do_GET(self):
        body = {
            "/page": b"<title>Wells</title><p>The wells were dry.",
            "/flood": b"x" * 5000,
            "/latin": b"<p>Gr\xf6\xdfe.",
            "/list.bib?format=x": b"@book{k, title={T}}",
        }.get(self.path, b"")
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
