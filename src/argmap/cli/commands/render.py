"""``argmap render``: draw maps as SVG, PNG, PDF or DOT."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path

import click
from attrs import evolve

from argmap import files
from argmap.cli import inputs
from argmap.cli.marks import Asked, asked, marks
from argmap.cli.output import complain, put_bytes, write
from argmap.cli.progress import progress
from argmap.errors import ReadError
from argmap.formats import split_name
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind
from argmap.project.paths import STDIN
from argmap.renderers import Arrangement, Direction, DrawingOptions, Engine, Theme
from argmap.root import unlinked
from argmap.workflows import pictures


@click.command()
@inputs.paths_argument
@click.option("-o", "--output", type=click.Path(), help="File or folder to write to; - for standard output.")
@click.option("--to", metavar="FORMAT", help="dot, svg, png or pdf, where the ending of --output does not tell.  [svg]")
@click.option(
    "--direction",
    type=click.Choice([str(d) for d in Direction], case_sensitive=False),
    default="auto",
    show_default=True,
    help="Which way the support runs: BT puts the conclusion on top, RL on the left.",
)
@click.option("--type", "types", multiple=True, type=click.Choice([str(k) for k in Kind]), help="Draw only this kind.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Draw only what has this tag.")
@click.option("--group", "groups", multiple=True, metavar="SECTION", help="Draw only this one.")
@click.option("--around", metavar="STATEMENT", help="Draw only what is near this one.")
@click.option("--depth", type=click.IntRange(0), default=2, show_default=True, help="How far --around reaches.")
@click.option("--all", "whole", is_flag=True, help="Draw what the map's own settings leave out or close, too.")
@click.option("--no-evidence", is_flag=True, help="Count evidence on the cards that it supports.")
@click.option("--no-legend", is_flag=True, help="Leave out the explanation of the signs.")
@click.option(
    "--theme",
    type=click.Choice([str(t) for t in Theme]),
    default="auto",
    show_default=True,
    help="The colours; auto follows the reader's screen.",
)
@click.option(
    "--arrangement",
    type=click.Choice([str(a) for a in Arrangement]),
    default="auto",
    show_default=True,
    help="Sections joined by edges, or apart with cards that refer to each other; auto parts those of large maps.",
)
@click.option(
    "--mark",
    "wanted",
    metavar="WHAT",
    callback=asked,
    multiple=True,
    help="Mark weak points (weak, weak=STATEMENT), or what changes without source=ID, statement=ID, author=NAME, "
    "publisher=NAME, origin=NAME or root=ID.",
)
@click.option(
    "--engine",
    type=click.Choice([str(e) for e in Engine]),
    default="auto",
    show_default=True,
    help="Graphviz's own dot, or the one of the extra 'render', which draws no PDF; auto takes dot first.",
)
@inputs.input_format_option
@click.pass_context
def render(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    to: str | None,
    direction: str,
    types: tuple[str, ...],
    tags: tuple[str, ...],
    groups: tuple[str, ...],
    around: str | None,
    depth: int,
    whole: bool,
    no_evidence: bool,
    no_legend: bool,
    theme: str,
    arrangement: str,
    wanted: tuple[Asked, ...],
    engine: str,
    input_format: str | None,
) -> None:
    """Draw maps as SVG, PNG, PDF or DOT; the findings of the checks stand on the cards.

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
      argmap render map.yaml -o report.pdf --no-legend
      argmap render map.yaml --around budget --depth 1 -o - --to dot
      argmap render arguments/ -o build/ --to png
      argmap render debate.argdown --all
      argmap render map.yaml --mark weak=adopt-30
      argmap render map.yaml --mark source=city-survey
    """
    options = DrawingOptions(
        direction=Direction(direction),
        types=tuple(Kind(name) for name in types),
        tags=tags,
        groups=groups,
        around=around,
        depth=depth,
        evidence=not no_evidence,
        legend=not no_legend,
        theme=Theme(theme),
        arrangement=Arrangement(arrangement),
        whole=whole,
        engine=Engine(engine),
    )
    kind = to or _ending(output) or "svg"
    pictures.renderer(kind)
    named = inputs.maps(paths, input_format)
    targets = _targets([file for _, file in named], output, kind)
    unread = False
    with progress() as doing:
        for (project, file), target in zip(named, targets, strict=True):
            doing(f"drawing {file}")
            try:
                analysis = inputs.analysed(project, file, input_format)
            except ReadError as error:
                complain(error)
                unread = True
                continue
            named_options, marked = _named(options, analysis.map), marks(file, analysis, wanted)
            drawing = pictures.draw(analysis, kind, named_options, marked)
            doing("")
            for warning in drawing.warnings:
                complain(f"{file}: {warning}")
            _put(drawing.data, target, output)
    ctx.exit(2 if unread else 0)


def _named(options: DrawingOptions, m: ArgumentMap) -> DrawingOptions:
    """Return the options with ids for what a user may name by title."""
    around = None if options.around is None else inputs.statement(m, options.around)
    return evolve(options, around=around, groups=tuple(inputs.group(m, name) for name in options.groups))


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
