"""One map: what to do first, each flaw with the lines it is about, the counts by rule. Several: some lines for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from argmap.cli.output import columns, visible
from argmap.cli.printing import USUAL, Detail
from argmap.cli.printing._alike import alike, others
from argmap.cli.printing._brief import brief
from argmap.cli.printing._leads import FEW, following, listing, wrapped
from argmap.cli.printing._summary import colour, statistics, summary
from argmap.model.findings import Finding, Severity
from argmap.text import LineIndex
from argmap.workflows.checked import Checked
from argmap.workflows.todo.leads import Lead
from argmap.workflows.todo.shares import Share, shares

NO_WORTH: Mapping[Finding, Lead] = {}
_WIDEST = 160


def write(checked: Checked, detail: Detail = USUAL) -> str:
    """Write what was found, the counts by rule, and a line that sums up."""
    is_table = detail.only_counts or len(checked.analyses) > 1 or len({f.code for f in checked.findings}) > 1
    counts = f"{statistics(checked.findings)}\n" if is_table and checked.findings else ""
    closing = counts + summary(checked)
    if detail.only_counts:
        return closing
    found = list(shares(checked))
    if len(checked.analyses) > 1 and not (detail.every_map or detail.follows):
        return brief(found) + closing
    return "".join(_share(share, checked.lines, every=detail.follows) for share in found) + closing


def _share(share: Share, lines: Mapping[str, LineIndex], *, every: bool) -> str:
    """Tell of one map: errors, then what to look for first, then all else, then what follows, then notes."""
    leads = share.leads()
    gaps = [finding for name, finding in share.gaps.items() if name in leads.named]
    listed = gaps if len(gaps) > FEW else []
    worth = {} if listed else share.worth(leads)
    left_out = set() if every else set(listed)
    order = {finding: number for number, finding in enumerate(worth)}
    framed = [f for f in share.roots if f not in left_out]
    framed.sort(key=lambda f: order.get(f, len(order)))
    errors, warnings, notes = ([f for f in framed if f.severity is severity] for severity in Severity)
    follow = share.following if not listed or len(share.following) <= FEW else ()  # more are counted in the listing
    return "".join(
        (
            _framed(errors, lines, worth),
            f"{listing(share, leads, listed, every=every)}\n" if listed else "",
            _framed(warnings, lines, worth) if every else _together(warnings, lines, worth),
            _framed(share.following, lines) if every else _lines(following(follow, FEW)),
            _framed(notes, lines) if every else _lines("".join(map(_note, notes))),
        )
    )


def _note(finding: Finding) -> str:
    return f"{click.style('note', fg=colour(finding.severity))}: {visible(str(finding))}\n"


def _lines(told: str) -> str:
    return f"{told}\n" if told else ""


def _together(findings: Iterable[Finding], lines: Mapping[str, LineIndex], worth: Mapping[Finding, Lead]) -> str:
    """Tell findings; of those that say the same of several statements, the first, and the statements of the others."""
    told = []
    for group in alike(findings):
        first = _finding(group[0], lines.get(group[0].file), worth.get(group[0]))
        more = f"The same holds for {len(group) - 1:,} more: {others(group)}" if len(group) > 1 else ""
        told.append(first + (f"{wrapped(more)}\n" if more else "") + "\n")
    return "".join(told)


def _framed(
    findings: Iterable[Finding], lines: Mapping[str, LineIndex], worth: Mapping[Finding, Lead] = NO_WORTH
) -> str:
    return "".join(_finding(f, lines.get(f.file), worth.get(f)) + "\n" for f in findings)


def _finding(finding: Finding, lines: LineIndex | None, lead: Lead | None) -> str:
    code = click.style(f"{finding.code} {finding.name}", fg=colour(finding.severity), bold=True)
    place = f"{finding.file}:{finding.line}:{finding.column}" if finding.file else finding.node or "map"
    head = f"{click.style(str(finding.severity), fg=colour(finding.severity))} {code}: {visible(finding.message)}\n"
    arrow = click.style(f"{' ' * len(str(finding.line))}--> ", fg="blue")
    frame = _frame(finding, lines) if lines and lines.text else ""
    margin = click.style(f"{' ' * len(str(finding.line))} = ", fg="blue")
    return f"{head}{arrow}{visible(place)}\n{frame}" + (f"{margin}{visible(str(lead))}\n" if lead else "")


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
    marks = " " * columns(line[:start]) + "^" * max(1, columns(line[start:end]))
    shown = line if line.isprintable() else "".join(c if c.isprintable() else " " for c in line)
    numbered = click.style(f"{number} |", fg="blue")
    return f"{bar}\n{numbered} {shown}\n{bar} {click.style(marks, fg=colour(finding.severity))}\n"
