"""Approximate matching: where in a text a pattern stands with the fewest insertions, deletions and substitutions.

The bit-vector algorithm of G. Myers (*A fast bit-vector algorithm for approximate string matching based on dynamic
programming*, J. ACM 46, 1999) in the form of H. Hyyrö (2001): one column of the edit distance table is two integers
of as many bits as the pattern has symbols. Symbols are anything that can be a key: characters, or codes of words.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from attrs import frozen


@frozen
class Alignment:
    """A stretch of a text that is most like a pattern.

    Attributes:
        distance: Insertions, deletions and substitutions between the two.
        start: Index at which it begins.
        end: Index after it.
    """

    distance: int
    start: int
    end: int


def align(pattern: Sequence[Hashable], text: Sequence[Hashable]) -> Alignment:
    """Find the stretch of a text that is most like a pattern; of equal ones the first, and of the pattern's length.

    Args:
        pattern: Symbols, at least one.
        text: Symbols.

    Example:
        >>> align("brown fox", "the quick brawn fox jumps")
        Alignment(distance=1, start=10, end=19)
    """
    found = distances(pattern, text)
    distance = min(found)
    first = last = found.index(distance)
    while last + 1 < len(found) and found[last + 1] == distance:
        last += 1
    start = _start(pattern, text, first)
    end = min(max(start + len(pattern), first), last)
    return Alignment(distance, _start(pattern, text, end), end)


def _start(pattern: Sequence[Hashable], text: Sequence[Hashable], end: int) -> int:
    """Find where the stretch that ends at an index begins; of equal beginnings the one that makes it as long."""
    size = len(pattern)
    before = text[max(0, end - 2 * size) : end]
    found = distances(pattern[::-1], before[::-1], anchored=True)
    if not found[min(size, len(before))]:
        return end - size
    least = min(found)
    lengths = [length for length, distance in enumerate(found) if distance == least]
    return end - min(lengths, key=lambda length: abs(length - size))


def prefix_distance(pattern: Sequence[Hashable], text: Sequence[Hashable]) -> int:
    """Return the distance between a pattern and the beginning of a text that is most like it.

    Example:
        >>> prefix_distance("abc", "abd and so on")
        1
    """
    return min(distances(pattern, text, anchored=True))


def distances(pattern: Sequence[Hashable], text: Sequence[Hashable], *, anchored: bool = False) -> list[int]:
    """Return the distance of a pattern to the nearest stretch that ends at each index of a text, from 0 on.

    Args:
        pattern: Symbols, at least one.
        text: Symbols.
        anchored: Whether the stretch must begin where the text does.

    Example:
        >>> distances("ab", "xab")
        [2, 2, 1, 0]
    """
    size = len(pattern)
    full, last = (1 << size) - 1, 1 << (size - 1)
    where: dict[Hashable, int] = {}
    for i, symbol in enumerate(pattern):
        where[symbol] = where.get(symbol, 0) | 1 << i
    plus, minus, distance = full, 0, size
    found = [distance]
    for symbol in text:
        equal = where.get(symbol, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        up = minus | ~(horizontal | plus)
        down = plus & horizontal
        if up & last:
            distance += 1
        elif down & last:
            distance -= 1
        up = up << 1 | anchored
        down <<= 1
        plus = (down | ~(vertical | up)) & full
        minus = up & vertical & full
        found.append(distance)
    return found
