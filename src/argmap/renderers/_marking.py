"""What is marked on request: the signs and colours of marks, and the marks of a card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from argmap.renderers import Mark, Marks
from argmap.renderers._folding import StandIn

SIGN = {
    Mark.GONE: "■",
    Mark.FALLS: "▼",
    Mark.RISES: "▲",
    Mark.SHIFTS: "≈",
    Mark.POINT: "●",
    Mark.WEAKEST: "○",
    Mark.DIFFERS: "◊",
    Mark.LEFT: "◄",
    Mark.RIGHT: "►",
}
"""The sign of each mark, the gravest first."""
INK = {
    Mark.GONE: "text",
    Mark.FALLS: "error",
    Mark.RISES: "claim",
    Mark.SHIFTS: "muted",
    Mark.POINT: "error",
    Mark.WEAKEST: "doubt",
    Mark.DIFFERS: "doubt",
    Mark.LEFT: "claim",
    Mark.RIGHT: "recommendation",
}
"""The role in the palette of a mark's strip and outline."""
FILL = {
    Mark.GONE: "evidence-fill",
    Mark.FALLS: "error-fill",
    Mark.RISES: "claim-fill",
    Mark.SHIFTS: "assumption-fill",
    Mark.POINT: "error-fill",
    Mark.WEAKEST: "warning-fill",
    Mark.DIFFERS: "warning-fill",
    Mark.LEFT: "claim-fill",
    Mark.RIGHT: "recommendation-fill",
}
"""The role in the palette of what a marked card is filled with."""
MEANING = {
    Mark.GONE: "is supposed to be gone",
    Mark.FALLS: "would fall, and to what",
    Mark.RISES: "would rise, and to what",
    Mark.SHIFTS: "would stand no worse, but be something else or rest on other grounds",
    Mark.POINT: "single point of failure: if it alone is lost, a conclusion falls",
    Mark.WEAKEST: "the weakest link of a conclusion's best line",
    Mark.DIFFERS: "in both, but not the same",
    Mark.LEFT: "only in A",
    Mark.RIGHT: "only in B",
}


def of_card(marks: Marks, card: str, stand_in: StandIn | None) -> dict[Mark, str]:
    """Return the marks of a card, the gravest first, each with its words; those of what it stands for are counted."""
    if stand_in is None:
        found: Mapping[Mark, str] = marks.statements.get(card, {})
    else:
        counts = Counter(mark for name in stand_in.inside for mark in marks.statements.get(name, ()))
        found = {mark: f"{count} inside" for mark, count in counts.items()}
    return {mark: found[mark] for mark in SIGN if mark in found}


def words(mark: Mark, said: str) -> str:
    """Return what stands on the strip of a mark.

    Example:
        >>> words(Mark.FALLS, "unsupported"), words(Mark.POINT, "for Adopt 30 km/h"), words(Mark.GONE, "")
        ('▼ would fall: unsupported', '● single point for Adopt 30 km/h', '■ taken away')
    """
    if mark is Mark.POINT and said.startswith("for "):
        return f"{SIGN[mark]} single point {said}"
    return f"{SIGN[mark]} {mark}: {said}" if said else f"{SIGN[mark]} {mark}"


def undrawn(marks: Marks, drawn: set[str]) -> str:
    """Say how many of the marked statements are not drawn; nothing if all are."""
    lacking = len(marks.statements.keys() - drawn)
    return f" {lacking} of the marked {'is' if lacking == 1 else 'are'} not drawn." if lacking else ""
