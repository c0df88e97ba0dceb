"""Graphs in JSON whose nodes and edges have ids: from a file to a map and back, around what a map cannot say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from attrs import evolve, frozen

from argmap import collector
from argmap.errors import ConvertError
from argmap.flaws import Flaws, unwritten
from argmap.formats import Writing
from argmap.formats.graphs._kept import Fields, Kept, unpacked
from argmap.formats.graphs._layout import lay_out
from argmap.formats.graphs._net import Link, Meaning, Node, Role, understand
from argmap.formats.graphs._places import Item, parse
from argmap.formats.graphs._texts.anchoring import Anchorage, Quotation, anchorage
from argmap.formats.graphs._texts.marks import marked
from argmap.formats.graphs._texts.quoting import Quoting, requote
from argmap.formats.graphs._woven import Craft, weave
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.origin import Origin
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Statement
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import LineIndex, Span
from argmap.wording import quoted

_MEMBERS = ("nodes", "edges")


class Read(NamedTuple):
    """What a node is to a map.

    Attributes:
        role: Its role.
        text: What a statement says; of another node, what several of its kind are called.
        scheme: The scheme of a relation.
        mirrors: Of the other side of a contradiction, the id of the first.
        rest: Its fields that the map does not say, where the map says it.
    """

    role: Role
    text: str
    scheme: str | None = None
    mirrors: str | None = None
    rest: Fields = {}  # noqa: RUF012  (never changed)


@frozen
class Frame:
    """A format of this kind; nodes and edges have their ids under ``id``, also where a file has them as keys.

    Attributes:
        title: Its name for people.
        form: Its name.
        ends: The keys of the source and the target of an edge.
        has_tables: Whether nodes and edges stand in objects, under their ids, rather than in lists.
        blank: Makes the members of a file with nothing in it.
        node: Says what a node is to a map.
        statement: Makes the node of a statement, without its id.
        relation: Makes the node of a relation, without its id, of the relation and what it mirrors.
        told: Fields that are not told, though the map does not say them: ids of edges, and the like.
        quoting: How texts, and places in them, are named.
    """

    title: str
    form: str
    ends: tuple[str, str]
    has_tables: bool
    blank: Callable[[], Fields]
    node: Callable[[Fields], Read]
    statement: Callable[[Statement, Fields | None], Fields]
    relation: Callable[[Relation, str | None, Fields | None], Fields]
    told: frozenset[str]
    quoting: Quoting

    def read(self, text: str, file: str) -> ArgumentMap:
        """Read a map; raises `ConvertError` where the text holds no nodes."""
        flaws = Flaws(text)
        with collector.paused():
            nodes, edges, (rest, places) = self.parsed(text, flaws)
            read = [self.node(fields) for fields, _ in nodes]
            meaning = self._understood(nodes, edges, read, flaws)
            self._tell(rest, places, nodes, edges, read, meaning, flaws)
            anchored = self._anchored(rest, nodes, read, meaning, file, flaws)
            m = ArgumentMap(statements=meaning.statements, relations=meaning.relations)
            document = {**rest, "nodes": [fields for fields, _ in nodes], "edges": [fields for fields, _ in edges]}
            if anchored.texts or len(rest) > len(self.blank()) or self._document(m, Kept())[0] != document:
                kept = self._kept(self.quoting.with_texts(rest, marked(anchored.texts)), nodes, edges, read, meaning)
                kept.rest.update({"sources": {s: t for t, s in anchored.sources.items()}} if anchored.texts else {})
                m = evolve(anchored.put_in(m), annex={self.form: kept.packed()})
        lines = LineIndex(text)
        return evolve(m, origin=Origin(file, self.form, lines, findings=flaws.findings(file, lines)))

    def parsed(
        self, text: str, flaws: Flaws
    ) -> tuple[list[tuple[Fields, Item]], list[tuple[Fields, Item]], tuple[Fields, Mapping[str, Span]]]:
        """Return the nodes and edges of a file, each with its id and its place, and all else with the places of it."""
        rest, places = parse(text, dict.fromkeys(_MEMBERS), flaws)
        nodes, edges = (self._items(rest, name, flaws) for name in _MEMBERS)
        return nodes, edges, (rest, places)

    def write(self, m: ArgumentMap) -> Writing:
        """Write a map, around what its annex keeps of a file in this format."""
        findings: tuple[Finding, ...] = ()
        kept = unpacked(m.annex[self.form]) if self.form in m.annex else Kept()
        if kept is None:
            message = f"what the map keeps of a file of {self.title} is damaged, and is not written"
            kept, findings = Kept(), unwritten([message])
        with collector.paused():
            document, lost = self._document(m, kept)
            if self.has_tables:
                document |= {name: _table(document[name]) for name in _MEMBERS}
            return Writing(lay_out(document) + "\n", (*findings, *lost))

    def _items(self, rest: Fields, name: str, flaws: Flaws) -> list[tuple[Fields, Item]]:
        """Return the nodes or edges of a file, and put None in their place."""
        items = rest.get(name) or []
        is_told = bool(flaws.found) or name == "edges"
        if not isinstance(items, list) or (name not in rest and not is_told):
            raise ConvertError(f"this is no {self.title}: it has no {name!r}")
        if any(bool(item.key) is not self.has_tables for item in items[:1]):
            kind = "an object" if self.has_tables else "a list"
            raise ConvertError(f"this is no {self.title}: its {name!r} are {kind}")
        rest[name] = None
        wanted = () if name == "nodes" else self.ends
        found = []
        for item in items:
            fields = item.value
            if isinstance(fields, dict) and self.has_tables:
                fields = {"id": item.key, **fields}
            if not isinstance(fields, dict) or not all(isinstance(fields.get(key), str) for key in ("id", *wanted)):
                words = " and ".join(repr(key) for key in ("id", *wanted) if key != "id" or not self.has_tables)
                flaws.add(
                    WRONG_VALUE, f"of {name!r}, each is an object with {words or 'fields'}: this is left out", item.span
                )
            else:
                found.append((fields, item))
        return found

    def _understood(
        self, nodes: list[tuple[Fields, Item]], edges: list[tuple[Fields, Item]], read: list[Read], flaws: Flaws
    ) -> Meaning:
        """Say what the map says of nodes and edges."""
        source, target = self.ends
        made = [
            Node(fields["id"], each.role, each.text, each.scheme, item.start, item.end, each.mirrors)
            for (fields, item), each in zip(nodes, read, strict=True)
        ]
        links = [Link(fields[source], fields[target], item.start, item.end) for fields, item in edges]
        return understand(made, links, flaws, self.title)

    def _anchored(
        self,
        rest: Fields,
        nodes: list[tuple[Fields, Item]],
        read: list[Read],
        meaning: Meaning,
        file: str,
        flaws: Flaws,
    ) -> Anchorage:
        """Find where the statements of a file stand in its texts."""
        ids = {theirs: mine for mine, theirs in meaning.ids.items()}
        quotations: dict[str, list[Quotation]] = {}
        places: dict[str, Span] = {}
        for n in sorted(meaning.nodes):
            fields, item = nodes[n]
            those = self.quoting.quotations(read[n].rest) if read[n].role is Role.STATEMENT else []
            if those:
                name = str(ids.get(fields["id"], fields["id"]))
                quotations[name], places[name] = those, item.span
        return anchorage(quotations, self.quoting.texts(rest), file, places, flaws)

    def _tell(
        self,
        rest: Fields,
        places: Mapping[str, Span],
        nodes: list[tuple[Fields, Item]],
        edges: list[tuple[Fields, Item]],
        read: list[Read],
        meaning: Meaning,
        flaws: Flaws,
    ) -> None:
        """Tell which fields of nodes, and which members of the file, have no place in a map."""
        lost = f"has no place in a map; it is kept for writing {self.title} again"
        for n in sorted(meaning.nodes):
            for key, value in read[n].rest.items():
                is_said = key == self.quoting.key and bool(self.quoting.quotations(read[n].rest))
                if key not in self.told and value not in (None, "", [], {}) and not is_said:
                    flaws.drop(f"{quoted(key)} of nodes {lost}", nodes[n][1].span)
        for fields, item in edges:
            for key, value in fields.items():
                if key not in self.told and key not in self.ends and value not in (None, "", [], {}):
                    flaws.drop(f"{quoted(key)} of edges {lost}", item.span)
        blank = self.blank()
        member = self.quoting.member
        for key in self.quoting.further(rest):
            flaws.drop(f"{quoted(key)} of {member} {lost}", places.get(member))
        for key, value in rest.items():
            if key != member and key not in self.told and value not in (None, "", [], {}, blank.get(key)):
                flaws.drop(f"{quoted(key)} {lost}", places.get(key))

    def _kept(
        self,
        rest: Fields,
        nodes: list[tuple[Fields, Item]],
        edges: list[tuple[Fields, Item]],
        read: list[Read],
        meaning: Meaning,
    ) -> Kept:
        """Return what of a file the map does not say."""
        entries = [[f["id"], read[n].rest] if n in meaning.nodes else f for n, (f, _) in enumerate(nodes)]
        source, target = self.ends
        links = [
            [f[source], f[target], {key: value for key, value in f.items() if key not in self.ends}]
            if n in meaning.links
            else f
            for n, (f, _) in enumerate(edges)
        ]
        return Kept(meaning.ids, meaning.mirrors, entries, links, {"file": rest})

    def _document(self, m: ArgumentMap, kept: Kept) -> tuple[Fields, tuple[Finding, ...]]:
        """Return a file with lists of nodes and edges, and what it does not say."""
        source, target = self.ends

        def edge(start: Any, end: Any, rest: Fields | None) -> Fields:
            fields = {"id": f"{start} > {end}"} if rest is None else rest
            return {"id": fields.get("id"), source: start, target: end, **fields}

        rest = kept.rest.get("file")
        quoted = requote(m, kept, dict(rest) if isinstance(rest, dict) else self.blank(), self.quoting)
        craft = Craft(
            lambda name, statement, rest: {
                "id": name,
                **self.statement(statement, quoted.fields.get(statement.id, rest)),
            },
            lambda name, relation, rest: {"id": name, **self.relation(relation, None, rest)},
            lambda name, main, relation, rest: {"id": name, **self.relation(relation, main, rest)},
            edge,
            lambda fields: fields.get("id"),
            lambda fields: (fields.get(source), fields.get(target)),
        )
        woven = weave(m, kept, craft)
        findings = (*woven.findings, *quoted.findings(self.title))
        return {**quoted.members, "nodes": woven.nodes, "edges": woven.edges}, findings


def does_attack(relation: Relation) -> bool:
    """Tell whether a relation is against what it bears on."""
    return relation.kind is not RelationKind.SUPPORT


def _table(items: list[Fields]) -> Fields:
    """Return objects by their ids; of those that share one, the first."""
    table: Fields = {}
    for item in items:
        table.setdefault(str(item.get("id")), {key: value for key, value in item.items() if key != "id"})
    return table
