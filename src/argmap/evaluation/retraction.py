"""What changes when a source is dropped."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.evaluation.labels import Status

if TYPE_CHECKING:
    from argmap.evaluation.verdict import Evaluation

_BEST_FIRST = (Status.ACCEPTED, Status.UNDECIDED, Status.REJECTED, Status.UNSUPPORTED)


@frozen
class Flip:
    """A statement whose status changes.

    Attributes:
        id: Of the statement.
        before: Its status with the source.
        after: Its status without it.
    """

    id: str
    before: Status
    after: Status

    @property
    def is_gain(self) -> bool:
        """Tell whether the statement fares better without the source: an objection may have rested on it."""
        return _BEST_FIRST.index(self.after) < _BEST_FIRST.index(self.before)


@frozen(eq=False)
class Retraction:
    """What changes when every ground of a source is dropped.

    Attributes:
        source: Id of the source.
        before: The evaluation with it.
        after: The evaluation without it.
    """

    source: str
    before: Evaluation = field(repr=False)
    after: Evaluation = field(repr=False)

    @cached_property
    def flips(self) -> tuple[Flip, ...]:
        """Give the statements whose status changes, in the order of the map."""
        before, after = self.before.statuses, self.after.statuses
        return tuple(Flip(name, before[name], after[name]) for name in before if before[name] is not after[name])
