"""What ``--mark`` asks for, and the marks that it stands for."""

from __future__ import annotations

from collections.abc import Sequence

import click

from argmap.analysis import Analysis
from argmap.cli import inputs
from argmap.cli.conclusions import first_conclusions
from argmap.cli.output import complain
from argmap.evaluation.labels import Basis
from argmap.renderers import Marks
from argmap.workflows.weak.origins import Origin
from argmap.workflows.weak.suspects import STATEMENT

_WEAK = "weak"

Asked = tuple[str, str]
"""What kind of thing is named, and its name; none for all that is weak."""


def asked(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[Asked, ...]:
    """Read the values of an option: ``weak``, ``weak=STATEMENT``, ``source=ID`` and so on."""
    found = []
    for value in values:
        kind, equals, name = value.partition("=")
        if kind not in (_WEAK, STATEMENT, *Origin) or not (name.strip() if equals else kind == _WEAK):
            ways = ", ".join(f"{each}=…" for each in (_WEAK, *Origin))
            raise click.BadParameter(f"{value!r} does not say what to mark: write weak, {ways} or {STATEMENT}=…")
        found.append((kind, name.strip()))
    if len({kind == _WEAK for kind, _ in found}) > 1:
        raise click.BadParameter("weak points and what would change cannot be marked in one picture")
    return tuple(found)


def marks(file: str, analysis: Analysis, wanted: Sequence[Asked]) -> Marks | None:
    """Work out what to mark in the picture of a map; nothing if nothing is asked for.

    Raises:
        UnknownNameError: There is no such statement or source, or nobody has such a name.
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
    from argmap.workflows.weak.points import weaknesses

    named = [inputs.evaluated({file: analysis}, name)[1] for name in names]
    statements = named or first_conclusions(file, analysis)
    found, finished = weaknesses(analysis, Basis.DECLARED, list(dict.fromkeys(statements)))
    analysis.certify(analysis.evaluation)
    if not finished:
        complain(f"{file} is large: what fells a statement and leaves it some support was not tried throughout")
    return weak_marks(analysis, found)


def _supposed(file: str, analysis: Analysis, wanted: Sequence[Asked]) -> Marks:
    from argmap.cli.suppositions import supposed_by
    from argmap.workflows.weak.marking import supposed_marks
    from argmap.workflows.weak.supposing import suppose

    supposition = supposed_by({file: analysis}, wanted)
    supposed = suppose(analysis, supposition, Basis.DECLARED)
    analysis.certify(supposed.before)
    supposed.certify()
    return supposed_marks(supposed, supposition, [f"the {kind} {name}" for kind, name in wanted])
