"""A corpus that is built: its tables, read when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from argmap.corpora import manifest
from argmap.corpora.arrow import arrow, frames, schema
from argmap.corpora.manifest import Manifest
from argmap.corpora.places import Place, place
from argmap.corpora.queries import Answer, Database
from argmap.corpora.tables import TABLES
from argmap.errors import UnknownNameError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    from pyarrow import dataset


@frozen
class StoredTable:
    """A table of a corpus, which is read when it is asked for.

    Attributes:
        name: Its name.
        paths: The Parquet files that hold its rows, in order.
    """

    name: str
    paths: Sequence[str] = field(repr=False)
    _system: Any = field(default=None, repr=False, eq=False)

    @property
    def columns(self) -> dict[str, str]:
        """Return what each column means, by its name."""
        return {column.name: column.doc for column in TABLES[self.name].columns}

    def dataset(self) -> dataset.Dataset:
        """Return the table as a dataset of Arrow, of which nothing is read yet."""
        from pyarrow import dataset

        return dataset.dataset(
            list(self.paths), schema=schema(TABLES[self.name]), format="parquet", filesystem=self._system
        )

    def arrow(self) -> pa.Table:
        """Return the whole table in Arrow."""
        return self.dataset().to_table()

    def polars(self) -> pl.LazyFrame:
        """Return the table as a lazy frame of polars; ``collect()`` reads what of it is wanted.

        Raises:
            MissingExtraError: polars is not installed.
        """
        frame: pl.LazyFrame = frames("polars").scan_pyarrow_dataset(self.dataset())
        return frame

    def pandas(self) -> pd.DataFrame:
        """Return the whole table as a data frame of pandas.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        frames("pandas")  # says in plain words that it is missing
        return self.arrow().to_pandas()


@frozen
class Corpus:
    """A corpus: its tables, and answers to questions in SQL.

    Attributes:
        folder: Where it is.

    Example:
        >>> import argmap
        >>> corpus = argmap.build_corpus("arguments", "build/corpus")  # doctest: +SKIP
        >>> corpus.sql("SELECT kind, count(*) AS n FROM statements GROUP BY kind").rows  # doctest: +SKIP
        [('claim', 12), ('premise', 40)]
        >>> corpus.statements.pandas()  # doctest: +SKIP
    """

    folder: str
    _place: Place = field(repr=False, eq=False)
    _manifest: Manifest = field(repr=False, eq=False)

    @property
    def tables(self) -> tuple[str, ...]:
        """Return the names of its tables."""
        return self._manifest.tables

    @property
    def rows(self) -> dict[str, int]:
        """Return how many rows each of its tables has."""
        return {name: self._manifest.rows[name] for name in self.tables}

    @property
    def files(self) -> int:
        """Return how many files it was built from."""
        return self._manifest.files

    def table(self, name: str) -> StoredTable:
        """Return a table; raises `UnknownNameError` where there is none of that name."""
        if name not in self.tables:
            raise UnknownNameError("table", name, self.tables)
        return StoredTable(name, [self._place.full(path) for path in self._manifest.paths(name)], self._place.system)

    def __getattr__(self, name: str) -> StoredTable:
        """Return the table of a name, as an attribute."""
        if name not in TABLES:
            raise AttributeError(f"a corpus has no attribute {name!r}")
        return self.table(name)

    def sql(self, query: str) -> Answer:
        """Answer a query over the tables, which are views of their names.

        Args:
            query: One SELECT, in the SQL of DuckDB. It can read nothing but this corpus, and change nothing.

        Raises:
            QueryError: DuckDB does not understand it, or it is no SELECT.
            MissingExtraError: DuckDB is not installed.
        """
        return self._database.answer(query)

    @cached_property
    def _database(self) -> Database:
        at = self._place.address
        paths = {name: [at(path) for path in self._manifest.paths(name)] for name in self.tables}
        return Database(paths, at(""), self._place.system)


def corpus(folder: str | Path) -> Corpus:
    """Open a corpus that `build_corpus` or ``argmap corpus build`` has built.

    Args:
        folder: Its folder, or its address.

    Returns:
        The corpus; its tables are attributes (``maps``, ``statements``, ``relations`` …), and `Corpus.sql` answers
        queries.

    Raises:
        ReadError: There is no corpus.
        MissingExtraError: pyarrow, or what an address needs, is not installed.
    """
    arrow()
    where = place(str(folder))
    return Corpus(str(folder), where, manifest.read(where))
