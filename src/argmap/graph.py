"""Look-ups over a map by index instead of by id, computed once and shared.

Statements are numbered in the order of the map. What names no statement is left out: a relation with an unknown id can
never act, and is a finding elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from argmap.components import strong_components
from argmap.model.document import ArgumentMap
from argmap.model.orders import Order
from argmap.model.relations import Force, Relation, RelationKind
from argmap.model.statements import Kind, Statement


class AttackKind(StrEnum):
    """What an attack strikes at, after Pollock (1987) and ASPIC+ (Modgil & Prakken 2014)."""

    REBUT = "rebut"
    UNDERMINE = "undermine"
    UNDERCUT = "undercut"


@frozen
class Step:
    """A support or an attack between statements of the map.

    Attributes:
        premises: Indices of the statements it starts from, each once.
        conclusion: Index of its target.
        pro: True for a support, False for an attack.
        relation: The relation as it is written.
        weighs: Whether it is an attack that is weighed against what speaks for its target, and does not simply beat it.
        outweighed_by: For such an attack, the indices of the statements of each reason that outweighs it. A reason that
            the attack itself is part of, or its target, outweighs nothing.
    """

    premises: tuple[int, ...]
    conclusion: int
    pro: bool
    relation: Relation
    weighs: bool = False
    outweighed_by: tuple[tuple[int, ...], ...] = ()


@frozen
class Undercut:
    """A relation that strikes at a step, at another undercut or at a citation.

    Attributes:
        premises: Indices of the statements it starts from, each once.
        target: Id of the relation or citation it strikes at.
        relation: The relation as it is written.
    """

    premises: tuple[int, ...]
    target: str
    relation: Relation


@frozen
class Contradiction:
    """Two statements that exclude each other.

    Attributes:
        first: Index of the one.
        second: Index of the other.
        relation: The relation as it is written; among more than two statements, one that several pairs share.
    """

    first: int
    second: int
    relation: Relation


@frozen(eq=False)
class Graph:
    """A map by index.

    Attributes:
        statements: In order; of statements that share an id, the last.
        index_of: Index of a statement by its id.
        steps: Supports and attacks, in order.
        undercuts: Those whose target is a step, an undercut or a citation of the map, in order.
        contradictions: By pairs, in order.
        audience: In whose eyes costs are weighed.

    Example:
        >>> from argmap.model.statements import Kind
        >>> m = ArgumentMap(
        ...     statements=(Statement("rain", Kind.EVIDENCE, "It rained."), Statement("wet", Kind.CLAIM, "It is wet.")),
        ...     relations=(Relation.make("support", ["rain"], "wet"), Relation.make("attack", ["snow"], "wet")),
        ... )
        >>> graph = Graph.of(m)
        >>> [(step.premises, step.conclusion) for step in graph.steps]
        [((0,), 1)]
    """

    statements: tuple[Statement, ...] = field(repr=False)
    index_of: Mapping[str, int] = field(repr=False)
    steps: tuple[Step, ...]
    undercuts: tuple[Undercut, ...]
    contradictions: tuple[Contradiction, ...]
    audience: Order | None = field(default=None, repr=False)

    @classmethod
    def of(cls, m: ArgumentMap) -> Graph:
        """Number the statements of a map and look up the ends of its relations."""
        statements = tuple({s.id: s for s in m.statements}.values())
        index_of = {s.id: index for index, s in enumerate(statements)}
        steps: list[Step] = []
        undercuts: list[Undercut] = []
        contradictions: list[Contradiction] = []
        for relation in m.relations:
            premises = _indices(relation.premises, index_of)
            if not premises:
                continue
            if relation.kind is RelationKind.UNDERCUT:
                undercuts.append(Undercut(premises, relation.target, relation))
                continue
            target = index_of.get(relation.target)
            if target is None:
                continue
            if relation.kind is RelationKind.CONTRADICTION:
                contradictions += _pairs((*premises, target), relation)
            else:
                pro = relation.kind is RelationKind.SUPPORT
                weighs = not pro and is_weighed(relation, statements[target])
                outweighing = _outweighing(relation, {*premises, target}, index_of) if weighs else ()
                steps.append(Step(premises, target, pro, relation, weighs, outweighing))
        kept = _of_something(undercuts, steps, statements) if undercuts else ()
        return cls(statements, index_of, tuple(steps), kept, tuple(contradictions), m.audience)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the statements, in order."""
        return tuple(self.index_of)

    @cached_property
    def supports_on(self) -> tuple[tuple[Step, ...], ...]:
        """Return the supports that conclude each statement."""
        return self._gather((step.conclusion, step) for step in self.steps if step.pro)

    @cached_property
    def attacks_on(self) -> tuple[tuple[Step, ...], ...]:
        """Return the attacks on each statement."""
        return self._gather((step.conclusion, step) for step in self.steps if not step.pro)

    @cached_property
    def steps_from(self) -> tuple[tuple[Step, ...], ...]:
        """Return the steps that each statement is a premise of."""
        return self._gather((premise, step) for step in self.steps for premise in step.premises)

    @cached_property
    def undercuts_on(self) -> Mapping[str, tuple[Undercut, ...]]:
        """Return the undercuts by the id of what they strike at."""
        found: dict[str, list[Undercut]] = {}
        for undercut in self.undercuts:
            found.setdefault(undercut.target, []).append(undercut)
        return {target: tuple(undercuts) for target, undercuts in found.items()}

    def attack_kind(self, attack: Step | Undercut) -> AttackKind:
        """Tell whether an attack rebuts a conclusion, undermines a premise or undercuts a step or citation.

        A statement is a conclusion where some support on it is drawn, and a mere premise where none is.
        """
        if isinstance(attack, Undercut):
            return AttackKind.UNDERCUT
        return AttackKind.REBUT if self.supports_on[attack.conclusion] else AttackKind.UNDERMINE

    def _gather(self, entries: Iterable[tuple[int, Step]]) -> tuple[tuple[Step, ...], ...]:
        found: list[list[Step]] = [[] for _ in self.statements]
        for index, step in entries:
            found[index].append(step)
        return tuple(map(tuple, found))


