"""The JSON Schema of maps and source records, made from the tables of fields (draft 2020-12)."""

from __future__ import annotations

from collections.abc import Mapping as Table
from typing import Any

from argmap.model.citations import Stance
from argmap.model.relations import Force
from argmap.model.sources import SourceKind
from argmap.model.standards import Standard
from argmap.model.statements import Voice
from argmap.native import fields
from argmap.native.citing.same import SAME
from argmap.native.extras.expectations import WORDS
from argmap.schemes.catalogue import ids

_ID = r"^[\p{L}\p{N}][\p{L}\p{N}_.\-]*$"
_VALUE = r"[^>,;=<]*[^>,;=<\s][^>,;=<]*"
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_REASON = {**_TEXT, "pattern": r"^(?!\s*\+)(?!.*\+\s*(\+|$))\s*\S"}
"""An id, or ids joined by ``+``: none of them is missing."""


def _list_or_one(what: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [what, {"type": "array", "items": what}]}


_REMARK: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_SCHEME = {"anyOf": [{"enum": list(ids())}, _TEXT]}
"""A scheme of the catalogue, which editors offer, or one in the author's own words."""

_EXPECTED = {"enum": list(WORDS)}

_SHAPES: dict[str, dict[str, Any]] = {
    "text": _TEXT,
    "date": {"type": ["string", "number"], "pattern": r"^\s*\d{4}(-\d\d(-\d\d([T ].*)?)?)?\s*$"},
    "flag": {"type": "boolean"},
    "number": {"type": "integer", "minimum": 1},
    "count": {"type": "integer", "minimum": 0},
    "digest": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "words": _list_or_one(_TEXT),
    "stance": {"enum": [str(stance) for stance in Stance]},
    "source-kind": {"enum": [str(kind) for kind in SourceKind]},
    "expectations": {
        "type": "object",
        "propertyNames": {"pattern": _ID},
        "additionalProperties": {"anyOf": [_EXPECTED, {"type": "array", "items": _EXPECTED, "minItems": 1}]},
    },
    "orders": {
        "type": "object",
        "propertyNames": {"pattern": _ID},
        "additionalProperties": _list_or_one({"type": "string", "pattern": f"^{_VALUE}(>{_VALUE})+$"}),
    },
    "groups": {"type": "object", "additionalProperties": {"anyOf": [_TEXT, {"$ref": "#/$defs/group"}]}},
    "sources": {"type": "object", "additionalProperties": {"anyOf": [_TEXT, {"$ref": "#/$defs/source"}]}},
    "nodes": {
        "type": "object",
        "propertyNames": {"pattern": _ID},
        "additionalProperties": {"$ref": "#/$defs/statement"},
    },
    "passages": _list_or_one({"anyOf": [_TEXT, {"$ref": "#/$defs/passage"}]}),
    "citations": _list_or_one({"anyOf": [{"const": SAME}, _TEXT, {"$ref": "#/$defs/citation"}]}),
    "annex": {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": _TEXT},
    "voice": {"enum": [str(voice) for voice in Voice]},
    "standard": {"enum": [str(standard) for standard in Standard]},
    "weight": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
    "credence": {"type": "number", "minimum": 0, "maximum": 1},
    "force": {"enum": [str(force) for force in Force]},
    "ids": _list_or_one(_REASON),
    "scheme": _SCHEME,
    "roles": {"type": "object", "additionalProperties": _list_or_one(_REASON)},
    "answers": {"type": "object", "additionalProperties": _list_or_one(_REASON)},
    "waives": {"anyOf": [{"type": "object", "additionalProperties": _REMARK}, _list_or_one(_TEXT)]},
    "reason": _list_or_one({"anyOf": [_REASON, {"$ref": "#/$defs/statement"}]}),
    "reasons": _list_or_one({"anyOf": [_REASON, {"$ref": "#/$defs/step"}, {"$ref": "#/$defs/statement"}]}),
    "intake": {"$ref": "#/$defs/intake"},
    "reliability": {"anyOf": [_TEXT, {"$ref": "#/$defs/reliability"}]},
}


def schema(what: str = "map") -> dict[str, Any]:
    """Make the schema of a ``map`` or of a ``source`` record.

    Example:
        >>> schema()["properties"]["about"]["type"]
        ['string', 'number', 'boolean']
    """
    statement = _record(fields.STATEMENT)
    statement["oneOf"] = [{"required": [kind]} for kind in fields.KINDS]
    definitions = {
        "statement": statement,
        "step": {**_record(fields.REASON), "required": ["reason"]},
        "passage": _record(fields.PASSAGE),
        "citation": _record(fields.CITATION),
        "group": _record(fields.GROUP),
        "source": _record(fields.SOURCE),
        "intake": {**_record(fields.INTAKE), "required": ["extractor", "file", "kept"]},
        "reliability": _record(fields.RELIABILITY),
    }
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if what == "map":
        return {**head, "title": "argmap map", **_record(fields.DOCUMENT), "required": ["nodes"], "$defs": definitions}
    record = {name: definitions[name] for name in ("intake", "reliability")}
    return {**head, "title": "argmap source record", **_record(fields.SOURCE), "$defs": record}


def _record(table: Table[str, tuple[str, str]]) -> dict[str, Any]:
    properties = {name: {"description": doc, **_SHAPES[shape]} for name, (shape, doc) in table.items()}
    return {"type": "object", "additionalProperties": False, "properties": properties}
