"""``argmap report``: write a report on maps for people who never open a terminal: Markdown, HTML, Word or Excel."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from argmap.cli import inputs
from argmap.cli.kept import keep
from argmap.cli.output import complain
from argmap.cli.progress import progress
from argmap.cli.targets import ending, put_at, targets_of
from argmap.errors import ReadError
from argmap.project.paths import STDIN
from argmap.workflows.reporting.making import make, today, writer


def _day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


@click.command()
@inputs.paths_argument
@click.option("-o", "--output", type=click.Path(), help="File or folder to write to; - for standard output.")
@click.option("--to", metavar="FORM", help="md, html, docx or xlsx, where the ending of --output does not tell.  [md]")
@click.option(
    "--date",
    "when",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="YYYY-MM-DD",
    help="The date of the report.  [that of SOURCE_DATE_EPOCH, or else today]",
)
@click.option("--no-picture", is_flag=True, help="Leave out the pictures.")
@click.option("--all", "whole", is_flag=True, help="Leave nothing out, however long the report becomes.")
@inputs.input_format_option
@click.pass_context
def report(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    to: str | None,
    when: date | None,
    no_picture: bool,
    whole: bool,
    input_format: str | None,
) -> None:
    """Write a report on maps for people who never open a terminal, as Markdown, a web page, Word or Excel.

    It holds the picture, each recommendation with its standing, the reason, its grounds, and what became of the
    objections to it; then what is cited and whether it is there, what is missing, all findings with what they mean,
    and the sources with the fingerprints of their texts, so that a reader can check it.

    PATH is a file, a folder, a pattern, or - for standard input; without one, the maps of the project are reported on,
    each in a report of its own. Markdown goes to standard output, with a flowchart that GitHub draws, unless --output
    names a file or a folder, where its pictures stand beside it; other forms go to the working folder then.

    \b
    Examples:
      argmap report map.yaml > report.md
      argmap report map.yaml -o report.docx
      argmap report map.yaml -o build/report.md
      argmap report arguments/ -o build/ --to html
      argmap report map.yaml -o report.xlsx --date 2026-11-30
    """
    kind = to or ending(output) or "md"
    form = writer(kind)
    maps = inputs.maps(paths, input_format)
    names = [file for _, file in maps]
    printed = form.is_text and output in (None, STDIN)
    suffix = "-report"
    targets = (
        [STDIN] * len(names)
        if printed
        else targets_of(names, output, kind, suffix=suffix, what="report", made="written")
    )
    unread = False
    with progress() as doing:
        for (project, file), target in zip(maps, targets, strict=True):
            doing(f"reporting on {file}")
            try:
                analysis = inputs.analysed(project, file, input_format)
            except ReadError as error:
                complain(error)
                unread = True
                continue
            stem, beside = Path(target).stem, target != STDIN
            made = make(analysis, kind, when or today(), stem, pictured=not no_picture, whole=whole, beside=beside)
            doing("")
            for warning in made.warnings:
                complain(f"{file}: {warning}")
            written = {target: made.data}
            written |= {str(Path(target).with_name(name)): data for name, data in made.beside.items()}
            keep(written, analysis.map, "report")
            for place, data in written.items():  # the report first: where it fails, no picture is left behind
                put_at(place, data, output)
    ctx.exit(2 if unread else 0)


COMMAND = report
