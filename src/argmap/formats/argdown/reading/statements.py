"""Argdown's statements, and its arguments that are not reconstructed, to statements of a map."""

from __future__ import annotations

from collections.abc import Container
from operator import itemgetter
from typing import Any

from argmap.errors import did_you_mean
from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.citing import Citing, as_list, as_text
from argmap.formats.argdown.meaning.model import (
    Argument,
    Interpretation,
    Member,
    StatementClass,
    Titled,
    canonical,
    is_titled,
    text_without_tags,
    words,
)
from argmap.formats.argdown.meaning.names import is_id, slug
from argmap.formats.argdown.reading.groups import Groups
from argmap.formats.argdown.settings.settings import note_unknown
from argmap.formats.argdown.syntax.tree import Element
from argmap.model.citations import Citation, Passage
from argmap.model.statements import Kind, Statement, in_words
from argmap.native.ids import Names
from argmap.rules.bad_id import RULE as BAD_ID
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

_KINDS = frozenset(Kind)
_KEYS = ("id", "title", "type", "kind", "text", "group", "tags", "from", "cite", "note", "implicit", "scheme")

_Entry = tuple[int, Titled, Member, str | None]


class Statements:
    """Makes the statements of one map.

    Attributes:
        names: The id that stands for a statement or an argument, by its identity; for a reconstructed argument that
            of its conclusion.
    """

    def __init__(
        self,
        model: Interpretation,
        ids: Names,
        groups: Groups,
        citing: Citing,
        flaws: Flaws,
        denials: Container[int] = (),
    ) -> None:
        self.model = model
        self.ids = ids
        self.groups = groups
        self.citing = citing
        self.flaws = flaws
        self.denials = denials
        self.names: dict[int, str] = {}

    def all(self) -> tuple[Statement, ...]:
        """Give the statements, in the order in which their texts stand."""
        entries = self._entries()
        self._name(entries)
        for argument in self.model.arguments.values():
            if argument.rows:
                conclusion = self.model.statements[argument.rows[-1].title]
                if id(conclusion) not in self.denials:
                    self.names[id(argument)] = self.names[id(conclusion)]
        return tuple([self._statement(node, member, title) for _, node, member, title in entries])

    def _entries(self) -> list[_Entry]:
        entries: list[_Entry] = []
        for node in self.model.titled():
            if not node.members or (isinstance(node, Argument) and node.rows):
                continue
            if id(node) in self.denials:
                continue
            member = canonical(node) or node.members[0]
            title = words(node.title) if is_titled(node.title) else None
            if node.data and "title" in node.data:
                title = as_text(node.data["title"]) or title
            entries.append((member.element.start, node, member, title))
        entries.sort(key=itemgetter(0))
        return entries

    def _name(self, entries: list[_Entry]) -> None:
        """Give each statement an id: the author's, or one made of its title or text."""
        for _, node, member, _ in entries:
            given = as_text(node.data.get("id")) if node.data else None
            if given is not None:
                self._reserve(node, given, Span(member.element.start, member.element.end))
        names, make = self.names, self.ids.make
        for _, node, member, title in entries:
            if id(node) not in names:
                names[id(node)] = make(slug(title or text_without_tags(member.element)), "-")

    def _reserve(self, node: Titled, given: str, place: Span) -> None:
        if not is_id(given):
            message = f"{given[:40]!r} cannot be an id: use letters, digits, '-', '_' and '.', as in {slug(given)!r}"
            self.flaws.add(BAD_ID, message, place)
        elif self.ids.claim(given):
            self.names[id(node)] = given
        else:
            self.flaws.add(DUPLICATE_ID, f"the id {given!r} is taken: give this one another", place, given)

    def _statement(self, node: Titled, member: Member, title: str | None) -> Statement:
        name, element = self.names[id(node)], member.element
        text = text_without_tags(element) or title or ""
        if title is not None and title == in_words(name):
            title = None
        kind = _usual_kind(node, member)
        group = self.groups.of_section[id(node.section)] if node.section else None
        place = Span(element.start, element.end)
        if element.ranges:
            self._note_marks(element, place)
        if node.data:
            return self._detailed(node, Statement(name, kind, text, title, group, span=place), place)
        if not node.tags:
            return Statement(name, kind, text, title, group, span=place)
        kind, tags = self._kind(name, node.tags, {}, kind, place)
        return Statement(name, kind, text, title, group, tags=tags, span=place)

    def _detailed(self, node: Titled, plain: Statement, place: Span) -> Statement:
        """Add what data says."""
        name, data = plain.id, node.data or {}
        kind, tags = self._kind(name, node.tags, data, plain.kind, place)
        passages, citations = self._places(node, name)
        for member in node.members:
            element = member.element
            if isinstance(element.data, dict):
                note_unknown(element.data, _KEYS, Span(element.start, element.end), name, self.flaws)
        return Statement(
            name,
            kind,
            plain.text if data.get("text") is None else as_text(data["text"]) or "",
            as_text(data["title"]) if "title" in data else plain.title,
            as_text(data["group"]) if "group" in data else plain.group,
            passages,
            citations,
            as_text(data.get("note")),
            tags,
            data.get("implicit") is True,
            place,
        )

    def _places(self, node: Titled, name: str) -> tuple[tuple[Passage, ...], tuple[Citation, ...]]:
        """Give the passages and citations of all occurrences."""
        passages: list[Passage] = []
        citations: list[Citation] = []
        for member in node.members:
            own = member.element.data
            if isinstance(own, dict):
                place = Span(member.element.start, member.element.end)
                if "from" in own and not _are_rows(own["from"]):
                    passages += self.citing.passages(own["from"], name, place)
                if "cite" in own:
                    citations += self.citing.citations(own["cite"], name, place)
        return tuple(passages), tuple(citations)

    def _kind(
        self, name: str, given_tags: list[str], data: dict[str, Any], default: Kind, place: Span
    ) -> tuple[Kind, tuple[str, ...]]:
        """Give the kind that data or a tag names, and the tags that name none."""
        named = [tag for tag in given_tags if tag in _KINDS]
        if not named and not data:
            return default, tuple(given_tags)
        tags = [tag for tag in given_tags if tag not in _KINDS]
        given = as_text(data.get("type", data.get("kind")))
        if given is not None and given not in _KINDS:
            hint = did_you_mean(given, map(str, Kind)) or f"one of {', '.join(Kind)} is right"
            self.flaws.add(WRONG_VALUE, f"'type' cannot be {given!r}: {hint}", place, name)
            given = None
        if len(named) > 1 and given is None:
            message = f"the tags name two kinds, {named[0]} and {named[1]}: keep one"
            self.flaws.add(WRONG_VALUE, message, place, name)
        if "tags" in data:
            marked = set(tags)
            texts = map(as_text, as_list(data["tags"]))
            tags += [text for text in texts if text is not None and text not in marked]
        return Kind(given or (named[0] if named else default)), tuple(tags)

    def _note_marks(self, element: Element, place: Span) -> None:
        kinds = {kind for kind, _, _, _ in element.ranges}
        if "bold" in kinds or "italic" in kinds:
            self.flaws.drop("bold and italic are read as plain words", place)
        if "link" in kinds:
            self.flaws.drop("the addresses of links are not kept: give a source with 'cite' instead", place)


def _usual_kind(node: Titled, member: Member) -> Kind:
    """Give the kind of what has no tag or data that names one."""
    if not isinstance(node, StatementClass):
        return Kind.ARGUMENT
    return Kind.PREMISE if member.role == "premise" and node.roles == {"premise"} else Kind.CLAIM


def _are_rows(value: Any) -> bool:
    """Tell whether ``from`` lists the rows of a reconstruction, as Argdown has it, and no passages."""
    return isinstance(value, list) and bool(value) and all(isinstance(item, int) for item in value)
