"""A map as an outline: from each conclusion on, what speaks for it, what speaks against it, and what cuts a step.

Each statement is told once, where a reader meets it first; after that it is referred to, and a circle ends. What is not
in the part that is asked for is referred to as well, so that no reason goes missing in silence.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from enum import StrEnum

from attrs import evolve, frozen

from argmap.model.bearing import ends
from argmap.model.document import ArgumentMap
from argmap.model.reading import reading_order
from argmap.model.relations import Relation, RelationKind

_ORDER = list(RelationKind)


class Told(StrEnum):
    """Whether a statement is told at a place, and if not, where it is."""

    HERE = "here"
    ABOVE = "above"
    BELOW = "below"
    CIRCLE = "circle"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


@frozen
class Item:
    """A line of an outline.

    Attributes:
        depth: How far it is indented.
        level: How many statements are above it.
        statement: Id of the statement that it tells; None for a step whose premises stand one deeper.
        relation: The relation by which it stands under what is above; None for a conclusion, and for the premise of a
            step that has a line of its own.
        serves: Whether it is what the statement above it serves, and not what that rests on.
        is_last: Whether it is the last of its siblings.
        is_linked: Whether it is one of several premises that only hold together.
        ends_link: Whether it is the last of these.
        told: Whether the statement is told here.
        is_cut: Whether something under it is not told, as it is too deep.
    """

    depth: int
    level: int
    statement: str | None
    relation: Relation | None = None
    serves: bool = False
    is_last: bool = True
    is_linked: bool = False
    ends_link: bool = False
    told: Told = Told.HERE
    is_cut: bool = False


def outline(m: ArgumentMap, part: Container[str] | None = None, depth: int | None = None) -> Iterator[Item]:
    """Tell a map line by line.

    Args:
        m: The map.
        part: Ids of the statements to tell; all if None.
        depth: How many statements deep to go; all the way if None.

    Example:
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(
        ...     statements=(Statement("wet", Kind.CLAIM, "It is wet."), Statement("rain", Kind.EVIDENCE, "It rained.")),
        ...     relations=(Relation.make("support", ["rain"], "wet"),),
        ... )
        >>> [(item.depth, item.statement) for item in outline(m)]
        [(0, 'wet'), (1, 'rain')]
    """
    below = _Below(m, m if part is None else part)
    for root in below.roots():
        waiting = [Item(0, 0, root)]
        while waiting:
            item = below.met(waiting.pop())
            children = below.of(item)
            if depth is not None and item.statement is not None and item.level >= depth:
                shown = [child for child in children if child.serves]
                item, children = evolve(item, is_cut=len(shown) < len(children)), shown
            yield item
            waiting += reversed(_closed(children))


def _closed(siblings: list[Item]) -> list[Item]:
    """Mark the last of siblings as such."""
    return [*siblings[:-1], evolve(siblings[-1], is_last=True)] if siblings else []


class _Below:
    """What stands under each statement and step of a map, and what of it was told."""

    def __init__(self, m: ArgumentMap, part: Container[str]) -> None:
        self.m, self.part = m, part
        self.told: set[str] = set()
        self.steps: set[int] = set()  # those told; undercuts may cut each other in a ring
        self.way: list[str] = []  # the statements from the conclusion to the place, nothing for a step
        self.on_way: set[str] = set()
        self.on: dict[str, list[Relation]] = {}
        self.cuts: dict[str, list[Relation]] = {}
        self.serving: dict[str, list[tuple[Relation, str]]] = {}
        self.under: dict[str, list[str]] = {}
        found = zip(m.relations, ends(m), strict=True)
        for relation, (end, *_) in sorted(
            ((r, e or ("",)) for r, e in found), key=lambda pair: _ORDER.index(pair[0].kind)
        ):
            self._add(relation, end)

    def _add(self, relation: Relation, end: str) -> None:
        if relation.kind is RelationKind.CONTRADICTION:
            for name in dict.fromkeys((*relation.premises, relation.target)):
                self.on.setdefault(name, []).append(relation)
            return
        (self.cuts if relation.kind is RelationKind.UNDERCUT else self.on).setdefault(relation.target, []).append(
            relation
        )
        if end in self.part:
            self.under.setdefault(end, []).extend(relation.premises)
        elif end in self.m:
            for name in relation.premises:
                self.serving.setdefault(name, []).append((relation, end))

    def roots(self) -> Iterator[str]:
        """Return the statements at which to begin: those that lead to nothing, then what no other has led to."""
        below = {name: [lower for lower in found if lower in self.part] for name, found in self.under.items()}
        order = reading_order((s.id for s in self.m.statements if s.id in self.part), below)
        return (name for name, above in order.items() if above is None)

    def met(self, item: Item) -> Item:
        """Return an item as it is to be told where it is met."""
        self.on_way.difference_update(self.way[item.depth :])
        del self.way[item.depth :]
        name = item.statement
        told = self._step(item.relation) if name is None else self._state(name, item.relation)
        is_new = name is not None and told is Told.HERE
        self.way.append(name if name is not None and is_new else "")
        if name is not None and is_new:
            self.told.add(name)
            self.on_way.add(name)
        return evolve(item, told=told)

    def _step(self, relation: Relation | None) -> Told:
        is_known = id(relation) in self.steps
        self.steps.add(id(relation))
        return Told.CIRCLE if is_known else Told.HERE

    def _state(self, name: str, relation: Relation | None) -> Told:
        if name not in self.m:
            return Told.UNKNOWN
        if name not in self.part:
            return Told.ELSEWHERE
        if name in self.told:
            return Told.CIRCLE if name in self.on_way else Told.ABOVE
        is_beside = relation is not None and relation.kind is RelationKind.CONTRADICTION
        return Told.BELOW if is_beside else Told.HERE

    def of(self, item: Item) -> list[Item]:
        """Return what stands under an item."""
        if item.told is not Told.HERE:
            return []
        return self._of_step(item) if item.statement is None else self._of_statement(item, item.statement)

    def _of_statement(self, item: Item, name: str) -> list[Item]:
        new = Item(item.depth + 1, item.level + 1, None, is_last=False)
        found = [evolve(new, statement=end, relation=r, serves=True) for r, end in self.serving.get(name, ())]
        for relation in self.on.get(name, ()):
            found += self._relation(relation, name, new)
        for citation in self.m[name].citations:
            for relation in self.cuts.get(citation.id, ()):
                found += self._relation(relation, name, new)
        return found

    def _relation(self, relation: Relation, on: str, new: Item) -> list[Item]:
        """Return a relation as one item, if it has but one premise that nothing cuts, else as a step of its own."""
        if relation.kind is RelationKind.CONTRADICTION:
            others = [name for name in dict.fromkeys((*relation.premises, relation.target)) if name != on]
            found = [evolve(new, statement=name, relation=relation) for name in others]
            return found + (self._cuts(relation, new) if on == relation.target else [])
        is_plain = len(relation.premises) == 1 and relation.id not in self.cuts
        return [evolve(new, statement=relation.premises[0] if is_plain else None, relation=relation)]

    def _of_step(self, item: Item) -> list[Item]:
        relation = item.relation
        if relation is None:
            return []
        new = Item(item.depth + 1, item.level, None, is_last=False)
        names = tuple(dict.fromkeys(relation.premises))
        linked = evolve(new, is_linked=len(names) > 1)
        found = [evolve(linked, statement=name, ends_link=name == names[-1]) for name in names]
        return found + self._cuts(relation, new)

    def _cuts(self, relation: Relation, new: Item) -> list[Item]:
        """Return what cuts a relation."""
        return [item for cut in self.cuts.get(relation.id, ()) for item in self._relation(cut, "", new)]
