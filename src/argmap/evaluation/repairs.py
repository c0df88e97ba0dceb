"""What unsupported statements lack: the leaves that want a source, or nothing where support only goes round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush

from attrs import field, frozen

from argmap.components import strong_components
from argmap.evaluation.grounding import Grounding
from argmap.evaluation.translation import NEVER
from argmap.graph import gather

_MOST_LINES = 20
_MOST_WALKED = 200
_LONGEST_CIRCLE = 50
_MOST_LOOKED_AT = 1_000


@frozen(eq=False)
class Circles:
    """What is supported only by going round: in the greatest fixed point of support, but not in the least.

    Attributes:
        members: The positions of all such statements, those that merely rest on a circle included.
        loops: The circles themselves, in the order of the map.
    """

    members: frozenset[int]
    loops: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, grounding: Grounding, limit: int) -> Circles:
        """Strike out, until none is left, the statements that no support holds up even when circles count."""
        program, statements = grounding.program, len(grounding.levels)
        open_rules = {s: 0 for s, level in enumerate(grounding.levels) if level > limit}
        steps = [r for r, body in enumerate(program.positive) if body and program.heads[r] in open_rules]
        for rule in steps:
            open_rules[program.heads[rule]] += 1
        struck = [s for s, count in open_rules.items() if not count]
        dead: set[int] = set()
        for statement in struck:
            for rule in program.rules_with[statement]:
                head = program.heads[rule]
                if head < statements and rule not in dead and head in open_rules:
                    dead.add(rule)
                    open_rules[head] -= 1
                    if not open_rules[head]:
                        struck.append(head)
        members = frozenset(s for s, count in open_rules.items() if count)
        following: dict[int, list[int]] = {s: [] for s in members}
        for rule in steps:
            if rule not in dead:
                for premise in members.intersection(program.positive[rule]):
                    following[premise].append(program.heads[rule])
        loops = [
            tuple(sorted(component))
            for component in strong_components(sorted(members), following)
            if len(component) > 1 or component[0] in following[component[0]]
        ]
        return cls(members, tuple(sorted(loops)))

    def through(self, statement: int, rests_on: Callable[[int], Iterable[int]]) -> tuple[int, ...]:
        """Return the statements of a shortest circle through one, in order: it rests on the second, that on the next.

        Args:
            statement: Where to begin.
            rests_on: Returns the premises of what supports a statement.

        Returns:
            The circle; empty where none leads back to the statement, or none that is short and soon found.
        """
        came_from = {statement: statement}
        todo = [statement]
        for at in todo:
            for premise in (each for each in rests_on(at) if each in self.members):
                if premise == statement:
                    circle = [at]
                    while circle[-1] != statement:
                        circle.append(came_from[circle[-1]])
                    return tuple(reversed(circle)) if len(circle) <= _LONGEST_CIRCLE else ()
                if premise not in came_from and len(came_from) < _MOST_LOOKED_AT:
                    came_from[premise] = at
                    todo.append(premise)
        return ()


@frozen(eq=False)
class Repairs:
    """What it would take to support the statements that are not.

    Attributes:
        grounding: How the statements are supported as it is.
        via: By statement, the rule that the cheapest repair goes through; a leaf's is the ground it wants.
        circling: The positions of statements all of whose lines go round in a circle, so that leaves are no repair.
    """

    grounding: Grounding
    via: dict[int, int] = field(repr=False)
    circling: frozenset[int] = field(repr=False)
    _known: dict[int, tuple[int, ...]] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, grounding: Grounding, circles: Circles, limit: int) -> Repairs:
        """Choose for each unsupported statement the line that lacks the fewest leaves.

        A line costs the sum of what its premises cost, so that a leaf it reaches twice counts twice: the choice is one
        small repair (Knuth 1977), where finding the smallest of all would be NP-hard. Between equals the author's order
        decides. What only goes round in a circle has no repair; where every line lacks leaves and rests on a circle
        too, the first line stands for what is missing.
        """
        program = grounding.program
        lacking = {s for s, level in enumerate(grounding.levels) if level > limit}
        offers = [
            (1, rule)
            for rule, body in enumerate(program.positive)
            if not body and program.heads[rule] in lacking and limit < grounding.ratings[rule] < NEVER
        ]
        most = len(offers)
        costs: dict[int, int] = {}
        via: dict[int, int] = {}
        waiting: dict[int, int] = {}
        sums: dict[int, int] = {}
        heapify(offers)
        while offers:
            cost, rule = heappop(offers)
            head = program.heads[rule]
            if head in costs:
                continue
            costs[head], via[head] = cost, rule
            for following in program.rules_with[head]:
                if program.heads[following] not in lacking:
                    continue
                if following not in waiting:
                    waiting[following] = len(lacking.intersection(program.positive[following]))
                waiting[following] -= 1
                sums[following] = min(most, sums.get(following, 0) + cost)
                if not waiting[following]:
                    heappush(offers, (sums[following], following))
        circling = frozenset(lacking - via.keys())
        for statement in circling - circles.members:
            steps = [rule for rule in program.rules_for[statement] if program.positive[rule]]
            via.update((statement, rule) for rule in steps[:1])
        return cls(grounding, via, circling)

    def leaves(self, statement: int) -> tuple[int, ...]:
        """Return the leaves that a statement lacks, in the order of the map; none where it only goes round."""
        return gather(statement, self._step, self._known)

    def circles(self, statement: int) -> tuple[int, ...]:
        """Return what only goes round on the line that stands for what a statement lacks, in the order of the map."""
        if statement not in self.circling:
            return ()
        walked = self._walk(statement, {}, most=len(self.via))
        premises = {premise for at in walked for premise in self._lacking(self.via[at])}
        return tuple(sorted(premises - self.via.keys()))

    def alternatives(self, statement: int) -> tuple[dict[int, tuple[int, ...]], bool]:
        """Return other leaves that would do as well: those lacking if one statement took another of its lines.

        Returns:
            By the rule of the other line, the leaves in the order of the map, the fewest first; and whether all were
            looked at. Left out are lines that lack the same and more, and those that lead through a circle.
        """
        walked, lacking = self._walk(statement, {}), set(self.leaves(statement))
        program = self.grounding.program
        others = [
            rule
            for at in walked
            for rule in program.rules_for[at]
            if program.positive[rule] and rule != self.via[at] and self.circling.isdisjoint(self._lacking(rule))
        ]
        found: dict[frozenset[int], int] = {}
        finished = len(walked) < _MOST_WALKED and len(others) <= _MOST_LINES
        for rule in others[:_MOST_LINES]:
            below = [self._walk(premise, {}) for premise in self._lacking(rule)]
            whole = self._walk(statement, {program.heads[rule]: rule})
            if any(program.heads[rule] in walk for walk in below):
                continue
            if any(len(walk) == _MOST_WALKED for walk in (whole, *below)):
                finished = False
                continue
            leaves = frozenset(filter(self._is_leaf, whole))
            if not leaves >= lacking:
                found.setdefault(leaves, rule)
        return {found[leaves]: tuple(sorted(leaves)) for leaves in sorted(found, key=len)}, finished

    def _walk(self, statement: int, instead: Mapping[int, int], most: int = _MOST_WALKED) -> list[int]:
        """Return a statement and what it lacks support through, by the chosen lines or by others instead."""
        found = {statement: None}
        todo = [statement]
        for at in todo:
            for premise in self._lacking(instead.get(at, self.via[at])):
                if premise in self.via and premise not in found and len(found) < most:
                    found[premise] = None
                    todo.append(premise)
        return todo

    def _lacking(self, rule: int) -> list[int]:
        """Return the premises of a rule that are not supported."""
        return [p for p in self.grounding.program.positive[rule] if p in self.via or p in self.circling]

    def _is_leaf(self, statement: int) -> bool:
        return not self.grounding.program.positive[self.via[statement]]

    def _step(self, statement: int) -> tuple[bool, list[int]]:
        body = self.grounding.program.positive[self.via[statement]] if statement in self.via else ()
        return statement in self.via and not body, [premise for premise in body if premise in self.via]
