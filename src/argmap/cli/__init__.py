"""The command line: one lazy group, one module per command."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; the entry point of the ``argmap`` script."""
    from argmap.cli.group import argmap

    sys.exit(argmap.main(prog_name="argmap"))
