"""Every statement of a map, in a report: what it says, what it is put forward as, and how it stands."""

from __future__ import annotations

from argmap.analysis import Analysis
from argmap.evaluation.prospects.modifiers import MEANINGS
from argmap.model.statements import Statement
from argmap.plain_words import ground
from argmap.wording import counted
from argmap.workflows.reporting.naming import Names
from argmap.workflows.reporting.report import Block, Paragraph, Section, Table


def statements(analysis: Analysis, names: Names) -> Section:
    """Write the section that lists every statement, under the headings of the map where it has some."""
    evaluation, m = analysis.evaluation, analysis.map
    costs = _outweighed(analysis, names)
    rows = []
    for statement in m:
        verdict = evaluation.get(statement.id)
        lighter = [f"outweighs {cost}" for cost in costs.get(statement.id, ())]
        rows.append(
            (
                statement.text,
                _kind(statement),
                m.headings.get(statement.group or "", statement.group or ""),
                str(verdict.standing) if verdict else "asked",
                ground(verdict) if verdict and verdict.grade else "",
                ", ".join([*(word.replace("-", " ") for word in verdict.modifiers), *lighter]) if verdict else "",
                statement.id,
            )
        )
    columns = ("Statement", "Kind", "Section", "Standing", "Rests on", "Remarks", "Id")
    about = tuple(f"statement {statement.id}" for statement in m)
    made = {word for verdict in evaluation.values() for word in verdict.modifiers}
    blocks: list[Block] = [Table(f"All {counted(len(rows), 'statement')} of the map", columns, tuple(rows), about)]
    if made:
        told = [f"{word.replace('-', ' ')}: {meaning}" for word, meaning in MEANINGS.items() if word in made]
        blocks.append(Paragraph("; ".join(told) + "."))
    return Section("Every statement", tuple(blocks))


def _kind(statement: Statement) -> str:
    told = ("not in the text" if mark == "implicit" else mark for mark in statement.marks)
    return ", ".join([statement.kind.value, *told])


def _outweighed(analysis: Analysis, names: Names) -> dict[str, list[str]]:
    """Name the costs that each statement outweighs, by its id."""
    premises = {relation.id: relation.premises for relation in analysis.map.relations}
    found: dict[str, list[str]] = {}
    for attack, reason in analysis.evaluation.outweighed.items():
        for name in reason:
            found.setdefault(name, []).append(names.linked(premises.get(attack, ())) or names.one(attack))
    return found
