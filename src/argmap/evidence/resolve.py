"""Resolving the passages and citations of a map: looking each up in the text of its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.evidence.locate import Searched, locate
from argmap.evidence.resolution import Anchor, Resolution, Status
from argmap.model.citations import Selector
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source


def resolve(m: ArgumentMap, known: Mapping[str, Source], texts: Mapping[str, str]) -> dict[Anchor, Resolution]:
    """Look up every passage and citation of a map. Pure: it reads no file and changes nothing.

    Args:
        m: The map.
        known: Every known source by id; the map's own records count as known anyway.
        texts: The text of each source whose text is at hand, by id.

    Returns:
        The outcome for each source id and selector that the map names.

    Example:
        >>> from argmap.model.citations import Citation
        >>> from argmap.model.statements import Kind, Statement
        >>> cited = Citation("dry@wells", "wells", Selector("six of the … safe level"))
        >>> m = ArgumentMap(statements=(Statement("dry", Kind.EVIDENCE, "Most wells are low.", citations=(cited,)),))
        >>> texts = {"wells": "In May, six of the ten wells were below the safe level."}
        >>> resolve(m, {"wells": Source("wells")}, texts)[cited.source, cited.selector]
        Resolution(status=<Status.VERIFIED: 'verified'>, places=(Span(start=8, end=54),), ...)
    """
    ids = known.keys() | {source.id for source in m.sources}
    searched: dict[str, Searched] = {}
    outcomes: dict[Anchor, Resolution] = {}
    for anchor in anchors(m):
        if anchor in outcomes:
            continue
        source, selector = anchor
        if source not in ids:
            outcomes[anchor] = Resolution(Status.UNKNOWN_SOURCE)
        elif selector is None:
            outcomes[anchor] = Resolution(Status.WHOLE_SOURCE)
        elif source not in texts:
            outcomes[anchor] = Resolution(Status.SOURCE_ABSENT)
        else:
            if source not in searched:
                searched[source] = Searched.of(texts[source])
            outcomes[anchor] = look_up(selector, searched[source])
    return outcomes


def anchors(m: ArgumentMap) -> Iterator[Anchor]:
    """Go through the source ids and selectors that a map names, in order; some come more than once."""
    for statement in m.statements:
        for passage in statement.passages:
            yield passage.source, passage.selector
        for citation in statement.citations:
            yield citation.source, citation.selector


def look_up(selector: Selector, searched: Searched) -> Resolution:
    """Look up one selector in one text."""
    location = locate(selector, searched)
    places = tuple(searched.normal.to_raw(place) for place in location.places)
    if places:
        status = Status.VERIFIED if len(places) == 1 else Status.AMBIGUOUS
        return Resolution(status, places, loose=location.loose)
    guess = searched.normal.to_raw(location.guess) if location.guess else None
    return Resolution(Status.MISSING, guess=guess, implausible=location.implausible)
