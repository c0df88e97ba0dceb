"""``argmap next``: tell what to do next: the source, premise, judgement or answer that would change most."""

from __future__ import annotations

from collections.abc import Sequence

import click
from attrs import asdict

from argmap.cli import inputs
from argmap.cli.output import as_json as json_of
from argmap.cli.output import complain, put, put_bytes, visible
from argmap.cli.progress import progress
from argmap.errors import ReadError
from argmap.workflows.todo.worklist import Task, in_order, tasks

_MOST = 10


@click.command("next")
@inputs.paths_argument
@click.option("--most", type=click.IntRange(min=1), default=_MOST, show_default=True, help="How many to tell.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, all of the list.")
@inputs.input_format_option
@click.pass_context
def next_(ctx: click.Context, paths: tuple[str, ...], most: int, as_json: bool, input_format: str | None) -> None:
    """Tell what to do next: which source, premise, judgement or answered objection would change most, each by itself.

    First comes what would change the standing of most recommendations, then of most statements. Each change is tried,
    and what would then stand is told. Sources that are only of use together are told together, and count for as many as
    they are. What changes nothing but what something above it changes too comes later, or is left out.

    PATH is a file, a folder, a pattern, or - for standard input; without one, all maps of the project are looked at.

    \b
    Examples:
      argmap next
      argmap next map.yaml --most 3
      argmap next arguments/ --json
    """
    named = inputs.maps(paths, input_format)
    found: list[tuple[str, Task]] = []
    read = 0
    with progress() as say:
        for project, file in named:
            say(f"looking into {file}")
            try:
                analysis = inputs.analysed(project, file, input_format)
            except ReadError as error:
                complain(error)
                continue
            possible, finished = tasks(analysis)
            if not finished:
                complain(f"{file} is large: only what promises most was tried")
            found += [(file, task) for task in possible]
            read += 1
    found = list(in_order(found))
    if as_json:
        put_bytes(json_of([{"map": file, **asdict(task)} for file, task in found]))
    elif read:
        put(_listed(found, most))
    ctx.exit(2 if read < len(named) else 0)


def _listed(found: list[tuple[str, Task]], most: int) -> str:
    if not found:
        return "No source, no judgement and no answer would change anything.\n"
    lines = []
    for number, (file, task) in enumerate(found[:most], start=1):
        told = (
            f"{visible(task.told)}{_already(task, [each if at == file else None for at, each in found[: number - 1]])}"
        )
        lines.append(f"{number:>3}. {visible(task.what)}: {told}\n     {visible(file)}:{task.line}\n")
    more = f"\n{len(found) - most:,} more would change less; --most tells more of them.\n" if len(found) > most else ""
    return "".join(lines) + more


def _already(task: Task, before: Sequence[Task | None]) -> str:
    """Say how much of what a task would change one before it in the list changes too, that which changes most of it."""
    shared = [task.shared(each) if each else 0 for each in before]
    most = max(shared, default=0)
    return f" (item {shared.index(most) + 1} changes {most:,} of these already)" if most else ""


COMMAND = next_
