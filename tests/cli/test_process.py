"""argmap as a program of its own: its entry point, its streams, and the shells around it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import __version__

PROGRAM = Path(sys.executable).parent / "argmap"
MANY = "nodes:\n" + "".join(f"  s{i}:\n    claim: '{'long ' * 30}{i}.'\n" for i in range(1500))


def start(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run argmap in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "from argmap.cli import main; main()", *arguments],
        capture_output="stdout" not in options,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        **options,
    )


@pytest.mark.parametrize("program", [[PROGRAM], [sys.executable, "-m", "argmap"]], ids=["script", "module"])
def test_the_program(program: list[str]) -> None:
    """The installed program tells its version, under its name and as a module."""
    done = subprocess.run([*program, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"argmap {__version__}\n"


def test_the_status_reaches_the_shell(project) -> None:
    """Clean, found and cannot run end with 0, 1 and 2."""
    project({"clean.yaml": "nodes: {a: {assumption: A.}}", "found.yaml": "nodes: {a: {claim: A.}}"})
    assert [start("check", name).returncode for name in ("clean.yaml", "found.yaml", "gone.yaml")] == [0, 1, 2]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [("check a.yaml", 1), ("evaluate a.yaml --json", 0), ("render a.yaml --to dot -o -", 0)],
)
def test_a_reader_that_has_read_enough(project, arguments, status) -> None:
    """When the reader goes away (``| head -1``), argmap ends as ever, and says nothing about it."""
    project({"a.yaml": MANY})
    command = [sys.executable, "-c", "from argmap.cli import main; main()", *arguments.split()]
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=buffered) as process:
        assert process.stdout.read(1)
        process.stdout.close()
        said = process.stderr.read().decode()
        assert process.wait() == status
    assert "Traceback" not in said
    assert "rror" not in said


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("check", "a.yaml")])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_sentence(project, arguments) -> None:
    """What cannot be printed is said, with status 2."""
    project({"a.yaml": MANY})
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = start(*arguments, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (2, "argmap: standard output: no space left on device\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [("--version >&-", 0), ("check a.yaml >&- 2>&-", 1), ("report a.yaml >&- 2>&-", 2)],
)
def test_closed_streams(project, arguments, status) -> None:
    """With its streams closed, argmap does what it can and fails at nothing."""
    project({"a.yaml": "nodes: {a: {claim: A.}}"})
    program = f"{sys.executable} -c 'from argmap.cli import main; main()' {arguments}"
    done = subprocess.run(program, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert (done.returncode, done.stderr) == (status, "")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    "words",
    ["report a.yaml", "render a.yaml --to dot -o -", "convert a.yaml - --to yaml", "evaluate a.yaml --json"],
)
def test_a_closed_standard_output(project, words) -> None:
    """What was asked for and cannot be printed, as standard output is closed, is told."""
    project({"a.yaml": "nodes: {a: {claim: A.}}"})
    program = f"{sys.executable} -c 'from argmap.cli import main; main()' {words} >&-"
    done = subprocess.run(program, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert (done.returncode, done.stderr) == (2, "argmap: standard output is closed\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("words", ["check -", "format -", "convert - x.json", "source add -", "source update s -"])
def test_a_closed_standard_input(project, words) -> None:
    """A map or document cannot be read from a standard input that is closed, and what was there stays."""
    project({"seeds/s.yaml": "text: texts/s.txt\n", "seeds/texts/s.txt": "old"})
    program = f"{sys.executable} -c 'from argmap.cli import main; main()' {words} <&-"
    done = subprocess.run(program, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert (done.returncode, done.stderr) == (2, "argmap: standard input is closed\n")
    assert Path("seeds/texts/s.txt").read_text() == "old"


def test_terminals_that_cannot_show_every_character(project) -> None:
    """Where the encoding of the terminal lacks a character, or a text holds half of one, it is shown by its number."""
    project({"a.json": '{"nodes": {"a": {"claim": "日 \\ud800."}, "é": {"claim": "B."}}}'})
    western = {**os.environ, "PYTHONIOENCODING": "iso-8859-15", "PYTHONUTF8": "0"}
    done = start("check", "a.json", env=western)
    assert done.returncode == 1
    assert "\\u65e5" in done.stdout
    done = start("check", "a.json", "--output-format", "json")
    assert {finding["node"] for finding in json.loads(done.stdout)["findings"]} >= {"a", "é"}
