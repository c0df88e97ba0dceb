"""Word documents (extra ``docx``): mammoth makes a web page of them, and the text of that is taken."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from argmap.errors import MissingExtraError, ReadError
from argmap.sources.extract import Extracted, Extractor, html

_LARGEST = 256 * 2**20
"""Bytes that the parts of a document may take when unpacked."""


def read(data: bytes, encoding: str | None = None) -> Extracted:  # noqa: ARG001
    """Read a document; refuses what is not a Word document, and one that would unpack to a flood."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            names = {info.filename for info in parts.infolist()}
            size = sum(info.file_size for info in parts.infolist())
    except BadZipFile:
        raise ReadError("it is a damaged Word document") from None
    if "word/document.xml" not in names:
        raise ReadError("it is a zip file, but not a Word document")
    if size > _LARGEST:
        raise ReadError(f"it would unpack to {size / 2**20:.0f} MB, more than any real document")
    try:
        import mammoth
    except ImportError:
        raise MissingExtraError("reading Word documents", "mammoth", "docx") from None
    try:
        page = mammoth.convert_to_html(BytesIO(data)).value
    except Exception as error:  # noqa: BLE001  (a damaged part shows itself in many ways)
        raise ReadError(f"it is a damaged Word document ({type(error).__name__})") from None
    extracted = html.read(f"<body>{page}</body>".encode(), "utf-8")
    return Extracted(extracted.text, None, "mammoth, html 1")


EXTRACTOR = Extractor(
    title="Word document",
    suffixes=(".docx",),
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    looks_right=lambda head: head.startswith(b"PK\x03\x04"),
    read=read,
)
