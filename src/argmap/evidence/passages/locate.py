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
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import frozen

from argmap.evidence.passages.search import Searched
from argmap.evidence.text.align import prefix_distance
from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.words import words
from argmap.model.citations import Selector
from argmap.text import Span

LONGEST_PASSAGE = 3000
"""Characters of the normal form that ``start … end`` may plausibly span."""

MOST_PLACES = 1000
"""Places of a passage that are told apart; what stands at more of them is as ambiguous as can be."""

_MOST_COMPARED = 500  # places whose surroundings are compared with those written


_Ends = list[tuple[int, int]]


@frozen
class Location:
    """What a search found, in offsets of the normal form.

    Attributes:
        places: The places of the passage, in order, the first thousand of them.
        loose: They differ from the quote in case, spacing, punctuation or hyphenation.
        implausible: Both phrases are there, but never an end within reach after a start.
        guess: Where one of the phrases stands, if it stands once and others are nowhere; where the passage stands, but
            never between the words written around it, the place whose surroundings are most like these; the last place,
            where there are not as many as asked for.
        lost: The phrases that are not there, where some of them are.
        count: How often the passage stands there, where it is asked for oftener.
    """

    places: tuple[Span, ...] = ()
    loose: bool = False
    implausible: bool = False
    guess: Span | None = None
    lost: tuple[str, ...] = ()
    count: int = 0


def locate(selector: Selector, searched: Searched, most: int = MOST_PLACES) -> Location:
    """Find a selector's passage.

    Args:
        selector: The place as it is written down.
        searched: The text, made ready.
        most: How many places to look for.

    Returns:
        The places, in offsets of the text's normal form.

    Example:
        >>> text = Searched("Mean speed fell by 4.1 km/h on 41 streets.")
        >>> locate(Selector("speed … 4.1"), text).places
        (Span(start=5, end=22),)
        >>> locate(Selector("speed … 4"), text)
        Location(places=(), ..., guess=Span(start=5, end=10), lost=('4',), count=0)
    """
    return _locate(_Query.of(selector), searched, most)


def locate_all(selectors: Sequence[Selector], searched: Searched) -> list[Location]:
    """Find the passages of many selectors; faster than one by one, with the same result."""
    queries = [_Query.of(selector) for selector in selectors]
    searched.look_for(phrase for query in queries for phrase in (query.literal, *query.phrases))
    unread = (phrase for query in queries if not searched.starts(query.literal) for phrase in query.phrases)
    searched.look_for_loose(phrase for phrase in unread if not searched.starts(phrase))
    return [_locate(query, searched, MOST_PLACES) for query in queries]


def look_for(selectors: Iterable[Selector], searched: Searched) -> None:
    """Look the phrases of many selectors up at once, so that `locate` has them at hand."""
    searched.look_for(phrase for query in map(_Query.of, selectors) for phrase in (query.literal, *query.phrases))


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


def _locate(query: _Query, searched: Searched, most: int) -> Location:
    selector, phrases, size = query.selector, query.phrases, len(query.literal)
    most = max(selector.nth or 0, most)
    starts = searched.starts(query.literal)
    if starts:
        return _picked(selector, (Span(start, start + size) for start in starts), most)
    loose = [[] if searched.starts(phrase) else _ends(searched.loose(phrase)) for phrase in phrases]
    found = _within_reach(phrases, loose, searched)
    if not all(found):
        literal = searched.loose(query.literal) if query.has_context else []
        if literal:
            return _picked(selector, literal, most, loose=True)
        lost = tuple(phrase for phrase, places in zip(phrases, found, strict=True) if not places)
        return Location(guess=_standing_once(phrases, found, searched), lost=lost)
    places = list(islice(_passages(found), most))
    if not places:
        return Location(implausible=True, guess=Span(*found[0][0]))
    if selector.before or selector.after:
        fitting = list(islice(_fitting(selector, searched, _passages(found)), most))
        if not fitting:
            return Location(guess=_most_alike(selector, searched.normal.text, places))
        places = fitting
    return _picked(selector, places, most, loose=any(loose))


def _standing_once(phrases: Sequence[str], found: Sequence[_Ends], searched: Searched) -> Span | None:
    places = (each for phrase, each in zip(phrases, found, strict=True) if len(searched.starts(phrase)) <= 1)
    return next((Span(*each[0]) for each in places if len(each) == 1), None)


