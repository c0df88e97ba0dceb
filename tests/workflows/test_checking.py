"""Checking maps: which findings are told, of which files, how grave, and in which order."""

from __future__ import annotations

import os

import pytest

import argmap
from argmap.errors import ConfigError
from argmap.model.findings import Severity
from argmap.project.choice import Selection
from argmap.project.discovery import Projects
from argmap.workflows.checked import Checked
from argmap.workflows.checking import check_all

CLAIM = "nodes:\n  a:\n    claim: A.\n"
TWO = CLAIM + "  b:\n    assumption: B.\n"
RECORD = "seeds/s.yaml"


def report(*files: str, **options) -> Checked:
    """Check maps of the project in the working folder."""
    return check_all([argmap.analyse(argmap.load(file)) for file in files], Projects().around("."), **options)


def codes(found: Checked) -> list[str]:
    """Return the codes of the findings, in order."""
    return [finding.code for finding in found.findings]


def test_findings_come_by_place(project) -> None:
    """Findings of several files are sorted by file, line and column, each once."""
    project({"b.yaml": CLAIM + "  b: {claim: B.}\n", "a.yaml": CLAIM, ".git/HEAD": ""})
    found = report("b.yaml", "a.yaml", selection=Selection(select=("AM101",)))
    assert [(f.file, f.line) for f in found.findings] == [("a.yaml", 2), ("b.yaml", 2), ("b.yaml", 4)]


def test_what_cannot_be_read_is_always_told(project) -> None:
    """No selection, no ignore and no pattern hides that a file could not be read."""
    project({"a.yaml": "nodes: [\n", "argmap.toml": 'ignore = ["AM0"]\n[per-file-ignores]\n"*" = ["ALL"]\n'})
    assert codes(report("a.yaml", selection=Selection(select=("AM1",), ignore=("AM001",)))) == ["AM001"]


def test_the_settings_choose_the_checks(project) -> None:
    """``select`` and ``ignore`` of the settings hold for the library and the command line alike."""
    project({"a.yaml": TWO, "argmap.toml": 'select = ["AM1"]\nignore = ["orphan"]'})
    m = argmap.load("a.yaml")
    assert [f.code for f in argmap.check(m)] == ["AM101"]
    assert [f.code for f in argmap.check(m, select=["orphan"])] == ["AM111", "AM111"]
    assert argmap.check(m, ignore=["AM101"]) == ()


def test_files_may_be_ignored_by_pattern(project) -> None:
    """Patterns are matched from the project's folder on, wherever one stands, for records too."""
    settings = '[per-file-ignores]\n"maps/draft-*" = ["AM1"]\n"seeds/s.yaml" = ["unknown-key"]\n'
    project({"argmap.toml": settings, "maps/draft-a.yaml": CLAIM, "maps/b.yaml": CLAIM, "seeds/s.yaml": "titel: S"})
    os.chdir("maps")
    found = report("draft-a.yaml", "b.yaml", complete=True)
    assert {(f.file, f.code) for f in found.findings} == {
        ("b.yaml", "AM101"),
        (f"../{RECORD}", "AM302"),
    }


def test_another_severity(project) -> None:
    """A severity in the settings goes before the declared one, the more exact word before the less exact."""
    project({"a.yaml": TWO, "argmap.toml": '[severity]\nAM101 = "error"\nAM1 = "note"\nALL = "warning"\n'})
    assert {(f.code, str(f.severity)) for f in report("a.yaml").findings} == {("AM101", "error"), ("AM111", "note")}


def test_the_severity_of_what_reading_finds(project) -> None:
    """It holds for findings of reading as well."""
    project({"a.yaml": CLAIM + "    cliam: B.\n", "argmap.toml": '[severity]\nunknown-key = "note"\n'})
    assert report("a.yaml", selection=Selection(select=("AM0",))).count(Severity.NOTE) == 1


