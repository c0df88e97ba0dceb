"""``argmap render``: draw maps as a page, SVG, PNG, PDF or DOT."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path

import click

from argmap import files
from argmap.cli import inputs
from argmap.cli.drawing import drawing_options, named
from argmap.cli.marks import Asked, asked, marks
from argmap.cli.output import complain, put_bytes, write
from argmap.cli.progress import progress
from argmap.errors import ReadError
from argmap.formats import split_name
from argmap.project.paths import STDIN
from argmap.renderers import DrawingOptions
from argmap.root import unlinked
from argmap.workflows import pictures


@click.command()
@inputs.paths_argument
@click.option("-o", "--output", type=click.Path(), help="File or folder to write to; - for standard output.")
@click.option(
    "--to", metavar="FORMAT", help="dot, html, svg, png or pdf, where the ending of --output does not tell.  [svg]"
)
@drawing_options
@click.option(
    "--mark",
    "wanted",
    metavar="WHAT",
    callback=asked,
    multiple=True,
    help="Mark weak points (weak, weak=STATEMENT), or what changes without source=ID, statement=ID, author=NAME, "
    "publisher=NAME, origin=NAME or root=ID.",
)
@inputs.input_format_option
@click.pass_context
def render(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    to: str | None,
    wanted: tuple[Asked, ...],
    drawing: DrawingOptions,
    input_format: str | None,
) -> None:
    """Draw maps as a page (HTML), SVG, PNG, PDF or DOT; the findings of the checks stand on the cards.

    PATH is a file, a folder, a pattern, or - for standard input; without one, the maps of the project are drawn.
    Without --output, a picture is written to the working folder under the name of its map. What an Argdown file says
    about its map, in its front matter, counts unless --all is given. STATEMENT is an
    id, a title or a text, SECTION an id or a heading.

    --mark weak marks what alone brings a recommendation down, and the weakest links of its best line, as argmap weak
    has them; --mark source=ID what would change without that source, as argmap what-if has it. It can be given several
    times.

    \b
    Examples:
      argmap render map.yaml
      argmap render map.yaml --to html
      argmap render map.yaml -o report.pdf --no-legend
      argmap render map.yaml --around budget --depth 1 -o - --to dot
      argmap render arguments/ -o build/ --to png
      argmap render debate.argdown --all
      argmap render map.yaml --mark weak=adopt-30
      argmap render map.yaml --mark source=city-survey
    """
    kind = to or _ending(output) or "svg"
    pictures.renderer(kind)
    maps = inputs.maps(paths, input_format)
    targets = _targets([file for _, file in maps], output, kind)
    unread = False
    with progress() as doing:
        for (project, file), target in zip(maps, targets, strict=True):
            doing(f"drawing {file}")
            try:
                analysis = inputs.analysed(project, file, input_format)
            except ReadError as error:
                complain(error)
                unread = True
                continue
            drawn = pictures.draw(analysis, kind, named(drawing, analysis.map), marks(file, analysis, wanted))
            doing("")
            for warning in drawn.warnings:
                complain(f"{file}: {warning}")
            _put(drawn.data, target, output)
    ctx.exit(2 if unread else 0)


def _ending(output: str | None) -> str | None:
    """Return the format that the ending of the output names, if it has an ending."""
    if not output or output == STDIN or output.endswith("/") or files.is_folder(output):
        return None
    return Path(output).suffix[1:].lower() or None


def _targets(names: list[str], output: str | None, kind: str) -> list[str]:
    """Return the file that each picture is written to, ``-`` for standard output.

    Raises:
        ReadError: Two pictures would be one file, or a map would be written over.
    """
    targets = [_target(name, output, kind, several=len(names) > 1) for name in names]
    maps = {files.absolute(name) for name in names}
    drawn: dict[str, str] = {}
    for name, target in zip(names, targets, strict=True):
        if target in drawn:
            raise ReadError(f"{drawn[target]} and {name} would both be drawn to {target}")
        drawn[target] = name
        if target != STDIN and files.absolute(target) in maps:
            raise ReadError(f"the picture would be written over the map {target}")
    return targets


def _target(name: str, output: str | None, kind: str, *, several: bool) -> str:
    file, number = split_name(name)
    stem = "map" if name == STDIN else f"{Path(file).stem}-{number}" if number else Path(file).stem
    if output is None:
        return STDIN if name == STDIN else _free(Path(f"{stem}.{kind}"))
    if output == STDIN:
        return output
    folder = Path(output)
    if not (several or files.is_folder(folder) or output.endswith("/")):
        return output
    if (lexists(folder) and not files.is_folder(folder)) or _ending(output):
        raise ReadError(f"several maps need a folder to be drawn to, and {output} is a file")
    _free(folder.resolve() / f"{stem}.{kind}")
    return str(folder / f"{stem}.{kind}")


def _free(path: Path) -> str:
    """Return a path that argmap has named; raises `ReadError` where a link out of the project, or no file, is there."""
    unlinked(path)
    return str(files.regular(path))


def _put(data: bytes, target: str, output: str | None) -> None:
    """Write a picture; a folder that the user has named is made without a word."""
    if target == STDIN:
        put_bytes(data)
        return
    if target != output:
        files.make_folder(Path(target).parent)
    write(target, data)


COMMAND = render
