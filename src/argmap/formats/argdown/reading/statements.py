"""Argdown's statements, and its arguments that are not reconstructed, to statements of a map."""

from __future__ import annotations

from enum import StrEnum
from operator import itemgetter
from typing import Any, TypeVar

from argmap.errors import did_you_mean
from argmap.flaws import Flaws
from argmap.formats.argdown.lint.data_keys import note_unknown
from argmap.formats.argdown.lint.empty_texts import check_text
from argmap.formats.argdown.meaning.conventions import WEIGHTS
from argmap.formats.argdown.meaning.model import (
    Argument,
    Member,
    StatementClass,
    Titled,
    canonical,
    is_titled,
    text_without_tags,
    words,
)
from argmap.formats.argdown.reading.citations import read_citations, read_passages
from argmap.formats.argdown.reading.context import Reading
from argmap.formats.argdown.reading.weights import measure_in
from argmap.formats.argdown.syntax.tree import Element
from argmap.formats.argdown.syntax.values import as_list, as_text
from argmap.model.citations import Citation, Passage
from argmap.model.standards import Standard
from argmap.model.statements import Kind, Statement, Voice
from argmap.model.titles import in_words
from argmap.native.ids import is_id, slug
from argmap.native.reasons.measures import CREDENCE
from argmap.rules.bad_id import RULE as BAD_ID
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

_E = TypeVar("_E", bound=StrEnum)
_KINDS = frozenset(Kind)
_KEYS = (
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
    "voice",
    "credence",
    "standard",
    "scheme",
    *WEIGHTS,
)

_Entry = tuple[int, Titled, Member, str | None]
"""Where the text of a statement begins, the statement, its occurrence there, and its title."""


def read_statements(reading: Reading) -> tuple[Statement, ...]:
    """Return the statements, in the order of their texts; note their ids as `names`."""
    entries = _entries(reading)
    _name(reading, entries)
    names, statements = reading.names, reading.model.statements
    for argument in reading.model.arguments.values():
        if argument.rows:
            conclusion = statements[argument.rows[-1].title]
            if conclusion in names:
                names[argument] = names[conclusion]
    return tuple([_statement(reading, node, member, title) for _, node, member, title in entries])


def _entries(reading: Reading) -> list[_Entry]:
    entries: list[_Entry] = []
    for node in reading.model.titled():
        if not node.members or (isinstance(node, Argument) and node.rows) or node in reading.denials:
            continue
        member = canonical(node) or node.members[0]
        if not check_text(node, member, reading.flaws):
            continue
        title = words(node.title) if is_titled(node.title) else None
        if node.data and "title" in node.data:
            title = as_text(node.data["title"]) or title
        entries.append((member.element.start, node, member, title))
    entries.sort(key=itemgetter(0))
    return entries


def _name(reading: Reading, entries: list[_Entry]) -> None:
    """Give each statement an id: the author's, or one made from its title or text."""
    for _, node, member, _ in entries:
        given = as_text(node.data.get("id")) if node.data else None
        if given is not None:
            _reserve(reading, node, given, Span(member.element.start, member.element.end))
    names, make = reading.names, reading.ids.make
    for _, node, member, title in entries:
        if node not in names:
            names[node] = make(slug(title or text_without_tags(member.element)), "-")


def _reserve(reading: Reading, node: Titled, given: str, span: Span) -> None:
    if not is_id(given):
        message = f"{given[:40]!r} cannot be an id: use letters, digits, '-', '_' and '.', as in {slug(given)!r}"
        reading.flaws.add(BAD_ID, message, span)
    elif reading.ids.claim(given):
        reading.names[node] = given
    else:
        reading.flaws.add(DUPLICATE_ID, f"the id {given!r} is taken: give this one another", span, given)


def _statement(reading: Reading, node: Titled, member: Member, title: str | None) -> Statement:
    name, element = reading.names[node], member.element
    text = text_without_tags(element) or title or ""
    if title is not None and title == in_words(name):
        title = None
    kind = _usual_kind(node, member)
    group = reading.groups.of_section[node.section] if node.section else None
    span = Span(element.start, element.end)
    if element.ranges:
        _note_marks(element, span, reading.flaws)
    if node.data:
        return _detailed(reading, node, Statement(name, kind, text, title, group, span=span), span)
    if not node.tags:
        return Statement(name, kind, text, title, group, span=span)
    kind, tags = _kind_and_tags(reading, name, node, kind, span)
    return Statement(name, kind, text, title, group, tags=tags, span=span)


