"""Making a part of a corpus: from files to the rows of each table, and those to Parquet files."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from attrs import evolve

from argmap import files, formats
from argmap.analysis import Analysis, analyse
from argmap.corpora.arrow import Rows, arrow
from argmap.corpora.facts import Home, Problem
from argmap.corpora.places import Local
from argmap.corpora.tables import TABLES
from argmap.corpora.taking import Taken
from argmap.corpora.tasks import Around, Found, Task
from argmap.errors import ReadError
from argmap.formats import Sign
from argmap.model.document import ArgumentMap
from argmap.project import documents
from argmap.project.project import Project
from argmap.project.settings import Settings, read_settings
from argmap.root import settings_file, unlinked
from argmap.rules.syntax import RULE as SYNTAX
from argmap.version import __version__

_COUNTS = b"argmap-rows"
_FATAL = "the process that read it was ended, perhaps for want of memory"
_LAYOUT = json.dumps([[t.name, t.doc, [[c.name, c.type, c.doc] for c in t.columns]] for t in TABLES.values()])


class Done(NamedTuple):
    """A part that is made.

    Attributes:
        name: What its files are called, but for their ending.
        files: How many files went into it.
        rows: How many rows it has, by table.
        is_new: Whether it was made just now, and not found.
    """

    name: str
    files: int
    rows: Mapping[str, int]
    is_new: bool


class Input(NamedTuple):
    """What a file holds, or why it cannot be read."""

    found: Found
    data: bytes
    digest: str
    flaw: str = ""


def make(task: Task) -> Done:
    """Make a part, unless it is there; the same files, tables and version of argmap always give the same bytes.

    Raises:
        ReadError: The part cannot be written.
        MissingExtraError: pyarrow is not installed.
    """
    arrow()
    with files.seen_from(task.source.name):
        inputs = [_input(task, found) for found in task.files]
        name = _name(task, inputs)
        there = _counts(task, name)
        if there is not None:
            return Done(name, len(inputs), there, is_new=False)
        tables = {table: Rows(TABLES[table]) for table in task.tables}
        for each in inputs:
            _take(each, task, tables)
    counts = {table: len(rows) for table, rows in tables.items()}
    for table, rows in sorted(tables.items(), key=lambda item: item[0] == "problems"):  # last: then the part is whole
        notes = {_COUNTS: json.dumps(counts)} if table == "problems" else {}
        task.out.write(path(table, name), rows.parquet(notes))
    return Done(name, len(inputs), counts, is_new=True)


def attempt(task: Task) -> None:
    """Read the files of a part and forget them, to see whether that ends the process."""
    with files.seen_from(task.source.name):
        tables = {table: Rows(TABLES[table]) for table in task.tables}
        for found in task.files:
            _take(_input(task, found), task, tables)


def path(table: str, part: str) -> str:
    """Return the path of the file that holds the rows of a table that are in a part."""
    return f"{table}/{part}.parquet"


def _input(task: Task, found: Found) -> Input:
    if found.path in task.fatal:
        return Input(found, b"", "", _FATAL)
    try:
        if isinstance(task.source, Local) and os.path.islink(task.source.full(found.path)):  # noqa: PTH114  (quick)
            unlinked(task.source.full(found.path))
        data = task.source.read(found.path)
    except ReadError as error:
        return Input(found, b"", "", str(error))
    return Input(found, data, sha256(data).hexdigest())


def _name(task: Task, inputs: list[Input]) -> str:
    """Return the name of a part: the digest of all that its bytes depend on."""
    said = sha256(json.dumps([__version__, arrow().__version__, _LAYOUT, task.tables]).encode())
    for each in inputs:
        around = each.found.around.digest if each.found.around else ""
        said.update(json.dumps([each.found.path, each.digest, each.flaw, around]).encode())
    return said.hexdigest()[:32]


def _counts(task: Task, name: str) -> Mapping[str, int] | None:
    """Return how many rows a part has that is whole; None where there is none."""
    from pyarrow import ArrowInvalid, parquet

    if not task.out.has(path("problems", name)):
        return None
    try:
        notes = parquet.read_metadata(BytesIO(task.out.read(path("problems", name)))).metadata or {}
        counts = json.loads(notes[_COUNTS])
    except (ArrowInvalid, KeyError, ValueError):
        return None
    return {table: int(counts[table]) for table in task.tables}


def _take(each: Input, task: Task, tables: Mapping[str, Rows]) -> None:
    """Add the rows of all maps in a file."""
    home = Home(each.found.path, each.found.path, each.digest)
    if each.flaw:
        _tell(tables, home, "fatal" if each.flaw is _FATAL else "unreadable", each.flaw)
        return
    file = task.source.full(each.found.path) if isinstance(task.source, Local) else each.found.path
    try:
        project = _project(each.found.around)
        name = _format(each, file, project)
        if name is None:
            if each.found.path not in task.beside:
                _tell(tables, home, "no-map", formats.unclaimed(each.found.path))
            return
        for full in documents.held(each.data, file, name):
            own = home._replace(map=each.found.path + full[len(file) :])
            _add(documents.parse(each.data, full, format=name), own, project, tables)
    except MemoryError:
        _tell(tables, home, "fatal", "there is not enough memory to read it")
    except Exception as error:  # noqa: BLE001  (a bug of ours in one map is no reason to lose the others)
        words = str(error).replace(file, each.found.path)
        kind = "unreadable" if isinstance(error, ReadError) else "fault"
        _tell(tables, home, kind, words if kind == "unreadable" else f"{type(error).__name__}: {words}")


def _format(each: Input, file: str, project: Project) -> str | None:
    """Return the format of a file; None where it has the ending of one, but nothing else."""
    name, sign = formats.recognised(file, each.data)
    if name is None or sign >= Sign.LIKELY:
        return name
    is_meant = formats.named(name).is_authored and files.absolute(file).is_relative_to(project.arguments)
    return name if is_meant else None


def _add(m: ArgumentMap, home: Home, project: Project, tables: Mapping[str, Rows]) -> None:
    """Add the rows of a map: of all tables, or where one of them fails of none."""
    found = m.origin.findings if m.origin else ()
    flaw = next((finding for finding in found if finding.code == SYNTAX.code), None)
    if flaw and not m.statements:
        _tell(tables, home, "unreadable", flaw.message, flaw.line)
        return
    taken = Taken(_analysis(m, project), home)
    cells = {name: rows.cells(getattr(taken, name)()) for name, rows in tables.items() if name != "problems"}
    for name, made in cells.items():
        tables[name].add(made)


def _tell(tables: Mapping[str, Rows], home: Home, kind: str, message: str, line: int = 1) -> None:
    rows = tables["problems"]
    rows.add(rows.cells([Problem(home, line, kind, message)]))


def _analysis(m: ArgumentMap, project: Project) -> Analysis:
    """Return the analysis of a map; one without a project has no texts of sources."""
    if project is _NONE and any(source.text for source in m.sources):
        m = evolve(m, sources=tuple(evolve(source, text=None) for source in m.sources))
    return analyse(m, project)


_NONE = Project(Path(os.devnull))
"""The project of maps behind an address: it has no files."""


def _project(around: Around | None) -> Project:
    return _opened(around) if around else _NONE


@lru_cache(maxsize=64)
def _opened(around: Around) -> Project:
    """Return a project as its digest has it, with its records read but once."""
    root = Path(around.root)
    file = settings_file(root)
    return Project(root, read_settings(file) if file else Settings())
