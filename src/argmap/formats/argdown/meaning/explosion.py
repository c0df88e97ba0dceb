"""Arguments of several inferences taken apart into one argument for each (``model: {explodeArguments: true}``)."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from argmap.formats.argdown.meaning.model import Argument, Interpretation, Member, mapping


def explode(model: Interpretation) -> None:
    """Take the arguments apart, if the settings ask for it."""
    if not mapping(model.settings, "model").get("explodeArguments"):
        return
    for argument in list(model.arguments.values()):
        steps = [
            _step(model, argument, index) for index, member in enumerate(argument.rows) if member.role != "premise"
        ]
        if len(steps) > 1:
            _replace(model, argument, steps)


def _replace(model: Interpretation, argument: Argument, steps: list[list[Member]]) -> None:
    """Replace an argument by one for each step; its relations go to the last one."""
    del model.arguments[argument.title]
    for number, rows in enumerate(steps, 1):
        part = evolve(argument, title=f"{argument.title} - {number}", rows=rows, relations=[], is_part=True)
        for member in rows:
            member.argument = part.title
        if inference := rows[-1].inference:
            inference.argument, inference.row = part.title, len(rows) - 1
        model.arguments[part.title] = part
    part.relations = argument.relations
    for relation in argument.relations:
        if relation.source is argument:
            relation.source = part
        else:
            relation.target = part


def _step(model: Interpretation, argument: Argument, index: int) -> list[Member]:
    """Return the rows of a step: those that its data names, or else those since the conclusion before."""
    conclusion = argument.rows[index]
    used = _used(conclusion)
    if used is not None:
        indices = [number - 1 for number in used if isinstance(number, int) and 0 < number <= len(argument.rows)]
    else:
        first = index
        while first > 0:
            first -= 1
            if argument.rows[first].role == "intermediary-conclusion":
                break
        indices = list(range(first, index))
    rows = [_copy(model, argument.rows[row], "premise") for row in indices]
    return [*rows, _copy(model, conclusion, "main-conclusion")]


def _used(conclusion: Member) -> list[Any] | None:
    for data in (conclusion.inference.node.data if conclusion.inference else None, conclusion.element.data):
        for key in ("uses", "from"):
            if isinstance(data, dict) and isinstance(data.get(key), list):
                uses: list[Any] = data[key]
                return uses
    return None


def _copy(model: Interpretation, member: Member, role: str) -> Member:
    """Copy a row with another role; in its statement, the copy takes its place."""
    new = evolve(member, role=role, inference=None if role == "premise" else member.inference)
    members = model.statements[member.title].members
    members[:] = [other for other in members if other is not member]
    members.append(new)
    return new
