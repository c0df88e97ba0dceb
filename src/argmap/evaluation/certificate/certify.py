"""Checking an evaluation against the definition, by code that shares nothing with the code that found it.

The rules are written down afresh from the map (`definition`). Labels, grades and remarks must follow from them
(`labels`, `remarks`). Each reason is checked where it stands: what it names is in the map, and has the label that it
says (`reasons`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.evaluation.certificate.claims import Claims, Outcome, Remarks
from argmap.evaluation.certificate.definition import definition, discounted
from argmap.evaluation.certificate.labelling import Labelling
from argmap.evaluation.certificate.labels import wrong_labels, wrong_standings
from argmap.evaluation.certificate.reasons import ReasonCheck
from argmap.evaluation.certificate.remarks import wrong_grades, wrong_remarks
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis
from argmap.evaluation.why import Why
from argmap.model.document import ArgumentMap


def certify(m: ArgumentMap, claims: Claims, grades: Grades | None = None, reasons: Iterable[Why] = ()) -> Outcome:
    """Check every label of an evaluation, the grades and remarks that it claims, and the reasons that are given.

    Args:
        m: The map.
        claims: What is said of it.
        grades: What the evaluation knew of its citations.
        reasons: Reasons for labels of statements; all that they rest on is checked too.

    Returns:
        What is wrong, and how much was checked. The rest is only checked where all labels are right.

    Example:
        >>> from argmap.evaluation.labels import FALSE, Standing
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(statements=(Statement("wet", Kind.CLAIM, "The street is wet."),))
        >>> settled = {("holds", "wet"): (FALSE, 1)}
        >>> certify(m, Claims(Basis.DECLARED, settled, {"wet": Standing.UNSUPPORTED})).wrong
        ()
        >>> certify(m, Claims(Basis.DECLARED, settled, {"wet": Standing.ACCEPTED})).wrong
        ('wet is not accepted',)
    """
    rules = tuple(definition(m, claims.basis, grades))
    labelling = Labelling(rules, claims.settled)
    check = ReasonCheck(labelling, claims.standings, grades or {}, discounted(m, claims.basis, grades))
    wrong = [*wrong_labels(labelling), *wrong_standings(labelling, claims.standings)]
    if not wrong and claims.grades:
        granted = rules if claims.basis is Basis.GRANTED else definition(m, Basis.GRANTED, grades)
        wrong += wrong_grades(granted, claims)
    if not wrong and claims.remarks:
        wrong += _wrong_remarks(m, labelling, claims, claims.remarks(), grades)
    wrong = wrong or list(check.wrong_reasons(reasons))
    told = [word for word, claimed in (("grades", claims.grades), ("remarks", claims.remarks)) if claimed]
    return Outcome(tuple(wrong), len(rules), len(claims.standings), check.count, tuple(told))


def _wrong_remarks(
    m: ArgumentMap, labelling: Labelling, claims: Claims, remarks: Remarks, grades: Grades | None
) -> Iterator[str]:
    """Say which remarks are wrong, or which labels on other bases that they hang on."""
    for basis, other in remarks.kin.items():
        beside = Labelling(tuple(definition(m, basis, grades)), other.settled)
        yield from wrong_labels(beside)
        yield from wrong_standings(beside, other.standings)
    yield from wrong_remarks(labelling, claims, remarks)
