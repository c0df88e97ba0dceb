"""Euler: the exponential of the balance of supports and attacks moves a base score, upwards more than downwards.

What it does:
    E = the sum of the supporters' strengths less that of the attackers'
    strength = 1 − (1 − base²) / (1 + base · exp(E))

Why it matters:
    No attack takes an argument below the square of its base score, while supports
    may lift it to 1: attacks and supports are not treated alike. It was defined for
    graphs without circles; on others its fixed points, where there are some, are
    another thing than was published.

Source:
    Amgoud, L. & Ben-Naim, J. (2018). Evaluation of arguments in weighted bipolar
    graphs. International Journal of Approximate Reasoning 99, 39–55.
"""

from __future__ import annotations

from math import exp

from argmap.frameworks.strengths.aggregation import balance
from argmap.frameworks.strengths.gradual import Gradual


def influence(base: float, energy: float) -> float:
    """Move a base score by the exponential of the energy, without overflow."""
    if base == 0.0:
        return 0.0
    if energy > 0:
        small = exp(-energy)
        return 1.0 - (1.0 - base * base) * small / (small + base)
    return 1.0 - (1.0 - base * base) / (1.0 + base * exp(energy))


SEMANTICS = Gradual(
    "Euler",
    "Amgoud & Ben-Naim 2018",
    balance,
    influence,
    aliases=("euler_based", "eb"),
)
