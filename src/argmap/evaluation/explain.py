"""Why each label is what it is: the line that stands, the attack that beats it, the loop, or what is missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.evaluation.program import Part
from argmap.evaluation.standing import FALSE, TRUE, UNDECIDED
from argmap.evaluation.why import Why
from argmap.graph import Contradiction, Step, Undercut
from argmap.model.citations import Citation, Stance
from argmap.model.statements import Kind, Statement

if TYPE_CHECKING:
    from argmap.evaluation.verdict import Evaluation

_OPPOSITE = {TRUE: FALSE, FALSE: TRUE, UNDECIDED: UNDECIDED}
_WORDS = {TRUE: "stands", FALSE: "fails", UNDECIDED: "undecided"}


@frozen(eq=False)
class Reasons:
    """The reasons of an evaluation, each made once, when it is asked for.

    Attributes:
        evaluation: What is explained.
    """

    evaluation: Evaluation
    _made: dict[tuple[str, int], Why] = field(factory=dict, init=False, repr=False)

    def why(self, statement: int) -> Why:
        """Give the reason behind the label of the statement at a position."""
        key = ("statement", statement)
        if key not in self._made:
            name = self.evaluation.grounding.program.graph.statements[statement].id
            reason, children = self._reason(statement)
            status = self.evaluation.status(statement)
            self._made[key] = Why(name, "statement", status, reason, (), children)
        return self._made[key]

    def why_rule(self, rule: int) -> Why:
        """Give the reason why a relation, citation or assumption stands, fails or is undecided."""
        key = ("rule", rule)
        if key not in self._made:
            program = self.evaluation.grounding.program
            premises = tuple(program.graph.statements[premise].id for premise in program.positive[rule])
            name, kind, names = _describe(program.parts[rule], premises)
            truth = self.truth(rule)
            reason = "" if truth != FALSE else "premise" if self._flaw(rule) in program.positive[rule] else "cut"
            self._made[key] = Why(name, kind, _WORDS[truth], reason, names, partial(self._rule_children, rule, truth))
        return self._made[key]

    def truth(self, rule: int) -> int:
        """Tell whether what a rule is made from stands; that its conclusion is beaten is another matter."""
        program, values = self.evaluation.grounding.program, self.evaluation.labelling.values
        literals = [values[atom] for atom in program.positive[rule]]
        literals += [_OPPOSITE[values[atom]] for atom in program.cuts(rule)]
        return FALSE if FALSE in literals else UNDECIDED if UNDECIDED in literals else TRUE

    def rules(self, atom: int) -> list[int]:
        """Give the honoured rules for an atom."""
        grounding, limit = self.evaluation.grounding, self.evaluation.limit
        return [rule for rule in grounding.program.rules_for[atom] if grounding.ratings[rule] <= limit]

    def line(self, atom: int) -> int:
        """Give the first rule that makes a true atom true and rests only on what was settled before it."""
        program, labelling = self.evaluation.grounding.program, self.evaluation.labelling
        stage = labelling.stages[atom]
        return next(
            rule
            for rule in self.rules(atom)
            if all(labelling.values[a] == TRUE and labelling.stages[a] < stage for a in program.positive[rule])
            and all(labelling.values[a] == FALSE and labelling.stages[a] < stage for a in program.negative[rule])
        )

    def _flaw(self, rule: int) -> int:
        """Give the premise of a failing rule that is false or the undercut of it that stands, the first settled."""
        program, labelling = self.evaluation.grounding.program, self.evaluation.labelling
        flaws = [atom for atom in program.positive[rule] if labelling.values[atom] == FALSE]
        flaws += [atom for atom in program.cuts(rule) if labelling.values[atom] == TRUE]
        return min(flaws, key=labelling.stages.__getitem__)

    def _rule_children(self, rule: int, truth: int) -> list[Why]:
        program, values = self.evaluation.grounding.program, self.evaluation.labelling.values
        if truth == FALSE:
            flaw = self._flaw(rule)
            return [self.why(flaw) if flaw in program.positive[rule] else self.why_rule(self.line(flaw))]
        undercuts = [r for atom in program.cuts(rule) for r in self.rules(atom)]
        if truth == TRUE:
            return [*map(self.why, program.positive[rule]), *map(self.why_rule, undercuts)]
        premises = [atom for atom in program.positive[rule] if values[atom] == UNDECIDED]
        return [*map(self.why, premises), *self._undecided(undercuts)]

    def _undecided(self, rules: list[int]) -> list[Why]:
        return [self.why_rule(rule) for rule in rules if self.truth(rule) == UNDECIDED]

    def _reason(self, statement: int) -> tuple[str, Callable[[], list[Why]]]:
        """Give the word for why a statement has its label, and what will work out the reasons below it."""
        evaluation = self.evaluation
        program, labelling = evaluation.grounding.program, evaluation.labelling
        value, stage = labelling.values[statement], labelling.stages[statement]
        if value == TRUE:
            _, kind, _ = _describe(program.parts[self.line(statement)], ())
            return _RESTS_ON[kind], partial(self._accepted, statement)
        if value == UNDECIDED:
            return "deadlock", partial(self._deadlocked, statement)
        if evaluation.grounding.levels[statement] > evaluation.limit:
            return self._unsupported(statement)
        beaten = program.beaten.get(statement)
        if beaten is not None and labelling.values[beaten] == TRUE and labelling.stages[beaten] < stage:
            return "beaten", partial(self._strike, beaten)
        return "support-lost", partial(self._lost, statement)

    def _accepted(self, statement: int) -> list[Why]:
        return [self.why_rule(self.line(statement)), *map(self.why_rule, self._strikes(statement))]

    def _deadlocked(self, statement: int) -> list[Why]:
        """Give the undecided attacks, and the undecided supports unless one stands."""
        lines = self.rules(statement)
        strikes = self._undecided(self._strikes(statement))
        if any(self.truth(line) == TRUE for line in lines):
            return strikes
        return [*self._undecided(lines), *strikes]

    def _strike(self, beaten: int) -> list[Why]:
        return [self.why_rule(self.line(beaten))]

    def _strikes(self, statement: int) -> list[int]:
        """Give the attacks on a statement."""
        beaten = self.evaluation.grounding.program.beaten.get(statement)
        return [] if beaten is None else self.rules(beaten)

    def _lost(self, statement: int) -> list[Why]:
        """Give the lines that would hold a statement up if nothing stood against them."""
        return [self.why_rule(rule) for rule in self.evaluation.needs.real_lines(statement)]

    def _unsupported(self, statement: int) -> tuple[str, Callable[[], list[Why]]]:
        positive, via = self.evaluation.grounding.program.positive, self.evaluation.repairs.via.get(statement)
        if via is None:
            return "circular", partial(self._circle, statement)
        return ("missing", partial(self._missing, statement)) if positive[via] else ("uncited", list)

    def _missing(self, statement: int) -> list[Why]:
        return [self.why(leaf) for leaf in self.evaluation.repairs.leaves(statement)]

    def _circle(self, statement: int) -> list[Why]:
        """Give the premises through which the first line that goes round does so."""
        evaluation = self.evaluation
        levels, positive = evaluation.grounding.levels, evaluation.grounding.program.positive
        lines = ([p for p in positive[rule] if levels[p] > evaluation.limit] for rule in self.rules(statement))
        line = next(line for line in lines if line and evaluation.circles.members.issuperset(line))
        return [self.why(premise) for premise in line if premise not in evaluation.repairs.via]


_RESTS_ON = {"support": "argued", "citation": "cited", "assumption": "assumed", "leaf": "granted"}


def _describe(part: Part, premises: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """Give the id, kind and names of what a rule was made from."""
    match part:
        case Citation():
            return part.id, "citation" if part.stance is Stance.SUPPORTS else "counter-citation", (part.source,)
        case Statement():
            return part.id, "assumption" if part.kind is Kind.ASSUMPTION else "leaf", ()
        case Step():
            return part.relation.id, "support" if part.pro else "attack", premises
        case Undercut():
            return part.relation.id, "undercut", premises
        case Contradiction():
            return part.relation.id, "contradiction", premises
