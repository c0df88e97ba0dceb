"""How deep statements stand in an argument."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.graph import Graph


def depths(graph: Graph) -> list[int | None]:
    """Return for each statement the fewest steps from it to one that is a premise of nothing; None where none leads so.

    What undercuts a step stands as deep as the premises of that step, what undercuts a citation below the statement
    that cites. Contradictions lead nowhere.

    Example:
        >>> from argmap import loads
        >>> m = loads("nodes: {a: {claim: A, because: [b]}, b: {claim: B, but: [c]}, c: {claim: C}}")
        >>> depths(Graph.of(m))
        [0, 1, 2]
    """
    found: list[int | None] = [None] * len(graph.statements)
    below: list[list[int]] = [[] for _ in found]
    leads = [False] * len(found)
    for premises, conclusion in arcs(graph):
        below[conclusion] += premises
        for premise in premises:
            leads[premise] = True
    level: Sequence[int] = [index for index, away in enumerate(leads) if not away]
    depth = 0
    while level:
        for index in level:
            found[index] = depth
        level = list(dict.fromkeys(each for index in level for each in below[index] if found[each] is None))
        depth += 1
    return found


def arcs(graph: Graph) -> list[tuple[tuple[int, ...], int]]:
    """Return the premises of each step and undercut, by index, with the statement that they bear on in the end."""
    found = [(step.premises, step.conclusion) for step in graph.steps]
    if not graph.undercuts:
        return found
    bearing = {step.relation.id: step.conclusion for step in graph.steps}
    for index, statement in enumerate(graph.statements):
        bearing |= {citation.id: index for citation in statement.citations}
    targets = {undercut.relation.id: undercut.target for undercut in graph.undercuts}
    for undercut in graph.undercuts:
        target, met = undercut.target, set[str]()
        while target in targets and target not in bearing and target not in met:
            met.add(target)
            target = targets[target]
        if target in bearing:
            bearing.update(dict.fromkeys(met, bearing[target]))
            found.append((undercut.premises, bearing[target]))
    return found
