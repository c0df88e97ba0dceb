"""Arrow schemas of the tables, and rows as Parquet files: the same rows give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any

from argmap.corpora.columns import Table, Type
from argmap.errors import MissingExtraError

if TYPE_CHECKING:
    import pyarrow as pa

_WHOLE = range(-(2**63), 2**63)


class Rows:
    """The rows of a table, column by column.

    Args:
        table: Which table.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self._columns: list[list[Any]] = [[] for _ in table.columns]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._columns[0])

    def cells(self, facts: Iterable[object]) -> list[list[Any]]:
        """Return the columns of a row for each of what a table keeps."""
        entries = list(facts)
        return [list(map(column.of, entries)) for column in self.table.columns] if entries else []

    def add(self, cells: Iterable[list[Any]]) -> None:
        """Add columns to those that are there."""
        for column, more in zip(self._columns, cells, strict=False):
            column.extend(more)

    def parquet(self, notes: Mapping[bytes, str]) -> bytes:
        """Return the rows as a Parquet file, with notes in its metadata."""
        import pyarrow as pa
        from pyarrow import parquet

        shape = schema(self.table)
        shape = shape.with_metadata({**shape.metadata, **notes})
        arrays = [_array(cells, each.type) for cells, each in zip(self._columns, shape, strict=True)]
        sink = BytesIO()
        parquet.write_table(pa.Table.from_arrays(arrays, schema=shape), sink, compression="zstd")
        return sink.getvalue()


def schema(table: Table) -> pa.Schema:
    """Return the Arrow schema of a table, with its documentation and that of its columns as metadata.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow()
    import pyarrow as pa

    types: Mapping[Type, pa.DataType] = {
        Type.TEXT: pa.string(),
        Type.TEXTS: pa.list_(pa.string()),
        Type.WHOLE: pa.int64(),
        Type.NUMBER: pa.float64(),
        Type.TRUTH: pa.bool_(),
    }
    fields = [pa.field(each.name, types[each.type], metadata={"doc": each.doc}) for each in table.columns]
    return pa.schema(fields, metadata={"doc": table.doc})


def arrow() -> Any:
    """Return pyarrow.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtraError("a corpus", "pyarrow", "corpus") from None
    return pa


def frames(library: str) -> Any:
    """Return a library of data frames, ``pandas`` or ``polars``.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        return import_module(library)
    except ImportError:
        raise MissingExtraError(f"a {library} frame", library, "data") from None


def _array(cells: list[Any], kind: pa.DataType) -> pa.Array:
    """Make a column; half characters become escapes, and a number too large for a column is left out."""
    import pyarrow as pa

    try:
        return pa.array(cells, kind)
    except UnicodeEncodeError:
        return pa.array([_whole(cell) for cell in cells], kind)
    except (pa.ArrowInvalid, OverflowError):
        return pa.array([cell if cell in _WHOLE else None for cell in cells], kind)


def _whole(cell: Any) -> Any:
    r"""Return a cell without half characters.

    Example:
        >>> _whole("a\ud800") == r"a\ud800", _whole(["\udfff"]) == [r"\udfff"]
        (True, True)
    """
    if isinstance(cell, str):
        return cell.encode("utf-8", "backslashreplace").decode()
    return cell if cell is None else [_whole(each) for each in cell]
