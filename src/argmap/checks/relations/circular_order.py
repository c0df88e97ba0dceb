"""An order of values that goes round in a circle.

What it does:
    Reports each order under 'orders:' in which a value ranks above itself, with
    the values in the circle.

Why it matters:
    An order says what gives way to what. Values in a circle outrank nothing,
    and whatever the audience was to decide by them is left open.

Example:
    orders:
      parents: [safety > time, time > safety]
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
from argmap.graph import strong_components
from argmap.model.findings import Severity
from argmap.wording import listed, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the orders with a circle."""
    for order in analysis.map.orders:
        values = list(dict.fromkeys(value for chain in order.chains for value in chain))
        numbers = {value: number for number, value in enumerate(values)}
        below = [[numbers[lower] for lower in order.steps.get(value, ())] for value in values]
        for component in strong_components(range(len(values)), below):
            if len(component) > 1 or component[0] in below[component[0]]:
                names = listed([values[number] for number in sorted(component)])
                what = f"{names} {'rank above each other' if len(component) > 1 else 'ranks above itself'}"
                yield Flaw(f"{what} in the order {quoted(order.id)}: drop a part of it", order.span, order.id)


CHECK = Check("AM508", Severity.ERROR, run=run)
