"""The folder of a project: the nearest one with settings, maps, source records or ``.git``."""

from __future__ import annotations

from pathlib import Path

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
    folder = start if start.is_dir() else start.parent
    return next((candidate for candidate in (folder, *folder.parents) if is_root(candidate)), folder)


def is_root(folder: Path) -> bool:
    """Tell whether a folder is that of a project."""
    marked = any((folder / mark).is_dir() for mark in _MARKS) or (folder / ".git").exists()
    return marked or settings_file(folder) is not None


def settings_file(folder: Path) -> Path | None:
    """Return the file in a folder that holds settings, if one does."""
    own = folder / "argmap.toml"
    if own.is_file():
        return own
    shared = folder / "pyproject.toml"
    try:
        return shared if shared.is_file() and b"[tool.argmap" in shared.read_bytes() else None
    except OSError:
        return None
