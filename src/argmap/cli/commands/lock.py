"""``argmap lock``: record what every passage holds, so that later changes of the sources are seen."""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext

import click

from argmap import files
from argmap.cli import inputs
from argmap.cli.output import say
from argmap.cli.progress import progress
from argmap.workflows import locking


@click.command()
@click.option("--check", is_flag=True, help="Change nothing; end with status 1 when the lock would change.")
@click.pass_context
def lock(ctx: click.Context, check: bool) -> None:
    """Record what every passage of the project's maps holds, in argmap.lock: digests and places, no readable text.

    Passages that are verified, and those that only moved, are locked; the others keep the record they had until
    'argmap reanchor' mends them. Commit the lock: then a clone without the sources still says what was verified.

    \b
    Examples:
      argmap lock
      argmap lock --check
    """
    with progress() as doing, nullcontext() if check else inputs.lock_to_change():
        doing("locking")
        project, maps = inputs.whole_project()
        made = locking.locked(maps, project)
        found = locking.Anchors.of(maps)
        changed = locking.would_change(made, project) if check else locking.save(made, project)
    if check:
        say(f"{files.shown(project.lock_file)} {'would change' if changed else 'is up to date'}")
        ctx.exit(1 if changed else 0)
    counts = Counter(str(resolution.outcome) for resolution in found.resolutions.values())
    told = ", ".join(f"{count} {status}" for status, count in counts.most_common())
    done = "written" if changed else "is up to date"
    say(f"{files.shown(project.lock_file)} {done}: {len(made.records)} locked")
    say(f"Passages: {told or 'none'}.")


COMMAND = lock
