"""Squared DF-QuAD: aggregated as in DF-QuAD, but moving a base score at most half of the way.

What it does:
    d = F(supporters) − F(attackers), with F as in DF-QuAD
    h(x) = max(x, 0) / (1 + max(x, 0))
    strength = base − base · h(−d) + (1 − base) · h(d)

Why it matters:
    It changes base scores less than DF-QuAD, and so comes to rest on more graphs
    with circles. Beware of the name: this is product aggregation with the influence
    1-Max(1), as the papers below have it; there is a program that calls by it the
    products of the squares (1 − s)² with the influence of DF-QuAD.

Source:
    Potyka, N. (2019). Extending modular semantics for bipolar weighted
    argumentation. AAMAS 2019, 1722–1730. The table of aggregations and influences:
    Kampik, T., Potyka, N., Yin, X., Čyras, K. & Toni, F. (2024). Contribution
    functions for quantitative bipolar argumentation graphs. IJAR 173.
"""

from __future__ import annotations

from argmap.frameworks.strengths.aggregation import lead, moved
from argmap.frameworks.strengths.gradual import Gradual


def influence(base: float, ahead: float) -> float:
    """Move a base score by x / (1 + x) of the way."""
    share = abs(ahead) / (1.0 + abs(ahead))
    return moved(base, 0.0, share) if ahead > 0 else moved(base, share, 0.0)


SEMANTICS = Gradual(
    "squared DF-QuAD",
    "Potyka 2019",
    lead,
    influence,
    aliases=("squared_dfquad", "sd_dfquad"),
)
