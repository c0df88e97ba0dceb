"""From a map to AIF: into what its annex keeps of the file that it was read from, if it was read from AIF."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from attrs import define, field

from argmap import collector
from argmap.flaws import unwritten
from argmap.formats import Writing
from argmap.formats._parts import PARTS, losses
from argmap.formats.graphs import _aif
from argmap.formats.graphs._kept import Fields, Kept, unpacked
from argmap.formats.graphs._layout import lay_out
from argmap.formats.graphs._woven import Craft, Woven, weave
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Statement

_LONGEST = 18  # digits
_TEXTUAL = frozenset({"passages", "about", "sources"})
"""The parts of a map that are written where the file has a text."""
_HANGING = (*_aif.SETS, "cqdescriptorfulfillments", "nodes", "edges")
"""Lists whose items name nodes: those of a node set, and of OVA's layout."""


def write(m: ArgumentMap, form: str) -> Writing:
    """Write a map as a node set of AIFdb (``aif``), or as ``xaif``."""
    with collector.paused():
        document, findings = to_document(m, form)
        return Writing(lay_out(document) + "\n", findings)


def to_document(m: ArgumentMap, form: str) -> tuple[Fields, tuple[Finding, ...]]:
    """Return a map as plain JSON values, and what these do not say."""
    kept, findings = _annex(m)
    rest, lost = _shaped(kept.rest, form)
    keys = _aif.Keys(*kept.rest.get("keys", ()))
    craft = _Craft(keys, form, _next_edge(kept))
    woven = weave(m, kept, Craft(craft.statement, craft.relation, craft.mirror, craft.edge, _aif.node_id, _aif.ends))
    if woven.gone or craft.renamed:
        _prune(rest, woven.gone, craft.renamed)
    if keys.has_nodes_in_edges:
        _put_nodes_in(woven, keys)
    _aif.core_of(rest).update(nodes=woven.nodes, edges=woven.edges)
    left = _with_text(m, rest, woven, craft)
    return rest, (*findings, *woven.findings, *unwritten([*lost, *_plain_schemes(m)]), *left)


def _plain_schemes(m: ArgumentMap) -> list[str]:
    """Say which schemes have a name by which AIF calls steps of no scheme."""
    schemes = dict.fromkeys(r.scheme for r in m.relations if r.scheme and _aif.scheme_of({"text": r.scheme}) is None)
    return [f"{scheme!r} is what AIF calls a step of no scheme: its scheme is lost" for scheme in schemes]


def _with_text(m: ArgumentMap, rest: Fields, woven: Woven, craft: _Craft) -> list[Finding]:
    """Write the analysed text of a map where the format has a place for it; return what is lost of it."""
    has_text = bool(_aif.analysed_text(rest).strip())
    title = "xAIF" if craft.form == "xaif" else "AIF"
    if not has_text and (craft.form == "aif" or m.about not in m.texts):
        return list(losses(m, PARTS.keys() - _TEXTUAL, f"{title} without a text", _aif.ANNEX))
    from argmap.formats.graphs._texts import analysed

    if not has_text:
        analysed.put_text(m, rest, craft.names)
    return list(analysed.lost(m, woven, _aif.analysed_text(rest), craft.names, title))


def _annex(m: ArgumentMap) -> tuple[Kept, tuple[Finding, ...]]:
    """Return what the map keeps of an AIF file."""
    kept = unpacked(m.annex[_aif.ANNEX]) if _aif.ANNEX in m.annex else Kept()
    if kept is not None and _is_sound(kept.rest):
        return kept, ()
    return Kept(), unwritten(["what the map keeps of an AIF file is damaged, and is not written"])


def _is_sound(rest: Fields) -> bool:
    keys = rest.get("keys", list(_aif.Keys()))
    names = isinstance(keys, list) and len(keys) == len(_aif.Keys()) and all(isinstance(k, str) for k in keys[:3])
    return names and isinstance(rest.get("file", {}), dict)


