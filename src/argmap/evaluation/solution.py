"""What is found of a map, by index: which atoms are true on a basis, and all that follows from it without words.

Statements, atoms and rules are numbers here, as `Program` counts them. A solver makes a `Solution`; what it means to
readers is told by the modules above.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from attrs import field, frozen

from argmap.evaluation.grounding import Grounding
from argmap.evaluation.labels import FALSE, OPPOSITE, TRUE, UNDECIDED, Standing
from argmap.evaluation.necessity import Needs
from argmap.evaluation.preferred import Readings
from argmap.evaluation.program import Program
from argmap.evaluation.repairs import Circles, Repairs
from argmap.evaluation.translation import NEVER

STANDING = (Standing.UNDECIDED, Standing.ACCEPTED, Standing.REJECTED)
"""By the truth of *holds(s)*."""


@frozen(eq=False)
class Solution:
    """The truth of each atom on one basis, and when it was settled.

    Attributes:
        grounding: How the statements are supported.
        limit: The last level of ground that is honoured.
        values: For each atom `TRUE`, `FALSE` or `UNDECIDED`.
        stages: For each settled atom, when: what made it true or false was settled at an earlier stage, or, for an
            unfounded set, at the same one. This is the certificate that no label goes round in a circle.
    """

    grounding: Grounding = field(repr=False)
    limit: int
    values: list[int] = field(repr=False)
    stages: list[int] = field(repr=False)

    @cached_property
    def program(self) -> Program:
        """Return the rules."""
        return self.grounding.program

    def is_supported(self, statement: int) -> bool:
        """Tell whether a statement is supported."""
        return self.grounding.levels[statement] <= self.limit

    def standing(self, statement: int) -> Standing:
        """Return the standing of a statement."""
        if self.grounding.levels[statement] > self.limit:
            return Standing.UNSUPPORTED
        return STANDING[self.values[statement]]

    @property
    def standings(self) -> list[Standing]:
        """Return the standing of every statement."""
        levels, limit = self.grounding.levels, self.limit
        truths = zip(levels, self.values, strict=False)
        return [STANDING[value] if level <= limit else Standing.UNSUPPORTED for level, value in truths]

    def honours(self, rule: int) -> bool:
        """Tell whether the ground of a rule counts."""
        return self.grounding.ratings[rule] <= self.limit

    def rules(self, atom: int) -> list[int]:
        """Return the honoured rules for an atom."""
        ratings, limit = self.grounding.ratings, self.limit
        return [rule for rule in self.program.rules_for[atom] if ratings[rule] <= limit]

    def strikes(self, statement: int) -> list[int]:
        """Return the honoured rules for what speaks against a statement."""
        beaten = self.program.beaten.get(statement)
        return [] if beaten is None else self.rules(beaten)

    def truth(self, rule: int) -> int:
        """Tell whether what a rule is made from stands; that its conclusion is beaten is another matter."""
        program, values = self.program, self.values
        literals = [values[atom] for atom in program.positive[rule]]
        literals += [OPPOSITE[values[atom]] for atom in (*program.cuts(rule), *program.weighing(rule))]
        return FALSE if FALSE in literals else UNDECIDED if UNDECIDED in literals else TRUE

    def line(self, atom: int) -> int:
        """Return the first rule that makes a true atom true and rests only on what was settled before it."""
        return next(self.lines(atom))

    def lines(self, atom: int) -> Iterator[int]:
        """Go through the rules that make a true atom true and rest only on what was settled before it."""
        program, values, stages = self.program, self.values, self.stages
        stage = stages[atom]
        return (
            rule
            for rule in self.rules(atom)
            if all(values[a] == TRUE and stages[a] < stage for a in program.positive[rule])
            and all(values[a] == FALSE and stages[a] < stage for a in program.negative[rule])
        )

    def false_literals(self, rule: int) -> list[int]:
        """Return the atoms that a rule wants to be true and are false, or wants to be false and are true."""
        values = self.values
        false = [atom for atom in self.program.positive[rule] if values[atom] == FALSE]
        return false + [atom for atom in self.program.negative[rule] if values[atom] == TRUE]

    @property
    def names(self) -> dict[int, tuple[str, str]]:
        """Return the names of the atoms: what each says, and of what."""
        program, ids = self.program, self.program.graph.ids
        named = {number: ("holds", name) for number, name in enumerate(ids)}
        named |= {number: ("beaten", ids[index]) for index, number in program.beaten.items()}
        named |= {number: ("cut", name) for name, number in program.cut.items()}
        named |= {number: ("outweighed", name) for name, number in program.outweighed.items()}
        return named | {number: ("met", ids[index]) for index, number in program.met.items()}

    @property
    def settled(self) -> dict[tuple[str, str], tuple[int, int]]:
        """Return the truth of each atom, and when it was settled, by its name."""
        return {name: (self.values[number], self.stages[number]) for number, name in self.names.items()}

    @cached_property
    def circles(self) -> Circles:
        """Return what is supported only by going round."""
        return Circles.of(self.grounding, self.limit)

    @cached_property
    def repairs(self) -> Repairs:
        """Return what unsupported statements lack."""
        return Repairs.of(self.grounding, self.circles, self.limit)

    @cached_property
    def needs(self) -> Needs:
        """Return what each supported statement cannot do without."""
        return Needs.of(self.grounding, self.limit)

    @cached_property
    def readings(self) -> Readings:
        """Return the preferred readings of what is undecided."""
        return Readings.of(self.grounding, self.limit, self.values)

    @cached_property
    def upright(self) -> Grounding:
        """Return how the accepted statements are supported by what stands."""
        return self._supported_by((TRUE,))

    def level_standing(self, statement: int) -> int:
        """Return the weakest link of the best line that stands, of an undecided statement of the best not fallen.

        `NEVER` for what is rejected or unsupported.
        """
        value = self.values[statement]
        return NEVER if value == FALSE else (self.upright if value == TRUE else self._unfallen).levels[statement]

    @cached_property
    def _unfallen(self) -> Grounding:
        """Return how statements are supported by what stands or is undecided."""
        return self._supported_by((TRUE, UNDECIDED))

    def _supported_by(self, truths: Collection[int]) -> Grounding:
        """Return how statements are supported by the lines of which each statement and step has one of some truths."""
        program, values = self.program, self.values
        ratings = (
            rating if self.honours(rule) and values[head] in truths and self.truth(rule) in truths else NEVER
            for rule, (rating, head) in enumerate(zip(self.grounding.ratings, program.heads, strict=True))
        )
        return Grounding.of(program, tuple(ratings))

    @cached_property
    def contested(self) -> frozenset[int]:
        """Return the statements that something supported attacks, themselves or on a line that supports them."""
        return self.grounding.contested(self.limit)


@frozen(eq=False)
class Lines:
    """The line by which each accepted statement is told to stand.

    What nothing supported strikes at stands by its best line of all. What is contested stands by the best of the lines
    that rest on such statements, or on what was settled before it; so no reason leads back to where it began.

    Attributes:
        solution: What is accepted.
        firm: The accepted statements that are not contested; none where standards demand something of their own.
        via: By accepted statement, the rule that closes its line.
        levels: By accepted statement, the weakest link of that line.
    """

    solution: Solution = field(repr=False)
    firm: frozenset[int] = field(repr=False)
    via: dict[int, int] = field(factory=dict, repr=False)
    levels: dict[int, int] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, solution: Solution) -> Lines:
        """Choose the lines: of what is firm as it was grounded, of what is contested as it was settled."""
        values, stages, contested = solution.values, solution.stages, solution.contested
        accepted = [statement for statement in range(solution.program.statements) if values[statement] == TRUE]
        firm = frozenset[int]() if solution.program.met else frozenset(accepted) - contested
        lines = cls(solution, firm)
        for statement in lines.firm:
            lines.via[statement] = solution.grounding.via[statement]
            lines.levels[statement] = solution.grounding.levels[statement]
        for statement in sorted(set(accepted) - firm, key=stages.__getitem__):
            rules = (rule for rule in solution.rules(statement) if lines.precede(rule, statement))
            levels = {rule: lines.level(rule) for rule in rules}
            via = min(levels, key=levels.__getitem__)
            lines.via[statement], lines.levels[statement] = via, levels[via]
        return lines

    def precede(self, rule: int, atom: int) -> bool:
        """Tell whether a rule is met by firm statements and by what was settled before an atom."""
        program, values, stages = self.solution.program, self.solution.values, self.solution.stages
        stage = stages[atom]
        return all(
            values[each] == TRUE and (each in self.firm or stages[each] < stage) for each in program.positive[rule]
        ) and all(values[each] == FALSE and stages[each] < stage for each in program.negative[rule])

    def level(self, rule: int) -> int:
        """Return the weakest link of a line of accepted premises."""
        grounding = self.solution.grounding
        premises = (self.levels[premise] for premise in grounding.program.positive[rule])
        return max((grounding.ratings[rule], *premises))
