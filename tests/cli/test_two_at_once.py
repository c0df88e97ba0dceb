"""Several argmaps at once, and argmaps that are killed or have no room: nothing is lost, or left half done."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import files
from argmap.errors import ReadError
from argmap.evidence.lockfile import read_lock

NAMES = "abcdefgh"
KILLED = """
import os, signal, sys
from pathlib import Path
Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
from argmap.cli import main
main()
"""
NO_ROOM = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))
from argmap.cli import main
main()
"""
WAITING = """
import sys
from pathlib import Path
from argmap import files
with files.alone(Path("argmap.lock")):
    print("held", flush=True)
    sys.stdin.read()
"""

posix = pytest.mark.skipif(os.name == "nt", reason="needs signals and limits of POSIX")


@pytest.fixture
def wells(project) -> Path:
    """Return the folder of a project with a source, and a map of several statements."""
    nodes = "".join(f"  {name}: {{evidence: The wells were dry., cite: 's \"dry\"'}}\n" for name in NAMES)
    own = {"seeds/s.yaml": "title: S\ntext: texts/s.txt\n", "seeds/texts/s.txt": "The wells were dry."}
    return project({"argmap.toml": "", "arguments/m.yaml": f"nodes:\n{nodes}", **own})


def start(*words, code="from argmap.cli import main; main()", **more):
    """Start argmap as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more
    )


def leftovers():
    """Return what a run has left behind in the test's folder."""
    return [path for path in Path().rglob(".*") if path.is_file()]


def test_reviews_at_once_are_all_kept(wells):
    """Each of several processes that review a statement at the same time has its review in the lock."""
    started = [start("review", name, "--reviewer", f"reader {name}") for name in NAMES]
    started.append(start("lock"))
    assert [(b"argmap:" in process.communicate()[1], process.returncode) for process in started] == [(False, 0)] * 9
    lock = read_lock(Path("argmap.lock").read_text(encoding="utf-8"))
    assert {(name, review.reviewer) for (_, name), review in lock.reviews.items()} == {
        (name, f"reader {name}") for name in NAMES
    }
    assert lock.flaws == ()
    assert leftovers() == []


def test_waiting_ends_with_a_sentence(wells, monkeypatch):
    """Whoever waits for another that does not end is told so, and has changed nothing."""
    with start(code=WAITING, stdin=subprocess.PIPE) as other:
        assert other.stdout.readline().strip() == b"held"
        monkeypatch.setattr(files, "PATIENCE", 0)
        told = "another argmap is at work on argmap.lock: try again when it has ended"
        with pytest.raises(ReadError, match=told), files.alone(Path("argmap.lock")):
            pass
        other.communicate(b"")
    with files.alone(Path("argmap.lock")):
        assert not Path("argmap.lock").exists()


@posix
def test_a_killed_process_holds_nothing(wells):
    """What a killed process held is free at once."""
    other = start(code=WAITING, stdin=subprocess.PIPE)
    assert other.stdout.readline().strip() == b"held"
    other.kill()
    other.communicate()
    done = start("lock")
    assert done.communicate()[1] == b""
    assert done.returncode == 0
    assert leftovers() == []


@posix
@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("lock",), "argmap.lock"),
        (("format",), "arguments/m.yaml"),
        (("source", "update", "s", "new.txt"), "seeds/texts/s.txt"),
        (("render", "arguments/m.yaml", "--to", "dot"), "m.dot"),
    ],
)
def test_a_killed_run_leaves_the_old_file_and_the_next_one_clears_up(wells, words, file):
    """A run that is killed when it writes leaves the old file whole; the next to write there removes what it left."""
    Path("new.txt").write_text("All wells were full.")
    before = Path(file).read_bytes() if Path(file).exists() else None
    killed = start(*words, code=KILLED)
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL
    assert (Path(file).read_bytes() if Path(file).exists() else None) == before
    assert leftovers()
    again = start(*words)
    again.communicate()
    assert again.returncode in (0, 1)
    assert Path(file).read_bytes() != before
    assert leftovers() == []


@posix
@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("lock",), "argmap.lock"),
        (("review", "--all", "--reviewer", "me"), "argmap.lock"),
        (("format",), "arguments/m.yaml"),
        (("source", "update", "s", "new.txt"), "seeds/texts/s.txt"),
        (("source", "add", "new.txt", "--id", "t"), "seeds/texts/t.txt"),
        (("convert", "arguments/m.yaml", "m.argdown"), "m.argdown"),
        (("render", "arguments/m.yaml", "--to", "dot"), "m.dot"),
    ],
)
def test_a_full_disk_is_one_sentence_and_the_old_file_stays(wells, words, file):
    """Where there is no room for a file, that is said, the old one stays, and nothing else is left."""
    Path("new.txt").write_text("All wells of the village were full again in the spring of that year.")
    before = Path(file).read_bytes() if Path(file).exists() else None
    done = start(*words, code=NO_ROOM)
    *_, said = done.communicate()[1].decode().splitlines()  # after what is being done, where that takes long
    assert (done.returncode, said) == (2, f"argmap: {file} cannot be written: file too large")
    assert (Path(file).read_bytes() if Path(file).exists() else None) == before
    assert leftovers() == []


@pytest.mark.parametrize(
    ("command", "file"),
    [
        ("lock", "argmap.lock"),
        ("review --all --reviewer me", "argmap.lock"),
        ("format", "arguments/m.yaml"),
        ("source update s new.txt", "seeds/texts/s.txt"),
        ("render arguments/m.yaml --to dot", "m.dot"),
    ],
)
def test_a_disk_that_may_only_be_read_is_one_sentence(wells, run, monkeypatch, command, file):
    """Where nothing may be written, that is said with the name of the file; what only reads goes on."""
    Path("new.txt").write_text("All wells were full.")
    before = {path: path.read_bytes() for path in wells.rglob("*") if path.is_file()}
    opened, made = Path.open, os.open

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    def open_file(path, mode="r", *more, **most):
        return (refuse if "x" in mode else opened)(path, mode, *more, **most)

    def open_descriptor(path, flags, *more, **most):
        return (refuse if flags & os.O_CREAT else made)(path, flags, *more, **most)

    monkeypatch.setattr(Path, "open", open_file)
    monkeypatch.setattr(os, "open", open_descriptor)
    done = run(*command.split())
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1] == f"argmap: {file} cannot be written: read-only file system"
    assert {path: path.read_bytes() for path in wells.rglob("*") if path.is_file()} == before
    assert run("check", "--exit-zero").exit_code == 0
    assert run("lock", "--check").exit_code == 1


@posix
def test_what_another_is_writing_is_not_removed(wells):
    """A file that is being written, or was only just begun, is nobody's leftover; one that is filled and free is."""
    begun, dead = (Path(f".argmap-{digit * 16}") for digit in "ab")
    begun.touch()
    dead.write_text("half a f")
    mine = Path(".argmap-cache")
    mine.touch()
    busy = "from pathlib import Path; from argmap import files; Path.replace = lambda *_: (print(flush=True), input())"
    with start(code=f"{busy}; files.write('x', b'data')", stdin=subprocess.PIPE) as other:
        other.stdout.readline()
        being_written = set(leftovers()) - {begun, dead, mine}
        files.write("y", b"")
        assert set(leftovers()) == {begun, mine, *being_written}
        assert len(being_written) == 1
        other.communicate(b"\n")
