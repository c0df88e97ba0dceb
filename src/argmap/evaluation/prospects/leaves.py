"""Leaves: which smallest sets of statements without a ground that counts would do for a statement if they had one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from attrs import field, frozen

from argmap.evaluation.prospects.minimal import elements_of, minimal_sets
from argmap.evaluation.prospects.support import Support
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import NEVER

_MOST_WORK = 300_000
_MOST_SETS = 50


@frozen(eq=False)
class Leaves:
    """The leaves of a solution: statements whose ground is missing, or does not count.

    Attributes:
        solution: What is supported.
    """

    solution: Solution = field(repr=False)

    def smallest(self, statement: int) -> list[tuple[int, ...]]:
        """Return the smallest sets of leaves that would support an unsupported statement, in the order of the map.

        The search is capped; where it ends early, these are the smallest that were found. Nothing is returned for what
        only goes round in a circle.
        """
        support = Support.of(self.solution.program, statement, self._rules, self._elements)
        if support.proof(support.elements) is None:
            return []
        sets = minimal_sets(support.elements, support.proof, support.size, _MOST_WORK, _MOST_SETS).holding
        return [self._leaves(each) for each in sets if each.bit_count() == sets[0].bit_count()]

    def helping(self, statement: int) -> tuple[int, ...]:
        """Return the leaves that speak for a statement: below it, or against what is against it, and so on."""
        program = self.solution.program
        reached = {(statement, True): None}
        todo = list(reached)
        for atom, speaks_for in todo:
            for rule in self._rules(atom):
                fresh = [
                    *((other, speaks_for) for other in program.positive[rule]),
                    *((other, not speaks_for) for other in program.negative[rule]),
                ]
                todo += [each for each in fresh if each not in reached]
                reached.update(dict.fromkeys(fresh))
        return tuple(leaf for leaf in self._wanting if (leaf, True) in reached)

    def smallest_of(
        self, statement: int, among: Iterable[int], holds: Callable[[Sequence[int]], bool], most_work: int
    ) -> list[tuple[int, ...]]:
        """Return the smallest sets of some leaves with which something holds that takes a statement's support.

        What is returned was tried. It is the smallest of all if more leaves never undo what fewer do, as where none of
        them also speaks against the statement; and if the search is not capped.

        Args:
            statement: The statement.
            among: The leaves to choose from.
            holds: What tells whether it holds once some leaves have a ground.
            most_work: How many rules may be gone through.
        """
        support = Support.of(self.solution.program, statement, self._rules, self._elements)

        def prove(present: int) -> int | None:
            return present if support.proof(present) is not None and holds(self._leaves(present)) else None

        everything = sum(1 << self._number[leaf] for leaf in set(among))
        sets = minimal_sets(everything, prove, len(self.solution.program.heads), most_work, _MOST_SETS).holding
        return [self._leaves(each) for each in sets if each.bit_count() == sets[0].bit_count()]

    def _leaves(self, bits: int) -> tuple[int, ...]:
        return tuple(self._wanting[each.bit_length() - 1] for each in elements_of(bits))

    @cached_property
    def _number(self) -> dict[int, int]:
        return {leaf: number for number, leaf in enumerate(self._wanting)}

    @cached_property
    def _wanting(self) -> list[int]:
        """Return the leaves."""
        program, ratings, limit = self.solution.program, self.solution.grounding.ratings, self.solution.limit
        heads = (
            h
            for h, body, level in zip(program.heads, program.positive, ratings, strict=True)
            if not body and limit < level < NEVER
        )
        return sorted({head for head in heads if head < program.statements})

    @cached_property
    def _elements(self) -> dict[int, int]:
        """Return the leaf that each rule stands for, as a bit."""
        program, ratings, limit = self.solution.program, self.solution.grounding.ratings, self.solution.limit
        return {
            rule: 1 << number
            for number, leaf in enumerate(self._wanting)
            for rule in program.rules_for[leaf]
            if not program.positive[rule] and limit < ratings[rule] < NEVER
        }

    def _rules(self, statement: int) -> list[int]:
        return [
            rule for rule in self.solution.program.rules_for[statement] if self.solution.grounding.ratings[rule] < NEVER
        ]
