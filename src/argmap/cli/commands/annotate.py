"""``argmap annotate``: find a phrase in a source, and print the citation to paste."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.project.discovery import Projects
from argmap.workflows import annotating


@click.command()
@click.argument("source", metavar="ID")
@click.argument("phrase")
@click.option("--about", is_flag=True, help="The source is what the map is about, so that its id need not be written.")
@click.option("--argdown", is_flag=True, help="Print it in braces, to paste after a statement of an Argdown file.")
def annotate(source: str, phrase: str, about: bool, argdown: bool) -> None:
    """Find a phrase in the text of source ID, and print the shortest citation that is unique, to paste into a map.

    PHRASE is the passage, or its beginning and end with … between, or a link to it as a browser copies it
    ("Copy link to highlight").

    \b
    Examples:
      argmap annotate city-survey "mean speed fell by 4.1 km/h"
      argmap annotate city-survey "Mean speed … pilot streets" --argdown
    """
    from argmap.formats.argdown.writing.braces import flow

    hits = annotating.annotate(Projects().around(Path.cwd()), source, phrase, source if about else None)
    for hit in hits:
        where = f"line {hit.line}" + (f", p. {hit.page}" if hit.page else "")
        click.echo(f"{where}: {hit.shown}", err=True)
        if hit.citation:
            click.echo(flow({"cite": hit.citation}) if argdown else hit.citation)
        else:
            click.echo("nothing near this place tells it from others: give more of the passage", err=True)


COMMAND = annotate
