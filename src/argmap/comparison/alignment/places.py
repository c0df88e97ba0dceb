"""Where the statements of two maps stand in the texts that both look into, and which of these places overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from argmap.analysis import Analysis
from argmap.model.citations import Cited
from argmap.text import Span

_TRIED = 48  # places of the other map, those that begin last, that one is held against

Place = tuple[str, Span]
"""A text, by the id of its source in the first map, and a passage in it."""


@frozen
class Overlap:
    """How far two places overlap.

    Attributes:
        whole: The length that both have, over the length that either has.
        left_within: The share of the first that the second has.
        right_within: The share of the second that the first has.
    """

    whole: float
    left_within: float
    right_within: float

    @classmethod
    def of(cls, left: Span, right: Span) -> Overlap:
        """Return how far two passages of a text overlap.

        Example:
            >>> Overlap.of(Span(0, 10), Span(5, 10))
            Overlap(whole=0.5, left_within=0.5, right_within=1.0)
        """
        both = min(left.end, right.end) - max(left.start, right.start)
        one, other = left.end - left.start, right.end - right.start
        return cls(both / (one + other - both), both / one, both / other)


def shared_sources(left: Analysis, right: Analysis) -> dict[str, str]:
    """Return the sources of two maps that have the same text: the id in the first by that in the second."""
    by_text = {text: name for name, text in reversed(list(left.texts.items()))}
    found: dict[str, str] = {}
    for name, text in right.texts.items():
        if left.texts.get(name) == text:
            found[name] = name
        elif text in by_text:
            found[name] = by_text[text]
    return found


def place_of(analysis: Analysis, cited: Cited, shared: Mapping[str, str]) -> Place | None:
    """Return the one place that a passage or citation names in a text that both maps have; None if there is none."""
    resolution = analysis.resolutions.get((cited.source, cited.selector))
    if resolution is None or cited.source not in shared or len(resolution.places) != 1:
        return None
    (span,) = resolution.places
    return (shared[cited.source], span) if span.end > span.start else None


def places(analysis: Analysis, shared: Mapping[str, str]) -> list[list[Place]]:
    """Return where each statement stands, passages and citations alike."""
    return [
        [place for cited in statement.cited if (place := place_of(analysis, cited, shared))]
        for statement in analysis.graph.statements
    ]


def overlapping(
    left: Sequence[Sequence[Place]], right: Sequence[Sequence[Place]]
) -> Iterator[tuple[int, int, Overlap]]:
    """Go through the pairs of statements whose places overlap, some of them more than once.

    Where very many places of one map overlap one of the other, only those that begin last are looked at.
    """
    by_source: dict[str, list[tuple[int, int, int]]] = {}
    for number, held in enumerate(right):
        for source, span in held:
            by_source.setdefault(source, []).append((span.start, span.end, number))
    for known in by_source.values():
        known.sort()
    for number, held in enumerate(left):
        for source, span in held:
            known = by_source.get(source, [])
            before = bisect_left(known, (span.end,))
            for start, end, other in reversed(known[max(0, before - _TRIED) : before]):
                if end > span.start:
                    yield number, other, Overlap.of(span, Span(start, end))
