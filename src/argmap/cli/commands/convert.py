"""``argmap convert``: write a map in another format."""

from __future__ import annotations

import click

from argmap import formats
from argmap.cli import inputs
from argmap.cli.kept import keep
from argmap.cli.output import complain, put_bytes, write
from argmap.project import documents
from argmap.project.paths import STDIN


class _Convert(click.Command):
    """A command whose help lists the formats."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = []
        for name in formats.names():
            form = formats.named(name)
            rows.append((name, f"{form.title} ({', '.join(form.suffixes)}){'' if form.write else ', only read'}"))
        with formatter.section("Formats"):
            formatter.write_dl(rows)


@click.command(cls=_Convert)
@click.argument("source", metavar="IN", type=click.Path())
@click.argument("target", metavar="OUT", type=click.Path())
@click.option(
    "--from",
    "--input-format",
    "from_format",
    metavar="NAME",
    help="Format of IN, where its ending and content do not tell.",
)
@click.option("--to", "to_format", metavar="NAME", help="Format of OUT, where its ending does not tell.")
def convert(source: str, target: str, from_format: str | None, to_format: str | None) -> None:
    """Read the map IN and write it as OUT, in another format; say what that format cannot hold.

    Either file may be -, for standard input or output.

    \b
    Examples:
      argmap convert debate.argdown debate.yaml
      argmap convert map.yaml map.argdown
      argmap convert annotations.json notes.yaml
      argmap convert map.yaml - --to web_annotation
    """
    m = inputs.read_whole(source, from_format)
    writing = documents.written(m, target, to_format)
    if target == STDIN:
        put_bytes(writing.encoded)
    else:
        parts = dict(documents.together(writing, target))
        keep(list(parts), m, "map")
        for name, data in parts.items():
            write(name, data, f": {len(m)} statements" if name == target else "")
    for finding in m.origin.findings if m.origin else ():
        if finding.name == "lost-in-reading":
            complain(f"{source}: {finding.message}")
    for finding in writing.findings:
        complain(f"{target}: {finding.message}")


COMMAND = convert
