"""Conflict-free: the sets of which no member attacks a member (Dung 1995).

Nothing more is asked of a set, so that every argument that does not attack itself is in one, and none is in all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics

_MOST_WAYS = 1 << 18


def extensions(part: Part) -> Iterator[Members]:
    """Return each conflict-free set once."""
    members: list[int] = []
    hits = [0] * len(part)  # how many members each argument is in conflict with
    index = 0
    while True:
        while index < len(part):
            if not hits[index] and index not in part.attackers[index]:
                members.append(index)
                _count_conflicts(part, hits, index, 1)
            index += 1
        part.run.check()
        yield tuple(members)
        if not members:
            return
        index = members.pop()
        _count_conflicts(part, hits, index, -1)
        index += 1


def find(part: Part) -> Members:
    """Return the empty set."""
    del part
    return ()


def holding(part: Part, argument: int) -> Members | None:
    """Return the set of an argument alone, unless it attacks itself."""
    return None if argument in part.attackers[argument] else (argument,)


def lacking(part: Part, argument: int) -> Members:
    """Return the empty set."""
    del argument
    return find(part)


def count(part: Part) -> int:
    """Return how many conflict-free sets there are.

    Argument by argument, sets are told apart only by those of their members that are in conflict with a later one.
    Where these are too many ways to be remembered, each set is counted by itself.
    """
    closing: defaultdict[int, int] = defaultdict(int)  # which are in conflict with an argument, but with none later
    for index, attackers in enumerate(part.attackers):
        closing[max((index, *attackers, *part.attacked[index]))] |= 1 << index
    known, open_ones = {0: 1}, 0
    for index, attackers in enumerate(part.attackers):
        part.run.check()
        conflicts = sum(1 << each for each in {*attackers, *part.attacked[index]} if each <= index)
        open_ones = (open_ones | 1 << index) & ~closing[index]
        further: defaultdict[int, int] = defaultdict(int)
        for chosen, number in known.items():
            further[chosen & open_ones] += number
            if not conflicts & (chosen | 1 << index):
                further[(chosen | 1 << index) & open_ones] += number
        if len(further) > _MOST_WAYS:
            return sum(1 for _ in extensions(part))
        known = further
    return sum(known.values())


def _count_conflicts(part: Part, hits: list[int], index: int, change: int) -> None:
    """Count a member in, or out, at all that it is in conflict with."""
    for other in (*part.attackers[index], *part.attacked[index]):
        hits[other] += change


SEMANTICS = Semantics("CF", extensions, find, holding, lacking, count)
