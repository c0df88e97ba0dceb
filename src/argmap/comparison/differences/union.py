"""What two maps differ in, one thing at a time, and the first map with some of these things taken over from the second.

Only what counts in an evaluation is a difference here: statements and how they are divided, their kind where that
counts, their proof standard, citations, and relations. What comes with a statement comes and goes with it: its
citations, and the relations that join it to what is there.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Generic, TypeVar

from attrs import evolve, frozen

from argmap.comparison.differences.citations import CitedPair
from argmap.comparison.differences.counterparts import Counterparts
from argmap.comparison.differences.names import Names
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Grade
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.standards import Standard
from argmap.model.statements import Kind, Statement

_T = TypeVar("_T")


class What(StrEnum):
    """What kind of thing two maps differ in."""

    STATEMENT = "statement"
    DIVISION = "division"
    KIND = "kind"
    STANDARD = "standard"
    CITATION = "citation"
    RELATION = "relation"


@frozen
class Difference:
    """One thing that two maps differ in, and that can be taken over by itself.

    Attributes:
        what: What kind of thing.
        on: The statement that it is at, by its id in the first map, or in the second if only that has it; empty for
            relations.
        left: What the first map has, in words; empty where it has nothing.
        right: What the second has.
    """

    what: What
    on: str
    left: str
    right: str


@frozen
class Gated(Generic[_T]):
    """A part of a map that is there until a difference is taken over, or from then on.

    Attributes:
        value: The part.
        number: Of the difference; None for what both maps have.
        comes: Whether it comes with the difference.
    """

    value: _T
    number: int | None = None
    comes: bool = False

    def stands(self, taken: Collection[int]) -> bool:
        """Tell whether it is there when some differences are taken over."""
        return self.number is None or (self.number in taken) is self.comes


@frozen
class Graded:
    """A citation, and how good a ground it is."""

    citation: Citation
    grade: Grade | None


@frozen
class Node:
    """A statement, and in what it varies.

    Attributes:
        statement: The statement, without its citations.
        kinds: Its kinds.
        standards: Its proof standards.
        citations: Its citations.
    """

    statement: Statement
    kinds: tuple[Gated[Kind], ...]
    standards: tuple[Gated[Standard | None], ...]
    citations: tuple[Gated[Graded], ...]

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """Return the numbers of the differences in it."""
        kinds, standards = (kind.number for kind in self.kinds), (standard.number for standard in self.standards)
        return (*kinds, *standards, *(citation.number for citation in self.citations))

    def taking(self, taken: Collection[int]) -> Statement:
        """Return the statement when some differences are taken over."""
        return evolve(
            self.statement,
            kind=next(kind.value for kind in self.kinds if kind.stands(taken)),
            standard=next(standard.value for standard in self.standards if standard.stands(taken)),
            citations=tuple(each.value.citation for each in self.citations if each.stands(taken)),
        )


@frozen(eq=False)
class Union:
    """Two maps in one, of which some differences can be taken over.

    Attributes:
        differences: What they differ in.
        nodes: Their statements.
        relations: Their relations.
        counterparts: Which relations of the one are which of the other.
        citations: Which citations are which, of statements that are one and one.
        names: The names of the second map in it.
    """

    differences: tuple[Difference, ...]
    nodes: tuple[Gated[Node], ...]
    relations: tuple[Gated[Relation], ...]
    counterparts: tuple[Counterparts, ...]
    citations: tuple[CitedPair, ...]
    names: Names

    def taking(self, taken: Collection[int]) -> tuple[ArgumentMap, Grades]:
        """Return the first map with some differences taken over, by their numbers, and the grades of its citations."""
        nodes = [node.value for node in self.nodes if node.stands(taken)]
        relations = tuple(relation.value for relation in self.relations if relation.stands(taken))
        graded = (each.value for node in nodes for each in node.citations if each.stands(taken))
        grades = {each.citation.id: each.grade for each in graded}
        return ArgumentMap(statements=tuple(node.taking(taken) for node in nodes), relations=relations), grades
