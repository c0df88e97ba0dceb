"""Sets of worlds as ordered decision diagrams (Bryant 1986), which share what sets have in common.

A set is a number: 1 for all worlds, -1 for none, else a node, or less than zero what is outside of it. A node asks
whether an event happens, and leads to what is left in either case; events are asked in one order throughout, so that
equal sets are the same number. Where each source is cited in one place, or a few, diagrams stay small however many
sources there are; a bound tells where they do not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from attrs import define, field


class TooLargeError(Exception):
    """A diagram grew beyond its bound; caught where the question was asked."""


@define(eq=False)
class Diagrams:
    """Diagrams over some events.

    Attributes:
        levels: The place of each event in the order.
        most: How many steps of work may be done.
    """

    levels: Mapping[int, int]
    most: int
    none = -1
    all = 1
    _nodes: list[tuple[int, int, int]] = field(factory=lambda: [(-1, 0, 0)] * 2, init=False)
    _known: dict[tuple[int, int, int], int] = field(factory=dict, init=False)
    _met: dict[tuple[int, int], int] = field(factory=dict, init=False)

    @classmethod
    def over(cls, events: Sequence[int], most: int) -> Diagrams:
        """Return diagrams that ask some events in their order."""
        return cls({event: level for level, event in enumerate(events)}, most)

    def event(self, event: int) -> int:
        """Return where an event happens."""
        return self._node(self.levels[event], 1, -1)

    def outside(self, one: int) -> int:
        """Return what is not in a set."""
        return -one

    def either(self, one: int, other: int) -> int:
        """Return what is in one of two sets, or both."""
        return -self.both(-one, -other)

    def both(self, one: int, other: int) -> int:
        """Return what two sets have in common.

        Raises:
            TooLargeError: That is more work than the bound allows.
        """
        todo = [(one, other)]
        while todo:
            pair = todo[-1]
            if self._plain(*pair) is not None:
                todo.pop()
                continue
            level = min(self._nodes[abs(each)][0] for each in pair)
            (high, low), (other_high, other_low) = (self._split(each, level) for each in pair)
            halves = (high, other_high), (low, other_low)
            found = [self._plain(*half) for half in halves]
            if found[0] is None or found[1] is None:
                todo += [half for half, plain in zip(halves, found, strict=True) if plain is None]
                continue
            if len(self._met) >= self.most:
                raise TooLargeError
            self._met[pair if pair[0] < pair[1] else pair[::-1]] = self._node(level, found[0], found[1])
            todo.pop()
        return cast("int", self._plain(one, other))

    def _plain(self, one: int, other: int) -> int | None:
        """Return what two sets have in common where that is plain or known."""
        if one in (-other, -1) or other == -1:
            return -1
        if one in (1, other):
            return other
        return one if other == 1 else self._met.get((one, other) if one < other else (other, one))

    def _split(self, one: int, level: int) -> tuple[int, int]:
        """Return what is left of a set where the event of a level happens, and where it does not."""
        at, high, low = self._nodes[abs(one)]
        if abs(one) == 1 or at != level:
            return one, one
        return (high, low) if one > 0 else (-high, -low)

    def _node(self, level: int, high: int, low: int) -> int:
        """Return the set that is one thing where the event of a level happens and another where it does not."""
        if high == low:
            return high
        if high < 0:
            return -self._node(level, -high, -low)
        made = self._known.setdefault((level, high, low), len(self._nodes))
        if made == len(self._nodes):
            self._nodes.append((level, high, low))
        return made

    def of_table(self, bits: int) -> int:
        """Return a set that is given as bits, one for each way in which the events may happen."""
        width = 1 << len(self.levels)
        layers = [{bits}]
        for _ in self.levels:
            width >>= 1
            layers.append({half for each in layers[-1] for half in (each >> width, each & ((1 << width) - 1))})
        made = {0: self.none, 1: self.all}
        for level in reversed(range(len(self.levels))):
            rest = (1 << width) - 1
            made = {each: self._node(level, made[each >> width], made[each & rest]) for each in layers[level]}
            width <<= 1
        return made[bits]

    def weighed(self, one: int, chances: Mapping[int, float]) -> tuple[float, dict[int, float]]:
        """Return how likely it is to be in a set, and how much more where an event happens than where it does not.

        Args:
            one: The set.
            chances: The probability of each event.

        Returns:
            The probability, and for each event the difference, 0 where it is left out.
        """
        by_level = {level: (event, chances[event]) for event, level in self.levels.items()}
        nodes = self._below(one)
        likely = {1: 1.0}

        def of(each: int) -> float:
            return likely[each] if each > 0 else 1.0 - likely[-each]

        for node in nodes:
            level, high, low = self._nodes[node]
            chance = by_level[level][1]
            likely[node] = chance * of(high) + (1.0 - chance) * of(low)
        slopes = dict.fromkeys((1, *nodes), 0.0) | {abs(one): 1.0 if one > 0 else -1.0}
        differences: dict[int, float] = {}
        for node in reversed(nodes):
            level, high, low = self._nodes[node]
            event, chance = by_level[level]
            slope = slopes[node]
            differences[event] = differences.get(event, 0.0) + slope * (of(high) - of(low))
            slopes[high] += slope * chance
            slopes[abs(low)] += slope * (1.0 - chance) * (1 if low > 0 else -1)
        return of(one), differences

    def _below(self, one: int) -> list[int]:
        """Return the nodes of a set, each after those that it leads to."""
        found = {1, abs(one)}
        todo = [abs(one)] if abs(one) > 1 else []
        for node in todo:
            fresh = {abs(each) for each in self._nodes[node][1:]} - found
            found |= fresh
            todo += fresh
        return sorted(todo)
