"""Files: read whole, decoded with what is wrong in them, and written without ever leaving half of one."""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from attrs import frozen

from argmap.errors import ReadError

LARGEST = 64 * 2**20
"""Bytes; a larger file is refused, for a map or source of this size is another kind of file."""

PATIENCE = 30.0
"""Seconds that one argmap waits for another that changes the same file."""

_LEFT_OVER = re.compile(r"\.argmap-[0-9a-f]{16}")
_POLL = 0.02
_AT_FIRST = 2**16
_SEEN_FROM: ContextVar[str | None] = ContextVar("seen_from", default=None)


@frozen
class Decoded:
    """The text of a file.

    Attributes:
        text: What could be read; ``�`` stands for each part that could not, and a byte order mark is left out.
        flaw: Why it is no UTF-8 text and what to do about it; None for one that is.
        offset: Where that shows, in code points of the text.
    """

    text: str
    flaw: str | None = None
    offset: int = 0

    @property
    def where(self) -> str:
        """Return the place of the flaw as a part of a sentence; nothing where all of the file is to blame."""
        from argmap.text import LineIndex

        return f", line {LineIndex(self.text).position(self.offset).line}" if self.text else ""


def read_bytes(file: str | Path, called: str = "") -> bytes:
    """Read a file whole; raises `ReadError`, in a sentence, when it cannot be.

    Args:
        file: Its path.
        called: What the sentence calls it, where that is not its path.
    """
    name = called or file
    try:
        with open(file, "rb") as stream:  # noqa: PTH123  (quick: a corpus has many)
            data = stream.read(_AT_FIRST)  # most files end here, and room for the largest is not made for nothing
            if len(data) == _AT_FIRST:
                data += stream.read(LARGEST + 1 - len(data))
            return limited(data, name)
    except IsADirectoryError:
        raise ReadError(f"{name} is a folder") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"{name} cannot be read: {reason(error)}") from None


def limited(data: bytes, file: str | Path) -> bytes:
    """Return what was read of a file, unless it is more than `LARGEST`; then raises `ReadError`."""
    if len(data) > LARGEST:
        raise ReadError(f"{file} is too large: argmap reads files of up to {LARGEST // 2**20} MB")
    return data


def decode(data: bytes) -> Decoded:
    r"""Decode UTF-8, with or without a byte order mark.

    Example:
        >>> decode("né".encode())
        Decoded(text='né', flaw=None, offset=0)
        >>> decode(b"n\xe9")
        Decoded(text='n�', flaw='this is not UTF-8 (byte 0xE9): save the file as UTF-8', offset=1)
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Decoded("", "this text is in UTF-16: save the file as UTF-8")
    if b"\0" in data[:8192]:
        return Decoded("", "this is no text file: it holds zero bytes")
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        offset = len(error.object[: error.start].decode())
        flaw = f"this is not UTF-8 (byte 0x{error.object[error.start]:02X}): save the file as UTF-8"
        return Decoded(data.decode("utf-8-sig", "replace"), flaw, offset)


def regular(path: Path) -> Path:
    """Return the path of a file that is there or not; raises `ReadError` for what only looks like one.

    A folder, a pipe, a device: a pipe would keep its reader waiting for ever.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return path
    except (OSError, ValueError) as error:
        raise ReadError(f"{shown(path)} cannot be read: {reason(error)}") from None
    if not stat.S_ISREG(mode):
        raise ReadError(f"{shown(path)} is {'a folder' if stat.S_ISDIR(mode) else 'no regular file'}")
    return path


def write(file: str | Path, data: bytes) -> None:
    """Write a file beside its place and rename it there, so that it is never half written.

    A link is followed, the permissions of a file that is replaced stay, and what is no file (a pipe, ``/dev/null``) is
    written to as it is. What a run that was killed has left in the folder is removed.

    Raises:
        ReadError: The folder does not exist or cannot be written to.
    """
    try:
        path = Path(os.path.realpath(file))
        mode = path.stat().st_mode if path.exists() else None
        if mode is not None and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            path.write_bytes(data)
            return
        _clear(path.parent)
        beside = path.with_name(f".argmap-{os.urandom(8).hex()}")
        try:
            with beside.open("xb") as stream:
                _locked(stream.fileno())  # so that nobody takes it for one left over
                stream.write(data)
                stream.flush()
                if mode is not None:
                    beside.chmod(stat.S_IMODE(mode))
                if sys.platform == "win32":
                    stream.close()  # where no open file is renamed, nor removed
                beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except IsADirectoryError:
        raise ReadError(f"{file} is a folder") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"{file} cannot be written: {reason(error)}") from None


