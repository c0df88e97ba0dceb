"""Conclusions that only deny something: how Argdown says that linked reasons attack or undercut it.

A reconstruction concludes a statement, and so supports it. To speak against something it concludes a sentence with
``{denial: true}``, and the one relation below that sentence says what the premises do: ``->`` attack a statement,
``><`` contradict it, ``_>`` undercut an argument's last inference. ``{denial: memo-1}`` undercuts the citation of that
id. The sentence itself is no statement of the map; to Argdown it is an ordinary one.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.model import Interpretation, Node, Relation, StatementClass
from argmap.model.relations import RelationKind
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

DENIAL = "denial"
_AGAINST = frozenset({"attack", "contrary", "contradictory", "undercut"})
_KINDS = {"><": RelationKind.CONTRADICTION, "_>": RelationKind.UNDERCUT}


@frozen(eq=False)
class Denial:
    """What an argument speaks against.

    Attributes:
        kind: What it does to its target.
        target: What it speaks against; a text is the id of a citation.
        relation: Where that is written; None for a citation.
    """

    kind: RelationKind
    target: Node | str
    relation: Relation | None = None


def read_denials(model: Interpretation, flaws: Flaws) -> dict[int, Denial]:
    """Give what arguments speak against, by the identity of the statement that they conclude."""
    return {id(node): denial for node, denial in _denials(model, flaws)}


def _denials(model: Interpretation, flaws: Flaws) -> Iterator[tuple[StatementClass, Denial]]:
    for argument in model.arguments.values():
        element = argument.rows[-1].element if argument.rows else None
        said = element.data.get(DENIAL) if element and isinstance(element.data, dict) else None
        if element is None or not argument.rows[-1].inference or said in (None, False):
            continue
        node = model.statements[argument.rows[-1].title]
        place = Span(element.start, element.end)
        against = [relation for relation in node.relations if relation.kind in _AGAINST]
        if len(node.members) > 1:
            message = "a denial is the conclusion of one argument: take the title away, or 'denial'"
        elif isinstance(said, str) and not node.relations:
            yield node, Denial(RelationKind.UNDERCUT, said)
            continue
        elif said is True and len(node.relations) == 1 and _starts_at(against, node):
            relation = against[0]
            target = relation.target if relation.source is node else relation.source
            kind = _KINDS.get(relation.nodes[0].mark, RelationKind.ATTACK)
            if relation.kind != "undercut" or not isinstance(target, StatementClass):
                yield node, Denial(kind, target, relation)
                continue
            message = "'_>' leads to an argument: write '_> <Title>', or '-> [Title]' to attack a statement"
        else:
            message = (
                "a denial needs what it denies: '{denial: true}' and below it one of '-> [Title]', '>< [Title]' and "
                "'_> <Title>', or the id of a citation in the place of 'true'"
            )
        flaws.add(WRONG_VALUE, message, place)


def _starts_at(against: list[Relation], node: StatementClass) -> bool:
    return len(against) == 1 and (against[0].source is node or against[0].nodes[0].mark == "><")