def _ends(spans: Iterable[Span]) -> _Ends:
    return [(span.start, span.end) for span in spans]


def _within_reach(phrases: Sequence[str], loose: Sequence[_Ends], searched: Searched) -> list[_Ends]:
    """Return the places of each phrase; those of frequent phrases only near the rarest, if it is rare and near any."""
    counts = [len(places or searched.starts(phrase)) for phrase, places in zip(phrases, loose, strict=True)]
    rarest = counts.index(min(counts))
    anchors = loose[rarest] or _of_phrase(phrases[rarest], searched.starts(phrases[rarest]))
    found: list[_Ends] = []
    for i, (phrase, places) in enumerate(zip(phrases, loose, strict=True)):
        if i == rarest or places:
            found.append(places or anchors)
        else:
            starts = searched.starts(phrase)
            near = starts if len(anchors) > MOST_PLACES else _near(starts, anchors) or starts[:1]
            found.append(_of_phrase(phrase, near))
    return found


def _of_phrase(phrase: str, starts: Iterable[int]) -> _Ends:
    size = len(phrase)
    return [(start, start + size) for start in starts]


def _near(starts: Sequence[int], anchors: _Ends) -> list[int]:
    near: list[int] = []
    stop = 0
    for start, end in anchors:
        first = bisect_left(starts, start - LONGEST_PASSAGE, lo=stop)
        stop = bisect_right(starts, end + LONGEST_PASSAGE, lo=first)
        near += starts[first:stop]
    return near


def _passages(found: Sequence[_Ends]) -> Iterator[Span]:
    """Go through the shortest passages that have all the phrases in their order."""
    every: Iterable[tuple[int, int]] = found[0]
    for places in found[1:]:
        every = shortest(list(every), places)
    return (Span(start, end) for start, end in every if len(found) == 1 or end - start <= LONGEST_PASSAGE)


def shortest(starts: _Ends, ends: _Ends) -> Iterator[tuple[int, int]]:
    """Join each start to the nearest end after it, leaving out what holds another such pair.

    Example:
        >>> list(shortest([(0, 2), (5, 7)], [(9, 12), (20, 23)]))
        [(5, 12)]
    """
    start_ends, end_starts = [end for _, end in starts], [start for start, _ in ends]
    if len(starts) < len(ends):
        candidates = ((i, bisect_left(end_starts, end)) for i, end in enumerate(start_ends))
    else:
        candidates = ((bisect_right(start_ends, start) - 1, j) for j, start in enumerate(end_starts))
    for i, j in candidates:
        if (
            i >= 0
            and j < len(ends)
            and (i + 1 == len(starts) or start_ends[i + 1] > end_starts[j])
            and (j == 0 or end_starts[j - 1] < start_ends[i])
        ):
            yield starts[i][0], ends[j][1]


def _fitting(selector: Selector, searched: Searched, places: Iterable[Span]) -> Iterator[Span]:
    """Keep the places that the words written around the passage stand next to; punctuation and case do not count."""
    text = searched.normal.text
    before, after = (words(normal_text(context or "")) for context in (selector.before, selector.after))
    reach_before, reach_after = (sum(map(len, context)) + 4 * len(context) for context in (before, after))
    last, first = before[-1:], after[:1]
    if not all(word in searched.folded for word in (*last, *first)):
        return
    for place in places:
        left, right = text[max(0, place.start - reach_before) : place.start], text[place.end : place.end + reach_after]
        if (last and last[0] not in left.casefold()) or (first and first[0] not in right.casefold()):
            continue
        found_before, found_after = words(left), words(right)
        if found_before[len(found_before) - len(before) :] == before and found_after[: len(after)] == after:
            yield place


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


def _picked(selector: Selector, places: Iterable[Span], most: int, *, loose: bool = False) -> Location:
    """Return the first places, or the one that is asked for; the guess is the last, where there are not as many."""
    if selector.nth is None:
        return Location(tuple(islice(places, most)), loose)
    number, last = 0, None
    for number, place in enumerate(places, 1):
        if number == selector.nth:
            return Location((place,), loose)
        last = place
    return Location(guess=last, count=number)
