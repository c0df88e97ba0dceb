"""How an attack weighs: its force, and what outweighs it in the author's judgement."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from argmap.flaws import Flaws
from argmap.model.relations import Force, Relation, RelationKind
from argmap.native import values
from argmap.native.ids import is_id
from argmap.native.reasons import measures
from argmap.native.reasons.joined import linked, unjoined
from argmap.native.tree import Node, Scalar, Sequence, describe, span
from argmap.native.values import Found
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span
from argmap.wording import Nearest, quoted

KEYS = ("force", "outweighed-by")

_OF_STEPS = {"values": "what a reason speaks for", "weight": "how much a reason for or against weighs"}

Weight = tuple[Force | None, tuple[tuple[str, ...], ...], tuple[str, ...], float | None]
"""The force of an attack, what outweighs it, the values that a reason speaks for, and how much it weighs."""


def read(record: Found, kind: RelationKind, key: str, target: str, flaws: Flaws) -> Weight:
    """Read how a reason weighs; what weighs nothing, or cannot be outweighed, is a slip.

    Args:
        record: What is said of the step.
        kind: What the step is.
        key: The key that it is listed under, for messages.
        target: Id of what it bears on.
        flaws: Where slips are noted.
    """
    is_step = kind in (RelationKind.SUPPORT, RelationKind.ATTACK)
    spoken_for = values.words(*record["values"], flaws, target) if "values" in record and is_step else ()
    measure = measures.WEIGHT.read(record["weight"][1], flaws, target) if "weight" in record and is_step else None
    for part, says in _OF_STEPS.items():
        if part in record and not is_step:
            message = f"'{part}' says {says}, and what stands under '{key}:' is none: delete it here"
            flaws.add(WRONG_VALUE, message, span(record[part][0]), target)
    if kind is not RelationKind.ATTACK:
        for name in (record[name][0] for name in KEYS if name in record):
            flaws.add(WRONG_VALUE, misplaced(name.value or "", f"what stands under '{key}:'"), span(name), target)
        return None, (), spoken_for, measure
    force = values.choice(*record["force"], Force, flaws, target) if "force" in record else None
    if "outweighed-by" not in record:
        return force, (), spoken_for, measure
    name, node = record["outweighed-by"]
    if force is Force.DEFEATS:
        flaws.add(WRONG_VALUE, DEFEATING, span(name), target)
        return force, (), spoken_for, measure
    return force, _reasons(name, node, target, flaws), spoken_for, measure


def note_idle(key: Scalar, node: Node, target: str, known: Collection[str], flaws: Flaws) -> None:
    """Note what is wrong with the reasons that are to outweigh what defeats.

    Args:
        key: The key ``outweighed-by``.
        node: What stands after it.
        target: Id of what the attack bears on.
        known: The ids of the map's statements.
        flaws: Where slips are noted.
    """
    note_unknown(_linked(key, node, target, flaws), known, "id", span(node), flaws, target)


def note_unknown(
    reasons: Iterable[tuple[str, ...]], known: Collection[str], what: str, place: Span, flaws: Flaws, owner: str | None
) -> None:
    """Note what names no statement in reasons that are not kept, so that no check sees them.

    Args:
        reasons: The reasons.
        known: What statements are called.
        what: Whether that is an id or a name, for messages.
        place: Where they stand.
        flaws: Where it is noted.
        owner: Id that findings are about.
    """
    nearest = Nearest(known)
    for name in dict.fromkeys(name for reason in reasons for name in reason if name not in known):
        message = f"no statement is called {quoted(name)}: {nearest.hint(name, f'write it, or correct the {what}')}"
        flaws.add(UNKNOWN_REFERENCE, message, place, owner)


def misplaced(key: str, what: str) -> str:
    """Say that only attacks have a weight."""
    return f"'{key}' says how an objection weighs, and {what} is none: delete it here"


DEFEATING = "what defeats cannot be outweighed: delete 'force: defeats', or 'outweighed-by'"


def _reasons(name: Scalar, node: Node, target: str, flaws: Flaws) -> tuple[tuple[str, ...], ...]:
    """Return the reasons that outweigh, each with the ids that are linked in it; none where a slip is among them.

    What is guessed of a slip would decide in the author's favour.
    """
    noted = len(flaws.found)
    reasons = tuple(_linked(name, node, target, flaws))
    return reasons if len(flaws.found) == noted else ()


def _linked(name: Scalar, node: Node, target: str, flaws: Flaws) -> Iterator[tuple[str, ...]]:
    """Yield the ids of each reason that is named, and note slips."""
    is_empty = True
    for item in unjoined(node, target, flaws):
        is_empty = False
        if not isinstance(item, Scalar) or item.value is None:
            message = f"'outweighed-by' takes ids, or 'a + b' for linked ones, and this is {describe(item)}"
            flaws.add(WRONG_VALUE, message, span(item), target)
        elif not item.value.strip():
            flaws.add(EMPTY_TEXT, NOTHING, span(item), target)
        elif names := linked(item, target, flaws):
            yield tuple(names)
    if is_empty:
        flaws.add(EMPTY_TEXT, NOTHING, span(name), target)


NOTHING = "'outweighed-by' is empty: write the id of a reason, or delete the key"


def write(reasons: Iterable[tuple[str, ...]]) -> Node | None:
    """Write what outweighs an attack: a text, or a list of several."""
    items: list[Node] = [Scalar(" + ".join(names), 0, 0, '"') for names in reasons]
    return items[0] if len(items) == 1 else Sequence(items, 0, 0, flow=True) if items else None


def unreadable(relation: Relation) -> str | None:
    """Say why a reader would not take the weight of a relation; None where it would."""
    if relation.kind is not RelationKind.ATTACK and (relation.force or relation.outweighed_by):
        return "it is no attack"
    if relation.force is Force.DEFEATS and relation.outweighed_by:
        return "what defeats cannot be outweighed"
    lost = next((reason for reason in relation.outweighed_by if not _is_readable(reason)), None)
    return None if lost is None else f"{' + '.join(lost)!r} names no statements"


def readable(relation: Relation) -> tuple[tuple[str, ...], ...]:
    """Return what of that which outweighs an attack a reader would take."""
    if relation.kind is not RelationKind.ATTACK or relation.force is Force.DEFEATS:
        return ()
    return tuple(filter(_is_readable, relation.outweighed_by))


def _is_readable(reason: tuple[str, ...]) -> bool:
    return bool(reason) and all(map(is_id, reason))
