"""The rules of a map, written down from its words alone: what an evaluation is held against.

This is the table of `argmap.evaluation.translation` once more, by ids instead of numbers, and for one basis. It shares
nothing with the program on purpose: a slip in the one shows against the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from attrs import frozen

from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis, Grade
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.orders import Order
from argmap.model.relations import Force, Relation, RelationKind
from argmap.model.standards import Standard
from argmap.model.statements import Kind, Statement

_CITED = {Grade.INDEPENDENT, Grade.UNVERIFIED, Grade.OWN_WORD}
_COUNTED = {
    Basis.INDEPENDENT: {Grade.INDEPENDENT},
    Basis.CITED: _CITED,
    Basis.DECLARED: _CITED | {Grade.ASSUMED},
    Basis.GRANTED: _CITED | {Grade.ASSUMED, Grade.DISPUTED},
}

_WEIGHING = {Standard.PREPONDERANCE, Standard.CLEAR_AND_CONVINCING, Standard.BEYOND_REASONABLE_DOUBT}

Atom = tuple[str, str]
"""*Holds*, *beaten*, *cut*, *outweighed* or *met*, and the id of what is."""

_Reason = tuple[str, float | None, tuple[str, ...], tuple[Atom, ...], tuple[Atom, ...]]
"""The id of a reason, its weight and values, and the atoms that must hold and must not for it to apply."""

_Con = tuple[Atom, str, float | None, tuple[str, ...]]
"""What says that something against a statement is outweighed; its id, weight and values."""


@frozen
class Rule:
    """A rule of the definition, and the kind and id of what it says in the map.

    The grade is that of the ground in it; *independent* where it needs none, None for what is only granted. Where one
    reason outweighs another, *by* is the id of the one that does.
    """

    head: Atom
    holds: tuple[Atom, ...]
    denied: tuple[Atom, ...]
    kind: str
    id: str
    grade: Grade | None = Grade.INDEPENDENT
    by: str = ""

    @property
    def premises(self) -> set[str]:
        """Return the ids of the statements that must hold."""
        return {name for _, name in self.holds}


def definition(m: ArgumentMap, basis: Basis, grades: Grades | None) -> Iterator[Rule]:
    """Yield the rules of a map on a basis; of statements that share an id, the last counts."""
    known = {s.id: s for s in m.statements}
    told = {name: s for name, s in known.items() if s.kind is not Kind.QUESTION}
    concluded = set()
    steps = _rivals(m, told)
    for relation in m.relations:
        ends = (*relation.premises, *([] if relation.kind is RelationKind.UNDERCUT else [relation.target]))
        if not relation.premises or not known.keys() >= set(ends):
            continue
        if relation.kind is RelationKind.CONTRADICTION:
            yield from _exclusions(relation, told)
        elif told.keys() >= set(ends):
            if not _is_idle(relation, told):
                yield _relation_rule(relation, told)
            rivals = steps.get(relation.target, ())
            yield from _weighing_rules(relation, told, m.audience, rivals)
            if relation.kind is RelationKind.SUPPORT:
                concluded.add(relation.target)
    for statement in told.values():
        grounds = list(_ground_rules(statement, basis, grades or {}, statement.id in concluded))
        yield from grounds
        if statement.id in steps:
            yield from _comparing_rules(statement, steps[statement.id], grounds, told, m.audience)


def _rivals(m: ArgumentMap, told: Mapping[str, Statement]) -> dict[str, list[Relation]]:
    """Return the steps for and against each statement at which they may be compared."""
    found: dict[str, list[Relation]] = {name: [] for name, s in told.items() if m.audience or s.standard in _WEIGHING}
    for relation in m.relations if found else ():
        is_told = bool(relation.premises) and told.keys() >= set(relation.premises)
        if relation.is_step and relation.target in found and is_told:
            found[relation.target].append(relation)
    return found


def _is_idle(relation: Relation, told: Mapping[str, Statement]) -> bool:
    """Tell whether a relation is an attack on what asks for a scintilla of evidence, and no more."""
    return relation.kind is RelationKind.ATTACK and told[relation.target].standard is Standard.SCINTILLA


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
    if relation.kind is not RelationKind.ATTACK or relation.force is Force.DEFEATS or _is_idle(relation, told):
        return False
    is_cost = _is_weighing(told[relation.target])
    return relation.force is Force.WEIGHS or bool(relation.outweighed_by) or is_cost


def _is_weighing(statement: Statement) -> bool:
    return statement.kind is Kind.RECOMMENDATION or statement.standard in _WEIGHING


def _is_compared(relation: Relation, told: Mapping[str, Statement], audience: Order | None) -> bool:
    return told[relation.target].standard in _WEIGHING or bool(audience and relation.values)


def _ranks(audience: Order | None, values: Iterable[str], others: Iterable[str]) -> bool:
    return audience is not None and audience.outranks(values, others)


def _weighing_rules(
    relation: Relation, told: Mapping[str, Statement], audience: Order | None, rivals: Iterable[Relation]
) -> Iterator[Rule]:
    """Yield what outweighs an attack: its target may, and each reason that is named and does not rest on its ends."""
    if not _is_weighed(relation, told):
        return
    outweighed = ("outweighed", relation.id)
    if not _is_compared(relation, told, audience):
        yield Rule(outweighed, (("holds", relation.target),), (), "choice", relation.id)
    pros = [rival for rival in rivals if rival.kind is RelationKind.SUPPORT]
    overruled = [set(pro.premises) for pro in pros if _ranks(audience, relation.values, pro.values)]
    for reason in relation.outweighed_by:
        if set(reason) in overruled:
            continue
        if reason and told.keys() >= set(reason) and not {*relation.premises, relation.target}.intersection(reason):
            yield Rule(outweighed, tuple(("holds", name) for name in reason), (), "outweighing", relation.id)


def _exclusions(relation: Relation, told: Mapping[str, Statement]) -> Iterator[Rule]:
    members = [*dict.fromkeys(relation.premises), relation.target]
    for index, name in enumerate(members):
        for other in members[:index] + members[index + 1 :]:
            if name in told and other in told and told[name].standard is not Standard.SCINTILLA:
                yield Rule(("beaten", name), (("holds", other),), (), relation.kind, relation.id)


def _ground_rules(statement: Statement, basis: Basis, grades: Grades, is_concluded: bool) -> Iterator[Rule]:
    holds, unbeaten = ("holds", statement.id), ("beaten", statement.id)
    for citation in statement.citations:
        grade = _graded(citation, grades)
        if grade not in _COUNTED[basis]:
            continue
        if citation.stance is Stance.SUPPORTS:
            yield Rule(holds, (), (unbeaten, ("cut", citation.id)), "citation", citation.id, grade)
        is_idle = statement.standard is Standard.SCINTILLA or grade is Grade.DISPUTED
        if citation.stance is Stance.CONTRADICTS and not is_idle:
            yield from _counter_citation_rules(statement, citation)
    offered = any(c.stance is Stance.SUPPORTS and _graded(c, grades) for c in statement.citations)
    if statement.kind is Kind.ASSUMPTION:
        if Grade.ASSUMED in _COUNTED[basis]:
            yield Rule(holds, (), (unbeaten,), "assumption", statement.id, Grade.ASSUMED)
    elif basis is Basis.GRANTED and not is_concluded and not offered:
        yield Rule(holds, (), (unbeaten,), "leaf", statement.id, None)


def _counter_citation_rules(statement: Statement, citation: Citation) -> Iterator[Rule]:
    beaten, cut, outweighed = ("beaten", statement.id), ("cut", citation.id), ("outweighed", citation.id)
    is_cost = _is_weighing(statement)
    yield Rule(beaten, (), (cut, outweighed) if is_cost else (cut,), "counter-citation", citation.id)
    if is_cost and statement.standard not in _WEIGHING:
        yield Rule(outweighed, (("holds", statement.id),), (), "choice", citation.id)


def _comparing_rules(
    statement: Statement,
    steps: Iterable[Relation],
    grounds: Iterable[Rule],
    told: Mapping[str, Statement],
    audience: Order | None,
) -> Iterator[Rule]:
    """Yield what a standard demands, and which reasons for the statement outweigh what against it, or may."""
    pros = list(_pros(statement, steps, grounds))
    cons = list(_cons(statement, steps, grounds, told, audience))
    if statement.standard in _WEIGHING and statement.standard is not Standard.PREPONDERANCE:
        met = ("met", statement.id)
        yield Rule(("beaten", statement.id), (), (met,), "standard", statement.id)
        cons.append((met, statement.id, 0, ()))
    for head, con, against, costs in cons:
        for pro, weight, values, holds, denied in pros:
            does = _does(statement.standard, weight, against)
            if _ranks(audience, values, costs) or _ranks(audience, costs, values):
                does = {_ranks(audience, values, costs)}
            if does == {True}:
                yield Rule(head, holds, denied, "comparison", con, by=pro)
            elif True in does:
                yield Rule(head, (*holds, ("holds", statement.id)), denied, "open", con, by=pro)


def _pros(statement: Statement, steps: Iterable[Relation], grounds: Iterable[Rule]) -> Iterator[_Reason]:
    weights = {citation.id: citation.weight for citation in statement.citations}
    for rule in grounds:
        if rule.head == ("holds", statement.id):
            weight = weights[rule.id] if rule.kind == "citation" else None
            yield rule.id, weight, (), (), rule.denied[1:]
    for step in steps:
        if step.kind is RelationKind.SUPPORT:
            holds = tuple(("holds", name) for name in step.premises)
            yield step.id, step.weight, step.values, holds, (("cut", step.id),)


def _cons(
    statement: Statement,
    steps: Iterable[Relation],
    grounds: Iterable[Rule],
    told: Mapping[str, Statement],
    audience: Order | None,
) -> Iterator[_Con]:
    weights = {citation.id: citation.weight for citation in statement.citations}
    for rule in grounds if statement.standard in _WEIGHING else ():
        if rule.kind == "counter-citation":
            yield ("outweighed", rule.id), rule.id, weights[rule.id], ()
    for step in steps:
        if _is_weighed(step, told) and _is_compared(step, told, audience):
            yield ("outweighed", step.id), step.id, step.weight, step.values


def _does(standard: Standard | None, weight: float | None, against: float | None) -> set[bool]:
    """Tell whether a reason is heavy enough, for all that it and the other may weigh; either where nothing asks."""
    if standard not in _WEIGHING:
        return {True, False}
    return {_is_enough(standard, pro, con) for pro in _ends(weight) for con in _ends(against)}


def _ends(weight: float | None) -> list[Fraction]:
    """Return the least and the most that a reason may weigh."""
    return [Fraction(1, 10**40), Fraction(1)] if weight is None else [Fraction(str(weight))]


def _is_enough(standard: Standard | None, pro: Fraction, con: Fraction) -> bool:
    clear = pro > con and pro > Fraction(1, 2) and pro - con > Fraction(3, 10)
    if standard is Standard.PREPONDERANCE:
        return pro > con
    return clear if standard is Standard.CLEAR_AND_CONVINCING else clear and con < Fraction(1, 5)


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


def cited_sources(m: ArgumentMap) -> Mapping[str, set[tuple[str, ...]]]:
    """Return what the citations of each id name: a source each."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for statement in m.statements:
        for citation in statement.citations:
            found.setdefault(citation.id, set()).add((citation.source,))
    return found


def _graded(citation: Citation, grades: Grades) -> Grade | None:
    return grades.get(citation.id, Grade.UNVERIFIED)
