"""The places of a map that name a source: its passages and citations."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks._base import Subject
from argmap.evidence.resolution import Resolution
from argmap.model.citations import Citation, Passage
from argmap.model.statements import Statement

Place = Passage | Citation
"""A passage or a citation of a statement."""


def resolved(subject: Subject) -> Iterator[tuple[Statement, Place, Resolution]]:
    """Go through the passages and citations of a map, in order, with what became of each."""
    for statement in subject.graph.statements:
        for place in (*statement.passages, *statement.citations):
            resolution = subject.resolutions.get((place.source, place.selector))
            if resolution is not None:
                yield statement, place, resolution
