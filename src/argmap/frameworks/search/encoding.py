"""Encodings: which sets of arguments are conflict-free, admissible, complete or stable, as clauses.

The variable of an argument is its index plus one: it is true where the argument is a member of the set. `Encoding.out`
and `Encoding.ranges` name further variables, where there are such.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from argmap.frameworks.search.part import Part


class Encoding:
    """A part of a framework in the memory of a solver.

    Attributes:
        part: The part.
        solver: The solver.
        size: How many arguments there are.
        members: For each argument its variable.
        out: For each argument the variable that is true just where a member attacks it; empty in encodings that do
            without.
    """

    def __init__(self, part: Part, *, out: bool = False) -> None:
        """Declare the variables of the arguments, and those that say which are attacked."""
        self.part = part
        self.size = len(part)
        self.solver = part.solver()
        self.members = self._each()
        self.out = self._each() if out else range(0)

    @cached_property
    def ranges(self) -> range:
        """Return for each argument a variable that is true only where it is a member or a member attacks it."""
        variables = self._each()
        for index, attackers in self.part.each():
            covered = [self.out[index]] if self.out else [attacker + 1 for attacker in attackers]
            self.solver.add([-variables[index], index + 1, *covered])
        return variables

    def find(self, assumptions: Sequence[int] = ()) -> list[int] | None:
        """Return the members of a set that is as the clauses say, rising; None where there is none.

        Args:
            assumptions: Literals that are to be true this once.
        """
        return self.solver.true_among(self.members) if self.solver.solve(assumptions) else None

    def holding(self, argument: int) -> list[int] | None:
        """Return a set that holds an argument, if there is one; from now on all do: to assume it takes longer."""
        self.solver.add([argument + 1])
        return self.find()

    def lacking(self, argument: int) -> list[int] | None:
        """Return a set that lacks an argument, if there is one; from now on all do."""
        self.solver.add([-argument - 1])
        return self.find()

    def all(self, assumptions: Sequence[int] = ()) -> Iterator[list[int]]:
        """Return each set that is as the clauses and the assumptions say, once; those found are ruled out for good."""
        while (found := self.find(assumptions)) is not None:
            yield found
            self.rule_out(found)

    def antichain(self) -> Iterator[list[int]]:
        """Do the same where it is known that no such set holds another, which takes shorter clauses."""
        while (found := self.find()) is not None:
            yield found
            few = 2 * len(found) <= self.size
            self.solver.add([-index - 1 for index in found] if few else [index + 1 for index in self.others(found)])

    def rule_out(self, members: Sequence[int]) -> None:
        """Rule out a set, and no other."""
        literals = list(self.members)
        for index in members:
            literals[index] = -index - 1
        self.solver.add(literals)

    def others(self, members: Collection[int]) -> list[int]:
        """Return the arguments that are no members, rising."""
        return sorted(set(range(self.size)).difference(members))

    def _each(self) -> range:
        """Declare a variable for each argument."""
        first = self.solver.new(self.size)
        return range(first, first + self.size)


def conflict_free(part: Part) -> Encoding:
    """Return an encoding of the sets that attack none of their own."""
    made = Encoding(part)
    add = made.solver.add
    for index, attackers in part.each():
        for attacker in attackers:
            add([-index - 1, -attacker - 1])
    return made


def stable(part: Part) -> Encoding:
    """Return an encoding of the conflict-free sets that attack all else."""
    made = conflict_free(part)
    for index, attackers in part.each():
        made.solver.add([index + 1, *(attacker + 1 for attacker in attackers)])
    return made


def admissible(part: Part) -> Encoding:
    """Return an encoding of the conflict-free sets that attack whatever attacks them."""
    made = Encoding(part, out=True)
    add, out = made.solver.add, made.out
    for index, attackers in part.each():
        member, beaten = index + 1, out[index]
        add([-member, -beaten])
        for attacker in attackers:
            add([-member, out[attacker]])
            add([beaten, -attacker - 1])
        add([-beaten, *(attacker + 1 for attacker in attackers)])
    return made


def complete(part: Part) -> Encoding:
    """Return an encoding of the admissible sets that hold all they defend."""
    made = admissible(part)
    for index, attackers in part.each():
        made.solver.add([index + 1, *(-made.out[attacker] for attacker in attackers)])
    return made
