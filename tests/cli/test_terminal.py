"""What comes from others steers no terminal, and begins no line that a build service obeys."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from argmap import registry
from argmap.cli import commands, printing

EVIL = "\x1b]0;x\x07\n::error::owned\r\u202e\x9b2J\x1b[8m"
NAME = EVIL.replace("/", "")
ESCAPED = json.dumps(EVIL)[1:-1]
BAD = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|^\s*::error::owned", re.MULTILINE)
OURS = re.compile(r"\x1b\[(?:[0124]|3\d|9\d)m")
MAP = f"""\
title: "Title {ESCAPED}"
sources:
  "inline {ESCAPED}":
    title: "T {ESCAPED}"
    url: "https://example.org/{ESCAPED}"
nodes:
  "bad {ESCAPED}":
    claim: "Text {ESCAPED}"
    because: [fact]
    tags: ["tag {ESCAPED}"]
  fact:
    evidence: "The wells were dry {ESCAPED}."
    cite:
      - 'letter "wells were dry"'
      - 'letter "the wells of ten villages had been dry"'
      - "unknown {ESCAPED}"
  q:
    question: "Is it {ESCAPED}?"
    because: ["bad {ESCAPED}", fact]
"""
RECORD = f"""\
id: letter
title: "Letter {ESCAPED}"
url: "https://example.org/{ESCAPED}"
text: texts/letter.txt
"""
TEXT = f"The wells were dry {EVIL} in May. The {EVIL}wells of nine villages had been dry. {EVIL}"
FILE = f"arguments/a{NAME}.yaml"

LINES = [
    ["annotate", "letter", "wells"],
    ["annotate", "letter", f"nothing {EVIL}"],
    ["annotate", f"no {EVIL}", "wells"],
    ["check"],
    ["check", FILE],
    ["check", f"no{EVIL}.yaml"],
    ["check", f"--{EVIL}"],
    [EVIL],
    ["compare", FILE, "arguments/b.yaml"],
    ["compare", FILE, "arguments/b.yaml", "--json"],
    ["compare", FILE, EVIL],
    ["diff", FILE, "arguments/b.yaml"],
    ["diff", FILE, "arguments/b.yaml", "--markdown"],
    ["diff", "arguments/b.yaml", FILE, "--json"],
    ["convert", FILE, f"out{NAME}.argdown"],
    ["corpus", "build", "arguments", "out", "--jobs", "0"],
    ["corpus", "build", EVIL, EVIL],
    ["corpus", "query", "out", f"SELECT '{EVIL}'"],
    ["corpus", "query", EVIL],
    ["corpus", "agreement", "arguments", "arguments"],
    ["corpus", "stats", EVIL],
    ["corpus", "duplicates", EVIL],
    ["corpus", EVIL],
    ["coverage", "letter", "--unused"],
    ["coverage", "letter", "--json"],
    ["doctor"],
    ["doctor", "--json"],
    ["evaluate"],
    ["evaluate", "--json"],
    ["explain", EVIL],
    ["format", "--check"],
    ["format", "--diff"],
    ["format"],
    ["formats", EVIL],
    ["import", FILE, f"{NAME}.txt", "--into", f"new{NAME}"],
    ["import", f"no{EVIL}", "--json"],
    ["init", f"new{NAME}"],
    ["lock", "--check"],
    ["lock"],
    ["matrix"],
    ["matrix", "--csv"],
    ["matrix", "--html"],
    ["matrix", "--json"],
    ["matrix", "--sources"],
    ["matrix", f"Is it {EVIL}?", "--html"],
    ["matrix", f"bad {EVIL}", "fact", "--csv"],
    ["matrix", EVIL],
    ["next"],
    ["next", "--json"],
    ["reanchor"],
    ["reanchor", "--accept", "weak"],
    ["reliability", "--each", "0.9"],
    ["reliability", f"bad {EVIL}", "--source", "letter=0.5", "--json"],
    ["reliability", EVIL, "--each", "0.9"],
    ["reliability", "--source", f"{EVIL}=0.5"],
    ["reliability", "--source", f"letter={EVIL}"],
    ["reliability", "--grade", f"{EVIL}=0.5"],
    ["render", "--to", "dot"],
    ["render", FILE, "-o", "-", "--to", "dot"],
    ["render", FILE, "-o", "-", "--to", "svg"],
    ["report"],
    ["report", FILE, "-o", "-", "--to", "html", "--no-picture"],
    ["report", f"no{EVIL}.yaml"],
    ["report", "--to", EVIL],
    ["review", EVIL],
    ["review", "--all", "--reviewer", EVIL],
    ["rules", "--json"],
    ["schema"],
    ["schemes", EVIL],
    ["completion", "bash"],
    ["show"],
    ["show", "--json"],
    ["show", EVIL],
    ["show", "--group", EVIL],
    ["solve", FILE, "-p", "EE-PR"],
    ["solve", FILE, "-p", EVIL],
    ["solve", FILE, "-p", "DC-PR", "-a", EVIL],
    ["solve", "evil.apx", "-p", "EE-NA"],
    ["solve", "evil.apx", "-p", "EE-NA", "--json"],
    ["solve", "evil.tgf", "-p", "DC-PR", "-a", EVIL],
    ["source", "add", f"{NAME}.txt", "--title", EVIL],
    ["source", "add", f"{EVIL}.none"],
    ["source", "fetch", "letter"],
    ["source", "fetch", EVIL],
    ["source", "update", "letter", f"{NAME}.txt"],
    ["sources"],
    ["sources", "--json"],
    ["sources", "--links"],
    ["sources", "--impact"],
    ["sources", "--impact", "--json"],
    ["strengths"],
    ["strengths", "--csv"],
    ["strengths", "--json"],
    ["strengths", "--base", f"{EVIL}=1"],
    ["strengths", "--base", f"a={EVIL}"],
    ["strengths", "--semantics", EVIL],
    ["view", f"no{EVIL}.yaml"],
    ["weak"],
    ["weak", f"bad {EVIL}", "--json"],
    ["weak", EVIL],
    ["what-if", "--without", "source=letter"],
    ["what-if", "--with", f"statement=bad {EVIL}", "--json"],
    ["what-if", "--without", f"statement={EVIL}"],
    ["what-if", "--without", EVIL],
    ["why", "fact"],
    ["why", f"bad {EVIL}"],
    ["why", EVIL],
]


@pytest.fixture
def hostile(run, project):
    """Fill the test's folder with a project in which everything that can be named has a hostile name."""
    files = {"argmap.toml": "", "seeds/letter.yaml": RECORD, "seeds/texts/letter.txt": TEXT, FILE: MAP}
    files["arguments/b.yaml"] = "nodes: {a: {claim: A., because: [b]}, b: {claim: The wells were dry.}}"
    files["evil.apx"] = 'arg("{}").'.format(EVIL.replace("\n", "\\n").replace("\r", ""))
    files["evil.tgf"] = f"a\n#\na {EVIL}"
    return project({**files, f"{NAME}.txt": TEXT})


