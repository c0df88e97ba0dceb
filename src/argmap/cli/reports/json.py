"""Findings and counts as one JSON object, for programs."""

from __future__ import annotations

import json

from attrs import asdict

from argmap.model.findings import Severity
from argmap.workflows.report import Report


def write(report: Report) -> str:
    """Write ``{"findings": […], "summary": {…}}``."""
    summary = {
        "files": len(report.analyses),
        "statements": report.statements,
        **{f"{severity}s": report.count(severity) for severity in Severity},
        "silenced": report.silenced,
    }
    told = {"findings": [asdict(finding) for finding in report.findings], "summary": summary}
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
