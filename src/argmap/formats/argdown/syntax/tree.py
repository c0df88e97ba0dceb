"""The syntax tree of an Argdown text."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from attrs import define, field

from argmap.flaws import Flaw

Ranges = tuple[tuple[str, str, int, int], ...]


@define(eq=False, repr=False)
class Element:
    """One occurrence of a statement or of an argument.

    Attributes:
        is_argument: Whether it is an argument.
        start: Offset of its first character.
        end: Offset after its last one, without its relations.
        title: The text in its brackets; None for a statement without a title.
        is_reference: Whether it is only the title of something defined elsewhere.
        text: Its words, without the marks of bold, italic and links.
        tags: In order, without duplicates.
        ranges: Kind, target, start and last index in the text, as the reference implementation counts them.
        data: The data in its braces.
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
    """A relation as it is written: the mark and what follows it."""

    mark: str
    start: int
    element: Element


@define(eq=False, repr=False)
class InferenceNode:
    """An inference as it is written, between premises and a conclusion."""

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
    """A premise-conclusion structure.

    Attributes:
        start: Offset of its first number.
        rows: Each statement with the inference that leads to it, None for a premise.
        joined: Numbers of the rows, from 0, that are numbered as the first of a structure, below a conclusion.
    """

    start: int
    rows: list[tuple[Element, InferenceNode | None]] = field(factory=list)
    joined: list[int] = field(factory=list)


@define(eq=False, repr=False)
class ItemList:
    """An ordered or unordered list of statements and arguments."""

    items: list[Element] = field(factory=list)


Block = Element | Heading | Reconstruction | ItemList


@define(eq=False, repr=False)
class Tree:
    """A parsed text.

    Attributes:
        text: The whole text.
        front_matter: The YAML at its beginning; None where there is none.
        front_matter_span: Where that is.
        blocks: The parts that empty lines separate.
        flaws: The syntax errors, in the order of the text.
        broken_data: The YAML inside the text that cannot be read, likewise.
        comments: Start and end of each comment.
    """

    text: str
    front_matter: Any = None
    front_matter_span: tuple[int, int] | None = None
    blocks: list[Block] = field(factory=list)
    flaws: list[Flaw] = field(factory=list)
    broken_data: list[Flaw] = field(factory=list)
    comments: list[tuple[int, int]] = field(factory=list)

    def is_comment(self, offset: int) -> bool:
        """Tell whether a place in the text is inside a comment."""
        index = bisect_right(self.comments, (offset, len(self.text))) - 1
        return index >= 0 and offset < self.comments[index][1]
