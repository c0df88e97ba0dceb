"""Folders that a corpus is read from and written to: on this machine, or wherever fsspec reaches."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

from attrs import field, frozen

from argmap import files
from argmap.errors import MissingExtraError, ReadError


class Place(Protocol):
    """A folder; paths in it are relative to it, with ``/`` between their parts."""

    @property
    def name(self) -> str:
        """Return the folder as its user named it."""

    @property
    def system(self) -> Any:
        """Return its file system; None for that of this machine."""

    def full(self, path: str) -> str:
        """Return the path of a file in its file system."""

    def address(self, path: str) -> str:
        """Return the path of a file by which any program finds it."""

    def read(self, path: str) -> bytes:
        """Read a file whole; raises `ReadError`."""

    def write(self, path: str, data: bytes) -> None:
        """Write a file, whole or not at all; raises `ReadError`."""

    def has(self, path: str) -> bool:
        """Tell whether there is a file."""

    def listed(self, folder: str) -> list[str]:
        """Return the names of the files in a folder; none where there is no such folder."""

    def remove(self, path: str) -> None:
        """Remove a file, if it is there."""

    def alone(self) -> AbstractContextManager[None]:
        """Keep other builds of this machine out meanwhile; raises `ReadError` where one is at work."""


@frozen
class Local:
    """A folder of this machine.

    Attributes:
        name: Its path, as its user named it.
    """

    name: str
    _root: str = field(init=False, repr=False)

    @_root.default
    def _from_the_root_on(self) -> str:
        return str(files.absolute(self.name))

    @property
    def system(self) -> None:
        """Return nothing: the file system is that of this machine."""

    def full(self, path: str) -> str:
        """Return the path of a file, from the root on."""
        return os.path.join(self._root, path)  # noqa: PTH118  (quick: a corpus has many)

    address = full

    def path(self, path: str) -> Path:
        """Return the path of a file."""
        return Path(self.full(path))

    def read(self, path: str) -> bytes:
        """Read a file whole; raises `ReadError`."""
        full = self.full(path)
        try:
            is_regular = stat.S_ISREG(os.stat(full).st_mode)  # noqa: PTH116  (quick: a corpus has many)
        except (OSError, ValueError) as error:
            raise ReadError(f"it cannot be read: {files.reason(error)}") from None
        if not is_regular:
            raise ReadError("it is no regular file")
        return files.read_bytes(full, "it")

    def write(self, path: str, data: bytes) -> None:
        """Write a file, whole or not at all; raises `ReadError`."""
        files.make_folder(self.path(path).parent)
        files.write(self.path(path), data)

    def has(self, path: str) -> bool:
        """Tell whether there is a file."""
        return self.path(path).is_file()

    def listed(self, folder: str) -> list[str]:
        """Return the names of the files in a folder; none where there is no such folder."""
        path = self.path(folder)
        return sorted(os.listdir(path)) if path.is_dir() else []  # noqa: PTH208  (names are all that is wanted)

    def remove(self, path: str) -> None:
        """Remove a file, if it is there."""
        try:
            self.path(path).unlink(missing_ok=True)
        except OSError as error:
            raise ReadError(f"{self.path(path)} cannot be removed: {files.reason(error)}") from None

    def alone(self) -> AbstractContextManager[None]:
        """Keep other builds of this machine out meanwhile; raises `ReadError` where one is at work."""
        files.make_folder(self.name)
        return files.alone(self.path("corpus"), patience=0)


@frozen
class Remote:
    """A folder that fsspec reaches by an address.

    Attributes:
        name: Its address, such as ``s3://bucket/maps``.
    """

    name: str
    system: Any = field(default=None, eq=False, repr=False)
    _root: str = field(default="", eq=False, repr=False)

    @classmethod
    def of(cls, address: str) -> Remote:
        """Open the file system of an address.

        Raises:
            MissingExtraError: fsspec is not installed.
            ReadError: It knows no such file systems, or lacks what it needs for them.
        """
        try:
            from fsspec.core import url_to_fs
        except ImportError:
            raise MissingExtraError(f"reading {address}", "fsspec", "corpus") from None
        try:
            system, root = url_to_fs(address)
        except Exception as error:  # noqa: BLE001  (whatever a plugin raises)
            raise ReadError(f"{address} cannot be opened: {files.reason(error)}") from None
        return cls(address, system, str(root).rstrip("/"))

    def full(self, path: str) -> str:
        """Return the path of a file in its file system."""
        return f"{self._root}/{path}"

    def address(self, path: str) -> str:
        """Return the address of a file."""
        return str(self.system.unstrip_protocol(self.full(path)))

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process by the address alone."""
        return Remote.of, (self.name,)

    def read(self, path: str) -> bytes:
        """Read a file whole; raises `ReadError`."""
        with _told(f"{self.name}/{path} cannot be read"), self.system.open(self.full(path), "rb") as stream:
            return files.limited(stream.read(files.LARGEST + 1), path)

    def write(self, path: str, data: bytes) -> None:
        """Write a file, whole or not at all; raises `ReadError`."""
        with _told(f"{self.name}/{path} cannot be written"):
            self.system.makedirs(self.full(path).rpartition("/")[0], exist_ok=True)
            self.system.pipe_file(self.full(path), data)

    def has(self, path: str) -> bool:
        """Tell whether there is a file."""
        with _told(f"{self.name}/{path} cannot be read"):
            return bool(self.system.isfile(self.full(path)))

    def listed(self, folder: str) -> list[str]:
        """Return the names of the files in a folder; none where there is no such folder."""
        with _told(f"{self.name}/{folder} cannot be read"):
            self.system.invalidate_cache()
            if not self.system.isdir(self.full(folder)):
                return []
            return sorted(name.rpartition("/")[2] for name in self.system.ls(self.full(folder), detail=False))

    def remove(self, path: str) -> None:
        """Remove a file, if it is there."""
        with _told(f"{self.name}/{path} cannot be removed"):
            if self.system.isfile(self.full(path)):
                self.system.rm_file(self.full(path))

    def alone(self) -> AbstractContextManager[None]:
        """Do nothing: nobody can be kept out."""
        return nullcontext()

    def found(self, pattern: str = "") -> Iterator[tuple[str, int]]:
        """Return the paths and sizes of the files that match a pattern, or of all, sorted."""
        with _told(f"{self.name} cannot be read"):
            whole = self.full(pattern) if pattern else self._root
            entries = (self.system.glob if pattern else self.system.find)(whole, detail=True)
            for path, entry in sorted(entries.items()):
                if entry["type"] == "file":
                    yield path[len(self._root) :].lstrip("/"), entry.get("size") or 0


@contextmanager
def _told(what: str) -> Iterator[None]:
    """Say what a file system cannot do, in a sentence, whatever its plugin raises."""
    try:
        yield
    except (ReadError, GeneratorExit):
        raise
    except Exception as error:  # noqa: BLE001  (whatever a plugin raises)
        raise ReadError(f"{what}: {files.reason(error)}") from None


def place(name: str) -> Place:
    """Return the folder that a path or an address names; ``file://`` stands for a path.

    Example:
        >>> place("file:///data/maps").name
        '/data/maps'
    """
    if is_address(name):
        return Remote.of(name)
    return Local(local(name))


def is_address(name: str) -> bool:
    """Tell an address that fsspec is asked for from a path of this machine."""
    return "://" in name and not name.startswith("file://")


def local(name: str) -> str:
    """Return a path as it is, or that of a ``file://`` address."""
    return unquote(name.removeprefix("file://")) if name.startswith("file://") else name
