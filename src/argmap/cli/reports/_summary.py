"""What the printed reports share: colours, and the closing line that counts."""

from __future__ import annotations

import click

from argmap.model.findings import Severity
from argmap.project.pipeline import Report

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def colour(severity: Severity) -> str:
    """Give the colour of a severity."""
    return _COLOURS[severity]


def summary(report: Report) -> str:
    """Say in a line what was found in how much."""
    counts = [_count(report.count(severity), str(severity)) for severity in Severity if report.count(severity)]
    where = f"{_count(report.files, 'map')} with {_count(report.statements, 'statement')}"
    silenced = f"; {report.silenced} silenced by comments" if report.silenced else ""
    if not counts:
        return click.style(f"Nothing found in {where}{silenced}.", fg="green") + "\n"
    listed = counts[0] if len(counts) == 1 else f"{', '.join(counts[:-1])} and {counts[-1]}"
    return f"Found {listed} in {where}{silenced}.\n"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
