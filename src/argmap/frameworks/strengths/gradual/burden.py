"""Burden: round by round an argument is burdened by its attackers, the more the less they are burdened themselves.

What it does:
    In round 0 each argument has the burden 1; in each round after it, 1 + the sum of
    1 / the burden that each attacker had in the round before. Arguments are compared
    round by round: of two, the one that has the smaller burden in the first round in
    which they differ ranks higher. Larger numbers are worse, and base scores play no
    part.

Why it matters:
    It is a ranking, no strength: it tells which argument fares better, and that one
    attacker is always better than two. The number that is told is what the burdens
    come to after many rounds. Supports are left out, and the result says how many.

Source:
    Amgoud, L. & Ben-Naim, J. (2013). Ranking-based semantics for argumentation
    frameworks. SUM 2013, 134–147.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.frameworks.strengths.gradual import Gradual


def relief(attackers: Sequence[float], _: Sequence[float]) -> float:
    """Return the sum of what is left of the attackers under their burdens."""
    return sum([1.0 / each for each in attackers])


def influence(base: float, burden: float) -> float:
    """Add a burden."""
    return base + burden


SEMANTICS = Gradual(
    "burden",
    "Amgoud & Ben-Naim 2013",
    relief,
    influence,
    aliases=("bbs", "burden_based"),
    attacks_only=True,
    is_burden=True,
)
