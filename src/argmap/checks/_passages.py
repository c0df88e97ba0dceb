"""What the passages that a statement cites say."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.analysis import Analysis
from argmap.model.citations import Citation


def cited_texts(analysis: Analysis, citations: Iterable[Citation]) -> list[str]:
    """Return the passages of some citations; none unless each of them is found at a single place."""
    found: list[str] = []
    for citation in citations:
        resolution = analysis.resolutions.get((citation.source, citation.selector))
        if resolution is None or len(resolution.places) != 1:
            return []
        (span,) = resolution.places
        found.append(analysis.texts[citation.source][span.start : span.end])
    return found
