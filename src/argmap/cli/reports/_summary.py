"""What the printed reports share: colours, and the closing line that counts."""

from __future__ import annotations

import click

from argmap.model.findings import Severity
from argmap.workflows.report import Report

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def colour(severity: Severity) -> str:
    """Return the colour of a severity."""
    return _COLOURS[severity]


def summary(report: Report) -> str:
    """Say in a line what was found in how much; nothing where nothing was checked."""
    if not report.analyses and not report.records:
        return ""
    silenced = f"; {report.silenced} silenced by comments" if report.silenced else ""
    counts = [_count(report.count(severity), str(severity)) for severity in Severity if report.count(severity)]
    if not counts:
        return click.style(f"Nothing found in {_checked(report)}{silenced}.", fg="green") + f"{_supported(report)}\n"
    listed = counts[0] if len(counts) == 1 else f"{', '.join(counts[:-1])} and {counts[-1]}"
    return f"Found {listed} in {_checked(report)}{silenced}.{_supported(report)}\n"


def _checked(report: Report) -> str:
    if not report.analyses:
        return _count(len(report.records), "source record")
    return f"{_count(len(report.analyses), 'map')} with {_count(report.statements, 'statement')}"


def _supported(report: Report) -> str:
    """Say on whose word the statements rest that are supported."""
    told = str(report.tally)
    return f" {told[0].upper()}{told[1:]}." if report.tally else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
