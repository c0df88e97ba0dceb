"""From tables to records: where the heads of the columns stand, which column is which, and what is left out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import pairwise

from attrs import define, field, frozen

from argmap.flaws import Flaws
from argmap.formats._rows.cells import Cell, Table, note, shown
from argmap.formats._rows.fields import KEPT, PLAIN, SECTIONS, TABLE, folded, names, sheets
from argmap.rules.guess_in_reading import RULE as GUESS_IN_READING
from argmap.rules.lost_in_reading import RULE as LOST_IN_READING
from argmap.rules.syntax import RULE as SYNTAX

_LOOKED_AT = 20
_FITTING: dict[str, tuple[tuple[str, ...], ...]] = {
    "statements": (("text", "title"),),
    "relations": (("from",), ("to",)),
    "passages": (("statement",), ("source", "quote", "url")),
    "citations": (("statement",), ("source", "quote", "url")),
    "sources": (("id", "title", "url"),),
    "groups": (("id", "title"),),
    "map": (("title", "description", "about"),),
    "expectations": (("statement",), ("standing",)),
    "orders": (("id",), ("ranking",)),
}
"""What a table of each section must have: of each set of fields one."""


@frozen
class Record:
    """A row.

    Attributes:
        cells: What is filled in, by field.
        place: Its first cell that is filled in.
        extra: What is filled in and has no field, by the head of its column.
    """

    cells: dict[str, Cell]
    place: Cell
    extra: dict[str, str]

    def text(self, name: str) -> str:
        """Return what a field says, without white space around it; empty where it says nothing."""
        cell = self.cells.get(name)
        return cell.text.strip() if cell else ""


@define
class Records:
    """The rows of all tables of a file, by section, and the names of those that have no rows.

    Attributes:
        flaws: Where flaws are noted.
        columns: The head of the column for a field, where a person names it.
        met: Those of them that a table has.
    """

    flaws: Flaws
    columns: Mapping[str, str] = field(factory=dict)
    found: dict[str, list[Record]] = field(factory=lambda: {section: [] for section in SECTIONS})
    met: set[str] = field(factory=set)

    def add(self, table: Table) -> bool:
        """Take the rows of a table; return whether it was understood."""
        blocks = [each for block in _blocks(table) for each in _sides(block)]
        taken = [self._take(block) for block in blocks]
        for block, is_taken in zip(blocks, taken, strict=True):
            if any(taken) and not is_taken:
                self._tell_outside(block.rows)
        return any(taken)

    def _take(self, table: Table) -> bool:
        head = self._head(table)
        if head is None:
            return False
        at, section, fields = head
        rows = table.rows[at + 1 :]
        self._tell_outside(table.rows[:at])
        if section == TABLE:
            return self._take_mixed(table.rows[at], rows, fields[TABLE])
        self._take_rows(section, table.rows[at], rows, fields)
        return True

    def _take_mixed(self, head: list[Cell], rows: tuple[list[Cell], ...], column: int) -> bool:
        """Take rows of several tables, each of which names its own."""
        divided: dict[str, list[list[Cell]]] = {}
        for row in rows:
            cell = row[column] if column < len(row) else Cell("")
            section = sheets().get(folded(cell.text))
            if section:
                divided.setdefault(section, []).append(row)
            elif any(each.text for each in row):
                place = next(each for each in row if each.text)
                message = (
                    f"{shown(cell.text)} is no table of a map, so that the row is not read: {', '.join(SECTIONS)} are"
                )
                note(self.flaws, SYNTAX, message, cell if cell.text else place)
        for section, own in divided.items():
            fields = self._fields(head, section)
            self._take_rows(section, head, tuple(own), fields, {column})
        return bool(divided)

    def _take_rows(
        self,
        section: str,
        head: list[Cell],
        rows: tuple[list[Cell], ...],
        fields: dict[str, int],
        known: Iterable[int] = (),
    ) -> None:
        taken = {*fields.values(), *known}
        called = _called(head, max(map(len, rows), default=0), taken)
        left: dict[int, list[Cell]] = {}
        used: set[str] = set()
        for row in rows:
            filled = [(column, cell) for column, cell in enumerate(row) if cell.text and not cell.text.isspace()]
            if not filled:
                continue
            others = [(column, cell) for column, cell in filled if column not in taken]
            for column, cell in others:
                left.setdefault(column, []).append(cell)
            cells = {name: row[column] for name, column in fields.items() if column < len(row) and row[column].text}
            used.update(cells)
            extra = {called[column]: cell.text for column, cell in others}
            self.found[section].append(Record(cells, filled[0][1], extra))
        self._tell_columns(section, head, {name: column for name, column in fields.items() if name in used})
        self._tell_left(head, called, left, "kept for writing them back" if section == "statements" else "left out")

    def _head(self, table: Table) -> tuple[int, str, dict[str, int]] | None:
        """Return which row has the heads of the columns, what the table is of, and the columns of its fields."""
        tried = 0
        called = sheets().get(folded(table.name))
        for at, row in enumerate(table.rows):
            if not any(cell.text for cell in row):
                continue
            mixed = next((column for column, cell in enumerate(row) if folded(cell.text) == TABLE), None)
            if mixed is not None and any(_is_section(below, mixed) for below in table.rows[at + 1 :]):
                return at, TABLE, {TABLE: mixed}
            section = self._section(row, called)
            if section:
                return at, section, self._fields(row, section)
            tried += 1
            if tried == _LOOKED_AT:
                break
        return None

    def _section(self, row: list[Cell], called: str | None) -> str | None:
        """Return what a table is of by the heads of its columns; None where the row is no row of heads."""
        heads = [cell.text for cell in row if cell.text.strip()]
        if called and _fits(called, self._fields(row, called)):
            return called
        found = {section: self._fields(row, section) for section in ("statements", "relations", "citations", "sources")}
        enough = 1 if self.columns else min(2, len(heads))
        if "text" in found["statements"] and len(found["statements"]) >= enough:
            return "statements"
        likely = {section: fields for section, fields in found.items() if _fits(section, fields)}
        return next((section for section in _LIKELIEST if len(likely.get(section, ())) > 1), None)

    def _fields(self, row: list[Cell], section: str) -> dict[str, int]:
        """Return the column of each field: as a person says, else that which is called so, else what may mean it."""
        known = names(section)
        heads = [(column, folded(cell.text)) for column, cell in enumerate(row) if cell.text.strip()]
        found: dict[str, int] = {}
        for name, head in self.columns.items():
            if name in SECTIONS[section]:
                for column, called in heads:
                    if called == folded(head):
                        found[name] = column
                        self.met.add(name)
        for exactly in (True, False):
            for column, head in heads:
                fields = known.get(head, [])
                wanted = [name for name in fields if name not in found and (not exactly or folded(name) == head)]
                if wanted and column not in found.values():
                    found[wanted[0]] = column
        if section == "statements" and "text" not in found and "title" in found:
            found["text"] = found.pop("title")
        return found

    def _tell_outside(self, rows: tuple[list[Cell], ...]) -> None:
        cells = [cell for row in rows for cell in row if cell.text.strip()]
        if cells:
            often = f", nor are {len(cells) - 1:,} more" if len(cells) > 1 else ""
            message = f"{shown(cells[0].text)} stands outside of the tables and is not read{often}"
            note(self.flaws, LOST_IN_READING, message, cells[0])

    def _tell_columns(self, section: str, head: list[Cell], fields: dict[str, int]) -> None:
        guessed = {
            name: head[column]
            for name, column in fields.items()
            if folded(head[column].text) not in (folded(name), *PLAIN.get(name, ()))
        }
        if guessed:
            told = ", ".join(f"{name} from {shown(cell.text)}" for name, cell in guessed.items())
            place = min(guessed.values(), key=lambda cell: cell.span.start if cell.span else 0)
            message = f"columns of {section} are guessed: {told}; --column {next(iter(guessed))}=… names another"
            note(self.flaws, GUESS_IN_READING, message, place)

    def _tell_left(self, head: list[Cell], names: Mapping[int, str], left: dict[int, list[Cell]], fate: str) -> None:
        for column, cells in sorted(left.items()):
            values = f"{len(cells):,} value{'s' * (len(cells) > 1)}"
            called = shown(names[column]) if column < len(head) and head[column].text else "without a head"
            message = f"the column {called} has no place in a map: {values} {fate}"
            note(self.flaws, LOST_IN_READING, message, head[column] if column < len(head) else cells[0])


_LIKELIEST = ("relations", "citations", "sources", "statements")


def _is_section(row: list[Cell], column: int) -> bool:
    return column < len(row) and folded(row[column].text) in sheets()


def _called(head: list[Cell], width: int, taken: Container[int]) -> dict[int, str]:
    """Return what each column without a field is called: by its head, numbered where others are called so too."""
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    for column in range(max(len(head), width)):
        if column in taken:
            continue
        named = head[column].text.strip().removesuffix(KEPT) if column < len(head) else ""
        name = named = named or f"column {column + 1}"
        while name in found:
            counts[named] = counts.get(named, 1) + 1
            name = f"{named} {counts[named]}"
        found[name] = column
    return {column: name for name, column in found.items()}


def _fits(section: str, fields: Mapping[str, int]) -> bool:
    return all(any(name in fields for name in one_of) for one_of in _FITTING[section])


def _blocks(table: Table) -> Iterator[Table]:
    """Divide a table where an empty row parts it from another, which begins with heads of its own."""
    start, empty = 0, False
    for at, row in enumerate(table.rows):
        is_empty = not any(cell.text.strip() for cell in row)
        if empty and not is_empty and _is_head(row):
            yield Table(table.name if start == 0 else "", table.rows[start:at])
            start = at
        empty = is_empty
    yield Table(table.name if start == 0 else "", table.rows[start:])


def _is_head(row: list[Cell]) -> bool:
    """Tell whether all cells of a row are names of columns, and of a section together."""
    heads = [folded(cell.text) for cell in row if cell.text.strip()]
    return len(heads) > 1 and any(
        all(head in names(section) for head in heads) and len(set(heads)) == len(heads) for section in SECTIONS
    )


def _sides(table: Table) -> list[Table]:
    """Divide a table where an empty column parts it from another, whose heads stand in the same row."""
    head = next((row for row in table.rows if any(cell.text.strip() for cell in row)), [])
    widest = max(map(len, table.rows), default=0)
    if "" not in [cell.text.strip() for cell in head[1:-1]]:
        return [table]
    filled = {column for row in table.rows for column, cell in enumerate(row) if cell.text.strip()}
    bounds = [column for column in range(widest) if column not in filled]
    edges = [-1, *bounds, widest]
    parts = [(start + 1, end) for start, end in pairwise(edges) if end > start + 1]
    if len(parts) < 2 or not all(_is_head(head[start:end]) for start, end in parts):
        return [table]
    return [Table("", tuple(row[start:end] for row in table.rows)) for start, end in parts]
