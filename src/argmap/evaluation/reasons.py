"""Why each label is what it is: the line that stands, the attack that beats it, the loop, or what is missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from attrs import field, frozen

from argmap.evaluation.labels import FALSE, TRUE, UNDECIDED
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import DROPPED, GRADE, Comparison, Demand, Outweighing, Part, weight_of
from argmap.evaluation.weighing import balance, is_judged, is_open
from argmap.evaluation.why import Measure, Why
from argmap.graph import Contradiction, Step, Undercut
from argmap.model.citations import Citation, Stance
from argmap.model.statements import Kind, Statement

_WORDS = {TRUE: "stands", FALSE: "fails", UNDECIDED: "undecided"}


@frozen(eq=False)
class Reasons:
    """The reasons for the labels of a solution, each made once, when it is asked for.

    Attributes:
        solution: What is explained.
    """

    solution: Solution
    _made: dict[tuple[str, int], Why] = field(factory=dict, init=False, repr=False)

    def why(self, statement: int) -> Why:
        """Return the reason behind the label of a statement."""
        key = ("statement", statement)
        if key not in self._made:
            name = self.solution.program.graph.statements[statement].id
            reason, children = self._reason(statement)
            standing = self.solution.standing(statement)
            self._made[key] = Why(name, "statement", standing, reason, (), children)
        return self._made[key]

    def why_rule(self, rule: int) -> Why:
        """Return the reason why a relation, citation or assumption stands, fails or is undecided."""
        key = ("rule", rule)
        if key not in self._made:
            program = self.solution.program
            part = program.parts[rule]
            premises = tuple(program.graph.statements[premise].id for premise in program.positive[rule])
            name, kind, names = _id(part), _kind(part), _names(part, premises)
            grade = GRADE[program.levels[rule]] if isinstance(part, Citation) else None
            if not self.solution.honours(rule):
                self._made[key] = Why(name, kind, "fails", "discounted", names, list, grade)
                return self._made[key]
            truth = self.solution.truth(rule)
            children, word = partial(self._rule_children, rule, truth), self._rule_reason(rule, truth)
            measure = self._measure(rule)
            self._made[key] = Why(name, kind, _WORDS[truth], word, names, children, grade, measure)
        return self._made[key]

    def _measure(self, rule: int) -> Measure | None:
        """Return the weight of a reason, and the standard of what it speaks for or against, if that weighs."""
        program, part = self.solution.program, self.solution.program.parts[rule]
        if isinstance(part, Comparison):
            standard = None if part.is_ranked else program.graph.statements[part.statement].standard
            return Measure(standard, weight_of(part.con)) if standard is not None and standard.weighs else None
        if program.graph.audience and isinstance(part, Step) and part.relation.values:
            return None
        head = program.heads[rule]
        target = head if head < program.statements else program.struck.get(head)
        standard = None if target is None else program.graph.statements[target].standard
        return Measure(standard, weight_of(part)) if standard is not None and standard.weighs else None

    def _rule_reason(self, rule: int, truth: int) -> str:
        if truth != FALSE:
            return "to-weigh" if is_open(self.solution, rule) else ""
        flaw, program = self._flaw(rule), self.solution.program
        if flaw in program.positive[rule]:
            return "premise"
        return "outweighed" if flaw in program.weighing(rule) else "cut"

    def _flaw(self, rule: int) -> int:
        """Return what makes a rule fail, the first settled: a false premise, an undercut, a weightier reason."""
        program, values = self.solution.program, self.solution.values
        flaws = [atom for atom in program.positive[rule] if values[atom] == FALSE]
        flaws += [atom for atom in (*program.cuts(rule), *program.weighing(rule)) if values[atom] == TRUE]
        return min(flaws, key=self.solution.stages.__getitem__)

    def _rule_children(self, rule: int, truth: int) -> list[Why]:
        program, values = self.solution.program, self.solution.values
        part = program.parts[rule]
        if isinstance(part, Comparison):
            pros = program.rules_for[part.statement]
            return [self.why_rule(next(each for each in pros if program.parts[each] is part.pro))]
        if truth == FALSE:
            flaw = self._flaw(rule)
            return [self.why(flaw) if flaw in program.positive[rule] else self.why_rule(self.solution.line(flaw))]
        undercuts = [r for atom in program.cuts(rule) for r in self.solution.rules(atom)]
        if truth == TRUE or is_open(self.solution, rule):
            against = [*undercuts, *self._judgements(rule)]
            return [*map(self.why, program.positive[rule]), *map(self.why_rule, against)]
        premises = [atom for atom in program.positive[rule] if values[atom] == UNDECIDED]
        found = [*map(self.why, premises), *self._undecided(undercuts)]
        return found or self._undecided([r for atom in program.weighing(rule) for r in self.solution.rules(atom)])

    def _judgements(self, rule: int) -> list[int]:
        """Return the rules of the reasons that are to outweigh an attack, by its author's judgement or their weight."""
        program = self.solution.program
        rules = [r for atom in program.weighing(rule) for r in self.solution.rules(atom)]
        return [r for r in rules if is_judged(program.parts[r])]

    def _undecided(self, rules: list[int]) -> list[Why]:
        return [self.why_rule(rule) for rule in rules if self.solution.truth(rule) == UNDECIDED]

    def _reason(self, statement: int) -> tuple[str, Callable[[], list[Why]]]:
        """Return the word for why a statement has its label, and what will work out the reasons below it."""
        solution = self.solution
        program, values, stages = solution.program, solution.values, solution.stages
        if values[statement] == TRUE:
            return _RESTS_ON[_kind(program.parts[solution.line(statement)])], partial(self._accepted, statement)
        if values[statement] == UNDECIDED:
            sides = balance(solution, statement)
            if sides:
                return "to-weigh", lambda: [self.why_rule(rule) for rule in (*sides.pros, *sides.cons)]
            return "deadlock", partial(self._deadlocked, statement)
        if not solution.is_supported(statement):
            return self._unsupported(statement)
        beaten = program.beaten.get(statement)
        if beaten is not None and values[beaten] == TRUE and stages[beaten] < stages[statement]:
            strikes = list(solution.lines(beaten))
            weak = [rule for rule in strikes if isinstance(program.parts[rule], Demand)]
            return "too-weak" if weak else "beaten", lambda: [self.why_rule((weak or strikes)[0])]
        return "support-lost", partial(self._lost, statement)

    def _accepted(self, statement: int) -> list[Why]:
        return [self.why_rule(self.solution.line(statement)), *map(self.why_rule, self.solution.strikes(statement))]

    def _deadlocked(self, statement: int) -> list[Why]:
        """Return the undecided attacks, and the undecided supports unless one stands."""
        lines, strikes = self.solution.rules(statement), self.solution.strikes(statement)
        if any(self.solution.truth(line) == TRUE for line in lines):
            return self._undecided(strikes)
        parts = self.solution.program.parts
        return self._undecided([*lines, *(strike for strike in strikes if not isinstance(parts[strike], Demand))])

    def _lost(self, statement: int) -> list[Why]:
        """Return the lines that would hold a statement up if nothing stood against them."""
        return [self.why_rule(rule) for rule in self.solution.needs.real_lines(statement)]

    def _unsupported(self, statement: int) -> tuple[str, Callable[[], list[Why]]]:
        positive, via = self.solution.program.positive, self.solution.repairs.via.get(statement)
        if via is None:
            return "circular", partial(self._circle, statement)
        if positive[via]:
            return "missing", partial(self._missing, statement)
        return ("discounted", partial(self._discounted, statement)) if self._in_vain(statement) else ("uncited", list)

    def _in_vain(self, statement: int) -> list[int]:
        """Return the citations for a statement without a ground."""
        program, ratings = self.solution.program, self.solution.grounding.ratings
        rules = program.rules_for[statement]
        return [rule for rule in rules if isinstance(program.parts[rule], Citation) and ratings[rule] != DROPPED]

    def _discounted(self, statement: int) -> list[Why]:
        return [self.why_rule(rule) for rule in self._in_vain(statement)]

    def _missing(self, statement: int) -> list[Why]:
        return [self.why(leaf) for leaf in self.solution.repairs.leaves(statement)]

    def _circle(self, statement: int) -> list[Why]:
        """Return the premises through which the first line that goes round does so."""
        solution, positive = self.solution, self.solution.program.positive
        lines = ([p for p in positive[rule] if not solution.is_supported(p)] for rule in solution.rules(statement))
        line = next(line for line in lines if line and solution.circles.members.issuperset(line))
        return [self.why(premise) for premise in line if premise not in solution.repairs.via]


_RESTS_ON = {"support": "argued", "citation": "cited", "assumption": "assumed", "leaf": "granted"}


_KINDS = {Undercut: "undercut", Contradiction: "contradiction", Outweighing: "outweighing", Demand: "standard"}


def _kind(part: Part) -> str:
    """Return the kind of what a rule was made from."""
    match part:
        case Citation():
            return "citation" if part.stance is Stance.SUPPORTS else "counter-citation"
        case Statement():
            return "assumption" if part.kind is Kind.ASSUMPTION else "leaf"
        case Step():
            return "support" if part.pro else "attack"
        case Comparison():
            return "open" if part.is_open else "comparison"
    return _KINDS[type(part)]


def _id(part: Part) -> str:
    """Return the id of what a rule was made from, or of what is outweighed by it."""
    match part:
        case Citation() | Statement():
            return part.id
        case Outweighing():
            return part.attack.relation.id
        case Demand():
            return part.statement.id
        case Comparison():
            return _id(part.con)
    return part.relation.id


def _names(part: Part, premises: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a rule was made from by name: its source, the reason that is compared, or its premises."""
    match part:
        case Citation():
            return (part.source,)
        case Comparison():
            return (_id(part.pro),)
    return premises
