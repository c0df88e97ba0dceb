"""Flaws: what is wrong at a place of a text, before the place is put as file, line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from attrs import define, evolve, field, frozen

from argmap.model.findings import Finding, Rule, Severity
from argmap.model.origin import Origin
from argmap.model.sources import Source
from argmap.rules.lost_in_reading import RULE as LOST_IN_READING
from argmap.rules.lost_in_writing import RULE as LOST_IN_WRITING
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import LineIndex, Span

MANY = 100
"""How many flaws are told one by one in a text in which every line may have one."""


@frozen
class Flaw:
    """One flaw.

    Attributes:
        message: What was found and what would be right.
        span: Where, in the file of the map, or of ``source`` where that is given.
        node: Id of the statement, relation or source it is about.
        source: The source record whose file it stands in.
        rule: The rule that it breaks; None for a flaw that a check reports, whose own rule it breaks.
        follows: Ids of the statements whose flaws it merely follows from, if they are found.
        severity: How grave it is, where that is not as its rule has it.
    """

    message: str
    span: Span | None = None
    node: str | None = None
    source: Source | None = None
    rule: Rule | None = None
    follows: tuple[str, ...] = ()
    severity: Severity | None = None


@define
class Flaws:
    """The flaws found so far in one text.

    Attributes:
        text: The text as its author wrote it; every span belongs to it.
        found: The flaws.
        dropped: What has no place in the model: in words, how often, and where first.
        most: How many flaws are told one by one; of further ones the number. All of them where that is None.
    """

    text: str = field(default="", repr=False)
    found: list[Flaw] = field(factory=list)
    dropped: dict[str, tuple[int, Span | None]] = field(factory=dict)
    most: int | None = None
    _further: tuple[int, Span | None] = field(default=(0, None), init=False)

    def add(self, rule: Rule, message: str, span: Span, node: str | None = None) -> None:
        """Note a flaw."""
        if self.most is not None and len(self.found) >= self.most:
            count, first = self._further
            self._further = count + 1, first or span
            return
        self.found.append(Flaw(message, span, node, rule=rule))

    def drop(self, what: str, span: Span | None = None) -> None:
        """Note that something has no place in the model; said once for each kind of thing, with the count.

        Args:
            what: What is lost, in words.
            span: Where; None in a format whose reader does not know.
        """
        count, first = self.dropped.get(what, (0, span))
        self.dropped[what] = (count + 1, first)

    def move(self, moved: Callable[[Span], Span]) -> None:
        """Put the flaws at other places."""
        self.found = [evolve(flaw, span=moved(flaw.span) if flaw.span else None) for flaw in self.found]
        self.dropped = {what: (n, span and moved(span)) for what, (n, span) in self.dropped.items()}
        count, first = self._further
        self._further = count, first and moved(first)

    def findings(self, file: str, lines: LineIndex) -> tuple[Finding, ...]:
        """Return the flaws as findings of a file, sorted by place."""
        origin = Origin(file, "", lines)
        found = (placed(flaw, flaw.rule, origin) for flaw in (*self.found, *self._rest(), *self._losses()) if flaw.rule)
        return tuple(sorted(found, key=attrgetter("place")))

    def _rest(self) -> Iterable[Flaw]:
        count, span = self._further
        if count:
            there_are = "there is 1 more fault" if count == 1 else f"there are {count:,} more faults"
            yield Flaw(f"from here on {there_are}", span, rule=SYNTAX)

    def _losses(self) -> Iterable[Flaw]:
        for what, (count, span) in self.dropped.items():
            often = "" if count == 1 else f" ({count} places{', the first is here' if span else ''})"
            yield Flaw(f"{what}{often}", span, rule=LOST_IN_READING)


def placed(flaw: Flaw, rule: Rule, origin: Origin | None) -> Finding:
    """Return a flaw as a finding: with its rule, and its place as file, line and column.

    Args:
        flaw: The flaw.
        rule: The rule that it breaks.
        origin: Where the map was read from; a flaw of a source record stands in the file of the record.
    """
    if flaw.source is not None and flaw.source.record is not None:
        origin = flaw.source.record
    severity = flaw.severity or rule.severity
    if origin is None:
        return Finding(rule.code, rule.name, severity, flaw.message, node=flaw.node, follows=flaw.follows)
    span = flaw.span or Span(origin.start, origin.start)
    start, end = origin.lines.position(span.start), origin.lines.position(span.end)
    position = (origin.file, start.line, start.column, end.line, end.column)
    return Finding(rule.code, rule.name, severity, flaw.message, *position, flaw.node, flaw.follows)


def unwritten(told: Iterable[str]) -> tuple[Finding, ...]:
    """Return findings on what a format cannot say of a map, from a sentence on each such thing.

    Example:
        >>> [finding.message for finding in unwritten(["2 notes are left out"])]
        ['2 notes are left out']
    """
    return tuple(placed(Flaw(message), LOST_IN_WRITING, None) for message in told)
