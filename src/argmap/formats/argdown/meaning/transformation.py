"""What becomes of relations and sections once a whole text is read.

The rules, odd ones included, are those of the reference implementation, so that both draw the same map.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.formats.argdown.meaning.model import (
    SYMMETRIC,
    Argument,
    Interpretation,
    Relation,
    Section,
    StatementClass,
    Titled,
    mapping,
)


def transform(model: Interpretation) -> None:
    """Move the relations of reconstructed arguments to their conclusions and inferences, and read them strictly."""
    settings = mapping(model.settings, "model")
    reconstructed = any(argument.rows for argument in model.arguments.values())
    replaced = "model" in model.settings and not isinstance(model.settings["model"], dict)
    if reconstructed and not replaced and settings.get("transformArgumentRelations", True):
        _move_relations_of_arguments(model)
    if settings.get("mode") == "strict":
        _make_strict(model)
    if reconstructed:
        _drop_redundant_attacks(model)


def _move_relations_of_arguments(model: Interpretation) -> None:
    kept = []
    for relation in model.relations:
        source, target = relation.source, relation.target
        keep = True
        if isinstance(source, Argument) and source.rows:
            keep = _move_to_conclusion(model, relation, source)
        if isinstance(target, Argument) and target.rows and relation.kind == "undercut":
            keep = _move_to_inference(relation, target) and keep
        if keep:
            kept.append(relation)
    model.relations = kept


def _move_to_conclusion(model: Interpretation, relation: Relation, argument: Argument) -> bool:
    argument.relations.remove(relation)
    statement = model.statements[argument.rows[-1].title]
    relation.source = statement
    relation.moved = True
    key = (relation.kind, statement, relation.target)
    for other in statement.relations if key in model.known else ():
        if other.target is relation.target and other.kind == relation.kind:
            other.nodes.extend(relation.nodes)
            _remove(relation.target.relations, relation)
            return False
    model.known.add(key)
    statement.relations.append(relation)
    return True


def _move_to_inference(relation: Relation, argument: Argument) -> bool:
    inference = argument.rows[-1].inference
    if inference is None:
        return True
    relation.target = inference
    _remove(inference.relations, relation)
    for other in inference.relations:
        if other.source is relation.source and other.kind == relation.kind:
            other.nodes.extend(relation.nodes)
            _remove(relation.source.relations, relation)
            return False
    inference.relations.append(relation)
    return True


def _make_strict(model: Interpretation) -> None:
    kept = []
    contraries: set[frozenset[StatementClass]] = set()
    for relation in model.relations:
        source, target = relation.source, relation.target
        if isinstance(source, StatementClass) and isinstance(target, StatementClass):
            if relation.kind == "support":
                relation.kind = "entails"
            elif relation.kind == "attack":
                pair = frozenset((source, target))
                if pair in contraries:
                    _remove(source.relations, relation)
                    _remove(target.relations, relation)
                    continue
                contraries.add(pair)
                relation.kind = "contrary"
        kept.append(relation)
    model.relations = kept


def _drop_redundant_attacks(model: Interpretation) -> None:
    """Drop a statement's attack on an argument if it attacks one of its premises."""
    kept = []
    for relation in model.relations:
        source, target = relation.source, relation.target
        if isinstance(source, StatementClass) and relation.kind == "attack" and isinstance(target, Argument):
            premises = {member.title for member in target.rows if member.role == "premise"}
            better = next((r for r in source.relations if _attacks_one_of(r, source, premises)), None)
            if better:
                _remove(source.relations, relation)
                _remove(target.relations, relation)
                better.nodes.extend(relation.nodes)
                continue
        kept.append(relation)
    model.relations = kept


def _remove(relations: list[Relation], relation: Relation) -> None:
    """Remove a relation; where it is missing, remove the last one, as the reference implementation does."""
    for index, other in enumerate(relations):
        if other is relation:
            del relations[index]
            return
    del relations[-1:]


def _attacks_one_of(relation: Relation, source: StatementClass, premises: set[str]) -> bool:
    other = relation.target if relation.source is source else relation.source
    return (
        isinstance(other, StatementClass)
        and other.title in premises
        and (relation.kind in SYMMETRIC or (relation.kind == "attack" and relation.source is source))
    )


def regroup(model: Interpretation) -> None:
    """Replace the sections of the headings by those of the settings."""
    wanted = mapping(model.settings, "group").get("regroup")
    if not isinstance(wanted, list) or not wanted:
        return
    model.sections = []
    for node in model.titled():
        node.section = None
    stack: list[tuple[Any, Section | None]] = [(entry, None) for entry in reversed(wanted)]
    while stack:
        entry, parent = stack.pop()
        if not isinstance(entry, dict):
            continue
        section = Section((parent.level if parent else 0) + 1, str(entry.get("title", "")), _items(entry, "tags"))
        section.parent, section.is_closed = parent, entry.get("isClosed")
        (parent.children if parent else model.sections).append(section)
        titled: tuple[tuple[str, Mapping[str, Titled]], ...]
        titled = (("statements", model.statements), ("arguments", model.arguments))
        for key, nodes in titled:
            for title in _items(entry, key):
                if isinstance(title, str) and title in nodes:
                    nodes[title].section = section
        stack.extend((child, section) for child in reversed(_items(entry, "children")))


def decide_groups(model: Interpretation) -> None:
    """Decide which sections are groups: by default those of the two innermost levels."""
    depth = mapping(model.settings, "group").get("groupDepth", 2)
    lowest = model.deepest_level - (depth if isinstance(depth, (int, float)) else 2) + 1
    stack = list(model.sections)
    while stack:
        section = stack.pop()
        if section.is_group is None:
            section.is_group = section.level >= lowest
        stack.extend(section.children)


def _items(entry: dict[str, Any], key: str) -> list[Any]:
    value = entry.get(key)
    return value if isinstance(value, list) else []
