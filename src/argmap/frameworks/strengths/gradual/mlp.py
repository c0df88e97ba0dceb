"""MLP: the balance of supports and attacks moves a base score as a neuron of a multilayer perceptron does.

What it does:
    E = the sum of the supporters' strengths less that of the attackers'
    strength = σ(ln(base / (1 − base)) + E), where σ(x) = 1 / (1 + exp(−x))
    A base score of 0 or 1 does not move.

Why it matters:
    Under it a neural network with sigmoid activations is a weighted bipolar graph,
    so that its decisions can be read as an argument. Supports and attacks are
    treated alike.

Source:
    Potyka, N. (2021). Interpreting neural networks as quantitative argumentation
    frameworks. AAAI 2021, 6463–6470.
"""

from __future__ import annotations

from math import exp

from argmap.frameworks.strengths.aggregation import balance
from argmap.frameworks.strengths.gradual import Gradual


def influence(base: float, energy: float) -> float:
    """Move the odds of a base score by the exponential of the energy, without overflow."""
    if base in {0.0, 1.0}:
        return base
    if energy < 0:
        raised = base * exp(energy)
        return raised / (raised + 1.0 - base)
    return base / (base + (1.0 - base) * exp(-energy))


SEMANTICS = Gradual(
    "MLP",
    "Potyka 2021",
    balance,
    influence,
    aliases=("mlp_based",),
)
