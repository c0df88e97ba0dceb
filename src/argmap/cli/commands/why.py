"""``argmap why``: give the reason for a statement's standing, as a tree."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.analysis import Analysis
from argmap.cli import inputs
from argmap.cli.output import complain, put, say, visible
from argmap.errors import ReadError, UnknownNameError
from argmap.evaluation.labels import Basis
from argmap.formats import split_name
from argmap.model.document import ArgumentMap


@click.command()
@click.argument("statement", metavar="STATEMENT")
@click.argument("path", required=False, type=click.Path())
@click.option(
    "--basis",
    type=click.Choice([str(basis) for basis in Basis]),
    default="declared",
    show_default=True,
    help="Grounds that count: independent ones, all cited ones, also assumptions, or also every uncited leaf.",
)
@inputs.input_format_option
def why(statement: str, path: str | None, basis: str, input_format: str | None) -> None:
    """Tell why a statement is accepted, undecided, rejected or unsupported, as a tree of reasons.

    STATEMENT is its id, title or text. Without PATH, it is looked for in all maps of the project.

    \b
    Examples:
      argmap why adopt-30
      argmap why adopt-30 arguments/harbourton-30kmh.yaml --basis cited
      argmap why "Trips slower" debate.argdown
    """
    analysis = _holding(statement, path, input_format)
    statement = inputs.statement(analysis.map, statement)
    evaluation = analysis.evaluation.of(basis)
    if statement not in evaluation:
        say(f"{statement} is a question: it takes no part in the evaluation")
        return
    analysis.certify(evaluation, (evaluation[each].why for each in [statement]))
    put("".join(f"{visible(line)}\n" for line in evaluation[statement].why.lines(analysis.remarks)))


def _holding(statement: str, path: str | None, input_format: str | None) -> Analysis:
    """Return the one map that has a statement."""
    if not (path and Path(path).exists()) and Path(split_name(statement)[0]).is_file():
        raise ReadError(f"{statement} is a file: name a statement first, as in argmap why ID {statement}")
    read: list[tuple[Analysis, str]] = []
    for project, file in inputs.maps([path] if path else [], input_format):
        try:
            read.append((inputs.analysed(project, file, input_format), file))
        except ReadError as error:
            if path:
                raise
            complain(error)
    holding = [held for held in read if statement in held[0].map]
    holding = holding or [held for held in read if held[0].map.called(statement)]
    if not holding:
        raise UnknownNameError("statement", statement, [s.id for analysis, _ in read for s in analysis.map])
    if len(holding) > 1:
        places = [f"{file} (line {_line(analysis.map, statement)})" for analysis, file in holding]
        raise ReadError(f"{statement} is in {' and '.join(places)}: name the map")
    return holding[0][0]


def _line(m: ArgumentMap, statement: str) -> int:
    """Return the line that a statement begins in."""
    span = m[m.called(statement)[0]].span
    return m.origin.lines.position(span.start).line if m.origin and span else 1


COMMAND = why
