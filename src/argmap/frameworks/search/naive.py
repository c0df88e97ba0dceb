"""The largest conflict-free sets: the largest independent sets of a graph in which no direction matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.frameworks.search.part import Part


def grown(part: Part, chosen: Sequence[int] = ()) -> list[int]:
    """Return a largest conflict-free set that holds all of a conflict-free set, rising, in linear time.

    Example:
        >>> from argmap.frameworks.search.budget import Run
        >>> grown(Part([[2], [0], [1], [3]], Run()), [1])
        [1]
    """
    members = set(chosen)
    barred = {other for member in chosen for other in (*part.attackers[member], *part.attacked[member])}
    for index, attackers in enumerate(part.attackers):
        if index not in barred and index not in members and index not in attackers:
            members.add(index)
            barred.update(attackers, part.attacked[index])
    return sorted(members)


def all_naive(part: Part) -> Iterator[list[int]]:
    """Return each largest conflict-free set once, the members rising.

    The algorithm of Bron & Kerbosch (1973) with the pivot of Tomita, Tanaka & Takahashi (2006): each such set holds the
    pivot or one of those that it conflicts with, so that only these need be tried. Sets are the bits of numbers.

    Example:
        >>> from argmap.frameworks.search.budget import Run
        >>> sorted(all_naive(Part([[2], [0], [1], [3], []], Run())))
        [[0, 4], [1, 4], [2, 4]]
    """
    near = _closed_neighbourhoods(part)
    work = [(0, sum(1 << index for index in near), 0)]
    while work:
        part.run.check()
        chosen, open_ones, tried = work.pop()
        if not open_ones:
            if not tried:
                yield list(bits(chosen))
            continue
        branches = min((open_ones & near[pivot] for pivot in bits(open_ones | tried)), key=int.bit_count)
        for index in bits(branches):
            work.append((chosen | 1 << index, open_ones & ~near[index], tried & ~near[index]))
            open_ones &= ~(1 << index)
            tried |= 1 << index


def bits(number: int) -> Iterator[int]:
    """Return the places of the ones in a number, rising.

    Example:
        >>> list(bits(0b10110))
        [1, 2, 4]
    """
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _closed_neighbourhoods(part: Part) -> dict[int, int]:
    """Return for each argument that does not attack itself, itself and those it conflicts with, as bits."""
    free = [index for index, attackers in enumerate(part.attackers) if index not in attackers]
    allowed = sum(1 << index for index in free)
    return {
        index: allowed & sum(1 << each for each in {index, *part.attackers[index], *part.attacked[index]})
        for index in free
    }
