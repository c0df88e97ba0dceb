"""Origins: the sources that a map cites, and what is behind them: authors, publishers, datasets, sources of sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from argmap.analysis import Analysis
from argmap.errors import UnknownNameError
from argmap.evaluation.grounds import reported_by, with_reports
from argmap.model.sources import Source


class Origin(StrEnum):
    """What grounds come from, and fall with.

    *Origin* is what a record has under ``origin``, such as a dataset or an agency; *root* is a source that others are
    ``based-on``, and that those fall with which report nothing else.
    """

    SOURCE = "source"
    AUTHOR = "author"
    PUBLISHER = "publisher"
    ORIGIN = "origin"
    ROOT = "root"


_NAMED = (Origin.PUBLISHER, Origin.AUTHOR, Origin.ORIGIN)


Origins = Mapping[tuple[Origin, str], tuple[str, ...]]
"""The sources that a map cites, by what they fall with."""


def origins(analysis: Analysis) -> Origins:
    """Return the sources that a map cites, by what they fall with: each by itself, those of an author, and so on.

    Two spellings of a name are one where they differ in case and spaces alone. Roots that report nothing themselves
    come before others.
    """
    cited = dict.fromkeys(citation.source for statement in analysis.map for citation in statement.citations)
    places = {source: place for place, source in enumerate(cited)}
    found: dict[tuple[Origin, str], tuple[str, ...]] = {(Origin.SOURCE, source): (source,) for source in cited}
    for origin in _NAMED:
        for name, sources in _by_name(origin, (analysis.sources[s] for s in cited if s in analysis.sources)).items():
            found[origin, name] = tuple(sources)
    reports = reported_by(analysis.sources)
    for root in sorted(reports, key=lambda each: each in analysis.sources and bool(analysis.sources[each].based_on)):
        falling = with_reports([root], analysis.sources, reports)
        if not cited.keys().isdisjoint(falling - {root}):
            found[Origin.ROOT, root] = tuple(sorted(falling & cited.keys(), key=places.__getitem__))
    return found


def sources_of(origin: Origin, name: str, sources: Collection[Source]) -> frozenset[str]:
    """Return the ids of the sources that fall with an author, a publisher, an origin or a root.

    Raises:
        UnknownNameError: There is none.
    """
    if origin is Origin.ROOT:
        by_id = {source.id: source for source in sources}
        reports = reported_by(by_id)
        if name not in reports:
            raise UnknownNameError(origin, name, reports)
        return with_reports([name], by_id, reports)
    by_name = _by_name(origin, sources)
    found = [ids for each, ids in by_name.items() if _folded(each) == _folded(name)]
    if not found:
        raise UnknownNameError(origin, name, by_name)
    return frozenset(found[0])


def _by_name(origin: Origin, sources: Iterable[Source]) -> dict[str, list[str]]:
    """Return the ids of sources by the name of an author, publisher or origin, as it is spelt first."""
    spelt: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for source in sources:
        for name in dict.fromkeys(spelt.setdefault(_folded(each), each) for each in _names(origin, source)):
            found.setdefault(name, []).append(source.id)
    return found


def _names(origin: Origin, source: Source) -> list[str]:
    names = {
        Origin.AUTHOR: source.authors,
        Origin.PUBLISHER: (source.publisher or "",),
        Origin.ORIGIN: (source.origin or "",),
    }
    return [name for name in names[origin] if name.strip()]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
