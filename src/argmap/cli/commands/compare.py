"""``argmap compare``: tell where two readings of one text differ, how far they agree, and what that changes."""

from __future__ import annotations

import click

from argmap.cli import inputs
from argmap.cli.output import as_json as json_of
from argmap.cli.output import hanging, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.evaluation.labels import Basis


@click.command()
@click.argument("a", metavar="A", type=click.Path())
@click.argument("b", metavar="B", type=click.Path())
@inputs.basis_option(*Basis)
@click.option("--all", "every", is_flag=True, help="Tell what is the same too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@inputs.input_format_option
@click.pass_context
def compare(
    ctx: click.Context, a: str, b: str, basis: str, every: bool, as_json: bool, input_format: str | None
) -> None:
    """Tell where two readings of one text differ, how far they agree, and which difference changes which conclusion.

    A and B are two maps of one text, such as two people make of it. Their statements are aligned by the passages that
    they name in it, then by their words.

    Exit status: 0 they are the same, 1 they differ, 2 cannot run.

    \b
    Examples:
      argmap compare anna.yaml ben.yaml
      argmap compare anna.yaml ben.yaml --json
    """
    from argmap.comparison.compare import comparison
    from argmap.comparison.telling.readings import comparison_told
    from argmap.comparison.telling.writing import values

    with progress() as say:
        say("reading")
        left, right = (inputs.analysed(*named, input_format) for name in (a, b) for named in inputs.maps([name]))
        say("comparing")
        found = comparison(left, right, Basis(basis))
        found.swings  # noqa: B018  (takes the time that is told)
    if as_json:
        put_bytes(json_of(values(found, a, b)))
    else:
        lines = [hanging(visible(line)) for line in comparison_told(found, a, b, every=every)]
        put("\n".join(lines) + "\n")
    ctx.exit(0 if found.is_same else 1)


COMMAND = compare
