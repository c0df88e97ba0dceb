"""Arguments that bear on each other in circles: iterated round by round, or followed through continuous time.

Published semantics are worked out round by round: each round makes new strengths of those before, beginning with the
base scores. On graphs with circles that need not come to rest (Mossakowski & Neuhaus 2018). The *continuous variant*
lets every strength s move towards its next value f(s) at the speed f(s) − s (Potyka 2018, 2019), so that what flips for
ever round by round may come to rest between. It is followed by the method of Runge and Kutta (RK4) with steps whose
length keeps to a tolerance. Both come to rest at fixed points of f only, and the residual, the largest |f(s) − s|, says
how near.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from attrs import frozen

TOLERANCE = 1e-9
"""The residual at which strengths count as at rest."""

_MOST_ROUNDS, _MOST_STEPS = 10_000, 5_000
_MOST_WORK = 1_000_000  # arguments worked out in all for one circle, by each of the two ways
_LEAST_ROUNDS, _LEAST_STEPS = 100, 10
_LOCAL = 1e-7  # the error that one step of time may make
_LONGEST, _SHORTEST = 1.0, 1e-4  # steps of time


class Method(StrEnum):
    """How strengths were found, the last resort last."""

    ONE_PASS = "one pass"  # noqa: S105  (no password)
    ITERATED = "iterated"
    CONTINUOUS = "RK4, continuous variant"


@frozen
class Circle:
    """What was found of arguments that bear on each other in circles.

    Attributes:
        members: Their indices, rising.
        method: How their strengths were found.
        converged: Whether they came to rest.
        residual: How much they would still change if each were worked out once more, at most.
        rounds: How many rounds, or steps of time, it took.
    """

    members: tuple[int, ...]
    method: Method
    converged: bool
    residual: float
    rounds: int


Step = Callable[[int, Sequence[float]], float]
"""Works an argument out, by its index, from the strengths of all."""


def settled(members: Sequence[int], values: list[float], step: Step, *, is_bounded: bool) -> Circle:
    """Bring arguments to rest, and put their strengths among the others; where neither way does, those that are nearer.

    Args:
        members: Their indices, rising.
        values: The strengths of all; those of the members are their base scores, those that bear on them are known.
        step: Works one argument out.
        is_bounded: Whether strengths are from 0 to 1.
    """
    start = [values[index] for index in members]
    rounds, residual = iterate(members, values, step)
    if residual <= TOLERANCE:
        return Circle(tuple(members), Method.ITERATED, True, residual, rounds)
    by_rounds = [values[index] for index in members]
    _put(members, start, values)
    steps, rest = follow(members, values, step, is_bounded=is_bounded)
    if rest > max(residual, TOLERANCE):
        _put(members, by_rounds, values)
        return Circle(tuple(members), Method.ITERATED, False, residual, rounds)
    return Circle(tuple(members), Method.CONTINUOUS, rest <= TOLERANCE, rest, steps)


def iterate(members: Sequence[int], values: list[float], step: Step) -> tuple[int, float]:
    """Work all members out round by round, until they rest, flip for ever, or no more rounds are granted."""
    most = max(_LEAST_ROUNDS, min(_MOST_ROUNDS, _MOST_WORK // len(members)))
    before: list[float] = []
    last = [values[index] for index in members]
    residual = 1.0
    for rounds in range(1, most + 1):
        new = [step(index, values) for index in members]
        residual = _distance(new, last)
        _put(members, new, values)
        if residual <= TOLERANCE or (before and residual > 1e3 * TOLERANCE and _distance(new, before) <= TOLERANCE):
            return rounds, residual
        before, last = last, new
    return most, residual


def follow(members: Sequence[int], values: list[float], step: Step, *, is_bounded: bool) -> tuple[int, float]:
    """Follow the members through continuous time, until they rest or no more steps are granted."""
    most = max(_LEAST_STEPS, min(_MOST_STEPS, _MOST_WORK // (12 * len(members))))
    low, high = (0.0, 1.0) if is_bounded else (1.0, float("inf"))

    def speed(state: Sequence[float]) -> list[float]:
        _put(members, state, values)
        return [step(index, values) - value for index, value in zip(members, state, strict=True)]

    def moved(state: Sequence[float], by: Sequence[float], time: float) -> list[float]:
        return [min(max(at + time * each, low), high) for at, each in zip(state, by, strict=True)]

    def after(state: Sequence[float], first: Sequence[float], time: float) -> list[float]:
        second = speed(moved(state, first, time / 2))
        third = speed(moved(state, second, time / 2))
        fourth = speed(moved(state, third, time))
        mean = [(a + 2 * b + 2 * c + d) / 6 for a, b, c, d in zip(first, second, third, fourth, strict=True)]
        return moved(state, mean, time)

    state = [values[index] for index in members]
    first, time, steps = speed(state), 0.1, 0
    while steps < most and _largest(first) > TOLERANCE:
        steps += 1
        half = after(state, first, time / 2)
        fine = after(half, speed(half), time / 2)
        error = _distance(fine, after(state, first, time))
        if error > _LOCAL and time > _SHORTEST:
            time /= 2
            continue
        state, first = fine, speed(fine)
        time = min(_LONGEST, time * 2) if error < _LOCAL / 50 else time
    _put(members, state, values)
    return steps, _largest(first)


def _put(members: Sequence[int], strengths: Sequence[float], values: list[float]) -> None:
    for index, strength in zip(members, strengths, strict=True):
        values[index] = strength


def _distance(one: Sequence[float], other: Sequence[float]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _largest(speeds: Sequence[float]) -> float:
    return max(map(abs, speeds))
