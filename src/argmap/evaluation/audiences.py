"""Audiences: how a map is to be weighed in the eyes of those who rank its values in some order.

After Bench-Capon (2003): what speaks against something gives way to what ranks higher. A reason for a statement
outweighs a cost where one of its values ranks above all of the cost's, and does not where those of the cost rank so
above its own; a cost defeats a statement where it ranks so above every reason for it that stands. Where an order is
silent, the weights under the statement's standard decide, or what the map's author says. The rules are in
`argmap.evaluation.translation`.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, field, frozen

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.verdict import Evaluation
from argmap.model.document import ArgumentMap
from argmap.model.orders import Order


@frozen(eq=False)
class Audience:
    """A map in the eyes of those who rank its values in some order.

    Attributes:
        order: The order.
        map: The map, seen so.
        evaluation: What is said of it on declared grounds.
    """

    order: Order
    map: ArgumentMap = field(repr=False)
    evaluation: Evaluation = field(repr=False)

    @classmethod
    def of(cls, m: ArgumentMap, order: Order, grades: Grades) -> Audience:
        """Weigh a map by an order and evaluate it."""
        seen = evolve(m, audience=order)
        return cls(order, seen, evaluate(seen, grades))


def standings(statement: str, audiences: Mapping[str, Audience], basis: Basis) -> dict[str, Standing]:
    """Return the standing that a statement has in the eyes of each audience, by the name of its order."""
    return {name: audience.evaluation.of(basis).standings[statement] for name, audience in audiences.items()}


def told(found: Mapping[str, Standing]) -> str:
    """Say under which orders a statement is accepted, and what it is under the others.

    Example:
        >>> told({"parents": Standing.ACCEPTED, "drivers": Standing.REJECTED, "owners": Standing.UNDECIDED})
        'accepted under some orders (parents); undecided under owners; rejected under drivers'
        >>> told({"parents": Standing.ACCEPTED}), told({"drivers": Standing.UNDECIDED})
        ('accepted under every order', 'accepted under no order (undecided under drivers)')
    """
    named = {standing: [name for name, each in found.items() if each is standing] for standing in Standing}
    accepted = named.pop(Standing.ACCEPTED)
    others = "; ".join(f"{standing} under {', '.join(names)}" for standing, names in named.items() if names)
    if not others:
        return "accepted under every order"
    if not accepted:
        return f"accepted under no order ({others})"
    return f"accepted under some orders ({', '.join(accepted)}); {others}"
