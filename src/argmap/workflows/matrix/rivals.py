"""Rivals: claims that compete, since they contradict each other or answer one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from argmap.graph import Graph
from argmap.model.statements import Kind

Claim = tuple[str, ...]
"""The ids of the statements that are claimed: one, or several that answer a question only together."""


@frozen
class Rivals:
    """Claims that compete.

    Attributes:
        claims: In the order of the map, or as they were named.
        question: Id of the question that they answer, where they do.
        others: Ids of the statements that compete with them too, and are not compared.
    """

    claims: tuple[Claim, ...]
    question: str | None = None
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return what each claim is called.

        Example:
            >>> Rivals((("flood",), ("bad-release", "disk-full"))).names
            ('flood', 'bad-release + disk-full')
        """
        return tuple(map(" + ".join, self.claims))

    def first(self, most: int) -> Rivals:
        """Return the first claims, with the rest among the others."""
        rest = (name for claim in self.claims[most:] for name in claim)
        return Rivals(self.claims[:most], self.question, (*self.others, *rest))

    def exclude_each_other(self, graph: Graph) -> bool:
        """Tell whether any two of the claims contradict each other, so that one of them at most can hold."""
        ids = graph.ids
        drawn = {frozenset((ids[c.first], ids[c.second])) for c in graph.contradictions}
        return all(
            any(frozenset((a, b)) in drawn for a in first for b in second)
            for at, first in enumerate(self.claims)
            for second in self.claims[at + 1 :]
        )


def rivals(graph: Graph) -> list[Rivals]:
    """Return the claims that compete in a map: the answers to each question, then what is joined by contradictions.

    A single answer competes with nothing. What contradicts an answer competes with it only if it is one too.

    Example:
        >>> import argmap
        >>> m = argmap.loads('''
        ... nodes:
        ...   why: {question: Why is the street wet?, because: [rain, pipe]}
        ...   rain: {claim: It rained., contradicts: [pipe]}
        ...   pipe: {claim: A pipe burst.}
        ...   day: {claim: It was Monday., contradicts: [other-day]}
        ...   other-day: {claim: It was Tuesday.}
        ... ''')
        >>> for each in rivals(argmap.analyse(m).graph):
        ...     print(each.question, each.names)
        why ('rain', 'pipe')
        None ('day', 'other-day')
    """
    asked = [answers(graph, s.id) for s in graph.statements if s.kind is Kind.QUESTION]
    asked = [each for each in asked if len(each.claims) > 1]
    answering = {name for each in asked for claim in each.claims for name in claim}
    return asked + [each for each in opposed(graph) if answering.isdisjoint(name for (name,) in each.claims)]


def competing_with(graph: Graph, name: str) -> list[Rivals]:
    """Return the groups of competing claims that a statement is in, by contradictions alone if it answers nothing."""

    def having(groups: Iterable[Rivals]) -> list[Rivals]:
        return [each for each in groups if any(name in claim for claim in each.claims)]

    return having(rivals(graph)) or having(opposed(graph))


def compared(graph: Graph, names: Sequence[str]) -> Rivals:
    """Return some statements as competing claims; what competes with all of them, and is not named, is among others."""
    wanted = {(name,) for name in names}
    groups = [each for each in (*rivals(graph), *opposed(graph)) if wanted.issubset(each.claims)]
    others = dict.fromkeys(name for each in groups[:1] for claim in each.claims for name in claim)
    return Rivals(tuple((name,) for name in names), others=tuple(name for name in others if name not in names))


def answers(graph: Graph, question: str) -> Rivals:
    """Return the answers to a question: the reasons that are listed for it, linked ones as one answer."""
    steps = graph.supports_on[graph.index_of[question]]
    claims = dict.fromkeys(
        tuple(graph.ids[premise] for premise in step.premises)
        for step in steps
        if all(graph.statements[premise].kind is not Kind.QUESTION for premise in step.premises)
    )
    return Rivals(tuple(claims), question)


def opposed(graph: Graph) -> Iterator[Rivals]:
    """Go through the groups of statements that contradictions join, questions aside, each in the order of the map."""
    beside: dict[int, list[int]] = {}
    for pair in graph.contradictions:
        ends = (pair.first, pair.second)
        if pair.first != pair.second and all(graph.statements[at].kind is not Kind.QUESTION for at in ends):
            beside.setdefault(pair.first, []).append(pair.second)
            beside.setdefault(pair.second, []).append(pair.first)
    met: set[int] = set()
    for start in sorted(beside):
        if start not in met:
            group = [start]
            met.add(start)
            for at in group:
                fresh = [other for other in dict.fromkeys(beside[at]) if other not in met]
                met.update(fresh)
                group += fresh
            yield Rivals(tuple((graph.ids[at],) for at in sorted(group)))
