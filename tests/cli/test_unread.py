"""What of a project cannot be read: each command says it, once, and nothing is written over it."""

from __future__ import annotations

from pathlib import Path

import pytest

UNREAD = "the text of 's' cannot be used: seeds/texts/s.txt: this text is in UTF-16"
MAP = """\
nodes:
  a: {claim: It was wet., because: [b, c]}
  b: {evidence: Rain., cite: s "it rained … night"}
  c: {evidence: Rain too., cite: t "it rained … night"}
"""


@pytest.fixture
def wet(project):
    """Make a project of two maps and two sources, the text of one of which is in UTF-16."""
    project(
        {
            "argmap.toml": "",
            "arguments/m.yaml": MAP,
            "arguments/n.yaml": MAP,
            "seeds/s.yaml": "title: S\ntext: texts/s.txt\nurl: https://example.org/s\n",
            "seeds/t.yaml": "title: T\ntext: texts/t.txt\n",
            "seeds/texts/t.txt": "it rained at night",
        }
    )
    Path("seeds/texts/s.txt").write_bytes("it rained at night".encode("utf-16"))


@pytest.mark.parametrize(
    "command",
    [
        "evaluate arguments/m.yaml",
        "why a arguments/m.yaml",
        "sources",
        "sources --links",
        "coverage t",
        "reanchor",
        "render -o . --to dot",
        "annotate s rained",
        "lock",
        "lock --check",
        "review a",
    ],
)
def test_each_command_says_once_what_cannot_be_read(wet, run, command):
    """A source whose text is there but cannot be used is named on standard error, once, however many maps cite it."""
    assert run(*command.split()).stderr.count(UNREAD) == 1


def test_check_says_it_as_a_finding_and_not_as_an_absent_source(wet, run):
    """The text cannot be used (AM010); that it is not at hand (AM205) would be saying it twice, and wrong."""
    done = run("check", "--output-format", "concise")
    assert done.stdout.count(UNREAD) == 1
    assert "AM205" not in done.stdout


@pytest.mark.parametrize("command", ["lock", "lock --check", "review a"])
def test_a_lock_is_not_written_over_what_cannot_be_read(wet, run, command):
    """The lock stays as it is, and the message names the file to mend."""
    Path("argmap.lock").write_text("argmap-lock 1 normal-form 2\n")
    done = run(*command.split())
    assert done.exit_code == 2
    assert "argmap.lock is left as it is until this can be read: mend seeds/s.yaml, line 1, first" in done.stderr
    assert Path("argmap.lock").read_text() == "argmap-lock 1 normal-form 2\n"


@pytest.mark.parametrize("command", ["lock", "review a"])
def test_a_lock_is_not_written_over_a_map_with_a_syntax_error(wet, run, command):
    """What a map that is not read whole may still cite keeps its place in the lock."""
    Path("seeds/texts/s.txt").write_text("it rained at night")
    assert run("lock").exit_code == 0
    before = Path("argmap.lock").read_text()
    Path("arguments/n.yaml").write_text(f"{MAP}  d: {{claim: [\n")
    assert run(*command.split()).exit_code == 2
    assert Path("argmap.lock").read_text() == before


def test_a_record_that_cannot_be_read_is_told(wet, run):
    """A source record with a syntax error is named on standard error."""
    Path("seeds/t.yaml").write_text("title: [\n")
    assert run("evaluate", "arguments/m.yaml").stderr.count("seeds/t.yaml:1") == 1
