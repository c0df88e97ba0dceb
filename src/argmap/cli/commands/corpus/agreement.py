"""``argmap corpus agreement``: tell how far two readers of the same texts agree, over all the maps in their folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap import files
from argmap.cli import inputs
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.errors import ReadError
from argmap.evaluation.labels import Basis
from argmap.project.documents import load
from argmap.wording import counted, listed

if TYPE_CHECKING:
    from argmap.project.project import Project

_Maps = dict[str, tuple["Project", str]]
"""The maps of a reader: project and file, by the path in the reader's folder without its ending."""


@click.command()
@click.argument("a", metavar="A", type=click.Path())
@click.argument("b", metavar="B", type=click.Path())
@inputs.basis_option(*Basis)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def agreement(ctx: click.Context, a: str, b: str, basis: str, as_json: bool) -> None:
    """Tell how far two readers of the same texts agree, over all the maps in their folders.

    A and B are folders, each with the maps of one reader. A map of the one is compared to that of the other which has
    its name, or else to the only one that is about the same text. Figures are those of argmap compare, for each pair as
    Krippendorff's alpha, and in the end over all of them, as if all texts were one.

    Exit status: 0 all could be compared, 2 some map could not be read, or nothing could be compared.

    \b
    Examples:
      argmap corpus agreement anna/ ben/
      argmap corpus agreement anna/ ben/ --json
    """
    from argmap.comparison.compare import comparison
    from argmap.comparison.pooling import Pool, matched
    from argmap.comparison.telling.readings import pool_told
    from argmap.comparison.telling.writing import pool_values

    pool, complete = Pool(), True
    with progress() as say:
        say("reading")
        ones, others = _maps(a), _maps(b)
        pairs, *alone = matched(_abouts(ones), _abouts(others))
        for one, other in pairs:
            say(f"comparing {one}")
            try:
                found = comparison(inputs.analysed(*ones[one]), inputs.analysed(*others[other]), Basis(basis))
            except ReadError as error:
                complain(error)
                complete = False
            else:
                pool.add(one, other, found)
    for folder, names in zip((a, b), alone, strict=True):
        if names:
            complain(f"{folder} has {counted(len(names), 'map')} without a counterpart: {listed(names)}")
    if not pool.pairs:
        raise ReadError(f"no map of {a} belongs to one of {b}: maps that do have one name, or are about one text")
    if as_json:
        put_bytes(json_of(pool_values(pool)))
    else:
        put("".join(f"{visible(line)}\n" for line in pool_told(pool)))
    ctx.exit(0 if complete else 2)


def _maps(folder: str) -> _Maps:
    """Return the maps of a reader; raises `ReadError` where there is none."""
    root = files.absolute(folder if files.is_folder(folder) else Path(folder).parent)
    found: _Maps = {}
    for project, name in inputs.maps([folder]):
        path = files.absolute(name)
        inside = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
        found.setdefault(inside.with_suffix("").as_posix(), (project, name))
    return found


def _abouts(maps: _Maps) -> dict[str, str | None]:
    """Return what each map is about; nothing for one that cannot be read, which is told when it is compared."""
    found: dict[str, str | None] = {}
    for name, (_, file) in maps.items():
        try:
            found[name] = load(file).about
        except ReadError:
            found[name] = None
    return found


COMMAND = agreement
