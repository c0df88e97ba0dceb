"""What reading an Argdown file finds wrong, unclear, or without a place in argmap's model."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, evolve, field

from argmap.model.findings import Finding, Rule, Severity
from argmap.text import LineIndex, Span

SYNTAX = Rule("AM001", "syntax", Severity.ERROR)
UNKNOWN_KEY = Rule("AM002", "unknown-key", Severity.ERROR)
DUPLICATE_ID = Rule("AM003", "duplicate-id", Severity.ERROR)
WRONG_VALUE = Rule("AM004", "wrong-value", Severity.ERROR)
BAD_ID = Rule("AM007", "bad-id", Severity.ERROR)
UNUSED_IGNORE = Rule("AM008", "unused-ignore", Severity.WARNING)
LOST_IN_READING = Rule("AM013", "lost-in-reading", Severity.NOTE)
UNCLEAR_RELATION = Rule("AM012", "unclear-relation", Severity.WARNING)
UNUSED_CONCLUSION = Rule("AM014", "unused-conclusion", Severity.NOTE)
MARK_IN_TEXT = Rule("AM015", "mark-in-text", Severity.WARNING)
UNKNOWN_REFERENCE = Rule("AM501", "unknown-reference", Severity.WARNING)
TWO_TEXTS = evolve(DUPLICATE_ID, severity=Severity.WARNING)
MISPLACED_SETTING = evolve(UNKNOWN_KEY, severity=Severity.WARNING)


@define
class Slips:
    """The slips found in one text, in the order of their being found.

    Attributes:
        found: Rule, message, place and the id of the statement or relation it is about.
        dropped: What has no place in the model: in words, how often, and where first.
    """

    found: list[tuple[Rule, str, Span, str | None]] = field(factory=list)
    dropped: dict[str, tuple[int, Span]] = field(factory=dict)

    def add(self, rule: Rule, message: str, place: Span, node: str | None = None) -> None:
        """Note a slip."""
        self.found.append((rule, message, place, node))

    def drop(self, what: str, place: Span) -> None:
        """Note that something has no place in the model; said once for each kind of thing, with the count."""
        count, first = self.dropped.get(what, (0, place))
        self.dropped[what] = (count + 1, first)

    def move(self, place: Callable[[Span], Span]) -> None:
        """Put the slips at other places."""
        self.found = [(rule, message, place(span), node) for rule, message, span, node in self.found]
        self.dropped = {what: (count, place(span)) for what, (count, span) in self.dropped.items()}

    def findings(self, file: str, lines: LineIndex) -> tuple[Finding, ...]:
        """Turn the slips into findings of a file, sorted by place."""
        found = list(self.found)
        for what, (count, place) in self.dropped.items():
            often = "" if count == 1 else f" ({count} places, the first is here)"
            found.append((LOST_IN_READING, f"{what}{often}", place, None))
        return tuple(sorted((_finding(*slip, file, lines) for slip in found), key=lambda finding: finding.place))


def _finding(rule: Rule, message: str, place: Span, node: str | None, file: str, lines: LineIndex) -> Finding:
    start, end = lines.position(place.start), lines.position(place.end)
    return Finding(
        rule.code, rule.name, rule.severity, message, file, start.line, start.column, end.line, end.column, node
    )
