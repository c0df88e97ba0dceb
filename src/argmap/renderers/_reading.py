"""The order in which a map is read: from each conclusion on, what bears on it, what speaks for it first."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from attrs import frozen

from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind
from argmap.model.statements import Statement
from argmap.renderers._bearing import bearings


@frozen
class Line:
    """A statement in reading order.

    Attributes:
        statement: The statement.
        depth: How many steps part it from the conclusion under which it stands.
        relation: Id of the relation by which it bears on the statement above it; None for a conclusion.
    """

    statement: Statement
    depth: int
    relation: str | None


def borne_on(m: ArgumentMap) -> dict[str, str]:
    """Return the statement that each relation bears on in the end: for an undercut, through what it cuts."""
    found = {m.relations[number].id: statement for number, (statement, _) in bearings(m).items()}
    pairs = (r for r in m.relations if r.kind is RelationKind.CONTRADICTION and r.target in m)
    return found | {relation.id: relation.target for relation in pairs}


def reading(m: ArgumentMap, bears_on: Mapping[str, str]) -> tuple[Line, ...]:
    """Return every statement once, where a reader meets it first.

    A conclusion is a statement from which nothing leads on; in a ring, the one that the map names first.
    """
    below: dict[str, list[tuple[str, str]]] = {}
    for relation in sorted(m.relations, key=lambda relation: relation.kind is not RelationKind.SUPPORT):
        if relation.id in bears_on and relation.kind is not RelationKind.CONTRADICTION:
            steps = below.setdefault(bears_on[relation.id], [])
            steps += [(premise, relation.id) for premise in relation.premises if premise in m]
    leading = {premise for steps in below.values() for premise, _ in steps}
    found: dict[str, Line] = {}
    names = [statement.id for statement in m.statements]
    for start in [*(name for name in names if name not in leading), *names]:
        waiting: list[tuple[str, int, str | None]] = [(start, 0, None)]
        while waiting:
            name, depth, relation_id = waiting.pop()
            if name not in found:
                found[name] = Line(m[name], depth, relation_id)
                waiting += ((premise, depth + 1, by) for premise, by in reversed(below.get(name, [])))
    return tuple(found.values())


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
    todo = [line.statement.id for line in reading(m, bears_on) if line.depth == 0]
    seen = set(todo)
    while todo:
        at = todo.pop()
        for premise in below.get(at, []) if at not in folded else []:
            if premise not in seen:
                seen.add(premise)
                todo.append(premise)
    return seen
