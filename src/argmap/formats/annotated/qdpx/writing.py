"""From a map to a project of REFI-QDA."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from attrs import define, field

from argmap.flaws import unwritten
from argmap.formats import Writing, _positions
from argmap.formats._annex import annex_of
from argmap.formats._parts import DANGLING
from argmap.formats._xml import forbidden
from argmap.formats.annotated._labels import meaning_of
from argmap.formats.annotated.qdpx import project
from argmap.formats.annotated.qdpx.archive import packed
from argmap.formats.annotated.qdpx.codes import OWN, codebook
from argmap.formats.annotated.qdpx.coding import Coding, guid
from argmap.formats.annotated.qdpx.project import NAMESPACE, TEXTS, Node
from argmap.formats.annotated.qdpx.reading import NAME, UNDERCUT, digest, kept
from argmap.model.citations import Cited, Selector
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Statement
from argmap.text import OffsetMap, Span
from argmap.wording import tallied

_NOWHERE = (
    "1 place of a statement is not written: its words do not stand in a text that is at hand",
    "places of statements are not written: their words do not stand in texts that are at hand",
)
_ABSENT = (
    "1 text of a source is not written, for it is not at hand: argmap import keeps texts beside a map",
    "texts of sources are not written, for they are not at hand: argmap import keeps texts beside a map",
)
_UNSEEN = (
    "1 quotation stays where it stood, for the text is not at hand",
    "quotations stay where they stood, for the texts are not at hand",
)
_REWORDED = (
    "1 statement is written in the words of its quotation, not in its own",
    "statements are written in the words of their quotations, not in their own",
)
_ODD = (
    "1 text has characters that XML cannot hold, which are written as �",
    "texts have characters that XML cannot hold, which are written as �",
)
_GONE = (
    "1 quotation whose statement is gone is not written",
    "quotations whose statements are gone are not written",
)
_SECTION = (
    "1 section of a statement is not written, for in REFI-QDA its codes say it",
    "sections of statements are not written, for in REFI-QDA their codes say them",
)
_CIRCLE = (
    "1 section stands in itself, and is written in none",
    "sections stand in themselves, and are written in none",
)
_NAMING = ("Link", "SelectionRef")
_PARTS = ("Notes", "Links")  # which the schema allows to be absent, but not to be empty
_FILES = (
    "1 document, picture or recording of the project is not written, for a map keeps none",
    "documents, pictures or recordings of the project are not written, for a map keeps none",
)


def write(m: ArgumentMap) -> Writing:
    """Write a map as a project: the one that it was read from, with what the map says now, or a new one."""
    root, said = kept(annex_of(m, NAME))
    made = _Project.of(m, root, said)
    made.sources()
    made.statements()
    made.links()
    return Writing("", unwritten(tallied(made.lost)), data=packed(project.serialise(made.root), made.files))


@define
class _Project:
    """A project that is being written.

    Attributes:
        map: The map.
        root: The project.
        said: What was made of the project that it was read from.
        places: Where selectors lead.
        is_own: Whether it is a new one.
        coding: Its codes.
        ends: The identities of statements and relations, by their ids.
        files: The texts of the sources, by the names of their files.
        lost: How often something is lost, by the words for one and for several.
        gone: The identities of quotations whose statements are gone.
    """

    map: ArgumentMap
    root: Node
    said: Mapping[str, Any]
    places: Mapping[tuple[str, Selector], Span]
    is_own: bool
    coding: Coding = field(init=False)
    ends: dict[str, str] = field(factory=dict)
    files: dict[str, str] = field(factory=dict)
    lost: Counter[tuple[str, str]] = field(factory=Counter)
    gone: set[str] = field(factory=set)
    _texts: dict[str, Node] = field(factory=dict)
    _counted: dict[str, OffsetMap] = field(factory=dict)

    @classmethod
    def of(cls, m: ArgumentMap, root: Node | None, said: Mapping[str, Any]) -> _Project:
        """Begin with a new project, or with the one that a map was read from."""
        if root is None:
            root = Node("Project", {"xmlns": NAMESPACE, "name": "", "origin": OWN})
        groups = {group.id: group for group in m.groups}
        made = cls(m, root, said, _positions.passages_found(m), root.get("origin") == OWN)
        made.coding = Coding(root, codebook(root), groups, made.safe)
        root.attributes["name"] = made.safe(m.title)
        made.lost[_SECTION] += sum(
            not made.is_own and group not in made.coding.book.groups.values() for group in m.groups
        )
        written = made.coding.parents
        made.lost[_CIRCLE] += sum(written[name] != groups[name].parent for name in written if name in groups)
        if m.description != (root.words("Description") or None):
            root.children = [child for child in root.children if child.name != "Description"]
            if m.description is not None:
                root.part("Description").text = made.safe(m.description)
        return made

    def safe(self, text: str) -> str:
        """Return a text that XML can hold."""
        there = forbidden(text)
        self.lost[_ODD] += there != text
        return there

    def sources(self) -> None:
        """Write the texts of sources: those of the project that the map was read from, and others that are at hand."""
        known = self._known()
        for node, _ in self.root.walk():
            if node.name in TEXTS and node.guid in known and known[node.guid] in self.map.texts:
                self._fill(node, self.map.texts[known[node.guid]])
                self._texts[known[node.guid]] = node
            elif node.name in TEXTS and node.guid in known:
                self.lost[_ABSENT] += 1
            self.lost[_FILES] += any(name in node.attributes for name in ("path", "richTextPath"))
            node.attributes.pop("richTextPath", None)
        titles = {source.id: source.title for source in self.map.sources}
        for name in dict.fromkeys(each.source for s in self.map for each in s.cited):
            if name in self.map.texts and name not in self._texts:
                node = Node("TextSource", {"guid": guid("source", name), "name": self.safe(titles.get(name, ""))})
                node.attributes["plainTextPath"] = f"internal://{guid('source', name)}.txt"
                node.children.append(Node("Description", text=name))
                self.root.part("Sources").children.append(node)
                self._fill(node, self.map.texts[name])
                self._texts[name] = node

    def _known(self) -> dict[str, str]:
        """Return the sources of the project by their identities; one that has another id now is known by its text."""
        contents, now = _pairs(self.said.get("contents")), {digest(text): name for name, text in self.map.texts.items()}
        return {
            guid: name if name in self.map.texts else now.get(str(contents.get(guid)), name)
            for guid, name in _pairs(self.said.get("texts")).items()
            if isinstance(name, str)
        }

    def _fill(self, node: Node, text: str) -> None:
        content = node.all("PlainTextContent")
        if content:
            content[0].text = self.safe(text)
            return
        path = node.attributes.setdefault("plainTextPath", f"internal://{node.guid}.txt")
        self.files[path.replace("\\", "/").rpartition("/")[2]] = text

    def statements(self) -> None:
        """Write the statements: those that were quotations once around what these are now, and new ones."""
        former = self._former()
        for statement in self.map:
            nodes = former.get(statement.id, [])
            if nodes:
                self._again(statement, nodes)
            else:
                self._new(statement)
        for node in self._texts.values():
            node.children = project.sequence(node.children)

    def _former(self) -> dict[str, list[Node]]:
        """Return the quotations that statements were, by their ids; those whose statements are gone are left out."""
        quotations = {
            name: row[0] for name, row in _pairs(self.said.get("quotations")).items() if isinstance(row, list) and row
        }
        found: dict[str, list[Node]] = {}
        gone: set[int] = set()
        for node, _ in self.root.walk():
            name = quotations.get(node.guid)
            if isinstance(name, str) and node.name != "Link" and name in self.map:
                found.setdefault(name, []).append(node)
            elif isinstance(name, str) and node.name != "Link":
                gone.add(id(node))
                self.gone.add(node.guid)
        for node, _ in list(self.root.walk()) if gone else ():
            node.children = [child for child in node.children if id(child) not in gone]
        self.lost[_GONE] += len(gone)
        return found

    def _again(self, statement: Statement, nodes: list[Node]) -> None:
        """Say of a quotation what the map says now: its codes, its remark, its place."""
        self.ends[statement.id] = nodes[0].guid
        self.lost[_SECTION] += self.coding.group_of(nodes) != statement.group
        self.coding.recode(nodes, statement)
        if (statement.note or "") != str(_pairs(self.said.get("remarks")).get(statement.id, "")):
            nodes[0].children = [child for child in nodes[0].children if child.name != "Description"]
            if statement.note is not None:
                nodes[0].children.insert(0, Node("Description", text=self.safe(statement.note)))
        self.lost[_REWORDED] += digest(statement.text) != _pairs(self.said.get("words")).get(statement.id)
        first = nodes[0]
        if statement.passages and statement.passages[0].selector and first.name == "PlainTextSelection":
            self._move(nodes, statement.passages[0])
        for number, passage in enumerate(statement.passages[1:], 1):
            self._select(statement, passage, number)

    def _move(self, nodes: list[Node], passage: Cited) -> None:
        """Put a quotation where its passage stands now, if that is elsewhere."""
        text, node = self.map.texts.get(passage.source), self._texts.get(passage.source)
        found = self.places.get((passage.source, passage.selector)) if passage.selector else None
        if text is None or node is None or found is None:
            self.lost[_UNSEEN if text is None else _NOWHERE] += 1
            return
        counted = self._units(node, text)
        ends = [
            int(each) if each.isdecimal() and len(each) < 12 else 0
            for each in map(nodes[0].get, ("startPosition", "endPosition"))
        ]
        exact = counted.back(Span(*ends)) if ends[0] <= ends[1] else Span(0, 0)
        if exact.end > len(text) or not _positions.is_same(exact, found, text):
            there = counted.forth(found)
            for each in nodes:
                each.attributes |= {"startPosition": str(there.start), "endPosition": str(there.end)}

    def _units(self, node: Node, text: str) -> OffsetMap:
        """Return how the offsets of a text are counted in the project."""
        if node.guid not in self._counted:
            unit = _pairs(self.said.get("units")).get(node.guid)
            known = unit if unit in _positions.UNITS else _positions.UNITS[0]
            self._counted[node.guid] = _positions.units(text, known)
        return self._counted[node.guid]

    def _new(self, statement: Statement) -> None:
        """Write a statement that was no quotation yet: a quotation of each of its places, or a note."""
        for number, each in enumerate(statement.cited):
            self._select(statement, each, number)
        if statement.id not in self.ends:
            name = guid("statement", statement.id)
            note = Node("Note", {"guid": name, "name": self._named(statement)})
            note.children = [Node("PlainTextContent", text=self.safe(statement.text))]
            self._describe(note, statement, None)
            self.root.part("Notes").children.append(note)
            self.ends[statement.id] = name

    def _named(self, statement: Statement) -> str:
        return self.safe(f"{statement.id}: {statement.text}")

    def _select(self, statement: Statement, cited: Cited, number: int) -> None:
        node = self._texts.get(cited.source)
        span = self.places.get((cited.source, cited.selector)) if cited.selector else None
        if node is None or span is None:
            self.lost[_NOWHERE] += 1
            return
        text = self.map.texts[cited.source]
        there = self._units(node, text).forth(span)
        name = guid("quotation", statement.id, str(number))
        selection = Node("PlainTextSelection", {"guid": name, "name": self._named(statement)})
        selection.attributes |= {"startPosition": str(there.start), "endPosition": str(there.end)}
        self._describe(selection, statement, cited)
        node.children.append(selection)
        self.ends.setdefault(statement.id, name)
        if not self.is_own and text[span.start : span.end].split() != statement.text.split():
            self.lost[_REWORDED] += 1

    def _describe(self, node: Node, statement: Statement, cited: Cited | None) -> None:
        """Write the remark and the codes of a statement."""
        if statement.note is not None:
            node.children.insert(0, Node("Description", text=self.safe(statement.note)))
        self.coding.describe(node, statement, cited)
        if not self.is_own and statement.group is not None:
            self.lost[_SECTION] += 1

    def links(self) -> None:
        """Write the relations between two statements; what undercuts one comes after it."""
        former = self._former_links()
        waiting: dict[str, list[Relation]] = {}
        todo: list[Relation] = []
        for relation in self.map.relations:
            if len(relation.premises) == 1:
                is_ready = relation.kind is not RelationKind.UNDERCUT
                (todo if is_ready else waiting.setdefault(relation.target, [])).append(relation)
        for relation in todo:
            self._link(relation, former)
            todo += waiting.pop(relation.id, [])
        cited = {citation.id for statement in self.map for citation in statement.citations}
        self.lost[DANGLING] += sum(len(cuts) for name, cuts in waiting.items() if name not in cited)
        self._clean({node.guid for node in former.values() if node.guid not in self.ends.values()})

    def _clean(self, gone: set[str]) -> None:
        """Leave out links whose ends are gone, and what else names what is gone."""
        gone |= self.gone
        if not gone:
            return
        for node, _ in list(self.root.walk()):
            node.children = [child for child in node.children if not (child.name in _NAMING and _names(child) & gone)]
        self.root.children = [part for part in self.root.children if part.children or part.name not in _PARTS]

    def _target(self, relation: Relation) -> str:
        return f"\0{relation.target}" if relation.kind is RelationKind.UNDERCUT else relation.target

    def _link(self, relation: Relation, former: Mapping[str, Node]) -> None:
        (premise,) = relation.premises
        if premise not in self.ends or self._target(relation) not in self.ends:
            self.lost[DANGLING] += 1
            return
        verb = (
            UNDERCUT
            if relation.kind is RelationKind.UNDERCUT
            else f"{relation.kind}s".replace("contradictions", "contradicts")
        )
        node = former.get(relation.id)
        if node is None:
            name = f"{relation.id}: {verb}" if self.is_own else verb
            node = Node("Link", {"guid": guid("link", relation.id), "name": self.safe(name)})
            self.root.part("Links").children.append(node)
        ends = self.ends[premise], self.ends[self._target(relation)]
        meaning = meaning_of(node.get("name"))
        is_backward = meaning is not None and meaning.is_backward and not self.is_own
        for name, end in zip(("originGUID", "targetGUID"), ends[::-1] if is_backward else ends, strict=True):
            if project.bare(node.get(name)) != end:
                node.attributes[name] = end
        node.attributes.setdefault(
            "direction", "Associative" if relation.kind is RelationKind.CONTRADICTION else "OneWay"
        )
        self.ends[f"\0{relation.id}"] = node.guid

    def _former_links(self) -> dict[str, Node]:
        """Return the links that relations were; those whose relations are gone are left out."""
        was = {
            name: row[0] for name, row in _pairs(self.said.get("quotations")).items() if isinstance(row, list) and row
        }
        relations = {relation.id for relation in self.map.relations}
        found: dict[str, Node] = {}
        for part in self.root.all("Links"):
            for link in part.all("Link"):
                name = was.get(link.guid)
                if isinstance(name, str) and name in relations:
                    found[name] = link
                elif isinstance(name, str):
                    self.gone.add(link.guid)
        return found


def _names(node: Node) -> set[str]:
    """Return the identities that an element has or names."""
    return {project.bare(node.get(name)) for name in ("guid", "targetGUID", "originGUID")} - {""}


def _pairs(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
