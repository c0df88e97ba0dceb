"""``argmap schema``: print the JSON Schema of maps or source records."""

from __future__ import annotations

import click

from argmap.cli.output import as_json, put_bytes


@click.command()
@click.argument("what", type=click.Choice(["map", "source"]), default="map")
def schema(what: str) -> None:
    """Print the JSON Schema of a map, or of a source record, for editors and other programs.

    An editor that knows the schema completes keys and underlines slips. In YAML, the first line of a file names it:
    # yaml-language-server: $schema=map.schema.json

    \b
    Examples:
      argmap schema > map.schema.json
      argmap schema source
    """
    from argmap.native.schema import schema as made

    put_bytes(as_json(made(what)))


COMMAND = schema
