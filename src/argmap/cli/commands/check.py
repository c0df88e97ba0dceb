"""``argmap check``: find what is wrong with maps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import click

from argmap import registry
from argmap.analysis import analyse
from argmap.cli import inputs, printing
from argmap.cli.output import aside, complain, put, put_bytes
from argmap.cli.printing import Detail
from argmap.cli.progress import progress
from argmap.errors import ReadError
from argmap.evaluation.certificate.claims import Outcome
from argmap.model.document import ArgumentMap
from argmap.model.findings import Severity
from argmap.project.choice import Selection
from argmap.workflows.certifying import certify_all
from argmap.workflows.checked import Checked
from argmap.workflows.checking import check_all


def _codes(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())


def _codes_option(name: str, text: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(name, multiple=True, metavar="CODES", callback=_codes, help=text)


@click.command()
@inputs.paths_argument
@_codes_option("--select", "Run these checks, instead of those that the settings choose.")
@_codes_option("--extend-select", "Run these checks in addition.")
@_codes_option("--ignore", "Do not run these checks.")
@click.option(
    "--fail-on",
    type=click.Choice([str(s) for s in Severity]),
    help="The mildest finding that fails the run.  [warning]",
)
@click.option("--exit-zero", is_flag=True, help="End with status 0 whatever was found.")
@click.option(
    "--output-format",
    type=click.Choice(registry.names(printing)),
    default="full",
    show_default=True,
    help="How findings are printed.",
)
@click.option("--all", "follows", is_flag=True, help="Tell in full also what merely follows from other findings.")
@click.option("--verbose", is_flag=True, help="Tell of each of several maps what is told of one.")
@click.option("--statistics", is_flag=True, help="Print only how often each rule is broken.")
@click.option("--strict", is_flag=True, help="Verify all that is worked out about each map by other code, too.")
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
    follows: bool,
    verbose: bool,
    statistics: bool,
    strict: bool,
    input_format: str | None,
) -> None:
    """Find what is wrong with maps: claims that rest on no evidence, passages that are not in their source, and more.

    PATH is a file, a folder, a pattern, or - for standard input; without one, the whole project is checked. CODES are
    codes (AM101), beginnings of codes (AM1) or names (unsupported-claim), with commas between them; the longer
    beginning wins. A file that cannot be read (AM001) is always reported.

    What --strict verifies are the labels, grades, remarks and reasons on every basis and under every order of values;
    where one does not follow from the map, which is a bug in argmap, the status is 2.

    \b
    Examples:
      argmap check
      argmap check arguments/ --fail-on error
      argmap check map.yaml --select AM1,AM2 --output-format concise
      cat map.yaml | argmap check - --output-format json
    """
    if statistics and output_format in ("github", "sarif"):
        raise click.UsageError(f"--statistics prints text or JSON, not {output_format}")
    failed = False
    unread: list[ReadError] = []
    parts = []
    verified: list[Outcome] = []
    with progress() as say:
        for batch in inputs.batches(paths):
            names = list(inputs.parts(batch.maps, paths, input_format))
            part = check_all(
                (analyse(m, batch.project) for m in _read(names, input_format, say, unread)),
                batch.project,
                selection=Selection(select, extend_select, ignore),
                records=batch.records,
                complete=batch.is_complete,
            )
            failed = failed or part.fails(Severity(fail_on or batch.project.settings.fail_on))
            parts.append(part)
            verified += map(certify_all, part.analyses if strict else ())
    written = registry.load(printing, output_format).write(Checked.of(parts), Detail(follows, verbose, statistics))
    if isinstance(written, bytes):
        put_bytes(written)
    else:
        put(written)
    if verified:
        aside(f"Verified: {Outcome.total(verified)}.")
    for problem in unread:
        complain(problem)
    ctx.exit(2 if unread else 1 if failed and not exit_zero else 0)


def _read(
    files: Sequence[str], input_format: str | None, say: Callable[[str], None], unread: list[ReadError]
) -> Iterator[ArgumentMap]:
    """Read maps one by one; those that cannot be opened are noted, and the others are checked all the same."""
    for place, file in enumerate(files, start=1):
        say(f"checking {file} ({place} of {len(files)})")
        try:
            m = inputs.read(file, input_format)
        except ReadError as error:
            unread.append(error)
        else:
            yield m


COMMAND = check
