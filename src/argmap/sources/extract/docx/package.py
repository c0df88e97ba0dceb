"""The parts of a Word document in their zip file, and which of them belongs to which.

Follows the Open Packaging Conventions (ECMA-376, part 2). What lies outside the file is never looked at.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from attrs import field, frozen

from argmap.errors import ReadError
from argmap.sources.extract.docx.xml import Attributes, parse

_LARGEST = 256 * 2**20
_PIECE = 1 << 16
_DAMAGE = (BadZipFile, EOFError, LookupError, OSError, RuntimeError, ValueError, zlib.error)
_OTHERS = {
    "mimetype": "a file of OpenOffice or an e-book: save it as .docx, or as a web page",
    "ppt/presentation.xml": "a presentation: save it as PDF",
    "xl/workbook.xml": "a spreadsheet: save its sheet as text or PDF",
    "Index/Document.iwa": "a file of Apple Pages: export it as .docx",
}


@frozen
class Package:
    """A Word document.

    Attributes:
        main: Name of the part that holds the body.
        related: The parts that the body refers to: by id, what each is (``footnotes``, ``header`` …) and its name.
    """

    main: str
    related: dict[str, tuple[str, str]]
    _zip: ZipFile = field(repr=False)
    _names: frozenset[str] = field(repr=False)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Unpack a part, piece by piece; raises `ReadError` where it is damaged or floods."""
        return _pieces(self._zip, name)

    def parts(self, kind: str) -> list[str]:
        """Return the names of the parts of a kind that the body refers to, in their order there."""
        return list(dict.fromkeys(name for what, name in self.related.values() if what == kind and self.has(name)))

    def has(self, name: str) -> bool:
        """Return whether there is a part of a name."""
        return name in self._names


def opened(data: bytes) -> Package:
    """Open a Word document; raises `ReadError` for what is none, in a sentence that says what to do."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReadError("it is a Word file of before 2007 (.doc), or has a password: save it as .docx without one")
    if data.startswith(b"{\\rtf"):
        raise ReadError("it is an RTF file: save it as .docx")
    try:
        parts = ZipFile(BytesIO(data))
    except BadZipFile:
        raise ReadError("it is a damaged Word document") from None
    names = parts.namelist()
    main = next((name for kind, name in _related(parts, "").values() if kind == "officeDocument"), "word/document.xml")
    if main not in names or not main.startswith("word/"):
        what = next((what for name, what in _OTHERS.items() if name in names), "a zip file, but not a Word document")
        raise ReadError(f"it is {what}")
    return Package(main, _related(parts, main), parts, frozenset(names))


def _pieces(parts: ZipFile, name: str) -> Iterator[bytes]:
    size = 0
    try:
        with parts.open(name) as part:
            while size <= _LARGEST and (piece := part.read(_PIECE)):
                size += len(piece)
                yield piece
    except _DAMAGE as error:
        raise ReadError(f"it is a damaged Word document ({type(error).__name__} in {name})") from None
    if size > _LARGEST:
        raise ReadError(f"it would unpack to more than {_LARGEST >> 20} MB, as no real document does")


def _related(parts: ZipFile, name: str) -> dict[str, tuple[str, str]]:
    """Return what a part, or the whole where the name is empty, refers to inside the file."""
    folder, base = posixpath.split(name)
    listed = posixpath.join(folder, "_rels", f"{base}.rels")
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "rel:Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
            found[attributes.get("Id", "")] = (kind, target)

    if listed in parts.namelist():
        parse(_pieces(parts, listed), start, lambda: None)
    return found
