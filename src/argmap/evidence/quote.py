"""Selectors of the W3C Web Annotation Data Model: `TextQuote` and `TextPosition`, in a text as it stands.

Unlike argmap's own selectors these count every character: nothing is normalised, and a quote may begin within a word.
See https://www.w3.org/TR/annotation-model/#selectors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from argmap.evidence.passages.relocate import Pattern, similar
from argmap.evidence.text.align import align, distances, prefix_distance
from argmap.evidence.text.tokens import Tokens, codes
from argmap.text import Span

_LARGE = 100_000  # characters; a larger text is first narrowed down by words
_CANDIDATES = 50
_MOST_CONTEXT = 1000  # characters before or behind a place that may tell it from others


@frozen
class TextQuote:
    """A quotation with the text that stands right before and behind it.

    Attributes:
        exact: The quotation.
        prefix: What stands before it.
        suffix: What stands behind it.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""


@frozen
class TextPosition:
    """A place by its offsets.

    Attributes:
        start: Of the first character, in code points.
        end: Behind the last.
    """

    start: int
    end: int


@frozen
class Match:
    """A place that is like a quotation.

    Attributes:
        span: The place.
        score: How like it is, from 0 to 1: 0.65 for the quotation, 0.35 for prefix and suffix.
    """

    span: Span
    score: float


def find_position(position: TextPosition, text: str) -> Span | None:
    """Give the place that offsets name, or None where the text is too short for it."""
    return Span(position.start, position.end) if 0 <= position.start <= position.end <= len(text) else None


def find_all(quote: TextQuote, text: str) -> Iterator[Span]:
    """Find every place of a quotation between its prefix and its suffix, overlapping ones too, in order.

    Example:
        >>> list(find_all(TextQuote("o", prefix="l"), "lorem dolor"))
        [Span(start=1, end=2), Span(start=9, end=10)]
    """
    wanted = quote.prefix + quote.exact + quote.suffix
    at = text.find(wanted)
    while at >= 0:
        start = at + len(quote.prefix)
        yield Span(start, start + len(quote.exact))
        at = text.find(wanted, at + 1)


def find_best(quote: TextQuote, text: str, hint: int | None = None) -> Match | None:
    """Find the place that is most like a quotation.

    Args:
        quote: The quotation; its prefix and suffix need not fit either.
        text: The text.
        hint: The offset at which it is expected; decides between places that are equally good.

    Returns:
        The place, or None where more than half of the quotation would have to be changed.

    Example:
        >>> find_best(TextQuote("brawn fox"), "the quick brown fox").span
        Span(start=10, end=19)
    """
    if not quote.exact:
        return None
    literal = _nearest(find_all(TextQuote(quote.exact), text), hint)
    places = [(span, 1.0) for span in literal] or [
        (span, 1 - distance / len(quote.exact)) for span, distance in _approximate(quote, text)
    ]
    matches = [Match(span, 0.65 * likeness + 0.35 * _context(quote, text, span)) for span, likeness in places]
    return max(matches, key=lambda match: (match.score, -abs(match.span.start - (hint or 0))), default=None)


def describe(text: str, place: TextPosition) -> TextQuote:
    """Write the quotation of a place, with as little text before and behind it as tells it from others.

    Example:
        >>> describe("To annotate or not to annotate", TextPosition(15, 18))
        TextQuote(exact='not', prefix=' ', suffix='')
    """
    start, end = place.start, place.end
    before = after = 0
    for other in find_all(TextQuote(text[start:end]), text):
        same_before = _shared(text, start - 1, other.start - 1, -1)
        same_after = _shared(text, end, other.end, 1)
        if other.start == start or same_before < before or same_after < after:
            continue
        if same_before < start and (same_before - before <= same_after - after or same_after == len(text) - end):
            before = same_before + 1
        else:
            after = min(same_after + 1, len(text) - end)
    return TextQuote(text[start:end], text[start - before : start], text[end : end + after])


def _shared(text: str, one: int, other: int, step: int) -> int:
    """Count the equal characters from two indices on, forwards or backwards."""
    length = 0
    while length < _MOST_CONTEXT and min(one, other) >= 0 and max(one, other) < len(text) and text[one] == text[other]:
        length, one, other = length + 1, one + step, other + step
    return length


def _nearest(places: Iterable[Span], hint: int | None) -> list[Span]:
    found = list(places)
    return found if hint is None else sorted(found, key=lambda span: abs(span.start - hint))[:_CANDIDATES]


def _approximate(quote: TextQuote, text: str) -> Iterator[tuple[Span, int]]:
    """Find places that are like the quotation, each with its distance in characters."""
    most = len(quote.exact) // 2
    for begin, end in _stretches(quote, text):
        stretch = text[begin:end]
        for stop in _valleys(distances(quote.exact, stretch), most):
            found = align(quote.exact, stretch[max(0, stop - 2 * len(quote.exact)) : stop])
            shift = begin + max(0, stop - 2 * len(quote.exact))
            yield Span(shift + found.start, shift + found.end), found.distance


def _stretches(quote: TextQuote, text: str) -> Iterator[tuple[int, int]]:
    """Give the parts of a text that are worth aligning character by character."""
    if len(text) <= _LARGE:
        yield 0, len(text)
        return
    tokens = Tokens.of(text)
    pattern = Pattern(codes(quote.exact), codes(quote.prefix)[-8:], codes(quote.suffix)[:8])
    reach = len(quote.exact) // 2 + 20
    for window in next(similar([pattern], tokens)) if pattern.passage else ():
        yield max(0, tokens.starts[window.start] - reach), tokens.word_end(window.end - 1) + reach


def _valleys(found: Sequence[int], most: int) -> list[int]:
    """Give the indices of the lowest distances, the lowest first; of equal ones side by side the last."""
    low = [
        at
        for at, distance in enumerate(found)
        if distance <= most
        and (at == 0 or found[at - 1] >= distance)
        and (at + 1 == len(found) or found[at + 1] > distance)
    ]
    return sorted(low, key=found.__getitem__)[:_CANDIDATES]


def _context(quote: TextQuote, text: str, place: Span) -> float:
    prefix, suffix = quote.prefix, quote.suffix
    before = text[max(0, place.start - 2 * len(prefix)) : place.start]
    after = text[place.end : place.end + 2 * len(suffix)]
    sides = [(side, found) for side, found in ((prefix[::-1], before[::-1]), (suffix, after)) if side]
    if not sides:
        return 1.0
    return sum(1 - prefix_distance(side, found) / len(side) for side, found in sides) / len(sides)
