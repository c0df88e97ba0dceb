"""Relations: the typed edges between statements."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from argmap.model.critique import Answer, Filling, Waiver
from argmap.text import Span


class RelationKind(StrEnum):
    """What a relation does to its target."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTION = "contradiction"


class Force(StrEnum):
    """What an attack does to its target where it stands.

    One that *defeats* beats it. One that *weighs* is a cost: it is held against what speaks for the target.
    """

    DEFEATS = "defeats"
    WEIGHS = "weighs"


_ARROW = {
    RelationKind.SUPPORT: " -> ",
    RelationKind.ATTACK: " -| ",
    RelationKind.UNDERCUT: " -x ",
    RelationKind.CONTRADICTION: " >< ",
}


@frozen
class Relation:
    """A typed edge from one or more statements to a target.

    Several statements in one relation are *linked*: they only work together. Several relations to one target are
    *convergent*. A support or an attack is also called a *step*.

    Attributes:
        id: By which an undercut names it; `relation_id` gives the usual one.
        kind: What it does to the target.
        premises: Ids of the statements it starts from, in the author's order.
        target: Id of a statement; for an undercut, of a step, an undercut or a citation.
        scheme: Name of the argumentation scheme that a support or an attack follows; ``contrary`` for a contradiction
            whose sides may both be false.
        title: The argument's name, where it has one.
        note: A remark of the map's author, such as the argument's gist.
        force: What an attack does; None for the usual: what is said against a recommendation weighs, all else defeats.
        outweighed_by: What outweighs an attack in the author's judgement: reasons, each one statement or several linked
            ones, by their ids.
        values: What a support or an attack speaks for: values, which the orders of a map rank.
        weight: How much a support or an attack weighs, more than 0 and up to 1; None where nobody has said. The
            standard of its target says what comes of it.
        roles: Which of its premises fill which roles of its scheme.
        answers: Which statements answer critical questions of its scheme in its favour.
        waives: Which critical questions of its scheme are left open on purpose, and why.
        raises: Of an undercut: id of the critical question, of the scheme of the step that it strikes, which it answers
            against that step.
        scheme_span: Where it names its scheme.
        raises_span: Where it names that question.

    Example:
        >>> Relation.make("support", ["impact-speed", "speeds-drop"], "fewer-injuries").id
        'impact-speed + speeds-drop -> fewer-injuries'
    """

    id: str
    kind: RelationKind
    premises: tuple[str, ...]
    target: str
    scheme: str | None = None
    title: str | None = None
    note: str | None = None
    force: Force | None = None
    outweighed_by: tuple[tuple[str, ...], ...] = ()
    values: tuple[str, ...] = ()
    weight: float | None = None
    span: Span | None = field(default=None, eq=False, repr=False)
    roles: tuple[Filling, ...] = field(default=(), kw_only=True)
    answers: tuple[Answer, ...] = field(default=(), kw_only=True)
    waives: tuple[Waiver, ...] = field(default=(), kw_only=True)
    raises: str | None = field(default=None, kw_only=True)
    scheme_span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)
    raises_span: Span | None = field(default=None, eq=False, repr=False, kw_only=True)

    @classmethod
    def make(
        cls, kind: RelationKind | str, premises: list[str] | tuple[str, ...], target: str, scheme: str | None = None
    ) -> Relation:
        """Make a relation with the usual id."""
        kind = RelationKind(kind)
        return cls(relation_id(kind, tuple(premises), target), kind, tuple(premises), target, scheme)

    @property
    def weightier(self) -> tuple[str, ...]:
        """Return the ids of the statements that outweigh it, each once."""
        if not self.outweighed_by:
            return ()
        return tuple(dict.fromkeys(name for reason in self.outweighed_by for name in reason))

    @property
    def has_critique(self) -> bool:
        """Tell whether it says anything of roles or critical questions."""
        return bool(self.roles or self.answers or self.waives or self.raises is not None)

    @property
    def answering(self) -> tuple[str, ...]:
        """Return the ids of the statements that fill its roles or answer its critical questions, each once."""
        if not (self.roles or self.answers):
            return ()
        names = [name for role in self.roles for name in role.statements]
        return tuple(dict.fromkeys([*names, *(name for answer in self.answers for name in answer.statements)]))

    @property
    def names(self) -> tuple[str, ...]:
        """Return the ids that it names: premises, target, what outweighs it, fills its roles or answers questions."""
        return (*self.premises, self.target, *self.weightier, *self.answering)

    @property
    def is_step(self) -> bool:
        """Tell whether it is a support or an attack."""
        return self.kind in (RelationKind.SUPPORT, RelationKind.ATTACK)


def relation_id(kind: RelationKind, premises: tuple[str, ...], target: str) -> str:
    """Return the id that a relation has when its author names none.

    Example:
        >>> relation_id(RelationKind.ATTACK, ("trips-slower",), "adopt-30")
        'trips-slower -| adopt-30'
    """
    return " + ".join(premises) + _ARROW[kind] + target
