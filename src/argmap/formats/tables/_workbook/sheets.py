"""The sheets of a workbook as tables, with what is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite

from attrs import define, field

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats._rows.cells import Cell, Table, note
from argmap.formats.tables._workbook.numbers import is_date, shown
from argmap.formats.tables._workbook.package import Attributes, Package, opened
from argmap.rules.lost_in_reading import RULE as LOST_IN_READING
from argmap.rules.wrong_value import RULE as WRONG_VALUE

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.IGNORECASE)
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})", re.IGNORECASE)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST = 4_000_000  # cells, empty ones between others included
_WIDEST = 16_384
_EMPTY = Cell("")
_FATES = {
    "hidden row": "read like the others",
    "hidden column": "read like the others",
    "formula": "read by value",
    "date": "read as YYYY-MM-DD",
    "cell comment": "left out",
    "merged cell": "read as cells of the same value",
}


def tables(data: bytes, flaws: Flaws) -> list[Table]:
    """Return the sheets of a workbook, those that are hidden too; raises `ConvertError` for what is none."""
    package = opened(data)
    book = _Book()
    package.parse(package.main, book.start, lambda _: None, lambda _: None)
    book.texts = _texts(package)
    _read_styles(package, book)
    found = []
    for name, state, key in book.sheets:
        kind, part = package.related.get(key, ("", ""))
        if kind == "worksheet" and package.has(part):
            sheet = _Sheet(name, book, flaws)
            package.parse(part, sheet.start, sheet.end, sheet.data)
            for comments in package.beside(part, "comments"):
                package.parse(comments, sheet.comment, lambda _: None, lambda _: None)
            found.append(sheet.table())
            if state != "visible" and found[-1].rows:
                sheet.tell("this sheet is hidden, and is read like the others", _EMPTY)
    return found


@define
class _Book:
    """What the sheets of a workbook share."""

    sheets: list[tuple[str, str, str]] = field(factory=list)
    texts: list[str] = field(factory=list)
    formats: list[tuple[int, str | None]] = field(factory=list)
    from_1904: bool = False
    cells: int = 0

    def start(self, name: str, attributes: Attributes) -> None:
        """Take an element of the main part."""
        if name == "sheet":
            sheet = attributes.get("name", ""), attributes.get("state", "visible"), attributes.get("id", "")
            self.sheets.append(sheet)
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "0") in ("1", "true")


def _texts(package: Package) -> list[str]:
    """Return the texts that cells share; of a text with readings over it, the text alone."""
    found: list[str] = []
    pieces: list[str] = []
    inside = [""]

    def start(name: str, _: Attributes) -> None:
        if name == "si":
            pieces.clear()
        if name != "t" or "rPh" not in inside:
            inside.append(name)
        else:
            inside.append("")

    def end(name: str) -> None:
        inside.pop()
        if name == "si":
            found.append(_unescaped("".join(pieces)))

    part = package.part("sharedStrings")
    if part:
        package.parse(part, start, end, lambda text: pieces.append(text) if inside[-1] == "t" else None)
    return found


def _read_styles(package: Package, book: _Book) -> None:
    codes: dict[int, str] = {}
    inside = [""]

    def start(name: str, attributes: Attributes) -> None:
        if name == "numFmt" and (number := _whole(attributes.get("numFmtId"))) is not None:
            codes[number] = attributes.get("formatCode", "")
        elif name == "xf" and inside[-1] == "cellXfs":
            number = _whole(attributes.get("numFmtId")) or 0
            book.formats.append((number, codes.get(number)))
        inside.append(name)

    part = package.part("styles")
    if part:
        package.parse(part, start, lambda _: inside.pop(), lambda _: None)  # type: ignore[arg-type]


@define
class _Sheet:
    """A sheet as it is read, cell by cell."""

    name: str
    book: _Book
    flaws: Flaws
    rows: dict[int, list[Cell]] = field(factory=dict)
    merged: list[str] = field(factory=list)
    told: dict[str, tuple[int, Cell]] = field(factory=dict)
    _row: int = 0
    _column: int = -1
    _cell: Attributes = field(factory=dict)
    _inside: list[str] = field(factory=list)
    _value: list[str] = field(factory=list)
    _formula: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the beginning of an element."""
        if name == "row":
            self._row = _whole(attributes.get("r")) or self._row + 1
            self._column = -1
            if attributes.get("hidden") in ("1", "true"):
                self.count("hidden row", self._place())
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self.count("hidden column", _EMPTY)
        elif name == "c":
            self._begin(attributes)
        elif name == "f":
            self._formula = True
        elif name == "mergeCell":
            self.merged.append(attributes.get("ref", ""))
        self._inside.append(name)

    def comment(self, name: str, attributes: Attributes) -> None:
        """Take an element of the comments on the cells."""
        if name == "comment":
            self.count("cell comment", Cell("", None, f"{self.name}!{attributes.get('ref', '')}"))

    def data(self, text: str) -> None:
        """Take text: of a value, or one that stands in the cell itself."""
        inside = self._inside[-1] if self._inside else ""
        if inside == "v" or (inside == "t" and "rPh" not in self._inside):
            self._value.append(text)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        self._inside.pop()
        if name == "c":
            self._finish()

    def table(self) -> Table:
        """Return the sheet as a table, and tell what is told of it."""
        self._fill_merged()
        for what, (number, cell) in self.told.items():
            self.tell(f"1 {what} is {_FATES[what]}" if number == 1 else f"{number:,} {what}s are {_FATES[what]}", cell)
        return Table(self.name, tuple(self._in_order()))

    def count(self, what: str, cell: Cell) -> None:
        """Count something that is told once for the sheet."""
        number, first = self.told.get(what, (0, cell))
        self.told[what] = number + 1, first

    def tell(self, message: str, cell: Cell) -> None:
        """Note something of the sheet."""
        note(self.flaws, LOST_IN_READING, message, cell if cell.where else Cell("", None, self.name))

    def _in_order(self) -> Iterator[list[Cell]]:
        """Go through the rows; where some are empty, one stands for them."""
        last = 0
        for number in sorted(self.rows):
            if number > last + 1:
                yield []
            yield self.rows[number]
            last = number

    def _begin(self, attributes: Attributes) -> None:
        found = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._column = _column(found[1]) if found else self._column + 1
        if found:
            self._row = int(found[2])
        self._cell, self._formula = attributes, False
        self._value.clear()

    def _place(self) -> Cell:
        return Cell("", None, f"{self.name}!{_letters(max(self._column, 0))}{self._row}")

    def _finish(self) -> None:
        text = self._text("".join(self._value))
        if self._formula:
            self._take_formula(has_value=bool(text))
        if text:
            self._put(self.rows.setdefault(self._row, []), self._column, self._place()._replace(text=text))

    def _put(self, row: list[Cell], column: int, cell: Cell) -> None:
        missing = column + 1 - len(row)
        if missing > 0:
            self.book.cells += missing
            if self.book.cells > _MOST or column >= _WIDEST:
                raise ConvertError(f"this workbook has more than {_MOST:,} cells: delete what stands far off")
            row.extend([_EMPTY] * missing)
        row[column] = cell

    def _take_formula(self, *, has_value: bool) -> None:
        if has_value or self._cell.get("t") in ("str", "e") or self._value:
            self.count("formula", self._place())
        else:
            message = "the value of this formula is not in the file: open it in a spreadsheet program, and save it"
            note(self.flaws, WRONG_VALUE, message, self._place())

    def _text(self, value: str) -> str:
        """Return what a person sees in the cell."""
        kind = self._cell.get("t", "n")
        if kind == "s":
            index = _whole(value)
            return self.book.texts[index] if index is not None and index < len(self.book.texts) else ""
        if kind in ("str", "inlineStr"):
            return _unescaped(value)
        if kind == "e":
            note(
                self.flaws, WRONG_VALUE, f"an error stands here, {value}, and is read as empty: mend it", self._place()
            )
            return ""
        if kind == "b":
            return "yes" if value == "1" else "no" if value else ""
        if kind == "d":
            return value.partition("T")[0] if value.endswith(("T00:00:00", "T00:00:00Z")) else value
        return self._number(value)

    def _number(self, value: str) -> str:
        try:
            number = float(value)
        except ValueError:
            return value
        style = _whole(self._cell.get("s")) or 0
        kind, code = self.book.formats[style] if style < len(self.book.formats) else (0, None)
        if not isfinite(number):
            return value
        if is_date(kind, code):
            self.count("date", self._place())
        return shown(number, kind, code, from_1904=self.book.from_1904)

    def _fill_merged(self) -> None:
        """Give each cell of a merged one its value."""
        for ref in self.merged:
            found = _RANGE.fullmatch(ref)
            if not found:
                continue
            left, top, right, bottom = _column(found[1]), int(found[2]), _column(found[3]), int(found[4])
            row = self.rows.get(top, [])
            if left < len(row) and row[left].text:
                self.count("merged cell", row[left])
                for number in range(top, min(bottom, max(self.rows)) + 1):
                    for column in range(left, right + 1):
                        cell = row[left]._replace(where=f"{self.name}!{_letters(column)}{number}")
                        self._put(self.rows.setdefault(number, []), column, cell)


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def _column(letters: str) -> int:
    """Return the number of a column, counted from 0.

    Example:
        >>> _column("A"), _column("AB")
        (0, 27)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _letters(column: int) -> str:
    """Return the letters of a column; the inverse of `_column`."""
    made, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(65 + rest) + made
    return made


def _unescaped(text: str) -> str:
    """Return a text with the characters that XML cannot hold, which workbooks write as ``_x0007_``."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
