"""Complete: the sets that attack none of their own, and are just what they defend (Dung 1995).

A set defends an argument where it attacks all that attack it. The grounded extension is the least complete one, the
preferred extensions are the largest.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks.search import encoding
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return each complete extension once."""
    return encoding.complete(part).all()


def find(part: Part) -> Members:
    """Return the grounded extension of what grounded labelling leaves undecided: nothing at all."""
    del part
    return ()


def holding(part: Part, argument: int) -> Members | None:
    """Return an admissible set that holds an argument, if there is one: a complete extension is around it."""
    return encoding.admissible(part).holding(argument)


def lacking(part: Part, argument: int) -> Members:
    """Return the grounded extension, which lacks all that grounded labelling leaves undecided."""
    del argument
    return find(part)


SEMANTICS = Semantics("CO", extensions, find, holding, lacking, reducible=True, directional=True, least=True)
