"""``argmap init``: begin a project with a small example."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path

import click

from argmap import files
from argmap.cli.output import put, say
from argmap.root import inside
from argmap.workflows import starter


@click.command()
@click.argument("folder", default=".", type=click.Path(file_okay=False))
def init(folder: str) -> None:
    """Begin a project in FOLDER: settings, a small map to change, its sources with their texts, schemas for editors.

    The map has flaws for argmap check to find; it and pytest --argmap fail until they are mended. A file that already
    exists is left alone.

    \b
    Examples:
      argmap init
      argmap init my-project
    """
    for name, content in starter.project().items():
        path = Path(folder, name)
        if lexists(path):
            say(f"{path} is there already: left alone")
            continue
        inside(path, Path(folder))
        files.make_folder(path.parent)
        files.write(path, content.encode())
        say(f"{path} written")
    where = "" if folder == "." else f"cd {folder}; "
    put("\n")
    say(f"Now try: {where}argmap check; argmap render")


COMMAND = init
