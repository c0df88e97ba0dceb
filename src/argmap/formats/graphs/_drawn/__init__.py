"""Graphs of nodes and edges with attributes, as GraphML and GEXF have them."""

from __future__ import annotations

KEPT = frozenset(
    "supports, attacks, contradictions, undercuts, undercut undercuts, contradiction undercuts, linkage, "
    "schemes, roles, answers, waivers, raised questions, relation titles, relation notes, forces, judgements, "
    "values, weights, kinds, titles, statement titles, notes, tags, implicit, voices, credences, standards, "
    "groups".split(", ")
)
"""The parts of a map that graphs have attributes for."""
