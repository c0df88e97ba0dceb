"""What a run over maps found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from argmap.analysis import Analysis
from argmap.evaluation.tally import Tally
from argmap.model.findings import Finding, Severity
from argmap.model.statements import Kind
from argmap.text import LineIndex


@frozen
class Checked:
    """What a run found, and in what.

    Attributes:
        findings: Sorted by place.
        analyses: The maps, with what was worked out about them.
        records: The files of the source records that were checked.
        silenced: Number of findings that comments silenced.
        lines: The text of each file, by the path that findings name.
    """

    findings: tuple[Finding, ...] = ()
    analyses: tuple[Analysis, ...] = ()
    records: tuple[str, ...] = ()
    silenced: int = 0
    lines: Mapping[str, LineIndex] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, parts: Sequence[Checked]) -> Checked:
        """Join what was found in several projects."""
        return cls(
            tuple(sorted((finding for part in parts for finding in part.findings), key=lambda f: f.place)),
            tuple(analysis for part in parts for analysis in part.analyses),
            tuple(record for part in parts for record in part.records),
            sum(part.silenced for part in parts),
            {file: lines for part in parts for file, lines in part.lines.items()},
        )

    @property
    def statements(self) -> int:
        """Return the number of statements in the maps."""
        return sum(len(analysis.map) for analysis in self.analyses)

    @property
    def questions(self) -> int:
        """Return the number of questions among the statements; they are not evaluated."""
        return sum(statement.kind is Kind.QUESTION for analysis in self.analyses for statement in analysis.map)

    @property
    def tally(self) -> Tally:
        """Return how the statements of all maps are supported, by grade."""
        return Tally.total(analysis.evaluation.tally for analysis in self.analyses)

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    def fails(self, mildest: Severity) -> bool:
        """Tell whether a finding is as grave as the given severity.

        Example:
            >>> found = Finding("AM101", "unsupported-claim", Severity.WARNING, "it is so")
            >>> Checked((found,)).fails(Severity.ERROR), Checked((found,)).fails(Severity.NOTE)
            (False, True)
        """
        return any(finding.severity.rank <= mildest.rank for finding in self.findings)
