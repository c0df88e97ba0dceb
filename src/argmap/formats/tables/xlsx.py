"""Excel workbooks: a sheet each of statements, relations, citations and sources."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats import Format, Sign, Writing
from argmap.formats._rows import KEPT
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Take no workbook for a map unless a person names it: nothing tells one from any other."""
    return Sign.POSSIBLE if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or not data else Sign.NONE


def read(data: bytes, file: str, columns: Mapping[str, str] | None = None) -> ArgumentMap:
    """Read a map from the sheets of a workbook (ECMA-376), each of which is read as a table in CSV is.

    A sheet is of statements, relations, passages, citations, sources, groups … by its name, or by the heads of its
    columns. Cells are read as people see them: formulas as their values, dates as ISO 8601 writes them, merged cells as
    several of the same value; hidden rows and sheets are read too. All of this is told.

    Args:
        data: What the file holds.
        file: Its name.
        columns: The head of the column for a field, where it is not to be guessed, such as ``{"text": "Wording"}``.

    Raises:
        ConvertError: It is no workbook, has a password, or is far larger than it looks.
    """
    from argmap.flaws import Flaws
    from argmap.formats._rows.origin import with_origin
    from argmap.formats._rows.reading import map_of
    from argmap.formats.tables._workbook.sheets import tables

    flaws = Flaws("")
    return with_origin(map_of(tables(data, flaws), flaws, "xlsx", columns or {}), flaws, file, "xlsx")


def write(m: ArgumentMap) -> Writing:
    """Write a map as a workbook, with heads that stay in view, filters, and texts that are no formulas.

    Raises:
        MissingExtraError: xlsxwriter is not installed.
    """
    from argmap.formats.tables._book_writing import written

    return written(m, "xlsx")


FORMAT = Format(
    title="Excel",
    suffixes=(".xlsx", ".xlsm"),
    read_bytes=read,
    sniff=sniff,
    write=write,
    keeps=KEPT,
    takes_columns=True,
)
