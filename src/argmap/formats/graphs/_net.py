"""Graphs whose relations are nodes, as in AIF: what of them a map says, and what it has no place for.

An inference or a conflict with its premises is one relation for each of its conclusions, so that premises of one node
are linked. A conflict that leads to an inference or a conflict undercuts it. What leads nowhere, what supports a step,
and nodes of other kinds have no place in a map.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from attrs import define, field, frozen

from argmap.flaws import Flaws
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement
from argmap.native.ids import Names, is_id, slug
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.text import Span
from argmap.wording import quoted

_MOST_CUT = 100
"""How many steps one node may stand for where a conflict undercuts it; nobody draws so many."""


class Role(Enum):
    """What a node is to a map."""

    STATEMENT = "statement"
    SUPPORT = "support"
    ATTACK = "attack"
    OTHER = "other"


_STEPS = frozenset({Role.SUPPORT, Role.ATTACK})
_KINDS = {Role.SUPPORT: RelationKind.SUPPORT, Role.ATTACK: RelationKind.ATTACK}


class Node(NamedTuple):
    """A node of a file.

    Attributes:
        id: Its id in the file, as text.
        role: What it is to a map.
        text: Of a statement, what it says; of another node, what several of its kind are called.
        scheme: The scheme of a relation.
        start: Offset of its first code point.
        end: Offset after its last.
        mirrors: Of a conflict that is the other side of a contradiction, the id of the first side.
    """

    id: str
    role: Role
    text: str
    scheme: str | None
    start: int
    end: int
    mirrors: str | None = None

    @property
    def span(self) -> Span:
        """Return its place."""
        return Span(self.start, self.end)


class Link(NamedTuple):
    """An edge of a file: the ids of its ends, and its place."""

    source: str
    target: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Return its place."""
        return Span(self.start, self.end)


@frozen
class Meaning:
    """What a map says of a net.

    Attributes:
        statements: In the order of their nodes.
        relations: In the order of their nodes, one for each conclusion.
        ids: The ids of nodes by the ids of what the map has for them, where these are others.
        nodes: Numbers of the nodes that the map says.
        links: Numbers of the links that the map says.
        mirrors: Ids of the nodes that are the other side of a contradiction, by that of its first side.
    """

    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    ids: dict[str, str]
    nodes: set[int]
    links: set[int]
    mirrors: dict[str, str]


def understand(nodes: Sequence[Node], links: Sequence[Link], flaws: Flaws, program: str) -> Meaning:
    """Say what a map says of nodes and links; the rest is told as lost in reading.

    Args:
        nodes: The nodes; of those that share an id only the first counts.
        links: The links.
        flaws: What is found.
        program: Name of the format, in which the rest is written again.
    """
    reader = _Reader(nodes, links, flaws, f"have no place in a map; they are kept for writing {program} again")
    reader.sort()
    reader.pair()
    reader.draw()
    reader.tell_nodes()
    reader.tell_links()
    statements, relations = tuple(reader.statements()), tuple(reader.relations())
    ids = {mine: theirs for theirs, mine in reader.names.items() if mine != theirs} | reader.further
    said = set(filter(reader.says, range(len(nodes))))
    return Meaning(statements, relations, ids, said, reader.said, {v: k for k, v in reader.mirrors.items()})


