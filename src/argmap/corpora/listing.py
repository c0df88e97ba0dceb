"""Which files a corpus is made of: those of a folder, or that match a pattern, on this machine or behind an address."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from glob import glob, has_magic
from hashlib import sha256
from pathlib import Path

from argmap import files, formats
from argmap.corpora.places import Local, Place, Remote, is_address, local
from argmap.corpora.tasks import Around, Found
from argmap.errors import ArgmapError, ReadError
from argmap.project.discovery import Projects
from argmap.project.project import Project
from argmap.root import project_root, settings_file, unlinked

_SKIPPED = ("__pycache__", "node_modules")


def listed(name: str) -> tuple[Place, list[Found]]:
    """Return the folder that a corpus is built from, and the files in it that may hold maps, sorted by path.

    Args:
        name: A folder, a file or a pattern; or the address of one.

    Raises:
        ReadError: There is no such file or folder, or no file in it has the ending of a format.
        MissingExtraError: An address needs fsspec.
    """
    if not name:
        raise ReadError("a path is empty")
    place, found = _remote(name) if is_address(name) else _local(local(name))
    if not found:
        raise ReadError(f"there is no map in {name}")
    return place, found


def _remote(address: str) -> tuple[Place, list[Found]]:
    folder, pattern = _divided(address)
    place = Remote.of(folder)
    may_be = _endings()
    return place, [Found(path, size) for path, size in place.found(pattern) if path.lower().endswith(may_be)]


def _local(name: str) -> tuple[Place, list[Found]]:
    try:
        folder, paths = _paths(name)
    except (OSError, ValueError) as error:
        raise ReadError(f"{name} cannot be read: {files.reason(error)}") from None
    around = _Surroundings(folder)
    found = [Found(path, size, around.of(path)) for path, size in sorted(paths) if not around.is_record(path)]
    return Local(str(folder)), found


def _paths(name: str) -> tuple[Path, list[tuple[str, int]]]:
    """Return a folder, and the files in it that a name stands for, each by its path from there with its size."""
    path = files.absolute(name)
    if path.is_dir():
        unlinked(path)
        return path, list(_within(path, _endings()))
    if path.exists():
        return path.parent, [(path.name, path.stat().st_size)]
    if not has_magic(name):
        raise ReadError(f"{name} does not exist")
    folder = files.absolute(_divided(name)[0])
    hits = (Path(hit) for hit in glob(name, recursive=True))  # noqa: PTH207  (a pattern may be absolute)
    found = [(files.absolute(hit).relative_to(folder).as_posix(), hit.stat().st_size) for hit in hits if hit.is_file()]
    if not found:
        raise ReadError(f"no file matches {name}")
    return folder, found


def _divided(name: str) -> tuple[str, str]:
    """Divide a pattern into the folder that it begins with, and the rest.

    Example:
        >>> _divided("maps/20*/*.json"), _divided("s3://bucket/maps"), _divided("*.json")
        (('maps', '20*/*.json'), ('s3://bucket/maps', ''), ('.', '*.json'))
    """
    if not has_magic(name):
        return name, ""
    steps = name.split("/")
    first = next(at for at, step in enumerate(steps) if has_magic(step))
    return "/".join(steps[:first]) or ("/" if first else "."), "/".join(steps[first:])


def _within(folder: Path, may_be: str | tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Return the files in a folder, and in those in it, that have one of some endings, with their sizes."""
    todo = [(str(folder), "")]
    while todo:
        parent, before = todo.pop()
        with os.scandir(parent) as entries:
            for entry in entries:
                name = entry.name
                if name[0] == "." or name in _SKIPPED:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    todo.append((entry.path, f"{before}{name}/"))
                elif name.lower().endswith(may_be) and entry.is_file():
                    yield before + name, entry.stat().st_size


@cache
def _endings() -> tuple[str, ...]:
    return tuple({suffix for name in formats.names() for suffix in formats.named(name).suffixes})


class _Surroundings:
    """The projects of the files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._projects = Projects()
        self._by_folder: dict[str, tuple[Around, str | None]] = {}
        self._by_root: dict[Path, Around] = {}

    def of(self, path: str) -> Around:
        """Return the project of a file."""
        return self._folders(path)[0]

    def is_record(self, path: str) -> bool:
        """Tell a source record of its project."""
        seeds = self._folders(path)[1]
        return seeds is not None and path.lower().endswith((".yaml", ".yml"))

    def _folders(self, path: str) -> tuple[Around, str | None]:
        """Return the project of a file's folder, and that folder if it is the one of the records."""
        parent = path.rpartition("/")[0]
        if parent not in self._by_folder:
            folder = self._folder / parent
            root = project_root(folder)
            try:
                project = self._projects.around(folder)
            except ArgmapError:  # what is wrong with its settings is told when its maps are read
                project = Project(root)
            if root not in self._by_root:
                self._by_root[root] = Around(str(root), _digest(project))
            self._by_folder[parent] = self._by_root[root], str(folder) if folder == project.seeds else None
        return self._by_folder[parent]


def _digest(project: Project) -> str:
    """Return the digest of what is around the maps of a project: settings, lock, and all in the folder of records."""
    settings = settings_file(project.root)
    own = [path for path in (settings, project.lock_file) if path]
    kept = [path for path, _ in _within(project.seeds, "")] if project.seeds.is_dir() else []
    found = sha256()
    for path in [*own, *(project.seeds / path for path in sorted(kept))]:
        with suppress(OSError, ValueError):
            data = path.read_bytes()
            found.update(f"{path.relative_to(project.root).as_posix()} {len(data)} ".encode("utf-8", "surrogateescape"))
            found.update(data)
    return found.hexdigest()
