"""How two readings compare: a row for each statement, relation and citation, with its counterparts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
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
    return (*statements, *relations, *_citations(left, right, alignment, union))


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


def _relations(alignment: Alignment, pairs: Iterable[Counterparts]) -> Iterator[Row]:
    """Go through the relations; what joins parts of the same statements is the same but for these being finer."""
    found: dict[Hashable, _Sides] = {}
    kept: dict[Hashable, Counterparts] = {}
    for number, pair in enumerate(pairs):
        sketches = [_sketch(r, alignment.left) for r in pair.left], [_sketch(r, alignment.right) for r in pair.own]
        is_divided = any(_divided(alignment, sketch) for each in sketches for sketch in each)
        if pair.how is How.ONLY or (is_divided and set(sketches[0]) == set(sketches[1])):
            for side, (relations, each) in enumerate(zip((pair.left, pair.own), sketches, strict=True)):
                for relation, sketch in zip(relations, each, strict=True):
                    found.setdefault(sketch if _divided(alignment, sketch) else number, ([], []))[side].append(relation)
        else:
            found[number] = (list(pair.left), list(pair.own))
            kept[number] = pair
    aimed = _aimed(alignment, {key: each for key, each in found.items() if key not in kept and isinstance(key, int)})
    for key, (ones, others) in found.items():
        if key in kept:
            yield _relation(ones, others, _HOW[kept[key].how])
        elif key in aimed:
            if ones:
                yield _relation(ones, found[aimed[key]][1], Verdict.OTHER_TARGET)
        else:
            yield _relation(ones, others, _finer(alignment, key, bool(ones), bool(others)))


def _aimed(alignment: Alignment, alone: Mapping[int, _Sides]) -> dict[Hashable, int]:
    """Pair relations that one reading alone has and that start from the same statements, divided or not."""
    free: dict[Hashable, list[int]] = {}
    for number, (ones, _) in reversed(list(alone.items())):
        for relation in ones:
            free.setdefault(_start(relation, alignment.left), []).append(number)
    found: dict[Hashable, int] = {}
    for number, (_, others) in alone.items():
        for relation in others:
            start = _start(relation, alignment.right)
            if start and free.get(start):
                other = free[start].pop()
                found |= {other: number, number: other}
    return found


def _start(relation: Relation, groups: Mapping[str, int]) -> tuple[bool, frozenset[int]] | None:
    """Return whether a relation speaks for something, and what it starts from; None where that is not all there."""
    if any(name not in groups for name in relation.premises) or relation.kind is RelationKind.CONTRADICTION:
        return None
    return relation.kind is RelationKind.SUPPORT, frozenset(groups[name] for name in relation.premises)


_Sides = tuple[list[Relation], list[Relation]]
"""Relations of A, and those of B."""

_Sketch = tuple[str, frozenset[int], int]
"""A relation as it joins groups of statements, whatever parts of them: its kind, premises and target."""


def _sketch(relation: Relation, groups: Mapping[str, int]) -> _Sketch | None:
    """Return what a relation joins; None where that is no statement."""
    if relation.kind is RelationKind.UNDERCUT or any(
        name not in groups for name in (*relation.premises, relation.target)
    ):
        return None
    return str(relation.kind), frozenset(groups[name] for name in relation.premises), groups[relation.target]


def _divided(alignment: Alignment, sketch: _Sketch | None) -> list[Group]:
    """Return the groups that a relation joins and that one map divides; none where only one map has some of them."""
    joined = [alignment.groups[number] for number in (*sketch[1], sketch[2])] if sketch else []
    has_all = all(group.left and group.right for group in joined)
    return [group for group in joined if has_all and not group.is_pair]


def _finer(alignment: Alignment, key: Hashable, in_left: bool, in_right: bool) -> Verdict:
    """Tell in which reading a relation joins parts; one that only one reading has is finer within one statement."""
    if isinstance(key, tuple) and ((in_left and in_right) or key[1] == {key[2]}):
        group = _divided(alignment, key)[0]
        return _sides(group.left, group.right)
    return Verdict.ONLY_IN_A if in_left else Verdict.ONLY_IN_B


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


def _citations(left: Analysis, right: Analysis, alignment: Alignment, union: Union) -> Iterator[Row]:
    names = dict(alignment.pairs)
    for pair in union.citations:
        one, other = _cited(pair.statement, pair.left, left), _cited(names[pair.statement], pair.right, right)
        verdict = _sides(one, other)
        if verdict is Verdict.SAME and not pair.is_same:
            verdict = Verdict.OTHER_GROUND
        stances = [(str(citation.stance),) if citation else () for citation in (pair.left, pair.right)]
        yield Row(Subject.CITATION, (verdict,), one, other, stances[0], stances[1])


def _cited(statement: str, citation: Citation | None, analysis: Analysis) -> tuple[str, ...]:
    if citation is None:
        return ()
    return (f"{statement}: {citation_told(citation, analysis.grades.get(citation.id))}",)
