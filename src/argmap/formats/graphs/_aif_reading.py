"""From AIF to a map: information nodes become statements, inferences and conflicts relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from argmap import collector
from argmap.flaws import Flaws
from argmap.formats.graphs import _aif
from argmap.formats.graphs._aif_writing import to_document
from argmap.formats.graphs._kept import Kept
from argmap.formats.graphs._net import Link, Meaning, Node, Role, understand
from argmap.formats.graphs._places import Item
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.text import LineIndex
from argmap.wording import quoted

_ROLES = {"I": Role.STATEMENT, "RA": Role.SUPPORT, "CA": Role.ATTACK}
_OTHERS = {
    "L": "locutions",
    "YA": "illocutions",
    "TA": "transitions between locutions",
    "MA": "rephrases",
    "PA": "preferences",
}
_LOOSE = "have no place in a map; they are kept for writing AIF again"
_FIELDS = 3  # of a node that is written new
_TOLD = frozenset({"nodeID", "id", "type", "text", "scheme", _aif.MIRROR})
_TOLD_OF_EDGES = frozenset({"edgeID", "fromID", "toID", "from", "to"})


def read(text: str, file: str, form: str) -> ArgumentMap:
    """Read a map; raises `ConvertError` where the text holds no list of nodes.

    Args:
        text: AIF or xAIF.
        file: Its file.
        form: The name of the format that it is read as.
    """
    flaws = Flaws(text)
    with collector.paused():
        found = _aif.read(text, flaws)
        nodes = [_node(item, str(name)) for item, name in found.nodes]
        links = [Link(str(source), str(target), item.start, item.end) for item, (source, target) in found.edges]
        meaning = understand(nodes, links, flaws, "AIF")
        m = ArgumentMap(statements=meaning.statements, relations=meaning.relations)
        if _aif.analysed_text(found.rest).strip():
            m = _anchored(m, found, nodes, meaning, file, flaws)
        _tell(found, flaws, has_text=bool(m.texts))
        if not _says_all(m, found, form):
            kept = _kept(found, nodes, meaning, form)
            m = evolve(m, annex={_aif.ANNEX: kept.packed()})
    lines = LineIndex(text)
    return evolve(m, origin=Origin(file, form, lines, findings=flaws.findings(file, lines)))


def _anchored(
    m: ArgumentMap, found: _aif.NodeSet, nodes: list[Node], meaning: Meaning, file: str, flaws: Flaws
) -> ArgumentMap:
    """Return a map with the analysed text, and the passages in it where information nodes stand."""
    from argmap.formats.graphs._texts.analysed import analysed
    from argmap.formats.graphs._texts.anchoring import Text, anchorage

    ends = ((str(source), str(target)) for _, (source, target) in found.edges)
    nodes_by_id = [(str(name), item.value) for item, name in found.nodes]
    there = analysed(nodes_by_id, ends, _aif.analysed_text(found.rest))
    if not there.text:
        return m
    place = found.places.get("text") or found.places.get("analysis")
    for _ in range(there.loose):
        flaws.drop(f"highlighted words of nodes that are not there {_LOOSE}", place)
    ids = {theirs: mine for mine, theirs in meaning.ids.items()}
    spans = {node.id: node.span for node in reversed(nodes)}
    quotations = {ids.get(name, name): those for name, those in there.quotations.items()}
    places = {ids.get(name, name): spans[name] for name in there.quotations}
    return anchorage(quotations, {"": Text(there.text)}, file, places, flaws).put_in(m)


def _says_all(m: ArgumentMap, found: _aif.NodeSet, form: str) -> bool:
    """Tell whether a file is just what is written for a map, so that there is nothing to keep."""
    if found.rest != _aif.blank(form) or len(found.nodes) < len(m.statements):
        return False
    told = (item.value for item, _ in found.nodes)
    is_plain = all(len(fields) == _FIELDS + ("scheme" in fields) or _aif.MIRROR in fields for fields in told)
    if not is_plain:
        return False
    core = _aif.core_of(to_document(m, form)[0])
    nodes, edges = [item.value for item, _ in found.nodes], [item.value for item, _ in found.edges]
    return bool(core["nodes"] == nodes and core["edges"] == edges)


def _node(item: Item, name: str) -> Node:
    fields, start, end, _ = item
    kind = _aif.type_of(fields)
    role = _ROLES.get(kind, Role.OTHER)
    if role is Role.STATEMENT:
        return Node(name, role, _aif.text_of(fields), None, start, end)
    if role is Role.OTHER:
        return Node(name, role, _OTHERS.get(kind) or f"nodes of the type {quoted(kind)}", None, start, end)
    mirrors = fields.get(_aif.MIRROR)
    return Node(name, role, "", _aif.scheme_of(fields), start, end, None if mirrors is None else str(mirrors))


def _tell(found: _aif.NodeSet, flaws: Flaws, *, has_text: bool) -> None:
    """Tell which fields of nodes and edges, and which members of the file but its text, have no place in a map."""
    lost = "has no place in a map; it is kept for writing AIF again"
    lists: tuple[tuple[Sequence[tuple[Item, Any]], frozenset[str], str], ...]
    lists = ((found.nodes, _TOLD, "nodes"), (found.edges, _TOLD_OF_EDGES, "edges"))
    for items, told, what in lists:
        for item, _ in items:
            for key in () if item.value.keys() <= told else item.value:
                if key not in told and item.value[key] is not None:
                    flaws.drop(f"{quoted(key)} of {what} {lost}", item.span)
    members, plain = ({**rest, **_aif.core_of(rest)} for rest in (found.rest, _aif.blank("xaif")))
    said = {"AIF"} | ({key for key in ("text", "analysis") if _is_text(members.get(key))} if has_text else set())
    for key, value in members.items():
        if key not in said and value not in (None, "", [], {}, plain.get(key)):
            flaws.drop(f"{quoted(key)} {lost}", found.places.get(key))


def _is_text(value: Any) -> bool:
    """Tell whether there is nothing but a text in a member."""
    return isinstance(value, str) or (isinstance(value, dict) and not any(value[key] for key in value if key != "txt"))


def _kept(found: _aif.NodeSet, nodes: list[Node], meaning: Meaning, form: str) -> Kept:
    """Return what of a file the map does not say."""
    keys = found.keys
    entries = []
    for n, (item, name) in enumerate(found.nodes):
        fields = item.value
        if n not in meaning.nodes:
            entries.append(fields)
            continue
        dropped = {keys.node, "type"}
        kind = fields["type"]
        scheme, text = nodes[n].scheme, fields.get("text")
        if kind == "I" or text == _aif.text_for(kind, scheme):
            dropped |= {"text", "scheme"} if scheme is not None and fields.get("scheme") == scheme != text else {"text"}
        entries.append([name, {key: fields[key] for key in fields if key not in dropped}])
    rest = {"file": found.rest, "form": form} | ({"keys": list(keys)} if keys != _aif.Keys() else {})
    return Kept(meaning.ids, meaning.mirrors, entries, list(_edges(found, keys, meaning)), rest)


def _edges(found: _aif.NodeSet, keys: _aif.Keys, meaning: Meaning) -> Iterator[Any]:
    """Give the edges as the annex holds them; of whole nodes in them only the ids, as they stand among the nodes."""
    for n, (item, (source, target)) in enumerate(found.edges):
        fields = item.value
        if n in meaning.links:
            yield [source, target, {k: v for k, v in fields.items() if k not in (keys.source, keys.target)}]
        elif keys.has_nodes_in_edges:
            yield {**fields, keys.source: source, keys.target: target}
        else:
            yield fields
