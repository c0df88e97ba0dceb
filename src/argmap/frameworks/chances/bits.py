"""Sets of worlds as bits of a number: of all worlds that there can be, or of some that are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from attrs import evolve, field, frozen


@frozen(eq=False)
class Bits:
    """A fixed number of worlds; a set of them is a number with a bit for each.

    Attributes:
        count: How many worlds there are.
        columns: Where each event happens.
    """

    count: int
    columns: Mapping[int, int] = field(repr=False)
    all: int = field(init=False, repr=False)
    none = 0

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "all", (1 << self.count) - 1)

    @classmethod
    def table(cls, events: Sequence[int]) -> Bits:
        """Return a world for each way in which some events may happen; the first event splits them into halves.

        Example:
            >>> bin(Bits.table([7, 8]).event(7)), bin(Bits.table([7, 8]).event(8))
            ('0b1100', '0b1010')
        """
        count = 1 << len(events)
        columns = {}
        for place, event in enumerate(events):
            half = count >> (place + 1)
            column, width = ((1 << half) - 1) << half, 2 * half
            while width < count:
                column |= column << width
                width *= 2
            columns[event] = column
        return cls(count, columns)

    @classmethod
    def drawn(cls, chances: Mapping[int, float], seeds: Mapping[int, str], count: int) -> Bits:
        """Draw worlds: each event by its chance, from a stream of its own, so that others leave its draws as they are.

        Args:
            chances: The probability of each event.
            seeds: What the stream of each event begins from.
            count: How many worlds to draw.
        """
        columns = {}
        for event, chance in chances.items():
            draw = Random(seeds[event]).random  # noqa: S311  (not for secrets)
            columns[event] = int("".join("1" if draw() < chance else "0" for _ in range(count)), 2)
        return cls(count, columns)

    def turning(self, event: int) -> Bits:
        """Return the same worlds, but for an event that happens where it did not, and nowhere else."""
        return evolve(self, columns={**self.columns, event: self.outside(self.columns[event])})

    def event(self, event: int) -> int:
        """Return where an event happens."""
        return self.columns[event]

    def both(self, one: int, other: int) -> int:
        """Return what two sets have in common."""
        return one & other

    def either(self, one: int, other: int) -> int:
        """Return what is in one of two sets, or both."""
        return one | other

    def outside(self, one: int) -> int:
        """Return what is not in a set."""
        return one ^ self.all
