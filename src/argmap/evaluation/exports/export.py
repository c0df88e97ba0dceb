"""What an export of a map holds: a framework, and for each of its arguments what that is in the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import field, frozen

from argmap.errors import UnknownNameError
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis
from argmap.evaluation.solution import Solution
from argmap.evaluation.translation import ASSUMED, Comparison, Demand, Outweighing, Part, id_of
from argmap.evaluation.verdict import Evaluation
from argmap.frameworks.framework import Framework
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.statements import Statement


@frozen
class Argument:
    """What an argument of a framework is in the map.

    Attributes:
        name: In the framework.
        words: What it is, in words.
        statement: The statement that it concludes; None for one that only strikes, or that only helps.
        statements: Those on its line of reasons, from the top down.
        steps: The ids of the steps, undercuts and judgements on it.
        grounds: What it comes to rest on: citations by id, and assumed or granted statements.
    """

    name: str
    words: str
    statement: str | None = None
    statements: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()


@frozen(eq=False)
class Export:
    """A map as an abstract framework.

    Attributes:
        framework: The arguments, and which of them attack which.
        translation: How it was made: ``lines``, ``gadget``, ``deductive`` or ``necessary``.
        arguments_of: For each statement that is no question, the arguments that conclude it. It holds where one of them
            is accepted; one that is unsupported has none.
        left_out: What the framework does not carry, in a sentence each.
    """

    framework: Framework
    translation: str
    arguments_of: Mapping[str, tuple[str, ...]] = field(repr=False)
    left_out: tuple[str, ...]
    _tell: Callable[[int], Argument] = field(repr=False)

    def __getitem__(self, argument: str) -> Argument:
        """Tell what an argument is; raises `UnknownNameError`, a `LookupError`."""
        return self._tell(self.framework.index(argument))

    def concluding(self, statement: str) -> tuple[str, ...]:
        """Return the arguments for a statement.

        Raises:
            UnknownNameError: There is no such statement.
        """
        if statement not in self.arguments_of:
            raise UnknownNameError("statement", statement, self.arguments_of)
        return self.arguments_of[statement]

    def holding(self, extension: Iterable[str]) -> tuple[str, ...]:
        """Return the statements that hold in an extension, in the order of the map."""
        inside = set(extension)
        return tuple(name for name, arguments in self.arguments_of.items() if not inside.isdisjoint(arguments))


def solution_of(m: ArgumentMap | Evaluation, basis: Basis | str | None) -> Solution:
    """Return what is found of a map on a basis; of an evaluation, on its own if none is named.

    Raises:
        UnknownNameError: There is no such basis.
    """
    if basis is not None and basis not in list(Basis):
        raise UnknownNameError("basis", basis, map(str, Basis))
    if isinstance(m, ArgumentMap):
        return evaluate(m, basis=Basis.DECLARED if basis is None else basis).solution
    return m.solution if basis is None else m.of(basis).solution


def numbered(names: Sequence[str]) -> list[str]:
    """Make names differ: those that come several times get numbers.

    Example:
        >>> numbered(["a", "b", "a"])
        ['a #1', 'b', 'a #2']
        >>> numbered(["a", "a #1", "a"])
        ['a #2', 'a #1', 'a #3']
    """
    often = Counter(names)
    used = {name for name, count in often.items() if count == 1}
    seen = Counter[str]()
    made = []
    for name in names:
        new = name
        while often[name] > 1 and (new == name or new in used):
            seen[name] += 1
            new = f"{name} #{seen[name]}"
        used.add(new)
        made.append(new)
    return made


def named(part: Part, premises: Sequence[str]) -> str:
    """Return the name of an argument that strikes, after what it was made from."""
    match part:
        case Outweighing():
            return f"{' + '.join(premises)} outweighs {id_of(part)}"
        case Comparison():
            return f"{id_of(part.pro)} outweighs {id_of(part)}"
        case Demand():
            return f"standard of {id_of(part)}"
    return id_of(part)


def told(part: Part, level: int) -> str:
    """Tell what a rule on a line was made from."""
    match part:
        case Citation():
            return f"citation {part.id}"
        case Statement():
            return f"{part.id} is {'assumed' if level == ASSUMED else 'granted'}"
        case Demand():
            return f"the standard of {part.statement.id} is not met"
    return id_of(part)
