"""A statement that leads to no claim or recommendation.

What it does:
    Reports each premise, piece of evidence, assumption, objection and argument
    that has reasons or objections of its own but is used nowhere, so that no
    line of reasons or objections leads from it to a claim or recommendation.
    What stands below it and leads there alone is not named again. A statement
    linked to nothing at all is left to AM111.

Why it matters:
    It is drawn and sourced, but bears on nothing the map argues for: a link was
    forgotten, or the material is spare.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        cite: guidance "30 km/h … mix"
      speeds-drop:
        premise: A lower limit brings speeds down.
        because: [pilot]
      pilot:
        evidence: Mean speed fell on the pilot streets.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      guidance: Road safety guidance
      city-survey: City speed survey

Use instead:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        cite: guidance "30 km/h … mix"
        because: [speeds-drop]
      speeds-drop:
        premise: A lower limit brings speeds down.
        because: [pilot]
      pilot:
        evidence: Mean speed fell on the pilot streets.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      guidance: Road safety guidance
      city-survey: City speed survey
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks._base import Check, Flaw, Subject
from argmap.checks._wording import quoted
from argmap.graph import Graph
from argmap.model.findings import Severity
from argmap.model.statements import Kind

_ENDS = (Kind.CLAIM, Kind.RECOMMENDATION)


def run(subject: Subject) -> Iterator[Flaw]:
    """Report the statements that are no end themselves, lead to none, and are a reason for nothing."""
    graph = subject.graph
    unused = _unused(subject)
    leading = _leading(graph) if unused else set()
    for place in unused:
        if place not in leading:
            statement = graph.statements[place]
            what = f"the {statement.kind} {quoted(statement.id)} leads to no claim or recommendation"
            yield Flaw(f"{what}: use it under 'because:' or 'but:'", statement.span, statement.id)


def _unused(subject: Subject) -> list[int]:
    """Give the statements, other than ends and questions, that are linked to something but are a reason for nothing."""
    relations = subject.map.relations
    questions = {statement.id for statement in subject.map.of_kind(Kind.QUESTION)}
    used = {name for relation in relations if relation.target not in questions for name in relation.sources}
    linked = {name for relation in relations for name in (relation.target, *relation.sources)}
    return [
        place
        for place, statement in enumerate(subject.graph.statements)
        if statement.id not in used and statement.id in linked and statement.kind not in (*_ENDS, Kind.QUESTION)
    ]


def _leading(graph: Graph) -> set[int | str]:
    """Find the statements, steps and citations from which some line leads to a claim or recommendation."""
    into: dict[int | str, list[int | str]] = {}
    for step in graph.steps:
        into.setdefault(step.conclusion, []).extend((*step.premises, step.relation.id))
    for undercut in graph.undercuts:
        into.setdefault(undercut.target, []).extend((*undercut.premises, undercut.relation.id))
    for pair in graph.contradictions:
        into.setdefault(pair.first, []).append(pair.second)
        into.setdefault(pair.second, []).append(pair.first)
    for place, statement in enumerate(graph.statements):
        if statement.citations:
            into.setdefault(place, []).extend(citation.id for citation in statement.citations)
    found: list[int | str] = [place for place, statement in enumerate(graph.statements) if statement.kind in _ENDS]
    seen = set(found)
    for each in found:
        for other in into.get(each, ()):
            if other not in seen:
                seen.add(other)
                found.append(other)
    return seen


CHECK = Check("AM110", Severity.NOTE, run=run)
