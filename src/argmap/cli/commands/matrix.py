"""``argmap matrix``: tell which evidence speaks for and against competing claims, and which tells them apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from shutil import get_terminal_size

import click

from argmap.analysis import Analysis
from argmap.cli import inputs
from argmap.cli.commands._grid import told
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.errors import ReadError
from argmap.evaluation.labels import Basis
from argmap.model.statements import Kind
from argmap.wording import listed
from argmap.workflows.matrix.matrix import Matrix
from argmap.workflows.matrix.matrix import matrix as matrix_of
from argmap.workflows.matrix.rivals import Rivals, answers, compared, competing_with, rivals
from argmap.workflows.matrix.writing import to_csv, to_html, values

MOST_TABLES = 20
_WIDTH = 100
_NONE = (
    "No claims compete: let them contradict each other, make them reasons for one question, or name them:\n"
    "argmap matrix CLAIM CLAIM\n"
)


@click.command()
@click.argument("names", nargs=-1, metavar="[STATEMENT]... [PATH]...")
@click.option("--sources", "by_source", is_flag=True, help="Make a row of each source, not of each statement.")
@inputs.basis_option(*Basis)
@inputs.order_option
@click.option("--csv", "style", flag_value="csv", help="Print CSV.")
@click.option("--html", "style", flag_value="html", help="Print a table of HTML, to be put into a page.")
@click.option("--json", "style", flag_value="json", help="Print JSON.")
@inputs.input_format_option
@click.pass_context
def matrix(
    ctx: click.Context,
    names: tuple[str, ...],
    by_source: bool,
    basis: str,
    order: str | None,
    style: str | None,
    input_format: str | None,
) -> None:
    """Tell which evidence speaks for and against competing claims, what tells them apart first.

    Claims compete that contradict each other, or that are reasons for one question. Evidence is what has a ground of
    its own: a citation, or a declared assumption. It speaks for or against a claim by the reasons and objections
    drawn, and tells the claims apart if it does not say the same of all. No winner is declared.

    STATEMENT is the id, title or text of a question, whose answers are compared, of a claim, which is compared to what
    it competes with, or of any claims, which are compared to each other. What comes first are statements, unless a
    file or folder has that name, or it looks like a path. PATH is a file, a folder, a pattern, or - for standard
    input; without one, all maps of the project are looked at.

    \b
    Examples:
      argmap matrix map.yaml
      argmap matrix why-down
      argmap matrix flood bad-release map.yaml --csv
      argmap matrix map.yaml --sources
    """
    paths = next((at for at, name in enumerate(names) if inputs.is_path(name)), len(names))
    with progress() as say:
        analyses, complete = inputs.analyses(names[paths:], input_format, say)
        say("following every line of reasons")
        groups = _groups(analyses, names[:paths])
        analyses = inputs.weighed({file: analyses[file] for file, _ in groups} or analyses, order)
        groups = [(file, each) for file, each in groups if file in analyses]
        found = [
            (file, matrix_of(analyses[file], each, Basis(basis), by_source=by_source))
            for file, each in groups[:MOST_TABLES]
        ]
    for file in dict(found):
        analyses[file].certify(analyses[file].evaluation.of(basis))
    if len(groups) > MOST_TABLES:
        complain(f"{len(groups):,} groups of claims compete, the first {MOST_TABLES} are told: name a claim of another")
    _print(found, style, headed=len(analyses) > 1)
    ctx.exit(0 if complete else 2)


def _groups(analyses: Mapping[str, Analysis], names: Sequence[str]) -> list[tuple[str, Rivals]]:
    """Return the groups of competing claims that are asked for, each with its file.

    Raises:
        UnknownNameError: There is no statement of some name.
        ReadError: Nothing competes with what is named.
    """
    if not names:
        return [(file, each) for file, analysis in analyses.items() for each in rivals(analysis.graph)]
    file, ids = _found(analyses, names)
    analysis = analyses[file]
    asked = [name for name in ids if analysis.map[name].kind is Kind.QUESTION]
    if len(ids) > 1:
        if asked:
            raise ReadError(f"{asked[0]} is a question: name it alone, and its answers are compared")
        return [(file, compared(analysis.graph, ids))]
    if asked:
        found = answers(analysis.graph, ids[0])
        if len(found.claims) < 2:
            has, what = ("one answer alone", "the others") if found.claims else ("no answers", "them")
            raise ReadError(f"the question {ids[0]} has {has}: list {what} as reasons for it")
        return [(file, found)]
    groups = competing_with(analysis.graph, ids[0])
    if not groups:
        raise ReadError(
            f"nothing competes with {ids[0]}: let another claim contradict it, make both reasons for one question, "
            f"or name both: argmap matrix {ids[0]} CLAIM"
        )
    return [(file, each) for each in groups]


def _found(analyses: Mapping[str, Analysis], names: Sequence[str]) -> tuple[str, list[str]]:
    """Return the one map that has all statements of some names, and their ids."""
    holding = {file: each for file, each in analyses.items() if all(map(each.map.called, names))}
    if not holding:
        for name in names:
            inputs.holding(analyses, name)
        raise ReadError(f"no map has all of {listed(names)}: claims compete within one map")
    file, _ = inputs.holding(holding, names[0])
    return file, list(dict.fromkeys(inputs.statement(holding[file].map, name) for name in names))


def _print(found: Sequence[tuple[str, Matrix]], style: str | None, *, headed: bool) -> None:
    """Print some matrices, each under the file of its map."""
    if style == "json":
        put_bytes(json_of([{"map": file, **values(each)} for file, each in found]))
    elif style:
        write = to_csv if style == "csv" else to_html
        lines = "\n".join(write(each) for _, each in found).split("\n")
        put_bytes("\n".join(map(visible, lines)).encode())
        if len(found) > 1:
            complain(f"{len(found)} tables, with an empty line between them: name a claim or a question for one")
    elif found:
        width = get_terminal_size((_WIDTH, 0)).columns
        heads = [f"{visible(file)}\n\n" if headed else "" for file, _ in found]
        put("\n\n".join(head + told(each, width) for head, (_, each) in zip(heads, found, strict=True)))
    else:
        put(_NONE)


COMMAND = matrix
