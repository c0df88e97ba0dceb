"""The archive of a project: its XML and the texts of its sources. Nothing is ever unpacked into a folder."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from attrs import frozen

from argmap.errors import ConvertError
from argmap.formats._xml import decoded

_LARGEST = 64 * 2**20  # bytes of one member, unpacked
_ALL = 256 * 2**20  # bytes of all members that are read
_PIECE = 1 << 16
_DAMAGE = (BadZipFile, EOFError, LookupError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_INTERNAL = "internal://"


@frozen
class Archive:
    """What a file holds.

    Attributes:
        project: The XML.
        texts: The plain texts, by their names in lower case, without their folders.
        others: How many other files there are: documents, pictures, sound.
        flaws: What could not be read, a sentence each.
    """

    project: str
    texts: Mapping[str, str]
    others: int = 0
    flaws: tuple[str, ...] = ()

    def text(self, path: str | None) -> str | None:
        """Return the text that a path of a project means; only what is in the archive can be meant."""
        return self.texts.get(_base(path.removeprefix(_INTERNAL))) if path else None


def opened(data: bytes) -> Archive:
    """Open an archive, or an XML file alone; raises `ConvertError` where it holds no project."""
    if data[:2] != b"PK":
        return Archive(decoded(data), {})
    try:
        parts = ZipFile(BytesIO(data))
        members = [member for member in parts.infolist() if not member.is_dir()]
    except _DAMAGE:
        raise ConvertError("this is a damaged archive") from None
    projects = [member for member in members if member.filename.lower().endswith(".qde")]
    if not projects:
        raise ConvertError("this archive has no project.qde, and is no REFI-QDA project")
    project = _unpacked(parts, projects[0], _LARGEST)
    if project is None:
        raise ConvertError(f"{projects[0].filename} is damaged, or larger than {_LARGEST // 2**20} MB unpacked")
    texts, flaws, left = {}, [], _ALL - len(project)
    wanted = [member for member in members if member.filename.lower().endswith(".txt")]
    for member in wanted:
        content = _unpacked(parts, member, min(left, _LARGEST))
        if content is None:
            flaws.append(f"{member.filename!r} in the archive is damaged or too large, and is not read")
            continue
        left -= len(content)
        text = _decoded(content)
        if text is None:
            flaws.append(f"{member.filename!r} in the archive is no text in UTF-8, and is not read")
        else:
            texts[_base(member.filename)] = text
    return Archive(decoded(project), texts, len(members) - len(wanted) - 1, tuple(flaws))


def _unpacked(parts: ZipFile, member: ZipInfo, largest: int) -> bytes | None:
    """Return a member; None where it is damaged or floods."""
    pieces, size = [], 0
    try:
        with parts.open(member) as part:
            while piece := part.read(_PIECE):
                size += len(piece)
                if size > largest:
                    return None
                pieces.append(piece)
    except _DAMAGE:
        return None
    return b"".join(pieces)


def _decoded(content: bytes) -> str | None:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _base(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2].lower()


def packed(project: str, texts: Mapping[str, str]) -> bytes:
    """Return an archive; the same contents give the same bytes.

    Args:
        project: The XML.
        texts: The plain texts by their names.
    """
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as parts:
        for name, text in (("project.qde", project), *((f"sources/{name}", text) for name, text in texts.items())):
            member = ZipInfo(name, _FIRST_DAY)
            member.compress_type = ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            parts.writestr(member, text.encode("utf-8", "replace"))
    return out.getvalue()
