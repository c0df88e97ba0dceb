"""``argmap diff``: tell what changed from one version of a map to the next, and what stands otherwise since."""

from __future__ import annotations

import click

from argmap.cli import inputs
from argmap.cli.commands._versions import FEWEST, named, of_git
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, hanging, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.errors import ArgmapError
from argmap.evaluation.labels import Basis


@click.command()
@click.argument("names", nargs=-1, metavar="OLD NEW", required=True, type=click.Path())
@inputs.basis_option(*Basis)
@click.option("--markdown", "style", flag_value="markdown", help="Print Markdown, for a pull request.")
@click.option("--json", "style", flag_value="json", help="Print JSON.")
@click.option("--git", "by_git", is_flag=True, help="Take what git hands to a diff driver.")
@inputs.input_format_option
@click.pass_context
def diff(
    ctx: click.Context, names: tuple[str, ...], basis: str, style: str | None, by_git: bool, input_format: str | None
) -> None:
    """Tell what changed from one version of a map to the next, which statements stand otherwise, and why.

    What was merely laid out otherwise is no change. A statement with the same text under another id was renamed, one
    with the same id and another text reworded. OLD and NEW are files, - for standard input, or files in a revision of
    git, as in HEAD~1:arguments/map.yaml.

    To have 'git diff' and 'git log -p' tell of maps so, write 'arguments/*.yaml diff=argmap' into .gitattributes, and
    set 'git config diff.argmap.command "argmap diff --git"'.

    Exit status: 0 nothing changed, 1 something did, 2 cannot run; with --git always 0, as git has it.

    \b
    Examples:
      argmap diff old.yaml new.yaml
      argmap diff HEAD:arguments/map.yaml arguments/map.yaml
      argmap diff main:arguments/map.yaml arguments/map.yaml --markdown
    """
    from argmap.comparison.diff import difference
    from argmap.comparison.telling.versions import diff_in_markdown, diff_told
    from argmap.comparison.telling.writing import diff_values

    try:
        with progress() as say:
            say("reading")
            versions = of_git(names, input_format) if by_git else named(*_two(names), input_format)
            say("comparing")
            found = difference(versions.old, versions.new, Basis(basis))
            found.swings  # noqa: B018  (takes the time that is told)
    except ArgmapError as error:
        if not by_git or len(names) < FEWEST:
            raise
        complain(error)
        ctx.exit(0)
    if style == "json":
        put_bytes(json_of(diff_values(found)))
    elif style == "markdown":
        put("\n".join(map(visible, diff_in_markdown(found, versions.name).split("\n"))))
    else:
        head = [f"{versions.name}{'' if found.changes else ': only its layout changed'}"] if by_git else []
        put("".join(f"{hanging(visible(line))}\n" for line in (*head, *diff_told(found))))
    ctx.exit(1 if found.changes and not by_git else 0)


def _two(names: tuple[str, ...]) -> tuple[str, str]:
    if len(names) != 2:
        raise click.UsageError("name two versions of a map: argmap diff OLD NEW")
    return names[0], names[1]


COMMAND = diff
