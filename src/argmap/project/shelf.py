"""The sources of some maps as rows: text at hand or not, and what became of their passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from argmap.evidence.resolution import Status
from argmap.model.document import ArgumentMap
from argmap.project.library import Project
from argmap.project.pipeline import subject


def rows(maps: Iterable[ArgumentMap], project: Project) -> list[dict[str, Any]]:
    """Count the passages and citations of each source.

    Args:
        maps: Maps of one project.
        project: Their project.

    Returns:
        For each source id, records never cited included: ``id``, ``title``, ``text`` (*at hand*, *absent* or *none*),
        ``passages``, ``citations``, ``verified``, ``ambiguous`` and ``missing``.
    """
    sources = dict(project.records)
    counts: dict[str, Counter[str]] = {name: Counter() for name in sources}
    at_hand: set[str] = set()
    for m in maps:
        given, _ = subject(m, project)
        at_hand |= given.texts.keys()
        sources |= given.sources
        for statement in m.statements:
            for what, places in (("passages", statement.passages), ("citations", statement.citations)):
                for place in places:
                    count = counts.setdefault(place.source, Counter())
                    count[what] += 1
                    count[given.resolutions[place.source, place.selector].status] += 1
    return [
        {
            "id": name,
            "title": sources[name].label if name in sources else "(no record)",
            "text": "at hand" if name in at_hand else "absent" if name in sources and sources[name].text else "none",
            "passages": count["passages"],
            "citations": count["citations"],
            "verified": count[Status.VERIFIED],
            "ambiguous": count[Status.AMBIGUOUS],
            "missing": count[Status.MISSING],
        }
        for name, count in counts.items()
    ]
