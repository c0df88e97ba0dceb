"""Checking all that argmap works out about a map, by code that shares nothing with what works it out."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.evaluation.certificate.claims import Outcome
from argmap.evaluation.labels import Basis
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind


def certify_all(analysis: Analysis) -> Outcome:
    """Check every label, grade and remark of a map, on every basis and in the eyes of each of its audiences.

    The reasons for its recommendations, and for what is no reason for anything else, are checked too, with all that
    they rest on, and which answers would decide them.

    Raises:
        CertificateError: Something is wrong, which is a bug in argmap.

    Example:
        >>> import argmap
        >>> m = argmap.loads("nodes: {wet: {claim: It is wet., because: [rain]}, rain: {assumption: It rained.}}")
        >>> print(certify_all(argmap.analyse(m)))
        8 labels, with their grades and remarks, and 12 reasons follow from 6 rules
    """
    return Outcome.total(_outcomes(analysis))


def _outcomes(analysis: Analysis) -> Iterator[Outcome]:
    names = tuple(_ends(analysis.map))
    orders = (None, *analysis.audiences)
    for basis in Basis:
        for order in orders:
            evaluation = analysis.seen_by(order).of(basis)
            told = [name for name in names if name in evaluation]
            reasons = (evaluation[name].why for name in told)
            yield analysis.certify(evaluation, reasons, order, remarks=True, answered=told)


def _ends(m: ArgumentMap) -> Iterator[str]:
    """Return the recommendations, and what is no reason for anything else."""
    premises = {name for relation in m.relations for name in relation.premises}
    return (s.id for s in m.statements if s.kind is Kind.RECOMMENDATION or s.id not in premises)
