"""``argmap why``: give the reason for a statement's standing, as a tree."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path

import click

from argmap.cli import inputs
from argmap.cli.colours import STANDING
from argmap.cli.output import as_json as json_of
from argmap.cli.output import put, put_bytes, say, visible
from argmap.cli.progress import progress
from argmap.errors import ReadError
from argmap.evaluation.certificate.claims import Outcome
from argmap.evaluation.labels import Basis
from argmap.evaluation.prospects.answers import Answers
from argmap.evaluation.verdict import Verdict
from argmap.formats import split_name

_COLOURS = {str(standing): colour for standing, colour in STANDING.items()} | {"fails": "red", "stands": "green"}


@click.command()
@click.argument("statement", metavar="STATEMENT")
@click.argument("path", required=False, type=click.Path())
@inputs.basis_option(*Basis)
@click.option("--order", metavar="NAME", help="The reason under an order of values of the map.")
@click.option("--verify", is_flag=True, help="Say how much was verified by code apart from what found it.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@inputs.input_format_option
def why(
    statement: str,
    path: str | None,
    basis: str,
    order: str | None,
    verify: bool,
    as_json: bool,
    input_format: str | None,
) -> None:
    """Tell why a statement is accepted, undecided, rejected or unsupported, as a tree of reasons.

    STATEMENT is its id, title or text. Without PATH, it is looked for in all maps of the project.

    \b
    Examples:
      argmap why adopt-30
      argmap why adopt-30 arguments/harbourton-30kmh.yaml --basis cited
      argmap why adopt-30 --order parents --verify
      argmap why "Trips slower" debate.argdown
    """
    name = split_name(statement)[0]
    if not (path and lexists(path)) and lexists(name) and Path(name).is_file():
        raise ReadError(f"{statement} is a file: name a statement first, as in argmap why ID {statement}")
    with progress() as doing:
        analyses, _ = inputs.analyses([path] if path else [], input_format, doing)
    file, statement = inputs.holding(analyses, statement)
    analysis = analyses[file]
    evaluation = analysis.seen_by(order).of(basis)
    if statement not in evaluation:
        say(inputs.told_of_question(analysis, statement))
        return
    verdict = evaluation[statement]
    outcome = analysis.certify(
        evaluation, (each.why for each in [verdict]), order, remarks=verify, answered=[statement]
    )
    if as_json:
        put_bytes(json_of(_values(verdict, file, basis, order) | ({"verified": _verified(outcome)} if verify else {})))
        return
    put("".join(f"{_coloured(visible(line))}\n" for line in verdict.why.lines(analysis.remarks)))
    if verdict.answers:
        say(f"{verdict.answers}.")
    if verify:
        say(f"Verified: {outcome}.")


def _coloured(line: str) -> str:
    """Colour the word for how something stands, which is the last one before its reason."""
    head, colon, reason = line.partition(": ")
    about, blank, word = head.rpartition(" ")
    return f"{about}{blank}{click.style(word, fg=_COLOURS[word])}{colon}{reason}" if word in _COLOURS else line


def _values(verdict: Verdict, file: str, basis: str, order: str | None) -> dict[str, object]:
    return {
        "map": file,
        "statement": verdict.id,
        "basis": basis,
        "order": order,
        "status": str(verdict.standing),
        "modifiers": list(verdict.modifiers),
        "decided_by": _answers(verdict.answers),
        **verdict.why.as_dict(),
    }


def _answers(found: Answers | None) -> dict[str, object] | None:
    if found is None:
        return None
    told = [{"answer": str(each.kind), "to": list(each.ids), "then": str(each.standing)} for each in found.deciding]
    return {"answers": told, "tried": found.tried, "finished": found.finished}


def _verified(outcome: Outcome) -> dict[str, int]:
    return {"rules": outcome.rules, "labels": outcome.labels, "reasons": outcome.reasons}


COMMAND = why
