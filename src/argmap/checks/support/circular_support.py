"""Statements that support nothing but one another.

What it does:
    Reports each circle of reasons that no evidence enters, once, with the
    statements in the order in which they rest on one another. What is built on
    the circle is unsupported too, and AM101 names it.

Why it matters:
    Going round adds nothing: each statement in the circle is as doubtful as the
    others. In a long text the return to the start is easily overlooked.

Example:
    nodes:
      trusted:
        claim: The agency is trusted.
        because: [accurate]
      accurate:
        claim: The agency's figures are accurate.
        because: [trusted]

Use instead:
    nodes:
      trusted:
        claim: The agency is trusted.
        because: [accurate]
      accurate:
        claim: The agency's figures are accurate.
        cite: audit "no material … was found"
    sources:
      audit: Audit of the agency
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.graph import Graph
from argmap.model.findings import Severity
from argmap.wording import quoted

_SHOWN = 4


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the circles of support, once each; a statement that is its own reason is another flaw."""
    graph = analysis.graph
    for group in analysis.evaluation.circular:
        if len(group) > 1:
            start, *rest = _round(sorted(graph.index_of[name] for name in group), graph)
            names = [graph.statements[at].id for at in (start, *rest)]
            yield Flaw(_message(names), graph.statements[start].span, names[0])


def _round(group: list[int], graph: Graph) -> list[int]:
    """Walk the shortest way round from the first statement of a group, each resting on the next."""
    members, start = set(group), group[0]
    came_from: dict[int, int] = {}
    queue = [start]
    for at in queue:
        for step in graph.supports_on[at]:
            for premise in step.premises:
                if premise in members and premise not in came_from:
                    came_from[premise] = at
                    queue.append(premise)
        if start in came_from:
            break
    way = [start]
    while came_from[way[-1]] != start:
        way.append(came_from[way[-1]])
    return [start, *reversed(way[1:])]


def _message(names: list[str]) -> str:
    around = [*map(quoted, names[:_SHOWN]), quoted(names[0])]
    links = [f"{name} on {reason}" for name, reason in pairwise(around)]
    links[0] = links[0].replace(" on ", " rests on ", 1)
    if len(names) > _SHOWN:
        links[-1] = f"so on through {len(names) - _SHOWN:,} more, back to {around[0]}"
    return f"{', '.join(links[:-1])} and {links[-1]}: a circle that no evidence enters; cite a source for one of them"


CHECK = Check("AM105", Severity.WARNING, run=run)
