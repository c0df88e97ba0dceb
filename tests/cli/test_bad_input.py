"""Whatever a file holds, each command ends with findings or one sentence, and never with a traceback."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from argmap import files

from ..strategies import examples

BAD = {
    "empty": b"",
    "blank": b"\n \n",
    "binary": b"\x7fELF\0\0\1",
    "utf16": "nodes: {a: {claim: A.}}".encode("utf-16"),
    "latin": b"nodes:\n  a:\n    claim: caf\xe9\n",
    "syntax": b"nodes: [\n",
    "list": b"- a\n- b\n",
    "text": b"just words",
    "number": b"42",
    "tabs": b"nodes:\n\ta:\n\t\tclaim: A.\n",
    "colon": b"nodes:\n  a:\n    claim: One: two\n",
    "twice": b"nodes:\n  a: {claim: A.}\n  a: {claim: B.}\n",
    "tag": b"nodes: !!python/object/apply:os.system [echo]\n",
    "bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nnodes: [*b, *b]\n",
    "documents": b"nodes: {}\n---\nnodes: {}\n",
    "deep": b"[" * 10_000,
    "deep-map": b"nodes: " + b"{a: " * 5_000,
    "controls": b"nodes: {a: {claim: \x01\x02}}",
    "markup": "nodes: {a: {claim: '</svg><script>\"&\\ \u202e 日本 🙂'}}".encode(),
    "self": b"nodes: {a: {claim: A., because: [a]}}",
    "dangling": b"nodes: {a: {claim: A., because: [b + c], but: [d], unless: [e]}}",
    "ids": b"nodes: {'': {claim: A.}, ' b ': {claim: B.}, '../c': {claim: C.}, 1: {claim: D.}}",
    "nulls": b"title:\nnodes:\n  a:\n  b: {claim: }\n",
    "types": b"title: [x]\nnodes: {a: [claim], b: 3, c: {claim: {x: y}, because: {z: 1}, cite: [[x]]}}",
}
GOOD = {"bom": b"\xef\xbb\xbfnodes: {a: {assumption: A.}}", "crlf": b"nodes:\r\n    a:\r\n      assumption: A.\r\n"}
COMMANDS = ("evaluate", "next", "why a", "sources", "render --to dot -o -", "format --diff")


@pytest.mark.parametrize("name", BAD)
def test_check_finds_what_is_wrong(run, project, name) -> None:
    """`check` ends with findings that have places within the file, in every way of printing them."""
    project({"a.yaml": BAD[name]})
    done = run("check", "a.yaml", "--output-format", "json")
    assert (done.exit_code, done.stderr) == (1, "")
    found = json.loads(done.stdout)["findings"]
    lines = max(BAD[name].count(b"\n"), BAD[name].count(b"\r")) + 2
    assert found
    for finding in found:
        assert finding["message"]
        assert 1 <= finding["line"] <= finding["end_line"] <= lines
        assert finding["column"] >= 1
    for report in ("full", "concise", "github", "sarif"):
        assert run("check", "a.yaml", "--output-format", report).exit_code == 1


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", [*BAD, *GOOD])
def test_the_other_commands_do_what_they_can(run, project, name, command) -> None:
    """The other commands use what can be read, or end with status 2 and a sentence that names the file."""
    project({"a.yaml": {**BAD, **GOOD}[name]})
    before, *options = command.split()
    operands = [option for option in options if option == "a"]
    rest = [option for option in options if option != "a"]
    done = run(before, *operands, "a.yaml", *rest)
    assert done.exit_code in (0, 1, 2)
    if done.exit_code == 2:
        assert done.stderr.startswith("argmap: ")
        assert done.stdout == ""
    if name in GOOD:
        assert done.exit_code == (1 if command.startswith("format") else 0)


@pytest.mark.parametrize("name", GOOD)
def test_marks_and_line_ends_do_no_harm(run, project, name) -> None:
    """A byte order mark and carriage returns are no finding."""
    project({"a.yaml": GOOD[name]})
    assert run("check", "a.yaml").exit_code == 0


def test_a_huge_file(run, project, monkeypatch) -> None:
    """A file beyond the largest size is refused by every command, from standard input too."""
    monkeypatch.setattr(files, "LARGEST", 2**20)
    project({"a.yaml": b"nodes: {a: {claim: " + b"x" * 2**20 + b"}}"})
    for command in ("check", *COMMANDS):
        name, *options = command.split()
        done = run(name, *[o for o in options if o == "a"], "a.yaml", *[o for o in options if o != "a"])
        assert done.exit_code == 2
        assert done.stderr == "argmap: a.yaml is too large: argmap reads files of up to 1 MB\n"
    assert "standard input is too large" in run("check", "-", stdin=b"x" * (2**20 + 1)).stderr


def test_a_file_that_may_not_be_read(run, project, monkeypatch) -> None:
    """A file without permission is one sentence."""

    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    project({"a.yaml": b""})
    monkeypatch.setattr("builtins.open", fail)
    done = run("check", "a.yaml")
    assert (done.exit_code, done.stderr) == (2, "argmap: a.yaml cannot be read: permission denied\n")


def test_files_of_other_kinds(run, project) -> None:
    """A file of another kind, a link to nowhere and a name that is too long are each one sentence."""
    folder = project({"a.bin": b"", "noending": b""})
    (folder / "link.yaml").symlink_to("nowhere")
    for name, said in [
        ("a.bin", "a.bin: the ending .bin stands for no known format; name it with --input-format (format= in Python)"),
        ("noending", "noending: a name without an ending stands for no known format; name it with"),
        ("link.yaml", "link.yaml does not exist"),
        ("n" * 300 + ".yaml", "n" * 300 + ".yaml cannot be read: file name too long"),
    ]:
        done = run("check", name)
        assert done.exit_code == 2
        assert done.stderr.startswith(f"argmap: {said}")


@examples(60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.binary(max_size=80) | st.text(alphabet="nodes:{}[]ab \n'\"#|-&*!?,é", max_size=80).map(str.encode))
def test_any_bytes_are_checked(run, data) -> None:
    """Any bytes at all end with a status and a report."""
    done = run("check", "-", "--output-format", "json", stdin=data)
    assert done.exit_code in (0, 1)
    assert set(json.loads(done.stdout)) == {"findings", "summary"}


@pytest.mark.parametrize(
    "name",
    ["n" * 300, "x/" * 3000, "\udc80x", "caf\u00e9 \U0001f600", "a\nb"],
    ids=["long", "deep", "not UTF-8", "emoji", "two lines"],
)
@pytest.mark.parametrize(
    "command",
    [
        *(
            "convert {} x.json",
            "convert m.yaml {}",
            "convert m.yaml {}.json",
            "check {}",
            "check {}#2",
            "source add {}",
        ),
        *("render {}", "evaluate {}", "render m.yaml -o {}", "render m.yaml -o {}/", "render m.yaml -o {}.dot"),
        *("init {}", "format {}", "source update s {}", "why a {}"),
    ],
)
def test_a_name_that_no_file_has_is_one_sentence(run, project, name, command) -> None:
    """Whatever a path is, endless or of bytes that are no UTF-8, a command ends with at most a sentence."""
    project({"m.yaml": "nodes: {a: {claim: A.}}"})
    done = run(*(part.replace("{}", name) for part in command.split()))
    assert done.exit_code in (0, 1, 2)
    if done.exit_code == 2:
        assert done.stderr.startswith("argmap: ")
        assert done.stderr.count("\n") == 1
