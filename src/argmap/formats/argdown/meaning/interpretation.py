"""What a syntax tree means in Argdown's own terms.

Occurrences with the same title form one statement (an equivalence class) or one argument; relations connect these and
the inferences of premise-conclusion structures. The rules are those of the reference implementation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.flaws import Flaw
from argmap.formats.argdown.meaning.explosion import explode
from argmap.formats.argdown.meaning.merging import merge
from argmap.formats.argdown.meaning.model import (
    Argument,
    Inference,
    Interpretation,
    Member,
    Node,
    Relation,
    Section,
    StatementClass,
    mapping,
)
from argmap.formats.argdown.meaning.transformation import regroup, transform
from argmap.formats.argdown.syntax.data import BrokenData
from argmap.formats.argdown.syntax.tree import (
    Element,
    Heading,
    InferenceNode,
    ItemList,
    Reconstruction,
    RelationNode,
    Tree,
)
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.text import Span


def interpret(tree: Tree, *, stop_at_broken_data: bool = False) -> Interpretation:
    """Return what a syntax tree means.

    Args:
        tree: The syntax tree.
        stop_at_broken_data: Whether to leave out all that follows the first data that is not YAML, as the reference
            implementation does.
    """
    interpreter = _Interpreter(stop_at_broken_data=stop_at_broken_data)
    interpreter.run(tree)
    model = interpreter.result
    transform(model)
    explode(model)
    regroup(model)
    return model


_Named = StatementClass | Argument
_Begun = tuple[RelationNode, Node, Any, str]


class _StopError(Exception):
    """Inside this module: broken data ends the interpretation."""


class _Interpreter:
    def __init__(self, *, stop_at_broken_data: bool) -> None:
        self.result = Interpretation()
        self.stop = stop_at_broken_data
        self.untitled = 0
        self.section: Section | None = None
        self.last_inference: Inference | None = None

    def run(self, tree: Tree) -> None:
        result = self.result
        try:
            front_matter = self._data(tree.front_matter)
            result.settings = front_matter if isinstance(front_matter, dict) else {}
            self._blocks(tree)
        except _StopError:
            pass
        for node in result.titled():
            if node.section is None and node.members:
                node.section = node.members[0].section

    def _data(self, data: Any) -> Any:
        if isinstance(data, BrokenData):
            if self.stop:
                raise _StopError
            return None
        return data

    def _blocks(self, tree: Tree) -> None:
        before: Argument | None = None
        for block in tree.blocks:
            described = None
            if isinstance(block, Heading):
                self._heading(block)
            elif isinstance(block, ItemList):
                for item in block.items:
                    self._walk(item, None)
            elif isinstance(block, Reconstruction):
                self._reconstruction(block, before)
            else:
                member = self._walk(block, None if block.is_argument else "top-level")
                described = self.result.arguments[member.title] if block.is_argument else None
            before = described

    def _unique_title(self) -> str:
        self.untitled += 1
        return f"Untitled {self.untitled}"

    def _heading(self, node: Heading) -> None:
        data = self._data(node.data)
        section = Section(node.level, node.text.strip(), node.tags, data, heading=node)
        self.result.deepest_level = max(self.result.deepest_level, node.level)
        self._group_settings(section)
        parent = self.section
        while parent and parent.level >= section.level:
            parent = parent.parent
        section.parent = parent
        (parent.children if parent else self.result.sections).append(section)
        self.section = section

    def _group_settings(self, section: Section) -> None:
        group = mapping(self.result.settings, "group")
        if isinstance(section.data, dict):
            if "isGroup" in section.data and not group.get("ignoreIsGroup"):
                section.is_group = section.data["isGroup"]
            if "isClosed" in section.data and not group.get("ignoreIsClosed"):
                section.is_closed = section.data["isClosed"]
        if isinstance(group.get("sections"), dict):
            own = group["sections"].get(section.title)
            if own:
                section.is_group = own.get("isGroup") if isinstance(own, dict) else None
                section.is_closed = own.get("isClosed") if isinstance(own, dict) else None
            elif section.is_group is None:
                section.is_group = False

    def _statement(self, title: str) -> StatementClass:
        found = self.result.statements.get(title)
        if found is None:
            found = self.result.statements[title] = StatementClass(title)
        return found

    def _argument(self, title: str) -> Argument:
        found = self.result.arguments.get(title)
        if found is None:
            found = self.result.arguments[title] = Argument(title)
        return found

    def _untitled_argument(self) -> Argument:
        title = self._unique_title()
        argument = self.result.arguments[title] = Argument(title)
        return argument

    def _walk(self, root: Element, role: str | None) -> Member:
        """Interpret an element and all relations below it, inner ones first."""
        data = self._data(root.data)
        title = root.title
        if root.relations:
            title = title or self._unique_title()
            self._relations(root.relations, self._argument(title) if root.is_argument else self._statement(title))
        return self._occur(root, data, role, title).members[-1]

    def _relations(self, nodes: list[RelationNode], owner: Node) -> None:
        """Interpret a tree of relations without recursion."""
        stack: list[tuple[Node, Iterator[RelationNode], _Begun | None]] = [(owner, iter(nodes), None)]
        while stack:
            owner, rest, begun = stack[-1]
            for node in rest:
                element = node.element
                data = self._data(element.data)
                end = self._end(node, owner)
                if element.relations:
                    title = element.title or self._unique_title()
                    inner = self._argument(title) if element.is_argument else self._statement(title)
                    stack.append((inner, iter(element.relations), (node, end, data, title)))
                    break
                self._relate(node, end, self._occur(element, data, "relation", element.title))
            else:
                stack.pop()
                if begun:
                    node, end, data, title = begun
                    self._relate(node, end, self._occur(node.element, data, "relation", title))

    def _occur(self, element: Element, data: Any, role: str | None, title: str | None) -> _Named:
        """Add an occurrence to its statement or argument."""
        title = title or self._unique_title()
        if element.is_argument:
            node: _Named = self._argument(title)
            role = None
        else:
            statement = node = self._statement(title)
            if role:
                statement.roles.add(role)
        node.members.append(Member(element, role, None, None, self.section, title))
        for tag in element.tags:
            if tag not in node.tags:
                node.tags.append(tag)
        if data:
            node.data = merge(node.data, data)
        if isinstance(data, dict) and "isInGroup" in data:
            if data["isInGroup"] is True:
                node.section = self.section
        elif node.section is None and not element.is_reference:
            node.section = self.section
        return node

    def _end(self, node: RelationNode, owner: Node) -> Node:
        """Return the end of a relation that is above it: for an undercut, the last inference."""
        if node.mark in ("<_", "_") and isinstance(owner, StatementClass) and self.last_inference:
            return self.last_inference
        return owner

    def _relate(self, node: RelationNode, owner: Node, other: Node) -> None:
        """Add a relation, unless there is one like it."""
        source, target = (owner, other) if node.mark in _FROM_OWNER else (other, owner)
        kind = _KINDS[node.mark]
        known, key = self.result.known, (kind, source, target)
        if key in known or (kind == "contradictory" and (kind, target, source) in known):
            return
        relation = Relation(kind, source, target, [node])
        self.result.relations.append(relation)
        source.relations.append(relation)
        target.relations.append(relation)
        known.add(key)
        known.add((kind, target, target))

    def _reconstruction(self, block: Reconstruction, before: Argument | None) -> None:
        argument = before or self._untitled_argument()
        if self.section:
            argument.section = self.section
        if argument.rows:
            first = block.rows[0][0] if block.rows else None
            span = Span(block.start, first.end if first else block.start + 1)
            message = f"the argument <{argument.title}> is already reconstructed above: give this one another title"
            self.result.flaws.append(Flaw(message, span, rule=DUPLICATE_ID))
            return
        for element, node in block.rows:
            inference = self._inference(node) if node else None
            member = self._walk(element, None)
            statement = self._statement(member.title)
            member.argument = argument.title
            member.role = "intermediary-conclusion" if inference else "premise"
            statement.roles.add(member.role)
            if inference:
                member.inference = inference
                inference.row, inference.argument = len(argument.rows), argument.title
            argument.rows.append(member)
        self._crown(argument)

    def _inference(self, node: InferenceNode) -> Inference:
        inference = Inference(node)
        self.last_inference = inference
        self._data(node.data)
        if node.relations:
            self._relations(node.relations, inference)
        return inference

    def _crown(self, argument: Argument) -> None:
        """Make the last conclusion the main one."""
        last = argument.rows[-1] if argument.rows else None
        if last is None or last.role != "intermediary-conclusion":
            return
        last.role = "main-conclusion"
        statement = self._statement(last.title)
        statement.roles.add("main-conclusion")
        if not any(member.role == "intermediary-conclusion" for member in statement.members):
            statement.roles.discard("intermediary-conclusion")


_KINDS = {
    "+>": "support",
    "+": "support",
    "<+": "support",
    "->": "attack",
    "-": "attack",
    "<-": "attack",
    "><": "contradictory",
    "_>": "undercut",
    "<_": "undercut",
    "_": "undercut",
}
_FROM_OWNER = frozenset({"+>", "->", "><", "_>"})
