"""Checking an evaluation against the definition, by code that shares nothing with the code that found it.

The rules are written down afresh from the map. A labelling is the well-founded model if it is a three-valued stable
model (Przymusinski 1990) and each settled label follows from labels settled before it or, for statements that rest on
nothing but each other, together with it (Van Gelder, Ross & Schlipf 1991). Each reason is checked where it stands: what
it names is in the map, and has the label that it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, field, frozen

from argmap.evaluation.standing import FALSE, TRUE, UNDECIDED
from argmap.evaluation.verdict import Basis, Evaluation, Status, Why
from argmap.evidence.resolution import Resolutions
from argmap.evidence.resolution import Status as Found
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement

Atom = tuple[str, str]
"""*Holds*, *beaten* or *cut*, and the id of what is."""


@frozen
class Rule:
    """A rule of the definition, and the kind and id of what it says in the map."""

    head: Atom
    holds: tuple[str, ...]
    denied: tuple[Atom, ...]
    kind: str
    id: str


def certify(m: ArgumentMap, evaluation: Evaluation, resolutions: Resolutions | None = None) -> list[str]:
    """Check every label of an evaluation and the reason that is given for it.

    Args:
        m: The map.
        evaluation: What is said of it.
        resolutions: What the evaluation knew of its citations.

    Returns:
        What is wrong, in a sentence each; empty if all is right. Reasons are only checked where all labels are right.

    Example:
        >>> from argmap.evaluation.evaluate import evaluate
        >>> m = ArgumentMap(statements=(Statement("wet", Kind.CLAIM, "The street is wet."),))
        >>> certify(m, evaluate(m))
        []
    """
    certificate = Certificate(evaluation, tuple(_rules(m, evaluation.basis, resolutions)))
    return list(certificate.wrong_labels()) or list(certificate.wrong_reasons())


@define(eq=False)
class Certificate:
    """The labels and stages of an evaluation beside the rules of the definition."""

    evaluation: Evaluation
    rules: tuple[Rule, ...]
    _by_head: dict[Atom, list[Rule]] = field(factory=dict, init=False)
    _named: dict[tuple[str, str], list[Rule]] = field(factory=dict, init=False)
    _settled: dict[Atom, tuple[int, int]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for rule in self.rules:
            self._by_head.setdefault(rule.head, []).append(rule)
            self._named.setdefault((rule.kind, rule.id), []).append(rule)
        program, labelling = self.evaluation.grounding.program, self.evaluation.labelling
        ids = program.graph.ids
        numbers = {("holds", name): number for number, name in enumerate(ids)}
        numbers |= {("beaten", ids[place]): number for place, number in program.beaten.items()}
        numbers |= {("cut", name): number for name, number in program.cut.items()}
        self._settled = {atom: (labelling.values[n], labelling.stages[n]) for atom, n in numbers.items()}

    def value(self, atom: Atom) -> int:
        """Give the label of an atom; what no rule concludes is false."""
        return self._settled.get(atom, (FALSE, 0))[0]

    def stage(self, atom: Atom) -> int:
        """Tell when an atom was settled."""
        return self._settled.get(atom, (FALSE, 0))[1]

    def truth(self, rule: Rule) -> int:
        """Give the truth of a rule's body."""
        opposite = {TRUE: FALSE, FALSE: TRUE, UNDECIDED: UNDECIDED}
        values = {self.value(("holds", name)) for name in rule.holds} | {opposite[self.value(a)] for a in rule.denied}
        return FALSE if FALSE in values else UNDECIDED if UNDECIDED in values else TRUE

    def wrong_labels(self) -> Iterator[str]:
        """Say which labels do not follow."""
        possible = self._possible()
        denied = {atom for rule in self.rules for atom in rule.denied}
        for atom in [*self._settled, *(atom for atom in self._by_head if atom in denied and atom not in self._settled)]:
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
        for name, verdict in self.evaluation.items():
            truth = {Status.ACCEPTED: TRUE, Status.UNDECIDED: UNDECIDED}.get(verdict.status, FALSE)
            if truth != self.value(("holds", name)):
                yield f"{name} is not {verdict.status}"

    def _precedes(self, rule: Rule, stage: int) -> bool:
        """Tell whether a rule's body was true before a stage."""
        literals = [*(("holds", name) for name in rule.holds), *rule.denied]
        return self.truth(rule) == TRUE and all(self.stage(atom) < stage for atom in literals if atom in self._settled)

    def _fails(self, rule: Rule, stage: int) -> bool:
        """Tell whether a rule failed before a stage, or rests on a statement that fell at that stage."""
        holds = [("holds", name) for name in rule.holds]
        return any(self.value(a) == FALSE and self.stage(a) <= stage for a in holds) or any(
            self.value(a) == TRUE and self.stage(a) < stage for a in rule.denied
        )

    def _possible(self) -> set[Atom]:
        """Give what can be derived if nothing is denied that is not true."""
        waiting: dict[Atom, list[Rule]] = {}
        lacking = {}
        found: dict[Atom, None] = {}
        for rule in self.rules:
            if all(self.value(atom) != TRUE for atom in rule.denied):
                lacking[id(rule)] = len(set(rule.holds))
                for name in set(rule.holds):
                    waiting.setdefault(("holds", name), []).append(rule)
                if not rule.holds:
                    found[rule.head] = None
        todo = list(found)
        for atom in todo:
            for rule in waiting.get(atom, []):
                lacking[id(rule)] -= 1
                if not lacking[id(rule)] and rule.head not in found:
                    found[rule.head] = None
                    todo.append(rule.head)
        return set(found)

    def wrong_reasons(self) -> Iterator[str]:
        """Say which reasons are no reasons."""
        todo = [verdict.why for verdict in self.evaluation.values()]
        seen = set(map(id, todo))
        for why in todo:
            right = self._explains(why) if why.kind == "statement" else self._describes(why)
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
            case "uncited":
                right = not why.children and all(rule.holds for rule in lines)
            case "missing":
                right = reasons == {"uncited"}
            case "circular":
                right = reasons == {"circular"}
            case _:
                answered = {(child.kind, child.id) for child in others if child.status == "fails"}
                right = answered == {(rule.kind, rule.id) for rule in strikes}
                right &= any(_is_named(rule, first) and self._precedes(rule, self.stage(holds)) for rule in lines)
        return right and self.evaluation[why.id].status == why.status

    def _describes(self, why: Why) -> bool:
        """Tell whether a relation, citation or assumption is in the map, and its children give it its label."""
        struck = [] if why.kind in _UNCUTTABLE else self._by_head.get(("cut", why.id), [])
        cuts = {(rule.kind, rule.id) for rule in struck}
        statements = {child.id: child for child in why.children if child.kind == "statement"}
        undercuts = {(child.kind, child.id): child for child in why.children if child.kind != "statement"}
        statuses = {child.status for child in why.children}
        for rule in self._named.get((why.kind, why.id), []):
            if not _is_named(rule, why) or not cuts >= undercuts.keys() or not statements.keys() <= set(rule.holds):
                continue
            match why.status:
                case "stands":
                    all_told = statements.keys() == set(rule.holds) and cuts == undercuts.keys()
                    return all_told and statuses <= {Status.ACCEPTED, "fails"}
                case "fails":
                    return len(why.children) == 1 and statuses <= {Status.REJECTED, Status.UNSUPPORTED, "stands"}
                case _:
                    return statuses == {"undecided"}
        return False


