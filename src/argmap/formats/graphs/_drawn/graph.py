"""Graphs as files hold them: nodes and edges with attributes, and how a map becomes one and is read from one.

A relation from one statement to another is an edge. One that links several statements, that is cut, or that cuts, is a
node, with an edge from each of its statements, and one to what it goes to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field, frozen

from argmap.flaws import Flaws
from argmap.formats._rows.cells import Cell, Table, note
from argmap.formats._rows.fields import folded, names
from argmap.model.statements import Kind, Statement
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.guess_in_reading import RULE as GUESS_IN_READING
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span
from argmap.wording import quoted

_STEPS = {
    "support": "support",
    "attack": "attack",
    "undercut": "undercut",
    "contradiction": "contradiction",
    "ra": "support",
    "inference": "support",
    "ca": "attack",
    "conflict": "attack",
}
"""The kinds of nodes that stand for relations, and the relations that they are."""

_CUTTING = frozenset({"undercut", "undercuts", "attack", "attacks", "con", "conflict", "ca", "against"})
"""The kinds of edges that cut the relation whose node they go to."""

_UNTURNED = frozenset(map(folded, ("because", "but", "unless", "weil", "parce que", "porque")))
"""Words on edges that may be read either way: "A because B" says that B is the reason, though the edge goes to B."""

_START = Span(0, 0)

PREMISE = "premise"
"""The kind of an edge from a statement to the node of its relation."""


@frozen
class Node:
    """A node.

    Attributes:
        id: What edges call it.
        said: Its attributes, by their names.
        at: Where it stands.
        group: The node that it stands in.
    """

    id: str
    said: Mapping[str, str]
    at: Span = _START
    group: str = ""


@frozen
class Edge:
    """An edge.

    Attributes:
        start: Id of the node that it starts from.
        end: Id of the node that it goes to.
        said: Its attributes, by their names.
        at: Where it stands.
        is_directed: Whether it has a direction.
    """

    start: str
    end: str
    said: Mapping[str, str]
    at: Span = _START
    is_directed: bool = True


@define
class Graph:
    """A graph.

    Attributes:
        said: What is said of it as a whole, by the names of fields of a map.
        nodes: Its nodes.
        edges: Its edges, in order.
        holders: Ids of the nodes that other nodes stand in.
    """

    said: dict[str, str] = field(factory=dict)
    nodes: list[Node] = field(factory=list)
    edges: list[Edge] = field(factory=list)
    holders: set[str] = field(factory=set)


def tables(graph: Graph, flaws: Flaws) -> list[Table]:
    """Return a graph as tables of a map, its groups, its statements and its relations."""
    nodes: dict[str, Node] = {}
    for node in graph.nodes:
        if node.id in nodes:
            message = f"the id {node.id!r} stands twice: the second node is not read"
            note(flaws, DUPLICATE_ID, message, Cell(node.id, node.at), node.id)
        else:
            nodes[node.id] = node
    kinds = {node.id: kind for node in nodes.values() if (kind := _step(node.said))}
    reached = {edge.end for edge in graph.edges} & {edge.start for edge in graph.edges}
    steps = {name: kind for name, kind in kinds.items() if name in reached}
    groups = [node for node in nodes.values() if node.id in graph.holders]
    statements = [node for node in nodes.values() if node.id not in steps and node.id not in graph.holders]
    _tell_undirected(graph, flaws)
    rows = list(_relations(graph, nodes, steps, flaws))
    found = [
        Table("map", tuple(_rows([(graph.said, Span(0, 0))] if graph.said else []))),
        Table("groups", tuple(_rows([({"id": g.id, "title": _label(g.said) or g.id}, g.at) for g in groups]))),
        Table("statements", tuple(_rows([(_said(node), node.at) for node in statements]))),
        Table("relations", tuple(_rows(rows))),
    ]
    return [table for table in found if table.rows]


def _step(said: Mapping[str, str]) -> str | None:
    """Return which relation a node stands for by its kind; None where it is a statement."""
    known = names("statements")
    word = next((value for name, value in said.items() if "kind" in known.get(folded(name), ())), "")
    return _STEPS.get(folded(word))


def _label(said: Mapping[str, str]) -> str:
    return next((value for name, value in said.items() if folded(name) in ("label", "name", "title", "text")), "")


def _said(node: Node) -> dict[str, str]:
    """Return what a node says, with its id, and the group that it stands in."""
    own = {name: value for name, value in node.said.items() if folded(name) != "id"}
    if "text" in own and own.get("label") == _usual_label(node):
        del own["label"]
    named = next((value for name, value in node.said.items() if folded(name) == "id"), "")
    return {"id": named or node.id, **({"group": node.group} if node.group else {}), **own}


def _usual_label(node: Node) -> str:
    """Return what argmap writes as the label of a node."""
    return Statement(node.id, Kind.CLAIM, node.said["text"], node.said.get("title")).label


def _relations(
    graph: Graph, nodes: Mapping[str, Node], steps: Mapping[str, str], flaws: Flaws
) -> Iterator[tuple[Mapping[str, str], Span]]:
    """Go through the relations: the edges, and the nodes that stand for one, where their edge goes out."""
    premises: dict[str, list[str]] = {}
    others: list[Edge] = []
    for edge in graph.edges:
        missing = next((name for name in (edge.start, edge.end) if name not in nodes), None)
        if missing is not None:
            message = f"no node has the id {missing!r}, so that this edge is not read"
            note(flaws, UNKNOWN_REFERENCE, message, Cell(missing, edge.at), missing)
        elif _kind(edge.said) in _UNTURNED:
            message = f"{quoted(_kind(edge.said))} does not say which of the two is the reason: write 'support' or"
            note(flaws, WRONG_VALUE, f"{message} 'attack'; this edge is not read", Cell("", edge.at))
        elif edge.end in steps and edge.start not in steps and _is_premise(edge):
            premises.setdefault(edge.end, []).append(_called(nodes[edge.start]))
        else:
            others.append(edge)
    done: set[str] = set()
    for edge in others:
        cuts = {"kind": "undercut"} if edge.end in steps else {}
        ends = {"from": _called(nodes[edge.start]), "to": _called(nodes[edge.end])}
        if edge.start not in steps:
            yield {**ends, **(_unkind(edge.said) if cuts else edge.said), **cuts}, edge.at
            continue
        node = nodes[edge.start]
        wrong = _wrong(edge, steps, premises, done)
        done.add(edge.start)
        if wrong:
            note(flaws, WRONG_VALUE, f"this edge is not read: {wrong}", Cell("", edge.at), edge.start)
            continue
        own = {name: value for name, value in _unkind(node.said).items() if folded(name) not in ("id", "label", "name")}
        ends["from"] = " + ".join(premises[edge.start])
        yield {"id": _called(node), **ends, **own, "kind": steps[edge.start], **cuts}, node.at


def _is_premise(edge: Edge) -> bool:
    """Tell whether an edge to the node of a relation comes from one of its statements, rather than cuts it."""
    return _kind(edge.said) not in _CUTTING


def _kind(said: Mapping[str, str]) -> str:
    """Return the word that says what an edge does, folded."""
    known = names("relations")
    return folded(next((value for name, value in said.items() if "kind" in known.get(folded(name), ())), ""))


def _wrong(edge: Edge, steps: Mapping[str, str], premises: Mapping[str, list[str]], done: set[str]) -> str:
    """Say why the edge that goes out of the node of a relation cannot be read; nothing where it can."""
    if edge.start in done:
        return f"the relation {edge.start!r} goes to something else already"
    if edge.start not in premises:
        return f"no statement goes into the relation {edge.start!r}"
    if edge.end in steps and steps[edge.start] == "support":
        return f"{edge.start!r} supports a relation, and in a map only statements are supported"
    return ""


def _unkind(said: Mapping[str, str]) -> dict[str, str]:
    """Return what a node or edge says but for its kind."""
    known = names("relations")
    return {name: value for name, value in said.items() if "kind" not in known.get(folded(name), ())}


def _called(node: Node) -> str:
    return next((value for name, value in node.said.items() if folded(name) == "id"), "") or node.id


def _rows(things: Sequence[tuple[Mapping[str, str], Span]]) -> Iterator[list[Cell]]:
    """Return rows with heads over them; each cell has the place of its node or edge."""
    heads: dict[str, Span] = {}
    for said, at in things:
        for name in said:
            heads.setdefault(name, at)
    if heads:
        yield [Cell(name, at) for name, at in heads.items()]
    for said, at in things:
        yield [Cell(said.get(name, ""), at) for name in heads]


def _tell_undirected(graph: Graph, flaws: Flaws) -> None:
    """Tell of edges without a direction, unless they are contradictions, which have none."""
    loose = [e for e in graph.edges if not e.is_directed and "contradict" not in " ".join(e.said.values()).lower()]
    if loose:
        many = len(loose) > 1
        what = f"{len(loose):,} edges have no direction, and are" if many else "this edge has no direction, and is"
        note(flaws, GUESS_IN_READING, f"{what} read from source to target", Cell("", loose[0].at))
