"""Locking: recording what each anchor holds, so that it can be proven, or found again, later."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from argmap.evidence.lockfile import (
    Lock,
    Record,
    Version,
    digest,
    encode,
    fingerprint,
    selector_key,
    short,
    word_keys,
)
from argmap.evidence.passages.recover import pattern_of
from argmap.evidence.passages.resolution import Anchor, Resolution, Resolutions
from argmap.evidence.passages.search import Searched
from argmap.evidence.passages.similar import CONTEXT, identical
from argmap.evidence.text.gist import gist
from argmap.evidence.text.languages.told import languages_of
from argmap.evidence.text.normalise import letters_and_digits
from argmap.evidence.text.signals import beside, numerals, signals
from argmap.model.citations import Selector
from argmap.text import Span

_AROUND = 150  # characters on either side by which the language of a passage is told, too


def make_lock(
    resolutions: Resolutions,
    texts: Mapping[str, str],
    previous: Lock | None = None,
    *,
    accepted: Collection[Anchor] = (),
    date: str | None = None,
    languages: Mapping[str, str | None] | None = None,
) -> Lock:
    """Make a lock of what was resolved. Pure.

    Verified and moved anchors are recorded where they stand now; of the others, those that were accepted are, and the
    rest keep the record that they had. Anchors that nothing names any more are dropped.

    Args:
        resolutions: The outcome for each anchor, of all maps that the lock is for.
        texts: The text of each source whose text is at hand, by id.
        previous: The lock as it was; a version of a source that it knows keeps its date.
        accepted: Anchors whose one place a person has accepted, although it is *fuzzy* or *context-changed*.
        date: Today, for the versions that it does not know.
        languages: The language of each source, as a BCP 47 tag, where its record says it.
    """
    previous = previous or Lock()
    declared = languages or {}
    records: dict[tuple[str, str], Record] = {}
    current: dict[str, Version] = {}
    wanted: dict[str, list[tuple[Selector, Span]]] = {}
    for source in texts.keys() & {source for source, _ in resolutions}:
        current[source] = _version(source, texts[source], previous, date)
    for anchor, resolution in resolutions.items():
        source, selector = anchor
        if selector is None:
            continue
        record = previous.record(source, selector)
        takes = source in current and _is_settled(resolution, accepted=anchor in accepted)
        if takes and not (record and _is_current(record, resolution.places[0], current[source])):
            wanted.setdefault(source, []).append((selector, resolution.places[0]))
        elif record:
            records[source, record.key] = record
    for source, passages in wanted.items():
        for record in make_records(source, texts[source], passages, declared.get(source)):
            records[source, record.key] = record
    return Lock(records, _versions(records, current, previous), previous.reviews)


def make_records(
    source: str, text: str, passages: Sequence[tuple[Selector, Span]], language: str | None = None
) -> Iterator[Record]:
    """Record what stands at some places of a text; a place without a word has no record."""
    searched = Searched(text)
    version = short(fingerprint(text))
    made = [made for passage in passages if (made := _record(source, version, *passage, searched))]
    made = [(_with_meaning(record, searched, language), first) for record, first in made]
    found = identical([pattern_of(record) for record, _ in made], searched.tokens)
    for (record, first), windows in zip(made, found, strict=True):
        alike = [w.start for w in windows if w.home and _same(record, w.start, w.end, searched)]
        yield record._replace(twin=alike.index(first) + 1, twins=len(alike))


def _record(source: str, version: str, selector: Selector, raw: Span, searched: Searched) -> tuple[Record, int] | None:
    """Record a place, and return the index of its first word too; the twins are counted later, for all at once."""
    tokens, span = searched.tokens, searched.normal.from_raw(raw)
    first, stop = bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end)
    if first == stop:
        return None
    text = searched.normal.text[span.start : span.end]
    record = Record(
        source,
        selector_key(selector),
        version,
        raw.start,
        raw.end,
        lead=tokens.starts[first] - span.start,
        trail=span.end - tokens.word_end(stop - 1),
        digest=digest(text),
        loose=digest(letters_and_digits(text), 6),
        sketch=encode(tokens.codes[first:stop]),
        before=encode(tokens.codes[max(0, first - CONTEXT) : first]),
        after=encode(tokens.codes[stop : stop + CONTEXT]),
        page=searched.page(raw.start),
    )
    return record, first


def _with_meaning(record: Record, searched: Searched, language: str | None) -> Record:
    """Add to a record what its passage says, in the languages that it may be in."""
    span = searched.normal.from_raw(Span(record.start, record.end))
    text, around = searched.normal.text[span.start : span.end], max(0, span.start - _AROUND)
    languages = languages_of(text, language, searched.normal.text[around : span.end + _AROUND])
    return record._replace(
        figures=numerals(text, languages),
        signals=word_keys(signal.word for signal in signals(text, languages)),
        languages=languages,
        gist=digest(gist(text, languages)),
        beside=word_keys(signal.word for signal in beside(searched.normal.text, span, languages)),
    )


def _same(record: Record, start: int, end: int, searched: Searched) -> bool:
    first, last = searched.tokens.starts[start] - record.lead, searched.tokens.word_end(end - 1) + record.trail
    return digest(searched.normal.text[max(0, first) : last]) == record.digest


def _is_settled(resolution: Resolution, *, accepted: bool) -> bool:
    return len(resolution.places) == 1 and (resolution.is_verified or (accepted and resolution.needs_review))


def _is_current(record: Record, span: Span, version: Version) -> bool:
    place = (short(version.text), span.start, span.end)
    return bool(record.gist) and (record.version, record.start, record.end) == place


def _version(source: str, text: str, previous: Lock, date: str | None) -> Version:
    found = fingerprint(text)
    kept = (version for version in previous.versions if (version.source, version.text) == (source, found))
    return next(kept, Version(source, found, date=date))


def _versions(
    records: Mapping[tuple[str, str], Record], current: Mapping[str, Version], previous: Lock
) -> tuple[Version, ...]:
    named = {(record.source, record.version) for record in records.values()}
    older = (v for v in previous.versions if current.get(v.source, v).text != v.text or v.source not in current)
    return (*current.values(), *(v for v in older if (v.source, short(v.text)) in named))
