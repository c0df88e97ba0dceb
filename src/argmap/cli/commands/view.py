"""``argmap view``: show maps in the browser, and anew whenever a file changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli import inputs
from argmap.cli.drawing import drawing_options, named
from argmap.cli.output import say
from argmap.renderers import DrawingOptions

if TYPE_CHECKING:
    from argmap.analysis import Analysis
    from argmap.project.project import Project


@click.command()
@inputs.paths_argument
@drawing_options
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="NUMBER", help="Which port; any by default.")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@inputs.input_format_option
@click.pass_context
def view(
    ctx: click.Context,
    paths: tuple[str, ...],
    drawing: DrawingOptions,
    port: int,
    no_browser: bool,
    input_format: str | None,
) -> None:
    """Show maps as pages in the browser, with what argmap check finds; they follow every change of the files.

    PATH is a file, a folder or a pattern; without one, the maps of the project are shown. The pages are those of
    argmap render --to html. They are served to this machine alone, at an address that nobody can guess, until Ctrl-C.

    \b
    Examples:
      argmap view
      argmap view map.yaml
      argmap view arguments/ --port 8000 --no-browser
    """
    from argmap.web.serve import serve
    from argmap.web.shelf import Desk

    def read(project: Project, file: str) -> Analysis:
        with ctx.scope(cleanup=False):
            return inputs.analysed(project, file, input_format)

    def started(address: str) -> None:
        say(address)
        say("Ctrl-C ends it.")
        if not no_browser:
            click.launch(address)

    inputs.maps(paths, input_format)  # where there is none, nothing is served
    desk = Desk(lambda: inputs.maps(paths, input_format), read, lambda analysis: named(drawing, analysis.map))
    serve(desk, port, started)


COMMAND = view