_UNCUTTABLE = ("assumption", "leaf", "contradiction")
"""What no undercut strikes at; one that names its id names nothing."""


def _is_named(rule: Rule, why: Why) -> bool:
    """Tell whether a reason speaks of what a rule was written down for."""
    is_relation = why.kind in tuple(RelationKind)
    return (rule.kind, rule.id) == (why.kind, why.id) and (not is_relation or set(rule.holds) == set(why.names))


def _rules(m: ArgumentMap, basis: Basis, resolutions: Resolutions | None) -> Iterator[Rule]:
    """Write down the rules of a map."""
    told = {s.id: s for s in m.statements if s.kind is not Kind.QUESTION}
    known = {s.id for s in m.statements}
    concluded = set()
    for relation in m.relations:
        ends = (*relation.sources, *([] if relation.kind is RelationKind.UNDERCUT else [relation.target]))
        if not relation.sources or not known.issuperset(ends):
            continue
        if relation.kind is RelationKind.CONTRADICTION:
            yield from _exclusions(relation, told)
        elif told.keys() >= set(ends):
            yield _relation_rule(relation)
            if relation.kind is RelationKind.SUPPORT:
                concluded.add(relation.target)
    for statement in told.values():
        yield from _ground_rules(statement, basis, resolutions, statement.id in concluded)


def _relation_rule(relation: Relation) -> Rule:
    uncut = ("cut", relation.id)
    head = {"support": "holds", "attack": "beaten", "undercut": "cut"}[relation.kind]
    denied = (uncut, ("beaten", relation.target)) if relation.kind is RelationKind.SUPPORT else (uncut,)
    return Rule((head, relation.target), relation.sources, denied, relation.kind, relation.id)


def _exclusions(relation: Relation, told: Mapping[str, Statement]) -> Iterator[Rule]:
    members = [*dict.fromkeys(relation.sources), relation.target]
    for place, name in enumerate(members):
        for other in members[:place] + members[place + 1 :]:
            if name in told and other in told:
                yield Rule(("beaten", name), (other,), (), relation.kind, relation.id)


def _ground_rules(
    statement: Statement, basis: Basis, resolutions: Resolutions | None, is_concluded: bool
) -> Iterator[Rule]:
    holds, unbeaten = ("holds", statement.id), ("beaten", statement.id)
    cited = [c for c in statement.citations if _is_found(c, resolutions)]
    for citation in cited:
        if citation.stance is Stance.SUPPORTS:
            yield Rule(holds, (), (unbeaten, ("cut", citation.id)), "citation", citation.id)
        if citation.stance is Stance.CONTRADICTS:
            yield Rule(unbeaten, (), (("cut", citation.id),), "counter-citation", citation.id)
    if statement.kind is Kind.ASSUMPTION:
        if basis is not Basis.CITED:
            yield Rule(holds, (), (unbeaten,), "assumption", statement.id)
    elif basis is Basis.GRANTED and not is_concluded and all(c.stance is not Stance.SUPPORTS for c in cited):
        yield Rule(holds, (), (unbeaten,), "leaf", statement.id)


def _is_found(citation: Citation, resolutions: Resolutions | None) -> bool:
    """Tell whether a citation's passage is not missing from its source."""
    found = (resolutions or {}).get((citation.source, citation.selector))
    return found is None or found.status is not Found.MISSING
