"""The analysis of a map: all that is worked out about it in its project, each part when it is first asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import itemgetter

from attrs import evolve, frozen

from argmap.errors import CertificateError, UnknownNameError
from argmap.evaluation.audiences import Audience
from argmap.evaluation.certificate.claims import Outcome
from argmap.evaluation.evaluate import evaluate as evaluate_map
from argmap.evaluation.grounds import Grades
from argmap.evaluation.grounds import grades as graded
from argmap.evaluation.labels import Basis
from argmap.evaluation.verdict import Evaluation
from argmap.evaluation.why import Why
from argmap.evidence.fairness.dispute import Dispute, Misuse
from argmap.evidence.fairness.judge import disputes
from argmap.evidence.fairness.settling import dispute_key
from argmap.evidence.fairness.telling import remark
from argmap.evidence.lockfile import Lock, Review
from argmap.evidence.locks.changes import Changes, changed, edited
from argmap.evidence.locks.review import Fingerprints
from argmap.evidence.passages.describe import describe_all
from argmap.evidence.passages.resolution import Resolution, Resolutions
from argmap.evidence.passages.resolve import anchors, resolve
from argmap.evidence.passages.search import Searched
from argmap.graph import Graph
from argmap.model.citations import Citation, Cited, Selector, Stance
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding, Severity
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.native.characters import is_stray
from argmap.project.addressed import with_ids
from argmap.project.discovery import project_of
from argmap.project.project import Project
from argmap.text import Span

_JUDGED = (Stance.SUPPORTS, Stance.CONTRADICTS)
_AGAINST = (Misuse.DENIAL, Misuse.CONDITION, Misuse.ELLIPSIS)
"""What a passage that contradicts a statement does to it anyway, by its own words."""


@frozen
class Analysis:
    """A map in its project, and what is worked out about it.

    Attributes:
        map: The map.
        project: Its project.

    Example:
        >>> import argmap
        >>> m = argmap.loads('''
        ... nodes:
        ...   wet: {claim: The street is wet., because: [rain]}
        ...   rain: {claim: It rained.}
        ... ''')
        >>> argmap.analyse(m).evaluation["wet"].missing
        ('rain',)
    """

    map: ArgumentMap
    project: Project

    @cached_property
    def graph(self) -> Graph:
        """Return the look-ups of the map."""
        return Graph.of(self.map)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Return every known source by id: the map's own and the project's."""
        return {**self.project.records, **{source.id: source for source in self.map.sources}}

    @property
    def texts(self) -> Mapping[str, str]:
        """Return the text of each source that the map names and whose text is at hand, by id."""
        return self._texts[0]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return a finding for each source text that is there but cannot be used."""
        return self._texts[1]

    @cached_property
    def _texts(self) -> tuple[Mapping[str, str], tuple[Finding, ...]]:
        named = {self.map.about, *(source for source, _ in anchors(self.map))}
        wanted = (s for name, s in self.sources.items() if name in named and name not in self.map.texts)
        texts, unreadable = self.project.texts(wanted, self.map)
        return {**texts, **self.map.texts}, tuple(unreadable)

    @property
    def lock(self) -> Lock | None:
        """Return what the passages held when they were last verified; None in a project without a lock."""
        return self.project.lock

    @property
    def path(self) -> str:
        """Return the path of the map's file from the project's folder; empty for one made in code."""
        origin = self.map.origin
        return self.project.relative(origin.name) if origin and origin.file else ""

    @cached_property
    def resolutions(self) -> Resolutions:
        """Return what became of each passage and citation."""
        return resolve(self.map, self.sources, self.texts, self.lock)

    @cached_property
    def anchored(self) -> tuple[tuple[Statement, Cited, Resolution], ...]:
        """Return the passages and citations of the map, in order, with what became of each."""
        found: list[tuple[Statement, Cited, Resolution]] = []
        for statement in self.graph.statements:
            for cited in statement.cited:
                resolution = self.resolutions.get((cited.source, cited.selector))
                if resolution is not None:
                    found.append((statement, cited, resolution))
        return tuple(found)

    @cached_property
    def anchored_once(self) -> tuple[tuple[Statement, Cited, Resolution], ...]:
        """Return what is `anchored`, once for each statement and place, be that a passage, a citation or both."""
        found: dict[tuple[str, str, Selector | None], tuple[Statement, Cited, Resolution]] = {}
        for entry in self.anchored:
            found.setdefault((entry[0].id, entry[1].source, entry[1].selector), entry)
        return tuple(found.values())

    @cached_property
    def raised(self) -> Mapping[str, tuple[Dispute, ...]]:
        """Return what is unfair about citations, by id, whether a person has looked at it or not; fair ones left out.

        A citation is judged that supports or contradicts, where its passage stands at a single place of a text that is
        at hand. An objection that the analysed text reports is the voice of others, and may be.
        """
        found: dict[str, tuple[Dispute, ...]] = {}
        for statement in self.graph.statements:
            is_objection = statement.kind is Kind.OBJECTION
            said = f"{statement.title}. {statement.text}" if statement.title else statement.text
            for citation in statement.citations:
                judged = not citation.fair and citation.stance in _JUDGED
                disputed = self._disputed(citation, said) if judged else ()
                if is_objection and citation.source == self.map.about:
                    disputed = tuple(each for each in disputed if each.misuse is not Misuse.VOICE)
                if disputed:
                    found[citation.id] = disputed
        return found

    @cached_property
    def disputes(self) -> Mapping[str, tuple[Dispute, ...]]:
        """Return what is unfair about citations, by id, but for what a person saw who reviewed its statement."""
        found: dict[str, tuple[Dispute, ...]] = {}
        for statement in self.graph.statements:
            raised = [citation for citation in statement.citations if citation.id in self.raised]
            seen = self._settled(statement) if raised else ()
            for citation in raised:
                rest = tuple(each for each in self.raised[citation.id] if self._key(citation, each) not in seen)
                if rest:
                    found[citation.id] = rest
        return found

    @cached_property
    def fair_selectors(self) -> Mapping[tuple[str, Span], Selector | None]:
        """Return how to cite the passages that are fair in place of disputed ones, by source and span."""
        wanted: dict[str, list[Span]] = {}
        for statement in self.graph.statements if self.disputes else ():
            for citation in statement.citations:
                spans = [dispute.fair for dispute in self.disputes.get(citation.id, ())]
                wanted.setdefault(citation.source, []).extend(spans)
        return {
            (source, span): selector
            for source, spans in wanted.items()
            if spans
            for span, selector in describe_all(spans, Searched(self.texts[source])).items()
        }

    def _settled(self, statement: Statement) -> tuple[str, ...]:
        """Return the disputes that a person saw who reviewed a statement as it is."""
        review = self.lock.reviews.get((self.path, statement.id)) if self.lock else None
        return review.disputes if review and review.own == self.fingerprints.own[statement.id] else ()

    def dispute_keys(self, statement: str) -> tuple[str, ...]:
        """Return what a review of a statement remembers the disputes over its citations by."""
        citations = self.graph.statements[self.graph.index_of[statement]].citations
        return tuple(self._key(citation, each) for citation in citations for each in self.raised.get(citation.id, ()))

    def _key(self, citation: Citation, dispute: Dispute) -> str:
        return dispute_key(citation, dispute, self.texts.get(citation.source, ""))

    @cached_property
    def remarks(self) -> Mapping[str, str]:
        """Return what is said against disputed citations, by id, in a few words."""
        citations = (citation for statement in self.graph.statements for citation in statement.citations)
        return {
            c.id: remark(self.disputes[c.id], self.texts.get(c.source, "")) for c in citations if c.id in self.disputes
        }

    def _disputed(self, citation: Citation, said: str) -> tuple[Dispute, ...]:
        resolution = self.resolutions.get((citation.source, citation.selector))
        if citation.selector is None or resolution is None or len(resolution.places) != 1:
            return ()
        source = self.sources.get(citation.source)
        language = source.language if source else None
        (place,) = resolution.places
        found = disputes(self.texts[citation.source], place, citation.selector.phrases, said, language)
        if citation.stance is Stance.SUPPORTS:
            return found
        return tuple(dispute for dispute in found if not (dispute.misuse in _AGAINST and _within(dispute.words, place)))

    @cached_property
    def grades(self) -> Grades:
        """Return how good a ground each citation is, by id; None for one whose passage is missing."""
        return graded(self.map, self.sources, self.resolutions, self.disputes)

    @cached_property
    def evaluation(self) -> Evaluation:
        """Return the grounding and standing of every statement on declared grounds; on others by its ``of``."""
        return evaluate_map(self.map, self.grades, graph=self.graph)

    @cached_property
    def audiences(self) -> Mapping[str, Audience]:
        """Return the map as each of its orders of values has it weighed, by the name of the order."""
        return {order.id: Audience.of(self.map, order, self.grades) for order in self.map.orders}

    def seen_by(self, order: str | None) -> Evaluation:
        """Return the evaluation on declared grounds, as an order of values has the map weighed if one is named.

        Raises:
            UnknownNameError: The map has no such order.
        """
        return self.evaluation if order is None else self._audience(order).evaluation

    def weighed_by(self, order: str | None) -> Analysis:
        """Return the analysis of the map as an order of values has it weighed if one is named, else this one.

        Raises:
            UnknownNameError: The map has no such order.
        """
        return self if order is None else evolve(self, map=self._audience(order).map)

    def _audience(self, order: str) -> Audience:
        if order not in self.audiences:
            raise UnknownNameError("order of values", order, self.audiences)
        return self.audiences[order]

    def certify(
        self,
        evaluation: Evaluation,
        reasons: Iterable[Why] = (),
        order: str | None = None,
        *,
        remarks: bool = False,
        answered: Iterable[str] = (),
    ) -> Outcome:
        """Check every standing and grade of an evaluation, and some reasons, by code that shares nothing with the rest.

        Args:
            evaluation: An evaluation of the map.
            reasons: Reasons for verdicts; all that they rest on is checked too.
            order: The order of values that the map was weighed by, if it was by one.
            remarks: Whether the words that qualify the standings are checked too.
            answered: The undecided statements whose deciding answers are checked too.

        Returns:
            How much was checked.

        Raises:
            CertificateError: Something is wrong, which is a bug in argmap.
        """
        m = self.map if order is None else self.audiences[order].map
        outcome = evaluation.certified(m, self.grades, reasons, remarks=remarks, answered=answered)
        if outcome.wrong:
            raise CertificateError(outcome.wrong)
        return outcome

    @cached_property
    def fingerprints(self) -> Fingerprints:
        """Return the digests of the statements and of all that they rest on, which reviews hold."""
        return Fingerprints.of(self.graph, self.sources, self.texts, self.resolutions, self.lock)

    @cached_property
    def reviews(self) -> Mapping[str, Review]:
        """Return the last review of each statement that a person has looked at, by id."""
        kept = self.lock.reviews.values() if self.lock else ()
        return {review.statement: review for review in kept if review.map == self.path}

    @cached_property
    def changes(self) -> Changes:
        """Return what has changed since it was locked or reviewed."""
        passages = changed(self.anchored_once)
        found = edited(self.fingerprints, self.reviews.values()) | passages if self.reviews else passages
        ordered = {statement.id: found[statement.id] for statement in self.graph.statements if statement.id in found}
        return Changes(ordered, self.fingerprints.premises if found else {})

    @cached_property
    def undefined(self) -> frozenset[str | None]:
        """Return the statements that are only referred to; that each needs a text, its reader has said."""
        findings = self.map.origin.findings if self.map.origin else ()
        return frozenset(finding.node for finding in findings if finding.name == "unknown-reference")

    @cached_property
    def unread(self) -> tuple[Finding, ...]:
        """Return the errors of form that reading found: something of the map may not have been read."""
        found = self.map.origin.findings if self.map.origin else ()
        return tuple(f for f in found if f.severity is Severity.ERROR and f.code < "AM1" and not is_stray(f.message))

    @cached_property
    def misread(self) -> Mapping[str, tuple[Finding, ...]]:
        """Return the errors that reading found within statements, by id: something of these may not have been read."""
        origin = self.map.origin
        found_in = origin.findings if origin else ()
        errors = [f for f in found_in if f.severity is Severity.ERROR and not is_stray(f.message)]
        found: dict[str, list[Finding]] = {}
        if origin and errors:
            starts = sorted((s.span.start, s.id) for s in self.map.statements if s.span)
            for error in errors:
                offset = origin.lines.start(error.line) + error.column - 1
                at = bisect_right(starts, offset, key=itemgetter(0)) - 1
                if at >= 0:
                    found.setdefault(starts[at][1], []).append(error)
        return {name: tuple(each) for name, each in found.items()}


def _within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def analyse(m: ArgumentMap, project: Project | None = None) -> Analysis:
    """Return the analysis of a map in its project; sources that it names by an address have their ids there.

    Args:
        m: The map.
        project: Its project, where it is known already; else it is looked for around the map's file.

    Raises:
        ConfigError: The settings of its project are wrong.
    """
    around = project or project_of(m)
    return Analysis(with_ids(m, (*around.records.values(), *m.sources)), around)


def evaluate(m: ArgumentMap, *, basis: Basis | str = Basis.DECLARED) -> Evaluation:
    """Evaluate a map: grounding and standing of every statement, with citations looked up in their sources.

    Args:
        m: The map; its project's source records and texts are used.
        basis: Which grounds count: ``independent``, ``cited``, ``declared`` or ``granted``.

    Returns:
        A verdict for every statement that is no question, by id.

    Raises:
        ConfigError: The settings of its project are wrong.
        UnknownNameError: There is no such basis.

    Example:
        >>> import argmap
        >>> m = argmap.loads('''
        ... nodes:
        ...   wet: {claim: The street is wet., because: [rain]}
        ...   rain: {assumption: It rained.}
        ... ''')
        >>> str(evaluate(m)["wet"].standing), str(evaluate(m, basis="cited")["wet"].standing)
        ('accepted', 'unsupported')
    """
    if basis not in list(Basis):
        raise UnknownNameError("basis", basis, map(str, Basis))
    return analyse(m).evaluation.of(basis)
