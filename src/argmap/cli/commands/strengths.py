"""``argmap strengths``: rank statements by strength, and tell how far the order depends on the semantics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePath

import click
from attrs import evolve

from argmap.analysis import Analysis
from argmap.cli import inputs
from argmap.cli.commands._numbers import numbers
from argmap.cli.commands._ranked import to_csv, told, values
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.evaluation.labels import Standing
from argmap.evaluation.strengths import strengths as strengths_of
from argmap.frameworks.strengths import files
from argmap.frameworks.strengths.bipolar import BipolarGraph
from argmap.frameworks.strengths.gradual import DEFAULT, name_of
from argmap.frameworks.strengths.ranking import CHECKS, Ranking, ranking
from argmap.model.findings import Severity
from argmap.project.paths import STDIN
from argmap.wording import counted

_NONE = "none"
_ENDINGS = (".bag", ".json", ".txt", "")


def _checks(_: click.Context, __: click.Parameter, given: str) -> tuple[str, ...]:
    """Return the names of the semantics to check by."""
    return () if given.strip() == _NONE else tuple(each.strip() for each in given.split(",") if each.strip())


@click.command()
@inputs.paths_argument
@click.option("--semantics", default=DEFAULT, show_default=True, metavar="NAME", help="The semantics that ranks.")
@click.option(
    "--check",
    default=",".join(CHECKS),
    show_default=True,
    metavar="NAMES",
    callback=_checks,
    help="Semantics that the order is checked by, with commas between them; or none.",
)
@click.option(
    "--base",
    metavar="ID=NUMBER",
    multiple=True,
    callback=numbers("base score", "rain=0.8"),
    help="The base score of a statement or citation, or the weight of a reason, from 0 to 1.",
)
@click.option("--json", "style", flag_value="json", help="Print JSON: all that was found.")
@click.option("--csv", "style", flag_value="csv", help="Print the figures as CSV.")
@inputs.input_format_option
@click.pass_context
def strengths(
    ctx: click.Context,
    paths: tuple[str, ...],
    semantics: str,
    check: tuple[str, ...],
    base: dict[str, float],
    style: str | None,
    input_format: str | None,
) -> None:
    """Rank the statements of maps by strength, and tell first how far the order depends on the semantics.

    A strength begins with a base score: the statement's credence, or 0.5 where nobody has said. Reasons and citations
    for the statement raise it, those against it lower it, each by its own strength and weight. By how much is for a
    semantics to say, and each says something else: the order is to be trusted where all agree.

    Semantics are quadratic_energy (qe), df_quad (dfquad), squared_df_quad, euler and mlp; and h_categoriser and burden,
    which know attacks alone and leave supports out.

    PATH is a file, a folder, a pattern, or - for standard input; without one, all maps of the project are ranked. It
    may be a weighted bipolar graph too: JSON with "arguments", "attacks" and "supports", or a file .bag with facts such
    as arg(a, 0.5), att(b, a) and sup(c, a); --input-format calls these qbaf and bag.

    \b
    Examples:
      argmap strengths map.yaml
      argmap strengths map.yaml --semantics euler --check qe,dfquad
      argmap strengths map.yaml --base rain=0.9 --json
      argmap strengths graph.bag --csv
    """
    for name in (semantics, *check):
        name_of(name)
    found: dict[str, Ranking] = {}
    complete = True
    graphs = {path: notation for path in paths if (notation := _notation(path, input_format))}
    maps = [path for path in paths if path not in graphs]
    for path, notation in graphs.items():
        graph = _graph(path, notation)
        if graph is None:
            complete = False
        else:
            found[path] = ranking(graph.with_bases(base), semantics, check)
    if maps or not graphs:
        with progress() as say:
            analyses, is_whole = inputs.analyses(maps, input_format, say)
        complete = complete and is_whole
        for file, analysis in analyses.items():
            ranked = strengths_of(analysis.graph, analysis.grades, semantics, check, base)
            found[file] = evolve(ranked, told=(*ranked.told, *_unsupported(analysis)))
    if style == "csv":
        put(to_csv(found))
    elif style == "json":
        rows = [{"map": file, **values(each)} for file, each in found.items()]
        put_bytes(json_of(rows if len(paths) > 1 or len(rows) > 1 else rows[0]) if rows else b"")
    else:
        heads = [f"{visible(file)}\n" if len(found) > 1 or len(paths) > 1 else "" for file in found]
        nouns = ["argument" if file in graphs else "statement" for file in found]
        put("\n".join(head + told(each, noun) for head, each, noun in zip(heads, found.values(), nouns, strict=True)))
    ctx.exit(0 if complete else 2)


def _unsupported(analysis: Analysis) -> Iterator[str]:
    """Say how many statements no evidence supports: that is not seen in a strength."""
    standings = Counter(analysis.evaluation.standings.values())
    if count := standings[Standing.UNSUPPORTED]:
        told = f"{count} of {counted(standings.total(), 'statement')} {'is' if count == 1 else 'are'} unsupported"
        yield f"{told}: a base score is no evidence (argmap evaluate)"


def _notation(path: str, input_format: str | None) -> str | None:
    """Return the notation of a file that holds a weighted bipolar graph; None for any other."""
    if input_format is not None:
        return input_format if input_format in files.names() else None
    if path == STDIN or PurePath(path).suffix.lower() not in _ENDINGS or not Path(path).is_file():
        return None
    return files.notation_of(inputs.file_content(path).decode("utf-8-sig", "replace"), path)


def _graph(path: str, notation: str) -> BipolarGraph | None:
    """Read a weighted bipolar graph, and say on standard error what is wrong in its file; None where that is broken."""
    file = files.read(inputs.content(path), path, notation)
    for finding in file.findings:
        complain(finding)
    if file.is_broken:
        errors = sum(finding.severity is Severity.ERROR for finding in file.findings)
        complain(f"{path} has {counted(errors, 'error')}: nothing is ranked before it is mended")
    return None if file.is_broken else file.graph


COMMAND = strengths
