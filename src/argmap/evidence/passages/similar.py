"""Finding what an anchor held in a text that changed since.

Identical words are looked for first, wherever they are; whether they are *the* passage is judged by the words around
them. Otherwise the seeds of passage and surroundings, rows of three words, vote for places, and the best of these are
aligned word by word. A place's score is 0.65 times the likeness of the words and 0.35 times that of the surroundings.

An identical passage in foreign surroundings competes with a similar one at home, and a place is only taken with a clear
lead over the next. Where several places looked alike when the anchor was locked, and fewer do now, none is taken.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import prod

from attrs import frozen

from argmap.evidence.text.align import align, prefix_distance
from argmap.evidence.text.tokens import Gram, Tokens, positions, rarest

CONTEXT = 8
"""Words on either side that a lock records."""
FLOOR = 0.70
"""Score below which a place is only a guess."""
LEAD = 0.10
"""By how much the best place must outdo the next."""

KNOWN = 0.6
"""Mean likeness of the surroundings that makes them known."""

_FAR = 12  # words on either side among which the recorded ones are looked for
_ADJACENT = 3  # words next to the passage that make its surroundings known
_GRAM = 3  # words that vote for a place
_SEEDS = 16  # rows of three words that vote for one passage
_FEWEST_SEEDS = 6  # that vote even if they are common
_RARE = 20  # occurrences up to which a seed is not common
_WINDOWS = 6  # places that are aligned
_SPREAD = 12  # words by which the seeds of one place may be apart
_VOTES = 500  # that are counted for one passage, those of the rarest seeds first


@frozen
class Pattern:
    """The codes of a passage's words, and of the words on either side."""

    passage: Gram
    before: Gram = ()
    after: Gram = ()


@frozen
class Window:
    """A place that may be the passage.

    Attributes:
        start: Index of its first word.
        end: Index after its last word.
        similarity: Of the words, from 0 to 1.
        context: Of the surroundings, from 0 to 1.
        home: Whether the surroundings are those recorded: known, or three words next to it the same.
    """

    start: int
    end: int
    similarity: float
    context: float
    home: bool

    @property
    def score(self) -> float:
        """Return the likeness of words and surroundings together."""
        return 0.65 * self.similarity + 0.35 * self.context

    def overlaps(self, other: Window) -> bool:
        """Tell whether two places share a word."""
        return self.start < other.end and other.start < self.end


def identical(patterns: Sequence[Pattern], tokens: Tokens) -> Iterator[list[Window]]:
    """Find every place where the words of each pattern stand.

    Passages of one or two words are everywhere, and are only found beside a word that they were recorded beside.
    """
    stream = tokens.codes
    seeds = [list(_identity_seeds(pattern, tokens.counts)) for pattern in patterns]
    hits = positions(stream, (gram for found in seeds for _, gram in found))
    for pattern, found in zip(patterns, seeds, strict=True):
        size = len(pattern.passage)
        passage = array("H", pattern.passage)
        starts = {hit - offset for offset, gram in found for hit in hits.get(gram, ()) if hit >= offset}
        yield [
            window(pattern, stream, start, start + size, 1.0)
            for start in sorted(starts)
            if stream[start : start + size] == passage
        ]


def similar(patterns: Sequence[Pattern], tokens: Tokens) -> Iterator[list[Window]]:
    """Find the places most like each pattern, best first, none overlapping a better one."""
    stream = tokens.codes
    seeds = [_voters(pattern, tokens) for pattern in patterns]
    hits = positions(stream, (gram for found in seeds for _, gram in found))
    for pattern, found in zip(patterns, seeds, strict=True):
        votes = _votes([(offset, hits[gram]) for offset, gram in found if gram in hits])
        yield _distinct(_aligned(pattern, stream, first, last) for first, last in _elected(votes))


