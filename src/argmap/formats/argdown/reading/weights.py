"""How reasons weigh: data after the title that a mark leads to.

It names the values that a support or an attack speaks for, its weight and, of an attack, its force or what outweighs
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.errors import did_you_mean
from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.conventions import FORCE, OUTWEIGHED_BY, VALUES, WEIGHT, WEIGHTS, WHY
from argmap.formats.argdown.meaning.model import words
from argmap.formats.argdown.reading.context import Reading
from argmap.formats.argdown.syntax.tree import Element, RelationNode
from argmap.formats.argdown.syntax.values import as_list, as_text
from argmap.model.relations import Force, RelationKind
from argmap.native.reasons import measures, weighing
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

_KEYS = {RelationKind.SUPPORT: (VALUES, WEIGHT), RelationKind.ATTACK: WEIGHTS}

Weight = tuple[str | None, Force | None, tuple[tuple[str, ...], ...], tuple[str, ...], float | None]
"""The note of an attack, its force, what outweighs it, the values that a reason speaks for, and its weight."""

NONE: Weight = (None, None, (), (), None)


def weight_of(reading: Reading, nodes: Sequence[RelationNode], kind: RelationKind) -> Weight:
    """Return how a support or an attack weighs and why, as the data where it is written says."""
    if kind not in _KEYS:
        return NONE
    note: str | None = None
    force: Force | None = None
    reasons: list[tuple[str, ...]] = []
    values: list[str] = []
    weight: float | None = None
    for element in (node.element for node in nodes if isinstance(node.element.data, dict)):
        data, span = element.data, Span(element.start, element.end)
        reading.weighing[id(element)] = kind
        values += values_in(data)
        weight = weight or weight_in(data, span, reading.flaws)
        if kind is RelationKind.SUPPORT:
            continue
        note = note or as_text(data.get(WHY))
        force = force or (_force(data[FORCE], span, reading.flaws) if FORCE in data else None)
        if OUTWEIGHED_BY in data and force is Force.DEFEATS:
            reading.flaws.add(WRONG_VALUE, weighing.DEFEATING, span)
            idle = reasons_in(reading, data[OUTWEIGHED_BY], span, weighing.NOTHING)
            weighing.note_unknown(idle, reading.by_title, "name", span, reading.flaws, None)
        elif OUTWEIGHED_BY in data:
            reasons += reasons_in(reading, data[OUTWEIGHED_BY], span, weighing.NOTHING)
    return note, force, tuple(reasons), tuple(values), weight


def values_in(data: dict[str, Any]) -> tuple[str, ...]:
    """Return the values that data names."""
    texts = map(as_text, as_list(data.get(VALUES, [])))
    return tuple(text for text in texts if text and not text.isspace())


def weight_in(data: dict[str, Any], span: Span, flaws: Flaws, owner: str | None = None) -> float | None:
    """Return the weight that data names; what is none is a slip."""
    return measure_in(data, measures.WEIGHT, span, flaws, owner)


def measure_in(
    data: dict[str, Any], measure: measures.Measure, span: Span, flaws: Flaws, owner: str | None = None
) -> float | None:
    """Return the number that data names under the key of a measure; what is none is a slip."""
    if measure.key not in data:
        return None
    rest = next((key for key, value in data.items() if value is None and key.isdigit()), None)
    text = f"{as_text(data[measure.key]) or ''}{f',{rest}' if rest else ''}"
    number = measure.parse(text)
    if number is None:
        flaws.add(WRONG_VALUE, measure.wrong(text, repr(text) if text else "none"), span, owner)
    return number


def _force(value: Any, span: Span, flaws: Flaws) -> Force | None:
    given = as_text(value) or ""
    if given in tuple(Force):
        return Force(given)
    hint = did_you_mean(given.lower(), map(str, Force)) or f"one of {', '.join(Force)} is right"
    flaws.add(WRONG_VALUE, f"'force' cannot be {given!r}: {hint}", span)
    return None


def reasons_in(reading: Reading, value: Any, span: Span, nothing: str) -> Iterator[tuple[str, ...]]:
    """Yield the ids of the statements of each reason that data lists, named by id or title.

    Args:
        reading: What is known of the file.
        value: A reason, or a list of several.
        span: Where it stands.
        nothing: What is said where no statement is named.
    """
    for item in as_list(value) or [None]:
        text = (as_text(item) or "").strip()
        parts = [text] if words(text) in reading.by_title else map(str.strip, text.split("+"))
        names = tuple(reading.by_title.get(words(part), part) for part in parts)
        if all(names):
            yield names
        elif any(names):
            message = f"an id is missing in {text!r}: write 'a + b' for linked statements"
            reading.flaws.add(WRONG_VALUE, message, span)
        else:
            reading.flaws.add(EMPTY_TEXT, nothing, span)


def check_weights(reading: Reading) -> None:
    """Note weights of what is no reason, or no attack."""
    for titled in reading.model.titled():
        for member in titled.members:
            element = member.element
            if isinstance(element.data, dict):
                kind = reading.weighing.get(id(element))
                _note_misplaced(element, _KEYS[kind] if kind else (), reading.flaws)


def _note_misplaced(element: Element, known: tuple[str, ...], flaws: Flaws) -> None:
    """Note the weight of what has none; a key that may mean something else to its author is merely not kept."""
    span = Span(element.start, element.end)
    for key, value in element.data.items():
        if key in known:
            continue
        if key == OUTWEIGHED_BY or (key == FORCE and value in tuple(Force)):
            message = f"{weighing.misplaced(key, 'this')}, or write it after the title below '-' or '->'"
            flaws.add(WRONG_VALUE, message, span)
        elif key in WEIGHTS:
            flaws.drop(f"the data key {key!r} is not kept", span)
