"""Parts of a map: its sections and what stands inside them, and what is near a statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from argmap.errors import UnknownNameError
from argmap.model.bearing import ends
from argmap.model.document import ArgumentMap


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


def nesting(m: ArgumentMap) -> dict[str, str | None]:
    """Return each section and the one that it stands in, outer ones first; None for the outermost.

    Sections that stand in each other in a ring, and those inside them, stand in none.

    Example:
        >>> from argmap.model.document import Group
        >>> nesting(ArgumentMap(groups=(Group("a", "A", parent="b"), Group("b", "B"))))
        {'b': None, 'a': 'b'}
    """
    parents = {group.id: group.parent for group in m.groups}
    inner: dict[str | None, list[str]] = {}
    for group, parent in parents.items():
        inner.setdefault(parent if parent in parents else None, []).append(group)
    found: dict[str, str | None] = dict.fromkeys(inner.get(None, ()))
    order = list(found)
    for outer in order:
        order += inner.get(outer, ())
        found |= dict.fromkeys(inner.get(outer, ()), outer)
    return found | {group: None for group in parents if group not in found}


def top_sections(m: ArgumentMap, opened: Container[str] = ()) -> dict[str, str | None]:
    """Return the outermost section that each statement stands in, by the statement's id; None where it stands in none.

    Args:
        m: The map.
        opened: Ids of the sections that do not count.
    """
    tops: dict[str | None, str | None] = {None: None}
    for group, outer in nesting(m).items():
        tops[group] = None if group in opened else tops[outer] or group
    return {s.id: tops.get(s.group) for s in m.statements}


def opened(m: ArgumentMap) -> set[str]:
    """Return the sections in which all others stand that hold anything, from the outermost on."""
    holds = Counter(s.group for s in m.statements)
    filled: dict[str | None, list[str]] = {}
    for group, outer in reversed(nesting(m).items()):
        if holds[group]:
            holds[outer] += holds[group]
            filled.setdefault(outer, []).append(group)
    found: set[str] = set()
    at: str | None = None
    while len(filled.get(at, ())) == 1 and filled[at][0] in filled:
        at = filled[at][0]
        found.add(at)
    return found


def near(m: ArgumentMap, centre: str, depth: int) -> set[str]:
    """Return the ids of the statements that at most so many relations part from one of them.

    Raises:
        UnknownNameError: There is no such statement.
    """
    m[centre]
    touching: dict[str, list[list[str]]] = {}
    for relation, others in zip(m.relations, ends(m), strict=True):
        joined = [name for name in dict.fromkeys((*relation.premises, *others)) if name in m]
        for name in joined:
            touching.setdefault(name, []).append(joined)
    found, edge = {centre}, [centre]
    while edge and depth:
        depth -= 1
        reached = (name for at in edge for joined in touching.get(at, ()) for name in joined)
        edge = [name for name in dict.fromkeys(reached) if name not in found]
        found.update(edge)
    return found
