"""What files and standard input hold, as a command line names them."""

from __future__ import annotations

import sys

import click

from argmap import files
from argmap.errors import ReadError
from argmap.root import is_root, project_root, unlinked


def standard_input() -> bytes:
    """Return what standard input holds, also when it is asked for again; raises `ReadError`."""
    if sys.stdin is None:
        raise ReadError("standard input is closed")
    read = click.get_current_context().find_root().meta
    if "argmap.stdin" not in read:
        read["argmap.stdin"] = files.limited(sys.stdin.buffer.read(files.LARGEST + 1), "standard input")
    data: bytes = read["argmap.stdin"]
    return data


def file_content(file: str) -> bytes:
    """Return what a file holds; raises `ReadError`, also where a project has a link out, or what is no file, there."""
    path = unlinked(file)
    if is_root(project_root(path)):
        files.regular(path)
    return files.read_bytes(file)
