"""A picture of two readings in one, with what they differ in marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from argmap.analysis import Analysis
from argmap.comparison.alignment.groups import Alignment
from argmap.comparison.compare import Comparison
from argmap.comparison.differences.counterparts import How
from argmap.comparison.differences.names import Names
from argmap.comparison.rows import Row, Subject, Verdict
from argmap.model.bearing import borne_on
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.statements import Statement
from argmap.renderers import Drawing, DrawingOptions, Findings, Mark, Marks, View
from argmap.workflows.pictures import renderer

_IN_B = " (B)"


def draw_both(found: Comparison, kind: str, a: str, b: str, options: DrawingOptions | None = None) -> Drawing:
    """Draw two readings in one picture: what both have once, and what only one has marked.

    Args:
        found: The comparison.
        kind: Name of a renderer: ``svg``, ``png``, ``pdf`` or ``dot``.
        a: What the first reading is called.
        b: What the second is called.
        options: What to draw, and how.

    Raises:
        RenderError: Graphviz is missing, or fails.
        MissingExtraError: The bundled engine is asked for, and is not installed.
        UnknownNameError: There is no such renderer.
    """
    m, marks = both(found, a, b)
    view = View(Analysis(m, found.left.project), (), options or DrawingOptions(), marks)
    return renderer(kind).render(evolve(view, options=evolve(view.options, findings=Findings.NONE)))


def both(found: Comparison, a: str, b: str) -> tuple[ArgumentMap, Marks]:
    """Return two readings in one map, and the marks of what they differ in.

    Args:
        found: The comparison.
        a: What the first reading is called.
        b: What the second is called.
    """
    relations, marked = _relations(found)
    sections = _sections(found.left.map, found.right.map, found.alignment, found.union.names)
    statements = tuple(
        evolve(
            node.value.statement,
            citations=tuple({c.value.citation.id: c.value.citation for c in node.value.citations}.values()),
            group=sections.get(node.value.statement.id),
        )
        for node in found.union.nodes
    )
    left = found.left.map
    title = f"Two readings of {left.about}" if left.about else "Two readings"
    m = ArgumentMap(title, about=left.about, groups=left.groups, statements=statements, relations=relations)
    marks = dict(_marks(found))
    return evolve(m, sources=left.sources), Marks(_told(found, a, b), marks, relations=marked, judged=False)


def _told(found: Comparison, a: str, b: str) -> str:
    """Say what is drawn."""
    counts = Counter(row.verdicts[0] for row in found.rows if row.subject is Subject.STATEMENT)
    said = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict])
    return f"A is {a}, B is {b}. Statements: {said}."


def _marks(found: Comparison) -> Iterator[tuple[str, dict[Mark, str]]]:
    """Go through the marks of the statements that are not the same."""
    names = found.union.names.statements
    cited = {pair.statement for pair in found.union.citations if not pair.is_same}
    for row in (row for row in found.rows if row.subject is Subject.STATEMENT):
        if len(row.left) == len(row.right) == 1:
            said = list(_said(row)) + ["other citations"] * (row.left[0] in cited)
            if said:
                yield row.left[0], {Mark.DIFFERS: "; ".join(said)}
            continue
        is_divided = bool(row.left and row.right)
        for mark, each, others in ((Mark.LEFT, row.left, row.right), (Mark.RIGHT, row.right, row.left)):
            word = ("in parts" if len(each) > len(others) else "as one") if is_divided else ""
            yield from ((name if mark is Mark.LEFT else names[name], {mark: word}) for name in each)


def _said(row: Row) -> Iterator[str]:
    if Verdict.OTHER_KIND in row.verdicts:
        yield f"{row.left_kinds[0]} in A, {row.right_kinds[0]} in B"
    if Verdict.OTHER_POLARITY in row.verdicts:
        yield str(Verdict.OTHER_POLARITY)


def _relations(found: Comparison) -> tuple[tuple[Relation, ...], dict[str, Mark]]:
    """Return the relations of both, and the marks of those that are not the same."""
    relations: list[Relation] = []
    marks: dict[str, Mark] = {}
    names = found.union.names
    for pair in found.union.counterparts:
        relations += pair.left
        if pair.how in (How.SAME, How.WEIGHT):
            marks |= {} if pair.how is How.SAME else {pair.left[0].id: Mark.DIFFERS}
            continue
        marks |= {relation.id: Mark.LEFT for relation in pair.left}
        for relation, own in zip(pair.right, pair.own, strict=True):
            name = names.parts[own.id]
            relations.append(evolve(relation, id=name + _IN_B * (name in marks)))
            marks[relations[-1].id] = Mark.RIGHT
    return tuple(relations), marks


def _sections(left: ArgumentMap, right: ArgumentMap, alignment: Alignment, names: Names) -> dict[str, str | None]:
    """Return the section of each statement: what only B has stands where what it bears on stands."""
    found = {statement.id: statement.group for statement in left.statements}
    for group in alignment.groups:
        if group.left:
            found |= {names.statements[name]: found[group.left[0]] for name in group.right}
    bears_on = borne_on(right)
    targets = {premise: bears_on[r.id] for r in right.relations if r.id in bears_on for premise in r.premises}
    for statement in right.statements:
        found.setdefault(names.statements[statement.id], _section(statement, targets, names, found))
    return found


def _section(statement: Statement, targets: dict[str, str], names: Names, known: dict[str, str | None]) -> str | None:
    """Return the section of the nearest statement that one bears on and that has a section."""
    at: str | None = statement.id
    met: set[str] = set()
    while at is not None and at not in met:
        met.add(at)
        if names.statements[at] in known:
            return known[names.statements[at]]
        at = targets.get(at)
    return None
