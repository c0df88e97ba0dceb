"""The words of an outline: what a statement is, what it says, how it stands, and how it bears on what is above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from argmap.analysis import Analysis
from argmap.cli.colours import KIND, STANDING
from argmap.cli.commands._tree import Drawn, Word, shortened, words
from argmap.cli.output import visible
from argmap.evaluation.labels import Grade, Standing
from argmap.model.citations import Stance
from argmap.model.outline import Item, Told
from argmap.model.relations import Force, Relation, RelationKind
from argmap.model.statements import Kind, Statement
from argmap.wording import joined, spaced

_FOR, _AGAINST, _QUIET, _STRONG = {"fg": "green"}, {"fg": "red"}, {"dim": True}, {"bold": True}
_MOST_SOURCES, _REFERENCE = 3, 40
_STATES = {
    Told.ABOVE: "see above",
    Told.BELOW: "see below",
    Told.CIRCLE: "goes round in a circle",
    Told.ELSEWHERE: "not shown",
}
_TELLING = frozenset({"circular", "to-weigh"})
_BEARS = {
    RelationKind.SUPPORT: "because",
    RelationKind.ATTACK: "but",
    RelationKind.UNDERCUT: "unless",
    RelationKind.CONTRADICTION: "contradicts",
}
_SERVES = {
    RelationKind.SUPPORT: "a reason for",
    RelationKind.ATTACK: "speaks against",
    RelationKind.UNDERCUT: "cuts a step or citation of",
}


@frozen
class Wording:
    """Puts the items of an outline into words.

    Attributes:
        analysis: Of the map.
        drawn: The characters that the outline is drawn with.
    """

    analysis: Analysis
    drawn: Drawn

    @cached_property
    def _cited_by(self) -> dict[str, str]:
        """Return the source of each citation."""
        return {citation.id: citation.source for s in self.analysis.map.statements for citation in s.citations}

    def said(self, item: Item) -> list[Word]:
        """Return the words of an item."""
        found = [*self._bearing(item)]
        name = item.statement
        if name is None:
            return [*found, *words(f"({_STATES[item.told]})", **_QUIET)] if item.told is Told.CIRCLE else found
        if item.told is Told.UNKNOWN:
            return [*found, *words(f"[{visible(name)}] (there is no such statement)", **_AGAINST)]
        statement = self.analysis.map[name]
        found += self._kind(statement)
        if item.told is not Told.HERE:
            reference = words(f"[{visible(name)}] ({_STATES[item.told]})", **_QUIET)
            return [*found, *words(self._called(statement)), *reference]
        found += self._text(statement, is_conclusion=item.depth == 0)
        found += words(f"[{visible(name)}]", **_QUIET)
        found += self._standing(name)
        found += self._cited(statement)
        return [*found, *words(self.drawn.more, **_STRONG)] if item.is_cut else found

    def _bearing(self, item: Item) -> Iterator[Word]:
        """Say how an item bears on what is above it."""
        relation = item.relation
        if relation is None:
            return
        style = _FOR if relation.kind is RelationKind.SUPPORT else _AGAINST
        if item.serves:
            yield from words(_SERVES[relation.kind], **style)
            return
        more = self._more(relation)
        together = " together" if len(relation.premises) > 1 and relation.kind is not RelationKind.CONTRADICTION else ""
        known = f" ({visible('; '.join(more))})" if more else ""
        end = ":" if item.statement is None else ""
        told = f"{together}{known}"
        yield from words(self._bears(relation) + (end if not told else ""), **style)
        yield from words(f"{told}{end}" if told else "", **_QUIET)

    def _bears(self, relation: Relation) -> str:
        m = self.analysis.map
        if relation.kind is RelationKind.SUPPORT and relation.target in m and m[relation.target].kind is Kind.QUESTION:
            return "answer"
        source = self._cited_by.get(relation.target) if relation.kind is RelationKind.UNDERCUT else None
        return f"against its citation of {visible(source)}:" if source else _BEARS[relation.kind]

    def _more(self, relation: Relation) -> list[str]:
        """Say what else is known of a relation."""
        more = [relation.title or "", spaced(relation.scheme or "")]
        more += [f"{each.question} answered by {_reasons(each.reasons)}" for each in relation.answers]
        more += [f"{each.question} left open{_why(each.reason)}" for each in relation.waives]
        more += [f"raises {relation.raises}" if relation.raises else ""]
        more += [f"for {joined(relation.values, most=9)}" if relation.values else ""]
        more += ["defeats" if relation.force is Force.DEFEATS else ""]
        more += [f"weight {relation.weight:g}" if relation.weight is not None else ""]
        more += [f"outweighed by {_reasons(relation.outweighed_by)}" if relation.outweighed_by else ""]
        return [each for each in more if each]

    def _kind(self, statement: Statement) -> Iterator[Word]:
        yield from words(f"{' '.join((*statement.marks, statement.kind))}:", fg=KIND[statement.kind], bold=True)

    def _called(self, statement: Statement) -> str:
        """Return what a statement is called where it is referred to: its title, or its text where it has none."""
        heading = statement.heading
        text = visible(statement.text)
        return shortened(text, _REFERENCE, self.drawn.more) if heading is None else visible(heading)

    def _text(self, statement: Statement, *, is_conclusion: bool) -> Iterator[Word]:
        """Return the title that an author gave, and the text; that of a conclusion is strong."""
        style = _STRONG if is_conclusion else {}
        if statement.title and statement.title.rstrip(".") != statement.text.rstrip("."):
            yield from words(f"{visible(statement.title)}{':' if statement.text else ''}", **_STRONG)
        yield from words(visible(statement.text or ("" if statement.title else statement.label)), **style)

    def _standing(self, name: str) -> Iterator[Word]:
        verdict = self.analysis.evaluation.get(name)
        if verdict is None:
            return
        is_accepted = verdict.standing is Standing.ACCEPTED
        telling = {*verdict.modifiers} if is_accepted else _TELLING.intersection(verdict.modifiers)
        told = [] if is_accepted else [verdict.standing.value]
        told += [modifier.replace("-", " ") for modifier in verdict.modifiers if modifier in telling]
        told += [verdict.ground.value] if verdict.ground and verdict.ground is not Grade.INDEPENDENT else []
        if self.analysis.map[name].kind is Kind.ASSUMPTION:
            told = [word for word in told if word not in ("conditional", "assumed")]
        if is_accepted and verdict.modifiers and told and told[0] not in [*Grade]:
            told = [verdict.standing.value, *told]
        colour = STANDING[verdict.standing] if verdict.standing is not Standing.ACCEPTED else "yellow"
        yield from words(", ".join(told), fg=colour)

    def _cited(self, statement: Statement) -> Iterator[Word]:
        """Name the sources that a statement cites, each once with its places."""
        places: dict[tuple[bool, str], dict[str, None]] = {}
        for citation in statement.citations:
            found = places.setdefault((citation.stance is Stance.CONTRADICTS, citation.source), {})
            found.update({citation.locator: None} if citation.locator else {})
        for (against, source), where in list(places.items())[:_MOST_SOURCES]:
            sign = self.drawn.against if against else self.drawn.cites
            told = ", ".join([source, *where]) + (" contradicts this" if against else "")
            yield from words(f"{sign} {visible(told)}", **(_AGAINST if against else _QUIET))
        if len(places) > _MOST_SOURCES:
            yield from words(f"and {len(places) - _MOST_SOURCES} more", **_QUIET)


def _reasons(reasons: Iterable[tuple[str, ...]]) -> str:
    return joined([" + ".join(f"[{name}]" for name in reason) for reason in reasons], most=9)


def _why(reason: str) -> str:
    return f": {reason.rstrip('.')}" if reason else ""
