"""From a table of tokens to a map."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from argmap.flaws import Flaws
from argmap.formats import _positions
from argmap.formats.annotated._from_marks import Annotated, Taken, take
from argmap.formats.annotated._layers import label_of
from argmap.formats.annotated._marks import Link, Mark
from argmap.formats.annotated.webanno_tsv.syntax import EMPTY, Annotation, Layer, Row, Table, numbered, parse, unescaped
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.sources import Source
from argmap.native.ids import slug
from argmap.rules.wrong_place import RULE as WRONG_PLACE
from argmap.text import LineIndex, Span

_OF_TOKENS = "relations of tokens have no place in a map; they are kept for writing WebAnno TSV again"
_WIDEST_GAP = 10_000
UNITS = "UTF-16"
"""What offsets in a table count."""


def read_map(text: str, file: str) -> ArgumentMap:
    """Read a table of tokens; raises `ConvertError` for what is none."""
    flaws = Flaws(text)
    table = parse(flaws)
    about = text_of(table)
    title = Path(file).stem
    source = slug(title) if title.strip() else "text"
    _check(text, table, about, flaws)
    marks, links = list(_marks(table, about)), list(_links(table, flaws))
    taken = take(Annotated(marks, links, source, about, "WebAnno TSV", is_inside=True), flaws)
    others = sum(layer.kind == "CH" for layer in table.layers)
    if others:
        flaws.drop("chains have no place in a map; they are kept for writing WebAnno TSV again")
    lines = LineIndex(text)
    return ArgumentMap(
        about=source,
        statements=tuple(taken.statements.values()),
        relations=tuple(taken.relations),
        sources=(Source(source, title),),
        annex={"webanno_tsv": json.dumps(_annex(table, taken), ensure_ascii=False)},
        texts={source: about},
        origin=Origin(file, "webanno_tsv", lines, findings=flaws.findings(file, lines)),
    )


def text_of(table: Table) -> str:
    """Return the text of a table: its sentences, each at the offset of its first token, with line ends between them."""
    starts: dict[str, int] = {}
    for row in table.rows:
        starts.setdefault(row.id.partition("-")[0], row.span.start)
    parts: list[str] = []
    length = 0
    for (text, _), start in zip(table.sentences, starts.values(), strict=False):
        gap = "\n" * min(max(0, start - length), _WIDEST_GAP)
        parts += gap, text
        length += len(gap) + len(text) + sum(character > "\uffff" for character in text)
    return "".join(parts)


def _check(written: str, table: Table, text: str, flaws: Flaws) -> None:
    """Note where other words stand at the offsets of tokens than the table says; the first place is enough."""
    back = _positions.units(text, UNITS).back
    for row in table.rows:
        said = unescaped(written[row.at.start : row.at.end].split("\t")[2])
        span = back(row.span)
        if not row.is_part and text[span.start : span.end].split() != said.split():
            flaw = _positions.checked(span, text, said).flaw
            if flaw:
                flaws.add(WRONG_PLACE, f"{flaw}; the tokens after this one may be misplaced too", row.at)
                return


def name_of(number: int) -> str:
    """Return the id of an annotation, which has none in a file: its place among them."""
    return f"@{number}"


def features(layer: Layer, annotation: Annotation) -> dict[str, str]:
    """Return the features of an annotation that have a value."""
    pairs = zip(layer.columns, annotation.values, strict=False)
    texts = (
        (name, unescaped(numbered(value)[0]))
        for name, value in pairs
        if value != EMPTY and not name.startswith(("ROLE_", "BT_"))
    )
    return {name: text for name, text in texts if text and text != EMPTY}


def _marks(table: Table, text: str) -> Iterator[Mark]:
    back = _positions.units(text, UNITS).back
    rows = {row.id: row for row in table.rows}
    for number, each in enumerate(table.annotations):
        layer = table.layers[each.layer]
        if layer.kind == "SP":
            label = label_of(layer.name, features(layer, each), is_relation=False)[0]
            span = back(_extent(each, rows))
            yield Mark(name_of(number), label, (span,), None, rows[each.rows[0]].at)


def _extent(annotation: Annotation, rows: Mapping[str, Row]) -> Span:
    spans = [rows[name].span for name in annotation.rows]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _links(table: Table, flaws: Flaws) -> Iterator[Link]:
    ends = Ends(table)
    rows = {row.id: row for row in table.rows}
    bases = {layer.name for layer in table.layers if layer.kind == "SP"}
    for number, each in enumerate(table.annotations):
        layer = table.layers[each.layer]
        if layer.kind == "RL" and base_of(layer) in bases:
            label = label_of(layer.name, features(layer, each), is_relation=True)[0]
            source, target = ends.of(each)
            yield Link(name_of(number), label, source, target, rows[each.rows[0]].at)
        elif layer.kind == "RL":
            flaws.drop(_OF_TOKENS, rows[each.rows[0]].at)


def base_of(layer: Layer) -> str:
    """Return the name of the layer whose annotations a layer of relations connects."""
    return "".join(layer.columns[-1:]).removeprefix("BT_")


class Ends:
    """Where relations begin and end: at annotations, by the row and, where that is not enough, by a number."""

    def __init__(self, table: Table) -> None:
        self._layers = table.layers
        self._at: dict[tuple[str, str], str] = {}
        self._numbered: dict[tuple[str, str], str] = {}
        for number, each in enumerate(table.annotations):
            layer = table.layers[each.layer]
            if layer.kind == "SP":
                self._at.setdefault((layer.name, each.rows[0]), name_of(number))
                if each.number:
                    self._numbered[layer.name, each.number] = name_of(number)

    def of(self, relation: Annotation) -> tuple[str, str]:
        """Return the ids of the annotations at the two ends of a relation; for one that is not there, its row."""
        base = base_of(self._layers[relation.layer])
        row, which = numbered(relation.values[-1])
        source, _, target = (which or "0_0").partition("_")
        return self._end(base, row, source), self._end(base, relation.rows[0], target)

    def _end(self, base: str, row: str, number: str) -> str:
        found = self._numbered.get((base, number)) if number not in ("", "0") else None
        return found or self._at.get((base, row), row)


def _annex(table: Table, taken: Taken) -> dict[str, Any]:
    """Return all of a table but its texts, and what the labels and offsets of statements were."""
    names: Iterable[str] = (*taken.annex.get("ids", {}).values(),)
    return {
        **taken.annex,
        "read": list(names),
        "version": table.version,
        "layers": [str(layer) for layer in table.layers],
        "sentences": [[len(text), name] for text, name in table.sentences],
        "rows": [[row.id, row.span.start, row.span.end] for row in table.rows],
        "annotations": [[each.layer, each.number, list(each.values), each.rows] for each in table.annotations],
    }
