"""h-categoriser: the sum of its attackers' strengths divides an argument's own; supports are not known.

What it does:
    strength = base / (1 + the sum of the attackers' strengths)

Why it matters:
    It is the oldest gradual semantics, and comes to one result on every graph. With
    all base scores 1 it is that of Besnard and Hunter; with others, the weighted
    one. Supports are left out, and the result says how many.

Source:
    Besnard, P. & Hunter, A. (2001). A logic-based theory of deductive arguments.
    Artificial Intelligence 128, 203–235. With base scores: Amgoud, L., Ben-Naim, J.,
    Doder, D. & Vesic, S. (2017). Acceptability semantics for weighted argumentation
    frameworks. IJCAI 2017, 56–62.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.frameworks.strengths.gradual import Gradual


def total(attackers: Sequence[float], _: Sequence[float]) -> float:
    """Return the sum of the attackers."""
    return sum(attackers)


def influence(base: float, attack: float) -> float:
    """Divide a base score."""
    return base / (1.0 + attack)


SEMANTICS = Gradual(
    "h-categoriser",
    "Besnard & Hunter 2001",
    total,
    influence,
    aliases=("hcat", "h_categorizer", "categoriser", "categorizer"),
    attacks_only=True,
)
