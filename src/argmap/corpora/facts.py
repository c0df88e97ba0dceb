"""What a corpus keeps of a map: one entry for each row of each table, with what its columns are taken from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.verdict import Verdict
from argmap.model.citations import Cited
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.relations import Relation, RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Statement


class Home(NamedTuple):
    """Where a row comes from.

    Attributes:
        map: The name of the map: the path of its file from the corpus's folder, with ``#2`` for the second of several.
        file: The path of the file.
        digest: SHA-256 of the file.
    """

    map: str
    file: str
    digest: str


class Problem(NamedTuple):
    """A file, or one of the maps in it, that could not be read."""

    home: Home
    line: int
    kind: str
    message: str


class MapFacts(NamedTuple):
    """A map as a whole; `parts` are its statements with what is counted about each."""

    home: Home
    line: int
    map: ArgumentMap
    parts: Sequence[StatementFacts]
    sources: int
    relations: Mapping[RelationKind, int]


class StatementFacts(NamedTuple):
    """A statement, and its place in the argument."""

    home: Home
    line: int
    column: int
    statement: Statement
    depth: int | None
    supports: int
    attacks: int
    is_premise: bool


class RelationFacts(NamedTuple):
    """A relation, and what it strikes at or speaks for."""

    home: Home
    line: int
    column: int
    relation: Relation
    target: str | None
    strikes: str | None


class CitationFacts(NamedTuple):
    """A passage or a citation of a statement, and what became of it."""

    home: Home
    line: int
    column: int
    statement: str
    cited: Cited
    outcome: str | None
    start: int | None
    end: int | None
    grade: str | None


class SourceFacts(NamedTuple):
    """A source that a map names or describes."""

    home: Home
    line: int
    name: str
    source: Source | None
    record: str | None
    has_text: bool
    passages: int
    citations: int


class LabelFacts(NamedTuple):
    """What an evaluation says of a statement."""

    home: Home
    line: int
    verdict: Verdict
    standings: Mapping[Basis, Standing]


class FindingFacts(NamedTuple):
    """What a check found."""

    home: Home
    finding: Finding
    file: str
    message: str
