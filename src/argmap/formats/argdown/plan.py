"""What of a map Argdown can say, and in which form."""

from __future__ import annotations

from collections import Counter

from argmap.formats.argdown.names import is_id
from argmap.formats.argdown.steps import STRICT
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.statements import Kind, Statement


class Plan:
    """Sorts the parts of a map into those that can be written and those that cannot.

    Attributes:
        statements: Those that can be written.
        relations: Those that can be written, in order.
        lost: For what cannot, why, and the id it bears.
        strict: Whether the file is written in Argdown's strict mode.
        undercut: Ids of the steps that are undercut.
    """

    def __init__(self, m: ArgumentMap) -> None:
        self.m = m
        self.lost: list[tuple[str, str]] = []
        self.statements = self._statements()
        self.known = {statement.id: statement for statement in self.statements}
        self.by_id = {relation.id: relation for relation in m.relations}
        self.undercut = {r.target for r in m.relations if r.kind is RelationKind.UNDERCUT and r.target in self.by_id}
        self.strict = self._is_strict()
        self.steps_from = Counter(source for r in m.relations if r.is_step for source in set(r.sources))
        self.as_statements: set[str] = set()
        self.as_statements = self._as_statements()
        self.seen: set[tuple[RelationKind, frozenset[str], str]] = set()
        self.onto: set[tuple[RelationKind, str]] = set()
        self.drawn: set[str] = set()
        self.relations = [relation for relation in m.relations if self._can_be_written(relation)]

    def is_statement(self, name: str) -> bool:
        """Tell whether something is written in square brackets, not as an argument in pointed ones."""
        return name in self.as_statements or self.known[name].kind is not Kind.ARGUMENT

    def is_drawn(self, relation: Relation) -> bool:
        """Tell whether a relation is written as a mark below its target."""
        return relation.id in self.drawn

    def target_of_step(self, name: str) -> str:
        """Give the statement that a step leads to."""
        return self.by_id[name].target

    def _statements(self) -> list[Statement]:
        found: dict[str, Statement] = {}
        for statement in self.m.statements:
            if statement.id in found:
                self.lost.append((f"a second statement bears the id {statement.id!r}: it is not written", statement.id))
            elif not is_id(statement.id):
                self.lost.append((f"{statement.id!r} is no id: the statement is not written", statement.id))
            else:
                found[statement.id] = statement
        return list(found.values())

    def _is_strict(self) -> bool:
        """Tell whether the relations between statements are those of strict mode, and some of its own are there."""
        plain = {
            relation.scheme
            for relation in self.m.relations
            if len(relation.sources) == 1 and relation.kind is not RelationKind.UNDERCUT and relation.title is None
        }
        return "contrary" in plain and not any(
            relation.scheme is None and len(relation.sources) == 1 and relation.is_step and self._is_between(relation)
            for relation in self.m.relations
        )

    def _is_between(self, relation: Relation) -> bool:
        """Tell whether a relation connects two statements, neither of them an argument in outline."""
        ends = (*relation.sources, relation.target)
        return all(name in self.known and self.known[name].kind is not Kind.ARGUMENT for name in ends)

    def _as_statements(self) -> set[str]:
        """Give what must stand in square brackets: the rows of reconstructions, and what contradicts."""
        found: set[str] = set()
        size = -1
        while size < len(found):
            size = len(found)
            self.as_statements = found
            for relation in self.m.relations:
                if relation.kind is RelationKind.CONTRADICTION or self._must_be_reconstructed(relation):
                    found.update((*relation.sources, relation.target))
        return found

    def _must_be_reconstructed(self, relation: Relation) -> bool:
        if relation.kind is not RelationKind.SUPPORT:
            return False
        if relation.id in self.undercut and self._outline(relation):
            return False
        return not self._is_plain(relation) or relation.id in self.undercut

    def _outline(self, relation: Relation) -> bool:
        """Tell whether the step of an argument in outline is its only one, so that undercutting it is plain."""
        source = self.known.get(relation.sources[0])
        return (
            self._is_plain(relation)
            and source is not None
            and not self.is_statement(source.id)
            and self.steps_from[source.id] == 1
        )

    def _is_plain(self, relation: Relation) -> bool:
        """Tell whether a relation is one source, one target and nothing else."""
        scheme = relation.scheme
        if self.strict and self._is_between(relation):
            wanted = STRICT["entails"] if relation.kind is RelationKind.SUPPORT else STRICT["contrary"]
            fits = scheme == wanted or (relation.kind is RelationKind.CONTRADICTION and scheme is None)
        else:
            fits = scheme is None
        usual = relation_id(relation.kind, relation.sources, relation.target)
        return (
            len(relation.sources) == 1
            and fits
            and relation.title is None
            and relation.note is None
            and relation.id == usual
        )

    def _can_be_written(self, relation: Relation) -> bool:
        reason = self._obstacle(relation)
        if reason:
            self.lost.append((f"the relation {relation.id!r} is not written: {reason}", relation.id))
        return reason is None

    def _obstacle(self, relation: Relation) -> str | None:
        """Give the reason why a relation cannot be written; note whether it is drawn."""
        missing = next((name for name in relation.sources if name not in self.known), None)
        if missing is not None or not relation.sources:
            return f"there is no statement {missing!r}"
        if relation.kind is RelationKind.UNDERCUT:
            return self._obstacle_of_undercut(relation)
        if relation.target not in self.known:
            return f"there is no statement {relation.target!r}"
        return self._obstacle_of_drawing(relation)

    def _obstacle_of_drawing(self, relation: Relation) -> str | None:
        ends = frozenset((*relation.sources, relation.target))
        symmetric = relation.kind is RelationKind.CONTRADICTION
        key = (relation.kind, ends, "" if symmetric else relation.target)
        plain = self._is_plain(relation)
        repeated = key in self.seen or self._is_taken_for_repetition(relation)
        if relation.kind is RelationKind.SUPPORT and (not plain or repeated or self._must_be_reconstructed(relation)):
            return None if self._has_statements(relation) else "Argdown can link statements only, not arguments"
        if len(relation.sources) > 1:
            return "Argdown cannot link what speaks against a statement"
        if not plain or repeated:
            return "in Argdown an attack or contradiction is drawn once, and has no id, name, scheme or note of its own"
        self.seen.add(key)
        self.onto.update({(relation.kind, relation.target), (relation.kind, relation.sources[0] if symmetric else "")})
        self.drawn.add(relation.id)
        return None

    def _is_taken_for_repetition(self, relation: Relation) -> bool:
        """Tell whether Argdown drops a relation of a statement to itself, since one like it leads there already."""
        return relation.sources[0] == relation.target and (relation.kind, relation.target) in self.onto

    def _has_statements(self, relation: Relation) -> bool:
        return all(self.is_statement(name) for name in (*relation.sources, relation.target))

    def _obstacle_of_undercut(self, relation: Relation) -> str | None:
        step = self.by_id.get(relation.target)
        usual = relation_id(relation.kind, relation.sources, relation.target)
        if step is None or not step.is_step:
            return "in Argdown only inferences can be undercut, not citations or undercuts"
        if len(relation.sources) > 1 or relation.scheme or relation.title or relation.note or relation.id != usual:
            return "in Argdown an undercut is one statement, without id, name, scheme or note of its own"
        if step.kind is RelationKind.ATTACK and not self._outline(step):
            return "in Argdown only the attack of an argument in outline can be undercut"
        if self._obstacle_of_step(step):
            return f"the step {step.id!r} is not written"
        key = (relation.kind, frozenset(relation.sources), relation.target)
        if key in self.seen:
            return "it is written already"
        self.seen.add(key)
        return None

    def _obstacle_of_step(self, step: Relation) -> bool:
        return any(name not in self.known for name in (*step.sources, step.target))
