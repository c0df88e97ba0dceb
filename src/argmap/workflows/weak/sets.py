"""Sets of sources, or of what is behind them, that hold a statement up by themselves, and sets that fell it together.

Objections are left aside: what is told is how a statement keeps or loses its support.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import field, frozen

from argmap.evaluation.prospects.minimal import elements_of, minimal_sets
from argmap.evaluation.prospects.support import Support
from argmap.evaluation.verdict import Evaluation
from argmap.workflows.weak.suspects import Suspect, rules_of

MOST_WORK = 3_000_000
"""How many rules and premises may be gone through for all statements that are asked for together."""

MOST_SETS = 200
"""How many sets are found for a statement at most."""


@frozen
class SupportSets:
    """What holds a statement up, and what fells it; the smallest sets come first.

    Attributes:
        of: What they are sets of: ``source``, ``ground`` and so on. What has nothing of the kind is a source by itself.
        evidence: Minimal sets each of which holds the statement up alone, all others dropped.
        cuts: Minimal sets without which the statement has no support.
        granted: Whether there are assumptions besides, which are taken as given.
        complete: The sets of up to so many are all there; None where simply all are.
    """

    of: str
    evidence: tuple[tuple[Suspect, ...], ...]
    cuts: tuple[tuple[Suspect, ...], ...]
    granted: bool = field(repr=False)
    complete: int | None = field(repr=False)


def support_sets(
    evaluation: Evaluation, names: Collection[str], kind: str, chosen: Sequence[Suspect]
) -> dict[str, SupportSets]:
    """Return the minimal sets of each supported statement, by its id.

    Args:
        evaluation: What is said of it.
        names: Ids of statements; those that are not supported are left out.
        kind: What the sets are made of.
        chosen: All of that kind.
    """
    solution, index_of = evaluation.solution, evaluation.graph.index_of
    held = [name for name in names if solution.is_supported(index_of[name])]
    bits: dict[int, int] = {}
    for number, rules in enumerate(rules_of(evaluation, chosen)):
        for rule in rules:
            bits[rule] = bits.get(rule, 0) | 1 << number
    found: dict[str, SupportSets] = {}
    for name in held:
        support = Support.of(solution.program, index_of[name], solution.needs.lines.__getitem__, bits)
        sets = minimal_sets(support.elements, support.proof, support.size, MOST_WORK // len(held), MOST_SETS)
        evidence, cuts = (
            tuple(tuple(chosen[each.bit_length() - 1] for each in elements_of(bits)) for bits in family)
            for family in (sets.holding, sets.felling)
        )
        found[name] = SupportSets(kind, evidence, cuts, support.takes_for_granted, sets.complete)
    return found
