"""``argmap evaluate``: tell how every statement of maps is supported, and whether it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import click
from attrs import asdict

from argmap.cli import inputs
from argmap.cli.colours import STANDING
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.errors import ReadError
from argmap.evaluation.audiences import Audience, standings, told
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.prospects.modifiers import MEANINGS
from argmap.evaluation.verdict import Evaluation, Verdict
from argmap.evaluation.why import sides
from argmap.model.statements import Kind
from argmap.wording import counted

Audiences = Mapping[str, Audience]

_WIDEST_ID = 40


@click.command()
@inputs.paths_argument
@inputs.basis_option(*Basis)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, reasons included.")
@inputs.input_format_option
@click.pass_context
def evaluate(ctx: click.Context, paths: tuple[str, ...], basis: str, as_json: bool, input_format: str | None) -> None:
    """Tell for every statement whether it is supported, and whether it stands against what is put forward against it.

    accepted: it stands. undecided: it is in a deadlock, or costs are still to be weighed. rejected: something that
    stands beats it. unsupported: no complete chain of reasons reaches evidence. Questions take no part.

    PATH is a file, a folder, a pattern, or - for standard input; without one, all maps of the project are evaluated. Of
    several maps, JSON is a list, in which each has its 'map'.

    \b
    Examples:
      argmap evaluate map.yaml
      argmap evaluate map.yaml --basis independent
      argmap evaluate arguments/ --json
    """
    named = inputs.maps(paths, input_format)
    evaluated: dict[str, tuple[Evaluation, Audiences]] = {}
    with progress() as say:
        for project, file in named:
            say(f"evaluating {file}")
            try:
                analysis = inputs.analysed(project, file, input_format)
            except ReadError as error:
                complain(error)
                continue
            evaluation = analysis.evaluation.of(basis)
            reasons = (verdict.why for verdict in evaluation.values()) if as_json else ()
            analysis.certify(evaluation, reasons, remarks=True)
            for order in analysis.audiences:
                analysis.certify(analysis.seen_by(order).of(basis), order=order)
            evaluated[file] = evaluation, analysis.audiences
    if as_json:
        rows = [{"map": file, **_values(*found)} for file, found in evaluated.items()]
        put_bytes(json_of(rows if len(named) > 1 else _values(*next(iter(evaluated.values())))) if rows else b"")
    else:
        heads = [f"{visible(file)}\n" if len(named) > 1 else "" for file in evaluated]
        tables = [_table(evaluation) + _orders(evaluation, audiences) for evaluation, audiences in evaluated.values()]
        put("\n".join(map("".join, zip(heads, tables, strict=True))) + _legend(e for e, _ in evaluated.values()))
    ctx.exit(2 if len(evaluated) < len(named) else 0)


def _values(evaluation: Evaluation, audiences: Audiences) -> dict[str, object]:
    statements = {
        name: {
            "supported": verdict.supported,
            "status": str(verdict.standing),
            "modifiers": list(verdict.modifiers),
            "missing": list(verdict.missing),
            "to_weigh": asdict(verdict.to_weigh) if verdict.to_weigh else None,
            "grade": str(verdict.grade) if verdict.grade else None,
            "stands_on": str(verdict.stands_on) if verdict.stands_on else None,
            "why": verdict.why.as_dict(depth=2),
        }
        | ({"orders": standings(name, audiences, evaluation.basis)} if audiences else {})
        for name, verdict in evaluation.items()
    }
    return {"basis": str(evaluation.basis), "statements": statements}


def _table(evaluation: Evaluation) -> str:
    """Write a line for each statement; what is long stands last, so that the columns stay narrow."""
    rows = [(str(v.standing), str(v.ground or "-"), visible(name), _remarks(v)) for name, v in evaluation.items()]
    if not rows:
        return "There are only questions, which take no part in the evaluation.\n"
    width = min(_WIDEST_ID, max(len(row[2]) for row in rows))
    lines = [f"{'standing':<11}  {'ground':<11}  {'statement':<{width}}  remarks"]
    for standing, ground, name, remarks in rows:
        coloured = click.style(standing, fg=STANDING[Standing(standing)]) + " " * (11 - len(standing))
        lines.append(f"{coloured}  {ground:<11}  {name:<{width}}  {remarks}".rstrip())
    counts = Counter(standing for standing, *_ in rows)
    listed = ", ".join(f"{counts[standing]} {standing}" for standing in Standing if counts[standing])
    basis = "" if evaluation.basis is Basis.DECLARED else f" on the basis {str(evaluation.basis)!r}"
    told = str(evaluation.tally)
    closing = f"{counted(len(rows), 'statement')}{basis}: {listed}.\n{told[0].upper()}{told[1:]}.\n"
    return "\n".join(lines) + f"\n\n{closing}"


def _orders(evaluation: Evaluation, audiences: Audiences) -> str:
    """Say of each recommendation, and of what else depends on it, under which orders of values it is accepted."""
    lines = []
    for statement in evaluation.graph.statements if audiences else ():
        if statement.kind is not Kind.QUESTION:
            found = standings(statement.id, audiences, evaluation.basis)
            if statement.kind is Kind.RECOMMENDATION or len({*found.values(), evaluation.standings[statement.id]}) > 1:
                lines.append(f"{visible(statement.id)}: {told(found)}\n")
    return "".join(["\nUnder the orders of values:\n", *lines]) if lines else ""


def _legend(evaluations: Iterable[Evaluation]) -> str:
    """Say what the remarks mean that were made."""
    made = {word for evaluation in evaluations for verdict in evaluation.values() for word in verdict.modifiers}
    lines = [f"{word}: {meaning}\n" for word, meaning in MEANINGS.items() if word in made]
    return "".join(["\n", *lines]) if lines else ""


def _remarks(verdict: Verdict) -> str:
    """Return the words that qualify a standing; what is to be weighed is named."""
    words = {word: word for word in verdict.modifiers}
    if verdict.to_weigh:
        pros, cons = map(", ".join, sides(verdict.why.children))
        words["to-weigh"] = f"to-weigh ({pros} against {cons})"
    fallen = f"{verdict.grade} on a line that does not stand" if verdict.ground is not verdict.grade else ""
    return ", ".join([*words.values(), *filter(None, [fallen])])


COMMAND = evaluate
