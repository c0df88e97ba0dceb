"""The words of a report that pages do without: of objections, sources and dates."""

from __future__ import annotations

from datetime import date

from argmap.evaluation.labels import Grade
from argmap.evaluation.prospects.contests import Outcome as Fate
from argmap.evidence.passages.resolution import Outcome, Resolution
from argmap.model.citations import Citation, Cited, Selector, Stance
from argmap.model.sources import SourceKind
from argmap.plain_words import STATES

FATES = {
    Fate.STANDING: "stands",
    Fate.TO_WEIGH: "stands, and nobody has said whether it is outweighed",
    Fate.DEADLOCKED: "undecided: it is in a deadlock",
    Fate.ANSWERED: "answered",
    Fate.OUTWEIGHED: "outweighed",
    Fate.UNSUPPORTED: "has no evidence",
}
SIGNS = {
    "+": "joins what supports, or speaks against, something only together",
    "undercuts": "does not speak against a statement, but says that a reason or a citation is no good one",
    "outweighs": "counts for more than a cost, as the author of the map judges, so that the cost does no harm",
}
STANCES = {
    Stance.SUPPORTS: "for it",
    Stance.CONTRADICTS: "against it",
    Stance.QUALIFIES: "qualifies it",
    Stance.CONTEXT: "context",
}
KINDS = {
    SourceKind.PRIMARY: "primary: a first-hand document",
    SourceKind.DATA: "data",
    SourceKind.SECONDARY: "secondary: it reports others",
    SourceKind.OPINION: "opinion",
}
_MONTHS = "January February March April May June July August September October November December".split()


def state(resolution: Resolution | None) -> str:
    """Say whether a passage is in its source."""
    if resolution is None:
        return STATES[Outcome.UNKNOWN_SOURCE]
    told = STATES[resolution.outcome]
    return f"{told}, in other capitals or punctuation" if resolution.is_verified and resolution.loose else told


def ground(citation: Citation, grade: Grade | None) -> str:
    """Say how good a citation is as a ground, in a word or two."""
    if citation.stance not in (Stance.SUPPORTS, Stance.CONTRADICTS):
        return "none is meant"
    return str(grade) if grade else "none"


def passage(cited: Cited) -> str:
    """Quote a passage as the map does: whole, or by its first and last words."""
    return quotation(cited.selector) if cited.selector else "the source as a whole"


def quotation(selector: Selector) -> str:
    """Put a selector in quotation marks."""
    return f"“{selector.quote}”"


def left_out(count: int, noun: str) -> str:
    """Say how many of something are left out.

    Example:
        >>> left_out(1, "row"), left_out(1200, "part")
        ('1 more row is left out here.', '1,200 more parts are left out here.')
    """
    return f"{count:,} more {noun} is left out here." if count == 1 else f"{count:,} more {noun}s are left out here."


def day(when: date) -> str:
    """Write a date in words.

    Example:
        >>> day(date(2026, 11, 3))
        '3 November 2026'
    """
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
