"""Every finding with the lines it is about; the default."""

from __future__ import annotations

import unicodedata

import click

from argmap.cli.output import visible
from argmap.cli.reports._summary import colour, summary
from argmap.model.findings import Finding
from argmap.text import LineIndex
from argmap.workflows.report import Report

_WIDEST = 160


def write(report: Report) -> str:
    """Write the findings with code frames, and a line that counts them."""
    return "".join(_finding(f, report.lines.get(f.file)) + "\n" for f in report.findings) + summary(report)


def _finding(finding: Finding, lines: LineIndex | None) -> str:
    code = click.style(f"{finding.code} {finding.name}", fg=colour(finding.severity), bold=True)
    place = f"{finding.file}:{finding.line}:{finding.column}" if finding.file else finding.node or "map"
    head = f"{click.style(str(finding.severity), fg=colour(finding.severity))} {code}: {visible(finding.message)}\n"
    arrow = click.style(f"{' ' * len(str(finding.line))}--> ", fg="blue")
    return head + f"{arrow}{visible(place)}\n" + (_frame(finding, lines) if lines and lines.text else "")


def _frame(finding: Finding, lines: LineIndex) -> str:
    """Show the first line of a finding with its part of the line underlined."""
    first, last = lines.extent(min(finding.line, len(lines)))
    start = min(finding.column - 1, last - first)
    cut = start - _WIDEST // 4 if start > _WIDEST // 2 else 0  # a file may be one line of many megabytes
    line = lines.text[first + cut : min(last, first + cut + _WIDEST + 1)]
    end = min(finding.end_column - 1, last - first) if finding.end_line == finding.line else cut + len(line.rstrip())
    end = max(start + 1, end)
    if cut:
        line, start, end = f"…{line}", start - cut + 1, end - cut + 1
    if len(line) > _WIDEST:
        line, end = line[:_WIDEST] + "…", min(end, _WIDEST)
    number = str(finding.line)
    bar = click.style(f"{' ' * len(number)} |", fg="blue")
    marks = " " * _width(line[:start]) + "^" * max(1, _width(line[start:end]))
    shown = line if line.isprintable() else "".join(c if c.isprintable() else " " for c in line)
    numbered = click.style(f"{number} |", fg="blue")
    return f"{bar}\n{numbered} {shown}\n{bar} {click.style(marks, fg=colour(finding.severity))}\n"


def _width(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
