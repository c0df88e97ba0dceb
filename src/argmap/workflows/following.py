"""Which findings are to be mended, which merely follow from others, and which only echo a syntax error."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from argmap.analysis import Analysis
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.origin import Origin
from argmap.native.characters import is_stray
from argmap.rules.syntax import RULE as SYNTAX
from argmap.rules.unknown_reference import RULE as UNKNOWN
from argmap.workflows.rules import Rules

_ECHOES = ("AM1", "AM5", "AM6")
"""Beginnings of the codes of what may be found because something was not read; and more, by name."""
_UNLINKED = ("idle-statement", "orphan")
_WHOLE = ("single-point-of-failure", "unused-source")
_SHOWN = "statement-without-passage"
_NAMED = re.compile(r"'([^']+)'")
_ID = re.compile(r"\w[\w.-]*+")


def rooted(findings: Iterable[Finding], analyses: Iterable[Analysis], rules: Rules) -> list[Finding]:
    """Leave of what each finding may follow from what is among the findings."""
    kept = list(findings)
    places = {finding.place for finding in kept}
    origins = {check.code: {*check.follows, None} for check in rules.checks.values()}
    found: dict[tuple[str, str], set[str | None]] = {}
    for finding in kept:
        found.setdefault((finding.file, finding.node or ""), set()).add(finding.name)
    named: dict[tuple[str, str], str] = {}
    for analysis in analyses:
        misread = {name: e[0] for name, e in analysis.misread.items() if any(each.place in places for each in e)}
        for name, error in misread.items():
            found.setdefault((error.file, name), set()).add(None)
        origin = analysis.map.origin
        if origin and misread:
            for start, end, name in _extents(analysis.map, origin):
                if name in misread:
                    named |= {(origin.file, word): name for word in _words(origin.lines.text[start:end])}

    def is_found(name: str, finding: Finding) -> bool:
        others = found.get((finding.file, name), set())
        return not origins[finding.code].isdisjoint(others - {finding.name} if name == finding.node else others)

    def origins_of(finding: Finding) -> tuple[str, ...]:
        if finding.name in _UNLINKED and (finding.file, finding.node or "") in named:
            return (named[finding.file, finding.node or ""],)
        return tuple(name for name in finding.follows if is_found(name, finding))

    return [
        finding if (f := origins_of(finding)) == finding.follows else evolve(finding, follows=f) for finding in kept
    ]


def without_echoes(findings: Iterable[Finding], analysis: Analysis) -> Iterator[Finding]:
    """Leave out what only follows from a syntax error of a map: it would say something wrong, or nothing new."""
    damage = _Damage.of(analysis)
    return (finding for finding in findings if damage is None or not damage.accounts_for(finding))


@frozen
class _Damage:
    """What syntax errors have done to a map.

    Attributes:
        analysis: The map.
        errors: Where they are.
        lines: The lines that they are in.
        extents: Where the statements begin and end that one of them is in, in order.
        statements: The ids of these statements.
        words: What may be ids in these statements, and in the lines of the errors.
    """

    analysis: Analysis
    errors: frozenset[int]
    lines: frozenset[int]
    extents: tuple[tuple[int, int], ...]
    statements: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, analysis: Analysis) -> _Damage | None:
        """See what is damaged in a map; None where nothing is."""
        origin = analysis.map.origin
        found = [f for f in origin.findings if f.code == SYNTAX.code and not is_stray(f.message)] if origin else []
        if origin is None or not found:
            return None
        text, extents = origin.lines.text, _extents(analysis.map, origin)
        starts = [start for start, _, _ in extents]
        errors = frozenset(_offset(finding, origin) for finding in found)
        behind = {error: bisect_right(starts, error) for error in errors}
        hit = {at - 1 for at in behind.values() if at}
        hit |= {at for error, at in behind.items() if at < len(starts) and text[error : starts[at]].isspace()}
        damaged = [extents[at] for at in sorted(hit)]
        lines = frozenset(finding.line for finding in found)
        words = _words(*(text[start:end] for start, end, _ in damaged), *map(origin.lines.line, lines))
        places = tuple((start, end) for start, end, _ in damaged)
        return cls(analysis, errors, lines, places, frozenset(name for _, _, name in damaged), words)

    def accounts_for(self, finding: Finding) -> bool:
        """Tell whether a finding may come of nothing but the damage."""
        if finding.code == SYNTAX.code:
            return False
        if finding.code.startswith("AM0"):
            return self._is_beside(finding)
        if finding.name in _WHOLE:
            return True
        if finding.name in (*_UNLINKED, UNKNOWN.name) and not self.words.isdisjoint(_NAMED.findall(finding.message)):
            return True
        if not (finding.code.startswith(_ECHOES) or finding.name == _SHOWN) or finding.node is None:
            return False
        return finding.node in self.statements or self._is_waited_for(finding.node)

    def _is_beside(self, finding: Finding) -> bool:
        """Tell whether an error in reading stands at a syntax error, or says that a damaged statement is none."""
        origin = self.analysis.map.origin
        offset = _offset(finding, origin) if origin else -1
        at = bisect_right(self.extents, (offset, sys.maxsize)) - 1
        is_inside = at >= 0 and offset < self.extents[at][1]
        is_start = is_inside and offset == self.extents[at][0]
        return offset in self.errors or is_start or (is_inside and finding.line in self.lines)

    def _is_waited_for(self, name: str) -> bool:
        """Tell whether a statement is unsupported for want of damaged ones alone."""
        graph = self.analysis.graph
        roots = self.analysis.evaluation.gaps.waits.get(graph.index_of.get(name, -1), ())
        return bool(roots) and all(graph.statements[root].id in self.statements for root in roots)


def _offset(finding: Finding, origin: Origin) -> int:
    return origin.lines.start(finding.line) + finding.column - 1


def _words(*texts: str) -> frozenset[str]:
    """Return what may be ids in some texts."""
    found = {word for text in texts for word in _ID.findall(text)}
    return frozenset(found | {word.rstrip(".-") for word in found})


def _extents(m: ArgumentMap, origin: Origin) -> list[tuple[int, int, str]]:
    """Return where each statement begins, where the next one does, and its id, in order."""
    starts = sorted((s.span.start, s.id) for s in m.statements if s.span)
    ends = [start for start, _ in starts[1:]] + [len(origin.lines.text)]
    return [(start, end, name) for (start, name), end in zip(starts, ends[: len(starts)], strict=True)]
