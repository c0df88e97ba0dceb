"""``argmap init``: begin a project."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.project import files, starter


@click.command()
@click.argument("folder", default=".", type=click.Path(file_okay=False))
def init(folder: str) -> None:
    """Begin a project in FOLDER: settings, a small map to change, and a source with its text.

    A file that is there already is left alone.

    \b
    Examples:
      argmap init
      argmap init my-project
    """
    for name, content in starter.FILES.items():
        path = Path(folder, name)
        if path.exists():
            click.echo(f"{path} is there already: left alone")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write(path, content.encode())
        click.echo(f"{path} written")
    where = "" if folder == "." else f"cd {folder}; "
    click.echo(f"\nNow try: {where}argmap check; argmap render")


COMMAND = init
