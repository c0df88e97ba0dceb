"""What Argdown's settings say about the picture: which nodes it shows, with which words, and which groups are closed.

A file with ``selection:`` is drawn with Argdown's selection; any other is drawn whole, except for ``isInMap: false``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from argmap.formats.argdown.meaning.model import (
    Argument,
    Inference,
    Interpretation,
    Section,
    StatementClass,
    Titled,
    canonical,
    is_titled,
    mapping,
    text_without_tags,
)
from argmap.formats.argdown.settings.colours import Colours, read_colours
from argmap.formats.argdown.settings.map_choice import choose
from argmap.formats.argdown.settings.setting_types import OTHER_SECTIONS
from argmap.model.look import Fold, Label, Look


@frozen
class Ids:
    """The ids in the map of what Argdown's model has.

    Attributes:
        names: Of a statement or an argument; a reconstructed argument has that of its conclusion.
        steps: Of the step that an inference became.
        groups: Of a section's group; None where it is in none.
    """

    names: Mapping[Titled, str]
    steps: Mapping[Inference, str]
    groups: Mapping[Section, str | None]


def read_look(model: Interpretation, ids: Ids) -> Look:
    """Return how a file asks for its map to be drawn."""
    gone = _gone(model)
    hidden = {ids.names[node] for node in gone if node in ids.names and not _is_reconstructed(node)}
    missing = {node.title for node in gone if isinstance(node, StatementClass)}
    folds = []
    for argument in model.arguments.values() if gone else ():
        steps = tuple(_steps(argument, ids))
        if not steps:
            continue
        if argument in gone:
            hidden.update(steps)
        elif any(row.title in missing for row in argument.rows):
            group = ids.groups[argument.section] if argument.section else None
            folds.append(Fold(steps, group, tuple(argument.tags)))
    settings, colours = mapping(model.settings, "map"), read_colours(model)
    return Look(
        hidden=frozenset(hidden),
        folds=tuple(folds),
        closed=frozenset(_closed(model, ids)),
        labels=_labels(model, ids),
        shows_tags=settings.get("addTags") is True,
        colours=_colours(model, ids, colours),
        group_colours=dict(_group_colours(model, ids, colours)),
        key=colours.key(),
        settings=tuple(_settings(model)),
    )


def _settings(model: Interpretation) -> Iterator[str]:
    """Yield the names of the settings that say how the map is drawn, here or by Argdown."""
    for key in model.settings:
        if key in OTHER_SECTIONS or key in ("selection", "map", "color"):
            yield f"{key}:"
    group = mapping(model.settings, "group")
    yield from (f"group: {key}" for key in ("sections", "regroup") if key in group)
    data = [node.data for node in model.titled() if node.data]
    data += [section.data for section in model.all_sections() if isinstance(section.data, dict)]
    yield from (key for key in ("isInMap", "isClosed", "color", "images") if any(key in one for one in data))


def _is_reconstructed(node: Titled) -> bool:
    return isinstance(node, Argument) and bool(node.rows)


def _steps(argument: Argument, ids: Ids) -> Iterator[str]:
    for row in argument.rows:
        if row.role != "premise" and row.inference and row.inference in ids.steps:
            yield ids.steps[row.inference]


def _gone(model: Interpretation) -> set[Titled]:
    """Return the statements and arguments that are not drawn."""
    if isinstance(model.settings.get("selection"), dict):
        shown = choose(model)
        return {node for node in model.titled() if node not in shown}
    gone = {node for node in model.titled() if node.data and node.data.get("isInMap", True) is not True}
    left = {argument.title for argument in gone if _is_reconstructed(argument)}
    for statement in model.statements.values() if left else ():
        belongs = {member.argument for member in statement.members}
        if belongs <= left and not statement.relations:
            gone.add(statement)
    return gone


def _closed(model: Interpretation, ids: Ids) -> Iterator[str]:
    for section in model.all_sections():
        group = ids.groups.get(section)
        if section.is_closed is True and section.is_group is not False and group is not None:
            yield group


def _labels(model: Interpretation, ids: Ids) -> dict[str, Label]:
    settings = mapping(model.settings, "map")
    found = {}
    for node in model.statements.values():
        name = ids.names.get(node)
        if name is not None:
            found[name] = _label(node, settings.get("statementLabelMode"))
    for argument in model.arguments.values():
        label = _label(argument, settings.get("argumentLabelMode"))
        if argument.rows:
            found.update(dict.fromkeys(_steps(argument, ids), label))
        elif (name := ids.names.get(argument)) is not None:
            found[name] = label
    return found


def _colours(model: Interpretation, ids: Ids, colours: Colours) -> dict[str, str]:
    """Return the colour of each statement and step that has one."""
    found: dict[str, str] = {}
    nodes = model.titled() if colours.settings else (node for node in model.titled() if node.data)
    for node in nodes:
        name, colour = ids.names.get(node), colours.of(node)
        if colour and isinstance(node, Argument) and node.rows:
            found.update(dict.fromkeys(_steps(node, ids), colour))
        elif colour and name is not None:
            found[name] = colour
    return found


def _group_colours(model: Interpretation, ids: Ids, colours: Colours) -> Iterator[tuple[str, str]]:
    stack = [(section, 0) for section in model.sections]
    while stack:
        section, level = stack.pop()
        group = ids.groups.get(section) if section.is_group is not False else None
        if group is not None and (colour := colours.of_group(section, level)):
            yield group, colour
        stack.extend((child, level + (group is not None)) for child in section.children)


def _label(node: Titled, mode: object) -> Label:
    """Return what is on the card of a node; its text where there is no title, and the other way round."""
    titled = is_titled(node.title) or bool(node.data and "title" in node.data)
    if mode is None:
        return Label.BOTH if titled else Label.TEXT
    if mode == "none":
        return Label.NONE
    if not titled or (mode == "text" and (member := canonical(node)) and text_without_tags(member.element)):
        return Label.TEXT
    return Label.TITLE if mode == "title" else Label.BOTH
