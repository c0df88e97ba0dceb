"""``argmap format``: put maps and source records into the canonical layout."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import click

from argmap import files
from argmap.cli import inputs
from argmap.cli.output import complain, put, put_bytes, say, visible
from argmap.errors import ReadError
from argmap.formats import split_name
from argmap.project.paths import STDIN
from argmap.text import line_ends
from argmap.workflows.layout import laid_out


@click.command("format")
@inputs.paths_argument
@click.option("--check", is_flag=True, help="Change nothing; end with status 1 when a file would change.")
@click.option("--diff", is_flag=True, help="Change nothing; print what would change, and end as --check does.")
@inputs.input_format_option
@click.pass_context
def format_files(ctx: click.Context, paths: tuple[str, ...], check: bool, diff: bool, input_format: str | None) -> None:
    """Put maps and source records into the canonical layout: keys in order, plain texts, even indentation.

    In Argdown only blanks, line ends, hyphens and the numbers of premises change.

    PATH is a file, a folder, a pattern, or - for standard input; without one, the whole project is laid out. Comments
    stay where they are. A file with a syntax error, or that is no map and no source record, is left alone.

    \b
    Examples:
      argmap format
      argmap format map.yaml --diff
      argmap format --check arguments/ seeds/
      cat map.yaml | argmap format -
    """
    changed = failed = False
    for batch in inputs.batches(paths):
        for file in dict.fromkeys(split_name(name)[0] for name in (*batch.maps, *batch.records)):
            try:
                data = inputs.content(str(batch.project.inside(Path(file))) if file in batch.records else file)
                before, after = laid_out(data, file, format=input_format, record=file in batch.records)
            except ReadError as error:
                complain(error)
                failed = True
                continue
            laid = after.encode("utf-8", "backslashreplace")
            changed = changed or laid != data
            if diff:
                put(
                    "".join(unified_diff(before.splitlines(True), after.splitlines(True), visible(file), visible(file)))
                )
            elif file == STDIN and not check:
                put_bytes(laid)
            elif laid != data:
                if not check:
                    files.write(file, laid)
                say(f"{file} {'would change' if check else 'laid out'}")
            if len(line_ends(after)) > 1:
                complain(f"{file}: some lines end with a carriage return and others do not: the layout leaves them so")
            elif len(line_ends(before)) > 1:
                complain(
                    f"{file}: some lines end with a carriage return and others do not: in the layout all end as most do"
                )
    ctx.exit(2 if failed else 1 if changed and (check or diff) else 0)


COMMAND = format_files
