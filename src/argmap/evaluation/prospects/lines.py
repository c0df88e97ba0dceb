"""Lines of reasons: the best one for a statement, the best one that stands, and what several have in common."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from argmap.evaluation.grounding import Grounding
from argmap.evaluation.labels import TRUE
from argmap.evaluation.necessity import Needs, numbers
from argmap.evaluation.solution import Solution
from argmap.model.citations import Citation


@frozen(eq=False)
class Lines:
    """The best lines of a solution. Each is told by its rules: one for each statement on it, from the top down.

    Attributes:
        solution: What is supported, and what stands.
    """

    solution: Solution = field(repr=False)

    def best(self, statement: int) -> tuple[int, ...]:
        """Return the line of a supported statement whose weakest link is the best, objections left aside."""
        return _line(self.solution.grounding, statement)

    def standing(self, statement: int) -> tuple[int, ...]:
        """Return the line of an accepted statement whose weakest link is the best, of those that stand throughout."""
        best = self.best(statement)
        return best if all(map(self._stands, best)) else _line(self.solution.upright, statement)

    def _stands(self, rule: int) -> bool:
        solution = self.solution
        return solution.values[solution.program.heads[rule]] == TRUE and solution.truth(rule) == TRUE


def shared(needs: Needs, statement: int, bits: Mapping[str, int], needed: Mapping[int, int]) -> dict[int, list[int]]:
    """Return what several lines of a supported statement cannot do without.

    Args:
        needs: What the supported statements cannot do without.
        statement: One of them.
        bits: What each source stands for, as bits.
        needed: What `Needs.needed` returns for these bits.

    Returns:
        For each bit, by its number, the two or more rules that need it. Lines that beg the question are left aside.
    """
    program = needs.grounding.program
    found: dict[int, list[int]] = {}
    for rule in needs.real_lines(statement):
        part = program.parts[rule]
        wanted = bits.get(part.source, 0) if isinstance(part, Citation) else 0
        for premise in program.positive[rule]:
            wanted |= needed[premise]
        for number in numbers(wanted):
            found.setdefault(number, []).append(rule)
    return {number: rules for number, rules in found.items() if len(rules) > 1}


def _line(grounding: Grounding, statement: int) -> tuple[int, ...]:
    """Return the rules through which a statement gets its level, each statement once."""
    positive, via = grounding.program.positive, grounding.via
    found = {statement: via[statement]}
    todo = [statement]
    for at in todo:
        for premise in positive[via[at]]:
            if premise not in found:
                found[premise] = via[premise]
                todo.append(premise)
    return tuple(found.values())
