"""How likely conclusions are, and which events matter to them: exactly where that is within reach, else by draws.

Up to `MOST_IN_TABLE` events all worlds are looked at. Beyond, sets of worlds are decision diagrams, for which it is
enough that events bear on few things each; where these grow too large, worlds are drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import zip_longest

from attrs import field, frozen

from argmap.frameworks.chances.bits import Bits
from argmap.frameworks.chances.chance import Chance
from argmap.frameworks.chances.diagram import Diagrams, TooLargeError
from argmap.frameworks.chances.models import Sets, Worlds, solve
from argmap.frameworks.chances.theory import Theory

MOST_IN_TABLE = 16
DRAWS = 10_000
_MOST_BITS = 1 << 30
_MOST_STEPS = 1 << 17

Asked = Callable[[Worlds, Sets, Sets], Sequence[int]]
"""From where atoms are true, and where they are not false, to the sets of worlds that are asked about."""


@frozen
class Weighed:
    """How likely something is, and what matters to it.

    Attributes:
        chance: How likely it is.
    """

    chance: Chance
    _ends: Callable[[], Mapping[int, tuple[float, float]]] = field(repr=False)

    @cached_property
    def events(self) -> Mapping[int, tuple[float, float]]:
        """Return for each event how likely it is where that happens, and where it does not."""
        return self._ends()


@frozen(eq=False)
class Weighing:
    """A theory, and how likely its events are.

    Attributes:
        theory: The theory.
        chances: The probability of each event.
        names: A name of each event, by which draws are repeated.
        draws: How many worlds are drawn, where they are.
        seed: What the draws begin from.
    """

    theory: Theory
    chances: Mapping[int, float] = field(repr=False)
    names: Mapping[int, str] = field(repr=False)
    draws: int = DRAWS
    seed: int = 0

    def weigh(self, asked: Asked) -> list[Weighed]:
        """Weigh what is asked: exactly where that is within reach, else by draws."""
        return self.in_table(asked) or self.in_diagrams(asked) or self.by_draws(asked)

    def in_table(self, asked: Asked) -> list[Weighed] | None:
        """Look at every world; None where there are too many."""
        events = self.theory.events
        if len(events) > MOST_IN_TABLE or len(self.theory.rules) << len(events) > _MOST_BITS:
            return None
        diagrams = Diagrams.over(events, _MOST_STEPS)
        return [self._exact(diagrams, diagrams.of_table(bits)) for bits in self._sets(Bits.table(events), asked)]

    def in_diagrams(self, asked: Asked) -> list[Weighed] | None:
        """Take sets of worlds as decision diagrams; None where these grow too large."""
        diagrams = Diagrams.over(self.theory.events, _MOST_STEPS)
        try:
            return [self._exact(diagrams, found) for found in self._sets(diagrams, asked)]
        except TooLargeError:
            return None

    def by_draws(self, asked: Asked) -> list[Weighed]:
        """Draw worlds; what matters is told by the same worlds, each with an event turned into what it was not."""
        hits: list[int] = []
        for bits in self._drawn():
            counts = map(int.bit_count, self._sets(bits, asked))
            hits = [sum(pair) for pair in zip_longest(hits, counts, fillvalue=0)]
        return [
            Weighed(Chance.drawn(count, self.draws), partial(self._ends_by_draws, asked, place))
            for place, count in enumerate(hits)
        ]

    def _ends_by_draws(self, asked: Asked, place: int) -> dict[int, tuple[float, float]]:
        """Return how many of the same draws are in a set if an event happens in all of them, and in none, as shares."""
        happening: Counter[int] = Counter()
        failing: Counter[int] = Counter()
        for bits in self._drawn():
            true: Sets = {}
            possible: Sets = {}
            solve(self.theory, bits, true, possible)
            as_drawn = asked(bits, true, possible)[place]
            for event in self.theory.events:
                turned, own_true, own_possible = bits.turning(event), _Over(true), _Over(possible)
                solve(self.theory, turned, own_true, own_possible, self.theory.after(event))
                otherwise = asked(turned, own_true, own_possible)[place]
                happens, fails = bits.event(event), turned.event(event)
                happening[event] += (as_drawn & happens | otherwise & fails).bit_count()
                failing[event] += (as_drawn & fails | otherwise & happens).bit_count()
        return {event: (happening[event] / self.draws, failing[event] / self.draws) for event in self.theory.events}

    def _drawn(self) -> Iterator[Bits]:
        """Draw worlds, no more at once than memory has room for."""
        chances = {event: self.chances[event] for event in self.theory.events}
        most = max(_MOST_BITS // len(self.theory.rules), 1)
        for first in range(0, self.draws, most):
            names = {event: f"{self.seed} {first} {self.names[event]}" for event in chances}
            yield Bits.drawn(chances, names, min(most, self.draws - first))

    def _sets(self, worlds: Worlds, asked: Asked) -> Sequence[int]:
        true: Sets = {}
        possible: Sets = {}
        solve(self.theory, worlds, true, possible)
        return asked(worlds, true, possible)

    def _exact(self, diagrams: Diagrams, found: int) -> Weighed:
        value, differences = diagrams.weighed(found, self.chances)

        def ends(event: int) -> tuple[float, float]:
            difference, chance = differences.get(event, 0.0), self.chances[event]
            happens, fails = value + (1 - chance) * difference, value - chance * difference
            return min(max(happens, 0.0), 1.0), min(max(fails, 0.0), 1.0)

        return Weighed(Chance.exact(value), lambda: {event: ends(event) for event in self.theory.events})


class _Over(dict[int, int]):
    """Sets of worlds over others, which are there where they are not."""

    def __init__(self, base: Mapping[int, int]) -> None:
        super().__init__()
        self.base = base

    def __missing__(self, atom: int) -> int:
        return self.base[atom]
