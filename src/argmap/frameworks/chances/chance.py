"""How likely something is: a probability that was worked out, or an interval around one that was drawn."""

from __future__ import annotations

from math import sqrt

from attrs import frozen

_Z = 1.959963984540054
"""The quantile of the normal distribution that leaves 2.5 % on either side."""


@frozen
class Chance:
    """A probability, exact or estimated.

    Attributes:
        value: The probability; of an estimate, the share of the draws.
        low: The lower end of the interval of 95 % around an estimate (Wilson 1927); the value itself where it is exact.
        high: The upper end.
        draws: How many draws an estimate rests on; None where the value is exact.

    Example:
        >>> str(Chance.exact(0.56)), str(Chance.drawn(560, 1000))
        ('0.56', '0.56 (0.5291 to 0.5905)')
    """

    value: float
    low: float
    high: float
    draws: int | None = None

    @classmethod
    def exact(cls, value: float) -> Chance:
        """Return a probability that was worked out."""
        value = min(max(value, 0.0), 1.0)
        return cls(value, value, value)

    @classmethod
    def drawn(cls, hits: int, draws: int) -> Chance:
        """Return what some hits among independent draws say: their share, and Wilson's score interval."""
        share, spread = hits / draws, _Z * _Z / draws
        middle = (share + spread / 2) / (1 + spread)
        half = _Z * sqrt(share * (1 - share) / draws + spread / draws / 4) / (1 + spread)
        low, high = max(middle - half, 0.0) if hits else 0.0, min(middle + half, 1.0) if hits < draws else 1.0
        return cls(share, low, high, draws)

    @property
    def is_exact(self) -> bool:
        """Tell whether it was worked out, not drawn."""
        return self.draws is None

    def __str__(self) -> str:
        return f"{self.value:.4g}" if self.is_exact else f"{self.value:.4g} ({self.low:.4g} to {self.high:.4g})"
