"""Two readings of one text: their statements aligned by their passages in it, then by their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from argmap.analysis import Analysis
from argmap.comparison.alignment.groups import MOST, Alignment, By, Likeness, Pair, align
from argmap.comparison.alignment.places import Place, overlapping, places
from argmap.comparison.alignment.words import Bag, bag, candidates, likeness, shared
from argmap.model.statements import Statement

NEAR = 0.6
"""How alike two texts must be, by their words, to say the same where no passage tells."""

_PART = 0.8  # of the words of a text that make it a part of another
_FEWEST = 4  # words without which a text is no part of another
_WORDS, _KIND, _ID = 0.3, 0.1, 0.05  # what like words, the same kind and the same id count beside the likeness


def align_readings(left: Analysis, right: Analysis, sources: Mapping[str, str]) -> Alignment:
    """Align two readings of one text.

    By passages first: two statements whose passages share at least half of the length that either has are one and one,
    and one that has at least half of its passage within that of another is part of it. Of several that could be, the
    one is taken that is more alike in its words, its kind and its id. Then by words: `NEAR` says how alike two texts
    must be. Where a text is not at hand, the phrases that are quoted from it are held against each other in its place.

    Args:
        left: The first reading.
        right: The second.
        sources: The sources of which both have the text: the id in the first by that in the second.
    """
    ones, others = left.graph.statements, right.graph.statements
    held = places(left, {name: name for name in sources.values()}), places(right, sources)
    texts = [bag(s.text) for s in ones], [bag(s.text) for s in others]
    quotes = (
        [_quoted(*each) for each in zip(ones, held[0], strict=True)],
        [_quoted(*each) for each in zip(others, held[1], strict=True)],
    )
    found: dict[Pair, Likeness] = {}
    for pair, like in chain(_by_places(*held), _by_words(*quotes, By.QUOTE), _by_words(*texts, By.TEXT)):
        found[pair] = found[pair].joined(like) if pair in found else like

    def rank(pair: Pair) -> float:
        one, other = ones[pair[0]], others[pair[1]]
        words = likeness(texts[0][pair[0]], texts[1][pair[1]])
        return found[pair].whole + _WORDS * words + _KIND * (one.kind is other.kind) + _ID * (one.id == other.id)

    return align(ones, others, found, rank)


def _by_places(left: Sequence[Sequence[Place]], right: Sequence[Sequence[Place]]) -> Iterator[tuple[Pair, Likeness]]:
    for one, other, overlap in overlapping(left, right):
        is_enough = overlap.whole >= MOST
        yield (one, other), Likeness(By.PASSAGE, overlap.whole, overlap.left_within, overlap.right_within, is_enough)


def _by_words(left: Sequence[Bag], right: Sequence[Bag], by: By) -> Iterator[tuple[Pair, Likeness]]:
    for one, other in candidates(left, right):
        both, sizes = shared(left[one], right[other]), (left[one].total(), right[other].total())
        whole = 2 * both / sum(sizes)
        left_within, right_within = _part(both, sizes[0]), _part(both, sizes[1])
        if whole >= NEAR or left_within or right_within:
            yield (one, other), Likeness(by, whole, left_within, right_within, whole >= NEAR)


def _part(both: int, number: int) -> float:
    """Return the share of a text's words that another has; none unless it is almost all of no few words."""
    share = both / number
    return share if share >= _PART and number >= _FEWEST else 0.0


def _quoted(statement: Statement, held: Sequence[Place]) -> Bag:
    """Return the words that are quoted for a statement of which no place is known."""
    return bag(" ".join(c.selector.quote for c in statement.cited if c.selector)) if not held else bag("")
