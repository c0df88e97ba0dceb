"""How attacks weigh: data after the title below ``-`` or ``->`` that names what outweighs them, or their force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.errors import did_you_mean
from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.conventions import FORCE, OUTWEIGHED_BY, WEIGHTS, WHY
from argmap.formats.argdown.meaning.model import Relation, words
from argmap.formats.argdown.reading.context import Reading
from argmap.formats.argdown.syntax.tree import Element, RelationNode
from argmap.formats.argdown.syntax.values import as_list, as_text
from argmap.model.relations import Force, RelationKind
from argmap.native.reasons import weighing
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

Weight = tuple[str | None, Force | None, tuple[tuple[str, ...], ...]]
"""The note of an attack, its force, and what outweighs it."""

NONE: Weight = (None, None, ())


def weight_of(reading: Reading, nodes: Sequence[RelationNode]) -> Weight:
    """Return how an attack weighs and why, as the data where it is written says."""
    note: str | None = None
    force: Force | None = None
    reasons: list[tuple[str, ...]] = []
    for element in (node.element for node in nodes if isinstance(node.element.data, dict)):
        data, span = element.data, Span(element.start, element.end)
        note = note or as_text(data.get(WHY))
        force = force or (_force(data[FORCE], span, reading.flaws) if FORCE in data else None)
        if OUTWEIGHED_BY in data and force is Force.DEFEATS:
            reading.flaws.add(WRONG_VALUE, weighing.DEFEATING, span)
        elif OUTWEIGHED_BY in data:
            reasons += _reasons(reading, data[OUTWEIGHED_BY], span)
    return note, force, tuple(reasons)


def _force(value: Any, span: Span, flaws: Flaws) -> Force | None:
    given = as_text(value) or ""
    if given in tuple(Force):
        return Force(given)
    hint = did_you_mean(given.lower(), map(str, Force)) or f"one of {', '.join(Force)} is right"
    flaws.add(WRONG_VALUE, f"'force' cannot be {given!r}: {hint}", span)
    return None


def _reasons(reading: Reading, value: Any, span: Span) -> Iterator[tuple[str, ...]]:
    """Yield the ids of the statements of each reason that outweighs an attack, named by id or title."""
    for item in as_list(value) or [None]:
        text = (as_text(item) or "").strip()
        parts = [text] if words(text) in reading.by_title else map(str.strip, text.split("+"))
        names = tuple(reading.by_title.get(words(part), part) for part in parts if part)
        if names:
            yield names
        else:
            reading.flaws.add(EMPTY_TEXT, weighing.NOTHING, span)


def check_weights(reading: Reading) -> None:
    """Note weights that stand where nothing is attacked."""
    attacking = {id(node.element) for relation in _attacks(reading) for node in relation.nodes}
    for titled in reading.model.titled():
        for member in titled.members:
            element = member.element
            if isinstance(element.data, dict) and id(element) not in attacking:
                _note_misplaced(element, reading.flaws)


def _attacks(reading: Reading) -> Iterator[Relation]:
    yield from (relation for relation in reading.model.relations if relation.kind == "attack")
    for denial in reading.denials.values():
        if denial.relation and denial.kind is RelationKind.ATTACK:
            yield denial.relation


def _note_misplaced(element: Element, flaws: Flaws) -> None:
    """Note the weight of what is no attack; a key that may mean something else to its author is merely not kept."""
    span = Span(element.start, element.end)
    for key, value in element.data.items():
        if key == OUTWEIGHED_BY or (key == FORCE and value in tuple(Force)):
            message = f"{weighing.misplaced(key, 'this')}, or write it after the title below '-' or '->'"
            flaws.add(WRONG_VALUE, message, span)
        elif key in WEIGHTS:
            flaws.drop(f"the data key {key!r} is not kept", span)
