"""Rows about statements, relations and what they cite, for the formats that have them: tables, workbooks, graphs."""

from __future__ import annotations

KEPT = frozenset(
    "supports, attacks, contradictions, undercuts, undercut undercuts, contradiction undercuts, "
    "citation undercuts, linkage, schemes, roles, answers, waivers, raised questions, relation titles, "
    "relation notes, forces, judgements, values, weights, kinds, titles, statement titles, descriptions, "
    "notes, tags, implicit, voices, credences, standards, passages, citations, stances, citation weights, "
    "fairness, places, about, sources, groups, expectations, orders".split(", ")
)
"""The parts of a map that tables have columns for."""