def window(pattern: Pattern, stream: array[int], start: int, end: int, similarity: float) -> Window:
    """Judge a place by the words around it."""
    before = stream[max(0, start - _FAR) : start][::-1]
    after = stream[end : end + _FAR]
    sides = [
        (array("H", recorded), found)
        for recorded, found in ((pattern.before[::-1], before), (pattern.after, after))
        if recorded
    ]
    if not sides:
        return Window(start, end, similarity, 1.0, home=True)
    likeness = sum(_likeness(recorded, found) for recorded, found in sides) / len(sides)
    adjacent = any(recorded[:_ADJACENT] == found[: len(recorded[:_ADJACENT])] for recorded, found in sides)
    return Window(start, end, similarity, likeness, home=adjacent or likeness >= KNOWN)


def _likeness(recorded: array[int], found: array[int]) -> float:
    if found[: len(recorded)] == recorded:
        return 1.0
    return 1 - prefix_distance(recorded, found) / len(recorded)


def _identity_seeds(pattern: Pattern, counts: Mapping[int, int]) -> Iterator[tuple[int, Gram]]:
    """Return seeds of a passage, each with its offset from the passage's first word."""
    size = len(pattern.passage)
    if size >= _GRAM or not (pattern.before or pattern.after):
        yield rarest(pattern.passage, counts)
        return
    row = (*pattern.before, *pattern.passage, *pattern.after)
    home = len(pattern.before)
    if len(row) < _GRAM:
        yield -home, row
    for at in range(max(0, home + size - _GRAM), min(home, len(row) - _GRAM) + 1):
        yield at - home, row[at : at + _GRAM]


def _voters(pattern: Pattern, tokens: Tokens) -> list[tuple[int, Gram]]:
    """Return the rarest seeds of passage and surroundings, each with its offset from the passage's first word."""
    row = (*pattern.before, *pattern.passage, *pattern.after)
    if len(row) < _GRAM:
        return [(-len(pattern.before), row)]
    shares = [tokens.counts.get(code, 0) for code in row]
    expected = [prod(shares[i : i + _GRAM]) / (len(tokens) or 1) ** 2 for i in range(len(row) - _GRAM + 1)]
    there = [at for at, share in enumerate(expected) if share]
    order = sorted(there, key=expected.__getitem__)[:_SEEDS]
    chosen = [at for i, at in enumerate(order) if i < _FEWEST_SEEDS or expected[at] <= _RARE]
    return [(at - len(pattern.before), row[at : at + _GRAM]) for at in chosen]


def _votes(hits: Sequence[tuple[int, Sequence[int]]]) -> list[int]:
    """Return the places at which the seeds would have the passage begin, in order."""
    votes: list[int] = []
    for offset, found in sorted(hits, key=lambda seed: len(seed[1])):
        if votes and len(votes) + len(found) > _VOTES:
            break
        votes += [hit - offset for hit in found[:_VOTES]]
    return sorted(votes)


def _elected(votes: Sequence[int]) -> list[tuple[int, int]]:
    """Return the stretches of starts that most seeds vote for."""
    groups: list[list[int]] = []
    for vote in votes:
        if groups and vote - groups[-1][-1] <= _SPREAD and vote - groups[-1][0] <= 4 * _SPREAD:
            groups[-1].append(vote)
        else:
            groups.append([vote])
    best = sorted(groups, key=len, reverse=True)[:_WINDOWS]
    return [(group[0], group[-1]) for group in best if 4 * len(group) >= len(best[0])]


def _aligned(pattern: Pattern, stream: array[int], first: int, last: int) -> Window:
    size = len(pattern.passage)
    slack = max(4, size // 4)
    begin = max(0, first - slack)
    stretch = stream[begin : max(begin, last + size + slack)]
    found = align(pattern.passage, stretch)
    return window(pattern, stream, begin + found.start, begin + found.end, 1 - found.distance / size)


def _distinct(windows: Iterable[Window]) -> list[Window]:
    kept: list[Window] = []
    for found in sorted(windows, key=lambda found: found.score, reverse=True):
        if found.start < found.end and not any(found.overlaps(better) for better in kept):
            kept.append(found)
    return kept
