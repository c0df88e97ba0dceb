"""An order of values that goes round in a circle.

What it does:
    Reports each order under 'orders:' in which a value ranks above itself, with
    the values in the circle.

Why it matters:
    An order says which value gives way to which. Values in a circle outrank
    nothing, and what the audience was to decide by them stays open.

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
from argmap.components import strong_components
from argmap.flaws import Flaw
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
                circle = f"{names} in a circle" if len(component) > 1 else f"{names} above itself"
                message = f"the order {quoted(order.id)} ranks {circle}: take out one of the comparisons"
                yield Flaw(message, order.span, order.id)


CHECK = Check("AM508", Severity.ERROR, run=run)
