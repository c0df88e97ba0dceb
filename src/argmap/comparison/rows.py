"""How two readings compare: a row for each statement, relation and citation, with its counterparts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import frozen

from argmap.analysis import Analysis
from argmap.comparison.alignment.groups import Alignment, Group
from argmap.comparison.differences.counterparts import Counterparts, How
from argmap.comparison.differences.union import Union
from argmap.comparison.differences.uniting import citation_told, relation_told
from argmap.model.citations import Citation
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Statement


class Subject(StrEnum):
    """What a row is about."""

    STATEMENT = "statement"
    RELATION = "relation"
    CITATION = "citation"


class Verdict(StrEnum):
    """How the two readings compare in a row; several may hold.

    *Finer in A*: what is one statement in B, or one relation, is several in A. *Other ground*: a citation counts for
    more or less, or for the other side.
    """

    SAME = "same"
    FINER_IN_A = "finer in A"
    FINER_IN_B = "finer in B"
    OTHER_KIND = "other kind"
    OTHER_POLARITY = "other polarity"
    OTHER_LINKAGE = "other linkage"
    OTHER_TARGET = "other target"
    OTHER_WEIGHT = "other weight"
    OTHER_GROUND = "other ground"
    ONLY_IN_A = "only in A"
    ONLY_IN_B = "only in B"


@frozen
class Row:
    """A statement, relation or citation of two readings A and B.

    Attributes:
        subject: What it is.
        verdicts: How the readings compare there.
        left: What A has: ids of statements, or relations and citations in words; none where only B has it.
        right: What B has.
        left_kinds: The kinds of the statements of A, or of the relations.
        right_kinds: Those of B.
        by: What the statements are known by to be the same: *passage*, *quote* or *text*; empty for all else.
        passage: Where the text says it, as a source and the phrases quoted from it; empty where nobody says.
        text: The statement as A words it, or B where only B has it.
    """

    subject: Subject
    verdicts: tuple[Verdict, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    left_kinds: tuple[str, ...] = ()
    right_kinds: tuple[str, ...] = ()
    by: str = ""
    passage: str = ""
    text: str = ""

    @property
    def is_same(self) -> bool:
        """Tell whether the readings agree there."""
        return self.verdicts == (Verdict.SAME,)


_HOW = {
    How.SAME: Verdict.SAME,
    How.WEIGHT: Verdict.OTHER_WEIGHT,
    How.POLARITY: Verdict.OTHER_POLARITY,
    How.LINKAGE: Verdict.OTHER_LINKAGE,
    How.TARGET: Verdict.OTHER_TARGET,
}


def rows_of(left: Analysis, right: Analysis, alignment: Alignment, union: Union) -> tuple[Row, ...]:
    """Return the rows of two readings: statements, relations, then citations of the statements they share."""
    relations = [*_relations(alignment, union.counterparts)]
    turned = {
        premise
        for pair in union.counterparts
        if pair.how is How.POLARITY
        for relation in pair.left
        for premise in relation.premises
    }
    statements = (_statement(left, right, group, turned) for group in alignment.groups)
    return (*statements, *relations, *_citations(left, right, union))


def _statement(left: Analysis, right: Analysis, group: Group, turned: set[str]) -> Row:
    ones, others = _statements(left, group.left), _statements(right, group.right)
    kinds = {s.kind for s in ones}, {s.kind for s in others}
    verdicts = [Verdict.OTHER_KIND] if group.is_pair and kinds[0] != kinds[1] else []
    if group.is_pair and group.left[0] in turned:
        verdicts.append(Verdict.OTHER_POLARITY)
    said = (*ones, *others)
    return Row(
        Subject.STATEMENT,
        tuple(verdicts or [_sides(group.left, group.right)]),
        group.left,
        group.right,
        tuple(str(s.kind) for s in ones),
        tuple(str(s.kind) for s in others),
        str(group.by) if group.by else "",
        next((_passage(s) for s in said if s.cited), ""),
        said[0].text,
    )


def _sides(left: tuple[str, ...], right: tuple[str, ...]) -> Verdict:
    if not left or not right:
        return Verdict.ONLY_IN_A if left else Verdict.ONLY_IN_B
    if len(left) == len(right) == 1:
        return Verdict.SAME
    return Verdict.FINER_IN_A if len(left) > len(right) else Verdict.FINER_IN_B


def _statements(analysis: Analysis, names: Iterable[str]) -> list[Statement]:
    return [analysis.graph.statements[analysis.graph.index_of[name]] for name in names]


def _passage(statement: Statement) -> str:
    first = statement.cited[0]
    return f'{first.source} "{first.selector.quote}"' if first.selector else first.source


_Sketch = tuple[str, frozenset[int], int]
"""A relation between groups of statements, whatever parts of them it joins."""


def _relations(alignment: Alignment, pairs: Iterable[Counterparts]) -> Iterator[Row]:
    """Go through the relations; those that join parts of the same statements are finer where there are more of them."""
    alone: list[Counterparts] = []
    for pair in pairs:
        if pair.how is How.ONLY:
            alone.append(pair)
        else:
            yield _relation(pair.left, pair.own, _HOW[pair.how])
    found: dict[_Sketch | int, tuple[list[Relation], list[Relation]]] = {}
    for number, pair in enumerate(alone):
        sides: tuple[tuple[tuple[Relation, ...], Mapping[str, int]], ...] = (
            (pair.left, alignment.left),
            (pair.own, alignment.right),
        )
        for side, (relations, groups) in enumerate(sides):
            for relation in relations:
                entry = found.setdefault(_sketch(relation, groups, alignment) or number, ([], []))
                entry[side].append(relation)
    for sketch, (ones, others) in found.items():
        verdict = _sides(tuple(r.id for r in ones), tuple(r.id for r in others))
        if verdict is Verdict.SAME and isinstance(sketch, tuple):
            verdict = _finer(alignment, sketch)
        elif isinstance(sketch, tuple) and not (ones and others) and sketch[1] == {sketch[2]}:
            verdict = Verdict.FINER_IN_A if ones else Verdict.FINER_IN_B
        yield _relation(ones, others, verdict)


def _sketch(relation: Relation, groups: Mapping[str, int], alignment: Alignment) -> _Sketch | None:
    """Return what a relation of one map joins of the other map's statements; None where it joins no parts of any."""
    ends = (*relation.premises, relation.target)
    if relation.kind is RelationKind.UNDERCUT or any(name not in groups for name in ends):
        return None
    joined = [alignment.groups[groups[name]] for name in ends]
    if all(group.is_pair for group in joined) or any(not group.left or not group.right for group in joined):
        return None
    return str(relation.kind), frozenset(groups[name] for name in relation.premises), groups[relation.target]


