"""What changes when sources are dropped, or something else is supposed: what is lost, and what is gained.

*Accepted* is better than *undecided*, and *undecided* better than the two others. Between *rejected* and *unsupported*
neither is better: a statement that is beaten stands as little as one that nothing holds up, so that it is no gain to
find a ground for what then is rejected, and no further loss if what is rejected loses its support too.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from argmap.evaluation.labels import Standing

_HOLD = {Standing.ACCEPTED: 2, Standing.UNDECIDED: 1, Standing.REJECTED: 0, Standing.UNSUPPORTED: 0}
"""How well a statement holds."""


@frozen
class Flip:
    """A statement whose standing changes.

    Attributes:
        id: Of the statement.
        before: Its standing as it is.
        after: Its standing as it would be.

    Example:
        >>> flip = Flip("trips-slower", Standing.UNSUPPORTED, Standing.REJECTED)
        >>> flip.is_gain, flip.is_loss
        (False, False)
    """

    id: str
    before: Standing
    after: Standing

    @property
    def is_gain(self) -> bool:
        """Tell whether the statement fares better: an objection may have rested on what is dropped."""
        return _HOLD[self.after] > _HOLD[self.before]

    @property
    def is_loss(self) -> bool:
        """Tell whether the statement fares worse."""
        return _HOLD[self.after] < _HOLD[self.before]


def flips(before: Mapping[str, Standing], after: Mapping[str, Standing]) -> tuple[Flip, ...]:
    """Return the statements whose standing changes, in order."""
    return tuple(Flip(name, before[name], after[name]) for name in before if before[name] is not after[name])
