"""The order in which a page tells a map: from each conclusion on, what bears on it, what speaks for it first."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from argmap.model.bearing import borne_on
from argmap.model.document import ArgumentMap
from argmap.model.reading import reading_order
from argmap.model.relations import RelationKind


def reading(m: ArgumentMap, bears_on: Mapping[str, str]) -> dict[str, int]:
    """Return the ids of the statements, each once, where a reader meets it first.

    Args:
        m: The map.
        bears_on: The statement that each relation bears on in the end, by the relation's id.

    Returns:
        How many steps part each statement from the conclusion under which it stands.
    """
    below: dict[str, list[str]] = {}
    for relation in sorted(m.relations, key=lambda relation: relation.kind is not RelationKind.SUPPORT):
        if relation.id in bears_on and relation.kind is not RelationKind.CONTRADICTION:
            premises = (premise for premise in relation.premises if premise in m)
            below.setdefault(bears_on[relation.id], []).extend(premises)
    depths: dict[str, int] = {}
    for name, above in reading_order((s.id for s in m.statements), below).items():
        depths[name] = 0 if above is None else depths[above] + 1
    return depths


def seen_with(m: ArgumentMap, folded: Collection[str]) -> set[str]:
    """Return the statements that a reader meets who goes no further at some that are folded.

    Example:
        >>> import argmap
        >>> m = argmap.loads("nodes: {a: {claim: A., because: [b]}, b: {claim: B., because: [c]}, c: {claim: C.}}")
        >>> sorted(seen_with(m, ["b"]))
        ['a', 'b']
    """
    bears_on = borne_on(m)
    below: dict[str, list[str]] = {}
    for relation in m.relations:
        if relation.id in bears_on:
            below.setdefault(bears_on[relation.id], []).extend(relation.premises)
    todo = [name for name, depth in reading(m, bears_on).items() if depth == 0]
    seen = set(todo)
    while todo:
        at = todo.pop()
        for premise in below.get(at, []) if at not in folded else []:
            if premise not in seen:
                seen.add(premise)
                todo.append(premise)
    return seen
