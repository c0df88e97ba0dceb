"""Leaves: which smallest sets of statements without a ground that counts would support a statement if they had one."""

from __future__ import annotations

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
        smallest = [each for each in sets if each.bit_count() == sets[0].bit_count()]
        return [tuple(self._wanting[each.bit_length() - 1] for each in elements_of(bits)) for bits in smallest]

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
