"""How good each citation is as a ground: whose word it is, whether it was found, and whether it is fairly quoted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from argmap.evaluation.labels import Grade
from argmap.evidence.passages.resolution import Outcome, Resolutions
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source

Grades = Mapping[str, Grade | None]
"""How good each citation of a map is, by id; None where its passage is missing, so that it is no ground."""

_WORST_FIRST = (None, *reversed(Grade))


def grades(
    m: ArgumentMap, sources: Mapping[str, Source], resolutions: Resolutions, disputed: Collection[str] = ()
) -> Grades:
    """Grade the citations of a map.

    Args:
        m: The map.
        sources: The known sources, by id.
        resolutions: What became of its citations.
        disputed: Ids of the citations that are quoted unfairly.

    Returns:
        A grade for each citation; where several share an id, the worst.

    Example:
        >>> from argmap.evidence.passages.resolution import Resolution
        >>> from argmap.model.statements import Kind, Statement
        >>> cited = Citation("rain@log", "log"), Citation("rain@brief", "brief")
        >>> m = ArgumentMap(statements=(Statement("rain", Kind.CLAIM, "It rained.", citations=cited),), about="brief")
        >>> found = {("log", None): Resolution(Outcome.VERIFIED)}
        >>> for citation, grade in grades(m, {}, found).items():
        ...     print(citation, "is", grade)
        rain@log is independent
        rain@brief is own word
    """
    own = own_word(m.about, sources)
    found: dict[str, Grade | None] = {}
    for statement in m.statements:
        for citation in statement.citations:
            grade = _grade(citation, resolutions, own, disputed)
            found[citation.id] = min(grade, found.get(citation.id, grade), key=_WORST_FIRST.index)
    return found


def _grade(
    citation: Citation, resolutions: Resolutions, own: Collection[str], disputed: Collection[str]
) -> Grade | None:
    resolution = resolutions.get((citation.source, citation.selector))
    if resolution is not None and resolution.outcome is Outcome.MISSING:
        return None
    if citation.id in disputed:
        return Grade.DISPUTED
    if citation.source in own:
        return Grade.OWN_WORD
    return Grade.INDEPENDENT if resolution is not None and resolution.is_verified else Grade.UNVERIFIED


def own_word(about: str | None, sources: Mapping[str, Source]) -> frozenset[str]:
    """Return the sources in which the author of the analysed text speaks: a map about no text has none.

    These are the text itself, those that share an author or the publisher with it, and those that by ``based_on``
    report nothing but such sources.
    """
    if about is None:
        return frozenset()
    voices = _voices(sources.get(about))
    named = [about, *(name for name, source in sources.items() if voices & _voices(source))]
    return with_reports(named, sources, reported_by(sources))


def reported_by(sources: Mapping[str, Source]) -> dict[str, list[str]]:
    """Return the sources that report each one by ``based_on``."""
    found: dict[str, list[str]] = {}
    for name, source in sources.items():
        for each in set(source.based_on):
            found.setdefault(each, []).append(name)
    return found


def with_reports(
    named: Iterable[str], sources: Mapping[str, Source], reports: Mapping[str, Iterable[str]]
) -> frozenset[str]:
    """Return some sources and those that report nothing but these, directly or not.

    Args:
        named: Ids of the sources.
        sources: The known sources, by id.
        reports: Those that report each one; see `reported_by`.

    Example:
        >>> records = [Source("memo", based_on=("survey",)), Source("leaflet", based_on=("memo", "census"))]
        >>> sources = {source.id: source for source in records}
        >>> sorted(with_reports(["survey"], sources, reported_by(sources)))
        ['memo', 'survey']
    """
    found = dict.fromkeys(named)
    left: dict[str, int] = {}
    todo = list(found)
    for name in todo:
        for report in reports.get(name, ()):
            left[report] = left.get(report, len(set(sources[report].based_on))) - 1
            if not left[report] and report not in found:
                found[report] = None
                todo.append(report)
    return frozenset(found)


def _voices(source: Source | None) -> set[tuple[str, str]]:
    """Return who speaks in a source: its authors and its publisher."""
    if source is None:
        return set()
    authors = _named("author", source.authors)
    return authors | _named("publisher", [source.publisher] if source.publisher else ())


def _named(what: str, names: Iterable[str]) -> set[tuple[str, str]]:
    return {(what, " ".join(name.casefold().split())) for name in names if name.strip()}
