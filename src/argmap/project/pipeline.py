"""From a map to its findings: resolve, evaluate, check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import evolve, field, frozen

from argmap.checks._base import Subject, Survey
from argmap.evaluation.evaluate import evaluate as evaluate_map
from argmap.evaluation.verdict import Basis, Evaluation
from argmap.evidence.resolve import anchors, resolve
from argmap.graph import Graph
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding, Rule, Severity
from argmap.model.sources import Source
from argmap.project.ignores import silence
from argmap.project.library import Project
from argmap.project.rules import Rules, placed
from argmap.text import LineIndex


@frozen
class Report:
    """What a run over files found.

    Attributes:
        findings: Sorted by place.
        files: Number of maps that were read.
        statements: Number of their statements.
        silenced: Number of findings that comments silenced.
        lines: The text of each file, by the path that findings name.
    """

    findings: tuple[Finding, ...]
    files: int
    statements: int
    silenced: int
    lines: Mapping[str, LineIndex] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, parts: Sequence[Report]) -> Report:
        """Join the reports on several projects."""
        findings = sorted((finding for part in parts for finding in part.findings), key=lambda finding: finding.place)
        return cls(
            tuple(findings),
            sum(part.files for part in parts),
            sum(part.statements for part in parts),
            sum(part.silenced for part in parts),
            {file: lines for part in parts for file, lines in part.lines.items()},
        )

    def count(self, severity: Severity) -> int:
        """Give the number of findings of a severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    def fails(self, mildest: Severity) -> bool:
        """Tell whether a finding is as grave as the given severity."""
        return any(finding.severity.rank <= mildest.rank for finding in self.findings)


def project_of(m: ArgumentMap) -> Project:
    """Find the project of a map: around its file, or around the working folder."""
    file = m.origin.file if m.origin else ""
    return Project.around(Path.cwd() if file in ("", "-") else file)


def subject(m: ArgumentMap, project: Project | None = None) -> tuple[Subject, list[Finding]]:
    """Work out what the checks need to know: sources, texts, passages found, standing.

    Returns:
        The subject, and a finding for each source text that cannot be used.
    """
    project = project or project_of(m)
    file = m.origin.file if m.origin else ""
    sources: dict[str, Source] = {**project.records, **{source.id: source for source in m.sources}}
    named = {source for source, _ in anchors(m)}
    texts, found = project.texts([source for name, source in sources.items() if name in named], file)
    resolutions = resolve(m, sources, texts)
    graph = Graph.of(m)
    return Subject(m, graph, sources, texts, resolutions, evaluate_map(m, resolutions)), found


def evaluate(m: ArgumentMap, basis: Basis | str = Basis.DECLARED) -> Evaluation:
    """Evaluate a map: grounding and standing of every statement, with citations looked up in their sources.

    Args:
        m: The map; its project's source records and texts are used.
        basis: Which grounds count: ``cited``, ``declared`` or ``granted``.

    Returns:
        A verdict for every statement that is no question, by id.
    """
    given, _ = subject(m)
    return given.evaluation if Basis(basis) is Basis.DECLARED else evaluate_map(m, given.resolutions, basis)


def check(m: ArgumentMap, *, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Check a map as ``argmap check`` does.

    Args:
        m: The map; the settings, source records and texts of its project are used.
        select: Codes, beginnings of codes or names of the checks to run; else those of the settings.
        ignore: Checks not to run, besides those of the settings.

    Returns:
        The findings, sorted by place.

    Raises:
        ConfigError: A check does not exist, or the settings are wrong.
    """
    project = project_of(m)
    settings = project.settings
    settings = evolve(settings, select=tuple(select) or settings.select, ignore=(*settings.ignore, *ignore))
    return check_maps([m], evolve(project, settings=settings), complete=False).findings


def check_maps(maps: Iterable[ArgumentMap], project: Project, *, complete: bool) -> Report:
    """Check several maps of one project.

    Args:
        maps: The maps; each is read when its turn comes.
        project: Their project.
        complete: Whether these are all of its maps, so that an unused source record can be told.
    """
    rules = Rules.of(project.settings)
    findings: list[Finding] = []
    silenced = 0
    subjects = []
    for m in maps:
        given, unreadable = subject(m, project)
        subjects.append(given)
        kept, dropped = _of_map(given, unreadable, rules, project)
        findings += kept
        silenced += dropped
    survey = Survey(tuple(subjects), project.records, complete)
    findings += [f for f in project.findings() if f.code in rules.active]
    findings += _surveyed(survey, rules)
    statements = sum(len(given.map) for given in subjects)
    unique = sorted(dict.fromkeys(findings), key=lambda finding: finding.place)
    origins = [given.map.origin for given in subjects] + [record.record for record in project.all_records]
    lines = {origin.file: origin.lines for origin in origins if origin}
    return Report(tuple(unique), len(subjects), statements, silenced, lines)


def _of_map(given: Subject, unreadable: list[Finding], rules: Rules, project: Project) -> tuple[list[Finding], int]:
    m = given.map
    origin = m.origin
    active = rules.without(project.settings.ignores(_relative(origin.file, project) if origin else ""))
    found = [*(origin.findings if origin else ()), *unreadable]
    for name, declared in rules.checks.items():
        if declared.run is not None and declared.code in active:
            rule = Rule(declared.code, name, declared.severity)
            found += [placed(flaw, rule, origin) for flaw in declared.run(given)]
    kept = [_graded(finding, rules) for finding in found if finding.code in active]
    return silence(kept, m, active, rules) if origin and origin.ignores else (kept, 0)


def _surveyed(survey: Survey, rules: Rules) -> list[Finding]:
    found = []
    for name, declared in rules.checks.items():
        if declared.survey is not None and declared.code in rules.active:
            rule = Rule(declared.code, name, declared.severity)
            found += [_graded(placed(flaw, rule, None), rules) for flaw in declared.survey(survey)]
    return found


def _relative(file: str, project: Project) -> str:
    try:
        return Path(file).absolute().relative_to(project.root).as_posix()
    except ValueError:
        return file


def _graded(finding: Finding, rules: Rules) -> Finding:
    severity = rules.severity.get(finding.code)
    return evolve(finding, severity=severity) if severity else finding
