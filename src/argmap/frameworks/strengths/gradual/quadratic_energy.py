"""Quadratic energy: the balance of supports and attacks moves a base score towards 1 or 0, quadratically.

What it does:
    E = the sum of the supporters' strengths less that of the attackers'
    h(x) = max(x, 0)² / (1 + max(x, 0)²)
    strength = base − base · h(−E) + (1 − base) · h(E)

Why it matters:
    Supports and attacks are treated alike, weak ones move little, and however many
    there are, more of them still move something: nothing saturates. This is why it
    is taken unless another is asked for. It was defined as what a physical system
    comes to rest at, which on graphs with circles is its continuous variant.

Source:
    Potyka, N. (2018). Continuous dynamical systems for weighted bipolar
    argumentation. KR 2018, 148–157.
"""

from __future__ import annotations

from argmap.frameworks.strengths.aggregation import balance, moved
from argmap.frameworks.strengths.gradual import Gradual


def influence(base: float, energy: float) -> float:
    """Move a base score by the square of the energy."""
    square = energy * energy
    share = square / (1.0 + square)
    return moved(base, 0.0, share) if energy > 0 else moved(base, share, 0.0)


SEMANTICS = Gradual(
    "quadratic energy",
    "Potyka 2018",
    balance,
    influence,
    aliases=("qe",),
)
