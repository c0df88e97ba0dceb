"""``argmap diff``: tell what changed from one version of a map to the next, and what stands otherwise since."""

from __future__ import annotations

import click

from argmap.cli import inputs
from argmap.cli.output import as_json as json_of
from argmap.cli.output import hanging, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.evaluation.labels import Basis


@click.command()
@click.argument("old", metavar="OLD", type=click.Path())
@click.argument("new", metavar="NEW", type=click.Path())
@inputs.basis_option(*Basis)
@click.option("--markdown", "style", flag_value="markdown", help="Print Markdown, for a pull request.")
@click.option("--json", "style", flag_value="json", help="Print JSON.")
@inputs.input_format_option
@click.pass_context
def diff(ctx: click.Context, old: str, new: str, basis: str, style: str | None, input_format: str | None) -> None:
    """Tell what changed from one version of a map to the next, which statements stand otherwise, and why.

    What was merely laid out otherwise is no change. A statement with the same text under another id was renamed, one
    with the same id and another text reworded.

    Exit status: 0 nothing changed, 1 something did, 2 cannot run.

    \b
    Examples:
      argmap diff old.yaml new.yaml
      argmap diff old.yaml new.yaml --markdown
    """
    from argmap.comparison.diff import difference
    from argmap.comparison.telling.versions import diff_in_markdown, diff_told
    from argmap.comparison.telling.writing import diff_values

    with progress() as say:
        say("reading")
        one, other = (inputs.analysed(*named, input_format) for name in (old, new) for named in inputs.maps([name]))
        say("comparing")
        found = difference(one, other, Basis(basis))
        found.swings  # noqa: B018  (takes the time that is told)
    if style == "json":
        put_bytes(json_of(diff_values(found)))
    elif style == "markdown":
        put("\n".join(map(visible, diff_in_markdown(found, new).split("\n"))))
    else:
        put("".join(f"{hanging(visible(line))}\n" for line in diff_told(found)))
    ctx.exit(1 if found.changes else 0)


COMMAND = diff
