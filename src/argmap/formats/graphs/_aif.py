"""AIF in JSON: the node sets of AIFdb, and what OVA saves, as they stand in a file.

AIFdb's node sets (`nodes`, `edges`, `locutions`) and their descendants: in xAIF, OVA 3's format, they stand under
``AIF``, beside the analysed ``text`` and the layout ``OVA``. OVA 2 names things otherwise, and repeats in each edge the
two nodes that it joins. See http://www.arg.tech/aif and Chesñevar et al., Towards an Argument Interchange Format
(The Knowledge Engineering Review 21(4), 2006).
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from attrs import frozen

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats.graphs._places import Item, parse
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.schemes.catalogue import aif_name
from argmap.text import Span

ANNEX = "aif"
"""The name of the annex, which AIF and xAIF share: each can be written of what was read from the other."""

MIRROR = "mirrorOf"
"""The key that ties the other side of a contradiction, a conflict of its own, to the first."""

_NAMES = frozenset({str, int, float})
_LISTS = {"nodes": None, "edges": None}
SETS = ("schemefulfillments", "descriptorfulfillments", "participants", "locutions")
_STANDARD = {"RA": "Default Inference", "CA": "Default Conflict"}
_UNNAMED = frozenset({"", "ra", "ca", "default", "inference", "conflict", "default inference", "default conflict"})


class Keys(NamedTuple):
    """What a file calls the id of a node, and the ends of an edge; OVA 2 puts whole nodes there."""

    node: str = "nodeID"
    source: str = "fromID"
    target: str = "toID"
    has_nodes_in_edges: bool = False


@frozen
class NodeSet:
    """A file.

    Attributes:
        nodes: Its nodes, each an object, with its id.
        edges: Its edges, each an object, with the ids of the nodes that it joins.
        rest: All its other members; ``nodes`` and ``edges`` are None where they stand.
        places: The places of its members by their keys.
    """

    nodes: tuple[tuple[Item, Any], ...]
    edges: tuple[tuple[Item, tuple[Any, Any]], ...]
    rest: dict[str, Any]
    places: dict[str, Span]

    @property
    def keys(self) -> Keys:
        """Return what its nodes and edges call things, as the first of each does."""
        node = self.nodes[0][0].value if self.nodes else {}
        edge = self.edges[0][0].value if self.edges else {}
        own = "id" if "nodeID" not in node and "id" in node else "nodeID"
        source, target = ("from", "to") if "fromID" not in edge and "from" in edge else ("fromID", "toID")
        return Keys(own, source, target, isinstance(edge.get(source), dict))


def core_of(rest: dict[str, Any]) -> dict[str, Any]:
    """Return what holds the nodes and edges."""
    core = rest.get("AIF")
    return core if isinstance(core, dict) else rest


def read(text: str, flaws: Flaws) -> NodeSet:
    """Read a file.

    Args:
        text: The file.
        flaws: What is found: what is no node or edge is told, and left out.

    Raises:
        ConvertError: It has no list of nodes.

    Example:
        >>> nodes = read('{"nodes": [{"nodeID": 1, "type": "I", "text": "Dry."}], "edges": []}', Flaws()).nodes
        >>> [(name, item.value["text"]) for item, name in nodes]
        [(1, 'Dry.')]
    """
    rest, places = parse(text, {**_LISTS, "AIF": _LISTS}, flaws)
    core = core_of(rest)
    nodes, edges = core.get("nodes") or [], core.get("edges") or []
    lists = (nodes, edges)
    is_graph = all(isinstance(items, list) and not any(item.key for item in items[:1]) for items in lists)
    if not is_graph or (core.get("nodes") is None and not flaws.found):
        raise ConvertError("this is no AIF: 'nodes' is a list of objects with 'nodeID', 'type' and 'text'")
    core |= dict.fromkeys(_LISTS)
    named = [(item, node_id(item.value) if type(item.value) is dict else None) for item in nodes]
    joined = [(item, ends(item.value) if type(item.value) is dict else (None, None)) for item in edges]
    odd = [(item, "a node is an object with 'nodeID'") for item, name in named if type(name) not in _NAMES]
    odd += [
        (item, "an edge is an object with 'fromID' and 'toID'")
        for item, (source, target) in joined
        if type(source) not in _NAMES or type(target) not in _NAMES
    ]
    for item, message in odd:
        flaws.add(WRONG_VALUE, f"{message}: this is left out", item.span)
    if odd:
        left_out = {item.start for item, _ in odd}
        named = [each for each in named if each[0].start not in left_out]
        joined = [each for each in joined if each[0].start not in left_out]
    return NodeSet(tuple(named), tuple(joined), rest, places)


def node_id(fields: dict[str, Any]) -> Any:
    """Return the id of a node: a text or a number, if all is well."""
    found = fields.get("nodeID")
    return fields.get("id") if found is None else found


def ends(fields: dict[str, Any]) -> tuple[Any, Any]:
    """Return the ids of the two nodes that an edge joins."""
    source, target = fields.get("fromID"), fields.get("toID")
    if source is None or target is None:
        source, target = fields.get("from", source), fields.get("to", target)
    if isinstance(source, dict) or isinstance(target, dict):
        return tuple(node_id(end) if isinstance(end, dict) else end for end in (source, target))  # type: ignore[return-value]
    return source, target


def type_of(fields: dict[str, Any]) -> str:
    """Return the type of a node, such as ``I`` or ``RA``; empty where there is none."""
    found = fields.get("type")
    return found if isinstance(found, str) else ""


def text_of(fields: dict[str, Any]) -> str:
    """Return the text of a node; a number is taken as it is written."""
    found = fields.get("text")
    return found if isinstance(found, str) else "" if found is None else json.dumps(found, ensure_ascii=False)


def scheme_of(fields: dict[str, Any]) -> str | None:
    """Return the scheme that an inference or a conflict follows; None where that is none in particular.

    Example:
        >>> scheme_of({"type": "RA", "text": "Default Inference"}), scheme_of({"type": "RA", "text": "Expert Opinion"})
        (None, 'Expert Opinion')
    """
    found = fields.get("scheme")
    name = found if isinstance(found, str) and not found.isdecimal() else text_of(fields)
    return None if name.strip().casefold() in _UNNAMED else name


def text_for(kind: str, scheme: str | None) -> str:
    """Return the text of an inference (``RA``) or conflict (``CA``) of a scheme: what AIF calls it.

    Example:
        >>> text_for("RA", None), text_for("RA", "expert-opinion"), text_for("RA", "modus ponens")
        ('Default Inference', 'Expert Opinion', 'modus ponens')
    """
    return _STANDARD[kind] if scheme is None else aif_name(scheme)


def analysed_text(rest: dict[str, Any]) -> str:
    """Return the text that was analysed, in HTML, wherever a file has it; empty where there is none.

    Example:
        >>> analysed_text({"text": {"txt": "Dry."}}), analysed_text({"analysis": {"txt": "Dry."}}), analysed_text({})
        ('Dry.', 'Dry.', '')
    """
    for name in ("text", "analysis"):
        found = rest.get(name)
        text = found.get("txt") if isinstance(found, dict) else found
        if isinstance(text, str):
            return text
    return ""


def blank(form: str) -> dict[str, Any]:
    """Return a file with nothing in it."""
    if form == "aif":
        return {"nodes": None, "edges": None, "locutions": []}
    core: dict[str, Any] = {"nodes": None, "edges": None} | {name: [] for name in SETS}
    return {"AIF": core, "text": "", "OVA": {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []}}
