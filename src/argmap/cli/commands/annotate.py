"""``argmap annotate``: find a phrase in a source, and print the citation to paste."""

from __future__ import annotations

from pathlib import Path

import click

from argmap import formats
from argmap.cli.output import aside, put, visible
from argmap.errors import ReadError
from argmap.project.discovery import Projects
from argmap.wording import counted
from argmap.workflows import annotating


@click.command()
@click.argument("source", metavar="ID")
@click.argument("phrase")
@click.option("--about", is_flag=True, help="The source is what the map is about, so that its id need not be written.")
@click.option(
    "--format", "form", metavar="NAME", default=formats.STANDARD, show_default=True, help="Format of the map."
)
@click.option("--argdown", is_flag=True, help="The same as --format argdown.")
def annotate(source: str, phrase: str, about: bool, form: str, argdown: bool) -> None:
    """Find a phrase in the text of source ID, and print the shortest citation that is unique, to paste into a map.

    Of more than ten places, the first ten are shown.

    PHRASE is the passage, or its beginning and end with … between, or a link to it as a browser copies it
    ("Copy link to highlight").

    \b
    Examples:
      argmap annotate city-survey "mean speed fell by 4.1 km/h"
      argmap annotate city-survey "Mean speed … pilot streets" --format argdown
    """
    form = "argdown" if argdown else form
    write = formats.named(form).cite
    if write is None:
        raise ReadError(f"{form} has no citations to paste")
    hits = annotating.annotate(Projects().around(Path.cwd()), source, phrase, source if about else None)
    for hit in hits.first:
        where = f"line {hit.line}" + (f", p. {hit.page}" if hit.page else "")
        aside(f"{where}: {hit.shown}")
        if hit.citation:
            put("".join(f"{visible(line)}\n" for line in write(hit.citation).split("\n")))
        else:
            aside("nothing near this passage tells it from others: quote more of the passage")
    if hits.more:
        aside(f"and at {counted(hits.more, 'more place')}: quote more of the passage")


COMMAND = annotate
