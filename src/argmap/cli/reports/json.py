"""Findings and counts as one JSON object, for programs."""

from __future__ import annotations

import json

from attrs import asdict

from argmap.model.findings import Severity
from argmap.project.pipeline import Report


def write(report: Report) -> str:
    """Write ``{"findings": […], "summary": {…}}``."""
    summary = {
        "files": report.files,
        "statements": report.statements,
        **{f"{severity}s": report.count(severity) for severity in Severity},
        "silenced": report.silenced,
    }
    return (
        json.dumps({"findings": [asdict(f) for f in report.findings], "summary": summary}, indent=2, ensure_ascii=False)
        + "\n"
    )
