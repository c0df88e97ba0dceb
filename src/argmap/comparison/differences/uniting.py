"""Making one map of two, in which what they differ in can be taken over one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from attrs import evolve, field, frozen

from argmap.analysis import Analysis
from argmap.comparison.alignment.groups import Alignment, Group
from argmap.comparison.differences.citations import CitedPair, cited_alike
from argmap.comparison.differences.counterparts import Counterparts, How, counterparts
from argmap.comparison.differences.names import Names
from argmap.comparison.differences.union import Difference, Gated, Graded, Node, Union, What
from argmap.model.citations import Citation, Stance
from argmap.model.relations import Relation, relation_id
from argmap.model.statements import Kind, Statement

_T = TypeVar("_T")
_COUNTING = frozenset({Kind.ASSUMPTION, Kind.QUESTION, Kind.RECOMMENDATION})
"""The kinds that count in an evaluation; all others are alike there."""


def unite(left: Analysis, right: Analysis, alignment: Alignment, sources: Mapping[str, str]) -> Union:
    """Make one map of two.

    Args:
        left: The first map.
        right: The second.
        alignment: Which of their statements are which.
        sources: What a source of the second map is called in the first, where it is called otherwise.
    """
    uniting = _Uniting(left, right, sources, Names.of(left.map, right.map, alignment))
    nodes = [node for group in alignment.groups for node in uniting.nodes(group)]
    pairs = counterparts(left.map, right.map, uniting.names)
    relations = list(uniting.relations(pairs))
    return Union(
        tuple(uniting.differences), tuple(nodes), tuple(relations), tuple(pairs), tuple(uniting.cited), uniting.names
    )


@frozen
class _Uniting:
    left: Analysis
    right: Analysis
    sources: Mapping[str, str]
    names: Names
    differences: list[Difference] = field(factory=list)
    cited: list[CitedPair] = field(factory=list)
    alone: tuple[set[str], set[str]] = field(factory=lambda: (set(), set()))
    """The names of what only the first map has, and of what only the second has."""

    def differ(self, what: What, on: str, left: str, right: str) -> int:
        """Note a difference; return its number."""
        self.differences.append(Difference(what, on, left, right))
        return len(self.differences) - 1

    def nodes(self, group: Group) -> Iterator[Gated[Node]]:
        """Go through the statements of a group."""
        if group.is_pair:
            yield Gated(self._shared(group.left[0], group.right[0]))
            return
        what = What.DIVISION if group.left and group.right else What.STATEMENT
        on = (group.left if len(group.left) == 1 else group.right or group.left)[0]
        number = self.differ(what, on, " + ".join(group.left), " + ".join(group.right))
        for name in group.left:
            yield Gated(self._own(self._statement(self.left, name), self.left), number)
            self.alone[0].add(name)
        for name in group.right:
            statement = self._statement(self.right, name)
            self.names.keep(citation.id for citation in statement.citations)
            yield Gated(self._own(statement, self.right, self.names), number, comes=True)
            self.alone[1].add(self.names.statements[name])

    @staticmethod
    def _statement(analysis: Analysis, name: str) -> Statement:
        return analysis.graph.statements[analysis.graph.index_of[name]]

    def _own(self, statement: Statement, analysis: Analysis, names: Names | None = None) -> Node:
        """Return a statement that varies in nothing, under its name."""
        named = [evolve(c, id=names.parts[c.id]) if names else c for c in statement.citations]
        grades = [analysis.grades.get(citation.id) for citation in statement.citations]
        return Node(
            evolve(statement, id=names.statement(statement.id) if names else statement.id, citations=()),
            (Gated(statement.kind),),
            (Gated(statement.standard),),
            tuple(Gated(Graded(*each)) for each in zip(named, grades, strict=True)),
        )

    def _shared(self, left: str, right: str) -> Node:
        """Return a statement that both maps have."""
        one, other = self._statement(self.left, left), self._statement(self.right, right)
        counts = one.kind is not other.kind and not _COUNTING.isdisjoint((one.kind, other.kind))
        return Node(
            evolve(one, citations=()),
            self._varying(What.KIND, left, one.kind, other.kind) if counts else (Gated(one.kind),),
            self._varying(What.STANDARD, left, one.standard, other.standard),
            tuple(self._citations(one, other)),
        )

    def _varying(self, what: What, on: str, left: _T, right: _T) -> tuple[Gated[_T], ...]:
        if left == right:
            return (Gated(left),)
        number = self.differ(what, on, str(left or ""), str(right or ""))
        return Gated(left, number), Gated(right, number, comes=True)

    def _citations(self, one: Statement, other: Statement) -> Iterator[Gated[Graded]]:
        for left, right in cited_alike(one.citations, other.citations, self.sources):
            grades = self.left.grades.get(left.id) if left else None, self.right.grades.get(right.id) if right else None
            if left and right:
                self.names.parts.setdefault(right.id, left.id)
                if (left.stance, left.weight, grades[0]) == (right.stance, right.weight, grades[1]):
                    self.cited.append(CitedPair(one.id, left, right, is_same=True))
                    yield Gated(Graded(left, grades[0]))
                    continue
            self.cited.append(CitedPair(one.id, left, right))
            told = [citation_told(c, grade) if c else "" for c, grade in ((left, grades[0]), (right, grades[1]))]
            number = self.differ(What.CITATION, one.id, told[0], told[1])
            if left:
                yield Gated(Graded(left, grades[0]), number)
                self.alone[0].update(() if right else (left.id,))
            if right:
                named = evolve(right, id=self.names.part(right.id))
                yield Gated(Graded(named, grades[1]), number, comes=True)
                self.alone[1].update(() if left else (named.id,))

    def relations(self, pairs: list[Counterparts]) -> Iterator[Gated[Relation]]:
        """Go through the relations; those of what only one map has come and go with it."""
        for pair in pairs:
            ones, others = {r.id for r in pair.left}, {self.names.parts[r.id] for r in pair.own}
            self.alone[0].update(ones - others)
            self.alone[1].update(others - ones)
        for pair in pairs:
            if pair.how is How.SAME:
                yield Gated(pair.left[0])
                continue
            rights = [evolve(r, id=self.names.parts[own.id]) for r, own in zip(pair.right, pair.own, strict=True)]
            free = [r for r in pair.left if self._is_free(r, 0)], [r for r in rights if self._is_free(r, 1)]
            number = None
            if free[0] or free[1]:
                told = [" and ".join(map(relation_told, each)) for each in (pair.left, pair.own)]
                number = self.differ(What.RELATION, "", told[0], told[1])
            yield from (Gated(r, number if r in free[0] else None) for r in pair.left)
            yield from (Gated(r, number if r in free[1] else None, comes=r in free[1]) for r in rights)

    def _is_free(self, relation: Relation, side: int) -> bool:
        """Tell whether all that a relation joins is there whatever is taken over."""
        return self.alone[side].isdisjoint((*relation.premises, relation.target))


def relation_told(relation: Relation) -> str:
    """Return a relation in words, with what it weighs.

    Example:
        >>> from argmap.model.relations import Force
        >>> relation_told(evolve(Relation.make("attack", ["a"], "b"), force=Force.DEFEATS))
        'a -| b (defeats)'
    """
    reasons = ", ".join(" + ".join(reason) for reason in relation.outweighed_by)
    told = [
        str(relation.force) if relation.force else "",
        f"outweighed by {reasons}" if reasons else "",
        f"weight {relation.weight:g}" if relation.weight is not None else "",
    ]
    weight = ", ".join(filter(None, told))
    name = relation_id(relation.kind, relation.premises, relation.target)
    return f"{name} ({weight})" if weight else name


def citation_told(citation: Citation, grade: object = "") -> str:
    """Return a citation in words, with what it counts for.

    Example:
        >>> citation_told(Citation("a@memo", "memo", stance=Stance.CONTRADICTS), "unverified")
        'memo (contradicts, unverified)'
    """
    quote = f' "{citation.selector.quote}"' if citation.selector else ""
    told = [
        str(citation.stance) if citation.stance is not Stance.SUPPORTS else "",
        "no ground" if grade is None else str(grade),
        f"weight {citation.weight:g}" if citation.weight is not None else "",
    ]
    said = ", ".join(filter(None, told))
    return f"{citation.source}{quote}" + (f" ({said})" if said else "")
