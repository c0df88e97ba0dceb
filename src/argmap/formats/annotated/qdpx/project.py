"""The XML of a project as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import define, field

from argmap.flaws import Flaws
from argmap.formats import _xml
from argmap.text import Span

NAMESPACE = "urn:QDA-XML:project:1.0"
ORDER = (
    *("Users", "CodeBook", "Variables", "Cases", "Sources", "Notes", "Links", "Sets", "Graphs"),
    *("Description", "NoteRef"),
)
"""What may stand in a project, in the order that its schema demands."""
TEXTS = ("TextSource", "Representation", "Transcript", "TextDescription", "Note")
"""Elements that hold a plain text and selections of it."""
SOURCES = ("TextSource", "PictureSource", "PDFSource", "AudioSource", "VideoSource")


@define
class Node:
    """An element.

    Attributes:
        name: Without a prefix.
        attributes: Its attributes.
        text: What stands in it, without what stands in elements inside it.
        children: The elements inside it.
        at: Its place in the XML.
    """

    name: str
    attributes: dict[str, str] = field(factory=dict)
    text: str = ""
    children: list[Node] = field(factory=list)
    at: Span | None = None

    def get(self, name: str) -> str:
        """Return an attribute; empty where there is none."""
        return self.attributes.get(name, "")

    @property
    def guid(self) -> str:
        """Return its identity, in the form in which others name it."""
        return bare(self.get("guid"))

    def all(self, *names: str) -> list[Node]:
        """Return the children that are called so."""
        return [child for child in self.children if child.name in names]

    def words(self, name: str) -> str:
        """Return the text of the first child that is called so; empty where there is none."""
        return next((child.text for child in self.children if child.name == name), "")

    def walk(self) -> Iterator[tuple[Node, Node | None]]:
        """Go through the elements in it, in order, each with the one around it."""
        todo: list[tuple[Node, Node | None]] = [(self, None)]
        while todo:
            node, around = todo.pop()
            yield node, around
            todo += [(child, node) for child in reversed(node.children)]

    def part(self, name: str) -> Node:
        """Return a part of a project, which is made in its due place where there is none."""
        found = self.all(name)
        if found:
            return found[0]
        made = Node(name)
        before = [n for n, child in enumerate(self.children) if _rank(child.name) > _rank(name)]
        self.children.insert(before[0] if before else len(self.children), made)
        return made


def _rank(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)


def bare(guid: str) -> str:
    """Return a GUID without its braces, in lower case.

    Example:
        >>> bare("{206750B8-D3C8-4BC6-A922-5C8C1475F36F}")
        '206750b8-d3c8-4bc6-a922-5c8c1475f36f'
    """
    return guid.strip().strip("{}").lower()


def parse(flaws: Flaws) -> Node | None:
    """Read the XML of a project; None where it is no project. What is no XML is noted as a flaw."""
    nodes: list[Node] = []
    for each in _xml.elements(flaws):
        node = Node(each.name.rpartition(":")[2], dict(each.attributes), each.text, [], each.at)
        nodes.append(node)
        if each.parent >= 0:
            nodes[each.parent].children.append(node)
    return nodes[0] if nodes and nodes[0].name == "Project" else None


def flat(root: Node) -> list[list[Any]]:
    """Return a tree as plain JSON: of each element the number of the one around it, its name, attributes and text."""
    numbers: dict[int, int] = {}
    rows: list[list[Any]] = []
    for node, around in root.walk():
        numbers[id(node)] = len(rows)
        text = node.text if node.text.strip() else ""
        rows.append([numbers[id(around)] if around else -1, node.name, node.attributes, text])
    return rows


def grown(rows: object) -> Node | None:
    """Return the tree that `flat` made into plain JSON; None for anything else."""
    if not isinstance(rows, list) or not rows:
        return None
    nodes: list[Node] = []
    for row in rows:
        if not (isinstance(row, list) and len(row) == 4):
            return None
        parent, name, attributes, text = row
        is_row = isinstance(name, str) and isinstance(attributes, dict) and isinstance(text, str)
        if not is_row or not isinstance(parent, int) or parent >= len(nodes) or (parent < 0) != (not nodes):
            return None
        node = Node(name, {str(key): str(value) for key, value in attributes.items()}, text)
        nodes.append(node)
        if parent >= 0:
            nodes[parent].children.append(node)
    return nodes[0] if nodes[0].name == "Project" else None


def serialise(root: Node) -> str:
    """Return a tree as XML, one element in a line, without recursion."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>']
    todo: list[tuple[Node | str, int]] = [(root, 0)]
    while todo:
        node, depth = todo.pop()
        indent = " " * min(depth, 20)
        if isinstance(node, str):
            lines.append(f"{indent}</{node}>")
            continue
        attributes = "".join(f' {name}="{_attribute(value)}"' for name, value in node.attributes.items())
        text = _xml.in_element(_xml.forbidden(node.text))
        if node.children:
            lines.append(f"{indent}<{node.name}{attributes}>{text.strip()}")
            todo.append((node.name, depth))
            todo += [(child, depth + 1) for child in reversed(node.children)]
        elif text:
            lines.append(f"{indent}<{node.name}{attributes}>{text}</{node.name}>")
        else:
            lines.append(f"{indent}<{node.name}{attributes}/>")
    return "\n".join(lines) + "\n"


def _attribute(value: str) -> str:
    return _xml.in_attribute(_xml.forbidden(value))


def sequence(nodes: Sequence[Node]) -> list[Node]:
    """Return what stands in a selection or text in the order that the schema demands."""
    ranks = ("Description", "PlainTextContent", "PlainTextSelection", "SyncPoint", "TranscriptSelection", "Coding")
    return sorted(nodes, key=lambda node: ranks.index(node.name) if node.name in ranks else len(ranks))
