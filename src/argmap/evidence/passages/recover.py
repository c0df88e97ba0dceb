"""What became of locked anchors in a text that changed since they were locked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from argmap.evidence.lockfile import Record, decode, digest
from argmap.evidence.passages.changes import Changes, changes, changes_beside
from argmap.evidence.passages.harmless import is_harmless, is_same
from argmap.evidence.passages.resolution import Outcome, Resolution
from argmap.evidence.passages.search import Searched
from argmap.evidence.passages.similar import FLOOR, KNOWN, LEAD, Pattern, Window, identical, similar
from argmap.evidence.text.normalise import letters_and_digits
from argmap.evidence.text.tokens import Codes
from argmap.text import Span

_SHORT = 4  # words; fewer say nothing outside their surroundings


@frozen
class _Place:
    """A window as it reads in the text.

    Attributes:
        window: The window.
        span: What was read, with the punctuation that the record has at its ends.
        exact: It equals the record in N1.
        loose: It equals it in N2.
        harmless: It is proven to say the same.
    """

    window: Window
    span: Span
    exact: bool = False
    loose: bool = False
    harmless: bool = False

    @property
    def same(self) -> bool:
        return self.exact or self.loose


def recover(records: Sequence[Record], searched: Searched) -> list[Resolution]:
    """Look for what anchors held in a text that is not the one they were locked in.

    Args:
        records: What the anchors held.
        searched: The text as it is now.

    Returns:
        The outcome for each record, in order.
    """
    patterns = [pattern_of(record) for record in records]
    resolutions: dict[int, Resolution] = {}
    foreign: dict[int, list[_Place]] = {}
    for i, (record, windows) in enumerate(zip(records, identical(patterns, searched.tokens), strict=True)):
        same = [place for found in windows if (place := _read(record, found, searched)).same]
        resolution = _at_home(record, same, searched)
        if resolution:
            resolutions[i] = resolution
        else:
            foreign[i] = [place for place in same if place.window.home or len(patterns[i].passage) >= _SHORT]
    for i, windows in zip(foreign, similar([patterns[i] for i in foreign], searched.tokens), strict=True):
        resolutions[i] = _compete(records[i], foreign[i], windows, searched)
    return [resolutions[i] for i in range(len(records))]


def pattern_of(record: Record) -> Pattern:
    """Read the codes of a record."""
    return Pattern(decode(record.sketch), decode(record.before), decode(record.after))


def _at_home(record: Record, same: Sequence[_Place], searched: Searched) -> Resolution | None:
    """Settle an anchor by the identical places in the surroundings that were recorded, if there are any."""
    home = [place for place in same if place.window.home]
    if not home:
        return None
    if record.twins > 1:
        sure = len(home) == record.twins and home[record.twin - 1].window.context >= KNOWN
        return _taken(record, home[record.twin - 1], searched) if sure else _torn(home, searched)
    home.sort(key=lambda place: place.window.score, reverse=True)
    if home[0].window.context < KNOWN:  # the three words beside it may be a set phrase
        return None
    if len(home) > 1 and home[0].window.score - home[1].window.score < LEAD:
        return _torn(home, searched)
    return _taken(record, home[0], searched)


def _compete(record: Record, foreign: Sequence[_Place], windows: Iterable[Window], searched: Searched) -> Resolution:
    """Settle an anchor by its score: identical places in other surroundings, and similar ones anywhere."""
    near = [w for w in windows if not any(w.overlaps(place.window) for place in foreign)]
    places = [*foreign, *(_read(record, w, searched, edges=True) for w in near[:1])]
    places += [_Place(w, next(_spans(record, w, searched))) for w in near[1:]]
    places.sort(key=lambda place: (place.window.score, place.same), reverse=True)
    if not places:
        return Resolution(Outcome.MISSING, locked=True)
    best = places[0]
    rivals = [p for p in places if p is not best and best.window.score - p.window.score < LEAD and _counts(p)]
    if not _counts(best):
        guess = searched.normal.to_raw(best.span)
        return Resolution(
            Outcome.MISSING, guess=guess, locked=True, score=best.window.score, context=best.window.context
        )
    if rivals:
        return _torn([best, *rivals], searched)
    return _taken(record, best, searched)


def _counts(place: _Place) -> bool:
    return place.same or place.harmless or place.window.score >= FLOOR


def _taken(record: Record, place: _Place, searched: Searched) -> Resolution:
    raw = searched.normal.to_raw(place.span)
    compare = changes_beside if place.same or place.harmless else changes
    changed = compare(record, searched.normal.text, place.span)
    if not place.same:
        outcome = Outcome.FUZZY
    elif not place.window.home or changed != Changes():
        outcome = Outcome.CONTEXT_CHANGED
    else:
        outcome = Outcome.VERIFIED if (raw.start, raw.end) == (record.start, record.end) else Outcome.MOVED
    return Resolution(
        outcome,
        (raw,),
        loose=place.loose and not place.exact,
        locked=True,
        score=place.window.score,
        context=place.window.context,
        harmless=place.harmless,
        lost=changed.lost,
        gained=changed.gained,
        replaced=changed.replaced,
        page=searched.page(raw.start),
    )


def _torn(places: Iterable[_Place], searched: Searched) -> Resolution:
    spans = sorted({(span.start, span.end) for place in places for span in [searched.normal.to_raw(place.span)]})
    return Resolution(Outcome.AMBIGUOUS, tuple(Span(*span) for span in spans), locked=True)


def _read(record: Record, window: Window, searched: Searched, *, edges: bool = False) -> _Place:
    """Read a window, with the punctuation that the record has at its ends.

    With ``edges``, a word more or less is tried too at an end that is not the record's: hyphenation makes one word of
    two, and spelling or a filler another one of the same.
    """
    spans = list(_spans(record, window, searched, edges=edges))
    text = searched.normal.text
    for span in spans:
        found = text[span.start : span.end]
        if digest(found) == record.digest:
            return _Place(window, span, exact=True, loose=True)
        if _letters(found) == record.loose and is_same(record, found):
            return _Place(window, span, exact=False, loose=True)
    harmless = (span for span in spans if edges and is_harmless(record, text[span.start : span.end]))
    proven = next(harmless, None)
    return _Place(window, proven or spans[0], harmless=proven is not None)


def _letters(text: str) -> str:
    return digest(letters_and_digits(text), 6)


def _spans(record: Record, window: Window, searched: Searched, *, edges: bool = False) -> Iterator[Span]:
    tokens, text = searched.tokens, searched.normal.text
    for first, last in _ends(record, window, tokens.codes) if edges else [(window.start, window.end - 1)]:
        if 0 <= first <= last < len(tokens):
            start, end = tokens.starts[first], tokens.word_end(last)
            lead, trail = text[max(0, start - record.lead) : start], text[end : end + record.trail]
            yield Span(
                start if any(map(str.isalnum, lead)) else start - len(lead),
                end if any(map(str.isalnum, trail)) else end + len(trail),
            )


def _ends(record: Record, window: Window, stream: Codes) -> list[tuple[int, int]]:
    """Return the first and last words that a passage may have, the likeliest first."""
    held = decode(record.sketch)
    first, last = window.start, window.end - 1
    if first and stream[first] != held[0] == stream[first - 1]:
        first -= 1
    if last + 1 < len(stream) and stream[last] != held[-1] == stream[last + 1]:
        last += 1
    firsts = [first] if stream[first] == held[0] else [first, first - 1, first + 1]
    lasts = [last] if stream[last] == held[-1] else [last, last + 1, last - 1]
    return [(start, end) for start in firsts for end in lasts]
