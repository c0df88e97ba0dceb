"""The parts of a workbook in their zip file, bounded in size before any is unpacked."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import BadZipFile, ZipFile

from attrs import field, frozen

from argmap.errors import ConvertError

LARGEST = 256 * 2**20
"""Bytes that all parts of a workbook may unpack to."""

_PIECE = 1 << 16
_DAMAGE = (BadZipFile, EOFError, LookupError, OSError, RuntimeError, NotImplementedError, ValueError, zlib.error)

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]


@frozen
class Package:
    """A workbook.

    Attributes:
        main: Name of the part that lists the sheets.
        related: What the main part refers to, by id: what it is (``worksheet``, ``styles`` …) and its name.
    """

    main: str
    related: dict[str, tuple[str, str]]
    _zip: ZipFile = field(repr=False)

    def part(self, kind: str) -> str | None:
        """Return the name of the one part of a kind, if it is there."""
        names = self._zip.NameToInfo
        return next((name for what, name in self.related.values() if what == kind and name in names), None)

    def has(self, name: str) -> bool:
        """Tell whether there is a part of a name."""
        return name in self._zip.NameToInfo

    def beside(self, part: str, kind: str) -> list[str]:
        """Return the names of the parts of a kind that a part refers to."""
        return [name for what, name in _related(self._zip, part).values() if what == kind and self.has(name)]

    def parse(self, name: str, start: Start, end: Callable[[str], None], data: Callable[[str], None]) -> None:
        """Parse a part; elements and attributes go by their local names. Raises `ConvertError` for a damaged one."""
        _parse(_pieces(self._zip, name), start, end, data)


def opened(data: bytes) -> Package:
    """Open a workbook; raises `ConvertError` for what is none, in a sentence that says what to do."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ConvertError(
            "this is a workbook of Excel before 2007 (.xls), or has a password: save it as .xlsx without"
        )
    try:
        parts = ZipFile(BytesIO(data))
    except _DAMAGE:
        raise ConvertError("this is no Excel workbook, or a damaged one: save it as .xlsx") from None
    names = parts.NameToInfo
    if "xl/workbook.bin" in names:
        raise ConvertError("this is a binary workbook (.xlsb): save it as .xlsx")
    if "mimetype" in names and "content.xml" in names:
        raise ConvertError("this is a sheet of OpenOffice or LibreOffice (.ods): save it as .xlsx")
    size = sum(info.file_size for info in parts.infolist())
    if size > LARGEST:
        raise ConvertError(f"this would unpack to {size >> 20:,} MB, and no workbook of a map has more than 256 MB")
    main = next((name for kind, name in _related(parts, "").values() if kind == "officeDocument"), "xl/workbook.xml")
    if main not in names:
        raise ConvertError("this is a zip file, but no Excel workbook: save it as .xlsx")
    return Package(main, _related(parts, main), parts)


def _related(parts: ZipFile, name: str) -> dict[str, tuple[str, str]]:
    """Return what a part, or the whole where the name is empty, refers to inside the file."""
    folder, base = posixpath.split(name)
    listed = posixpath.join(folder, "_rels", f"{base}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
            found[attributes.get("Id", "")] = (kind, target)

    if listed in parts.NameToInfo:
        _parse(_pieces(parts, listed), start, lambda _: None, lambda _: None)
    return found


def _pieces(parts: ZipFile, name: str) -> Iterator[bytes]:
    try:
        with parts.open(name) as part:
            while piece := part.read(_PIECE):
                yield piece
    except _DAMAGE as error:
        is_locked = "encrypted" in str(error)
        what = "has a password: save it without one" if is_locked else "is damaged: save it anew"
        raise ConvertError(f"this workbook {what}") from None


def _parse(pieces: Iterator[bytes], start: Start, end: Callable[[str], None], data: Callable[[str], None]) -> None:
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    local: dict[str, str] = {}

    def named(name: str) -> str:
        return local.setdefault(name, name.rpartition(" ")[2])

    def begin(name: str, attributes: Attributes) -> None:
        start(named(name), {named(key): value for key, value in attributes.items()})

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda name: end(named(name))
    parser.CharacterDataHandler = data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (ExpatError, LookupError, ValueError) as error:
        raise ConvertError(f"this workbook is damaged ({error}): save it anew") from None


def _refuse(*_: object) -> None:
    raise ConvertError("this workbook defines a document type, as none does: save it anew")
