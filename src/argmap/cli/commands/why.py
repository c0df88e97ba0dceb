"""``argmap why``: the reason for a statement's standing, as a tree."""

from __future__ import annotations

import click

from argmap.cli import inputs
from argmap.errors import UnknownNameError
from argmap.evaluation.verdict import Basis
from argmap.model.document import ArgumentMap
from argmap.project import pipeline


@click.command()
@click.argument("statement", metavar="ID")
@click.argument("path", required=False, type=click.Path())
@click.option("--basis", type=click.Choice([str(basis) for basis in Basis]), default="declared", show_default=True)
@inputs.input_format_option
def why(statement: str, path: str | None, basis: str, input_format: str | None) -> None:
    """Tell why a statement is accepted, undecided, rejected or unsupported, as a tree of reasons.

    Without PATH, the statement is looked for in all maps of the project.

    \b
    Examples:
      argmap why adopt-30
      argmap why adopt-30 arguments/harbourton-30kmh.yaml --basis cited
    """
    m = _holding(statement, [inputs.read(name, input_format) for name in inputs.named([path] if path else [])])
    evaluation = pipeline.evaluate(m, basis)
    if statement not in evaluation:
        click.echo(f"{statement} is a question: it takes no part in the evaluation")
        return
    for line in evaluation[statement].why.lines():
        click.echo(line)


def _holding(statement: str, maps: list[ArgumentMap]) -> ArgumentMap:
    for m in maps:
        if statement in m:
            return m
    raise UnknownNameError("statement", statement, [s.id for m in maps for s in m])


COMMAND = why
