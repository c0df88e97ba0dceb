"""The group of commands: lists them from their folder and loads one when it is called."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from argmap import registry
from argmap.cli import commands
from argmap.cli.output import complain, visible
from argmap.errors import ArgmapError, did_you_mean
from argmap.version import __version__

CANNOT_RUN = 2
INTERRUPTED = 130


@contextmanager
def _on_one_line() -> Iterator[None]:
    """Let what click says of a wrong command line hold no character that steers a terminal."""
    try:
        yield
    except click.UsageError as error:
        raise click.UsageError(visible(error.format_message()), error.ctx) from None


def _hyphened(module: str) -> str:
    return module.removesuffix("_").replace("_", "-")


class _Commands(click.Group):
    """Commands by the name of their module, with hyphens, and without the ``_`` that parts one from Python's own words.

    What argmap cannot do ends with status 2 and one sentence.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [_hyphened(module) for module in registry.names(commands)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        modules = {_hyphened(module): module for module in registry.names(commands)}
        if cmd_name not in modules:
            return None
        command: click.Command = registry.load(commands, modules[cmd_name]).COMMAND
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by the first lines of their modules, without importing them."""
        rows = []
        for module in registry.names(commands):
            line = registry.first_line(commands, module).partition(": ")[2]
            rows.append((_hyphened(module), line[:1].upper() + line[1:]))
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name and name[0] != "-" and name not in self.list_commands(ctx):
            hint = did_you_mean(name, self.list_commands(ctx)) or "argmap --help lists the commands"
            raise click.UsageError(f"there is no command {name!r}: {hint}")
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        with _on_one_line():
            return super().make_context(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        try:
            with _on_one_line():
                return super().invoke(ctx)
        except ArgmapError as error:
            complain(error)
            return ctx.exit(CANNOT_RUN)
        except KeyboardInterrupt:
            complain("interrupted")
            return ctx.exit(INTERRUPTED)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with 'argmap init', or try 'argmap check FILE' and 'argmap render FILE'.",
)
@click.version_option(__version__, prog_name="argmap", message="%(prog)s %(version)s")
def argmap() -> None:
    """Write down the argument of a document, check that it rests on evidence, and draw it.

    Exit status: 0 clean, 1 findings, 2 cannot run.
    """
