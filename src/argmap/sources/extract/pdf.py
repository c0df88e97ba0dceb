"""PDF: the text layer, page by page, read by PDFium (extra ``pdf``)."""

from __future__ import annotations

from argmap.errors import MissingExtraError, ReadError
from argmap.sources.extract import Extracted, Extractor, tidy

_FEWEST = 20
"""Characters on a page, on average; with fewer there is no text layer worth the name."""


def read(data: bytes, encoding: str | None = None) -> Extracted:  # noqa: ARG001
    """Read a PDF; refuses one that asks for a password, and one whose pages are pictures."""
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtraError("reading PDF", "pypdfium2", "pdf") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("the PDF asks for a password: save a copy without one") from None
        raise ReadError("it is a damaged PDF") from None
    try:
        pages = [tidy(page.get_textpage().get_text_range()).strip("\n") for page in document]
        title = document.get_metadata_dict().get("Title") or None
    finally:
        document.close()
    if sum(map(len, pages)) < _FEWEST * max(1, len(pages)):
        raise ReadError("the PDF has no text layer, only pictures of pages: run a text recognition (OCR) over it first")
    return Extracted("\n\f".join(pages) + "\n", title, f"pypdfium2 {pypdfium2.version.PYPDFIUM_INFO.version}")


EXTRACTOR = Extractor(
    title="PDF",
    suffixes=(".pdf",),
    media_types=("application/pdf",),
    looks_right=lambda head: b"%PDF-" in head[:1024],
    read=read,
)
