"""Describing a place: the shortest selector that names it, and nothing else in its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from argmap.evidence.passages.locate import locate, look_for
from argmap.evidence.passages.search import Searched
from argmap.evidence.text.normalise import normal_text
from argmap.model.citations import Selector
from argmap.text import Span

LONGEST_PHRASE = 8
"""Words; a longer phrase is a copy rather than a pointer."""

_FEW = 100  # places; the phrases of more are looked up in one pass
_SHORTEST_END = 2
_LONGEST_CONTEXT = 6
_EDGES = " .,;:!?-\"'()[]"
_SINGLE = re.compile(r"(?<!\w)'|'(?!\w)")
"""A single quotation mark: an apostrophe stands within a word."""


def describe(span: Span, searched: Searched) -> Selector | None:
    """Return the shortest selector of a place.

    A passage of up to eight words is written whole, a longer one by its first and last words, as few of them as tell
    it from everything else; where that is not enough, words around it are added.

    Args:
        span: The passage, in offsets of the source's text; punctuation at its edges is left out.
        searched: The source's text, made ready.

    Returns:
        The selector, or None for a place without words, or one that nothing near it tells from others.

    Example:
        >>> text = Searched("The wells were dry in May. The wells were full in June, and the river was high again.")
        >>> describe(Span(0, 25), text)
        Selector(quote='The wells were dry in May', nth=None)
        >>> describe(Span(27, 84), text)
        Selector(quote='The wells … high again', nth=None)
    """
    wanted = _trimmed(searched.normal.from_raw(span), searched.normal.text)
    if wanted.start >= wanted.end:
        return None
    for quote in _quotes(wanted, searched.normal.text):
        selector = Selector(quote)
        if locate(selector, searched, most=2).places == (wanted,):
            return selector
    return None


def describe_all(spans: Iterable[Span], searched: Searched) -> dict[Span, Selector | None]:
    """Describe many places; faster than one by one, with the same result."""
    places = list(dict.fromkeys(spans))
    if len(places) > _FEW:
        look_for((Selector(core) for span in places for core in _cores(_words(span, searched))), searched)
    return {span: describe(span, searched) for span in places}


def _words(span: Span, searched: Searched) -> list[str]:
    wanted = _trimmed(searched.normal.from_raw(span), searched.normal.text)
    return searched.normal.text[wanted.start : wanted.end].split(" ")


def mended(selector: Selector, span: Span, searched: Searched) -> Selector | None:
    """Return the selector of a place as its author would write it now: what still holds of the old one stays.

    A selector that finds the place stays as it is. Otherwise only the phrase that no longer begins or ends the passage
    is written anew, with as many words as it had; if that does not find the place, `describe` does.

    Args:
        selector: As it is written.
        span: The passage, in offsets of the source's text.
        searched: The source's text, made ready.

    Example:
        >>> text = Searched("Six of ten wells were below the safe level. Seven of the wells were not.")
        >>> mended(Selector("six of the … below the safe level"), Span(0, 42), text)
        Selector(quote='Six of ten … below the safe level', nth=None)
    """
    wanted = _trimmed(searched.normal.from_raw(span), searched.normal.text)
    for quote in _requotes(selector, searched.normal.text[wanted.start : wanted.end]):
        for nth in dict.fromkeys((selector.nth, None)):
            new = Selector(quote, nth)
            if [_trimmed(place, searched.normal.text) for place in locate(new, searched).places] == [wanted]:
                return new
    return describe(span, searched)


def _requotes(selector: Selector, passage: str) -> Iterator[str]:
    """Yield a selector's quotation as it is, and with ever more of the passage's words where its ends do not hold."""
    yield selector.quote
    phrases, words = selector.phrases, passage.split(" ")
    if len(phrases) == 1:
        if len(words) <= LONGEST_PHRASE:
            yield selector.quote.replace(phrases[0], passage)
        return
    first, last = (normal_text(phrase).casefold() for phrase in (phrases[0], phrases[-1]))
    holds = passage.casefold().startswith(first), passage.casefold().endswith(last)
    for more in range(LONGEST_PHRASE):
        start, end = (len(phrase.split()) + more for phrase in (first, last))
        if start + end >= len(words):
            return
        new = phrases[0] if holds[0] else " ".join(words[:start]), phrases[-1] if holds[1] else " ".join(words[-end:])
        head, _, rest = selector.quote.partition(phrases[0])
        middle, _, tail = rest.rpartition(phrases[-1])
        yield f"{head}{new[0]}{middle}{new[1]}{tail}"
        if head or tail:
            yield f"{new[0]}{middle}{new[1]}"


def _trimmed(span: Span, text: str) -> Span:
    """Leave out the punctuation at the edges of a passage, but no mark of a pair whose other mark is inside."""
    start, end = span.start, span.end
    while start < end and text[start] in _EDGES and not _is_paired(text[start], text[start:end]):
        start += 1
    while end > start and text[end - 1] in _EDGES and not _is_paired(text[end - 1], text[start:end]):
        end -= 1
    return Span(start, end)


def _is_paired(mark: str, passage: str) -> bool:
    """Tell whether a bracket or quotation mark at the edge of a passage has its other mark there too."""
    if mark == "'":
        return len(_SINGLE.findall(passage)) % 2 == 0
    if mark == '"':
        return passage.count(mark) % 2 == 0
    pair = next((pair for pair in ("()", "[]") if mark in pair), "")
    return bool(pair) and passage.count(pair[0]) == passage.count(pair[1])


def _quotes(span: Span, text: str) -> Iterator[str]:
    """Yield ever longer ways to write a passage down."""
    words = text[span.start : span.end].split(" ")
    cores = list(_cores(words))
    yield from cores
    before = text[max(0, span.start - 200) : span.start].split(" ")[1 if span.start > 200 else 0 :]
    after = text[span.end : span.end + 200].split(" ")
    before, after = [word for word in before if word], [word for word in after if word]
    for count in range(1, _LONGEST_CONTEXT + 1):
        head = f"{' '.join(before[-count:])}- " if before else ""
        tail = f" -{' '.join(after[:count]).strip(_EDGES)}" if after and after[0].strip(_EDGES) else ""
        for core in (cores[0], cores[-1]):
            yield f"{head}{core}"
            yield f"{core}{tail}"
            yield f"{head}{core}{tail}"


def _cores(words: list[str]) -> Iterator[str]:
    if len(words) <= LONGEST_PHRASE:
        yield " ".join(words)
        return
    for count in range(_SHORTEST_END, LONGEST_PHRASE + 1):
        if 2 * count < len(words):
            yield f"{' '.join(words[:count])} … {' '.join(words[-count:])}"
