"""``argmap completion``: completion for the shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


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
        click.echo(made(ctx.find_root().command, {}, "argmap", "_ARGMAP_COMPLETE").source())


COMMAND = completion
