"""A map as a weighted bipolar graph, whose statements have strengths under gradual semantics.

Statements, citations and reasons are nodes; questions are none.

==============================  ===========================================================================
a statement                     a node; its base score is what is asked for, its credence, or else 0.5
a citation that is a ground     a node that supports its statement, or attacks it where it contradicts;
                                its base score is its weight, or else 0.5
a support or attack             a node whose strength is its weight, or else 1, times that of the weakest of
                                its premises; it supports or attacks its conclusion
an undercut                     such a node too, which attacks the reason or citation it strikes at
what outweighs an attack        such a node too, which attacks that attack: the author's judgement weighs as
                                much as the reason does that it names
a contradiction                 each of two statements attacks the other
==============================  ===========================================================================

A reason is as strong as its weakest premise, not as the product of all: that would punish detail, and five premises of
0.8 would make a reason of 0.33. With a weight of 1 where nobody has said, a map without linked reasons, citations and
weights is the very graph that the literature would draw of its statements.

Supports that go round are left out first: circular ones, which rest on nothing else, and question-begging ones, some
premise of which cannot be derived without their own conclusion. Every statement has a base score, so each that no
reason supports is taken to rest on itself. Citations count as the evaluation grades them: one whose passage is missing
or disputed is no ground. Proof standards and orders of values play no part: numbers weigh, and they would weigh twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import define, field

from argmap import collector
from argmap.errors import UnknownNameError
from argmap.evaluation.grounding import Grounding
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Grade
from argmap.evaluation.necessity import Needs
from argmap.evaluation.program import Program
from argmap.evaluation.repairs import Circles
from argmap.evaluation.translation import GRANTED, NEVER
from argmap.frameworks.numbers import up_to_one
from argmap.frameworks.strengths.bipolar import BipolarGraph
from argmap.frameworks.strengths.gradual import DEFAULT
from argmap.frameworks.strengths.ranking import CHECKS, Ranking, ranking
from argmap.graph import Graph, Step
from argmap.model.citations import Citation, Stance
from argmap.model.statements import Kind, Statement
from argmap.wording import counted

NEUTRAL = 0.5
"""The base score of statements and citations of which nobody has said how strong they are."""

WHOLE = 1.0
"""The weight of reasons of which nobody has said how much they weigh."""


def strengths(
    graph: Graph,
    grades: Grades | None = None,
    semantics: str = DEFAULT,
    check: Iterable[str] = CHECKS,
    base: Mapping[str, float] | None = None,
) -> Ranking:
    """Rank the statements of a map by their strength.

    Args:
        graph: The map.
        grades: How good each citation is, by id; one without a grade is an unverified ground.
        semantics: The gradual semantics that ranks.
        check: Those that its order is compared with.
        base: Base scores of statements and citations, and weights of reasons, by id; they go before those of the map.

    Returns:
        The statements that are no questions, ranked.

    Raises:
        UnknownNameError: There is no such semantics, or nothing in the map has an id that is given a base score.
        WrongNumberError: A base score is not from 0 to 1.
    """
    with collector.paused():
        drawn, told = bipolar(graph, grades or {}, base or {})
    subjects = range(sum(map(_takes_part, graph.statements)))
    return ranking(drawn, semantics, check, subjects, told)


def bipolar(graph: Graph, grades: Grades, base: Mapping[str, float]) -> tuple[BipolarGraph, tuple[str, ...]]:
    """Draw a map as a weighted bipolar graph; the statements that are no questions come first.

    Returns:
        The graph, and what to know of it, in a sentence each.
    """
    drawing = _Drawing(graph, base)
    for index, statement in enumerate(graph.statements):
        if _takes_part(statement):
            drawing.places[index] = drawing.node(statement.id, _or(statement.credence, NEUTRAL))
    left_out = _cite(drawing, grades)
    circular, begging = going_round(graph, grades)
    _reasons(drawing, circular | begging)
    _undercuts(drawing)
    for pair in graph.contradictions:
        if pair.first in drawing.places and pair.second in drawing.places:
            first, second = drawing.places[pair.first], drawing.places[pair.second]
            drawing.attackers[first].add(second)
            drawing.attackers[second].add(first)
    return drawing.finished(), tuple(_told(graph, left_out, circular, begging))


def going_round(graph: Graph, grades: Grades) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of the supports that are circular, and of those that beg the question.

    Every statement that no reason supports is taken to rest on itself, and every citation that counts to be a ground.
    """
    program = Program.of(graph, grades)
    ratings = (_rating(grades, part, level) for part, level in zip(program.parts, program.levels, strict=True))
    grounding = Grounding.of(program, tuple(ratings))
    loops = Circles.of(grounding, GRANTED).loops
    loop_of = {member: number for number, loop in enumerate(loops) for member in loop}
    circular = frozenset(
        step.relation.id
        for step in graph.steps
        if step.pro and step.conclusion in loop_of and loop_of[step.conclusion] in map(loop_of.get, step.premises)
    )
    parts = (program.parts[rule] for rule in Needs.of(grounding, GRANTED).begging)
    return circular, frozenset(part.relation.id for part in parts if isinstance(part, Step))


