"""From an argument graph to a map."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import define, evolve, field

from argmap.flaws import Flaws
from argmap.formats import _positions
from argmap.formats._xml import decoded
from argmap.formats.annotated.microtexts.syntax import Graph, Item, implicit, joined, parse
from argmap.model.citations import Passage
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement, Voice
from argmap.native.ids import Names, is_id, slug
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import LineIndex, Span
from argmap.wording import quoted

EXAMPLE = "example"
"""The scheme of a support by example."""

KINDS = {
    "sup": RelationKind.SUPPORT,
    "exa": RelationKind.SUPPORT,
    "reb": RelationKind.ATTACK,
    "und": RelationKind.UNDERCUT,
}
"""What arrows stand for."""

_AGAIN = "kept for writing arg-microtexts again"
TAGS = ("edu", "joint", "adu", "edge")
"""What may stand in a graph."""

_TYPES = {"adu": ("pro", "opp"), "edge": ("seg", "add", *KINDS)}


def read_map(data: bytes, file: str) -> ArgumentMap:
    """Read an argument graph; raises `ConvertError` for what is none."""
    text = decoded(data)
    flaws = Flaws(text)
    graph = parse(flaws)
    made = Made(graph, flaws)
    made.check()
    made.read_units()
    made.read_edges()
    if "stance" in graph.attributes:
        flaws.drop(f"the author's stance on the topic has no place in a map; it is {_AGAIN}")
    name = graph.attributes.get("id") or Path(file).stem
    source = slug(name) if name.strip() else "text"
    spoken = " ".join(segment.text for segment, _ in joined(graph.each("edu")))
    lines = LineIndex(text)
    return ArgumentMap(
        title=in_words(graph.attributes.get("topic_id", "")),
        about=source,
        statements=tuple(_with_passages(made, source, spoken, flaws)),
        relations=tuple(made.relations.values()),
        sources=(Source(source, name),),
        annex={"microtexts": json.dumps(_annex(made), ensure_ascii=False)},
        texts={source: spoken},
        origin=Origin(file, "microtexts", lines, findings=flaws.findings(file, lines)),
    )


def in_words(topic: str) -> str:
    """Return the title of a map for the id of a topic.

    Example:
        >>> in_words("waste_separation")
        'Waste separation'
    """
    words = " ".join(topic.replace("_", " ").split())
    return words[:1].upper() + words[1:]


@define
class Made:
    """What has been read so far.

    Attributes:
        graph: What is read.
        flaws: What is wrong with it.
        statements: By the id of the unit.
        relations: By the id of the arrow.
        rest: Items that have no place in a map.
        names: Ids that are taken.
        ids: Ids of units and arrows in the map, where they are known.
    """

    graph: Graph
    flaws: Flaws
    statements: dict[str, Statement] = field(factory=dict)
    relations: dict[str, Relation] = field(factory=dict)
    rest: list[Item] = field(factory=list)
    names: Names = field(factory=Names)
    ids: Mapping[str, str] = field(factory=dict)

    def check(self) -> None:
        """Note what is no item of a graph, stands twice, or points to nothing."""
        seen: set[str] = set()
        known = {item.id for item in self.graph.items}
        for item in self.graph.items:
            missing = [end for end in (item.source, item.target) if end not in known] if item.tag == "edge" else []
            if item.tag not in TAGS:
                self.flaws.drop(f"<{item.tag}> has no place in a map; it is {_AGAIN}, without what is in it", item.at)
                self.rest.append(item)
            elif item.id in seen:
                self.flaws.add(DUPLICATE_ID, f"{quoted(item.id)} stands here again; it is not read", item.at)
            elif item.type not in _TYPES.get(item.tag, (item.type,)):
                right = ", ".join(_TYPES[item.tag])
                message = f"{quoted(item.type)} is no type of <{item.tag}>: it is one of {right}"
                self.flaws.add(WRONG_VALUE, message, item.at)
            elif missing:
                message = f"nothing is called {quoted(missing[0])}, which this arrow names; it is not read"
                self.flaws.add(UNKNOWN_REFERENCE, message, item.at)
            seen.add(item.id)
        self.names = Names(reserved=known)

    def read_units(self) -> None:
        """Make a statement of each unit."""
        for unit in self.graph.each("adu"):
            if unit.id in self.statements:
                self.rest.append(unit)
                continue
            segments = self.graph.segments[unit.id]
            text = " ".join(segment.text for segment in segments)
            if not text.strip():
                self.flaws.add(EMPTY_TEXT, f"{quoted(unit.id)} has no segment of the text", unit.at)
            name = self._name(unit.id) or self.names.make(slug(text), "-")
            self.statements[unit.id] = Statement(
                name,
                Kind.CLAIM,
                text,
                implicit=bool(segments) and all(map(implicit, segments)),
                span=unit.at,
                voice=Voice.CONCEDED if unit.type == "opp" else None,
            )

    def read_edges(self) -> None:
        """Make a relation of each arrow from a unit to a unit, and of each that undercuts one, or an undercut."""
        added: dict[str, list[str]] = {}
        for edge in self.graph.edges.values():
            base = self.graph.base(edge) if edge.type == "add" else None
            if base and edge.source in self.statements:
                added.setdefault(base.id, []).append(self.statements[edge.source].id)
        waiting: dict[str, list[Item]] = {}
        todo: list[tuple[Item, str]] = []
        for edge in self.graph.edges.values():
            if edge.type == "und":
                cut = self._cut(edge)
                waiting.setdefault(cut, []).append(edge)
            elif edge.target in self.statements:
                todo.append((edge, self.statements[edge.target].id))
        for edge, target in todo:
            if edge.source not in self.statements or edge.type not in KINDS:
                continue
            relation = self._relation(edge, added.get(edge.id, []), target)
            self.relations[edge.id] = relation
            todo += [(cut, relation.id) for cut in waiting.get(edge.id, ())]
        self._leave()

    def _cut(self, edge: Item) -> str:
        """Return the id of the arrow that an undercut points to, or of that to which it adds a premise."""
        there = self.graph.edges.get(edge.target)
        base = self.graph.base(there) if there else None
        return base.id if base else ""

    def _relation(self, edge: Item, further: Iterable[str], target: str) -> Relation:
        kind = KINDS[edge.type]
        premises = (self.statements[edge.source].id, *further)
        usual = relation_id(kind, premises, target)
        name = self._name(edge.id) or self.names.make(usual)
        return Relation(name, kind, premises, target, EXAMPLE if edge.type == "exa" else None, span=edge.at)

    def _name(self, name: str) -> str | None:
        wanted = self.ids.get(name, name)
        return wanted if (is_id(wanted) or name in self.ids) and self.names.claim(wanted) else None

    def _leave(self) -> None:
        """Leave the arrows that are no relations."""
        edges = self.graph.edges
        for item in self.graph.each("edge"):
            base = self.graph.base(item) if edges.get(item.id) is item else None
            is_read = base is not None and base.id in self.relations and item.source in self.statements
            if is_read or (item.type == "seg" and item.id not in edges):
                continue
            self.rest.append(item)
            known = item.type in KINDS and item.source in self.statements and item.target in edges
            if known and item.type != "und":
                words = f"an arrow of type {item.type} that points to an arrow has no place in a map"
                self.flaws.drop(f"{words}; it is {_AGAIN}", item.at)
            elif item.type in ("add", "und", *KINDS):
                self.flaws.drop(f"an arrow that leads to no argument has no place in a map; it is {_AGAIN}", item.at)


def _with_passages(made: Made, source: str, text: str, flaws: Flaws) -> Iterator[Statement]:
    """Go through the statements, each with the passages of its segments: one for those that follow each other."""
    spans = {segment.id: span for segment, span in joined(made.graph.each("edu"))}
    number = {segment.id: i for i, segment in enumerate(made.graph.each("edu"))}
    runs = {name: list(_runs(made.graph.segments[name], spans, number)) for name in made.statements}
    places = _positions.described((span for each in runs.values() for span in each), text)
    for name, statement in made.statements.items():
        found = [places[span].selector for span in runs[name]]
        if None in found:
            flaws.drop("segments that no few words tell from others have no passage in the map", statement.span)
        yield evolve(statement, passages=tuple(Passage(source, selector) for selector in found if selector))


def _runs(segments: Iterable[Item], spans: dict[str, Span], number: dict[str, int]) -> Iterator[Span]:
    """Join the spans of segments that follow each other."""
    start, end, last = -1, -1, -2
    for segment in segments:
        if segment.id not in spans or not segment.text:
            continue
        span, at = spans[segment.id], number[segment.id]
        if at != last + 1 and start >= 0:
            yield Span(start, end)
        start = start if at == last + 1 else span.start
        end, last = span.end, at
    if start >= 0:
        yield Span(start, end)


def _annex(made: Made) -> dict[str, Any]:
    """Return what of a graph no map says: its items, without the words that are those of a statement."""
    graph = made.graph
    units = Counter(segment.id for segments in graph.segments.values() for segment in segments)
    stated = {
        e[0].id for n, e in graph.segments.items() if n in made.statements and len(e) == 1 and units[e[0].id] == 1
    }
    texts = {item.id: item.text for item in graph.each("edu") if item.id not in stated}
    items = [[item.tag, {**item.attributes}] for item in graph.items if item.tag in TAGS]
    ids = {statement.id: name for name, statement in made.statements.items() if statement.id != name}
    ids |= {relation.id: name for name, relation in made.relations.items() if relation.id != name}
    kept = {"graph": {**graph.attributes}, "items": items, "texts": texts, "ids": ids}
    return {name: value for name, value in kept.items() if value}
