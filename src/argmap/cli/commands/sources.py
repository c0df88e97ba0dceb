"""``argmap sources``: list the sources, and what became of their passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import click
from attrs import asdict

from argmap.cli import inputs
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.evaluation.prospects.retraction import Flip
from argmap.workflows import shelf
from argmap.workflows.links import links as links_of
from argmap.workflows.weak.impact import Impact, impacts

_COLUMNS = ("id", "text", "passages", "citations", "verified", "moved", "changed", "ambiguous", "missing", "title")

_IMPACT = ("id", "falls", "recommendations", "rises", "title")


@click.command()
@inputs.paths_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--links", is_flag=True, help="Print the links that open each source's page at the passage.")
@click.option("--impact", is_flag=True, help="Print how much falls with each source, most first.")
@inputs.input_format_option
@click.pass_context
def sources(
    ctx: click.Context, paths: tuple[str, ...], as_json: bool, links: bool, impact: bool, input_format: str | None
) -> None:
    """List the sources of maps: whether their text is at hand, and what became of the passages quoted from them.

    With --impact: how many statements, and how many recommendations among them, stand worse without the source, and how
    many better, on declared grounds; each source is dropped in turn.

    PATH is a file, a folder, a pattern, or - for standard input; without one, all sources of the project are listed,
    those that no map names included.

    \b
    Examples:
      argmap sources
      argmap sources map.yaml --json
      argmap sources --links
      argmap sources --impact
    """
    if impact and links:
        raise click.UsageError("--impact and --links are two lists: ask for one of them")
    if impact:
        ctx.exit(_print_impact(paths, input_format, as_json=as_json))
    rows: list[dict[str, object]] = []
    for _, group in groupby(inputs.maps(paths, input_format), key=lambda pair: pair[0].root):
        named = list(group)
        project = named[0][0]
        maps = [inputs.analysed(project, file, input_format) for _, file in named]
        if links:
            rows += [asdict(link) for analysis in maps for link in links_of(analysis)]
        else:
            rows += shelf.rows(maps, project, every=not paths)
    if links and not as_json:
        lines = [visible(f"{row['statement']}  {row['url']}") for row in rows]
        put("\n".join(lines or ["no source that is quoted has a url"]) + "\n")
    elif as_json:
        put_bytes(json_of(rows))
    else:
        put(_table(rows))


def _print_impact(paths: tuple[str, ...], input_format: str | None, *, as_json: bool) -> int:
    """Print what falls with each source; return the exit status."""
    with progress() as say:
        analyses, complete = inputs.analyses(paths, input_format, say)
        say("dropping each source in turn")
        found, unfinished = impacts(analyses)
    for file in unfinished:
        complain(f"{file} is large: for some sources only what loses all support was counted")
    if as_json:
        put_bytes(json_of([_values(each) for each in found]))
    else:
        put(_table([_counts(each) for each in found], _IMPACT))
    return 0 if complete else 2


def _counts(impact: Impact) -> dict[str, object]:
    return {
        "id": impact.source,
        "falls": len(impact.falls),
        "recommendations": impact.recommendations,
        "rises": len(impact.rises),
        "title": "(no record)" if impact.title is None else impact.title,
    }


def _values(impact: Impact) -> dict[str, object]:
    def rows(flips: Iterable[tuple[str, Flip]]) -> list[dict[str, object]]:
        return [{"map": file, "id": f.id, "standing": [str(f.before), str(f.after)]} for file, f in flips]

    return {**_counts(impact), "falls": rows(impact.falls), "rises": rows(impact.rises)}


def _table(rows: list[dict[str, object]], columns: Sequence[str] = _COLUMNS) -> str:
    if not rows:
        return "no source is named\n"
    cells = [tuple(columns), *(tuple(visible(str(row[column])) for column in columns) for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns) - 1)]
    lines = ["  ".join([*map(str.ljust, row, widths), row[-1]]).rstrip() for row in cells]
    return "\n".join(lines) + "\n"


COMMAND = sources