@pytest.mark.parametrize("line", LINES, ids=[f"{place}-{line[0][:9]!r}" for place, line in enumerate(LINES)])
def test_no_command_prints_what_steers(hostile, run, line):
    """Whatever names, titles, addresses and texts hold, a command prints no control character and no line of theirs."""
    assert BAD.search(OURS.sub("", run(*line, color=True).output)) is None


@pytest.mark.parametrize("form", registry.names(printing))
def test_no_way_of_printing_findings_steers(hostile, run, form):
    """Nor do findings, in whatever way they are printed."""
    assert BAD.search(run("check", "--output-format", form).output) is None


def test_every_command_is_tried():
    """The lines above name every command there is."""
    assert {line[0].replace("-", "_") for line in LINES} >= {
        module.removesuffix("_") for module in registry.names(commands)
    }


def test_json_keeps_what_it_escapes(hostile, run):
    """In JSON, a hostile title is read back as it was written."""
    assert f"Letter {EVIL}" in [row["title"] for row in json.loads(run("sources", "--json").stdout)]


JSON = ["check --output-format sarif", "check --output-format json", "sources --json", "evaluate --json"]
JSON += ["coverage naïve --json", "sources --links --json"]


@pytest.mark.parametrize("command", JSON)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_json_is_utf8_on_every_terminal(project, command, encoding):
    """SARIF and JSON are UTF-8 whatever the encoding of the terminal."""
    record = "title: naïve 😀\nid: naïve\nurl: https://example.org\ntext: t.txt\n"
    node = "naïve: {claim: 'naïve 😀', cite: 'naïve \"naïve 😀\"'}, naïver: {claim: 'naïver 😀'}"
    project({"argmap.toml": "", "arguments/a.yaml": f"nodes: {{{node}}}", "seeds/s.yaml": record})
    project({"seeds/t.txt": "It is naïve 😀 again."})
    program = [sys.executable, "-c", "from argmap.cli import main; main()", *command.split()]
    done = subprocess.run(program, capture_output=True, check=False, env={"PYTHONIOENCODING": encoding})
    assert "naïve" in json.dumps(json.loads(done.stdout.decode("utf-8")), ensure_ascii=False)


@pytest.mark.parametrize("what", ["schema", "rules --json"])
def test_what_argmap_says_of_itself_is_utf8(what):
    """The schema and the list of rules are the same on every terminal."""
    program = [sys.executable, "-c", "from argmap.cli import main; main()", *what.split()]
    said = [
        subprocess.run(program, capture_output=True, check=True, env={"PYTHONIOENCODING": encoding}).stdout
        for encoding in ("ascii", "utf-8")
    ]
    assert said[0] == said[1]
    json.loads(said[0].decode("utf-8"))


def test_nothing_steers_through_a_pipe(hostile):
    """Where output goes through a pipe, as into a pager or a build's log, it holds no escape at all."""
    program = [sys.executable, "-c", "from argmap.cli import main; main()"]
    for command in (["check"], ["sources"], ["why", "fact"], ["annotate", "letter", "wells"], ["check", FILE]):
        done = subprocess.run([*program, *command], capture_output=True, check=False, env={"PYTHONUTF8": "1"})
        assert b"\x1b" not in done.stdout + done.stderr
        assert BAD.search((done.stdout + done.stderr).decode("utf-8")) is None
