"""GraphML as text: read as a graph, and written."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats import Writing
from argmap.formats._xml import Element, elements, in_attribute, in_element
from argmap.formats.graphs._drawn.graph import Edge, Graph, Node
from argmap.formats.graphs._drawn.markup import TYPES, value, whole
from argmap.formats.graphs._drawn.writing import graph_of, heads
from argmap.model.document import ArgumentMap
from argmap.rules.guess_in_reading import RULE as GUESS_IN_READING

_OF_GRAPH = ("title", "description", "groups")
_LOOKS = {"Fill", "BorderStyle", "LineStyle", "Shape"}


def parse(flaws: Flaws) -> Graph:
    """Read GraphML as far as it goes; raises `ConvertError` where it is none."""
    found = elements(flaws)
    names = [element.name.rpartition(":")[2] for element in found]
    if "graphml" not in names[:1]:
        raise ConvertError("this is no GraphML: it does not begin with <graphml>")
    said = _said(found, names)
    defaults = _defaults(found, names)
    graph = Graph()
    for at, (element, name) in enumerate(zip(found, names, strict=True)):
        own = element.attributes
        if name == "graph" and not graph.said:
            graph.said = {key: text for key, text in said.get(at, {}).items() if key in _OF_GRAPH}
        elif name == "node":
            holder = _holder(found, names, at)
            group = found[holder].attributes.get("id", "") if holder is not None else ""
            graph.holders |= {group} if group else set()
            graph.nodes.append(Node(own.get("id", ""), defaults["node"] | said.get(at, {}), element.at, group))
        elif name == "edge":
            usual = found[element.parent].attributes.get("edgedefault", "directed")
            is_directed = own.get("directed", "false" if usual == "undirected" else "true") != "false"
            values = defaults["edge"] | said.get(at, {})
            graph.edges.append(Edge(own.get("source", ""), own.get("target", ""), values, element.at, is_directed))
            if own.keys() & {"sourceport", "targetport"}:
                flaws.drop("ports of edges have no place in a map", element.at)
        elif name == "Arrows" and graph.edges and _is_backward(own):
            edge = graph.edges[-1]
            graph.edges[-1] = evolve(edge, start=edge.end, end=edge.start)
            message = "the arrow of this edge is drawn at its source: it is read from its target to its source"
            flaws.add(GUESS_IN_READING, message, edge.at)
        elif name == "hyperedge":
            flaws.drop("hyperedges are not read: draw a node for each, with edges to it and from it", element.at)
        elif name in _LOOKS:
            flaws.drop("colours, lines and shapes say nothing of an argument", element.at)
    return graph


def _is_backward(arrows: Mapping[str, str]) -> bool:
    """Tell whether the one arrow that yEd draws on an edge is at its source."""
    return arrows.get("target") == "none" and arrows.get("source", "none") != "none"


def _holder(found: list[Element], names: list[str], at: int) -> int | None:
    """Return the node that holds the graph which a node stands in, if one does."""
    graph = found[at].parent
    outer = found[graph].parent if graph >= 0 and names[graph] == "graph" else -1
    return outer if outer >= 0 and names[outer] == "node" else None


def _said(found: list[Element], names: list[str]) -> dict[int, dict[str, str]]:
    """Return the values of each element, by the names of their keys; of what yEd draws, the first label."""
    keys = {
        e.attributes.get("id", ""): e.attributes.get("attr.name", "")
        for e, name in zip(found, names, strict=True)
        if name == "key"
    }
    said: dict[int, dict[str, str]] = {}
    owner: dict[int, int] = {}
    for at, (element, name) in enumerate(zip(found, names, strict=True)):
        if name == "data":
            owner[at] = element.parent
            key = element.attributes.get("key", "")
            called = keys.get(key, key)
            if called and element.text.strip():
                said.setdefault(element.parent, {})[called] = element.text
        elif element.parent in owner:
            owner[at] = owner[element.parent]
            if name in ("NodeLabel", "EdgeLabel") and element.text.strip():
                said.setdefault(owner[at], {}).setdefault("label", element.text.strip())
    return said


def _defaults(found: list[Element], names: list[str]) -> dict[str, dict[str, str]]:
    """Return the values that nodes and edges have where they say nothing."""
    defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
    for element, name in zip(found, names, strict=True):
        key = found[element.parent].attributes if name == "default" else {}
        for domain, values in defaults.items():
            if key.get("for") in (domain, "all") and key.get("attr.name") and element.text.strip():
                values[key["attr.name"]] = element.text
    return defaults


def written(m: ArgumentMap) -> Writing:
    """Write a map; see `argmap.formats.graphs.graphml.write`."""
    graph, lost = graph_of(m, "graphml")
    keys = {
        "graph": {name: f"g{place}" for place, name in enumerate(graph.said)},
        "node": {name: f"n{place}" for place, name in enumerate(heads(graph.nodes))},
        "edge": {name: f"e{place}" for place, name in enumerate(heads(graph.edges))},
    }
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    for domain, names in keys.items():
        for name, key in names.items():
            kind = TYPES.get(name, "string")
            lines.append(f'  <key id="{key}" for="{domain}" attr.name="{in_attribute(name)}" attr.type="{kind}"/>')
    lines.append('  <graph id="map" edgedefault="directed">')
    lines += _data(graph.said, keys["graph"], "    ")
    for node in graph.nodes:
        inside = _data(node.said, keys["node"], "      ")
        lines += [f'    <node id="{in_attribute(node.id)}">', *inside, "    </node>"]
    for number, edge in enumerate(graph.edges, 1):
        ends = f'source="{in_attribute(edge.start)}" target="{in_attribute(edge.end)}"'
        inside = _data(edge.said, keys["edge"], "      ")
        lines += [f'    <edge id="edge-{number}" {ends}>', *inside, "    </edge>"]
    return whole([*lines, "  </graph>", "</graphml>"], lost)


def _data(said: Mapping[str, str], keys: dict[str, str], indent: str) -> list[str]:
    return [f'{indent}<data key="{keys[name]}">{in_element(value(name, text))}</data>' for name, text in said.items()]
