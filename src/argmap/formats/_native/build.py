"""Tree to argument map: statements, relations and sources, with every slip on the way."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from attrs import define, field

from argmap.formats._native import citation as short_form
from argmap.formats._native import fields, values
from argmap.formats._native.slips import DUPLICATE_ID, WRONG_VALUE, Slips
from argmap.formats._native.source import read_source
from argmap.formats._native.tree import Mapping, Node, Scalar, Sequence, describe, span
from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.document import ArgumentMap, Group
from argmap.model.relations import Relation, RelationKind, relation_id
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.text import Span

_STEPS = {
    "because": RelationKind.SUPPORT,
    "but": RelationKind.ATTACK,
    "contradicts": RelationKind.CONTRADICTION,
    "unless": RelationKind.UNDERCUT,
}
_NO_KIND = f"it needs its text under one of {', '.join(fields.KINDS)}"


def build(tree: Node | None, slips: Slips) -> ArgumentMap:
    """Read a map from its tree.

    Args:
        tree: What the file holds.
        slips: Where slips are noted.

    Returns:
        The map, as far as it can be read.
    """
    if tree is None:
        return ArgumentMap()
    if not isinstance(tree, Mapping):
        slips.add(
            WRONG_VALUE,
            f"a map begins with keys such as 'title:' and 'nodes:', and this is {describe(tree)}",
            span(tree),
        )
        return ArgumentMap()
    found = values.record(tree, fields.DOCUMENT, "a map", slips)
    plain = {name: values.text(*found[name], slips) for name in ("title", "description", "about") if name in found}
    if "nodes" not in found:
        place = Span(tree.start, tree.start + 1)
        slips.add(
            WRONG_VALUE, "a map has statements: write 'nodes:', and under it one id with a kind and a text each", place
        )
    builder = _Builder(slips, plain.get("about"))
    if "nodes" in found:
        builder.nodes(*found["nodes"])
    return ArgumentMap(
        title=plain.get("title") or "",
        description=plain.get("description"),
        about=plain.get("about"),
        groups=_groups(*found["groups"], slips) if "groups" in found else (),
        statements=tuple(builder.statements),
        relations=tuple(builder.relations),
        sources=_sources(*found["sources"], slips) if "sources" in found else (),
    )


def _groups(key: Scalar, node: Node, slips: Slips) -> tuple[Group, ...]:
    groups = []
    for name, at, value in values.pairs(key, node, "a group", slips):
        if isinstance(value, Mapping):
            found = values.record(value, fields.GROUP, "a group", slips, name)
            title = values.text(*found["title"], slips, name) if "title" in found else None
            parent = values.text(*found["in"], slips, name) if "in" in found else None
            groups.append(Group(name, title or name, parent, span(at)))
        else:
            groups.append(Group(name, values.text(at, value, slips, name) or name, None, span(at)))
    return tuple(groups)


def _sources(key: Scalar, node: Node, slips: Slips) -> tuple[Source, ...]:
    return tuple(
        read_source(name, span(at), value, slips) for name, at, value in values.pairs(key, node, "a source", slips)
    )


@define
class _Task:
    """A statement still to be read: where it stands, and what it is called."""

    id: str
    at: Scalar | Mapping
    node: Mapping


@define
class _Builder:
    """Reads the statements of one map; outlines are worked off a queue, never by recursion."""

    slips: Slips
    about: str | None
    statements: list[Statement] = field(factory=list)
    relations: list[Relation] = field(factory=list)
    top: set[str] = field(factory=set)
    ids: set[str] = field(factory=set)
    taken: set[str] = field(factory=set)
    waiting: deque[_Task] = field(factory=deque)

    def nodes(self, key: Scalar, node: Node) -> None:
        """Read all statements."""
        if isinstance(node, Mapping):
            self.top = {(name.value or "").strip() for name, _ in node.pairs}
            self.ids = self.top.union(_inner_ids(node))
        for name, at, value in values.pairs(key, node, "a statement", self.slips):
            if not isinstance(value, Mapping):
                self._not_a_statement(name, at, value)
                continue
            self.waiting.append(_Task(name, at, value))
            while self.waiting:
                self._statement(self.waiting.popleft())

    def _not_a_statement(self, name: str, at: Scalar, value: Node) -> None:
        found = f"{value.value!r:.40}" if isinstance(value, Scalar) and value.value else "its text"
        message = f"statement {name!r} is {describe(value)}: write its kind, as in 'claim: {found.strip(chr(39))}'"
        self.slips.add(WRONG_VALUE, message, span(at), name)

    def _statement(self, task: _Task) -> None:
        name, slips = task.id, self.slips
        found = values.record(task.node, fields.STATEMENT, "a statement", slips, name)
        place = span(task.at) if isinstance(task.at, Scalar) else Span(task.node.start, task.node.end)
        if "id" in found and isinstance(task.at, Scalar):
            slips.add(
                WRONG_VALUE, f"the id of this statement is its key, {name!r}: delete 'id'", span(found["id"][0]), name
            )
        kind, content = self._kind(name, found, place)

        def get(key: str, read: Callable[..., Any], default: Any = None) -> Any:
            return read(*found[key], slips, name) if key in found else default

        statement = Statement(
            id=name,
            kind=kind,
            text=content,
            title=get("title", values.text),
            group=get("group", values.text),
            passages=tuple(self._passages(found, name)),
            citations=tuple(self._citations(found, name)),
            note=get("note", values.text),
            tags=get("tags", values.words, ()),
            implicit=get("implicit", values.flag, False),
            span=place,
        )
        self.statements.append(statement)
        for key in ("because", "but", "contradicts"):
            if key in found:
                self._reasons(found[key][1], key, name)

    def _kind(self, name: str, found: dict[str, tuple[Scalar, Node]], place: Span) -> tuple[Kind, str]:
        kinds = [kind for kind in fields.KINDS if kind in found]
        if not kinds:
            self.slips.add(WRONG_VALUE, f"statement {name!r} has no kind: {_NO_KIND}", place, name)
            return Kind.CLAIM, ""
        if len(kinds) > 1:
            second = found[kinds[1]][0]
            message = f"statement {name!r} has two kinds, {kinds[0]} and {kinds[1]}: keep one"
            self.slips.add(WRONG_VALUE, message, span(second), name)
        return Kind(kinds[0]), values.text(*found[kinds[0]], self.slips, name) or ""

    def _passages(self, found: dict[str, tuple[Scalar, Node]], name: str) -> Iterable[Passage]:
        for key, node in [found["from"]] if "from" in found else []:
            for item in values.items(node):
                made = self._place(key, item, fields.PASSAGE, "a passage", name)
                if made:
                    source, selector, locator, _ = made
                    yield Passage(source, selector, locator, span(item))

    def _citations(self, found: dict[str, tuple[Scalar, Node]], name: str) -> Iterable[Citation]:
        for key, node in [found["cite"]] if "cite" in found else []:
            for item in values.items(node):
                made = self._place(key, item, fields.CITATION, "a citation", name)
                if not made:
                    continue
                source, selector, locator, extra = made
                given = values.text(*extra["id"], self.slips, name) if "id" in extra else None
                stance = values.choice(*extra["stance"], Stance, self.slips, name) if "stance" in extra else None
                identity = self._step_id(given, f"{name}@{source}", extra.get("id"))
                yield Citation(identity, source, selector, locator, stance or Stance.SUPPORTS, span(item))
                if "unless" in extra:
                    self._reasons(extra["unless"][1], "unless", identity)

    def _place(
        self, key: Scalar, node: Node, known: dict[str, Any], what: str, name: str
    ) -> tuple[str, Selector | None, str | None, dict[str, tuple[Scalar, Node]]] | None:
        """Read source, selector and locator of a passage or citation, in the short form or as a record."""
        extra: dict[str, tuple[Scalar, Node]] = {}
        if isinstance(node, Mapping):
            extra = values.record(node, known, what, self.slips, name)
            texts = {k: values.text(*extra[k], self.slips, name) for k in ("source", "quote", "at") if k in extra}
            nth = values.number(*extra["nth"], self.slips, name) if "nth" in extra else None
            quote = texts.get("quote")
            found = short_form.Reference(texts.get("source"), Selector(quote, nth) if quote else None, texts.get("at"))
        else:
            content = values.text(key, node, self.slips, name)
            if content is None:
                return None
            found = short_form.parse(content)
        source = found.source or self.about
        if source is None:
            message = f"{what} needs a source: write 'id \"phrase … phrase\"', or name the map's own source in 'about:'"
            self.slips.add(WRONG_VALUE, message, span(node), name)
            return None
        return source, found.selector, found.locator, extra

    def _reasons(self, node: Node, key: str, target: str) -> None:
        """Read the steps to one target, and the undercuts of these, which may be undercut in turn."""
        open_lists = deque([(node, key, target)])
        while open_lists:
            node, key, target = open_lists.popleft()
            for item in values.items(node):
                record: dict[str, tuple[Scalar, Node]] = {}
                reason = item
                if isinstance(item, Mapping) and not _has_kind(item):
                    record = values.record(item, fields.REASON, f"a reason in '{key}'", self.slips, target)
                    if "reason" not in record:
                        message = f"this item of '{key}' names no statement: write 'reason: id', or a kind and a text"
                        self.slips.add(WRONG_VALUE, message, Span(item.start, item.start + 1), target)
                        continue
                    reason = record["reason"][1]
                sources = self._linked(reason, key, target)
                if not sources:
                    continue
                kind = _STEPS[key]
                given = values.text(*record["id"], self.slips, target) if "id" in record else None
                identity = self._step_id(given, relation_id(kind, sources, target), record.get("id"))
                texts = {
                    name: values.text(*record[name], self.slips, target)
                    for name in ("scheme", "title", "note")
                    if name in record
                }
                self.relations.append(Relation(identity, kind, sources, target, **texts, span=span(item)))
                if "unless" in record:
                    open_lists.append((record["unless"][1], "unless", identity))

    def _linked(self, node: Node, key: str, target: str) -> tuple[str, ...]:
        """Read the statements of one step: ids joined by ``+``, statements written in place, or a list of both."""
        sources: list[str] = []
        for part in values.items(node):
            if isinstance(part, Mapping):
                sources.append(self._in_place(part))
            elif isinstance(part, Sequence) or part.value is None:
                message = f"'{key}' takes ids, 'a + b' for linked ones, or statements, and this is {describe(part)}"
                self.slips.add(WRONG_VALUE, message, span(part), target)
            else:
                names = [name.strip() for name in part.value.split("+")]
                if all(names):
                    sources += names
                else:
                    message = (
                        f"an id is missing in '{key}': {part.value!r:.60}"
                        if part.value.strip()
                        else f"'{key}' is empty"
                    )
                    self.slips.add(WRONG_VALUE, message, span(part), target)
        return tuple(sources)

    def _in_place(self, node: Mapping) -> str:
        named = next((value for key, value in node.pairs if key.value == "id" and isinstance(value, Scalar)), None)
        if named is not None and (named.value or "").strip():
            name = values.identifier(named, "a statement", self.slips)
            if name in self.top or name in self.taken:
                self.slips.add(
                    DUPLICATE_ID, f"the id {name!r} stands twice: the second statement is not read", span(named), name
                )
                return name
            self.taken.add(name)
        else:
            content = next((v.value for k, v in node.pairs if k.value in fields.KINDS and isinstance(v, Scalar)), None)
            name = self._free(values.slug(content or "statement"))
            self.ids.add(name)
        self.waiting.append(_Task(name, node, node))
        return name

    def _free(self, wanted: str) -> str:
        name, count = wanted, 1
        while name in self.ids:
            count += 1
            name = f"{wanted}-{count}"
        return name

    def _step_id(self, given: str | None, usual: str, at: tuple[Scalar, Node] | None) -> str:
        """Give a step or citation its id: the author's, or the usual one with a count where that is taken."""
        if given is not None and at is not None:
            if given in self.ids or given in self.taken:
                self.slips.add(DUPLICATE_ID, f"the id {given!r} is taken: give this one another", span(at[1]), given)
            else:
                self.taken.add(given)
                return given
        name, count = usual, 1
        while name in self.taken:
            count += 1
            name = f"{usual} #{count}"
        self.taken.add(name)
        return name


def _has_kind(node: Mapping) -> bool:
    return any(key.value in fields.KINDS for key, _ in node.pairs)


def _inner_ids(root: Node) -> Iterable[str]:
    """Find the ids that statements written in place give themselves."""
    stack: list[Node] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Sequence):
            stack += node.items
        elif isinstance(node, Mapping):
            stack += [value for _, value in node.pairs]
            if _has_kind(node):
                yield from (
                    v.value.strip() for k, v in node.pairs if k.value == "id" and isinstance(v, Scalar) and v.value
                )
