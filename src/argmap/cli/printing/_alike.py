"""Findings that say the same of one statement after another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.model.findings import Finding
from argmap.wording import quoted

_FEWEST = 3
_SHOWN = 24


def alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Put findings together that differ in the statement they name alone, three or more, in the order of the first."""
    found: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        head, name, rest = finding.message.partition(quoted(finding.node or ""))
        key = (finding.file, finding.code, head, rest) if name else (finding.file, str(finding))
        found.setdefault(key, []).append(finding)
    groups: list[list[Finding]] = []
    for group in found.values():
        groups += [group] if len(group) >= _FEWEST else [[finding] for finding in group]
    return groups


def others(group: Sequence[Finding]) -> str:
    """Name the statements of a group but for the first, each with its line."""
    told = [f"{quoted(finding.node or '')} (line {finding.line})" for finding in group[1 : _SHOWN + 1]]
    more = [f"and {len(group) - 1 - _SHOWN:,} others"] if len(group) - 1 > _SHOWN else []
    return ", ".join([*told, *more])
