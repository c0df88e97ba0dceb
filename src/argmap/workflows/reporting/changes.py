"""What has changed since a map was reviewed or its passages were recorded, in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from argmap.analysis import Analysis
from argmap.evidence.locks.changes import Change
from argmap.plain_words import changed
from argmap.workflows.reporting.naming import Names
from argmap.workflows.reporting.report import Paragraph

_MOST = 5
"""How many changes are told of one statement."""


def revised(analysis: Analysis, names: Names, name: str) -> Iterator[Paragraph]:
    """Tell of a statement what below it has changed, each with the path from there up to it."""
    paths = list(islice(analysis.changes.paths(name), _MOST + 1))
    for path in paths[:_MOST]:
        for change in analysis.changes.found[path[-1]]:
            yield Paragraph(told(analysis, names, change, path))
    if len(paths) > _MOST:
        yield Paragraph("More that it rests on has changed; all of it is told at the beginning.")


def told(analysis: Analysis, names: Names, change: Change, path: Sequence[str]) -> str:
    """Say in a sentence what has changed, and how it leads to the statement that a path begins with."""
    since = "reviewed" if path[0] in analysis.reviews else "recorded"
    what = changed(change, names.source)
    if len(path) == 1:
        if change.cited is None:
            return f"It has changed since it was reviewed: {what}."
        return f"A passage of it has changed since it was {since}: {what}."
    way = " → ".join(map(names.one, reversed(path)))
    if change.cited is None:
        of = names.one(path[-1])
        return f"{of}, which it rests on, has changed since it was reviewed. It leads here by {way}."
    return f"A passage that it rests on has changed since it was {since}: {what}. It leads here by {way}."
