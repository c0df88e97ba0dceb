"""Questions in SQL over the tables of a corpus: DuckDB reads their files, and nothing else."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from argmap.corpora.arrow import frames
from argmap.corpora.tables import TABLES
from argmap.errors import MissingExtraError, QueryError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

_AT_A_TIME = 1000


@frozen
class Answer:
    """The answer to a query; it is worked out whenever a form of it is asked for.

    Attributes:
        query: The query.
        columns: The names of its columns.
    """

    query: str
    columns: tuple[str, ...]
    _database: Database = field(repr=False, eq=False)

    @cached_property
    def rows(self) -> list[tuple[Any, ...]]:
        """Return its rows, as values of Python."""
        return [row for chunk in self.chunks() for row in chunk]

    def chunks(self) -> Iterator[list[tuple[Any, ...]]]:
        """Return its rows, a thousand at a time."""
        with self._database.told():
            cursor = self._database.cursor().execute(self.query)
            while chunk := cursor.fetchmany(_AT_A_TIME):
                yield chunk

    def arrow(self) -> pa.Table:
        """Return it as a table of Arrow."""
        with self._database.told():
            cursor = self._database.cursor()  # kept for as long as what it has found is read
            found: pa.Table = cursor.sql(self.query).to_arrow_table()
            return found

    def polars(self) -> pl.DataFrame:
        """Return it as a data frame of polars.

        Raises:
            MissingExtraError: polars is not installed.
        """
        polars = frames("polars")
        found = polars.from_arrow(self.arrow())
        frame: pl.DataFrame = found if isinstance(found, polars.DataFrame) else found.to_frame()
        return frame

    def pandas(self) -> pd.DataFrame:
        """Return it as a data frame of pandas.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        frames("pandas")  # says in plain words that it is missing
        return self.arrow().to_pandas()


@frozen
class Database:
    """The tables of a corpus as views of DuckDB, with their documentation as comments.

    Attributes:
        paths: The Parquet files of each table, by its name.
    """

    paths: Mapping[str, Sequence[str]]
    _folder: str
    _system: Any = field(default=None, repr=False, eq=False)

    def answer(self, query: str) -> Answer:
        """Answer a query.

        Raises:
            QueryError: DuckDB does not understand it, or it is no SELECT.
            MissingExtraError: DuckDB is not installed.
        """
        import_duckdb()
        import duckdb

        with self.told():
            statements = duckdb.extract_statements(query)
            if len(statements) != 1:
                raise QueryError(
                    f"a query is one SELECT, and this is {len(statements)} statements"
                    if statements
                    else "the query is empty"
                )
            if statements[0].type.name not in ("SELECT", "EXPLAIN"):
                raise QueryError("a query is one SELECT: a corpus is only read")
            cursor = self.cursor()
            columns = cursor.sql(query).columns
        return Answer(query, tuple(columns), self)

    def cursor(self) -> Any:
        """Return what runs a query."""
        return self._connection.cursor()

    @cached_property
    def _connection(self) -> Any:
        import duckdb

        spilled = os.path.join(tempfile.gettempdir(), f"argmap-query-{os.getpid()}")  # noqa: PTH118  (of DuckDB's own)
        connection = duckdb.connect(
            ":memory:", config={"python_enable_replacements": "false", "temp_directory": spilled}
        )
        if self._system is not None:
            connection.register_filesystem(self._system)
        connection.execute("".join(f"{each};" for each in self._views()))
        return connection

    def _views(self) -> Iterator[str]:
        """Return what makes the views, and then bars DuckDB from all but their files."""
        for name, paths in self.paths.items():
            files = ", ".join(map(_quoted, paths))
            yield f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{files}])"  # noqa: S608  (all is ours or quoted)
            yield f"COMMENT ON VIEW {name} IS {_quoted(TABLES[name].doc)}"
            for column in TABLES[name].columns:
                yield f"COMMENT ON COLUMN {name}.{column.name} IS {_quoted(column.doc)}"
        yield "SET autoinstall_known_extensions = false"
        yield "SET autoload_known_extensions = false"
        yield f"SET allowed_directories = [{_quoted(self._folder)}]"
        yield "SET enable_external_access = false"
        yield "SET lock_configuration = true"

    @contextmanager
    def told(self) -> Iterator[None]:
        """Say in a sentence what DuckDB does not understand or cannot do."""
        import duckdb

        try:
            yield
        except duckdb.Error as error:
            said = " ".join(str(error).partition("\n\nLINE ")[0].split())
            tables = f" (the tables are {', '.join(self.paths)})" if "Table with name" in said else ""
            raise QueryError(f"{said}{tables}") from None


def import_duckdb() -> None:
    """Raise `MissingExtraError` where DuckDB is not installed."""
    try:
        import duckdb  # noqa: F401
    except ImportError:
        raise MissingExtraError("a query", "duckdb", "corpus") from None


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
