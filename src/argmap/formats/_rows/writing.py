"""From a map to the rows of tables: one for each statement, relation, citation or source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argmap.formats._annex import annex_of
from argmap.formats._rows import critique, lists
from argmap.formats._rows.fields import SECTIONS, head_of_kept
from argmap.model.citations import Citation, Passage, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.sources import Source
from argmap.model.statements import Statement

Value = str | float | bool | None
Row = dict[str, Value]


def tables(m: ArgumentMap, form: str) -> dict[str, tuple[list[str], list[Row]]]:
    """Return the tables of a map: of each the columns that are filled in, and the rows.

    Args:
        m: The map.
        form: Name of the format, whose annex is written again.
    """
    held = annex_of(m, form)
    known = _texts(held.get("ids"))
    columns = held.get("columns")
    extra = {name: _texts(values) for name, values in columns.items()} if isinstance(columns, dict) else {}
    fields = _columns("statements", (_statement(s, {}, {}) for s in m))
    extra = {head_of_kept(name, fields): values for name, values in extra.items()}
    names = {statement.id for statement in m}
    called = {name: foreign for name, foreign in known.items() if name in names}
    found: dict[str, list[Row]] = {
        "map": [{"title": m.title, "description": m.description, "about": m.about}],
        "groups": [{"id": g.id, "title": g.title, "group": g.parent} for g in m.groups],
        "statements": [_statement(s, called, extra) for s in m],
        "relations": [_relation(r, called) for r in m.relations],
        "passages": [{"statement": called.get(s.id, s.id), **_place(p)} for s in m for p in s.passages],
        "citations": [_citation(c, called.get(s.id, s.id)) for s in m for c in s.citations],
        "sources": list(map(_source, m.sources)),
        "expectations": [
            {"statement": called.get(e.statement, e.statement), "standing": lists.joined(e.standings)}
            for e in m.expectations
        ],
        "orders": [{"id": order.id, "ranking": lists.joined(chain)} for order in m.orders for chain in order.chains],
    }
    filled = {section: [row for row in rows if any(_says(v) for v in row.values())] for section, rows in found.items()}
    return {section: (_columns(section, rows), rows) for section, rows in filled.items() if rows}


def _texts(found: Any) -> dict[str, str]:
    """Return what of an annex are texts by names."""
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: text for name, text in pairs if isinstance(text, str) and text}


def _columns(section: str, rows: Iterable[Row]) -> list[str]:
    used = {name: None for row in rows for name, value in row.items() if _says(value)}
    order = {name: place for place, name in enumerate(_ORDER.get(section, SECTIONS[section]))}
    return sorted(used, key=lambda name: order.get(name, len(order)))


def _says(value: Value) -> bool:
    return value is not None and value != "" and value is not False


_ORDER = {
    "statements": "id kind text title group tags implicit standard voice credence note".split(),
    "relations": (
        *("from", "kind", "to", "scheme", "roles", "answers", "waives", "raises"),
        *("title", "weight", "values", "force", "outweighed by", "note", "id"),
    ),
    "citations": "statement source quote nth at stance fair weight id".split(),
    "passages": "statement source quote nth at".split(),
}


def _statement(s: Statement, called: Mapping[str, str], extra: Mapping[str, Mapping[str, str]]) -> Row:
    own = {column: values[s.id] for column, values in extra.items() if s.id in values}
    return {
        "id": called.get(s.id, s.id),
        "kind": str(s.kind),
        "text": s.text,
        "title": s.title,
        "group": s.group,
        "tags": lists.joined(s.tags),
        "implicit": s.implicit,
        "standard": s.standard and str(s.standard),
        "voice": s.voice and str(s.voice),
        "credence": s.credence,
        "note": s.note,
        **own,
    }


def _relation(r: Relation, called: Mapping[str, str]) -> Row:
    def linked(names: Iterable[str]) -> str:
        return " + ".join(called.get(name, name) for name in names)

    return {
        "from": linked(r.premises),
        "kind": str(r.kind),
        "to": called.get(r.target, r.target),
        "scheme": r.scheme,
        **critique.row(r, called),
        "title": r.title,
        "weight": r.weight,
        "values": lists.joined(r.values),
        "force": r.force and str(r.force),
        "outweighed by": lists.joined(map(linked, r.outweighed_by)),
        "note": r.note,
        "id": r.id,
    }


def _place(cited: Passage | Citation) -> Row:
    selector = cited.selector
    return {
        "source": cited.source,
        "quote": selector.quote if selector else None,
        "nth": selector.nth if selector else None,
        "at": cited.locator,
    }


def _citation(c: Citation, owner: str) -> Row:
    stance = None if c.stance is Stance.SUPPORTS else str(c.stance)
    return {"statement": owner, **_place(c), "stance": stance, "fair": c.fair, "weight": c.weight, "id": c.id}


def _source(s: Source) -> Row:
    intake, reliability = s.intake, s.reliability
    return {
        "id": s.id,
        "title": s.title,
        "authors": lists.joined(s.authors),
        "published": s.published,
        "publisher": s.publisher,
        "origin": s.origin,
        "source kind": s.kind and str(s.kind),
        "url": s.url,
        "doi": s.doi,
        "archived": s.archived,
        "retrieved": s.retrieved,
        "licence": s.licence,
        "language": s.language,
        "text file": s.text,
        "based on": lists.joined(s.based_on),
        "reliability grade": reliability.grade if reliability else None,
        "reliability": reliability.note if reliability else None,
        "retracted": s.retracted,
        "superseded by": s.superseded_by,
        "note": s.note,
        "extractor": intake.extractor if intake else None,
        "file digest": intake.file if intake else None,
        "words kept": intake.kept if intake else None,
        "words visible": intake.visible if intake else None,
        "left out": lists.joined(intake.left_out) if intake else None,
        "doubts": lists.joined(intake.doubts) if intake else None,
    }


def flat(found: Mapping[str, tuple[list[str], list[Row]]], head: str) -> Iterator[list[str]]:
    """Return the rows of several tables as those of one, whose first column says which table a row belongs to.

    Args:
        found: The tables.
        head: The head of that column.
    """
    first = found.get("statements", ([], []))[0]
    others = [name for section, (columns, _) in found.items() if section != "statements" for name in columns]
    columns = list(dict.fromkeys([*first, *others]))
    yield [head, *columns]
    for section, (_, rows) in found.items():
        for row in rows:
            yield [section.removesuffix("s"), *(said(row.get(name)) for name in columns)]


def said(value: Value) -> str:
    """Return a value as text."""
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)
