"""Drops: what falls and what rises without each of some sources, publishers, authors and statements, one by one.

Each is dropped in turn, and the map evaluated without it: so what falls since its support is gone is found, and what
falls or rises since an objection is answered no longer, or falls itself. A large map is too much for that: there, what
takes all support away is still found, for all in one pass.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from argmap.evaluation.labels import Standing
from argmap.evaluation.necessity import numbers
from argmap.evaluation.retraction import Flip, flips
from argmap.evaluation.verdict import Evaluation

MOST_WORK = 3_000_000
"""How many rules may be gone through, over all that is dropped from a map."""


@frozen
class Suspect:
    """What something may hang on.

    Attributes:
        kind: ``source``, ``publisher``, ``author`` or ``statement``.
        name: The id of a source or statement, the name of a publisher or author.
        sources: Ids of the sources that fall with it; none for a statement, which falls by itself.
    """

    kind: str
    name: str
    sources: tuple[str, ...] = ()


def affordable(evaluation: Evaluation) -> int:
    """Return how many suspects of a map can be dropped in turn."""
    return MOST_WORK // max(1, len(evaluation.solution.program.heads))


def drops(
    evaluation: Evaluation, suspects: Sequence[Suspect], names: Collection[str]
) -> Iterator[tuple[Suspect, tuple[Flip, ...]]]:
    """Tell which statements change their standing without each of some suspects.

    Args:
        evaluation: What is said with all of them.
        suspects: Those that come first are dropped in turn, as many as are `affordable`; of others, it is told what
            loses all support without them.
        names: Ids of the statements to look at.
    """
    index_of, before = evaluation.graph.index_of, {name: evaluation.standings[name] for name in names}
    known: dict[tuple[str, ...], tuple[Flip, ...]] = {}
    afford = affordable(evaluation)
    for suspect in suspects[:afford]:
        key = suspect.sources or (suspect.kind, suspect.name)
        if key not in known:
            dropped = () if suspect.sources else (index_of[suspect.name],)
            rest = evaluation.solutions.without(suspect.sources, dropped).of(evaluation.basis)
            known[key] = flips(before, {name: rest.standing(index_of[name]) for name in names})
        yield suspect, known[key]
    others = suspects[afford:]
    for suspect, lost in zip(others, _without_support(evaluation, others, names), strict=True):
        yield suspect, tuple(Flip(name, before[name], Standing.UNSUPPORTED) for name in lost)


def _without_support(evaluation: Evaluation, suspects: Sequence[Suspect], names: Collection[str]) -> list[list[str]]:
    """Return what loses all support without each of some suspects."""
    if not suspects:
        return []
    needs, index_of = evaluation.solution.needs, evaluation.graph.index_of
    bits: dict[str, int] = {}
    dropped: dict[int, int] = {}
    for number, suspect in enumerate(suspects):
        for source in suspect.sources:
            bits[source] = bits.get(source, 0) | 1 << number
        if not suspect.sources:
            dropped[index_of[suspect.name]] = number
    needed = needs.needed(bits)
    lost: list[list[str]] = [[] for _ in suspects]
    for name in names:
        if index_of[name] in needed:
            for number in numbers(needed[index_of[name]]):
                lost[number].append(name)
            for index in needs.closure(index_of[name]) & dropped.keys() if dropped else ():
                lost[dropped[index]].append(name)
    return lost
