"""A map as nodes and edges, woven into what its annex keeps of the file that it was read from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from attrs import define, field, frozen

from argmap.flaws import Flaw, placed
from argmap.formats.graphs._kept import Fields, Kept
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Statement
from argmap.native.ids import Names
from argmap.rules.lost_in_writing import RULE as LOST_IN_WRITING


@frozen
class Craft:
    """How a format writes nodes and edges; ids are as they stand in the file, further fields None for what is new.

    Attributes:
        statement: Makes a node of its id, the statement, and its further fields.
        relation: Makes a node of its id, the relation, and its further fields.
        mirror: Makes the other side of a contradiction, of its id, that of the first side, and its further fields.
        edge: Makes an edge of its ends and its further fields.
        name: Gives the id of a node that is kept as it was.
        ends: Gives the ids of the ends of an edge that is kept as it was.
    """

    statement: Callable[[Any, Statement, Fields | None], Fields]
    relation: Callable[[Any, Relation, Fields | None], Fields]
    mirror: Callable[[Any, Any, Relation, Fields | None], Fields]
    edge: Callable[[Any, Any, Fields | None], Fields]
    name: Callable[[Fields], Any]
    ends: Callable[[Fields], tuple[Any, Any]]


@define
class Woven:
    """Nodes and edges as they are to be written.

    Attributes:
        nodes: The nodes.
        edges: The edges.
        gone: Ids of the nodes of the annex that are not written, as what they say, or hang on, is gone.
        findings: What the map says and they do not.
    """

    nodes: list[Fields] = field(factory=list)
    edges: list[Fields] = field(factory=list)
    gone: set[str] = field(factory=set)
    findings: list[Finding] = field(factory=list)

    def lose(self, message: str, node: str | None = None) -> None:
        """Note that something is not written."""
        self.findings.append(placed(Flaw(message, node=node), LOST_IN_WRITING, None))


def weave(m: ArgumentMap, kept: Kept, craft: Craft) -> Woven:
    """Return the nodes and edges of a map, among those that its annex keeps."""
    weaver = _Weaver(m, kept, craft)
    weaver.name_statements()
    weaver.name_steps()
    weaver.name_mirrors()
    weaver.let_go()
    weaver.woven.nodes += weaver.nodes()
    weaver.woven.edges += weaver.edges()
    return weaver.woven


@define
class _Weaver:
    """Gives everything in a map the id of a node.

    Attributes:
        statements: By the ids of their nodes.
        steps: The relations of each node of one.
        mirrors: The other sides of contradictions: of each node the id of the first side.
        node_of: The id of the node of each relation.
        raws: Ids as they stand in the file, which may be numbers, by what they are as text.
    """

    m: ArgumentMap
    kept: Kept
    craft: Craft
    woven: Woven = field(factory=Woven)
    statements: dict[str, Statement] = field(factory=dict)
    steps: dict[str, list[Relation]] = field(factory=dict)
    mirrors: dict[str, str] = field(factory=dict)
    node_of: dict[str, str] = field(factory=dict)
    raws: dict[str, Any] = field(factory=dict)
    _taken: Names = field(factory=Names)

    def name_statements(self) -> None:
        """Give each statement a node, and take the ids of all nodes that are kept."""
        name = self.craft.name
        kept = [name(entry) if isinstance(entry, dict) else entry[0] for entry in self.kept.nodes]
        self.raws = {str(raw): raw for raw in reversed(kept)}
        self._taken = Names(reserved={*self.raws, *(s.id for s in self.m), *(r.id for r in self.m.relations)})
        for statement in self.m:
            node = self._node(statement.id)
            if self._taken.claim(node):
                self.statements[node] = statement
            else:
                self.woven.lose(f"only the first of the statements called {statement.id!r} is written", statement.id)
        for relation in self.m.relations:
            ends = (
                relation.premises if relation.kind is RelationKind.UNDERCUT else (*relation.premises, relation.target)
            )
            for end in ends:
                self._taken.claim(self._node(end))

    def name_steps(self) -> None:
        """Give each relation a node, one to those that were read from one and still say the same."""
        lost = self._lost()
        for relation in self.m.relations:
            if relation.id in lost:
                continue
            if relation.id in self.node_of:
                self.woven.lose(f"only the first of the steps called {relation.id!r} is written", relation.id)
                continue
            node = self._node(relation.id)
            if not self._taken.claim(node) and not (node in self.steps and _is_one(self.steps[node][0], relation)):
                node = relation.id if self._taken.claim(relation.id) else self._taken.make(node)
                if relation.id not in self.kept.ids:
                    self.woven.lose(f"the step {relation.id!r} is called {node!r}, as its id is another's", relation.id)
            self.steps.setdefault(node, []).append(relation)
            self.node_of[relation.id] = node

    def _lost(self) -> set[str]:
        """Tell which undercuts cut nothing that is written; those of citations are told with the parts of the map."""
        undercuts = [r for r in self.m.relations if r.kind is RelationKind.UNDERCUT]
        if not undercuts:
            return set()
        relations = {r.id for r in self.m.relations}
        citations = {citation.id for s in self.m for citation in s.citations}
        cut_by: dict[str, list[str]] = {}
        for undercut in undercuts:
            cut_by.setdefault(undercut.target, []).append(undercut.id)
        first = [r.id for r in undercuts if r.target not in relations]
        lost = dict.fromkeys(first)
        for name in (waiting := list(first)):
            new = [cut for cut in cut_by.get(name, ()) if cut not in lost]
            lost |= dict.fromkeys(new)
            waiting += new
        told = {r.id for r in undercuts if r.target not in relations and r.target in citations}
        for name in lost:
            if name not in told:
                self.woven.lose(f"the undercut {name!r} cuts nothing that is written, and is not written either", name)
        return set(lost)

    def name_mirrors(self) -> None:
        """Give each contradiction a second node, for its other side."""
        for node, (first, *_) in self.steps.items():
            if first.kind is RelationKind.CONTRADICTION:
                mirror = self.kept.mirrors.get(node, "")
                if mirror not in self.raws or not self._taken.claim(mirror):
                    mirror = self._taken.make(node)
                self.mirrors[mirror] = node

    def let_go(self) -> None:
        """Note which nodes of the annex are gone, and those that led only to them, or came only from them."""
        named = (str(entry[0]) for entry in self.kept.nodes if isinstance(entry, list))
        gone = [node for node in named if not self._is_written(node)]
        if not gone:
            return
        from_, to_ = Counter[str](), Counter[str]()
        touching: dict[str, list[tuple[str, str]]] = {}
        for entry in self.kept.edges:
            source, target = map(str, self.craft.ends(entry) if isinstance(entry, dict) else entry[:2])
            from_[source] += 1
            to_[target] += 1
            for end in {source, target}:
                touching.setdefault(end, []).append((source, target))
        known, self.woven.gone = set(self.raws), set(gone)
        hanging = 0
        for node in gone:
            for source, target in touching.get(node, ()):
                from_[source] -= 1
                to_[target] -= 1
                for end, left in ((source, from_[source]), (target, to_[target])):
                    if not left and end in known and end not in self.woven.gone and not self._is_written(end):
                        self.woven.gone.add(end)
                        gone.append(end)
                        hanging += 1
        if hanging:
            what, are = ("node", "is") if hanging == 1 else ("nodes", "are")
            self.woven.lose(f"{hanging:,} {what} that hung on statements or steps which are gone {are} not written")

    def _is_written(self, node: str) -> bool:
        return node in self.statements or node in self.steps or node in self.mirrors

    def nodes(self) -> Iterator[Fields]:
        """Give the nodes: those of the annex, in their order, then the others."""
        written: set[str] = set()
        for entry in self.kept.nodes:
            if isinstance(entry, dict):
                if str(self.craft.name(entry)) not in self.woven.gone:
                    yield entry
            elif (node := str(entry[0])) not in written and self._is_written(node):
                written.add(node)
                yield self._crafted(node, *entry)
        for nodes in (self.statements, self.steps, self.mirrors):
            for node in nodes:
                if node not in written:
                    yield self._crafted(node, self.raws.get(node, node), None)

    def _crafted(self, node: str, raw: Any, rest: Fields | None) -> Fields:
        if node in self.statements:
            return self.craft.statement(raw, self.statements[node], rest)
        if node in self.steps:
            return self.craft.relation(raw, self.steps[node][0], rest)
        main = self.mirrors[node]
        return self.craft.mirror(raw, self.raws.get(main, main), self.steps[main][0], rest)

    def edges(self) -> Iterator[Fields]:
        """Give the edges: those of the annex that still hold, in their order, then the others."""
        wanted = dict.fromkeys(self._wanted())
        written: set[tuple[str, str]] = set()
        for entry in self.kept.edges:
            is_foreign = isinstance(entry, dict)
            ends = self.craft.ends(entry) if is_foreign else entry[:2]
            pair = str(ends[0]), str(ends[1])
            if is_foreign and self.woven.gone.isdisjoint(pair):
                yield entry
            elif not is_foreign and pair in wanted:
                written.add(pair)
                yield self.craft.edge(*entry)
        for source, target in wanted:
            if (source, target) not in written:
                yield self.craft.edge(self.raws.get(source, source), self.raws.get(target, target), None)

    def _wanted(self) -> Iterator[tuple[str, str]]:
        """Give the ends of all edges of the map."""
        for node, relations in self.steps.items():
            for premise in relations[0].premises:
                yield self._node(premise), node
            for relation in relations:
                is_undercut = relation.kind is RelationKind.UNDERCUT
                yield node, self.node_of[relation.target] if is_undercut else self._node(relation.target)
        for mirror, node in self.mirrors.items():
            (relation,) = self.steps[node]
            yield self._node(relation.target), mirror
            for premise in relation.premises:
                yield mirror, self._node(premise)

    def _node(self, name: str) -> str:
        return self.kept.ids.get(name, name)


def _is_one(relation: Relation, other: Relation) -> bool:
    """Tell whether two relations can be one node: what they say differs only in what they bear on."""
    kinds = {relation.kind, other.kind}
    return (
        (len(kinds) == 1 or kinds == {RelationKind.ATTACK, RelationKind.UNDERCUT})
        and RelationKind.CONTRADICTION not in kinds
        and relation.premises == other.premises
        and relation.scheme == other.scheme
    )
