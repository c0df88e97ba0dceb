"""What Argdown's settings say about the picture: which nodes it shows, with which words, and which groups are closed.

A file that says ``selection:`` is drawn with Argdown's selection, any other whole but for ``isInMap: false``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from argmap.formats.argdown.model import (
    Argument,
    Interpretation,
    StatementClass,
    Titled,
    canonical,
    is_titled,
    mapping,
    text_without_tags,
)
from argmap.formats.argdown.selection import nodes
from argmap.model.look import Fold, Label, Look


@frozen
class Made:
    """The ids of what was made of Argdown's model.

    Attributes:
        names: Of a statement or an outlined argument, by its identity; of a reconstructed argument, its conclusion's.
        steps: Of the step that an inference became, by the inference's identity.
        groups: Of a section's group, by the section's identity.
    """

    names: Mapping[int, str]
    steps: Mapping[int, str]
    groups: Mapping[int, str | None]


def read_look(model: Interpretation, made: Made) -> Look:
    """Give how a file asks for its map to be drawn."""
    gone = _gone(model)
    hidden = {made.names[id(node)] for node in gone if id(node) in made.names and not _is_reconstructed(node)}
    missing = {node.title for node in gone if isinstance(node, StatementClass)}
    folds = []
    for argument in model.arguments.values() if gone else ():
        steps = tuple(_steps(argument, made))
        if not steps:
            continue
        if argument in gone:
            hidden.update(steps)
        elif any(row.title in missing for row in argument.rows):
            folds.append(Fold(steps, made.groups[id(argument.section)] if argument.section else None))
    settings = mapping(model.settings, "map")
    return Look(
        hidden=frozenset(hidden),
        folds=tuple(folds),
        closed=frozenset(_closed(model, made)),
        labels=_labels(model, made),
        shows_tags=settings.get("addTags") is True,
    )


def _is_reconstructed(node: Titled) -> bool:
    return isinstance(node, Argument) and bool(node.rows)


def _steps(argument: Argument, made: Made) -> Iterator[str]:
    for row in argument.rows:
        if row.inference and id(row.inference) in made.steps:
            yield made.steps[id(row.inference)]


def _gone(model: Interpretation) -> set[Titled]:
    """Give the statements and arguments that are not drawn."""
    if isinstance(model.settings.get("selection"), dict):
        shown = nodes(model)
        return {node for node in model.titled() if id(node) not in shown}
    gone = {node for node in model.titled() if node.data and node.data.get("isInMap", True) is not True}
    left = {argument.title for argument in gone if _is_reconstructed(argument)}
    for statement in model.statements.values() if left else ():
        belongs = {member.argument for member in statement.members}
        if belongs <= left and not statement.relations:
            gone.add(statement)
    return gone


def _closed(model: Interpretation, made: Made) -> Iterator[str]:
    stack = list(model.sections)
    while stack:
        section = stack.pop()
        group = made.groups.get(id(section))
        if section.is_closed is True and section.is_group is not False and group is not None:
            yield group
        stack.extend(section.children)


def _labels(model: Interpretation, made: Made) -> dict[str, Label]:
    settings = mapping(model.settings, "map")
    asked = (settings.get("statementLabelMode"), settings.get("argumentLabelMode"))
    found = {}
    for node in model.titled():
        name = made.names.get(id(node))
        if name is not None and not _is_reconstructed(node):
            found[name] = _label(node, asked[isinstance(node, Argument)])
    for argument in model.arguments.values() if asked[1] else ():
        for step in _steps(argument, made):
            found[step] = _label(argument, asked[1])
    return found


def _label(node: Titled, mode: object) -> Label:
    """Give what stands on the card of a node; where there is no title, its text does, and the other way round."""
    titled = is_titled(node.title) or bool(node.data and "title" in node.data)
    if mode == "none":
        return Label.NONE
    member = canonical(node)
    if not titled or (mode == "text" and member and text_without_tags(member.element)):
        return Label.TEXT
    return Label.TITLE if mode == "title" else Label.BOTH