def _finer(alignment: Alignment, sketch: _Sketch) -> Verdict:
    """Tell in which reading one relation joins a part of what another joins the whole of in the other reading."""
    joined = [alignment.groups[number] for number in (*sketch[1], sketch[2])]
    return next(_sides(group.left, group.right) for group in joined if not group.is_pair)


def _relation(left: Iterable[Relation], right: Iterable[Relation], verdict: Verdict) -> Row:
    ones, others = tuple(left), tuple(right)
    return Row(
        Subject.RELATION,
        (verdict,),
        tuple(map(relation_told, ones)),
        tuple(map(relation_told, others)),
        tuple(str(r.kind) for r in ones),
        tuple(str(r.kind) for r in others),
    )


def _citations(left: Analysis, right: Analysis, union: Union) -> Iterator[Row]:
    for pair in union.citations:
        one, other = _cited(pair.statement, pair.left, left), _cited(pair.statement, pair.right, right)
        verdict = _sides(one, other)
        if verdict is Verdict.SAME and not pair.is_same:
            verdict = Verdict.OTHER_GROUND
        stances = [(str(citation.stance),) if citation else () for citation in (pair.left, pair.right)]
        yield Row(Subject.CITATION, (verdict,), one, other, stances[0], stances[1])


def _cited(statement: str, citation: Citation | None, analysis: Analysis) -> tuple[str, ...]:
    if citation is None:
        return ()
    return (f"{statement}: {citation_told(citation, analysis.grades.get(citation.id))}",)
