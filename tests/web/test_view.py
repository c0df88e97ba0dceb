"""Serving maps to the browser of this machine."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
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


def test_a_map_that_is_away_for_a_moment_comes_back(project, serving):
    """The page of a map whose file is gone says so, and waits for it."""
    folder = project({"arguments/wet.yaml": WET, "arguments/dry.yaml": WET, "argmap.toml": ""})
    address = f"{serving()}map/arguments/wet.yaml"
    file = folder / "arguments" / "wet.yaml"
    status, _ = get(address)
    file.rename(folder / "away")
    while status == 200:  # until the server has noticed
        status, page = get(address)
    assert status == 404
    assert "not any more" in page
    assert "/version?known=" in page


def test_names_of_any_bytes_are_shown(project, serving):
    """A file whose name is no text, or has a line end in it, has an entry in the list that leads to its page."""
    project({os.fsdecode(b"arguments/b\xffd.yaml"): WET, "arguments/a\nb.yaml": WET, "argmap.toml": ""})
    address = serving()
    _, page = get(address)
    links = re.findall(r'href="(map/[^"]+)"', page)
    assert links == ["map/arguments/a%0Ab.yaml", "map/arguments/b%FFd.yaml"]
    assert [get(address + link)[0] for link in links] == [200, 200]


def test_the_address_may_lack_its_last_stroke(project, serving):
    """The address without its last stroke leads to the one with it."""
    project({"arguments/wet.yaml": WET, "arguments/dry.yaml": WET, "argmap.toml": ""})
    address = serving()
    assert get(address.rstrip("/")) == get(address)


def test_ctrl_c_ends_at_once_while_a_map_is_drawn(project, serving):
    """The server does not wait for a page that is being made."""
    nodes = "".join(f"  s{n}: {{claim: It is {n}., because: [s{n + 1}]}}\n" for n in range(1200))
    project({"arguments/long.yaml": f"nodes:\n{nodes}  s1200: {{claim: It is.}}\n", "argmap.toml": ""})
    address = urlsplit(serving("--all"))
    with socket.create_connection((address.hostname, address.port)) as asking:
        asking.sendall(f"GET {address.path}map/arguments/long.yaml HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode())
