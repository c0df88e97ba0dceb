"""What the checks found in a map, in a report: rule by rule, with what each means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from argmap.analysis import Analysis
from argmap.model.bearing import owners
from argmap.model.findings import Finding
from argmap.wording import counted
from argmap.workflows.reporting.naming import Names
from argmap.workflows.reporting.report import Paragraph, Section, Table, Told, plain
from argmap.workflows.rules import explanation, first_line
from argmap.workflows.todo.leads import Leads
from argmap.workflows.todo.shares import Share


def findings(analysis: Analysis, share: Share, leads: Leads, names: Names) -> Section:
    """Write the section on all findings: errors first, and of each rule first what is most worth mending."""
    if not share.findings:
        return Section("Findings", (Paragraph("The checks found nothing."),))
    ordered = sorted(in_order(share, leads), key=lambda f: (f.severity.rank, f.code))
    by_rule: dict[tuple[str, str], list[Finding]] = {}
    for finding in ordered:
        by_rule.setdefault((finding.code, finding.name), []).append(finding)
    head = (
        "All that the checks found, the most serious first. Errors and warnings ask to be mended, or to be justified; "
        "notes are no faults. A finding that only follows from others goes once these are mended."
    )
    parts = tuple(_rule(analysis, names, found) for found in by_rule.values())
    return Section("Findings", (Paragraph(head),), parts)


def in_order(share: Share, leads: Leads) -> Iterator[Finding]:
    """Return the findings of a map: those worth most first, last those that only follow from others."""
    order = {finding: number for number, finding in enumerate(share.worth(leads))}
    yield from sorted(share.roots, key=lambda f: order.get(f, len(order)))
    yield from share.following


def _rule(analysis: Analysis, names: Names, found: Sequence[Finding]) -> Section:
    first = found[0]
    follow = sum(not finding.root for finding in found)
    head = f"{counted(len(found), str(first.severity))} ({first.code}, {first.name}){_only(follow)}."
    rows = tuple((_what(analysis, names, each), Told(_for_author(analysis, names, each))) for each in found)
    table = Table("Where it was found", ("About", "For the author of the map"), rows)
    title, *told = explanation(first.name).splitlines()
    return Section(title.removesuffix("."), (Paragraph(head), *map(Paragraph, told), table))


def _for_author(analysis: Analysis, names: Names, finding: Finding) -> str:
    """Say what to mend, and where."""
    place = _place(analysis, finding)
    return f"{names.told(finding.message)} [{place}]" if place else names.told(finding.message)


def _only(follow: int) -> str:
    return f"; {follow:,} only {'follows' if follow == 1 else 'follow'} from others" if follow else ""


def _what(analysis: Analysis, names: Names, finding: Finding) -> str:
    """Say what a finding is about: the text of a statement, or what else has the id."""
    name = finding.node or ""
    if name in analysis.map:
        return analysis.map[name].text
    return names.steps.get(name) or names.sources.get(name) or "the map"


def _place(analysis: Analysis, finding: Finding) -> str:
    follows = "" if finding.root else " (only follows)"
    if not finding.file:
        return follows.strip(" ()")
    origin = analysis.map.origin
    elsewhere = f"{analysis.project.relative(finding.file)}, " if not origin or finding.file != origin.file else ""
    return f"{elsewhere}line {finding.line}{follows}"


def comments(analysis: Analysis, found: Sequence[Finding], names: Names) -> Mapping[str, tuple[str, ...]]:
    """Return what was found as remarks, by what each is about: ``statement ID``, ``source ID``, or the whole map."""
    known = {name: f"source {name}" for name in analysis.sources}
    known |= {name: f"statement {owner}" for name, owner in owners(analysis.map).items()}
    told: dict[str, list[str]] = {}
    for finding in found:
        rule = first_line(finding.name).removesuffix(".")
        line = f"{str(finding.severity).capitalize()} {finding.code}, {rule}: {names.told(finding.message)}"
        told.setdefault(known.get(finding.node or "", ""), []).append(plain(line))
    return {about: tuple(lines) for about, lines in told.items()}
