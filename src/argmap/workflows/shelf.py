"""The sources of some maps as rows: text at hand or not, and what became of their passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from argmap.analysis import Analysis
from argmap.evidence.passages.resolution import Outcome
from argmap.model.citations import Passage
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.project.project import Project


def rows(maps: Iterable[Analysis], project: Project, *, every: bool) -> list[dict[str, Any]]:
    """Count the passages and citations of each source.

    Args:
        maps: Maps of one project.
        project: Their project.
        every: Whether to list the project's records that no map names, too.

    Returns:
        For each source, those that have a record first: ``id``, ``title``, ``text`` (*at hand*, *absent*, or *none* for
        a record that names no text), the number of ``passages`` and ``citations``, how many of both are ``verified``,
        how many of these have ``moved`` since they were locked, how many have ``changed`` (their words or what stands
        around them), are ``ambiguous`` and ``missing``, and, where the record says it, how many words of its file were
        ``kept`` of those ``visible``.
    """
    known: dict[str, Source] = dict(project.records) if every else {}
    at_hand = set(project.texts(known.values(), ArgumentMap())[0])
    counts: dict[str, Counter[str]] = {}
    for analysis in maps:
        at_hand |= analysis.texts.keys()
        known |= {source.id: source for source in analysis.map.sources}
        for statement in analysis.map:
            for place in statement.cited:
                count = counts.setdefault(place.source, Counter())
                count["passages" if isinstance(place, Passage) else "citations"] += 1
                count[analysis.resolutions[place.source, place.selector].outcome] += 1
        known |= {name: analysis.sources[name] for name in counts if name in analysis.sources}
    names = dict.fromkeys([*known, *counts])
    return [_row(name, known.get(name), counts.get(name, Counter()), name in at_hand) for name in names]


def _row(name: str, source: Source | None, count: Counter[str], at_hand: bool) -> dict[str, Any]:
    return {
        "id": name,
        "title": source.title if source else "(no record)",
        "text": "at hand" if at_hand else "absent" if source and source.text else "none",
        "passages": count["passages"],
        "citations": count["citations"],
        "verified": count[Outcome.VERIFIED] + count[Outcome.MOVED],
        "moved": count[Outcome.MOVED],
        "changed": count[Outcome.FUZZY] + count[Outcome.CONTEXT_CHANGED],
        "ambiguous": count[Outcome.AMBIGUOUS],
        "missing": count[Outcome.MISSING],
        "kept": source.intake.kept if source and source.intake else None,
        "visible": source.intake.visible if source and source.intake else None,
    }
