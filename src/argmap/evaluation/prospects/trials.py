"""Trials: what would stand if some statements had a source, or if something that speaks against one were answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, islice

from attrs import field, frozen

from argmap import collector
from argmap.evaluation.grounding import Grounding
from argmap.evaluation.labels import FALSE, TRUE, Standing
from argmap.evaluation.program import Program
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import DROPPED, INDEPENDENT, Comparison, Demand, Rule, weight_of
from argmap.evaluation.well_founded import well_founded

Changes = Mapping[int, tuple[Standing, Standing]]
"""The statements whose standing a trial changes: what it is, and what it would be."""


@frozen(eq=False)
class Trials:
    """A map in which statements can be given a ground, and what strikes at them be dropped.

    Attributes:
        before: What is found as it is.
        added: By statement, the rules that give it a ground, of a weight that nobody has said, once they are honoured.
    """

    before: Solution = field(repr=False)
    added: Mapping[int, tuple[int, ...]] = field(repr=False)

    @classmethod
    def of(cls, solution: Solution, statements: Sequence[int]) -> Trials:
        """Prepare to give any of some statements a ground."""
        program, numbers = solution.program, count(len(solution.program.heads))
        rules: list[Rule] = []
        added: dict[int, tuple[int, ...]] = {}
        for statement in statements:
            found = list(_ground(program, statement))
            rules += found
            added[statement] = tuple(islice(numbers, len(found)))
        ratings = (*solution.grounding.ratings, *(DROPPED,) * len(rules))
        with collector.paused():
            before = well_founded(Grounding.of(program.extended(rules), ratings), solution.limit, None)
        return cls(before, added)

    def with_ground(self, statements: Iterable[int]) -> Changes:
        """Tell what changes once statements have a ground that counts."""
        return self._changes({rule: INDEPENDENT for statement in statements for rule in self.added[statement]})

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
            after = well_founded(grounding, before.limit, before)
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
        and not isinstance(program.parts[rule], Demand)
        and solution.honours(rule)
        and all(values[premise] != FALSE for premise in program.positive[rule])
        and all(values[atom] != TRUE for atom in program.negative[rule])
    ]


def _ground(program: Program, statement: int) -> Iterator[Rule]:
    """Yield the rules of a ground for a statement, of a weight that nobody has said."""
    ground, beaten = program.graph.statements[statement], program.beaten.get(statement)
    yield statement, (), () if beaten is None else (beaten,), DROPPED, ground
    standard = ground.standard
    if beaten is not None and standard is not None and standard.weighs:
        for strike in program.rules_for[beaten]:
            con = program.parts[strike]
            if standard.outweighs(None, weight_of(con)) is not False:
                compared = Comparison(ground, con, statement, is_open=True)
                yield from ((atom, (statement,), (), DROPPED, compared) for atom in program.weighing(strike))
