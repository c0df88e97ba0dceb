"""How the strengths of attackers and supporters are taken together, and what comes of it for a base score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod


def balance(attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """Return the sum of the supporters less that of the attackers.

    Example:
        >>> balance([0.5], [0.25, 0.5])
        0.25
    """
    return sum(supporters) - sum(attackers)


def lead(attackers: Sequence[float], supporters: Sequence[float]) -> float:
    """Return how far the supporters, taken together as if by chance, are ahead of the attackers: from -1 to 1.

    Example:
        >>> lead([0.5], [0.5, 0.5])
        0.25
    """
    return _failure(attackers) - _failure(supporters)


def _failure(strengths: Iterable[float]) -> float:
    """Return the chance that all fail, were each strength an independent chance to succeed."""
    return prod([1.0 - each for each in strengths])


def moved(base: float, down: float, up: float) -> float:
    """Return a base score that is moved by a share of the way to 0, and by a share of the way to 1.

    Example:
        >>> moved(0.5, 0.0, 0.5)
        0.75
    """
    return base - base * down + (1.0 - base) * up
