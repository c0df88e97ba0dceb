"""Hypothesis strategies for weighted bipolar graphs, and the published formulas written down once more."""

from __future__ import annotations

import math

from hypothesis import strategies as st

from argmap.frameworks.strengths.bipolar import BipolarGraph

SCORES = st.sampled_from([0.0, 1.0, 0.5, 0.1]) | st.integers(0, 1000).map(lambda number: number / 1000)


@st.composite
def graphs(draw, most=7, acyclic=False, attacks_only=False):
    """Graphs of a few arguments; an edge leads from a later one to an earlier one where nothing may go round."""
    size = draw(st.integers(1, most))
    names = [f"n{number}" for number in range(size)]
    bases = {name: draw(SCORES) for name in names}
    ends = st.tuples(st.sampled_from(range(size)), st.sampled_from(range(size)))
    pairs = draw(st.lists(st.tuples(ends, st.booleans()), max_size=2 * size))
    drawn = {False: [], True: []}
    for (source, target), is_attack in pairs:
        if source > target or not acyclic:
            drawn[is_attack or attacks_only].append((names[source], names[target]))
    return BipolarGraph.of(bases, drawn[True], drawn[False])


def expected(semantics, base, attackers, supporters):
    """Return the strength that a published formula gives an argument, from the strengths of what bears on it."""
    energy = sum(supporters) - sum(attackers)
    lead = math.prod(1 - a for a in attackers) - math.prod(1 - s for s in supporters)
    match semantics:
        case "quadratic_energy":
            share = max(energy, 0) ** 2 / (1 + max(energy, 0) ** 2)
            lost = max(-energy, 0) ** 2 / (1 + max(-energy, 0) ** 2)
            return base - base * lost + (1 - base) * share
        case "df_quad":
            return base - base * max(-lead, 0) + (1 - base) * max(lead, 0)
        case "squared_df_quad":
            return base - base * max(-lead, 0) / (1 + max(-lead, 0)) + (1 - base) * max(lead, 0) / (1 + max(lead, 0))
        case "euler":
            return 1 - (1 - base**2) / (1 + base * math.exp(energy))
        case "mlp":
            odds = 0 if base in {0, 1} else math.log(base / (1 - base)) + energy
            return base if base in {0, 1} else 1 / (1 + math.exp(-odds))
        case "h_categoriser":
            return base / (1 + sum(attackers))
    raise AssertionError(semantics)
