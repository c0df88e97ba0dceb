"""``argmap convert``: write a map in another format."""

from __future__ import annotations

import click

from argmap import files
from argmap.cli import inputs
from argmap.cli.output import complain, put_bytes
from argmap.project import documents
from argmap.project.paths import STDIN


@click.command()
@click.argument("source", metavar="IN", type=click.Path())
@click.argument("target", metavar="OUT", type=click.Path())
@click.option("--from", "from_format", metavar="NAME", help="Format of IN, where its ending does not tell.")
@click.option("--to", "to_format", metavar="NAME", help="Format of OUT, where its ending does not tell.")
def convert(source: str, target: str, from_format: str | None, to_format: str | None) -> None:
    """Read the map IN and write it as OUT, in another format; say what that format cannot hold.

    Formats: yaml, json, argdown, web_annotation (.jsonld), markdown and hypothesis (only read). Either file may be -.

    \b
    Examples:
      argmap convert debate.argdown debate.yaml
      argmap convert map.yaml map.argdown
      argmap convert notes.json notes.yaml --from hypothesis
      argmap convert map.yaml - --to web_annotation
    """
    m = inputs.read_whole(source, from_format)
    writing = documents.written(m, target, to_format)
    data = writing.text.encode("utf-8", "backslashreplace")
    if target == STDIN:
        put_bytes(data)
    else:
        files.write(target, data)
        click.echo(f"{target} written: {len(m)} statements")
    for finding in m.origin.findings if m.origin else ():
        if finding.name == "lost-in-reading":
            complain(f"{source}: {finding.message}")
    for finding in writing.findings:
        complain(f"{target}: {finding.message}")


COMMAND = convert
