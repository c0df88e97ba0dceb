"""Serving maps to the browser of this machine."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

import pytest

pytest.importorskip("uvicorn")

WET = "title: Is it wet?\nnodes: {wet: {claim: It is wet., because: [rain]}, rain: {evidence: It rained.}}\n"
HOSTILE = "title: '</script><script>alert(1)</script> {}'\nnodes: {a: {claim: '<img onerror=alert(1)>'}}\n"


@pytest.fixture
def serving():
    """Return a function that starts a server, and returns its address; it must end well when interrupted."""
    running = []

    def start(*arguments):
        command = [sys.executable, "-m", "argmap", "view", "--no-browser", *arguments]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return running[-1].stdout.readline().strip()

    yield start
    for process in running:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, "")


def get(address, **headers):
    """Return what is answered: status and text."""
    try:
        with urlopen(Request(address, headers=headers)) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def test_one_map_is_shown_at_once(project, serving):
    """The address that is printed leads to the page of the only map, which waits for changes and asks none but us."""
    project({"arguments/wet.yaml": WET, "argmap.toml": ""})
    status, page = get(serving())
    assert status == 200
    assert "<title>Is it wet?</title>" in page
    assert "connect-src 'self'" in page
    assert "/version?known=0" in page


def test_several_maps_are_listed(project, serving):
    """Where there are several maps, they are listed by title, each with a link; what they say stays text."""
    project({"arguments/wet.yaml": WET, "arguments/ho stile.yaml": HOSTILE, "argmap.toml": ""})
    address = serving()
    _, page = get(address)
    assert "Is it wet?" in page
    assert "<script>alert" not in page
    hostile = f"{address}map/{quote('arguments/ho stile.yaml')}"
    assert f'href="{hostile.removeprefix(address)}"' in page
    status, page = get(hostile)
    assert status == 200
    assert "<script>alert" not in page
    assert "<img" not in page


def test_pages_follow_the_files(project, serving):
    """A page that waits is told as soon as a file has changed; then it shows what the file holds now."""
    folder = project({"arguments/wet.yaml": WET, "argmap.toml": ""})
    address = serving()
    get(address)
    (folder / "arguments" / "wet.yaml").write_text(WET.replace("wet?", "dry?"))
    changed = False
    while not changed:  # each answer comes when something has changed, or in a while
        changed = json.loads(get(f"{address}version?known=0")[1])["changed"]
    assert "<title>Is it dry?</title>" in get(address)[1]


def test_a_map_that_cannot_be_read_says_why(project, serving):
    """A map that has become unreadable has a page that says so, and that waits for its mending."""
    project({"arguments/wet.yaml": "nodes: {}\n", "argmap.toml": ""})
    status, page = get(serving())
    assert status == 200
    assert "wet.yaml has no statements" in page
    assert "/version?known=0" in page


def test_only_those_who_know_the_token_are_answered(project, serving):
    """Without the token, by another name, or from another page there is no answer, and no path leads out."""
    project({"arguments/wet.yaml": WET, "argmap.toml": ""})
    address = serving()
    here = f"http://{urlsplit(address).netloc}/"
    assert get(here)[0] == 404
    assert get(f"{here}{'x' * 32}/")[0] == 404
    assert get(address, Host="example.org")[0] == 421
    assert get(address, Origin="http://example.org")[0] == 403
    assert get(address, Origin=here.rstrip("/"))[0] == 200
    for path in (
        "map/argmap.toml",
        "map/../argmap.toml",
        "map/arguments/../argmap.toml",
        "map//etc/passwd",
        "argmap.toml",
    ):
        assert get(address + path)[0] == 404


def test_a_taken_port_is_told(project, serving):
    """Where the port is taken, one sentence says so and what to do."""
    project({"arguments/wet.yaml": WET, "argmap.toml": ""})
    port = urlsplit(serving()).port
    command = [sys.executable, "-m", "argmap", "view", "--no-browser", "--port", str(port)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"argmap: port {port} cannot be had (address already in use): "
        "name another with --port, or none for one that is free\n"
    )


def test_without_a_map_nothing_is_served(project):
    """Where there is no map, the command says so and ends."""
    project({"argmap.toml": ""})
    done = subprocess.run([sys.executable, "-m", "argmap", "view"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "there is no folder arguments here" in done.stderr
