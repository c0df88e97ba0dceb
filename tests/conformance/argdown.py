"""The summary of an Argdown file: its model and its map in the terms of Argdown's reference implementation."""

from __future__ import annotations

import json
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from attrs import define, field

from argmap.formats.argdown.meaning.interpretation import interpret
from argmap.formats.argdown.meaning.model import (
    SYMMETRIC,
    Argument,
    Inference,
    Interpretation,
    Member,
    Node,
    Section,
    StatementClass,
    Titled,
    canonical,
    is_titled,
)
from argmap.formats.argdown.meaning.transformation import decide_groups
from argmap.formats.argdown.settings.map_choice import Choice, choose
from argmap.formats.argdown.syntax.parser import parse

SCHEMA = "argdown-summary/1"
REPORTED_ROLES = ("top-level", "relation", "premise", "intermediary-conclusion", "main-conclusion")


def words(text: str | None) -> str:
    """Return a text with its white space collapsed."""
    return re.sub(r"[\s\ufeff]+", " ", text or "").strip()


def plain(value: Any) -> Any:
    """Return a value with dates as text."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def text_of(node: Titled) -> str:
    """Return the text that counts."""
    member = canonical(node)
    return words(member.element.text) if member else ""


class Summary:
    """The parts of the summary of one model."""

    def __init__(self, model: Interpretation) -> None:
        self.model = model

    def key(self, node: Titled | Inference) -> str:
        """Return the key by which a summary names a statement, an argument or an inference."""
        if isinstance(node, Inference):
            argument = self.model.arguments.get(node.argument)
            return f"{self.key(argument) if argument else ''}#{node.row}"
        if isinstance(node, StatementClass):
            return f"[{words(node.title)}]" if is_titled(node.title) else f"~{text_of(node)}"
        if is_titled(node.title):
            return f"<{words(node.title)}>"
        if text := text_of(node):
            return f"<~{text}>"
        return f"<~pcs:{text_of(self.model.statements[node.rows[-1].title]) if node.rows else ''}>"

    def sections(self) -> list[dict[str, Any]]:
        """Return the sections in document order."""
        result = []
        stack: list[tuple[Section, list[str]]] = [(section, []) for section in reversed(self.model.sections)]
        while stack:
            section, parents = stack.pop()
            title = words(section.title)
            result.append(
                {
                    "level": section.level,
                    "title": title,
                    "parents": parents,
                    "tags": section.tags,
                    "data": plain(section.data),
                }
            )
            stack.extend((child, [*parents, title]) for child in reversed(section.children))
        return result

    def common(self, node: Titled) -> dict[str, Any]:
        """Return what statements and arguments have in common."""
        return {
            "key": self.key(node),
            "title": words(node.title) if is_titled(node.title) else None,
            "text": text_of(node),
            "tags": node.tags,
            "data": plain(node.data),
            "section": words(node.section.title) if node.section else None,
            "inline": inline(canonical(node)),
        }

    def row(self, member: Member) -> dict[str, Any]:
        """Return a line of a reconstruction."""
        result = {"role": member.role, "key": self.key(self.model.statements[member.title])}
        if member.inference:
            node = member.inference.node
            result["inference"] = {"rules": node.rules, "data": plain(node.data)}
        return result

    def edge(self, kind: str, source: Node, target: Node) -> list[str]:
        """Return an edge; the ends of a symmetric one are in order."""
        ends = [self.key(source), self.key(target)]
        return [kind, *(sorted(ends) if kind in SYMMETRIC else ends)]

    def map(self) -> dict[str, Any]:
        """Return the nodes, edges and groups of the map."""
        shown = picture(self.model)
        path = {node: [words(section.title) for section in groups] for node, groups in shown.paths.items()}
        return {
            "nodes": [["statement", self.key(node), path[node]] for node in shown.statements]
            + [["argument", self.key(node), path[node]] for node in shown.arguments],
            "edges": [self.edge(*edge) for edge in shown.edges],
            "groups": [[words(section.title) for section in groups] for groups in shown.groups],
        }

    def whole(self) -> dict[str, Any]:
        """Return the whole summary but the front matter."""
        model = self.model
        return {
            "sections": self.sections(),
            "statements": [
                self.common(node) | {"roles": [role for role in REPORTED_ROLES if role in node.roles]}
                for node in model.statements.values()
            ],
            "arguments": [
                self.common(node) | {"pcs": [self.row(member) for member in node.rows]}
                for node in model.arguments.values()
            ],
            "relations": [self.edge(r.kind, r.source, r.target) for r in model.relations],
            "map": self.map(),
        }


def inline(member: Member | None) -> list[list[str]]:
    """Return the marked stretches of an occurrence's text."""
    if member is None:
        return []
    element = member.element
    found = [[kind, words(target), words(element.text[start : end + 1])] for kind, target, start, end in element.ranges]
    return sorted(found, key=lambda item: json.dumps(item, ensure_ascii=False, separators=(",", ":")))


