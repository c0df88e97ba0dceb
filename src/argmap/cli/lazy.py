"""Groups of commands: listed from their folder, each loaded when it is called."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import click

from argmap import registry
from argmap.errors import did_you_mean


def _hyphened(module: str) -> str:
    return module.removesuffix("_").replace("_", "-")


class LazyGroup(click.Group):
    """Commands by the name of their module, with hyphens, and without the ``_`` that parts one from Python's own words.

    Args:
        package: The folder of the commands: a module each, whose first line says what it does behind a colon, with the
            command as ``COMMAND``.
    """

    def __init__(self, *args: Any, package: ModuleType, **more: Any) -> None:
        super().__init__(*args, **more)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, sorted."""
        return [_hyphened(module) for module in registry.names(self.package)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        modules = {_hyphened(module): module for module in registry.names(self.package)}
        if cmd_name not in modules:
            return None
        command: click.Command = registry.load(self.package, modules[cmd_name]).COMMAND
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by the first lines of their modules, without importing them."""
        rows = []
        for module in registry.names(self.package):
            line = registry.first_line(self.package, module).partition(": ")[2]
            rows.append((_hyphened(module), line[:1].upper() + line[1:]))
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that a command line names; suggest one where there is none."""
        name = args[0] if args else ""
        if name and name[0] != "-" and name not in self.list_commands(ctx):
            hint = did_you_mean(name, self.list_commands(ctx)) or f"{ctx.command_path} --help lists the commands"
            raise click.UsageError(f"there is no command {name!r}: {hint}")
        return super().resolve_command(ctx, args)
