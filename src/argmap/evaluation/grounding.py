"""Grounding: does a complete chain of reasons reach a ground? Objections are left aside.

A statement is *supported* if it is in the least fixed point of "has an honoured ground, or is the conclusion of a
support whose premises are all supported": linked premises are needed all, of convergent reasons any will do, and going
round adds nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import field, frozen

from argmap.evaluation.program import Program
from argmap.evaluation.translation import DROPPED, GRANTED, NEVER, Comparison, Demand, Part, reason
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
        order: The supported statements, each after those that its line rests on, best level first.
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
        waiting = [len(body) if rating < NEVER else -1 for rating, body in zip(ratings, program.positive, strict=True)]
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

    def weakest(self, statement: int) -> tuple[int, ...]:
        """Return the statements whose own grounds are the weakest links of a supported one's best line, in order."""
        positive, level = self.program.positive, self.levels[statement]
        line = {statement: None}
        todo = [statement]
        for at in todo:
            fresh = [premise for premise in positive[self.via[at]] if premise not in line]
            line.update(dict.fromkeys(fresh))
            todo += fresh
        return tuple(sorted(at for at in line if not positive[self.via[at]] and self.ratings[self.via[at]] == level))

    def without(self, sources: Collection[str], statements: Iterable[int] = ()) -> Grounding:
        """Drop every ground of some sources, and every ground and support of some statements.

        A leaf that loses its last citation with a source is an uncited leaf; a statement that is dropped is none.
        """
        program, ratings = self.program, list(self.ratings)
        cited = [rule for rule, part in enumerate(program.parts) if _is_of(part, sources)]
        for rule in cited:
            ratings[rule] = DROPPED
        for head in {program.heads[rule] for rule in cited}:
            rules = program.rules_for[head]
            if head < len(self.levels) and all(ratings[rule] >= NEVER for rule in rules):
                leaf = next(rule for rule in rules if not isinstance(program.parts[rule], Citation))
                if ratings[leaf] != DROPPED:
                    ratings[leaf] = GRANTED
                    for rule in program.rules_with[head]:
                        if reason(program.parts[rule]) is program.parts[leaf] and ratings[rule] != DROPPED:
                            ratings[rule] = GRANTED
        for rule in (rule for statement in statements for rule in program.rules_for[statement]):
            ratings[rule] = DROPPED
        return Grounding.of(program, tuple(ratings))

    def dropping(self, rules: Iterable[int]) -> Grounding:
        """Drop some rules. What loses its last ground by that is no uncited leaf."""
        ratings = list(self.ratings)
        for rule in rules:
            ratings[rule] = DROPPED
        return Grounding.of(self.program, tuple(ratings))

    def contested(self, limit: int) -> frozenset[int]:
        """Return the statements that something supported attacks, themselves or on a line that supports them."""
        program, levels = self.program, self.levels
        statements = len(levels)
        live = [
            rating <= limit and all(levels[premise] <= limit for premise in premises)
            for rating, premises in zip(self.ratings, program.positive, strict=True)
        ]
        rules = zip(program.heads, live, program.parts, strict=True)
        struck = dict.fromkeys(
            head for head, lives, part in rules if lives and head >= statements and not isinstance(part, Demand)
        )
        found = dict.fromkeys(index for index, atom in program.beaten.items() if atom in struck)
        for atom in struck:
            found |= dict.fromkeys(
                head
                for rule in program.rules_without[atom]
                if live[rule] and (head := program.heads[rule]) < statements
            )
        todo = list(found)
        for index in todo:
            for rule in program.rules_with[index]:
                head = program.heads[rule]
                if live[rule] and head < statements and head not in found:
                    found[head] = None
                    todo.append(head)
        return frozenset(found)


def _is_of(part: Part, sources: Collection[str]) -> bool:
    """Tell whether a part is a citation of some sources, or compares one."""
    if isinstance(part, Citation):
        return part.source in sources
    return isinstance(part, Comparison) and (_is_of(part.pro, sources) or _is_of(part.con, sources))
