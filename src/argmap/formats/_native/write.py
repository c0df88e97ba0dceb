"""Argument map to tree: every statement at the top level, every step at the statement it bears on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping as Table

from attrs import define, field

from argmap.formats._native import citation as short_form
from argmap.formats._native import fields
from argmap.formats._native.slips import LOST
from argmap.formats._native.tree import Mapping, Node, Scalar, Sequence
from argmap.model.citations import Citation, Passage, Stance
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.sources import Source
from argmap.model.statements import Statement

_KEYS = {
    RelationKind.SUPPORT: "because",
    RelationKind.ATTACK: "but",
    RelationKind.CONTRADICTION: "contradicts",
}


def to_tree(m: ArgumentMap) -> tuple[Mapping, tuple[Finding, ...]]:
    """Turn a map into a document; what has no place in it is a finding.

    Args:
        m: The map.

    Returns:
        The document and the findings: relations whose target does not exist, and statements whose id is taken.
    """
    writer = _Writer(m)
    tree = _mapping(
        {
            "title": _text(m.title),
            "description": _text(m.description),
            "about": _text(m.about),
            "groups": _mapping({g.id: _group(g.title, g.parent) for g in m.groups}),
            "sources": _mapping({s.id: source_tree(s) for s in m.sources}),
            "nodes": _mapping({s.id: writer.statement(s) for s in m.statements}) or Mapping([], 0, 0, True),
        }
    )
    return tree or Mapping([], 0, 0), tuple(writer.losses())


def source_tree(source: Source) -> Mapping:
    """Turn a source into a record, without its id."""
    values: dict[str, Node | None] = {}
    for key, (shape, _) in fields.SOURCE.items():
        if key in ("$schema", "id"):
            continue
        value = getattr(source, key.replace("-", "_"))
        if shape == "words":
            values[key] = _list([_scalar(word) for word in value])
        elif shape == "reliability":
            values[key] = (
                _mapping({k: _text(getattr(value, k)) for k in fields.RELIABILITY}, flow=True) if value else None
            )
        else:
            values[key] = _text(value)
    return _mapping(values) or Mapping([], 0, 0, True)


@define
class _Writer:
    """Looks up the steps of each target, and remembers which were written."""

    m: ArgumentMap
    by_target: dict[str, list[Relation]] = field(factory=dict)
    usual: Counter[str] = field(factory=Counter)
    written: set[int] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        for relation in self.m.relations:
            self.by_target.setdefault(relation.target, []).append(relation)
            self.usual[relation_id(relation.kind, relation.sources, relation.target)] += 1

    def statement(self, statement: Statement) -> Mapping:
        values: dict[str, Node | None] = {
            str(statement.kind): _scalar(statement.text),
            "title": _text(statement.title),
            "group": _text(statement.group),
            "tags": _list([_scalar(tag) for tag in statement.tags]),
            "implicit": Scalar("true", 0, 0, "=") if statement.implicit else None,
            "note": _text(statement.note),
            "from": _single([self._passage(passage) for passage in statement.passages]),
            "cite": _single([self._citation(statement, citation) for citation in statement.citations]),
        }
        for kind, key in _KEYS.items():
            values[key] = _list(self._steps(kind, statement.id))
        return _mapping(values) or Mapping([], 0, 0, True)

    def losses(self) -> Iterable[Finding]:
        for relation in self.m.relations:
            if id(relation) not in self.written:
                message = f"the relation {relation.id!r} cannot be written: nothing bears the id {relation.target!r}"
                yield Finding(LOST.code, LOST.name, LOST.severity, message, node=relation.id)
        for name, count in Counter(s.id for s in self.m.statements).items():
            if count > 1:
                message = f"{count} statements bear the id {name!r}: only the last is written"
                yield Finding(LOST.code, LOST.name, LOST.severity, message, node=name)

    def _steps(self, kind: RelationKind, target: str) -> list[Node]:
        return [self._step(relation) for relation in self.by_target.get(target, ()) if relation.kind is kind]

    def _step(self, relation: Relation) -> Node:
        self.written.add(id(relation))
        usual = relation_id(relation.kind, relation.sources, relation.target)
        reason = _scalar(" + ".join(relation.sources))
        named = relation.id != usual or self.usual[usual] > 1
        values: dict[str, Node | None] = {
            "reason": reason,
            "id": _scalar(relation.id) if named else None,
            "scheme": _text(relation.scheme),
            "title": _text(relation.title),
            "note": _text(relation.note),
            "unless": _list(self._steps(RelationKind.UNDERCUT, relation.id)),
        }
        record = _mapping(values, flow=True)
        return record if record and len(record.pairs) > 1 else reason

    def _passage(self, passage: Passage) -> Node:
        return self._place(passage, {})

    def _citation(self, statement: Statement, citation: Citation) -> Node:
        usual = f"{statement.id}@{citation.source}"
        count = sum(1 for c in statement.citations if c.source == citation.source)
        return self._place(
            citation,
            {
                "stance": _scalar(str(citation.stance)) if citation.stance is not Stance.SUPPORTS else None,
                "id": _scalar(citation.id) if citation.id != usual or count > 1 else None,
                "unless": _list(self._steps(RelationKind.UNDERCUT, citation.id)),
            },
        )

    def _place(self, cited: Passage | Citation, extra: dict[str, Node | None]) -> Node:
        if not any(extra.values()):
            short = short_form.short(cited.source, cited.selector, cited.locator, self.m.about)
            if short is not None:
                return _scalar(short)
        selector = cited.selector
        values: dict[str, Node | None] = {
            "source": _scalar(cited.source),
            "quote": _text(selector.quote) if selector else None,
            "nth": Scalar(str(selector.nth), 0, 0, "=") if selector and selector.nth else None,
            "at": _text(cited.locator),
            **extra,
        }
        return _mapping(values, flow=True) or _scalar(cited.source)


def _scalar(value: str) -> Scalar:
    return Scalar(value, 0, 0)


def _text(value: str | None) -> Scalar | None:
    return _scalar(value) if value else None


def _group(title: str, parent: str | None) -> Node:
    return (
        _scalar(title)
        if parent is None
        else Mapping([(_scalar("title"), _scalar(title)), (_scalar("in"), _scalar(parent))], 0, 0, True)
    )


def _list(items: list[Node] | list[Scalar]) -> Sequence | None:
    return Sequence(list(items), 0, 0, True) if items else None


def _single(items: list[Node]) -> Node | None:
    return items[0] if len(items) == 1 else Sequence(items, 0, 0) if items else None


def _mapping(values: Table[str, Node | None], *, flow: bool = False) -> Mapping | None:
    pairs = [(_scalar(key), value) for key, value in values.items() if value is not None]
    return Mapping(pairs, 0, 0, flow) if pairs else None
