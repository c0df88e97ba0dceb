"""``argmap render``: draw a map."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from argmap.cli import inputs
from argmap.cli.progress import progress
from argmap.errors import ReadError, RenderError
from argmap.model.statements import Kind
from argmap.project import files, pictures
from argmap.renderers._base import Direction, Options, Theme


@click.command()
@inputs.maps_argument
@click.option("-o", "--output", type=click.Path(), help="File or folder to write to; - for standard output.")
@click.option("--to", metavar="FORMAT", help="dot, svg, png or pdf, where the ending of --output does not tell.  [svg]")
@click.option("--direction", type=click.Choice([str(d) for d in Direction]), default="auto", show_default=True)
@click.option("--type", "types", multiple=True, type=click.Choice([str(k) for k in Kind]), help="Draw only this kind.")
@click.option("--group", "groups", multiple=True, metavar="ID", help="Draw only this section.")
@click.option("--around", metavar="ID", help="Draw only the neighbourhood of this statement.")
@click.option("--depth", type=click.IntRange(0), default=2, show_default=True, help="How far --around reaches.")
@click.option("--no-evidence", is_flag=True, help="Count evidence on the cards that it supports.")
@click.option("--no-legend", is_flag=True, help="Leave out the explanation of the signs.")
@click.option("--theme", type=click.Choice([str(t) for t in Theme]), default="auto", show_default=True)
@inputs.input_format_option
def render(
    paths: tuple[str, ...],
    output: str | None,
    to: str | None,
    direction: str,
    types: tuple[str, ...],
    groups: tuple[str, ...],
    around: str | None,
    depth: int,
    no_evidence: bool,
    no_legend: bool,
    theme: str,
    input_format: str | None,
) -> None:
    """Draw maps as SVG, PNG, PDF or DOT; the findings of the checks stand on the cards.

    PATH is a file, a folder, a pattern, or - for standard input; without one, the maps of the project are drawn.
    Without --output, a picture is written to the working folder under the name of its map.

    \b
    Examples:
      argmap render map.yaml
      argmap render map.yaml -o report.pdf --no-legend
      argmap render map.yaml --around budget --depth 1 -o - --to dot
      argmap render arguments/ -o build/ --to png
    """
    names = inputs.named(paths)
    options = Options(
        direction=Direction(direction),
        types=tuple(Kind(name) for name in types),
        groups=groups,
        around=around,
        depth=depth,
        evidence=not no_evidence,
        legend=not no_legend,
        theme=Theme(theme),
    )
    kind = to or _ending(output) or "svg"
    pictures.renderer(kind)
    with progress() as say:
        for project, members in inputs.grouped(names).values():
            for name in members:
                target = _target(name, output, kind, several=len(names) > 1)
                say(f"drawing {name}")
                m = inputs.read(name, input_format)
                if m.origin and m.origin.findings and not m.statements:
                    raise RenderError(f"{m.origin.findings[0]}")
                drawing = pictures.draw(m, kind, options, project)
                _put(drawing.data, target)
                for warning in drawing.warnings:
                    click.echo(f"argmap: {name}: {warning}", err=True)


def _ending(output: str | None) -> str | None:
    return Path(output).suffix[1:].lower() or None if output and output != inputs.STDIN else None


def _target(name: str, output: str | None, kind: str, *, several: bool) -> str:
    stem = "map" if name == inputs.STDIN else Path(name).stem
    if output is None:
        return inputs.STDIN if name == inputs.STDIN else f"{stem}.{kind}"
    if output == inputs.STDIN:
        return output
    folder = Path(output)
    if several or folder.is_dir() or output.endswith("/"):
        if folder.is_file():
            raise ReadError(f"several maps need a folder to be written to, and {output} is a file")
        folder.mkdir(parents=True, exist_ok=True)
        return str(folder / f"{stem}.{kind}")
    return output


def _put(data: bytes, target: str) -> None:
    if target == inputs.STDIN:
        sys.stdout.buffer.write(data)
        return
    files.write(target, data)
    click.echo(f"{target} written")


COMMAND = render
