"""Admissible: the sets that attack none of their own, and attack whatever attacks one of them (Dung 1995).

The empty set always is one; the largest are the preferred extensions.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks.search import encoding
from argmap.frameworks.search.grounded import IN, OUT, grounded
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return each admissible set once."""
    return encoding.admissible(part).all()


def find(part: Part) -> Members:
    """Return the empty set."""
    del part
    return ()


def holding(part: Part, argument: int) -> Members | None:
    """Return an admissible set that holds an argument, if there is one; the grounded extension where that decides."""
    labels = grounded(part.attackers, part.attacked)
    if labels[argument] == IN:
        return [index for index, label in enumerate(labels) if label == IN]
    if labels[argument] == OUT:
        return None
    return encoding.admissible(part).holding(argument)


def lacking(part: Part, argument: int) -> Members:
    """Return the empty set."""
    del argument
    return find(part)


SEMANTICS = Semantics("AD", extensions, find, holding, lacking, directional=True)
