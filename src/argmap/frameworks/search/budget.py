"""Budgets: how much may be spent on an answer. What is not decided within its budget is said to be undecided."""

from __future__ import annotations

import time

from attrs import define, field, frozen

SLOW_SECONDS = 10.0


@frozen
class Budget:
    """How much may be spent on an answer.

    Attributes:
        seconds: Of time, as a clock on the wall tells it; no bound where that is None, but ten seconds of searching
            where python-sat is not installed and there are many arguments to search.
        conflicts: Dead ends that a solver runs into; no bound where that is None.
    """

    seconds: float | None = None
    conflicts: int | None = None


class BudgetSpentError(Exception):
    """The budget is spent, and there is no answer yet; caught where the question was asked."""


@define
class Run:
    """What one question has spent so far, and which solvers it made use of.

    Attributes:
        ends: When it must end, by `time.monotonic`; never where that is None.
        conflicts: How many more conflicts it may run into; any number where that is None.
        methods: The solvers that were made, in order.
        slow: Whether many arguments were left to the solver for few, as python-sat is not installed.
    """

    ends: float | None = None
    conflicts: int | None = None
    methods: list[str] = field(factory=list)
    slow: bool = False

    @classmethod
    def within(cls, budget: Budget) -> Run:
        """Begin to spend a budget."""
        ends = None if budget.seconds is None else time.monotonic() + budget.seconds
        return cls(ends, budget.conflicts)

    def brief(self, conflicts: int) -> Run:
        """Return a run for an attempt that is given up after some conflicts, which the budget does not count."""
        return Run(self.ends, conflicts, self.methods)

    def check(self) -> None:
        """Look at the clock.

        Raises:
            BudgetSpentError: The time is over.
        """
        if self.ends is not None and time.monotonic() >= self.ends:
            raise BudgetSpentError

    def at_most(self, conflicts: int) -> int:
        """Return a number of conflicts, or what is left of them where that is less; at least one."""
        return conflicts if self.conflicts is None else max(1, min(conflicts, self.conflicts))

    def spend(self, conflicts: int) -> None:
        """Count conflicts.

        Raises:
            BudgetSpentError: There were as many as the budget allows.
        """
        if self.conflicts is not None:
            self.conflicts -= conflicts
            if self.conflicts <= 0:
                raise BudgetSpentError

    def go_slow(self) -> None:
        """Go on with the solver for few arguments; where there is no bound of time, this sets one."""
        self.slow = True
        if self.ends is None:
            self.ends = time.monotonic() + SLOW_SECONDS

    def use(self, method: str) -> None:
        """Remember that a solver was made."""
        if method not in self.methods:
            self.methods.append(method)
