"""A value that reasons name and no order ranks, or the other way round.

What it does:
    In a map with 'orders:', reports each value under 'values:' that none of
    them ranks, and each value in them that no reason speaks for, with the one
    that was probably meant.

Why it matters:
    A reason with a value that is not ranked outweighs nothing, and is
    outweighed by nothing. Mostly the value is misspelt.

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

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import Nearest, quoted


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
                message = f"no order ranks the value {quoted(value)}: {nearest.hint(value, 'rank it, or mend it')}"
                yield Flaw(message, relation.span, relation.target)
    nearest, told = Nearest(named), set(named)
    for order in orders:
        for value in (value for chain in order.chains for value in chain):
            if value not in told:
                told.add(value)
                hint = nearest.hint(value, "name it under 'values:', or leave it out")
                yield Flaw(f"no reason speaks for the value {quoted(value)}: {hint}", order.span, order.id)


CHECK = Check("AM509", Severity.NOTE, run=run)
