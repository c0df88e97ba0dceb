"""Sets of sources, or of what is behind them, that hold a statement up by themselves, and sets that fell it together.

Objections are left aside: what is told is how a statement keeps or loses its support.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from attrs import field, frozen

from argmap.analysis import Analysis
from argmap.errors import CertificateError
from argmap.evaluation.certificate.sets import Claimed, wrong_sets
from argmap.evaluation.prospects.minimal import elements_of, minimal_sets
from argmap.evaluation.prospects.support import Support
from argmap.evaluation.verdict import Evaluation
from argmap.workflows.weak.origins import origins
from argmap.workflows.weak.suspects import GROUND, Suspect, elements, rules_of

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


def certify(analysis: Analysis, evaluation: Evaluation, found: Mapping[str, SupportSets], of: str) -> None:
    """Check sets that were found, by code that shares nothing with what found them.

    Each evidence set must hold its statement up alone, and each cut set fell it. That none has an element to spare
    follows where both families are complete, as each set of the one then meets some of the other in that alone.

    Raises:
        CertificateError: Something is wrong, which is a bug in argmap.
    """
    chosen = elements(evaluation, origins(analysis), of)
    number_of = {suspect: number for number, suspect in enumerate(chosen)}
    by_source: dict[str, list[int]] = {}
    for suspect, number in number_of.items():
        for source in suspect.sources:
            by_source.setdefault(source, []).append(number)
    cited = (citation for statement in analysis.map for citation in statement.citations)
    needs = {citation.id: by_source.get(citation.source, []) for citation in cited} if of != GROUND else {}
    needs |= {suspect.name: [number] for suspect, number in number_of.items() if suspect.kind == GROUND}

    def numbered(sets: Sequence[Sequence[Suspect]]) -> list[list[int]]:
        return [[number_of[suspect] for suspect in each] for each in sets]

    claimed = {name: Claimed(numbered(each.evidence), numbered(each.cuts)) for name, each in found.items()}
    wrong = wrong_sets(analysis.map, evaluation.basis, analysis.grades, needs, claimed)
    if wrong:
        raise CertificateError(wrong)
