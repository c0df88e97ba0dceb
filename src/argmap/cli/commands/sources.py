"""``argmap sources``: the sources of a project, and what became of their passages."""

from __future__ import annotations

import json

import click

from argmap.cli import inputs
from argmap.project import shelf


@click.command()
@inputs.maps_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@inputs.input_format_option
def sources(paths: tuple[str, ...], as_json: bool, input_format: str | None) -> None:
    """List the sources of maps: whether their text is at hand, and how many of their passages are verified.

    \b
    Examples:
      argmap sources
      argmap sources map.yaml --json
    """
    rows = []
    for project, names in inputs.grouped(inputs.named(paths)).values():
        rows += shelf.rows([inputs.read(name, input_format) for name in names], project)
    if as_json:
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    columns = ("id", "text", "passages", "citations", "verified", "title")
    cells = [columns, *(tuple(str(row[column]) for column in columns) for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    for row in cells:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


COMMAND = sources
