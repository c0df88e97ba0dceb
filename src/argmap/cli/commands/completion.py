"""``argmap completion``: print the script that completes commands in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from argmap.cli.output import put


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands and options in a shell.

    \b
    Examples:
      argmap completion bash >> ~/.bashrc
      argmap completion fish > ~/.config/fish/completions/argmap.fish
    """
    made = get_completion_class(shell)
    if made is not None:
        put(made(ctx.find_root().command, {}, "argmap", "_ARGMAP_COMPLETE").source() + "\n")


COMMAND = completion
