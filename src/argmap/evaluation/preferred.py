"""Preferred readings of what is undecided: how far could one go in taking sides without contradicting oneself?

The readings are the regular models of the program, its three-valued stable models with the most truths, which are the
preferred extensions of the arguments in the map (You & Yuan 1994; Caminada et al. 2015). What is undecided falls into
parts that do not bear on each other, and each is searched for itself. A reading is found by what it denies: a set of
*beaten* and *cut* atoms that, taken as false, leads to no contradiction and to the refutation of whatever would make
one of them true (the admissible assumptions of Bondarenko et al. 1997), and that is as large as can be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen

from argmap.components import strong_components
from argmap.evaluation.grounding import Grounding
from argmap.evaluation.labels import FALSE, TRUE, UNDECIDED

BUDGET = 400_000
"""How many rules a search may visit before it gives up, about a third of a second; more for a part so large that this
would be over at once."""

_ROUNDS = 24
"""How often a search may go through all rules whatever their number."""

_WIDEST = 400
"""How many atoms one may depend on to be searched for by itself."""

_DEAD = 1 << 60

_Rule = tuple[int, tuple[int, ...], tuple[int, ...]]


@define(eq=False)
class Residue:
    """Rules over undecided atoms only: head, what must hold, what must not.

    Attributes:
        rules: The rules.
        choices: The atoms that some rule denies.
        visited: How many rules have been visited so far.
    """

    rules: tuple[_Rule, ...]
    choices: frozenset[int] = field(init=False)
    visited: int = 0
    _rules_for: Counter[int] = field(init=False)
    _rules_with: dict[int, list[int]] = field(factory=dict, init=False)
    _rules_without: dict[int, list[int]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.choices = frozenset(atom for _, _, negative in self.rules for atom in negative)
        self._rules_for = Counter(head for head, _, _ in self.rules)
        for number, (_, positive, negative) in enumerate(self.rules):
            for atom in positive:
                self._rules_with.setdefault(atom, []).append(number)
            for atom in negative:
                self._rules_without.setdefault(atom, []).append(number)

    def consequences(self, denied: frozenset[int]) -> frozenset[int]:
        """Return what can be derived if just the denied atoms do not hold."""
        self.visited += len(self.rules)
        waiting = [len(positive) if denied.issuperset(negative) else _DEAD for _, positive, negative in self.rules]
        found = {head for (head, _, _), count in zip(self.rules, waiting, strict=True) if not count}
        todo = list(found)
        for atom in todo:
            for number in self._rules_with.get(atom, ()):
                waiting[number] -= 1
                head = self.rules[number][0]
                if not waiting[number] and head not in found:
                    found.add(head)
                    todo.append(head)
        return frozenset(found)

    def spread(self, denied: frozenset[int]) -> frozenset[int] | None:
        """Deny besides what each rule for it now fails; None if something denied follows all the same."""
        self.visited += len(self.rules)
        waiting = [len(positive) + len(negative) for _, positive, negative in self.rules]
        live = self._rules_for.copy()
        settled = dict.fromkeys(denied, False)
        todo = list(denied)
        for atom in todo:
            for head, value in self._settled_by(atom, settled[atom], waiting, live):
                if head not in settled:
                    settled[head] = value
                    todo.append(head)
                elif settled[head] != value:
                    return None
        return frozenset(atom for atom, value in settled.items() if not value) & self.choices

    def _settled_by(self, atom: int, value: bool, waiting: list[int], live: Counter[int]) -> Iterator[tuple[int, bool]]:
        """Tell the rules about an atom; yield the heads that this makes true or leaves without a rule."""
        met, failed = self._rules_with.get(atom, ()), self._rules_without.get(atom, ())
        if not value:
            met, failed = failed, met
        for number in met:
            waiting[number] -= 1
            if not waiting[number]:
                yield self.rules[number][0], True
        for number in failed:
            if waiting[number] < _DEAD >> 1:
                waiting[number] = _DEAD
                head = self.rules[number][0]
                live[head] -= 1
                if not live[head]:
                    yield head, False

    def within(self, atoms: set[int]) -> Residue:
        """Keep the rules for some atoms, which depend on no others."""
        return Residue(tuple(rule for rule in self.rules if rule[0] in atoms))


@frozen(eq=False)
class Search:
    """The outcome of a search for readings.

    Attributes:
        readings: What holds in each preferred reading that was found.
        complete: Whether these are all.
    """

    readings: tuple[frozenset[int], ...]
    complete: bool

    @classmethod
    def of(cls, residue: Residue, budget: int) -> Search:
        """Look for the largest admissible denials, deciding one atom at a time and denying first.

        As a denial of more is met before a denial of less, each that is found and not part of an earlier one is as
        large as can be.
        """
        found: list[frozenset[int]] = []
        todo = [(frozenset[int](), residue.choices)]
        while todo and residue.visited < budget:
            narrowed = _narrow(residue, *todo.pop())
            if narrowed is None or any(narrowed[0] | narrowed[1] <= earlier for earlier in found):
                continue
            denied, open_choices = narrowed
            if not open_choices:
                found.append(denied)
                continue
            choice = min(open_choices)
            todo.append((denied, open_choices - {choice}))
            todo.append((denied | {choice}, open_choices - {choice}))
        return cls(tuple(map(residue.consequences, found)), not todo)

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
    """Draw what follows from the denials so far, and close what cannot be denied any more.

    Returns:
        What is denied and what is still open; None if nothing admissible and complete can come of it.
    """
    allowed = denied | open_choices
    while True:
        spread = residue.spread(denied)
        if spread is None or not spread <= allowed:
            return None
        true = residue.consequences(spread)
        possible = residue.consequences(residue.choices - true)
        denied = spread | (residue.choices - possible)
        if denied & true or not denied <= allowed:
            return None
        if denied == spread:
            break
    open_choices -= denied | true
    irrefutable = residue.consequences(residue.choices - residue.consequences(denied | open_choices))
    open_choices -= irrefutable
    # What is denied must be refuted: by the denials themselves, or by more of them while some are open.
    if denied & (irrefutable if open_choices else possible):
        return None
    return denied, open_choices


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
    def of(cls, grounding: Grounding, limit: int, values: Sequence[int]) -> Readings:
        """Leave out of the program what is settled, and take it to parts."""
        rules = _undecided_rules(grounding, limit, values)
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
        """Tell in how many readings an undecided statement is accepted.

        Returns:
            ``either-way`` for all, ``on-some-readings``, ``on-none``, or ``undetermined`` where the search gave up.
        """
        number = self._part_of[statement]
        if number not in self._words:
            self._words[number] = _words(self.parts[number])
        return self._words[number][statement]


def _undecided_rules(grounding: Grounding, limit: int, values: Sequence[int]) -> list[_Rule]:
    program = grounding.program
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
    search = Search.of(part, max(BUDGET, _ROUNDS * len(part.rules)))
    words = {atom: search.word(atom) for atom in atoms}
    budget = BUDGET
    for loop, cone in () if search.complete else _cones(part, atoms):
        if any(words[atom] == "undetermined" for atom in loop):
            residue = part.within(cone)
            search = Search.of(residue, min(budget, BUDGET // 10))
            budget -= residue.visited
            words.update((atom, search.word(atom)) for atom in loop)
    return words


def _cones(part: Residue, atoms: list[int]) -> Iterator[tuple[list[int], set[int]]]:
    """Return the loops of a part, each with all that it depends on, unless that is too much."""
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
