"""Whether reasons are reasons: what each names is in the map, and gives the label that it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import define

from argmap.evaluation.certificate.definition import Atom, Rule
from argmap.evaluation.certificate.labelling import Labelling
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import FALSE, UNDECIDED, Grade, Standing
from argmap.evaluation.why import Why
from argmap.model.relations import RelationKind

_OF_STATEMENTS = frozenset({*RelationKind, "outweighing"})
_NAMED = _OF_STATEMENTS | {"comparison", "open"}
_Name = tuple[str, str, frozenset[str]]


@define(eq=False)
class ReasonCheck:
    """Reasons beside a labelling that is right.

    Attributes:
        labelling: The rules and their labels.
        standings: The standing of each statement that is no question.
        grades: How good the citations are.
        discounted: The citations for each statement that are no ground on the basis, with their grades.
        count: How many reasons were looked at.
    """

    labelling: Labelling
    standings: Mapping[str, Standing]
    grades: Grades
    discounted: Mapping[str, Grades]
    count: int = 0

    def wrong_reasons(self, reasons: Iterable[Why]) -> Iterator[str]:
        """Say which reasons, and which that they rest on, are no reasons."""
        todo = list(reasons)
        seen = set(map(id, todo))
        for self.count, why in enumerate(todo, start=1):
            right = self._explains(why) if why.kind == "statement" else self._is_graded(why) and self._describes(why)
            if not right:
                yield f"the reason given for {why.id} does not hold"
            fresh = [child for child in why.children if id(child) not in seen]
            seen.update(map(id, fresh))
            todo += fresh

    def _explains(self, why: Why) -> bool:
        """Tell whether the children of a statement's reason give it its label."""
        holds, beaten = ("holds", why.id), ("beaten", why.id)
        lines, strikes = self.labelling.rules_for(holds), self.labelling.rules_for(beaten)
        statuses, reasons = {child.status for child in why.children}, {child.reason for child in why.children}
        first, *others = why.children or (why,)
        match why.reason:
            case "beaten" | "too-weak":
                right = self._leads(first, beaten) and (first.kind == "standard") == (why.reason == "too-weak")
            case "support-lost":
                right = statuses == {"fails"}
            case "deadlock":
                right = statuses == {"undecided"}
            case "to-weigh":
                right = self._is_balance(why.children, lines, strikes)
            case "uncited":
                right = not why.children and all(rule.holds for rule in lines)
                right &= not self.discounted[why.id]
            case "discounted":
                told = {child.id: child.grade for child in why.children}
                right = reasons == {"discounted"} and told == self.discounted[why.id]
                right &= all(rule.holds for rule in lines)
            case "missing":
                right = reasons <= {"uncited", "discounted"}
            case "circular":
                right = reasons == {"circular"}
            case _:
                answered = {(child.kind, child.id) for child in others if child.status == "fails"}
                right = answered == {(rule.kind, rule.id) for rule in strikes}
                right &= self._leads(first, holds)
        return right and self.standings[why.id] == why.status

    def _leads(self, why: Why, atom: Atom) -> bool:
        """Tell whether what a reason speaks of makes an atom true by what was settled before."""
        stage = self.labelling.stage(atom)
        rules = self.labelling.rules_for(atom)
        return any(_is_named(rule, why) and self.labelling.precedes(rule, stage) for rule in rules)

    def _is_balance(self, told: Iterable[Why], lines: list[Rule], strikes: list[Rule]) -> bool:
        """Tell whether reasons are all that stand for a statement, and all that is open against it, each by weight."""
        pros = {_name(child) for child in told if child.status == "stands"}
        cons = {_name(child): child.reason for child in told if child.status != "stands"}
        right = pros == {_rule_name(rule) for rule in lines if self.labelling.stands_unless_beaten(rule)} != set()
        right &= cons.keys() == {_rule_name(rule) for rule in strikes if self.labelling.truth(rule) != FALSE}
        return right and set(cons.values()) == {"to-weigh"}

    def _is_graded(self, why: Why) -> bool:
        """Tell whether a citation has the grade that is said, and whether it is none where nothing else is cited."""
        if why.kind not in ("citation", "counter-citation"):
            return why.grade is None
        return why.grade is self.grades.get(why.id, Grade.UNVERIFIED)

    def _describes(self, why: Why) -> bool:
        """Tell whether a relation, citation or assumption is in the map, and its children give it its label."""
        if why.reason == "discounted":
            return why.status == "fails" and not why.children
        if why.kind in ("comparison", "open"):
            told = [(child.id, child.status) for child in why.children]
            is_known = any(_is_named(rule, why) for rule in self.labelling.named(why.kind, why.id))
            return is_known and told == [(name, why.status) for name in why.names]
        return any(self._bears_out(rule, why) for rule in self.labelling.named(why.kind, why.id))

    def _bears_out(self, rule: Rule, why: Why) -> bool:
        """Tell whether a rule is what a reason speaks of, and the reason's children give it its label."""
        statements = {child.id: child.status for child in why.children if child.kind == "statement"}
        answers = {_name(child): child.status for child in why.children if child.kind != "statement"}
        statuses = {*statements.values(), *answers.values()}
        known = {_rule_name(answer) for answer in self._answers(rule)}
        if not _is_named(rule, why) or not known >= answers.keys() or not statements.keys() <= rule.premises:
            return False
        judged = {name for name in known if name[0] != "open"}
        all_told = statements.keys() == rule.premises and judged == answers.keys()
        match why.status, why.reason:
            case "stands", _:
                return all_told and statuses <= {Standing.ACCEPTED, "fails"}
            case "fails", _:
                return len(why.children) == 1 and statuses <= {Standing.REJECTED, Standing.UNSUPPORTED, "stands"}
            case _, "to-weigh":
                undecided = {name[0] for name, status in answers.items() if status != "fails"}
                stand = set(statements.values()) <= {Standing.ACCEPTED} and undecided <= {"outweighing", "comparison"}
                return stand and all_told and self.labelling.truth(rule) == UNDECIDED and self.labelling.is_open(rule)
            case _:
                return statuses == {"undecided"}

    def _answers(self, rule: Rule) -> Iterator[Rule]:
        """Yield the rules for what would keep a rule's body from standing: undercuts, and what outweighs it."""
        for atom in rule.denied:
            if atom[0] in ("cut", "outweighed", "met"):
                yield from (answer for answer in self.labelling.rules_for(atom) if answer.kind != "choice")


def _is_named(rule: Rule, why: Why) -> bool:
    """Tell whether a reason speaks of what a rule was written down for."""
    return _rule_name(rule) == _name(why)


def _rule_name(rule: Rule) -> _Name:
    """Return the kind and id of what a rule was written down for and, where statements act in it, which do."""
    names = [rule.by] if rule.by else rule.premises if rule.kind in _OF_STATEMENTS else ()
    return rule.kind, rule.id, frozenset(names)


def _name(why: Why) -> _Name:
    """Return the kind and id of what a reason speaks of and, where statements act in it, which do."""
    return why.kind, why.id, frozenset(why.names if why.kind in _NAMED else ())
