"""Eager: the largest admissible set that every semi-stable extension contains (Caminada 2007).

There is one; it is complete, and contains the ideal extension.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks.search import encoding
from argmap.frameworks.search.defence import defended
from argmap.frameworks.search.part import Part
from argmap.frameworks.search.ranges import Ranges
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return the eager extension."""
    yield defended(part, Ranges(encoding.complete(part)).shared())


SEMANTICS = Semantics("EAG", extensions, reducible=True)
