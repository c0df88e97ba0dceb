"""Which statements and arguments a map of an Argdown text shows, its edges, and its groups.

Front matter may change the selection (``selection:``), and which sections are groups (``group:``).
"""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any

from attrs import define, field

from argmap.formats.argdown.meaning.model import (
    SYMMETRIC,
    Argument,
    Inference,
    Interpretation,
    Member,
    Node,
    Relation,
    Section,
    StatementClass,
    Titled,
    mapping,
)
from argmap.formats.argdown.meaning.transformation import decide_groups

Edge = tuple[str, StatementClass | Argument, StatementClass | Argument]


@define(eq=False)
class Picture:
    """What a map shows.

    Attributes:
        statements: The statements that are nodes.
        arguments: The arguments that are nodes.
        edges: Kind, source and target.
        paths: The groups that each node stands in, outermost first, by the node's identity.
        groups: The groups that hold something.
    """

    statements: list[StatementClass] = field(factory=list)
    arguments: list[Argument] = field(factory=list)
    edges: list[Edge] = field(factory=list)
    paths: dict[int, tuple[Section, ...]] = field(factory=dict)
    groups: list[tuple[Section, ...]] = field(factory=list)


def picture(model: Interpretation) -> Picture:
    """Select what the map shows, by the settings of the front matter or else by default."""
    chosen = _select(model)
    result = Picture(list(chosen.statements.values()), list(chosen.arguments.values()))
    result.edges = _Edges(chosen).make()
    _group(model, result)
    return result


def nodes(model: Interpretation) -> set[int]:
    """Give the identities of the statements and arguments that the map shows."""
    chosen = _select(model)
    return {id(node) for node in (*chosen.statements.values(), *chosen.arguments.values())}


def _select(model: Interpretation) -> _Selection:
    settings = mapping(model.settings, "selection")
    candidates = [node for node in model.titled() if _is_preselected(node, settings)]
    chosen = _Selection(model, settings)
    chosen.statements = {node.title: node for node in candidates if isinstance(node, StatementClass)}
    chosen.arguments = {node.title: node for node in candidates if isinstance(node, Argument)}
    chosen.statements = {t: s for t, s in chosen.statements.items() if chosen.is_statement_shown(s)}
    chosen.arguments = {t: a for t, a in chosen.arguments.items() if chosen.is_argument_shown(a)}
    return chosen


def _is_preselected(node: Titled, settings: dict[str, Any]) -> bool:
    data = node.data or {}
    if not settings.get("ignoreIsInMap") and data.get("isInMap", True) is not True:
        return False
    excluded = settings.get("excludeArguments" if isinstance(node, Argument) else "excludeStatements")
    if excluded and node.title in _names(excluded):
        return False
    sections = settings.get("selectedSections")
    if sections:
        without = node.section is None and settings.get("selectElementsWithoutSection") is True
        if not without and not (node.section and node.section.title in _names(sections)):
            return False
    tags = settings.get("selectedTags")
    if not tags:
        return True
    without = not node.tags and settings.get("selectElementsWithoutTag") is True
    return without or any(tag in _names(tags) for tag in node.tags)


def _names(value: Any) -> Container[str]:
    return value if isinstance(value, (list, str)) else ()


