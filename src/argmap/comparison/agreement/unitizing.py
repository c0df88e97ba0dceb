"""Agreement of coders on where the parts of a text begin and end: Krippendorff's alpha for unitizing.

Each coder cuts the text into units, which have a value, and gaps between them. Alpha compares these by their lengths:
what is disagreed on is the length over which two coders have different values, or one a unit and the other a gap; what
chance would give is that length if the units were strewn over the text, each kept whole. Two coefficients of the family
are worked out: *|uα*, where units begin and end, whatever their values, and *uα*, which counts the values too.

After Krippendorff, Mathet, Bouvry and Widlöcher 2016, "On the reliability of unitizing textual continua: Further
developments", and Krippendorff 2019, *Content Analysis*, 4th edition, section 12.6.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from attrs import frozen

_Cut = tuple[int, int, Hashable | None]
"""Where a piece of the text begins and ends, and its value; None for a gap."""


@frozen
class Unit:
    """A part of a text that a coder found.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        value: What it was found to be.
    """

    start: int
    end: int
    value: Hashable


def apart(units: Iterable[Unit], length: int) -> list[Unit]:
    """Return units in order that do not overlap: where two do, the one that begins later is what is left of it.

    Example:
        >>> apart([Unit(4, 9, "b"), Unit(0, 6, "a"), Unit(2, 3, "c")], 8)
        [Unit(start=0, end=6, value='a'), Unit(start=6, end=8, value='b')]
    """
    found: list[Unit] = []
    reached = 0
    for unit in sorted(units, key=lambda unit: (unit.start, -unit.end)):
        start, end = max(unit.start, reached), min(unit.end, length)
        if start < end:
            found.append(Unit(start, end, unit.value))
            reached = end
    return found


def alpha_of_units(coders: Sequence[Sequence[Unit]], length: int, *, valued: bool = False) -> float | None:
    """Return Krippendorff's alpha for unitizing: *|uα*, or *uα* where the values of units count too.

    Args:
        coders: What two or more coders found: units in order that do not overlap, see `apart`.
        length: The length of the text.
        valued: Whether values count.

    Returns:
        From 1 down; None where it is undefined, as there is no unit or nothing else.

    Example:
        >>> alpha_of_units([[Unit(0, 5, "a")], [Unit(0, 5, "b")]], 20)
        1.0
        >>> round(alpha_of_units([[Unit(0, 5, "a")], [Unit(0, 5, "b")]], 20, valued=True), 3)
        0.415
    """
    cut = [_cuts(units, length) for units in coders]
    totals, whole = Counter[Hashable | None](), Counter[Hashable | None]()
    for pieces in cut:
        for start, end, value in pieces:
            totals[value] += end - start
            whole[value] += end - start if value is None else (end - start) ** 2
    differing = 0.0
    for at, pieces in enumerate(cut):
        for others in cut[at + 1 :]:
            differing += 2 * _differing(pieces, others, valued=valued)
    number = len(coders) * length
    if not number or number * number == whole.total():
        return None
    by_value = totals if valued else Counter({None: totals[None], "": number - totals[None]})
    squares = sum(count * count for count in by_value.values())
    expected = (number * number - squares) / (number - whole.total() / number)
    return 1 - differing / (len(coders) - 1) / expected if expected else None


def _cuts(units: Iterable[Unit], length: int) -> list[_Cut]:
    """Return the pieces that a coder cut a text into, gaps included."""
    pieces: list[_Cut] = []
    reached = 0
    for unit in units:
        if unit.start > reached:
            pieces.append((reached, unit.start, None))
        pieces.append((unit.start, unit.end, unit.value))
        reached = unit.end
    if reached < length:
        pieces.append((reached, length, None))
    return pieces


def _differing(pieces: Sequence[_Cut], others: Sequence[_Cut], *, valued: bool) -> int:
    """Return the length over which the pieces of two coders differ."""
    differing = i = j = 0
    while i < len(pieces) and j < len(others):
        (start, end, value), (other_start, other_end, other) = pieces[i], others[j]
        if value != other if valued else (value is None) != (other is None):
            differing += min(end, other_end) - max(start, other_start)
        i, j = i + (end <= other_end), j + (other_end <= end)
    return differing
