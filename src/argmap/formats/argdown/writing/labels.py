"""The titles of statements, arguments and steps in a written file."""

from __future__ import annotations

import re
from typing import Any

from argmap.formats.argdown.meaning.model import is_titled, words
from argmap.formats.argdown.writing.braces import flow
from argmap.formats.argdown.writing.escaping import escape
from argmap.formats.argdown.writing.picture_data import data_of_node, look_of
from argmap.formats.argdown.writing.writable import Writable
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, relation_id
from argmap.model.titles import in_words
from argmap.native.ids import slug

_BAD = re.compile(r"[\[\]<>\x00-\x1f\x7f-\xa0\u2028\u2029]|@(?=include)")
_GOOD_START = re.compile(r"[^\W_]|[\"'“„«(§$€]")


class Labels:
    """Finds a title of its own for every statement and every named step."""

    def __init__(self, m: ArgumentMap, writable: Writable) -> None:
        self.writable = writable
        self.look = look_of(m)
        self.taken: dict[str, set[str]] = {"[": set(), "<": set()}
        self.titles = {
            s.id: self._free(s.title or in_words(s.id), s.id, "[" if writable.is_statement(s.id) else "<")
            for s in writable.statements
        }
        self.steps: dict[str, str] = {}
        for relation in writable.relations:
            if self._is_named(relation):
                wanted = relation.title or in_words(relation.id)
                self.steps[relation.id] = self._free(wanted, "Step", "<")

    def of(self, statement: str) -> str:
        """Return the title of a statement."""
        return self.titles[statement]

    def bracketed(self, statement: str) -> str:
        """Return the title of a statement in its brackets."""
        title = self.titles[statement]
        return f"[{title}]" if self.writable.is_statement(statement) else f"<{title}>"

    def step(self, relation: str) -> str:
        """Return the title of a step in its brackets; that of its argument where it is not reconstructed."""
        if relation in self.steps:
            return f"<{self.steps[relation]}>"
        return self.bracketed(self.writable.by_id[relation].premises[0])

    def header(self, relation: Relation) -> str | None:
        """Return the line that names a step's argument, or None where it has no name."""
        title = self.steps.get(relation.id)
        if title is None:
            return None
        data: dict[str, Any] = {}
        usual = in_words(relation.id)
        if slug(relation.title or title) != relation.id:
            data["id"] = relation.id
        if (relation.title or usual) != title or relation.title == usual:
            data["title"] = relation.title
        note = words(relation.note or "")
        if relation.note is not None and note != relation.note:
            data["note"] = relation.note
        data |= data_of_node(self.look, relation.id)
        text = f"<{title}>: {escape(note)}" if note else f"<{title}>"
        return f"{text} {flow(data)}" if data else text

    def _is_named(self, relation: Relation) -> bool:
        if self.writable.is_drawn(relation):
            return False
        usual = relation_id(relation.kind, relation.premises, relation.target)
        return (
            relation.title is not None
            or relation.note is not None
            or relation.id in self.writable.undercut
            or relation.id != usual
        )

    def _free(self, wanted: str, fallback: str, bracket: str) -> str:
        """Return a title that Argdown can read and nothing else has."""
        title = " ".join(_BAD.sub(" ", wanted).split())
        if not _GOOD_START.match(title) or not is_titled(title):
            title = fallback
        free, count = title, 1
        while free in self.taken[bracket]:
            count += 1
            free = f"{title} ({count})"
        self.taken[bracket].add(free)
        return free