def summary(text: str) -> dict[str, Any]:
    """Return the summary of a text."""
    tree = parse(text)
    model = interpret(tree, stop_at_broken_data=True)
    errors = tree.flaws + model.flaws
    if errors:
        return {"schema": SCHEMA, "ok": False, "errors": {"parser": len(errors)}}
    front_matter = None if isinstance(tree.front_matter, Exception) else plain(tree.front_matter)
    return {"schema": SCHEMA, "ok": True, "errors": {}, "frontmatter": front_matter, **Summary(model).whole()}


def main(arguments: list[str]) -> int:
    """Print the summary of a file."""
    with Path(arguments[0]).open(encoding="utf-8", newline="") as file:
        json.dump(summary(file.read()), sys.stdout, ensure_ascii=False)
    return 0


Edge = tuple[str, StatementClass | Argument, StatementClass | Argument]

#: What strict relations come to where one end is an argument.
_LOOSE = {"contradictory": "attack", "contrary": "attack", "entails": "support"}


@define(eq=False)
class Picture:
    """What a map shows.

    Attributes:
        statements: The statements that are nodes.
        arguments: The arguments that are nodes.
        edges: Kind, source and target.
        paths: The groups that each node is in, outermost first.
        groups: The groups that are not empty.
    """

    statements: list[StatementClass] = field(factory=list)
    arguments: list[Argument] = field(factory=list)
    edges: list[Edge] = field(factory=list)
    paths: dict[Titled, tuple[Section, ...]] = field(factory=dict)
    groups: list[tuple[Section, ...]] = field(factory=list)


def picture(model: Interpretation) -> Picture:
    """Return what the map shows, by the settings of the front matter or by default."""
    chosen = choose(model)
    result = Picture(list(chosen.statements.values()), list(chosen.arguments.values()))
    result.edges = _Edges(chosen).make()
    _group(model, result)
    return result


class _Edges:
    """The edges between the nodes of a map."""

    def __init__(self, chosen: Choice) -> None:
        self.chosen = chosen
        self.edges: list[Edge] = []
        self.equivalences: dict[tuple[Titled, Titled], Edge] = {}

    def make(self) -> list[Edge]:
        chosen = self.chosen
        for relation in chosen.model.relations:
            if chosen.holds(relation, relation.source) and chosen.holds(relation, relation.target):
                self._add(relation.kind, relation.source, relation.target, reverse=False)
                if relation.kind in SYMMETRIC:
                    self._add(relation.kind, relation.target, relation.source, reverse=True)
        for argument in chosen.arguments.values():
            if argument.rows:
                self._from_conclusion(argument)
        for statement in chosen.statements.values():
            for member in statement.members:
                if member.role == "premise":
                    self._support(statement, chosen.arguments.get(member.argument or ""))
        return self.edges + list(self.equivalences.values())

    def _add(self, kind: str, source: Node, target: Node, *, reverse: bool) -> None:
        sources = self._ends(source, "main-conclusion", by_part=True, reverse=reverse)
        for start in sources:
            for end in self._ends(target, "premise", by_part=False, reverse=reverse):
                between_statements = isinstance(start, StatementClass) and isinstance(end, StatementClass)
                self.edges.append((kind if between_statements else _LOOSE.get(kind, kind), start, end))

    def _ends(self, node: Node, role: str, *, by_part: bool, reverse: bool) -> list[StatementClass | Argument]:
        chosen = self.chosen
        if isinstance(node, StatementClass):
            if node.title in chosen.statements:
                return [] if reverse and not by_part else [node]
            arguments = (chosen.arguments.get(m.argument or "") for m in node.members if m.role == role)
            return [argument for argument in arguments if argument]
        if reverse or (by_part and isinstance(node, Inference)):
            return []
        title = node.title if isinstance(node, Argument) else node.argument
        found = chosen.arguments.get(title)
        return [found] if found else []

    def _from_conclusion(self, argument: Argument) -> None:
        """Connect an argument with its conclusion, or else with the arguments whose premise that is."""
        chosen = self.chosen
        title = argument.rows[-1].title
        statement = chosen.statements.get(title)
        if statement and self._support(argument, statement):
            return
        for member in chosen.model.statements[title].members:
            if member.role == "premise":
                self._support(argument, chosen.arguments.get(member.argument or ""))

    def _support(self, source: StatementClass | Argument, target: StatementClass | Argument | None) -> bool:
        if target is None or (source, target) in self.equivalences:
            return False
        self.equivalences[source, target] = ("support", source, target)
        return True


def _group(model: Interpretation, result: Picture) -> None:
    """Add the groups that the nodes are in."""
    decide_groups(model)
    seen: dict[Section, tuple[Section, ...]] = {}
    nodes: list[Titled] = [*result.statements, *result.arguments]
    for node in nodes:
        path = _path(node.section)
        result.paths[node] = path
        for length in range(1, len(path) + 1):
            seen.setdefault(path[length - 1], path[:length])
    result.groups = list(seen.values())


def _path(section: Section | None) -> tuple[Section, ...]:
    path = []
    while section:
        if section.is_group is not False:
            path.append(section)
        section = section.parent
    return tuple(reversed(path))
