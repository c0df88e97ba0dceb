"""From a map to a graph: statements are nodes, relations edges or nodes of their own."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.formats._parts import DANGLING
from argmap.formats._rows import lists
from argmap.formats._rows.writing import Row, said
from argmap.formats._rows.writing import tables as rows_of
from argmap.formats.graphs._drawn.graph import PREMISE, Edge, Graph, Node
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.native.ids import Names
from argmap.wording import tallied

GROUPS = "groups"
"""The name under which a graph has the headings of its groups."""


def graph_of(m: ArgumentMap, form: str) -> tuple[Graph, list[str]]:
    """Return a map as a graph, and what no graph can say of it.

    Args:
        m: The map.
        form: Name of the format, whose annex is written again.
    """
    found = rows_of(m, form)
    graph = Graph({"title": m.title} if m.title else {})
    if m.groups:
        graph.said[GROUPS] = lists.joined(lists.joined([g.id, g.title, g.parent or ""]) for g in m.groups)
    taken = Names()
    called = {}
    for statement, row in zip(m.statements, _rows(found, "statements"), strict=True):
        called[statement.id] = taken.make(str(row["id"]), "-")
        own = {name: value for name, value in _texts(row).items() if name != "id"}
        graph.nodes.append(Node(called[statement.id], {"label": statement.label, **own}))
    drawn, lost = _drawable(m)
    cut = {r.target for r in drawn if r.kind is RelationKind.UNDERCUT}
    rows = {r.id: row for r, row in zip(m.relations, _rows(found, "relations"), strict=True)}
    names = {r.id: taken.make(f"step-{place}", "-") for place, r in enumerate(drawn, 1) if not _is_edge(r, cut)}
    for relation in drawn:
        _draw(graph, relation, _texts(rows[relation.id]), called, names)
    return graph, lost


def _rows(found: dict[str, tuple[list[str], list[Row]]], section: str) -> list[Row]:
    return found.get(section, ([], []))[1]


def _texts(row: Row) -> dict[str, str]:
    return {name: text for name, value in row.items() if (text := said(value))}


def _is_edge(relation: Relation, cut: set[str]) -> bool:
    return len(relation.premises) == 1 and relation.id not in cut


def _drawable(m: ArgumentMap) -> tuple[list[Relation], list[str]]:
    """Return the relations whose ends are in the map, and what is told of the others."""
    ids = {statement.id for statement in m}
    steps = {relation.id: relation for relation in m.relations}
    gone: set[str] = set()
    is_known = {r.id: ids.issuperset(r.premises) for r in m.relations}
    cuts: dict[str, list[Relation]] = {}
    for relation in m.relations:
        if relation.kind is RelationKind.UNDERCUT:
            cuts.setdefault(relation.target, []).append(relation)
            has_end = relation.target in steps
        else:
            has_end = relation.target in ids
        if not has_end or not is_known[relation.id] or not relation.premises:
            gone.add(relation.id)
    todo = list(gone)
    for name in todo:
        fresh = [r.id for r in cuts.get(name, ()) if r.id not in gone]
        gone.update(fresh)
        todo += fresh
    citations = {citation.id for statement in m for citation in statement.citations}
    odd = [name for name in gone if steps[name].target not in citations]
    return [relation for relation in m.relations if relation.id not in gone], list(tallied({DANGLING: len(odd)}))


def _draw(graph: Graph, relation: Relation, row: dict[str, str], called: dict[str, str], names: dict[str, str]) -> None:
    """Add a relation as an edge, or as a node with edges."""
    own = {name: text for name, text in row.items() if name not in ("from", "to", "kind", "id")}
    kind = str(relation.kind)
    end = called[relation.target] if relation.kind is not RelationKind.UNDERCUT else names[relation.target]
    usual = relation_id(relation.kind, relation.premises, relation.target)
    if relation.id not in names:
        named = {} if relation.id == usual else {"id": relation.id}
        graph.edges.append(Edge(called[relation.premises[0]], end, {"kind": kind, **own, **named}))
        return
    name = names[relation.id]
    graph.nodes.append(Node(name, {"label": kind, "kind": kind, **own, "id": relation.id}))
    graph.edges += (Edge(called[premise], name, {"kind": PREMISE}) for premise in relation.premises)
    graph.edges.append(Edge(name, end, {"kind": kind}))


def heads(things: Iterable[Node | Edge]) -> list[str]:
    """Return the names of the attributes that some nodes or edges have, in order."""
    return list(dict.fromkeys(name for thing in things for name in thing.said))
