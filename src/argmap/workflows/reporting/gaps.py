"""What is missing in a map, in a report: what to look for first, and what that would support."""

from __future__ import annotations

from argmap.analysis import Analysis
from argmap.workflows.reporting.naming import Names
from argmap.workflows.reporting.report import Block, Paragraph, Section, Table, Told, Words
from argmap.workflows.todo.leads import Lead, Leads
from argmap.workflows.todo.shares import Share

_HEADING = "What is missing"


def gaps(analysis: Analysis, share: Share, leads: Leads, names: Names) -> Section:
    """Write the section on what is missing in the first place; what merely waits for that is not told again."""
    rest = [name for name in leads.rest if name in share.gaps]
    if not leads.first and not rest:
        return Section(_HEADING, (Paragraph("Nothing: every statement that needs a ground has a line to one."),))
    blocks: list[Block] = [
        Paragraph(
            "Support is missing here to begin with: nothing is offered for these statements, or what is cited "
            "for them does not count. What would support the most recommendations comes first, then what would support "
            "the most statements; each counts what it adds to those above it, objections left aside."
        )
    ]
    if leads.first:
        columns = ("Look for", "To show that", "It would support")
        rows = tuple(_row(analysis, names, lead) for lead in leads.first)
        blocks.append(Table("What to look for first", columns, rows))
    if rest:
        found = tuple((analysis.map[name].text,) for name in rest)
        alone = ", each of use to itself alone" if leads.finished else ""
        caption = f"More that need a source{alone}"
        blocks.append(Table(caption, ("Statement",), found))
    return Section(_HEADING, tuple(blocks))


def _row(analysis: Analysis, names: Names, lead: Lead) -> tuple[Words, ...]:
    texts = " — ".join(analysis.map[name].text for name in lead.needs)
    return Told(names.told(lead.wanted)), texts, Told(names.told(lead.worth))
