"""Leads: which sources to look for first, in words, with what they would support."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from functools import cached_property

from attrs import frozen

from argmap.analysis import Analysis
from argmap.evaluation.labels import Grade
from argmap.model.statements import Kind
from argmap.wording import counted, listed, quoted

_PLURAL = {
    "source": "sources",
    "reason": "reasons",
    "fair citation": "fair citations",
    "citation that is found": "citations that are found",
}
MOST = 20
"""How many leads a map has at most."""


class Need(StrEnum):
    """What an unsupported statement needs first; of one whose citation does not count, one that does."""

    SOURCE = "source"
    REASON = "reason"
    FAIR = "fair citation"
    FOUND = "citation that is found"


@frozen
class Lead:
    """What to look for, and what it would support.

    Attributes:
        needs: What each statement needs, by its id.
        supports: Ids of the statements that would be supported and are not, those with a need included.
        recommendations: Ids of the recommendations among them.
    """

    needs: Mapping[str, Need]
    supports: tuple[str, ...]
    recommendations: tuple[str, ...]

    @property
    def wanted(self) -> str:
        """Say what to look for.

        Example:
            >>> Lead({"a": Need.SOURCE, "b": Need.SOURCE, "c": Need.FAIR}, ("a", "b", "c"), ()).wanted
            "sources for 'a' and 'b' and a fair citation for 'c'"
        """
        by_need: dict[Need, list[str]] = {}
        for name, need in self.needs.items():
            by_need.setdefault(need, []).append(name)
        return " and ".join(
            f"{f'a {need}' if len(names) == 1 else _PLURAL[need]} for {listed(names)}"
            for need, names in by_need.items()
        )

    @property
    def worth(self) -> str:
        """Say what it would support.

        Example:
            >>> Lead({"a": Need.SOURCE}, ("a", "b", "c"), ("c",)).worth
            "3 statements, the recommendation 'c' among them"
        """
        told = counted(len(self.supports), "statement")
        if len(self.recommendations) == 1:
            return f"{told}, the recommendation {quoted(self.recommendations[0])} among them"
        return f"{told}, {len(self.recommendations):,} recommendations among them" if self.recommendations else told

    def __str__(self) -> str:
        """Say it in a sentence."""
        return f"{self.wanted} would support {self.worth}"


@frozen
class Leads:
    """The leads of a map.

    Attributes:
        first: The most valuable first, each with what it adds to those before it.
        rest: Ids of the other statements that need something first; looked for alone, it would support nothing else,
            where `finished` is true.
        finished: Whether all of the map was looked at.
    """

    first: tuple[Lead, ...] = ()
    rest: tuple[str, ...] = ()
    finished: bool = True

    @cached_property
    def named(self) -> frozenset[str]:
        """Return the ids of all statements that need something first."""
        return frozenset((*self.rest, *(name for lead in self.first for name in lead.needs)))


def leads(analysis: Analysis, among: Collection[str] | None = None, most: int = MOST) -> Leads:
    """Find the leads of a map.

    Args:
        analysis: The map.
        among: Ids of the statements that may need a source; all when None.
        most: How many leads at most.

    Example:
        >>> import argmap
        >>> m = argmap.loads('''
        ... nodes:
        ...   a: {claim: A., because: [b, c + d]}
        ...   b: {claim: B.}
        ...   c: {claim: C.}
        ...   d: {claim: D.}
        ... ''')
        >>> found = leads(argmap.analyse(m))
        >>> print(*found.first, *found.rest)
        a source for 'b' would support 2 statements c d
    """
    gaps, statements = analysis.evaluation.gaps, analysis.graph.statements
    roots = [root for root in gaps.roots if among is None or statements[root].id in among]
    plan = gaps.plan(roots, most)
    return Leads(
        tuple(lead(analysis, each.roots, each.supports) for each in plan.leads),
        tuple(statements[root].id for root in plan.rest),
        plan.finished,
    )


def lead(analysis: Analysis, roots: Iterable[int], supports: Iterable[int]) -> Lead:
    """Return what to look for to support some statements at once."""
    statements = analysis.graph.statements
    supported = [statements[each] for each in supports]
    return Lead(
        {statements[root].id: _need(analysis, root) for root in roots},
        tuple(statement.id for statement in supported),
        tuple(statement.id for statement in supported if statement.kind is Kind.RECOMMENDATION),
    )


def _need(analysis: Analysis, root: int) -> Need:
    statement = analysis.graph.statements[root]
    if analysis.evaluation.gaps.is_discounted(root):
        return Need.FAIR if analysis.evaluation[statement.id].grade is Grade.DISPUTED else Need.FOUND
    return Need.REASON if statement.kind is Kind.RECOMMENDATION else Need.SOURCE
