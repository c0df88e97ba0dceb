"""Files: read whole, decoded with what is wrong in them, and written without ever leaving half of one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from attrs import frozen

from argmap.errors import ReadError
from argmap.text import LineIndex

LARGEST = 64 * 2**20
"""Bytes; a larger file is refused, for a map or source of this size is another kind of file."""


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
        return f", line {LineIndex(self.text).position(self.offset).line}" if self.text else ""


def read_bytes(file: str | Path) -> bytes:
    """Read a file whole; raises `ReadError`, in a sentence, when it cannot be."""
    try:
        with Path(file).open("rb") as stream:
            return limited(stream.read(LARGEST + 1), file)
    except IsADirectoryError:
        raise ReadError(f"{file} is a folder") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"{file} cannot be read: {reason(error)}") from None


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


def write(file: str | Path, data: bytes) -> None:
    """Write a file beside its place and rename it there, so that it is never half written.

    A link is followed, the permissions of a file that is replaced stay, and what is no file (a pipe, ``/dev/null``) is
    written to as it is.

    Raises:
        ReadError: The folder does not exist or cannot be written to.
    """
    try:
        path = Path(os.path.realpath(file))
        mode = path.stat().st_mode if path.exists() else None
        if mode is not None and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            path.write_bytes(data)
            return
        beside = path.with_name(f".argmap-{os.urandom(8).hex()}")
        try:
            with beside.open("xb") as stream:
                stream.write(data)
            if mode is not None:
                beside.chmod(stat.S_IMODE(mode))
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except IsADirectoryError:
        raise ReadError(f"{file} is a folder") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"{file} cannot be written: {reason(error)}") from None


def make_folder(folder: str | Path) -> None:
    """Make a folder, with those it stands in, unless it is there; raises `ReadError` when that is not possible."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise ReadError(f"the folder {folder} cannot be made: {reason(error)}") from None


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
    return Path(os.path.abspath(path))  # noqa: PTH100  (Path.absolute keeps "..")


def shown(path: Path) -> str:
    """Show a path as a user would type it from the working folder."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return str(path)
