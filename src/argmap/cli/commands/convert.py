"""``argmap convert``: write a map in another format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os.path import lexists

import click

from argmap import files, formats
from argmap.cli import inputs, troubles
from argmap.cli.columns import columns_option
from argmap.cli.kept import keep
from argmap.cli.output import complain, put_bytes, write
from argmap.errors import ReadError
from argmap.formats import Format, Writing
from argmap.model.findings import Finding
from argmap.project import documents
from argmap.project.paths import STDIN
from argmap.wording import counted


class _Convert(click.Command):
    """A command whose help lists the formats."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        for head, members in formats.rooms().items():
            rows = [(name.replace("_", "-"), _in_words(formats.named(name))) for name in members]
            if rows:
                with formatter.section(f"{head[0].upper()}{head[1:]}"):
                    formatter.write_dl(rows)


def _in_words(form: Format) -> str:
    return f"{form.title} ({', '.join(form.suffixes)}){'' if form.write else ', only read'}"


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
@columns_option
def convert(
    source: str, target: str, from_format: str | None, to_format: str | None, columns: Mapping[str, str]
) -> None:
    """Read the map IN and write it as OUT, in another format; say what that format cannot hold.

    Either file may be -, for standard input or output; argmap formats NAME tells what a format keeps.

    \b
    Examples:
      argmap convert debate.argdown debate.yaml
      argmap convert map.yaml map.argdown
      argmap convert annotations.json notes.yaml
      argmap convert table.csv map.yaml --column text=Wording
      argmap convert map.yaml - --to web-annotation
    """
    m = inputs.read_some(source, from_format, columns)
    writing = documents.written(m, target, to_format)
    if target == STDIN:
        if writing.beside:
            raise ReadError(f"a map in this format is several files ({_endings(writing)} beside it): name OUT")
        put_bytes(writing.encoded)
    else:
        parts = dict(documents.together(writing, target))
        keep(list(parts), m, "map")
        _keep_beside(parts, target)
        for name, data in parts.items():
            write(name, data, f": {counted(len(m), 'statement')}" if name == target else "")
    found = m.origin.findings if m.origin else ()
    _complain_of_troubles(found, source, from_format)
    for finding in found:
        if finding.name in ("lost-in-reading", "guess-in-reading"):
            complain(f"{source}: {finding.message}")
    for finding in writing.findings:
        complain(f"{target}: {finding.message}")


def _complain_of_troubles(found: Sequence[Finding], source: str, from_format: str | None) -> None:
    """Say what is wrong with the file, the first of it with its place."""
    grave = troubles.grave(found)
    if len(grave) > 1:
        which = troubles.check_of(source, from_format)
        complain(f"{source} has {troubles.told(grave)}: {which} shows each; the first:")
    for finding in grave[:1]:
        complain(finding)


def _endings(writing: Writing) -> str:
    return ", ".join(writing.beside)


def _keep_beside(parts: Mapping[str, bytes], target: str) -> None:
    """Refuse to write over a file that nobody has named, unless it holds the same; raises `ReadError`."""
    for name, data in parts.items():
        if name != target and lexists(name) and files.read_bytes(name) != data:
            raise ReadError(f"{target} would need {name} beside it, which holds something else: give OUT another name")


COMMAND = convert
