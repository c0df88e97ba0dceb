"""Trials: what would stand if some statements had a source, or if something that speaks against one were answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from attrs import evolve, field, frozen

from argmap import collector
from argmap.evaluation.grounding import Grounding
from argmap.evaluation.labels import FALSE, TRUE, Standing
from argmap.evaluation.program import Program
from argmap.evaluation.solution import Solution, Solver
from argmap.evaluation.translation import DROPPED, INDEPENDENT

Changes = Mapping[int, tuple[Standing, Standing]]
"""The statements whose standing a trial changes: what it is, and what it would be."""


@frozen(eq=False)
class Trials:
    """A map in which statements can be given a ground, and what strikes at them be dropped.

    Attributes:
        solver: What decides which atoms are true.
        before: What is found as it is.
        added: By statement, the rule that gives it a ground once it is honoured.
    """

    solver: Solver
    before: Solution = field(repr=False)
    added: Mapping[int, int] = field(repr=False)

    @classmethod
    def of(cls, solver: Solver, solution: Solution, statements: Sequence[int]) -> Trials:
        """Prepare to give any of some statements a ground."""
        program, first = solution.program, len(solution.program.heads)
        extended = evolve(
            program,
            heads=(*program.heads, *statements),
            positive=(*program.positive, *((),) * len(statements)),
            negative=(*program.negative, *(_unbeaten(program, statement) for statement in statements)),
            levels=(*program.levels, *(DROPPED,) * len(statements)),
            parts=(*program.parts, *(program.graph.statements[statement] for statement in statements)),
        )
        ratings = (*solution.grounding.ratings, *(DROPPED,) * len(statements))
        with collector.paused():
            before = solver(Grounding.of(extended, ratings), solution.limit, None)
        return cls(solver, before, {statement: rule for rule, statement in enumerate(statements, start=first)})

    @cached_property
    def struck(self) -> Mapping[int, int]:
        """Return the statement that each atom *beaten(s)* is about."""
        return {atom: statement for statement, atom in self.before.program.beaten.items()}

    def with_ground(self, statements: Iterable[int]) -> Changes:
        """Tell what changes once statements have a ground that counts."""
        return self._changes({self.added[statement]: INDEPENDENT for statement in statements})

    def without(self, *strikes: int) -> Changes:
        """Tell what changes once the rules for an attack, an undercut or the like are dropped."""
        return self._changes(dict.fromkeys(strikes, DROPPED))

    def _changes(self, ratings: Mapping[int, int]) -> Changes:
        before = self.before
        changed = list(before.grounding.ratings)
        for rule, rating in ratings.items():
            changed[rule] = rating
        with collector.paused():
            grounding = Grounding.of(before.program, tuple(changed))
            after = self.solver(grounding, before.limit, before)
        pairs = enumerate(zip(before.standings, after.standings, strict=True))
        return {at: (old, new) for at, (old, new) in pairs if old is not new}


def strikes(solution: Solution) -> list[int]:
    """Return the rules for what strikes at a statement, step or citation, and is not known to fail."""
    program, values = solution.program, solution.values
    struck = {*program.beaten.values(), *program.cut.values()}
    return [
        rule
        for rule, head in enumerate(program.heads)
        if head in struck
        and solution.honours(rule)
        and all(values[premise] != FALSE for premise in program.positive[rule])
        and all(values[atom] != TRUE for atom in program.negative[rule])
    ]


def _unbeaten(program: Program, statement: int) -> tuple[int, ...]:
    return (program.beaten[statement],) if statement in program.beaten else ()
