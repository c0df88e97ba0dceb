"""Files: finding maps, reading them whole, and writing without ever leaving half a file."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path

from argmap import formats, registry
from argmap.errors import ReadError
from argmap.formats._base import Format

LARGEST = 64 * 2**20
"""Bytes; a larger file is refused, for a map or source of this size is another kind of file."""

_IS_MAP = re.compile(r"""^\s*["']?nodes["']?\s*:""", re.MULTILINE)
_SNIFFED = (".yaml", ".yml", ".json")


def read_bytes(file: str | Path) -> bytes:
    """Read a file whole; raises `ReadError`, in a sentence, when it cannot be."""
    path = Path(file)
    try:
        if path.is_dir():
            raise ReadError(f"{file} is a folder")
        size = path.stat().st_size
        if size > LARGEST:
            raise ReadError(f"{file} is {size / 2**20:.0f} MB large; argmap reads files up to {LARGEST // 2**20} MB")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from None


def decode(data: bytes) -> str:
    """Decode UTF-8, with or without a byte order mark.

    Raises:
        UnicodeError: It is another encoding, or no text at all; the message says what, and what to do.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnicodeError("this text is in UTF-16: save it as UTF-8")
    if b"\0" in data[:8192]:
        raise UnicodeError("this is no text file: it holds zero bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnicodeError(
            f"line {line} is not UTF-8 (byte 0x{data[error.start]:02x}): save the file as UTF-8"
        ) from None


def write(file: str | Path, data: bytes) -> None:
    """Write a file beside its place and rename it there, so that it is never half written.

    Raises:
        ReadError: The folder does not exist or cannot be written to.
    """
    path = Path(file)
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            Path(name).chmod(mode)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ReadError(f"{file} cannot be written: {(error.strerror or str(error)).lower()}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def named_format(name: str) -> Format:
    """Give the format that bears a name; raises `UnknownNameError`."""
    declared: Format = registry.load(formats, name).FORMAT
    return declared


def format_of(file: str | Path) -> str | None:
    """Give the name of the format that a file's ending stands for, if there is one."""
    suffix = Path(file).suffix.lower()
    names = registry.names(formats)
    likely = sorted(names, key=lambda name: name != suffix[1:])
    return next((name for name in likely if suffix in named_format(name).suffixes), None)


def expand(names: tuple[str, ...], arguments: str) -> list[str]:
    """Turn what a user names into files: files as they are, folders searched, patterns matched.

    Args:
        names: Files, folders, patterns, ``-`` for standard input.
        arguments: Name of the folder in which every file of a known ending is a map.

    Raises:
        ReadError: A file does not exist, or nothing matches a pattern.
    """
    found: dict[str, None] = {}
    for name in names:
        path = Path(name)
        if name == "-" or path.is_file():
            found[name] = None
        elif path.is_dir():
            found |= dict.fromkeys(_maps_in(path, arguments))
        elif has_magic(name):
            hits = sorted(hit for hit in glob(name, recursive=True) if Path(hit).is_file())  # noqa: PTH207  (a pattern may be absolute)
            if not hits:
                raise ReadError(f"no file matches {name}")
            found |= dict.fromkeys(hits)
        elif path.exists():
            found[name] = None
        else:
            raise ReadError(f"{name} does not exist")
    return list(found)


def _maps_in(folder: Path, arguments: str) -> Iterator[str]:
    suffixes = {s for name in registry.names(formats) for s in named_format(name).suffixes}
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[0] != "." and name not in ("node_modules", "__pycache__"))
        for name in sorted(names):
            path = Path(parent, name)
            if name[0] != "." and path.suffix.lower() in suffixes and _is_map(path, arguments):
                yield str(path)


def _is_map(path: Path, arguments: str) -> bool:
    """Tell a map from other files of its ending: it is in the folder of maps, or has ``nodes:``."""
    if arguments in path.absolute().parts or path.suffix.lower() not in _SNIFFED:
        return True
    try:
        return bool(_IS_MAP.search(path.read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return False
