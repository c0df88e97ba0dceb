"""The folder of a project: the nearest one with settings, maps, source records or ``.git``; and what is inside it."""

from __future__ import annotations

import os
from itertools import takewhile
from pathlib import Path

from argmap import files
from argmap.errors import ReadError
from argmap.files import absolute

ARGUMENTS = "arguments"
SEEDS = "seeds"
_MARKS = (ARGUMENTS, SEEDS, ".git")


def project_root(file: str | Path) -> Path:
    """Return the folder of the project that a file belongs to; the file's own folder where it is in none.

    Args:
        file: Its path; a folder stands for what is in it.
    """
    start = absolute(file)
    folder = start if files.is_folder(start) else start.parent
    there = list(takewhile(files.is_folder, reversed((folder, *folder.parents))))
    return next((candidate for candidate in reversed(there) if is_root(candidate)), folder)


def is_root(folder: Path) -> bool:
    """Tell whether a folder is that of a project."""
    marked = any(files.is_folder(folder / mark) for mark in _MARKS) or os.path.lexists(folder / ".git")
    return marked or settings_file(folder) is not None


def settings_file(folder: Path) -> Path | None:
    """Return the file in a folder that holds settings, if one does."""
    own = folder / "argmap.toml"
    if os.path.lexists(own):
        return own
    shared = folder / "pyproject.toml"
    try:
        return shared if shared.is_file() and b"[tool.argmap" in shared.read_bytes() else None
    except OSError:
        return None


def inside(path: Path, root: Path) -> Path:
    """Return the path of a file of a project, to read or to write, whether it is there or not.

    Args:
        path: The path.
        root: The project's folder.

    Raises:
        ReadError: It, or a link in it, leads out of the project, or what is there is no regular file.
    """
    try:
        leads_out = not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError) as error:
        raise ReadError(f"{files.shown(path)} cannot be read: {files.reason(error)}") from None
    if leads_out:
        raise _leads_out(path)
    return files.regular(path)


def unlinked(path: str | Path) -> Path:
    """Return a path that a person named, unless a link on its way leads out of the project that the link stands in.

    The project may be another's, and what its links lead to is not what the person meant to show or to change. A path
    that leads out by itself (``../a.yaml``, ``/dev/stdin``) is one's own affair, and so is a link in no project.

    Raises:
        ReadError: Such a link leads out.
    """
    start = absolute(path)
    try:
        real = start.resolve()
        if real == start:
            return start
        for step in (start, *start.parents):
            if step.is_symlink():
                root = project_root(step.parent)
                if is_root(root) and not real.is_relative_to(root.resolve()):
                    raise _leads_out(Path(path))
    except (OSError, RuntimeError, ValueError) as error:
        raise ReadError(f"{path} cannot be read: {files.reason(error)}") from None
    return start


def _leads_out(path: Path) -> ReadError:
    return ReadError(f"{files.shown(path)} leads out of the project: argmap does not follow it")
