"""From a map to an argument graph: what the map says, in the items of the graph that it was read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import define, evolve, field

from argmap.flaws import Flaws, unwritten
from argmap.formats import Writing
from argmap.formats._annex import annex_of, texts_of
from argmap.formats._xml import forbidden
from argmap.formats.annotated._marks import hanging
from argmap.formats.annotated.microtexts.reading import EXAMPLE, KINDS, TAGS, Made, in_words
from argmap.formats.annotated.microtexts.syntax import Graph, Item, implicit, serialise
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Statement, Voice
from argmap.native.ids import Names, slug
from argmap.wording import tallied

_PLACE = "no place in arg-microtexts"
_TWICE = ("a statement with the id of another is not written", "statements with the ids of others are not written")
_UNLINKED = (
    "a relation to or from what is not written is not written either",
    "relations to or from what is not written are not written either",
)
_HUNG = (
    "an arrow or a segment of what the map no longer has is not written",
    "arrows or segments of what the map no longer has are not written",
)
_SCHEMES = (f"a scheme other than example has {_PLACE}", f"schemes other than example have {_PLACE}")
_VOICES = (
    "a statement of the author, or reported, is written as the proponent's",
    "statements of the author, or reported, are written as the proponent's",
)
_TITLED = (f"the title of the map has {_PLACE}",) * 2
_PASSAGES = (f"a passage has {_PLACE}", f"passages have {_PLACE}")
_RECORDS = (f"a source record has {_PLACE}", f"source records have {_PLACE}")
_FORBIDDEN = ("a character that XML cannot hold is replaced", "characters that XML cannot hold are replaced")


def write_map(m: ArgumentMap) -> Writing:
    """Write an argument graph; see `argmap.formats.annotated.microtexts`."""
    kept = annex_of(m, "microtexts")
    writer = _Writer.of(m, kept)
    writer.write_units()
    writer.write_edges()
    attributes = _table(kept.get("graph")) or {"id": slug(m.about or m.title or "map")}
    writer.lost[_TITLED] += m.title not in ("", in_words(attributes.get("topic_id", "")))
    if not writer.former.items:
        writer.lost[_PASSAGES] += sum(len(s.passages) for s in m.statements)
        writer.lost[_RECORDS] += len(m.sources)
    else:
        writer.lost[_PASSAGES] += sum(p.source != m.about for s in m.statements for p in s.passages)
        writer.lost[_RECORDS] += sum(s.id != m.about or s != Source(s.id, s.title, text=s.text) for s in m.sources)
    items = tuple(evolve(item, text=writer.clean(item.text)) for item in writer.in_order())
    return Writing(serialise(Graph(attributes, items)), unwritten(tallied(writer.lost)))


def _table(value: object) -> dict[str, str]:
    pairs = value.items() if isinstance(value, dict) else ()
    return {key: each for key, each in pairs if isinstance(each, str) and key.isascii() and key.isidentifier()}


def _former(kept: Mapping[str, Any], stated: Mapping[str, str]) -> tuple[Graph, set[str]]:
    """Return the graph that a map was read from, and which segments in it have gone with their statements."""
    found = kept.get("items")
    pairs = (each for each in found if isinstance(each, list)) if isinstance(found, list) else ()
    items = [Item(each[0], _table(each[1])) for each in pairs if len(each) == 2 and each[0] in TAGS]
    texts = texts_of(kept, "texts")
    graph = Graph({}, tuple(items))
    owner = {segments[0].id: unit for unit, segments in graph.segments.items() if len(segments) == 1}
    words = {item.id: texts.get(item.id, stated.get(owner.get(item.id, ""))) for item in items if item.tag == "edu"}
    return Graph({}, tuple(evolve(item, text=words.get(item.id) or "") for item in items)), {
        name for name, text in words.items() if text is None
    }


@define(slots=False)
class _Writer:
    """A graph that is being written.

    Attributes:
        m: The map.
        former: The graph that it was read from; an empty one where it was read from none.
        made: What is read of that.
        gone: Segments that have gone with their statements.
        ids: Ids in the graph of the statements and relations of the map.
        items: What is written so far, by sort.
        lost: What is not.
        names: Ids that are taken.
        last: Up to which number ids of a letter are taken.
    """

    m: ArgumentMap
    former: Graph
    made: Made
    gone: set[str]
    ids: dict[str, str] = field(factory=dict)
    items: dict[str, list[Item]] = field(factory=lambda: {tag: [] for tag in TAGS})
    lost: Counter[tuple[str, str]] = field(factory=Counter)
    names: Names = field(factory=Names)
    last: Counter[str] = field(factory=Counter)

    @classmethod
    def of(cls, m: ArgumentMap, kept: Mapping[str, Any]) -> _Writer:
        ids = texts_of(kept, "ids")
        former, gone = _former(kept, {ids.get(s.id, s.id): s.text for s in m.statements})
        made = Made(former, Flaws(), ids={foreign: own for own, foreign in ids.items()})
        made.names = Names(reserved={item.id for item in former.items})
        made.read_units()
        made.read_edges()
        return cls(
            m,
            former,
            made,
            gone,
            names=Names({*(item.id for item in former.items), *(s.id for s in m.statements)}),
        )

    def clean(self, text: str) -> str:
        there = forbidden(text)
        self.lost[_FORBIDDEN] += sum(a != b for a, b in zip(text, there, strict=True))
        return there

    def in_order(self) -> Iterator[Item]:
        """Go through the items in the order of the document type, arrows to segments first among arrows."""
        for tag in TAGS:
            yield from sorted(self.items[tag], key=lambda item: tag == "edge" and item.type != "seg")

    def write_units(self) -> None:
        """Write the statements as units, each with its segments."""
        statements = {s.id: s for s in reversed(self.m.statements)}
        self.lost[_TWICE] += len(self.m.statements) - len(statements)
        before = {statement.id: unit for unit, statement in self.made.statements.items()}
        edus = self.former.each("edu")
        segments: dict[str, Item | None] = {item.id: item for item in edus if item.id not in self.gone}
        for statement in statements.values():
            self._voice(statement)
            if statement.id in before:
                self._change(statement, before[statement.id], segments)
        self.items["edu"] = [item for item in segments.values() if item]
        self.items["joint"] = self.former.each("joint")
        units = {item.id: item for item in self.former.each("adu")}
        former = {item.id for item in self.former.items}
        for statement in reversed(statements.values()):
            unit = before.get(statement.id)
            name = unit if unit is not None else self._free(statement.id, former)
            self.ids[statement.id] = name
            kind = "opp" if statement.voice is Voice.CONCEDED else "pro"
            attributes = units[unit].attributes if unit is not None else {"id": name}
            self.items["adu"].append(Item("adu", {**attributes, "type": kind}))
            if unit is None and statement.text:
                self._segment(statement, name)

    def _free(self, name: str, former: Container[str]) -> str:
        return self.names.make(name, "-") if name in former else name

    def _voice(self, statement: Statement) -> None:
        self.lost[_VOICES] += statement.voice in (Voice.AUTHOR, Voice.REPORTED)

    def _change(self, statement: Statement, unit: str, segments: dict[str, Item | None]) -> None:
        """Put what a statement says now into the segments of its unit, where that is something else."""
        own = self.former.segments[unit]
        is_same = " ".join(item.text for item in own) == statement.text
        if statement.implicit == (bool(own) and all(map(implicit, own))) and is_same:
            return
        for number, item in enumerate(own):
            attributes = {name: value for name, value in item.attributes.items() if name != "implicit"}
            attributes |= {"implicit": "true"} if statement.implicit else {}
            text = item.text if is_same else statement.text
            segments[item.id] = evolve(item, attributes=attributes, text=text) if is_same or not number else None

    def _segment(self, statement: Statement, unit: str) -> None:
        name = self._new("e")
        more = {"implicit": "true"} if statement.implicit else {}
        self.items["edu"].append(Item("edu", {"id": name, **more}, statement.text))
        self._arrow("seg", name, unit)

    def _new(self, letter: str) -> str:
        """Return a new id: a letter and the next number that is free."""
        while not self.names.claim(name := f"{letter}{self.last[letter] + 1}"):
            self.last[letter] += 1
        return name

    def _arrow(self, kind: str, source: str, target: str, wanted: str | None = None) -> str:
        name = wanted or self._new("c")
        self.items["edge"].append(Item("edge", {"id": name, "src": source, "trg": target, "type": kind}))
        return name

    def write_edges(self) -> None:
        """Write the relations as arrows, each after the one that it undercuts."""
        waiting: dict[str, list[Relation]] = {}
        todo: list[tuple[Relation, str]] = []
        for relation in (r for r in self.m.relations if r.kind is not RelationKind.CONTRADICTION):
            if relation.kind is RelationKind.UNDERCUT:
                waiting.setdefault(relation.target, []).append(relation)
            elif relation.target in self.ids:
                todo.append((relation, self.ids[relation.target]))
            else:
                self.lost[_UNLINKED] += 1
        done: set[str] = set()
        for relation, target in todo:
            if relation.id in done or not relation.premises or not all(map(self.ids.__contains__, relation.premises)):
                self.lost[_UNLINKED] += 1
                continue
            done.add(relation.id)
            edge = self._relation(relation, target)
            todo += [(cut, edge) for cut in waiting.pop(relation.id, ())]
        cited = {citation.id for s in self.m.statements for citation in s.citations}
        self.lost[_UNLINKED] += sum(len(cuts) for name, cuts in waiting.items() if name not in cited)
        self._keep()

    def _relation(self, relation: Relation, target: str) -> str:
        """Write a relation: as it was where it is the same, else an arrow, and one more for each further premise."""
        is_example = relation.kind is RelationKind.SUPPORT and relation.scheme == EXAMPLE
        self.lost[_SCHEMES] += relation.scheme is not None and not is_example
        edge = self.still.get(relation.id)
        if edge is not None:
            former = self.made.relations[edge]
            same = (former.kind, former.premises, former.target, former.scheme == EXAMPLE)
            if same == (relation.kind, relation.premises, relation.target, is_example):
                self.items["edge"] += [self.former.edges[edge], *self.added.get(edge, ())]
                return edge
        kind = next(name for name, each in KINDS.items() if each is relation.kind)
        first, *further = (self.ids[name] for name in relation.premises)
        name = self._arrow("exa" if is_example else kind, first, target, edge)
        for premise in further:
            self._arrow("add", premise, name)
        return name

    @cached_property
    def still(self) -> dict[str, str]:
        """Return the arrows that the relations of the map were, by their ids in the map."""
        return {relation.id: edge for edge, relation in self.made.relations.items()}

    @cached_property
    def added(self) -> dict[str, list[Item]]:
        """Return the arrows that add premises to others, by the id of the first of them."""
        found: dict[str, list[Item]] = {}
        for edge in self.former.edges.values():
            base = self.former.base(edge) if edge.type == "add" else None
            if base and edge.source in self.made.statements:
                found.setdefault(base.id, []).append(edge)
        return found

    def _keep(self) -> None:
        """Write the items that no map has a place for, where what they name is still there, or never was."""
        left = {id(item) for item in self.made.rest}
        segs = (item for item in self.former.each("edge") if item.type == "seg" and id(item) not in left)
        items = [*segs, *self.made.rest]
        named = [(item.id, [end for end in (item.source, item.target) if end]) for item in items]
        there = Counter(item.id for written in self.items.values() for item in written)
        was = {item.id for item in self.former.items}
        there.update({end for _, ends in named for end in ends} - was)
        hung = hanging(named, there)
        self.lost[_HUNG] += len(hung)
        for number, item in enumerate(items):
            if number not in hung:
                self.items[item.tag].append(item)
