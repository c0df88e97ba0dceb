"""Origins: the sources that a map cites, and the authors and publishers behind them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from argmap.analysis import Analysis
from argmap.errors import UnknownNameError
from argmap.model.sources import Source


class Origin(StrEnum):
    """What grounds come from, and fall with."""

    SOURCE = "source"
    AUTHOR = "author"
    PUBLISHER = "publisher"


def origins(analysis: Analysis) -> Mapping[tuple[Origin, str], tuple[str, ...]]:
    """Return the sources that a map cites, by what falls with them: each by itself, those of an author, of a publisher.

    Two spellings of a name are one where they differ in case and spaces alone.
    """
    cited = dict.fromkeys(citation.source for statement in analysis.map for citation in statement.citations)
    found: dict[tuple[Origin, str], tuple[str, ...]] = {(Origin.SOURCE, source): (source,) for source in cited}
    for origin in (Origin.PUBLISHER, Origin.AUTHOR):
        for name, sources in _by_name(origin, (analysis.sources[s] for s in cited if s in analysis.sources)).items():
            found[origin, name] = tuple(sources)
    return found


def sources_of(origin: Origin, name: str, sources: Collection[Source]) -> frozenset[str]:
    """Return the ids of the sources of an author or a publisher.

    Raises:
        UnknownNameError: There is none.
    """
    by_name = _by_name(origin, sources)
    found = [ids for each, ids in by_name.items() if _folded(each) == _folded(name)]
    if not found:
        raise UnknownNameError(origin, name, by_name)
    return frozenset(found[0])


def _by_name(origin: Origin, sources: Iterable[Source]) -> dict[str, list[str]]:
    """Return the ids of sources by the name of an author or publisher, as it is spelt first."""
    spelt: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for source in sources:
        names = source.authors if origin is Origin.AUTHOR else (source.publisher or "",)
        for name in dict.fromkeys(spelt.setdefault(_folded(each), each) for each in names if each.strip()):
            found.setdefault(name, []).append(source.id)
    return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
