"""Probabilities, exact and estimated."""

from __future__ import annotations

import pytest

from argmap.frameworks.chances.chance import Chance


@pytest.mark.parametrize(
    ("hits", "draws", "low", "high"),
    [(0, 10, 0.0, 0.27753), (10, 10, 0.72247, 1.0), (81, 263, 0.25527, 0.36617), (5, 10, 0.23659, 0.76341)],
)
def test_the_interval_is_wilsons(hits, draws, low, high):
    """The ends are those of the score interval without correction, as Wilson (1927) and Newcombe (1998) have it."""
    chance = Chance.drawn(hits, draws)
    assert (chance.value, chance.low, chance.high) == pytest.approx((hits / draws, low, high), abs=1e-4)


def test_what_is_exact_has_no_interval():
    """Rounding never leads out of what a probability can be."""
    assert Chance.exact(1 + 1e-16) == Chance(1.0, 1.0, 1.0)
    assert Chance.exact(-1e-17).value == 0
