"""The relations of a map: the steps of reconstructed arguments, and the relations drawn between titles."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from operator import itemgetter
from typing import Any

from attrs import evolve

from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.citing import as_text
from argmap.formats.argdown.meaning.model import (
    Argument,
    Inference,
    Interpretation,
    Member,
    Node,
    Relation,
    StatementClass,
    canonical,
    is_titled,
    text_without_tags,
    words,
)
from argmap.formats.argdown.meaning.names import slug
from argmap.formats.argdown.reading.denials import Denial
from argmap.formats.argdown.settings.settings import is_setting, note_unknown, note_wrong
from argmap.model import relations as result
from argmap.model.relations import RelationKind, relation_id
from argmap.model.statements import in_words
from argmap.native.ids import Names
from argmap.rules.unclear_relation import RULE as UNCLEAR_RELATION
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

_KINDS = {
    "support": RelationKind.SUPPORT,
    "entails": RelationKind.SUPPORT,
    "attack": RelationKind.ATTACK,
    "contrary": RelationKind.CONTRADICTION,
    "contradictory": RelationKind.CONTRADICTION,
    "undercut": RelationKind.UNDERCUT,
}
_ARROWS = {name: relation_id(kind, (), "") for name, kind in _KINDS.items()}
#: Schemes that Argdown's strict mode stands for.
STRICT = {"entails": "entailment", "contrary": "contrary"}
_AGAINST = frozenset({"attack", "contrary", "contradictory"})

_INFERENCE_KEYS = ("scheme", "uses", "from")
_STEP_KEYS = frozenset({"id", "title", "note", "scheme"})
Placed = tuple[int, result.Relation]


class Steps:
    """Makes the relations of one map."""

    def __init__(
        self,
        model: Interpretation,
        names: dict[int, str],
        ids: Names,
        flaws: Flaws,
        denials: Mapping[int, Denial],
        citations: Container[str],
    ) -> None:
        self.model = model
        self.names = names
        self.ids = ids
        self.flaws = flaws
        self.denials = denials
        self.citations = citations
        self.of_inference: dict[int, str] = {}
        self.from_statement: dict[str, list[str]] = {}
        undercut = [r.target for r in model.relations if r.kind == "undercut"]
        self.outlines = {names[id(node)] for node in undercut if isinstance(node, Argument) and not node.rows}
        self.given = dict(self._given())

    def relations(self) -> tuple[result.Relation, ...]:
        """Give all relations, in the order of the text."""
        drawn: list[Relation] = []
        striking: list[Relation] = []
        for relation in self.model.relations:
            (striking if _strikes_at_steps(relation) else drawn).append(relation)
        first: list[tuple[int, Argument | Relation]] = [
            (argument.rows[0].element.start, argument) for argument in self.model.arguments.values() if argument.rows
        ]
        first += [(relation.nodes[0].start, relation) for relation in drawn]
        first.sort(key=itemgetter(0))
        found: list[Placed] = []
        waiting: dict[int, list[Argument]] = {}
        for start, item in first:
            if isinstance(item, Argument):
                denied = self._denied(item)
                if denied and denied.kind is RelationKind.UNDERCUT:
                    waiting.setdefault(id(_inference_of(denied.target)), []).append(item)
                else:
                    found += self._reconstruction(item)
            elif made := self._relation(item):
                found.append((start, made))
        found += self._undercutting(waiting)
        for relation in striking:
            if relation.kind == "undercut":
                found += self._undercut(relation)
            elif made := self._relation(relation):
                found.append((relation.nodes[0].start, made))
        found.sort(key=itemgetter(0))
        return tuple([relation for _, relation in found])

    def _undercutting(self, waiting: dict[int, list[Argument]]) -> Iterator[Placed]:
        """Give the steps of arguments that undercut others, those that are undercut first.

        Args:
            waiting: The arguments by the identity of the inference that they undercut, where it is that of one.
        """
        known = [name for name in waiting if name in self.of_inference or name == id(None)]
        while known:
            for argument in waiting.pop(known.pop(), ()):
                yield from self._reconstruction(argument)
                known.append(id(argument.rows[-1].inference))
        for argument in (argument for arguments in waiting.values() for argument in arguments):
            yield from self._reconstruction(argument)

    def _reconstruction(self, argument: Argument) -> list[Placed]:
        """Give the steps of an argument."""
        conclusions = [place for place, row in enumerate(argument.rows) if row.inference]
        found: list[Placed] = []
        first = 0
        for place in conclusions:
            row = argument.rows[place]
            used = self._used(row, place) or range(first, place)
            premises = tuple(self._name(argument.rows[number]) for number in used)
            first = place
            inference = row.inference
            if not premises or inference is None:
                continue
            last = place == conclusions[-1]
            kind, targets = self._targets(argument) if last else (RelationKind.SUPPORT, [self._name(row)])
            for target in targets:
                step = self._step(argument, relation_id(kind, premises, target), inference, last=last)
                step = evolve(step, kind=kind, sources=premises, target=target)
                if premises[0] in self.outlines:
                    self.from_statement.setdefault(premises[0], []).append(step.id)
                self.of_inference[id(inference)] = step.id
                found.append((inference.node.start, step))
        self._report_data(argument)
        return found

    def _used(self, conclusion: Member, place: int) -> list[int]:
        """Give the rows above a conclusion that its inference says it uses."""
        rows = _rows(conclusion) or []
        node = conclusion.inference.node if conclusion.inference else None
        for row in rows:
            if row >= place and node:
                message = f"there is no row ({row + 1}) above this inference: name the rows that it uses"
                self.flaws.add(WRONG_VALUE, message, Span(node.start, node.end))
        return [row for row in rows if row < place]

    def _denied(self, argument: Argument) -> Denial | None:
        """Give what an argument speaks against, if it concludes a denial."""
        return self.denials.get(id(self.model.statements[argument.rows[-1].title])) if self.denials else None

    def _targets(self, argument: Argument) -> tuple[RelationKind, list[str]]:
        """Give what the last step of an argument does, and to what."""
        denied = self._denied(argument)
        if denied is None:
            return RelationKind.SUPPORT, [self._name(argument.rows[-1])]
        target = denied.target
        if denied.kind is not RelationKind.UNDERCUT:
            name = None if isinstance(target, str) else self.names.get(id(target))
            return denied.kind, [name] if name else []
        if not isinstance(target, str):
            targets = self._undercut_steps(target)
        else:
            targets = [target] if target in self.citations else []
        if not targets:
            element = argument.rows[-1].element
            what = f"there is no citation {target!r}" if isinstance(target, str) else "nothing is inferred there"
            self.flaws.add(UNCLEAR_RELATION, f"this undercut is not read: {what}", Span(element.start, element.end))
        return denied.kind, targets

    def _given(self) -> Iterator[tuple[int, str]]:
        """Take the ids that authors give to arguments."""
        for argument in self.model.arguments.values():
            given = as_text(argument.data.get("id")) if argument.rows and argument.data else None
            if given and self.ids.claim(given):
                yield id(argument), given

    def _step(self, argument: Argument, usual: str, inference: Inference, *, last: bool) -> result.Relation:
        """Give a step without what it leads from and to."""
        data = inference.node.data if isinstance(inference.node.data, dict) else {}
        note_unknown(data, _INFERENCE_KEYS, Span(inference.node.start, inference.node.end), None, self.flaws)
        own = argument.data or {}
        scheme = as_text(data.get("scheme")) or ", ".join(inference.node.rules)
        scheme = scheme or (as_text(own.get("scheme")) if last else None) or ""
        title = words(argument.title) if is_titled(argument.title) else None
        title = as_text(own.get("title")) or title
        name = self.given.pop(id(argument), None) if last else None
        if name is None:
            name = self.ids.make(slug(title), "-") if title else self.ids.make(usual)
        if "title" in own:
            title = as_text(own["title"])
        elif title == in_words(name):
            title = None
        note = as_text(own.get("note")) or _gist(argument) if last else None
        place = Span(inference.node.start, inference.node.end)
        return result.Relation(name, RelationKind.SUPPORT, (), "", scheme or None, title, note or None, place)

    def _report_data(self, argument: Argument) -> None:
        for member in argument.members:
            element = member.element
            place = Span(element.start, element.end)
            if element.tags:
                self.flaws.drop("tags of reconstructed arguments are not kept", place)
            for key, value in element.data.items() if isinstance(element.data, dict) else ():
                note_wrong(key, value, place, None, self.flaws)
                if key not in _STEP_KEYS and not is_setting(key):
                    self.flaws.drop(f"the data key {key!r} of reconstructed arguments is not kept", place)

    def _name(self, member: Member) -> str:
        return self.names[id(self.model.statements[member.title])]

    def _relation(self, relation: Relation) -> result.Relation | None:
        source, target = self.names.get(id(relation.source)), self.names.get(id(relation.target))
        if source is None or target is None:
            return None
        node = relation.nodes[0]
        place = Span(node.start, node.element.end)
        if isinstance(relation.target, Argument) and relation.target.rows:
            return self._on_reconstruction(relation, relation.target, source, place)
        kind = _KINDS[relation.kind]
        if relation.moved and source == target and kind is RelationKind.SUPPORT:
            return None
        if node.mark == "><":
            source, target = target, source
        name = self.ids.make(f"{source}{_ARROWS[relation.kind]}{target}")
        if source in self.outlines and kind is not RelationKind.CONTRADICTION:
            self.from_statement.setdefault(source, []).append(name)
        return result.Relation(name, kind, (source,), target, STRICT.get(relation.kind), span=place)

    def _on_reconstruction(
        self, relation: Relation, argument: Argument, source: str, place: Span
    ) -> result.Relation | None:
        """Give what a relation drawn to a reconstructed argument comes to."""
        if self._is_borne_out(relation, argument):
            return None
        step = self._last_step(argument)
        name = f"<{argument.title}>" if is_titled(argument.title) else "this argument"
        if relation.kind == "attack" and step:
            message = (
                f"the attack on {name} is borne out by no attack on one of its premises, so it counts as one on its "
                "last inference: attack the premise, or write '_>' or '<_' for an undercut"
            )
            self.flaws.add(UNCLEAR_RELATION, message, place, step)
            identity = self.ids.make(relation_id(RelationKind.UNDERCUT, (source,), step))
            return result.Relation(identity, RelationKind.UNDERCUT, (source,), step, span=place)
        what, done = ("attack on", "attacked") if relation.kind in _AGAINST else ("support of", "supported")
        message = (
            f"the {what} {name} is not read: {name} is reconstructed, "
            f"and none of its premises is {done} here; write which one is"
        )
        self.flaws.add(UNCLEAR_RELATION, message, place, step)
        return None

    def _last_step(self, argument: Argument) -> str | None:
        inference = argument.rows[-1].inference
        return self.of_inference.get(id(inference)) if inference else None

    def _is_borne_out(self, relation: Relation, argument: Argument) -> bool:
        premises = {row.title for row in argument.rows if row.role == "premise"}
        source = relation.source
        if relation.kind == "support" and isinstance(source, StatementClass) and source.title in premises:
            return True
        wanted = _AGAINST if relation.kind in _AGAINST else {"support", "entails"}
        if isinstance(source, Inference):
            return False
        return any(
            other.kind in wanted
            and isinstance(other.target if other.source is source else other.source, StatementClass)
            and getattr(other.target if other.source is source else other.source, "title", None) in premises
            and (other.source is source or other.kind != "support")
            for other in source.relations
        )

    def _undercut(self, relation: Relation) -> list[Placed]:
        node = relation.nodes[0]
        place = Span(node.start, node.element.end)
        source = self.names.get(id(relation.source))
        if source is None:
            return []
        made = []
        for target in self._undercut_steps(relation.target):
            name = self.ids.make(relation_id(RelationKind.UNDERCUT, (source,), target))
            undercut = result.Relation(name, RelationKind.UNDERCUT, (source,), target, span=place)
            made.append((node.start, undercut))
        if not made:
            message = (
                "this undercut is not read, for nothing is inferred there: undercut an argument that supports or "
                "attacks something, or write '->' or '<-' to attack a statement"
            )
            self.flaws.add(UNCLEAR_RELATION, message, place, source)
        return made

    def _undercut_steps(self, target: Node) -> list[str]:
        if isinstance(target, Inference):
            step = self.of_inference.get(id(target))
            return [step] if step else []
        if isinstance(target, Argument) and target.rows:
            step = self._last_step(target)
            return [step] if step else []
        if isinstance(target, Argument):
            return self.from_statement.get(self.names[id(target)], [])
        return []


def _inference_of(target: Node | str) -> Inference | None:
    """Give the inference that an undercut strikes, unless it strikes an argument in outline or a citation."""
    if isinstance(target, Argument) and target.rows:
        return target.rows[-1].inference
    return target if isinstance(target, Inference) else None


def _strikes_at_steps(relation: Relation) -> bool:
    """Tell whether a relation leads to an inference, so that the steps must be known first."""
    return relation.kind == "undercut" or (isinstance(relation.target, Argument) and bool(relation.target.rows))


def _gist(argument: Argument) -> str:
    member = canonical(argument)
    return text_without_tags(member.element) if member else ""


def _rows(conclusion: Member) -> list[int] | None:
    """Give the rows that a conclusion names as those it is drawn from."""
    node = conclusion.inference.node if conclusion.inference else None
    for data in (node.data if node else None, conclusion.element.data):
        for key in ("uses", "from"):
            value: Any = data.get(key) if isinstance(data, dict) else None
            if isinstance(value, list) and value and all(isinstance(number, int) and number > 0 for number in value):
                return [number - 1 for number in value]
    return None
