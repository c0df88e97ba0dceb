"""Preferred readings of what is undecided: how far could one go in taking sides without contradicting oneself?

The readings are the regular models of the program, its three-valued stable models with the most truths, which are the
preferred extensions of the arguments in the map (You & Yuan 1994; Caminada et al. 2015). What is undecided falls into
parts that do not bear on each other, and each is searched for itself. A reading is found by what it denies: a set of
*beaten* and *cut* atoms that, taken as false, leads to no contradiction and to the refutation of whatever would make
one of them true (the admissible assumptions of Bondarenko et al. 1997), and that is as large as can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from argmap.evaluation.standing import FALSE, TRUE, UNDECIDED, Labelling
from argmap.evaluation.support import Grounding
from argmap.graph import strong_components

BUDGET = 400_000
"""How many rules one search may visit before it gives up; about a third of a second."""

_VISITS = 8
"""How often a decision goes through the rules, about."""

_WIDEST = 400
"""How many atoms one may depend on to be searched for by itself."""

_Rule = tuple[int, tuple[int, ...], tuple[int, ...]]


@frozen(eq=False)
class Residue:
    """Rules over undecided atoms only: head, what must hold, what must not."""

    rules: tuple[_Rule, ...]

    @cached_property
    def choices(self) -> frozenset[int]:
        """Give the atoms that some rule denies."""
        return frozenset(atom for _, _, negative in self.rules for atom in negative)

    @cached_property
    def _rules_with(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for number, (_, positive, _) in enumerate(self.rules):
            for atom in positive:
                found.setdefault(atom, []).append(number)
        return found

    def consequences(self, denied: frozenset[int]) -> frozenset[int]:
        """Give what can be derived if just the denied atoms do not hold."""
        waiting = [len(positive) if denied.issuperset(negative) else -1 for _, positive, negative in self.rules]
        todo = [head for (head, _, _), count in zip(self.rules, waiting, strict=True) if not count]
        found = set(todo)
        for atom in todo:
            for number in self._rules_with.get(atom, ()):
                waiting[number] -= 1
                head = self.rules[number][0]
                if not waiting[number] and head not in found:
                    found.add(head)
                    todo.append(head)
        return frozenset(found)

    def within(self, atoms: set[int]) -> Residue:
        """Keep the rules for some atoms, which depend on no others."""
        return Residue(tuple(rule for rule in self.rules if rule[0] in atoms))


@frozen(eq=False)
class Search:
    """The outcome of a search for readings.

    Attributes:
        readings: What holds in each preferred reading that was found.
        complete: Whether these are all.
        visited: How many rules were visited.
    """

    readings: tuple[frozenset[int], ...]
    complete: bool
    visited: int

    @classmethod
    def of(cls, residue: Residue, budget: int) -> Search:
        """Look for the largest admissible denials, deciding one atom at a time and denying first.

        As a denial that holds more is met before one that holds less, each that is found and not part of an earlier one
        is as large as can be.
        """
        found: list[frozenset[int]] = []
        todo = [(frozenset[int](), residue.choices)]
        visited = 0
        while todo and visited < budget:
            denied, open_choices = todo.pop()
            visited += _VISITS * len(residue.rules)
            narrowed = _narrow(residue, denied, open_choices)
            if narrowed is None or any(narrowed[0] | narrowed[1] <= earlier for earlier in found):
                continue
            denied, open_choices = narrowed
            if not open_choices:
                found.append(denied)
                continue
            choice = min(open_choices)
            todo.append((denied, open_choices - {choice}))
            todo.append((denied | {choice}, open_choices - {choice}))
        return cls(tuple(map(residue.consequences, found)), not todo, visited)

    def word(self, atom: int) -> str:
        """Tell in how many readings an atom holds."""
        holds = {atom in reading for reading in self.readings}
        if holds == {True, False}:
            return "on-some-readings"
        if not self.complete:
            return "undetermined"
        return "either-way" if holds == {True} else "on-none"


def _narrow(
    residue: Residue, denied: frozenset[int], open_choices: frozenset[int]
) -> tuple[frozenset[int], frozenset[int]] | None:
    """Draw what follows from the denials so far; None if nothing admissible and complete can come of them."""
    while True:
        true = residue.consequences(denied)
        refuted = residue.choices - residue.consequences(residue.choices - true)
        irrefutable = residue.consequences(residue.choices - residue.consequences(denied | open_choices))
        if denied & (true | irrefutable) or not refuted <= denied | open_choices:
            return None
        narrowed = (denied | refuted, open_choices - refuted - true - irrefutable)
        if narrowed == (denied, open_choices):
            return narrowed
        denied, open_choices = narrowed


@frozen(eq=False)
class Readings:
    """The preferred readings of the undecided statements of a map, by parts that do not bear on each other.

    Attributes:
        parts: The undecided rules, part by part.
    """

    parts: tuple[Residue, ...] = field(repr=False)
    _part_of: dict[int, int] = field(repr=False)
    _words: dict[int, dict[int, str]] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, grounding: Grounding, limit: int, labelling: Labelling) -> Readings:
        """Leave out of the program what is settled, and take it to parts."""
        rules = _undecided_rules(grounding, limit, labelling)
        neighbours: dict[int, list[int]] = {}
        for head, positive, negative in rules:
            for atom in (*positive, *negative):
                neighbours.setdefault(atom, []).append(head)
                neighbours.setdefault(head, []).append(atom)
        parts = strong_components(neighbours, neighbours)
        part_of = {atom: number for number, part in enumerate(parts) for atom in part}
        rules_of: list[list[_Rule]] = [[] for _ in parts]
        for rule in rules:
            rules_of[part_of[rule[0]]].append(rule)
        return cls(tuple(Residue(tuple(part)) for part in rules_of), part_of)

    def word(self, statement: int) -> str:
        """Tell in how many readings the undecided statement at a position is accepted.

        Returns:
            ``either-way`` for all, ``on-some-readings``, ``on-none``, or ``undetermined`` where the search gave up.
        """
        number = self._part_of[statement]
        if number not in self._words:
            self._words[number] = _words(self.parts[number])
        return self._words[number][statement]


def _undecided_rules(grounding: Grounding, limit: int, labelling: Labelling) -> list[_Rule]:
    program, values = grounding.program, labelling.values
    rules = []
    for rule, head in enumerate(program.heads):
        if values[head] != UNDECIDED or grounding.ratings[rule] > limit:
            continue
        positive, negative = program.positive[rule], program.negative[rule]
        if all(values[atom] != FALSE for atom in positive) and all(values[atom] != TRUE for atom in negative):
            premises = tuple(atom for atom in positive if values[atom] == UNDECIDED)
            rules.append((head, premises, tuple(atom for atom in negative if values[atom] == UNDECIDED)))
    return rules


def _words(part: Residue) -> dict[int, str]:
    """Search a part as a whole and, where that takes too long, all that each of its loops depends on."""
    atoms = sorted({head for head, _, _ in part.rules})
    search = Search.of(part, BUDGET)
    words = {atom: search.word(atom) for atom in atoms}
    budget = BUDGET
    for loop, cone in () if search.complete else _cones(part, atoms):
        if any(words[atom] == "undetermined" for atom in loop):
            search = Search.of(part.within(cone), min(budget, BUDGET // 10))
            budget -= search.visited
            words.update((atom, search.word(atom)) for atom in loop)
    return words


def _cones(part: Residue, atoms: list[int]) -> Iterator[tuple[list[int], set[int]]]:
    """Give the loops of a part, each with all that it depends on, unless that is too much."""
    depends_on: dict[int, list[int]] = {atom: [] for atom in atoms}
    for head, positive, negative in part.rules:
        depends_on[head] += [*positive, *negative]
    cones: dict[int, set[int] | None] = {}
    for loop in strong_components(atoms, depends_on):
        members = set(loop)
        below = [cones[atom] for each in loop for atom in depends_on[each] if atom not in members]
        narrow = [cone for cone in below if cone is not None]
        cone = set(loop).union(*narrow) if len(narrow) == len(below) else None
        if cone is None or len(cone) > _WIDEST:
            cones |= dict.fromkeys(loop)
        else:
            cones |= dict.fromkeys(loop, cone)
            yield loop, cone
