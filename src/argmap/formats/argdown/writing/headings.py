"""The headings of a written file: its groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.formats.argdown.meaning.model import words
from argmap.formats.argdown.writing.braces import flow
from argmap.formats.argdown.writing.escaping import escape
from argmap.formats.argdown.writing.picture_data import data_of_group, look_of
from argmap.model.document import ArgumentMap, Group
from argmap.model.statements import Statement
from argmap.native.ids import is_id, slug

_DEEPEST = 50
"""Levels of headings; the statements of deeper groups name theirs, for the marks of their headings would fill pages."""


class Headings:
    """Finds the headings that a statement needs above it.

    Attributes:
        depth: How many levels of headings there are.
        must_be_listed: Whether headings alone would not make the groups as they are.
    """

    def __init__(self, m: ArgumentMap) -> None:
        self.look = look_of(m)
        self.groups = {group.id: group for group in m.groups}
        self.paths = {group.id: self._path(group) for group in m.groups}
        self.depth = max(map(len, self.paths.values()), default=0)
        self.open: tuple[str, ...] = ()
        self.written: set[str] = set()
        self.must_be_listed = self._must_be_listed(m)

    def before(self, statement: Statement) -> Iterator[str]:
        """Yield the headings that come before a statement."""
        path = self.paths.get(statement.group or "", ())
        if not path or path == self.open:
            return
        shared = 0
        while shared < min(len(path), len(self.open)) and path[shared] == self.open[shared]:
            shared += 1
        for level in range(min(shared, len(path) - 1), len(path)):
            yield self._heading(path[level], level + 1)
        self.open = path

    def data_of(self, statement: Statement) -> dict[str, Any]:
        """Return the data of a statement that is written outside its section."""
        here = self.open[-1] if self.open else None
        return {} if statement.group == here else {"group": statement.group}

    def _heading(self, name: str, level: int) -> str:
        group = self.groups[name]
        title = words(group.title)
        usual = slug(title) == name and name not in self.written and title == group.title
        data = {} if usual else {"id": name}
        if name not in self.written:
            data |= data_of_group(self.look, name)
        self.written.add(name)
        text = f"{'#' * level} {escape(title) or name}"
        return f"{text} {flow(data)}" if data else text

    def _path(self, group: Group) -> tuple[str, ...]:
        """Return the group after those it stands in; nothing, if it stands too deep for headings."""
        path = {group.id: None}
        while group.parent in self.groups and group.parent not in path:
            group = self.groups[group.parent]
            path[group.id] = None
            if len(path) > _DEEPEST:
                return ()
        return tuple(reversed(path))

    def _must_be_listed(self, m: ArgumentMap) -> bool:
        """Tell whether reading the statements would not find the groups in their order, each with its parent."""
        met: dict[str, None] = {}
        for statement in m.statements:
            met |= dict.fromkeys(self.paths.get(statement.group or "", ()))
        plain = all(is_id(g.id) and g.title and g.title == words(g.title) for g in m.groups)
        has_top = all(self.groups[path[0]].parent is None for path in self.paths.values() if path)
        return list(met) != [group.id for group in m.groups] or not plain or not has_top
