"""What merely follows from another finding, and what only echoes a syntax error."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

import argmap
from argmap.cli.group import argmap as command

SOURCES = "sources: {s: {title: S, text: s.txt}}\n"


def found(text: str, format: str = "yaml", **options) -> dict[str, str]:  # noqa: A002
    """Return what each finding on a map follows from, by its code and node."""
    m = argmap.loads(text, format=format)
    findings = argmap.check(m, **options)
    return {f"{f.code} {f.node or f.line}": " ".join(f.follows) for f in findings}


def test_what_rests_on_a_gap_follows_from_it() -> None:
    """The claim that nothing is offered for is to be mended; what rests on it, and the step it fails, follow."""
    text = """
nodes:
  do: {recommendation: Do it., because: [a + b]}
  a: {claim: A., because: [c]}
  b: {assumption: B.}
  c: {claim: C.}
"""
    assert found(text) == {"AM102 do": "c", "AM104 do": "c", "AM101 a": "c", "AM101 c": ""}


def test_what_rests_on_evidence_without_a_source_follows_from_that() -> None:
    """Where AM103 tells of the evidence, AM101 of what rests on it follows."""
    assert found("nodes: {a: {claim: A., because: [e]}, e: {evidence: E.}}") == {"AM101 a": "e", "AM103 e": ""}


def test_a_lost_passage_is_the_root_of_all_that_rests_on_it(project) -> None:
    """AM201 is to be mended; that the statement, and what rests on it, are unsupported follows."""
    project({"argmap.toml": "", "s.txt": "It rained.", "seeds/x": ""})
    text = 'nodes: {a: {claim: A., because: [e]}, e: {claim: E., cite: s "it snowed all day"}}\n' + SOURCES
    project({"arguments/a.yaml": text, "arguments/s.txt": "It rained."})
    findings = argmap.check(argmap.load("arguments/a.yaml"))
    assert [(f.code, f.node, f.follows) for f in findings if f.code < "AM3"] == [
        ("AM101", "a", ("e",)),
        ("AM101", "e", ("e",)),
        ("AM201", "e", ()),
    ]
    assert [f.root for f in findings if f.code < "AM3"] == [False, False, True]


def test_a_lost_passage_of_the_analysed_text_is_no_reason_for_a_gap(project) -> None:
    """That `from:` is not found does not make a statement unsupported: both are to be mended."""
    text = "about: s\nnodes:\n  a: {claim: A., from: it snowed all day}\n" + SOURCES
    project({"argmap.toml": "", "arguments/a.yaml": text, "arguments/s.txt": "It rained."})
    findings = argmap.check(argmap.load("arguments/a.yaml"))
    assert {f.code: f.follows for f in findings} == {"AM101": (), "AM201": ()}


def test_a_circle_is_told_once() -> None:
    """AM105 is to be mended; each statement in the circle, and what rests on it, follows."""
    text = "nodes: {a: {claim: A., because: [b]}, b: {claim: B., because: [a]}, c: {claim: C., because: [b]}}"
    assert found(text) == {"AM105 a": "", "AM101 a": "a", "AM101 b": "a", "AM101 c": "a"}


def test_what_does_not_exist_is_told_once() -> None:
    """Where a reason has an unknown id, that its conclusion is unsupported follows."""
    assert found("nodes: {a: {claim: A., because: [bb]}, b: {claim: B.}}", ignore=["AM111"]) == {
        "AM501 a": "",
        "AM101 a": "a",
        "AM101 b": "",
    }


def test_what_is_not_told_has_no_consequences() -> None:
    """Where the root is not looked for, or silenced, what would follow from it is to be mended itself."""
    text = "nodes:\n  do: {recommendation: Do it., because: [a]}\n  a: {claim: A.}\n"
    assert found(text) == {"AM102 do": "a", "AM101 a": ""}
    assert found(text, select=["AM102"]) == {"AM102 do": ""}
    assert found(text.replace("A.}", "A.}  # argmap: ignore[AM101]")) == {"AM102 do": ""}


def test_an_unknown_key_accounts_for_what_it_hides() -> None:
    """What a misspelt key would have held is missing, and orphaned; that it is follows."""
    text = "nodes:\n  a:\n    claim: A.\n    becuase: [b]\n  b: {assumption: B.}\n  c: {claim: C., because: [a]}\n"
    told = found(text)
    assert told.pop("AM002 a") == ""
    assert told == {"AM101 a": "a", "AM111 b": "a", "AM101 c": "a"}


def test_an_expectation_fails_because_of_what_was_not_read() -> None:
    """An expectation that fails for a misspelt key follows from it, and one that fails for a gap is told by itself."""
    text = "expect: {a: accepted}\nnodes:\n  a:\n    claim: A.\n    becuase: [b]\n  b: {assumption: B.}\n"
    assert found(text)["AM113 a"] == "a"
    assert found("expect: {a: accepted}\nnodes: {a: {claim: A.}}")["AM113 a"] == ""


def test_a_statement_is_suspect_because_of_what_it_rests_on(project) -> None:
    """Of reviewed statements, the one whose passage was lost accounts for itself and for all that rests on it."""
    text = 'nodes:\n  a: {claim: A., because: [e]}\n  e: {claim: E., cite: s "it rained"}\n'
    files = {"argmap.toml": "", "arguments/a.yaml": text, "seeds/s.yaml": "title: S\ntext: s.txt"}
    project({**files, "seeds/s.txt": "Today it rained."})
    for words in (["lock"], ["review", "--all", "--reviewer", "me"]):
        assert CliRunner().invoke(command, words).exit_code == 0
    project({"seeds/s.txt": "Nothing of the kind."})
    findings = argmap.check(argmap.load("arguments/a.yaml"))
    assert {f"{f.code} {f.node}": f.follows for f in findings if f.code in ("AM201", "AM211")} == {
        "AM201 e": (),
        "AM211 a": ("e",),
        "AM211 e": ("e",),
    }
    project({"seeds/s.txt": "Today it rained.", "arguments/a.yaml": text.replace("E.", "Even more.")})
    findings = argmap.check(argmap.load("arguments/a.yaml"))
    assert {f"{f.code} {f.node}": f.follows for f in findings if f.code == "AM211"} == {
        "AM211 a": ("e",),
        "AM211 e": (),
    }


@pytest.mark.parametrize(
    "text",
    [
        "nodes: [",
        "nodes:\n  a: claim: A.\n    because: [b]\n  b: {claim: B.}\n",
        "nodes:\n  a:\n\tclaim: A.\n    because: [b]\n",
        "nodes:\n  &x a: *y\n",
        "nodes:\n  a: {claim: A., because: {b: c\n",
        'nodes:\n  do: {recommendation: Do., because: [a]}\n  a:\n   claim: A.\n     cite: s "x"\n  b\n',
    ],
)
def test_nothing_is_said_that_only_follows_from_a_syntax_error(text) -> None:
    """What a syntax error has cut off is not told as missing, misspelt, unlinked or of the wrong kind."""
    told = {f.code for f in argmap.check(argmap.loads(text), ignore=["AM205", "AM3"])}
    assert told <= {"AM001", "AM101"}
    assert "AM001" in told


def test_what_a_syntax_error_leaves_alone_is_told() -> None:
    """Of the rest of the file all is told in the same run."""
    text = "nodes:\n  a: {claim: A.}\n  b: {claim: B., because: [a]\n  c: {claim: C., because: [a]}\n"
    assert found(text) == {"AM101 a": "", "AM001 3": "", "AM101 c": "a"}


def test_a_stray_character_hides_nothing() -> None:
    """A character that cannot stand in a document is left out, and all around it was read."""
    assert found('{"nodes": {"a": {"claim": "A \\ud800."}}}', format="json") == {"AM101 a": "", "AM001 1": ""}
