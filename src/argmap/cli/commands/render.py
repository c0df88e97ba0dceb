"""``argmap render``: draw maps as a page, SVG, PNG, PDF, DOT or Mermaid."""

from __future__ import annotations

import click

from argmap.cli import inputs
from argmap.cli.drawing import drawing_options, named
from argmap.cli.kept import keep
from argmap.cli.marks import Asked, asked, marks
from argmap.cli.output import complain
from argmap.cli.progress import progress
from argmap.cli.targets import apart, ending, left_over, paged, put_at, targets_of
from argmap.errors import ReadError
from argmap.renderers import DrawingOptions, Page
from argmap.workflows import pictures

_ON_PAGES = ("pdf", "svg", "png")


@click.command()
@inputs.paths_argument
@click.option("-o", "--output", type=click.Path(), help="File or folder to write to; - for standard output.")
@click.option(
    "--to",
    metavar="FORMAT",
    help="dot, gv, html, mmd, svg, png or pdf, where the ending of --output does not tell.  [svg]",
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
    """Draw maps as a page (HTML), SVG, PNG, PDF, DOT or Mermaid; the findings of the checks stand on the cards.

    PATH is a file, a folder, a pattern, or - for standard input; without one, the maps of the project are drawn.
    Without --output, a picture is written to the working folder under the name of its map. What an Argdown file says
    about its map, in its front matter, counts unless --all is given. STATEMENT is an
    id, a title or a text, SECTION an id or a heading.

    --mark weak marks what alone brings a recommendation down, and the weakest links of its best line, as argmap weak
    has them; --mark source=ID what would change without that source, as argmap what-if has it. It can be given several
    times.

    --page A4 draws an overview, and then the parts of the map, on as many pages as it takes for text of 7 points and
    more; cards that refer to other pages name them. Of SVG and PNG each page is a file, map-1.svg and so on.

    \b
    Examples:
      argmap render map.yaml
      argmap render map.yaml --to html
      argmap render map.yaml -o report.pdf --page A4
      argmap render map.yaml --to png --overview --no-legend
      argmap render map.yaml --around budget --depth 1 -o - --to dot
      argmap render arguments/ -o build/ --to png
      argmap render debate.argdown --all
      argmap render map.yaml --mark weak=adopt-30
      argmap render map.yaml --mark source=city-survey
    """
    kind = to or ending(output) or "svg"
    pictures.renderer(kind)
    if drawing.with_source and kind != "html":
        raise click.UsageError("only a page has the texts beside it: add --to html")
    if drawing.page is not Page.ONE and kind not in _ON_PAGES:
        raise click.UsageError(f"only {', '.join(_ON_PAGES[:-1])} and {_ON_PAGES[-1]} are drawn on pages")
    maps = inputs.maps(paths, input_format)
    targets = targets_of([file for _, file in maps], output, kind)
    is_paged = drawing.page is not Page.ONE and kind != "pdf"
    if is_paged:
        apart(targets)
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
            if drawing.whole and len(analysis.map) > pictures.LONG and kind != "dot":
                doing(f"drawing {file}, which takes a minute or more with so many statements")
            drawn = pictures.draw(analysis, kind, named(drawing, analysis.map), marks(file, analysis, wanted))
            doing("")
            for warning in drawn.warnings:
                complain(f"{file}: {warning}")
            files = paged(target, 1 + len(drawn.more))
            keep(files, analysis.map, "picture")
            for page, data in zip(files, (drawn.data, *drawn.more), strict=True):
                put_at(page, data, output)
            if is_paged and (old := left_over(target, len(files))):
                complain(f"{file}: left as they were, and no pages of this picture: {', '.join(old)}")
    ctx.exit(2 if unread else 0)


COMMAND = render
