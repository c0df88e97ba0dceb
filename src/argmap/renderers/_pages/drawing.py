"""Pages drawn: as a file each, or as one PDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from io import BytesIO

from argmap.errors import MissingExtraError
from argmap.renderers import Drawing, View
from argmap.renderers._diagram.diagram import Diagram
from argmap.renderers._diagram.engine import draw_placed
from argmap.renderers._pages.pages import Pages, on_pages
from argmap.renderers._pages.paper import Paper

_ID = re.compile(rb"/ID ?\[ ?<[0-9A-Fa-f]*> ?<[0-9A-Fa-f]*> ?\]")


def drawn_pages(
    view: View, format_: str, *options: str, finished: Callable[[bytes, Diagram], bytes] = lambda data, _: data
) -> Drawing:
    """Draw a view on pages, each as a file.

    Args:
        view: The view.
        format_: What to draw: ``svg`` or ``png``.
        options: Further options of Graphviz.
        finished: Makes the file of a page of what Graphviz has drawn.

    Raises:
        RenderError: Graphviz is missing or fails.
        UnknownNameError: The options name a statement or a group that is not there.
    """
    pages = on_pages(view, format_)
    files = _drawn(pages, view, format_, *options)
    first, *more = [finished(f.data, page.made) for f, page in zip(files, pages.pages, strict=True)]
    return Drawing(first, _told(pages, files), tuple(more))


def merged_pages(view: View, *, finished: Callable[[bytes], bytes]) -> Drawing:
    """Draw a view on the pages of one PDF; the same view gives the same bytes.

    Args:
        view: The view.
        finished: Takes out of a file what differs from one run to the next.

    Raises:
        RenderError: Graphviz is missing or fails.
        MissingExtraError: pypdfium2 is not installed.
        UnknownNameError: The options name a statement or a group that is not there.
    """
    try:
        import pypdfium2  # noqa: F401  (before the work is done)
    except ImportError:
        raise MissingExtraError("a PDF on pages", "pypdfium2", "pdf") from None
    pages = on_pages(view, "pdf")
    files = _drawn(pages, view, "pdf")
    whole = _merged([finished(file.data) for file in files], [page.paper for page in pages.pages])
    return Drawing(finished(whole), _told(pages, files))


def _drawn(pages: Pages, view: View, format_: str, *options: str) -> list[Drawing]:
    return [draw_placed(page.made.source, format_, *options, engine=view.options.engine) for page in pages.pages]


def _told(pages: Pages, files: Sequence[Drawing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*pages.warnings, *(warning for file in files for warning in file.warnings))))


def _merged(pages: Sequence[bytes], sheets: Sequence[Paper]) -> bytes:
    """Put PDFs of one page each together, without the number that PDFium makes up for each file."""
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    for page, sheet in zip(pages, sheets, strict=True):
        one = pypdfium2.PdfDocument(page)
        whole.import_pages(one)
        one.close()
        whole[len(whole) - 1].set_mediabox(0, 0, sheet.width, sheet.height)
    written = BytesIO()
    whole.save(written)
    whole.close()
    return _ID.sub(b"", written.getvalue())
