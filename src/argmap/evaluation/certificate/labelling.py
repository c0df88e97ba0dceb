"""Rules with the truths that an evaluation gives their atoms, and what follows from rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import define, evolve, field

from argmap.evaluation.certificate.definition import Atom, Rule
from argmap.evaluation.labels import FALSE, TRUE, UNDECIDED

_OPPOSITE = {TRUE: FALSE, FALSE: TRUE, UNDECIDED: UNDECIDED}


@define(eq=False)
class Labelling:
    """The rules of a map beside the truth that is claimed of each atom.

    Attributes:
        rules: The rules.
        settled: The truth of each atom that some rule may conclude, and when it was settled.
    """

    rules: tuple[Rule, ...]
    settled: Mapping[Atom, tuple[int, int]]
    _by_head: dict[Atom, list[Rule]] = field(factory=dict, init=False)
    _named: dict[tuple[str, str], list[Rule]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for rule in self.rules:
            self._by_head.setdefault(rule.head, []).append(rule)
            self._named.setdefault((rule.kind, rule.id), []).append(rule)

    def rules_for(self, atom: Atom) -> list[Rule]:
        """Return the rules that conclude an atom."""
        return self._by_head.get(atom, [])

    def named(self, kind: str, name: str) -> list[Rule]:
        """Return the rules of what has a kind and an id in the map."""
        return self._named.get((kind, name), [])

    @property
    def atoms(self) -> Iterator[Atom]:
        """Go through the atoms that are claimed, and those that a rule concludes and another denies."""
        denied = {atom for rule in self.rules for atom in rule.denied}
        yield from self.settled
        yield from (atom for atom in self._by_head if atom in denied and atom not in self.settled)

    def value(self, atom: Atom) -> int:
        """Return the truth of an atom; what no rule concludes is false."""
        return self.settled.get(atom, (FALSE, 0))[0]

    def stage(self, atom: Atom) -> int:
        """Tell when an atom was settled."""
        return self.settled.get(atom, (FALSE, 0))[1]

    def truth(self, rule: Rule) -> int:
        """Return the truth of a rule's body."""
        values = [self.value(atom) for atom in rule.holds] + [_OPPOSITE[self.value(atom)] for atom in rule.denied]
        return FALSE if FALSE in values else UNDECIDED if UNDECIDED in values else TRUE

    def precedes(self, rule: Rule, stage: int) -> bool:
        """Tell whether a rule's body was true before a stage."""
        return self.truth(rule) == TRUE and all(self.stage(atom) < stage for atom in rule.holds + rule.denied)

    def fails(self, rule: Rule, stage: int) -> bool:
        """Tell whether a rule failed before a stage, or rests on a statement that fell at that stage."""
        return any(self.value(a) == FALSE and self.stage(a) <= stage for a in rule.holds) or any(
            self.value(a) == TRUE and self.stage(a) < stage for a in rule.denied
        )

    def truth_of_part(self, rule: Rule) -> int:
        """Return the truth of what a rule was written down for, whatever may beat its conclusion."""
        return self.truth(evolve(rule, denied=tuple(atom for atom in rule.denied if atom[0] != "beaten")))

    def stands_unless_beaten(self, rule: Rule) -> bool:
        """Tell whether what a rule was written down for stands, whatever may beat its conclusion."""
        return self.truth_of_part(rule) == TRUE

    def is_open(self, rule: Rule) -> bool:
        """Tell whether a rule stands, but for somebody's choice whether it is outweighed."""
        cuts = [atom for atom in rule.denied if atom[0] == "cut"]
        stands = all(self.value(a) == TRUE for a in rule.holds) and all(self.value(a) == FALSE for a in cuts)
        weighed = (a for a in rule.denied if a[0] in ("outweighed", "met") and self.value(a) == UNDECIDED)
        return stands and any(self._is_choice(each, rule.head[1]) for atom in weighed for each in self.rules_for(atom))

    def _is_choice(self, rule: Rule, struck: str) -> bool:
        """Tell whether something would be outweighed by a rule if only the statement stood that it strikes at."""
        rest = [atom for atom in rule.holds if atom != ("holds", struck)]
        stands = all(self.value(a) == TRUE for a in rest) and all(self.value(a) == FALSE for a in rule.denied)
        return rule.kind in ("choice", "open") and stands


def supporting(rules: Iterable[Rule], without: str | None = None) -> Iterator[Rule]:
    """Return the rules that hold statements up, those for one of them left out."""
    return (rule for rule in rules if rule.head[0] == "holds" and rule.head[1] != without)


def derivable(rules: Iterable[Rule]) -> set[Atom]:
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


def sustained(rules: Iterable[Rule]) -> set[Atom]:
    """Return what rules hold up if going round in a circle counts, what they deny left aside."""
    rules = tuple(rules)
    lines: dict[Atom, int] = {}
    waiting: dict[Atom, list[int]] = {}
    for number, rule in enumerate(rules):
        lines[rule.head] = lines.get(rule.head, 0) + 1
        for atom in set(rule.holds):
            waiting.setdefault(atom, []).append(number)
    todo = [atom for atom in waiting if atom not in lines]
    dead: set[int] = set()
    for atom in todo:
        for number in waiting.get(atom, []):
            if number not in dead:
                dead.add(number)
                head = rules[number].head
                lines[head] -= 1
                if not lines[head]:
                    todo.append(head)
    return {atom for atom, count in lines.items() if count}