def _rating(grades: Grades, part: object, level: int) -> int:
    if isinstance(part, Citation):
        return level if _counts(grades, part) else NEVER
    return GRANTED if isinstance(part, Statement) else level


def _cite(drawing: _Drawing, grades: Grades) -> int:
    """Draw the citations that are grounds, and return how many are none."""
    left_out = 0
    for index, place in drawing.places.items():
        for citation in drawing.graph.statements[index].citations:
            if citation.stance not in {Stance.SUPPORTS, Stance.CONTRADICTS}:
                continue
            if not _counts(grades, citation):
                left_out += 1
                continue
            node = drawing.part(citation.id, _or(citation.weight, NEUTRAL))
            acted = drawing.supporters if citation.stance is Stance.SUPPORTS else drawing.attackers
            acted[place].add(node)
    return left_out


def _reasons(drawing: _Drawing, left_out: Collection[str]) -> None:
    """Draw the supports and attacks, and what outweighs them."""
    for step in drawing.graph.steps:
        if step.relation.id in left_out or not drawing.has((*step.premises, step.conclusion)):
            continue
        node = drawing.part(step.relation.id, _or(step.relation.weight, WHOLE), step.premises)
        acted = drawing.supporters if step.pro else drawing.attackers
        acted[drawing.places[step.conclusion]].add(node)
        for reason in filter(drawing.has, step.outweighed_by):
            names = " + ".join(drawing.graph.statements[premise].id for premise in reason)
            weighing = drawing.node(f"{names} outweighs {step.relation.id}", WHOLE, reason)
            drawing.attackers[node].add(weighing)


def _undercuts(drawing: _Drawing) -> None:
    """Draw the undercuts, and let them strike."""
    drawn = [
        (undercut.target, drawing.part(undercut.relation.id, WHOLE, undercut.premises))
        for undercut in drawing.graph.undercuts
        if drawing.has(undercut.premises)
    ]
    for target, node in drawn:
        for struck in drawing.parts.get(target, ()):
            drawing.attackers[struck].add(node)


def _told(graph: Graph, left_out: int, circular: Collection[str], begging: Collection[str]) -> Iterator[str]:
    """Say what of a map is left out of its graph."""
    if left_out:
        yield f"left out: {counted(left_out, 'citation')} that may not count, as the passage is missing or disputed"
    if circular:
        yield f"left out: {counted(len(circular), 'circular support')}, which rest on nothing else"
    if begging:
        yield f"left out: {counted(len(begging), 'question-begging support')}"
    demanding = sum(statement.standard is not None for statement in graph.statements)
    if demanding:
        yield f"left aside: {counted(demanding, 'proof standard')}; strengths weigh by numbers alone"


def _takes_part(statement: Statement) -> bool:
    return statement.kind is not Kind.QUESTION


def _counts(grades: Grades, citation: Citation) -> bool:
    """Tell whether a citation is a ground."""
    return grades.get(citation.id, Grade.UNVERIFIED) not in {None, Grade.DISPUTED}


def _or(said: float | None, otherwise: float) -> float:
    return otherwise if said is None else said


@define
class _Drawing:
    """A graph as far as it is drawn.

    Attributes:
        graph: The map.
        base: The base scores that were asked for, by id.
        places: The node of each statement, by its index in the map.
        parts: The nodes of citations, reasons and undercuts, by id.
    """

    graph: Graph
    base: Mapping[str, float]
    places: dict[int, int] = field(factory=dict)
    parts: dict[str, list[int]] = field(factory=dict)
    bases: dict[str, float] = field(factory=dict)
    attackers: list[set[int]] = field(factory=list)
    supporters: list[set[int]] = field(factory=list)
    linked: dict[int, tuple[int, ...]] = field(factory=dict)

    def node(self, name: str, base: float, premises: Iterable[int] = ()) -> int:
        """Draw a node; where a name comes again, it gets a number."""
        index, number, shown = len(self.bases), 1, name
        while shown in self.bases:
            number += 1
            shown = f"{name} ({number})"
        self.bases[shown] = self.base.get(name, base)
        self.attackers.append(set())
        self.supporters.append(set())
        if premises:
            self.linked[index] = self.placed(premises)
        return index

    def part(self, name: str, base: float, premises: Iterable[int] = ()) -> int:
        """Draw a node that an undercut may strike at by its name."""
        node = self.node(name, base, premises)
        self.parts.setdefault(name, []).append(node)
        return node

    def has(self, statements: Iterable[int]) -> bool:
        """Tell whether all statements are drawn."""
        return all(index in self.places for index in statements)

    def placed(self, statements: Iterable[int]) -> tuple[int, ...]:
        """Return the nodes of statements, each once."""
        return tuple(dict.fromkeys(self.places[index] for index in statements))

    def finished(self) -> BipolarGraph:
        """Return the graph."""
        for name, base in self.base.items():
            if name not in self.bases:
                raise UnknownNameError("statement, citation or reason", name, self.bases)
            up_to_one(base, "the base score of", name)
        attackers, supporters = (
            tuple(tuple(sorted(each)) for each in sets) for sets in (self.attackers, self.supporters)
        )
        return BipolarGraph(
            tuple(self.bases), tuple(map(float, self.bases.values())), attackers, supporters, self.linked
        )
