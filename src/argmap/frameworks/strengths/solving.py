"""How strong the arguments of a weighted bipolar graph are: in one pass, or round by round where there are circles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from attrs import field, frozen

from argmap import collector
from argmap.components import strong_components
from argmap.frameworks.strengths.bipolar import BipolarGraph, Ends
from argmap.frameworks.strengths.gradual import DEFAULT, Gradual, known, name_of
from argmap.frameworks.strengths.motion import Circle, Method, Step, settled


@frozen(eq=False)
class Strengths:
    """How strong arguments are under one semantics, and how far that is sure.

    Attributes:
        graph: The arguments.
        semantics: The name of the semantics.
        values: The strength of each argument, by index; under burden, how burdened it is.
        circles: What was found of the arguments that bear on each other in circles; empty where one pass was enough.
        left_out: How many supports were left out, since the semantics knows none.

    Example:
        >>> graph = BipolarGraph.of({"a": 0.5, "b": 0.8}, supports=[("b", "a")])
        >>> found = strengths(graph)
        >>> round(found["a"], 4), str(found.method), found.converged
        (0.6951, 'one pass', True)
    """

    graph: BipolarGraph
    semantics: str
    values: tuple[float, ...] = field(repr=False)
    circles: tuple[Circle, ...] = ()
    left_out: int = 0

    def __getitem__(self, argument: str) -> float:
        """Return the strength of an argument; raises `UnknownNameError` where there is no such argument."""
        return self.values[self.graph.index(argument)]

    @cached_property
    def by_argument(self) -> dict[str, float]:
        """Return the strength of each argument by its name."""
        return dict(zip(self.graph.arguments, self.values, strict=True))

    @property
    def gradual(self) -> Gradual:
        """Return the semantics."""
        return known()[self.semantics]

    @property
    def converged(self) -> bool:
        """Tell whether all came to rest."""
        return all(circle.converged for circle in self.circles)

    @property
    def residual(self) -> float:
        """Return how much the strengths would still change if each were worked out once more, at most."""
        return max((circle.residual for circle in self.circles), default=0.0)

    @property
    def rounds(self) -> int:
        """Return how many rounds, or steps of time, the slowest circle took; 1 for one pass."""
        return max((circle.rounds for circle in self.circles), default=1)

    @cached_property
    def method(self) -> Method:
        """Return how they were found, by the last resort that was needed."""
        methods = [circle.method for circle in self.circles]
        return max(methods, key=list(Method).index, default=Method.ONE_PASS)


def strengths(graph: BipolarGraph, semantics: str = DEFAULT) -> Strengths:
    """Tell how strong the arguments of a graph are.

    Where nothing goes round, each argument is worked out once, after all that bears on it. What bears on each other in
    a circle is iterated together, after all that bears on it from outside; see `argmap.frameworks.strengths.motion`.

    Args:
        graph: The arguments.
        semantics: A name or alias of one of `argmap.frameworks.strengths.gradual`.

    Raises:
        UnknownNameError: There is no such semantics.

    Example:
        >>> duel = BipolarGraph.of({"a": 0.5, "b": 0.5}, attacks=[("a", "b"), ("b", "a")])
        >>> found = strengths(duel, "dfquad")
        >>> round(found["a"], 4), str(found.method)
        (0.3333, 'iterated')
    """
    name = name_of(semantics)
    chosen = known()[name]
    with collector.paused():
        supporters: Ends = ((),) * len(graph.arguments) if chosen.attacks_only else graph.supporters
        straight, components = _ordered(graph, supporters)
        bases = [1.0] * len(graph.arguments) if chosen.is_burden else list(graph.bases)
        values = list(bases)
        step = stepper(graph, supporters, bases, chosen)
        circles: list[Circle] = []
        _pass(straight, values, step)
        for component in components:
            if len(component) == 1 and component[0] not in _parents(graph, supporters, component[0]):
                _pass(component, values, step)
            else:
                circles.append(settled(component, values, step, is_bounded=not chosen.is_burden))
    left_out = graph.supports if chosen.attacks_only else 0
    return Strengths(graph, name, tuple(values), tuple(circles), left_out)


def stepper(graph: BipolarGraph, supporters: Ends, bases: Sequence[float], semantics: Gradual) -> Step:
    """Return what works one argument out."""
    attackers, linked = graph.attackers, graph.linked
    aggregate, influence = semantics.aggregate, semantics.influence
    weakest = max if semantics.is_burden else min

    def step(index: int, values: Sequence[float]) -> float:
        base = bases[index]
        if index in linked:
            base *= weakest([values[premise] for premise in linked[index]])
        against, for_it = attackers[index], supporters[index]
        if not against and not for_it:
            return base
        return influence(base, aggregate([values[each] for each in against], [values[each] for each in for_it]))

    return step


def _pass(order: Iterable[int], values: list[float], step: Step) -> None:
    for index in order:
        values[index] = step(index, values)


def _parents(graph: BipolarGraph, supporters: Ends, index: int) -> tuple[int, ...]:
    """Return what bears on an argument."""
    return graph.attackers[index] + supporters[index] + graph.linked.get(index, ())


def _ordered(graph: BipolarGraph, supporters: Ends) -> tuple[list[int], list[list[int]]]:
    """Order the arguments, each after what bears on it: those that no circle bears on, then the rest by components."""
    size = len(graph.arguments)
    following: list[list[int]] = [[] for _ in range(size)]
    waiting = [0] * size
    for index in range(size):
        parents = _parents(graph, supporters, index)
        waiting[index] = len(parents)
        for parent in parents:
            following[parent].append(index)
    straight = [index for index in range(size) if not waiting[index]]
    for index in straight:
        for other in following[index]:
            waiting[other] -= 1
            if not waiting[other]:
                straight.append(other)
    if len(straight) == size:
        return straight, []
    rest = strong_components((index for index in range(size) if waiting[index]), following)
    return straight, [sorted(component) for component in reversed(rest)]
