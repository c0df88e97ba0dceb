"""Resolving the passages and citations of maps: looking each up in the text of its source."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from argmap.evidence.lockfile import Lock, Record, digest, fingerprint, short
from argmap.evidence.passages.locate import Location, locate_all
from argmap.evidence.passages.nearest import Nearest, nearest
from argmap.evidence.passages.recover import recover
from argmap.evidence.passages.resolution import Anchor, Outcome, Resolution
from argmap.evidence.passages.search import Searched
from argmap.evidence.text.normalise import normal_text, unchanged
from argmap.model.citations import Selector
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.text import Span


def resolve(
    m: ArgumentMap, known: Mapping[str, Source], texts: Mapping[str, str], lock: Lock | None = None
) -> dict[Anchor, Resolution]:
    """Look up every passage and citation of a map. Pure: it reads no file and changes nothing.

    Args:
        m: The map.
        known: Every known source by id; the map's own records count as known anyway.
        texts: The text of each source whose text is at hand, by id.
        lock: What the anchors held when they were last verified.

    Returns:
        The outcome for each source id and selector that the map names.

    Example:
        >>> from argmap.model.citations import Citation
        >>> from argmap.model.statements import Kind, Statement
        >>> cited = Citation("dry@wells", "wells", Selector("six of the … safe level"))
        >>> m = ArgumentMap(statements=(Statement("dry", Kind.EVIDENCE, "Most wells are low.", citations=(cited,)),))
        >>> texts = {"wells": "In May, six of the ten wells were below the safe level."}
        >>> resolve(m, {"wells": Source("wells")}, texts)[cited.source, cited.selector]
        Resolution(outcome=<Outcome.VERIFIED: 'verified'>, places=(Span(start=8, end=54),), ...)
    """
    return resolve_anchors(anchors(m), known.keys() | {source.id for source in m.sources}, texts, lock)


def resolve_anchors(
    wanted: Iterable[Anchor], known: Collection[str], texts: Mapping[str, str], lock: Lock | None = None
) -> dict[Anchor, Resolution]:
    """Look up anchors of any number of maps, so that a source that many of them cite is searched once.

    Args:
        wanted: Source ids and selectors; each is looked up once.
        known: Ids of the known sources.
        texts: The text of each source whose text is at hand, by id.
        lock: What the anchors held when they were last verified.
    """
    resolutions: dict[Anchor, Resolution] = {}
    selectors: dict[str, list[Selector]] = {}
    for anchor in dict.fromkeys(wanted):
        source, selector = anchor
        if source not in known:
            resolutions[anchor] = Resolution(Outcome.UNKNOWN_SOURCE)
        elif selector is None:
            resolutions[anchor] = Resolution(Outcome.WHOLE_SOURCE)
        elif source not in texts:
            resolutions[anchor] = Resolution(Outcome.SOURCE_ABSENT)
        else:
            resolutions[anchor] = _PENDING
            selectors.setdefault(source, []).append(selector)
    for source, cited in selectors.items():
        records = [lock.record(source, selector) for selector in cited] if lock else [None] * len(cited)
        for selector, resolution in zip(cited, look_up(cited, records, texts[source]), strict=True):
            resolutions[source, selector] = resolution
    return resolutions


_BESIDE = 1000  # characters on either side of a phrase in which the other one of its passage is looked for first
_PENDING = Resolution(Outcome.MISSING)


def anchors(m: ArgumentMap) -> Iterator[Anchor]:
    """Go through the source ids and selectors that a map names, in order; some come more than once."""
    for statement in m.statements:
        for passage in statement.passages:
            yield passage.source, passage.selector
        for citation in statement.citations:
            yield citation.source, citation.selector


def look_up(selectors: Sequence[Selector], records: Sequence[Record | None], text: str) -> list[Resolution]:
    """Look up selectors in one text.

    An anchor that is locked in this very text is proven by its digest. One that is locked in another version is looked
    for by what it held then; one that is not locked, by its phrases.
    """
    version = short(fingerprint(text)) if any(records) else ""
    resolutions = [_unchanged(record, text) if record and record.version == version else None for record in records]
    if all(resolutions):
        return [resolution for resolution in resolutions if resolution]
    searched = Searched(text)
    changed = [i for i, record in enumerate(records) if record and record.version != version]
    held = [record for record in records if record and record.version != version]
    for i, found in zip(changed, recover(held, searched), strict=True):
        resolutions[i] = found
    rest = [i for i, resolution in enumerate(resolutions) if resolution is None]
    for i, found in zip(rest, _cold([selectors[i] for i in rest], searched), strict=True):
        resolutions[i] = found
    return [resolution for resolution in resolutions if resolution]


def _unchanged(record: Record, text: str) -> Resolution | None:
    """Prove an anchor in the text that it was locked in; None where the lock does not fit."""
    if digest(normal_text(text[record.start : record.end])) != record.digest:
        return None
    return Resolution(Outcome.VERIFIED, (Span(record.start, record.end),), locked=True, page=record.page)


def _cold(selectors: Sequence[Selector], searched: Searched) -> list[Resolution]:
    """Look up selectors by their phrases alone, and phrases that are not there by what is most like them."""
    locations = locate_all(selectors, searched)
    resolutions = [_located(location, searched) for location in locations]
    lost = [i for i, location in enumerate(locations) if location.lost]
    beside = {i: place for i in lost if (place := _beside(locations[i], searched))}
    longest = {i: max(locations[i].lost, key=len) for i in lost if not (beside.get(i) or locations[i].guess)}
    anywhere = zip(longest, nearest(list(longest.values()), searched), strict=True)
    for i, place in (*beside.items(), *anywhere):
        if place:
            guess = searched.normal.to_raw(place.span)
            resolutions[i] = Resolution(Outcome.MISSING, guess=guess, score=place.similarity)
    return resolutions


def _beside(location: Location, searched: Searched) -> Nearest | None:
    """Find what is most like a phrase that is not there, within reach of one that is."""
    if not location.guess:
        return None
    start = max(0, location.guess.start - _BESIDE)
    around = Searched(unchanged(searched.normal.text[start : location.guess.end + _BESIDE]))
    found = [place for place in nearest(location.lost, around) if place]
    if not found:
        return None
    best = max(found, key=lambda place: place.similarity)
    return Nearest(Span(start + best.span.start, start + best.span.end), best.similarity)


def _located(location: Location, searched: Searched) -> Resolution:
    places = tuple(searched.normal.to_raw(place) for place in location.places)
    if places:
        outcome = Outcome.VERIFIED if len(places) == 1 else Outcome.AMBIGUOUS
        page = searched.page(places[0].start) if len(places) == 1 else None
        return Resolution(outcome, places, loose=location.loose, page=page)
    guess = searched.normal.to_raw(location.guess) if location.guess else None
    return Resolution(Outcome.MISSING, guess=guess, implausible=location.implausible, count=location.count)