@cache
def _clear(folder: Path) -> None:
    """Remove what killed runs have left in a folder, once a run: what is written is locked before it is filled."""
    with os.scandir(folder) as entries:
        left = [folder / entry.name for entry in entries if _LEFT_OVER.fullmatch(entry.name)]
    for path in left:
        with suppress(OSError):
            with path.open("r+b") as stream:
                status = os.fstat(stream.fileno())
                is_begun = status.st_size > 0 or time.time() - status.st_mtime > PATIENCE
                is_left = is_begun and _locked(stream.fileno())
            if is_left:
                path.unlink()


@contextmanager
def alone(path: Path, patience: float | None = None) -> Iterator[None]:
    """Let one process at a time work on a file: others wait until it has ended, or was killed.

    Args:
        path: The file; a lock ``.NAME`` stands beside it meanwhile.
        patience: How many seconds to wait for another; None for `PATIENCE`.

    Raises:
        ReadError: Another has not ended by then, or the folder cannot be written to.
    """
    mark = path.with_name(f".{path.name}")
    until = time.monotonic() + (PATIENCE if patience is None else patience)
    while (descriptor := _taken(mark, path)) is None:
        if time.monotonic() > until:
            raise ReadError(f"another argmap is at work on {shown(path)}: try again when it has ended")
        time.sleep(_POLL)
    try:
        yield
    finally:
        if sys.platform != "win32":
            mark.unlink(missing_ok=True)
        os.close(descriptor)


def _taken(mark: Path, path: Path) -> int | None:
    """Open the lock of a file for this process alone; None where another has it, or has just removed it."""
    try:
        descriptor = os.open(mark, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except OSError as error:
        raise ReadError(f"{shown(path)} cannot be written: {reason(error)}") from None
    try:
        if _locked(descriptor) and os.path.samestat(os.fstat(descriptor), mark.stat()):
            return descriptor
    except FileNotFoundError:
        pass
    os.close(descriptor)
    return None


def _locked(descriptor: int) -> bool:
    """Lock an open file until it is closed; tell whether nobody else has. A file system without locks has nobody."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def make_folder(folder: str | Path) -> None:
    """Make a folder, with those it stands in, unless it is there; raises `ReadError` when that is not possible."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise ReadError(f"the folder {folder} cannot be made: {reason(error)}") from None
    except RecursionError:
        raise ReadError(f"the folder {folder} cannot be made: it stands in too many others") from None


def is_folder(path: str | Path) -> bool:
    """Tell whether a path is that of a folder; one that no system can hold is not."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def identity(path: str | Path) -> tuple[int, int] | None:
    """Return what two paths share that lead to one file, through whatever links; None where there is none."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def reason(error: Exception) -> str:
    """Return the system's reason for an error as the end of a sentence.

    Example:
        >>> reason(PermissionError(13, "Permission denied"))
        'permission denied'
    """
    words = getattr(error, "strerror", None) or str(error)
    return words[:1].lower() + words[1:]


def absolute(path: str | Path) -> Path:
    """Return a path from the root on, without ``.`` and ``..``; links are not followed."""
    return Path(os.path.abspath(os.path.join(_SEEN_FROM.get() or "", path)))  # noqa: PTH100, PTH118  (quick)


def shown(path: Path) -> str:
    """Show a path as a user would type it from the working folder, or as it is `seen_from` another."""
    try:
        return os.path.relpath(path, _SEEN_FROM.get())
    except ValueError:
        return str(path)


@contextmanager
def seen_from(folder: str | Path) -> Iterator[None]:
    """Let paths be shown as they are from a folder, and found by what is shown, wherever the work on it is done.

    Example:
        >>> with seen_from("/data/maps"):
        ...     shown(Path("/data/maps/a.yaml")), shown(Path("/data/seeds/b.yaml"))
        ('a.yaml', '../seeds/b.yaml')
    """
    token = _SEEN_FROM.set(str(folder))
    try:
        yield
    finally:
        _SEEN_FROM.reset(token)
