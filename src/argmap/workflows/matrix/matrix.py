"""The matrix of evidence and competing claims, as in the analysis of competing hypotheses (Heuer 1999).

It shows what the map says, and declares no winner: numbers of lines are not weights, and one piece of evidence against
a claim may count for more than many for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import field, frozen

from argmap import collector
from argmap.analysis import Analysis
from argmap.evaluation.labels import Basis, Grade
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import GRADE
from argmap.model.citations import Citation
from argmap.model.sources import Source, roots
from argmap.workflows.matrix.lines import Bearing, Mark, bearings
from argmap.workflows.matrix.rivals import Rivals

MOST_CLAIMS = 100
"""How many claims of one group are compared."""


class Apart(StrEnum):
    """Whether a piece of evidence says something else of one competing claim than of another."""

    YES = "yes"
    AS_DRAWN = "as drawn"
    NO = "no"


@frozen
class Row:
    """A piece of evidence.

    Attributes:
        name: Id of a statement with a ground of its own, of a citation against a statement, or of a source.
        text: Of the statement, what is quoted, or the title of the source.
        sources: Ids of the sources behind it.
        grade: How good a ground it is, at best; None for one that is merely granted.
        bearing: What it says of the claims.
        claims: How many claims there are.
    """

    name: str
    text: str
    sources: tuple[str, ...]
    grade: Grade | None
    bearing: Bearing
    claims: int = field(repr=False)

    def pro(self, claim: int) -> Mark | None:
        """Return what speaks for a claim, by its number from 0."""
        return self.bearing.pro.at(claim)

    def con(self, claim: int) -> Mark | None:
        """Return what speaks against a claim, by its number from 0."""
        return self.bearing.con.at(claim)

    @property
    def apart(self) -> Apart:
        """Tell whether it tells the claims apart: by lines that stand, only by lines that do not, or not at all."""
        standing, drawn = self.diagnosticity
        return Apart.YES if standing else Apart.AS_DRAWN if drawn else Apart.NO

    @property
    def diagnosticity(self) -> tuple[int, int]:
        """Return how far it tells the claims apart, by lines that stand, and by all.

        Over every pair of claims, it counts 2 where it speaks for the one and against the other, and 1 where it does so
        for one alone; what speaks for and against the same claim counts as saying nothing of it.
        """
        pro, con = self.bearing.pro, self.bearing.con
        return self._spread(pro.standing, con.standing), self._spread(pro.drawn, con.drawn)

    def _spread(self, pro: int, con: int) -> int:
        helped, harmed = (pro & ~con).bit_count(), (con & ~pro).bit_count()
        return (self.claims - helped - harmed) * (helped + harmed) + 2 * helped * harmed


@frozen
class Count:
    """How much evidence speaks for or against a claim.

    Attributes:
        drawn: All pieces of evidence.
        standing: Those that a line stands from.
        origins: The sources behind the standing ones, where those that report the same source are one.
    """

    drawn: int
    standing: int
    origins: int


@frozen
class Matrix:
    """Evidence and competing claims.

    Attributes:
        rivals: The claims.
        texts: Of the claims, in order.
        question: Text of the question that they answer; empty where there is none.
        exclusive: Whether any two of the claims contradict each other.
        rows: The evidence, what tells most first.
        left_out: Ids of statements and citations that would speak for or against a claim, if they had a ground that
            counts.
        more: How many further claims are not compared.
    """

    rivals: Rivals
    texts: tuple[str, ...]
    question: str
    exclusive: bool
    rows: tuple[Row, ...] = field(repr=False)
    left_out: tuple[str, ...] = ()
    more: int = 0
    _sources: Mapping[str, Source] = field(factory=dict, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Return what each claim is called."""
        return self.rivals.names

    def count_pro(self, claim: int) -> Count:
        """Count the evidence for a claim, by its number from 0."""
        return self._count((row, row.pro(claim)) for row in self.rows)

    def count_con(self, claim: int) -> Count:
        """Count the evidence against a claim, by its number from 0."""
        return self._count((row, row.con(claim)) for row in self.rows)

    def _count(self, marks: Iterable[tuple[Row, Mark | None]]) -> Count:
        drawn = [(row, mark) for row, mark in marks if mark]
        standing = [row for row, mark in drawn if mark.stands]
        named = {source for row in standing for source in row.sources}
        origins = {each for name in named for each in (roots(name, self._sources) or [name])}
        return Count(len(drawn), len(standing), len(origins))


