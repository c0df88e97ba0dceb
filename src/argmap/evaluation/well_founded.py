"""The well-founded model of a program: which statements survive the objections drawn?

Van Gelder, Ross & Schlipf (1991): an atom is true once a rule for it has only true literals, and false once it belongs
to an unfounded set, that is, once each of its rules has a false literal or rests on that set itself. What neither
settles is undecided. Literals are propagated with counters; unfounded sets are found with source pointers (Simons,
Niemelä & Soininen 2002), which only loops of supports need, so that the work stays close to linear.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, field

from argmap.evaluation.grounding import Grounding
from argmap.evaluation.labels import FALSE, TRUE, UNDECIDED
from argmap.evaluation.program import Program
from argmap.evaluation.solution import Solution

_DEAD = 1 << 60


def well_founded(grounding: Grounding, limit: int, before: Solution | None = None) -> Solution:
    """Compute the well-founded model.

    Args:
        grounding: How the statements are supported.
        limit: The last level of ground that is honoured.
        before: The model of the same program with other ratings or another limit; what does not depend on the
            difference is taken from there.

    Returns:
        The model; unique.
    """
    program = grounding.program
    if before is None:
        solver = _Solver(grounding, limit, [UNDECIDED] * program.atoms, [0] * program.atoms, 0)
        solver.solve(range(program.atoms))
        return Solution(grounding, limit, solver.values, solver.stages)
    ratings = zip(before.grounding.ratings, grounding.ratings, program.heads, strict=True)
    changed = [head for old, new, head in ratings if (old <= before.limit) != (new <= limit)]
    if not changed:
        return Solution(grounding, limit, before.values, before.stages)
    solver = _Solver(grounding, limit, before.values.copy(), before.stages.copy(), max(before.stages, default=0))
    solver.solve(_downstream(program, changed))
    return Solution(grounding, limit, solver.values, solver.stages)


def _downstream(program: Program, atoms: Iterable[int]) -> list[int]:
    """Return the atoms that depend on some of those given, these included."""
    heads, rules_with, rules_without = program.heads, program.rules_with, program.rules_without
    found = list(dict.fromkeys(atoms))
    seen = set(found)
    for atom in found:
        for rule in rules_with[atom] + rules_without[atom]:
            head = heads[rule]
            if head not in seen:
                seen.add(head)
                found.append(head)
    return found


def _lacking(positive: tuple[int, ...], negative: tuple[int, ...], values: list[int]) -> int:
    """Count the literals of a rule that are still to be settled; too many if one of them is false."""
    lacking = 0
    for atom in positive:
        if values[atom] != TRUE:
            lacking += 1 if values[atom] == UNDECIDED else _DEAD
    for atom in negative:
        if values[atom] != FALSE:
            lacking += 1 if values[atom] == UNDECIDED else _DEAD
    return lacking


@define(eq=False)
class _Solver:
    """The work in hand: counters by rule and by atom, and the literals still to be propagated."""

    grounding: Grounding
    limit: int
    values: list[int]
    stages: list[int]
    stage: int
    queue: list[int] = field(factory=list)
    missing: list[int] = field(init=False)
    live: list[int] = field(init=False)
    source: list[int] = field(init=False)
    bereft: list[int] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        program = self.grounding.program
        self.missing = [_DEAD] * len(program.heads)
        self.live = [0] * program.atoms
        self.source = self.grounding.via.copy()

    def solve(self, atoms: Sequence[int]) -> None:
        """Settle all of the atoms that can be settled, given those that do not depend on them."""
        for atom in atoms:
            self.values[atom] = UNDECIDED
        true, false = self._open_rules(atoms)
        levels, limit = self.grounding.levels, self.limit
        self._settle_together([atom for atom in atoms if atom < len(levels) and levels[atom] > limit])
        for atom in false:
            self._settle(atom, FALSE)
        for atom in true:
            self._settle(atom, TRUE)
        self._propagate()
        while self.bereft:
            self._settle_together(self._unfounded())
            self._propagate()

    def _open_rules(self, atoms: Sequence[int]) -> tuple[list[int], list[int]]:
        """Count what each rule still lacks; return the atoms that are true and false at once."""
        program, ratings, limit = self.grounding.program, self.grounding.ratings, self.limit
        positive, negative, rules_for, loops = program.positive, program.negative, program.rules_for, program.loops
        values, missing = self.values, self.missing
        true: list[int] = []
        false: list[int] = []
        for atom in atoms:
            live = 0
            for rule in rules_for[atom]:
                if ratings[rule] <= limit:
                    lacking = _lacking(positive[rule], negative[rule], values)
                    if lacking < _DEAD:
                        missing[rule] = lacking
                        live += 1
                        if not lacking:
                            true.append(atom)
            self.live[atom] = live
            if not live:
                false.append(atom)
            elif atom < len(loops) and loops[atom] and missing[self.source[atom]] == _DEAD:
                self.bereft.append(atom)
        return true, false

    def _settle(self, atom: int, value: int) -> None:
        if self.values[atom] == UNDECIDED:
            self.stage += 1
            self.values[atom] = value
            self.stages[atom] = self.stage
            self.queue.append(atom)

    def _settle_together(self, unfounded: list[int]) -> None:
        self.stage += 1
        for atom in unfounded:
            self.values[atom] = FALSE
            self.stages[atom] = self.stage
        self.queue += unfounded

    def _propagate(self) -> None:
        """Tell the rules about the settled atoms until none is left."""
        program, values, missing = self.grounding.program, self.values, self.missing
        heads, rules_with, rules_without = program.heads, program.rules_with, program.rules_without
        for atom in self.queue:
            met, failed = rules_with[atom], rules_without[atom]
            if values[atom] == FALSE:
                met, failed = failed, met
            for rule in met:
                missing[rule] -= 1
                if not missing[rule]:
                    self._settle(heads[rule], TRUE)
            for rule in failed:
                if missing[rule] < _DEAD >> 1:
                    missing[rule] = _DEAD
                    self._bury(rule, heads[rule])
        self.queue.clear()

    def _bury(self, rule: int, head: int) -> None:
        """Take a dead rule from its head."""
        self.live[head] -= 1
        if not self.live[head]:
            self._settle(head, FALSE)
        elif head < len(self.source) and self.source[head] == rule and self.grounding.program.loops[head]:
            self.bereft.append(head)

    def _unfounded(self) -> list[int]:
        """Return the atoms of loops that no longer rest on anything but themselves."""
        program, loops, source = self.grounding.program, self.grounding.program.loops, self.source
        lost = dict.fromkeys(atom for atom in self.bereft if self.values[atom] == UNDECIDED)
        self.bereft.clear()
        todo = list(lost)
        for atom in todo:
            for rule in program.rules_with[atom]:
                head = program.heads[rule]
                if (
                    head < len(source)
                    and source[head] == rule
                    and loops[head] == loops[atom]
                    and self.values[head] == UNDECIDED
                    and head not in lost
                ):
                    lost[head] = None
                    todo.append(head)
        self._find_sources(lost)
        return list(lost)

    def _find_sources(self, lost: dict[int, None]) -> None:
        """Take from the lost atoms those that some live rule still holds up from without."""
        program = self.grounding.program
        open_premises = {
            rule: sum(atom in lost for atom in program.positive[rule])
            for head in lost
            for rule in program.rules_for[head]
            if self.missing[rule] < _DEAD >> 1
        }
        firm = [rule for rule, count in open_premises.items() if not count]
        for rule in firm:
            head = program.heads[rule]
            if head not in lost:
                continue
            del lost[head]
            self.source[head] = rule
            for following in program.rules_with[head]:
                if following in open_premises:
                    open_premises[following] -= 1
                    if not open_premises[following]:
                        firm.append(following)
