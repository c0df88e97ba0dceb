"""Writing the codes of a project, and what is coded with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from uuid import NAMESPACE_URL, uuid5

from attrs import define, field

from argmap.formats.annotated.qdpx import project
from argmap.formats.annotated.qdpx.codes import CITED, KINDS, SECTIONS, TAGS, Codebook
from argmap.formats.annotated.qdpx.project import Node
from argmap.model.citations import Citation, Cited
from argmap.model.document import Group
from argmap.model.statements import Kind, Statement


def guid(*parts: str) -> str:
    """Return an identity that follows from what something is.

    Example:
        >>> guid("statement", "dry") == guid("statement", "dry"), len(guid("source", "wells"))
        (True, 36)
    """
    return str(uuid5(NAMESPACE_URL, "urn:argmap:" + "\0".join(parts).encode("utf-8", "replace").decode()))


@define
class Coding:
    """Codes quotations, with the codes that a project has or with new ones.

    Attributes:
        root: The project.
        book: The codes that it has.
        groups: The sections of the map, by their ids.
        safe: From a text to one that XML can hold.
        parents: The section that each section is written in.
    """

    root: Node
    book: Codebook
    groups: Mapping[str, Group]
    safe: Callable[[str], str]
    parents: dict[str, str | None] = field(factory=dict)
    _nodes: dict[tuple[str, ...], Node] = field(factory=dict)
    _labels: dict[str, str] = field(factory=dict)
    _sections: dict[str, Node] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self._labels |= {code.label: code.guid for code in reversed(self.book.codes.values())}
        for node, _ in self.root.walk():
            code = self.book.codes.get(node.guid) if node.name == "Code" else None
            if code:
                self._nodes[(code.top, code.name) if code.top else (code.name,)] = node
        for name in self.groups if self.book.is_own else ():
            self._section(name)

    def describe(self, node: Node, statement: Statement, cited: Cited | None) -> None:
        """Code a quotation with what a statement is, its tags and its section, and what it is cited for."""
        if not self.book.is_own:
            kind = [str(statement.kind)] if statement.kind is not Kind.CLAIM else []
            self.add(node, [*kind, *statement.tags])
            return
        paths = [(KINDS, str(statement.kind)), *((TAGS, tag) for tag in statement.tags)]
        paths += [(CITED, str(cited.stance))] if isinstance(cited, Citation) else []
        for top, name in paths:
            self._code((top,), is_codable=False)
            self._mark(node, self._code((top, name)).guid)
        if statement.group is not None:
            self._mark(node, self._section(statement.group).guid)

    def add(self, node: Node, names: Iterable[str]) -> None:
        """Code a quotation with codes that are called so."""
        for name in names:
            self._mark(node, self._labels.get(name) or self._code((name,)).guid)

    def recode(self, nodes: list[Node], statement: Statement) -> None:
        """Code a quotation that has codes with what the map says now; other codings stay."""
        refs = [(node, coding, code_of(coding)) for node in nodes for coding in node.all("Coding")]
        meaning = self.book.meaning(name for _, _, name in refs)
        if (meaning.kind or Kind.CLAIM, set(meaning.tags)) == (statement.kind, set(statement.tags)):
            return
        for node, coding, name in refs:
            code = self.book.codes.get(name)
            is_kind = code is not None and code.name.strip().lower() == meaning.kind
            is_meant = meaning.kind is statement.kind if is_kind else code is None or code.label in statement.tags
            if not is_meant and name not in self.book.groups:
                node.children = [child for child in node.children if child is not coding]
        kind = [str(statement.kind)] if statement.kind is not (meaning.kind or Kind.CLAIM) else []
        self.add(nodes[0], [*kind, *(tag for tag in statement.tags if tag not in meaning.tags)])

    def group_of(self, nodes: list[Node]) -> str | None:
        """Return the section that the codes of a quotation say."""
        return self.book.meaning(code_of(coding) for node in nodes for coding in node.all("Coding")).group

    def _section(self, name: str) -> Node:
        """Return the code that a section is; sections stand in each other as in the map."""
        line: dict[str, None] = {}
        above: str | None = name
        while above is not None and above not in line and above not in self._sections:
            line[above] = None
            above = self.groups[above].parent if above in self.groups else None
        above = above if above in self._sections else None
        around = self._sections.get(above or "") or self._code((SECTIONS,), is_codable=False)
        for each in reversed(line):
            title = self.groups[each].title if each in self.groups else each
            around = self._made(("section", each), title, around)
            if each in self.groups:
                around.children.insert(0, Node("Description", text=each))
            self._sections[each] = around
            self.parents[each] = above
            above = each
        return self._sections[name]

    def _mark(self, node: Node, code: str) -> None:
        ref = Node("CodeRef", {"targetGUID": code})
        number = len(node.all("Coding"))
        coding = Node("Coding", {"guid": guid("coding", node.guid, code, str(number))}, children=[ref])
        node.children = project.sequence([*node.children, coding])

    def _code(self, path: tuple[str, ...], *, is_codable: bool = True) -> Node:
        """Return the code at a path of names, which is made where there is none."""
        if path not in self._nodes:
            if len(path) > 1:
                around = self._nodes[path[:-1]]
            else:
                book = self.root.part("CodeBook")
                if not book.all("Codes"):
                    book.children.append(Node("Codes"))
                around = book.all("Codes")[0]
            self._nodes[path] = self._made(path, path[-1], around, is_codable=is_codable)
        return self._nodes[path]

    def _made(self, path: tuple[str, ...], name: str, around: Node, *, is_codable: bool = True) -> Node:
        attributes = {"guid": guid("code", *path), "name": self.safe(name)}
        made = Node("Code", {**attributes, "isCodable": "true" if is_codable else "false"})
        around.children.append(made)
        return made


def code_of(coding: Node) -> str:
    """Return the identity of the code of a coding."""
    return next((project.bare(ref.get("targetGUID")) for ref in coding.all("CodeRef")), "")
