"""``argmap review``: say that statements were looked at and found right."""

from __future__ import annotations

import getpass

import click

from argmap.cli import inputs
from argmap.cli.output import say
from argmap.cli.progress import progress
from argmap.errors import ReadError
from argmap.workflows import locking, reviewing


@click.command()
@click.argument("statements", nargs=-1, metavar="[ID]...")
@click.option("--all", "every", is_flag=True, help="All statements of the project's maps.")
@click.option("--suspect", is_flag=True, help="Those that are suspect, after a look at what changed.")
@click.option("--reviewer", metavar="NAME", envvar="ARGMAP_REVIEWER", help="Who looked; else the name of the account.")
def review(statements: tuple[str, ...], every: bool, suspect: bool, reviewer: str | None) -> None:
    """Record in argmap.lock that statements were looked at, with their reasons and citations, and found right.

    When a premise, a passage or a source changes later, the statements that rest on it are suspect (AM211).

    \b
    Examples:
      argmap review adopt-30 fewer-injuries --reviewer "J. Doe"
      argmap review --all
    """
    if not statements and not every and not suspect:
        raise ReadError("name the statements that were reviewed, or --all")
    reviewer = reviewer or _account()
    with progress() as doing, inputs.lock_to_change():
        doing("reviewing")
        project, maps = inputs.whole_project()
        wanted = None if every else set(statements)
        made, names = reviewing.reviewed(maps, project, wanted, reviewer=reviewer, suspect=suspect)
        locking.save(made, project)
    say(f"{len(names)} statement{'' if len(names) == 1 else 's'} reviewed.")


def _account() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # the system does not know this user
        raise ReadError("the account has no name: say who looked with --reviewer") from None


COMMAND = review
