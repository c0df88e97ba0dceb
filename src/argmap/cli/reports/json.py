"""Findings and counts as one JSON object, for programs."""

from __future__ import annotations

from attrs import asdict

from argmap.cli.output import as_json
from argmap.cli.reports import USUAL, Detail
from argmap.model.findings import Severity
from argmap.workflows.checked import Checked


def write(report: Checked, detail: Detail = USUAL) -> bytes:
    """Write ``{"findings": […], "summary": {…}}``, or the summary alone."""
    summary = {
        "files": len(report.analyses),
        "statements": report.statements,
        "grades": report.tally.by_word(),
        **{f"{severity}s": report.count(severity) for severity in Severity},
        "silenced": report.silenced,
        "rules": _rules(report),
    }
    findings = [] if detail.only_counts else [{**asdict(finding), "root": finding.root} for finding in report.findings]
    return as_json({"findings": findings, "summary": summary})


def _rules(report: Checked) -> dict[str, dict[str, int]]:
    """Count the findings of each rule, and those among them that are to be mended themselves."""
    found: dict[str, dict[str, int]] = {}
    for finding in sorted(report.findings, key=lambda f: (f.severity.rank, f.code)):
        counts = found.setdefault(finding.code, {"findings": 0, "roots": 0})
        counts["findings"] += 1
        counts["roots"] += finding.root
    return found
