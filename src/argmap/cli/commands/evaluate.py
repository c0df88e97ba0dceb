"""``argmap evaluate``: grounding and standing of every statement."""

from __future__ import annotations

import json

import click

from argmap.cli import inputs
from argmap.cli.progress import progress
from argmap.evaluation.verdict import Basis, Evaluation, Status
from argmap.project import pipeline

_COLOURS = {
    Status.ACCEPTED: "green",
    Status.UNDECIDED: "yellow",
    Status.REJECTED: "red",
    Status.UNSUPPORTED: "bright_black",
}


@click.command()
@click.argument("path", required=False, type=click.Path())
@click.option(
    "--basis",
    type=click.Choice([str(basis) for basis in Basis]),
    default="declared",
    show_default=True,
    help="Grounds that count: cited ones, also declared assumptions, or also every uncited leaf.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, reasons included.")
@inputs.input_format_option
def evaluate(path: str | None, basis: str, as_json: bool, input_format: str | None) -> None:
    """Tell for every statement whether it is supported, and whether it stands against what is put forward against it.

    accepted: it stands. undecided: it is in a deadlock. rejected: something that stands beats it. unsupported: no
    complete chain of reasons reaches evidence. Questions take no part.

    \b
    Examples:
      argmap evaluate map.yaml
      argmap evaluate map.yaml --basis cited
      argmap evaluate map.yaml --json
    """
    with progress() as say:
        name = inputs.one(path)
        say(f"evaluating {name}")
        m = inputs.read(name, input_format)
        evaluation = pipeline.evaluate(m, basis)
    click.echo(_json(evaluation) if as_json else _table(evaluation), nl=False)


def _json(evaluation: Evaluation) -> str:
    statements = {
        name: {
            "supported": verdict.supported,
            "status": str(verdict.status),
            "modifiers": list(verdict.modifiers),
            "missing": list(verdict.missing),
            "grade": str(verdict.grade) if verdict.grade else None,
            "why": verdict.why.as_dict(),
        }
        for name, verdict in evaluation.items()
    }
    return json.dumps({"basis": str(evaluation.basis), "statements": statements}, indent=2, ensure_ascii=False) + "\n"


def _table(evaluation: Evaluation) -> str:
    rows = [(name, str(v.status), str(v.grade or "-"), ", ".join(v.modifiers)) for name, v in evaluation.items()]
    head = ("statement", "standing", "ground", "remarks")
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(3)]
    lines = [_row(head, widths)]
    for row in rows:
        line = _row(row, widths)
        start = widths[0] + 2
        status = click.style(row[1], fg=_COLOURS[Status(row[1])])
        lines.append(line[:start] + status + line[start + len(row[1]) :])
    return "\n".join(lines) + "\n"


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=False)), cells[-1]]).rstrip()


COMMAND = evaluate
