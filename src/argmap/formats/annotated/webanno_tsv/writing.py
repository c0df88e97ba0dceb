"""From a map to a table of tokens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import count
from typing import Any

from attrs import define, field

from argmap.flaws import unwritten
from argmap.formats import Writing, _positions
from argmap.formats._annex import annex_of, list_of, texts_of
from argmap.formats.annotated._json import is_number, items
from argmap.formats.annotated._layers import label_of
from argmap.formats.annotated._marks import BROKEN, Link, Mark, one_line
from argmap.formats.annotated._to_marks import Given, give
from argmap.formats.annotated.webanno_tsv.reading import UNITS, Ends, features, name_of
from argmap.formats.annotated.webanno_tsv.rows import Rows, tokenised
from argmap.formats.annotated.webanno_tsv.syntax import EMPTY, Annotation, Layer, Row, Table, escaped, serialise
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.text import OffsetMap, Span
from argmap.wording import tallied

_NAMED = (
    "the id of a statement or relation has no place in WebAnno TSV",
    "ids of statements or relations have no place in WebAnno TSV",
)
_HUNG = (
    "a relation of what the map no longer has is not written",
    "relations of what the map no longer has are not written",
)
_RECORDS = ("a source record has no place in WebAnno TSV", "source records have no place in WebAnno TSV")
_WORDLESS = (
    "a statement without any token is not written",
    "statements without any token are not written",
)
_PARTS = (
    "a statement that stands in several parts is written as one, with what is between them",
    "statements that stand in several parts are written as one each, with what is between them",
)
_SPAN, _RELATION = Layer("SP", "custom.Span", ("label",)), "custom.Relation"


def write_map(m: ArgumentMap) -> Writing:
    """Write a table of tokens; see `argmap.formats.annotated.webanno_tsv`."""
    kept = annex_of(m, "webanno_tsv")
    if m.about not in m.texts:
        kept = {name: kept[name] for name in ("labels", "names", "types") if name in kept}
    given = give(m, kept)
    given.lost[_RECORDS] += sum(s.id != m.about or s != Source(s.id, s.title, text=s.text) for s in m.sources)
    text = given.text or ""
    units = _positions.units(text, UNITS)
    table = _former(kept, text, units)
    writer = _Writer(given, table, Rows.of(table.rows), units, texts_of(kept, "ids"), set(list_of(kept, "read")))
    writer.write()
    spans = (units.back(row.span) for row in table.rows)
    return Writing(serialise(table, [text[span.start : span.end] for span in spans]), unwritten(tallied(given.lost)))


def _former(kept: Mapping[str, Any], text: str, units: OffsetMap) -> Table:
    """Return the table that a map was read from; one without annotations where it was read from none."""
    layers = [layer for line in list_of(kept, "layers") if (layer := Layer.of(line))]
    found = (each for each in items(kept.get("rows")) if isinstance(each, list) and len(each) == 3)
    rows = [Row(a, Span(b, c)) for a, b, c in found if isinstance(a, str) and is_number(b) and is_number(c)]
    ids = {row.id for row in rows}
    annotations = [a for each in items(kept.get("annotations")) if (a := _annotation(each, layers, ids))]
    sentences = _sentences(items(kept.get("sentences")), rows, text, units)
    if not rows or len(sentences) != len({row.id.partition("-")[0] for row in rows}):
        rows, sentences = tokenised(text, units)
        annotations = []
    version = kept.get("version")
    return Table(version if isinstance(version, str) else "WebAnno TSV 3.3", layers, sentences, rows, annotations)


def _annotation(value: object, layers: list[Layer], rows: set[str]) -> Annotation | None:
    if not (isinstance(value, list) and len(value) == 4 and is_number(value[0]) and 0 <= value[0] < len(layers)):
        return None
    layer, number, values, own = value
    texts = [each for each in items(values) if isinstance(each, str)]
    there = [each for each in items(own) if isinstance(each, str) and each in rows]
    is_right = there and len(texts) == layers[layer].width and (number is None or isinstance(number, str))
    return Annotation(layer, number, tuple(texts), there) if is_right else None


def _sentences(kept: list[Any], rows: list[Row], text: str, units: OffsetMap) -> list[tuple[str, str | None]]:
    """Return the sentences of a table: from the first token of each on, as long as they were."""
    starts: dict[str, int] = {}
    for row in rows:
        starts.setdefault(row.id.partition("-")[0], units.back(row.span).start)
    pairs = [each for each in kept if isinstance(each, list) and len(each) == 2 and is_number(each[0])]
    return [
        (text[start : start + length], name if isinstance(name, str) else None)
        for start, (length, name) in zip(starts.values(), pairs, strict=False)
    ]


@define
class _Writer:
    """A table that is being written.

    Attributes:
        given: What it has of the map.
        table: The table so far.
        rows: Its rows.
        units: Between code points and what it counts.
        former: The ids that statements and relations had in it, by those in the map.
        read: Ids in it of what statements and relations were read from.
        things: Its annotations by id: those in the table by their number, those of the map by their id in it.
        spans: Of its rows as they were.
        usual: Number of the layer in which most statements are; None for the one of every project.
    """

    given: Given
    table: Table
    rows: Rows
    units: OffsetMap
    former: Mapping[str, str]
    read: set[str]
    things: dict[str, Annotation] = field(factory=dict)
    spans: dict[str, Span] = field(factory=dict)
    usual: int | None = None

    def write(self) -> None:
        """Write what the map says into the table."""
        ends = Ends(self.table)
        self.spans = {row.id: row.span for row in self.table.rows}
        named = {name_of(number): each for number, each in enumerate(self.table.annotations)}
        is_relation = {name: self.table.layers[each.layer].kind == "RL" for name, each in named.items()}
        drawn = {name: ends.of(each) for name, each in named.items() if is_relation[name]}
        own = {self.former.get(name, name): name for name in (*self.given.marks, *self.given.links)}
        gone = {name for name in self.read if name in named and name not in own}
        self.things = {name: each for name, each in named.items() if name not in gone}
        layers = Counter(each.layer for name, each in named.items() if name in self.read and not is_relation[name])
        self.usual = next((layer for layer, _ in layers.most_common(1)), None)
        for mark in self.given.marks.values():
            self._mark(mark)
        for name, link in self.given.links.items():
            self._link(name, link, drawn)
        self._hang(drawn, gone)
        self.table.annotations = list(self.things.values())
        self.table.rows = self.rows.all()
        self._number()
        for name, (source, target) in drawn.items():
            if name in self.things:
                self._refer(self.things[name], self.things.get(source), self.things.get(target))

    def _key(self, name: str) -> str:
        return self.former.get(name, name)

    def _mark(self, mark: Mark) -> None:
        self.given.lost[_PARTS] += len(mark.spans) > 1
        self.given.lost[BROKEN] += one_line(mark.words or "") != mark.words
        key = self._key(mark.id)
        found = self.things.get(key)
        span = self.units.forth(Span(mark.spans[0].start, mark.spans[-1].end))
        if found is None:
            self.given.lost[_NAMED] += 1
            usual = next(
                (self.things[name] for name in self.things if name in self.read and self._kind(name) == "SP"), None
            )
            number = usual.layer if usual else self._layer(_SPAN)
            found = Annotation(number, None, (EMPTY,) * self.table.layers[number].width, [])
            self.things[key] = found
        if self._extent(found) != span:
            found.rows = self.rows.covering(span)
        self._label(found, mark.label)

    def _kind(self, name: str) -> str:
        return self.table.layers[self.things[name].layer].kind

    def _extent(self, annotation: Annotation) -> Span | None:
        spans = [self.spans[name] for name in annotation.rows]
        return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else None

    def _layer(self, layer: Layer) -> int:
        """Return the number of a layer, which is added if it is not there."""
        if layer not in self.table.layers:
            self.table.layers.append(layer)
        return self.table.layers.index(layer)

    def _link(self, name: str, link: Link, drawn: dict[str, tuple[str, str]]) -> None:
        key = self._key(name)
        source, target = self._key(link.source), self._key(link.target)
        found = self.things.get(key)
        if found is None:
            base = self.table.layers[self.things[target].layer].name
            number = self._layer(Layer("RL", _RELATION, ("label", f"BT_{base}")))
            found = Annotation(number, None, (EMPTY, ""), [])
            self.things[key] = found
        drawn[key] = source, target
        self._label(found, link.label)

    def _label(self, found: Annotation, label: str) -> None:
        layer = self.table.layers[found.layer]
        there, feature = label_of(layer.name, features(layer, found), is_relation=layer.kind == "RL")
        columns = [name for name in layer.columns if not name.startswith(("ROLE_", "BT_"))]
        name = feature or next(iter(columns), None)
        if there != label and name:
            at = layer.columns.index(name)
            found.values = (*found.values[:at], escaped(label), *found.values[at + 1 :])

    def _hang(self, drawn: Mapping[str, tuple[str, str]], gone: set[str]) -> None:
        """Take away the relations that named what is gone."""
        wordless = {name for name, each in self.things.items() if not each.rows and self._kind(name) == "SP"}
        self.given.lost[_WORDLESS] += len(wordless)
        for name in wordless:
            del self.things[name]
        for name, ends in drawn.items():
            if name in self.things and (gone | wordless).intersection(ends):
                del self.things[name]
                self.given.lost[_HUNG] += 1

    def _number(self) -> None:
        """Give numbers to the annotations that their rows do not tell from others."""
        taken = [int(each.number) for each in self.table.annotations if each.number and each.number.isdigit()]
        fresh = count(max(taken, default=0) + 1)
        stacked: Counter[tuple[int, str]] = Counter()
        spans = [each for each in self.table.annotations if self.table.layers[each.layer].kind == "SP"]
        for each in spans:
            stacked.update((each.layer, row) for row in each.rows)
        for each in spans:
            is_vague = len(each.rows) > 1 or any(stacked[each.layer, row] > 1 for row in each.rows)
            each.number = each.number or (str(next(fresh)) if is_vague else None)

    def _refer(self, relation: Annotation, source: Annotation | None, target: Annotation | None) -> None:
        """Write where a relation begins and ends."""
        if source is None or target is None:
            return
        relation.rows = target.rows[:1]
        numbers = f"[{source.number or 0}_{target.number or 0}]" if source.number or target.number else ""
        relation.values = (*relation.values[:-1], f"{source.rows[0]}{numbers}")
