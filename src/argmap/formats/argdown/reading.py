"""Argdown's model to an argument map.

A reconstructed argument becomes its steps: linked premises, conclusion, the rule as the scheme's name. One that is not
reconstructed is a statement of kind ``argument``. What has no place in a map is a finding.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from attrs import evolve

from argmap.formats.argdown import slips as rules
from argmap.formats.argdown.citing import Citing, as_list, as_text
from argmap.formats.argdown.interpretation import interpret
from argmap.formats.argdown.model import (
    Argument,
    Interpretation,
    Section,
    StatementClass,
    Titled,
    canonical,
    is_titled,
    text_without_tags,
    words,
)
from argmap.formats.argdown.names import Ids, in_words, is_id, slug
from argmap.formats.argdown.settings import check_front_matter, is_setting, native_key
from argmap.formats.argdown.slips import Slips
from argmap.formats.argdown.steps import Steps
from argmap.formats.argdown.syntax import Element, Tree, parse
from argmap.formats.argdown.titles import check_titles
from argmap.formats.argdown.transformation import decide_groups
from argmap.model.citations import Citation, Passage
from argmap.model.document import ArgumentMap, Group
from argmap.model.origin import Ignore, Origin
from argmap.model.statements import Kind, Statement
from argmap.text import LineIndex, Span

_IGNORE = re.compile(r"argmap:[ \t]*ignore(?:\[([^\]\n]*)\])?")
_KINDS = frozenset(Kind)


def read(text: str, file: str) -> ArgumentMap:
    """Read a map from Argdown; never raises for what stands in it."""
    with _collector_paused():
        tree = parse(text)
        model = interpret(tree)
        reader = _Reader(tree, model)
        m = reader.map()
    lines = LineIndex(text)
    origin = Origin(file, "argdown", lines, _ignores(tree), reader.slips.findings(file, lines))
    return evolve(m, origin=origin)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from counting a million young objects that all survive."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _ignores(tree: Tree) -> tuple[Ignore, ...]:
    found = []
    for start, end in tree.comments:
        match = _IGNORE.search(tree.text, start, end)
        if match:
            codes = tuple(code.strip().upper() for code in (match[1] or "").split(",") if code.strip())
            found.append(Ignore(codes, Span(start, end)))
    return tuple(found)


class _Reader:
    def __init__(self, tree: Tree, model: Interpretation) -> None:
        self.tree = tree
        self.model = model
        self.slips = Slips()
        self.ids = Ids()
        self.citing = Citing(self.slips, self.ids)
        self.names: dict[int, str] = {}
        self.groups: dict[int, str] = {}
        self.known_groups: dict[str, Group] = {}

    def map(self) -> ArgumentMap:
        """Give the map."""
        for finding in self.tree.findings:
            self.slips.add(rules.SYNTAX, finding.message, Span(finding.start, finding.end))
        for start, end, message in self.model.findings:
            self.slips.add(rules.DUPLICATE_ID, message, Span(start, end))
        settings = self.model.settings
        place = Span(*self.tree.front_matter_span) if self.tree.front_matter_span else Span(0, 0)
        self.citing.about = as_text(settings.get("about"))
        sources = self.citing.sources(settings["sources"], place) if settings.get("sources") else ()
        check_front_matter(self.tree, self.slips)
        self._groups(place)
        nodes = self._named()
        statements = tuple(self._statement(node) for node in nodes)
        relations = Steps(self.model, self.names, self.ids, self.slips).relations()
        check_titles(self.model, self.names, self.slips)
        return ArgumentMap(
            title=as_text(settings.get("title")) or "",
            description=as_text(settings.get("description")),
            about=self.citing.about,
            groups=tuple(self.known_groups.values()),
            statements=statements,
            relations=relations,
            sources=sources,
        )

    def _groups(self, place: Span) -> None:
        """Turn the sections that are groups into groups, after those that the front matter lists."""
        ids = Ids()
        listed = self.model.settings.get("groups")
        if listed is not None and not isinstance(listed, dict):
            self.slips.add(rules.WRONG_VALUE, "'groups' takes ids with their titles", place)
        for name, value in listed.items() if isinstance(listed, dict) else ():
            record = value if isinstance(value, dict) else {"title": value}
            ids.reserve(name)
            self.known_groups[name] = Group(
                name, as_text(record.get("title")) or name, as_text(record.get("in")), place
            )
        decide_groups(self.model)
        stack: list[tuple[Section, str | None]] = [(section, None) for section in reversed(self.model.sections)]
        while stack:
            section, parent = stack.pop()
            inner = self._group(section, parent, ids) if section.is_group is not False else parent
            self.groups[id(section)] = inner or ""
            stack.extend((child, inner) for child in reversed(section.children))

    def _group(self, section: Section, parent: str | None, ids: Ids) -> str:
        heading = section.heading
        place = Span(heading.start, heading.end) if heading else Span(0, 0)
        data = section.data if isinstance(section.data, dict) else {}
        title = words(section.title)
        given = as_text(data.get("id"))
        if section.tags:
            self.slips.drop("tags of headings are not kept", place)
        self._unknown_data(data, ("id",), place, None)
        if given and given in self.known_groups:
            return given
        same = self.known_groups.get(slug(title))
        if not given and same and same.title == title and same.parent == parent and same.span and not same.span.start:
            return same.id
        if given and is_id(given) and ids.reserve(given):
            name = given
        else:
            name = ids.make(slug(title))
        self.known_groups[name] = Group(name, title, parent, place)
        return name

    def _named(self) -> list[Titled]:
        """Give statements and arguments that are none of steps, in order, and give each an id."""
        nodes: list[tuple[int, Titled]] = []
        for node in self.model.titled():
            if isinstance(node, Argument) and node.rows:
                continue
            if not node.members:
                continue
            member = canonical(node) or node.members[0]
            nodes.append((member.element.start, node))
        nodes.sort(key=lambda entry: entry[0])
        ordered = [node for _, node in nodes]
        for node in ordered:
            given = as_text(node.data.get("id")) if node.data else None
            if given is not None:
                self._reserve(node, given)
        for node in ordered:
            if id(node) not in self.names:
                self.names[id(node)] = self.ids.make(slug(self._title(node) or self._text(node)))
        return ordered

    def _reserve(self, node: Titled, given: str) -> None:
        if not is_id(given):
            message = f"{given[:40]!r} cannot be an id: use letters, digits, '-', '_' and '.', as in {slug(given)!r}"
            self.slips.add(rules.BAD_ID, message, _place(node))
        elif self.ids.reserve(given):
            self.names[id(node)] = given
        else:
            self.slips.add(rules.DUPLICATE_ID, f"the id {given!r} is taken: give this one another", _place(node), given)

    def _title(self, node: Titled) -> str | None:
        data = node.data
        if data and (given := as_text(data.get("title"))):
            return given
        return words(node.title) if is_titled(node.title) else None

    def _text(self, node: Titled) -> str:
        member = canonical(node)
        return text_without_tags(member.element) if member else ""

    def _statement(self, node: Titled) -> Statement:
        name = self.names[id(node)]
        member = canonical(node) or node.members[0]
        element = member.element
        place = Span(element.start, element.end)
        title = self._title(node)
        text = text_without_tags(element) or title or ""
        if element.ranges:
            self._marks(element, place)
        default = Kind.ARGUMENT if isinstance(node, Argument) else Kind.CLAIM
        if isinstance(node, StatementClass) and node.roles == {"premise"}:
            default = Kind.PREMISE
        group = self.groups[id(node.section)] or None if node.section else None
        if title is not None and title == in_words(name):
            title = None
        if not node.tags and not node.data:
            return Statement(name, default, text, title, group, span=place)
        return self._detailed(node, Statement(name, default, text, title, group, span=place))

    def _detailed(self, node: Titled, plain: Statement) -> Statement:
        """Add what tags and data say."""
        name, place = plain.id, plain.span or Span(0, 0)
        data = node.data or {}
        kind, tags = self._kind(node, data, plain.kind, place)
        passages: list[Passage] = []
        citations: list[Citation] = []
        for member in node.members:
            own = member.element.data
            if isinstance(own, dict):
                span = Span(member.element.start, member.element.end)
                if "from" in own and not _are_rows(own["from"]):
                    passages += self.citing.passages(own["from"], name, span)
                if "cite" in own:
                    citations += self.citing.citations(own["cite"], name, span)
        self._unknown_data(data, _STATEMENT_KEYS, place, name)
        group = as_text(data["group"]) if "group" in data else plain.group
        return Statement(
            name,
            kind,
            plain.text if data.get("text") is None else as_text(data["text"]) or "",
            plain.title,
            group,
            tuple(passages),
            tuple(citations),
            as_text(data.get("note")),
            tags,
            data.get("implicit") is True,
            place,
        )

    def _kind(self, node: Titled, data: dict[str, Any], default: Kind, place: Span) -> tuple[Kind, tuple[str, ...]]:
        """Give the kind that tags or data name, and the tags that name none."""
        tags = [tag for tag in node.tags if tag not in _KINDS]
        named = [tag for tag in node.tags if tag in _KINDS]
        given = as_text(data.get("type", data.get("kind")))
        if given is not None and given not in _KINDS:
            from argmap.errors import did_you_mean

            hint = did_you_mean(given, list(Kind)) or f"one of {', '.join(Kind)} is right"
            self.slips.add(rules.WRONG_VALUE, f"'type' cannot be {given!r}: {hint}", place, self.names[id(node)])
            given = None
        if len(named) > 1 and given is None:
            message = f"the tags name two kinds, {named[0]} and {named[1]}: keep one"
            self.slips.add(rules.WRONG_VALUE, message, place, self.names[id(node)])
        tags += [text for tag in as_list(data.get("tags", [])) if (text := as_text(tag)) is not None]
        return Kind(given or (named[0] if named else default)), tuple(dict.fromkeys(tags))

    def _unknown_data(self, data: dict[str, Any], known: tuple[str, ...], place: Span, node: str | None) -> None:
        for key in data:
            if key not in known and not is_setting(key):
                meant = native_key(key, known)
                if meant:
                    self.slips.add(rules.UNKNOWN_KEY, f"unknown key {key!r}: did you mean {meant!r}?", place, node)
                else:
                    self.slips.drop(f"the data key {key!r} is not kept", place)

    def _marks(self, element: Element, place: Span) -> None:
        kinds = {kind for kind, _, _, _ in element.ranges}
        if "bold" in kinds or "italic" in kinds:
            self.slips.drop("bold and italic are read as plain words", place)
        if "link" in kinds:
            self.slips.drop("the addresses of links are not kept: give a source with 'cite' instead", place)


_STATEMENT_KEYS = (
    "id",
    "title",
    "type",
    "kind",
    "text",
    "group",
    "tags",
    "from",
    "cite",
    "note",
    "implicit",
    "scheme",
)


def _are_rows(value: Any) -> bool:
    """Tell whether ``from`` lists the rows of a reconstruction, as Argdown has it, and no passages."""
    return isinstance(value, list) and bool(value) and all(isinstance(item, int) for item in value)


def _place(node: Titled) -> Span:
    element = (canonical(node) or node.members[0]).element
    return Span(element.start, element.end)
