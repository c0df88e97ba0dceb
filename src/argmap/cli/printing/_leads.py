"""What to look for first, as a numbered list."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from argmap import formats
from argmap.cli.output import visible
from argmap.model.findings import Finding
from argmap.wording import counted, joined, quoted
from argmap.workflows.todo.leads import Lead, Leads, Need
from argmap.workflows.todo.shares import Share

FEW = 5
"""Up to so many, what is alike is told one by one."""
_WIDTH = 100
_IN_SENTENCES = 3
_LEADS = 7
_NAMES = 24


def listing(share: Share, leads: Leads, gaps: Sequence[Finding], *, every: bool) -> str:
    """List the leads of a map, the first in sentences, then what would support nothing else, then what to write.

    Args:
        share: The map.
        leads: Its leads.
        gaps: The findings that the list stands for.
        every: Whether to tell all; else what is worth least is only counted.
    """
    lines = {finding.node or "": finding.line for finding in share.roots}
    rest = [name for name in leads.rest if name in share.gaps]
    shown = leads.first if every else leads.first[:_LEADS]
    named = rest if every or len(rest) <= FEW else rest[: _names(leads)]
    told = [_head(share, leads, gaps)]
    for number, lead in enumerate(shown, start=1):
        if number == _IN_SENTENCES + 1:
            told.append("Then, each with what it adds once those above it are found:")
        in_full = number <= _IN_SENTENCES
        told.append(wrapped(f"{number:>3}. {lead if in_full else f'for {lead.worth}:'}"))
        told += _quotations(lead, lines, share, named=not in_full)
    if named:
        more = "more" if leads.first else "of them"
        told.append(wrapped(f"{len(named):,} {more}{_alone(len(named), leads)}: {_all_placed(named, lines)}"))
    if not every:
        told += _left_out(leads.first[len(shown) :], len(rest) - len(named), leads, share)
    return "\n".join([*told, _remedy(share, gaps)]) + "\n"


def _names(leads: Leads) -> int:
    """Return how many statements that would support nothing else are named where they are many."""
    return _NAMES if len(leads.first) <= _IN_SENTENCES else 0


def _head(share: Share, leads: Leads, gaps: Sequence[Finding]) -> str:
    order = ", in order of recommendations per source, then of statements per source"
    first = f" Look first for these{order if len(leads.first) > 1 else ''}:" if leads.first else ""
    return wrapped(f"{visible(share.name)}: nothing is offered for {counted(len(gaps), 'statement')}.{first}", indent=0)


def _quotations(lead: Lead, lines: Mapping[str, int], share: Share, *, named: bool) -> list[str]:
    """Show what a lead is about: the statements with their lines and texts, as far as they fit.

    Where they are named too, it is said what they need if that is no source.
    """
    found = [statement for statement in (share.analysis.map if share.analysis else ()) if statement.id in lead.needs]
    places = {s.id: f"line {lines[s.id]}" for s in found}
    if named:
        needs = {name: "" if need is Need.SOURCE else f", a {need}" for name, need in lead.needs.items()}
        places = {s.id: _placed(s.id, lines, needs[s.id]) for s in found}
    shown = (visible(f"     {places[s.id]}: {' '.join(s.text.split())}") for s in found)
    return [line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1].rstrip()}…" for line in shown]


def _placed(name: str, lines: Mapping[str, int], more: str = "") -> str:
    return f"{quoted(name)} (line {lines[name]}{more})"


def _all_placed(names: Iterable[str], lines: Mapping[str, int]) -> str:
    return ", ".join(_placed(name, lines) for name in names)


def _alone(count: int, leads: Leads) -> str:
    """Say what the statements in no lead would support, where that is known."""
    itself = "itself" if count == 1 else "themselves"
    return f" would support nothing else by {itself}" if leads.finished else ""


def _left_out(fewer: Sequence[Lead], rest: int, leads: Leads, share: Share) -> list[str]:
    """Say what --all tells besides: further leads, what would support nothing else, and what only follows."""
    following = len(share.following) if len(share.following) > FEW else 0
    alone = f" that{_alone(rest, leads)}" if leads.finished else ""
    gaps = counted(sum(len(lead.needs) for lead in fewer), "statement")
    told = [
        *([f"{len(fewer):,} more like these (for {gaps})"] if fewer else []),
        *([f"{counted(rest, 'statement' if leads.finished else 'other statement')}{alone}"] if rest else []),
        *([f"{following:,} findings that only follow from others"] if following else []),
    ]
    return [wrapped(f"Not listed here: {joined(told)}; --all lists them.")] if told else []


def _remedy(share: Share, gaps: Iterable[Finding]) -> str:
    """Say what to write, in the words of the map's format, which pages tell more, and how the work list differs."""
    words = formats.advice(share.analysis.map) if share.analysis else formats.Advice()
    pages = [f"'argmap explain {code}'" for code in sorted({finding.code for finding in gaps})]
    told = f"{', '.join(pages)} {'tells' if len(pages) == 1 else 'tell'} more"
    work_list = "This counts support alone; 'argmap next' tries each, and says what would stand in spite of objections"
    return wrapped(f"For each, {words.cite}, or a reason {words.reason}; {told}. {work_list}.", indent=0)


def following(findings: Sequence[Finding], most: int) -> str:
    """Tell what follows: one line each where it is little, else counted."""
    if not findings:
        return ""
    if len(findings) <= most:
        return "".join(f"only follows: {visible(str(finding))}\n" for finding in findings)
    return f"{len(findings):,} findings only follow from others; --all lists them.\n"


def wrapped(text: str, indent: int = 5) -> str:
    """Wrap a text, with its further lines indented."""
    lines = textwrap.wrap(text, _WIDTH, subsequent_indent=" " * indent, break_on_hyphens=False)
    return "\n".join(map(visible, lines))
