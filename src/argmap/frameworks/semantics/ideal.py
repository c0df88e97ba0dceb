"""Ideal: the largest admissible set that every preferred extension contains (Dung, Mancarella & Toni 2007).

There is one; it is complete, and contains the grounded extension. No admissible set attacks it, and it is the largest
admissible set of which that is true: so what admissible sets attack is taken away, until none attacks what is left, and
then what is not defended (after Thimm, Cerutti & Vallati 2021).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks.search import encoding
from argmap.frameworks.search.defence import defended
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return the ideal extension."""
    yield defended(part, _unattacked(part))


def _unattacked(part: Part) -> set[int]:
    """Return the arguments that no admissible set attacks, and none that is attacked by another of them."""
    made = encoding.complete(part)
    left = set(range(len(part)))
    while left:
        attackers = {attacker for index in left for attacker in part.attackers[index]}
        switch = made.solver.new()
        made.solver.add([-switch, *(attacker + 1 for attacker in attackers)])
        found = made.find([switch])
        made.solver.add([-switch])
        if found is None:
            break
        left.difference_update(*(part.attacked[index] for index in found))
    return left.difference(*(part.attacked[index] for index in left))


SEMANTICS = Semantics("ID", extensions, reducible=True, directional=True)
