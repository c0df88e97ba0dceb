"""What cells say of the schemes of relations: ``source: mayor-says; field: mayor-knows-traffic``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from argmap.flaws import Flaws
from argmap.formats._rows import lists
from argmap.formats._rows.cells import Cell, note
from argmap.formats._rows.records import Record
from argmap.model.critique import Answer, Filling, Waiver
from argmap.model.relations import Relation, RelationKind
from argmap.native.ids import is_id
from argmap.native.reasons import critique
from argmap.rules.bad_id import RULE as BAD_ID
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.wrong_value import RULE as WRONG_VALUE

_Linked = Callable[[str, Cell, str], tuple[str, ...]]


def row(relation: Relation, called: Mapping[str, str]) -> dict[str, str | None]:
    """Return the cells that say what a relation says of its scheme.

    Args:
        relation: The relation.
        called: What the file calls statements, by their ids.
    """

    def linked(names: tuple[str, ...]) -> str:
        return " + ".join(called.get(name, name) for name in names)

    answers = (f"{each.question}: {linked(reason)}" for each in relation.answers for reason in each.reasons)
    return {
        "roles": lists.joined(f"{each.role}: {linked(each.statements)}" for each in relation.roles),
        "answers": lists.joined(answers),
        "waives": lists.joined(
            f"{each.question}: {each.reason}" if each.reason else each.question for each in relation.waives
        ),
        "raises": relation.raises,
    }


def read(record: Record, kind: RelationKind, linked: _Linked, flaws: Flaws) -> dict[str, Any]:
    """Return what a row says of the scheme of its relation, as fields of it.

    Args:
        record: The row.
        kind: What the relation is.
        linked: Reads the statements that a text of a cell, in a column, names.
        flaws: Where slips are noted.
    """
    found: dict[str, Any] = {"scheme_span": record.cells["scheme"].span} if record.text("scheme") else {}
    if record.text("roles"):
        cell = record.cells["roles"]
        filled = ((name, linked(text, cell, "roles")) for name, text in _named(record, "roles", flaws))
        found["roles"] = tuple(Filling(name, names, cell.span) for name, names in filled)
    if record.text("answers"):
        cell = record.cells["answers"]
        answers: dict[str, list[tuple[str, ...]]] = {}
        for name, text in _named(record, "answers", flaws):
            answers.setdefault(name, []).append(linked(text, cell, "answers"))
        found["answers"] = tuple(Answer(name, tuple(reasons), cell.span) for name, reasons in answers.items())
    if record.text("waives"):
        cell = record.cells["waives"]
        found["waives"] = tuple(Waiver(name, text, cell.span) for name, text in _named(record, "waives", flaws))
    if record.text("raises"):
        found |= _raised(record.text("raises").strip(), record.cells["raises"], kind, flaws)
    return found


def _named(record: Record, column: str, flaws: Flaws) -> Iterator[tuple[str, str]]:
    """Go through the roles or questions of a cell with what stands after each."""
    cell = record.cells[column]
    for entry in lists.split(cell.text, commas=False):
        name, _, text = entry.partition(": ")
        name = name.strip()
        if not is_id(name):
            note(flaws, BAD_ID, critique.bad_name(name, column), cell)
        elif not text and column != "waives":
            note(flaws, EMPTY_TEXT, critique.nothing(name), cell)
        else:
            yield name, text


def _raised(name: str, cell: Cell, kind: RelationKind, flaws: Flaws) -> dict[str, Any]:
    if kind is not RelationKind.UNDERCUT:
        note(flaws, WRONG_VALUE, critique.stray(f"this relation is of the kind {kind}"), cell)
    elif not is_id(name):
        note(flaws, BAD_ID, critique.bad_name(name, "raises"), cell)
    else:
        return {"raises": name, "raises_span": cell.span}
    return {}
