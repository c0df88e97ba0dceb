"""What is called what in two maps: one name for what they share, and names of its own for what only one has."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from argmap.comparison.alignment.groups import Alignment
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind


@frozen
class Names:
    """The names that the second of two maps has in the first, and new ones for what the first has not.

    Attributes:
        statements: The name of each statement of the second map.
        parts: The name of each of its relations and citations.
        taken: The names that are given already: of statements, and of relations and citations.
    """

    statements: dict[str, str]
    parts: dict[str, str]
    taken: tuple[set[str], set[str]]

    @classmethod
    def of(cls, left: ArgumentMap, right: ArgumentMap, alignment: Alignment) -> Names:
        """Name the statements of the second map."""
        parts = {r.id for r in left.relations} | {c.id for s in left.statements for c in s.citations}
        names = cls(dict(alignment.partner), {}, ({s.id for s in left.statements}, parts))
        for statement in right.statements:
            names.statement(statement.id)
        return names

    def statement(self, name: str) -> str:
        """Return the name of a statement, or of one that is not there."""
        if name not in self.statements:
            self.statements[name] = _fresh(name, self.taken[0])
        return self.statements[name]

    def part(self, name: str) -> str:
        """Return the name of a relation or citation, or of one that is not there."""
        if name not in self.parts:
            self.parts[name] = _fresh(name, self.taken[1])
        return self.parts[name]

    def keep(self, parts: Iterable[str]) -> None:
        """Name relations or citations that have no name yet."""
        for name in parts:
            self.part(name)

    def relation(self, relation: Relation) -> Relation:
        """Return a relation of the second map under its names; its own id stays."""
        is_undercut = relation.kind is RelationKind.UNDERCUT
        return evolve(
            relation,
            premises=tuple(map(self.statement, relation.premises)),
            target=(self.part if is_undercut else self.statement)(relation.target),
            outweighed_by=self._reasons(relation.outweighed_by),
            roles=tuple(
                evolve(role, statements=tuple(map(self.statement, role.statements))) for role in relation.roles
            ),
            answers=tuple(evolve(answer, reasons=self._reasons(answer.reasons)) for answer in relation.answers),
        )

    def _reasons(self, reasons: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(map(self.statement, reason)) for reason in reasons)


def _fresh(name: str, taken: set[str]) -> str:
    """Return a name that nothing has, and take it: the name itself, or with a number behind it.

    Example:
        >>> _fresh("a", {"a", "a (2)"}), _fresh("b", {"a"})
        ('a (3)', 'b')
    """
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name} ({number})"
    taken.add(found)
    return found