def _of_something(
    undercuts: list[Undercut], steps: list[Step], statements: Iterable[Statement]
) -> tuple[Undercut, ...]:
    """Return the undercuts whose target is a step, an undercut or a citation."""
    known = {step.relation.id for step in steps} | {undercut.relation.id for undercut in undercuts}
    known.update(citation.id for statement in statements for citation in statement.citations)
    return tuple(undercut for undercut in undercuts if undercut.target in known)


def is_weighed(attack: Relation, target: Statement) -> bool:
    """Tell whether an attack is weighed.

    Its author says so, or what outweighs it, or it bears on a recommendation, or on what has a standard that weighs.
    """
    if attack.force is not None:
        return attack.force is Force.WEIGHS
    standard = target.standard
    return (
        bool(attack.outweighed_by) or target.kind is Kind.RECOMMENDATION or (standard is not None and standard.weighs)
    )


def _outweighing(attack: Relation, ends: set[int], index_of: Mapping[str, int]) -> tuple[tuple[int, ...], ...]:
    """Look up the reasons that outweigh an attack, each once, but for those that have one of its ends."""
    reasons = (_indices(reason, index_of) for reason in attack.outweighed_by)
    return tuple(dict.fromkeys(reason for reason in reasons if reason and ends.isdisjoint(reason)))


def _indices(ids: tuple[str, ...], index_of: Mapping[str, int]) -> tuple[int, ...] | None:
    """Look up ids, each once; None where one of them names no statement."""
    if len(ids) == 1:
        index = index_of.get(ids[0])
        return None if index is None else (index,)
    try:
        return tuple({index_of[name]: None for name in ids})
    except KeyError:
        return None


def _pairs(members: tuple[int, ...], relation: Relation) -> list[Contradiction]:
    return [
        Contradiction(first, second, relation) for index, first in enumerate(members) for second in members[index + 1 :]
    ]


def ends(
    following: Mapping[int, Sequence[int]], most: int, places: Iterable[int] | None = None
) -> dict[int, tuple[int, ...]]:
    """Find where the paths from every place end, so that a long path that many share costs its length once.

    Args:
        following: For each place, the places that follow on it; one that none follows is an end.
        most: How many ends to find for each place; others are left out.
        places: Those that are asked for; all of them if none are named.

    Returns:
        The ends by place, in order. From a circle that nothing leads out of there are none.

    Example:
        >>> ends({1: [2, 3], 2: [4, 1], 3: [], 4: [], 5: [5]}, most=5)
        {4: (4,), 3: (3,), 2: (3, 4), 1: (3, 4), 5: ()}
    """
    found: dict[int, tuple[int, ...]] = {}
    for component in strong_components(following if places is None else places, following):
        ways = [each for index in component for each in following[index]]
        reached = dict.fromkeys(end for each in ways for end in found.get(each, ()))
        shown = tuple(sorted(list(reached)[:most])) if ways else tuple(component)
        found.update(dict.fromkeys(component, shown))
    return found


def gather(
    start: int, step: Callable[[int], tuple[bool, Sequence[int]]], known: dict[int, tuple[int, ...]]
) -> tuple[int, ...]:
    """Return those that are wanted among all that a start leads to, in order.

    Args:
        start: Where to begin.
        step: Tells whether one is wanted, and what it leads to.
        known: What was gathered before. All along a path that does not fork the answer is the same, and shared.

    Example:
        >>> arcs = {1: [2], 2: [3], 3: [4, 5], 4: [], 5: []}
        >>> gather(1, lambda each: (not arcs[each], arcs[each]), {})
        (4, 5)
    """
    path: dict[int, None] = {}
    end = start
    while end not in known and end not in path:
        is_wanted, following = step(end)
        if is_wanted or len(following) != 1:
            break
        path[end] = None
        end = following[0]
    if end not in known:
        found: set[int] = set()
        todo = [end]
        met = {end}
        for each in todo:
            is_wanted, following = step(each)
            if is_wanted:
                found.add(each)
            for other in following:
                if other in known:
                    found.update(known[other])
                elif other not in met:
                    met.add(other)
                    todo.append(other)
        known[end] = tuple(sorted(found))
    known.update(dict.fromkeys(path, known[end]))
    return known[end]
