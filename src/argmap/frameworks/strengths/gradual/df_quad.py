"""DF-QuAD: supporters and attackers each count as one by probabilistic sum, and the stronger side moves the score.

What it does:
    F(s₁, …, sₙ) = 1 − (1 − s₁) · … · (1 − sₙ), for the attackers and for the supporters
    d = F(supporters) − F(attackers)
    strength = base − base · max(−d, 0) + (1 − base) · max(d, 0)

Why it matters:
    It is the semantics most used in applications, and easy to follow by hand. But it
    saturates: beside one attacker at 1, no number of supporters lifts an argument
    above its base score, and arguments that support each other in a circle reach 1.

Source:
    Rago, A., Toni, F., Aurisicchio, M. & Baroni, P. (2016). Discontinuity-free
    decision support with quantitative argumentation debates. KR 2016, 63–73.
"""

from __future__ import annotations

from argmap.frameworks.strengths.aggregation import lead, moved
from argmap.frameworks.strengths.gradual import Gradual


def influence(base: float, ahead: float) -> float:
    """Move a base score by as much of the way as one side is ahead."""
    return moved(base, 0.0, ahead) if ahead > 0 else moved(base, -ahead, 0.0)


SEMANTICS = Gradual(
    "DF-QuAD",
    "Rago et al. 2016",
    lead,
    influence,
    aliases=("dfquad",),
)
