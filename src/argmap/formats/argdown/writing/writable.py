"""What of a map Argdown can say, and in which form.

A plain relation is a mark below its target. Any other (linked reasons, and what has an id, a name, a scheme or a note
of its own, or is undercut) is a premise-conclusion structure.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from argmap.flaws import Flaw
from argmap.formats.argdown.meaning.conventions import STRICT_SCHEMES
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.statements import Kind, Statement
from argmap.native.ids import is_id


class Writable:
    """Sorts the parts of a map into those that can be written and those that cannot.

    Attributes:
        statements: Those that can be written.
        relations: Those that can be written, in order.
        lost: What cannot be written, and why.
        strict: Whether the file is written in Argdown's strict mode.
        undercut: Ids of the relations that are undercut.
        citations: Ids of the citations.
        drawn: Ids of the relations that are written as marks.
        owners: The statement that each relation leads to in the end, after whose definition it is written; None for
            one that leads to a citation.
    """

    def __init__(self, m: ArgumentMap) -> None:
        self.lost: list[Flaw] = []
        self.statements = self._statements(m)
        self.known = {statement.id: statement for statement in self.statements}
        self.citations = {citation.id for statement in self.statements for citation in statement.citations}
        self.owners: dict[str, str | None] = {}
        self.relations = self._writable(m)
        self.by_id = {relation.id: relation for relation in self.relations}
        self.undercut = {r.target for r in self.relations if r.kind is RelationKind.UNDERCUT}
        self.strict = self._is_strict()
        self.steps_from = Counter(premise for r in self.relations if r.is_step for premise in set(r.premises))
        self.as_statements: set[str] = set()
        self.drawn = self._drawn()

    def is_statement(self, name: str) -> bool:
        """Tell whether something is written in square brackets, and not in angle brackets as an argument."""
        return name in self.as_statements or self.known[name].kind is not Kind.ARGUMENT

    def is_drawn(self, relation: Relation) -> bool:
        """Tell whether a relation is written as a mark: below its target, an undercut below the step."""
        return relation.id in self.drawn

    def _lose(self, name: str, message: str) -> None:
        self.lost.append(Flaw(message, node=name))

    def _statements(self, m: ArgumentMap) -> list[Statement]:
        found: dict[str, Statement] = {}
        for statement in m.statements:
            if statement.id in found:
                self._lose(statement.id, f"a second statement has the id {statement.id!r}: it is not written")
            elif not is_id(statement.id):
                self._lose(statement.id, f"{statement.id!r} is not an id: the statement is not written")
            else:
                found[statement.id] = statement
        return list(found.values())

    def _writable(self, m: ArgumentMap) -> list[Relation]:
        """Return the relations that lead from statements to something, each id once."""
        first: dict[str, Relation] = {}
        strikes: dict[str, list[str]] = defaultdict(list)
        reached: list[str] = []
        for relation in m.relations:
            if relation.id not in first and relation.id not in self.known and relation.id not in self.citations:
                first[relation.id] = relation
                if relation.kind is RelationKind.UNDERCUT:
                    strikes[relation.target].append(relation.id)
                elif relation.target in self.known:
                    reached.append(relation.id)
        reached += [name for target in self.citations for name in strikes[target]]
        while reached:
            name = reached.pop()
            if first[name].premises and all(premise in self.known for premise in first[name].premises):
                target = first[name].target
                self.owners[name] = target if target in self.known else self.owners.get(target)
                reached += strikes[name]
        for relation in m.relations:
            if first.get(relation.id) is not relation:
                reason = "something else has its id"
            elif relation.id not in self.owners:
                reason = "it leads from or to what is not written"
            else:
                continue
            self._lose(relation.id, f"the relation {relation.id!r} is not written: {reason}")
        return [relation for name, relation in first.items() if name in self.owners]

    def _is_strict(self) -> bool:
        """Tell whether the relations between statements are those of strict mode, and some exist only there."""
        between = [
            relation
            for relation in self.relations
            if len(relation.premises) == 1
            and relation.kind is not RelationKind.UNDERCUT
            and all(self.known[name].kind is not Kind.ARGUMENT for name in (*relation.premises, relation.target))
        ]
        return any(relation.scheme == "contrary" and relation.title is None for relation in between) and not any(
            relation.scheme is None and relation.is_step for relation in between
        )

    def _drawn(self) -> set[str]:
        """Return the relations that can be marks; what the others connect must be in square brackets."""
        size = -1
        drawn: set[str] = set()
        while size < len(self.as_statements):
            size = len(self.as_statements)
            drawn = self._drawable()
            for relation in self.relations:
                if relation.id not in drawn:
                    self.as_statements.update(relation.premises)
                if relation.kind is RelationKind.CONTRADICTION:
                    self.as_statements.update(relation.premises)
                    self.as_statements.add(relation.target)
                elif relation.id not in drawn and relation.kind is RelationKind.SUPPORT:
                    self.as_statements.add(relation.target)
        return drawn

    def _drawable(self) -> set[str]:
        found: set[str] = set()
        seen: set[tuple[RelationKind, frozenset[str], str]] = set()
        onto: set[tuple[RelationKind, str]] = set()
        for relation in self.relations:
            source, target = relation.premises[0], relation.target
            if relation.kind is RelationKind.UNDERCUT:
                if self._is_plain(relation) and target in self.by_id and relation.id not in self.undercut:
                    found.add(relation.id)
                continue
            symmetric = relation.kind is RelationKind.CONTRADICTION
            key = (relation.kind, frozenset((source, target)), "" if symmetric else target)
            # Argdown drops a relation of a statement to itself where one like it already leads there.
            repeated = key in seen or (source == target and (relation.kind, target) in onto)
            onto.add((relation.kind, target))
            if repeated or not self._is_plain(relation):
                continue
            if relation.id in self.undercut and not self._is_outline(relation):
                continue
            seen.add(key)
            if symmetric:
                onto.add((relation.kind, source))
            found.add(relation.id)
        return found

    def _is_outline(self, relation: Relation) -> bool:
        """Tell whether a plain step is the only one of an argument in outline, so that undercutting it is plain."""
        source = relation.premises[0]
        return relation.is_step and not self.is_statement(source) and self.steps_from[source] == 1

    def _is_plain(self, relation: Relation) -> bool:
        """Tell whether a relation has one source, one target and nothing that takes an argument of its own to say."""
        usual = relation_id(relation.kind, relation.premises, relation.target)
        return (
            len(relation.premises) == 1
            and relation.title is None
            and (relation.note is None or relation.kind is RelationKind.ATTACK)
            and relation.id == usual
            and not relation.has_critique
            and self._has_usual_scheme(relation)
        )

    def _has_usual_scheme(self, relation: Relation) -> bool:
        kind, scheme = relation.kind, relation.scheme
        if not self.strict or kind is RelationKind.UNDERCUT:
            return scheme is None
        if not all(map(self.is_statement, (*relation.premises, relation.target))):
            return scheme is None
        if kind is RelationKind.CONTRADICTION:
            return scheme in (None, STRICT_SCHEMES["contrary"])
        return kind is RelationKind.SUPPORT and scheme == STRICT_SCHEMES["entails"]
