"""The command line: one lazy group, one module per command."""

from __future__ import annotations

import sys

from argmap.version import __version__


def main() -> None:
    """Run the command line; the entry point of the ``argmap`` script."""
    try:
        _run()
    except OSError as error:  # standard output is gone, or full
        from argmap.cli.output import complain, hush

        hush()
        if not isinstance(error, BrokenPipeError):
            complain(f"{error.filename or 'standard output'}: {(error.strerror or str(error)).lower()}")
            sys.exit(2)


def _run() -> None:
    """Tell the version without loading the machinery of commands, or load it."""
    if sys.argv[1:] == ["--version"] and sys.stdout:
        sys.stdout.write(f"argmap {__version__}\n")
        sys.stdout.flush()
        return
    for stream in (sys.stdout, sys.stderr):
        if stream:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    import gc

    from argmap.cli.group import argmap

    gc.disable()  # a command is short, and nearly all that it makes stays in use until it ends
    try:
        sys.exit(argmap.main(prog_name="argmap"))
    finally:
        gc.freeze()  # which then need not be gone through
