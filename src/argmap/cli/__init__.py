"""The command line: one lazy group, one module per command."""

from __future__ import annotations

import sys

from argmap import __version__


def main() -> None:
    """Run the command line; the entry point of the ``argmap`` script.

    The version alone is told without loading the machinery of commands.
    """
    if sys.argv[1:] == ["--version"] and sys.stdout:
        sys.stdout.write(f"argmap {__version__}\n")
        return
    for stream in (sys.stdout, sys.stderr):
        if stream:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    from argmap.cli.group import argmap

    sys.exit(argmap.main(prog_name="argmap"))
