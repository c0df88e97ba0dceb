"""GEXF as text: read as a graph, and written."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats import Writing
from argmap.formats._xml import Element, elements, in_attribute, in_element
from argmap.formats.graphs._drawn.graph import Edge, Graph, Node
from argmap.formats.graphs._drawn.markup import TYPES, value, whole
from argmap.formats.graphs._drawn.writing import GROUPS, graph_of, heads
from argmap.model.document import ArgumentMap

_CREATOR = "argmap"
_LOOKS = {"color", "size", "position", "shape", "thickness"}


def parse(flaws: Flaws) -> Graph:
    """Read GEXF as far as it goes; raises `ConvertError` where it is none."""
    found = elements(flaws)
    names = [element.name.rpartition(":")[2] for element in found]
    if "gexf" not in names[:1]:
        raise ConvertError("this is no GEXF: it does not begin with <gexf>")
    said = _said(found, names)
    graph = Graph(_of_meta(found, names))
    default = "directed"
    for at, (element, name) in enumerate(zip(found, names, strict=True)):
        own = element.attributes
        if name == "graph":
            default = own.get("defaultedgetype", "undirected")
        elif name == "node":
            group = own.get("pid", "") or _holder(found, names, at)
            graph.holders |= {group} if group else set()
            label = {"label": own["label"]} if own.get("label", "").strip() else {}
            graph.nodes.append(Node(own.get("id", ""), label | said.get(at, {}), element.at, group))
        elif name == "edge":
            kind = own.get("type", default)
            values = {key: own[key] for key in ("label", "kind") if own.get(key, "").strip()} | said.get(at, {})
            ends = own.get("source", ""), own.get("target", "")
            graph.edges.append(Edge(*ends, values, element.at, is_directed=kind == "directed"))
            if own.get("weight", "1") not in ("1", "1.0"):
                flaws.drop("the thickness of edges ('weight') says nothing of an argument", element.at)
        elif name in _LOOKS:
            flaws.drop("colours, sizes and places say nothing of an argument", element.at)
        elif name == "spell":
            flaws.drop("times have no place in a map", element.at)
    return graph


def _of_meta(found: list[Element], names: list[str]) -> dict[str, str]:
    meta = {name: e.text for e, name in zip(found, names, strict=True) if e.parent >= 0 and names[e.parent] == "meta"}
    said = {"title": meta.get("description", "")}
    if meta.get("creator") == _CREATOR:
        said[GROUPS] = meta.get("keywords", "")
    return {name: text for name, text in said.items() if text.strip()}


def _holder(found: list[Element], names: list[str], at: int) -> str:
    """Return the id of the node that a node stands in; empty where it stands in none."""
    nodes = found[at].parent
    outer = found[nodes].parent if nodes >= 0 and names[nodes] == "nodes" else -1
    return found[outer].attributes.get("id", "") if outer >= 0 and names[outer] == "node" else ""


def _said(found: list[Element], names: list[str]) -> dict[int, dict[str, str]]:
    """Return the values of each node and edge, by the titles of their attributes; defaults too."""
    titles: dict[tuple[str, str], str] = {}
    defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
    said: dict[int, dict[str, str]] = {}
    for at, (element, name) in enumerate(zip(found, names, strict=True)):
        own = element.attributes
        if name == "attribute" and element.parent >= 0:
            kind = found[element.parent].attributes.get("class", "node")
            titles[kind, own.get("id", "")] = own.get("title", own.get("id", ""))
        elif name == "default" and names[element.parent] == "attribute" and element.text.strip():
            attribute = found[element.parent]
            kind = found[attribute.parent].attributes.get("class", "node")
            defaults.setdefault(kind, {})[attribute.attributes.get("title", "")] = element.text
        elif name in defaults:
            said[at] = dict(defaults[name])
        elif name == "attvalue":
            owner = found[element.parent].parent if element.parent >= 0 else -1
            key = own.get("for", own.get("id", ""))
            if owner in said and own.get("value", "").strip():
                said[owner][titles.get((names[owner], key), key)] = own["value"]
    return said


def written(m: ArgumentMap) -> Writing:
    """Write a map; see `argmap.formats.graphs.gexf.write`."""
    graph, lost = graph_of(m, "gexf")
    keys = {
        "node": {name: f"n{place}" for place, name in enumerate(heads(graph.nodes)) if name != "label"},
        "edge": {name: f"e{place}" for place, name in enumerate(heads(graph.edges))},
    }
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
        "  <meta>",
        f"    <creator>{_CREATOR}</creator>",
        *(f"    <{tag}>{in_element(graph.said[name])}</{tag}>" for name, tag in _META.items() if name in graph.said),
        "  </meta>",
        '  <graph mode="static" defaultedgetype="directed">',
    ]
    for kind, names in keys.items():
        lines.append(f'    <attributes class="{kind}">')
        for name, key in names.items():
            what = TYPES.get(name, "string")
            lines.append(f'      <attribute id="{key}" title="{in_attribute(name)}" type="{what}"/>')
        lines.append("    </attributes>")
    lines.append("    <nodes>")
    for node in graph.nodes:
        label = in_attribute(node.said.get("label", node.id))
        lines.append(f'      <node id="{in_attribute(node.id)}" label="{label}">')
        lines += [*_values(node.said, keys["node"]), "      </node>"]
    lines += ["    </nodes>", "    <edges>"]
    for number, edge in enumerate(graph.edges, 1):
        ends = f'source="{in_attribute(edge.start)}" target="{in_attribute(edge.end)}"'
        lines += [f'      <edge id="{number}" {ends}>', *_values(edge.said, keys["edge"]), "      </edge>"]
    return whole([*lines, "    </edges>", "  </graph>", "</gexf>"], lost)


_META = {"title": "description", GROUPS: "keywords"}


def _values(said: Mapping[str, str], keys: dict[str, str]) -> list[str]:
    values = [
        f'          <attvalue for="{keys[name]}" value="{in_attribute(value(name, text))}"/>'
        for name, text in said.items()
        if name in keys
    ]
    return ["        <attvalues>", *values, "        </attvalues>"] if values else []