def _detailed(reading: Reading, node: Titled, plain: Statement, span: Span) -> Statement:
    """Return a statement with what its data adds."""
    name, data = plain.id, node.data or {}
    kind, tags = _kind_and_tags(reading, name, node, plain.kind, span)
    passages, citations = _cited(reading, node, name)
    for member in node.members:
        element = member.element
        if isinstance(element.data, dict):
            note_unknown(element.data, _KEYS, Span(element.start, element.end), name, reading.flaws)
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
        span,
        standard=_choice(data, "standard", Standard, name, span, reading.flaws),
        voice=_choice(data, "voice", Voice, name, span, reading.flaws),
        credence=measure_in(data, CREDENCE, span, reading.flaws, name),
    )


def _choice(data: dict[str, Any], key: str, options: type[_E], name: str, span: Span, flaws: Flaws) -> _E | None:
    if key not in data:
        return None
    given, words = as_text(data[key]) or "", list(map(str, options))
    if given in words:
        return options(given)
    hint = did_you_mean(given.lower(), words) or f"it must be one of {', '.join(words)}"
    flaws.add(WRONG_VALUE, f"{key!r} cannot be {given!r}: {hint}", span, name)
    return None


def _cited(reading: Reading, node: Titled, name: str) -> tuple[tuple[Passage, ...], tuple[Citation, ...]]:
    """Return the passages and citations of all occurrences."""
    passages: list[Passage] = []
    citations: list[Citation] = []
    for member in node.members:
        own = member.element.data
        if isinstance(own, dict):
            span = Span(member.element.start, member.element.end)
            has_from = own.get("from", []) != [] and not _are_rows(own["from"])
            here = read_passages(reading, own["from"], name, span) if has_from else None
            passages += here or ()
            if "cite" in own:
                citations += read_citations(reading, own["cite"], name, span, here)
    return tuple(passages), tuple(citations)


def _kind_and_tags(
    reading: Reading, name: str, node: Titled, default: Kind, span: Span
) -> tuple[Kind, tuple[str, ...]]:
    """Return the kind that data or a tag names, and the tags that are not kinds."""
    data = node.data or {}
    named = [tag for tag in node.tags if tag in _KINDS]
    if not named and not data:
        return default, tuple(node.tags)
    tags = [tag for tag in node.tags if tag not in _KINDS]
    given = as_text(data.get("type", data.get("kind")))
    if given is not None and given not in _KINDS:
        hint = did_you_mean(given, map(str, Kind)) or f"it must be one of {', '.join(Kind)}"
        reading.flaws.add(WRONG_VALUE, f"'type' cannot be {given!r}: {hint}", span, name)
        given = None
    if len(named) > 1 and given is None:
        message = f"the tags name two kinds, {named[0]} and {named[1]}: keep one"
        reading.flaws.add(WRONG_VALUE, message, span, name)
    return Kind(given or (named[0] if named else default)), (*tags, *_tags_in_data(data, set(tags)))


def _tags_in_data(data: dict[str, Any], known: set[str]) -> list[str]:
    """Return the tags that data adds to those in the text."""
    texts = map(as_text, as_list(data.get("tags", [])))
    return [text for text in texts if text is not None and text not in known]


def _note_marks(element: Element, span: Span, flaws: Flaws) -> None:
    kinds = {kind for kind, _, _, _ in element.ranges}
    if "bold" in kinds or "italic" in kinds:
        flaws.drop("bold and italic are read as plain words", span)
    if "link" in kinds:
        flaws.drop("the addresses of links are not kept: give a source with 'cite' instead", span)


def _usual_kind(node: Titled, member: Member) -> Kind:
    """Return the kind of a statement whose tags and data name none."""
    if not isinstance(node, StatementClass):
        return Kind.ARGUMENT
    return Kind.PREMISE if member.role == "premise" and node.roles == {"premise"} else Kind.CLAIM


def _are_rows(value: Any) -> bool:
    """Tell whether ``from`` lists rows of a reconstruction, as Argdown has it, and not passages."""
    return isinstance(value, list) and bool(value) and all(isinstance(item, int) for item in value)
