"""What a reader finds wrong: the rules of AM0, and the list in which slips are collected."""

from __future__ import annotations

from attrs import define, field, frozen

from argmap.model.findings import Finding, Rule, Severity
from argmap.text import LineIndex, Span

SYNTAX = Rule("AM001", "syntax", Severity.ERROR)
UNKNOWN_KEY = Rule("AM002", "unknown-key", Severity.ERROR)
DUPLICATE_ID = Rule("AM003", "duplicate-id", Severity.ERROR)
WRONG_VALUE = Rule("AM004", "wrong-value", Severity.ERROR)
EMPTY_TEXT = Rule("AM005", "empty-text", Severity.ERROR)
COMMENT_IN_TEXT = Rule("AM006", "comment-in-text", Severity.WARNING)
BAD_ID = Rule("AM007", "bad-id", Severity.ERROR)
LOST = Rule("AM009", "lost-in-writing", Severity.WARNING)


@frozen
class Slip:
    """A flaw at a place of the text being read."""

    rule: Rule
    message: str
    span: Span
    node: str | None = None


@define
class Slips:
    """The slips found so far in one text.

    Attributes:
        text: The text as its author wrote it; every place belongs to it.
        found: The slips.
    """

    text: str = field(repr=False)
    found: list[Slip] = field(factory=list)

    def add(self, rule: Rule, message: str, place: Span, node: str | None = None) -> None:
        """Note a slip."""
        self.found.append(Slip(rule, message, place, node))

    def findings(self, file: str, lines: LineIndex) -> tuple[Finding, ...]:
        """Turn the slips into findings of a file."""
        findings = []
        for slip in self.found:
            start, end = lines.position(slip.span.start), lines.position(slip.span.end)
            rule = slip.rule
            findings.append(
                Finding(
                    rule.code,
                    rule.name,
                    rule.severity,
                    slip.message,
                    file,
                    start.line,
                    start.column,
                    end.line,
                    end.column,
                    slip.node,
                )
            )
        return tuple(sorted(findings, key=lambda finding: finding.place))
