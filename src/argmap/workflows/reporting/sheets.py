"""The sheets of a workbook: the statements, relations, citations, sources and findings of a map, a row each.

Their columns are those of `argmap.workflows.tables.rows`, with what is worked out about each beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from argmap import plain_words
from argmap.analysis import Analysis
from argmap.evidence.lockfile import fingerprint
from argmap.model.citations import Citation, Cited
from argmap.model.findings import Finding
from argmap.model.statements import Statement
from argmap.workflows import shelf
from argmap.workflows.reporting.evidence import Addresses, addresses
from argmap.workflows.reporting.report import Facts, Section, Sheet, text_of
from argmap.workflows.reporting.words import ground, state
from argmap.workflows.rules import first_line
from argmap.workflows.tables import rows

Value = str | float | bool | None
_Row = Mapping[str, Any]


_EMPTY = ("id",)
"""The columns of a sheet without rows."""


_HEADS = {
    "id": "Id",
    "nth": "Which of several such places",
    "grade": "Rests on",
    "modifiers": "Remarks",
    "missing": "Needs evidence for",
    "stance": "Offered",
    "quote": "Passage",
    "locator": "Place",
    "dispute": "Disputed because",
    "fair": "Found fair",
    "doi": "DOI",
    "url": "Address",
    "superseded_by": "Replaced by",
    "sha256": "Fingerprint (SHA-256)",
    "node": "About (id)",
    "name": "Rule",
    "stands_on": "Stands on",
}
"""The heads of columns that are not the word for them."""


def sheets(analysis: Analysis, about: Section, found: Iterable[Finding]) -> tuple[Sheet, ...]:
    """Return the sheets of a map; the first says what the others are of."""
    return (
        Sheet("Report", ("About this report", ""), tuple(_about(about))),
        _sheet("Statements", _statements(analysis)),
        _sheet("Relations", rows(analysis.map.relations)),
        _sheet("Citations", _citations(analysis)),
        _sheet("Sources", _sources(analysis)),
        _sheet("Findings", [{**row, "meaning": first_line(row["name"])} for row in rows(found)]),
    )


def _about(about: Section) -> Iterable[tuple[Value, ...]]:
    """Return what the report says about itself: its terms and its paragraphs."""
    for block in about.blocks:
        if isinstance(block, Facts):
            yield from (tuple(map(text_of, row)) for row in block.rows)
    yield "Sheets", "Statements, Relations, Citations, Sources, Findings: a row each, ready to filter and sort"
    yield "Texts", "Every text is text: nothing is a formula, whatever it begins with"


def _statements(analysis: Analysis) -> list[_Row]:
    made: list[_Row] = []
    for row in rows(analysis.map):
        verdict = analysis.evaluation.get(row["id"])
        said = {
            "standing": str(verdict.standing) if verdict else None,
            "grade": plain_words.ground(verdict) if verdict and verdict.grade else None,
            "stands_on": str(verdict.stands_on) if verdict and verdict.stands_on else None,
            "supported": verdict.supported if verdict else None,
            "modifiers": list(verdict.modifiers) if verdict else [],
            "missing": list(verdict.missing) if verdict else [],
        }
        made.append({**row, **said})
    return made


def _citations(analysis: Analysis) -> list[_Row]:
    """Return a row for each citation and each passage: what is offered as evidence, and where the text says so."""
    known = addresses(analysis)
    return [_place(analysis, known, statement, cited) for statement in analysis.map for cited in statement.cited]


def _place(analysis: Analysis, known: Addresses, statement: Statement, cited: Cited) -> _Row:
    citation = cited if isinstance(cited, Citation) else None
    quote = cited.selector.quote if cited.selector else ""
    return {
        "statement": statement.id,
        "text": statement.text,
        "stance": str(citation.stance) if citation else "said there",
        "quote": quote,
        "nth": cited.selector.nth if cited.selector else None,
        "source": cited.source,
        "locator": cited.locator,
        "state": state(analysis.resolutions.get((cited.source, cited.selector))),
        "grade": ground(citation, analysis.grades.get(citation.id)) if citation else None,
        "dispute": analysis.remarks.get(citation.id) if citation else None,
        "fair": citation.fair if citation else None,
        "weight": citation.weight if citation else None,
        "link": known.get((statement.id, cited.source, quote)),
        "id": citation.id if citation else None,
    }


def _sources(analysis: Analysis) -> list[_Row]:
    made: list[_Row] = []
    for counts in shelf.rows([analysis], analysis.project, every=False):
        source = analysis.sources.get(counts["id"])
        text = analysis.texts.get(counts["id"])
        record = {
            "authors": list(source.authors) if source else [],
            **{name: getattr(source, name, None) for name in _FIELDS},
            "kind": str(source.kind) if source and source.kind else None,
            "based_on": list(source.based_on) if source else [],
            "reliability": source.reliability.grade if source and source.reliability else None,
            "sha256": fingerprint(text) if text is not None else None,
        }
        made.append({"id": counts["id"], "title": counts["title"], **record, **counts})
    return made


_FIELDS = "published publisher origin url doi archived retrieved licence language retracted superseded_by note".split()


def _sheet(name: str, found: Iterable[_Row]) -> Sheet:
    """Return rows as a sheet: a column for each key, in the order in which they come first."""
    made = list(found)
    filled = dict.fromkeys(key for row in made for key in row if row[key] not in (None, "", [], ()))
    kept = tuple(key for key in dict.fromkeys(key for row in made for key in row) if key in filled) or _EMPTY
    columns = tuple(sorted(kept, key=_place_of))
    heads = tuple(_HEADS.get(key) or key.replace("_", " ").capitalize() for key in columns)
    return Sheet(name, heads, tuple(tuple(_value(row.get(key)) for key in columns) for row in made))


def _place_of(column: str) -> int:
    """Return whether a column stands at the beginning, in the midst or at the end: texts first, ids last."""
    return {"text": 0, "title": 0, "message": 0, "id": 2, "node": 2}.get(column, 1)


def _value(value: Any) -> Value:
    if isinstance(value, list | tuple):
        return ", ".join(" + ".join(each) if isinstance(each, list | tuple) else str(each) for each in value)
    return value if value is None or isinstance(value, bool | int | float) else str(value)
