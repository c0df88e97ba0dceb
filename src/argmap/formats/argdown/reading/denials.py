"""Conclusions that only deny something: how Argdown says that linked reasons attack or undercut it.

A reconstruction concludes a statement, and so supports it. To speak against something, it concludes a sentence with
``{denial: true}``, and the one relation below that sentence says what the premises do: ``->`` attack a statement,
``><`` contradict it, ``_>`` undercut an argument's last inference. ``{denial: memo-1}`` undercuts the citation of that
id. The sentence itself is not a statement of the map; to Argdown it is an ordinary one.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.conventions import DENIAL
from argmap.formats.argdown.meaning.model import Interpretation, Node, Relation, StatementClass
from argmap.model.relations import RelationKind
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

_AGAINST = frozenset({"attack", "contrary", "contradictory", "undercut"})
_KINDS = {"><": RelationKind.CONTRADICTION, "_>": RelationKind.UNDERCUT}


@frozen(eq=False)
class Denial:
    """What an argument speaks against.

    Attributes:
        kind: What it does to its target.
        target: What it speaks against; a text is the id of a citation.
        relation: The relation that says so; None for a citation.
    """

    kind: RelationKind
    target: Node | str
    relation: Relation | None = None


def read_denials(model: Interpretation, flaws: Flaws) -> dict[StatementClass, Denial]:
    """Return what arguments speak against, by the statement that they conclude."""
    return dict(_denials(model, flaws))


def _denials(model: Interpretation, flaws: Flaws) -> Iterator[tuple[StatementClass, Denial]]:
    for argument in model.arguments.values():
        element = argument.rows[-1].element if argument.rows else None
        said = element.data.get(DENIAL) if element and isinstance(element.data, dict) else None
        if element is None or not argument.rows[-1].inference or said in (None, False):
            continue
        node = model.statements[argument.rows[-1].title]
        denial = _denial(node, said)
        if isinstance(denial, str):
            flaws.add(WRONG_VALUE, denial, Span(element.start, element.end))
        else:
            yield node, denial


def _denial(node: StatementClass, said: object) -> Denial | str:
    """Return what a conclusion denies, or what is wrong with it."""
    if len(node.members) > 1:
        return "a denial is the conclusion of one argument: remove the title, or 'denial'"
    if isinstance(said, str) and not node.relations:
        return Denial(RelationKind.UNDERCUT, said)
    relation = node.relations[0] if len(node.relations) == 1 else None
    if said is not True or relation is None or not _is_against(relation, node):
        return (
            "a denial needs what it denies: '{denial: true}' and below it one of '-> [Title]', '>< [Title]' and "
            "'_> <Title>', or the id of a citation in place of 'true'"
        )
    target = relation.target if relation.source is node else relation.source
    if relation.kind == "undercut" and isinstance(target, StatementClass):
        return "'_>' leads to an argument: write '_> <Title>', or '-> [Title]' to attack a statement"
    return Denial(_KINDS.get(relation.nodes[0].mark, RelationKind.ATTACK), target, relation)


def _is_against(relation: Relation, node: StatementClass) -> bool:
    return relation.kind in _AGAINST and (relation.source is node or relation.nodes[0].mark == "><")
