"""What was found in each map, and in what belongs to no map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from argmap.analysis import Analysis
from argmap.checks.support import unsupported_claim
from argmap.model.findings import Finding
from argmap.workflows.checked import Checked
from argmap.workflows.todo.leads import MOST, Lead, Leads, leads

GAPS = frozenset({"unsupported-claim", "unsupported-recommendation", "evidence-without-citation"})
"""The names of what is found where a statement is unsupported."""
_CAUSES = GAPS.union(unsupported_claim.CHECK.follows)


@frozen
class Share:
    """The findings of a map, or of a file that is no map.

    Attributes:
        name: Of the map or file, as the user names it.
        findings: What was found in it, sorted by place.
        analysis: The map; None for another file.
    """

    name: str
    findings: tuple[Finding, ...]
    analysis: Analysis | None = field(default=None, repr=False)

    @cached_property
    def roots(self) -> tuple[Finding, ...]:
        """Return the findings that are to be mended themselves."""
        return tuple(finding for finding in self.findings if finding.root)

    @cached_property
    def following(self) -> tuple[Finding, ...]:
        """Return the findings that merely follow from those."""
        return tuple(finding for finding in self.findings if not finding.root)

    @cached_property
    def gaps(self) -> Mapping[str, Finding]:
        """Return the findings that statements are unsupported, and to be mended themselves, by the statement."""
        return {f.node: f for f in self.roots if f.name in GAPS and f.node}

    def leads(self, most: int = MOST) -> Leads:
        """Return what to look for first to mend what is unsupported."""
        if self.analysis is None or not any(finding.name in GAPS for finding in self.findings):
            return Leads()
        return leads(self.analysis, {f.node for f in self.roots if f.node and f.name in _CAUSES}, most)

    def worth(self, leads: Leads) -> dict[Finding, Lead]:
        """Return what mending a finding would support, the most valuable first, where it is in a lead."""
        found: dict[Finding, Lead] = {}
        for lead in leads.first:
            for name in lead.needs:
                causes = [f for f in self.roots if f.node == name and f.name in _CAUSES]
                gap = self.gaps.get(name)
                found |= dict.fromkeys([gap] if gap else causes, lead)
        return found


def shares(checked: Checked) -> Iterator[Share]:
    """Divide findings among their maps and files, in order; what nothing was found in is left out."""
    by_file: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        by_file.setdefault(finding.file, []).append(finding)
    for analysis in checked.analyses:
        origin = analysis.map.origin
        if origin is None or origin.file not in by_file:
            continue
        inside = [finding for finding in by_file[origin.file] if origin.holds(finding.line)]
        by_file[origin.file] = [finding for finding in by_file[origin.file] if not origin.holds(finding.line)]
        if inside:
            yield Share(origin.name, tuple(inside), analysis)
    for file, findings in by_file.items():
        if findings:
            yield Share(file, tuple(findings))
