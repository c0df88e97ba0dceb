"""Eager: the largest admissible set that every semi-stable extension contains (Caminada 2007).

There is one; it is complete, and contains the ideal extension.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from argmap.frameworks.search import encoding, ranges
from argmap.frameworks.search.defence import defended
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return the eager extension."""
    yield ranges.shared(encoding.complete(part), partial(defended, part))


SEMANTICS = Semantics("EAG", extensions, reducible=True, single=True)
