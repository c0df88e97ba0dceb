"""What is left to weigh: reasons for a statement that stand, costs that stand too, and no word on which weighs more."""

from __future__ import annotations

from attrs import frozen

from argmap.evaluation.labels import FALSE, TRUE, UNDECIDED, Standing
from argmap.evaluation.solution import STANDING, Solution
from argmap.evaluation.translation import Comparison, Outweighing, Part
from argmap.graph import Step, Undercut


@frozen
class ToWeigh:
    """What speaks for a statement and stands, and what speaks against it and stands too.

    Attributes:
        pros: Ids of the supports, citations and assumptions; an assumption has the id of the statement.
        cons: Ids of the attacks and citations; what its standard demands has the id of the statement.
    """

    pros: tuple[str, ...]
    cons: tuple[str, ...]


@frozen
class Balance:
    """The two sides of a statement that is undecided only because nobody has weighed them.

    Attributes:
        pros: The rules that speak for it and stand.
        cons: The rules that speak against it, stand, and are not outweighed.
    """

    pros: tuple[int, ...]
    cons: tuple[int, ...]


def is_open(solution: Solution, rule: int) -> bool:
    """Tell whether what a rule is made from stands, and only somebody's choice is open, whether it is outweighed."""
    program, values = solution.program, solution.values
    return (
        all(values[atom] == TRUE for atom in program.positive[rule])
        and all(values[atom] == FALSE for atom in program.cuts(rule))
        and any(values[atom] == UNDECIDED and _is_choice(solution, atom) for atom in program.weighing(rule))
    )


def _is_choice(solution: Solution, outweighed: int) -> bool:
    """Tell whether something would be outweighed if only what it speaks against stood."""
    return any(_is_left_open(solution, rule) for rule in solution.rules(outweighed))


def _is_left_open(solution: Solution, rule: int) -> bool:
    """Tell whether a rule leaves it open what outweighs what, and nothing else is open in it."""
    program, values, part = solution.program, solution.values, solution.program.parts[rule]
    if not isinstance(part, Comparison):
        return not isinstance(part, Outweighing)
    premises = (atom for atom in program.positive[rule] if atom != part.statement)
    stands = all(values[atom] == TRUE for atom in premises) and all(values[a] == FALSE for a in program.negative[rule])
    return part.is_open and stands


def balance(solution: Solution, statement: int) -> Balance | None:
    """Return what is to be weighed; None where a statement is decided, or undecided for other reasons."""
    if solution.values[statement] != UNDECIDED:
        return None
    pros = tuple(rule for rule in solution.rules(statement) if solution.truth(rule) == TRUE)
    cons = tuple(rule for rule in solution.strikes(statement) if solution.truth(rule) == UNDECIDED)
    return Balance(pros, cons) if pros and all(is_open(solution, rule) for rule in cons) else None


def is_judged(part: Part) -> bool:
    """Tell whether a rule is made from a reason that outweighs something, by its author's judgement or its weight."""
    return isinstance(part, Outweighing) or (isinstance(part, Comparison) and not part.is_open)


def outweighed(solution: Solution) -> dict[str, tuple[str, ...]]:
    """Return, by the id of each attack that is outweighed, the statements of the reason that does so.

    Where a citation for what is attacked does, that is the statement.
    """
    program = solution.program
    found: dict[str, tuple[str, ...]] = {}
    for attack, atom in program.outweighed.items():
        if solution.values[atom] == TRUE:
            rules = [solution.line(atom), *solution.rules(atom)]
            standing = [rule for rule in rules if is_judged(program.parts[rule]) and solution.truth(rule) == TRUE]
            if standing:
                rule = next((each for each in standing if program.positive[each]), standing[0])
                part, premises = program.parts[rule], program.positive[rule]
                own = (part.statement,) if isinstance(part, Comparison) else ()
                found[attack] = tuple(map(program.name, premises or own))
    return found


@frozen
class Judgement:
    """A reason that outweighs an attack, in the author's judgement.

    Attributes:
        reason: Ids of its statements; several hold only together.
        standing: Whether it stands: if so, the judgement holds; if it is rejected, the judgement is revoked.
    """

    reason: tuple[str, ...]
    standing: Standing


def judgements(solution: Solution) -> dict[str, tuple[Judgement, ...]]:
    """Return the judgements on each attack on which there are some, by the id of the attack."""
    program = solution.program
    found: dict[str, list[Judgement]] = {}
    for rule, part in enumerate(program.parts):
        if isinstance(part, Outweighing):
            reason = tuple(map(program.name, program.positive[rule]))
            found.setdefault(part.attack.relation.id, []).append(Judgement(reason, STANDING[solution.truth(rule)]))
    return {attack: tuple(made) for attack, made in found.items()}


def spent(solution: Solution) -> frozenset[str]:
    """Return the ids of the steps and undercuts that come to nothing: a premise falls, or they are undercut."""
    program, values = solution.program, solution.values
    parts: list[Step | Undercut] = [*program.graph.steps, *program.graph.undercuts]
    return frozenset(
        part.relation.id
        for part in parts
        if any(values[premise] == FALSE for premise in part.premises)
        or (part.relation.id in program.cut and values[program.cut[part.relation.id]] == TRUE)
    )
