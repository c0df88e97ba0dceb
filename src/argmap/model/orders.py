"""Orders of values: what an audience ranks above what, so that one map can be read through the eyes of several."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from attrs import field, frozen

from argmap.text import Span


@frozen
class Order:
    """How an audience ranks values.

    Attributes:
        id: Its name.
        chains: Values from the highest to the lowest, in one chain or several; what they do not connect is not ranked.

    Example:
        >>> parents = Order("parents", (("safety", "calm", "time"),))
        >>> parents.outranks(["safety"], ["time"]), parents.outranks(["time"], ["calm"])
        (True, False)
    """

    id: str
    chains: tuple[tuple[str, ...], ...]
    span: Span | None = field(default=None, eq=False, repr=False)

    @cached_property
    def steps(self) -> dict[str, list[str]]:
        """Return the values that stand right below each value."""
        found: dict[str, list[str]] = {}
        for chain in self.chains:
            for higher, lower in pairwise(chain):
                found.setdefault(higher, []).append(lower)
        return found

    def outranks(self, values: Iterable[str], others: Iterable[str]) -> bool:
        """Tell whether one of some values ranks above all of some others; what goes round in a circle ranks nothing."""
        lower = set(others)
        return bool(lower) and any(
            lower <= self._below(value) and not any(value in self._below(other) for other in lower) for value in values
        )

    def _below(self, value: str) -> set[str]:
        found = dict.fromkeys(self.steps.get(value, ()))
        todo = list(found)
        for each in todo:
            fresh = [other for other in self.steps.get(each, ()) if other not in found]
            found |= dict.fromkeys(fresh)
            todo += dict.fromkeys(fresh)
        return set(found)
