"""Checking an evaluation against the definition, by code that shares nothing with the code that found it.

The rules are written down afresh from the map (`definition`). Labels, grades and remarks must follow from them
(`labels`, `remarks`). Each reason is checked where it stands: what it names is in the map, and has the label that it
says (`reasons`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.evaluation.certificate.claims import Claims, Outcome, Remarks, Supposed
from argmap.evaluation.certificate.definition import Rule, cited_sources, definition, discounted
from argmap.evaluation.certificate.labelling import Labelling
from argmap.evaluation.certificate.labels import wrong_labels, wrong_standings
from argmap.evaluation.certificate.ranks import wrong_ranks
from argmap.evaluation.certificate.reasons import ReasonCheck
from argmap.evaluation.certificate.remarks import wrong_grades, wrong_remarks, wrong_uprights
from argmap.evaluation.certificate.tree import everything, wrong_reasons
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis
from argmap.evaluation.why import Why
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind


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
    known = grades or {}
    assumptions = {statement.id for statement in m.statements if statement.kind is Kind.ASSUMPTION}
    in_vain = discounted(m, claims.basis, grades)
    check = ReasonCheck(labelling, claims.standings, known, cited_sources(m), assumptions, in_vain)
    wrong = [*wrong_labels(labelling), *wrong_standings(labelling, claims.standings)]
    if not wrong and claims.grades:
        granted = rules if claims.basis is Basis.GRANTED else definition(m, Basis.GRANTED, grades)
        wrong += [*wrong_grades(granted, claims)] or [*wrong_uprights(labelling, claims)]
    if not wrong and claims.remarks:
        wrong += _wrong_remarks(m, labelling, claims, claims.remarks(), grades)
    wrong = wrong or [said for each in claims.supposed for said in _wrong_supposed(rules, each)]
    told_reasons = everything(reasons) if not wrong else []
    wrong += [*wrong_reasons(told_reasons, check), *wrong_ranks(told_reasons, m)]
    told = [word for word, claimed in (("grades", claims.grades), ("remarks", claims.remarks)) if claimed]
    return Outcome(tuple(wrong), len(rules), len(claims.standings), len(told_reasons), tuple(told))


def _wrong_remarks(
    m: ArgumentMap, labelling: Labelling, claims: Claims, remarks: Remarks, grades: Grades | None
) -> Iterator[str]:
    """Say which remarks are wrong, or which labels on other bases that they hang on."""
    for basis, other in remarks.kin.items():
        beside = Labelling(tuple(definition(m, basis, grades)), other.settled)
        yield from wrong_labels(beside)
        yield from wrong_standings(beside, other.standings)
    yield from wrong_remarks(labelling, claims, remarks)


def _wrong_supposed(rules: Iterable[Rule], supposed: Supposed) -> Iterator[str]:
    """Say whether a statement would not be what is said without some rules."""
    kept = tuple(rule for rule in rules if (rule.head, rule.id, frozenset(rule.premises)) not in supposed.dropped)
    beside = Labelling(kept, supposed.settled)
    wrong = any(wrong_labels(beside)) or any(wrong_standings(beside, {supposed.statement: supposed.standing}))
    if wrong or not supposed.dropped:
        yield f"{supposed.statement} would not be {supposed.standing}"
