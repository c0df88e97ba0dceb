"""Findings and counts as one JSON object, for programs."""

from __future__ import annotations

from attrs import asdict

from argmap.cli.output import as_json
from argmap.cli.printing import USUAL, Detail
from argmap.model.findings import Severity
from argmap.workflows.checked import Checked


def write(checked: Checked, detail: Detail = USUAL) -> bytes:
    """Write ``{"findings": […], "summary": {…}}``, or the summary alone."""
    summary = {
        "files": len(checked.analyses),
        "statements": checked.statements,
        "grades": checked.tally.by_word(),
        **{f"{severity}s": checked.count(severity) for severity in Severity},
        "silenced": checked.silenced,
        "rules": _rules(checked),
    }
    findings = [] if detail.only_counts else [{**asdict(finding), "root": finding.root} for finding in checked.findings]
    return as_json({"findings": findings, "summary": summary})


def _rules(checked: Checked) -> dict[str, dict[str, int]]:
    """Count the findings of each rule, and those among them that are to be mended themselves."""
    found: dict[str, dict[str, int]] = {}
    for finding in sorted(checked.findings, key=lambda f: (f.severity.rank, f.code)):
        counts = found.setdefault(finding.code, {"findings": 0, "roots": 0})
        counts["findings"] += 1
        counts["roots"] += finding.root
    return found
