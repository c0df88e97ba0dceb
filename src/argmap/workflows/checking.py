"""Checking maps: what reading, the checks and the source records have to say, less what is not wanted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from argmap.analysis import Analysis, analyse
from argmap.checks import Survey
from argmap.flaws import placed
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.origin import Origin
from argmap.project.choice import NO_CHOICE, Selection
from argmap.project.project import Project
from argmap.workflows.checked import Checked
from argmap.workflows.following import rooted, without_echoes
from argmap.workflows.ignores import owner_lines, silence
from argmap.workflows.rules import Rules


def check(m: ArgumentMap, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Check a map as ``argmap check`` does.

    Args:
        m: The map; the settings, source records and texts of its project are used.
        select: Codes, beginnings of codes or names of the checks to run, instead of those the settings choose.
        ignore: Checks not to run.

    Returns:
        The findings, sorted by place. What cannot be read at all (AM001) is always among them.

    Raises:
        ConfigError: A check does not exist, or the settings are wrong.

    Example:
        >>> import argmap
        >>> m = argmap.loads("nodes: {rain: {claim: It rained.}}")
        >>> [finding.name for finding in check(m, select=["AM101"])]
        ['unsupported-claim']
    """
    selection = Selection(select=tuple(select), ignore=tuple(ignore))
    analysis = analyse(m)
    return check_all([analysis], analysis.project, selection=selection).findings


def check_all(
    maps: Iterable[Analysis],
    project: Project,
    *,
    selection: Selection = NO_CHOICE,
    records: Collection[str] = (),
    complete: bool = False,
) -> Checked:
    """Check several maps of one project.

    Args:
        maps: The maps; each is worked out when its turn comes.
        project: Their project.
        selection: What goes before the settings in which checks run.
        records: Files of source records that are checked too, besides the records that the maps name.
        complete: Whether these are all maps of the project: then all its records are checked, and unused ones told.
    """
    rules = Rules.of(project.settings, selection)
    found: list[Finding] = []
    analyses: list[Analysis] = []
    for analysis in maps:
        analyses.append(analysis)
        origin = analysis.map.origin
        said = (*(origin.findings if origin else ()), *analysis.findings, *_flaws(analysis, rules))
        found += without_echoes(said, analysis)
    found += (*project.findings(), *_surveyed(Survey(tuple(analyses), project.records, complete), rules))
    shown, hidden = _records(analyses, project, records, complete=complete)
    found = [rules.graded(finding) for finding in dict.fromkeys(found) if finding.file not in hidden]
    kept, silenced = _wanted(found, [analysis.map for analysis in analyses], shown, rules, project)
    kept = rooted(kept, analyses, rules)
    origins = (*(analysis.map.origin for analysis in analyses), *shown.values())
    lines = {origin.file: origin.lines for origin in origins if origin}
    return Checked(tuple(sorted(kept, key=lambda f: f.place)), tuple(analyses), tuple(shown), silenced, lines)


def _flaws(analysis: Analysis, rules: Rules) -> Iterator[Finding]:
    for rule, declared in rules.checks.items():
        if declared.run is not None and declared.code in rules.active:
            for flaw in declared.run(analysis):
                yield placed(flaw, rule, analysis.map.origin)


def _surveyed(survey: Survey, rules: Rules) -> Iterator[Finding]:
    for rule, declared in rules.checks.items():
        if declared.survey is not None and declared.code in rules.active:
            for flaw in declared.survey(survey):
                yield placed(flaw, rule, None)


def _records(
    analyses: Iterable[Analysis], project: Project, files: Collection[str], *, complete: bool
) -> tuple[dict[str, Origin], set[str]]:
    """Return the source records whose findings are told, by file, and the files of the others."""
    named = {source for analysis in analyses for source, _ in analysis.resolutions}
    named |= {analysis.map.about for analysis in analyses if analysis.map.about}
    asked = {project.relative(file) for file in files}
    origins = {record.record.file: (record.id, record.record) for record in project.all_records if record.record}
    shown = {
        file: origin
        for file, (name, origin) in origins.items()
        if complete or name in named or project.relative(file) in asked
    }
    return shown, origins.keys() - shown.keys()


def _wanted(
    found: list[Finding], maps: Sequence[ArgumentMap], records: Mapping[str, Origin], rules: Rules, project: Project
) -> tuple[list[Finding], int]:
    """Leave out, file by file, what the settings ignore there and what comments silence."""
    owned: dict[str, list[tuple[Origin, dict[str, int]]]] = {file: [(origin, {})] for file, origin in records.items()}
    for m in maps:
        if m.origin:
            owned.setdefault(m.origin.file, []).append((m.origin, owner_lines(m) if m.origin.ignores else {}))
    by_file: dict[str, list[Finding]] = {file: [] for file in owned}
    for finding in found:
        by_file.setdefault(finding.file, []).append(finding)
    usual = Rules.of(project.settings)
    kept: list[Finding] = []
    silenced = 0
    for file, findings in by_file.items():
        active, by_settings = (each.active_in(project.relative(file)) for each in (rules, usual))
        rest = [finding for finding in findings if finding.code in active]
        for origin, owners in owned.get(file, ()):
            if origin.ignores:
                inside = [finding for finding in rest if origin.holds(finding.line)]
                outside = [finding for finding in rest if not origin.holds(finding.line)]
                left, dropped = silence(inside, origin, owners, rules, active, by_settings)
                rest = outside + left
                silenced += dropped
        kept += rest
    return kept, silenced
