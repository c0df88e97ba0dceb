"""Marking: what a picture shows of weak points, and of what would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from argmap.analysis import Analysis
from argmap.evaluation.labels import Grade, Standing
from argmap.renderers import Mark, Marks
from argmap.wording import counted, listed, quoted
from argmap.workflows.weak.lines import worst
from argmap.workflows.weak.origins import Origin
from argmap.workflows.weak.points import Weakness
from argmap.workflows.weak.supposing import Supposed, Supposition
from argmap.workflows.weak.suspects import STATEMENT, STEP, reach

_FALLS, _HOLDS, _UNSUPPORTED = "Marked: what alone brings down", "Nothing alone brings down", "Unsupported as it is:"
_MOST = 6
_MOST_PAIRS = 2


def weak_marks(analysis: Analysis, found: Sequence[Weakness]) -> Marks:
    """Mark what alone brings some statements down, and the weakest links of their best lines.

    Args:
        analysis: The map.
        found: Where each of the statements is weak.
    """
    felled: dict[tuple[str, str], list[str]] = {}
    for weakness in found:
        for point in weakness.telling:
            felled.setdefault((point.suspect.kind, point.suspect.name), []).append(weakness.id)
    marks: dict[str, dict[Mark, str]] = {}
    for (kind, name), conclusions in felled.items():
        if kind == STATEMENT:
            marks.setdefault(name, {})[Mark.POINT] = _for(analysis, conclusions, len(found))
    for weakness in found:
        told = weakness.upright or weakness.line
        for link in told if told and worst(told) is not Grade.INDEPENDENT else ():
            if link.grade is worst(told):
                marks.setdefault(link.statement, {})[Mark.WEAKEST] = str(link.grade)
    sources = {name: Mark.POINT for kind, name in felled if kind == Origin.SOURCE}
    behind = [f"{kind} {name}" for kind, name in felled if kind not in (STATEMENT, STEP, Origin.SOURCE)]
    fallen = {name for (kind, _), names in felled.items() if kind == Origin.SOURCE for name in names}
    return Marks(" ".join(_told(analysis, found, behind)), marks, sources, _below(analysis, fallen))


def _below(analysis: Analysis, names: Collection[str]) -> frozenset[str]:
    """Return what is said of some statements can rest on, themselves included."""
    statements = analysis.graph.statements
    _, atoms = reach(analysis.evaluation, names)
    return frozenset(statements[at].id for at in atoms if at < len(statements))


def _told(analysis: Analysis, found: Sequence[Weakness], behind: Sequence[str]) -> Iterator[str]:
    """Say which statements were looked at, and what of it no card can show."""
    said: dict[str, list[str]] = {_FALLS: [], _HOLDS: [], _UNSUPPORTED: []}
    for weakness in found:
        words = _UNSUPPORTED if weakness.standing is Standing.UNSUPPORTED else _FALLS if weakness.points else _HOLDS
        said[words].append(analysis.map[weakness.id].label)
    yield from (f"{words} {listed(names, _MOST)}." for words, names in said.items() if names)
    yield from (_together(analysis, weakness) for weakness in found if weakness.pairs and not weakness.points)
    if behind:
        yield f"On no card, and enough alone too: {listed(behind, _MOST)}."
    if not found:
        yield "Nothing is marked: there is no recommendation, and no claim that reasons lead to."


def _together(analysis: Analysis, weakness: Weakness) -> str:
    """Say which two bring a statement down that nothing brings down alone."""
    pairs = weakness.pairs or ()
    told = [f"{listed([each.name for each in pair.suspects])} are both lost" for pair in pairs[:_MOST_PAIRS]]
    more = f", or {counted(len(pairs) - len(told), 'other pair')}" if len(pairs) > len(told) else ""
    return f"{quoted(analysis.map[weakness.id].label)} falls if {', or if '.join(told)}{more}."


def _for(analysis: Analysis, conclusions: Sequence[str], of: int) -> str:
    """Say what falls, where more than one statement is looked at."""
    if of == 1:
        return ""
    if len(conclusions) == 1:
        return f"for {analysis.map[conclusions[0]].label.rstrip('.')}"
    return f"for {counted(len(conclusions), 'conclusion')}"


def supposed_marks(supposed: Supposed, supposition: Supposition, gone: Sequence[str]) -> Marks:
    """Mark what falls, what rises and what only changes otherwise.

    Args:
        supposed: A map as it would be.
        supposition: What is supposed of it.
        gone: What is taken away, in words.
    """
    changes = list(_changes(supposed))
    marks = {name: {mark: words} for name, mark, words in changes}
    for name in supposition.dropped:
        marks[name] = {Mark.GONE: "".join(marks.get(name, {}).values())}
    counts = Counter(mark for _, mark, _ in changes)
    said = ", ".join(f"{counts[mark]:,} {mark}" for mark in Mark if counts[mark]) or "nothing would change"
    told = f"Marked: what would change without {' and '.join(gone)}: {said}."
    return Marks(told, marks, dict.fromkeys(supposition.without, Mark.GONE))


def _changes(supposed: Supposed) -> Iterator[tuple[str, Mark, str]]:
    """Return each statement that changes, its mark, and what it would be."""
    flips = {flip.id: flip for flip in supposed.flips}
    for change in supposed.changes:
        flip, grade = flips.get(change.id), change.ground[1]
        if flip is None:
            yield change.id, Mark.SHIFTS, str(grade or "no ground")
        else:
            mark = Mark.RISES if flip.is_gain else Mark.FALLS if flip.is_loss else Mark.SHIFTS
            yield change.id, mark, str(flip.after)
