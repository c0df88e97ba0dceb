"""Reliability: how likely statements stand if each source holds, with all that is cited from it, with a probability.

Sources hold or fail independently of each other, which is an assumption about them and is said wherever its outcome is
told. A source that fails takes all of its citations with it, wherever they are, and the map is evaluated without these
as `Evaluation.without` does: a source that several lines have in common is drawn once for all of them. What fails may
have held up an objection, so that a less reliable source can make a statement more likely to stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import evolve, field, frozen

from argmap.errors import UnknownNameError, WrongNumberError
from argmap.evaluation.labels import UNGRANTED, Standing
from argmap.evaluation.translation import Comparison, Part
from argmap.evaluation.verdict import Evaluation
from argmap.frameworks.chances.chance import Chance
from argmap.frameworks.chances.models import Sets, Worlds
from argmap.frameworks.chances.theory import Rule, Theory
from argmap.frameworks.chances.weighing import DRAWS, Weighed, Weighing
from argmap.frameworks.numbers import up_to_one
from argmap.model.citations import Citation

INDEPENDENCE = "each source holds or fails independently of the others, with all that is cited from it"


@frozen
class Influence:
    """How much a source matters to a statement.

    Attributes:
        source: Its id.
        probability: That it holds.
        holds: How likely the statement is accepted where it holds.
        fails: How likely where it fails.
    """

    source: str
    probability: float
    holds: float
    fails: float

    @property
    def difference(self) -> float:
        """Return how much more likely the statement is accepted where the source holds; less than zero where less."""
        return self.holds - self.fails


@frozen(eq=False)
class Chances:
    """How likely a statement has each standing.

    Attributes:
        id: Of the statement.
        standing: Its standing where all sources hold.
        supported: How likely it is supported.
        standings: How likely it has each standing.
        certain: The sources that bear on it and count as certain, since nobody has given them a number.
    """

    id: str
    standing: Standing
    supported: Chance
    standings: Mapping[Standing, Chance]
    certain: tuple[str, ...]
    _accepted: Weighed = field(repr=False)
    _named: Mapping[int, tuple[str, float]] = field(repr=False)

    @property
    def accepted(self) -> Chance:
        """Return how likely it is accepted."""
        return self.standings[Standing.ACCEPTED]

    @cached_property
    def influences(self) -> tuple[Influence, ...]:
        """Return how much each source matters that bears on the statement and has a number, what matters most first.

        From draws, the two ends come from the same worlds, with the source holding in all of them, or in none.
        """
        found = (Influence(*self._named[event], *ends) for event, ends in self._accepted.events.items())
        return tuple(sorted(found, key=lambda each: (-abs(each.difference), each.source)))


@frozen(eq=False)
class Outlook(Mapping[str, Chances]):
    """How likely the statements of a map stand, by id; questions have no standing. Worked out when it is asked for.

    Up to 16 sources that bear on a statement are weighed exactly, and far more where each is cited in few places;
    else worlds are drawn, and each probability has an interval of 95 % (Wilson's).

    Attributes:
        evaluation: The map as it is, where all sources hold.
        sources: The probability that each source holds, by its id; one that is left out is certain.
        draws: How many worlds are drawn, where they are.
        seed: What the draws begin from; the same seed draws the same worlds.

    Example:
        >>> from argmap.evaluation.evaluate import evaluate
        >>> from argmap.model.document import ArgumentMap
        >>> from argmap.model.statements import Kind, Statement
        >>> cited = Citation("rain@log", "log"), Citation("rain@diary", "diary")
        >>> m = ArgumentMap(statements=(Statement("rain", Kind.EVIDENCE, "It rained.", citations=cited),))
        >>> chances = Outlook.of(evaluate(m), {"log": 0.9, "diary": 0.5})["rain"]
        >>> str(chances.accepted), [(each.source, f"{each.difference:.2f}") for each in chances.influences]
        ('0.95', [('log', '0.50'), ('diary', '0.10')])
    """

    evaluation: Evaluation = field(repr=False)
    sources: Mapping[str, float]
    draws: int = DRAWS
    seed: int = 0
    _found: dict[str, Chances] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, evaluation: Evaluation, sources: Mapping[str, float], draws: int = DRAWS, seed: int = 0) -> Outlook:
        """Look at an evaluated map.

        Args:
            evaluation: What is said of it where all sources hold.
            sources: The probability that each source holds, by its id.
            draws: How many worlds are drawn, where they are.
            seed: What the draws begin from.

        Raises:
            UnknownNameError: The evaluation grants uncited leaves, which have no source.
            WrongNumberError: A probability is no number from 0 to 1, or the number of draws is none from 1.
        """
        if evaluation.basis not in UNGRANTED:
            raise UnknownNameError("basis of probabilities", str(evaluation.basis), map(str, UNGRANTED))
        if type(draws) is not int or draws < 1:
            raise WrongNumberError(f"the number of draws is 1 or more, and this is {draws!r}")
        return cls(
            evaluation,
            {name: up_to_one(p, "the probability of source", name) for name, p in sources.items()},
            draws,
            seed,
        )

    def __getitem__(self, statement: str) -> Chances:
        """Return the chances of a statement; raises `UnknownNameError`, a `LookupError`."""
        if statement not in self._found:
            self._found[statement] = self._weighed(statement)
        return self._found[statement]

    def __contains__(self, statement: object) -> bool:
        return statement in self.evaluation

    def __iter__(self) -> Iterator[str]:
        return iter(self.evaluation)

    def __len__(self) -> int:
        return len(self.evaluation)

    def _weighed(self, statement: str) -> Chances:
        standing = self.evaluation[statement].standing
        index, atoms = self.evaluation.graph.index_of[statement], self.evaluation.solution.program.atoms
        cone = Theory.of(self._rules, [index, atoms + index])
        names, numbers = self._names, self.sources
        rules = {atom: [self._uncertain(rule) for rule in each] for atom, each in cone.rules.items()}
        theory = evolve(cone, rules=rules)
        named = {event: (names[event], numbers[names[event]]) for event in theory.events}
        chances = {event: p for event, (_, p) in named.items()}
        weighing = Weighing(theory, chances, dict(enumerate(names)), self.draws, self.seed)

        def asked(worlds: Worlds, true: Sets, possible: Sets) -> tuple[int, ...]:
            accepted, open_too, supported = true[index], possible[index], true[atoms + index]
            undecided = worlds.both(open_too, worlds.outside(accepted))
            return (
                accepted,
                undecided,
                worlds.both(supported, worlds.outside(open_too)),
                worlds.outside(supported),
                supported,
            )

        *weighed, supported = weighing.weigh(asked)
        standings = {each: found.chance for each, found in zip(Standing, weighed, strict=True)}
        certain = sorted(names[event] for event in cone.events if names[event] not in numbers)
        return Chances(statement, standing, supported.chance, standings, tuple(certain), weighed[0], named)

    def _uncertain(self, rule: Rule) -> Rule:
        """Return a rule that hangs only on the sources with a number."""
        return rule._replace(events=tuple(event for event in rule.events if self._names[event] in self.sources))

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """Return the sources that are cited; that one holds is the event of its number."""
        parts = self.evaluation.solution.program.parts
        return tuple(dict.fromkeys(source for part in parts for source in _sources_of(part)))

    @cached_property
    def _rules(self) -> dict[int, list[Rule]]:
        """Return the rules that count, by the atom that they conclude.

        What is supported is an atom of its own, after all others; its rules are those for statements, with objections
        left aside.
        """
        solution = self.evaluation.solution
        program, events = solution.program, {name: event for event, name in enumerate(self._names)}
        atoms, statements = program.atoms, program.statements
        found: dict[int, list[Rule]] = {}
        for rule, head in enumerate(program.heads):
            if solution.honours(rule):
                needed = tuple(dict.fromkeys(events[source] for source in _sources_of(program.parts[rule])))
                positive = program.positive[rule]
                found.setdefault(head, []).append(Rule(positive, program.negative[rule], needed))
                if head < statements:
                    held_up = Rule(tuple(atoms + premise for premise in positive), (), needed)
                    found.setdefault(atoms + head, []).append(held_up)
        return found


def _sources_of(part: Part) -> tuple[str, ...]:
    """Return the sources that a part is cited from, or that a comparison holds up to each other."""
    if isinstance(part, Comparison):
        return (*_sources_of(part.pro), *_sources_of(part.con))
    return (part.source,) if isinstance(part, Citation) else ()