@pytest.mark.parametrize(
    "settings",
    ['ignore = ["AM999"]', '[per-file-ignores]\n"never" = ["AM999"]', '[severity]\nAM999 = "note"'],
)
def test_settings_that_name_no_check(project, settings) -> None:
    """A check that does not exist is told with the file that names it, whether it comes to matter or not."""
    project({"a.yaml": CLAIM, "argmap.toml": settings})
    with pytest.raises(ConfigError, match=r"^argmap\.toml: no check is called 'AM999'"):
        report("a.yaml")


def test_records_are_told_of_where_they_matter(project) -> None:
    """Of a single map, only the records it names are checked; of a whole project all, unused ones included."""
    project(
        {
            "a.yaml": "about: s\nnodes: {a: {assumption: A., implicit: true}}",
            "seeds/s.yaml": "titel: S",
            "seeds/other.yaml": "titel: O",
        }
    )
    assert {f.file for f in report("a.yaml").findings} == {RECORD}
    whole = report("a.yaml", complete=True)
    assert {(f.code, f.node) for f in whole.findings if f.file != RECORD} == {("AM002", "other"), ("AM302", "other")}


def test_a_record_asked_for_is_checked(project) -> None:
    """A record named on the command line is checked without any map, and is not called unused."""
    project({"seeds/s.yaml": "titel: S", "seeds/other.yaml": "titel: O"})
    found = report(records=[f"./{RECORD}"])
    assert [(f.code, f.file) for f in found.findings] == [("AM002", RECORD)]
    assert (found.analyses, found.records) == ((), (RECORD,))


def test_an_absent_text_is_said_once(project) -> None:
    """However many passages and maps name a source without a text, one note says so, with the count."""
    text = 'nodes: {a: {evidence: A., cite: [s "x", s "y"]}, b: {claim: B., because: [a], cite: s "z"}}'
    project({"a.yaml": text, "b.yaml": text, "seeds/s.yaml": "title: S"})
    (finding,) = report("a.yaml", "b.yaml", selection=Selection(select=("AM2",))).findings
    assert (finding.code, finding.severity, finding.file) == ("AM205", Severity.NOTE, RECORD)
    assert "6 quotations are unverified" in finding.message


def test_passages_are_looked_up_in_the_texts(project) -> None:
    """A passage that is in its text is no finding; one that is not is an error on the citation."""
    project(
        {
            "a.yaml": 'nodes:\n  a:\n    evidence: A.\n    cite: [s "it rained", s "it snowed"]\n',
            "seeds/s.yaml": "title: S\ntext: s.txt",
            "seeds/s.txt": "Then it rained.",
        }
    )
    (finding,) = report("a.yaml", selection=Selection(select=("AM2",))).findings
    assert (finding.code, finding.line, finding.node) == ("AM201", 4, "a")


def test_a_text_that_cannot_be_used_is_an_error(project) -> None:
    """A text outside the project is told as an error on its record."""
    project({"a.yaml": 'nodes: {a: {evidence: A., cite: s "x"}}', "seeds/s.yaml": "title: S\ntext: ../../x.txt"})
    found = report("a.yaml", selection=Selection(select=("AM0",)))
    assert [(f.code, f.file, f.node) for f in found.findings] == [("AM010", RECORD, "s")]


def test_what_fails_a_run(project) -> None:
    """A run fails by findings as grave as the mildest severity that is to fail it."""
    project({"a.yaml": CLAIM})
    found = report("a.yaml", selection=Selection(select=("AM101",)))
    assert [found.fails(severity) for severity in Severity] == [False, True, True]
    assert not Checked().fails(Severity.NOTE)


def test_reports_are_joined(project) -> None:
    """The report on several projects counts and sorts what was found in each."""
    project({"b/a.yaml": CLAIM, "a/a.yaml": CLAIM})
    selection = Selection(select=("AM101",))
    parts = [
        check_all([argmap.analyse(argmap.load(f"{name}/a.yaml"))], Projects().around(name), selection=selection)
        for name in "ba"
    ]
    joined = Checked.of(parts)
    assert [f.file for f in joined.findings] == ["a/a.yaml", "b/a.yaml"]
    assert (len(joined.analyses), joined.statements, len(joined.lines)) == (2, 2, 2)
