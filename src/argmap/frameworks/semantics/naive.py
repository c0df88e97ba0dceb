"""Naive: the largest conflict-free sets (Bondarenko, Dung, Kowalski & Toni 1997).

Which of two arguments attacks the other does not matter. An argument is in all naive sets where it is in conflict with
none but such as attack themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks.search.naive import all_naive, grown
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return each naive set once."""
    return all_naive(part)


def holding(part: Part, argument: int) -> Members | None:
    """Return a naive set that holds an argument, unless it attacks itself."""
    return None if argument in part.attackers[argument] else grown(part, [argument])


def lacking(part: Part, argument: int) -> Members | None:
    """Return a naive set that lacks an argument, if there is one: one that holds what it is in conflict with."""
    if argument in part.attackers[argument]:
        return grown(part)
    for other in (*part.attackers[argument], *part.attacked[argument]):
        if other not in part.attackers[other]:
            return grown(part, [other])
    return None


SEMANTICS = Semantics("NA", extensions, grown, holding, lacking)
