"""The ways findings are printed."""

from __future__ import annotations

import json
import re

import pytest

from argmap.cli.printing import Detail, concise, full, github, sarif
from argmap.cli.printing import json as as_json
from argmap.model.findings import Finding, Severity
from argmap.text import LineIndex
from argmap.workflows.checked import Checked

TEXT = "title: T\nnodes:\n  é日:  # x\n\tb\n"


def finding(line=3, column=3, end=(3, 5), file="maps/a b.yaml", message="it is so", **values) -> Finding:
    """Make a finding."""
    values = {"code": "AM101", "name": "unsupported-claim", "severity": Severity.WARNING, **values}
    return Finding(message=message, file=file, line=line, column=column, end_line=end[0], end_column=end[1], **values)


def report(*findings: Finding, text: str = TEXT) -> Checked:
    """Make a report on findings of one file."""
    return Checked(findings, lines={f.file: LineIndex(text) for f in findings}, records=("seeds/s.yaml",))


@pytest.fixture(autouse=True)
def _plain(monkeypatch) -> None:
    """Print without colours."""
    monkeypatch.setattr("click.style", lambda text, **_: text)


def test_concise_is_a_line_for_each() -> None:
    """File, line, column, code and message, as editors and grep like them; then the counts."""
    assert concise.write(report(finding(), finding(line=1, column=1))) == (
        "maps/a b.yaml:3:3: AM101 it is so\nmaps/a b.yaml:1:1: AM101 it is so\nFound 2 warnings in 1 source record.\n"
    )


def test_full_shows_the_line() -> None:
    """The line is shown with its number, and the place underlined; wide characters take two columns."""
    assert full.write(report(finding(node="é日"))) == (
        "warning AM101 unsupported-claim: it is so\n"
        " --> maps/a b.yaml:3:3\n"
        "  |\n"
        "3 |   é日:  # x\n"
        "  |   ^^^\n"
        "\n"
        "Found 1 warning in 1 source record.\n"
    )


@pytest.mark.parametrize(
    ("place", "shown", "marks"),
    [
        ({"line": 4, "column": 1, "end": (4, 3)}, " b", "^^"),  # a tab is shown as one space
        ({"line": 1, "column": 1, "end": (3, 2)}, "title: T", "^^^^^^^^"),  # over several lines: the first
        ({"line": 1, "column": 9, "end": (1, 9)}, "title: T", "        ^"),  # behind the end
        ({"line": 5, "column": 1, "end": (5, 1)}, "", "^"),  # the end of the file
        ({"line": 9, "column": 7, "end": (9, 8)}, "", "^"),  # beyond it, should that ever be
    ],
)
def test_full_shows_every_place(place, shown, marks) -> None:
    """Places at the edges of lines and of the file are shown without a slip."""
    lines = full.write(report(finding(**place))).splitlines()
    assert lines[3] == f"{place['line']} | {shown}"
    assert lines[4] == f"  | {marks}".rstrip() or lines[4] == f"  | {marks}"


def test_full_cuts_long_lines() -> None:
    """A line of any length is cut around the place."""
    text = "x" * 10_000 + "HERE" + "y" * 10_000
    lines = full.write(report(finding(line=1, column=10_001, end=(1, 10_005)), text=text)).splitlines()
    assert len(lines[3]) < 200
    start = lines[4].index("^")
    assert lines[3][start : start + 4] == "HERE"
    assert lines[4].count("^") == 4


def test_every_finding_of_a_file_of_one_line_has_its_own_frame():
    """A map that a program wrote in one endless line is shown in parts, each around its finding."""
    words = [f"word{i}" for i in range(20_000)]
    text = " ".join(words)
    columns = [text.index(f"word{i} ") + 1 for i in range(1_000, 2_000)]
    found = full.write(report(*(finding(1, c, (1, c + 8)) for c in columns), text=text)).split("^" * 8)
    assert all(f" word{i} " in frame for i, frame in zip(range(1_000, 2_000), found, strict=False))


