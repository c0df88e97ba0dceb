"""Strengths: the statements of a map, in its project, ranked by gradual semantics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.analysis import analyse
from argmap.evaluation import strengths as evaluation
from argmap.frameworks.strengths.gradual import DEFAULT
from argmap.frameworks.strengths.ranking import CHECKS, Ranking
from argmap.model.document import ArgumentMap


def strengths(
    m: ArgumentMap,
    semantics: str = DEFAULT,
    check: Iterable[str] = CHECKS,
    *,
    base: Mapping[str, float] | None = None,
) -> Ranking:
    """Rank the statements of a map by strength; `argmap.evaluation.strengths` tells how it is read.

    Strengths are relative to the semantics and to base scores, and are no probabilities: the order is what to look at,
    and how far other semantics agree on it.

    Args:
        m: The map; its project's source records and texts are used.
        semantics: The semantics that ranks, by a name or alias: ``quadratic_energy`` (``qe``), ``df_quad``,
            ``squared_df_quad``, ``euler``, ``mlp``, ``h_categoriser`` or ``burden``.
        check: Those that the order is compared with.
        base: Base scores of statements and citations, and weights of reasons, by id; they go before those of the map.

    Returns:
        The statements that are no questions: by id, each with its ``value``, ``base`` and ``rank``; and the
        ``agreement`` of the semantics.

    Raises:
        ConfigError: The settings of its project are wrong.
        UnknownNameError: There is no such semantics, or nothing in the map has an id that is given a base score.
        WrongNumberError: A base score is not from 0 to 1.

    Example:
        >>> import argmap
        >>> m = argmap.loads('''
        ... nodes:
        ...   wet: {claim: The street is wet., because: [rain], but: [covered]}
        ...   rain: {claim: It rained., credence: 0.9}
        ...   covered: {claim: The street is covered.}
        ... ''')
        >>> found = strengths(m, "qe", check=["dfquad", "euler"])
        >>> [(name, found[name].rank, round(found[name].value, 2)) for name in found]
        [('wet', 2, 0.57), ('rain', 1, 0.9), ('covered', 3, 0.5)]
        >>> found.agreement.pairs.turned, found.agreement.taus["quadratic_energy", "df_quad"]
        (0, 1.0)
    """
    analysis = analyse(m)
    return evaluation.strengths(analysis.graph, analysis.grades, semantics, check, base)
