"""Encodings: which sets of arguments are conflict-free, admissible, complete or stable, as clauses.

The variable of an argument is its index plus one: it is true where the argument is in the set. Where an encoding needs
to know which arguments a set attacks, their variables follow: `Encoding.attacked` is the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.frameworks.search.part import Part

_OFTEN = 4096


class Encoding:
    """A part of a framework in the memory of a solver.

    Attributes:
        part: The part.
        solver: The solver.
        size: How many arguments there are.
    """

    def __init__(self, part: Part) -> None:
        """Declare the variables of the arguments."""
        self.part = part
        self.size = len(part)
        self.solver = part.solver()
        if self.size:
            self.solver.new(self.size)

    def find(self, assumptions: Sequence[int] = ()) -> list[int] | None:
        """Return the members of a set that is as the clauses say, rising; None where there is none."""
        return self.solver.true_among(self.size) if self.solver.solve(assumptions) else None

    def all(self) -> Iterator[list[int]]:
        """Return each set that is as the clauses say, once; a clause blocks each that was found."""
        while (found := self.find()) is not None:
            yield found
            self.block(found)

    def block(self, members: Sequence[int]) -> None:
        """Rule out a set, and no other."""
        literals = list(range(1, self.size + 1))
        for index in members:
            literals[index] = -index - 1
        self.solver.add(literals)


def complete(part: Part) -> Encoding:
    """Return an encoding of the complete sets: conflict-free, and of just the arguments that they defend."""
    made = Encoding(part)
    out = made.solver.new(made.size) if made.size else 1
    add, tick = made.solver.add, part.run.check
    for index, attackers in enumerate(part.attackers):
        if index % _OFTEN == 0:
            tick()
        member, beaten = index + 1, index + out
        add([-member, -beaten])
        for attacker in attackers:
            add([-member, attacker + out])
            add([beaten, -attacker - 1])
        add([member, *(-attacker - out for attacker in attackers)])
        add([-beaten, *(attacker + 1 for attacker in attackers)])
    return made
