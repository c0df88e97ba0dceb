"""A map as a forest, for formats in which a statement stands below what it bears on.

Each statement has one home; where it bears on something else too, a link stands in for it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation


@frozen
class Branch:
    """A statement below another one.

    Attributes:
        statement: Its id.
        relation: By which it bears on what is above; None where it only stands there.
        is_home: Whether the statement itself stands here, rather than a link to it.
    """

    statement: str
    relation: Relation | None = None
    is_home: bool = True


@frozen
class Forest:
    """A map as a forest.

    Attributes:
        roots: Ids of the statements that stand at the top, in order.
        branches: What stands below each statement.
        lost: Relations that have no place in it, for a statement that they name does not exist.
    """

    roots: tuple[str, ...]
    branches: Mapping[str, list[Branch]]
    lost: tuple[Relation, ...] = ()

    def walk(self) -> Iterator[tuple[int, Branch]]:
        """Go through it from top to bottom, with the depth of each line."""
        waiting = [(0, Branch(root)) for root in reversed(self.roots)]
        while waiting:
            depth, branch = waiting.pop()
            yield depth, branch
            if branch.is_home:
                below = self.branches.get(branch.statement, ())
                waiting += [(depth + 1, each) for each in reversed(below)]


def _never(relation: Relation) -> bool:  # noqa: ARG001  (it stands in for a test)
    return False


def forest(
    m: ArgumentMap,
    *,
    is_link: Callable[[Relation], bool] = _never,
    under: Mapping[str, str] | None = None,
    tops: Container[str] = (),
) -> Forest:
    """Make a forest of the relations of one premise each, whatever they do to their targets.

    Args:
        m: A map without relations of several premises.
        is_link: Whether a relation is better written as a link, where its premise has another place.
        under: Where statements stand that bear on nothing, as far as that is known.
        tops: Statements that stand at the top whatever they bear on.

    Example:
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(
        ...     statements=(Statement("wet", Kind.CLAIM, "It is wet."), Statement("rain", Kind.CLAIM, "It rained.")),
        ...     relations=(Relation.make("support", ["rain"], "wet"),),
        ... )
        >>> [(depth, branch.statement) for depth, branch in forest(m).walk()]
        [(0, 'wet'), (1, 'rain')]
    """
    relations = [r for r in m.relations if r.premises[0] in m and r.target in m]
    homes = _homes((r for r in relations if r.premises[0] not in tops), is_link)
    branches: dict[str, list[Branch]] = {}
    for relation in relations:
        name = relation.premises[0]
        branches.setdefault(relation.target, []).append(Branch(name, relation, homes.get(name) is relation))
    roots = []
    for statement in dict.fromkeys(s.id for s in m):
        above = (under or {}).get(statement)
        if statement in homes:
            continue
        if above is None or above not in m or above == statement:
            roots.append(statement)
        else:
            branches.setdefault(above, []).append(Branch(statement))
    lost = tuple(r for r in m.relations if r.premises[0] not in m or r.target not in m)
    return Forest(tuple(_with_circles(m, roots, branches)), branches, lost)


def _homes(relations: Iterable[Relation], is_link: Callable[[Relation], bool]) -> dict[str, Relation]:
    """Return the relation by which each statement has its place."""
    homes: dict[str, Relation] = {}
    links: dict[str, Relation] = {}
    for relation in relations:
        if relation.target != relation.premises[0]:
            (links if is_link(relation) else homes).setdefault(relation.premises[0], relation)
    return links | homes


def _with_circles(m: ArgumentMap, roots: list[str], branches: dict[str, list[Branch]]) -> Iterator[str]:
    """Return the roots, and one more for each circle that hangs on none of them."""
    reached: set[str] = set()
    for statement in [*roots, *(s.id for s in m)]:
        if statement in reached:
            continue
        yield statement
        waiting = [statement]
        reached.add(statement)
        while waiting:
            below = branches.get(waiting.pop(), [])
            for place, branch in enumerate(below):
                if branch.is_home and branch.statement in reached:
                    below[place] = evolve(branch, is_home=False)
                elif branch.is_home:
                    reached.add(branch.statement)
                    waiting.append(branch.statement)
