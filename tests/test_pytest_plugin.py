"""The plugin of pytest: maps, their expectations and what is found in them, as tests."""

from __future__ import annotations

import subprocess
import sys

import pytest

import argmap
from argmap import formats
from argmap.cli import inputs

# installed by now or not, and without the warning of some versions that the tests have loaded the plugin before
PLUGIN = (
    *("-p", "no:argmap", "-p", "argmap.pytest_plugin", "-p", "no:cacheprovider"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
GOOD = """\
expect: {wet: accepted, dry: [rejected, unsupported]}
nodes:
  wet: {claim: The street is wet., because: [rain], but: [dry]}
  rain: {evidence: It rained., cite: log p. 1}
  dry: {objection: It is dry., cite: log p. 2, but: [rain]}
sources: {log: Weather log}
"""
# pytester forgets what a run loads, and its classes would be there twice: all that a run loads is loaded before
LOADED = inputs, [formats.named(name) for name in formats.names()], argmap.check(argmap.loads(GOOD))
BAD = GOOD.replace("wet: accepted, dry: [rejected, unsupported]", "wet: rejected, dry: accepted, rian: accepted")


@pytest.fixture
def project(pytester):
    """Return a function that writes files, by path, into an empty project."""

    def write(files):
        for path, text in files.items():
            file = pytester.path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def run(pytester, monkeypatch):
    """Return a function that runs pytest with the plugin, as at a desk: where CI is set, pytest tells reasons twice."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("BUILD_NUMBER", raising=False)
    return lambda *arguments: pytester.runpytest(*PLUGIN, *arguments)


def names(result):
    """Return the ids of what was collected."""
    return [line for line in result.outlines if "::" in line]


def test_nothing_is_done_without_the_option(project, run):
    """Without `--argmap`, no map is looked at, however broken it and its settings are."""
    project({"arguments/m.yaml": "nodes: [", "argmap.toml": "x =", "test_it.py": "def test_it(): pass"})
    run().assert_outcomes(passed=1)


def test_pytest_starts_without_loading_argmap():
    """The plugin of a run without the option brings nothing but itself and an empty package."""
    program = (
        "import sys, pytest; before = set(sys.modules); import argmap.pytest_plugin; print(*set(sys.modules) - before)"
    )
    loaded = set(subprocess.check_output([sys.executable, "-c", program], text=True).split())
    assert {name for name in loaded if name.startswith(("argmap.", "attr", "yaml", "click"))} == {
        "argmap.model",
        "argmap.model.notebook",
        "argmap.pytest_plugin",
        "argmap.version",
    }


def test_a_test_for_each_expectation_and_one_for_the_findings(project, run):
    """The maps of the project are collected besides other tests, each with its findings and expectations."""
    project({"arguments/m.yaml": GOOD, "test_it.py": "def test_it(): pass", "elsewhere/m.yaml": GOOD})
    assert names(run("--argmap", "--collect-only", "-q")) == [
        "arguments/m.yaml::@findings",
        "arguments/m.yaml::wet",
        "arguments/m.yaml::dry",
        "test_it.py::test_it",
    ]
    run("--argmap").assert_outcomes(passed=4)


def test_the_project_s_maps_are_collected_beside_the_test_paths(project, run, pytester, monkeypatch):
    """Where the settings name paths of tests, and in a folder below, the maps are collected all the same, once."""
    project({"arguments/m.yaml": GOOD, "tests/test_it.py": "def test_it(): pass", "docs/page.txt": ""})
    run("--argmap").assert_outcomes(passed=4)
    pytester.makeini("[pytest]\ntestpaths = tests")
    run("--argmap").assert_outcomes(passed=4)
    pytester.makeini("[pytest]\ntestpaths = tests arguments")
    run("--argmap").assert_outcomes(passed=4)
    monkeypatch.chdir(pytester.path / "docs")
    run("--argmap").assert_outcomes(passed=3)


def test_paths_say_what_is_collected(project, run):
    """Of paths, named maps are collected, and what in a folder is a map; records and other files are not."""
    project(
        {
            "arguments/m.yaml": GOOD,
            "seeds/log.yaml": "title: Log",
            "more/m.yaml": GOOD,
            "more/other.yaml": "a: 1",
            "more/m.argdown": "===\nexpect: {Wet: unsupported}\n===\n\n[Wet]: It is wet.",
            "more/m.json": '{"expect": {"a": "unsupported"}, "nodes": {"a": {"claim": "A."}}}',
            "more/package.json": "{}",
            "more/test_it.py": "def test_it(): pass",
        }
    )
    assert names(run("--argmap", "--collect-only", "-q", "more", "seeds")) == [
        "more/m.argdown::@findings",
        "more/m.argdown::wet",
        "more/m.json::@findings",
        "more/m.json::a",
        "more/m.yaml::@findings",
        "more/m.yaml::wet",
        "more/m.yaml::dry",
        "more/test_it.py::test_it",
    ]
    run("--argmap", "more/m.yaml::wet", "more/m.argdown::wet").assert_outcomes(passed=2)
    run("--argmap", "arguments", "-k", "wet").assert_outcomes(passed=1, deselected=2)


def test_maps_of_a_page(project, run):
    """Each of several maps in a Markdown file is collected under its number, one alone as the page, none not at all."""
    block = "```argmap\nexpect: {a: unsupported}\nnodes: {a: {claim: A.}}\n```\n"
    project({"arguments/two.md": block * 2, "arguments/one.md": block, "arguments/none.md": "Words."})
    assert names(run("--argmap", "--collect-only", "-q")) == [
        "arguments/one.md::@findings",
        "arguments/one.md::a",
        "arguments/two.md::#1::@findings",
        "arguments/two.md::#1::a",
        "arguments/two.md::#2::@findings",
        "arguments/two.md::#2::a",
    ]
    run("--argmap", "arguments/two.md::#2::a").assert_outcomes(passed=1)
    assert "argmap why a arguments/two.md#2" not in run("--argmap").stdout.str()


def test_failures_say_what_is_wrong_and_show_no_traceback(project, run):
    """A failure says what is expected, what is so, where and why, or what is found; argmap's own code is not shown."""
    project({"arguments/m.yaml": BAD})
    result = run("--argmap")
    result.assert_outcomes(failed=3, passed=1)
    result.stdout.fnmatch_lines(
        [
            "*_ wet in arguments/m.yaml _*",
            "'wet' is expected to be rejected, but it is accepted",
            "arguments/m.yaml:1:10",
            "wet is accepted: rain supports it",
            "  rain is accepted: log is cited for it (unverified)",
            "  dry -| wet fails: dry is rejected",
            "*_ rian in arguments/m.yaml _*",
            "no statement is called 'rian': did you mean 'rain'?",
            "arguments/m.yaml:1:*",
            "FAILED arguments/m.yaml::wet - *",
        ]
    )
    assert "pytest_plugin" not in result.stdout.str()


def test_findings_fail_a_map_as_its_settings_say(project, run):
    """The mildest finding that fails is that of the settings, or of the option; expectations have their own tests."""
    text = GOOD.replace("nodes:", "nodes:\n  idle: {claim: Nothing is said for it.}")
    project({"arguments/m.yaml": text.replace("wet: accepted", "wet: rejected")})
    result = run("--argmap", "-k", "findings")
    result.assert_outcomes(failed=1, deselected=2)
    result.stdout.fnmatch_lines(
        ["2 findings", "arguments/m.yaml:3:3: AM101 nothing is offered for the claim 'idle': *"]
    )
    run("--argmap", "--argmap-fail-on=error", "-k", "findings").assert_outcomes(passed=1, deselected=2)
    run("--argmap", "--argmap-fail-on=note", "-k", "findings").assert_outcomes(failed=1, deselected=2)
    project({"argmap.toml": 'fail-on = "error"'})
    run("--argmap", "-k", "findings").assert_outcomes(passed=1, deselected=2)
    run("--argmap", "--argmap-fail-on=warning", "-k", "findings").assert_outcomes(failed=1, deselected=2)


def test_what_merely_follows_is_counted(project, run):
    """Of the findings, those are told that are to be mended themselves."""
    project({"arguments/m.yaml": "nodes: {a: {claim: A., because: [b]}, b: {claim: B.}}", "argmap.toml": ""})
    run("--argmap").stdout.fnmatch_lines(
        [
            "2 findings",
            "arguments/m.yaml:1:39: AM101 nothing is offered for the claim 'b': *",
            "1 more only follow from these",
        ]
    )


def test_expectations_hold_or_fail_whatever_checks_are_chosen(project, run):
    """A project that leaves AM113 out still has its expectations tested: a test that never fails would be none."""
    project({"arguments/m.yaml": BAD, "argmap.toml": 'select = ["AM2"]'})
    run("--argmap").assert_outcomes(failed=3, passed=1)


def test_what_cannot_be_read_fails(project, run, pytester):
    """A broken map, one in a wrong encoding, and one of settings that name no check, fail with what is wrong."""
    project({"arguments/broken.yaml": "nodes: [a"})
    (pytester.path / "arguments" / "odd.yaml").write_bytes(b"nodes: {a: {claim: \xff\xfe}}")
    result = run("--argmap")
    result.assert_outcomes(failed=2)
    result.stdout.fnmatch_lines(["arguments/broken.yaml:1:8: AM001 *", "arguments/odd.yaml:1:20: AM001 *"])
    project({"argmap.toml": 'select = ["AM999"]'})
    result = run("--argmap", "-k", "broken and findings")
    result.assert_outcomes(failed=1, deselected=1)
    result.stdout.fnmatch_lines(["*argmap.toml: *'AM999'*"])
    assert "pytest_plugin" not in result.stdout.str()


def test_what_keeps_a_run_from_beginning(project, run):
    """Settings that cannot be read, and a project without maps, are one sentence each."""
    run("--argmap").stderr.fnmatch_lines(["*--argmap: there is no folder arguments here: name a map or a folder, *"])
    project({"argmap.toml": "x =", "arguments/m.yaml": GOOD})
    run("--argmap").stderr.fnmatch_lines(["*--argmap: argmap.toml: *"])
    result = run("--argmap", "arguments")
    result.stdout.fnmatch_lines(["*argmap.toml: *"])
    assert "pytest_plugin" not in result.stdout.str() + result.stderr.str()


def test_a_long_reason_is_cut_and_says_where_the_rest_is(project, run):
    """The reason for a standing has at most twelve lines, and then the command that tells all of it."""
    chain = "".join(f"  a{n}: {{claim: A., because: [a{n + 1}]}}\n" for n in range(40))
    text = f"expect: {{a0: rejected}}\nnodes:\n{chain}  a40: {{claim: A., cite: s p. 1}}\nsources: {{s: S}}\n"
    project({"arguments/m.yaml": text})
    lines = run("--argmap").outlines
    assert sum(" is accepted: " in line for line in lines) == 12
    assert "… argmap why a0 arguments/m.yaml tells the rest" in lines
