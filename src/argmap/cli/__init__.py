"""The command line: one lazy group, one module per command."""

from __future__ import annotations

import sys

from argmap import __version__


def main() -> None:
    """Run the command line; the entry point of the ``argmap`` script.

    The version alone is told without loading the machinery of commands.
    """
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"argmap {__version__}\n")
        return
    from argmap.cli.group import argmap

    sys.exit(argmap.main(prog_name="argmap"))
