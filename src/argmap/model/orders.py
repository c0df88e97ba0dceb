"""Orders of values: what an audience ranks above what, so that one map can be read through the eyes of several."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from attrs import field, frozen

from argmap.text import Span
from argmap.wording import joined


@frozen
class Ranking:
    """What an order says of two sides.

    Attributes:
        order: Its name.
        above: Values of the one side, each with those of the other that it ranks above; empty where it says nothing.

    Example:
        >>> print(Ranking("parents", (("safety", ("calm", "time")), ("health", ("money",)))))
        safety ranks above calm and time, and health above money, under parents
    """

    order: str
    above: tuple[tuple[str, tuple[str, ...]], ...]

    def __str__(self) -> str:
        (value, lower), *others = self.above
        told = f"{value} ranks above {joined(lower)}"
        more = [f", and {value} above {joined(lower)}" for value, lower in others]
        return "".join([told, *more, "," if more else "", f" under {self.order}"])


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
        return self.highest(values, others) is not None

    def highest(self, values: Iterable[str], others: Iterable[str]) -> str | None:
        """Return the first of some values that ranks above all of some others."""
        lower = set(others)
        above = (
            value
            for value in values
            if lower <= self._below(value) and not any(value in self._below(other) for other in lower)
        )
        return next(above, None) if lower else None

    def ranking(self, values: Iterable[str], others: Iterable[Iterable[str]]) -> Ranking:
        """Say which of some values ranks above each of some sets of others."""
        found: dict[str, dict[str, None]] = {}
        for lower in others:
            highest = self.highest(values, lower)
            if highest is not None:
                found.setdefault(highest, {}).update(dict.fromkeys(lower))
        return Ranking(self.id, tuple((value, tuple(lower)) for value, lower in found.items()))

    def _below(self, value: str) -> set[str]:
        found = dict.fromkeys(self.steps.get(value, ()))
        todo = list(found)
        for each in todo:
            fresh = [other for other in self.steps.get(each, ()) if other not in found]
            found |= dict.fromkeys(fresh)
            todo += dict.fromkeys(fresh)
        return set(found)
