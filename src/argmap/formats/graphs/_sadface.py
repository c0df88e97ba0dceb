"""The nodes of SADFace, and what a map says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.formats.graphs._framed import Frame, Read, does_attack
from argmap.formats.graphs._kept import Fields
from argmap.formats.graphs._net import Role
from argmap.formats.graphs._texts.anchoring import Quotation, Text
from argmap.formats.graphs._texts.quoting import Quoting
from argmap.model.relations import Relation
from argmap.model.statements import Statement
from argmap.wording import quoted

_ATTACKS = re.compile(r"\b(?:(?:attack|conflict|contradict|rebut|refut|undercut|undermin)\w*|con)\b")
_SUPPORTS = frozenset({"", "support", "inference", "pro", "default inference"})
_OTHERS = {"rephrase": "rephrases", "restatement": "rephrases", "preference": "preferences"}
_SCHEMES = ("scheme", "inference", "conflict")
"""The types of schemes: one before version 0.5 of the SADFace library, two in it."""

_CORE = ("analyst_email", "analyst_name", "created", "description", "edited", "id", "notes", "title")
_OWN = "argmap"
"""Under this key of a node's metadata stands what the name of a scheme does not say."""


def _role(name: Any, kind: str) -> tuple[Role, str | None]:
    """Return what a scheme with a name does, and which argumentation scheme it follows.

    Example:
        >>> [_role(name, "scheme")[0].value for name in ("Rebuts", "Conflict from bias", "sign", {})]
        ['attack', 'attack', 'support', 'support']
    """
    name = name if isinstance(name, str) else ""
    word = name.strip().casefold()
    if kind == "conflict":
        return Role.ATTACK, None
    if kind == "inference":
        return Role.SUPPORT, None if word in _SUPPORTS else name
    if word in _OTHERS:
        return Role.OTHER, _OTHERS[word]
    if _ATTACKS.search(word):
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
    if kind not in _SCHEMES:
        return Read(Role.OTHER, f"nodes of the type {quoted(str(kind))}")
    name = fields.get("name", text)
    role, scheme = _role(name, kind)
    if role is Role.OTHER:
        return Read(role, scheme or "")
    own = _own(fields)
    told, mirrors = own.get("scheme"), own.get("mirrorOf")
    scheme = told if isinstance(told, str) else scheme
    usual = name == (scheme if role is Role.SUPPORT and scheme is not None else _usual(role))
    said = ["id", *(["type"] if kind == "scheme" else []), *(["name"] if usual else [])]
    rest = _rest(fields, *said)
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
    kind = rest.get("type", "scheme")
    if kind != "scheme":
        kind = "conflict" if role is Role.ATTACK else "inference"
    for name in (rest.get("name", plain), plain, _usual(role)):
        fields: Fields = {"type": kind, "name": name, **_rest(rest, "name", "type")}
        if node(fields)[:4] == wanted[:4]:
            return fields
    own = {"scheme": said.scheme} if said.scheme is not None else {}
    own |= {"mirrorOf": mirrors} if mirrors is not None else {}
    metadata = rest.get("metadata")
    others = metadata if isinstance(metadata, dict) else {}
    return {"type": kind, "name": _usual(role), **_rest(rest, "name", "type"), "metadata": {**others, _OWN: own}}


def blank() -> Fields:
    """Make a file with nothing in it."""
    core = dict.fromkeys(_CORE, "") | {"version": "0.2"}
    return {"metadata": {"core": core}, "resources": [], "nodes": None, "edges": None}


def texts(members: Fields) -> dict[str, Text]:
    """Find the texts of a file; of those that share an id, the first."""
    found: dict[str, Text] = {}
    for each in _resources(members):
        if _is_text(each):
            found.setdefault(each["id"], Text(each["content"]))
    return found


def _is_text(resource: Fields) -> bool:
    content = resource.get("content")
    return isinstance(content, str) and bool(content.strip()) and resource.get("type", "text") == "text"


def _resources(members: Fields) -> list[Fields]:
    resources = members.get("resources")
    items = resources if isinstance(resources, list) else []
    return [each for each in items if isinstance(each, dict) and isinstance(each.get("id"), str)]


def with_texts(members: Fields, new: Mapping[str, Text]) -> Fields:
    """Return the members of a file with some texts: in the resources that have texts by their ids, or else any."""
    if not new:
        return members
    resources = members.get("resources")
    made = list(resources) if isinstance(resources, list) else []
    places: dict[str, int] = {}
    for n, each in enumerate(made):
        name = each.get("id") if isinstance(each, dict) else None
        if isinstance(name, str) and (name not in places or (_is_text(each) and not _is_text(made[places[name]]))):
            places[name] = n
    for name, text in new.items():
        if name in places:
            made[places[name]] = {**made[places[name]], "content": text.content}
        else:
            made.append({"id": name, "content": text.content, "type": "text", "metadata": {"core": {}}})
    return {**members, "resources": made}


def further(members: Fields) -> Iterator[str]:
    """Give the fields of resources that a map does not say."""
    for each in _resources(members):
        said = {"id", "content", "type"}
        yield from (key for key in each if key not in said and each[key] not in (None, "", [], {}, {"core": {}}))


def quotations(rest: Fields) -> list[Quotation]:
    """Find where an atom says that it stands."""
    sources = rest.get("sources")
    found = []
    for each in sources if isinstance(sources, list) else ():
        if not isinstance(each, dict) or not isinstance(each.get("resource_id"), str):
            continue
        start, length = (each.get(key) if type(each.get(key)) is int else None for key in ("offset", "length"))
        words = each.get("text")
        words = words if isinstance(words, str) and words.strip() else None
        if words is not None or (start is not None and length is not None):
            found.append(Quotation(each["resource_id"], start, length, words))
    return found


def with_quotations(rest: Fields | None, those: Sequence[Quotation]) -> Fields:
    """Return the further fields of an atom with other sources."""
    sources = [
        {"resource_id": each.text, "text": each.words, "offset": each.start, "length": each.length} for each in those
    ]
    return {**({"metadata": {}} if rest is None else rest), "sources": sources}


FRAME = Frame(
    title="SADFace",
    form="sadface",
    ends=("source_id", "target_id"),
    has_tables=False,
    blank=blank,
    node=node,
    statement=statement,
    relation=relation,
    told=frozenset({"id", "name", "type"}),
    quoting=Quoting(texts, with_texts, quotations, with_quotations, None, "sources", "resources", further),
)
