"""Whether reasons are reasons: what each names is in the map, gives the label that it says, and leads back nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from attrs import field, frozen

from argmap.evaluation.certificate.definition import Rule
from argmap.evaluation.certificate.labelling import Labelling, derivable, supporting, sustained
from argmap.evaluation.certificate.naming import Name, has_twins, is_named, name_of, named, rule_name
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import FALSE, TRUE, UNDECIDED, Grade, Standing
from argmap.evaluation.why import Why

_WORDS = {"support": "argued", "citation": "cited", "assumption": "assumed", "leaf": "granted"}
_WORST_FIRST = (None, *reversed(Grade))


@frozen(eq=False)
class ReasonCheck:
    """Reasons beside a labelling that is right.

    Attributes:
        labelling: The rules and their labels.
        standings: The standing of each statement that is no question.
        grades: How good the citations are.
        sources: The names of the citations' sources, by id.
        assumptions: The declared assumptions.
        discounted: The citations for each statement that are no ground on the basis, with their grades.
    """

    labelling: Labelling
    standings: Mapping[str, Standing]
    grades: Grades
    sources: Mapping[str, Collection[tuple[str, ...]]]
    assumptions: Collection[str]
    discounted: Mapping[str, Grades]
    _enabled: dict[frozenset[str], set[str]] = field(factory=dict, init=False)

    def wrong(self, why: Why) -> bool:
        """Tell whether what a reason names, and what stands below and beside it, do not give it its label."""
        if why.kind == "statement":
            return not (self._is_statement(why) and self._explains(why))
        if why.kind == "line":
            told = [child.id for child in why.children] == list(why.names)
            is_line = bool(self.labelling.named("support", why.id)) and (why.status, why.grade) == ("fails", None)
            return not (why.names and told and is_line) or bool(why.also)
        return not (self._is_graded(why) and self._describes(why))

    def _is_statement(self, why: Why) -> bool:
        """Tell whether a statement is in the map, and has the standing and grade that are said."""
        if self.standings.get(why.id) != why.status or why.names or has_twins(why.children) or has_twins(why.also):
            return False
        first = why.children[0] if why.children and why.status == Standing.ACCEPTED else None
        return why.grade == (first.grade if first else None)

    def _explains(self, why: Why) -> bool:
        """Tell whether what stands below a statement and beside it gives it its label."""
        explains = {
            "beaten": self._is_beaten,
            "too-weak": self._is_beaten,
            "support-lost": self._is_lost,
            "deadlock": self._is_deadlock,
            "to-weigh": self._is_balance,
            "uncited": self._is_bare,
            "discounted": self._is_bare,
            "missing": self._is_missing,
            "missing-and-circular": self._would_go_round,
            "circular": self._is_circular,
        }.get(why.reason, self._is_accepted)
        lines, strikes = (self.labelling.rules_for((kind, why.id)) for kind in ("holds", "beaten"))
        return explains(why, lines, strikes)

    def _is_accepted(self, why: Why, lines: list[Rule], strikes: list[Rule]) -> bool:
        """Tell whether a line stands as it is said, every attack fails, and all further lines that stand are named."""
        if not why.children:
            return False
        first, *others = why.children
        standing = {rule_name(rule) for rule in lines if self.labelling.truth(rule) == TRUE}
        answered = {name_of(child) for child in others}
        return (
            _WORDS.get(first.kind) == why.reason
            and {name_of(first), *map(name_of, why.also)} == standing
            and len(standing) == 1 + len(why.also)
            and {child.status for child in (first, *why.also)} == {"stands"}
            and answered == {rule_name(rule) for rule in strikes}
            and {child.status for child in others} <= {"fails"}
        )

    def _is_beaten(self, why: Why, _: list[Rule], strikes: list[Rule]) -> bool:
        """Tell whether what is told beats a statement, all of it."""
        if not why.children or (why.children[0].kind == "standard") != (why.reason == "too-weak"):
            return False
        return self._are_the_strikes([*why.children, *why.also], strikes)

    def _are_the_strikes(self, told: list[Why], strikes: list[Rule]) -> bool:
        """Tell whether what is told stands against a statement, and whether that is all but costs.

        With nothing else said, a cost stands just because the statement falls.
        """
        standing = [rule for rule in strikes if self.labelling.truth(rule) == TRUE]
        outright = {
            rule_name(rule) for rule in standing if not any(kind in ("outweighed", "met") for kind, _ in rule.denied)
        }
        names = named(told)
        is_each_one = len(names) == len(told) and {each.status for each in told} <= {"stands"}
        return is_each_one and outright <= names <= {rule_name(rule) for rule in standing}

    def _is_lost(self, why: Why, lines: list[Rule], strikes: list[Rule]) -> bool:
        """Tell whether all lines are told to fail but those that need the statement itself, and attacks that stand."""
        told = {name_of(child) for child in why.children}
        untold = [r for r in lines if rule_name(r) not in told and self._supported.issuperset(r.holds)]
        held = derivable(supporting(self.labelling.rules, without=why.id)) if untold else set()
        return (
            {child.status for child in why.children} == {"fails"}
            and told <= {rule_name(rule) for rule in lines}
            and not any(held.issuperset(rule.holds) for rule in untold)
            and self._are_the_strikes(list(why.also), strikes)
        )

    def _is_deadlock(self, why: Why, lines: list[Rule], strikes: list[Rule]) -> bool:
        """Tell whether all attacks that are undecided are told and, unless a line stands, all such lines."""
        stands = any(map(self.labelling.stands_unless_beaten, lines))
        open_lines = [] if stands else [rule for rule in lines if self.labelling.truth_of_part(rule) == UNDECIDED]
        open_strikes = [rule for rule in strikes if self.labelling.truth(rule) == UNDECIDED]
        open_strikes = [rule for rule in open_strikes if stands or rule.kind != "standard"]
        undecided, failing = ([c for c in why.children if c.status == word] for word in ("undecided", "fails"))
        told = named(undecided) == {rule_name(rule) for rule in (*open_lines, *open_strikes)} != set()
        told &= named(failing) <= {rule_name(rule) for rule in strikes if self.labelling.truth(rule) == FALSE}
        return told and len(undecided) + len(failing) == len(why.children) and not why.also

    def _is_balance(self, why: Why, lines: list[Rule], strikes: list[Rule]) -> bool:
        """Tell whether reasons are all that stand for a statement, and all that is open against it, each by weight."""
        pros = {name_of(child) for child in why.children if child.status == "stands"}
        cons = {name_of(child): child.reason for child in why.children if child.status == "undecided"}
        failing = {name_of(child) for child in why.children if child.status == "fails"}
        right = pros == {rule_name(rule) for rule in lines if self.labelling.stands_unless_beaten(rule)} != set()
        right &= cons.keys() == {rule_name(rule) for rule in strikes if self.labelling.truth(rule) != FALSE}
        right &= failing == {rule_name(rule) for rule in strikes if self.labelling.truth(rule) == FALSE}
        return right and set(cons.values()) == {"to-weigh"} and not why.also

    def _is_bare(self, why: Why, lines: list[Rule], _: list[Rule]) -> bool:
        """Tell whether no ground of a statement counts, and all that is cited for it is told."""
        told = {child.id: child.grade for child in why.children}
        right = {child.reason for child in why.children} == ({"discounted"} if why.reason == "discounted" else set())
        right &= why.reason == "discounted" or not lines or why.id in self.assumptions
        right &= told == self.discounted[why.id] and all(rule.holds for rule in lines)
        return right and self._is_elsewhere(why)

    def _is_missing(self, why: Why, *_: list[Rule]) -> bool:
        """Tell whether a statement would be supported if what is missing were."""
        right = {child.reason for child in why.children} <= {"uncited", "discounted", "circular"}
        missing = {child.id for child in why.children}
        return right and why.id in self._supported_by(missing) and self._is_elsewhere(why)

    def _would_go_round(self, why: Why, *_: list[Rule]) -> bool:
        """Tell whether a statement would merely go round in a circle if what is missing were supported."""
        right = {child.reason for child in why.children} <= {"uncited", "discounted", "circular"}
        leaves = {child.id for child in why.children if child.reason != "circular"}
        facts = (Rule(("holds", leaf), (), (), "leaf", leaf) for leaf in leaves)
        holds = sustained((*supporting(self.labelling.rules), *facts))
        return right and not why.also and ("holds", why.id) in holds and why.id not in self._supported_by(leaves)

    def _is_elsewhere(self, why: Why) -> bool:
        """Tell whether a statement would be supported if what is missing on each other line that is told were."""
        return all(
            line.kind == "line"
            and line.reason in ("missing", "missing-among-others")
            and {child.reason for child in line.children} <= {"uncited", "discounted"}
            and why.id in self._supported_by(set(line.names))
            for line in why.also
        )

    def _supported_by(self, statements: set[str]) -> set[str]:
        """Return what would be supported besides if some statements were."""
        key = frozenset(statements)
        if key not in self._enabled:
            found, met = set(key), dict[int, set[str]]()
            todo = list(found)
            for name in todo:
                for rule in self._above.get(name, ()):
                    lacking = met.setdefault(
                        id(rule), {n for n in rule.premises if ("holds", n) not in self._supported}
                    )
                    lacking.discard(name)
                    if not lacking and rule.head[1] not in found:
                        found.add(rule.head[1])
                        todo.append(rule.head[1])
            self._enabled[key] = found - key
        return self._enabled[key]

    @cached_property
    def _supported(self) -> set[tuple[str, str]]:
        return derivable(supporting(self.labelling.rules))

    @cached_property
    def _above(self) -> dict[str, list[Rule]]:
        """Return the supports that each statement is a premise of."""
        found: dict[str, list[Rule]] = {}
        for rule in supporting(self.labelling.rules):
            for name in rule.premises:
                found.setdefault(name, []).append(rule)
        return found

    def _is_circular(self, why: Why, lines: list[Rule], _: list[Rule]) -> bool:
        """Tell whether what is told is a premise of one line, and the circle, if one is told, leads round."""
        told = {child.id for child in why.children}
        circle = [why.id, *(each.id for each in why.also)]
        steps = pairwise(circle)
        rests = all(any(b in r.premises for r in self.labelling.rules_for(("holds", a))) for a, b in steps)
        closed = not why.also or (circle[-1] == why.id and {each.reason for each in why.also} == {"circular"})
        round_about = {child.reason for child in why.children} == {"circular"}
        return round_about and rests and closed and any(told <= rule.premises for rule in lines)

    def _is_graded(self, why: Why) -> bool:
        """Tell whether a citation has its grade, and a line that stands that of its worst premise."""
        if why.kind in ("citation", "counter-citation"):
            return why.grade is self.grades.get(why.id, Grade.UNVERIFIED)
        grade = None
        if why.kind == "assumption":
            grade = Grade.ASSUMED
        elif why.kind == "support":
            premises = [child.grade for child in why.children if child.kind == "statement"]
            grade = min(premises, key=_WORST_FIRST.index) if premises else None
        return why.grade is (grade if why.status == "stands" else None)

    def _describes(self, why: Why) -> bool:
        """Tell whether a relation, citation or assumption is in the map, and its children give it its label."""
        if why.also or has_twins(why.children):
            return False
        if why.kind in ("citation", "counter-citation") and why.names not in self.sources.get(why.id, ()):
            return False
        if why.kind in ("assumption", "leaf", "standard") and why.names:
            return False
        if why.reason == "discounted":
            is_none = any(why.id in citations for citations in self.discounted.values())
            return is_none and why.kind == "citation" and why.status == "fails" and not why.children
        if why.kind in ("comparison", "open"):
            told = [(child.id, child.status, child.reason) for child in why.children]
            is_known = any(is_named(rule, why) for rule in self.labelling.named(why.kind, why.id))
            return is_known and told == [(name, why.status, why.reason) for name in why.names]
        return any(self._bears_out(rule, why) for rule in self.labelling.named(why.kind, why.id))

    def _bears_out(self, rule: Rule, why: Why) -> bool:
        """Tell whether a rule is what a reason speaks of, and the reason's children give it its label."""
        statements = {child.id: child.status for child in why.children if child.kind == "statement"}
        answers = {name_of(child): child.status for child in why.children if child.kind != "statement"}
        known = {rule_name(answer) for answer in self._answers(rule)}
        if not is_named(rule, why) or not known >= answers.keys() or not statements.keys() <= rule.premises:
            return False
        judged = {name for name in known if name[0] != "open"}
        all_told = statements.keys() == rule.premises and judged == answers.keys()
        match why.status, why.reason:
            case "stands", "":
                return all_told and {*statements.values(), *answers.values()} <= {Standing.ACCEPTED, "fails"}
            case "fails", reason:
                return len(why.children) == 1 and _fails(why.children[0]) == reason
            case "undecided", "to-weigh":
                undecided = {name[0] for name, status in answers.items() if status != "fails"}
                stand = set(statements.values()) <= {Standing.ACCEPTED} and undecided <= {"outweighing", "comparison"}
                return stand and all_told and self.labelling.truth(rule) == UNDECIDED and self.labelling.is_open(rule)
            case "undecided", "":
                return not self.labelling.is_open(rule) and self._is_undecided(rule, statements, answers)
            case _:
                return False

    def _is_undecided(self, rule: Rule, statements: Mapping[str, str], answers: Mapping[Name, str]) -> bool:
        """Tell whether all that is undecided in a rule is told, and nothing else."""
        open_premises = {name for name in rule.premises if self.labelling.value(("holds", name)) == UNDECIDED}
        unsettled = [answer for answer in self._answers(rule) if self.labelling.truth(answer) == UNDECIDED]
        cuts = {rule_name(answer) for answer in unsettled if answer.head[0] == "cut"}
        others = set() if open_premises or cuts else set(map(rule_name, unsettled))
        told = statements.keys() == open_premises and answers.keys() == cuts | others
        return told and {*statements.values(), *answers.values()} == {"undecided"}

    def _answers(self, rule: Rule) -> Iterator[Rule]:
        """Yield the rules for what would keep a rule's body from standing: undercuts, and what outweighs it."""
        for atom in rule.denied:
            if atom[0] in ("cut", "outweighed", "met"):
                yield from (answer for answer in self.labelling.rules_for(atom) if answer.kind != "choice")


def _fails(culprit: Why) -> str | None:
    """Return the word for what makes something fail; None where it does not."""
    if culprit.kind == "statement":
        return "premise" if culprit.status in (Standing.REJECTED, Standing.UNSUPPORTED) else None
    words = {"undercut": "cut", "outweighing": "outweighed", "comparison": "outweighed"}
    return words.get(culprit.kind) if culprit.status == "stands" else None
