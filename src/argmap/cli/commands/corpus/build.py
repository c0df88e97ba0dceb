"""``argmap corpus build``: build the tables of a corpus, or what of them has changed."""

from __future__ import annotations

import shlex

import click

from argmap.cli.output import aside, say
from argmap.cli.progress import progress
from argmap.corpora import crews
from argmap.corpora.building import Built
from argmap.corpora.building import build as built
from argmap.corpora.tables import TABLES
from argmap.wording import counted


@click.command()
@click.argument("maps")
@click.argument("folder")
@click.option(
    "--jobs",
    type=click.IntRange(0, 1024),
    metavar="N",
    help="Number of processes, 0 for this one alone; else as many as there are processors.",
)
@click.option("--scheduler", metavar="ADDRESS", help="Let the workers of this Dask scheduler do it: tcp://HOST:8786.")
@click.option(
    "--tables",
    metavar="NAME,...",
    help=f"Make these tables only: {', '.join(TABLES)}. Without labels nothing is evaluated, "
    "without findings nothing is checked.",
)
def build(maps: str, folder: str, jobs: int | None, scheduler: str | None, tables: str | None) -> None:
    """Build a corpus: tables in Parquet of all that is in the maps, what they come to, and what the checks find.

    MAPS is a folder, a file or a pattern in quotes, FOLDER where the corpus goes; both may be addresses that fsspec
    opens, such as s3://bucket/maps. Given again, the command makes anew what has changed; one that was stopped goes on
    where it was. Files that are no maps or cannot be read are rows of the table problems.

    \b
    Examples:
      argmap corpus build maps/ build/corpus
      argmap corpus build "maps/20*/*.json" build/corpus --jobs 4
      argmap corpus build maps/ build/corpus --tables statements,relations
      argmap corpus build /shared/maps /shared/corpus --scheduler tcp://10.0.0.1:8786
    """
    if jobs is not None and scheduler:
        raise click.UsageError("--jobs is for processes of this machine, and --scheduler for those of a cluster")
    names = [name.strip() for name in (tables or "").split(",") if name.strip()]
    crew = crews.dask(scheduler) if scheduler else crews.here() if jobs == 0 else crews.processes(jobs)
    try:
        with progress() as tell:
            done = built(
                maps, folder, tables=names, crew=crew, tell=lambda stage: tell(f"building the corpus: {stage}")
            )
    finally:
        crew.close()
    _report(done, folder)


def _report(done: Built, folder: str) -> None:
    say(
        f"{folder}: {counted(done.rows['maps'], 'map')} from {counted(done.files, 'file')}; "
        f"{done.made:,} of {counted(done.parts, 'part')} built"
    )
    if done.rows["problems"]:
        count = done.rows["problems"]
        which = "1 file is no map or cannot" if count == 1 else f"{count:,} files are no maps or cannot"
        aside(f"{which} be read: argmap corpus query {shlex.quote(folder)} 'FROM problems' lists them")


COMMAND = build
