"""Why each label is what it is: the line that stands, the attack that beats it, the loop, or what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial

from attrs import field, frozen

from argmap.evaluation.labels import FALSE, TRUE, UNDECIDED, Grade, Standing
from argmap.evaluation.solution import Lines, Solution
from argmap.evaluation.translation import DROPPED, GRADE, NEVER, Comparison, Demand, Outweighing, Part, id_of, weight_of
from argmap.evaluation.weighing import Balance, balance, is_judged, is_open
from argmap.evaluation.why import Why
from argmap.graph import Contradiction, Step, Undercut
from argmap.model.citations import Citation, Stance
from argmap.model.orders import Ranking
from argmap.model.standards import Measure
from argmap.model.statements import Kind, Statement

_Parts = tuple[str, Callable[[], list[Why]], Callable[[], list[Why]]]

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
            reason, children, also = self._reason(statement)
            standing = self.solution.standing(statement)
            grade = GRADE[self._lines.levels[statement]] if standing is Standing.ACCEPTED else None
            self._made[key] = Why(
                name, "statement", standing, reason, (), partial(_once, children), grade, also=partial(_once, also)
            )
        return self._made[key]

    def why_rule(self, rule: int) -> Why:
        """Return the reason why a relation, citation or assumption stands, fails or is undecided."""
        key = ("rule", rule)
        if key not in self._made:
            program = self.solution.program
            part = program.parts[rule]
            premises = tuple(program.graph.statements[premise].id for premise in program.positive[rule])
            name, kind, names = id_of(part), _kind(part), _names(part, premises)
            if not self.solution.honours(rule):
                grade = GRADE[program.levels[rule]]
                self._made[key] = Why(name, kind, "fails", "discounted", names, list, grade)
                return self._made[key]
            truth = self.solution.truth(rule)
            children = partial(_once, partial(self._rule_children, rule, truth))
            word, grade, measure = self._rule_reason(rule, truth), self._grade(rule, truth), self._measure(rule)
            ranking = self._ranking(part, truth)
            self._made[key] = Why(name, kind, _WORDS[truth], word, names, children, grade, measure, ranking=ranking)
        return self._made[key]

    @cached_property
    def _lines(self) -> Lines:
        return Lines.of(self.solution)

    def _grade(self, rule: int, truth: int) -> Grade | None:
        """Return how good a citation is, and the weakest link of a line that stands."""
        program = self.solution.program
        if isinstance(program.parts[rule], Citation):
            return GRADE[program.levels[rule]]
        is_line = truth == TRUE and program.heads[rule] < program.statements
        return GRADE[self._lines.level(rule) if is_line else NEVER]

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

    def _ranking(self, part: Part, truth: int) -> Ranking | None:
        """Return by which ranks of values a cost defeats, or a reason outweighs it; none by its author's judgement."""
        audience = self.solution.program.graph.audience
        match part:
            case Comparison(pro=Step() as pro, con=Step() as con, is_ranked=True) if audience:
                return audience.ranking(pro.relation.values, [con.relation.values])
            case Outweighing() if audience:
                return audience.ranking((), ())
            case Step(pro=False) if audience and truth == TRUE and part.weighs:
                found = audience.ranking(part.relation.values, self._values_for(part.conclusion))
                return found if found.above else None
        return None

    def _values_for(self, statement: int) -> list[tuple[str, ...]]:
        """Return the values of each reason that stands for a statement."""
        parts, rules = self.solution.program.parts, self.solution.rules(statement)
        standing = [parts[rule] for rule in rules if self.solution.truth(rule) == TRUE]
        return [part.relation.values for part in standing if isinstance(part, Step)]

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
        return min(flaws, key=self._settled)

    def _settled(self, atom: int) -> tuple[bool, int]:
        """Tell when an atom was settled; what is unsupported, whatever stands, comes first."""
        is_unsupported = atom < self.solution.program.statements and not self.solution.is_supported(atom)
        return not is_unsupported, self.solution.stages[atom]

    def _rule_children(self, rule: int, truth: int) -> list[Why]:
        program, values = self.solution.program, self.solution.values
        part = program.parts[rule]
        if isinstance(part, Comparison):
            pros = program.rules_for[part.statement]
            return [self.why_rule(next(each for each in pros if program.parts[each] is part.pro))]
        if truth == FALSE:
            flaw = self._flaw(rule)
            return [self.why(flaw) if flaw in program.positive[rule] else self.why_rule(self._answer(flaw))]
        undercuts = [r for atom in program.cuts(rule) for r in self.solution.rules(atom)]
        if truth == TRUE or is_open(self.solution, rule):
            against = [*undercuts, *self._judgements(rule)]
            return [*map(self.why, program.positive[rule]), *map(self.why_rule, against)]
        premises = [atom for atom in program.positive[rule] if values[atom] == UNDECIDED]
        found = [*map(self.why, premises), *self._undecided(undercuts)]
        return found or self._undecided([r for atom in program.weighing(rule) for r in self.solution.rules(atom)])

    def _answer(self, flaw: int) -> int:
        """Return the first rule by which something is cut or outweighed; ranks come before judgements."""
        parts = self.solution.program.parts
        return min(self.solution.lines(flaw), key=lambda rule: not _is_ranked(parts[rule]))

    def _judgements(self, rule: int) -> list[int]:
        """Return the rules of the reasons that are to outweigh an attack, by its author's judgement or their weight."""
        program = self.solution.program
        rules = [r for atom in program.weighing(rule) for r in self.solution.rules(atom)]
        return [r for r in rules if is_judged(program.parts[r])]

    def _undecided(self, rules: list[int]) -> list[Why]:
        return [self.why_rule(rule) for rule in rules if self.solution.truth(rule) == UNDECIDED]

    def _reason(self, statement: int) -> _Parts:
        """Return the word for why a statement has its label, and what will work out the reasons below and beside it."""
        solution = self.solution
        program, values, stages = solution.program, solution.values, solution.stages
        if values[statement] == TRUE:
            kind = _kind(program.parts[self._lines.via[statement]])
            return _RESTS_ON[kind], partial(self._accepted, statement), partial(self._other_lines, statement)
        if values[statement] == UNDECIDED:
            sides = balance(solution, statement)
            if sides:
                return "to-weigh", partial(self._sides, statement, sides), list
            return "deadlock", partial(self._deadlocked, statement), list
        if not solution.is_supported(statement):
            return self._unsupported(statement)
        beaten = program.beaten.get(statement)
        if beaten is not None and values[beaten] == TRUE and stages[beaten] < stages[statement]:
            is_weak = any(isinstance(program.parts[rule], Demand) for rule in solution.lines(beaten))
            word = "too-weak" if is_weak else "beaten"
            return word, partial(self._strikes, statement), partial(self._other_strikes, statement)
        return "support-lost", partial(self._lost, statement), partial(self._all_strikes, statement)

    def _sides(self, statement: int, found: Balance) -> list[Why]:
        """Return what is to be weighed, and the attacks that fail besides."""
        return [self.why_rule(rule) for rule in (*found.pros, *found.cons, *self._failing(statement))]

    def _failing(self, statement: int) -> list[int]:
        return [rule for rule in self.solution.strikes(statement) if self.solution.truth(rule) == FALSE]

    def _accepted(self, statement: int) -> list[Why]:
        return [self.why_rule(self._lines.via[statement]), *map(self.why_rule, self.solution.strikes(statement))]

    def _other_lines(self, statement: int) -> list[Why]:
        """Return the lines that stand for an accepted statement besides the one that is told."""
        told = self.why_rule(self._lines.via[statement])
        lines = [rule for rule in self.solution.rules(statement) if self.solution.truth(rule) == TRUE]
        return [why for why in map(self.why_rule, lines) if _name(why) != _name(told)]

    def _deadlocked(self, statement: int) -> list[Why]:
        """Return the undecided attacks, the undecided supports unless one stands, and the costs that are outweighed."""
        lines, strikes = self.solution.rules(statement), self.solution.strikes(statement)
        weighed = [why for why in map(self.why_rule, self._failing(statement)) if why.reason == "outweighed"]
        if any(self.solution.truth(line) == TRUE for line in lines):
            return [*self._undecided(strikes), *weighed]
        parts = self.solution.program.parts
        strikes = [strike for strike in strikes if not isinstance(parts[strike], Demand)]
        return [*self._undecided([*lines, *strikes]), *weighed]

    def _all_strikes(self, statement: int) -> list[Why]:
        """Return the attacks on a statement that stand, but for costs that do so just because it falls."""
        solution, program = self.solution, self.solution.program
        standing = [rule for rule in solution.strikes(statement) if solution.truth(rule) == TRUE]
        attacks = [rule for rule in standing if not isinstance(program.parts[rule], Demand)]
        return [self.why_rule(r) for r in attacks if not program.weighing(r) or self._lines.precede(r, statement)]

    def _strikes(self, statement: int) -> list[Why]:
        """Return what a standard demands in vain, or the attacks that stand and not because the statement falls."""
        solution, program = self.solution, self.solution.program
        lines = list(solution.lines(program.beaten[statement]))
        weak = [rule for rule in lines if isinstance(program.parts[rule], Demand)]
        rules = [rule for rule in solution.strikes(statement) if self._lines.precede(rule, statement)]
        return list(map(self.why_rule, weak[:1] or (lines[0], *rules)))

    def _other_strikes(self, statement: int) -> list[Why]:
        told = set(map(_name, self._strikes(statement)))
        return [strike for strike in self._all_strikes(statement) if _name(strike) not in told]

    def _lost(self, statement: int) -> list[Why]:
        """Return the lines that would hold a statement up if nothing stood against them."""
        return list(map(self.why_rule, self.solution.needs.real_lines(statement)))

    def _unsupported(self, statement: int) -> _Parts:
        positive, via = self.solution.program.positive, self.solution.repairs.via.get(statement)
        if via is None:
            circle = self._round(statement)
            return "circular", partial(self._circle, statement, circle), partial(self._all, circle[1:])
        if positive[via]:
            word = "missing-and-circular" if statement in self.solution.repairs.circling else "missing"
            return word, partial(self._missing, statement), partial(self._elsewhere, statement)
        if self._in_vain(statement):
            return "discounted", partial(self._discounted, statement), partial(self._elsewhere, statement)
        return "uncited", list, partial(self._elsewhere, statement)

    def _in_vain(self, statement: int) -> list[int]:
        """Return the citations for a statement without a ground."""
        program, ratings = self.solution.program, self.solution.grounding.ratings
        rules = program.rules_for[statement]
        return [rule for rule in rules if isinstance(program.parts[rule], Citation) and ratings[rule] != DROPPED]

    def _discounted(self, statement: int) -> list[Why]:
        return [self.why_rule(rule) for rule in self._in_vain(statement)]

    def _missing(self, statement: int) -> list[Why]:
        repairs = self.solution.repairs
        return [self.why(each) for each in (*repairs.leaves(statement), *repairs.circles(statement))]

    def _elsewhere(self, statement: int) -> list[Why]:
        """Return the other lines on which something else is missing, by the step through which each goes."""
        repairs, program = self.solution.repairs, self.solution.program
        if statement in repairs.circling:
            return []
        others, finished = repairs.alternatives(statement)
        reason = "missing" if finished else "missing-among-others"
        found = []
        for rule, leaves in others.items():
            names = tuple(map(program.name, leaves))
            found.append(Why(id_of(program.parts[rule]), "line", "fails", reason, names, partial(self._all, leaves)))
        return found

    def _all(self, statements: Iterable[int]) -> list[Why]:
        return list(map(self.why, statements))

    def _round(self, statement: int) -> tuple[int, ...]:
        """Return the circle through a statement, which begins and ends with it; empty where it merely rests on one."""
        found = self.solution.circles.through(statement, self._only_round)
        return (*found, statement) if found else ()

    def _only_round(self, statement: int) -> list[int]:
        """Return the premises of a statement that no leaves would support."""
        positive, via = self.solution.program.positive, self.solution.repairs.via
        return [p for rule in self.solution.rules(statement) for p in positive[rule] if p not in via]

    def _circle(self, statement: int, circle: tuple[int, ...]) -> list[Why]:
        """Return the premises through which a line goes round: the line that the circle takes, or else the first."""
        solution, positive = self.solution, self.solution.program.positive
        lines = ([p for p in positive[rule] if not solution.is_supported(p)] for rule in solution.rules(statement))
        round_about = [line for line in lines if line and solution.circles.members.issuperset(line)]
        line = next((line for line in round_about if circle and circle[1] in line), round_about[0])
        return [self.why(premise) for premise in line if premise not in solution.repairs.via]


def _is_ranked(part: Part) -> bool:
    return isinstance(part, Comparison) and part.is_ranked


_RESTS_ON = {"support": "argued", "citation": "cited", "assumption": "assumed", "leaf": "granted"}


def _once(make: Callable[[], list[Why]]) -> list[Why]:
    """Return reasons, of those that name the same thing the first: a relation may be drawn twice."""
    found: dict[tuple[str, str, frozenset[str]], Why] = {}
    for why in make():
        found.setdefault(_name(why), why)
    return list(found.values())


def _name(why: Why) -> tuple[str, str, frozenset[str]]:
    return why.kind, why.id, frozenset(why.names)


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


def _names(part: Part, premises: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a rule was made from by name: its source, the reason that is compared, or its premises."""
    match part:
        case Citation():
            return (part.source,)
        case Comparison():
            return (id_of(part.pro),)
    return premises
