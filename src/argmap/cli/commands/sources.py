"""``argmap sources``: list the sources, and what became of their passages."""

from __future__ import annotations

from itertools import groupby

import click
from attrs import asdict

from argmap.cli import inputs
from argmap.cli.output import as_json as json_of
from argmap.cli.output import put, put_bytes, visible
from argmap.workflows import shelf
from argmap.workflows.links import links as links_of

_COLUMNS = ("id", "text", "passages", "citations", "verified", "moved", "changed", "ambiguous", "missing", "title")


@click.command()
@inputs.paths_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--links", is_flag=True, help="Print the links that open each source's page at the passage.")
@inputs.input_format_option
def sources(paths: tuple[str, ...], as_json: bool, links: bool, input_format: str | None) -> None:
    """List the sources of maps: whether their text is at hand, and what became of the passages quoted from them.

    PATH is a file, a folder, a pattern, or - for standard input; without one, all sources of the project are listed,
    those that no map names included.

    \b
    Examples:
      argmap sources
      argmap sources map.yaml --json
      argmap sources --links
    """
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


def _table(rows: list[dict[str, object]]) -> str:
    if not rows:
        return "no source is named\n"
    cells = [_COLUMNS, *(tuple(visible(str(row[column])) for column in _COLUMNS) for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(_COLUMNS) - 1)]
    lines = ["  ".join([*map(str.ljust, row, widths), row[-1]]).rstrip() for row in cells]
    return "\n".join(lines) + "\n"


COMMAND = sources
