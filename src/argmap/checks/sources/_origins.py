"""Where the evidence of a map comes from: the sources that it cites in support, and those that it names."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.evidence.passages.resolution import Outcome
from argmap.model.citations import Citation, Passage, Stance
from argmap.model.sources import Source
from argmap.model.statements import Statement


def cited_sources(analysis: Analysis) -> dict[str, tuple[Statement, Citation]]:
    """Return the sources that are cited in support, each with the first place; missing passages do not count."""
    found: dict[str, tuple[Statement, Citation]] = {}
    for statement, citation, resolution in analysis.anchored:
        supports = isinstance(citation, Citation) and citation.stance is Stance.SUPPORTS
        if supports and isinstance(citation, Citation) and resolution.outcome is not Outcome.MISSING:
            found.setdefault(citation.source, (statement, citation))
    return found


def named_sources(analysis: Analysis) -> Iterator[tuple[Source, Passage | Citation]]:
    """Go through the known sources that a map names, each once, with the first place that names it."""
    told: set[str] = set()
    for _, citation, _ in analysis.anchored:
        source = analysis.sources.get(citation.source)
        if source is not None and source.id not in told:
            told.add(source.id)
            yield source, citation
