"""The ends of many paths at once, a few for each start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.graph import strong_components


def ends(following: Mapping[int, Sequence[int]], most: int) -> dict[int, tuple[int, ...]]:
    """Find where the paths from every place end, so that a long path that many share costs its length once.

    Args:
        following: For each place, the places that follow on it; one that none follows is an end.
        most: How many ends to find for each place; others are left out.

    Returns:
        The ends by place, in order. From a circle that nothing leads out of there are none.

    Example:
        >>> ends({1: [2, 3], 2: [4, 1], 3: [], 4: [], 5: [5]}, most=5)
        {4: (4,), 3: (3,), 2: (3, 4), 1: (3, 4), 5: ()}
    """
    found: dict[int, tuple[int, ...]] = {}
    for component in strong_components(following, following):
        ways = [each for index in component for each in following[index]]
        reached = dict.fromkeys(end for each in ways for end in found.get(each, ()))
        shown = tuple(sorted(list(reached)[:most])) if ways else tuple(component)
        found.update(dict.fromkeys(component, shown))
    return found
