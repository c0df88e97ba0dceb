"""The rules of a map, written down from its words alone: what an evaluation is held against.

This is the table of `argmap.evaluation.translation` once more, by ids instead of numbers, and for one basis. It shares
nothing with the program on purpose: a slip in the one shows against the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis, Grade
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Force, Relation, RelationKind
from argmap.model.statements import Kind, Statement

_CITED = {Grade.INDEPENDENT, Grade.UNVERIFIED, Grade.OWN_WORD}
_COUNTED = {
    Basis.INDEPENDENT: {Grade.INDEPENDENT},
    Basis.CITED: _CITED,
    Basis.DECLARED: _CITED | {Grade.ASSUMED},
    Basis.GRANTED: _CITED | {Grade.ASSUMED, Grade.DISPUTED},
}

Atom = tuple[str, str]
"""*Holds*, *beaten*, *cut* or *outweighed*, and the id of what is."""


@frozen
class Rule:
    """A rule of the definition, and the kind and id of what it says in the map.

    The grade is that of the ground in it; *independent* where it needs none, None for what is only granted.
    """

    head: Atom
    holds: tuple[Atom, ...]
    denied: tuple[Atom, ...]
    kind: str
    id: str
    grade: Grade | None = Grade.INDEPENDENT

    @property
    def premises(self) -> set[str]:
        """Return the ids of the statements that must hold."""
        return {name for _, name in self.holds}


def definition(m: ArgumentMap, basis: Basis, grades: Grades | None) -> Iterator[Rule]:
    """Yield the rules of a map on a basis; of statements that share an id, the last counts."""
    known = {s.id: s for s in m.statements}
    told = {name: s for name, s in known.items() if s.kind is not Kind.QUESTION}
    concluded = set()
    for relation in m.relations:
        ends = (*relation.premises, *([] if relation.kind is RelationKind.UNDERCUT else [relation.target]))
        if not relation.premises or not known.keys() >= set(ends):
            continue
        if relation.kind is RelationKind.CONTRADICTION:
            yield from _exclusions(relation, told)
        elif told.keys() >= set(ends):
            yield _relation_rule(relation, told)
            yield from _weighing_rules(relation, told)
            if relation.kind is RelationKind.SUPPORT:
                concluded.add(relation.target)
    for statement in told.values():
        yield from _ground_rules(statement, basis, grades or {}, statement.id in concluded)


def _relation_rule(relation: Relation, told: Mapping[str, Statement]) -> Rule:
    head = {"support": "holds", "attack": "beaten", "undercut": "cut"}[relation.kind]
    denied = [("cut", relation.id)]
    if relation.kind is RelationKind.SUPPORT:
        denied.append(("beaten", relation.target))
    if _is_weighed(relation, told):
        denied.append(("outweighed", relation.id))
    holds = tuple(("holds", name) for name in relation.premises)
    return Rule((head, relation.target), holds, tuple(denied), relation.kind, relation.id)


def _is_weighed(relation: Relation, told: Mapping[str, Statement]) -> bool:
    """Tell whether a relation is an attack with a weight: said so, outweighed, or against a recommendation."""
    if relation.kind is not RelationKind.ATTACK or relation.force is Force.DEFEATS:
        return False
    is_cost = told[relation.target].kind is Kind.RECOMMENDATION
    return relation.force is Force.WEIGHS or bool(relation.outweighed_by) or is_cost


def _weighing_rules(relation: Relation, told: Mapping[str, Statement]) -> Iterator[Rule]:
    """Yield what outweighs an attack: its target may, and each reason that is named and does not rest on its ends."""
    if not _is_weighed(relation, told):
        return
    outweighed = ("outweighed", relation.id)
    yield Rule(outweighed, (("holds", relation.target),), (), "choice", relation.id)
    for reason in relation.outweighed_by:
        if reason and told.keys() >= set(reason) and not {*relation.premises, relation.target}.intersection(reason):
            yield Rule(outweighed, tuple(("holds", name) for name in reason), (), "outweighing", relation.id)


def _exclusions(relation: Relation, told: Mapping[str, Statement]) -> Iterator[Rule]:
    members = [*dict.fromkeys(relation.premises), relation.target]
    for index, name in enumerate(members):
        for other in members[:index] + members[index + 1 :]:
            if name in told and other in told:
                yield Rule(("beaten", name), (("holds", other),), (), relation.kind, relation.id)


def _ground_rules(statement: Statement, basis: Basis, grades: Grades, is_concluded: bool) -> Iterator[Rule]:
    holds, unbeaten = ("holds", statement.id), ("beaten", statement.id)
    for citation in statement.citations:
        grade = _graded(citation, grades)
        if grade not in _COUNTED[basis]:
            continue
        if citation.stance is Stance.SUPPORTS:
            yield Rule(holds, (), (unbeaten, ("cut", citation.id)), "citation", citation.id, grade)
        if citation.stance is Stance.CONTRADICTS and grade is not Grade.DISPUTED:
            yield from _counter_citation_rules(statement, citation)
    offered = any(c.stance is Stance.SUPPORTS and _graded(c, grades) for c in statement.citations)
    if statement.kind is Kind.ASSUMPTION:
        if Grade.ASSUMED in _COUNTED[basis]:
            yield Rule(holds, (), (unbeaten,), "assumption", statement.id, Grade.ASSUMED)
    elif basis is Basis.GRANTED and not is_concluded and not offered:
        yield Rule(holds, (), (unbeaten,), "leaf", statement.id, None)


def _counter_citation_rules(statement: Statement, citation: Citation) -> Iterator[Rule]:
    beaten, cut, outweighed = ("beaten", statement.id), ("cut", citation.id), ("outweighed", citation.id)
    is_cost = statement.kind is Kind.RECOMMENDATION
    yield Rule(beaten, (), (cut, outweighed) if is_cost else (cut,), "counter-citation", citation.id)
    if is_cost:
        yield Rule(outweighed, (("holds", statement.id),), (), "choice", citation.id)


def discounted(m: ArgumentMap, basis: Basis, grades: Grades | None) -> Mapping[str, Grades]:
    """Return, by statement, the citations for it that are no ground on a basis, each with its grade."""
    return {
        name: {
            citation.id: grade
            for citation in statement.citations
            if citation.stance is Stance.SUPPORTS and (grade := _graded(citation, grades or {})) not in _COUNTED[basis]
        }
        for name, statement in {s.id: s for s in m.statements}.items()
    }


def _graded(citation: Citation, grades: Grades) -> Grade | None:
    return grades.get(citation.id, Grade.UNVERIFIED)
