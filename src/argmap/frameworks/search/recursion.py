"""Extensions strong component by strong component (Baroni, Giacomin & Guida 2005).

A component is decided once all that attack it from outside are: what they attack is taken out, and what is left may
fall apart into components of its own. Where it does not, a base semantics says what may be chosen of it. No recursion
is needed: pieces that are still to be decided wait in line, and every way to go on is tried in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from attrs import frozen

from argmap.components import strong_components
from argmap.frameworks.search.part import Part

Choices: TypeAlias = Callable[[Part], Iterable[Iterable[int]]]


@frozen
class _Waiting:
    """A piece in line, and those after it."""

    piece: list[int]
    after: _Waiting | None


class _Chosen:
    """What is chosen so far, in order, and how many of it attack each argument."""

    def __init__(self, part: Part) -> None:
        self.members: list[int] = []
        self.hits = [0] * len(part)
        self._attacked = part.attacked

    def choose(self, members: Iterable[int]) -> None:
        """Choose some more."""
        for member in members:
            self.members.append(member)
            for target in self._attacked[member]:
                self.hits[target] += 1

    def back_to(self, count: int) -> None:
        """Take back all but the first so many."""
        while len(self.members) > count:
            for target in self._attacked[self.members.pop()]:
                self.hits[target] -= 1


def by_components(part: Part, base: Choices) -> Iterator[list[int]]:
    """Return each set once that is, component by component, one of those that a base semantics allows.

    Args:
        part: The part; every set of it comes to an end, so that nothing is tried in vain.
        base: Returns at least one set of each part that is one strong component.
    """
    chosen = _Chosen(part)
    waiting = _line_up(part, range(len(part)), None)
    ways: list[tuple[Iterator[list[int]], int, _Waiting | None]] = []
    while True:
        part.run.check()
        piece, waiting = _next_whole(part, waiting, chosen.hits)
        if piece is not None:
            ways.append((_choices(part, piece, base), len(chosen.members), waiting))
        else:
            yield sorted(chosen.members)
        while ways:
            choices, count, waiting = ways[-1]
            chosen.back_to(count)
            members = next(choices, None)
            if members is not None:
                chosen.choose(members)
                break
            ways.pop()
        else:
            return


def continued(part: Part, chosen: Sequence[int], argument: int, find: Callable[[Part], Iterable[int]]) -> list[int]:
    """Return a set that agrees with what is chosen of all that reaches an argument, and is found in what that leaves.

    Args:
        part: The part.
        chosen: What is chosen of the argument and all from which attacks lead to it.
        argument: The argument.
        find: Gives a set of what is left.
    """
    decided = set(part.cone(argument)).union(*(part.attacked[index] for index in chosen))
    inner, kept = part.within([index for index in range(len(part)) if index not in decided])
    return sorted([*chosen, *(kept[index] for index in find(inner))])


def _next_whole(part: Part, waiting: _Waiting | None, hits: list[int]) -> tuple[list[int] | None, _Waiting | None]:
    """Return the next piece that nothing chosen attacks, and the line after it; None where no piece is left."""
    while waiting is not None:
        piece, waiting = waiting.piece, waiting.after
        left = [index for index in piece if not hits[index]]
        if len(left) == len(piece):
            return piece, waiting
        waiting = _line_up(part, left, waiting)
    return None, None


def _line_up(part: Part, members: Iterable[int], after: _Waiting | None) -> _Waiting | None:
    """Return a line of strong components, each after those that attack it, and before what waits already."""
    members = list(members)
    inside = set(members)
    attacked = {index: [target for target in part.attacked[index] if target in inside] for index in members}
    for piece in strong_components(members, attacked):
        after = _Waiting(piece, after)
    return after


def _choices(part: Part, piece: list[int], base: Choices) -> Iterator[list[int]]:
    """Return what may be chosen of a strong component."""
    if len(piece) == 1:
        yield [] if piece[0] in part.attackers[piece[0]] else piece
        return
    inner, kept = part.within(piece)
    for members in base(inner):
        yield [kept[index] for index in members]