def test_full_has_no_frame_without_a_text() -> None:
    """What was made in code has no lines to show."""
    said = full.write(Checked((finding(file="", node="a"),), records=("r",)))
    assert said == "warning AM101 unsupported-claim: it is so\n --> a\n\nFound 1 warning in 1 source record.\n"


def test_control_characters_are_not_printed() -> None:
    """What could move the cursor of a terminal is shown as a space."""
    said = full.write(report(finding(line=1, column=1, end=(1, 2)), text="a\x1b[2Jb"))
    assert "\x1b" not in said


def test_counts_are_worded() -> None:
    """The last line names each severity that was found, the gravest first."""
    found = [
        finding(severity=severity) for severity in (Severity.NOTE, Severity.ERROR, Severity.NOTE, Severity.WARNING)
    ]
    assert concise.write(report(*found)).splitlines()[-1] == "Found 1 error, 1 warning and 2 notes in 1 source record."
    assert concise.write(Checked()) == ""


def test_json_has_the_agreed_keys() -> None:
    """Programs find each finding under agreed keys, and the counts."""
    told = json.loads(as_json.write(report(finding(node="é日"))))
    assert told == {
        "findings": [
            {
                "code": "AM101",
                "name": "unsupported-claim",
                "severity": "warning",
                "message": "it is so",
                "file": "maps/a b.yaml",
                "line": 3,
                "column": 3,
                "end_line": 3,
                "end_column": 5,
                "node": "é日",
                "follows": [],
                "root": True,
            }
        ],
        "summary": {
            "files": 0,
            "statements": 0,
            "grades": {"independent": 0, "unverified": 0, "own word": 0, "assumed": 0, "disputed": 0},
            "errors": 0,
            "warnings": 1,
            "notes": 0,
            "silenced": 0,
            "rules": {"AM101": {"findings": 1, "roots": 1}},
        },
    }


def test_json_and_sarif_tell_what_merely_follows() -> None:
    """Programs get every finding, with what it follows from."""
    found = report(finding(), finding(node="b", follows=("a",)))
    told = json.loads(as_json.write(found))
    assert [(f["root"], f["follows"]) for f in told["findings"]] == [(True, []), (False, ["a"])]
    assert told["summary"]["rules"] == {"AM101": {"findings": 2, "roots": 1}}
    results = json.loads(sarif.write(found))["runs"][0]["results"]
    assert [r["properties"] for r in results] == [{"root": True, "follows": []}, {"root": False, "follows": ["a"]}]


def test_github_shows_what_is_to_be_mended() -> None:
    """What merely follows has no place among the few notes that GitHub shows, unless it is asked for."""
    found = report(finding(), finding(node="b", follows=("a",)))
    assert len(github.write(found).splitlines()) == 1
    assert len(github.write(found, Detail(follows=True)).splitlines()) == 2


def test_concise_keeps_a_line_for_each() -> None:
    """Editors get every finding, in the order of the file."""
    found = report(finding(), finding(node="b", follows=("a",)))
    assert concise.write(found).count(": AM101 ") == 2


def test_the_counts_by_rule_begin_with_errors() -> None:
    """A line for each rule says how often, and how much of that merely follows."""
    found = report(
        finding(follows=("a",)),
        finding(),
        finding(code="AM112", name="single-point-of-failure", severity=Severity.NOTE),
        finding(code="AM201", name="passage-missing", severity=Severity.ERROR),
        finding(code="AM104", name="missing-linked-premise", follows=("a",)),
    )
    counts = (
        "1  error    AM201  passage-missing\n"
        "2  warning  AM101  unsupported-claim        1 to mend, 1 only follows\n"
        "1  warning  AM104  missing-linked-premise   only follows from others\n"
        "1  note     AM112  single-point-of-failure\n"
    )
    closing = "Found 1 error, 3 warnings and 1 note in 1 source record.\n"
    assert full.write(found).endswith(f"\n{counts}\n{closing}")
    assert full.write(found, Detail(only_counts=True)) == f"{counts}\n{closing}"
    assert concise.write(found, Detail(only_counts=True)) == f"{counts}{closing}"
    assert json.loads(as_json.write(found, Detail(only_counts=True)))["findings"] == []


