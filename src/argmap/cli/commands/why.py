"""``argmap why``: give the reason for a statement's standing, as a tree."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path

import click

from argmap.cli import inputs
from argmap.cli.output import put, say, visible
from argmap.cli.progress import progress
from argmap.errors import ReadError
from argmap.evaluation.labels import Basis
from argmap.formats import split_name


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
    name = split_name(statement)[0]
    if not (path and lexists(path)) and lexists(name) and Path(name).is_file():
        raise ReadError(f"{statement} is a file: name a statement first, as in argmap why ID {statement}")
    with progress() as doing:
        analyses, _ = inputs.analyses([path] if path else [], input_format, doing)
    file, statement = inputs.holding(analyses, statement)
    analysis = analyses[file]
    evaluation = analysis.evaluation.of(basis)
    if statement not in evaluation:
        say(f"{statement} is a question: it takes no part in the evaluation")
        return
    analysis.certify(evaluation, (evaluation[each].why for each in [statement]))
    put("".join(f"{visible(line)}\n" for line in evaluation[statement].why.lines(analysis.remarks)))


COMMAND = why
