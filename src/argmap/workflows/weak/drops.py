"""Drops: what falls and what rises without each of some suspects, and without two of them together.

Each is dropped in turn, and the map evaluated without it: so what falls since its support is gone is found, and what
falls or rises since an objection is answered no longer, or falls itself. A large map is too much for that: there, what
takes all support away is still found, for all in one pass.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from argmap.evaluation.labels import Standing
from argmap.evaluation.necessity import numbers
from argmap.evaluation.prospects.retraction import Flip, flips
from argmap.evaluation.translation import Part
from argmap.evaluation.verdict import Evaluation
from argmap.graph import Step
from argmap.workflows.weak.suspects import STATEMENT, STEP, Suspect, rules_of

MOST_WORK = 3_000_000
"""How many rules may be gone through, over all that is dropped from a map."""

MOST_WORK_ON_PAIRS = 1_000_000
"""As many over all pairs."""

Falls = Callable[[tuple[int, ...]], tuple[Flip, ...]]


@frozen
class Pair:
    """Two things that bring a statement down together, though neither does alone.

    Attributes:
        suspects: The two.
        standing: What that of the statement would be without them.
    """

    suspects: tuple[Suspect, Suspect]
    standing: Standing


def affordable(evaluation: Evaluation) -> int:
    """Return how many suspects of a map can be dropped in turn."""
    return MOST_WORK // max(1, len(evaluation.solution.program.heads))


def drops(
    evaluation: Evaluation, suspects: Sequence[Suspect], names: Collection[str]
) -> Iterator[tuple[Suspect, tuple[Flip, ...]]]:
    """Tell which statements change their standing without each of some suspects.

    Args:
        evaluation: What is said with all of them.
        suspects: Those that come first are dropped in turn, as many as are `affordable`; of others, it is told what
            loses all support without them.
        names: Ids of the statements to look at.
    """
    afford, without = affordable(evaluation), _without(evaluation, names)
    for suspect, rules in zip(suspects[:afford], rules_of(evaluation, suspects[:afford]), strict=True):
        yield suspect, without(rules)
    others = suspects[afford:]
    for suspect, lost in zip(others, _without_support(evaluation, others, names), strict=True):
        yield suspect, tuple(Flip(name, evaluation.standings[name], Standing.UNSUPPORTED) for name in lost)


def pairs(
    evaluation: Evaluation, suspects: Sequence[Suspect], points: Mapping[str, Collection[Suspect]]
) -> dict[str, list[Pair]] | None:
    """Tell what brings statements down if two suspects fail together, though neither alone does.

    Args:
        evaluation: What is said with all of them.
        suspects: Those to try.
        points: By id of the statement, what brings it down alone.

    Returns:
        The pairs by the id of the statement; None where there are too many to try.
    """
    if len(suspects) * (len(suspects) - 1) // 2 > MOST_WORK_ON_PAIRS // max(1, len(evaluation.solution.program.heads)):
        return None
    without, found = _without(evaluation, points), {name: list[Pair]() for name in points}
    for two in combinations(zip(suspects, rules_of(evaluation, suspects), strict=True), 2):
        both = (two[0][0], two[1][0])
        open_names = [name for name, alone in points.items() if not any(suspect in alone for suspect in both)]
        if open_names:
            for flip in without(tuple(sorted({rule for _, rules in two for rule in rules}))):
                if flip.is_loss and flip.id in open_names:
                    found[flip.id].append(Pair(both, flip.after))
    return found


def _without(evaluation: Evaluation, names: Collection[str]) -> Falls:
    """Return what tells the changes when some rules are dropped, each drop worked out once."""
    index_of, before = evaluation.graph.index_of, {name: evaluation.standings[name] for name in names}
    known: dict[tuple[int, ...], tuple[Flip, ...]] = {}

    def without(rules: tuple[int, ...]) -> tuple[Flip, ...]:
        if rules not in known:
            rest = evaluation.solutions.dropping(rules).of(evaluation.basis)
            known[rules] = flips(before, {name: rest.standing(index_of[name]) for name in names})
        return known[rules]

    return without


def _without_support(evaluation: Evaluation, suspects: Sequence[Suspect], names: Collection[str]) -> list[list[str]]:
    """Return what loses all support without each of some suspects."""
    if not suspects:
        return []
    needs, index_of, parts = evaluation.solution.needs, evaluation.graph.index_of, evaluation.solution.program.parts
    bits: dict[str, int] = {}
    statements: dict[int, int] = {}
    steps: dict[str | None, int] = {}
    for number, suspect in enumerate(suspects):
        for source in suspect.sources:
            bits[source] = bits.get(source, 0) | 1 << number
        if suspect.kind == STATEMENT:
            statements[index_of[suspect.name]] = number
        if suspect.kind == STEP:
            steps[suspect.name] = number
    needed = needs.needed(bits)
    lost: list[list[str]] = [[] for _ in suspects]
    for name in names:
        if index_of[name] not in needed:
            continue
        closure = needs.closure(index_of[name]) if statements or steps else ()
        lines = ({_step(parts[rule]) for rule in needs.real_lines(at)} for at in closure)
        only = [step for steps_to in lines if len(steps_to) == 1 for step in steps_to]
        for number in (
            *numbers(needed[index_of[name]]),
            *(statements[at] for at in closure if at in statements),
            *(steps[step] for step in only if step in steps),
        ):
            lost[number].append(name)
    return lost


def _step(part: Part) -> str | None:
    """Return the id of a support; None for a ground."""
    return part.relation.id if isinstance(part, Step) else None
