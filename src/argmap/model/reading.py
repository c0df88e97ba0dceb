"""The order in which a reader meets what leads to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def reading_order(names: Iterable[str], below: Mapping[str, Sequence[str]]) -> dict[str, str | None]:
    """Return names in the order in which a reader meets them, each with the one under which that is.

    Reading begins at each name that leads to nothing, and goes down from it; in a ring, at the one that comes first.

    Args:
        names: All that is read, in the order of the map.
        below: What leads to each.

    Returns:
        Each name, and what is below one, once; None is under which one stands at which reading begins.

    Example:
        >>> reading_order("abcd", {"d": ["b", "c"], "c": ["a"]})
        {'d': None, 'b': 'd', 'c': 'd', 'a': 'c'}
    """
    known = list(names)
    leading = {lower for found in below.values() for lower in found}
    met: dict[str, str | None] = {}
    for start in [*(name for name in known if name not in leading), *known]:
        waiting: list[tuple[str, str | None]] = [(start, None)]
        while waiting:
            name, above = waiting.pop()
            if name not in met:
                met[name] = above
                waiting += ((lower, name) for lower in reversed(below.get(name, ())))
    return met
