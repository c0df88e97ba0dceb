"""A map in its project as an abstract framework, to be asked under any semantics."""

from __future__ import annotations

from argmap.analysis import evaluate
from argmap.evaluation.exports.acceptance import MapFramework
from argmap.evaluation.exports.af import LINES, to_af
from argmap.evaluation.labels import Basis
from argmap.frameworks.search.budget import Budget
from argmap.model.document import ArgumentMap


def af(
    m: ArgumentMap,
    translation: str = LINES,
    *,
    basis: Basis | str = Basis.DECLARED,
    seconds: float | None = None,
) -> MapFramework:
    """Translate a map into an abstract framework, with citations looked up in their sources.

    Args:
        m: The map; its project's source records and texts are used.
        translation: ``lines``, ``gadget``, ``deductive`` or ``necessary``: see `argmap.evaluation.exports.af.to_af`.
        basis: Which grounds count: ``independent``, ``cited``, ``declared`` or ``granted``.
        seconds: How long each question may take; as long as it takes if nothing is said.

    Raises:
        ConfigError: The settings of its project are wrong.
        UnknownNameError: There is no such translation or basis.
        CircularError: Supports go round, and a gadget is asked for.
        TooManyError: There are more than 100,000 arguments or a million attacks.

    Example:
        >>> import argmap
        >>> m = argmap.loads('''
        ... nodes:
        ...   wet: {claim: The street is wet., because: [rain, wash], but: [cover]}
        ...   rain: {evidence: It rained., cite: log}
        ...   wash: {assumption: It was washed.}
        ...   cover: {objection: It is covered.}
        ... ''')
        >>> street = af(m)
        >>> street.framework.arguments
        ('wet #1', 'wet #2', 'rain', 'wash')
        >>> street.export["wet #2"].words
        'wet: wash -> wet; wash is assumed'
        >>> str(street.labels("grounded")["wet"]), af(m, basis="cited").framework.arguments
        ('all', ('wet', 'rain'))
    """
    return MapFramework(to_af(evaluate(m, basis=basis), translation), Budget(seconds=seconds))
