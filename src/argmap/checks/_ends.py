"""The ends of many paths at once, a few for each start."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import define, field


@define
class Ends:
    """Follows paths to where they end, each place once, so that a long path that many share costs its length once.

    Attributes:
        following: Gives the places that follow on one; a place that none follows is an end.
        most: How many ends to find for each start; others are left out.

    Example:
        >>> ends = Ends({1: [2, 3], 2: [4], 3: [4, 5]}.get, most=5)
        >>> ends.of(1), ends.of(2), ends.of(4)
        ((4, 5), (4,), (4,))
    """

    following: Callable[[int], Sequence[int] | None]
    most: int
    _found: dict[int, tuple[int, ...]] = field(factory=dict)

    def of(self, start: int) -> tuple[int, ...]:
        """Return the ends that a place leads to, in order; where paths go round, they may be fewer than there are."""
        todo = [start] if start not in self._found else []
        while todo:
            index = todo[-1]
            following = self.following(index) or ()
            if index not in self._found:
                self._found[index] = ()
                todo += [each for each in following if each not in self._found]
            else:
                todo.pop()
                ends = dict.fromkeys(end for each in following for end in self._found[each])
                self._found[index] = tuple(ends)[: self.most] if following else (index,)
        return tuple(sorted(self._found[start]))
