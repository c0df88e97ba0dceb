"""The relations of a map: the steps of reconstructed arguments, and the relations drawn between titles.

An undercut leads to a step, so it can only be read once that is made, whatever comes first in the text.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from operator import itemgetter

from argmap.formats.argdown.meaning.model import Argument, Inference, Node, Relation
from argmap.formats.argdown.reading.context import Reading
from argmap.formats.argdown.reading.drawn_relations import drawn, undercuts
from argmap.formats.argdown.reading.steps import Placed, Steps, begin_steps, steps_of
from argmap.model import relations as result
from argmap.model.relations import RelationKind

_Waiting = dict[Inference | None, list[Argument]]
"""The arguments that undercut something, by the inference that they undercut; None where it is not an inference."""


def read_relations(
    reading: Reading, citations: Container[str]
) -> tuple[tuple[result.Relation, ...], Mapping[Inference, str]]:
    """Return all relations, in the order of the text, and the ids of the steps that inferences have become.

    Args:
        reading: The map so far, with its statements.
        citations: Ids of the citations of the map.
    """
    steps = begin_steps(reading, citations)
    plain: list[Relation] = []
    striking: list[Relation] = []
    for relation in reading.model.relations:
        (striking if _strikes_at_steps(relation) else plain).append(relation)
    found: list[Placed] = []
    waiting: _Waiting = {}
    for start, item in _in_order(reading, plain):
        if isinstance(item, Relation):
            if made := drawn(reading, steps, item):
                found.append((start, made))
        elif (denial := reading.denial_of(item)) and denial.kind is RelationKind.UNDERCUT:
            waiting.setdefault(_inference_of(denial.target), []).append(item)
        else:
            found += steps_of(reading, steps, item)
    found += _undercutting(reading, steps, waiting)
    for relation in striking:
        if relation.kind == "undercut":
            found += undercuts(reading, steps, relation)
        elif made := drawn(reading, steps, relation):
            found.append((relation.nodes[0].start, made))
    found.sort(key=itemgetter(0))
    return tuple([relation for _, relation in found]), steps.of_inference


def _in_order(reading: Reading, relations: list[Relation]) -> list[tuple[int, Argument | Relation]]:
    """Return the reconstructed arguments and some relations in the order of the text."""
    items: list[tuple[int, Argument | Relation]] = [
        (argument.rows[0].element.start, argument) for argument in reading.model.arguments.values() if argument.rows
    ]
    items += [(relation.nodes[0].start, relation) for relation in relations]
    items.sort(key=itemgetter(0))
    return items


def _undercutting(reading: Reading, steps: Steps, waiting: _Waiting) -> Iterator[Placed]:
    """Yield the steps of arguments that undercut others, those that are undercut themselves first."""
    ready = [inference for inference in waiting if inference is None or inference in steps.of_inference]
    while ready:
        for argument in waiting.pop(ready.pop(), ()):
            yield from steps_of(reading, steps, argument)
            ready.append(argument.rows[-1].inference)
    for arguments in waiting.values():
        for argument in arguments:
            yield from steps_of(reading, steps, argument)


def _inference_of(target: Node | str) -> Inference | None:
    """Return the inference that an undercut strikes, unless it strikes a citation or an argument in outline."""
    if isinstance(target, Argument) and target.rows:
        return target.rows[-1].inference
    return target if isinstance(target, Inference) else None


def _strikes_at_steps(relation: Relation) -> bool:
    """Tell whether a relation leads to an inference, so that the steps must be known first."""
    return relation.kind == "undercut" or (isinstance(relation.target, Argument) and bool(relation.target.rows))
