"""Printing: to standard output, whose reader may have gone away, and problems to standard error."""

from __future__ import annotations

import os
import sys

import click


def put(text: str) -> None:
    """Print a text as it is; a reader that has read enough (``| head``) is no error."""
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        hush()


def put_bytes(data: bytes) -> None:
    """Write bytes to standard output."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        hush()


def complain(problem: object) -> None:
    """Say on standard error what cannot be done, or what to know."""
    click.echo(f"argmap: {problem}", err=True)


def hush() -> None:
    """Let what else goes to standard output vanish, what Python writes when it ends included."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
