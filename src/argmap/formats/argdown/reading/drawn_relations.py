"""The relations drawn between titles, and to reconstructed arguments, to relations of a map."""

from __future__ import annotations

from argmap.formats.argdown.meaning.conventions import STRICT_SCHEMES
from argmap.formats.argdown.meaning.model import Argument, Inference, Relation, StatementClass, Titled, is_titled
from argmap.formats.argdown.reading.context import Reading
from argmap.formats.argdown.reading.steps import Placed, Steps, undercut_steps
from argmap.formats.argdown.reading.weights import weight_of
from argmap.model import relations as result
from argmap.model.relations import RelationKind, relation_id
from argmap.rules.unclear_relation import RULE as UNCLEAR_RELATION
from argmap.text import Span

_KINDS = {
    "support": RelationKind.SUPPORT,
    "entails": RelationKind.SUPPORT,
    "attack": RelationKind.ATTACK,
    "contrary": RelationKind.CONTRADICTION,
    "contradictory": RelationKind.CONTRADICTION,
    "undercut": RelationKind.UNDERCUT,
}
_ARROWS = {name: relation_id(kind, (), "") for name, kind in _KINDS.items()}
_AGAINST = frozenset({"attack", "contrary", "contradictory"})


def drawn(reading: Reading, steps: Steps, relation: Relation) -> result.Relation | None:
    """Return what a relation that is not an undercut comes to; None where it says nothing of its own."""
    source, target = _name(reading, relation.source), _name(reading, relation.target)
    if source is None or target is None:
        return None
    node = relation.nodes[0]
    span = Span(node.start, node.element.end)
    if isinstance(relation.target, Argument) and relation.target.rows:
        return _on_reconstruction(reading, steps, relation, relation.target, source)
    kind = _KINDS[relation.kind]
    if relation.moved and source == target and kind is RelationKind.SUPPORT:
        return None
    if node.mark == "><":
        source, target = target, source
    name = reading.ids.make(f"{source}{_ARROWS[relation.kind]}{target}")
    if source in steps.of_outline and kind is not RelationKind.CONTRADICTION:
        steps.of_outline[source].append(name)
    weight = weight_of(reading, relation.nodes, kind)
    return result.Relation(name, kind, (source,), target, STRICT_SCHEMES.get(relation.kind), None, *weight, span)


def undercuts(reading: Reading, steps: Steps, relation: Relation) -> list[Placed]:
    """Return what a relation that is an undercut comes to: one undercut of each step that it strikes."""
    node = relation.nodes[0]
    span = Span(node.start, node.element.end)
    source = _name(reading, relation.source)
    if source is None:
        return []
    targets = undercut_steps(reading, steps, relation.target)
    if not targets:
        message = (
            "this undercut is not read, because there is no inference there: undercut an argument that supports or "
            "attacks something, or write '->' or '<-' to attack a statement"
        )
        reading.flaws.add(UNCLEAR_RELATION, message, span, source)
    return [(node.start, _undercut(reading, source, target, span)) for target in targets]


def _undercut(reading: Reading, source: str, target: str, span: Span) -> result.Relation:
    name = reading.ids.make(relation_id(RelationKind.UNDERCUT, (source,), target))
    return result.Relation(name, RelationKind.UNDERCUT, (source,), target, span=span)


def _name(reading: Reading, node: Titled | Inference) -> str | None:
    return None if isinstance(node, Inference) else reading.names.get(node)


def _on_reconstruction(
    reading: Reading, steps: Steps, relation: Relation, argument: Argument, source: str
) -> result.Relation | None:
    """Return what a relation drawn to a reconstructed argument comes to."""
    if _is_borne_out(relation, argument):
        return None
    node = relation.nodes[0]
    span = Span(node.start, node.element.end)
    step = steps.last_of(argument)
    name = f"<{argument.title}>" if is_titled(argument.title) else "this argument"
    if relation.kind == "attack" and step:
        message = (
            f"the attack on {name} is borne out by no attack on one of its premises, so it counts as one on its "
            "last inference: attack the premise, or write '_>' or '<_' for an undercut"
        )
        reading.flaws.add(UNCLEAR_RELATION, message, span, step)
        return _undercut(reading, source, step, span)
    what, done = ("attack on", "attacked") if relation.kind in _AGAINST else ("support of", "supported")
    message = (
        f"the {what} {name} is not read: {name} is reconstructed, "
        f"and none of its premises is {done} here; write which one is"
    )
    reading.flaws.add(UNCLEAR_RELATION, message, span, step)
    return None


def _is_borne_out(relation: Relation, argument: Argument) -> bool:
    """Tell whether a relation to an argument repeats one to a premise of it, or starts at a premise."""
    source = relation.source
    if isinstance(source, Inference):
        return False
    premises = {row.title for row in argument.rows if row.role == "premise"}
    if relation.kind == "support" and isinstance(source, StatementClass) and source.title in premises:
        return True
    wanted = _AGAINST if relation.kind in _AGAINST else {"support", "entails"}
    for other in source.relations:
        starts_here = other.source is source
        end = other.target if starts_here else other.source
        is_premise = isinstance(end, StatementClass) and end.title in premises
        if other.kind in wanted and is_premise and (starts_here or other.kind != "support"):
            return True
    return False
