"""What the ways of printing share: colours, the counts by rule, and the closing line."""

from __future__ import annotations

from collections.abc import Iterable

import click

from argmap.model.findings import Finding, Severity
from argmap.workflows.checked import Checked

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def colour(severity: Severity) -> str:
    """Return the colour of a severity."""
    return _COLOURS[severity]


def statistics(findings: Iterable[Finding]) -> str:
    """Write a line for each rule: how often, and how many of these merely follow; errors first."""
    rules: dict[tuple[int, str, str, Severity], list[Finding]] = {}
    for f in findings:
        rules.setdefault((f.severity.rank, f.code, f.name, f.severity), []).append(f)
    widest = max((len(f"{len(found):,}") for found in rules.values()), default=0)
    longest = max((len(name) for _, _, name, _ in rules), default=0)
    lines = []
    for (_, code, name, severity), found in sorted(rules.items(), key=lambda rule: rule[0][:2]):
        said = click.style(f"{severity:<7}", fg=colour(severity))
        told = f"{len(found):>{widest},}  {said}  {code}  {name:<{longest}}  {_following(found)}"
        lines.append(f"{told.rstrip()}\n")
    return "".join(lines)


def _following(findings: list[Finding]) -> str:
    roots = sum(finding.root for finding in findings)
    if roots == len(findings):
        return ""
    rest = len(findings) - roots
    return f"{roots:,} to mend, {only_follow(rest)}" if roots else f"only {_follow(rest)} from others"


def only_follow(count: int) -> str:
    """Say how many findings only follow from others."""
    return f"{count:,} only {_follow(count)}"


def _follow(count: int) -> str:
    return "follows" if count == 1 else "follow"


def summary(checked: Checked) -> str:
    """Say in a line what was found in how much; nothing where nothing was checked."""
    if not checked.analyses and not checked.records:
        return ""
    silenced = f"; {checked.silenced} silenced by comments" if checked.silenced else ""
    counts = counts_of(checked.findings)
    if not counts:
        return click.style(f"Nothing found in {_checked(checked)}{silenced}.", fg="green") + f"{_supported(checked)}\n"
    return f"Found {counts} in {_checked(checked)}{silenced}.{_supported(checked)}\n"


def counts_of(findings: Iterable[Finding]) -> str:
    """Say how many errors, warnings and notes there are; nothing where there are none."""
    found = list(findings)
    numbers = [(severity, sum(f.severity is severity for f in found)) for severity in Severity]
    counts = [_count(number, str(severity)) for severity, number in numbers if number]
    return " and ".join(filter(None, [", ".join(counts[:-1]), *counts[-1:]]))


def _checked(checked: Checked) -> str:
    if not checked.analyses:
        return _count(len(checked.records), "source record")
    number = checked.questions
    questions = f", {number:,} of them {'a question' if number == 1 else 'questions'}" if number else ""
    return f"{_count(len(checked.analyses), 'map')} with {_count(checked.statements, 'statement')}{questions}"


def _supported(checked: Checked) -> str:
    """Say on whose word the statements rest that are supported."""
    told = str(checked.tally)
    return f" {told[0].upper()}{told[1:]}." if checked.tally else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
