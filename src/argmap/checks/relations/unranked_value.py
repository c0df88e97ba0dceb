"""A value that is named and not ranked, or ranked and not named.

What it does:
    In a map with 'orders:', reports each value under 'values:' that no order
    ranks, and each ranked value that no reason or objection has under 'values:',
    with the one that was probably meant.

Why it matters:
    Under an order, a reason whose values it does not rank outweighs nothing and
    is outweighed by nothing. Often the value is misspelt.

Example:
    orders:
      parents: safety > tyme
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [{reason: fewer-injuries, values: safety}]
        but: [{reason: trips-slower, values: time}]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
      trips-slower:
        objection: Everyday trips would become slower.

Use instead:
    orders:
      parents: safety > time
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [{reason: fewer-injuries, values: safety}]
        but: [{reason: trips-slower, values: time}]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
      trips-slower:
        objection: Everyday trips would become slower.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import Nearest, joined, quoted

_JOINT = re.compile(r"[,;&+]| and | or ")


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the values that are only named, or only ranked."""
    orders, relations = analysis.map.orders, analysis.map.relations if analysis.map.orders else ()
    ranked = dict.fromkeys(value for order in orders for chain in order.chains for value in chain)
    named = dict.fromkeys(value for relation in relations for value in relation.values)
    nearest, told = Nearest(ranked), set(ranked)
    for relation in relations:
        for value in relation.values:
            if value not in told:
                told.add(value)
                parts = _parts(value, ranked)
                hint = f"write [{', '.join(parts)}]" if parts else nearest.hint(value, "rank it, or correct it")
                yield Flaw(f"no order ranks the value {quoted(value)}: {hint}", relation.span, relation.target)
    nearest, told = Nearest(named), set(named)
    for order in orders:
        for value in (value for chain in order.chains for value in chain):
            if value not in told:
                told.add(value)
                parts = [quoted(part) for part in _parts(value, named)]
                otherwise = "name it there, or leave it out of the order"
                hint = f"rank {joined(parts)} in chains of their own" if parts else nearest.hint(value, otherwise)
                message = f"no reason or objection has the value {quoted(value)} under 'values:': {hint}"
                yield Flaw(message, order.span, order.id)


def _parts(value: str, known: Collection[str]) -> list[str]:
    """Return the known values that a text joins; none where it is one value."""
    parts = [" ".join(part.split()) for part in _JOINT.split(value)]
    return parts if len(parts) > 1 and all(part in known for part in parts) else []


CHECK = Check("AM509", Severity.NOTE, run=run)