def test_what_follows_is_one_line_each_or_counted() -> None:
    """Up to five are a line each, more are counted, and all stand in full where that is asked for."""
    few = report(finding(), *(finding(line=1, follows=("a",)) for _ in range(5)))
    many = report(finding(), *(finding(line=1, follows=("a",)) for _ in range(6)))
    assert full.write(few).count("only follows: maps/a b.yaml:1:3: AM101 it is so\n") == 5
    assert "6 findings only follow from others; --all lists them.\n" in full.write(many)
    assert full.write(many, Detail(follows=True)).count(" --> ") == 7


def test_notes_have_no_frame() -> None:
    """What is no fault takes one line, and comes last."""
    told = full.write(report(finding(severity=Severity.NOTE), finding(line=1, column=1, end=(1, 2))))
    assert told.startswith("warning AM101")
    assert "\n\nnote: maps/a b.yaml:3:3: AM101 it is so\n\n" in told


def test_github_commands() -> None:
    """Findings become workflow commands; what would end a value is escaped."""
    assert github.write(report(finding(message="50 % of a,\nb: c"))) == (
        "::warning file=maps/a b.yaml,line=3,endLine=3,col=3,endColumn=5,title=AM101 unsupported-claim"
        "::50 %25 of a,%0Ab: c\n"
    )
    assert "file=a%2Cb%3Ac%25.yaml," in github.write(report(finding(file="a,b:c%.yaml")))
    assert github.write(report(finding(severity=Severity.NOTE))).startswith("::notice ")


def test_github_takes_no_columns_over_several_lines() -> None:
    """A finding over several lines has no columns, and one of no file no place."""
    assert "line=1,endLine=3,title" in github.write(report(finding(line=1, end=(3, 2))))
    assert github.write(report(finding(file="-"))) == "::warning title=AM101 unsupported-claim::it is so\n"


def test_sarif_has_the_shape_of_its_schema() -> None:
    """One run of one tool; each result points to its rule, and its region counts from 1."""
    found = [finding(), finding(code="AM001", name="syntax", severity=Severity.ERROR), finding(severity=Severity.NOTE)]
    log = json.loads(sarif.write(report(*found)))
    assert (log["version"], log["$schema"].endswith("sarif-schema-2.1.0.json")) == ("2.1.0", True)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["AM001", "AM101"]
    for rule in rules:
        assert re.fullmatch(r"([A-Z][a-z]+)+", rule["name"])
        assert all(rule[key]["text"] for key in ("shortDescription", "fullDescription", "help"))
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
    for result, given in zip(run["results"], found, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == given.code
        assert result["level"] == str(given.severity)
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"] == {"uri": "maps/a%20b.yaml"}
        assert place["region"] == {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 5}
        assert re.fullmatch(r"[0-9a-f]{32}", result["partialFingerprints"]["argmap/v1"])


def test_sarif_addresses() -> None:
    """An absolute path is a file address; what was read from standard input has no place."""
    (result,) = json.loads(sarif.write(report(finding(file="/a/ü.yaml"))))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "file:///a/%C3%BC.yaml"
    (result,) = json.loads(sarif.write(report(finding(file="-"))))["runs"][0]["results"]
    assert "locations" not in result


def test_sarif_fingerprints_outlive_a_moved_line() -> None:
    """A finding keeps its fingerprint when lines are added above it."""
    log = json.loads(sarif.write(report(finding(), finding(line=1, end=(1, 5)), finding(node="b"))))
    first, moved, other = (result["partialFingerprints"]["argmap/v1"] for result in log["runs"][0]["results"])
    assert first == moved != other
