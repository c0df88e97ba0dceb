"""Workflow commands that make GitHub show findings, but for what merely follows, beside lines of a pull request."""

from __future__ import annotations

from argmap.cli.output import visible
from argmap.cli.printing import USUAL, Detail
from argmap.model.findings import Finding, Severity
from argmap.workflows.checked import Checked

_IN_MESSAGE = "%\r\n"
_IN_PROPERTY = "%\r\n:,"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(checked: Checked, detail: Detail = USUAL) -> str:
    """Write one command per finding; those that merely follow are left out unless they are asked for."""
    return "".join(f"{_command(finding)}\n" for finding in checked.findings if finding.root or detail.follows)


def _command(finding: Finding) -> str:
    values: dict[str, str | int] = {}
    if finding.file not in ("", "-"):
        values |= {"file": finding.file, "line": finding.line, "endLine": finding.end_line}
        if finding.line == finding.end_line:  # GitHub takes columns only within one line
            values |= {"col": finding.column, "endColumn": finding.end_column}
    values["title"] = f"{finding.code} {finding.name}"
    listed = ",".join(f"{key}={_escaped(str(value), _IN_PROPERTY)}" for key, value in values.items())
    return f"::{_LEVELS[finding.severity]} {listed}::{_escaped(finding.message, _IN_MESSAGE)}"


def _escaped(text: str, characters: str) -> str:
    return visible("".join(f"%{ord(c):02X}" if c in characters else c for c in text))
