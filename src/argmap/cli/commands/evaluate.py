"""``argmap evaluate``: tell how every statement of a map is supported, and whether it stands."""

from __future__ import annotations

import json
from collections import Counter

import click

from argmap.cli import inputs
from argmap.cli.output import put
from argmap.cli.progress import progress
from argmap.evaluation.verdict import Basis, Evaluation, Status

_COLOURS = {
    Status.ACCEPTED: "green",
    Status.UNDECIDED: "yellow",
    Status.REJECTED: "red",
    Status.UNSUPPORTED: "bright_black",
}
_WIDEST_ID = 40


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
        project, file = inputs.one(path, input_format)
        say(f"evaluating {file}")
        analysis = inputs.analysed(project, file, input_format)
        evaluation = analysis.evaluation.of(basis)
        text = _json(evaluation) if as_json else _table(evaluation)
    put(text)


def _json(evaluation: Evaluation) -> str:
    statements = {
        name: {
            "supported": verdict.supported,
            "status": str(verdict.status),
            "modifiers": list(verdict.modifiers),
            "missing": list(verdict.missing),
            "grade": str(verdict.grade) if verdict.grade else None,
            "why": verdict.why.as_dict(depth=2),
        }
        for name, verdict in evaluation.items()
    }
    return json.dumps({"basis": str(evaluation.basis), "statements": statements}, indent=2, ensure_ascii=False) + "\n"


def _table(evaluation: Evaluation) -> str:
    """Write a line for each statement; what is long stands last, so that the columns stay narrow."""
    rows = [(str(v.status), str(v.grade or "-"), name, ", ".join(v.modifiers)) for name, v in evaluation.items()]
    width = min(_WIDEST_ID, max(len(row[2]) for row in rows)) if rows else 0
    lines = [f"{'standing':<11}  {'ground':<10}  {'statement':<{width}}  remarks"]
    for status, ground, name, remarks in rows:
        coloured = click.style(status, fg=_COLOURS[Status(status)]) + " " * (11 - len(status))
        lines.append(f"{coloured}  {ground:<10}  {name:<{width}}  {remarks}".rstrip())
    counts = Counter(status for status, *_ in rows)
    listed = ", ".join(f"{counts[status]} {status}" for status in Status if counts[status])
    return "\n".join(lines) + f"\n\n{len(rows)} statements: {listed}.\n"


COMMAND = evaluate
