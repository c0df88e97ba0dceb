"""Budgets: how much may be spent on an answer. What is not decided within its budget is said to be undecided."""

from __future__ import annotations

import time

from attrs import define, field, frozen


@frozen
class Budget:
    """How much may be spent on an answer.

    Attributes:
        seconds: Of time, as a clock on the wall tells it; no bound where that is None.
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
        seconds: When it must end, by `time.monotonic`; never where that is None.
        conflicts: How many more conflicts it may run into; any number where that is None.
        methods: The solvers that were made, in order.
    """

    seconds: float | None = None
    conflicts: int | None = None
    methods: list[str] = field(factory=list)

    @classmethod
    def within(cls, budget: Budget) -> Run:
        """Begin to spend a budget."""
        ends = None if budget.seconds is None else time.monotonic() + budget.seconds
        return cls(ends, budget.conflicts)

    def check(self) -> None:
        """Look at the clock.

        Raises:
            BudgetSpentError: The time is over.
        """
        if self.seconds is not None and time.monotonic() >= self.seconds:
            raise BudgetSpentError

    def spend(self, conflicts: int) -> None:
        """Count conflicts.

        Raises:
            BudgetSpentError: There were as many as the budget allows.
        """
        if self.conflicts is not None:
            self.conflicts -= conflicts
            if self.conflicts < 0:
                raise BudgetSpentError

    def use(self, method: str) -> None:
        """Remember that a solver was made."""
        if method not in self.methods:
            self.methods.append(method)
