"""Relations: the typed edges between statements."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

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
    def names(self) -> tuple[str, ...]:
        """Return the ids that it names: its premises, its target, and the statements that outweigh it."""
        return (*self.premises, self.target, *self.weightier)

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
