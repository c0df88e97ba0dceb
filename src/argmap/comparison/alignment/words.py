"""How alike two texts are by their words, and which texts of two maps are alike at all.

The likeness is Dice's: twice the number of words that two texts share, over the number of words in both. Only texts
that share one of their rarest words are held against each other, so that the work grows with the number of texts, and
not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from argmap.evidence.text.words import words

Bag = Counter[str]
"""The words of a text, without case, each with its number."""

_RAREST = 6  # words of a text by which others are looked for
_COMMON = 40  # texts beyond which a word tells nothing of one
_TRIED = 8  # texts that share most of the rarest words


def bag(text: str) -> Bag:
    """Return the words of a text."""
    return Counter(words(text))


def shared(one: Bag, other: Bag) -> int:
    """Return how many words two texts have in common."""
    return sum([min(one[word], other[word]) for word in one.keys() & other.keys()])


def likeness(one: Bag, other: Bag) -> float:
    """Return how alike two texts are, from 0 to 1.

    Example:
        >>> likeness(bag("Lower speeds would prevent injuries."), bag("Lower speeds prevent serious injuries."))
        0.8
    """
    number = one.total() + other.total()
    return 2 * shared(one, other) / number if number else 0.0


def candidates(left: Sequence[Bag], right: Sequence[Bag]) -> Iterator[tuple[int, int]]:
    """Go through the numbers of those texts of two maps that may be alike, each pair once.

    Texts of the same words come first, in their order; then those that share most of their rarest words.
    """
    found = dict.fromkeys(_same(left, right))
    where = _Where(right)
    for number, one in enumerate(left):
        found |= dict.fromkeys((number, other) for other in where.like(one))
    where = _Where(left)
    for number, one in enumerate(right):
        found |= dict.fromkeys((other, number) for other in where.like(one))
    yield from found


def _same(left: Sequence[Bag], right: Sequence[Bag]) -> Iterator[tuple[int, int]]:
    found: dict[frozenset[tuple[str, int]], list[int]] = {}
    for number, one in enumerate(right):
        found.setdefault(frozenset(one.items()), []).append(number)
    met = Counter[frozenset[tuple[str, int]]]()
    for number, one in enumerate(left):
        key = frozenset(one.items())
        if key and met[key] < len(found.get(key, ())):
            yield number, found[key][met[key]]
            met[key] += 1


class _Where:
    """In which texts each word stands."""

    def __init__(self, bags: Sequence[Bag]) -> None:
        self._texts: dict[str, list[int]] = {}
        for number, one in enumerate(bags):
            for word in one:
                self._texts.setdefault(word, []).append(number)

    def like(self, one: Bag) -> list[int]:
        """Return the texts that share most of the rarest words of one."""
        known = sorted((len(self._texts[word]), word) for word in one if word in self._texts)
        votes = Counter[int]()
        for _, word in known[:_RAREST]:
            votes.update(self._texts[word][:_COMMON])
        return [number for number, _ in votes.most_common(_TRIED)]
