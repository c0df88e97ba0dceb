"""Differences in words: what makes a conclusion stand otherwise, and how far coders agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.comparison.differences.swings import Swing
from argmap.comparison.differences.union import Difference, What
from argmap.wording import counted, joined

Names = tuple[str, str]
"""What the two maps are called in a sentence."""

_CITES = "{on} cites {left} in {one}, {right} in {other}"
_ONLY_CITES = "{on} cites {said} in {where} only"


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
        return f"{verb.get(difference.what, what and 'what is said by ')}{left} in {one}, {right} in {other}"
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
    size = len(sets[0])
    if not swing.complete:
        yield (
            f"  These {counted(size, 'difference')} together make it so, and none of them can be spared; "
            f"no set of up to {swing.tried} does, larger ones were not all tried:"
        )
    elif size == 1:
        yield (
            "  This one difference makes it so:" if len(sets) == 1 else "  Each of these differences alone makes it so:"
        )
    else:
        way = "These" if len(sets) == 1 else "Each of these sets of"
        yield f"  {way} {counted(size, 'difference')} makes it so together, and no fewer do:".replace(
            "These 2 differences makes", "These 2 differences make"
        )
    for each in sets:
        yield f"  - {joined(each, most=len(each))}"
