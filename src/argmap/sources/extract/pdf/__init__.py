"""PDF: the text layer, page by page, as PDFium reads it (extra ``pdf``).

Words that a line's end parts are made whole. Running heads are left out of a text that runs on over its pages, so that
a sentence does so too; what was filled into forms is left out as well. Both are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from argmap.errors import MissingExtraError, ReadError
from argmap.sources.extract import Extracted, Extractor, tidy
from argmap.sources.extract._account import Account
from argmap.sources.extract._title import sensible
from argmap.sources.extract.pdf.doubts import doubts
from argmap.sources.extract.pdf.heads import heads
from argmap.sources.extract.pdf.hyphens import joined, words_of
from argmap.sources.extract.pdf.pages import Page, read_page
from argmap.text import count_words

_MISSING_IN_A_ROW = 100
_PICTURES = "the PDF has no text layer, only pictures of pages: run a text recognition (OCR) over it first"


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
        pages, missing = _pages(document, pypdfium2.PdfiumError)
        title, attached = _title(document), document.count_attachments()
        only_in_reader = document.get_formtype() == pypdfium2.raw.FORMTYPE_XFA_FULL
    finally:
        document.close()
    if not any(page.text.strip() for page in pages):
        raise ReadError(_PICTURES if any(page.pictured for page in pages) else "the PDF has only empty pages")
    account = Account()
    text = _text(pages, account)
    _tell(pages, attached, account)
    told = account.left_out()
    return Extracted(
        text,
        title,
        f"pypdfium2 {pypdfium2.version.PYPDFIUM_INFO.version}, pdf 2",
        visible=count_words(text) + sum(each.words for each in told),
        left_out=told,
        doubts=(*doubts(pages), *_of_the_whole(missing, only_in_reader=only_in_reader)),
    )


def _pages(document: Any, error: type[Exception]) -> tuple[list[Page], int]:
    """Return the pages, and how many cannot be found; of many in a row, no more are looked for."""
    pages: list[Page] = []
    missing = in_a_row = 0
    for number in range(len(document)):
        try:
            pages.append(read_page(document[number]))
            in_a_row = 0
        except error:
            pages.append(Page())
            missing, in_a_row = missing + 1, in_a_row + 1
            if in_a_row == _MISSING_IN_A_ROW:
                break
    if missing == len(pages):
        raise ReadError("it is a damaged PDF, whose pages cannot be found")
    return pages[: len(pages) - in_a_row], missing


def _title(document: Any) -> str | None:
    try:
        return sensible(document.get_metadata_value("Title"))
    except UnicodeDecodeError:
        return None


def _text(pages: Sequence[Page], account: Account) -> str:
    """Return the text of pages, with a form feed between them, without their running heads."""
    running = heads(pages)
    kept = [[line for line in page.lines if (number, line) not in running] for number, page in enumerate(pages)]
    for _, line in sorted(running, key=lambda each: (each[0], each[1].top)):
        account.add("running heads", line.text)
    raw = ["\n".join(line.text for line in lines) for lines in kept]
    words = words_of("\n".join(raw))
    return "\n\f".join(tidy(joined(text, words)).strip("\n") for text in raw) + "\n"


def _tell(pages: Iterable[Page], attached: int, account: Account) -> None:
    for page in pages:
        for text in page.fields:
            account.add("form fields", text)
    if attached > 0:
        account.add("attached files", places=attached)


def _of_the_whole(missing: int, *, only_in_reader: bool) -> Iterable[str]:
    if missing:
        yield f"{missing:,} of its pages cannot be read, as the file is damaged: ask for another copy"
    if only_in_reader:
        yield "it is a form (XFA) that only Adobe's programs show: save it there as a plain PDF"


EXTRACTOR = Extractor(
    title="PDF",
    suffixes=(".pdf",),
    media_types=("application/pdf",),
    looks_right=lambda head: b"%PDF-" in head[:1024],
    read=read,
)
