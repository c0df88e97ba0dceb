"""Grounding: does a complete chain of reasons reach a ground? Objections are left aside.

A statement is *supported* if it is in the least fixed point of "has an honoured ground, or is the conclusion of a
support whose premises are all supported": linked premises are needed all, of convergent reasons any will do, and going
round adds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush

from attrs import field, frozen

from argmap.evaluation.program import GRANTED, NEVER, Program
from argmap.graph import strong_components
from argmap.model.citations import Citation


@frozen(eq=False)
class Grounding:
    """How each statement is supported at best.

    Attributes:
        program: The rules.
        ratings: The level of each rule's own ground.
        levels: For each statement, the level of the weakest link of its best line: a basis supports it where this is
            within the `LIMIT` of the basis; `NEVER` where no line reaches even an uncited leaf.
        via: For each statement, the rule that closes such a line, or -1. Following it downwards never goes round.
        order: The supported statements, each behind those that its line rests on, best level first.
    """

    program: Program
    ratings: tuple[int, ...] = field(repr=False)
    levels: list[int] = field(repr=False)
    via: list[int] = field(repr=False)
    order: list[int] = field(repr=False)

    @classmethod
    def of(cls, program: Program, ratings: tuple[int, ...] | None = None) -> Grounding:
        """Propagate grounds along supports, best level first.

        Unit propagation in linear time (Dowling & Gallier 1984); taking the levels in turn gives each statement its
        best weakest link, as in Knuth's generalisation of Dijkstra's algorithm (1977).
        """
        statements = len(program.graph.statements)
        heads = program.heads
        ratings = program.levels if ratings is None else ratings
        waiting = [len(body) for body in program.positive]
        best, via, order = [NEVER] * statements, [-1] * statements, list[int]()
        facts: list[list[int]] = [[] for _ in range(NEVER)]
        for rule, body in enumerate(program.positive):
            if not body and heads[rule] < statements and ratings[rule] < NEVER:
                facts[ratings[rule]].append(rule)
        for level, queue in enumerate(facts):
            for rule in queue:
                head = heads[rule]
                if best[head] < NEVER:
                    continue
                best[head], via[head] = level, rule
                order.append(head)
                for following in program.rules_with[head]:
                    waiting[following] -= 1
                    if not waiting[following] and heads[following] < statements:
                        queue.append(following)
        return cls(program, ratings, best, via, order)

    def ratings_without(self, source: str) -> tuple[int, ...]:
        """Rate the rules with a source dropped; a leaf that loses its last ground is an uncited leaf."""
        program, ratings = self.program, list(self.ratings)
        dropped = [r for r, part in enumerate(program.parts) if isinstance(part, Citation) and part.source == source]
        for rule in dropped:
            ratings[rule] = NEVER
        for head in {program.heads[rule] for rule in dropped}:
            rules = program.rules_for[head]
            if head < len(self.levels) and all(ratings[rule] == NEVER for rule in rules):
                ratings[rules[-1]] = GRANTED
        return tuple(ratings)


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
        """Give the leaves that a statement lacks, in the order of the map; none where it only goes round."""
        return gather(statement, self._step, self._known)

    def _step(self, statement: int) -> tuple[bool, list[int]]:
        body = self.grounding.program.positive[self.via[statement]] if statement in self.via else ()
        return statement in self.via and not body, [premise for premise in body if premise in self.via]


def gather(
    start: int, step: Callable[[int], tuple[bool, Sequence[int]]], known: dict[int, tuple[int, ...]]
) -> tuple[int, ...]:
    """Give those that are wanted among all that a start leads to, in order.

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
