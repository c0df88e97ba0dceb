"""Contests: what speaks against a statement, or against what it rests on, and what becomes of it."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from argmap.evaluation.labels import FALSE, TRUE
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import Demand
from argmap.evaluation.weighing import is_open
from argmap.graph import Step


class Outcome(StrEnum):
    """What becomes of what speaks against something.

    *Standing*: it stands. *To weigh*: it stands, and nobody has said whether it is outweighed. *Deadlocked*: that is
    undecided. *Answered*: it fails, since one of its statements is rejected or it is undercut. *Outweighed*: something
    that stands is said to outweigh it. *Unsupported*: it has no force, for want of evidence.
    """

    STANDING = "standing"
    TO_WEIGH = "to weigh"
    DEADLOCKED = "deadlocked"
    ANSWERED = "answered"
    OUTWEIGHED = "outweighed"
    UNSUPPORTED = "unsupported"


@frozen
class Contest:
    """Something that speaks against a statement, or a support or ground of it.

    Attributes:
        rule: The rule for it.
        statement: The statement that it strikes at, itself or its support.
        outcome: What becomes of it.
    """

    rule: int
    statement: int
    outcome: Outcome


def contests(solution: Solution, statement: int) -> list[Contest]:
    """Return what speaks against a statement, or against a line that supports it; the nearest come first.

    Of a supported statement, the lines are those whose premises are all supported. What its standard demands speaks
    against nothing.
    """
    program, needs = solution.program, solution.needs
    found: dict[int, Contest] = {}
    for at in needs.below(statement):
        cuts = (cut for line in needs.lines.get(at, ()) for cut in program.cuts(line))
        strikes = (rule for rule in solution.strikes(at) if not isinstance(program.parts[rule], Demand))
        for rule in (*strikes, *(rule for cut in cuts for rule in solution.rules(cut))):
            found.setdefault(rule, Contest(rule, at, outcome(solution, rule)))
    return list(found.values())


def answers_to(solution: Solution, rule: int) -> list[int]:
    """Return what stands against an attack: against what it starts from, or against the step itself."""
    program = solution.program
    strikes = [strike for premise in program.positive[rule] for strike in solution.strikes(premise)]
    cuts = [each for cut in program.cuts(rule) for each in solution.rules(cut)]
    found = (each for each in (*strikes, *cuts) if not isinstance(program.parts[each], Demand))
    return [each for each in found if solution.truth(each) == TRUE]


def answered(solution: Solution) -> dict[str, tuple[str, ...]]:
    """Return, by the id of each attack without evidence that is answered besides, the statements that answer it."""
    program = solution.program
    found: dict[str, tuple[str, ...]] = {}
    for rule, part in enumerate(program.parts):
        if isinstance(part, Step) and not part.pro and outcome(solution, rule) is Outcome.UNSUPPORTED:
            names = (program.name(p) for answer in answers_to(solution, rule) for p in program.positive[answer])
            found[part.relation.id] = tuple(dict.fromkeys(names))
    return {attack: names for attack, names in found.items() if names}


def outcome(solution: Solution, rule: int) -> Outcome:
    """Tell what becomes of an attack, an undercut, a contradiction or a citation against something."""
    program, values = solution.program, solution.values
    if not all(solution.is_supported(premise) for premise in program.positive[rule]):
        return Outcome.UNSUPPORTED
    truth = solution.truth(rule)
    if truth == TRUE:
        return Outcome.STANDING
    if truth == FALSE:
        fails = any(values[premise] == FALSE for premise in program.positive[rule])
        fails |= any(values[cut] == TRUE for cut in program.cuts(rule))
        outweighed = not fails and any(values[atom] == TRUE for atom in program.weighing(rule))
        return Outcome.OUTWEIGHED if outweighed else Outcome.ANSWERED
    return Outcome.TO_WEIGH if is_open(solution, rule) else Outcome.DEADLOCKED
