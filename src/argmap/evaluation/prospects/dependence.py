"""On what a label depends: the assumptions it rests on, the sources it wants, the objections that would fell it.

A true atom has a proof: a rule for it whose literals are true, each with a proof of its own, where what must not hold
is disproved by what makes each of its rules fail. Drop every ground that the proof does not use, and it is still one.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import field, frozen

from argmap.evaluation.labels import TRUE
from argmap.evaluation.solution import Solution
from argmap.graph import gather


@frozen(eq=False)
class Reliance:
    """The grounds worse than a level that the proofs of a solution use.

    Attributes:
        solution: What is proved.
        limit: The last level of ground that is taken as given.
    """

    solution: Solution
    limit: int
    _known: dict[int, tuple[int, ...]] = field(factory=dict, init=False, repr=False)

    def of(self, statement: int) -> tuple[int, ...]:
        """Return the statements whose grounds the proof of an accepted one uses, in the order of the map.

        A citation against a statement is told by the number of what it beats. With these and all grounds within the
        limit, the statement is accepted.
        """
        return gather(statement, self._step, self._known)

    def _step(self, atom: int) -> tuple[bool, Sequence[int]]:
        solution = self.solution
        program = solution.program
        if solution.values[atom] == TRUE:
            is_worse = {rule: solution.grounding.ratings[rule] > self.limit for rule in solution.lines(atom)}
            rule = min(is_worse, key=is_worse.__getitem__)
            return is_worse[rule], program.positive[rule] + program.negative[rule]
        if atom < program.statements and not solution.is_supported(atom):
            return False, ()
        stage = solution.stages.__getitem__
        return False, [min(solution.false_literals(rule), key=stage) for rule in solution.rules(atom)]


@frozen(eq=False)
class Challenges:
    """The objections that lack a ground, and that would undo what is accepted if they had one.

    Attributes:
        solution: As it is.
        granted: Where every uncited leaf is granted.
    """

    solution: Solution
    granted: Solution
    _known: dict[int, tuple[int, ...]] = field(factory=dict, init=False, repr=False)

    def to(self, statement: int) -> tuple[int, ...]:
        """Return the statements that would undo the proof of one that is accepted only as it is.

        They are unsupported, or cite something for them that does not count, and come in the order of the map. A
        citation against a statement is told by the number of what it beats.
        """
        return gather(statement, self._step, self._known)

    def _step(self, atom: int) -> tuple[bool, Sequence[int]]:
        if atom < self.solution.program.statements and not self.solution.is_supported(atom):
            return True, ()
        if self.solution.values[atom] != TRUE and self._is_discounted(atom):
            return True, ()
        before, after = self.solution.values, self.granted.values
        return False, [each for each in self._shaken(atom) if before[each] != after[each]]

    def _is_discounted(self, atom: int) -> bool:
        """Tell whether an atom would hold by something that does not count as it is."""
        rules = self.granted.rules(atom)
        return any(not (self.solution.honours(rule) or self.granted.false_literals(rule)) for rule in rules)

    def _shaken(self, atom: int) -> Sequence[int]:
        """Return the literals that an atom's proof or disproof rests on, as far as granted leaves can change them."""
        solution, granted = self.solution, self.granted
        if solution.values[atom] == TRUE:
            rule = solution.line(atom)
            return solution.program.positive[rule] + solution.program.negative[rule]
        return [
            literal
            for rule in granted.rules(atom)
            if not granted.false_literals(rule)
            for literal in solution.false_literals(rule)
        ]
