"""Parts of a map: its sections with what stands inside them, and what is near a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.errors import UnknownNameError
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind


def inside(m: ArgumentMap, groups: Sequence[str]) -> set[str]:
    """Return the ids of sections and of all those that stand inside one of them.

    Raises:
        UnknownNameError: There is no such section.
    """
    known = {g.id for g in m.groups}
    for group in groups:
        if group not in known:
            raise UnknownNameError("group", group, known)
    children: dict[str | None, list[str]] = {}
    for known_group in m.groups:
        children.setdefault(known_group.parent, []).append(known_group.id)
    found, open_ = set(groups), list(groups)
    while open_:
        new = [g for g in children.get(open_.pop(), []) if g not in found]
        found.update(new)
        open_ += new
    return found


def near(m: ArgumentMap, centre: str, depth: int) -> set[str]:
    """Return the ids of the statements that at most so many relations part from one of them.

    Raises:
        UnknownNameError: There is no such statement.
    """
    m[centre]
    touching: dict[str, list[tuple[str, ...]]] = {}
    for relation, others in zip(m.relations, ends(m), strict=True):
        for end in dict.fromkeys((*relation.premises, *others)):
            touching.setdefault(end, []).append((*relation.premises, *others))
    found, edge = {centre}, [centre]
    for _ in range(depth):
        edge = [
            n for n in dict.fromkeys(n for e in edge for ends in touching.get(e, []) for n in ends) if n not in found
        ]
        found.update(edge)
    return found


def ends(m: ArgumentMap) -> Iterator[tuple[str, ...]]:
    """Return what each relation bears on, then its premises; for an undercut, those of the step that it cuts.

    Of an undercut of a citation, it is the statement that cites; what cuts nothing of the map has no ends.
    """
    relations = {r.id: r for r in m.relations}
    owners = {c.id: s.id for s in m.statements for c in s.citations}
    for relation in m.relations:
        target: Relation | None = relation
        seen = 0
        while target and target.kind is RelationKind.UNDERCUT and target.target in relations and seen <= len(relations):
            target = relations[target.target]
            seen += 1
        if target is None or target.kind is RelationKind.UNDERCUT:
            yield (owners.get(target.target, ""),) if target else ()
        else:
            yield (target.target, *target.premises)