def _shaped(kept: Fields, form: str) -> tuple[Fields, list[str]]:
    """Return the members of a file but its nodes and edges, in the shape of a format, and what has no place in it."""
    rest = kept.get("file")
    if rest is None:
        return _aif.blank(form), []
    if kept.get("form") == form:
        return rest, []
    core = _aif.core_of(rest)
    if form == "aif":
        beside = [key for key in rest if key != "AIF"] if core is not rest else []
        return {**_aif.blank(form), **core}, [
            f"{key!r} has no place in AIF; xAIF has one" for key in beside if rest[key]
        ]
    made = _aif.blank(form)
    made["AIF"] |= {key: value for key, value in core.items() if key in _HANGING}
    analysis = core.get("analysis")
    text = analysis.get("txt") if isinstance(analysis, dict) else None
    lost = [key for key in core if key not in (*_HANGING, "analysis") and core[key]]
    return made | {"text": text or ""}, [f"{key!r} has no place in xAIF" for key in lost]


def _next_edge(kept: Kept) -> Iterator[int]:
    """Count from the first number that no edge has for its id."""
    fields = (entry if isinstance(entry, dict) else entry[2] for entry in kept.edges)
    ids = (str(each.get("edgeID", "")) for each in fields)
    return count(1 + max((int(name) for name in ids if name.isdecimal() and len(name) < _LONGEST), default=0))


def _prune(rest: Fields, gone: set[str], renamed: set[str]) -> None:
    """Take out of the lists of a file what names a node that is gone, and old schemes."""
    for holder in (_aif.core_of(rest), rest.get("OVA")):
        if not isinstance(holder, dict):
            continue
        for name in _HANGING:
            if isinstance(holder.get(name), list):
                lost = gone | renamed if name == "schemefulfillments" else gone
                holder[name] = [item for item in holder[name] if lost.isdisjoint(_named(item))]


def _named(item: Any) -> Iterator[str]:
    if isinstance(item, dict):
        yield from (str(item[key]) for key in ("nodeID", "fromID", "toID") if key in item)


def _put_nodes_in(woven: Woven, keys: _aif.Keys) -> None:
    """Put the nodes that an edge joins in place of their ids."""
    nodes = {str(_aif.node_id(fields)): fields for fields in reversed(woven.nodes)}
    for edge in woven.edges:
        for end in (keys.source, keys.target):
            edge[end] = nodes.get(str(edge[end]), {keys.node: edge[end]})


@define
class _Craft:
    """Makes nodes and edges; remembers the nodes of statements, and those of another scheme than their fields said."""

    keys: _aif.Keys
    form: str
    numbers: Iterator[int]
    renamed: set[str] = field(factory=set)
    names: dict[str, Any] = field(factory=dict)

    def statement(self, name: Any, statement: Statement, rest: Fields | None) -> Fields:
        self.names[statement.id] = name
        return {self.keys.node: name, "text": statement.text, "type": "I", **(rest or {})}

    def relation(self, name: Any, relation: Relation, rest: Fields | None) -> Fields:
        kind = "RA" if relation.kind is RelationKind.SUPPORT else "CA"
        text = _aif.text_for(kind, relation.scheme)
        own = {"scheme": relation.scheme} if relation.scheme not in (None, text) else {}
        fields = {self.keys.node: name, "text": text, "type": kind, **own, **(rest or {})}
        if rest and _aif.scheme_of(fields) != relation.scheme:
            self.renamed.add(str(name))
            kept = {key: value for key, value in fields.items() if key not in ("scheme", "schemeID")}
            fields = {**kept, "text": text, **own}
        return fields

    def mirror(self, name: Any, main: Any, relation: Relation, rest: Fields | None) -> Fields:
        return {**self.relation(name, relation, rest), _aif.MIRROR: main}

    def edge(self, source: Any, target: Any, rest: Fields | None) -> Fields:
        if rest is None:
            number = next(self.numbers)
            rest = {"edgeID": str(number), "formEdgeID": None} if self.form == "aif" else {"edgeID": number}
        first = {"edgeID": rest["edgeID"]} if "edgeID" in rest else {}
        return {**first, self.keys.source: source, self.keys.target: target, **rest}
