"""An argument map to Argdown.

Every statement is defined once, in order, under the headings of its group. Relations are written below their target
where Argdown has a mark for them; linked reasons, and relations with a name, a scheme or an undercut, are
premise-conclusion structures. One that does not support its target concludes that the target does not hold; see
`argmap.formats.argdown.reading.denials`. What Argdown has no words for is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.flaws import placed
from argmap.formats import Writing
from argmap.formats.argdown.meaning.conventions import DENIAL, FORCE, OUTWEIGHED_BY, VALUES, WEIGHT, WHY
from argmap.formats.argdown.meaning.model import words
from argmap.formats.argdown.writing import picture_data
from argmap.formats.argdown.writing.braces import flow
from argmap.formats.argdown.writing.escaping import escape
from argmap.formats.argdown.writing.front_matter import front_matter
from argmap.formats.argdown.writing.headings import Headings
from argmap.formats.argdown.writing.labels import Labels
from argmap.formats.argdown.writing.record import data_of, is_plain_tag
from argmap.formats.argdown.writing.writable import Writable
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Statement
from argmap.model.titles import in_words
from argmap.native.ids import slug
from argmap.native.reasons import critique, measures
from argmap.rules.lost_in_writing import RULE as LOST_IN_WRITING

_NOTHING = "# No statements yet {isGroup: false}"
"""The file of a map without statements, for Argdown takes no empty file."""
_MARKS = {RelationKind.SUPPORT: "+", RelationKind.ATTACK: "-", RelationKind.CONTRADICTION: "><"}


def write(m: ArgumentMap) -> Writing:
    """Write a map as Argdown."""
    writer = _Writer(m)
    text = "\n\n".join(writer.paragraphs()) + "\n"
    return Writing(text, tuple(placed(flaw, LOST_IN_WRITING, None) for flaw in writer.lost))


class _Writer:
    def __init__(self, m: ArgumentMap) -> None:
        self.m = m
        self.writable = Writable(m)
        self.labels = Labels(m, self.writable)
        self.headings = Headings(m)
        self.lost = [
            *self.writable.lost,
            *picture_data.lost(m, self.labels.steps),
            *measures.lost(m),
            *critique.lost(m),
        ]
        self.position = 0
        self.last_is_argument = False

    def paragraphs(self) -> Iterator[str]:
        """Yield the paragraphs of the file."""
        strict, headings = self.writable.strict, self.headings
        head = front_matter(self.m, strict=strict, groups=headings.must_be_listed, depth=headings.depth)
        if head:
            yield head
        for statement in self.writable.statements:
            yield from self.headings.before(statement)
            yield self._definition(statement) + "".join(self._drawn(statement.id))
            self.last_is_argument = not self.writable.is_statement(statement.id)
            yield from self._steps(statement.id)
        yield from self._steps(None)
        if not self.writable.statements:
            yield _NOTHING

    def _definition(self, statement: Statement) -> str:
        label = self.labels.of(statement.id)
        data = data_of(statement, self.m.about)
        usual = in_words(statement.id)
        wanted = statement.title if statement.title is not None else usual
        if wanted != label or statement.title == usual:
            data = {"title": statement.title} | data
        if slug(statement.title or label) != statement.id:
            data = {"id": statement.id} | data
        if "group" in self.headings.data_of(statement):
            data |= self.headings.data_of(statement)
        data |= picture_data.data_of_node(self.labels.look, statement.id)
        tags, in_data = _tags(statement, "claim" if self.writable.is_statement(statement.id) else "argument")
        if in_data:
            data["tags"] = list(statement.tags)
        text = words(statement.text)
        if text != statement.text or not text:
            data["text"] = statement.text
        title = self.labels.bracketed(statement.id)
        parts = [f"{title}: {escape(text) or '…'}", *tags, *([flow(data)] if data else [])]
        return " ".join(parts)

    def _drawn(self, target: str) -> Iterator[str]:
        """Yield the relations directly below a statement's definition."""
        relations = self.writable.relations
        while self.position < len(relations):
            relation = relations[self.position]
            if relation.target != target or not self.writable.is_drawn(relation):
                return
            self.position += 1
            yield f"\n    {self._mark(relation)} {self.labels.bracketed(relation.premises[0])}{_weight(relation, WHY)}"

    def _mark(self, relation: Relation) -> str:
        if relation.kind is RelationKind.CONTRADICTION and relation.scheme:
            return "-"
        return _MARKS[relation.kind]

    def _steps(self, target: str | None) -> Iterator[str]:
        """Yield the paragraphs of the next steps, if they lead to a statement; for None, of all that are left."""
        relations = self.writable.relations
        while self.position < len(relations):
            relation = relations[self.position]
            if target is not None and self.writable.owners[relation.id] != target:
                return
            if not self.writable.is_drawn(relation):
                self.position += 1
                yield from self._reconstruction(relation)
                self.last_is_argument = False
            elif relation.kind is RelationKind.UNDERCUT:
                self.position += 1
                yield f"{self.labels.step(relation.target)}\n    <_ {self.labels.bracketed(relation.premises[0])}"
                self.last_is_argument = True
            else:
                owner = relation.target
                yield self.labels.bracketed(owner) + "".join(self._drawn(owner))
                self.last_is_argument = not self.writable.is_statement(owner)

    def _reconstruction(self, relation: Relation) -> Iterator[str]:
        header = self.labels.header(relation)
        if header:
            yield header
        elif self.last_is_argument:
            yield self.labels.bracketed(relation.premises[0])
        rows = [f"({number}) {self.labels.bracketed(name)}" for number, name in enumerate(relation.premises, 1)]
        rows.append(self._inference(relation))
        rows += self._undercuts(relation)
        rows.append(f"({len(relation.premises) + 1}) {self._conclusion(relation)}")
        yield "\n".join(rows)

    def _conclusion(self, relation: Relation) -> str:
        if relation.kind is RelationKind.SUPPORT:
            return self.labels.bracketed(relation.target)
        if relation.kind is not RelationKind.UNDERCUT:
            mark = "->" if relation.kind is RelationKind.ATTACK else "><"
            target = f"{self.labels.bracketed(relation.target)}{_weight(relation)}"
            return f"Not so. {flow({DENIAL: True})}\n    {mark} {target}"
        if relation.target in self.writable.citations:
            return f"Not so. {flow({DENIAL: relation.target})}"
        return f"It does not follow. {flow({DENIAL: True})}\n    _> {self.labels.step(relation.target)}"

    def _inference(self, relation: Relation) -> str:
        scheme = relation.scheme
        said = (_said(relation) if relation.kind is RelationKind.SUPPORT else {}) | critique.as_data(relation)
        if scheme is None:
            return f"-- {flow(said)} --" if said else "----"
        if all(rule.replace(" ", "").isalnum() and rule == rule.strip() for rule in scheme.split(", ")):
            return f"-- {scheme} {flow(said)} --" if said else f"-- {scheme} --"
        return f"-- {flow({'scheme': scheme} | said)} --"

    def _undercuts(self, step: Relation) -> Iterator[str]:
        """Yield the undercuts of a step that follow it."""
        relations = self.writable.relations
        while self.position < len(relations):
            relation = relations[self.position]
            if (
                relation.kind is not RelationKind.UNDERCUT
                or relation.target != step.id
                or not self.writable.is_drawn(relation)
            ):
                return
            self.position += 1
            yield f"    <_ {self.labels.bracketed(relation.premises[0])}"


