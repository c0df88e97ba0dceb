"""``argmap format``: the canonical layout."""

from __future__ import annotations

import sys
from difflib import unified_diff

import click

from argmap.cli import inputs
from argmap.errors import ReadError
from argmap.project import documents, files


@click.command("format")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option("--check", is_flag=True, help="Change nothing; end with status 1 when a file would change.")
@click.option("--diff", is_flag=True, help="Change nothing; print what would change.")
@inputs.input_format_option
@click.pass_context
def format_files(ctx: click.Context, paths: tuple[str, ...], check: bool, diff: bool, input_format: str | None) -> None:
    """Put maps into the canonical layout: keys in order, plain texts, even indentation; comments stay.

    PATH is a file, a folder, a pattern, or - for standard input; without one, the maps of the project are laid out. A
    file with a syntax error is left alone.

    \b
    Examples:
      argmap format
      argmap format map.yaml --diff
      argmap format --check arguments/
      cat map.yaml | argmap format -
    """
    changed, failed = 0, 0
    for name in inputs.named(paths):
        data = sys.stdin.buffer.read() if name == inputs.STDIN else files.read_bytes(name)
        try:
            before, after = documents.formatted(data, name, input_format)
        except ReadError as error:
            click.echo(f"argmap: {error}", err=True)
            failed += 1
            continue
        changed += before != after
        if diff:
            lines = unified_diff(before.splitlines(True), after.splitlines(True), name, name)
            click.echo("".join(lines), nl=False)
        elif name == inputs.STDIN and not check:
            click.echo(after, nl=False)
        elif before != after:
            click.echo(f"{name} {'would change' if check else 'laid out'}")
            if not check:
                files.write(name, after.encode())
    ctx.exit(2 if failed else 1 if changed and (check or diff) else 0)


COMMAND = format_files
