"""What an encoding asks of a solver of clauses, whichever it is.

Variables are numbers from one; a literal is a variable, or its negative where it is to be false; a clause is a sequence
of literals of which one at least is true. Every variable is declared by `new` before it is used, so that none is left
out of an answer.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence


class Solver(ABC):
    """A set of clauses that only grows, and what can be asked about it.

    Attributes:
        name: What people call it.
        variables: How many are declared.
    """

    name: str
    variables: int = 0

    def new(self, count: int = 1) -> int:
        """Declare variables that follow each other, and return the first of them."""
        first = self.variables + 1
        if count:
            self.variables += count
            self.declare(self.variables)
        return first

    @abstractmethod
    def declare(self, last: int) -> None:
        """Take note of the variables up to the last."""

    @abstractmethod
    def add(self, clause: Sequence[int]) -> None:
        """Add a clause; it holds from now on, and is kept by the solver alone."""

    @abstractmethod
    def solve(self, assumptions: Sequence[int] = ()) -> bool:
        """Look for values that make all clauses true, and the assumptions, which are forgotten afterwards.

        Raises:
            BudgetSpentError: The budget ended first.
        """

    @abstractmethod
    def true_among(self, variables: range) -> list[int]:
        """Return the places in a range of those variables that are true in what `solve` has found, rising."""

    @abstractmethod
    def prefer(self, literals: Iterable[int]) -> None:
        """Ask that these be tried first, where there is a choice."""
