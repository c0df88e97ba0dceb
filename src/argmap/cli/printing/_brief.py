"""Several maps in brief: a line for each, and what to do first in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from argmap.cli.output import visible
from argmap.cli.printing._alike import alike
from argmap.cli.printing._summary import colour, counts_of, only_follow
from argmap.model.findings import Finding, Severity
from argmap.workflows.todo.shares import Share

_WIDEST = 120
_LINES = ((5, 4), (12, 2), (40, 1))
"""Up to how many maps each gets how many lines below its own."""


def brief(found: Sequence[Share]) -> str:
    """Tell of each map how much was found, and its gravest findings or what to look for first; the worst come first."""
    most = next((lines for maps, lines in _LINES if len(found) <= maps), 0)
    told = "".join(line for share in sorted(found, key=_worst_first) for line in _share(share, most))
    return f"{told}\nargmap check --verbose, or with the name of one map, tells all of it.\n\n" if told else ""


def _worst_first(share: Share) -> list[int]:
    counts = Counter(finding.severity for finding in share.roots)
    return [-counts[severity] for severity in Severity]


def _share(share: Share, most: int) -> Iterator[str]:
    follow = f", of which {only_follow(len(share.following))}" if share.following else ""
    yield f"{click.style(visible(share.name), bold=True)}: {counts_of(share.findings)}{follow}\n"
    gaps = set(share.gaps.values())
    others = sorted((f for f in share.roots if f not in gaps), key=lambda f: f.severity.rank)
    errors = [_line(finding) for finding in others if finding.severity is Severity.ERROR]
    leads = share.leads(most=1).first if len(errors) < most else ()
    told = [f"  {visible(str(lead))}\n" for lead in leads] or [_line(finding) for finding in [*gaps][:1]]
    warnings = [_line(*group) for group in alike(f for f in others if f.severity is Severity.WARNING)]
    yield from ([*errors, *told, *warnings] or [_line(finding) for finding in others])[:most]


def _line(finding: Finding, *same: Finding) -> str:
    code = click.style(finding.code, fg=colour(finding.severity), bold=True)
    told = visible(finding.message)
    more = f" (and {len(same):,} more such)" if same else ""
    said = told if len(told) <= _WIDEST else f"{told[:_WIDEST]}…"
    return f"  {finding.line}:{finding.column}: {code} {said}{more}\n"
