"""From a map to what is known about it: its sources, its passages found, its evaluation."""

from __future__ import annotations

from argmap.checks._base import Subject
from argmap.errors import UnknownNameError
from argmap.evaluation.evaluate import evaluate as evaluate_map
from argmap.evaluation.verdict import Basis, Evaluation
from argmap.evidence.passages.resolve import anchors, resolve
from argmap.graph import Graph
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.sources import Source
from argmap.project.discovery import project_of
from argmap.project.project import Project


def subject(m: ArgumentMap, project: Project | None = None) -> tuple[Subject, list[Finding]]:
    """Work out what the checks need to know: sources, texts, passages found, standing.

    Args:
        m: The map.
        project: Its project, where it is known already.

    Returns:
        The subject, and a finding for each source text that cannot be used.
    """
    project = project or project_of(m)
    sources: dict[str, Source] = {**project.records, **{source.id: source for source in m.sources}}
    named = {source for source, _ in anchors(m)}
    texts, unreadable = project.texts([source for name, source in sources.items() if name in named], m)
    resolutions = resolve(m, sources, texts, project.lock)
    graph = Graph.of(m)
    evaluation = evaluate_map(m, resolutions, graph=graph)
    path = project.relative(m.origin.name) if m.origin and m.origin.file else ""
    return Subject(m, graph, sources, texts, resolutions, evaluation, project.lock, path), unreadable


def evaluate(m: ArgumentMap, *, basis: Basis | str = Basis.DECLARED) -> Evaluation:
    """Evaluate a map: grounding and standing of every statement, with citations looked up in their sources.

    Args:
        m: The map; its project's source records and texts are used.
        basis: Which grounds count: ``cited``, ``declared`` or ``granted``.

    Returns:
        A verdict for every statement that is no question, by id.

    Raises:
        ConfigError: The settings of its project are wrong.
        UnknownNameError: There is no such basis.

    Example:
        >>> import argmap
        >>> m = argmap.loads('''
        ... nodes:
        ...   wet: {claim: The street is wet., because: [rain]}
        ...   rain: {assumption: It rained.}
        ... ''')
        >>> str(evaluate(m)["wet"].status), str(evaluate(m, basis="cited")["wet"].status)
        ('accepted', 'unsupported')
    """
    if basis not in list(Basis):
        raise UnknownNameError("basis", basis, map(str, Basis))
    given, _ = subject(m)
    return given.evaluation.of(basis)
