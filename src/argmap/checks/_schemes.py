"""Steps that follow a scheme of the catalogue, and which of its critical questions are addressed in them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from argmap.analysis import Analysis
from argmap.evaluation.labels import Standing
from argmap.model.relations import Relation, RelationKind
from argmap.schemes.catalogue import named
from argmap.schemes.scheme import Question, Role, Scheme
from argmap.text import Span
from argmap.wording import linked, quoted

_MAY_ANSWER = (Standing.ACCEPTED, Standing.UNSUPPORTED)


@frozen
class Use:
    """A step, or an undercut, that follows a scheme of the catalogue."""

    relation: Relation
    scheme: Scheme

    @property
    def place(self) -> Span | None:
        """Return where it names its scheme."""
        return self.relation.scheme_span or self.relation.span

    @property
    def filled(self) -> frozenset[str]:
        """Return the roles that its premises fill: those that are named, and a required one that is plainly meant.

        That is so where one premise has no role and one required role has no premise.
        """
        return self._filled_and_lacking[0]

    @property
    def lacking(self) -> tuple[Role, ...]:
        """Return required roles that no premise fills, as there are more of these than of premises without a role."""
        return self._filled_and_lacking[1]

    @property
    def _filled_and_lacking(self) -> tuple[frozenset[str], tuple[Role, ...]]:
        filled = {each.role for each in self.relation.roles}
        placed = {name for each in self.relation.roles for name in each.statements}
        free = len({*self.relation.premises} - placed)
        empty = tuple(role for role in self.scheme.roles if role.required and role.id not in filled)
        if free < len(empty):
            return frozenset(filled), empty
        return frozenset(filled | {role.id for role in empty}), ()


def told(relation: Relation) -> str:
    """Name a step by its ends."""
    does = "against" if relation.kind is not RelationKind.SUPPORT else "to"
    return f"the step from {linked(list(dict.fromkeys(relation.premises)))} {does} {quoted(relation.target)}"


def uses(analysis: Analysis) -> Iterator[Use]:
    """Go through the steps and undercuts of a map that follow a scheme of the catalogue.

    What others call a scheme is looked up too; the catalogue is read only where some step names a scheme.
    """
    for relation in following(analysis):
        scheme = scheme_of(relation)
        if scheme is not None:
            yield Use(relation, scheme)


def following(analysis: Analysis) -> list[Relation]:
    """Return the steps and undercuts that name a scheme, in the order of what they bear on.

    Which of several alike is told as the first is then the same in every format.
    """
    found = [r for r in analysis.map.relations if r.scheme and r.kind is not RelationKind.CONTRADICTION]
    order = analysis.graph.index_of
    last = len(order)
    return sorted(found, key=lambda r: (order.get(r.target, last), "" if r.target in order else r.target, r.kind))


def scheme_of(relation: Relation) -> Scheme | None:
    """Return the scheme of the catalogue that a step or an undercut follows."""
    if not relation.scheme or relation.kind is RelationKind.CONTRADICTION:
        return None
    return named(relation.scheme)


def raised(analysis: Analysis) -> dict[str, list[Relation]]:
    """Return the undercuts that raise critical questions, by the id of the step that they strike."""
    found: dict[str, list[Relation]] = {}
    for relation in analysis.map.relations:
        if relation.raises is not None:
            found.setdefault(relation.target, []).append(relation)
    return found


def open_questions(use: Use, undercuts: list[Relation]) -> list[Question]:
    """Return the critical questions of a step that nothing addresses.

    A question is addressed where a premise fills the role that it bears on, where it is answered or waived, and where
    an undercut raises it. Where a required role is empty, that is said instead.
    """
    relation = use.relation
    addressed = {answer.question for answer in relation.answers} | {waiver.question for waiver in relation.waives}
    addressed |= {undercut.raises for undercut in undercuts if undercut.raises}
    told_of = use.filled | {role.id for role in use.lacking}
    return [each for each in use.scheme.questions if each.id not in addressed and each.role not in told_of]


def failed_answers(use: Use, analysis: Analysis) -> Iterator[tuple[str, tuple[str, ...], Span | None]]:
    """Go through the answers that fail: the question, the statements that are rejected or undecided, and the place.

    That a statement is not supported is said of the statement itself.
    """
    standings = analysis.evaluation.standings
    for answer in use.relation.answers:
        reasons = [[n for n in each if standings.get(n) not in _MAY_ANSWER] for each in answer.reasons]
        if answer.question in use.scheme.question_of and all(reasons):
            names = dict.fromkeys(name for each in reasons for name in each)
            if all(name in analysis.map for name in names):
                yield answer.question, tuple(names), answer.span or use.place
