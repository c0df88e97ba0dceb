"""What to look for first, as a numbered list."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from argmap import formats
from argmap.cli.output import visible
from argmap.model.findings import Finding
from argmap.wording import counted, quoted
from argmap.workflows.todo.leads import Lead, Leads, Need
from argmap.workflows.todo.shares import Share

_WIDTH = 100
_SHOWN = 24
_IN_SENTENCES = 3


def listing(share: Share, leads: Leads, gaps: Sequence[Finding]) -> str:
    """List the leads of a map, the first in sentences, then what would support nothing else, then what to write."""
    lines = {finding.node or "": finding.line for finding in share.roots}
    first = " Look first for these:" if leads.first else ""
    told = [f"{visible(share.name)}: nothing is offered for {counted(len(gaps), 'statement')}.{first}"]
    for number, lead in enumerate(leads.first, start=1):
        if number == _IN_SENTENCES + 1:
            told.append("Then, each with what it adds to those above it:")
        in_full = number <= _IN_SENTENCES
        told.append(_wrapped(f"{number:>3}. {lead if in_full else f'{_named(lead, lines)}: {lead.worth}'}"))
        told += _quotations(lead, lines, share) if in_full else []
    rest = [f"{quoted(name)} ({lines[name]})" for name in leads.rest if name in share.gaps]
    if rest:
        more = [f"and {len(rest) - _SHOWN:,} others"] if len(rest) > _SHOWN else []
        told.append(_wrapped(f"{_rest(len(rest), leads)}: {', '.join([*rest[:_SHOWN], *more])}"))
    return "\n".join([*told, _remedy(share, gaps)]) + "\n"


def _quotations(lead: Lead, lines: Mapping[str, int], share: Share) -> list[str]:
    """Show what a lead is about: the statements with their lines and texts, as far as they fit."""
    m = share.analysis.map if share.analysis else ()
    shown = (visible(f"     line {lines[s.id]}: {' '.join(s.text.split())}") for s in m if s.id in lead.needs)
    return [line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1].rstrip()}…" for line in shown]


def _named(lead: Lead, lines: Mapping[str, int]) -> str:
    """Name the statements of a lead with their lines, and what they need where it is not a source."""
    told = [
        f"{quoted(name)} ({lines[name]}{'' if need is Need.SOURCE else f', a {need}'})"
        for name, need in lead.needs.items()
    ]
    *first, last = told
    return f"{', '.join(first)} and {last}" if first else last


def _rest(count: int, leads: Leads) -> str:
    told = f"{count:,} {'more' if leads.first else 'of them'}"
    if not leads.finished:
        return told
    return f"{told} would support nothing else {'by itself' if count == 1 else 'by themselves'}"


def _remedy(share: Share, gaps: Iterable[Finding]) -> str:
    """Say what to write, in the words of the map's format, and which pages tell more."""
    origin = share.analysis.map.origin if share.analysis else None
    words = formats.named(origin.format).advice if origin else formats.Advice()
    pages = [f"'argmap explain {code}'" for code in sorted({finding.code for finding in gaps})]
    told = f"{', '.join(pages)} {'tells' if len(pages) == 1 else 'tell'} more"
    return _wrapped(f"For each, {words.cite}, or a reason {words.reason}; {told}.")


def following(findings: Sequence[Finding], most: int) -> str:
    """Tell what follows: one line each where it is little, else counted."""
    if not findings:
        return ""
    if len(findings) <= most:
        return "".join(f"only follows: {visible(str(finding))}\n" for finding in findings)
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.code] = counts.get(finding.code, 0) + 1
    listed = ", ".join(f"{number:,} {code}" for code, number in sorted(counts.items()))
    return f"{len(findings):,} more findings only follow from these: {listed}. --all shows them in full.\n"


def _wrapped(text: str) -> str:
    lines = textwrap.wrap(text, _WIDTH, subsequent_indent=" " * 5, break_on_hyphens=False)
    return "\n".join(map(visible, lines))
