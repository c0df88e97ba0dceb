"""The codes of a project: which are tags, which sections, and which say what a statement is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from argmap.formats.annotated.qdpx.project import Node
from argmap.model.citations import Stance
from argmap.model.document import Group
from argmap.model.statements import Kind
from argmap.native.ids import Names, is_id, slug

OWN = "argmap"
"""The origin of projects that argmap wrote."""
SECTIONS, TAGS, KINDS, CITED = "Sections", "Tags", "Kinds", "Cited"
"""The codes under which argmap writes sections, tags, kinds, and the stances of citations."""


@frozen
class Code:
    """A code.

    Attributes:
        guid: Its identity.
        name: As its authors call it.
        parent: The identity of the code that it stands in; empty where it stands in none.
        top: The name of the outermost code that it stands in; empty where it stands in none.
        is_category: Whether other codes stand in it, or nothing may be coded with it.
        label: Its name, with that of the code around it where several have that name.
    """

    guid: str
    name: str
    parent: str
    top: str
    is_category: bool
    label: str


@frozen
class Meaning:
    """What the codes of a quotation say."""

    kind: Kind | None
    stance: Stance | None
    group: str | None
    tags: tuple[str, ...]


@define
class Codebook:
    """The codes of a project.

    Attributes:
        codes: By their identities, in order.
        is_own: Whether argmap wrote it.
        groups: The sections that codes are, by the identity of the code.
        untitled: The ids of those of which a map has no heading.
    """

    codes: dict[str, Code]
    is_own: bool
    groups: dict[str, Group] = field(factory=dict)
    untitled: set[str] = field(factory=set)

    def meaning(self, guids: Iterable[str]) -> Meaning:
        """Return what codes say of a quotation."""
        each = guids if self.is_own else dict.fromkeys(guids)
        found = [code for guid in each if (code := self.codes.get(guid))]
        kind, stance, group, tags = None, None, None, []
        for code in found:
            top = code.top if self.is_own else ""
            word = code.name.strip().lower()
            if word in list(Kind) and kind is None and top in ("", KINDS):
                kind = Kind(word)
            elif top == CITED and word in list(Stance):
                stance = Stance(word)
            elif code.guid in self.groups:
                group = group or self.groups[code.guid].id
            else:
                tags.append(code.label)
                if not self.is_own and code.parent in self.groups:
                    group = group or self.groups[code.parent].id
        return Meaning(kind, stance, group, tuple(tags))


def codebook(root: Node) -> Codebook:
    """Read the codes of a project."""
    is_own = root.get("origin") == OWN
    book = Codebook({}, is_own)
    names = Names()
    found = list(_codes(root))
    counts = Counter(node.get("name") for node, _, _ in found)
    for node, around, top in found:
        name = node.get("name")
        is_alone = around is None or is_own or counts[name] == 1
        label = name if is_alone or around is None else f"{around.get('name')} > {name}"
        is_category = bool(node.all("Code")) or node.get("isCodable").lower() in ("false", "0")
        code = Code(node.guid, name, around.guid if around else "", top, is_category, label)
        is_new = code.guid not in book.codes
        book.codes[code.guid] = code
        if is_new and (top == SECTIONS if is_own else is_category):
            book.groups[code.guid] = _section(node, code, book, names)
    return book


def _section(node: Node, code: Code, book: Codebook, names: Names) -> Group:
    written = node.words("Description") if book.is_own else ""
    wanted = written or (code.name if book.is_own else "")
    name = wanted if is_id(wanted) and names.claim(wanted) else names.make(slug(code.name), "-")
    if book.is_own and not written:
        book.untitled.add(name)
    around = book.groups.get(code.parent)
    return Group(name, code.name, around.id if around else None)


def _codes(root: Node) -> Iterator[tuple[Node, Node | None, str]]:
    """Go through the codes, each with the one around it and the name of the outermost."""
    books = [codes for book in root.all("CodeBook") for codes in book.all("Codes")]
    tops = [code for codes in books for code in codes.all("Code")]
    todo: list[tuple[Node, Node | None, str]] = [(code, None, "") for code in reversed(tops)]
    while todo:
        code, around, top = todo.pop()
        yield code, around, top
        todo += [(each, code, top or code.get("name")) for each in reversed(code.all("Code"))]
