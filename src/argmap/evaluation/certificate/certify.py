"""Checking an evaluation against the definition, by code that shares nothing with the code that found it.

The rules are written down afresh from the map. A labelling is the well-founded model if it is a three-valued stable
model (Przymusinski 1990) and each settled label follows from labels settled before it or, for statements that rest on
nothing but each other, together with it (Van Gelder, Ross & Schlipf 1991). Each reason is checked where it stands: what
it names is in the map, and has the label that it says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import define, field, frozen

from argmap.evaluation.certificate.definition import Atom, Rule, definition, discounted
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import FALSE, TRUE, UNDECIDED, Basis, Grade, Standing
from argmap.evaluation.why import Why
from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind

_TRUTH = {
    Standing.ACCEPTED: TRUE,
    Standing.UNDECIDED: UNDECIDED,
    Standing.REJECTED: FALSE,
    Standing.UNSUPPORTED: FALSE,
}
_OPPOSITE = {TRUE: FALSE, FALSE: TRUE, UNDECIDED: UNDECIDED}
_OF_STATEMENTS = frozenset({*RelationKind, "outweighing"})
_Name = tuple[str, str, frozenset[str]]


@frozen
class Claims:
    """What an evaluation says, by name.

    Attributes:
        basis: Which grounds are honoured.
        settled: The truth of each atom that some rule may conclude, and when it was settled.
        standings: The standing of each statement that is no question.
    """

    basis: Basis
    settled: Mapping[Atom, tuple[int, int]] = field(repr=False)
    standings: Mapping[str, Standing] = field(repr=False)


def certify(m: ArgumentMap, claims: Claims, grades: Grades | None = None, reasons: Iterable[Why] = ()) -> list[str]:
    """Check every label of an evaluation, and the reasons that are given.

    Args:
        m: The map.
        claims: What is said of it.
        grades: What the evaluation knew of its citations.
        reasons: Reasons for labels of statements; all that they rest on is checked too.

    Returns:
        What is wrong, in a sentence each; empty if all is right. Reasons are only checked where all labels are right.

    Example:
        >>> from argmap.model.statements import Kind, Statement
        >>> m = ArgumentMap(statements=(Statement("wet", Kind.CLAIM, "The street is wet."),))
        >>> settled = {("holds", "wet"): (FALSE, 1)}
        >>> certify(m, Claims(Basis.DECLARED, settled, {"wet": Standing.UNSUPPORTED}))
        []
        >>> certify(m, Claims(Basis.DECLARED, settled, {"wet": Standing.ACCEPTED}))
        ['wet is not accepted']
    """
    rules = tuple(definition(m, claims.basis, grades))
    certificate = Certificate(claims, rules, grades or {}, discounted(m, claims.basis, grades))
    return list(certificate.wrong_labels()) or list(certificate.wrong_reasons(reasons))


@define(eq=False)
class Certificate:
    """The claims of an evaluation beside the rules of the definition.

    Attributes:
        claims: What an evaluation says.
        rules: The rules of the map.
        grades: How good its citations are.
        discounted: The citations for each statement that are no ground on the basis, with their grades.
    """

    claims: Claims
    rules: tuple[Rule, ...]
    grades: Grades
    discounted: Mapping[str, Grades]
    _by_head: dict[Atom, list[Rule]] = field(factory=dict, init=False)
    _named: dict[tuple[str, str], list[Rule]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for rule in self.rules:
            self._by_head.setdefault(rule.head, []).append(rule)
            self._named.setdefault((rule.kind, rule.id), []).append(rule)

    def value(self, atom: Atom) -> int:
        """Return the truth of an atom; what no rule concludes is false."""
        return self.claims.settled.get(atom, (FALSE, 0))[0]

    def stage(self, atom: Atom) -> int:
        """Tell when an atom was settled."""
        return self.claims.settled.get(atom, (FALSE, 0))[1]

    def truth(self, rule: Rule) -> int:
        """Return the truth of a rule's body."""
        values = [self.value(atom) for atom in rule.holds] + [_OPPOSITE[self.value(atom)] for atom in rule.denied]
        return FALSE if FALSE in values else UNDECIDED if UNDECIDED in values else TRUE

    def wrong_labels(self) -> Iterator[str]:
        """Say which labels do not follow."""
        possible = _derivable(rule for rule in self.rules if all(self.value(atom) != TRUE for atom in rule.denied))
        denied = {atom for rule in self.rules for atom in rule.denied}
        settled = self.claims.settled
        for atom in [*settled, *(atom for atom in self._by_head if atom in denied and atom not in settled)]:
            rules = self._by_head.get(atom, [])
            value = self.value(atom)
            if value == TRUE:
                right = any(self._precedes(rule, self.stage(atom)) for rule in rules)
            elif value == FALSE:
                right = all(self._fails(rule, self.stage(atom)) for rule in rules)
            else:
                right = atom in possible and all(self.truth(rule) != TRUE for rule in rules)
            if not right:
                yield f"{atom[0]}({atom[1]}) is wrongly labelled"
        yield from self._wrong_standings()

    def _wrong_standings(self) -> Iterator[str]:
        """Say which standings are wrong, that of a statement without support for one that has it included."""
        supported = _derivable(rule for rule in self.rules if rule.head[0] == "holds")
        for name, standing in self.claims.standings.items():
            atom = ("holds", name)
            if _TRUTH[standing] != self.value(atom) or (standing is Standing.UNSUPPORTED) == (atom in supported):
                yield f"{name} is not {standing}"

    def _precedes(self, rule: Rule, stage: int) -> bool:
        """Tell whether a rule's body was true before a stage."""
        return self.truth(rule) == TRUE and all(self.stage(atom) < stage for atom in rule.holds + rule.denied)

    def _fails(self, rule: Rule, stage: int) -> bool:
        """Tell whether a rule failed before a stage, or rests on a statement that fell at that stage."""
        return any(self.value(a) == FALSE and self.stage(a) <= stage for a in rule.holds) or any(
            self.value(a) == TRUE and self.stage(a) < stage for a in rule.denied
        )

    def wrong_reasons(self, reasons: Iterable[Why]) -> Iterator[str]:
        """Say which reasons, and which that they rest on, are no reasons."""
        todo = list(reasons)
        seen = set(map(id, todo))
        for why in todo:
            right = self._explains(why) if why.kind == "statement" else self._is_graded(why) and self._describes(why)
            if not right:
                yield f"the reason given for {why.id} does not hold"
            fresh = [child for child in why.children if id(child) not in seen]
            seen.update(map(id, fresh))
            todo += fresh

    def _explains(self, why: Why) -> bool:
        """Tell whether the children of a statement's reason give it its label."""
        holds, beaten = ("holds", why.id), ("beaten", why.id)
        lines, strikes = self._by_head.get(holds, []), self._by_head.get(beaten, [])
        statuses, reasons = {child.status for child in why.children}, {child.reason for child in why.children}
        first, *others = why.children or (why,)
        match why.reason:
            case "beaten":
                right = any(_is_named(rule, first) and self._precedes(rule, self.stage(beaten)) for rule in strikes)
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
                right &= any(_is_named(rule, first) and self._precedes(rule, self.stage(holds)) for rule in lines)
        return right and self.claims.standings[why.id] == why.status

    def _is_balance(self, told: Iterable[Why], lines: list[Rule], strikes: list[Rule]) -> bool:
        """Tell whether reasons are all that stand for a statement, and all that is open against it, each by weight."""
        pros = {_name(child) for child in told if child.status == "stands"}
        cons = {_name(child): child.reason for child in told if child.status != "stands"}
        right = pros == {_rule_name(rule) for rule in lines if self._stands_unless_beaten(rule)} != set()
        right &= cons.keys() == {_rule_name(rule) for rule in strikes if self.truth(rule) != FALSE}
        return right and set(cons.values()) == {"to-weigh"}

    def _stands_unless_beaten(self, rule: Rule) -> bool:
        return all(self.value(atom) == TRUE for atom in rule.holds) and all(
            self.value(atom) == FALSE for atom in rule.denied if atom[0] != "beaten"
        )

    def _is_graded(self, why: Why) -> bool:
        """Tell whether a citation has the grade that is said, and whether it is none where nothing else is cited."""
        if why.kind not in ("citation", "counter-citation"):
            return why.grade is None
        return why.grade is self.grades.get(why.id, Grade.UNVERIFIED)

    def _describes(self, why: Why) -> bool:
        """Tell whether a relation, citation or assumption is in the map, and its children give it its label."""
        if why.reason == "discounted":
            return why.status == "fails" and not why.children
        return any(self._bears_out(rule, why) for rule in self._named.get((why.kind, why.id), []))

    def _bears_out(self, rule: Rule, why: Why) -> bool:
        """Tell whether a rule is what a reason speaks of, and the reason's children give it its label."""
        statements = {child.id: child.status for child in why.children if child.kind == "statement"}
        answers = {_name(child): child.status for child in why.children if child.kind != "statement"}
        statuses = {*statements.values(), *answers.values()}
        known = {_rule_name(answer) for answer in self._answers(rule)}
        if not _is_named(rule, why) or not known >= answers.keys() or not statements.keys() <= rule.premises:
            return False
        all_told = statements.keys() == rule.premises and known == answers.keys()
        match why.status, why.reason:
            case "stands", _:
                return all_told and statuses <= {Standing.ACCEPTED, "fails"}
            case "fails", _:
                return len(why.children) == 1 and statuses <= {Standing.REJECTED, Standing.UNSUPPORTED, "stands"}
            case _, "to-weigh":
                undecided = {name[0] for name, status in answers.items() if status != "fails"}
                is_open = set(statements.values()) <= {Standing.ACCEPTED} and undecided <= {"outweighing"}
                return is_open and all_told and self.truth(rule) == UNDECIDED
            case _:
                return statuses == {"undecided"}

    def _answers(self, rule: Rule) -> Iterator[Rule]:
        """Yield the rules for what would keep a rule's body from standing: undercuts, and what outweighs it."""
        for atom in rule.denied:
            if atom[0] in ("cut", "outweighed"):
                yield from (answer for answer in self._by_head.get(atom, []) if answer.kind != "choice")