def _said(relation: Relation) -> dict[str, object]:
    """Return what a support or an attack speaks for, and how much it weighs."""
    data: dict[str, object] = {VALUES: list(relation.values)} if relation.values else {}
    if relation.weight is not None and measures.WEIGHT.holds(relation.weight):
        data[WEIGHT] = relation.weight
    return data


def _weight(relation: Relation, note: str | None = None) -> str:
    """Return the data that says how a reason weighs, and why under a key, after the title that its mark leads to.

    Argdown takes a title for one that is defined if there is ``]:`` or ``>:`` further on in its line.
    """
    data = _said(relation) if relation.is_step else {}
    if relation.force and relation.kind is RelationKind.ATTACK:
        data[FORCE] = str(relation.force)
    if relation.outweighed_by and relation.kind is RelationKind.ATTACK:
        data[OUTWEIGHED_BY] = [" + ".join(reason) for reason in relation.outweighed_by]
    if note and relation.note is not None:
        data[note] = relation.note
    return f" {flow(data)}".replace("]:", "\\u005d:").replace(">:", "\\u003e:") if data else ""


def _tags(statement: Statement, usual_kind: str) -> tuple[list[str], bool]:
    """Return the marks for kind and tags, and whether the tags must be in the data instead."""
    marks = [f"#{statement.kind}"] if statement.kind != usual_kind else []
    if len(set(statement.tags)) < len(statement.tags) or not all(map(is_plain_tag, statement.tags)):
        return marks, True
    return marks + [f"#{tag}" if " " not in tag else f"#({tag})" for tag in statement.tags], False
