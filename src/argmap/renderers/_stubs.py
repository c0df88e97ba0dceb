"""What stands in other sections than those that are drawn, and bears on what is drawn or is served by it."""

from __future__ import annotations

from collections.abc import Container, Mapping

from attrs import evolve

from argmap.model.bearing import ends
from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind


def stubs(m: ArgumentMap, drawn: Container[str], others: Container[str]) -> dict[str, str]:
    """Find what the drawn statements rest on, are attacked by, or serve, one relation away.

    Args:
        m: The map.
        drawn: Ids of the statements that are drawn.
        others: Ids of those that may be drawn as small cards.

    Returns:
        By the id of each such statement, that of a drawn one to which it is related, the first in the map's order.

    Example:
        >>> from argmap.model.relations import Relation
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(
        ...     statements=tuple(Statement(name, Kind.CLAIM, f"{name}.") for name in "abc"),
        ...     relations=(Relation.make("support", ["a"], "b"), Relation.make("support", ["b"], "c")),
        ... )
        >>> stubs(m, {"b"}, {"a", "c"})
        {'a': 'b', 'c': 'b'}
    """
    found: dict[str, str] = {}
    for relation, reached in zip(m.relations, ends(m), strict=True):
        is_step = relation.kind is RelationKind.SUPPORT or relation.kind is RelationKind.ATTACK
        heads = reached[:1] if is_step else reached
        inner = next((name for name in heads if name in drawn), None)
        if inner is not None:
            found |= {name: inner for name in relation.premises if name in others and name not in found}
        outer = next((name for name in relation.premises if name in drawn), None)
        if outer is not None:
            found |= {name: outer for name in heads if name in others and name not in found}
    return {s.id: found[s.id] for s in m.statements if s.id in found}


def with_stubs(m: ArgumentMap, drawn: Container[str], beside: Mapping[str, str]) -> ArgumentMap:
    """Return a map of what is drawn and of small cards beside it.

    What relates small cards alone to each other loses its premises, and is not drawn; so each relation keeps its place.
    """
    homes = {name: m[other].group for name, other in beside.items()}
    statements = [
        s if s.id in drawn else evolve(s, group=homes[s.id]) for s in m.statements if s.id in drawn or s.id in beside
    ]
    touching = {
        relation.id
        for relation, reached in zip(m.relations, ends(m), strict=True)
        if any(name in drawn for name in (*relation.premises, *reached))
    }
    cut = {r.target for r in m.relations if r.kind is RelationKind.UNDERCUT and r.id in touching}
    kept = (r if r.id in touching or r.id in cut else evolve(r, premises=()) for r in m.relations)
    return evolve(m, statements=tuple(statements), relations=tuple(kept))
