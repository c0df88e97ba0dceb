"""Differences in words: what makes a conclusion stand otherwise, and how far coders agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.comparison.differences.swings import Swing
from argmap.comparison.differences.union import Difference, What
from argmap.wording import counted

Names = tuple[str, str]
"""What the two maps are called in a sentence."""


def difference_told(difference: Difference, names: Names) -> str:
    """Say in a line what two maps differ in.

    Example:
        >>> difference_told(Difference(What.RELATION, "", "", "a -| b"), ("A", "B"))
        'only in B: a -| b'
        >>> difference_told(Difference(What.KIND, "a", "claim", "assumption"), ("A", "B"))
        'a is claim in A, assumption in B'
    """
    one, other = names
    left, right, on = difference.left, difference.right, difference.on
    what = "the statement " if difference.what in (What.STATEMENT, What.DIVISION) else ""
    if left and right:
        verb = {What.KIND: f"{on} is ", What.CITATION: f"{on} cites ", What.STANDARD: f"{on} has to meet "}
        return f"{verb.get(difference.what, what)}{left} in {one}, {right} in {other}"
    about = {What.CITATION: f"{on} cites ", What.STANDARD: f"{on} has to meet "}.get(difference.what, what)
    return f"only in {one if left else other}: {about}{left or right}"


def swing_told(swing: Swing, differences: Sequence[Difference], names: Names) -> Iterator[str]:
    """Say how a conclusion stands in two maps, and what makes the difference."""
    one, other = names
    also = "" if swing.left == swing.right else f" ({swing.right})"
    yield f"{swing.left} is {swing.before} in {one}, {swing.after} in {other}{also}."
    sets = [[difference_told(differences[number], names) for number in each] for each in swing.sets]
    if not sets:
        yield f"  What makes it so was not found: no set of up to {counted(swing.tried, 'difference')} does."
        return
    yield f"  {_made(swing, len(sets), len(sets[0]))}:"
    if len(sets) == 1 or len(sets[0]) == 1:
        yield from (f"  - {line}" for each in sets for line in each)
        return
    for number, (first, *others) in enumerate(sets, 1):
        yield f"  {number}. {first}"
        yield from (f"     and {line}" for line in others)


def _made(swing: Swing, sets: int, size: int) -> str:
    """Say what sets of differences do."""
    if not swing.complete:
        if size == 1:
            return "This difference makes it so alone; there may be others"
        they = f"These {size} differences make it so together, and"
        if size == swing.tried + 1:
            return f"{they} no fewer do; there may be other sets"
        return f"{they} none of them can be spared; sets of {swing.tried + 1} and more were not all tried"
    if size == 1:
        return "This one difference makes it so" if sets == 1 else f"Each of these {sets} differences makes it so alone"
    if sets == 1:
        return f"These {size} differences make it so together, and no fewer do"
    return f"Each of these {sets} sets of {size} differences makes it so, and no fewer do"
