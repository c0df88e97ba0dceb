"""A source that nothing names.

What it does:
    Reports each record under 'sources:' that no passage or citation of its map
    names, and, when a whole project is checked, each record in the folder of
    source records that no map names. The analysed text is used, and so is a
    source that a used one is based on.

Why it matters:
    It looks like evidence and is none. Perhaps its citation was forgotten, or
    belongs to a statement that is gone.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      city-survey: City speed survey
      trauma-audit: Hospital trauma audit

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      city-survey: City speed survey
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.analysis import Analysis
from argmap.checks import Check, Survey
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.sources import Source
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the sources written in the map that it does not use."""
    used = _used(analysis, analysis.sources)
    for source in analysis.map.sources:
        if source.id not in used:
            message = f"nothing in this map names the source {quoted(source.id)}: cite it, or delete its record"
            yield Flaw(message, source.span, source.id, source)


def survey(run_over: Survey) -> Iterator[Flaw]:
    """Report the project's sources that none of its maps uses, where every map could be read."""
    if not run_over.complete or any(_is_cut_short(analysis) for analysis in run_over.analyses):
        return
    used = {name for analysis in run_over.analyses for name in _used(analysis, analysis.sources)}
    for name, source in run_over.records.items():
        if name not in used:
            message = f"no map of the project names the source {quoted(name)}: cite it, or delete its record"
            yield Flaw(message, source.span, name, source)


def _used(analysis: Analysis, sources: Mapping[str, Source]) -> set[str]:
    """Find the sources that a map names, and those that they are based on."""
    found = [name for name, _ in analysis.resolutions]
    found += [analysis.map.about] if analysis.map.about else []
    used = set(found)
    for name in found:
        source = sources.get(name)
        for other in (*source.based_on, source.superseded_by) if source else ():
            if other and other not in used:
                used.add(other)
                found.append(other)
    return used


def _is_cut_short(analysis: Analysis) -> bool:
    """Tell whether a part of a map was not read, so that what it names is not known."""
    origin = analysis.map.origin
    return origin is not None and any(finding.severity is Severity.ERROR for finding in origin.findings)


CHECK = Check("AM302", Severity.NOTE, run=run, survey=survey)
