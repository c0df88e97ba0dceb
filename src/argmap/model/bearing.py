"""What each relation of a map bears on in the end: for an undercut, what the step or citation bears on that it cuts."""

from __future__ import annotations

from collections.abc import Iterator

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


def borne_on(m: ArgumentMap) -> dict[str, str]:
    """Return the statement that each relation bears on, by the relation's id; what hangs in the air is left out."""
    found = {m.relations[number].id: statement for number, (statement, _) in bearings(m).items()}
    pairs = (r for r in m.relations if r.kind is RelationKind.CONTRADICTION and r.target in m)
    return found | {relation.id: relation.target for relation in pairs}


def ends(m: ArgumentMap) -> Iterator[tuple[str, ...]]:
    """Return what each relation bears on, then its premises; for an undercut, those of the step that it cuts.

    Of an undercut of a citation, it is the statement that cites; what cuts nothing of the map has no ends.
    """
    owners = {c.id: s.id for s in m.statements for c in s.citations}
    for number in _cut(m):
        last = None if number is None else m.relations[number]
        if last is None or last.kind is not RelationKind.UNDERCUT:
            yield (last.target, *last.premises) if last else ()
        else:
            yield (owners[last.target],) if last.target in owners else ()


def owners(m: ArgumentMap) -> dict[str, str]:
    """Return the statement that each id of a map belongs to.

    A statement's is its own; a citation's is that which cites; a relation's is that which it bears on in the end.
    """
    found = {r.id: reached[0] for r, reached in zip(m.relations, ends(m), strict=True) if reached and reached[0] in m}
    found |= {c.id: s.id for s in m.statements for c in s.citations}
    return found | {s.id: s.id for s in m.statements}


def _cut(m: ArgumentMap) -> list[int | None]:
    """Return the number of what each relation comes down to: itself, or the last that is cut; None in a ring."""
    numbers = {r.id: n for n, r in reversed(list(enumerate(m.relations)))}
    below = [numbers.get(r.target) if r.kind is RelationKind.UNDERCUT else None for r in m.relations]
    found: dict[int, int | None] = {}
    for start in range(len(below)):
        way: dict[int, None] = {}
        at = start
        while at not in found and at not in way and (cut := below[at]) is not None:
            way[at] = None
            at = cut
        last = found.get(at, None if at in way else at)
        found |= dict.fromkeys((*way, at), last)
    return [found[number] for number in range(len(below))]
