"""``argmap check``: find what is wrong with maps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click
from attrs import evolve

from argmap import registry
from argmap.cli import inputs, reports
from argmap.cli.progress import progress
from argmap.model.document import ArgumentMap
from argmap.model.findings import Severity
from argmap.project import files
from argmap.project.library import Project
from argmap.project.pipeline import Report, check_maps
from argmap.project.settings import Settings


def _codes(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


def _codes_option(name: str, text: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(name, multiple=True, metavar="CODES", callback=_codes, help=text)


@click.command()
@inputs.maps_argument
@_codes_option("--select", "Run only these checks.")
@_codes_option("--extend-select", "Run these checks besides.")
@_codes_option("--ignore", "Do not run these checks.")
@click.option(
    "--fail-on", type=click.Choice([str(s) for s in Severity]), help="The mildest finding that fails the run."
)
@click.option("--exit-zero", is_flag=True, help="End with status 0 whatever was found.")
@click.option(
    "--output-format",
    type=click.Choice(registry.names(reports)),
    default="full",
    show_default=True,
    help="How findings are printed.",
)
@inputs.input_format_option
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    exit_zero: bool,
    output_format: str,
    input_format: str | None,
) -> None:
    """Find what is wrong with maps: claims that rest on no evidence, passages that are not in their source, and more.

    PATH is a file, a folder, a pattern, or - for standard input; without one, the maps of the project are checked.
    CODES are codes (AM101), beginnings of codes (AM1) or names (unsupported-claim), with commas between them.

    \b
    Examples:
      argmap check
      argmap check arguments/ --fail-on error
      argmap check map.yaml --select AM1,AM2 --output-format concise
      cat map.yaml | argmap check - --output-format json
    """

    def wanted(settings: Settings) -> Settings:
        return evolve(
            settings,
            select=select or settings.select,
            extend_select=(*settings.extend_select, *extend_select),
            ignore=(*settings.ignore, *ignore),
            fail_on=Severity(fail_on) if fail_on else settings.fail_on,
        )

    failed = False
    parts = []
    with progress() as say:
        for project, names in inputs.grouped(inputs.named(paths)).values():
            chosen = evolve(project, settings=wanted(project.settings))
            part = _run(chosen, names, input_format, say)
            failed = failed or part.fails(chosen.settings.fail_on)
            parts.append(part)
    report = Report.of(parts)
    click.echo(registry.load(reports, output_format).write(report), nl=False)
    ctx.exit(1 if failed and not exit_zero else 0)


def _run(project: Project, names: list[str], input_format: str | None, say: Callable[[str], None]) -> Report:
    def maps() -> Iterator[ArgumentMap]:
        for place, name in enumerate(names, start=1):
            say(f"checking {name} ({place} of {len(names)})")
            yield inputs.read(name, input_format)

    return check_maps(maps(), project, complete=_is_whole(project, names))


def _is_whole(project: Project, names: list[str]) -> bool:
    """Tell whether all maps of the project are among the files."""
    if not project.arguments.is_dir():
        return False
    every = files.expand((str(project.arguments),), project.settings.arguments)
    return {Path(name).resolve() for name in every} <= {Path(name).resolve() for name in names}


COMMAND = check
