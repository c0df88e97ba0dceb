"""Which statements and arguments Argdown's map of a text shows.

The settings under ``selection:`` may change the choice. The rules are those of the reference implementation.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any

from argmap.formats.argdown.meaning.model import (
    SYMMETRIC,
    Argument,
    Inference,
    Interpretation,
    Member,
    Node,
    Relation,
    StatementClass,
    Titled,
    mapping,
)


def choose(model: Interpretation) -> Choice:
    """Return the statements and arguments that the map shows, by the settings of the front matter or by default."""
    settings = mapping(model.settings, "selection")
    candidates = [node for node in model.titled() if _is_preselected(node, settings)]
    chosen = Choice(model, settings)
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
    if excluded and node.title in _listed(excluded):
        return False
    sections = settings.get("selectedSections")
    if sections:
        without = node.section is None and settings.get("selectElementsWithoutSection") is True
        if not without and not (node.section and node.section.title in _listed(sections)):
            return False
    tags = settings.get("selectedTags")
    if not tags:
        return True
    without = not node.tags and settings.get("selectElementsWithoutTag") is True
    return without or any(tag in _listed(tags) for tag in node.tags)


def _listed(value: Any) -> Container[str]:
    return value if isinstance(value, (list, str)) else ()


class Choice:
    """What a map shows; while it is made, first what it may show.

    Attributes:
        model: Argdown's model.
        settings: The settings under ``selection:``.
        statements: The chosen statements, by title.
        arguments: The chosen arguments, by title.
    """

    def __init__(self, model: Interpretation, settings: dict[str, Any]) -> None:
        self.model = model
        self.settings = settings
        self.statements: dict[str, StatementClass] = {}
        self.arguments: dict[str, Argument] = {}

    def __contains__(self, node: Titled) -> bool:
        """Tell whether a statement or an argument is chosen."""
        return (self.arguments if isinstance(node, Argument) else self.statements).get(node.title) is node

    def holds(self, relation: Relation, node: Node) -> bool:
        """Tell whether an end of a relation is chosen, itself or as a part of a chosen argument."""
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
        """Tell whether a relation connects something with what is chosen."""
        return any(self.holds(relation, other_end(relation, node)) for relation in node.relations)

    def is_statement_shown(self, node: StatementClass) -> bool:
        """Tell whether a statement that may be shown is shown."""
        settings = self.settings
        data = node.data or {}
        if not settings.get("ignoreIsInMap") and data.get("isInMap") is True:
            return True
        if settings.get("includeStatements") and node.title in _listed(settings["includeStatements"]):
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
            other = other_end(relation, node)
            if isinstance(other, StatementClass):
                role = "premise" if relation.target is other else "main-conclusion"
                if node.title in self.statements:
                    count += sum(m.role == role and m.argument in self.arguments for m in other.members)
            else:
                count += (other.title if isinstance(other, Argument) else other.argument) in self.arguments
        return count

    def is_argument_shown(self, node: Argument) -> bool:
        """Tell whether an argument that may be shown is shown."""
        settings = self.settings
        data = node.data or {}
        if not settings.get("excludeDisconnected", True):
            return True
        if not settings.get("ignoreIsInMap") and data.get("isInMap") is True:
            return True
        return self.is_related(node) or any(self._connects(member) for member in node.rows)

    def _connects(self, member: Member) -> bool:
        """Tell whether a premise or conclusion connects its argument with something else that is chosen."""
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
            if self.holds(relation, other_end(relation, statement)):
                return True
        if member.role not in ("premise", "main-conclusion"):
            return False
        if member.title in self.statements:
            return True
        role = "premise" if member.role == "main-conclusion" else "main-conclusion"
        return any(other.role == role and other.argument in self.arguments for other in statement.members)


def other_end(relation: Relation, node: Node) -> Node:
    """Return the end of a relation that is not a node."""
    return relation.target if relation.source is node else relation.source
