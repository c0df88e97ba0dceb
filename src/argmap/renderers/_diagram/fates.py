"""What becomes of the steps of a map: which hold, come to nothing or are weighed, and what is said to outweigh them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from enum import Enum, auto

from attrs import Factory, frozen

from argmap.evaluation.labels import Standing
from argmap.evaluation.verdict import Evaluation
from argmap.evaluation.weighing import Judgement
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.renderers._diagram.markup import element_id

_FALLEN = (Standing.REJECTED, Standing.UNSUPPORTED)


class Fate(Enum):
    """What becomes of a step."""

    HOLDS = auto()
    SPENT = auto()
    OUTWEIGHED = auto()
    TO_WEIGH = auto()


@frozen
class Fates:
    """What becomes of the steps of a map, by their ids.

    Attributes:
        of: Of those that do not simply hold.
        fallen: Ids of the statements that do not stand; what starts from them comes to nothing, also where it is led.
        outweighed: The names of the statements that outweigh each attack that is outweighed.
        revoked: The names of those that outweigh an attack no longer, where nothing else does.
        judgements: What is said to outweigh each attack.
    """

    of: Mapping[str, Fate] = Factory(dict)
    fallen: frozenset[str] = frozenset()
    outweighed: Mapping[str, tuple[str, ...]] = Factory(dict)
    revoked: Mapping[str, tuple[str, ...]] = Factory(dict)
    judgements: Mapping[str, tuple[Judgement, ...]] = Factory(dict)

    def of_step(self, relation: Relation) -> Fate:
        """Return what becomes of a step as it is drawn."""
        if relation.id in self.of:
            return self.of[relation.id]
        return Fate.HOLDS if self.fallen.isdisjoint(relation.premises) else Fate.SPENT

    def drawn_as(self, led: Mapping[str, Sequence[str]]) -> Fates:
        """Return what becomes of steps as they are drawn: one that stands for several fares as the best of them.

        Args:
            led: The ids of the steps that a drawn one stands for, by its id.
        """
        of, outweighed, revoked = dict(self.of), dict(self.outweighed), dict(self.revoked)
        for drawn, names in led.items():
            found = {self.of.get(name, Fate.HOLDS) for name in names}
            of[drawn] = next(fate for fate in _BEST_FIRST if fate in found)
            for told, by in ((outweighed, self.outweighed), (revoked, self.revoked)):
                told.pop(drawn, None)
                if len(names) == 1 and names[0] in by:
                    told[drawn] = by[names[0]]
        return Fates(of, self.fallen, outweighed, revoked, self.judgements)


NO_FATES = Fates()
_BEST_FIRST = (Fate.HOLDS, Fate.TO_WEIGH, Fate.OUTWEIGHED, Fate.SPENT)


def fates(m: ArgumentMap, evaluation: Evaluation, names: Callable[[str], str]) -> Fates:
    """Tell what becomes of the steps of a map; what comes to nothing need not be weighed.

    Args:
        m: The map.
        evaluation: What is said of it.
        names: Returns the words by which a statement is referred to.
    """
    of = {
        con: Fate.TO_WEIGH
        for target in dict.fromkeys(relation.target for relation in m.relations)
        if (verdict := evaluation.get(target)) and verdict.to_weigh
        for con in verdict.to_weigh.cons
    }
    of |= dict.fromkeys(evaluation.outweighed, Fate.OUTWEIGHED)
    of |= dict.fromkeys(evaluation.spent, Fate.SPENT)
    outweighed = {attack: tuple(map(names, reason)) for attack, reason in evaluation.outweighed.items()}
    fallen = frozenset(s for s, standing in evaluation.standings.items() if standing in _FALLEN)
    fallen_reasons = {
        attack: [name for each in made if each.standing is Standing.REJECTED for name in each.reason]
        for attack, made in evaluation.judgements.items()
        if attack not in outweighed
    }
    revoked = {attack: tuple(map(names, dict.fromkeys(found))) for attack, found in fallen_reasons.items() if found}
    return Fates(of, fallen, outweighed, revoked, evaluation.judgements)


@frozen
class DrawnJudgement:
    """A line from what outweighs an attack to the attack's junction.

    Attributes:
        number: The attack's place among the map's relations.
        place: Its own among the judgements on the attack.
        bears_on: The card that the attack bears on.
        tails: The cards it starts from; several meet in a junction of its own.
        standing: Whether what outweighs stands.
        leads: Whether nothing else gives some tail its place.
    """

    number: int
    place: int
    bears_on: str
    tails: tuple[str, ...]
    standing: Standing
    leads: bool = False

    @property
    def edge(self) -> str:
        """Return the name of the edge that arrives."""
        return f"o-{self.number}-{self.place}"

    @property
    def node(self) -> str:
        """Return the name of its junction."""
        return f"w-{self.number}-{self.place}"

    @property
    def is_linked(self) -> bool:
        """Tell whether several statements outweigh the attack only together."""
        return len(self.tails) > 1

    def links(self, placed: Container[str]) -> Iterator[tuple[str, str, int]]:
        """Return what it gives a place that nothing else does, as the links of a plan."""
        for tail in self.tails:
            if tail not in placed:
                yield self.bears_on, tail, 1


def judged(
    m: ArgumentMap, number: int, bears_on: str, made: Sequence[Judgement], sections: Mapping[str, str | None]
) -> Iterator[DrawnJudgement]:
    """Return the lines for the judgements on an attack: those all of whose statements stand in one section with it."""
    for place, judgement in enumerate(made):
        if all(s in m and sections.get(s) == sections.get(bears_on) for s in judgement.reason):
            tails = tuple(element_id("n", s) for s in judgement.reason)
            yield DrawnJudgement(number, place, element_id("n", bears_on), tails, judgement.standing)
