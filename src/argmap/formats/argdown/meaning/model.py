"""Argdown's own model: statements, arguments, sections and relations, as its reference implementation has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from argmap.flaws import Flaw
from argmap.formats.argdown.syntax.tree import Element, Heading, InferenceNode, RelationNode

SYMMETRIC = frozenset({"contrary", "contradictory"})
_BLANKS = re.compile(r"[ \t\r\n]+")
UNTITLED = re.compile(r"Untitled [0-9]+\Z")


@define(eq=False, repr=False)
class Section:
    """A heading and what follows it, up to the next heading of its level."""

    level: int
    title: str
    tags: list[str]
    data: Any = None
    parent: Section | None = None
    children: list[Section] = field(factory=list)
    is_group: bool | None = None
    is_closed: bool | None = None
    heading: Heading | None = None


@define(eq=False, repr=False)
class Member:
    """An occurrence of a statement or an argument, with its role."""

    element: Element
    role: str | None = None
    argument: str | None = None
    inference: Inference | None = None
    section: Section | None = None
    title: str = ""

    @property
    def is_in_reconstruction(self) -> bool:
        """Tell whether it is a premise or a conclusion."""
        return self.argument is not None


@define(eq=False, repr=False)
class Relation:
    """A typed edge between two of statements, arguments and inferences.

    Attributes:
        kind: support, attack, entails, contrary, contradictory or undercut.
        source: Where it starts.
        target: Where it leads.
        nodes: Where it is written.
        moved: Whether it was written for an argument and now belongs to its conclusion.
    """

    kind: str
    source: Node
    target: Node
    nodes: list[RelationNode]
    moved: bool = False


@define(eq=False, repr=False)
class Titled:
    """All occurrences under one title.

    Attributes:
        title: Made up where the author gives none, see `is_titled`.
        members: The occurrences; inner ones come before those that they are written below.
        relations: Those that start or end here.
        tags: Of all occurrences.
        data: Of all occurrences; later ones override earlier ones.
        section: Where it is defined.
    """

    title: str
    members: list[Member] = field(factory=list)
    relations: list[Relation] = field(factory=list)
    tags: list[str] = field(factory=list)
    data: dict[str, Any] | None = None
    section: Section | None = None


@define(eq=False, repr=False)
class StatementClass(Titled):
    """All occurrences of one statement.

    Attributes:
        roles: What it is used as.
    """

    roles: set[str] = field(factory=set)


@define(eq=False, repr=False)
class Argument(Titled):
    """All occurrences of one argument, and its reconstruction.

    Attributes:
        rows: Its premises and conclusions.
        is_part: Whether it is one step of an argument that was taken apart: then its rows are those that the step uses.
    """

    rows: list[Member] = field(factory=list)
    is_part: bool = False


@define(eq=False, repr=False)
class Inference:
    """A step from premises to a conclusion."""

    node: InferenceNode
    argument: str = ""
    row: int = 0
    relations: list[Relation] = field(factory=list)


Node = StatementClass | Argument | Inference


@define(eq=False, repr=False)
class Interpretation:
    """Argdown's model of a text.

    Attributes:
        settings: The front matter, if it is a mapping.
        sections: The outermost ones, in order.
        statements: By title; those without one have a made-up title, see `is_titled`.
        arguments: By title, likewise.
        relations: In order.
        known: Kind and ends of the relations; any relation to something also counts as one from it to itself.
        flaws: What contradicts itself.
        deepest_level: The lowest level of a heading.
    """

    settings: dict[str, Any] = field(factory=dict)
    sections: list[Section] = field(factory=list)
    statements: dict[str, StatementClass] = field(factory=dict)
    arguments: dict[str, Argument] = field(factory=dict)
    relations: list[Relation] = field(factory=list)
    known: set[tuple[str, Node, Node]] = field(factory=set)
    flaws: list[Flaw] = field(factory=list)
    deepest_level: int = 0

    def titled(self) -> Iterator[Titled]:
        """Iterate over the statements, then the arguments."""
        yield from self.statements.values()
        yield from self.arguments.values()

    def all_sections(self) -> Iterator[Section]:
        """Iterate over the sections, each before those inside it."""
        stack = list(reversed(self.sections))
        while stack:
            section = stack.pop()
            yield section
            stack.extend(reversed(section.children))

    def let_go(self) -> None:
        """Break the circles of references, so that memory is freed at once and not by the collector."""
        for node in self.titled():
            node.relations.clear()
            node.members.clear()


def canonical(node: Titled) -> Member | None:
    """Return the occurrence whose text counts: the last that is not a bare reference, unless one is ``isCanonical``."""
    members = node.members
    if len(members) == 1 and not members[0].element.is_reference:
        return members[0]
    default = None
    for member in reversed(members):
        if not member.element.is_reference:
            data = member.element.data
            if isinstance(data, dict) and data.get("isCanonical"):
                return member
            default = default or member
    return default


def text_without_tags(element: Element) -> str:
    """Return the words of an occurrence without the tags at the end."""
    text = element.text
    if not element.ranges:
        return words(text)
    for kind, _, start, end in reversed(element.ranges):
        if kind != "tag" or text[end + 1 :].strip():
            break
        text = text[:start]
    return words(text)


def words(text: str) -> str:
    """Return a text with a single blank for each run of blanks, tabs and line ends."""
    text = text.strip(" \t\r\n")
    if "  " in text or "\n" in text or "\t" in text or "\r" in text:
        return _BLANKS.sub(" ", text)
    return text


def is_titled(title: str) -> bool:
    """Tell whether the author gave a title."""
    return not (title.startswith("Untitled ") and UNTITLED.match(title))


def mapping(settings: Any, key: str) -> dict[str, Any]:
    """Return a mapping inside settings; an empty one where there is none."""
    value = settings.get(key) if isinstance(settings, dict) else None
    return value if isinstance(value, dict) else {}
