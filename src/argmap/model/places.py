"""Moving the places of a map to where they are in another text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from attrs import evolve

from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.text import Span

_Placed = TypeVar("_Placed")


def moved(m: ArgumentMap, place: Callable[[Span], Span]) -> ArgumentMap:
    """Return a map with each span of its parts put where a function says.

    Example:
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(statements=(Statement("a", Kind.CLAIM, "A.", span=Span(0, 2)),))
        >>> moved(m, lambda span: Span(span.start + 7, span.end + 7))["a"].span
        Span(start=7, end=9)
    """

    def put(part: _Placed) -> _Placed:
        span = getattr(part, "span", None)
        return evolve(part, span=place(span)) if span else part  # type: ignore[misc]

    def put_relation(relation: Relation) -> Relation:
        return evolve(
            put(relation),
            roles=tuple(map(put, relation.roles)),
            answers=tuple(map(put, relation.answers)),
            waives=tuple(map(put, relation.waives)),
            scheme_span=place(relation.scheme_span) if relation.scheme_span else None,
            raises_span=place(relation.raises_span) if relation.raises_span else None,
        )

    statements = (
        evolve(s, passages=tuple(map(put, s.passages)), citations=tuple(map(put, s.citations))) for s in m.statements
    )
    return evolve(
        m,
        about_span=place(m.about_span) if m.about_span else None,
        statements=tuple(map(put, statements)),
        relations=tuple(map(put_relation, m.relations)),
        groups=tuple(map(put, m.groups)),
        sources=tuple(map(put, m.sources)),
        expectations=tuple(map(put, m.expectations)),
        orders=tuple(map(put, m.orders)),
    )
