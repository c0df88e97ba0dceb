"""The rules of a map, written down from its words alone: what an evaluation is held against.

This is the table of `argmap.evaluation.program` once more, by ids instead of numbers, and for one basis. It shares
nothing with the program on purpose: a slip in the one shows against the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis, Grade
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement

_CITED = {Grade.INDEPENDENT, Grade.UNVERIFIED, Grade.OWN_WORD}
_COUNTED = {
    Basis.INDEPENDENT: {Grade.INDEPENDENT},
    Basis.CITED: _CITED,
    Basis.DECLARED: _CITED | {Grade.ASSUMED},
    Basis.GRANTED: _CITED | {Grade.ASSUMED, Grade.DISPUTED},
}

Atom = tuple[str, str]
"""*Holds*, *beaten* or *cut*, and the id of what is."""


@frozen
class Rule:
    """A rule of the definition, and the kind and id of what it says in the map."""

    head: Atom
    holds: tuple[Atom, ...]
    denied: tuple[Atom, ...]
    kind: str
    id: str

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
            yield _relation_rule(relation)
            if relation.kind is RelationKind.SUPPORT:
                concluded.add(relation.target)
    for statement in told.values():
        yield from _ground_rules(statement, basis, grades or {}, statement.id in concluded)


def _relation_rule(relation: Relation) -> Rule:
    uncut = ("cut", relation.id)
    head = {"support": "holds", "attack": "beaten", "undercut": "cut"}[relation.kind]
    denied = (uncut, ("beaten", relation.target)) if relation.kind is RelationKind.SUPPORT else (uncut,)
    holds = tuple(("holds", name) for name in relation.premises)
    return Rule((head, relation.target), holds, denied, relation.kind, relation.id)


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
            yield Rule(holds, (), (unbeaten, ("cut", citation.id)), "citation", citation.id)
        if citation.stance is Stance.CONTRADICTS and grade is not Grade.DISPUTED:
            yield Rule(unbeaten, (), (("cut", citation.id),), "counter-citation", citation.id)
    offered = any(c.stance is Stance.SUPPORTS and _graded(c, grades) for c in statement.citations)
    if statement.kind is Kind.ASSUMPTION:
        if Grade.ASSUMED in _COUNTED[basis]:
            yield Rule(holds, (), (unbeaten,), "assumption", statement.id)
    elif basis is Basis.GRANTED and not is_concluded and not offered:
        yield Rule(holds, (), (unbeaten,), "leaf", statement.id)


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
