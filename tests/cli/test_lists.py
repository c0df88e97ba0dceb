"""The commands that print what argmap knows: rules, explain, schema, sources, completion; and init."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import argmap
from argmap.schemes.catalogue import catalogue
from argmap.workflows import starter
from argmap.workflows.rules import all_checks

MAP = 'nodes: {a: {evidence: A., cite: [s "it rained", s "it snowed"]}}'


def test_rules_lists_every_check(run) -> None:
    """Each check has a line: code, name, severity, and the flaw as a sentence."""
    lines = run("rules").stdout.splitlines()
    assert [line.split()[:3] for line in lines[: len(all_checks())]] == [
        [rule.code, rule.name, str(rule.severity) + ("" if check.default else "*")]
        for rule, check in all_checks().items()
    ]
    told = json.loads(run("rules", "--json").stdout)
    assert [set(row) for row in told] == [{"code", "name", "severity", "default", "flaw"}] * len(all_checks())
    assert all(row["flaw"].endswith(".") for row in told)


@pytest.mark.parametrize("word", ["AM101", "am101", "unsupported-claim", "Unsupported-Claim"])
def test_explain_prints_the_page(run, word) -> None:
    """A check is explained by its code or its name: flaw, what it does, why it matters, example, what to write."""
    done = run("explain", word)
    assert done.exit_code == 0
    assert done.stdout.startswith("AM101 unsupported-claim (warning)\n\nA claim ")
    for heading in ("What it does:", "Why it matters:", "Example:", "Use instead:"):
        assert f"\n{heading}\n" in done.stdout


def test_explain_lists_the_checks_that_the_beginning_of_a_code_stands_for(run) -> None:
    """Each stands in a line as `argmap rules` prints it, and no other check does."""
    done = run("explain", "am30")
    assert done.exit_code == 0
    codes = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("AM")]
    assert codes == [rule.code for rule in all_checks() if rule.code.startswith("AM30")]
    assert "AM301  unknown-source" in done.stdout


def test_explaining_what_does_not_exist(run) -> None:
    """A misspelt check brings the right one."""
    done = run("explain", "orphn")
    assert (done.exit_code, done.stderr) == (2, "argmap: no check is called 'orphn': did you mean 'orphan'?\n")


def test_explain_tells_a_scheme(run) -> None:
    """A scheme is explained by its id or what others call it: pattern, roles, questions, an example, other names."""
    done = run("explain", "Argument from Sign")
    assert done.exit_code == 0
    assert done.stdout.startswith("sign (Sign)\n\nThere is an indication of it")
    for heading in ("Roles of premises:", "Critical questions:", "Example:"):
        assert f"\n{heading}\n" in done.stdout
    assert "\n    reliable: How reliably" in done.stdout
    assert "\nOthers call it Sign, Argument from Sign, Symptom.\n" in done.stdout


def test_explaining_a_misspelt_scheme(run) -> None:
    """A misspelt scheme brings the right one."""
    done = run("explain", "exprt-opinion")
    assert (done.exit_code, done.stderr) == (
        2,
        "argmap: unknown scheme 'exprt-opinion': did you mean 'expert-opinion'?\n",
    )


def test_schemes_are_listed(run) -> None:
    """Each scheme has a line: id, number of questions, pattern; or an object with its roles and questions in JSON."""
    lines = run("schemes").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(catalogue())
    assert all(line.endswith(".") for line in lines)
    told = json.loads(run("schemes", "--json").stdout)
    assert [row["id"] for row in told] == list(catalogue())
    assert told[0]["questions"][0].keys() == {"id", "kind", "asks", "role"}


def test_schemes_by_a_word(run) -> None:
    """A word leaves the schemes that have it; one that none has is told with what is near."""
    assert [line.split()[0] for line in run("schemes", "Opinion").stdout.splitlines()] == [
        "expert-opinion",
        "popular-opinion",
    ]
    done = run("schemes", "analogi")
    assert (done.exit_code, done.stderr) == (2, "argmap: unknown scheme 'analogi': did you mean 'analogy'?\n")


@pytest.mark.parametrize(("what", "key"), [("map", "nodes"), ("source", "title")])
def test_schema(run, what, key) -> None:
    """The schema is JSON Schema, for maps by default and for records."""
    told = json.loads(run("schema", what).stdout)
    assert told["$schema"].startswith("https://json-schema.org/")
    assert key in told["properties"]
    assert run("schema").stdout == run("schema", "map").stdout


@pytest.mark.parametrize(("what", "name"), [("map", "argmap"), ("source", "source")])
def test_the_shipped_schema(run, what, name) -> None:
    """The schema that comes with argmap, which the editor line of its maps names, is what `argmap schema` prints."""
    shipped = Path(argmap.__file__).parent / "schema" / f"{name}.schema.json"
    assert shipped.read_text(encoding="utf-8") == run("schema", what).stdout, f"argmap schema {what} > {shipped}"


def test_sources_as_a_table(run, project) -> None:
    """Each source has a line: text at hand or not, passages, citations, and what became of them."""
    project(
        {
            "arguments/a.yaml": MAP,
            "seeds/s.yaml": "title: Weather log\ntext: s.txt",
            "seeds/s.txt": "Here it rained.",
            "seeds/unused.yaml": "title: Unused",
        }
    )
    lines = [
        "id      text     passages  citations  verified  moved  changed  ambiguous  missing  title",
        "s       at hand  0         2          1         0      0        0          1        Weather log",
        "unused  none     0         0          0         0      0        0          0        Unused",
    ]
    assert run("sources").stdout.splitlines() == lines
    assert len(run("sources", "arguments/a.yaml").stdout.splitlines()) == 2
    told = json.loads(run("sources", "--json").stdout)
    assert told[0] == {
        "id": "s",
        "title": "Weather log",
        "text": "at hand",
        "kept": None,
        "visible": None,
        "passages": 0,
        "citations": 2,
        "verified": 1,
        "moved": 0,
        "changed": 0,
        "ambiguous": 0,
        "missing": 1,
    }


def test_a_map_without_sources(run, project) -> None:
    """A map that names no source has no table."""
    project({"a.yaml": "nodes: {a: {claim: A.}}"})
    assert run("sources", "a.yaml").stdout == "no source is named\n"
    assert json.loads(run("sources", "a.yaml", "--json").stdout) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(run, shell) -> None:
    """The script asks argmap itself what to complete."""
    assert "_ARGMAP_COMPLETE" in run("completion", shell).stdout


def test_commands_are_completed(run, monkeypatch) -> None:
    """A shell that asks is told the commands that begin so, and the options of a command."""
    monkeypatch.setenv("_ARGMAP_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_CWORD", "1")
    monkeypatch.setenv("COMP_WORDS", "argmap ch")
    assert run().stdout.split() == ["plain,check"]
    monkeypatch.setenv("COMP_WORDS", "argmap check --out")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert run().stdout.split() == ["plain,--output-format"]


@pytest.mark.parametrize("folder", [".", "new/project"])
def test_init_begins_a_project(run, folder) -> None:
    """The files are written, with the folders they need, and what to try is said."""
    done = run("init", folder)
    assert done.exit_code == 0
    assert all(Path(folder, name).read_text(encoding="utf-8") == content for name, content in starter.project().items())
    where = "" if folder == "." else "cd new/project; "
    assert done.stdout.endswith(f"\nNow try: {where}argmap check; argmap render\n")
    assert run("check", folder).exit_code == 1


def test_init_leaves_alone_what_is_there(run, project) -> None:
    """A file that is there already stays as it is."""
    folder = project({"argmap.toml": "# mine"})
    done = run("init")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "argmap.toml is there already: left alone")
    assert (folder / "argmap.toml").read_text(encoding="utf-8") == "# mine"


def test_init_where_a_file_is_in_the_way(run, project) -> None:
    """A file in place of a folder is told."""
    project({"arguments": ""})
    done = run("init")
    assert (done.exit_code, done.stderr) == (2, "argmap: the folder arguments cannot be made: file exists\n")


@pytest.mark.parametrize(
    ("written", "is_right"),
    [("a", True), ("a + größe-2 + c", True), ("", False), ("b +", False), ("+ b", False), ("a + + b", False)],
)
def test_the_schema_refuses_reasons_that_lack_an_id(run, written, is_right) -> None:
    """An editor underlines an empty reason, and a ``+`` without an id before or after it."""
    reasons = json.loads(run("schema").stdout)["$defs"]["statement"]["properties"]["because"]["anyOf"][0]["anyOf"]
    assert bool(re.search(reasons[0]["pattern"], written)) == is_right


def test_the_schema_refuses_an_empty_text(run) -> None:
    """A claim without a word is no claim to an editor either."""
    claim = json.loads(run("schema").stdout)["$defs"]["statement"]["properties"]["claim"]
    assert not re.search(claim["pattern"], " ")
    assert re.search(claim["pattern"], "It rained.")
