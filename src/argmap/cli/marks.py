"""What ``--mark`` asks for, and the marks that it stands for."""

from __future__ import annotations

from collections.abc import Sequence

import click

from argmap.analysis import Analysis
from argmap.cli import inputs
from argmap.cli.output import complain
from argmap.errors import UnknownNameError
from argmap.evaluation.labels import Basis
from argmap.renderers import Marks
from argmap.workflows.weak.origins import Origin, sources_of

_WEAK, _STATEMENT = "weak", "statement"

Asked = tuple[str, str]
"""What kind of thing is named, and its name; none for all that is weak."""


def asked(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[Asked, ...]:
    """Read the values of an option: ``weak``, ``weak=STATEMENT``, ``source=ID`` and so on."""
    found = []
    for value in values:
        kind, equals, name = value.partition("=")
        if kind not in (_WEAK, _STATEMENT, *Origin) or not (name.strip() if equals else kind == _WEAK):
            ways = ", ".join(f"{each}=…" for each in (_WEAK, *Origin))
            raise click.BadParameter(f"{value!r} does not say what to mark: write weak, {ways} or {_STATEMENT}=…")
        found.append((kind, name.strip()))
    if len({kind == _WEAK for kind, _ in found}) > 1:
        raise click.BadParameter("weak points and what would change cannot be marked in one picture")
    return tuple(found)


def marks(file: str, analysis: Analysis, wanted: Sequence[Asked]) -> Marks | None:
    """Work out what to mark in the picture of a map; nothing if nothing is asked for.

    Raises:
        UnknownNameError: The map has no such statement, or cites no such source.
        ReadError: A name stands for several statements, or for a question.
        CertificateError: A standing is wrong, which is a bug in argmap.
    """
    if not wanted:
        return None
    if wanted[0][0] == _WEAK:
        return _weak(file, analysis, [name for _, name in wanted if name])
    return _supposed(file, analysis, wanted)


def _weak(file: str, analysis: Analysis, names: Sequence[str]) -> Marks:
    from argmap.workflows.weak.marking import weak_marks
    from argmap.workflows.weak.points import conclusions, weaknesses

    statements = [inputs.evaluated({file: analysis}, name)[1] for name in names] or conclusions(analysis)
    found, finished = weaknesses(analysis, Basis.DECLARED, list(dict.fromkeys(statements)))
    analysis.certify(analysis.evaluation)
    if not finished:
        complain(f"{file} is large: what fells a statement and leaves it some support was not tried throughout")
    return weak_marks(analysis, found)


def _supposed(file: str, analysis: Analysis, wanted: Sequence[Asked]) -> Marks:
    from argmap.workflows.weak.marking import supposed_marks
    from argmap.workflows.weak.supposing import Supposition, suppose

    sources: set[str] = set()
    dropped: list[str] = []
    for kind, name in wanted:
        if kind == _STATEMENT:
            dropped.append(inputs.evaluated({file: analysis}, name)[1])
        else:
            sources |= _sources(analysis, Origin(kind), name)
    supposition = Supposition(frozenset(sources), frozenset(dropped))
    supposed = suppose(analysis, supposition, Basis.DECLARED)
    analysis.certify(supposed.before)
    supposed.certify()
    return supposed_marks(supposed, supposition, [f"the {kind} {name}" for kind, name in wanted])


def _sources(analysis: Analysis, origin: Origin, name: str) -> frozenset[str]:
    """Return the ids of the sources that a map cites and that fall with what is named."""
    cited = {citation.source for statement in analysis.map for citation in statement.citations}
    if origin is Origin.ROOT:
        return sources_of(origin, name, analysis.sources.values())
    if origin is not Origin.SOURCE:
        return sources_of(origin, name, [analysis.sources[each] for each in sorted(cited & analysis.sources.keys())])
    if name not in cited:
        raise UnknownNameError("source", name, cited)
    return frozenset({name})
