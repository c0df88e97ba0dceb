"""Audiences: how a map is to be weighed in the eyes of those who rank its values in some order.

After Bench-Capon (2003): what speaks against something gives way to what ranks higher. A reason for a statement
outweighs a cost where one of its values ranks above all of the cost's; a cost whose values rank above those of every
reason for the statement defeats it. Where an order is silent, what the map's author says remains.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.verdict import Evaluation
from argmap.graph import is_weighed
from argmap.model.citations import Stance
from argmap.model.document import ArgumentMap
from argmap.model.orders import Order
from argmap.model.relations import Force, Relation, RelationKind
from argmap.model.statements import Kind, Statement


@frozen(eq=False)
class Audience:
    """A map in the eyes of those who rank its values in some order.

    Attributes:
        order: The order.
        map: The map with its costs weighed so.
        evaluation: What is said of it on declared grounds.
    """

    order: Order
    map: ArgumentMap = field(repr=False)
    evaluation: Evaluation = field(repr=False)

    @classmethod
    def of(cls, m: ArgumentMap, order: Order, grades: Grades) -> Audience:
        """Weigh a map by an order and evaluate it."""
        weighed = weighed_by(m, order)
        return cls(order, weighed, evaluate(weighed, grades))


def standings(statement: str, audiences: Mapping[str, Audience], basis: Basis) -> dict[str, Standing]:
    """Return the standing that a statement has in the eyes of each audience, by the name of its order."""
    return {name: audience.evaluation.of(basis).standings[statement] for name, audience in audiences.items()}


def told(found: Mapping[str, Standing]) -> str:
    """Say under which orders a statement is accepted, and what it is under the others.

    Example:
        >>> told({"parents": Standing.ACCEPTED, "drivers": Standing.REJECTED, "owners": Standing.UNDECIDED})
        'accepted under some orders: parents; undecided under owners; rejected under drivers'
        >>> told({"parents": Standing.ACCEPTED}), told({"drivers": Standing.UNDECIDED})
        ('accepted under every order', 'accepted under no order: undecided under drivers')
    """
    named = {standing: [name for name, each in found.items() if each is standing] for standing in Standing}
    accepted = named.pop(Standing.ACCEPTED)
    others = "; ".join(f"{standing} under {', '.join(names)}" for standing, names in named.items() if names)
    if not others:
        return "accepted under every order"
    return f"accepted under {'some orders: ' + ', '.join(accepted) + '; ' if accepted else 'no order: '}{others}"


def weighed_by(m: ArgumentMap, order: Order) -> ArgumentMap:
    """Return a map in which the costs are weighed as an order has it.

    A judgement of the author's that it contradicts does not count. A reason that is undercut may outweigh only where
    its step holds: it is led through a statement that stands for it.
    """
    by_target: dict[str, list[Relation]] = {}
    for relation in m.relations:
        by_target.setdefault(relation.target, []).append(relation)
    through: dict[str, str] = {}
    weighed: dict[str, Relation] = {}
    for statement in m.statements:
        steps = by_target.get(statement.id, ())
        reasons = [r for r in steps if r.kind is RelationKind.SUPPORT]
        for cost in steps:
            if cost.kind is RelationKind.ATTACK and cost.values and is_weighed(cost, statement):
                weightier = [r for r in reasons if order.outranks(r.values, cost.values)]
                through |= {r.id: f"{r.id} (as a whole)" for r in weightier if _is_undercut(r, by_target)}
                if _is_bare(statement) and reasons and all(order.outranks(cost.values, r.values) for r in reasons):
                    weighed[cost.id] = evolve(cost, force=Force.DEFEATS, outweighed_by=())
                else:
                    judged = tuple((through[r.id],) if r.id in through else r.premises for r in weightier)
                    lighter = {frozenset(r.premises) for r in reasons if order.outranks(cost.values, r.values)}
                    kept = tuple(reason for reason in cost.outweighed_by if frozenset(reason) not in lighter)
                    weighed[cost.id] = evolve(cost, force=Force.WEIGHS, outweighed_by=(*kept, *judged))
    relations = (part for r in m.relations for part in _led(weighed.get(r.id, r), through))
    stand_ins = tuple(Statement(name, Kind.CLAIM, "") for name in through.values())
    return evolve(m, statements=(*m.statements, *stand_ins), relations=tuple(relations))


def _is_undercut(reason: Relation, by_target: dict[str, list[Relation]]) -> bool:
    return any(r.kind is RelationKind.UNDERCUT for r in by_target.get(reason.id, ()))


def _is_bare(statement: Statement) -> bool:
    """Tell whether a statement rests on reasons alone, and on no ground of its own."""
    cited = any(citation.stance is Stance.SUPPORTS for citation in statement.citations)
    return not cited and statement.kind is not Kind.ASSUMPTION


def _led(relation: Relation, through: dict[str, str]) -> Iterable[Relation]:
    """Lead a reason through the statement that stands for it, if one does."""
    if relation.id not in through:
        return [relation]
    name = through[relation.id]
    return [evolve(relation, target=name), Relation.make("support", [name], relation.target)]
