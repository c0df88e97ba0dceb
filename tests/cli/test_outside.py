"""Whatever a project of others holds, no command leads out of it, and none waits for ever."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path

import pytest

THEIRS = "nodes: {token: {claim: hunter2 is the secret}}\n"
MAP = "nodes: {a: {evidence: A., cite: 's \"old\"'}}\n"
COMMANDS = """check
check arguments
check {place}
check --output-format json
format
format {place}
lock
lock --check
reanchor --accept weak
review --all --reviewer me
evaluate
next
sources
coverage s
annotate s secret
render --to dot
render {place} --to dot
render --to dot -o pictures
convert {place} - --to argdown
why token
why token {place}
source update s ../new.txt
source add ../new.txt --id t
source add {place} --id u
source update s {place}
init""".split("\n")
LEADING_OUT = {
    "a map": ("arguments/link.yaml", "victim.yaml"),
    "the maps": ("arguments", "elsewhere"),
    "maps that are a project": ("arguments", "other"),
    "a map beside": ("link.yaml", "victim.yaml"),
    "a record": ("seeds/link.yaml", "victim.yaml"),
    "the records": ("seeds", "elsewhere"),
    "a text": ("seeds/texts/a.txt", "victim.yaml"),
    "the texts": ("seeds/texts", "elsewhere"),
    "the lock": ("argmap.lock", "victim.yaml"),
    "the settings": ("argmap.toml", "victim.yaml"),
    "a picture": ("m.dot", "victim.yaml"),
    "a picture in a folder": ("pictures/m.dot", "victim.yaml"),
    "an include": ("arguments/inner.argdown", "victim.yaml"),
}


@pytest.fixture
def beside(project, monkeypatch):
    """Return the folder of a project beside files that are none of its business."""
    secret = dict.fromkeys(["victim.yaml", "elsewhere/a.yaml", "elsewhere/a.txt", "other/seeds/a.yaml"], THEIRS)
    own = {
        "home/.git/HEAD": "",
        "home/arguments/m.yaml": MAP,
        "home/arguments/i.argdown": "@include(inner.argdown)\n\n[A]: a.\n",
        "home/seeds/s.yaml": "title: S\ntext: texts/a.txt\n",
        "home/seeds/texts/a.txt": "old",
        "home/pictures/readme.txt": "",
    }
    folder = project({**secret, **own, "new.txt": "new words"})
    monkeypatch.chdir(folder / "home")
    return folder


def contents(folder):
    """Return what the files outside the project hold."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and "home" not in path.parts}


@pytest.mark.parametrize("what", LEADING_OUT)
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_follows_a_link_out_of_the_project(beside, run, command, what):
    """Whatever of a project is a link out, a command neither shows nor changes what it leads to, and makes no file."""
    place, target = LEADING_OUT[what]
    link = Path(place)
    if link.is_dir():
        link.rename("away")
    link.unlink(missing_ok=True)
    link.symlink_to(beside / target)
    before = contents(beside)
    done = run(*command.format(place=place).split())
    assert contents(beside) == before
    assert "hunter2" not in done.output
    assert done.exit_code in (0, 1, 2)


@pytest.mark.parametrize(
    ("what", "command"),
    [(what, "check") for what in LEADING_OUT if what not in ("a picture", "a picture in a folder", "a map beside")]
    + [("a picture", "render arguments/m.yaml --to dot"), ("a picture in a folder", "render --to dot -o pictures")]
    + [("a map beside", "check link.yaml"), ("a map", "format")],
)
def test_what_leads_out_is_told(beside, run, what, command):
    """Nothing that leads out is passed over in silence."""
    place, target = LEADING_OUT[what]
    if Path(place).is_dir():
        Path(place).rename("away")
    Path(place).unlink(missing_ok=True)
    Path(place).symlink_to(beside / target)
    done = run(*command.split())
    assert done.exit_code in (1, 2)
    assert re.search(r"leads out of the project|leaves the project|outside the project", done.output)


def test_a_link_that_stays_in_the_project_is_followed(beside, run):
    """A map, a record, a text, the lock and the folder of maps may be links within the project."""
    for place in ("arguments/m.yaml", "seeds/s.yaml", "seeds/texts/a.txt", "arguments"):
        Path(place).rename("real-" + Path(place).name)
        Path(place).symlink_to(Path("real-" + Path(place).name).absolute())
    assert run("lock").exit_code == 0
    Path("argmap.lock").rename("real.lock")
    Path("argmap.lock").symlink_to("real.lock")
    assert "1 map with 1 statement" in run("check", "arguments/m.yaml", "--exit-zero").output
    assert run("lock", "--check").exit_code == 0
    assert run("review", "a", "--reviewer", "me").exit_code == 0
    assert Path("argmap.lock").is_symlink()
    assert "review" in Path("real.lock").read_text()


def test_a_path_that_a_person_names_is_theirs(beside, run):
    """A file outside the project, and an output that is a link, are read and written as they are named."""
    assert "hunter2" in run("check", "../victim.yaml").output
    Path("out.dot").symlink_to(beside / "out.dot")
    assert run("render", "arguments/m.yaml", "-o", "out.dot").exit_code == 0
    assert (beside / "out.dot").read_text().startswith("digraph")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes in the file system")
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", ["pipe", "folder", "socket"])
def test_what_is_no_file_keeps_nobody_waiting(beside, run, command, kind):
    """A pipe, a folder or a socket in the place of a file of the project is told or passed by, and stays."""
    for place in ("seeds/z.yaml", "seeds/texts/a.txt", "argmap.lock", "arguments/inner.argdown", "m.dot"):
        Path(place).unlink(missing_ok=True)
        if kind == "pipe":
            os.mkfifo(place)
        elif kind == "folder":
            Path(place).mkdir()
        else:
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(place)
    done = run(*command.format(place="seeds/z.yaml").split())
    assert done.exit_code in (0, 1, 2)
    assert not Path("argmap.lock").is_file()
    assert done.exception is None or isinstance(done.exception, SystemExit)


@pytest.mark.parametrize("command", ["check", "lock", "review --all --reviewer me", "evaluate arguments/m.yaml"])
def test_a_lock_that_is_a_folder_is_told(beside, run, command):
    """No command takes a folder for a lock that is not there."""
    Path("argmap.lock").mkdir()
    done = run(*command.split())
    assert (done.exit_code, done.stderr) == (2, "argmap: argmap.lock is a folder\n")
