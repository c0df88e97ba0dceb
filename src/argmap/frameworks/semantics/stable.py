"""Stable: the sets that attack none of their own, and all else (Dung 1995). There may be none.

Where there are stable extensions, they are the semi-stable and the stage extensions, too. Whether there are any hangs
on all of the framework: an odd circle anywhere can do away with them.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.frameworks.search import encoding
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics


def extensions(part: Part) -> Iterator[Members]:
    """Return each stable extension once."""
    return encoding.stable(part).antichain()


def find(part: Part) -> Members | None:
    """Return a stable extension, if there is one."""
    return encoding.stable(part).find()


def holding(part: Part, argument: int) -> Members | None:
    """Return a stable extension that holds an argument, if there is one."""
    return encoding.stable(part).holding(argument)


def lacking(part: Part, argument: int) -> Members | None:
    """Return a stable extension that lacks an argument, if there is one."""
    return encoding.stable(part).lacking(argument)


SEMANTICS = Semantics("ST", extensions, find, holding, lacking, reducible=True, certain=False)