def matrix(analysis: Analysis, rivals: Rivals, basis: Basis = Basis.DECLARED, *, by_source: bool = False) -> Matrix:
    """Tell what the evidence of a map says of competing claims.

    Args:
        analysis: The map.
        rivals: The claims; of very many, the first are taken.
        basis: Which grounds count.
        by_source: Whether the rows are sources, instead of statements and citations against statements.

    Example:
        >>> import argmap
        >>> from argmap.workflows.matrix.rivals import rivals
        >>> analysis = argmap.analyse(argmap.loads('''
        ... nodes:
        ...   rain: {claim: It rained., because: [street-wet], but: [roofs-dry], contradicts: [pipe]}
        ...   pipe: {claim: A pipe burst., because: [street-wet]}
        ...   street-wet: {evidence: The street is wet., cite: photo}
        ...   roofs-dry: {evidence: The roofs are dry., cite: photo}
        ... '''))
        >>> for row in matrix(analysis, rivals(analysis.graph)[0]).rows:
        ...     print(row.name, row.pro(0), row.con(0), row.apart)
        roofs-dry None Mark(direct=True, stands=True) yes
        street-wet Mark(direct=True, stands=True) None no
    """
    shown = rivals.first(MOST_CLAIMS)
    graph, solution = analysis.graph, analysis.evaluation.of(basis).solution
    claims = [[graph.index_of[name] for name in claim] for claim in shown.claims]
    with collector.paused():
        found = bearings(solution, claims, [graph.index_of[name] for name in shown.others])
    counting = {rule: bearing for rule, bearing in found.items() if solution.honours(rule)}
    named = {_told(solution, rule)[0] for rule in counting}
    rest = dict.fromkeys(name for rule in found if (name := _told(solution, rule)[0]) not in named)
    rows = _rows(analysis, solution, counting, len(claims), by_source=by_source)
    return Matrix(
        shown,
        tuple(" + ".join(analysis.map[name].text for name in claim) for claim in shown.claims),
        analysis.map[rivals.question].text if rivals.question else "",
        shown.exclude_each_other(graph),
        tuple(sorted(rows, key=lambda row: [-each for each in row.diagnosticity])),
        tuple(rest),
        len(rivals.claims) - len(claims),
        analysis.sources,
    )


def _rows(
    analysis: Analysis, solution: Solution, found: Mapping[int, Bearing], claims: int, *, by_source: bool
) -> Iterator[Row]:
    """Return the evidence in the order of the map."""
    parts = solution.program.parts
    rules: dict[str, list[int]] = {}
    for rule in found:
        part = parts[rule]
        if not by_source:
            rules.setdefault(_told(solution, rule)[0], []).append(rule)
        elif isinstance(part, Citation):
            rules.setdefault(part.source, []).append(rule)
    order = {name: at for at, name in enumerate(analysis.graph.ids)}
    for name in rules if by_source else sorted(rules, key=lambda name: order.get(name, len(order))):
        bearing = Bearing()
        for rule in rules[name]:
            bearing |= found[rule]
        cited = dict.fromkeys(part.source for rule in rules[name] if isinstance(part := parts[rule], Citation))
        title = analysis.sources[name].label if by_source and name in analysis.sources else name
        text = title if by_source else _told(solution, rules[name][0])[1]
        grade = GRADE[min(solution.grounding.ratings[rule] for rule in rules[name])]
        yield Row(name, text, tuple(cited), grade, bearing, claims)


def _told(solution: Solution, rule: int) -> tuple[str, str]:
    """Return the id and text of what has a ground: a statement, or a citation against one and what it quotes."""
    program = solution.program
    head, part = program.heads[rule], program.parts[rule]
    if head >= program.statements and isinstance(part, Citation):
        return part.id, part.selector.quote if part.selector else ""
    statement = program.graph.statements[head]
    return statement.id, statement.text
