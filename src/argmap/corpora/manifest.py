"""The list of the parts of a corpus, which is written last: what it does not name is not there yet, or no longer."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from argmap.corpora.making import Done, path
from argmap.corpora.places import Place
from argmap.corpora.tables import TABLES
from argmap.errors import ReadError
from argmap.version import __version__

FILE = "corpus.jsonl"
_LAYOUT = 1
_PART = re.compile(r"[0-9a-f]{32}\.parquet")


@frozen
class Manifest:
    """The parts of a corpus, in order.

    Attributes:
        tables: The names of its tables.
        parts: The names of its parts.
        rows: How many rows it has, by table.
        files: How many files it was built from.
    """

    tables: tuple[str, ...]
    parts: tuple[str, ...]
    rows: Mapping[str, int]
    files: int

    def paths(self, table: str) -> list[str]:
        """Return the paths of the files that hold the rows of a table."""
        return [path(table, part) for part in self.parts]


def write(out: Place, tables: tuple[str, ...], parts: Iterable[Done]) -> None:
    """Write the list of the parts of a corpus, in order."""
    lines: list[object] = [{"argmap-corpus": _LAYOUT, "argmap": __version__, "tables": tables}]
    lines += ({"part": part.name, "files": part.files, "rows": part.rows} for part in parts)
    out.write(FILE, "".join(f"{json.dumps(line)}\n" for line in lines).encode())


def read(out: Place) -> Manifest:
    """Read the list of the parts of a corpus.

    Raises:
        ReadError: The folder holds no corpus, or one of another version.
    """
    if not out.has(FILE):
        begun = any(out.listed(table) for table in ("maps", "problems"))
        why = "is not built to its end: give the command again" if begun else "holds no corpus"
        raise ReadError(f"{out.name} {why}; argmap corpus build MAPS {out.name} builds one")
    try:
        head, *parts = map(json.loads, out.read(FILE).decode().splitlines())
        if head["argmap-corpus"] != _LAYOUT:
            raise ReadError(f"{out.name} was built by argmap {head['argmap']}: build it again")
        rows = Counter[str]()
        for part in parts:
            rows.update(part["rows"])
        tables = tuple(name for name in TABLES if name in head["tables"])
        files = sum(part["files"] for part in parts)
        return Manifest(tables, tuple(str(part["part"]) for part in parts), rows, files)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ReadError(f"{out.name}/{FILE} is damaged: build the corpus again") from None


def clear(out: Place, tables: Iterable[str], parts: Iterable[Done]) -> None:
    """Remove the files of parts that are not among those of a corpus."""
    kept = {path(table, part.name) for part in parts for table in tables}
    for stale in _written(out):
        if stale not in kept:
            out.remove(stale)


def _written(out: Place) -> Iterator[str]:
    for table in TABLES:
        yield from (f"{table}/{name}" for name in out.listed(table) if _PART.fullmatch(name))
