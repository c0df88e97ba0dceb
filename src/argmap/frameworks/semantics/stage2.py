"""Stage2: stage, strong component by strong component (Dvořák & Gaggl 2016).

A set is chosen component by component, each after those that attack it, once these have taken out what they attack; of
what is left of each, the set holds a stage extension. Every stage2 extension is one of CF2, and mostly the two agree;
of six in a ring, CF2 allows two that face each other, stage2 does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks.search import encoding, ranges
from argmap.frameworks.search.part import Part
from argmap.frameworks.search.recursion import by_components, continued
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return each stage2 extension once."""
    return by_components(part, lambda inner: ranges.all_of_largest(encoding.conflict_free(inner)))


def find(part: Part) -> Members:
    """Return a stage2 extension."""
    return next(extensions(part))


def around(part: Part, members: Members, argument: int) -> Members:
    """Return a stage2 extension around one of what reaches an argument."""
    return continued(part, members, argument, find)


SEMANTICS = Semantics("stage2", extensions, find, around=around, reducible=True, directional=True)
