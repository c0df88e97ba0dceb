"""The group of commands: lists them from their folder and loads one when it is called."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from argmap.cli import commands
from argmap.cli.lazy import LazyGroup
from argmap.cli.output import complain, visible
from argmap.errors import ArgmapError
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


class _Commands(LazyGroup):
    """What argmap cannot do ends with status 2 and one sentence."""

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
    package=commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with 'argmap init', or try 'argmap check FILE' and 'argmap render FILE'.",
)
@click.version_option(__version__, prog_name="argmap", message="%(prog)s %(version)s")
def argmap() -> None:
    """Write down the argument of a document, check that it rests on evidence, and draw it.

    Exit status: 0 clean, 1 findings, 2 cannot run.
    """
