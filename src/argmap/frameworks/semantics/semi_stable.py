"""Semi-stable: the complete sets of largest range (Verheij 1996; Caminada 2006).

The range of a set is what it holds and what it attacks. Where there are stable sets, whose range is everything, they
are the semi-stable ones; else there are semi-stable sets all the same, and each is preferred.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks.search import encoding, ranges
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return each semi-stable extension once."""
    return ranges.all_of_largest(encoding.complete(part))


def holding(part: Part, argument: int) -> Members | None:
    """Return a semi-stable extension that holds an argument, if there is one."""
    return ranges.find(encoding.complete(part), argument + 1)


def lacking(part: Part, argument: int) -> Members | None:
    """Return a semi-stable extension that lacks an argument, if there is one."""
    return ranges.find(encoding.complete(part), -argument - 1)


SEMANTICS = Semantics("SST", extensions, holding=holding, lacking=lacking, reducible=True)
