"""The nodes of arguebuf, and what a map says of them.

The schema is ``arg_services.graph.v1`` of https://github.com/recap-utr/arg-services.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.formats.graphs._framed import Frame, Read, does_attack
from argmap.formats.graphs._kept import Fields
from argmap.formats.graphs._net import Role
from argmap.formats.graphs._texts.anchoring import Quotation, Text
from argmap.formats.graphs._texts.quoting import Quoting
from argmap.model.relations import Relation
from argmap.model.sources import is_address
from argmap.model.statements import Statement
from argmap.schemes.catalogue import aif_name

_SCHEMES = frozenset(
    (
        "abductive, alternatives, analogy, bias, bias ad hominem, cause to effect, circumstantial ad hominem, "
        "commitment, composition, consequences, constitutive rule claims, correlation to cause, danger "
        "appeal, distress, division, epistemic ignorance, ethotic, evidence to hypothesis, example, "
        "exceptional case, expert opinion, fear appeal, full slippery slope, generic ad hominem, gradualism, "
        "ignorance, inconsistent commitment, interaction of act and person, memory, need for help, negative "
        "consequences, negative values, oppositions, perception, plea for excuse, popular opinion, popular "
        "practice, position to know, positive consequences, positive values, practical reasoning, practical "
        "reasoning from analogy, pragmatic alternatives, pragmatic inconsistency, precedent, precedent "
        "slippery slope, rhetorical oppositions, rules, sacrifice, sign, slippery slope, sorites slippery "
        "slope, sunk costs, the group and its members, threat, two person practical reasoning, values, verbal "
        "classification, verbal classification arbitrariness, verbal classification definition, verbal "
        "classification vagueness, verbal slippery slope, waste, witness testimony"
    ).split(", ")
)
"""The schemes that the schema can name."""

_ROLES = {"support": Role.SUPPORT, "attack": Role.ATTACK}
_OTHERS = {"rephrase": "rephrases", "preference": "preferences"}
_LONGEST = 18  # digits of an offset
_OWN = "argmap"
"""Under this key of a node's user data stands what the schema cannot say of a relation."""


def node(fields: Fields) -> Read:
    """Say what a node is to a map."""
    atom, scheme = fields.get("atom"), fields.get("scheme")
    if isinstance(atom, dict):
        text = atom.get("text", "")
        rest = {key: value for key, value in fields.items() if key not in ("id", "atom")}
        rest |= {key: value for key, value in atom.items() if key in ("reference", "participant")}
        return Read(Role.STATEMENT, text if isinstance(text, str) else str(text), rest=rest)
    if not isinstance(scheme, dict):
        return Read(Role.OTHER, "nodes that are neither atoms nor schemes")
    kind = next((key for key in (*_ROLES, *_OTHERS) if key in scheme), "")
    if kind not in _ROLES:
        return Read(Role.OTHER, _OTHERS.get(kind, "schemes that neither support nor attack"))
    role = _ROLES[kind]
    rest = {key: value for key, value in fields.items() if key not in ("id", "scheme")}
    further = {key: value for key, value in scheme.items() if key != kind or value != _value(kind, _named(kind, value))}
    if further:
        rest["scheme"] = further
    own = _own(fields)
    if own:
        rest["userdata"] = {key: value for key, value in fields["userdata"].items() if key != _OWN}
    told, mirrors = own.get("scheme"), own.get("mirrorOf")
    name = told if isinstance(told, str) else _named(kind, scheme[kind])
    return Read(role, "", name, mirrors if isinstance(mirrors, str) else None, rest)


def _own(fields: Fields) -> Fields:
    data = fields.get("userdata")
    own = data.get(_OWN) if isinstance(data, dict) else None
    return own if isinstance(own, dict) else {}


def _named(kind: str, value: Any) -> str | None:
    """Return the scheme that a value of the schema names, in words."""
    words = value.removeprefix(f"{kind.upper()}_").replace("_", " ").lower() if isinstance(value, str) else ""
    return words if kind == "support" and words in _SCHEMES else None


def _value(kind: str, scheme: str | None) -> str:
    """Return the value of the schema for a scheme in words; for one that it cannot name, its default."""
    words = aif_name(scheme).lower() if scheme else ""
    return f"{kind.upper()}_{words.upper().replace(' ', '_') if kind == 'support' and words in _SCHEMES else 'DEFAULT'}"


