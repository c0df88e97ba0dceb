"""What changes when sources are dropped."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from argmap.evaluation.labels import Standing

_BEST_FIRST = (Standing.ACCEPTED, Standing.UNDECIDED, Standing.REJECTED, Standing.UNSUPPORTED)


@frozen
class Flip:
    """A statement whose standing changes.

    Attributes:
        id: Of the statement.
        before: Its standing with the sources.
        after: Its standing without them.
    """

    id: str
    before: Standing
    after: Standing

    @property
    def is_gain(self) -> bool:
        """Tell whether the statement fares better without the sources: an objection may have rested on them."""
        return _BEST_FIRST.index(self.after) < _BEST_FIRST.index(self.before)


def flips(before: Mapping[str, Standing], after: Mapping[str, Standing]) -> tuple[Flip, ...]:
    """Return the statements whose standing changes, in order."""
    return tuple(Flip(name, before[name], after[name]) for name in before if before[name] is not after[name])
