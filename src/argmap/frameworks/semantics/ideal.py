"""Ideal: the largest admissible set that every preferred extension contains (Dung, Mancarella & Toni 2007).

There is one; it is complete, and contains the grounded extension. It is the largest admissible set that no admissible
set attacks. So one preferred extension is taken; what admissible sets attack is struck off it, and then what it cannot
defend without that, until no admissible set attacks what is left (after Thimm, Cerutti & Vallati 2021).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.frameworks.search import encoding, maximal
from argmap.frameworks.search.defence import defended
from argmap.frameworks.search.encoding import Encoding
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return the ideal extension."""
    made = encoding.admissible(part)
    made.solver.prefer(made.members)
    left = [variable - 1 for variable in maximal.grow(made, made.members) or ()]
    made.solver.prefer(-variable for variable in made.members)
    while left and (found := _attacking(made, left)) is not None:
        left = defended(part, set(left).difference(*(part.attacked[index] for index in found)))
    yield left


def around(part: Part, members: Members, argument: int) -> Members:
    """Return the ideal extension: that of what reaches an argument does not help to find it."""
    del members, argument
    return next(extensions(part))


def _attacking(made: Encoding, members: Sequence[int]) -> Members | None:
    """Return an admissible set that attacks one of some arguments, if there is one."""
    switch = made.solver.new()
    made.solver.add([-switch, *(made.out[index] for index in members)])
    found = made.find([switch])
    made.solver.add([-switch])
    return found


SEMANTICS = Semantics("ID", extensions, around=around, reducible=True, directional=True, single=True)
