"""The place most like a phrase that is not in a text: where to look for what was misquoted.

Likeness is first judged by words: those shared, in their order. A slip in a phrase of a few words leaves too few of
them for that, so what is not found so is looked for around the rarest of its words, and judged by characters. What
shares but common words with a phrase is not like it, and no place is better than such a one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from argmap.evidence.passages.search import Searched
from argmap.evidence.passages.similar import FLOOR, Pattern, similar
from argmap.evidence.text.align import align
from argmap.evidence.text.tokens import Gram, code, codes, positions
from argmap.evidence.text.words import is_boundary, words
from argmap.text import Span

_SIGN = re.compile(r" ?[%‰٪]")
_FLOOR = 0.6  # of the words of a phrase, shared in order, some of them rare
_FEWEST_WORDS = 6  # of a phrase of which so few may be shared
_MOST_WORDS = 40  # of a phrase that is judged by characters
_FEW_WORDS = 8  # of a phrase; at least half of the words of a longer one must be there for it to be compared
_SEEDS = 2  # words around which it is looked for
_RARE = 50  # occurrences up to which a word is a seed
_COMMON = 500  # a word that is more than one in so many is common
_LONGEST_WORDS = 1000  # characters around a place that are compared with a phrase of a few words
_ALIGNED = 8  # places that are compared character by character


@frozen
class Nearest:
    """A place that is like a phrase.

    Attributes:
        span: In offsets of the normal form, from word to word.
        similarity: From 0.6 to 1.
    """

    span: Span
    similarity: float


def nearest(phrases: Sequence[str], searched: Searched) -> list[Nearest | None]:
    """Find the place most like each of some phrases that are not in a text.

    Args:
        phrases: The phrases, in normal form N1.
        searched: The text, made ready.

    Returns:
        For each phrase, in order, the place, or None where nothing is like it.

    Example:
        >>> text = Searched("The wells ran dry in May, and the lorries came.")
        >>> nearest(["wells run dry", "the lories", "nothing of the kind"], text)
        [Nearest(span=Span(start=4, end=17), similarity=0.92...), Nearest(span=Span(start=30, end=41), ...), None]
    """
    rows = [codes(phrase) for phrase in phrases]
    found: dict[int, Nearest] = {}
    with_words = [i for i, row in enumerate(rows) if row]
    if with_words:
        windows = similar([Pattern(rows[i]) for i in with_words], searched.tokens)
        for i, (best, *_) in ((i, each) for i, each in zip(with_words, windows, strict=True) if each):
            span = _span(best.start, best.end, searched)
            if _is_like(phrases[i], best.similarity, span, searched):
                found[i] = Nearest(span, best.similarity)
    short = [i for i in with_words if i not in found and len(rows[i]) <= _MOST_WORDS]
    places = zip(short, _by_characters([phrases[i] for i in short], searched), strict=True)
    found |= {i: place for i, place in places if place and place.similarity >= FLOOR}
    return [found.get(i) for i in range(len(phrases))]


def _is_like(phrase: str, similarity: float, span: Span, searched: Searched) -> bool:
    """Tell whether enough words of a phrase stand at a place in their order, and among them one that is not common."""
    wanted = words(phrase)
    if similarity < (_FLOOR if len(wanted) >= _FEWEST_WORDS else FLOOR):
        return False
    most = max(_RARE, len(searched.tokens) // _COMMON)
    shared = {*wanted} & {*words(searched.normal.text[span.start : span.end])}
    return any(searched.tokens.counts[code(word)] <= most for word in shared)


def _by_characters(phrases: Sequence[str], searched: Searched) -> Iterator[Nearest | None]:
    """Find the place with the fewest changed characters around the rarest words of each phrase."""
    stream = searched.tokens.codes
    rows = [codes(phrase) for phrase in phrases]
    seeds = [_seeds(row, searched) for row in rows]
    hits = positions(stream, ((row[at],) for row, chosen in zip(rows, seeds, strict=True) for at in chosen))
    for phrase, row, chosen in zip(phrases, rows, seeds, strict=True):
        firsts = {max(0, hit - at) for at in chosen for hit in hits[row[at],]}
        shared = {first: len({*row} & {*stream[first : first + len(row)]}) for first in sorted(firsts)}
        least = len({*row}) / 2 if len(row) > _FEW_WORDS else 0
        likely = sorted((first for first in shared if shared[first] >= least), key=lambda first: -shared[first])
        aligned = (_aligned(phrase, first, len(row), searched) for first in likely[:_ALIGNED])
        yield max(filter(None, aligned), key=lambda place: place.similarity, default=None)


def _seeds(row: Gram, searched: Searched) -> list[int]:
    """Return the indices of the rarest words of a phrase, of those that are in the text and not common in it."""
    counts = searched.tokens.counts
    rare = [at for at, code in enumerate(row) if 0 < counts.get(code, 0) <= _RARE]
    return sorted(rare, key=lambda at: counts[row[at]])[:_SEEDS]


def _aligned(phrase: str, first: int, size: int, searched: Searched) -> Nearest | None:
    """Align a phrase with the words from one index on, and one more on either side."""
    text = searched.normal.text
    around = _span(max(0, first - 1), min(len(searched.tokens), first + size + 1), searched)
    if around.end - around.start > _LONGEST_WORDS:
        return None
    found = align(phrase, text[around.start : around.end])
    start, end = around.start + found.start, around.start + found.end
    while not is_boundary(text, start):
        start -= 1
    while not is_boundary(text, end):
        end += 1
    return Nearest(Span(start, end), 1 - found.distance / len(phrase))


def _span(first: int, stop: int, searched: Searched) -> Span:
    """Return the offsets of a row of words, with the per cent sign that the last one has."""
    end = searched.tokens.word_end(stop - 1)
    sign = _SIGN.match(searched.normal.text, end)
    return Span(searched.tokens.starts[first], sign.end() if sign else end)
