"""What a conflict-free set can defend of itself."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.frameworks.search.part import Part


def defended(part: Part, members: Iterable[int]) -> list[int]:
    """Return the largest admissible part of a conflict-free set, rising, in linear time.

    What is not defended is taken away, then what that defended, and so on.

    Example:
        >>> from argmap.frameworks.search.budget import Run
        >>> defended(Part([[], [0], [1], [2], [3]], Run()), [0, 2, 4])
        [0, 2, 4]
        >>> defended(Part([[], [0], [1], [2], [3]], Run()), [2, 4])
        []
    """
    kept = set(members)
    hits = [0] * len(part)
    for member in kept:
        for target in part.attacked[member]:
            hits[target] += 1
    lost = [member for member in kept if not all(hits[attacker] for attacker in part.attackers[member])]
    kept.difference_update(lost)
    for member in lost:
        for target in part.attacked[member]:
            hits[target] -= 1
            if not hits[target]:
                lost.extend(kept.intersection(part.attacked[target]))
                kept.difference_update(part.attacked[target])
    return sorted(kept)
