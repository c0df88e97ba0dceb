"""The edges and groups of Argdown's map of a text.

The settings under ``group:`` may change which sections are groups.
"""

from __future__ import annotations

from attrs import define, field

from argmap.formats.argdown.meaning.model import (
    SYMMETRIC,
    Argument,
    Inference,
    Interpretation,
    Node,
    Section,
    StatementClass,
    Titled,
)
from argmap.formats.argdown.meaning.transformation import decide_groups
from argmap.formats.argdown.settings.map_choice import Choice, choose

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
