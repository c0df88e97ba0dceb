"""Which files a user means: files, folders and patterns, as named on a command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import ReadError
from argmap.files import LARGEST, absolute, reason
from argmap.formats import Sign, candidates, named, sign, split_name
from argmap.root import unlinked

if TYPE_CHECKING:
    from argmap.project.discovery import Projects
    from argmap.project.project import Project

STDIN = "-"

_SKIPPED = ("__pycache__", "node_modules")


def is_skipped(folder: str) -> bool:
    """Tell whether a folder holds nothing that a person wrote: it is hidden, or another program keeps it."""
    return folder[0] == "." or folder in _SKIPPED


def expand(names: Iterable[str], projects: Projects) -> list[str]:
    """Turn what a user names into files: files as they are, folders searched, patterns matched; each file once.

    Args:
        names: Files, folders, patterns, ``-`` for standard input.
        projects: Where the project of a folder is found.

    Raises:
        ReadError: A file does not exist, a folder holds no map, or nothing matches a pattern.
    """
    found: dict[str | Path, str] = {}
    for name in names:
        try:
            hits = _hits(name, projects)
        except (OSError, ValueError) as error:
            raise ReadError(f"{name} cannot be read: {reason(error)}") from None
        for hit in hits:
            found.setdefault(hit if hit == STDIN else absolute(hit), hit)
    return list(found.values())


def _hits(name: str, projects: Projects) -> list[str]:
    """Return the files that one name stands for; raises `ReadError`, `OSError` or `ValueError`."""
    path = Path(name)
    if not name:
        raise ReadError("a path is empty")
    if name == STDIN:
        return [name]
    if path.is_dir():
        hits = list(within(path, projects))
        nothing = f"there is no map in {name}"
    elif path.exists() or (split_name(name)[1] and Path(split_name(name)[0]).is_file()):
        return [name]
    elif has_magic(name):
        hits = sorted(hit for hit in glob(name, recursive=True) if Path(hit).is_file())  # noqa: PTH207  (a pattern may be absolute)
        nothing = f"no file matches {name}"
    else:
        hits, nothing = [], f"{name} does not exist"
    if not hits:
        raise ReadError(nothing)
    return hits


def within(folder: Path, projects: Projects) -> Iterator[str]:
    """Return the maps and source records in a folder; raises `ReadError` where it is a link out of its project."""
    unlinked(folder)
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_skipped(name))
        project = projects.around(parent)
        for name in sorted(names):
            path = Path(parent, name)
            may_be = name[0] != "." and candidates(name)
            if may_be and path.is_file() and (project.is_record(path) or may_be_map(path, project)):
                yield str(path)


def may_be_map(path: Path, project: Project) -> bool:
    """Tell a file that is found in a folder, and has the ending of a format, from what is certainly no map.

    All that stands in the folder of maps and has the ending of a format in which people write is taken for one; else
    what a file holds tells. A link out of the project is not looked into.
    """
    if absolute(path).is_relative_to(project.arguments) and any(named(form).is_authored for form in candidates(path)):
        return True
    try:
        data = project.inside(path).read_bytes
        return path.stat().st_size <= LARGEST and sign(path.name, data) >= Sign.LIKELY
    except (OSError, ReadError):
        return False
