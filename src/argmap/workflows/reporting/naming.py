"""How a report names statements, steps and sources: by their titles, in quotation marks, not by their ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from argmap.analysis import Analysis
from argmap.evaluation.why import Why
from argmap.model.relations import Relation, RelationKind

_STEP = {
    RelationKind.SUPPORT: "the step from {} to {}",
    RelationKind.ATTACK: "the objection {} to {}",
    RelationKind.UNDERCUT: "the exception {}",
    RelationKind.CONTRADICTION: "the contradiction between {} and {}",
}
_CITED = ("citation", "counter-citation")


@frozen
class Names:
    """What things are called.

    Attributes:
        statements: The title of each statement in quotation marks, by its id; the id is added where titles are alike.
        sources: The title of each source, by its id.
        steps: Words for each relation and citation, by its id.
    """

    statements: Mapping[str, str] = field(repr=False)
    sources: Mapping[str, str] = field(repr=False)
    steps: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, analysis: Analysis) -> Names:
        """Name all that is in a map."""
        often = Counter(statement.label for statement in analysis.map)
        statements = {s.id: f"“{s.label}”{f' ({s.id})' if often[s.label] > 1 else ''}" for s in analysis.map}
        sources = {name: source.label for name, source in analysis.sources.items()}
        steps = {
            c.id: f"the citation of {sources.get(c.source, c.source)} for {statements[s.id]}"
            for s in analysis.map
            for c in s.citations
        }
        steps |= {relation.id: _step(relation, statements) for relation in analysis.map.relations}
        return cls(statements, sources, steps)

    def one(self, name: str) -> str:
        """Return what an id of a statement, a step or a citation is called."""
        return self.statements.get(name) or self.steps.get(name) or name

    def linked(self, names: Iterable[str]) -> str:
        """Name one reason by its statements."""
        return " + ".join(map(self.one, names))

    def source(self, name: str) -> str:
        """Return what an id of a source is called."""
        return self.sources.get(name, name)

    def why(self, why: Why) -> Why:
        """Return a reason whose ids are replaced by what they stand for, all that it rests on included."""
        names = map(self.source if why.kind in _CITED else self.one, why.names)
        return evolve(
            why,
            id=self.one(why.id),
            names=tuple(names),
            children=lambda: tuple(map(self.why, why.children)),
            also=lambda: tuple(map(self.why, why.also)),
        )

    def sentence(self, why: Why, remarks: Mapping[str, str]) -> str:
        """Say why something is what it is, in one sentence; nothing for a relation of which that is not told."""
        named = {self.one(citation): remark for citation, remark in remarks.items()}
        told = next(self.why(why).told(named, depth=0), "").strip()
        return f"{told[:1].upper()}{told[1:]}." if told else ""

    def failing(self, why: Why, remarks: Mapping[str, str]) -> str:
        """Say what makes an objection fail: what it starts from and why that does not stand, or what strikes it."""
        named = {self.one(citation): remark for citation, remark in remarks.items()}
        first, *rest = list(self.why(why).told(named, depth=1)) or [""]
        if rest and why.children[0].kind == "statement":
            return rest[0].strip()
        return first.removeprefix(f"{self.one(why.id)} fails: ")


def _step(relation: Relation, statements: Mapping[str, str]) -> str:
    if relation.title:
        return f"“{relation.title}”"
    premises = " + ".join(statements.get(premise, premise) for premise in relation.premises)
    return _STEP[relation.kind].format(premises, statements.get(relation.target, relation.target))
