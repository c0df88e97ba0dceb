"""Findings and counts as one JSON object, for programs."""

from __future__ import annotations

from attrs import asdict

from argmap.cli.output import as_json
from argmap.model.findings import Severity
from argmap.workflows.report import Report


def write(report: Report) -> bytes:
    """Write ``{"findings": […], "summary": {…}}``."""
    summary = {
        "files": len(report.analyses),
        "statements": report.statements,
        "grades": report.tally.by_word(),
        **{f"{severity}s": report.count(severity) for severity in Severity},
        "silenced": report.silenced,
    }
    told = {"findings": [asdict(finding) for finding in report.findings], "summary": summary}
    return as_json(told)
