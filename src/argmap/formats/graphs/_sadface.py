"""The nodes of SADFace, and what a map says of them."""

from __future__ import annotations

from typing import Any

from argmap.formats.graphs._framed import Frame, Read, does_attack
from argmap.formats.graphs._kept import Fields
from argmap.formats.graphs._net import Role
from argmap.model.relations import Relation
from argmap.model.statements import Statement

_ATTACKS = frozenset({"attack", "conflict", "con", "contradiction", "rebuttal", "undercut", "default conflict"})
_SUPPORTS = frozenset({"", "support", "inference", "pro", "default inference"})
_OTHERS = {"rephrase": "rephrases", "restatement": "rephrases", "preference": "preferences"}
_CORE = ("analyst_email", "analyst_name", "created", "description", "edited", "id", "notes", "title")
_OWN = "argmap"
"""Under this key of a node's metadata stands what the name of a scheme does not say."""


def _role(name: Any) -> tuple[Role, str | None]:
    """Return what a scheme with a name does, and which argumentation scheme it follows."""
    word = name.strip().casefold() if isinstance(name, str) else ""
    if word in _OTHERS:
        return Role.OTHER, _OTHERS[word]
    if word in _ATTACKS:
        return Role.ATTACK, None
    return Role.SUPPORT, None if word in _SUPPORTS else name


def _own(fields: Fields) -> Fields:
    metadata = fields.get("metadata")
    own = metadata.get(_OWN) if isinstance(metadata, dict) else None
    return own if isinstance(own, dict) else {}


def node(fields: Fields) -> Read:
    """Say what a node is to a map."""
    kind = fields.get("type")
    text = fields.get("text")
    if kind == "atom":
        words = text if isinstance(text, str) else "" if text is None else str(text)
        return Read(Role.STATEMENT, words, rest=_rest(fields, "id", "type", "text"))
    if kind != "scheme":
        return Read(Role.OTHER, f"nodes of the type {kind!r}")
    name = fields.get("name", text)
    role, scheme = _role(name)
    if role is Role.OTHER:
        return Read(role, scheme or "")
    own = _own(fields)
    told, mirrors = own.get("scheme"), own.get("mirrorOf")
    scheme = told if isinstance(told, str) else scheme
    usual = name == (scheme if role is Role.SUPPORT and scheme is not None else _usual(role))
    rest = _rest(fields, "id", "type", *(["name"] if usual else []))
    if own:
        rest["metadata"] = _rest(fields["metadata"], _OWN)
    return Read(role, "", scheme, mirrors if isinstance(mirrors, str) else None, rest)


def _rest(fields: Fields, *said: str) -> Fields:
    return {key: value for key, value in fields.items() if key not in said}


def _usual(role: Role) -> str:
    return "attack" if role is Role.ATTACK else "support"


def statement(said: Statement, rest: Fields | None) -> Fields:
    """Make the atom of a statement."""
    return {"type": "atom", "text": said.text, **({"sources": [], "metadata": {}} if rest is None else rest)}


def relation(said: Relation, mirrors: str | None, rest: Fields | None) -> Fields:
    """Make the scheme of a relation."""
    rest = {"metadata": {}} if rest is None else rest
    role = Role.ATTACK if does_attack(said) else Role.SUPPORT
    wanted = Read(role, "", said.scheme, mirrors)
    plain = said.scheme if role is Role.SUPPORT and said.scheme is not None else _usual(role)
    for name in dict.fromkeys((rest.get("name", plain), plain, _usual(role))):
        fields: Fields = {"type": "scheme", "name": name, **_rest(rest, "name")}
        if node(fields)[:4] == wanted[:4]:
            return fields
    own = {"scheme": said.scheme} if said.scheme is not None else {}
    own |= {"mirrorOf": mirrors} if mirrors is not None else {}
    metadata = rest.get("metadata")
    others = metadata if isinstance(metadata, dict) else {}
    return {"type": "scheme", "name": _usual(role), **_rest(rest, "name"), "metadata": {**others, _OWN: own}}


def blank() -> Fields:
    """Make a file with nothing in it."""
    core = dict.fromkeys(_CORE, "") | {"version": "0.2"}
    return {"metadata": {"core": core}, "resources": [], "nodes": None, "edges": None}


FRAME = Frame(
    title="SADFace",
    form="sadface",
    ends=("source_id", "target_id"),
    has_tables=False,
    blank=blank,
    node=node,
    statement=statement,
    relation=relation,
    told=frozenset({"id", "name"}),
)
