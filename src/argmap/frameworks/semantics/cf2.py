"""CF2: naive, strong component by strong component (Baroni, Giacomin & Guida 2005).

A set is chosen component by component, each after those that attack it, once these have taken out what they attack; of
what is left of each, the set holds a naive extension. So circles of any length are treated alike: of three in a ring,
one can be chosen, just as one of two that attack each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks.search import outcast
from argmap.frameworks.search.naive import all_naive, grown
from argmap.frameworks.search.part import Part
from argmap.frameworks.search.recursion import by_components, continued
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return each CF2 extension once."""
    return by_components(part, all_naive)


def find(part: Part) -> Members:
    """Return a CF2 extension."""
    return next(by_components(part, lambda inner: [grown(inner)]))


def holding(part: Part, argument: int) -> Members | None:
    """Return a CF2 extension that holds an argument, if there is one."""
    return outcast.find(part, argument + 1)


def lacking(part: Part, argument: int) -> Members | None:
    """Return a CF2 extension that lacks an argument, if there is one."""
    return outcast.find(part, -argument - 1)


def around(part: Part, members: Members, argument: int) -> Members:
    """Return a CF2 extension around one of what reaches an argument."""
    return continued(part, members, argument, find)


SEMANTICS = Semantics("CF2", extensions, find, holding, lacking, around=around, reducible=True, directional=True)
