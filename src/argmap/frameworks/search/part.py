"""A part of a framework: some of its arguments, by an index of their own, and the run in which it is solved."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from argmap.frameworks.search.budget import Run
from argmap.frameworks.search.solver import Solver

_FEW, _OFTEN = 25, 4096


class Part:
    """Arguments from zero, their attackers, and what may be spent.

    Attributes:
        attackers: For each argument the indices of those that attack it.
        run: What was spent on the question so far.
    """

    def __init__(self, attackers: Sequence[Sequence[int]], run: Run) -> None:
        """Make a part of attackers by index."""
        self.attackers = attackers
        self.run = run

    def __len__(self) -> int:
        return len(self.attackers)

    @cached_property
    def attacked(self) -> list[list[int]]:
        """Return for each argument the indices of those that it attacks."""
        found: list[list[int]] = [[] for _ in self.attackers]
        for target, attackers in enumerate(self.attackers):
            for attacker in attackers:
                found[attacker].append(target)
        return found

    def cone(self, argument: int) -> list[int]:
        """Return an argument and all from which attacks lead to it, rising.

        Example:
            >>> Part([[1], [], [0]], Run()).cone(0)
            [0, 1]
        """
        met, found = {argument}, [argument]
        for index in found:
            for attacker in self.attackers[index]:
                if attacker not in met:
                    met.add(attacker)
                    found.append(attacker)
        return sorted(found)

    def each(self) -> Iterator[tuple[int, Sequence[int]]]:
        """Return each argument with its attackers, and look at the clock now and then.

        Raises:
            BudgetSpentError: The time is over.
        """
        for index, attackers in enumerate(self.attackers):
            if index % _OFTEN == 0:
                self.run.check()
            yield index, attackers

    def within(self, members: Collection[int]) -> tuple[Part, list[int]]:
        """Return the part that some arguments make with the attacks among them, and their indices here, rising."""
        kept = sorted(members)
        place = dict(zip(kept, range(len(kept)), strict=True))
        return Part([[place[each] for each in self.attackers[old] if each in place] for old in kept], self.run), kept

    def solver(self) -> Solver:
        """Return a new solver: CaDiCaL where python-sat is installed, pure Python else."""
        try:
            from argmap.frameworks.search.cadical import Cadical as Made
        except ImportError:
            from argmap.frameworks.search.propagation import Propagation as Made  # type: ignore[assignment]

            if len(self) > _FEW:
                self.run.go_slow()
        self.run.use(Made.name)
        return Made(self.run)
