"""Stage: the conflict-free sets of largest range (Verheij 1996).

The range of a set is what it holds and what it attacks. Where there are stable sets, whose range is everything, they
are the stage ones. A stage set need not defend itself, so that it makes something of a circle of three; it may even
lack an argument that nothing attacks.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks.search import encoding, ranges
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return each stage extension once."""
    return ranges.all_of_largest(encoding.conflict_free(part))


def holding(part: Part, argument: int) -> Members | None:
    """Return a stage extension that holds an argument, if there is one."""
    return ranges.find(encoding.conflict_free(part), argument + 1)


def lacking(part: Part, argument: int) -> Members | None:
    """Return a stage extension that lacks an argument, if there is one."""
    return ranges.find(encoding.conflict_free(part), -argument - 1)


SEMANTICS = Semantics("STG", extensions, holding=holding, lacking=lacking)
