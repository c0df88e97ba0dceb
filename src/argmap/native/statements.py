"""Tree to statements and relations; outlines are worked off a queue, never by recursion."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from attrs import define, field

from argmap.flaws import Flaws
from argmap.model.citations import Citation, Passage, Stance
from argmap.model.relations import Force, Relation, RelationKind, relation_id
from argmap.model.standards import Standard
from argmap.model.statements import Kind, Statement, Voice
from argmap.native import citation as short_form
from argmap.native import fields, values
from argmap.native.citation import ID
from argmap.native.citing import same
from argmap.native.citing.places import items, read_place
from argmap.native.ids import Names, slug
from argmap.native.reasons import critique, measures, weighing
from argmap.native.reasons.joined import linked, unjoined
from argmap.native.tree import Mapping, Node, Scalar, Sequence, describe, span
from argmap.native.values import Found
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

_STEPS = {
    "because": RelationKind.SUPPORT,
    "but": RelationKind.ATTACK,
    "contradicts": RelationKind.CONTRADICTION,
    "unless": RelationKind.UNDERCUT,
}
_KINDS = {str(kind): kind for kind in Kind}
_NO_KIND = f"it needs its text under one of {', '.join(_KINDS)}"
_KINDS_MEANT = (*_KINDS, "texts", "kinds", "types", "statements")
_Details = tuple[
    str | None, str | None, str | None, Force | None, tuple[tuple[str, ...], ...], tuple[str, ...], float | None
]
_NO_DETAILS: _Details = (None, None, None, None, (), (), None)
_ID_KEY = re.compile(r"id[\"']?[ \t]*:")


def read_statements(
    key: Scalar, node: Node, about: str | None, flaws: Flaws
) -> tuple[tuple[Statement, ...], tuple[Relation, ...]]:
    """Read all statements of a map, and the relations between them.

    Args:
        key: The key ``nodes``.
        node: What stands after it.
        about: The source that passages and citations without one are of.
        flaws: Where flaws are noted.
    """
    top = {(name.value or "").strip() for name, _ in node.pairs} if isinstance(node, Mapping) else set()
    written = set(_written_ids(node)) if _ID_KEY.search(flaws.text) else set()
    reader = _Reader(flaws, about, Names(top, reserved=written))
    for name, at, value in values.pairs(key, node, "a statement", flaws):
        reader.read(name, at, value)
    known = {statement.id for statement in reader.statements} if reader.idle else set()
    for outweighed_by, reasons, target in reader.idle:
        weighing.note_idle(outweighed_by, reasons, target, known, flaws)
    return tuple(reader.statements), tuple(reader.relations)


def _written_ids(root: Node) -> Iterator[str]:
    """Find the ids that statements written in place, steps and citations give themselves."""
    stack: list[Node] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Sequence):
            stack += node.items
        elif isinstance(node, Mapping):
            for key, value in node.pairs:
                stack.append(value)
                if key.value == "id" and isinstance(value, Scalar) and value.value:
                    yield value.value.strip()


@define
class _Reader:
    """Reads the statements of one map."""

    flaws: Flaws
    about: str | None
    names: Names
    statements: list[Statement] = field(factory=list)
    relations: list[Relation] = field(factory=list)
    waiting: deque[tuple[str, Scalar | None, Mapping]] = field(factory=deque)
    idle: list[tuple[Scalar, Node, str]] = field(factory=list)

    def read(self, name: str, at: Scalar, node: Node) -> None:
        """Read a statement, and those written in place in it."""
        if not isinstance(node, Mapping):
            self._only_a_text(name, at, node)
            return
        self.waiting.append((name, at, node))
        while self.waiting:
            self._statement(*self.waiting.popleft())

    def _only_a_text(self, name: str, at: Scalar, node: Node) -> None:
        """Read a statement without a kind as a claim, and say how to write it."""
        content = node.value if isinstance(node, Scalar) and node.value else ""
        key, colon, rest = content.partition(":")
        if colon and key in fields.KNOWN:
            mended = f"{key}: {values.shown(rest)[1:-1]}"
            is_below = "\n" in self.flaws.text[at.end : node.start]
            message = f"a space is missing after '{key}:': write {mended if is_below else f'{name}: {{{mended}}}'}"
        else:
            example = values.shown(content)[1:-1] or "its text"
            message = f"statement {name!r} is {describe(node)}: write its kind, as in 'claim: {example}'"
        self.flaws.add(WRONG_VALUE, message, span(at), name)
        self.statements.append(Statement(name, Kind.CLAIM, content, span=span(at)))

    def _statement(self, name: str, at: Scalar | None, node: Mapping) -> None:
        flaws = self.flaws
        found = values.record(node, fields.STATEMENT, "a statement", flaws, name)
        place = span(at or node)
        if at and "id" in found:
            message = f"the id of this statement is its key, {name!r}: delete 'id'"
            flaws.add(WRONG_VALUE, message, span(found["id"][0]), name)
        kind, content = self._kind(name, at, node, found, place)
        passages = self._passages(*found["from"], name) if "from" in found else None
        self.statements.append(
            Statement(
                name,
                kind,
                content,
                values.text(*found["title"], flaws, name) if "title" in found else None,
                values.text(*found["group"], flaws, name) if "group" in found else None,
                passages or (),
                self._citations(*found["cite"], name, passages) if "cite" in found else (),
                values.text(*found["note"], flaws, name) if "note" in found else None,
                values.words(*found["tags"], flaws, name) if "tags" in found else (),
                values.flag(*found["implicit"], flaws, name) if "implicit" in found else False,
                place,
                standard=values.choice(*found["standard"], Standard, flaws, name) if "standard" in found else None,
                voice=values.choice(*found["voice"], Voice, flaws, name) if "voice" in found else None,
                credence=measures.CREDENCE.read(found["credence"][1], flaws, name) if "credence" in found else None,
            )
        )
        for key in ("because", "but", "contradicts"):
            if key in found:
                self._steps(found[key][1], key, name)

    def _kind(self, name: str, at: Scalar | None, node: Mapping, found: Found, place: Span) -> tuple[Kind, str]:
        kinds = [key for key in found if key in _KINDS]
        if len(kinds) > 1:
            kinds.sort(key=fields.KINDS.index)
            second = found[kinds[1]][0]
            message = f"statement {name!r} has two kinds, {kinds[0]} and {kinds[1]}: keep one"
            message += self._meant(kinds[1], found[kinds[1]][1])
            self.flaws.add(WRONG_VALUE, message, span(second), name)
        if kinds:
            return _KINDS[kinds[0]], values.text(*found[kinds[0]], self.flaws, name) or ""
        which = f"statement {name!r}" if at else "a statement written in place"
        values.miss(node, _KINDS_MEANT, f"{which} has no kind: {_NO_KIND}", name, self.flaws, place)
        return Kind.CLAIM, ""

    def _meant(self, kind: str, node: Node) -> str:
        """Say what a second kind may have been meant as: a citation, or a reason for or against."""
        value = node.value.strip() if isinstance(node, Scalar) and node.value else ""
        source, selector, _ = short_form.parse(value)
        if source and selector:
            return f"; for a citation, write cite: {values.like(node, self.flaws, value)}"
        if value in self.names:
            return f"; for a reason, write {'but' if kind == 'objection' else 'because'}: [{value}]"
        return ""

    def _passages(self, key: Scalar, node: Node, name: str) -> tuple[Passage, ...] | None:
        found_items = items(node, self.flaws, name)
        passages = []
        for item in found_items:
            if isinstance(item, Scalar) and (item.value or "").strip() == same.SAME:
                self.flaws.add(WRONG_VALUE, same.NO_PASSAGE, span(item), name)
                continue
            found = read_place(key, item, "a passage", name, self.about, self.flaws)
            if found:
                source, selector, locator, _ = found
                passages.append(Passage(source, selector, locator, span(item)))
        return tuple(passages) if found_items else None

    def _citations(
        self, key: Scalar, node: Node, name: str, passages: tuple[Passage, ...] | None
    ) -> tuple[Citation, ...]:
        citations: list[Citation] = []
        are_cited = False
        for item in items(node, self.flaws, name):
            if isinstance(item, Scalar) and same.is_same(item.value or "", has_from=passages is not None):
                citations += self._same(key, item, name, passages, is_second=are_cited)
                are_cited = True
                continue
            found = read_place(key, item, "a citation", name, self.about, self.flaws)
            if not found:
                continue
            source, selector, locator, record = found
            stance = values.choice(*record["stance"], Stance, self.flaws, name) if "stance" in record else None
            fair = values.flag(*record["fair"], self.flaws, name) if "fair" in record else False
            weight = measures.WEIGHT.read(record["weight"][1], self.flaws, name) if "weight" in record else None
            identity = self._identity(record, f"{name}@{source}", name)
            stance = stance or Stance.SUPPORTS
            citations.append(
                Citation(identity, source, selector, locator, stance, span(item), name, fair=fair, weight=weight)
            )
            if "unless" in record:
                self._steps(record["unless"][1], "unless", identity)
        return tuple(citations)

    def _same(
        self, key: Scalar, item: Scalar, name: str, passages: tuple[Passage, ...] | None, *, is_second: bool
    ) -> list[Citation]:
        """Cite the passages too, each where it stands."""
        written = f'"{same.SAME}"' if key.style == '"' else values.like(item, self.flaws, same.SAME)
        wrong = same.trouble(item.value or "", written, has_from=passages is not None, is_second=is_second)
        if wrong:
            self.flaws.add(WRONG_VALUE, wrong, span(item), name)
        return [
            Citation(
                self.names.make(f"{name}@{p.source}"), p.source, p.selector, p.locator, span=p.span, statement=name
            )
            for p in (() if is_second else passages or ())
        ]

    def _steps(self, node: Node, key: str, target: str) -> None:
        """Read the steps to one target, and the undercuts of these, which may be undercut in turn."""
        lists = deque([(node, key, target)])
        while lists:
            node, key, target = lists.popleft()
            kind = _STEPS[key]
            for item in unjoined(node, target, self.flaws):
                record: Found = {}
                reason = item if type(item) is Scalar else values.unquoted(item, self.flaws, target) or item
                if isinstance(reason, Mapping) and not _has_kind(reason):
                    record = values.record(reason, fields.REASON, f"a reason in '{key}'", self.flaws, target)
                    if "reason" not in record:
                        message = f"this item of '{key}' names no statement: write 'reason: id', or a kind and a text"
                        values.miss(reason, ("reason",), message, target, self.flaws)
                        continue
                    reason = record["reason"][1]
                sources = self._sources(reason, key, target)
                if sources:
                    identity = self._identity(record, relation_id(kind, sources, target), target)
                    details = self._details(record, key, target) if record else _NO_DETAILS
                    said = critique.read(record, kind, key, target, self.flaws) if record else {}
                    self.relations.append(Relation(identity, kind, sources, target, *details, span(item), **said))
                    if "unless" in record:
                        lists.append((record["unless"][1], "unless", identity))

    def _details(self, record: Found, key: str, target: str) -> _Details:
        """Read what a record says of a step: its scheme, title and note, and how it weighs."""
        scheme, title, note = (
            values.text(*record[part], self.flaws, target) if part in record else None
            for part in ("scheme", "title", "note")
        )
        weight = weighing.read(record, _STEPS[key], key, target, self.flaws)
        if weight[0] is Force.DEFEATS and "outweighed-by" in record:
            self.idle.append((*record["outweighed-by"], target))
        return scheme, title, note, *weight

    def _sources(self, node: Node, key: str, target: str) -> tuple[str, ...]:
        """Read the statements of one step: ids joined by ``+``, statements written in place, or a list of both."""
        if type(node) is Scalar and node.value and ID.match(node.value):
            return (node.value,)
        sources: list[str] = []
        for part in values.items(node, self.flaws):
            written = part if type(part) is Scalar else values.unquoted(part, self.flaws, target) or part
            if isinstance(written, Mapping):
                sources.append(self._in_place(written))
            elif isinstance(written, Sequence) or written.value is None:
                message = f"'{key}' takes ids, 'a + b' for linked ones, or statements, and this is {describe(written)}"
                self.flaws.add(WRONG_VALUE, message, span(part), target)
            elif not written.value.strip():
                message = f"'{key}' is empty: write an id, or delete the key"
                self.flaws.add(EMPTY_TEXT, message, span(part), target)
            else:
                sources += linked(written, target, self.flaws)
        return tuple(sources)

    def _in_place(self, node: Mapping) -> str:
        """Name a statement written in place, and put it where it will be read."""
        given = next((value for key, value in node.pairs if key.value == "id" and isinstance(value, Scalar)), None)
        if given is not None and given.value and not given.value.isspace():
            name = values.identifier(given, "a statement", self.flaws)
            if not self.names.claim(name):
                message = f"the id {name!r} stands twice: the second statement is not read"
                self.flaws.add(DUPLICATE_ID, message, span(given), name)
                return name
        else:
            texts = {k.value: v.value for k, v in reversed(node.pairs) if isinstance(v, Scalar)}
            content = next((content for kind in _KINDS if (content := texts.get(kind))), "statement")
            name = self.names.make(slug(content), "-")
        self.waiting.append((name, None, node))
        return name

    def _identity(self, record: Found, usual: str, owner: str) -> str:
        """Return a step or citation its id: the author's, or the usual one, with a number where that is taken."""
        given = values.text(*record["id"], self.flaws, owner) if "id" in record else None
        if given is None:
            return self.names.make(usual)
        if self.names.claim(given):
            return given
        self.flaws.add(DUPLICATE_ID, f"the id {given!r} is taken: give this one another", span(record["id"][1]), given)
        return self.names.make(usual)


def _has_kind(node: Mapping) -> bool:
    return any(key.value in _KINDS for key, _ in node.pairs)
