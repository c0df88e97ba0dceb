"""Taking a map apart into what the tables of a corpus keep of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from argmap.analysis import Analysis
from argmap.corpora.depth import depths
from argmap.corpora.facts import (
    CitationFacts,
    FindingFacts,
    Home,
    LabelFacts,
    MapFacts,
    RelationFacts,
    SourceFacts,
    StatementFacts,
)
from argmap.evaluation.labels import Basis
from argmap.graph import AttackKind, Graph
from argmap.model.citations import Citation, Cited
from argmap.text import LineIndex, Span
from argmap.workflows.checking import check_all

_NOWHERE = LineIndex("")


class Taken:
    """What the tables keep of one map; each is worked out when it is asked for.

    Args:
        analysis: The map in its project.
        home: Where it comes from.
    """

    def __init__(self, analysis: Analysis, home: Home) -> None:
        self.analysis, self.map, self.home = analysis, analysis.map, home
        origin = self.map.origin
        self.lines = origin.lines if origin else _NOWHERE
        self.line = origin.block.first if origin and origin.block else 1
        self._statements: list[StatementFacts] | None = None

    def place(self, span: Span | None) -> tuple[int, int]:
        """Return the line and column of a span."""
        return self.lines.at(span.start) if span else (self.line, 1)

    def maps(self) -> Iterator[MapFacts]:
        """Return the map as a whole."""
        kinds = Counter(relation.kind for relation in self.map.relations)
        yield MapFacts(self.home, self.line, self.map, self.statements(), len(self._named()), kinds)

    def statements(self) -> list[StatementFacts]:
        """Return the statements, in order."""
        if self._statements is None:
            graph, home, place = self.analysis.graph, self.home, self.place
            attacks, supports = [0] * len(graph.statements), [0] * len(graph.statements)
            for step in graph.steps:
                (supports if step.pro else attacks)[step.conclusion] += 1
            self._statements = [
                StatementFacts(home, *place(statement.span), statement, depth, pro, con, depth != 0)
                for statement, depth, pro, con in zip(graph.statements, depths(graph), supports, attacks, strict=True)
            ]
        return self._statements

    def relations(self) -> Iterator[RelationFacts]:
        """Return the relations, in order."""
        strikes = _strikes(self.analysis.graph)
        statements = self.analysis.graph.index_of
        relations = {relation.id for relation in self.map.relations}
        citations = {citation.id for statement in self.map for citation in statement.citations}
        for relation in self.map.relations:
            name: str = relation.target
            target: str | None = "statement"
            if name not in statements:
                target = "relation" if name in relations else "citation" if name in citations else None
            yield RelationFacts(self.home, *self.place(relation.span), relation, target, strikes.get(relation.id))

    def citations(self) -> Iterator[CitationFacts]:
        """Return the passages and citations, in order."""
        if not self._cited():
            return
        resolutions, grades = self.analysis.resolutions, self.analysis.grades
        for statement in self.analysis.graph.statements:
            for cited in statement.cited:
                found = resolutions.get((cited.source, cited.selector))
                (span,) = found.places if found and len(found.places) == 1 else (None,)
                grade = grades.get(cited.id) if isinstance(cited, Citation) else None
                outcome = found.outcome if found else None
                start, end = (span.start, span.end) if span else (None, None)
                place = self.place(cited.span)
                yield CitationFacts(self.home, *place, statement.id, cited, outcome, start, end, grade)

    def sources(self) -> Iterator[SourceFacts]:
        """Return the sources: those that are described in the map, then those that it names."""
        named = self._named()
        if not named:
            return
        cited = self._cited()
        passages = Counter(each.source for each in cited if not isinstance(each, Citation))
        citations = Counter(each.source for each in cited if isinstance(each, Citation))
        known, texts = self.analysis.sources, self.analysis.texts
        for name in named:
            source = known.get(name)
            record = source.record if source else None
            line = self.line if record else self.place(source.span if source else None)[0]
            file = record.file if record else None
            counts = passages[name], citations[name]
            yield SourceFacts(self.home, line, name, source, file, name in texts, *counts)

    def labels(self) -> Iterator[LabelFacts]:
        """Return what the evaluation says of each statement that is no question."""
        evaluation = self.analysis.evaluation
        others = {basis: evaluation.of(basis).standings for basis in Basis}
        for facts in self.statements():
            verdict = evaluation.get(facts.statement.id)
            if verdict is not None:
                standings = {basis: others[basis][verdict.id] for basis in others}
                yield LabelFacts(self.home, facts.line, verdict, standings)

    def findings(self) -> Iterator[FindingFacts]:
        """Return what the checks find, sorted by place."""
        name = self.map.origin.file if self.map.origin else ""
        for finding in check_all([self.analysis], self.analysis.project).findings:
            message = finding.message.replace(name, self.home.file) if name else finding.message
            yield FindingFacts(self.home, finding, self.home.file if finding.file == name else finding.file, message)

    def _named(self) -> dict[str, None]:
        """Return the ids of the sources that the map describes or names, in order."""
        found = dict.fromkeys(source.id for source in self.map.sources)
        if self.map.about:
            found[self.map.about] = None
        found.update((cited.source, None) for cited in self._cited())
        return found

    def _cited(self) -> list[Cited]:
        """Return the passages and citations of the statements, in order."""
        return [cited for statement in self.analysis.graph.statements for cited in statement.cited]


def _strikes(graph: Graph) -> Mapping[str, str]:
    """Return what each attack and undercut strikes at, by its id."""
    found = {step.relation.id: str(graph.attack_kind(step)) for step in graph.steps if not step.pro}
    return found | {undercut.relation.id: str(AttackKind.UNDERCUT) for undercut in graph.undercuts}
