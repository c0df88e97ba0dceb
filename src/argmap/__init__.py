"""Argument maps with cited evidence: read, check, evaluate and draw them.

Example:
    >>> import argmap
    >>> m = argmap.loads('''
    ... nodes:
    ...   wet: {claim: The street is wet., because: [rain]}
    ...   rain: {claim: It rained.}
    ... ''')
    >>> [finding.code for finding in argmap.check(m, select=["AM101"])]
    ['AM101', 'AM101']
    >>> argmap.evaluate(m)["wet"].missing
    ('rain',)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from argmap.model import notebook
from argmap.version import __version__ as __version__

if TYPE_CHECKING:
    from argmap.analysis import Analysis as Analysis
    from argmap.analysis import analyse as analyse
    from argmap.analysis import evaluate as evaluate
    from argmap.comparison.compare import compare as compare
    from argmap.comparison.diff import diff as diff
    from argmap.corpora.building import build_corpus as build_corpus
    from argmap.corpora.corpus import Corpus as Corpus
    from argmap.corpora.corpus import corpus as corpus
    from argmap.errors import ArgmapError as ArgmapError
    from argmap.evaluation.audiences import Audience as Audience
    from argmap.evaluation.labels import Basis as Basis
    from argmap.evaluation.labels import Grade as Grade
    from argmap.evaluation.labels import Standing as Standing
    from argmap.evaluation.verdict import Evaluation as Evaluation
    from argmap.evaluation.verdict import Verdict as Verdict
    from argmap.evaluation.weighing import Judgement as Judgement
    from argmap.evaluation.weighing import ToWeigh as ToWeigh
    from argmap.frameworks.strengths.ranking import Ranking as Ranking
    from argmap.model.citations import Citation as Citation
    from argmap.model.citations import Passage as Passage
    from argmap.model.citations import Selector as Selector
    from argmap.model.citations import Stance as Stance
    from argmap.model.document import ArgumentMap as ArgumentMap
    from argmap.model.document import Group as Group
    from argmap.model.expectations import Expectation as Expectation
    from argmap.model.findings import Finding as Finding
    from argmap.model.findings import Severity as Severity
    from argmap.model.orders import Order as Order
    from argmap.model.relations import Force as Force
    from argmap.model.relations import Relation as Relation
    from argmap.model.relations import RelationKind as RelationKind
    from argmap.model.sources import Intake as Intake
    from argmap.model.sources import Reliability as Reliability
    from argmap.model.sources import Source as Source
    from argmap.model.sources import SourceKind as SourceKind
    from argmap.model.standards import Standard as Standard
    from argmap.model.statements import Kind as Kind
    from argmap.model.statements import Statement as Statement
    from argmap.model.statements import Voice as Voice
    from argmap.project.documents import load as load
    from argmap.project.documents import load_all as load_all
    from argmap.project.documents import loads as loads
    from argmap.project.documents import save as save
    from argmap.project.project import Project as Project
    from argmap.renderers import Arrangement as Arrangement
    from argmap.renderers import Direction as Direction
    from argmap.renderers import DrawingOptions as DrawingOptions
    from argmap.renderers import Engine as Engine
    from argmap.renderers import Theme as Theme
    from argmap.workflows.checking import check as check
    from argmap.workflows.formal.af import af as af
    from argmap.workflows.formal.reliability import reliability as reliability
    from argmap.workflows.formal.strengths import strengths as strengths
    from argmap.workflows.pictures import render as render
    from argmap.workflows.reporting.making import report as report
    from argmap.workflows.tables import rows as rows
    from argmap.workflows.tables import to_networkx as to_networkx
    from argmap.workflows.weak.points import Weakness as Weakness
    from argmap.workflows.weak.points import weak_points as weak_points

_HOMES = {
    "Analysis": "analysis",
    "ArgmapError": "errors",
    "ArgumentMap": "model.document",
    "Arrangement": "renderers",
    "Audience": "evaluation.audiences",
    "Basis": "evaluation.labels",
    "Citation": "model.citations",
    "Corpus": "corpora.corpus",
    "Direction": "renderers",
    "DrawingOptions": "renderers",
    "Engine": "renderers",
    "Evaluation": "evaluation.verdict",
    "Expectation": "model.expectations",
    "Finding": "model.findings",
    "Force": "model.relations",
    "Grade": "evaluation.labels",
    "Group": "model.document",
    "Intake": "model.sources",
    "Judgement": "evaluation.weighing",
    "Kind": "model.statements",
    "Order": "model.orders",
    "Passage": "model.citations",
    "Project": "project.project",
    "Ranking": "frameworks.strengths.ranking",
    "Relation": "model.relations",
    "RelationKind": "model.relations",
    "Reliability": "model.sources",
    "Selector": "model.citations",
    "Severity": "model.findings",
    "Source": "model.sources",
    "SourceKind": "model.sources",
    "Stance": "model.citations",
    "Standard": "model.standards",
    "Standing": "evaluation.labels",
    "Statement": "model.statements",
    "Theme": "renderers",
    "ToWeigh": "evaluation.weighing",
    "Verdict": "evaluation.verdict",
    "Voice": "model.statements",
    "Weakness": "workflows.weak.points",
    "af": "workflows.formal.af",
    "analyse": "analysis",
    "build_corpus": "corpora.building",
    "check": "workflows.checking",
    "compare": "comparison.compare",
    "corpus": "corpora.corpus",
    "diff": "comparison.diff",
    "evaluate": "analysis",
    "load": "project.documents",
    "load_all": "project.documents",
    "loads": "project.documents",
    "reliability": "workflows.formal.reliability",
    "render": "workflows.pictures",
    "report": "workflows.reporting.making",
    "rows": "workflows.tables",
    "save": "project.documents",
    "strengths": "workflows.formal.strengths",
    "to_networkx": "workflows.tables",
    "weak_points": "workflows.weak.points",
}

__all__ = [
    "Analysis",
    "ArgmapError",
    "ArgumentMap",
    "Arrangement",
    "Audience",
    "Basis",
    "Citation",
    "Corpus",
    "Direction",
    "DrawingOptions",
    "Engine",
    "Evaluation",
    "Expectation",
    "Finding",
    "Force",
    "Grade",
    "Group",
    "Intake",
    "Judgement",
    "Kind",
    "Order",
    "Passage",
    "Project",
    "Ranking",
    "Relation",
    "RelationKind",
    "Reliability",
    "Selector",
    "Severity",
    "Source",
    "SourceKind",
    "Stance",
    "Standard",
    "Standing",
    "Statement",
    "Theme",
    "ToWeigh",
    "Verdict",
    "Voice",
    "Weakness",
    "af",
    "analyse",
    "build_corpus",
    "check",
    "compare",
    "corpus",
    "diff",
    "evaluate",
    "load",
    "load_all",
    "loads",
    "reliability",
    "render",
    "report",
    "rows",
    "save",
    "strengths",
    "to_networkx",
    "weak_points",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    value = getattr(import_module(f"argmap.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def _shown(m: ArgumentMap) -> dict[str, str]:
    from argmap.workflows.pictures import mimebundle

    return mimebundle(m)


notebook.shown = _shown


def __dir__() -> list[str]:
    """List the public names."""
    return sorted([*__all__, "__version__"])
