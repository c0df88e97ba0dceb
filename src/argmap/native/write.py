"""Argument map to tree: every statement at the top level, every step at the statement it bears on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Table
from functools import cache
from typing import TypeVar

from attrs import define, field

from argmap import collector
from argmap.flaws import Flaw, placed
from argmap.model.citations import Citation, Passage, Stance
from argmap.model.document import ArgumentMap, Group
from argmap.model.findings import Finding
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.sources import Intake, Source
from argmap.model.statements import Statement
from argmap.native import citation as short_form
from argmap.native import fields
from argmap.native.characters import is_whole
from argmap.native.citing.same import SAME, run_of
from argmap.native.extras.annex import write_annex
from argmap.native.extras.expectations import write_expectations
from argmap.native.extras.orders import write_orders
from argmap.native.ids import Names
from argmap.native.reasons import critique, measures, weighing
from argmap.native.tree import BARE, Mapping, Node, Scalar, Sequence
from argmap.native.values import LONGEST_TEXT
from argmap.rules.lost_in_writing import RULE as LOST_IN_WRITING

_KEYS = {
    RelationKind.SUPPORT: "because",
    RelationKind.ATTACK: "but",
    RelationKind.CONTRADICTION: "contradicts",
}
_DEEPEST = 32
"""Undercuts of undercuts of undercuts … are written this deep, so that the document can be read again."""

_T = TypeVar("_T", Group, Source, Statement)


def to_tree(m: ArgumentMap) -> tuple[Mapping, tuple[Finding, ...]]:
    """Turn a map into a document; what has no place in it is a finding.

    Args:
        m: The map.

    Returns:
        The document, and what it lacks: relations to nothing, all but the first of what shares an id, and texts that
        no document may hold.
    """
    with collector.paused():
        writer = _Writer(m)
        tree = _mapping(
            {
                "title": writer.text(m.title),
                "description": writer.text(m.description),
                "about": writer.text(m.about),
                "expect": write_expectations(m.expectations, writer.lose),
                "orders": write_orders(m.orders, writer.lose),
                "groups": writer.by_id("group", m.groups, writer.group),
                "sources": writer.by_id("source", m.sources, writer.source),
                "nodes": writer.by_id("statement", m.statements, writer.statement) or _EMPTY,
                "annex": write_annex(m.annex, writer.lose),
            }
        )
        writer.note_unwritten()
        for flaw in (*measures.lost(m), *critique.lost(m)):
            writer.lose(flaw.message, flaw.node)
    return tree or _EMPTY, tuple(writer.lost)


def source_tree(source: Source) -> Mapping:
    """Turn a source into a record, without its id."""
    return _Writer(ArgumentMap()).source(source)


@define
class _Writer:
    """Looks up the steps of each target, and remembers which were written.

    Attributes:
        m: The map.
        lost: What could not be written.
    """

    m: ArgumentMap
    lost: list[Finding] = field(factory=list)
    _ids: frozenset[str] = field(init=False)
    _names: Names = field(init=False)
    _by_target: dict[str, list[int]] = field(init=False, factory=dict)
    _written: set[int] = field(init=False, factory=set)

    def __attrs_post_init__(self) -> None:
        self._ids = frozenset(statement.id for statement in self.m.statements)
        self._names = Names(set(self._ids))
        for place, relation in enumerate(self.m.relations):
            self._by_target.setdefault(relation.target, []).append(place)

    def by_id(self, what: str, things: tuple[_T, ...], write: Callable[[_T], Mapping | Scalar]) -> Mapping | None:
        """Write what stands under its id."""
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for thing in things:
            if thing.id in pairs:
                self.lose(f"a second {what} has the id {thing.id!r}: only the first is written", thing.id)
                continue
            if not short_form.ID.match(thing.id):
                message = f"{thing.id!r} cannot be the id of a {what}: use letters, digits, '-', '_' and '.'"
                self.lose(message, thing.id)
            pairs[thing.id] = _scalar(thing.id), write(thing)
        return Mapping(list(pairs.values()), 0, 0) if pairs else None

    def group(self, group: Group) -> Mapping | Scalar:
        title = self.text(group.title, group.id) or _scalar(group.id)
        parent = self.text(group.parent, group.id)
        return _mapping({"title": title, "in": parent}, flow=True) or title if parent else title

    def source(self, source: Source) -> Mapping:
        values: dict[str, Node | None] = {}
        for key, (shape, _) in fields.SOURCE.items():
            if key in ("$schema", "id"):
                continue
            value = getattr(source, key.replace("-", "_"))
            if shape == "words":
                values[key] = self._texts(value, source.id)
            elif shape == "intake":
                values[key] = self.intake(value, source.id) if value else None
            elif shape == "reliability" and value:
                parts = {part: self.text(getattr(value, part), source.id) for part in fields.RELIABILITY}
                values[key] = _mapping(parts, flow=True)
            else:
                values[key] = self.text(value, source.id)
        return _mapping(values) or _EMPTY

    def intake(self, intake: Intake, owner: str) -> Mapping:
        return Mapping(
            [
                (_key(key), node)
                for key, node in {
                    "extractor": self.text(intake.extractor, owner),
                    "file": self.text(intake.file, owner),
                    "kept": _number(intake.kept),
                    "visible": None if intake.visible is None else _number(intake.visible),
                    "left-out": self._texts(intake.left_out, owner),
                    "doubts": self._texts(intake.doubts, owner),
                }.items()
                if node is not None
            ],
            0,
            0,
        )

    def statement(self, statement: Statement) -> Mapping:
        name = statement.id
        pairs: list[tuple[Scalar, Node]] = [(_key(statement.kind), self.text(statement.text, name) or _scalar(""))]
        if statement.title:
            pairs.append((_key("title"), self._text(statement.title, name)))
        if statement.group:
            pairs.append((_key("group"), self._text(statement.group, name)))
        if statement.tags and (tags := self._texts(statement.tags, name)):
            pairs.append((_key("tags"), tags))
        pairs += _qualities(statement)
        if statement.note:
            pairs.append((_key("note"), self._text(statement.note, name)))
        if statement.passages:
            pairs.append(
                (_key("from"), _one_or_all([self._place(passage, {}, name) for passage in statement.passages]))
            )
        if statement.citations:
            pairs.append((_key("cite"), _one_or_all(self._citations(statement))))
        if name in self._by_target:
            pairs += ((_key(key), steps) for kind, key in _KEYS.items() if (steps := self._steps(kind, name, 0)))
        return Mapping(pairs, 0, 0)

    def note_unwritten(self) -> None:
        """Report the relations that bear on nothing."""
        for place, relation in enumerate(self.m.relations):
            if place not in self._written:
                what = "step or citation" if relation.kind is RelationKind.UNDERCUT else "statement"
                message = f"the relation {relation.id!r} cannot be written: no {what} has the id {relation.target!r}"
                self.lose(message, relation.id)

    def text(self, value: str | None, owner: str | None = None) -> Scalar | None:
        """Write a text, if there is one."""
        return self._text(value, owner) if value else None

    def _text(self, value: str, owner: str | None) -> Scalar:
        """Write a text; what a reader would refuse is reported."""
        if value.isspace() or len(value) > LONGEST_TEXT or not is_whole(value):
            reason = (
                "is blank" if value.isspace() else "is too long" if len(value) > LONGEST_TEXT else "holds characters"
            )
            self.lose(f"a text {reason} that cannot be read again: {value[:40]!r}", owner)
        return _scalar(value)

    def _texts(self, values: tuple[str, ...], owner: str) -> Sequence | None:
        return _list([made for value in values if (made := self.text(value, owner))])

    def _steps(self, kind: RelationKind, target: str, depth: int) -> Sequence | None:
        """Write the steps of a kind to a target; each is written once, whatever its target is called."""
        steps: list[Node] = []
        for place in self._by_target.get(target, ()) if depth < _DEEPEST else ():
            relation = self.m.relations[place]
            if relation.kind is kind and place not in self._written:
                self._written.add(place)
                steps.append(self._step(relation, depth))
        return _list(steps)

    def _step(self, relation: Relation, depth: int) -> Node:
        for name in relation.premises or ("",):
            if name not in self._ids and not short_form.ID.match(name):
                self.lose(f"the relation {relation.id!r} cannot be read again: {name!r} is not an id", relation.id)
        reason = _scalar(" + ".join(relation.premises))
        identity = self._id(relation.id, relation_id(relation.kind, relation.premises, relation.target))
        unless = self._steps(RelationKind.UNDERCUT, relation.id, depth + 1)
        weight = self._weight(relation)
        said = critique.write(relation)
        plain = not (identity or relation.scheme or relation.title or relation.note or unless)
        if plain and not any(weight.values()) and not any(said.values()):
            return reason
        record = {
            "reason": reason,
            "id": identity,
            "scheme": self.text(relation.scheme, relation.id),
            **said,
            "title": self.text(relation.title, relation.id),
            "note": self.text(relation.note, relation.id),
            **weight,
            "unless": unless,
        }
        return _mapping(record, flow=True) or _EMPTY

    def _weight(self, relation: Relation) -> dict[str, Node | None]:
        """Write how an attack weighs; what else has a weight, or what no document may hold, is reported."""
        force, reasons = relation.force, relation.outweighed_by
        if relation.values and not relation.is_step:
            self.lose(f"the values of {relation.id!r} are not kept: it is no reason for or against", relation.id)
        if wrong := weighing.unreadable(relation):
            self.lose(f"the weight of {relation.id!r} is not kept: {wrong}", relation.id)
            force = force if relation.kind is RelationKind.ATTACK else None
            reasons = weighing.readable(relation)
        return {
            "values": self._texts(relation.values if relation.is_step else (), relation.id),
            "weight": _measure(measures.WEIGHT, relation.weight) if relation.is_step else None,
            "force": _scalar(str(force)) if force else None,
            "outweighed-by": weighing.write(reasons),
        }

    def _citations(self, statement: Statement) -> list[Node]:
        """Write the citations of a statement; those that repeat its passages in a word."""
        extras = [self._extra(citation, statement.id) for citation in statement.citations]
        at = run_of(statement.passages, statement.citations, [not any(extra.values()) for extra in extras])
        written = zip(statement.citations, extras, strict=True)
        nodes = [self._place(citation, extra, statement.id) for citation, extra in written]
        if at is not None:
            nodes[at : at + len(statement.passages)] = [_scalar(SAME)]
        return nodes

    def _extra(self, citation: Citation, owner: str) -> dict[str, Node | None]:
        """Write what a citation has and a passage has not."""
        return {
            "stance": _scalar(str(citation.stance)) if citation.stance is not Stance.SUPPORTS else None,
            "fair": _TRUE if citation.fair else None,
            "weight": _measure(measures.WEIGHT, citation.weight),
            "id": self._id(citation.id, f"{owner}@{citation.source}"),
            "unless": self._steps(RelationKind.UNDERCUT, citation.id, 0),
        }

    def _id(self, name: str, usual: str) -> Scalar | None:
        """Write the id of a step or citation where it is not the one that a reader would give it."""
        is_usual = name == self._names.next(usual)
        if not self._names.claim(name):
            self.lose(f"the id {name!r} is taken: the step or citation that has it gets another", name)
            return None
        return None if is_usual else self.text(name, name)

    def _place(self, cited: Passage | Citation, extra: dict[str, Node | None], owner: str) -> Node:
        """Write a passage or citation, in the short form where that says it all."""
        selector = cited.selector
        if not any(extra.values()):
            short = short_form.short(cited.source, selector, cited.locator, self.m.about)
            if short is not None and (written := self.text(short, owner)):
                return written
        values: dict[str, Node | None] = {
            "source": self.text(cited.source, owner),
            "quote": self.text(selector.quote, owner) if selector else None,
            "nth": _number(selector.nth) if selector and selector.nth else None,
            "at": self.text(cited.locator, owner),
            **extra,
        }
        return _mapping(values, flow=True) or _EMPTY

    def lose(self, message: str, node: str | None) -> None:
        """Report what cannot be written."""
        self.lost.append(placed(Flaw(message, node=node), LOST_IN_WRITING, None))


def _qualities(statement: Statement) -> Iterator[tuple[Scalar, Node]]:
    if statement.implicit:
        yield _key("implicit"), _TRUE
    if statement.voice:
        yield _key("voice"), _scalar(statement.voice.value)
    if credence := _measure(measures.CREDENCE, statement.credence):
        yield _key("credence"), credence
    if statement.standard:
        yield _key("standard"), _scalar(statement.standard.value)


_EMPTY = Mapping([], 0, 0, flow=True)
_TRUE = Scalar("true", 0, 0, BARE)


def _scalar(value: str) -> Scalar:
    return tuple.__new__(Scalar, (value, 0, 0, '"'))  # quicker than Scalar(...), and called for every text


def _number(value: int) -> Scalar:
    return Scalar(str(value), 0, 0, BARE)


def _measure(kind: measures.Measure, number: float | None) -> Scalar | None:
    return Scalar(measures.write(number), 0, 0, BARE) if number is not None and kind.holds(number) else None


_key = cache(_scalar)


def _list(items: list[Node] | list[Scalar]) -> Sequence | None:
    return Sequence(list(items), 0, 0, flow=True) if items else None


def _one_or_all(items: list[Node]) -> Node:
    return items[0] if len(items) == 1 else Sequence(items, 0, 0)


def _mapping(values: Table[str, Node | None], *, flow: bool = False) -> Mapping | None:
    pairs = [(_key(key), value) for key, value in values.items() if value is not None]
    return Mapping(pairs, 0, 0, flow) if pairs else None
