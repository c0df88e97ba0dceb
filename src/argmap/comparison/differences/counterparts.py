"""Which relations of two maps are the same, or stand in for each other, given which of their statements are."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from enum import StrEnum

from attrs import frozen

from argmap.comparison.differences.names import Names
from argmap.components import strong_components
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind


class How(StrEnum):
    """How relations of two maps compare.

    *Weight*: they weigh otherwise. *Polarity*: one speaks for what the other speaks against. *Linkage*: the same
    reasons are linked otherwise. *Target*: the same reason is given for, or against, something else.
    """

    SAME = "same"
    WEIGHT = "other weight"
    POLARITY = "other polarity"
    LINKAGE = "other linkage"
    TARGET = "other target"
    ONLY = "only one"


@frozen
class Counterparts:
    """Relations of two maps that are the same, or stand in for each other.

    Attributes:
        left: Those of the first map.
        right: Those of the second, under the names of the first.
        own: Those of the second, as they are.
        how: How they compare.
    """

    left: tuple[Relation, ...]
    right: tuple[Relation, ...]
    own: tuple[Relation, ...]
    how: How


_AGAINST = (RelationKind.ATTACK, RelationKind.UNDERCUT)

_Entry = tuple[Relation, Relation]
"""A relation of the second map under the names of the first, and as it is."""

_Keys = Callable[[Relation], Iterable[Hashable]]


def counterparts(left: ArgumentMap, right: ArgumentMap, names: Names) -> list[Counterparts]:
    """Find the counterpart of each relation of two maps.

    Args:
        left: The first map.
        right: The second.
        names: The names of its statements and citations in the first; those of its relations are added.

    Returns:
        Those of the first map in its order, as far as they have a counterpart of one; each relation is there once.
    """
    pools = _Pools(names, dict(enumerate(left.relations)), {})
    steps = [(n, r) for n, r in enumerate(right.relations) if r.kind is not RelationKind.UNDERCUT]
    pools.add(steps)
    pools.pair(How.SAME, _exactly)
    pools.pair(How.WEIGHT, _ends)
    pools.pair(How.POLARITY, lambda relation: [(_start(relation), relation.target)] if relation.is_step else ())
    pools.gather(How.LINKAGE)
    pools.pair(How.TARGET, lambda relation: [(relation.kind, _start(relation))] if relation.is_step else ())
    names.keep(relation.id for _, relation in steps)
    _pair_undercuts(left, right, pools)
    pools.gather(How.LINKAGE)
    pools.pair(How.TARGET, lambda relation: [(relation.kind, _start(relation))])
    pools.pair(How.TARGET, lambda relation: [_start(relation)] if relation.kind in _AGAINST else ())
    pools.rest()
    order = {id(relation): number for number, relation in enumerate(left.relations)}
    return sorted(pools.found, key=lambda each: order[id(each.left[0])] if each.left else len(order))


def _pair_undercuts(left: ArgumentMap, right: ArgumentMap, pools: _Pools) -> None:
    """Pair the undercuts that are the same, each after what it cuts; in a ring, by what they name."""
    ids = {relation.id for relation in left.relations}
    known = pools.by_key(_exactly)
    for layer in _layers(right.relations):
        unnamed = (r.target for _, r in layer if r.target not in pools.names.parts)
        pools.names.parts.update((target, target) for target in unnamed if target in ids)
        pools.add(layer)
        pools.pair(How.SAME, _exactly, known, [number for number, _ in layer])
        pools.names.keep(relation.id for _, relation in layer)


class _Pools:
    """The relations of two maps that have no counterpart yet, by their numbers, and those that have."""

    def __init__(self, names: Names, left: dict[int, Relation], right: dict[int, _Entry]) -> None:
        self.names = names
        self.left = left
        self.right = right
        self.found: list[Counterparts] = []

    def add(self, relations: Iterable[tuple[int, Relation]]) -> None:
        """Add relations of the second map."""
        self.right |= {number: (self.names.relation(relation), relation) for number, relation in relations}

    def by_key(self, keys: _Keys) -> dict[Hashable, list[int]]:
        """Return the relations of the first map by what they could have in common, the last first."""
        found: dict[Hashable, list[int]] = {}
        for number, relation in reversed(self.left.items()):
            for key in keys(relation):
                found.setdefault(key, []).append(number)
        return found

    def pair(
        self,
        how: How,
        keys: _Keys,
        known: dict[Hashable, list[int]] | None = None,
        numbers: Sequence[int] | None = None,
    ) -> None:
        """Pair those that have a key in common, one and one."""
        known = self.by_key(keys) if known is None else known
        for number in list(self.right) if numbers is None else numbers:
            named, own = self.right[number]
            for key in keys(named):
                free = known.get(key, [])
                while free and free[-1] not in self.left:
                    free.pop()
                if free:
                    self._take([free[-1]], [number], how)
                    self.names.parts.setdefault(own.id, self.found[-1].left[0].id)
                    break

    def gather(self, how: How) -> None:
        """Put those together that have kind, target and some premise in common."""
        ones, others = list(self.left), list(self.right)
        relations = [*(self.left[number] for number in ones), *(self.right[number][0] for number in others)]
        keys: dict[Hashable, int] = {}
        joined: dict[int, list[int]] = {}
        for at, relation in enumerate(relations):
            for premise in relation.premises:
                key = keys.setdefault((relation.kind, relation.target, premise), len(relations) + len(keys))
                joined.setdefault(at, []).append(key)
                joined.setdefault(key, []).append(at)
        for component in strong_components(joined, joined):
            left = sorted(ones[at] for at in component if at < len(ones))
            right = sorted(others[at - len(ones)] for at in component if len(ones) <= at < len(relations))
            if left and right:
                self._take(left, right, how)

    def rest(self) -> None:
        """Take what has no counterpart."""
        for number in list(self.left):
            self._take([number], [], How.ONLY)
        for number in list(self.right):
            self._take([], [number], How.ONLY)

    def _take(self, left: Sequence[int], right: Sequence[int], how: How) -> None:
        entries = [self.right.pop(number) for number in right]
        named, own = tuple(entry[0] for entry in entries), tuple(entry[1] for entry in entries)
        self.found.append(Counterparts(tuple(self.left.pop(number) for number in left), named, own, how))


def _start(relation: Relation) -> frozenset[str]:
    return frozenset(relation.premises)


def _ends(relation: Relation) -> list[Hashable]:
    """Return what two relations have in common that join the same in the same way."""
    if relation.kind is RelationKind.CONTRADICTION:
        return [(relation.kind, _start(relation) | {relation.target})]
    return [(relation.kind, _start(relation), relation.target)]


def _exactly(relation: Relation) -> list[Hashable]:
    """Return what two relations have in common that count the same in every evaluation."""
    outweighing = frozenset(map(frozenset, relation.outweighed_by))
    return [(key, relation.force, outweighing, relation.weight) for key in _ends(relation)]


def _layers(relations: Sequence[Relation]) -> Iterator[list[tuple[int, Relation]]]:
    """Go through undercuts, those after others that they cut; last come rings, and what cuts one of them."""
    cutting: dict[str, list[tuple[int, Relation]]] = {}
    for number, relation in enumerate(relations):
        if relation.kind is RelationKind.UNDERCUT:
            cutting.setdefault(relation.target, []).append((number, relation))
    known = {relation.id for each in cutting.values() for _, relation in each}
    layer = [entry for target, each in cutting.items() if target not in known for entry in each]
    left = {number: relation for each in cutting.values() for number, relation in each}
    while layer:
        yield layer
        for number, _ in layer:
            del left[number]
        layer = [entry for _, relation in layer for entry in cutting.get(relation.id, ()) if entry[0] in left]
        layer = list(dict(layer).items())
    if left:
        yield list(left.items())
