"""The words that qualify a standing."""

from __future__ import annotations

from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.solutions import Solutions
from argmap.evaluation.translation import LIMIT
from argmap.evaluation.weighing import balance

MEANINGS = {
    "conditional": "it stands only if declared assumptions are granted",
    "open-challenge": "an objection without evidence would beat it, if it had any",
    "would-stand": "it would stand if what is uncited or disputed counted",
    "circular": "it is supported only by going round in a circle",
    "contested": "something supported speaks against it, or against what it rests on",
    "to-weigh": "reasons for it and against it stand, and nobody has said which weigh more",
    "either-way": "it stands however the deadlock is broken",
    "on-some-readings": "it stands on some ways of breaking the deadlock, but not on all",
    "on-none": "it stands on no way of breaking the deadlock",
    "undetermined": "there are too many ways of breaking the deadlock to try them all",
}
"""What each word means, for readers."""


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
