"""What each relation of a map bears on in the end: for an undercut, the statement that what it cuts bears on."""

from __future__ import annotations

from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind


def bearings(m: ArgumentMap) -> dict[int, tuple[str, int | None]]:
    """Return, by number, what each step and undercut bears on, and the number of the step that an undercut cuts.

    What starts from nothing in the map, or arrives at nothing in it, is left out; an undercut of a citation cuts no
    step.

    Example:
        >>> from argmap.model.relations import Relation
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(
        ...     statements=tuple(Statement(name, Kind.CLAIM, f"{name}.") for name in "abc"),
        ...     relations=(
        ...         Relation("why", RelationKind.SUPPORT, ("a",), "b"),
        ...         Relation("but", RelationKind.UNDERCUT, ("c",), "why"),
        ...     ),
        ... )
        >>> bearings(m)
        {0: ('b', None), 1: ('b', 0)}
    """
    owners = {c.id: s.id for s in m.statements for c in s.citations}
    numbers = {r.id: n for n, r in reversed(list(enumerate(m.relations)))}
    drawn: dict[int, tuple[str, int | None]] = {}
    cut_by: dict[int, list[int]] = {}
    for number, relation in enumerate(m.relations):
        if not any(premise in m for premise in relation.premises):
            continue
        if relation.is_step and relation.target in m:
            drawn[number] = relation.target, None
        elif relation.kind is RelationKind.UNDERCUT and relation.target in numbers:
            cut_by.setdefault(numbers[relation.target], []).append(number)
        elif relation.kind is RelationKind.UNDERCUT and relation.target in owners:
            drawn[number] = owners[relation.target], None
    waiting = list(drawn)
    for number in waiting:
        for undercut in cut_by.get(number, ()):
            drawn[undercut] = drawn[number][0], number
            waiting.append(undercut)
    return drawn
