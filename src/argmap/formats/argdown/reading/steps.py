"""Reconstructed arguments to steps: linked premises and a conclusion, with the rule as the scheme's name."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from attrs import define, field

from argmap.flaws import Flaws
from argmap.formats.argdown.lint.data_keys import is_setting, note_unknown, note_wrong
from argmap.formats.argdown.meaning.conventions import CRITIQUE, VALUES, WEIGHT, WEIGHTS
from argmap.formats.argdown.meaning.model import (
    Argument,
    Inference,
    Member,
    Node,
    canonical,
    is_titled,
    text_without_tags,
    words,
)
from argmap.formats.argdown.reading.context import Reading
from argmap.formats.argdown.reading.critique import critique_of
from argmap.formats.argdown.reading.weights import NONE, Weight, values_in, weight_in, weight_of
from argmap.formats.argdown.syntax.values import as_text
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.titles import in_words
from argmap.native.ids import slug
from argmap.rules.unclear_relation import RULE as UNCLEAR_RELATION
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

_INFERENCE_KEYS = ("scheme", "uses", "from", VALUES, WEIGHT, *CRITIQUE)
_STEP_KEYS = frozenset({"id", "title", "note", "scheme"})

Placed = tuple[int, Relation]
"""A relation, and the offset at which it is written."""
_Link = tuple[RelationKind, tuple[str, ...], str]
"""What a step does, what it leads from, and what to."""


@define
class Steps:
    """The steps of a map while they are made.

    Attributes:
        citations: Ids of the citations of the map.
        given: The ids that authors give to arguments, until the last step of each takes it.
        of_outline: Ids of the steps from each argument that is undercut and not reconstructed, by its own id.
        of_inference: Id of the step that an inference has become.
    """

    citations: Container[str]
    given: dict[Argument, str]
    of_outline: dict[str, list[str]]
    of_inference: dict[Inference, str] = field(factory=dict)

    def last_of(self, argument: Argument) -> str | None:
        """Return the id of the last step of a reconstructed argument, if that is made."""
        inference = argument.rows[-1].inference
        return self.of_inference.get(inference) if inference else None


def begin_steps(reading: Reading, citations: Container[str]) -> Steps:
    """Return the steps of a map before the first one is made."""
    given = {}
    for argument in reading.model.arguments.values():
        name = as_text(argument.data.get("id")) if argument.rows and argument.data else None
        if name and reading.ids.claim(name):
            given[argument] = name
    undercut = [relation.target for relation in reading.model.relations if relation.kind == "undercut"]
    outlines = [node for node in undercut if isinstance(node, Argument) and not node.rows]
    return Steps(citations, given, {reading.names[node]: [] for node in outlines})


def undercut_steps(reading: Reading, steps: Steps, target: Node) -> list[str]:
    """Return the ids of the steps that an undercut strikes: of an inference, or of an argument."""
    if isinstance(target, Argument) and not target.rows:
        return steps.of_outline.get(reading.names[target], [])
    step = None
    if isinstance(target, Inference):
        step = steps.of_inference.get(target)
    elif isinstance(target, Argument):
        step = steps.last_of(target)
    return [step] if step else []


def steps_of(reading: Reading, steps: Steps, argument: Argument) -> list[Placed]:
    """Return the steps of a reconstructed argument."""
    conclusions = [index for index, row in enumerate(argument.rows) if row.inference]
    found: list[Placed] = []
    first = 0
    for index in conclusions:
        row = argument.rows[index]
        used = (not argument.is_part and _used(row, index, reading.flaws)) or range(first, index)
        premises = tuple(name for number in used if (name := reading.name_of(argument.rows[number])))
        first = index
        inference = row.inference
        if not premises or inference is None:
            continue
        is_last = index == conclusions[-1]
        does = _does(reading, steps, argument) if is_last else _supports(reading, row)
        for kind, target in does:
            step = _step(reading, steps, argument, inference, (kind, premises, target), is_last=is_last)
            steps.of_inference[inference] = step.id
            found.append((inference.node.start, step))
    _note_lost_data(argument, reading.flaws)
    return found


def _used(conclusion: Member, index: int, flaws: Flaws) -> list[int]:
    """Return the rows above a conclusion that its inference says it uses."""
    rows = _named_rows(conclusion)
    node = conclusion.inference.node if conclusion.inference else None
    for row in rows:
        if row >= index and node:
            message = f"there is no row ({row + 1}) above this inference: name the rows that it uses"
            flaws.add(WRONG_VALUE, message, Span(node.start, node.end))
    return [row for row in rows if row < index]


def _named_rows(conclusion: Member) -> list[int]:
    node = conclusion.inference.node if conclusion.inference else None
    for data in (node.data if node else None, conclusion.element.data):
        for key in ("uses", "from"):
            value: Any = data.get(key) if isinstance(data, dict) else None
            if isinstance(value, list) and value and all(isinstance(number, int) and number > 0 for number in value):
                return [number - 1 for number in value]
    return []


def _does(reading: Reading, steps: Steps, argument: Argument) -> list[tuple[RelationKind, str]]:
    """Return what the last step of an argument does, and to what."""
    denial = reading.denial_of(argument)
    if denial is None:
        return _supports(reading, argument.rows[-1])
    target = denial.target
    if isinstance(target, str):
        targets = [target] if target in steps.citations else []
    elif denial.kind is RelationKind.UNDERCUT:
        targets = undercut_steps(reading, steps, target)
    else:
        name = None if isinstance(target, Inference) else reading.names.get(target)
        return [(denial.kind, name)] if name else []
    if not targets:
        element = argument.rows[-1].element
        what = f"there is no citation {target!r}" if isinstance(target, str) else "nothing is inferred there"
        span = Span(element.start, element.end)
        reading.flaws.add(UNCLEAR_RELATION, f"this undercut is not read: {what}", span)
    return [(denial.kind, name) for name in targets]


def _supports(reading: Reading, conclusion: Member) -> list[tuple[RelationKind, str]]:
    name = reading.name_of(conclusion)
    return [(RelationKind.SUPPORT, name)] if name else []


def _step(
    reading: Reading, steps: Steps, argument: Argument, inference: Inference, link: _Link, *, is_last: bool
) -> Relation:
    node, own = inference.node, argument.data or {}
    span = Span(node.start, node.end)
    data = node.data if isinstance(node.data, dict) else {}
    note_unknown(data, _INFERENCE_KEYS, span, None, reading.flaws)
    scheme = as_text(data.get("scheme")) or ", ".join(node.rules)
    scheme = scheme or (as_text(own.get("scheme")) if is_last else None) or ""
    title = words(argument.title) if is_titled(argument.title) else None
    title = as_text(own.get("title")) or title
    name = steps.given.pop(argument, None) if is_last else None
    if name is None:
        name = reading.ids.make(slug(title), "-") if title else reading.ids.make(relation_id(*link))
    if "title" in own:
        title = as_text(own["title"])
    elif title == in_words(name):
        title = None
    note = as_text(own.get("note")) or _gist(argument) if is_last else None
    why, force, reasons, values, weight = _weight(reading, argument, link[0], data, span)
    said = critique_of(reading, link[0], data, span)
    note = note or why or None
    return Relation(name, *link, scheme or None, title, note, force, reasons, values, weight, span, **said)


def _weight(reading: Reading, argument: Argument, kind: RelationKind, data: dict[str, Any], span: Span) -> Weight:
    """Return how a step weighs: a support as its inference says, an attack as what it denies says."""
    denial = reading.denial_of(argument)
    if kind is RelationKind.SUPPORT:
        return None, None, (), values_in(data), weight_in(data, span, reading.flaws)
    return weight_of(reading, denial.relation.nodes, kind) if denial and denial.relation else NONE


def _gist(argument: Argument) -> str:
    member = canonical(argument)
    return text_without_tags(member.element) if member else ""


def _note_lost_data(argument: Argument, flaws: Flaws) -> None:
    for member in argument.members:
        element = member.element
        span = Span(element.start, element.end)
        if element.tags:
            flaws.drop("tags of reconstructed arguments are not kept", span)
        for key, value in element.data.items() if isinstance(element.data, dict) else ():
            note_wrong(key, value, span, None, flaws)
            if key not in (*_STEP_KEYS, *WEIGHTS) and not is_setting(key):
                flaws.drop(f"the data key {key!r} of reconstructed arguments is not kept", span)
