"""The sections of a map: which of them stand outermost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from argmap.model.document import ArgumentMap


def top_sections(m: ArgumentMap, opened: Container[str] = ()) -> dict[str, str | None]:
    """Return the outermost group that each statement stands in, by the statement's id; None where it stands in none.

    Groups that stand in each other in a ring stand in none, nor does what stands in them.

    Args:
        m: The map.
        opened: Ids of the groups that do not count.
    """
    parents = {group.id: None if group.parent in opened else group.parent for group in m.groups}
    tops: dict[str | None, str | None] = {None: None}
    tops |= {group: None for group in parents if group in opened}
    rings: set[str] = set()
    for group in parents:
        path = [group]
        while path[-1] not in tops and (parent := parents[path[-1]]) in parents and parent not in path:
            path.append(parent)
        last = path[-1]
        if last in rings or (last not in tops and parents[last] in path):
            rings.update(path)
            tops |= {inner: inner for inner in path}
        else:
            tops |= dict.fromkeys(path, tops.get(last, last))
    return {s.id: tops.get(s.group) for s in m.statements}


def opened(m: ArgumentMap) -> set[str]:
    """Return the groups in which all others stand that hold anything, from the outermost on."""
    inner: dict[str | None, list[str]] = {}
    for group, parent in {group.id: group.parent for group in m.groups}.items():
        inner.setdefault(parent, []).append(group)
    order: list[str | None] = [None]
    for name in order:
        order += inner.get(name, ())
    holds = Counter(s.group for s in m.statements)
    filled: dict[str | None, list[str]] = {}
    for name in reversed(order):
        filled[name] = [group for group in inner.get(name, ()) if holds[group]]
        holds[name] += sum(holds[group] for group in filled[name])
    found: set[str] = set()
    at: str | None = None
    while len(filled[at]) == 1 and filled[filled[at][0]]:
        at = filled[at][0]
        found.add(at)
    return found
