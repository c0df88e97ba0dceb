"""From records to relations: rows of relations, and columns of statements that name others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import define, evolve, field

from argmap.flaws import Flaws
from argmap.formats._rows import critique, lists, values, words
from argmap.formats._rows.cells import Cell, drop, note, shown
from argmap.formats._rows.naming import Naming
from argmap.formats._rows.records import Record
from argmap.model.relations import Force, Relation, RelationKind, relation_id
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, is_id
from argmap.native.reasons.measures import WEIGHT
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.guess_in_reading import RULE as GUESS_IN_READING
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.wording import Nearest

_REASONS = {"because": RelationKind.SUPPORT, "but": RelationKind.ATTACK, "contradicts": RelationKind.CONTRADICTION}
_TARGETS = {"supports": RelationKind.SUPPORT, "attacks": RelationKind.ATTACK}
_BY_KIND = {Kind.OBJECTION: RelationKind.ATTACK}


@define
class Steps:
    """Reads relations.

    Attributes:
        flaws: Where flaws are noted.
        naming: The names of the statements.
        relations: The rows of relations.
        citations: The ids that rows give to citations.
        made: Statements that cells write out rather than name.
        ids: The ids of relations and citations.
    """

    flaws: Flaws
    naming: Naming
    relations: list[Record]
    citations: set[str]
    made: list[Statement] = field(factory=list)
    ids: Names = field(init=False)
    _alone: bool = field(init=False)
    _guessed: Counter[str] = field(init=False, factory=Counter)
    _first: dict[str, Cell] = field(init=False, factory=dict)
    _nearest: Nearest | None = field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        given = {name for record in self.relations if (name := record.text("id"))}
        self.ids = Names(set(), reserved=given | self.citations)
        self._alone = not self.naming.names

    def read(self, rows: Iterable[tuple[str, Record]], records: Iterable[Record]) -> list[tuple[Relation, Cell]]:
        """Return the relations of all rows, each with the cell that says where it goes."""
        found = [each for name, record in rows for each in self._of_statement(name, record)]
        linked: dict[tuple[str, str, str], int] = {}
        for record in records:
            made = self._of_row(record)
            if made is None:
                continue
            relation, _ = made
            key = record.text("linked"), str(relation.kind), relation.target
            if key[0] and key in linked:
                before, cell = found[linked[key]]
                found[linked[key]] = evolve(before, premises=(*before.premises, *relation.premises)), cell
                continue
            if key[0]:
                linked[key] = len(found)
            found.append(made)
        self._tell_guesses()
        return [(self._named(relation), cell) for relation, cell in found]

    def cutting(self, found: list[tuple[Relation, Cell]], statements: Iterable[Statement]) -> tuple[Relation, ...]:
        """Return the relations, after noting undercuts that go to no step or citation."""
        known = {relation.id for relation, _ in found} | {c.id for s in statements for c in s.citations}
        for relation, cell in found:
            if relation.kind is RelationKind.UNDERCUT and relation.target not in known:
                message = (
                    f"no relation or citation is called {shown(relation.target)}: an undercut goes to one, by its id"
                )
                note(self.flaws, UNKNOWN_REFERENCE, message, cell, relation.id)
        return tuple(relation for relation, _ in found)

    def _named(self, relation: Relation) -> Relation:
        """Give a relation its usual id where its row gives none."""
        return relation if relation.id else evolve(relation, id=self.ids.make(_usual(relation)))

    def _of_statement(self, name: str, record: Record) -> list[tuple[Relation, Cell]]:
        """Read the columns of a statement that name its reasons, or what it is a reason for."""
        found: list[tuple[Relation, Cell]] = []
        for column, kind in _REASONS.items():
            if cell := record.cells.get(column):
                for reason in self.naming.several(cell.text):
                    premises = tuple(self._statement(each, cell, column) for each in reason)
                    found.append((Relation("", kind, premises, name, span=cell.span), cell))
        for column, kind in _TARGETS.items():
            if cell := record.cells.get(column):
                for target, *_ in self.naming.several(cell.text):
                    goes_to = self._statement(target, cell, column)
                    found.append((Relation("", kind, (name,), goes_to, span=cell.span), cell))
        if record.text("parent"):
            found += self._to_parent(name, record)
        elif record.text("relation"):
            what = "words for how a statement bears on its parent are not kept where it names none"
            drop(self.flaws, what, record.cells["relation"])
        return self._with_measures(found, record)

    def _to_parent(self, name: str, record: Record) -> list[tuple[Relation, Cell]]:
        """Read how a statement bears on its parent; nothing where a word says it that means no relation."""
        cell = record.cells["parent"]
        kind = self._kind(record, "relation", guess=False) or words.relation(record.text("kind"))
        if kind is None and record.text("relation"):
            return []
        if kind is None or (not record.text("relation") and words.kind(record.text("kind"))):
            kind = _BY_KIND.get(words.kind(record.text("kind")) or Kind.CLAIM, RelationKind.SUPPORT)
            self._guess(f"no column says how a statement bears on its parent: it is read as {_a(kind)}", cell)
        called = cell.text.strip()
        target = called if kind is RelationKind.UNDERCUT else self._statement(called, cell, "parent")
        return [(Relation("", kind, (name,), target, span=cell.span), cell)]

    def _with_measures(self, found: list[tuple[Relation, Cell]], record: Record) -> list[tuple[Relation, Cell]]:
        """Give what a row says of its relation to the one that it has."""
        said = [name for name in ("scheme", "weight") if record.text(name)]
        if said and len(found) == 1:
            relation, cell = found[0]
            weight = values.measure(record, WEIGHT, self.flaws) if relation.is_step else None
            return [(evolve(relation, scheme=record.text("scheme") or None, weight=weight), cell)]
        for name in said:
            message = f"{name!r} is not read: it is of a relation, and this row has {len(found) or 'none'}"
            note(self.flaws, WRONG_VALUE, message, record.cells[name])
        return found

    def _of_row(self, record: Record) -> tuple[Relation, Cell] | None:
        """Read a row of relations."""
        missing = next((name for name in ("from", "to") if not record.text(name)), None)
        if missing:
            note(self.flaws, WRONG_VALUE, f"this relation is not read: {missing!r} names no statement", record.place)
            return None
        kind = self._kind(record, "kind", guess=True) or RelationKind.SUPPORT
        if record.text("kind") and not words.relation(record.text("kind")):
            return None
        start, end = record.cells["from"], record.cells["to"]
        premises = tuple(self._statement(each, start, "from") for each in self._premises(start.text))
        target = end.text.strip() if kind is RelationKind.UNDERCUT else self._statement(end.text.strip(), end, "to")
        name = record.text("id")
        if name and not self.ids.claim(name):
            message = f"the id {name!r} stands twice: this relation gets another"
            note(self.flaws, DUPLICATE_ID, message, record.cells["id"], name)
            name = ""
        title, remark = record.cells.get("title"), record.cells.get("note")
        relation = Relation(
            name,
            kind,
            premises,
            target,
            record.cells["scheme"].text if record.text("scheme") else None,
            title.text if title else None,
            remark.text if remark else None,
            span=record.place.span,
        )
        said = critique.read(record, relation.kind, self._linked, self.flaws)
        return evolve(self._weighed(relation, record), **said), end

    def _linked(self, text: str, cell: Cell, column: str) -> tuple[str, ...]:
        return tuple(self._statement(each, cell, column) for each in self.naming.linked(text))

    def _premises(self, text: str) -> list[str]:
        return [name for linked in self.naming.several(text) for name in linked]

    def _weighed(self, relation: Relation, record: Record) -> Relation:
        """Return a relation with what its row says of its weight; what does not fit its kind is noted."""
        fits = {"values": relation.is_step, "weight": relation.is_step}
        is_attack = relation.kind is RelationKind.ATTACK
        for name in ("values", "weight", "force", "outweighed by"):
            if record.text(name) and not fits.get(name, is_attack):
                message = f"{name!r} is not read: it says nothing of {_a(relation.kind)}"
                note(self.flaws, WRONG_VALUE, message, record.cells[name], relation.id)
        if not relation.is_step:
            return relation
        reasons = lists.split(record.text("outweighed by")) if is_attack else []
        return evolve(
            relation,
            values=tuple(lists.split(record.text("values"))),
            weight=values.measure(record, WEIGHT, self.flaws),
            force=values.choice(record, "force", Force, self.flaws) if is_attack else None,
            outweighed_by=tuple(self._linked(each, record.cells["outweighed by"], "outweighed by") for each in reasons),
        )

    def _kind(self, record: Record, column: str, *, guess: bool) -> RelationKind | None:
        cell = record.cells.get(column)
        word = record.text(column)
        kind = words.relation(word) if word else None
        if cell and kind and not word.lower().startswith(kind):
            self._guess(f"the word {shown(word)} is read as {_a(kind)}", cell)
        elif cell and word and kind is None:
            message = f"{shown(word)} is no kind of relation, so that it is not read: {', '.join(RelationKind)} are"
            note(self.flaws, WRONG_VALUE, message, cell)
        elif not word and guess:
            self._guess("no word says what a relation does: it is read as a support", record.place)
        return kind

    def _statement(self, called: str, cell: Cell, column: str) -> str:
        """Return the statement that a cell names: known, written out there, or none, which is noted."""
        known = self.naming.named(called)
        if known:
            return known
        if is_id(called) and not self._alone:
            near = self._near(called)
            note(self.flaws, UNKNOWN_REFERENCE, f"no statement is called {called!r}: {near}", cell, called)
            return called
        made = self.naming.new(called if is_id(called) else "", called) or called
        self.naming.say(made, called)
        kind = {"because": Kind.PREMISE, "but": Kind.OBJECTION}.get(column, Kind.CLAIM)
        self.made.append(Statement(made, kind, called, span=cell.span))
        self._guess(f"what stands under {column!r} and names no statement is read as one", cell)
        return made

    def _near(self, called: str) -> str:
        if self._nearest is None:
            self._nearest = Nearest(self.naming.names)
        return self._nearest.hint(called, "give a row that id, or mend it here")

    def _guess(self, message: str, cell: Cell) -> None:
        self._guessed[message] += 1
        self._first.setdefault(message, cell)

    def _tell_guesses(self) -> None:
        for message, count in self._guessed.items():
            often = f" ({count:,} places, the first is here)" if count > 1 else ""
            note(self.flaws, GUESS_IN_READING, f"{message}{often}", self._first[message])


def _usual(relation: Relation) -> str:
    return relation_id(relation.kind, relation.premises, relation.target)


def _a(kind: RelationKind) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
