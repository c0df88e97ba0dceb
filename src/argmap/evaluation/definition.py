"""The rules of a map, written down from its words alone: what an evaluation is held against.

This is the table of `argmap.evaluation.program` once more, by ids instead of numbers, and for one basis. It shares
nothing with the program on purpose: a slip in the one shows against the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from argmap.evaluation.labels import Basis
from argmap.evidence.passages.resolution import Outcome, Resolutions
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement

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


def definition(m: ArgumentMap, basis: Basis, resolutions: Resolutions | None) -> Iterator[Rule]:
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
        yield from _ground_rules(statement, basis, resolutions, statement.id in concluded)


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


def _ground_rules(
    statement: Statement, basis: Basis, resolutions: Resolutions | None, is_concluded: bool
) -> Iterator[Rule]:
    holds, unbeaten = ("holds", statement.id), ("beaten", statement.id)
    cited = [c for c in statement.citations if _is_found(c, resolutions)]
    for citation in cited:
        if citation.stance is Stance.SUPPORTS:
            yield Rule(holds, (), (unbeaten, ("cut", citation.id)), "citation", citation.id)
        if citation.stance is Stance.CONTRADICTS:
            yield Rule(unbeaten, (), (("cut", citation.id),), "counter-citation", citation.id)
    if statement.kind is Kind.ASSUMPTION:
        if basis is not Basis.CITED:
            yield Rule(holds, (), (unbeaten,), "assumption", statement.id)
    elif basis is Basis.GRANTED and not is_concluded and all(c.stance is not Stance.SUPPORTS for c in cited):
        yield Rule(holds, (), (unbeaten,), "leaf", statement.id)


def _is_found(citation: Citation, resolutions: Resolutions | None) -> bool:
    """Tell whether a citation's passage is not missing from its source."""
    found = (resolutions or {}).get((citation.source, citation.selector))
    return found is None or found.outcome is not Outcome.MISSING
