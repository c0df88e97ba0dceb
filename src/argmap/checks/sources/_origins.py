"""Where the evidence of a map comes from: the sources cited in support, and those that they report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def upstream(name: str, sources: Mapping[str, Source]) -> list[str]:
    """Return a source and all that it reports, directly or not, each once."""
    found = {name: None}
    todo = [name]
    while todo:
        source = sources.get(todo.pop())
        for each in source.based_on if source else ():
            if each not in found:
                found[each] = None
                todo.append(each)
    return list(found)


def roots(name: str, sources: Mapping[str, Source]) -> list[str]:
    """Return the sources that a source goes back to in the end; itself where it reports no other."""
    return [each for each in upstream(name, sources) if not (sources[each].based_on if each in sources else ())]
