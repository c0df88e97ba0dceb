"""What changed from one version of a map to the next: an entry for each thing, whether it counts or is but said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

import attrs
from attrs import frozen

from argmap.analysis import Analysis
from argmap.comparison.alignment.groups import Alignment
from argmap.comparison.differences.citations import cited_alike
from argmap.comparison.differences.counterparts import Counterparts, How
from argmap.comparison.differences.union import Union
from argmap.comparison.differences.uniting import relation_told
from argmap.model.citations import Citation, Passage, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, relation_id
from argmap.model.statements import Statement


class Thing(StrEnum):
    """What kind of thing changed."""

    MAP = "map"
    SECTION = "section"
    STATEMENT = "statement"
    RELATION = "relation"
    PASSAGE = "passage"
    CITATION = "citation"
    SOURCE = "source"
    EXPECTATION = "expectation"
    ORDER = "order of values"


class Deed(StrEnum):
    """What became of it.

    *Renamed*: it has another id. *Reworded*: another text. *Retyped*: another kind. *Moved*: a statement stands in
    another section, a reason bears on something else. *Relinked*: the same reasons are linked otherwise.
    """

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    REWORDED = "reworded"
    RETYPED = "retyped"
    MOVED = "moved"
    RELINKED = "relinked"
    CHANGED = "changed"


@frozen
class Change:
    """One thing that changed.

    Attributes:
        thing: What kind of thing.
        deed: What became of it.
        name: What it is called in the new version, or in the old one if it is gone: the id of a statement, section or
            source, a relation in words, the statement of a passage or citation.
        field: What of it changed; empty where all of it came, went or moved.
        before: What it was; empty where it was not there.
        after: What it is; empty where it is not there.
    """

    thing: Thing
    deed: Deed
    name: str
    field: str = ""
    before: str = ""
    after: str = ""


_FIELDS = (
    ("kind", Deed.RETYPED),
    ("text", Deed.REWORDED),
    ("title", Deed.CHANGED),
    ("group", Deed.MOVED),
    ("standard", Deed.CHANGED),
    ("implicit", Deed.CHANGED),
    ("voice", Deed.CHANGED),
    ("credence", Deed.CHANGED),
    ("tags", Deed.CHANGED),
    ("note", Deed.CHANGED),
)
_RELATION_FIELDS = (
    *("scheme", "roles", "answers", "waives", "raises"),
    *("force", "outweighed_by", "values", "weight", "title", "note"),
)
_HOW = {How.POLARITY: Deed.RETYPED, How.LINKAGE: Deed.RELINKED, How.TARGET: Deed.MOVED}


def changes_of(old: Analysis, new: Analysis, alignment: Alignment, union: Union) -> tuple[Change, ...]:
    """Return what changed from one version of a map to the next, in the order of a document."""
    before, after = old.map, new.map
    found: list[Change] = []
    for name in ("title", "description", "about"):
        found += _field(Thing.MAP, "", name, getattr(before, name), getattr(after, name))
    found += _annexes(before, after)
    found += _records(Thing.SECTION, {g.id: g for g in before.groups}, {g.id: g for g in after.groups})
    for group in alignment.groups:
        if group.is_pair:
            ones = old.graph.statements[old.graph.index_of[group.left[0]]]
            others = new.graph.statements[new.graph.index_of[group.right[0]]]
            found += _statement(ones, others)
        else:
            found += [_all(Thing.STATEMENT, Deed.REMOVED, name, before[name].text) for name in group.left]
            found += [_all(Thing.STATEMENT, Deed.ADDED, name, after[name].text) for name in group.right]
    for pair in union.counterparts:
        found += _relations(pair)
    found += _records(Thing.SOURCE, {s.id: s for s in before.sources}, {s.id: s for s in after.sources})
    names = {one: other for other, one in alignment.partner.items()}
    expected = {names.get(e.statement, e.statement): e for e in before.expectations}
    found += _records(Thing.EXPECTATION, expected, {e.statement: e for e in after.expectations})
    orders = ({order.id: order for order in m.orders} for m in (before, after))
    found += _records(Thing.ORDER, *orders)
    return tuple(found)


def _all(thing: Thing, deed: Deed, name: str, said: str) -> Change:
    """Return the change of a thing that came or went."""
    return Change(thing, deed, name, "", said if deed is Deed.REMOVED else "", said if deed is Deed.ADDED else "")


def _field(
    thing: Thing, name: str, field: str, before: object, after: object, deed: Deed = Deed.CHANGED
) -> list[Change]:
    """Return the change of a field, if it changed."""
    return [] if before == after else [Change(thing, deed, name, field, _plain(before), _plain(after))]


def _statement(one: Statement, other: Statement) -> Iterator[Change]:
    if one.id != other.id:
        yield Change(Thing.STATEMENT, Deed.RENAMED, other.id, "id", one.id, other.id)
    for field, deed in _FIELDS:
        yield from _field(Thing.STATEMENT, other.id, field, getattr(one, field), getattr(other, field), deed)
    yield from _passages(one, other)
    for left, right in cited_alike(one.citations, other.citations, {}):
        told = [_cited(each) if each else "" for each in (left, right)]
        if told[0] != told[1] or _own_id(one, left) != _own_id(other, right):
            deed = Deed.CHANGED if left and right else Deed.REMOVED if left else Deed.ADDED
            yield Change(Thing.CITATION, deed, other.id, "", *told)


def _own_id(statement: Statement, citation: Citation | None) -> str | None:
    """Return the id that an author gave a citation; None for the usual one."""
    is_usual = citation is None or citation.id.startswith(f"{statement.id}@{citation.source}")
    return None if is_usual or citation is None else citation.id


def _passages(one: Statement, other: Statement) -> Iterator[Change]:
    gone = [_cited(p) for p in one.passages if p not in other.passages]
    come = [_cited(p) for p in other.passages if p not in one.passages]
    for before, after in zip(gone, come, strict=False):
        yield Change(Thing.PASSAGE, Deed.CHANGED, other.id, "", before, after)
    yield from (_all(Thing.PASSAGE, Deed.REMOVED, other.id, each) for each in gone[len(come) :])
    yield from (_all(Thing.PASSAGE, Deed.ADDED, other.id, each) for each in come[len(gone) :])


def _cited(cited: Citation | Passage) -> str:
    """Return a passage or citation as it is written."""
    quote = f' "{cited.selector.quote}"' if cited.selector else ""
    nth = f" ({cited.selector.nth})" if cited.selector and cited.selector.nth else ""
    more = [cited.locator or ""]
    if isinstance(cited, Citation):
        more += [
            "" if cited.stance is Stance.SUPPORTS else str(cited.stance),
            "fair" if cited.fair else "",
            f"weight {cited.weight:g}" if cited.weight is not None else "",
        ]
    return ", ".join(filter(None, [f"{cited.source}{quote}{nth}", *more]))


def _relations(pair: Counterparts) -> Iterator[Change]:
    told = [", ".join(map(relation_told, each)) for each in (pair.left, pair.own)]
    if pair.how is How.ONLY:
        deed = Deed.REMOVED if pair.left else Deed.ADDED
        yield _all(Thing.RELATION, deed, "".join(told), "".join(told))
        return
    if pair.how in _HOW:
        yield Change(Thing.RELATION, _HOW[pair.how], told[1], "", *told)
    if len(pair.left) == len(pair.own) == 1:
        one, other, own = pair.left[0], pair.right[0], pair.own[0]
        yield from _field(Thing.RELATION, _usual_id(own), "id", _named(one), _named(own))
        for field in _RELATION_FIELDS:
            if getattr(one, field) != getattr(other, field):
                values = _plain(getattr(one, field)), _plain(getattr(own, field))
                yield Change(Thing.RELATION, Deed.CHANGED, _usual_id(own), field.replace("_", "-"), *values)


def _named(relation: Relation) -> str | None:
    """Return the id that an author gave a relation; None for the usual one."""
    return None if relation.id.startswith(_usual_id(relation)) else relation.id


def _usual_id(relation: Relation) -> str:
    return relation_id(relation.kind, relation.premises, relation.target)


def _annexes(before: ArgumentMap, after: ArgumentMap) -> Iterator[Change]:
    """Go through what changed of what other formats held besides, which is not told in full."""
    for name in dict.fromkeys((*before.annex, *after.annex)):
        if before.annex.get(name) != after.annex.get(name):
            sizes = (f"{len(m.annex[name]):,} characters" if name in m.annex else "" for m in (before, after))
            yield Change(Thing.MAP, Deed.CHANGED, "", f"what {name} held besides", *sizes)


def _records(thing: Thing, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """Go through what changed of things by their ids, a field at a time."""
    yield from (_all(thing, Deed.REMOVED, name, _label(before[name])) for name in before if name not in after)
    for name, record in after.items():
        if name not in before:
            yield _all(thing, Deed.ADDED, name, _label(record))
            continue
        for field in attrs.fields(type(record)):
            if field.eq and field.name not in ("id", "statement"):
                was, now = getattr(before[name], field.name), getattr(record, field.name)
                yield from _field(thing, name, field.name.replace("_", "-"), was, now)


def _label(record: Any) -> str:
    """Return what says most of a record."""
    for field in ("title", "standings", "chains"):
        if getattr(record, field, None):
            return _plain(getattr(record, field))
    return ""


def _plain(value: object) -> str:
    """Return a value in words."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, tuple):
        joint = " > " if any(isinstance(each, tuple) for each in value) else ", "
        return ", ".join(joint.join(map(str, each)) if isinstance(each, tuple) else str(each) for each in value)
    kind = type(value)
    if attrs.has(kind):
        parts = ((each.name, getattr(value, each.name)) for each in attrs.fields(kind))
        return ", ".join(f"{name} {_plain(part)}" for name, part in parts if part)
    return str(value)