def _derivable(rules: Iterable[Rule]) -> set[Atom]:
    """Return what follows from rules when what they deny is left aside."""
    waiting: dict[Atom, list[int]] = {}
    lacking: list[int] = []
    heads: list[Atom] = []
    found: dict[Atom, None] = {}
    for number, rule in enumerate(rules):
        lacking.append(len(set(rule.holds)))
        heads.append(rule.head)
        for atom in set(rule.holds):
            waiting.setdefault(atom, []).append(number)
        if not rule.holds:
            found[rule.head] = None
    todo = list(found)
    for atom in todo:
        for number in waiting.get(atom, []):
            lacking[number] -= 1
            if not lacking[number] and heads[number] not in found:
                found[heads[number]] = None
                todo.append(heads[number])
    return set(found)


def _is_named(rule: Rule, why: Why) -> bool:
    """Tell whether a reason speaks of what a rule was written down for."""
    return _rule_name(rule) == _name(why)


def _rule_name(rule: Rule) -> _Name:
    """Return the kind and id of what a rule was written down for and, where statements act in it, which do."""
    return rule.kind, rule.id, frozenset(rule.premises if rule.kind in _OF_STATEMENTS else ())


def _name(why: Why) -> _Name:
    """Return the kind and id of what a reason speaks of and, where statements act in it, which do."""
    return why.kind, why.id, frozenset(why.names if why.kind in _OF_STATEMENTS else ())
