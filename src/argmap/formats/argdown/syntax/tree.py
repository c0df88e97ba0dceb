"""The syntax tree of an Argdown text."""

from __future__ import annotations

from typing import Any

from attrs import define, field, frozen

Ranges = tuple[tuple[str, str, int, int], ...]


@define(eq=False, repr=False)
class Element:
    """One occurrence of a statement or of an argument.

    Attributes:
        is_argument: Whether it is an argument.
        start: Offset of its first character.
        end: Offset behind its last one, without its relations.
        title: What stands between its brackets; None for a statement that has none.
        is_reference: Whether it names the title only.
        text: Its words, without the marks of bold, italic and links.
        tags: In order, without repetition.
        ranges: Kind, target, start and last index in the text, as the reference implementation counts them.
        data: What stands in its braces.
        relations: What is indented below it.
    """

    is_argument: bool
    start: int
    end: int = 0
    title: str | None = None
    is_reference: bool = False
    text: str = ""
    tags: list[str] = field(factory=list)
    ranges: Ranges = ()
    data: Any = None
    relations: list[RelationNode] = field(factory=list)


@define(eq=False, repr=False)
class RelationNode:
    """A relation as it is written: the mark and what stands behind it."""

    mark: str
    start: int
    element: Element


@define(eq=False, repr=False)
class InferenceNode:
    """What stands between the premises and a conclusion."""

    start: int
    end: int = 0
    rules: list[str] = field(factory=list)
    data: Any = None
    relations: list[RelationNode] = field(factory=list)


@define(eq=False, repr=False)
class Heading:
    """A heading: the beginning of a section."""

    level: int
    start: int
    end: int = 0
    text: str = ""
    tags: list[str] = field(factory=list)
    data: Any = None


@define(eq=False, repr=False)
class Reconstruction:
    """A premise-conclusion structure: each statement with the inference it is drawn by, None for a premise."""

    start: int
    rows: list[tuple[Element, InferenceNode | None]] = field(factory=list)


@define(eq=False, repr=False)
class ItemList:
    """An ordered or unordered list of statements and arguments."""

    items: list[Element] = field(factory=list)


Block = Element | Heading | Reconstruction | ItemList


@frozen(eq=False)
class SyntaxFinding:
    """An error of the text, with its place and what to write instead.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last one.
        message: What was found and what would be right.
        is_data: Whether it is the YAML inside the text that cannot be read.
    """

    start: int
    end: int
    message: str
    is_data: bool = False


@define(eq=False, repr=False)
class Tree:
    """A parsed text.

    Attributes:
        text: The whole text.
        front_matter: The YAML at its beginning; None where there is none.
        front_matter_span: Where that stands.
        blocks: What the empty lines separate.
        findings: The errors, in order of their places.
        comments: Start and end of each comment.
    """

    text: str
    front_matter: Any = None
    front_matter_span: tuple[int, int] | None = None
    blocks: list[Block] = field(factory=list)
    findings: list[SyntaxFinding] = field(factory=list)
    comments: list[tuple[int, int]] = field(factory=list)
