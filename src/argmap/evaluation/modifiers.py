"""The words that qualify a standing."""

from __future__ import annotations

from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.solution import Solutions
from argmap.evaluation.translation import LIMIT
from argmap.evaluation.weighing import balance


def modifiers(solutions: Solutions, basis: Basis, statement: int) -> tuple[str, ...]:
    """Return the words that qualify a statement's standing; `Verdict.modifiers` tells what they mean."""
    solution = solutions.of(basis)
    standing = solution.standing(statement)
    words = []
    if standing is Standing.ACCEPTED:
        beyond = LIMIT[basis] > LIMIT[Basis.CITED]
        if beyond and solutions.of(Basis.CITED).standing(statement) is not Standing.ACCEPTED:
            words.append("conditional")
        if solutions.of(Basis.GRANTED).standing(statement) is not Standing.ACCEPTED:
            words.append("open-challenge")
    if standing is Standing.UNSUPPORTED:
        if solutions.of(Basis.GRANTED).standing(statement) is Standing.ACCEPTED:
            words.append("would-stand")
        if statement in solution.circles.members:
            words.append("circular")
    if standing is Standing.UNDECIDED:
        words.append(solution.readings.word(statement))
        if balance(solution, statement):
            words.append("to-weigh")
    if statement in solution.contested:
        words.append("contested")
    return tuple(words)
