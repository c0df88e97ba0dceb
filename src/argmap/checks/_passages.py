"""What the passages that a statement cites say."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.checks._base import Subject
from argmap.model.citations import Citation


def cited_texts(subject: Subject, citations: Iterable[Citation]) -> list[str]:
    """Give the passages of some citations; none unless each of them is found at a single place."""
    found: list[str] = []
    for citation in citations:
        resolution = subject.resolutions.get((citation.source, citation.selector))
        if resolution is None or len(resolution.places) != 1:
            return []
        (place,) = resolution.places
        found.append(subject.texts[citation.source][place.start : place.end])
    return found
