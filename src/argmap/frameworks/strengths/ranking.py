"""Arguments ranked by their strengths under one semantics, and how far others agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from argmap.errors import UnknownNameError
from argmap.frameworks.strengths.agreement import Agreement, agreement
from argmap.frameworks.strengths.bipolar import BipolarGraph
from argmap.frameworks.strengths.gradual import DEFAULT, known, name_of
from argmap.frameworks.strengths.motion import Method
from argmap.frameworks.strengths.solving import Strengths, strengths
from argmap.wording import counted

CHECKS = ("df_quad", "euler", "mlp")
"""The semantics that the order is checked by unless others are asked for."""

_MEANINGLESS = 0.005  # a residual that shows in the digits that are told


@frozen
class Strength:
    """How strong an argument is.

    Attributes:
        base: Its base score.
        value: Its strength.
        rank: Its place in the order: 1 for the strongest; those that rank alike share it.
        values: Its strength under each semantics that was asked for, by name.
        ranks: Its place under each.
    """

    base: float
    value: float
    rank: int
    values: Mapping[str, float] = field(repr=False)
    ranks: Mapping[str, int] = field(repr=False)


@frozen(eq=False)
class Ranking:
    """Arguments ranked by strength, and how far the order depends on the semantics.

    Attributes:
        graph: The graph.
        subjects: The indices of the arguments that are ranked; the others stand for reasons and citations.
        found: The strengths by semantics, that which ranks first.
        told: What to know of how the graph was made, a sentence each.
    """

    graph: BipolarGraph
    subjects: Sequence[int] = field(repr=False)
    found: Mapping[str, Strengths] = field(repr=False)
    told: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[str]:
        """Go through the names of the arguments."""
        return (self.graph.arguments[each] for each in self.subjects)

    def __len__(self) -> int:
        """Return the number of arguments."""
        return len(self.subjects)

    def __getitem__(self, argument: str) -> Strength:
        """Return how strong an argument is; raises `UnknownNameError` where there is no such argument."""
        if argument not in self._places:
            raise UnknownNameError("argument", argument, self._places)
        place = self._places[argument]
        index = self.subjects[place]
        values = {name: each.values[index] for name, each in self.found.items()}
        ranks = {name: each[place] for name, each in self._ranks.items()}
        return Strength(self.graph.bases[index], values[self.semantics], ranks[self.semantics], values, ranks)

    @property
    def semantics(self) -> str:
        """Return the name of the semantics that ranks."""
        return next(iter(self.found))

    @cached_property
    def agreement(self) -> Agreement:
        """Return how far the semantics agree on the order."""
        return agreement(self.found, self.subjects)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self)}

    @cached_property
    def _ranks(self) -> dict[str, list[int]]:
        """Return the place of each argument under each semantics: one more than the number of those above it."""
        found: dict[str, list[int]] = {}
        for name, classes in self.agreement.ranks.items():
            first: dict[int, int] = {}
            for number, each in enumerate(sorted(classes), start=1):
                first.setdefault(each, number)
            found[name] = [first[each] for each in classes]
        return found

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what to know before trusting the figures, a sentence each."""
        return (*self.told, *(note for each in self.found.values() for note in _notes(each)))


def ranking(
    graph: BipolarGraph,
    semantics: str = DEFAULT,
    check: Iterable[str] = CHECKS,
    subjects: Sequence[int] | None = None,
    told: tuple[str, ...] = (),
) -> Ranking:
    """Rank arguments by strength.

    Args:
        graph: The graph.
        semantics: A name or alias of the semantics that ranks.
        check: Those of the semantics that the order is compared with.
        subjects: The indices of the arguments to rank; all of them if none are named.
        told: What to know of how the graph was made.

    Raises:
        UnknownNameError: There is no such semantics.

    Example:
        >>> graph = BipolarGraph.of({"a": 0.5, "b": 0.8}, supports=[("b", "a")])
        >>> found = ranking(graph, "qe", check=["dfquad"])
        >>> found["a"].rank, found["a"].ranks
        (2, {'quadratic_energy': 2, 'df_quad': 1})
        >>> found.agreement.pairs
        Pairs(ordered=0, tied=0, turned=1, loosened=0)
    """
    wanted = dict.fromkeys(name_of(name) for name in (semantics, *check))
    chosen = range(len(graph.arguments)) if subjects is None else subjects
    return Ranking(graph, chosen, {name: strengths(graph, name) for name in wanted}, told)


def _notes(found: Strengths) -> Iterator[str]:
    """Say what was left out, and how what goes round in circles was worked out."""
    title = known()[found.semantics].title
    if found.left_out:
        yield f"{title} knows attacks alone: {counted(found.left_out, 'support')} left out"
    if found.gradual.is_burden:
        yield f"{title}: larger numbers are worse, and base scores play no part"
    followed = [circle for circle in found.circles if circle.method is Method.CONTINUOUS]
    restless = [circle for circle in found.circles if not circle.converged]
    if followed:
        members = sum(len(circle.members) for circle in followed)
        yield (
            f"{title}: {counted(members, 'argument')} in circles did not come to rest round by round; "
            "theirs are the strengths of the continuous variant (RK4), which is another definition"
        )
    if restless:
        members = sum(len(circle.members) for circle in restless)
        nothing = ", so their figures mean nothing" if found.residual > _MEANINGLESS else ""
        yield (
            f"{title}: {counted(members, 'argument')} in circles have not come to rest: "
            f"one more round would change their strengths by up to {found.residual:.1g}{nothing}"
        )