def statement(said: Statement, rest: Fields | None) -> Fields:
    """Make the node of a statement."""
    within: Fields = {"text": said.text}
    beside: Fields = {}
    for key, value in (rest or {}).items():
        (within if key in ("reference", "participant") else beside)[key] = value
    return {"atom": within, **beside}


def relation(said: Relation, mirrors: str | None, rest: Fields | None) -> Fields:
    """Make the node of a relation."""
    kind = "attack" if does_attack(said) else "support"
    rest = dict(rest or {})
    further = rest.pop("scheme", {})
    further = further if isinstance(further, dict) else {}
    value = _value(kind, said.scheme)
    old = further.get(kind)
    if old is not None and (_named(kind, old) == said.scheme or _named(kind, value) != said.scheme):
        value = old
    scheme = {kind: value} | {key: each for key, each in further.items() if key not in _ROLES}
    own = {"scheme": said.scheme} if _named(kind, value) != said.scheme else {}
    own |= {"mirrorOf": mirrors} if mirrors is not None else {}
    data = rest.pop("userdata", None)
    if own or data is not None:
        rest["userdata"] = {**(data if isinstance(data, dict) else {}), **({_OWN: own} if own else {})}
    return {"scheme": scheme, **rest}


def blank() -> Fields:
    """Make a file with nothing in it."""
    return {"nodes": None, "edges": None, "schemaVersion": 1}


def texts(members: Fields) -> dict[str, Text]:
    """Find the texts of a file."""
    resources = members.get("resources")
    tables = resources.items() if isinstance(resources, dict) else ()
    found = {name: each for name, each in tables if isinstance(each, dict) and _words(each, "text").strip()}
    return {name: Text(each["text"], _words(each, "title"), _words(each, "source")) for name, each in found.items()}


def _words(fields: Fields, key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""


def with_texts(members: Fields, new: Mapping[str, Text]) -> Fields:
    """Return the members of a file with some texts."""
    if not new:
        return members
    resources = members.get("resources")
    resources = dict(resources) if isinstance(resources, dict) else {}
    for name, text in new.items():
        former = resources.get(name)
        beside = {key: value for key, value in (("title", text.title), ("source", text.address)) if value}
        resources[name] = {**(former if isinstance(former, dict) else beside), "text": text.content}
    return {**members, "resources": resources}


def further(members: Fields) -> Iterator[str]:
    """Give the fields of resources that a map does not say."""
    resources = members.get("resources")
    for each in resources.values() if isinstance(resources, dict) else ():
        if isinstance(each, dict):
            is_said = not _words(each, "source") or is_address(each["source"])
            said = {"text", "title"} | ({"source"} if is_said else set())
            yield from (key for key, value in each.items() if key not in said and value not in (None, "", [], {}))


def quotations(rest: Fields) -> list[Quotation]:
    """Find where an atom says that it stands; an offset of nothing is left out in JSON, as where there is none."""
    reference = rest.get("reference")
    if not isinstance(reference, dict) or not isinstance(reference.get("resource"), str):
        return []
    words, start = _words(reference, "text"), reference.get("offset")
    if not words.strip() or not reference["resource"]:
        return []
    start = int(start) if isinstance(start, str) and start.isdecimal() and len(start) < _LONGEST else start
    return [Quotation(reference["resource"], start if type(start) is int else None, None, words)]


def with_quotations(rest: Fields | None, those: Sequence[Quotation]) -> Fields:
    """Return the further fields of an atom with another reference, or none."""
    made = {key: value for key, value in (rest or {}).items() if key != "reference"}
    for each in those:
        offset = {"offset": each.start} if each.start else {}
        made["reference"] = {"resource": each.text, **offset, "text": each.words}
    return made


FRAME = Frame(
    title="arguebuf",
    form="arguebuf",
    ends=("source", "target"),
    has_tables=True,
    blank=blank,
    node=node,
    statement=statement,
    relation=relation,
    told=frozenset({"id", "schemaVersion", "libraryVersion"}),
    quoting=Quoting(texts, with_texts, quotations, with_quotations, 1, "reference", "resources", further),
)
