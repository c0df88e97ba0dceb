"""From records to a map: its statements first, then what names them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from attrs import define, evolve, field

from argmap.errors import ConvertError, UnknownNameError
from argmap.evaluation.labels import Standing
from argmap.flaws import Flaws
from argmap.formats._rows import evidence, lists, values, words
from argmap.formats._rows.cells import Cell, Table, note, shown
from argmap.formats._rows.fields import SECTIONS
from argmap.formats._rows.naming import Naming
from argmap.formats._rows.records import Record, Records
from argmap.formats._rows.steps import Steps
from argmap.model.document import ArgumentMap, Group
from argmap.model.expectations import Expectation
from argmap.model.orders import Order
from argmap.model.standards import Standard
from argmap.model.statements import Kind, Statement, Voice
from argmap.native.ids import Names, is_id, slug
from argmap.native.reasons.measures import CREDENCE
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.guess_in_reading import RULE as GUESS_IN_READING
from argmap.rules.lost_in_reading import RULE as LOST_IN_READING
from argmap.rules.syntax import RULE as SYNTAX
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span


def map_of(tables: Sequence[Table], flaws: Flaws, form: str, columns: Mapping[str, str]) -> ArgumentMap:
    """Make a map of tables; what is guessed, wrong or left out is noted.

    Args:
        tables: The tables of a file.
        flaws: Where flaws are noted.
        form: Name of the format, under which the annex keeps what no map says.
        columns: The head of the column for a field, where a person names it.

    Raises:
        ConvertError: No table has a column that a person names.
        UnknownNameError: There is no such field.
    """
    known = {name for fields in SECTIONS.values() for name in fields}
    for name in columns:
        if name not in known:
            raise UnknownNameError("column", name, known)
    records = Records(flaws, columns)
    _tell_unknown([table for table in tables if not records.add(table)], flaws, is_all=not any(records.found.values()))
    for name, head in columns.items():
        if name not in records.met:
            raise ConvertError(f"no table has a column called {head!r} that may be {name!r}")
    m = _Reading(flaws, form, records.found).map()
    if not m.statements and not flaws.found:
        note(
            flaws,
            SYNTAX,
            "no row of this file holds a statement: a table has heads such as 'id', 'text', 'kind'",
            _FIRST,
        )
    return m


_FIRST = Cell("", Span(0, 0))


def _tell_unknown(tables: Sequence[Table], flaws: Flaws, *, is_all: bool) -> None:
    """Tell of tables that are of nothing a map has; where there are no others, how to say what they are of."""
    for table in tables:
        row = next((row for row in table.rows if any(cell.text.strip() for cell in row)), [])
        heads = [cell for cell in row if cell.text.strip()]
        if heads and is_all:
            told = ", ".join(shown(cell.text) for cell in heads[:6])
            message = f"no column of this table is known to hold statements ({told}): call one 'text', or name it as in"
            note(flaws, SYNTAX, f"{message} --column text={heads[0].text.split()[0][:20]}", heads[0])
        elif heads:
            message = f"this table is not read: by its heads ({shown(heads[0].text)} …) it is of nothing that a map has"
            note(flaws, LOST_IN_READING, message, heads[0])


@define
class _Reading:
    flaws: Flaws
    form: str
    found: dict[str, list[Record]]
    naming: Naming = field(factory=Naming)
    groups: dict[str, Group] = field(factory=dict)
    statements: dict[str, Statement] = field(factory=dict)
    group_ids: Names = field(factory=Names)
    headings: dict[str, str] = field(factory=dict)
    kinds: dict[str, tuple[Kind, int, Cell]] = field(factory=dict)
    extra: dict[str, dict[str, str]] = field(factory=dict)

    def map(self) -> ArgumentMap:
        """Read all records."""
        for record in self.found["groups"]:
            self._group(record)
        self.group_ids = Names(set(self.groups))
        rows = self._statements()
        self._tell_kinds()
        steps = Steps(self.flaws, self.naming, self.found["relations"], evidence.citation_ids(self.found["citations"]))
        found = steps.read(rows, self.found["relations"])
        for statement in steps.made:
            self.statements[statement.id] = statement
        said = self._map()
        sources = evidence.sources(self.found["sources"], self.flaws)
        reader = evidence.Evidence(self.flaws, self.naming, sources, steps.ids, said["about"])
        for name, cited in reader.read(rows, self.found["passages"], self.found["citations"]).items():
            passages, citations = tuple(cited.passages), tuple(cited.citations)
            self.statements[name] = evolve(self.statements[name], passages=passages, citations=citations)
        statements = tuple(self.statements.values())
        return ArgumentMap(
            **said,  # type: ignore[arg-type]
            groups=tuple(self.groups.values()),
            statements=statements,
            relations=steps.cutting(found, statements),
            sources=tuple(reader.sources.values()),
            expectations=tuple(self._expectations()),
            orders=tuple(self._orders()),
            annex=self._annex(),
        )

    def _statements(self) -> list[tuple[str, Record]]:
        """Read the statements; return those that are read, each by its id."""
        records = self.found["statements"]
        self.naming.reserve({name for record in records if is_id(name := record.text("id"))})
        rows = []
        for record in records:
            cell = record.cells.get("text", Cell(""))
            name, text, title = record.text("id"), cell.text, record.text("title")
            if not text.strip():
                if not name:
                    note(self.flaws, EMPTY_TEXT, "this row has no text, and is not read", record.place)
                    continue
                note(self.flaws, EMPTY_TEXT, f"{shown(name)} has no text: write it", record.place, name)
            made = self.naming.new(name, title or text)
            if made is None:
                message = f"the id {name!r} stands twice: the second statement is not read"
                note(self.flaws, DUPLICATE_ID, message, record.cells["id"], name)
                continue
            self.naming.say(made, text, title)
            self.statements[made] = self._statement(made, record, text if text.strip() else "")
            rows.append((made, record))
            if record.extra:
                self.extra[made] = record.extra
        return rows

    def _statement(self, name: str, record: Record, text: str) -> Statement:
        title, remark = record.cells.get("title"), record.cells.get("note")
        return Statement(
            name,
            self._kind(record, name),
            text,
            title.text if title else None,
            self._group_of(record),
            note=remark.text if remark else None,
            tags=tuple(lists.split(record.text("tags"))),
            implicit=values.flag(record, "implicit", self.flaws, name),
            span=record.place.span,
            standard=values.choice(record, "standard", Standard, self.flaws, name),
            voice=values.choice(record, "voice", Voice, self.flaws, name),
            credence=values.measure(record, CREDENCE, self.flaws, name),
        )

    def _kind(self, record: Record, name: str) -> Kind:
        cell = record.cells.get("kind")
        if cell is None or not cell.text.strip():
            return Kind.CLAIM
        kind = words.kind(cell.text)
        if kind is None:
            if words.relation(cell.text) and record.text("parent"):
                return Kind.CLAIM
            message = f"{shown(cell.text)} is no kind of statement: {', '.join(Kind)} are; it is read as a claim"
            note(self.flaws, WRONG_VALUE, message, cell, name)
            return Kind.CLAIM
        word = cell.text.strip()
        if word.lower() != kind:
            _, count, first = self.kinds.get(word, (kind, 0, cell))
            self.kinds[word] = kind, count + 1, first
        return kind

    def _tell_kinds(self) -> None:
        if self.kinds:
            told = ", ".join(f"{shown(word)} as {kind} ({count:,})" for word, (kind, count, _) in self.kinds.items())
            _, _, place = next(iter(self.kinds.values()))
            note(self.flaws, GUESS_IN_READING, f"words for kinds are read as they are likely meant: {told}", place)

    def _group(self, record: Record) -> None:
        name, title = record.text("id"), record.cells.get("title")
        name = name or slug(title.text if title else "")
        if name in self.groups:
            message = f"the id {name!r} stands twice: the second group is not read"
            note(self.flaws, DUPLICATE_ID, message, record.place, name)
            return
        self.headings.setdefault(title.text if title else name, name)
        self.groups[name] = Group(name, title.text if title else name, record.text("group") or None, record.place.span)

    def _group_of(self, record: Record) -> str | None:
        """Return the group of a statement, by its id or its heading; a heading that is new makes a group."""
        called = record.text("group")
        if not called or called in self.groups:
            return called or None
        if called not in self.headings and not is_id(called):
            made = self.group_ids.make(slug(called), "-")
            self.groups[made] = Group(made, called, span=record.cells["group"].span)
            self.headings[called] = made
        return self.headings.get(called, called)

    def _map(self) -> dict[str, str | None]:
        """Read what is said of the map as a whole."""
        first, *others = self.found["map"] or [Record({}, Cell(""), {})]
        for record in others:
            note(self.flaws, LOST_IN_READING, "a second row about the map is not read", record.place)
        title, description = first.cells.get("title"), first.cells.get("description")
        return {
            "title": title.text if title else "",
            "description": description.text if description else None,
            "about": first.text("about") or None,
        }

    def _expectations(self) -> list[Expectation]:
        found: dict[str, Expectation] = {}
        for record in self.found["expectations"]:
            name, words = record.text("statement"), lists.split(record.text("standing"))
            wrong = [word for word in words if word not in list(Standing)]
            if wrong or not words or not name or name in found:
                what = f"{shown(wrong[0])} is no standing: {', '.join(Standing)} are" if wrong else "it says too little"
                what = f"{name!r} stands twice" if name in found else what
                note(self.flaws, WRONG_VALUE, f"this expectation is not read: {what}", record.place)
                continue
            called = self.naming.named(name) or name
            found[name] = Expectation(called, tuple(words), record.place.span)
        return list(found.values())

    def _orders(self) -> list[Order]:
        found: dict[str, Order] = {}
        for record in self.found["orders"]:
            name, values = record.text("id"), tuple(lists.split(record.text("ranking")))
            if not name or len(values) < 2:
                message = "this order is not read: it takes an id, and values from the highest to the lowest"
                note(self.flaws, WRONG_VALUE, message, record.place)
                continue
            before = found.get(name, Order(name, (), record.place.span))
            found[name] = evolve(before, chains=(*before.chains, values))
        return list(found.values())

    def _annex(self) -> dict[str, str]:
        """Return what only tables say: other ids of statements, and columns that no field takes."""
        columns: dict[str, dict[str, str]] = {}
        for name, extra in self.extra.items():
            for column, value in extra.items():
                columns.setdefault(column, {})[name] = value
        held: dict[str, object] = {"ids": self.naming.foreign, "columns": columns}
        kept = {key: value for key, value in held.items() if value}
        return {self.form: json.dumps(kept, ensure_ascii=False)} if kept else {}
