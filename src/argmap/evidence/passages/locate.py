"""Where a selector's passage stands in a text.

The whole quote is first looked for as it is written, ellipsis and all; only then is ``start … end`` read as the two
ends of a passage. Phrases begin and end at the boundaries of words and figures.

A place of ``start … end`` is a *shortest* passage: from a start to the nearest end after it, with no other start in
between. Where a start phrase is repeated before one end, the last of them counts, and where an end phrase is repeated
after one start, the first: a lazy match seen from both sides. Passages are short beside the 3,000 characters that
they may span, so that the nearest pair is nearly always the one that was meant; and since the rule is symmetric,
repetitions before or after the passage never change what it selects.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from attrs import frozen

from argmap.evidence.passages.search import Searched
from argmap.evidence.text.align import prefix_distance
from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.words import words
from argmap.model.citations import Selector
from argmap.text import Span

LONGEST_PASSAGE = 3000
"""Characters of the normal form that ``start … end`` may plausibly span."""

_MOST_COMPARED = 500  # places whose surroundings are compared with those written


@frozen
class Location:
    """What a search found, in offsets of the normal form.

    Attributes:
        places: Every place of the passage, in order.
        loose: They differ from the quote in case, spacing, punctuation or hyphenation.
        implausible: Both phrases are there, but never an end within reach after a start.
        guess: Where one of the phrases stands, if the passage does not; where the passage stands, but never between the
            words written around it, the place whose surroundings are most like these.
    """

    places: tuple[Span, ...] = ()
    loose: bool = False
    implausible: bool = False
    guess: Span | None = None


def locate(selector: Selector, searched: Searched) -> Location:
    """Find a selector's passage.

    Args:
        selector: The place as it is written down.
        searched: The text, made ready.

    Returns:
        Every place, in offsets of the text's normal form.

    Example:
        >>> text = Searched("Mean speed fell by 4.1 km/h on 41 streets.")
        >>> locate(Selector("speed … 4.1"), text).places
        (Span(start=5, end=22),)
        >>> locate(Selector("speed … 4"), text).guess
        Span(start=5, end=10)
    """
    return _locate(_Query.of(selector), searched)


def locate_all(selectors: Sequence[Selector], searched: Searched) -> list[Location]:
    """Find the passages of many selectors; faster than one by one, with the same result."""
    queries = [_Query.of(selector) for selector in selectors]
    searched.look_for(phrase for query in queries for phrase in (query.literal, *query.phrases))
    unread = (phrase for query in queries if not searched.starts(query.literal) for phrase in query.phrases)
    searched.look_for_loose(phrase for phrase in unread if not searched.starts(phrase))
    return [_locate(query, searched) for query in queries]


@frozen
class _Query:
    """A selector with its phrases in normal form."""

    selector: Selector
    literal: str
    phrases: tuple[str, ...]

    @property
    def has_context(self) -> bool:
        """Tell whether words seem to be written around the passage, as in *Nord- und Südsee*."""
        return bool(self.selector.before or self.selector.after)

    @classmethod
    def of(cls, selector: Selector) -> _Query:
        return cls(selector, normal_text(selector.quote), tuple(map(normal_text, selector.phrases)))


def _locate(query: _Query, searched: Searched) -> Location:
    selector, phrases = query.selector, query.phrases
    literal = searched.exact(query.literal)
    if literal:
        return _pick(selector, Location(tuple(literal)))
    loose = [[] if searched.starts(phrase) else searched.loose(phrase) for phrase in phrases]
    found = _within_reach(phrases, loose, searched)
    if not all(found):
        literal = searched.loose(query.literal) if query.has_context else []
        guess = next((spans[0] for spans in found if spans), None)
        return _pick(selector, Location(tuple(literal), loose=True)) if literal else Location(guess=guess)
    every = found[0]
    for spans in found[1:]:
        every = shortest(every, spans)
    places = [span for span in every if len(found) == 1 or span.end - span.start <= LONGEST_PASSAGE]
    if not places:
        return Location(implausible=True, guess=found[0][0])
    fitting = tuple(_fitting(selector, searched.normal.text, places))
    if not fitting:
        return Location(guess=_most_alike(selector, searched.normal.text, places))
    return _pick(selector, Location(fitting, any(loose)))


def _within_reach(phrases: Sequence[str], loose: Sequence[list[Span]], searched: Searched) -> list[list[Span]]:
    """Return the places of each phrase; those of frequent phrases only near the rarest, if it is near any."""
    counts = [len(spans or searched.starts(phrase)) for phrase, spans in zip(phrases, loose, strict=True)]
    rarest = counts.index(min(counts))
    anchors = loose[rarest] or searched.exact(phrases[rarest])
    found: list[list[Span]] = []
    for i, (phrase, spans) in enumerate(zip(phrases, loose, strict=True)):
        if i == rarest or spans:
            found.append(spans or anchors)
        else:
            starts = searched.starts(phrase)
            found.append([Span(at, at + len(phrase)) for at in _near(starts, anchors) or starts[:1]])
    return found


def _near(starts: Sequence[int], anchors: Iterable[Span]) -> list[int]:
    near: list[int] = []
    stop = 0
    for anchor in anchors:
        first = bisect_left(starts, anchor.start - LONGEST_PASSAGE, lo=stop)
        stop = bisect_right(starts, anchor.end + LONGEST_PASSAGE, lo=first)
        near += starts[first:stop]
    return near


def shortest(starts: Sequence[Span], ends: Sequence[Span]) -> list[Span]:
    """Join each start to the nearest end after it, leaving out what holds another such pair.

    Example:
        >>> shortest([Span(0, 2), Span(5, 7)], [Span(9, 12), Span(20, 23)])
        [Span(start=5, end=12)]
    """
    start_ends, end_starts = [start.end for start in starts], [end.start for end in ends]
    pairs: list[Span] = []
    if len(starts) < len(ends):
        candidates = ((i, bisect_left(end_starts, start.end)) for i, start in enumerate(starts))
    else:
        candidates = ((bisect_right(start_ends, end.start) - 1, j) for j, end in enumerate(ends))
    for i, j in candidates:
        if (
            i >= 0
            and j < len(ends)
            and (i + 1 == len(starts) or starts[i + 1].end > ends[j].start)
            and (j == 0 or ends[j - 1].start < starts[i].end)
        ):
            pairs.append(Span(starts[i].start, ends[j].end))
    return pairs


def _fitting(selector: Selector, text: str, places: list[Span]) -> list[Span]:
    """Keep the places that the words written around the passage stand next to; punctuation and case do not count."""
    before, after = (words(normal_text(context or "")) for context in (selector.before, selector.after))
    if not before and not after:
        return places
    reach_before, reach_after = (sum(map(len, context)) + 4 * len(context) for context in (before, after))
    fitting: list[Span] = []
    for place in places:
        found_before = words(text[max(0, place.start - reach_before) : place.start])
        found_after = words(text[place.end : place.end + reach_after])
        if found_before[len(found_before) - len(before) :] == before and found_after[: len(after)] == after:
            fitting.append(place)
    return fitting


def _most_alike(selector: Selector, text: str, places: list[Span]) -> Span:
    """Return the place whose surroundings are most like the words written around the passage; of equal ones the first.

    In a text with very many places, only the first of them are compared.
    """
    before, after = (normal_text(context or "").casefold() for context in (selector.before, selector.after))

    def unlike(place: Span) -> float:
        left = text[max(0, place.start - 2 * len(before)) : place.start].rstrip().casefold()
        right = text[place.end : place.end + 2 * len(after)].lstrip().casefold()
        sides = ((before[::-1], left[::-1]), (after, right))
        return sum(prefix_distance(written, found) / len(written) for written, found in sides if written)

    return min(places[:_MOST_COMPARED], key=unlike)


def _pick(selector: Selector, location: Location) -> Location:
    if selector.nth is None:
        return location
    if not 1 <= selector.nth <= len(location.places):
        return Location(guess=location.places[-1])
    return Location((location.places[selector.nth - 1],), location.loose)
