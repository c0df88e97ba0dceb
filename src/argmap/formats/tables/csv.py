"""CSV: tables as text, a row for each statement, relation, citation or source; also TSV."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from argmap.formats import Format, Sign, Writing
from argmap.formats._rows import KEPT
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Take no table for a map unless a person names it: nothing tells one from any other."""
    is_zip = data.startswith(b"PK\x03\x04")
    return Sign.NONE if is_zip else Sign.POSSIBLE


def read(data: bytes, file: str, columns: Mapping[str, str] | None = None) -> ArgumentMap:
    r"""Read a map from a table.

    The columns are known by their heads: ``id``, ``text``, ``kind``, ``because`` … or what people call these. A column
    ``table`` says of each row whether it is of statements, relations, citations … as `write` writes it; an empty row
    or column parts tables that stand in one file. What is guessed is told.

    Args:
        data: What the file holds, as RFC 4180 and spreadsheets have it.
        file: Its name.
        columns: The head of the column for a field, where it is not to be guessed, such as ``{"text": "Wording"}``.

    Raises:
        ConvertError: It is no text.

    Example:
        >>> m = read(b"Nr;These;Parent\n1;Slow traffic is safe.;\n2;Fewer are hurt.;1\n", "t.csv")
        >>> m["1"].text, [(r.premises, r.target) for r in m.relations]
        ('Slow traffic is safe.', [(('2',), '1')])
    """
    from argmap.flaws import Flaws
    from argmap.formats._rows.cells import Cell
    from argmap.formats._rows.origin import with_origin
    from argmap.formats._rows.reading import map_of
    from argmap.formats.tables import _dialect
    from argmap.text import Span

    found = _dialect.decoded(data)
    flaws = Flaws(found.text)
    if found.guess:
        _dialect.guess(flaws, found.guess, Cell("", Span(0, 0)))
    is_tabbed = PurePath(file).suffix.lower() in (".tsv", ".tab")
    table = _dialect.table(flaws, "\t" if is_tabbed and "\t" in found.text else None)
    return with_origin(map_of([table], flaws, "csv", columns or {}), flaws, file, "csv")


def write(m: ArgumentMap) -> Writing:
    """Write a map as one table, whose first column says what a row is: a statement, relation, citation or source.

    Cells that a spreadsheet would take for formulas begin with an apostrophe, which `read` takes away again.
    """
    from argmap.formats._rows.fields import TABLE
    from argmap.formats._rows.writing import flat, tables
    from argmap.formats.tables import _dialect

    text = "".join(map(_dialect.row, flat(tables(m, "csv"), TABLE)))
    return _dialect.whole(text)


FORMAT = Format(
    title="CSV, a table of statements and relations",
    suffixes=(".csv", ".tsv", ".tab"),
    read_bytes=read,
    sniff=sniff,
    write=write,
    keeps=KEPT,
    takes_columns=True,
)
