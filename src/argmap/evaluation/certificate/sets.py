"""Sets that hold a statement up or fell it, held against the definition of support."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.evaluation.certificate.definition import Rule, definition
from argmap.evaluation.certificate.labelling import derivable
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis
from argmap.model.document import ArgumentMap


class Claimed(NamedTuple):
    """Sets of elements that are said of a statement.

    Attributes:
        holding: Each is said to hold it up if all other elements are lost.
        felling: Without each, it is said to have no support.
    """

    holding: Sequence[Collection[int]]
    felling: Sequence[Collection[int]]


def wrong_sets(
    m: ArgumentMap,
    basis: Basis,
    grades: Grades | None,
    needs: Mapping[str, Collection[int]],
    claimed: Mapping[str, Claimed],
) -> list[str]:
    """Check sets of elements, such as sources, by code that shares nothing with what found them.

    Args:
        m: The map.
        basis: Which grounds count.
        grades: How good its citations are.
        needs: By the id of a citation, or of a statement that is assumed, the elements that the ground is lost without;
            one that is not there needs none.
        claimed: What is said, by the id of the statement.

    Returns:
        What is wrong, in a sentence each; empty if all is right.

    Example:
        >>> from argmap.model.citations import Citation
        >>> from argmap.model.statements import Kind, Statement
        >>> cited = Citation("wet@log", "log"), Citation("wet@memo", "memo")
        >>> m = ArgumentMap(statements=(Statement("wet", Kind.CLAIM, "It is wet.", citations=cited),))
        >>> needs = {"wet@log": [0], "wet@memo": [1]}
        >>> wrong_sets(m, Basis.CITED, None, needs, {"wet": Claimed([[0], [1]], [[0, 1]])})
        []
        >>> wrong_sets(m, Basis.CITED, None, needs, {"wet": Claimed([[]], [[0]])})
        ['wet is not held up by a set that is said to', 'wet does not fall without a set that is said to fell it']
    """
    by_head: dict[str, list[Rule]] = {}
    for rule in definition(m, basis, grades):
        if rule.head[0] == "holds":
            by_head.setdefault(rule.head[1], []).append(rule)
    return [wrong for name, sets in claimed.items() for wrong in _wrong(name, _below(name, by_head), needs, sets)]


def _wrong(statement: str, rules: Sequence[Rule], needs: Mapping[str, Collection[int]], sets: Claimed) -> Iterator[str]:
    grounds = {rule.id: frozenset(needs.get(rule.id, ())) for rule in rules if not rule.premises}
    for holding in sets.holding:
        if not _holds(statement, rules, {name for name, wanted in grounds.items() if not wanted <= set(holding)}):
            yield f"{statement} is not held up by a set that is said to"
    for felling in sets.felling:
        if _holds(statement, rules, {name for name, wanted in grounds.items() if wanted & set(felling)}):
            yield f"{statement} does not fall without a set that is said to fell it"


def _below(statement: str, by_head: Mapping[str, Sequence[Rule]]) -> list[Rule]:
    """Return the rules that a statement's support can use."""
    reached = {statement: None}
    todo = [statement]
    for name in todo:
        fresh = {p: None for rule in by_head.get(name, ()) for p in rule.premises if p not in reached}
        reached.update(fresh)
        todo += fresh
    return [rule for name in reached for rule in by_head.get(name, ())]


def _holds(statement: str, rules: Sequence[Rule], lost: Collection[str]) -> bool:
    """Tell whether a statement is supported without some grounds."""
    return ("holds", statement) in derivable(rule for rule in rules if rule.premises or rule.id not in lost)
