"""Statistics of a corpus: what its statements are, how they hang together, and how much of it rests on evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from attrs import frozen

from argmap.corpora.corpus import Corpus


class Chart(StrEnum):
    """How a section is drawn.

    *Bars*: a bar for each row, its second column. *Parts*: a bar for each row that all further columns are parts of.
    """

    BARS = "bars"
    PARTS = "parts"


@frozen
class Section:
    """A question that every corpus is asked.

    Attributes:
        name: Its name in JSON.
        title: What it counts.
        tables: What it is counted in; a corpus without one of these is not asked.
        query: The question, in SQL.
        columns: The names of the columns.
        chart: How it is drawn; None for a table alone.
    """

    name: str
    title: str
    tables: tuple[str, ...]
    columns: tuple[str, ...]
    query: str
    chart: Chart | None = None


_STANDINGS = ("accepted", "undecided", "rejected", "unsupported")
_BY_STANDING = ", ".join(f"count(*) FILTER (standing = '{each}')" for each in _STANDINGS)

SECTIONS = (
    Section(
        "kinds",
        "Statements by kind",
        ("statements",),
        ("kind", "statements"),
        "SELECT kind, count(*) FROM statements GROUP BY kind ORDER BY 2 DESC, 1",
        Chart.BARS,
    ),
    Section(
        "depth",
        "Maps by depth: the most steps from a statement to the conclusion that it bears on",
        (),
        ("depth", "maps"),
        "SELECT depth, count(*) FROM maps WHERE depth IS NOT NULL GROUP BY depth ORDER BY depth",
        Chart.BARS,
    ),
    Section(
        "steps",
        "Supports and attacks: of one premise, or of several linked ones",
        ("relations",),
        ("kind", "single", "linked"),
        "SELECT kind, count(*) FILTER (NOT linked), count(*) FILTER (linked) FROM relations "
        "WHERE kind IN ('support', 'attack') GROUP BY kind ORDER BY kind DESC",
        Chart.PARTS,
    ),
    Section(
        "reasons",
        "Statements by the number of supports that converge on them",
        ("statements",),
        ("supports", "statements"),
        "SELECT supports, count(*) FROM statements WHERE supports > 0 GROUP BY supports ORDER BY supports",
        Chart.BARS,
    ),
    Section(
        "strikes",
        "Attacks and undercuts by what they do",
        ("relations",),
        ("strikes", "relations"),
        "SELECT strikes, count(*) FROM relations WHERE strikes IS NOT NULL GROUP BY strikes ORDER BY 2 DESC, 1",
        Chart.BARS,
    ),
    Section(
        "standing",
        "Statements by kind and standing, on declared grounds",
        ("statements", "labels"),
        ("kind", *_STANDINGS),
        f"SELECT kind, {_BY_STANDING} FROM labels JOIN statements USING (map, statement) "  # noqa: S608  (all is ours)
        "GROUP BY kind ORDER BY count(*) DESC, kind",
        Chart.PARTS,
    ),
    Section(
        "support",
        "Statements by kind: how many are supported, and how many would be accepted if every leaf were granted",
        ("statements", "labels"),
        ("kind", "statements", "supported", "share supported", "accepted if granted", "share accepted if granted"),
        "SELECT kind, count(*), count(*) FILTER (supported), round(count(*) FILTER (supported) / count(*), 4), "
        "count(*) FILTER (if_granted = 'accepted'), round(count(*) FILTER (if_granted = 'accepted') / count(*), 4) "
        "FROM labels JOIN statements USING (map, statement) GROUP BY kind ORDER BY 2 DESC, 1",
    ),
    Section(
        "grades",
        "Supported statements by the grade of their best line of reasons",
        ("labels",),
        ("grade", "statements"),
        "SELECT coalesce(grade, 'granted'), count(*) FROM labels WHERE supported GROUP BY 1 ORDER BY 2 DESC, 1",
        Chart.BARS,
    ),
    Section(
        "schemes",
        "Steps by argumentation scheme",
        ("relations",),
        ("scheme", "steps"),
        "SELECT scheme, count(*) FROM relations WHERE scheme IS NOT NULL GROUP BY scheme ORDER BY 2 DESC, 1",
        Chart.BARS,
    ),
    Section(
        "sources",
        "Sources: how many maps cite them, and what became of the citations",
        ("citations",),
        ("source", "maps", "citations", "verified", "not found"),
        "SELECT source, count(DISTINCT map), count(*), count(*) FILTER (outcome IN ('verified', 'moved')), "
        "count(*) FILTER (outcome = 'missing') FROM citations WHERE role = 'cite' "
        "GROUP BY source ORDER BY 2 DESC, 3 DESC, 1",
    ),
    Section(
        "findings",
        "Findings by check",
        ("findings",),
        ("check", "findings", "maps"),
        "SELECT code || ' ' || name, count(*), count(DISTINCT map) FROM findings GROUP BY 1 ORDER BY 2 DESC, 1",
        Chart.BARS,
    ),
    Section(
        "problems",
        "Files that are no maps or could not be read",
        (),
        ("kind", "files"),
        "SELECT kind, count(*) FROM problems GROUP BY kind ORDER BY 2 DESC, 1",
    ),
)
"""What every corpus is asked, in order."""


@frozen
class Statistics:
    """What the statistics of a corpus say.

    Attributes:
        rows: How many rows each table has.
        found: The sections that have an answer, each with its rows.
    """

    rows: Mapping[str, int]
    found: Sequence[tuple[Section, list[tuple[Any, ...]]]]

    @property
    def values(self) -> dict[str, Any]:
        """Return all of it as lists and dicts, for JSON."""
        sections = {
            section.name: [dict(zip(section.columns, row, strict=True)) for row in rows] for section, rows in self.found
        }
        return {"rows": dict(self.rows), **sections}


def statistics(corpus: Corpus) -> Statistics:
    """Count what is in a corpus; sections without an answer are left out.

    Raises:
        MissingExtraError: DuckDB is not installed.
    """
    asked = (section for section in SECTIONS if set(section.tables) <= set(corpus.tables))
    answers = ((section, corpus.sql(section.query).rows) for section in asked)
    return Statistics(corpus.rows, [(section, rows) for section, rows in answers if rows])
