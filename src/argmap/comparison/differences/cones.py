"""What each statement of two maps rests on, and which differences touch it there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from attrs import evolve, frozen

from argmap.comparison.differences.union import Gated, Union
from argmap.model.relations import Relation, RelationKind

_Joined = tuple[Gated[Relation], tuple[str, ...]]
"""A relation that bears on a statement, and the statements that it joins to it."""


@frozen(eq=False)
class Cones:
    """What bears on each statement of two maps.

    Attributes:
        joined: The relations that bear on each statement, by its name.
        at: The differences that touch each statement: its own, and those that let what bears on it come or go.
    """

    joined: Mapping[str, list[_Joined]]
    at: Mapping[str, set[int]]

    @classmethod
    def of(cls, union: Union) -> Cones:
        """Look up what bears on what."""
        gates, at = dict[str, int](), dict[str, set[int]]()
        for node in union.nodes:
            at[node.value.statement.id] = {
                number for number in (*node.value.numbers, node.number) if number is not None
            }
            if node.number is not None:
                gates[node.value.statement.id] = node.number
        joined: dict[str, list[_Joined]] = {}
        borne = _borne_on(union)
        for relation in union.relations:
            names = relation.value.names
            touching = {gates[name] for name in names if name in gates}
            touching.update(() if relation.number is None else (relation.number,))
            for statement in borne.get(relation.value.id, ()):
                joined.setdefault(statement, []).append((relation, names))
                at.setdefault(statement, set()).update(touching)
        return cls(joined, at)

    def below(self, name: str, taken: Collection[int] | None = None) -> list[str]:
        """Return the statements that one rests on, itself first, when some differences are taken over; None for any."""
        found = {name: None}
        todo = [name]
        for each in todo:
            for relation, names in self.joined.get(each, ()):
                if taken is None or relation.stands(taken):
                    fresh = [other for other in names if other not in found and other in self.at]
                    found |= dict.fromkeys(fresh)
                    todo += fresh
        return list(found)

    def touching(self, names: Iterable[str]) -> set[int]:
        """Return the differences that touch some statements."""
        return set().union(*(self.at.get(name, ()) for name in names))

    def part(self, union: Union, name: str) -> Union:
        """Return the part of two maps that a statement can rest on."""
        kept = set(self.below(name))
        relations = {id(relation): relation for each in kept for relation, _ in self.joined.get(each, ())}
        return evolve(
            union,
            nodes=tuple(node for node in union.nodes if node.value.statement.id in kept),
            relations=tuple(relation for relation in union.relations if id(relation) in relations),
        )


def _borne_on(union: Union) -> dict[str, set[str]]:
    """Return the statements that the relations of each id bear on in the end, whatever is taken over."""
    cutting: dict[str, list[Relation]] = {}
    found: dict[str, set[str]] = {}
    for gated in union.relations:
        relation = gated.value
        if relation.kind is RelationKind.UNDERCUT:
            cutting.setdefault(relation.target, []).append(relation)
        else:
            ends = relation.names if relation.kind is RelationKind.CONTRADICTION else (relation.target,)
            found.setdefault(relation.id, set()).update(ends)
    cited = ((each.value.citation.id, node.value.statement.id) for node in union.nodes for each in node.value.citations)
    struck = {name: set(found[name]) for name in found if name in cutting}
    for citation, statement in cited:
        if citation in cutting:
            struck.setdefault(citation, set()).add(statement)
    todo = list(struck.items())
    for name, statements in todo:
        for undercut in cutting.get(name, ()):
            known = found.setdefault(undercut.id, set())
            fresh = statements - known
            if fresh:
                known |= fresh
                todo.append((undercut.id, fresh))
    return found
