"""Comparing two readings of one text: where they differ, how far they agree, and what makes conclusions differ."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from argmap import collector
from argmap.analysis import Analysis, analyse
from argmap.comparison.agreement.figures import Figures, figures
from argmap.comparison.alignment.groups import Alignment, By
from argmap.comparison.alignment.places import shared_sources
from argmap.comparison.alignment.readings import align_readings
from argmap.comparison.differences.swings import Swing, swings
from argmap.comparison.differences.union import Difference, Union
from argmap.comparison.differences.uniting import unite
from argmap.comparison.rows import Row, rows_of
from argmap.errors import UnknownNameError
from argmap.evaluation.labels import Basis, Standing
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind
from argmap.workflows.weak.points import conclusions


@frozen(eq=False)
class Comparison:
    """Two readings A and B of one text.

    What is asked for is worked out then, and kept.

    Attributes:
        left: The first reading, A.
        right: The second, B.
        basis: Which grounds count.
        sources: The sources of which both have the same text: the id in A by that in B.
        alignment: Which of their statements are which.
    """

    left: Analysis = field(repr=False)
    right: Analysis = field(repr=False)
    basis: Basis
    sources: dict[str, str] = field(repr=False)
    alignment: Alignment = field(repr=False)

    @cached_property
    def union(self) -> Union:
        """Return both in one, of which differences can be taken over."""
        return unite(self.left, self.right, self.alignment, self.sources)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Return what they differ in that counts in an evaluation."""
        return self.union.differences

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Return a row for each statement, relation and citation, with how the readings compare there."""
        return rows_of(self.left, self.right, self.alignment, self.union)

    @cached_property
    def agreement(self) -> Figures:
        """Return how far they agree, as coders report it."""
        return figures(self.left, self.right, self.alignment, self.sources)

    @cached_property
    def conclusions(self) -> tuple[tuple[str, str, Standing, Standing], ...]:
        """Return the conclusions that both have: their ids and their standings in A and in B.

        These are recommendations of either; without any, what reasons lead to and what leads to nothing else.
        """
        return tuple(self._conclusions())

    @property
    def lone(self) -> tuple[tuple[str, Standing, bool], ...]:
        """Return the recommendations without a counterpart: the id, the standing, and whether it is B that has it."""
        known = {name for one, other, _, _ in self.conclusions for name in ((one, False), (other, True))}
        return tuple(
            (s.id, analysis.evaluation.of(self.basis)[s.id].standing, is_right)
            for is_right, analysis in ((False, self.left), (True, self.right))
            for s in analysis.graph.statements
            if s.kind is Kind.RECOMMENDATION and (s.id, is_right) not in known
        )

    @cached_property
    def swings(self) -> tuple[Swing, ...]:
        """Return the conclusions that stand otherwise in B than in A, and the smallest sets of differences that do it.

        Raises:
            CertificateError: A set does not do what it is said to do, which is a bug in argmap.
        """
        with collector.paused():
            return tuple(swings(self.union, self.conclusions, self.basis))

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """Return what to know of the comparison, each a sentence without its end."""
        return tuple(self._notes())

    @property
    def is_same(self) -> bool:
        """Tell whether the readings agree throughout."""
        return all(row.is_same for row in self.rows)

    def _conclusions(self) -> Iterator[tuple[str, str, Standing, Standing]]:
        ones, others = (set(conclusions(analysis)) for analysis in (self.left, self.right))
        standings = [analysis.evaluation.of(self.basis).standings for analysis in (self.left, self.right)]
        pairs = [pair for pair in self.alignment.pairs if pair[0] in standings[0] and pair[1] in standings[1]]
        wanted = [
            (one, other)
            for one, other in pairs
            if Kind.RECOMMENDATION in (self.left.map[one].kind, self.right.map[other].kind)
        ]
        for one, other in wanted or [(one, other) for one, other in pairs if one in ones or other in others]:
            yield one, other, standings[0][one], standings[1][other]

    def _notes(self) -> Iterator[str]:
        about = self.left.map.about, self.right.map.about
        if about[0] and about[1] and about[0] != about[1] and self.sources.get(about[1]) != about[0]:
            yield f"A is about {about[0]}, B about {about[1]}: they may be readings of two texts"
        if not any(group.by is By.PASSAGE for group in self.alignment.groups):
            yield "no text that both look into is at hand: statements are compared by their words and quotations alone"


def comparison(left: Analysis, right: Analysis, basis: Basis = Basis.DECLARED) -> Comparison:
    """Compare two readings, each in its project."""
    with collector.paused():
        sources = shared_sources(left, right)
        return Comparison(left, right, basis, sources, align_readings(left, right, sources))


def compare(a: ArgumentMap, b: ArgumentMap, *, basis: Basis | str = Basis.DECLARED) -> Comparison:
    """Compare two readings of one text.

    Args:
        a: The first reading; its project's source records and texts are used.
        b: The second, in its project.
        basis: Which grounds count: ``independent``, ``cited``, ``declared`` or ``granted``.

    Raises:
        ConfigError: The settings of a project are wrong.
        UnknownNameError: There is no such basis.

    Example:
        >>> import argmap
        >>> a = argmap.loads('''
        ... nodes:
        ...   close: {recommendation: Close the road., because: [noise]}
        ...   noise: {premise: It is too loud., cite: survey}
        ... ''')
        >>> b = argmap.loads('''
        ... nodes:
        ...   shut: {recommendation: Close the road., because: [loud]}
        ...   loud: {premise: It is too loud.}
        ... ''')
        >>> found = argmap.compare(a, b)
        >>> [(row.left, [str(verdict) for verdict in row.verdicts]) for row in found.rows if not row.is_same]
        [(('noise: survey (unverified)',), ['only in A'])]
        >>> [(swing.left, str(swing.before), str(swing.after), swing.sets) for swing in found.swings]
        [('close', 'accepted', 'unsupported', ((0,),))]
    """
    if basis not in list(Basis):
        raise UnknownNameError("basis", basis, map(str, Basis))
    return comparison(analyse(a), analyse(b), Basis(basis))
