"""``argmap evaluate``: tell how every statement of a map is supported, and whether it stands."""

from __future__ import annotations

from collections import Counter

import click

from argmap.cli import inputs
from argmap.cli.output import as_json as json_of
from argmap.cli.output import put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.verdict import Evaluation

_COLOURS = {
    Standing.ACCEPTED: "green",
    Standing.UNDECIDED: "yellow",
    Standing.REJECTED: "red",
    Standing.UNSUPPORTED: "bright_black",
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
        analysis.certify(evaluation, (verdict.why for verdict in evaluation.values()) if as_json else ())
        data, table = (_json(evaluation), "") if as_json else (b"", _table(evaluation))
    put_bytes(data)
    put(table)


def _json(evaluation: Evaluation) -> bytes:
    statements = {
        name: {
            "supported": verdict.supported,
            "status": str(verdict.standing),
            "modifiers": list(verdict.modifiers),
            "missing": list(verdict.missing),
            "grade": str(verdict.grade) if verdict.grade else None,
            "why": verdict.why.as_dict(depth=2),
        }
        for name, verdict in evaluation.items()
    }
    return json_of({"basis": str(evaluation.basis), "statements": statements})


def _table(evaluation: Evaluation) -> str:
    """Write a line for each statement; what is long stands last, so that the columns stay narrow."""
    rows = [
        (str(v.standing), str(v.grade or "-"), visible(name), ", ".join(v.modifiers)) for name, v in evaluation.items()
    ]
    width = min(_WIDEST_ID, max(len(row[2]) for row in rows)) if rows else 0
    lines = [f"{'standing':<11}  {'ground':<10}  {'statement':<{width}}  remarks"]
    for standing, ground, name, remarks in rows:
        coloured = click.style(standing, fg=_COLOURS[Standing(standing)]) + " " * (11 - len(standing))
        lines.append(f"{coloured}  {ground:<10}  {name:<{width}}  {remarks}".rstrip())
    counts = Counter(standing for standing, *_ in rows)
    listed = ", ".join(f"{counts[standing]} {standing}" for standing in Standing if counts[standing])
    return "\n".join(lines) + f"\n\n{len(rows)} statements: {listed}.\n"


COMMAND = evaluate
