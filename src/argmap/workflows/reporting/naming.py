"""How a report names statements, steps and sources: by their titles, in quotation marks, not by their ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import field, frozen

from argmap.analysis import Analysis
from argmap.evaluation.why import Why
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Statement
from argmap.plain_words import renamed, titled

_STEP = {
    RelationKind.SUPPORT: "the step from {} to {}",
    RelationKind.ATTACK: "the objection {} to {}",
    RelationKind.UNDERCUT: "the exception {}",
    RelationKind.CONTRADICTION: "the contradiction between {} and {}",
}
_LONGEST = 80


@frozen
class Names:
    """What things are called.

    Attributes:
        titles: The title of each statement, by its id; the id is added where titles are alike.
        sources: The title of each source, by its id.
        steps: Words for each relation and citation, by its id.
    """

    titles: Mapping[str, str] = field(repr=False)
    sources: Mapping[str, str] = field(repr=False)
    steps: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, analysis: Analysis) -> Names:
        """Name all that is in a map."""
        found = {statement.id: _title(statement) for statement in analysis.map}
        often = Counter(found.values())
        titles = {name: f"{title} ({name})" if often[title] > 1 else title for name, title in found.items()}
        sources = {name: source.label for name, source in analysis.sources.items()}
        steps = {
            c.id: f"the citation of {sources.get(c.source, c.source)} for “{titles[s.id]}”"
            for s in analysis.map
            for c in s.citations
        }
        steps |= {relation.id: _step(relation, titles) for relation in analysis.map.relations}
        return cls(titles, sources, steps)

    def one(self, name: str) -> str:
        """Return what an id of a statement, a step or a citation is called."""
        return f"“{self.titles[name]}”" if name in self.titles else self.steps.get(name, name)

    def linked(self, names: Iterable[str]) -> str:
        """Name one reason by its statements."""
        return " + ".join(map(self.one, names))

    def source(self, name: str) -> str:
        """Return what an id of a source is called."""
        return self.sources.get(name, name)

    def called(self, what: str, name: str) -> str:
        """Return what an id of a statement, a source or a step is called."""
        return self.source(name) if what == "source" else self.one(name)

    def told(self, message: str) -> str:
        """Return a message with titles for the ids in it, but for what is the id of a statement and of a source."""
        return titled(message, self._told)

    @cached_property
    def _told(self) -> Mapping[str, str]:
        found = {**self.sources, **self.titles}
        return {name: title for name, title in found.items() if not (name in self.sources and name in self.titles)}

    def sentence(self, why: Why, remarks: Mapping[str, str]) -> str:
        """Say why something is what it is, in one sentence; nothing for a relation of which that is not told."""
        told = next(renamed(why, self.called).told(remarks, depth=0), "").strip()
        return f"{told[:1].upper()}{told[1:]}." if told else ""

    def failing(self, why: Why, remarks: Mapping[str, str]) -> str:
        """Say what makes an objection fail: what it starts from and why that does not stand, or what strikes it."""
        first, *rest = list(renamed(why, self.called).told(remarks, depth=1)) or [""]
        if rest and why.children[0].kind == "statement":
            return rest[0].strip()
        return first.removeprefix(f"{self.one(why.id)} fails: ")


def _title(statement: Statement) -> str:
    """Return the title of a statement; where it has none, its id in words, or its text where the id is no words."""
    heading = statement.heading
    if heading is not None:
        return heading
    text = " ".join(statement.text.split()).removesuffix(".")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _step(relation: Relation, titles: Mapping[str, str]) -> str:
    if relation.title:
        return f"“{relation.title}”"
    premises = " + ".join(f"“{titles.get(premise, premise)}”" for premise in relation.premises)
    return _STEP[relation.kind].format(premises, f"“{titles.get(relation.target, relation.target)}”")
