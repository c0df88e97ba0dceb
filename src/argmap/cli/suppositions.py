"""What ``--without``, ``--with`` and ``--mark`` name of some maps, as a supposition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import click

from argmap.analysis import Analysis
from argmap.cli import inputs
from argmap.errors import UnknownNameError
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind
from argmap.wording import listed
from argmap.workflows.weak.origins import Origin, sources_of
from argmap.workflows.weak.supposing import Supposition
from argmap.workflows.weak.suspects import GROUND, STATEMENT, STEP

Named = tuple[str, str]
"""What kind of thing is named, and its name."""


def supposed_by(analyses: Mapping[str, Analysis], without: Iterable[Named], with_: Iterable[Named] = ()) -> Supposition:
    """Look up what is named.

    Args:
        analyses: The maps, by file.
        without: What falls.
        with_: The statements that have a source.

    Raises:
        UnknownNameError: No map has such a statement, step, ground or source, or nobody such a name.
        ReadError: A name stands for several statements, or for a question.
        click.UsageError: A statement is to fall and to have a source.
    """
    sources: set[str] = set()
    dropped: set[str] = set()
    steps: set[str] = set()
    grounds: set[str] = set()
    for kind, name in without:
        if kind == STATEMENT:
            dropped.add(inputs.evaluated(analyses, name)[1])
        elif kind == STEP:
            steps.add(_step(analyses.values(), name))
        elif kind == GROUND:
            grounds.add(_ground(analyses.values(), name))
        else:
            sources |= _sources(analyses.values(), Origin(kind), name)
    sourced = {inputs.evaluated(analyses, name)[1] for _, name in with_}
    both = sorted(dropped & sourced)
    if both:
        raise click.UsageError(f"{listed(both)} cannot both fall and have a source")
    return Supposition(*map(frozenset, (sources, dropped, steps, grounds, sourced)))


def _step(analyses: Iterable[Analysis], name: str) -> str:
    """Return the id of a support, an attack or an undercut; raises where there is none."""
    relations = (relation for analysis in analyses for relation in analysis.map.relations)
    known = {relation.id for relation in relations if relation.kind is not RelationKind.CONTRADICTION}
    if name not in known:
        raise UnknownNameError(STEP, name, known)
    return name


def _ground(analyses: Iterable[Analysis], name: str) -> str:
    """Return the id of a citation or of an assumption; raises where there is none."""
    statements = [statement for analysis in analyses for statement in analysis.map]
    known = {citation.id for statement in statements for citation in statement.citations}
    known |= {statement.id for statement in statements if statement.kind is Kind.ASSUMPTION}
    if name not in known:
        raise UnknownNameError(GROUND, name, known)
    return name


def _sources(analyses: Iterable[Analysis], origin: Origin, name: str) -> frozenset[str]:
    """Return the ids of the sources that fall with what is named."""
    records = {source.id: source for analysis in analyses for source in analysis.sources.values()}
    if origin is not Origin.SOURCE:
        return sources_of(origin, name, records.values())
    cited = {cited.source for analysis in analyses for statement in analysis.map for cited in statement.citations}
    if name not in cited | records.keys():
        raise UnknownNameError("source", name, cited | records.keys())
    return frozenset({name})
