"""A map as arguments that are its lines of reasons, and their attacks: an exact image of its evaluation.

A *line* for a statement takes one reason for it, and one for each statement that this rests on, down to grounds, and
goes round nowhere. A line is an argument. What it denies, that one of its statements is beaten, or one of its steps or
citations cut, is concluded by other lines, and these attack it (Dung 1995). Where a single statement strikes with
nothing in between that could be denied, its own lines attack, so that a map of cited claims that attack each other is
the framework as it was drawn; a linked attack, one that is undercut or weighed, and a citation against something are
arguments of their own.

Complete extensions are the three-valued stable models of the translation, one to one, and so grounded is well-founded,
and preferred, stable and ideal are what they are called there (Wu, Caminada & Gabbay 2009; Caminada, Sá, Alcântara &
Dvořák 2015; Caminada et al. 2022). Semi-stable and eager extensions compare *arguments* that are left undecided, not
statements, and may differ from the models in which the fewest statements are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from argmap.errors import TooManyError
from argmap.evaluation.exports.export import Argument, Export, named, numbered, told
from argmap.evaluation.program import Program
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import Comparison, id_of
from argmap.frameworks.framework import Framework
from argmap.frameworks.structured.derivations import MOST_ARGUMENTS, MOST_ATTACKS, derive
from argmap.model.citations import Citation
from argmap.model.statements import Statement

_LINES = "lines of reasons"


@frozen(eq=False)
class Line:
    """A reason, and a line for each statement that it rests on.

    Attributes:
        rule: The rule of the program at its top.
        parts: The lines below.
        denied: The atoms that must not hold, on it as a whole.
        chosen: The rule it takes for each atom that has several.
    """

    rule: int
    parts: tuple[Line, ...] = field(repr=False)
    denied: frozenset[int]
    chosen: dict[int, int] = field(repr=False)

    def rules(self) -> list[int]:
        """Return the rules on it, each once, from the top down."""
        found = {self.rule: None}
        todo = [self]
        for line in todo:
            fresh = [part for part in line.parts if part.rule not in found]
            found.update(dict.fromkeys(part.rule for part in fresh))
            todo += fresh
        return list(found)


@frozen(eq=False)
class Live:
    """The rules of a solution that can ever apply: those that are honoured and all of whose premises are supported.

    Attributes:
        program: All rules.
        rules: The numbers of those.
        strikes: The statement whose lines conclude an atom beside their own, by the number of the live rule that says
            so: it has that one premise, and denies nothing that could hold.
        denied: What each of the rules denies that could hold.
    """

    program: Program
    rules: tuple[int, ...]
    strikes: dict[int, int]
    denied: dict[int, frozenset[int]]

    @classmethod
    def of(cls, solution: Solution) -> Live:
        """Take the live rules of a solution."""
        program, levels, limit = solution.program, solution.grounding.levels, solution.limit
        rules = [
            rule
            for rule, premises in enumerate(program.positive)
            if solution.honours(rule) and all(levels[premise] <= limit for premise in premises)
        ]
        possible = {program.heads[rule] for rule in rules}
        denied = {rule: possible.intersection(program.negative[rule]) for rule in rules}
        wanted = set().union(*denied.values()) if denied else set()
        rules = [rule for rule in rules if program.heads[rule] < program.statements or program.heads[rule] in wanted]
        strikes = {
            rule: program.positive[rule][0]
            for rule in rules
            if program.heads[rule] >= program.statements and len(program.positive[rule]) == 1 and not denied[rule]
        }
        return cls(program, tuple(rules), strikes, {rule: frozenset(denied[rule]) for rule in rules})


def lines(solution: Solution, most: int = MOST_ARGUMENTS) -> Export:
    """Make an abstract framework of the lines of a map.

    Args:
        solution: What is found of the map on some basis.
        most: How many lines may be made.

    Raises:
        TooManyError: There are more, or they attack each other more than a million times.
    """
    live = Live.of(solution)
    concluding = _derived(live, most)
    order = [(atom, line) for atom in sorted(concluding) for line in concluding[atom]]
    names = numbered([_name(live.program, atom, line) for atom, line in order])
    numbers: dict[int, list[int]] = {}
    for number, (atom, _) in enumerate(order):
        numbers.setdefault(atom, []).append(number)
    arguments_of = {
        s.id: tuple(names[number] for number in numbers.get(index, ()))
        for index, s in enumerate(live.program.graph.statements)
        if s.kind is not s.kind.QUESTION
    }
    framework = Framework(tuple(names), tuple(_attackers(live, [line for _, line in order], numbers)))
    return Export(
        framework, "lines", arguments_of, (), lambda number: _told(live.program, names[number], *order[number])
    )


def _derived(live: Live, most: int) -> dict[int, list[Line]]:
    """Return the lines for each statement, and for each atom that is struck with by more than a line of a statement."""
    program = live.program
    rules = [rule for rule in live.rules if rule not in live.strikes]
    heads = [program.heads[rule] for rule in rules]
    branching = {head for head, count in Counter(heads).items() if count > 1}
    denials = 0

    def combine(number: int, parts: tuple[Line, ...]) -> Line | None:
        nonlocal denials
        rule = rules[number]
        chosen: dict[int, int] = {}
        for part in parts:
            for atom, other in part.chosen.items():
                if chosen.setdefault(atom, other) != other:
                    return None
        if heads[number] in chosen:
            return None
        if heads[number] in branching:
            chosen[heads[number]] = rule
        denied = live.denied[rule].union(*(part.denied for part in parts))
        denials += len(denied)
        if denials > MOST_ATTACKS:
            raise TooManyError(MOST_ATTACKS, "attacks between lines of reasons")
        return Line(rule, parts, denied, chosen)

    return derive([(program.heads[rule], program.positive[rule]) for rule in rules], combine, most, _LINES)


def _attackers(live: Live, order: Sequence[Line], numbers: dict[int, list[int]]) -> Iterator[tuple[int, ...]]:
    """Return the attackers of each line: what concludes one of the atoms that it denies."""
    program = live.program
    strikers: dict[int, set[int]] = {}
    for atom, own in numbers.items():
        if atom >= program.statements:
            strikers[atom] = set(own)
    for rule, premise in live.strikes.items():
        strikers.setdefault(program.heads[rule], set()).update(numbers[premise])
    attacks = 0
    for line in order:
        found = set().union(*(strikers[atom] for atom in line.denied)) if line.denied else set()
        attacks += len(found)
        if attacks > MOST_ATTACKS:
            raise TooManyError(MOST_ATTACKS, "attacks between lines of reasons")
        yield tuple(sorted(found))


def _name(program: Program, atom: int, line: Line) -> str:
    statements = program.graph.statements
    if atom < program.statements:
        return statements[atom].id
    return named(program.parts[line.rule], [statements[premise].id for premise in program.positive[line.rule]])


def _told(program: Program, name: str, atom: int, line: Line) -> Argument:
    """Tell what a line is in the map."""
    rules, statements = line.rules(), program.graph.statements
    parts = [program.parts[rule] for rule in rules]
    held = [program.heads[rule] for rule in rules if program.heads[rule] < program.statements]
    reasons = "; ".join(told(part, program.levels[rule]) for rule, part in zip(rules, parts, strict=True))
    return Argument(
        name,
        f"{statements[atom].id}: {reasons}" if atom < program.statements else reasons,
        statements[atom].id if atom < program.statements else None,
        tuple(dict.fromkeys(statements[index].id for index in held)),
        tuple(id_of(part) for part in parts if not isinstance(part, Citation | Statement | Comparison)),
        tuple(part.id for part in parts if isinstance(part, Citation | Statement)),
    )