class _Selection:
    """The selection while it is made: first what may be shown, then what is."""

    def __init__(self, model: Interpretation, settings: dict[str, Any]) -> None:
        self.model = model
        self.settings = settings
        self.statements: dict[str, StatementClass] = {}
        self.arguments: dict[str, Argument] = {}

    def holds(self, relation: Relation, node: Node) -> bool:
        """Tell whether an end of a relation is selected, itself or through an argument that it is a part of."""
        if isinstance(node, Argument):
            return node.title in self.arguments
        if isinstance(node, Inference):
            return node.argument in self.arguments
        if node.title in self.statements:
            return True
        role = "premise" if relation.target is node else "main-conclusion"
        return any(
            (relation.kind in SYMMETRIC or member.role == role) and member.argument in self.arguments
            for member in node.members
        )

    def is_related(self, node: Node) -> bool:
        return any(self.holds(relation, _other(relation, node)) for relation in node.relations)

    def is_statement_shown(self, node: StatementClass) -> bool:
        settings = self.settings
        data = node.data or {}
        if not settings.get("ignoreIsInMap") and data.get("isInMap") is True:
            return True
        if settings.get("includeStatements") and node.title in _names(settings["includeStatements"]):
            return True
        related = self.is_related(node)
        used = any(
            member.is_in_reconstruction
            and member.role != "intermediary-conclusion"
            and member.argument in self.arguments
            for member in node.members
        )
        if settings.get("excludeDisconnected", True) and not (used or related):
            return False
        return self._mode(node, related, used)

    def _mode(self, node: StatementClass, related: bool, used: bool) -> bool:
        mode = self.settings.get("statementSelectionMode") or "with-title"
        in_its_own_right = not used and related
        modes: dict[str, Callable[[], bool]] = {
            "all": lambda: True,
            "with-title": lambda: in_its_own_right or not node.title.startswith("Untitled"),
            "top-level": lambda: in_its_own_right or "top-level" in node.roles,
            "with-relations": lambda: related,
            "not-used-in-argument": lambda: not used,
            "with-more-than-one-relation": lambda: related and (not used or self._partners(node) > 1),
        }
        return modes[mode]() if isinstance(mode, str) and mode in modes else False

    def _partners(self, node: StatementClass) -> int:
        count = 0
        for relation in node.relations:
            other = _other(relation, node)
            if isinstance(other, StatementClass):
                role = "premise" if relation.target is other else "main-conclusion"
                if node.title in self.statements:
                    count += sum(m.role == role and m.argument in self.arguments for m in other.members)
            else:
                count += (other.title if isinstance(other, Argument) else other.argument) in self.arguments
        return count

    def is_argument_shown(self, node: Argument) -> bool:
        settings = self.settings
        data = node.data or {}
        if not settings.get("excludeDisconnected", True):
            return True
        if not settings.get("ignoreIsInMap") and data.get("isInMap") is True:
            return True
        return self.is_related(node) or any(self._connects(member) for member in node.rows)

    def _connects(self, member: Member) -> bool:
        """Tell whether a premise or conclusion connects its argument with something else that is selected."""
        if member.inference and self.is_related(member.inference):
            return True
        statement = self.model.statements[member.title]
        for relation in statement.relations:
            if member.role == "intermediary-conclusion":
                continue
            if relation.kind not in SYMMETRIC and (
                (member.role == "premise" and relation.source is statement)
                or (member.role == "main-conclusion" and relation.target is statement)
            ):
                continue
            if self.holds(relation, _other(relation, statement)):
                return True
        if member.role not in ("premise", "main-conclusion"):
            return False
        if member.title in self.statements:
            return True
        role = "premise" if member.role == "main-conclusion" else "main-conclusion"
        return any(other.role == role and other.argument in self.arguments for other in statement.members)


def _other(relation: Relation, node: Node) -> Node:
    return relation.target if relation.source is node else relation.source


class _Edges:
    """The edges between the nodes of a selection."""

    def __init__(self, chosen: _Selection) -> None:
        self.chosen = chosen
        self.edges: list[Edge] = []
        self.equivalences: dict[tuple[int, int], Edge] = {}

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
        """Connect an argument with its conclusion, or else with the arguments that it is a premise of."""
        chosen = self.chosen
        title = argument.rows[-1].title
        statement = chosen.statements.get(title)
        if statement and self._support(argument, statement):
            return
        for member in chosen.model.statements[title].members:
            if member.role == "premise":
                self._support(argument, chosen.arguments.get(member.argument or ""))

    def _support(self, source: StatementClass | Argument, target: StatementClass | Argument | None) -> bool:
        if target is None or (id(source), id(target)) in self.equivalences:
            return False
        self.equivalences[id(source), id(target)] = ("support", source, target)
        return True


_LOOSE = {"contradictory": "attack", "contrary": "attack", "entails": "support"}


def _group(model: Interpretation, result: Picture) -> None:
    """Say in which groups the nodes stand."""
    decide_groups(model)
    seen: dict[int, tuple[Section, ...]] = {}
    nodes: list[Titled] = [*result.statements, *result.arguments]
    for node in nodes:
        path = _path(node.section)
        result.paths[id(node)] = path
        for length in range(1, len(path) + 1):
            seen.setdefault(id(path[length - 1]), path[:length])
    result.groups = list(seen.values())


def _path(section: Section | None) -> tuple[Section, ...]:
    path = []
    while section:
        if section.is_group is not False:
            path.append(section)
        section = section.parent
    return tuple(reversed(path))