@define
class _Reader:
    """Collects what leads to and from each inference and conflict, and makes relations of them.

    Attributes:
        first: Number of the first node with an id.
        into: Of an inference or conflict, the numbers of the links from its premises.
        out: Those of the links to its conclusions.
        cuts: Of what is undercut, those of the links from what undercuts it.
        made: Of a node, its relations: what each does to which id of the map.
        struck: Of a node, the ids of the relations that an undercut of it undercuts.
        names: The ids of the map by the ids of nodes.
        further: Ids of nodes by the id of each of their relations but the first.
        said: Numbers of the links that the map says.
        mirrors: Ids of the nodes that are the other side of a contradiction, each with that of the first side.
    """

    nodes: Sequence[Node]
    links: Sequence[Link]
    flaws: Flaws
    lost: str
    first: dict[str, int] = field(factory=dict)
    into: dict[str, list[int]] = field(factory=dict)
    out: dict[str, list[int]] = field(factory=dict)
    cuts: dict[str, list[int]] = field(factory=dict)
    made: dict[str, list[tuple[RelationKind, str, str]]] = field(factory=dict)
    struck: dict[str, list[str]] = field(factory=dict)
    names: dict[str, str] = field(factory=dict)
    further: dict[str, str] = field(factory=dict)
    said: set[int] = field(factory=set)
    mirrors: dict[str, str] = field(factory=dict)
    _taken: Names = field(init=False)

    def sort(self) -> None:
        """Note which node has which id, and which links lead into, out of and against inferences and conflicts."""
        for n, node in enumerate(self.nodes):
            if self.first.setdefault(node.id, n) != n:
                message = f"the id {quoted(node.id)} stands twice: only the first node that has it counts"
                self.flaws.add(DUPLICATE_ID, message, node.span, node.id)
        self._taken = Names(reserved=set(self.first))
        roles = {name: self.nodes[n].role for name, n in self.first.items()}
        for n, (source, target, _, _) in enumerate(self.links):
            start, end = roles.get(source, Role.STATEMENT), roles.get(target, Role.STATEMENT)
            if start is Role.STATEMENT and end in _STEPS:
                self.into.setdefault(target, []).append(n)
            elif start in _STEPS and end is Role.STATEMENT:
                self.out.setdefault(source, []).append(n)
            elif start is Role.ATTACK and end in _STEPS:
                self.cuts.setdefault(target, []).append(n)

    def pair(self) -> None:
        """Note which conflicts are the other side of a contradiction."""
        for name, n in self.first.items():
            main = self.nodes[n].mirrors
            if main is None or main == name or self.nodes[n].role is not Role.ATTACK or main not in self.first:
                continue
            other = self.nodes[self.first[main]]
            there, back = self._ends(main), self._ends(name)
            if other.role is Role.ATTACK and other.mirrors is None and len(there[1]) == 1 and there == back[::-1]:
                self.mirrors[name] = main
                self.said.update(self.into[name], self.out[name])

    def _ends(self, name: str) -> tuple[set[str], set[str]]:
        links = self.links
        return {links[n].source for n in self.into.get(name, ())}, {links[n].target for n in self.out.get(name, ())}

    def draw(self) -> None:
        """Make relations of what leads from statements to statements, then of what undercuts them, and so on."""
        mirrored = set(self.mirrors.values())
        for name, n in self.first.items():
            if name in self.into and name in self.out and name not in self.mirrors:
                kind = _KINDS[self.nodes[n].role] if name not in mirrored else RelationKind.CONTRADICTION
                targets = dict.fromkeys(self.links[link].target for link in self.out[name])
                self.struck[name] = [self._make(name, kind, self._name(target)) for target in targets]
        for name in (drawn := list(self.struck)):
            drawn += self._undercut(name)
        for name in self.struck:
            self.said.update(self.into[name], self.out.get(name, ()))

    def _undercut(self, name: str) -> Iterator[str]:
        """Make relations of what undercuts a node; give those that are drawn for the first time."""
        done: set[str] = set()
        for n in self.cuts.get(name, ()):
            source = self.links[n].source
            if source not in self.into or source in self.mirrors:
                continue
            if len(self.struck[name]) > _MOST_CUT:
                self.flaws.drop(f"undercuts of more than {_MOST_CUT} steps at once {self.lost}", self.links[n].span)
            else:
                self.said.add(n)
            if n not in self.said or source in done:
                continue
            done.add(source)
            made = [self._make(source, RelationKind.UNDERCUT, step) for step in self.struck[name]]
            if source not in self.struck:
                self.struck[source] = made
                yield source

    def _make(self, name: str, kind: RelationKind, target: str) -> str:
        """Make one more relation of a node; return its id."""
        made = self.made.setdefault(name, [])
        new = self._name(name)
        if made:
            new = self._taken.make(new)
            self.further[new] = name
        made.append((kind, target, new))
        return new

    def _name(self, name: str) -> str:
        """Return the id in the map for one in the file: the same, if it can be one."""
        if name in self.names:
            return self.names[name]
        node = self.nodes[self.first[name]] if name in self.first else None
        is_step = node is not None and node.role in _STEPS
        if is_id(name) or (is_step and name == name.strip() != ""):
            self._taken.claim(name)
            new = name
        else:
            new = self._taken.make(slug(name if is_step or node is None else node.text), "-")
        self.names[name] = new
        return new

    def says(self, n: int) -> bool:
        """Tell whether the map says a node."""
        node = self.nodes[n]
        if self.first[node.id] != n:
            return False
        return node.role is Role.STATEMENT or node.id in self.struck or node.id in self.mirrors

    def statements(self) -> Iterator[Statement]:
        """Make the statements; one without a text is told."""
        for name, n in self.first.items():
            node = self.nodes[n]
            if node.role is Role.STATEMENT:
                if not node.text.strip():
                    self.flaws.add(EMPTY_TEXT, f"the statement {quoted(name)} has no text: write one", node.span, name)
                yield Statement(self._name(name), Kind.CLAIM, node.text, span=node.span)

    def relations(self) -> Iterator[Relation]:
        """Make the relations of each node, in order."""
        for name, n in self.first.items():
            if name not in self.made:
                continue
            node = self.nodes[n]
            premises = tuple(dict.fromkeys([self._name(self.links[link].source) for link in self.into[name]]))
            for kind, target, new in self.made[name]:
                yield Relation(new, kind, premises, target, node.scheme, span=node.span)

    def tell_nodes(self) -> None:
        """Tell which nodes have no place in a map."""
        for n, node in enumerate(self.nodes):
            if self.first[node.id] == n and not self.says(n):
                self.flaws.drop(f"{node.text if node.role is Role.OTHER else self._idle(node)} {self.lost}", node.span)

    def _idle(self, node: Node) -> str:
        """Say what an inference or conflict is that makes no relation."""
        one = "inferences" if node.role is Role.SUPPORT else "conflicts"
        if node.id in self.mirrors or node.id not in self.into:
            return f"{one} without a premise"
        return f"{one} that lead to no statement"

    def tell_links(self) -> None:
        """Tell which links lead to nothing, and which have no place in a map though both ends have."""
        roles = {name: self.nodes[n].role for name, n in self.first.items()}
        for n, link in enumerate(self.links):
            if n in self.said:
                continue
            source, target, span = link.source, link.target, link.span
            ends = roles.get(source), roles.get(target)
            if None in ends:
                missing = source if ends[0] is None else target
                message = f"no node has the id {quoted(missing)}, which an edge names: add it, or delete the edge"
                self.flaws.add(UNKNOWN_REFERENCE, message, span, missing)
            elif Role.OTHER not in ends:
                self.flaws.drop(f"edges {_between(*ends)} {self.lost}", span)


def _between(start: Role | None, end: Role | None) -> str:
    if start is end is Role.STATEMENT:
        return "from statement to statement, with no inference or conflict between,"
    if start is Role.SUPPORT and end in _STEPS:
        return "by which an inference supports a step"
    return "from what makes no step" if start in _STEPS else "to what makes no step"
